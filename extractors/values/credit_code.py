"""Unified social credit codes (统一社会信用代码, GB 32100-2015) and organisation codes (组织机构代码, GB 11714)."""

import re
import unicodedata

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of GB 32100: no I, O, S, V, Z."""
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
# The authority and the kind of organisation, table 1 of GB 32100.
_FIRST = re.compile(r"1[1239]|2[19]|3[12-59]|4[19]|5[1-59]|6[129]|7[129]|8[19]|9[1-3]|A[19]|N[1239]|Y1")


def check(code: str) -> str | None:
    """What is wrong with a code, as words for a letter, or None where it is well formed.

    White space and the width of characters are no fault. Eighteen characters are read as a unified code
    (GB 32100-2015: characters, authority, division, the organisation's own check digit, the check digit), nine with
    or without a dash as an organisation code (GB 11714-1997).
    """
    plain = normal_code(code)
    if len(plain.replace("-", "")) == 9:
        return _check_organisation(plain.replace("-", ""))
    if len(plain) != 18:
        return f"应为18位，现为{len(plain)}位"
    wrong = sorted(set(plain) - set(_ALPHABET))
    if wrong:
        return f"含有代码不使用的字符{'、'.join(wrong)}"
    if _FIRST.fullmatch(plain[:2]) is None:
        return f"前两位{plain[:2]}不是登记管理部门和机构类别代码"
    if not plain[2:8].isdigit():
        return "第3至8位应为行政区划代码"
    if check_digit(plain) != plain[17]:
        return "校验位不符"
    return None


def normal_code(code: str) -> str:
    """The code in half-width capitals without white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", code)).upper()


def check_digit(code: str) -> str:
    """The eighteenth character that the first seventeen call for (GB 32100-2015, appendix A)."""
    total = sum(_ALPHABET.index(char) * weight for char, weight in zip(code[:17], _WEIGHTS, strict=True))
    return _ALPHABET[(31 - total % 31) % 31]


def region_code(code: str) -> str | None:
    """The division code (GB/T 2260, six digits) in characters 3 to 8 of a unified code, or None."""
    plain = normal_code(code)
    return plain[2:8] if len(plain) == 18 and plain[2:8].isdigit() else None


def _check_organisation(code: str) -> str | None:
    if not re.fullmatch(r"[0-9A-Z]{8}[0-9X]", code):
        return "组织机构代码应为8位数字或字母加1位校验码"
    values = [int(char, 36) for char in code[:8]]
    remainder = 11 - sum(v * w for v, w in zip(values, _ORGANISATION_WEIGHTS, strict=True)) % 11
    expected = {10: "X", 11: "0"}.get(remainder, str(remainder))
    return None if expected == code[8] else "组织机构代码校验位不符"
