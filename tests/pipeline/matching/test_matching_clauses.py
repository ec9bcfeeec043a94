"""Clauses that an application addresses, and those that it does not."""

import pytest
from matching_cases import NOTICE, SUBMISSION, obligation, passage

from pipeline.matching import Matcher
from pipeline.matching.clauses import Features, probability
from pipeline.matching.passages import bare, is_copy
from schemas.evidence import Evidence
from schemas.notice import Notice
from schemas.outline import Role

ADDRESSED = [
    "研制集装箱码头无人集卡的编队调度系统",
    "具备异常车辆的远程接管能力",
    "与岸桥设备协同作业",
]
SILENT = [
    "研究口腔全景片的病灶检出与分级方法",
    "建设古籍语料库，实现断句和校勘",
    "研制可印刷的乙烯与温湿度传感标签",
    "支持北斗高精度时间同步",
]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(NOTICE)


def test_addressed_clauses_stand_above_silent_ones(matcher: Matcher) -> None:
    matches = matcher.match_clauses([obligation(text) for text in ADDRESSED + SILENT], SUBMISSION)
    high = [match.probability for match in matches[: len(ADDRESSED)]]
    low = [match.probability for match in matches[len(ADDRESSED) :]]
    assert min(high) > max(low) + 0.05
    assert max(high) > 0.7
    assert max(low) < 0.2


def test_best_passage_is_one_to_quote(matcher: Matcher) -> None:
    match = matcher.match_clauses([obligation("具备异常车辆的远程接管能力")], SUBMISSION)[0]
    assert match.passages[0].passage == 5
    assert len({one.passage for one in match.passages}) == len(match.passages) == 3
    assert all(0 <= one.score <= 1 for one in match.passages)


def test_only_task_and_target_obligations(matcher: Matcher) -> None:
    asked = [obligation("在不少于2个码头应用", "numeric_target"), obligation("承诺书", "commitment")]
    assert [match.obligation_id for match in matcher.match_clauses(asked, SUBMISSION)] == [asked[0].id]


@pytest.mark.parametrize("role", [Role.COMMITMENT, Role.INSTRUCTIONS, Role.PROOFS, Role.COVER])
def test_template_text_addresses_nothing(matcher: Matcher, role: Role) -> None:
    copied = SUBMISSION.model_copy(update={"passages": (passage("与岸桥、堆场设备协同作业。", role),)})
    match = matcher.match_clauses([obligation("与岸桥、堆场设备协同作业")], copied)[0]
    assert match.probability == 0
    assert match.passages == ()


def test_probability_rises_with_every_feature() -> None:
    low, high = Features(*[0.2] * 6), Features(*[0.8] * 6)
    assert 0 <= probability(low) < 0.3 < 0.7 < probability(high) <= 1


def test_the_notices_words_alone_prove_nothing(matcher: Matcher) -> None:
    asked = obligation("具备异常车辆的远程接管能力")
    task = NOTICE.directions[0].task
    silent = passage("项目组由三十人组成，每月开一次例会，经费由单位自筹。")
    copied = SUBMISSION.model_copy(update={"project": None, "passages": (passage(task), silent)})
    own = SUBMISSION.model_copy(
        update={"project": None, "passages": (passage("车辆出现异常时由远程驾驶舱接管，时延 80 毫秒。"), silent)}
    )
    clause = obligation(task)
    assert matcher.match_clauses([clause], copied)[0].probability < 0.2
    assert matcher.match_clauses([clause], copied)[0].passages[0].passage == 0
    assert matcher.match_clauses([asked], own)[0].probability > 0.3


HOW = "在驾驶舱部署低时延图传和力反馈方向盘，车端检测到异常后自动减速并请求人工介入。"
ELSE = "项目组由三十人组成，通过每月例会协调各方进度，经费由单位自筹。"
ASKED = "具备异常车辆的远程接管能力"


# (paragraphs below the title, whether the clause is answered): a copied requirement, and what stands behind it
RESTATED = [
    ("", [f"{ASKED}。{HOW}"], True),
    ("", [f"{ASKED}。", HOW], True),
    ("", [f"{ASKED}；与岸桥、堆场设备协同作业。{HOW}"], True),
    (ASKED, [HOW], True),
    ("", [f"{ASKED}。{ELSE}"], False),
    ("", [f"{ASKED}。", ELSE], False),
    ("", [f"{ASKED}。"], False),
    (ASKED, [ELSE], False),
    (
        "",
        [f"研制集装箱码头无人集卡的编队调度系统。{ASKED}。与岸桥、堆场设备协同作业。", HOW.replace("异常", "故障")],
        False,
    ),
]


@pytest.mark.parametrize(("title", "paragraphs", "answered"), RESTATED)
def test_a_copied_requirement_counts_with_its_how(title: str, paragraphs: list[str], answered: bool) -> None:
    notice = with_task(f"研制集装箱码头无人集卡的编队调度系统，{ASKED}，与岸桥、堆场设备协同作业。")
    placed, at = [], 0
    for words in [*paragraphs, "团队长期从事港口机械的研发，建有省级工程中心。"]:
        path = (title,) if title and not placed else ()
        placed.append(passage(words, Role.TASK_BOOK, *path).model_copy(update={"evidence": at_place(words, at)}))
        at += len(words) + 1
    application = SUBMISSION.model_copy(update={"project": None, "passages": tuple(placed)})
    probability = Matcher(notice).match_clauses([obligation(ASKED)], application)[0].probability
    assert (probability > 0.5) is answered, probability


def with_task(task: str) -> Notice:
    first = NOTICE.directions[0].model_copy(update={"task": task})
    return NOTICE.model_copy(update={"directions": (first, *NOTICE.directions[1:])})


def at_place(words: str, start: int) -> Evidence:
    return Evidence(text=words, start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("sentence", "copied"),
    [
        ("具备异常车辆的远程接管能力", True),
        ("我单位将具备异常车辆的远程接管能力。", False),
        ("具备异常车辆的远程接管能力，接管时延小于 80 毫秒", False),
        ("远程接管", True),
        ("用激光雷达看路", False),
    ],
)
def test_what_is_a_copy(sentence: str, copied: bool) -> None:
    assert is_copy(sentence, bare("研制集装箱码头编队调度系统，具备异常车辆的远程接管能力。")) is copied
