import pytest

from extractors.values.organisations import is_organisation, kind_of, organisation_named

KINDS = [
    ("岱州澄海机器人有限公司", "company"),
    ("岱州银行", "company"),
    ("岱州理工大学", "school"),
    ("岱州职业技术学院（南校区）", "school"),
    ("岱州市第一人民医院", "hospital"),
    ("岱州先进材料研究院", "institute"),
    ("海洋装备重点实验室", "institute"),
    ("岱州市机器人行业协会", "association"),
    ("岱州市科学技术局", "authority"),
    ("岱州高新区管委会", "authority"),
    ("揭榜挂帅工作专班", "other"),
]
NO_NAMES = [
    "并于2026年5月24日前反馈我司",
    "原则上每个项目择优推荐1个团队",
    "交科技与规划发展处",
    "装订)交科技处",
    "请联系",
    "2026年",
    "有关单位",
    "如有疑问，请致电科技局",
    "材料",
]
NAMED = [
    ("以上材料请同时报送电子文档至科研处信箱", "科研处"),
    ("请联系市科技局高新科", "市科技局高新科"),
    ("材料送至岱州市科技创新服务中心", "岱州市科技创新服务中心"),
    ("不清楚的地方可以问", None),
]


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize("words", NO_NAMES)
def test_no_organisation(words: str) -> None:
    assert not is_organisation(words)
    assert kind_of(words) is None


@pytest.mark.parametrize(("words", "name"), NAMED)
def test_named_in_prose(words: str, name: str | None) -> None:
    assert organisation_named(words) == name
