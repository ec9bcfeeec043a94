"""What speaks against a paper by its entry and its own text together: another's, of another product, of a part."""

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.proofs.entries import in_full
from pipeline.screening.proofs.other_bodies import anothers_text
from pipeline.screening.proofs.other_product import other_product
from pipeline.screening.proofs.paper_text import paper_text
from schemas.notice import Obligation
from schemas.submission import Attachment


def paper_says(case: Case, obligation: Obligation, attachment: Attachment) -> str | None:
    """Why the paper will not do, in words for behind its name; None where it may."""
    entry, text = in_full(case, attachment), paper_text(case, attachment)
    return anothers_text(case, squeeze(obligation.name), text) or other_product(
        case, obligation, entry, attachment, text
    )
