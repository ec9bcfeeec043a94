"""What speaks against a paper by its entry and its own text together: another's, of another product, of a part."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, last_year
from pipeline.screening.proofs.entries import in_full
from pipeline.screening.proofs.other_bodies import anothers_text
from pipeline.screening.proofs.other_product import other_product
from pipeline.screening.proofs.paper_text import paper_text
from pipeline.screening.proofs.part_years import part_of_year
from pipeline.screening.proofs.proof_names import covered, subject
from pipeline.screening.proofs.to_come import put_off
from schemas.notice import Obligation
from schemas.submission import Attachment

# 备注：社保缴费单正在向代理公司索要
_NOTE = re.compile(r"(?:^|[；。（(])(?:备注|说明|注|附注)[:：](?P<said>[^；]{4,120})")
_LEAST = 0.5  # of the paper's subject in the note


def paper_says(case: Case, obligation: Obligation, attachment: Attachment) -> str | None:
    """Why the paper will not do, in words for behind its name; None where it may."""
    entry, text = in_full(case, attachment), paper_text(case, attachment)
    if (part := part_of_year(obligation, entry, text, last_year(case))) is not None:
        return f"只到“{part}”，不是所要求的全年"
    return (
        anothers_text(case, squeeze(obligation.name), text)
        or other_product(case, obligation, entry, attachment, text)
        or _noted_absent(obligation, text)
    )


def _noted_absent(obligation: Obligation, text: str) -> str | None:
    """A note in the paper's own text that what is asked for follows."""
    about = subject(obligation.name)
    notes = (note["said"] for note in _NOTE.finditer(text))
    said = next((one for one in notes if covered(about, one) >= _LEAST and put_off(one) is not None), None)
    return f"注明“{said[:40]}”" if said is not None else None
