"""The directions of whole calls, and where the parts of one begin and end."""

import pytest
from documents import document, table

from extractors.directions.directions import find_directions
from pipeline.structure import structure
from schemas.document import HeadingMark

LABELLED = (
    "深海装备任务榜单\n一、关键部件\n（一）耐压舱体\n研究内容：研制轻质耐压舱体。\n考核指标：工作水深不小于6000米。\n"
    "（二）水声通信机\n研究内容：研制远距离水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "二、整机\n（三）布放机器人\n研究内容：研制布放机器人。\n考核指标：布放时间不超过30分钟。\n附件：1.申报书\n"
)


TITLED = (
    "关于发布榜单的通知\n各有关单位：\n现将榜单公布如下。\n方向一：耐压舱体\n"
    "攻关内容：研制舱体。\n目标：水深6000米以上。\n"
    "完成时限：2027年6月\n方向二：水声通信机\n攻关内容：研制通信机。\n目标：距离10公里以上。\n"
)


LISTED = (
    "关于申报示范项目的通知\n一、受理项目\n（一）海水养殖示范项目\n"
    "（二）海岛微电网示范项目\n二、申报条件\n在本市注册。\n"
)


BOXES = "申报表\n申报方向：\n□方向1：耐压舱体 □方向2：水声通信机\n单位名称：\n单位地址：\n"


ORDINARY = (
    "关于申报补助的通知\n一、申报条件\n（一）在本市注册，研发投入不低于3%；\n（二）财务制度健全。\n二、支持方式\n"
    "（一）资质奖励。每家奖励20万元。\n（二）评估奖励。每家奖励10万元。\n三、工作要求\n任务要求：按时报送。\n"
)


LETTERED = (
    "开放课题指南\n一、揭什么榜\n榜题A：预报大模型\n要解决的问题：时效低。\n要做到什么程度：误差不大于0.6℃。\n"
    "榜题B：声纹识别\n要解决的问题：样本少。\n要做到什么程度：识别率高于85%。\n二、谁能揭榜\n高校或企业。\n"
)


PARAGRAPHS = (
    "关于张榜的公告\n各有关单位：\n现公开张榜。\n壹、榜单\n甲类：茶产业\n"
    "（1）采茶机轻量化技术。内容：研发采茶机。目标：完整率85%以上。榜金：60万元。\n乙类：菌菇产业\n"
    "（2）香菇良种选育。内容：选育品种。目标：选育新品种2个。榜金：40万元。\n贰、条件\n揭榜者应当是高校或企业。\n"
)


COUNTED = (
    "关于征集团队的通知\n1 项目方向\n本年度共设两个方向。\n其一，无水染色介质循环利用。要求回收率高于97%。\n"
    "其二，疵点在线检测。要求漏检率小于0.5%。\n2 申报要求\n其一，负责人须在职。\n其二，材料齐全。\n"
)


ANNOUNCED = (
    "关于张榜的通知\n各单位：\n为破解难题，现凝练形成三个攻关任务：一是潮位精准预报，要求误差不超过5厘米；"
    "二是浮标远程供电，要求续航一年以上；三是海冰图像识别，准确率不低于95%。\n一、揭榜条件\n在本市注册。\n"
)


GUIDE = (
    "附件1\n韧性交通专项2026年度项目申报指南\n1 桥隧安全\n1.1 吊索检测机器人\n研究内容：研制检测机器人。\n"
    "考核指标：检出率≥95%。\n1.2 衬砌预警系统\n研究内容：研制预警系统。\n考核指标：虚警率＜5%。\n"
    "申报要求\n1. 申报单位应为法人。\n2. 申报书限35页。\n"
)


DUTIES = (
    "关于申报的通知\n一、重点任务\n一是申报单位应当如实填报，不得弄虚作假；二是请各地认真组织，按时报送。\n"
    "二、其他\n特此通知。\n"
)


ORDINAL = (
    "公开征集书\n现公开张榜。\n第一榜 储罐堵漏机器人\n要解决什么：人工处置风险高。\n要达到什么：负载不小于25公斤。\n"
    "什么时候交：签约后十个月。\n第二榜 硝化连续化改造\n要解决什么：持液量大。\n要达到什么：持液量减少95%以上。\n"
    "谁能揭榜：企业均可揭榜。\n"
)


