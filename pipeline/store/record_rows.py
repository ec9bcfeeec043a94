"""The rows of a notice and of a submission."""

from pipeline.identity import notice_id, submission_id
from pipeline.store.passage_rows import passage_rows
from pipeline.store.rows import Row, Tables, fact_rows, shared_rows, target_columns
from schemas.document import SourceFile
from schemas.notice import Notice
from schemas.submission import Submission

TARGET_COLUMNS = (
    "metric",
    "comparator",
    "value",
    "value_max",
    "unit",
    "canonical_value",
    "canonical_unit",
    "due",
    "condition",
    "stage",
)


def document_row(document_id: str, kind: str, source: SourceFile) -> Row:
    """The row of ``documents``: what is tied to the bytes of a file."""
    return {"document_id": document_id, "kind": kind, **source.model_dump(exclude={"path"})}


def notice_row(notice: Notice) -> Row:
    """The row of ``notices``; ``record`` is the whole notice as JSON."""
    return {
        "notice_id": notice_id(notice),
        "title": notice.title,
        "document_number": notice.document_number,
        "issued_on": notice.issued_on,
        "issuers": "、".join(notice.issuers) or None,
        "record": notice.model_dump_json(),
    }


def notice_facts(notice: Notice) -> Tables:
    """The rows of every table that hangs on a notice."""
    key = {"notice_id": notice_id(notice)}
    deadlines = fact_rows(key, notice.deadlines, ("kind", "month_day", "inferred", "duration"))
    for row, deadline in zip(deadlines, notice.deadlines, strict=True):
        row |= {"on_date": deadline.on, "at_time": deadline.at, "after_event": deadline.after}
    obligations = fact_rows(key, notice.obligations, ("kind", "name", "direction", "condition"))
    for row, obligation in zip(obligations, notice.obligations, strict=True):
        row |= {"obligation_id": obligation.id, **target_columns(obligation.target)}
    return {
        "directions": fact_rows(key, notice.directions, ("number", "name", "category", "task", "goal")),
        "targets": fact_rows(key, notice.targets, ("role", "direction", *TARGET_COLUMNS)),
        "deadlines": deadlines,
        "eligibility": fact_rows(key, notice.eligibility, ("text",)),
        "materials": fact_rows(key, notice.materials, ("name", "kind", "copies", "condition")),
        "limits": fact_rows(key, notice.limits, ("scope", "max_chars", "max_pages")),
        "support_measures": fact_rows(key, notice.support, ("kind", "text", "amount", "share", "direction")),
        "review_rules": fact_rows(key, notice.reviews, ("kind", "text", "criterion", "weight", "unit", "pass_mark")),
        "quotas": fact_rows(key, notice.quotas, ("kind", "who", "maximum", "unit", "text")),
        "commitment_letters": fact_rows(key, notice.letters, ("title", "promises", "blanks")),
        "obligations": obligations,
        "passages": passage_rows(notice),
        **shared_rows(key["notice_id"], notice.contacts, notice.sections, notice.form_fields, notice.seals),
    }


def submission_row(submission: Submission) -> Row:
    """The row of ``submissions``; ``record`` is the whole submission as JSON."""
    applicant, commitment = submission.applicant, submission.commitment
    return {
        "submission_id": submission_id(submission),
        "title": submission.title,
        "project": submission.project,
        "filed_on": submission.filed_on,
        "applicant": applicant.name,
        "applicant_kind": applicant.kind,
        "credit_code": applicant.credit_code,
        "address": applicant.address,
        "legal_representative": applicant.legal_representative,
        "directions_selected": "、".join(str(number) for number in submission.directions_selected) or None,
        "commitment_present": commitment.present,
        "commitment_signed": commitment.signed,
        "commitment_sealed": commitment.sealed,
        "commitment_dated": commitment.dated,
        "commitment_date": commitment.date,
        "record": submission.model_dump_json(),
    }


def submission_facts(submission: Submission) -> Tables:
    """The rows of every table that hangs on a submission; claims are ``targets`` and then ``figures``."""
    key = {"submission_id": submission_id(submission)}
    claims = fact_rows(key, (*submission.targets, *submission.figures), TARGET_COLUMNS)
    for position, row in enumerate(claims):
        row["promised"] = position < len(submission.targets)
    milestones = fact_rows(key, submission.milestones, ("stage", "text"))
    for row, milestone in zip(milestones, submission.milestones, strict=True):
        row |= {"starts_on": milestone.start, "ends_on": milestone.end}
    member = ("name", "role", "title", "degree", "specialty", "organization", "duty")
    return {
        "claims": claims,
        "team_members": fact_rows(key, submission.team, member),
        "fund_items": fact_rows(key, submission.funds, ("kind", "name", "amount", "source", "year")),
        "achievements": fact_rows(key, submission.achievements, ("kind", "name", "count", "number")),
        "milestones": milestones,
        "attachments": fact_rows(key, submission.attachments, ("name",)),
        "passages": passage_rows(submission),
        **shared_rows(
            key["submission_id"], submission.contacts, submission.sections, submission.form_fields, submission.seals
        ),
    }
