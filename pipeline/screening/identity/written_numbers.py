"""Codes, telephone numbers and mail addresses that stand in running text behind a word that says what they are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, value_text
from pipeline.screening.identity.area_codes import is_usual_here
from pipeline.screening.identity.shapes import wrong_code, wrong_email, wrong_mobile, wrong_phone
from schemas.evidence import Evidence

_BEHIND = r"(?:号码?)?\s*(?:为|是|[:：])?\s*"
_NUMBER = r"(?P<said>\+?\d[\d\-—－]{4,18}\d)(?!\s?[\d\-—－]|[年月日元万亿%])"
# 信用代码914…, 手机：139…, 邮箱a@b.cn; a code of another length is a bank's or a register's.
_WRITTEN: tuple[tuple[str, re.Pattern[str], Callable[[str], str | None]], ...] = (
    (
        "统一社会信用代码",
        re.compile(rf"(?:社会)?信用代码{_BEHIND}(?P<said>[0-9A-Z]{{16,20}})(?![0-9A-Za-z])"),
        wrong_code,
    ),
    # 组织机构代 91310115… / 码/三证合一码: a narrow cell broke the label; an old code has nine letters
    (
        "组织机构代码",
        re.compile(rf"(?:组织机构代码?|三证合一码){_BEHIND}(?P<said>[0-9A-Z]{{12,20}})(?![0-9A-Za-z])"),
        wrong_code,
    ),
    ("手机", re.compile(rf"(?:手机|移动电话){_BEHIND}{_NUMBER}"), wrong_mobile),
    ("联系电话", re.compile(rf"(?<!移动)电话{_BEHIND}{_NUMBER}"), wrong_phone),
    (
        "电子邮箱",
        re.compile(
            rf"(?:邮箱|邮件|[Ee]-?mail){_BEHIND}(?P<said>[A-Za-z0-9_.+\-]{{1,64}}@[A-Za-z0-9.\-]{{0,64}}[A-Za-z0-9]"
            r"|(?!www\.)(?:[A-Za-z0-9_+\-]{1,64}\.){1,6}[A-Za-z]{2,12})(?!\s?[@A-Za-z0-9.:：\-])"
        ),
        wrong_email,
    ),
)
_LABEL = re.compile(r"代码|机构代|三证|手机|电话|邮[箱件]|mail")  # each of the labels above has one; few passages do


_CODE_COLUMN = re.compile(r"(?:社会)?信用代码")
_CODE = re.compile(r"[0-9A-Za-z]{15,20}")


@dataclass(frozen=True, slots=True)
class Wrong:
    """``said`` under the label ``name``; ``lack`` says what is wrong with it."""

    name: str
    said: str
    lack: str
    evidence: Evidence | None


def wrong_numbers(case: Case, known: set[str]) -> Iterator[Wrong]:
    """The malformed ones, each once; those in ``known`` are judged elsewhere."""
    seen = set(known)
    texts = [(value_text(f), f.value_evidence) for f in case.submission.form_fields]
    texts += [(passage.text, passage.evidence) for passage in case.submission.passages]
    for text, evidence in texts:
        if _LABEL.search(text) is None:
            continue
        for name, pattern, wrong in _WRITTEN:
            for match in pattern.finditer(text):
                said = match["said"]
                lack = wrong(said) if said not in seen and not _goes_on(said, known) else None
                seen.add(said)
                if lack is not None and not is_usual_here(case, said, lack):
                    yield Wrong(name, said, lack, narrow(evidence, said) if evidence is not None else None)


def wrong_in_lists(case: Case, known: set[str]) -> Iterator[Wrong]:
    """The malformed codes of a column 统一社会信用代码 (参与单位), each once."""
    seen = set(known)
    for table in case.submission.lists:
        columns = [at for at, head in enumerate(table.columns) if _CODE_COLUMN.search(head)]
        for said in (row[at].strip() for row in table.rows for at in columns if at < len(row)):
            lack = wrong_code(said) if _CODE.fullmatch(said) is not None and said not in seen else None
            seen.add(said)
            if lack is not None:
                places = (p.evidence for p in case.submission.passages if said in p.evidence.text)
                yield Wrong("统一社会信用代码", said, lack, next((narrow(one, said) for one in places), None))


def _goes_on(said: str, known: set[str]) -> bool:
    """A value that was judged with the line below joined to it: a.example.cn传真：0551…"""
    return any(one.startswith(said) and "\u4e00" <= one[len(said) : len(said) + 1] <= "\u9fff" for one in known)