JUDGED = (
    "关于举办算子优化比赛的通知\n一、答题要求\n自选算子完成优化。\n二、作品评选标准\n（一）打榜赛制\n"
    "1. 主要任务\n各队伍多次提交。\n2. 考核指标\n延迟不高于5ms的得满分。\n（二）专家打分\n看原创性。\n"
)


BULLETS = (
    "攻关公告\n运营一线提出如下题目：\n◆【题目】燃弧在线识别\n▪现场痛点：巡检靠人工。\n▪我们希望：检出率>98%。\n"
    "◆【题目】平台病害巡检\n▪现场痛点：天窗时间短。\n▪我们希望：续航>15km。\n◆参与资格\n▪法人单位均可。\n"
    "◆提交清单\n▪破题方案\n▪营业执照\n"
)


TWO_LINES = (
    "聚变部件榜题汇编\n榜题一\n钨铜模块扩散连接\n一、背景与需求\n界面易开裂。\n二、攻关目标\n① 剪切强度≥150MPa；\n"
    "榜题二\n氚增殖剂小球制备\n一、背景与需求\n离散大。\n二、攻关目标\n① 球形度≤1.05；\n"
)


CODED = (
    "任务指南\n专题一：极地观测（编码JD-A）\n任务A1 冰下潜航器\n任务内容：研制潜航器。\n任务目标：深度不小于2000米。\n"
    "任务A2 海冰厚度反演\n任务内容：建立模型。\n任务目标：误差不大于0.2米。\n专题二：深海开发\n"
    "任务B1 结核采集头\n任务内容：研制采集头。\n任务目标：采集率≥85%。\n"
)


PLAINLY = (
    "帮企业解难题\n来啦！看看有没有你能揭的～\n需求①：洗水废水回用\n企业：某服饰\n痛在哪：回用率只有30%\n"
    "想要啥：回用率做到85%以上\n需求②：蓬松度检测仪\n企业：某科技\n痛在哪：出结果慢\n想要啥：偏差3%以内\n"
    "谁能来？\n课题组都行。\n要带啥？\n意向表、案例证明\n"
)


LISTED_ONE_A_LINE = (
    "联合发布揭榜课题\n现凝练课题如下。\n课题清单\n课题1｜壁画病害识别：研发模型。要求：准确率≥88%。\n"
    "课题2｜戏曲动作数字化：研发动捕。要求：误差≤15mm。\n申报说明\n申报单位应为法人。\n"
)


ALONE = (
    "关于揭榜的公告\n现就下列榜单公开征集揭榜团队。\n榜单名称：幕墙隐患快速排查\n"
    "攻关内容：①研发检测方法；②研发识别算法。\n预期成效：检出率不低于92%。\n"
)


NUMBERED_ON = (
    "关于申报项目的通知\n一、榜单方向\n（一）海岛种业\n1.耐盐牧草良种选育。创制育种材料，选育新品种2个以上。\n"
    "2.近海贝类苗种繁育。突破繁育技术，出苗率不低于60%。\n（二）渔业装备\n3.浮筏智能采收机。研制样机，破损率小于3%。\n"
    "上述任务均应于2028年12月31日前完成。\n二、申报条件\n（一）在本市注册。\n"
)


# each group counts anew: what is to be done in a direction
TASKS = (
    "关于申报项目的通知\n一、榜单方向\n（一）耐盐牧草良种选育\n1.创制育种材料。筛选亲本。\n2.选育新品种。品种2个以上。\n"
    "（二）浮筏智能采收机\n1.研制样机。破损率小于3%。\n2.海上示范应用。面积不少于100亩。\n二、申报条件\n（一）在本市注册。\n"
)


