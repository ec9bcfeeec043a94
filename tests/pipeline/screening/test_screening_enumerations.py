"""Parts of an enumerated clause that an application does not mention."""

import pytest

from pipeline.screening.answers.enumerations import Unanswered, unanswered

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
