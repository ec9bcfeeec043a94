"""Papers that an application's table of contents names (目录：三、营业执照……14), where no list of proofs does."""

import re

from extractors.text.contents import contents_of, entry
from extractors.text.spans import Span
from schemas.text import Text

PAPER = re.compile(
    r"执照|证明|证书|[证照](?=$|[、，,（(及和与]|复印件)|(?:审计|检测|查新|评估|检验|验收)报告|报表|合同|协议|决议|发票|凭证"
    r"|批复|复印件|扫描件|照片|承诺[书函]|声明|授权书|委托书|推荐[函信表]|明细表"
)
_FEWEST = 3
"""With fewer papers it is the contents of a text, whose last chapter is called 附件."""


def papers_in_contents(text: Text) -> list[Span]:
    """The entries that name papers, without their pages; [] where hardly any does."""
    lines = [block for block in text.blocks if block.table is None]
    words = [text.clean[block.start : block.end] for block in lines]
    found = []
    for index in contents_of(words):
        named = entry(words[index])
        if PAPER.search(named):
            found.append(Span(lines[index].start, lines[index].start + len(named)))
    return found if len(found) >= _FEWEST else []
