"""An entry of the list of proofs with what its row says of it."""

from pipeline.screening.case import Case
from schemas.submission import Attachment

_LONGEST = 300  # characters of a row


def in_full(case: Case, attachment: Attachment) -> str:
    """检测报告；本公司质量部计量室出具: its name, and the other cells of its row without their heads."""
    holds = (p for p in case.submission.passages if "\t" in p.evidence.text)
    row = next((p for p in holds if p.evidence.overlaps(attachment.evidence)), None)
    if row is None or len(row.text) > _LONGEST:
        return attachment.name
    cells = (cell.strip() for cell in row.evidence.text.split("\t"))
    return "；".join([attachment.name, *(cell for cell in cells if cell and cell not in attachment.name)])
