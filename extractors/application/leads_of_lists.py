"""Lines that lead in the list of proofs in the application's own words: 证明材料目录：, 随方案附下列材料：."""

import re

from extractors.application.contents_papers import PAPER
from extractors.text.items import number_at
from schemas.text import Text

# behind a chapter's number or none; 证明材料如下, 附证明材料五份：, 一并提交：
_LEAD = re.compile(
    r"[^，,。；;：:\n]{0,16}?(?:证明|佐证|附件|附[送带上]?|材料|文件|资料|证件|提[交供]|[递呈]交|报送)[^，,。；;：:\n]{0,14}(?:[（(][^（）()\n]{0,20}[)）])?"
    r"\s{0,2}(?:[:：]|(?<=如下)[:：]?|(?<=一览)|(?<=目录)|(?<=清单))\s*"
)
# what work is done, bought or handed over, and what the call wants
_NO_LEAD = re.compile(
    r"原材料|试验|实验|采购|成果|交付|验收|要求|说明|注意|内容|任务|步骤|阶段|设备|仪器|附[图近着属加]|工作"
)
_FEWEST, _SHARE, _MOST = 2, 2 / 3, 20
_LONGEST = 64  # characters of such a line


def leads_papers(text: Text, index: int) -> bool:
    """Whether the block is such a line, with numbered lines right below it, most of which name papers."""
    block = text.blocks[index]
    words = text.clean[block.start : block.end].strip()
    if (
        block.table is not None
        or len(words) > _LONGEST
        or _LEAD.fullmatch(words) is None
        or _NO_LEAD.search(words) is not None
    ):
        return False
    style, lines = "", []
    for below in text.blocks[index + 1 : index + 1 + _MOST]:
        own, _ = number_at(text.clean, below.start, below.end) if below.table is None else ("", 0)
        style = style or own
        if not own or own != style:
            break
        lines.append(text.clean[below.start : below.end])
    papers = sum(PAPER.search(line) is not None for line in lines)
    return papers >= _FEWEST and papers >= _SHARE * len(lines)
