import pytest

from pipeline.screening.conditions.applicants import admitted_kinds, meant_for

CLOSED = [
    ("申报单位须为企业", {"company"}),
    ("申报主体为在本市注册的企业", {"company"}),
    ("限企业申报", {"company"}),
    ("仅限高校和科研院所申报", {"school", "institute"}),
    ("牵头单位应为具有独立法人资格的高新技术企业", {"company"}),
    ("牵头单位必须是高等学校、科研院所或医院", {"school", "institute", "hospital"}),
    ("揭榜单位为中小企业", {"company"}),
    ("申报单位须为企业，或由企业牵头联合高校共同申报", {"company"}),
    ("申报单位须为入驻海岚大学城的科研机构，或注册地在海岚市的企业", {"institute", "company"}),
]
OPEN = [
    "申报单位须为企业、高校、科研院所等单位",
    "申报单位为在本市注册的企事业单位",
    "申报单位应为独立法人",
    "申报主体为企业或产业联合体",
    "鼓励企业牵头申报",
    "申报单位在某市注册",
    "合作单位须为高校",
    "申报单位为企业的，应提供财务审计报告",
    "如申报单位为企业，须提供审计报告",
    "A类项目牵头单位须为企业",
    "申报主体为具有独立法人资格的各类创新主体",
    "项目负责人须为申报单位正式职工",
    "申报单位原则上应为企业",
    "申报主体不限企业申报",
]


@pytest.mark.parametrize(("condition", "kinds"), CLOSED)
def test_kinds_admitted(condition: str, kinds: set[str]) -> None:
    assert admitted_kinds(condition) == kinds


@pytest.mark.parametrize("condition", OPEN)
def test_open_to_others(condition: str) -> None:
    assert admitted_kinds(condition) is None


@pytest.mark.parametrize(
    ("condition", "kinds"),
    [
        ("企业牵头的，自筹经费与省拨经费的比例不低于2:1", {"company"}),
        ("企业或合作社牵头的，自筹资金不得低于补助资金", {"company"}),
        ("与合作社联合申报的，须签订协议", None),
        ("由企业作为牵头单位申报的，须有研发机构", {"company"}),
        ("申报单位为高校、科研院所的，须有企业参加", {"school", "institute"}),
        ("牵头单位应为企业，自筹经费不少于500万元", None),
        ("联合申报的，须签订协议", None),
        ("与企业联合申报的，须签订协议", None),
        ("企业自筹资金的，须提供证明", None),
    ],
)
def test_whom_a_condition_binds(condition: str, kinds: set[str] | None) -> None:
    assert meant_for(condition) == kinds
