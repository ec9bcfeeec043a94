"""Paragraphs that a copy ran together in one line, and numbers of headings on a line of their own."""

from itertools import pairwise

import pytest
from documents import document

from pipeline.structure import structure
from pipeline.structure.page.runs import paragraph_starts, title_starts

PAGE = (
    "关于开展潮汐能企业复审的通知 各县区科技局: 根据《潮汐能企业管理办法》（潮科〔2024〕8号），现将有关事项通知如下: "
    "一、复审范围 我市2023年度认定的潮汐能企业（名单见附件1）。 二"
    "、材料受理 各县区将材料汇总，于8月15日以前上报，材料一式两份。 "
    "1.须如实填写; 2.须加盖公章。 三、其他事项 未尽事宜另行通知。 联系方式: 1. 海岚市科技局: 联系人:陶一帆 "
    "联系电话:0599-5000123 附件: 1.名单 2026年6月27日 |"
)
PARTS = [
    "关于开展潮汐能企业复审的通知",
    "各县区科技局:",
    "根据《潮汐能企业管理办法》（潮科〔2024〕8号），现将有关事项通知如下:",
    "一、复审范围",
    "我市2023年度认定的潮汐能企业（名单见附件1）。",
    "二、材料受理",
    "各县区将材料汇总，于8月15日以前上报，材料一式两份。",
    "1.须如实填写;",
    "2.须加盖公章。",
    "三、其他事项",
    "未尽事宜另行通知。",
    "联系方式: 1. 海岚市科技局:",
    "联系人:陶一帆",
    "联系电话:0599-5000123",
    "附件: 1.名单",
    "2026年6月27日 |",
]
FUSED = (
    "各区（县）农办:为加强龙头企业培育，现将有关工作通知如下:一、申报对象新申报企业要求以农产品生产为主业，具有独立法人资格。"
    "二、申报类型企业按经营状况自主选择，由各区（县）农办审核推荐。四、申报材料企业应如实提供申报表，于10月31日前报送，逾期不再受理，由各区（县）农办汇总。"
)
COMMAS = (
    "为培育孵化器，现把要求通知如下:一、认定条件:1、市域内企事业单位，场地面积在500平方米以上，租期内不得变更用途，2、在孵企业达10家以上，"
    "3、有50万元以上的种子资金，二、申报材料1、按照认定申报书要求填写，联系人:陶一帆电话:0599-5000123，另附营业执照复印件加盖公章一并报送。"
)
# the copy has lost the first chapter, and some items; a first part or a usual title ends a chapter's title
LOSSY = (
    "组织动员区内有绿色制造创建意向、具备培育条件的工业企业和园区，填报本年度绿色制造培育计划汇总表，二、2026年度名单推荐工作(一)自愿申报，由第三方机构开展评价，"
    "2.参与评价工作的第三方机构项目总计不得超过15项，3.申报企业请于2026年5月7日前报送推荐汇总表，7.所在镇出具的纳税证明，"
    "三、联系方式联系人:陶一帆电话:0599-5000123附件:1.申报表.doc海岚市青屿区农业农村局2026年9月22日(联系人:陶一帆。"
)
# one paragraph: its numbers part a sentence
SENTENCE = (
    "重点支持以下方向的研究：一、潮汐能发电机组；二、海上浮式平台；三、智能运维系统，"
    + "各方向均须有明确的示范场景。" * 8
)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (PAGE, PARTS),
        (
            FUSED,
            ["各区（县）农办:", "为加强", "一、申报对象", "新申报", "二、申报类型", "企业按", "四、申报材料", "企业应"],
        ),
        (COMMAS, ["为培育", "一、认定条件:", "1、市域", "2、在孵", "3、有50", "二、申报材料", "1、按照", "联系人:"]),
        (
            LOSSY,
            [
                "组织动员",
                "二、2026",
                "(一)自愿",
                "2.参与",
                "3.申报",
                "7.所在",
                "三、联系方式",
                "联系人:",
                "海岚市",
                "(联系人",
            ],
        ),
        (SENTENCE, ["重点支持"]),
        ("一、申报条件 二、申报材料 三、申报时间", ["一、申报条件"]),
    ],
)
def test_where_paragraphs_begin(line: str, parts: list[str]) -> None:
    edges = [0, *paragraph_starts(line)]
    assert [line[at:].startswith(part) for at, part in zip(edges, parts, strict=True)] == [True] * len(parts)


def test_the_chapters_of_a_line_are_sections() -> None:
    text, outline = structure(document(PAGE))
    assert [(s.number, s.title) for s in outline.sections] == [
        ("一", "复审范围"),
        ("二", "材料受理"),
        ("三", "其他事项"),
    ]
    assert all(text.document.text[text.offsets[s.start]] == (s.number or "")[0] for s in outline.sections)


def test_numbers_on_a_line_of_their_own() -> None:
    words = (
        "海岚区奖励申报通知\n一\n申报范围\n在库制造业企业。\n二\n申报流程\n"
        "(一)\n企业申报\n填报申报表。\n(二)\n属地初审\n镇街审核。\n"
    )
    _, outline = structure(document(words))
    assert [(s.number, s.title, s.level) for s in outline.sections] == [
        ("一", "申报范围", 1),
        ("二", "申报流程", 1),
        ("(一)", "企业申报", 2),
        ("(二)", "属地初审", 2),
    ]


def test_a_day_on_a_line_of_its_own_goes_with_what_is_due() -> None:
    words = (
        "时间节点\n1月15日以前 |\n申请人完成初稿，交到二级部门。 |\n"
        "1月16日-19日\n邀请校内专家修改申请书。\n2026年5月2日\n"
    )
    text, _ = structure(document(words))
    assert [text.clean[b.start : b.end] for b in text.blocks] == [
        "时间节点",
        "1月15日以前 申请人完成初稿，交到二级部门。",
        "1月16日-19日 邀请校内专家修改申请书。",
        "2026年5月2日",
    ]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("4.1 任务理解 4.2 技术路线（附图） 4.3 进度", ["4.1 任务理解", "4.2 技术路线（附图）", "4.3 进度"]),
        ("4.1 任务理解 4.2 技术路线 4.3 进度 4.4", ["4.1 任务理解", "4.2 技术路线", "4.3 进度", "4.4"]),
        ("4.1 任务理解 4.2 技术路线", ["4.1 任务理解 4.2 技术路线"]),  # two may be a figure's or a sentence's
        ("4.1 条件如下。 4.2 时间 4.3 方式", ["4.1 条件如下。 4.2 时间 4.3 方式"]),
        ("4.1 米 5.2 米 6.3 米", ["4.1 米 5.2 米 6.3 米"]),
    ],
)
def test_titles_of_an_outline_in_one_line(line: str, titles: list[str]) -> None:
    edges = [0, *title_starts(line), len(line)]
    assert [line[a:b].strip() for a, b in pairwise(edges)] == titles
