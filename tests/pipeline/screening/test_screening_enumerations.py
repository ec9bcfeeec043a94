"""Parts of an enumerated clause that an application does not mention."""

import pytest

from pipeline.screening.clauses.enumerations import Unanswered, the_one_left_out, unanswered

TEXT = "项目建设海洋观测样本库，研制浮标在线标定装置，并把岸基雷达接入统一的运维软件。"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("构建海洋样本库、标定装置和开源社区", Unanswered(("开源社区",), closed=True)),
        ("研制在线标定装置、水下机器人、运维软件等配套产品", Unanswered(("水下机器人",), closed=False)),
        ("构建海洋样本库、标定装置和运维软件", None),
        ("构建开源社区、水下机器人和运维软件", None),  # most of it in other words, or not at all: the matcher's answer
        ("面向海洋观测、水产养殖、港口物流等行业开展应用", None),  # fields, of which some are enough
        ("实现样本库、开源社区或运维软件的接入", None),
        ("提升观测能力（如浮标、雷达、潜标）", None),
        ("研制浮标在线标定装置", None),
    ],
)
def test_parts_left_out(clause: str, expected: Unanswered | None) -> None:
    assert unanswered(clause, TEXT, lambda _: 0.0) == expected


def test_a_part_said_in_other_words_is_answered() -> None:
    assert unanswered("构建海洋样本库、标定装置和开源社区", TEXT, lambda _: 0.9) is None


NAMED = "（1）浮标标定技术：研制标定水槽。（2）雷达组网技术：接入六个岸站。（3）数据融合技术：生成海况图。"


@pytest.mark.parametrize(
    ("clause", "part"),
    [
        ("攻克浮标标定技术、雷达组网技术、水声测距技术和数据融合技术等关键技术", "水声测距技术"),
        ("攻克浮标标定技术、岸站接入技术、雷达组网技术、水声测距技术", None),
        ("攻克浮标标定技术、六个岸站技术、雷达组网技术和水声测距技术", "水声测距技术"),  # said without their head
        ("攻克浮标标定技术、雷达组网技术、海况融合技术和数据融合技术", None),  # 海况 is spoken of
        ("攻克浮标标定技术、水声测距技术和红外成像技术", None),  # more than one is not there word for word
        ("提升标定效率、组网能力、测距精度", None),  # no list of things with one head
        ("攻克浮标标定技术或水声测距技术、雷达组网技术、数据融合技术", None),
    ],
)
def test_one_left_out_of_a_list_gone_through_word_for_word(clause: str, part: str | None) -> None:
    assert the_one_left_out(clause, NAMED, lambda _: 0.0) == part
    assert the_one_left_out(clause, NAMED, lambda _: 0.9) is None


def test_one_compound_that_is_nowhere_where_the_others_are_in_other_words() -> None:
    clause = "攻克浮标标定技术、雷达组网技术、水声测距技术和海况联邦学习技术等关键技术"
    text = "第一，在水槽里标定浮标。第二，雷达组成岸基网。第三，水声信号用于测距，模型持续学习。"
    assert the_one_left_out(clause, text, lambda _: 0.0) == "海况联邦学习技术"
    assert the_one_left_out(clause, text + "第四，联邦训练。", lambda _: 0.0) is None


@pytest.mark.parametrize(
    ("clause", "part"),
    [
        ("开展浮标标定技术、碰撞检测和雷达组网技术攻关", "碰撞检测"),
        ("开展浮标标定技术、水槽检测和雷达组网技术攻关", None),  # 水槽 is spoken of
        ("开展浮标标定技术、集散式水槽和雷达组网技术攻关", None),  # how it is done may be told otherwise
        ("开展浮标标定技术、集散式储能和雷达组网技术攻关", "集散式储能"),
        ("开展浮标标定技术、碰撞检测和红外成像技术攻关", None),
        ("开展浮标标定技术、碰撞检测和雷达组网技术等攻关", None),  # examples
    ],
)
def test_one_of_another_kind_left_out(clause: str, part: str | None) -> None:
    assert the_one_left_out(clause, NAMED, lambda _: 0.0) == part