# text, [(number, name, category)]
CASES = [
    (  # the only direction of its call, with what is asked and aimed at; a line that only looks like one
        "揭榜公告\n一、揭榜任务\n方向1：潮汐能发电机组\n揭榜任务：研制大功率机组。\n预期目标：效率不低于85%。\n二、申报条件\n在本市注册。\n",
        [(1, "潮汐能发电机组", None)],
    ),
    ("揭榜公告\n一、揭榜任务\n方向1：潮汐能发电机组\n具体见附件。\n二、申报条件\n在本市注册。\n", []),
    (  # how the projects are run
        "关于课题的通知\n二、课题申报\n登录系统。\n三、项目管理\n1.评审程序：组织专家评审。\n2.成果形式：研究报告。\n3.研究内容：自拟。\n",
        [],
    ),
    (PLAINLY, [(1, "洗水废水回用", None), (2, "蓬松度检测仪", None)]),
    (LISTED_ONE_A_LINE, [(1, "壁画病害识别", None), (2, "戏曲动作数字化", None)]),
    (ALONE, [(1, "幕墙隐患快速排查", None)]),
    (JUDGED, []),
    (BULLETS, [(1, "燃弧在线识别", None), (2, "平台病害巡检", None)]),
    (TWO_LINES, [(1, "钨铜模块扩散连接", None), (2, "氚增殖剂小球制备", None)]),
    (
        CODED,
        [
            (1, "冰下潜航器", "极地观测（编码JD-A）"),
            (2, "海冰厚度反演", "极地观测（编码JD-A）"),
            (3, "结核采集头", "深海开发"),
        ],
    ),
    (ORDINAL, [(1, "储罐堵漏机器人", None), (2, "硝化连续化改造", None)]),
    (COUNTED, [(1, "无水染色介质循环利用", None), (2, "疵点在线检测", None)]),
    (ANNOUNCED, [(1, "潮位精准预报", None), (2, "浮标远程供电", None), (3, "海冰图像识别", None)]),
    (GUIDE, [(1, "吊索检测机器人", None), (2, "衬砌预警系统", None)]),
    (DUTIES, []),
    (LABELLED, [(1, "耐压舱体", "关键部件"), (2, "水声通信机", "关键部件"), (3, "布放机器人", "整机")]),
    (TITLED, [(1, "耐压舱体", None), (2, "水声通信机", None)]),
    (LISTED, [(1, "海水养殖示范项目", None), (2, "海岛微电网示范项目", None)]),
    (BOXES, [(1, "耐压舱体", None), (2, "水声通信机", None)]),
    (
        LABELLED.split("附件")[0] + "附件\n申报表\n□方向11：耐压舱体\n□方向12：水声通信机\n□方向13：布放机器人\n",
        [(11, "耐压舱体", "关键部件"), (12, "水声通信机", "关键部件"), (13, "布放机器人", "整机")],
    ),
    (LETTERED, [(1, "预报大模型", None), (2, "声纹识别", None)]),
    (PARAGRAPHS, [(1, "采茶机轻量化技术", "茶产业"), (2, "香菇良种选育", "菌菇产业")]),
    (ORDINARY, []),
    (
        NUMBERED_ON,
        [
            (1, "耐盐牧草良种选育", "海岛种业"),
            (2, "近海贝类苗种繁育", "海岛种业"),
            (3, "浮筏智能采收机", "渔业装备"),
        ],
    ),
    (TASKS, [(1, "耐盐牧草良种选育", None), (2, "浮筏智能采收机", None)]),
]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "根据《关于发布“海洋牧场共性技术研发”等专项的通知》，为完成“深水网箱养殖与加工示范”和“耐盐作物新品种选育及推广”"
            "海岚项目申报，现公开征集牵头单位。",
            ["深水网箱养殖与加工示范", "耐盐作物新品种选育及推广"],
        ),
        ("现启动“大学生创新训练计划项目”和“本科生科研训练基金”项目申报。", []),  # programmes
        ("以“数据汇聚海岚智慧未来”为主题征集作品。", []),
    ],
)
def test_directions_in_quotation_marks(words: str, wanted: list[str]) -> None:
    found = find_directions(*structure(document(f"各有关单位：\n{words}\n一、申报条件\n在本市注册。\n")))
    assert [direction.name for direction in found] == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "面向深水网箱、藻类育种和潮汐发电3个重点方向，发掘一批优势单位。",
            ["深水网箱", "藻类育种", "潮汐发电"],
        ),
        ("围绕渔业、航运等六个方向征集作品。", []),  # more than are named
        ("按照条件、程序、材料三个专题组织培训。", []),
        ("面向企业、高校2类单位征集。", []),
        ("近年来，我市聚焦智能制造、新材料、生物医药三大方向持续发力。", []),
        ("面向高校、科研院所、企业三类申报方向征集作品。", []),
    ],
)
def test_directions_that_a_sentence_lists_and_counts(words: str, wanted: list[str]) -> None:
    found = find_directions(*structure(document(f"各有关单位：\n{words}\n一、申报条件\n在本市注册。\n")))
    assert [direction.name for direction in found] == wanted


