"""What a notice lays down beside its tasks: support, review and acceptance, quotas, letters of commitment."""

from typing import Literal

from schemas.evidence import Evidence
from schemas.record import Record

SupportKind = Literal["funding", "prize", "finance", "talent", "resources", "other"]
ReviewKind = Literal["review", "acceptance", "supervision"]
QuotaKind = Literal["recommendation", "application", "selection"]


class SupportMeasure(Record):
    """SupportMeasure (支持措施): what an applicant is given.

    ``amount`` is the largest sum named, in 元 (不超过500万元 is 5e6), ``share`` the part of the costs or of the sum in
    per cent; None where the words name none. ``direction`` is the direction that it is promised for, None for all.
    """

    text: str
    kind: SupportKind
    amount: float | None = None
    share: float | None = None
    direction: int | None = None
    evidence: Evidence


class ReviewRule(Record):
    """ReviewRule (评审、验收规则): how applications are judged, and the work is accepted and supervised.

    ``criterion`` and ``weight`` are set for a criterion with its points or per cent (技术先进性 30分), with ``unit``
    分 or %; ``pass_mark`` is the least total that passes (低于75分的不予立项).
    """

    text: str
    kind: ReviewKind
    criterion: str | None = None
    weight: float | None = None
    unit: str | None = None
    pass_mark: float | None = None
    evidence: Evidence


class Quota(Record):
    """Quota (名额、限项): at most how many. ``who`` may recommend or apply, None where the words name nobody.

    recommendation: a recommender's number (各市推荐不超过5项); application: an applicant's or a person's (同一单位
    限报1项); selection: how many are chosen (每个榜单遴选不超过3家). ``maximum`` None is 不限. ``unit`` as printed.
    """

    kind: QuotaKind
    who: str | None = None
    maximum: int | None = None
    unit: str | None = None
    text: str
    evidence: Evidence


class CommitmentLetter(Record):
    """CommitmentLetter (承诺书模板): its title, the promises it makes one by one, the blanks to fill in."""

    title: str
    promises: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    evidence: Evidence
