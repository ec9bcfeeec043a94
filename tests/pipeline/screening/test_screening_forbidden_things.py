"""Things that a clause forbids by name, and what the work takes."""

import pytest

from pipeline.screening.clauses.forbidden_things import forbidden_thing

CLAUSE = "网衣清洁过程不得使用氯仿、甲苯、丙酮等有机溶剂"


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        (["第一道用2%的稀丙酮浸泡网衣，第二道改用清水"], "第一道用2%的稀丙酮浸泡网衣"),
        (["清洁槽内加入少量甲苯，循环两小时"], "清洁槽内加入少量甲苯"),
        (["清洁只用热水和皂液，不使用甲苯"], None),
        (["第一道用热水，以柠檬酸替代丙酮"], None),
        (["同类产品使用甲苯浸泡网衣，本项目用热水"], None),
        (["残留量用丙酮提取后以气相色谱检测"], None),
        (["槽体选用耐丙酮的衬里"], None),
        (["第一道用2%的丙酮浸泡", "全过程不使用丙酮"], None),  # which of the two holds is not told
    ],
)
def test_a_thing_of_the_list(said: list[str], taken: str | None) -> None:
    assert forbidden_thing(CLAUSE, said) == taken


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("不得使用进口的芯片、操作系统、数据库", "监测数据采用数据库存储"),
        ("不得采用国外芯片、操作系统和数据库", "平台采用操作系统级隔离机制"),
        ("不得使用未经检定的仪器、量具", "外形尺寸使用量具测量"),
        ("不依赖卫星导航实现自主定位", "海试时用卫星导航信号评估定位误差"),
    ],
)
def test_what_is_forbidden_is_the_kind_and_not_the_thing(clause: str, said: str) -> None:
    assert forbidden_thing(clause, [said]) is None


def test_one_thing_alone_is_no_list() -> None:
    assert forbidden_thing("养殖过程不得使用抗生素", ["治病时使用抗生素"]) is None


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("出厂前每吨涂料投加有机防腐剂异噻唑啉酮2千克", "出厂前每吨涂料投加有机防腐剂异噻唑啉酮2千克"),
        ("储存稳定性由低水活度配方保证，不投加有机防腐剂", None),
        ("同类产品靠投加有机防腐剂保质，本项目不用", None),
        ("涂料中有机防腐剂残留量送检", None),
    ],
)
def test_what_nothing_may_rest_on(said: str, taken: str | None) -> None:
    assert forbidden_thing("不得依靠外加有机防腐剂实现长期储存", [said]) == taken
    assert forbidden_thing("外加有机防腐剂用量不高于0.1%", [said]) is None


def test_each_of_the_list_has_its_kind() -> None:
    assert forbidden_thing("不得采用外购整机、外购控制器", ["采用外购控制器"]) == "采用外购控制器"