def test_directions_called_types() -> None:
    types = "（1）类型一：智慧渔港试点。任务：建设平台。\n（2）类型二：深水网箱试点。任务：研制网箱。\n"
    found = find_directions(*structure(document(f"各有关单位：\n一、试点类型\n{types}二、申报条件\n在本市注册。\n")))
    assert [(direction.number, direction.name) for direction in found] == [(1, "智慧渔港试点"), (2, "深水网箱试点")]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_directions(text: str, wanted: list[tuple[int, str, str | None]]) -> None:
    found = find_directions(*structure(document(text, hard_wrapped=False)))
    assert [(d.number, d.name, d.category) for d in found] == wanted


def test_parts_end_where_the_attachments_begin() -> None:
    text, outline = structure(document(LABELLED, hard_wrapped=False))
    last = find_directions(text, outline)[-1]
    assert last.goals[-1].of(text.clean) == "布放时间不超过30分钟。"


def test_what_holds_for_all_below_the_last_of_the_numbers_that_go_on_is_none_of_it() -> None:
    text, outline = structure(document(NUMBERED_ON, hard_wrapped=False))
    assert find_directions(text, outline)[-1].tasks[-1].of(text.clean) == "研制样机，破损率小于3%"


def test_due_and_labels_of_a_titled_line() -> None:
    text, outline = structure(document(TITLED, hard_wrapped=False))
    first = find_directions(text, outline)[0]
    assert [span.of(text.clean) for span in (*first.tasks, *first.goals)] == ["研制舱体。", "水深6000米以上。"]
    assert first.due == "2027-06"


def test_a_mark_behind_the_number_and_a_figure_at_the_head_of_the_name() -> None:
    words = (
        "关于印发指南的通知\n一、支持方向\n（一）海洋装备\n方向1. 15兆瓦级风电平台\n研究内容：耦合分析。\n"
        "考核指标：水深50米以上。\n（二）海洋医药\n方向2. 海洋药物\n研究内容：结构修饰。\n考核指标：纯度在98%以上。\n"
        "二、申报条件\n在省内注册。\n"
    )
    found = find_directions(*structure(document(words, hard_wrapped=False)))
    assert [(d.number, d.name, d.category) for d in found] == [
        (1, "15兆瓦级风电平台", "海洋装备"),
        (2, "海洋药物", "海洋医药"),
    ]


def test_a_labelled_name_below_a_bare_head() -> None:
    words = "".join(
        f"榜单{n}\n技术需求：{name}\n需求描述：解决漏检。\n技术指标：检出率≥99%。\n"
        for n, name in zip("一二", ("缺陷检测系统", "陶瓷基板制备"), strict=True)
    )
    found = find_directions(*structure(document("揭榜引才榜单\n" + words, hard_wrapped=False)))
    assert [(d.name, len(d.tasks), len(d.goals)) for d in found] == [("缺陷检测系统", 1, 1), ("陶瓷基板制备", 1, 1)]


