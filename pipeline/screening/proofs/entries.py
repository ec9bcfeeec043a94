"""An entry of the list of proofs with what its row says of it."""

import re

from pipeline.screening.case import Case
from schemas.submission import Attachment

_LONGEST = 300  # characters of a row
_CELLS = re.compile(r"\t|\s\|\s")
_PIECE = re.compile(r"[，,；;。]")
_BESIDE = re.compile(
    r"另(?![行寄送交报补])|其余|其[他它]|原件(?!(?:已|均|现|都|仍|尚|被|在|未|外|一直|目前|暂时?)*(?:外?借|抵押|质押|[归取领拿]回|[取拿收]走|扣))|不含|除[^，；。]{1,12}外"
)  # 另有2项正在办理, 原件评审时提交


def in_full(case: Case, attachment: Attachment) -> str:
    """检测报告；本公司质量部计量室出具: its name, and the other cells of its row without their heads.

    What they say of other papers, or of the original, is none of it.
    """
    holds = (p for p in case.submission.passages if _CELLS.search(p.evidence.text) is not None)
    row = next((p for p in holds if p.evidence.overlaps(attachment.evidence)), None)
    if row is None or len(row.text) > _LONGEST:
        return attachment.name
    cells = (cell.strip() for cell in _CELLS.split(row.evidence.text))
    told = (_own_pieces(cell) for cell in cells if cell and not cell.isdigit() and cell not in attachment.name)
    return "；".join([attachment.name, *(words for words in told if words)])


def _own_pieces(cell: str) -> str:
    """The pieces up to the first one on something else: 另一项申请，待批 are both of the other."""
    pieces = _PIECE.split(cell)
    at = next((at for at, piece in enumerate(pieces) if _BESIDE.search(piece)), len(pieces))
    return "，".join(pieces[:at])
