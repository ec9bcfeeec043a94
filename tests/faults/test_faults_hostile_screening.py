"""Applications of one word over and over: how long screening takes grows with their length, not with its square."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from written_case import statuses

from pipeline.matching.lexical import bigrams
from pipeline.screening.claims.best_claims import OF_A_SIZE
from pipeline.screening.clauses.forbidden_things import forbidden_thing
from pipeline.screening.clauses.kept_out import refuses_another
from pipeline.screening.conditions.places import lies_in

CALL = (
    "一、申报条件\n1. 联合体参与单位不超过3家。\n2. 项目负责人须为申报单位在职人员。\n3. 申报材料不得涉及国家秘密。\n"
    "二、申报材料\n证明材料：1.营业执照复印件；2.浮标样机第三方检测报告。\n附件1\n海洋装备揭榜榜单\n方向1：浮标平台\n"
    "主要任务：支持采集终端与岸基网关的漏洞检测。\n考核指标：到2027年，示范浮标不少于40台。\n方向2：水声通信机\n"
    "主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n附件2\n海洋装备揭榜挂帅申报书\n"
    "单位名称\t\t揭榜方向\t\n项目方案\n（一）风险与对策\n承诺书\n我单位承诺自筹资金按期足额到位。\n法定代表人（签字）：\n"
)
PART = (
    "海洋装备揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n"
    "项目方案\n（一）风险与对策\n示范浮标45台。{}\n承诺书\n我单位承诺自筹资金按期足额到位。{}\n法定代表人（签字）：孙启明\n"
)
RUNS = [
    "参与单位",
    "另行报送，",
    "不做研究，",
    "其中3台",
    "立项后明确",
    "项目负责人",
    "降至二分之一",
    "仅计入",
    "按期到位",
    "\n\n",
]
_LENGTH, _LEAST = 4_000, 0.5  # characters, and seconds below which times say nothing


@pytest.mark.parametrize("run", RUNS)
def test_time_grows_with_the_length(run: str, tmp_path: Path) -> None:
    def seconds(length: int) -> float:
        words = (run * length)[:length]
        started = time.process_time()
        statuses(tmp_path, CALL, PART.format(words, words))
        return time.process_time() - started

    seconds(100)  # loads what is loaded once
    assert seconds(2 * _LENGTH) <= 3 * max(seconds(_LENGTH), _LEAST)


def test_time_on_a_clause_that_forbids_on_and_on_grows_with_its_length() -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        forbidden_thing("不得使用盐酸、硝酸等。" * times, ["用" + "盐酸" * 10 * times])
        return time.process_time() - started

    assert seconds(4_000) <= 3 * max(seconds(2_000), _LEAST)


def test_time_on_a_size_in_endless_figures_grows_with_their_number() -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        OF_A_SIZE.search("十" * times)
        return time.process_time() - started

    assert seconds(20_000) <= 3 * max(seconds(10_000), 0.05)


def test_time_on_an_endless_word_of_a_decision_grows_with_its_length() -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        refuses_another("浮标平台", "甲" * times)
        return time.process_time() - started

    seconds(100)  # loads what is loaded once
    assert seconds(20_000) <= 3 * max(seconds(10_000), 0.05)


@pytest.mark.parametrize(
    "read",
    [
        lambda times: lies_in("海岚市", "海岚市" + "\t" * times, None),
        lambda times: bigrams("." * times),
    ],
)
def test_time_on_blanks_and_dots_without_end_grows_with_their_number(read: Callable[[int], object]) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        read(times)
        return time.process_time() - started

    seconds(100)  # loads what is loaded once
    assert seconds(40_000) <= 6 * max(seconds(10_000), 0.1)