def test_the_last_direction_ends_where_its_chapter_does() -> None:
    words = (
        "挑战赛揭榜公告\n1 赛题设置\n赛题一：小目标检测\n任务描述：检测目标。\n性能要求：概率≥95%。\n"
        "赛题二：航迹跟踪\n任务描述：融合数据。\n性能要求：误差小于15m。\n2 参赛条件\n每队不超过8人。\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    assert [span.of(text.clean) for span in find_directions(text, outline)[-1].goals] == ["误差小于15m。"]


def test_labels_in_brackets_stand_anywhere_in_a_line() -> None:
    words = (
        "关于发布场景清单的公告\n一、场景清单\n场景1：安全监管\n【场景需求】建设预警系统。\n"
        "【建设目标】准确率≥95%。\n【场景投资】约680万元　【场景业主】某局\n"
        "场景2：无人环卫\n【场景需求】开展常态化作业。\n【建设目标】里程120公里。\n"
        "【场景投资】约90万元　【场景业主】某公司\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    found = find_directions(text, outline)
    assert [d.name for d in found] == ["安全监管", "无人环卫"]
    assert [[span.of(text.clean) for span in d.goals] for d in found] == [["准确率≥95%。"], ["里程120公里。"]]


def test_headings_of_a_page_and_lists_of_terms() -> None:
    words = ["揭榜专区", "高产菌株", "出题企业", "某某科技有限公司", "期望指标", "产量≥120g/L。"]
    words += ["低温增韧", "出题企业", "某某新材料有限公司", "期望指标", "强度≥25MPa。", "揭榜须知", "揭榜方为企业。"]
    levels = {"揭榜专区": 1, "高产菌株": 3, "低温增韧": 3, "揭榜须知": 2}
    text = "\n".join(words) + "\n"
    spans = [(text.index(w), w) for w in words]
    headings = tuple(HeadingMark(start, start + len(w), levels[w]) for start, w in spans if w in levels)
    found = find_directions(*structure(document(text, headings=headings, hard_wrapped=False)))
    assert [(d.number, d.name) for d in found] == [(1, "高产菌株"), (2, "低温增韧")]


def test_the_caption_of_a_table_behind_is_no_goal() -> None:
    rows = [["编号", "榜单名称"], ["1", "耐压舱体"], ["2", "水声通信机"]]
    text, outline = structure(table(rows, LABELLED.removesuffix("附件：1.申报书\n") + "榜单汇总表\n"))
    last = find_directions(text, outline)[-1]
    assert [span.of(text.clean) for span in last.goals] == ["布放时间不超过30分钟。"]


CODED = (
    "一、榜单题目\n◆ HTYJ-2026-01  浮标烟火识别\n【需求内容】研制识别系统。\n【考核指标】识别率≥96%。\n"
    "◆ HTYJ-2026-02  潮汐精细化预报\n【需求内容】建设预报模型。\n【考核指标】准确率≥85%。\n"
    "二、申报要求\n1. 申报单位为企业。\n"
)
NAMED_ABOVE = (
    "一、揭榜方向\n本次共设2个方向。\n1．预报模型与装备。\n任务：研制预报模型。须按乡镇发布。\n指标：准确率不低于85%。\n"
    "2．浮标在途温控系统。\n任务：研制采集终端。\n指标：误差不超过0.3℃。\n二、申报条件\n1．申报单位为企业。\n"
)
CHAPTERS = (
    "附件1\n揭榜榜单\n第一章 耐压舱体\n1.1 研究内容\n面向深海作业，研制耐压舱体。\n"
    "1.2 考核指标\n（1）水深不低于6000米。\n"
    "1.3 有关说明\n揭榜单位须建立质量追溯制度。\n第二章 水声通信机\n2.1 研究内容\n面向组网，研制通信机。\n"
    "2.2 考核指标\n（1）距离不低于10公里。\n2.3 有关说明\n揭榜单位须开展海试。\n"
)
ORDINALS = (
    "1、揭榜题目\n本次张榜两道题。\n1.1 第一题：鲜乳保鲜延长技术\n"
    "需拉长保鲜期。要求：不得添加防腐剂。指标：保质期不少于21天。\n"
    "1.2 第二题：乳清综合利用技术\n需开发回收工艺。要求：产品达到食品级。指标：回收率不低于88%；能力不低于40吨。\n"
    "2、谁可以揭榜\n2.1 中国境内注册的法人。\n"
)
BARRED = (
    "▍01 榜题是什么\n▶ 榜题一　浮标精准调水\n【要解决什么】\n要讲清数据怎样传回来。\n【要达到什么】\n① 节水率≥18%\n"
    "▶ 榜题二　冷链续传\n【要解决什么】\n要解决断网时的补传。\n【要达到什么】\n① 接入仓≥25座\n② 间隔≤5分钟\n"
    "▍02 谁能来揭榜\n✔ 牵头单位在海岚省内注册；\n▍03 交什么\n申报表。\n"
)
PLAIN_BELOW_ONE = (
    "1　支持方向\n方向一　浮标协同监管\n建设监管体系。\n考核指标：识别率不低于95%。\n方向二　形变监测\n建设监测应用。\n"
    "考核指标：误差不大于5毫米。\n2　申报条件\n2.1 申报单位应在海岚市注册。\n3　联系方式\n业务咨询：某处\n"
)


@pytest.mark.parametrize(
    ("call", "names", "last"),
    [
        (CODED, ["浮标烟火识别", "潮汐精细化预报"], "准确率≥85%。"),
        (NAMED_ABOVE, ["预报模型与装备", "浮标在途温控系统"], "误差不超过0.3℃。"),
        (
            "1 攻关方向\n1.1 HT-1 浮标烟火识别\n1.1.1 攻关内容\n（1）研制识别系统。\n"
            "1.1.2 技术指标\n（1）识别率≥96%。\n1.2 HT-2 潮汐预报\n1.2.1 攻关内容\n（1）建设模型。\n"
            "1.2.2 技术指标\n（1）准确率≥85%。\n2 揭榜条件\n企业。\n",
            ["浮标烟火识别", "潮汐预报"],
            "（1）准确率≥85%。",
        ),
        (CHAPTERS, ["耐压舱体", "水声通信机"], "（1）距离不低于10公里。"),
        (
            "附件1\n攻关榜单\n榜单编号\n01\n榜单名称\n多胎绵羊新品系培育\n任务说明\n育成新品系。\n指标\n产羔率\n≥220%\n"
            "榜单编号\n02\n榜单名称\n冷冻精液输精技术\n任务说明\n把精液冻存好。\n指标\n精子活力\n≥45%\n",
            ["多胎绵羊新品系培育", "冷冻精液输精技术"],
            "精子活力\n≥45%",
        ),
        (BARRED, ["浮标精准调水", "冷链续传"], "①接入仓≥25座\n②间隔≤5分钟"),
        (ORDINALS, ["鲜乳保鲜延长技术", "乳清综合利用技术"], "回收率不低于88%；能力不低于40吨。"),
        (PLAIN_BELOW_ONE, ["浮标协同监管", "形变监测"], "误差不大于5毫米。"),
    ],
)
def test_names_on_lines_of_their_own(call: str, names: list[str], last: str) -> None:
    text, outline = structure(document("关于发布揭榜挂帅榜单的公告\n" + call, hard_wrapped=False))
    found = find_directions(text, outline)
    assert [d.name for d in found] == names
    assert [span.of(text.clean) for span in found[-1].goals] == [last]


ASKED = (
    "关于张榜的指南\n各有关单位：\n现以问答形式说明。\n问一  今年张了哪些榜？\n答：共2个方向。申报单位只能选一个。\n"
    "1．智能采摘机器人。面向丘陵茶园，研制自走式机器人。整机应能自主行走。完成时，识别率不低于92%。\n"
    "2．连续化杀青装备。面向制茶能耗高的问题，研制成套装备。应以电能替代燃煤。完成时，处理量不低于300kg/h。\n"
    "问二  什么样的单位可以揭榜？\n答：应在境内注册。\n"
)


def test_directions_that_an_answer_counts() -> None:
    text, outline = structure(document(ASKED, hard_wrapped=False))
    found = find_directions(text, outline)
    assert [(d.number, d.name) for d in found] == [(1, "智能采摘机器人"), (2, "连续化杀青装备")]
    assert found[-1].tasks[-1].of(text.clean).endswith("处理量不低于300kg/h")
    assert [section.title for section in outline.sections][-1] == "什么样的单位可以揭榜？"


HEAD = "关于张榜的公告\n各有关单位：\n现公开张榜。\n"
BEHIND = "谁可以揭榜。\n揭榜者须具有独立法人资格。\n"


@pytest.mark.parametrize(
    ("call", "tasks"),
    [
        (  # the task itself has no label, what is asked besides has one
            "榜题一　苦涩味调控技术。目前下树率不到四成。要拿出成套工艺，使得分达到88分以上。"
            "落实事项：在县内茶厂试制。\n"
            "榜题二　轻便采茶机。要研制采茶机，重量不超过35公斤。落实事项：样机须经查验。\n" + BEHIND,
            ["要研制采茶机，重量不超过35公斤", "样机须经查验。"],
        ),
        (  # the last one ends as the others do
            "题目一：黑鲈新品种选育\n要做什么：育成新品系。\n还须注意：来源须可追溯。\n"
            "题目二：河蟹早繁苗培育\n要做什么：建立育苗技术。\n还须注意：不使用违禁药物。\n"
            "题目三：刺参耐高温品系\n要做什么：建立耐热品系。\n还须注意：试养户须签订知情书。\n"
            "揭榜的单位要符合这几条：一要有法人资格；二要有试验基地。\n",
            ["建立耐热品系。", "试养户须签订知情书。"],
        ),
    ],
)
def test_what_is_asked_besides(call: str, tasks: list[str]) -> None:
    text, outline = structure(document(HEAD + call, hard_wrapped=False))
    assert [span.of(text.clean) for span in find_directions(text, outline)[-1].tasks] == tasks
