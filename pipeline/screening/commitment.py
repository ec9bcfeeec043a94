"""承诺书."""

from collections.abc import Iterator

from pipeline.screening.case import Case, conclude, page_of
from schemas.finding import Finding
from schemas.notice import Obligation

CAUSE = "commitment"


def check(case: Case) -> Iterator[Finding]:
    """Whether the letter of commitment is there, signed and dated.

    依据：填报须知中签署承诺书的要求，通知所附承诺书模板。
    判定：没有承诺书为缺失；有承诺书而签字处或日期空白，为不完整。印章由“签字盖章”一项另行核对。
    补救：按模板出具承诺书，由法定代表人签字、加盖公章并填写日期。
    """
    for obligation in case.of("commitment"):
        yield _judge(case, obligation)


def _judge(case: Case, obligation: Obligation) -> Finding:
    letter = case.submission.commitment
    name = f"《{obligation.name}》" if obligation.name.endswith(("书", "函")) else obligation.name
    if not letter.present:
        text = f"申报材料没有{name}{page_of(obligation.evidence, '通知')}，请补交。"
        return conclude(obligation, "missing", text, cause=CAUSE)
    lacks = [
        words
        for state, words in ((letter.signed, "签字处空白"), (letter.dated, "落款日期未填写完整"))
        if state is False
    ]
    if lacks:
        text = f"{name}{'、'.join(lacks)}{page_of(letter.evidence, '申报材料')}，请补全。"
        return conclude(obligation, "insufficient", text, found=letter.evidence, cause=CAUSE)
    unsure = letter.signed is None or letter.dated is None
    text = f"已提交{name}" + ("，签字或日期无法从本文件判断。" if unsure else "，已签署并注明日期。")
    return conclude(obligation, "met", text, found=letter.evidence, confidence=0.7 if unsure else 0.9)
