"""Figures by which a task tells how things are, and those that it asks for."""

import re

import pytest

from extractors.targets.clauses import asking_from
from extractors.targets.told_of_call import is_told, parted
from extractors.text.spans import Span

ASKS = "揭榜团队要研制一套预报系统，命中率不低于85%。"


@pytest.mark.parametrize(
    ("words", "figure", "told"),
    [
        # before what is asked, in sentences in which nothing is to be done
        (f"全市渔港共37处，分属三家单位。{ASKS}", "37处", True),
        (f"近五年累计停航31次，最快18分钟恢复。{ASKS}", "31次", True),
        (f"近五年累计停航31次，最快18分钟恢复。{ASKS}", "18分钟", True),
        (f"2025年排涝用电约420万千瓦时，有相当部分是空转造成的。{ASKS}", "420万千瓦时", True),
        (f"去年汛期内涝点21个，多数在老城区。{ASKS}", "21个", True),
        (f"去年汛期内涝点21个。揭榜单位研制一套预报系统。{ASKS}", "21个", True),
        (f"全市渔港共37处，本榜先在其中6处试点。{ASKS}", "6处", False),  # where it is to be done
        (f"建设示范线3条，配套泵组6台。{ASKS}", "3条", False),
        (f"成果为样机3台。{ASKS}", "3台", False),
        (f"汛期设备在线率不低于98%。{ASKS}", "98%", False),  # a bound
        ("建成渔港6处，接口12个。", "12个", False),  # nothing else says what is wanted
        # how far the work reaches
        ("本题范围为中心城区86平方公里、11个街道，研制一套系统。", "86平方公里", True),
        ("本题范围为中心城区86平方公里、11个街道，研制一套系统。", "11个街道", True),
        ("研究区域包括三条河道共48公里，研制一套系统。", "48公里", True),
        ("服务对象为4个区、27个社区的渔民，研制一套系统。", "27个社区", True),
        ("本榜涉及6个乡镇、42个行政村，研制一套系统。", "42个行政村", True),
        ("实施地区：沿江9个乡镇。", "9个乡镇", True),
        ("测量范围为0.2公里。", "0.2公里", False),
        ("推广范围为不少于6个乡镇。", "不少于6个乡镇", False),
        ("在6个乡镇开展示范。", "6个乡镇", False),
        ("作业范围为120米。", "120米", False),
        # what there is
        ("中心城区现有雨水泵站14座、合流泵站5座，研制一套系统。", "14座", True),
        ("中心城区现有雨水泵站14座、合流泵站5座，研制一套系统。", "5座", True),
        ("我市共有渔港27处，研制一套系统。", "27处", True),
        ("厂内在用行车16台，研制一套系统。", "16台", True),
        ("港区已建浮标30个，研制一套系统。", "30个", True),
        ("改造现有产线3条。", "3条", False),
        ("接入现有站点120个。", "120个", False),
        ("替代现有浮标20个。", "20个", False),
        ("能耗较现有水平降低20%。", "20%", False),
        ("提供接口12个，样机2台。", "2台", False),
    ],
)
def test_told(words: str, figure: str, told: bool) -> None:
    whole = Span(0, len(words))
    at = words.index(figure)
    start = max((m.end() for m in re.finditer("[，。、；：]", words[:at])), default=0)
    comparator = ">=" if "不" in figure or "不低于" in words[start:at] else "="
    found = is_told(words, whole, asking_from(words, whole), Span(start, at + len(figure)), comparator)  # type: ignore[arg-type]
    assert found is told


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        (f"2025年排涝用电约420万千瓦时。{ASKS}", 2),
        (f"去年汛期内涝点21个。{ASKS}", 2),
        (f"到2027年底完成以下任务。{ASKS}", 1),
        (f"2027年6月前须投入运行。{ASKS}", 1),
        (f"须于2027年投入运行。{ASKS}", 1),
        (f"18个月内投入运行。{ASKS}", 1),
        ("建成渔港6处。接口12个。", 1),
    ],
)
def test_what_is_told_is_parted_from_what_is_asked(words: str, pieces: int) -> None:
    whole = Span(0, len(words))
    found = parted(words, whole, asking_from(words, whole))
    assert len(found) == pieces
    assert found[0].start == 0
    assert found[-1].end == len(words)
