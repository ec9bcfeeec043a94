import pytest
from documents import document

from extractors.eligibility import find_eligibility, single_conditions
from extractors.spans import Span
from pipeline.structure import structure

HEAD = "关于开展潮汐能揭榜挂帅的通知\n"
# text, sentences
SENTENCES = [
    (HEAD + "（一）申报单位。具有独立法人资格；近三年未发生责任事故。\n", ["具有独立法人资格", "近三年未发生责任事故"]),
    (
        HEAD + "一、揭榜单位须满足：1.具有独立法人资格；2.研发人员不少于10人。\n",
        ["具有独立法人资格", "研发人员不少于10人"],
    ),
    (
        HEAD + "申报须知\n1、申请人应具有副高及以上职称。\n2、同一揭榜方最多揭2个榜。\n",
        ["申请人应具有副高及以上职称"],
    ),
    (
        HEAD + "二、项目负责人不得超过58岁，且每年投入不少于4个月。\n三、联合体成员数量不得超过3个。\n",
        ["项目负责人不得超过58岁，且每年投入不少于4个月", "联合体成员数量不得超过3个"],
    ),
    (HEAD + "一、申报条件\n鼓励组建联合体，参与单位原则上不超过6家。\n", ["参与单位原则上不超过6家"]),
    (HEAD + "每个任务拟支持1项，项目参与单位总数不超过8家。\n", ["每个任务拟支持1项，项目参与单位总数不超过8家"]),
    (
        HEAD
        + (
            "一、申报条件\n（一）在海岚市注册、具有独立法人资格；\n（二）近三年无失信记录。\n"
            "二、申报方式\n登录系统填报。"
        ),
        ["在海岚市注册、具有独立法人资格", "近三年无失信记录"],
    ),
    (HEAD + "一、组织申报\n登录系统填报。每个单位限报1个方向。", ["每个单位限报1个方向"]),
    (HEAD + "一、申报要求\n请于5月6日前将材料寄送至受理地点。申报单位须为企业。", ["申报单位须为企业"]),
    (HEAD + "一、参赛对象\n申报单位应符合以下条件：\n1.高等院校在校学生。\n可以跨校组队。", ["高等院校在校学生"]),
    (  # a label that runs on in its paragraph
        HEAD + "一、支持方向\n1.申报条件：（1）在本市注册；（2）已完成备案。\n2.支持标准：每家20万元。",
        ["在本市注册", "已完成备案"],
    ),
    (HEAD + "一、谁可以揭榜\n境内注册满两年的法人均可揭榜。\n", ["境内注册满两年的法人均可揭榜"]),
    (HEAD + "第一条 【应榜人资格】\n1.具有博士学位；\n2.不接受个人应榜。\n", ["具有博士学位", "不接受个人应榜"]),
    (  # what applicants do is a condition among conditions
        HEAD + "二、申报主体应具备的条件\n（一）在本市登记；\n（二）按要求向统计部门报送统计数据。\n",
        ["在本市登记", "按要求向统计部门报送统计数据"],
    ),
    (
        HEAD + "一、资助对象\n本市登记的企业。\n二、时间\n已获资助的成果不再申报。\n",
        ["本市登记的企业", "已获资助的成果不再申报"],
    ),
    (HEAD + "(一) 参加企业条件\n设立知识产权管理机构，有专职人员。\n", ["设立知识产权管理机构，有专职人员"]),
    (HEAD + "一、支持条件\n提供场地和经费。\n", []),
    (  # a lead that is a condition itself
        HEAD + "一、适用对象\n2023年后新引进到我县工作，签订3年以上劳动合同的以下人员：\n（1）年龄50周岁以下的博士；\n",
        ["2023年后新引进到我县工作，签订3年以上劳动合同的以下人员：", "年龄50周岁以下的博士"],
    ),
    (HEAD + "四、项目要求\n项目手续齐全；\n真实性承诺函；\n", ["项目手续齐全"]),
    (HEAD + "三、资助\n经评审认定的团队，给予经费资助，其中领军型团队不超过3个。\n", []),
    (HEAD + "一、评审条件\n专家不少于7人。", []),
    (HEAD + "谁能揭 境外主体须与境内单位联合。\n怎么揭 登录小程序。\n", ["境外主体须与境内单位联合"]),
    (  # titles without numbers, half-width marks
        HEAD + "揭榜条件\nA. 研发团队不少于15人;\nB. 近两年内未发生事故.\n揭榜方式\n登录平台填报.\n",
        ["研发团队不少于15人", "近两年内未发生事故"],
    ),
    (
        HEAD + "二、揭榜单位应当是境内注册的企业；牵头单位具备研制许可；每家单位揭榜以一个方向为限。",
        ["揭榜单位应当是境内注册的企业", "牵头单位具备研制许可", "每家单位揭榜以一个方向为限"],
    ),
    (HEAD + "一、对攻关团队的要求\n核心成员不少于8人。\n", ["核心成员不少于8人"]),
    (
        "填报须知\n一、如实填写。\n二、所申报的产品需拥有知识产权，对报送的资料负责。\n",
        ["所申报的产品需拥有知识产权，对报送的资料负责"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_eligibility(text: str, wanted: list[str]) -> None:
    cleaned, outline = structure(document(text, hard_wrapped=False))
    assert [span.of(cleaned.clean) for span in find_eligibility(cleaned, outline)] == wanted


# sentence, single conditions
SINGLE = [
    ("申报单位须为在海岚市注册、具有独立法人资格的企事业单位", ["在海岚市注册", "具有独立法人资格的企事业单位"]),
    ("具有健全的财务、人事和安全制度，近三年无事故", ["具有健全的财务、人事和安全制度", "近三年无事故"]),
    ("企业牵头的，自筹经费比例不低于1:1", ["企业牵头的，自筹经费比例不低于1:1"]),
    (
        "在本省注册的企业，或由其牵头组成的联合体，成员不超过5家",
        ["在本省注册的企业，或由其牵头组成的联合体", "成员不超过5家"],
    ),
    ("可以跨校组队，每个团队不超过10人", ["每个团队不超过10人"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), SINGLE)
def test_single_conditions(sentence: str, wanted: list[str]) -> None:
    assert [span.of(sentence) for span in single_conditions(sentence, Span(0, len(sentence)))] == wanted
