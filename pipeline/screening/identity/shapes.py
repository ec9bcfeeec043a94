"""Shapes of codes, telephones, mail addresses: each function says what is wrong, or None."""

import re

from extractors.values.credit_code import check

_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}")
# Area code (010, 02x with 8 digits behind, else four digits with 7 or 8); 400 numbers; local numbers; an extension.
_PHONE = re.compile(
    r"(?:\+?86(?=[1-9]\d{9,10})(?:10|2\d|[3-9]\d{2})\d{7,8}|(?:\+?86)?(?:0(?:10|2\d)\d{8}|0[3-9]\d{2}\d{7,8}|[1-9]\d{6,7}|[48]00\d{7}))(?:(?:转|ext|x|#|\*)\d{1,6})?"
)
# Areas with a code of four digits whose numbers have eight: all of them since the local networks were widened.
_OF_EIGHT = re.compile(
    r"(?:\+?86)?0(?:311|371|377|379|411|431|432|451|51\d|523|527|531|532|551|571|573|574|575|576|577|579|591|595"
    r"|731|754|755|757|760|769|791|851|871|898)(?P<local>\d{7})(?!\d)"
)
_ABROAD = re.compile(r"(?:\+|00)(?!86)\d{8,15}")  # no rule for its length is known here
_EXTENSION = re.compile(r"(?P<number>[（(]?0\d{2,3}\s?[-—）)]\s?\d{7,8})\s?[-—]\s?\d{1,6}")  # 0551-62901234-8012
_EMAIL = re.compile(r"[A-Za-z0-9_.+\-]+@[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}")
TOO_SHORT = "区号后只有7位，应为8位"
_DASHES = re.compile(r"[\s\-—–－()（）]+")


def wrong_mobile(value: str) -> str | None:
    """A mobile number has 11 digits and begins with 13 to 19."""
    digits = _DASHES.sub("", value)
    if _MOBILE.fullmatch(digits):
        return None
    if _PHONE.fullmatch(digits) and digits.startswith("0"):
        return "不是手机号码"
    count = sum(letter.isdigit() for letter in digits)
    return f"有{count}位，手机号码应为11位" if count != 11 else "不是有效的手机号码"


def wrong_phone(value: str) -> str | None:
    """A fixed telephone with area code, a local number, a service number or a mobile."""
    digits = _DASHES.sub("", _EXTENSION.sub(r"\g<number>", value.strip()))
    if _OF_EIGHT.fullmatch(digits):
        return TOO_SHORT
    known = _PHONE.fullmatch(digits) or _MOBILE.fullmatch(digits) or _ABROAD.fullmatch(digits)
    return None if known else "不是有效的电话号码"


def wrong_email(value: str) -> str | None:
    """A mail address has one @, a name before it and a domain with a dot and letters behind."""
    text = value.strip("<>《》。.")
    if _EMAIL.fullmatch(text) and ".." not in text:
        return None
    if text.count("@") != 1:
        return "缺少“@”" if "@" not in text else "含有多个“@”"
    name, domain = text.split("@")
    if not name:
        return "缺少用户名"
    return "的域名不完整" if not re.search(r"\.[A-Za-z]{2,}$", domain) else "含有不允许的字符"


def wrong_postcode(value: str) -> str | None:
    """A postcode has six digits."""
    return None if re.fullmatch(r"\d{6}", value.strip()) else "不是六位邮政编码"


def wrong_code(value: str) -> str | None:
    """A unified social credit code (GB 32100) or an old organisation code (GB 11714)."""
    said = check(value)
    if said is None:
        return None
    standard = "GB 11714" if len(_DASHES.sub("", value)) == 9 else "GB 32100"
    return f"不符合{standard}（{said}）"
