import pytest
from documents import document

from extractors.notice.letters import find_letters
from extractors.notice.quotas import find_quotas
from extractors.notice.reviews import find_reviews
from extractors.notice.support import find_support
from pipeline.structure import structure

HEAD = "关于开展潮汐能装备揭榜挂帅的通知\n各有关单位：\n现将有关事项通知如下。\n"

# words, [(kind, amount in 元, share in %)]
SUPPORT = [
    (
        "一、支持措施\n（一）对揭榜成功的项目给予不超过500万元的资助，首期拨付40%。\n",
        [("funding", 5e6, 40.0)],
    ),
    ("二、奖励办法\n一等奖1名，奖金20万元；优胜奖若干，颁发证书。\n", [("prize", 2e5, None), ("prize", None, None)]),
    ("一、支持政策\n1. 场景对接。开放港口作业场景，协助揭榜单位开展验证。\n", [("resources", None, None)]),
    ("一、榜单\n方向1：岸基雷达\n最高限价：480万元。\n", [("funding", 4.8e6, None)]),
    ("三、其他\n年产值达1亿元的企业，给予30万元奖励。\n", [("funding", 3e5, None)]),
    ("三、其他\n对入选项目提供贴息贷款，贴息比例不超过50%，给予补贴的期限两年。\n", [("finance", None, 50.0)]),
    # What the applicant has to bring, and what is taken back, is no support.
    ("三、其他\n自筹经费与财政资助经费的比例不低于2:1。未完成任务的，追回财政资金100万元。\n", []),
    ("三、其他\n申报单位上年度营业收入不低于2000万元。\n", []),
]


@pytest.mark.parametrize(("words", "wanted"), SUPPORT)
def test_support(words: str, wanted: list[tuple[str, float | None, float | None]]) -> None:
    found = find_support(*structure(document(HEAD + words, hard_wrapped=False)))
    assert [(x.kind, x.amount, x.share) for x in found] == wanted


# words, [(kind, criterion, weight, pass mark)]
REVIEWS = [
    (
        "三、评审验收\n组织专家进行答辩评审，技术方案占40分，团队占25分，低于75分的不予立项。\n",
        [("review", None, None, 75.0), ("review", "技术方案", 40.0, None), ("review", "团队", 25.0, None)],
    ),
    ("三、过程管理\n每年开展一次中期检查，进展缓慢的终止任务。\n", [("supervision", None, None, None)]),
    ("任务完成后三个月内，揭榜单位提出验收申请，由第三方机构进行验收。\n", [("acceptance", None, None, None)]),
    ("一、背景\n经征集、论证，组织专家评审，现发布榜单。\n", []),
    ("一、任务\n研究智能评价方法，识别准确率不低于95%。\n", []),
]


@pytest.mark.parametrize(("words", "wanted"), REVIEWS)
def test_reviews(words: str, wanted: list[tuple[str, str | None, float | None, float | None]]) -> None:
    found = find_reviews(*structure(document(HEAD + words, hard_wrapped=False)))
    assert [(x.kind, x.criterion, x.weight, x.pass_mark) for x in found] == wanted


def test_criteria_in_a_table() -> None:
    words = "评审指标\t评审内容\t分值\n创新性\t技术路线的先进程度\t40\n可行性\t方案是否可行\t60分\n合计\t\t100\n"
    found = find_reviews(*structure(document(HEAD + "评分标准\n" + words)))
    assert [(x.criterion, x.weight, x.unit) for x in found] == [("创新性", 40.0, "分"), ("可行性", 60.0, "分")]


# words, [(kind, who, maximum, unit)]
QUOTAS = [
    (
        "各设区市科技局推荐不超过5项，省属高校每家限推两项，中央企业推荐不限额。",
        [
            ("recommendation", "各设区市科技局", 5, "项"),
            ("recommendation", "省属高校每家", 2, "项"),
            ("recommendation", "中央企业", None, None),
        ],
    ),
    ("同一单位限报1项。", [("application", "同一单位", 1, "项")]),
    ("（三）每个榜单遴选不超过3家单位并行攻关。", [("selection", "每个榜单", 3, "家单位")]),
    ("一个揭榜方最多揭榜两项。", [("application", "一个揭榜方", 2, "项")]),
    ("项目负责人同期主持的在研项目不得超过1项。", [("application", "项目负责人", 1, "项")]),
    ("每个团队成员不超过10人，参与单位不超过3家，材料不超过30页。", []),
    ("系统响应时间不超过3秒，支持不少于5个场景。", []),
]


