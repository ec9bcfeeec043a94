"""Identifiers (编号): credit codes, organisation codes, postal codes, document, patent and certificate numbers.

Each says whether it is well formed where its standard has a check digit; what is wrong stays as it is printed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.values.credit_code import check, normal_code

IdentifierKind = Literal[
    "credit_code", "organisation_code", "postal_code", "document", "patent", "certificate", "standard"
]

_LEFT, _RIGHT = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
# GB 32100-2015: eighteen characters, blanks between groups allowed; the first two and the division tell it from others.
_CREDIT = rf"(?P<credit_code>{_LEFT}[1-9ANY][1-9][ ]?\d{{6}}[ ]?[0-9A-Z]{{9}}[ ]?[0-9A-Z]{_RIGHT})"
# GB 11714-1997: only behind its label, or with its dash.
_ORGANISATION = (
    r"(?:组织机构代码(?:证号?)?[:： ]{0,3}(?P<labelled>[0-9A-Z]{8}-?[0-9X])"
    rf"|{_LEFT}(?P<dashed>[0-9A-Z]{{8}}-[0-9X])){_RIGHT}"
)
_POSTAL = rf"(?:邮\s?政?\s?编\s?码?|邮编)[:： ]{{0,3}}(?P<postal>[0-8]\d{{5}}){_RIGHT}"
# 某科发〔2026〕12号, 某办函[2026]3 号, 某政办（2026）第12号; not 题目〔1〕.
_DOCUMENT = (
    r"(?P<document>[\u4e00-\u9fff]{2,14}[ ]?[〔\[【（(﹝［][ ]?(?:19|20)\d{2}"
    r"[ ]?[〕\]】）)﹞］][ ]?第?[ ]?\d{1,5}[ ]?号)"
)
# ZL202310123456.7, 专利号：202310123456.X, CN115000000A
_PATENT = (
    r"(?P<patent>(?:ZL|CN)[ ]?(?:20\d{10}|\d{8})\.[0-9X]|CN[ ]?\d{7,9}[ABCUSY]\d?"
    rf"|(?<=专利号[:：])[ ]?(?:20\d{{10}}|\d{{8}})\.[0-9X]){_RIGHT}"
)
# 高新技术企业证书, 软件著作权登记号 2026SR0123456, 计量认证 and licences behind their label.
_CERTIFICATE = (
    rf"(?P<certificate>{_LEFT}GR20\d{{2}}[1-8]\d{{7}}|{_LEFT}20\d{{2}}SR\d{{6,7}}|软著登字第[ ]?\d{{7,8}}[ ]?号"
    r"|(?:证书|登记|许可证?|备案|注册)(?:编号|号码?)[:：][ ]?"
    r"(?P<number>[A-Z0-9\u4e00-\u9fff（）()〔〕-]{5,30}?)(?=[，。；、\s]|$))"
)
_STANDARD = (
    rf"(?P<standard>{_LEFT}(?:GB|GJB|HJ|YY|YD|SJ|JB|QB|DL|NY|T/[A-Z]{{2,8}}|DB\d{{2}}|ISO|IEC)"
    r"(?:/[TZ])?[ ]?\d{1,6}(?:\.\d{1,3})?(?:[-—:]\d{2,4})?)(?![0-9])"
)
_IDENTIFIER = re.compile("|".join((_CREDIT, _ORGANISATION, _POSTAL, _DOCUMENT, _PATENT, _CERTIFICATE, _STANDARD)))
_NO_ISSUER = re.compile(r"^(?:根据|按照|依据|参照|见|以及|印发|关于|文件|和|与|及|《[^》]*》)+")
_GROUPS: tuple[tuple[str, IdentifierKind], ...] = (
    ("credit_code", "credit_code"),
    ("labelled", "organisation_code"),
    ("dashed", "organisation_code"),
    ("postal", "postal_code"),
    ("document", "document"),
    ("patent", "patent"),
    ("number", "certificate"),
    ("certificate", "certificate"),
    ("standard", "standard"),
)


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier: half-open offsets, kind, value without blanks; ``wrong`` says in words what its check shows.

    ``wrong`` is None where the check holds, and where the kind has no check digit.
    """

    start: int
    end: int
    kind: IdentifierKind
    value: str
    wrong: str | None = None


def find_identifiers(text: str, start: int = 0, end: int | None = None) -> Iterator[Identifier]:
    """The identifiers of ``text[start:end]`` in order, not overlapping."""
    stop = len(text) if end is None else end
    for match in _IDENTIFIER.finditer(text, start, stop):
        name, kind = next((name, kind) for name, kind in _GROUPS if match[name] is not None)
        at, words = match.start(name), match[name]
        lead = _NO_ISSUER.match(words) if kind == "document" else None
        if lead is not None:
            at, words = at + lead.end(), words[lead.end() :]
        yield Identifier(at, match.end(name), kind, re.sub(r"\s", "", words), _wrong(kind, words))


def patent_check_digit(number: str) -> str:
    """The digit behind the point of an application number (ZC 0006-2003): weights 2 to 9, again from 2, modulo 11."""
    weights = [2 + place % 8 for place in range(len(number))]
    remainder = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True)) % 11
    return "X" if remainder == 10 else str(remainder)


def _wrong(kind: IdentifierKind, words: str) -> str | None:
    if kind in ("credit_code", "organisation_code"):
        return check(normal_code(words))
    if kind == "patent" and "." in words:
        number, _, digit = re.sub(r"[^\d.X]", "", words).partition(".")
        return None if patent_check_digit(number) == digit else "专利申请号校验位不符"
    return None
