"""Figures called nothing but a promise: what names them stands before, above, or in their heading."""

import pytest
from extracted import parts

from extractors.application.claims import find_claims

TITLE = "揭榜任务书\n\n一、技术指标\n\n"


@pytest.mark.parametrize(
    ("lines", "promised"),
    [
        (
            "●换网时间：申报值6小时，由用户计时。\n\n●网衣抗拉强度：申报值35兆帕。\n\n",
            [("换网时间", 6), ("网衣抗拉强度", 35)],
        ),
        ("●-20℃伸长率：承诺值90%。\n\n", [("-20℃伸长率", 90)]),
        (
            "网衣回收率（干基）\n\n榜单≥70%　→　承诺 82%；检测：称重。\n\n"
            "日处理旧网\n\n榜单≥5吨　→　承诺 6吨；检测：过磅。\n\n",
            [("网衣回收率（干基）", 82), ("日处理旧网", 6)],
        ),
        # the heading opens the figure's own paragraph, below another
        ("1.1 换网时间：榜单值≤8小时；我方承诺6小时；由用户计时。\n\n", [("换网时间", 6)]),
        ("换网时间达到6小时。\n\n", [("换网时间", 6)]),  # it has a name of its own
    ],
)
def test_what_names_a_promise(lines: str, promised: list[tuple[str, float]]) -> None:
    found = find_claims(*parts(TITLE + lines), None).targets
    assert [(claim.metric, claim.value) for claim in found] == promised
