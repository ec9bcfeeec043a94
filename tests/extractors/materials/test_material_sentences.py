"""Papers that a sentence names: to fill in, to hand in, to send; and sentences that name none."""

import pytest
from extracted import HEAD, papers

# text, [(name, kind, copies, condition)]
CASES = [
    (  # what is bound together in order; not what is listed in order
        HEAD + "1、申报材料统一用A4纸按纸质封面、航次信息表、任务书顺序装订成册，一式三份。\n"
        "2、名单按航海学院、轮机学院的顺序排列。\n",
        [("申报材料", "paper_copy", 3, None), ("航次信息表", "form", None, None), ("任务书", "form", None, None)],
    ),
    (  # opinions of so many, the proofs counted, the whole on paper; not what all of one hand in
        HEAD
        + "申请人须填写《奖学金申请表》，并提供三名持远洋证的轮机长推荐意见，及相关证明材料复印件1份，寄至船检处。\n"
        "三、流程\n1.登录系统填报，同时向所在海事局提交书面申请材料。\n2.确定床位后，海事局通知船东提交个人材料。\n",
        [
            ("《奖学金申请表》", "form", None, None),
            ("三名持远洋证的轮机长推荐意见", "proof", None, None),
            ("相关证明材料复印件", "proof", 1, None),
            ("书面申请材料", "paper_copy", None, None),
        ],
    ),
    (HEAD + "评审时参考专家推荐意见，并附评分表。\n", []),
    (  # what nobody asks for, and what is asked beside it
        HEAD + "今年无需提交纸质版的申报书及业绩证明、海图等附件材料。\n"
        "申报人不必寄送纸质材料，请填写《潮位站设计文件》并上传系统。\n",
        [("《潮位站设计文件》", "form", None, None)],
    ),
    (  # a title that one goes by, and one that one hands in
        HEAD + "请提交《潮汐能试点方案》。编制工作按照《潮汐能发展实施方案》执行。\n",
        [("《潮汐能试点方案》", "other", None, None)],
    ),
    (  # what goes to a place by a day, named first
        HEAD + "公函（附汇总表）、《登记书》和光盘，请于2026年5月11-15日寄送至船检处。\n",
        [("公函", "other", None, None), ("《登记书》", "form", None, None), ("光盘", "other", None, None)],
    ),
    (  # what goes to one place, and what is sent besides
        HEAD + "四、请于5月14日前将《课题书》(A3纸印制)一式3份,《汇总表》(加盖公章)提交科研处,"
        "同时将《课题书》和《汇总表》电子版发至邮箱。\n",
        [("课题书", "paper_copy", 3, None), ("《汇总表》", "form", None, None)],
    ),
    (  # the copies of a form whose fuller name the list gives, and what goes to a place on paper
        HEAD + "2、3月5日12:00前，各学院收齐重点项目申报书初稿一式3份和申报清单（须盖章）报送科技处计划科。\n"
        "5、审核通过后，并将纸质申请书送至科技处计划科。\n",
        [
            ("重点项目申报书初稿", "form", 3, None),
            ("申报清单", "form", None, None),
            ("纸质申请书", "form", None, None),
        ],
    ),
    (  # the order in which they are bound
        HEAD + "三、申报材料\n（一）项目申报书。\n（二）承诺书。\n"
        "（三）纸质材料一式三份，按申报书、证明材料、承诺书的顺序装订成册。\n",
        [
            ("项目申报书", "form", None, None),
            ("承诺书", "commitment", None, None),
            ("纸质材料", "paper_copy", 3, None),
        ],
    ),
    (
        HEAD + "2.申报书初稿及相关附件材料请于3月17日下午5:00前交至成果处进行形式审查，逾期不予受理。\n",
        [("申报书初稿", "form", None, None)],
    ),
    (  # what the system gives out, and what is due once the work is under way
        HEAD + "申报系统提供管理员使用手册和申报人使用手册，可下载。中期检查时项目负责人应提交进展报告和阶段性成果；"
        "项目完成后，应提交总结报告和研究成果。\n",
        [],
    ),
    (  # what has to be written, and what goes with it
        HEAD + "拟申报的单位应编制潮汐能“揭榜挂帅”申报书(模板参考附件)和实施方案书，提供相关佐证材料，装订成册提交。\n",
        [
            ("相关佐证材料", "proof", None, None),
            ("潮汐能“揭榜挂帅”申报书", "form", None, None),
            ("实施方案书", "other", None, None),
        ],
    ),
    (HEAD + "申报单位除提供符合条件的佐证材料外，还须声明有无违规记录。\n", []),
    (  # what is sent first alone, and what is sent with it in a list
        HEAD + "2.请于5月9日前将申报材料电子文档发至科技处邮箱，同时将申报书原件以及检测证书复印件、应用证明"
        "等其他材料的纸件一式两份交至科技处。\n",
        [
            ("纸质材料", "paper_copy", 2, None),
            ("申报书原件", "form", None, None),
            ("检测证书复印件", "proof", None, None),
            ("应用证明", "proof", None, None),
        ],
    ),
    (
        HEAD + "申请人按要求填写“海工技术特派员申请表”（附件1）。\n",
        [("海工技术特派员申请表", "form", None, None)],
    ),
    (  # 以下简称 leads in no list
        HEAD + "三方需签订《潮汐能人才合同书》（以下简称《合同书》，见附件），现将有关事项通知如下：\n"
        "一、要高度重视合同签订工作\n请各单位指定专人负责。\n",
        [],
    ),
    (
        HEAD + "三、项目管理与验收\n除提交结题报告外，还应提交以下成果材料：\n1.甲类项目：提交1份研究报告。\n",
        [],
    ),
    (
        HEAD + "作品包括但不限于设计方案文档、源码、测试报告，请打包发送至邮箱。\n",
        [("设计方案文档", "other", None, None), ("源码", "other", None, None), ("测试报告", "other", None, None)],
    ),
    (
        HEAD + "四、首批《潮汐能项目申报书》及附件纸质件请于5月23日前提交至本局某科。\n",
        [("《潮汐能项目申报书》", "form", None, None)],
    ),
    (
        HEAD + "申请甲类的务必对课题是否先进进行查新并提交新的查新报告。\n",
        [("查新报告", "proof", None, None)],
    ),
    (HEAD + "五、参赛作品由作者本人邮寄，逾期不收。\n", [("参赛作品", "other", None, None)]),
    (
        HEAD + "三、请填写项目申报意向表（见附件），并于5月24日前反馈我司，逾期不予受理。\n",
        [("项目申报意向表", "form", None, None)],
    ),
    (
        HEAD + "申报单位要撰写自评（申请）报告和提交相关证实性材料，并于5月25日前报送。\n",
        [("相关证实性材料", "other", None, None)],
    ),
    (HEAD + "五、项目管理\n结题材料：1.结题报告；2.审计报告。\n", []),
    (HEAD + "对申请书进行打分，得分最高的30份申请书立项。\n", []),
    (
        HEAD + "申报主体必须提供视频证明材料（5-10分钟），否则视为无效申报材料。\n",
        [("证明材料", "proof", None, None)],
    ),
    (
        HEAD + "3.申报企业请于5月7日前报送培育计划汇总表（附件2）、名单推荐汇总表（附件5）。\n",
        [("培育计划汇总表", "form", None, None), ("名单推荐汇总表", "form", None, None)],
    ),
    (  # 文件要求…如下： leads in no list
        HEAD
        + "根据文件要求现将相关事宜通知如下：\n一、申报要求：\n详见附件1。\n二、注意事项：\n将查新报告附在建议书后。\n",
        [("查新报告", "proof", None, None)],
    ),
    (HEAD + "2、申报者提交申报材料截止时间分别为：7月底、10月底。\n", []),
    (HEAD + "申报人填写《申报书》，并准备相关材料。\n", [("《申报书》", "form", None, None)]),
    (
        HEAD + "申报主体上传营业执照、专利证书、联合体协议等证明材料。\n",
        [
            ("证明材料", "proof", None, None),
            ("营业执照", "proof", None, None),
            ("专利证书", "proof", None, None),
            ("联合体协议", "proof", None, None),
        ],
    ),
    (
        HEAD + "团队填写《对接申请表》（附件），由学校审核汇总，并附汇总表。\n签订合同后10日内提交履约保函。\n",
        [("《对接申请表》", "form", None, None)],
    ),
    (HEAD + "请将申报表和附件材料的扫描件发至产业科邮箱。\n", []),
    (HEAD + "网上申报：3月1日至3月20日，登录某平台（http://a.example）填报并上传扫描件，逾期不受理。\n", []),
    (HEAD + "申报主体对照任务清单（附件1）选题，将盖章扫描件及Word版发送至邮箱。\n", []),
    (
        HEAD + "报送要求\n揭榜任务书（盖章PDF）请于3月13日12点前发科研处邮箱。\n",
        [("揭榜任务书", "form", None, None)],
    ),
    (
        HEAD + "五、有意向的单位请将揭榜申请书（盖章）、单位资质证明、业绩合同关键页报送至某中心。\n"
        "申报表附：前期成果材料、合作单位意见书。另将《课题申报表》word版发至指定邮箱。\n",
        [
            ("揭榜申请书", "form", None, None),
            ("单位资质证明", "proof", None, None),
            ("业绩合同关键页", "proof", None, None),
            ("前期成果材料", "proof", None, None),
            ("合作单位意见书", "proof", None, None),
            ("《课题申报表》", "form", None, None),
        ],
    ),
    (
        HEAD + "三、提交材料\n揭榜单位须将揭榜方案（附件2）、团队职称证明合并为一个PDF文件，发送至指定邮箱。\n",
        [("揭榜方案", "other", None, None), ("团队职称证明", "proof", None, None)],
    ),
    (
        HEAD + "三、申报程序\n请填写《潮汐能项目申报表》（附件2）。各区县主管部门提交《推荐汇总表》（附件3）。",
        [("《潮汐能项目申报表》", "form", None, None)],
    ),
    (
        HEAD + "二、揭榜\n在线提交《揭榜方案》（不超过30页）及营业执照、运营合格证、法定代表人授权书。",
        [
            ("《揭榜方案》", "other", None, None),
            ("营业执照", "proof", None, None),
            ("运营合格证", "proof", None, None),
            ("法定代表人授权书", "proof", None, None),
        ],
    ),
    (
        HEAD
        + "八、提交方式\n团队将模型权重、源代码、技术报告和演示视频（不超过3分钟）打包，命名后发送至邮箱。"
        + "同时将加盖公章的报名表1份寄送至某处。",
        [
            ("模型权重", "other", None, None),
            ("源代码", "other", None, None),
            ("技术报告", "other", None, None),
            ("演示视频", "other", None, None),
            ("报名表", "form", 1, None),
        ],
    ),
    (HEAD + "八、提交方式\n请将作品相关文档材料、源代码和模型文件打包。", []),
    (
        HEAD + "二、复核\n复核企业另需提供近三年发展情况报告（3000字以内）。",
        [("近三年发展情况报告", "proof", None, None)],
    ),
    (
        HEAD + "请填写《成果信息表》并附证书扫描件、产品照片2至3张（JPG格式），发给科研秘书。",
        [
            ("《成果信息表》", "form", None, None),
            ("证书扫描件", "proof", None, None),
            ("产品照片", "other", None, None),
        ],
    ),
    (HEAD + "八、报名\n请登录官网报名，报名表经学校团委盖章后上传。", [("报名表", "form", None, None)]),
    (
        HEAD + "四、报送\n请将《案例申报表》（见附件，加盖公章）及案例电子版发送至指定邮箱。",
        [("《案例申报表》", "form", None, None)],
    ),
    (HEAD + "四、工作要求\n（一）申报主体须签署承诺书，对材料真实性负责。", [("承诺书", "commitment", None, None)]),
    (HEAD + "五、材料报送和联系方式\n（一）材料报送\n请登录系统。\n（二）联系方式\n电话：0571-00000000\n", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_materials(text: str, wanted: list[tuple[str, str, int | None, str | None]]) -> None:
    assert papers(text) == wanted