@pytest.mark.parametrize(("words", "wanted"), QUOTAS)
def test_quotas(words: str, wanted: list[tuple[str, str | None, int | None, str | None]]) -> None:
    found = find_quotas(*structure(document(f"{HEAD}二、申报要求\n{words}\n", hard_wrapped=False)))
    assert [(x.kind, x.who, x.maximum, x.unit) for x in found] == wanted


def test_letters() -> None:
    letter = (
        "附件2\n揭榜承诺书\n我单位申报____项目，现承诺如下：\n1. 所提供的材料真实、完整。\n2. 不以相同内容重复申报。\n"
        "法定代表人（签字）：\n年 月 日\n"
    )
    (found,) = find_letters(*structure(document(HEAD + letter, hard_wrapped=False)))
    assert (found.title, found.blanks) == ("揭榜承诺书", ("项目",))
    assert found.promises == ("所提供的材料真实、完整", "不以相同内容重复申报")


LISTED = "1. 所提供的材料真实、完整。\n2. 不以相同内容重复申报。\n"
LAST = "我单位将按工作方案要求精心组织、落实保障，力争提前完成海试任务"


@pytest.mark.parametrize(
    ("below", "more"),
    [
        (f"{LAST}。\n", (LAST,)),
        (f"我单位对违反上述承诺的后果负责。\n{LAST}。\n", (LAST,)),
        ("特此承诺。\n", ()),
        (f"法定代表人（签字）：\n{LAST}。\n", ()),
    ],
)
def test_a_promise_below_the_list(below: str, more: tuple[str, ...]) -> None:
    letter = f"附件2\n揭榜承诺书\n我单位承诺如下：\n{LISTED}{below}单位（盖章）：\n年 月 日\n"
    (found,) = find_letters(*structure(document(HEAD + letter, hard_wrapped=False)))
    assert found.promises == ("所提供的材料真实、完整", "不以相同内容重复申报", *more)


@pytest.mark.parametrize(
    ("words", "promises"),
    [
        ("承诺书应当写明三件事：材料真实；接受现场查验；达不到指标的，退回县级资金。", 3),
        ("另须提交承诺书一份，内容自拟，但至少应当写明：所报数据属实；按期完成海试。", 2),
        ("承诺函应载明：遵守航行警告；保守数据秘密；不转包。承诺函由法定代表人签字。", 3),
        ("附承诺书一页，写明：所报内容真实；资金专款专用。", 2),
        ("揭榜承诺书须包括以下内容：材料真实；不重复申报；接受检查；自筹到位。", 4),
        ("随方案交一份承诺书，内容至少包括材料真实、不转包、保密四点，由法定代表人签字。", 2),
        ("另附承诺书一份，写明资料真实、不转包、保守秘密，盖公章。", 3),
        ("还需递交承诺函，承诺材料属实、不多头申报、不泄密。", 3),
        ("后面附承诺书，声明所报资料属实、不把主体工作转给别人等内容。", 2),
        ("承诺书写明单位名称、联系人、日期。", 0),
        ("承诺书由法定代表人签字，写明日期。", 0),
        ("承诺书应写明：项目名称。", 0),
        ("申报书应写明：研究目标；技术路线。", 0),
        ("承诺书格式见附件2；申报书包括：封面；正文。", 0),
        ("承诺书一式两份，联系电话：0599-5000123；地址：听涛街21号。", 0),
    ],
)
def test_promises_that_the_text_asks_for(words: str, promises: int) -> None:
    found = find_letters(*structure(document(f"{HEAD}二、申报要求\n{words}\n", hard_wrapped=False)))
    assert sum(len(one.promises) for one in found) == promises


@pytest.mark.parametrize(
    ("words", "promises"),
    [
        (
            "我单位郑重承诺：所提供的材料真实、完整；揭榜后按期完成任务；不以相同内容重复申报。",
            ("所提供的材料真实、完整", "揭榜后按期完成任务", "不以相同内容重复申报"),
        ),
        ("我单位保证材料真实。\n项目负责人承诺：签字：  年 月 日", ("我单位保证材料真实",)),
    ],
)
def test_promises_in_sentences(words: str, promises: tuple[str, ...]) -> None:
    letter = f"附件2\n揭榜承诺书\n{words}\n法定代表人（签字）：\n年 月 日\n"
    (found,) = find_letters(*structure(document(HEAD + letter, hard_wrapped=False)))
    assert found.promises == promises
