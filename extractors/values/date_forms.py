"""The forms in which dates are printed (日期的写法), as patterns; :mod:`extractors.values.dates` reads them."""

import re

HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "О": 0, "Ο": 0, "O": 0}
_GAP = r"[ \u3000]{0,2}"
_TO = rf"{_GAP}(?:-|－|—{{1,2}}|–|−|~|～|〜|至|到){_GAP}"
_HAN_DIGIT = "[〇○零OОΟ一二三四五六七八九]"
# 2025年, 二〇二五年. Not 2025年度 or 2025年报, no part of a longer number; 〔2025〕 has no 年.
_YEAR = rf"(?:(?P<year>(?<!\d)(?:19|20)\d{{2}})|(?P<han_year>[一二]{_HAN_DIGIT}{{3}})){_GAP}年(?!以[上内下]|级)"
_THIS_YEAR = r"(?P<this>本年|今年|当年)度?"
# Behind the number of an item (2.9月11日) a month begins all the same.
_NO_FIGURE = r"(?<![\d第一二三四五六七八九十])(?:(?<!\.)|(?<=[\n；;。]\d\.)|(?<=[\n；;。]\d\d\.))"
_MONTH = rf"{_NO_FIGURE}(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]){_GAP}月份?"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY_NUMBER = r"3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
_DAY = rf"(?P<day>{_DAY_NUMBER}){_GAP}[日号](?!以内)"
# 底, 末, 上旬: the month or year stays what is known.
_PART = r"(?:[年月]?[底末初]|[上中下]旬)?"
_FULL = rf"(?:{_YEAR}{_GAP}|{_THIS_YEAR}{_GAP})?{_MONTH}{_GAP}{_DAY}"
# 5月11-15日: the first day leaves 日 to the second.
_DAYS = (
    rf"(?:{_YEAR}{_GAP}|{_THIS_YEAR}{_GAP})?{_MONTH}{_GAP}(?P<day>{_DAY_NUMBER})(?={_TO}(?:{_DAY_NUMBER}){_GAP}[日号])"
)
_FULL_MONTH = rf"(?:{_YEAR}|{_THIS_YEAR}){_GAP}{_MONTH}{_PART}"
_MONTH_END = rf"{_MONTH}(?:[底末]|[上中下]旬)"
# Not 2025年度: a year of account.
_FULL_YEAR = rf"{_YEAR}(?!度){_PART}"
# 2017.1.1, 2025-08-15, 2025/8/15, 2025.8.15日; no version (1.2.3), no tail of a number or a telephone.
_NUMERIC = (
    r"(?<![\d./])(?<!\D-)(?P<year>(?:19|20)\d{2})(?P<mark>[./-])(?P<month>1[0-2]|0?[1-9])"
    r"(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/]|\.\d|-\d(?!\d{3}[./-]|\d?[./]\d))日?"
)
# 2025.03—2026.12 in plans: a year and a month only as the ends of a range.
_YEAR_MONTH = (
    r"(?<![\d./])(?P<year>(?:19|20)\d{2})[./-](?P<month>1[0-2]|0?[1-9])(?![\d.])"
    rf"(?={_TO}20\d{{2}})"
)
# 2023-2025年: the first year leaves 年 to the second.
_YEARS = rf"(?<![\d.])(?P<year>(?:19|20)\d{{2}})(?={_TO}(?:19|20)\d{{2}}{_GAP}年(?!度))"
# 3月至5月, 3-5月: months alone count as a range only.
_MONTH_RANGE = (
    rf"(?<![\d第.一二三四五六七八九十〇零])(?P<month>{_MONTH_NUMBER})(?:{_GAP}月份?)?"
    rf"(?={_TO}{_MONTH_NUMBER}{_GAP}月(?!{_GAP}\d))"
)
# 2018年1-9月: the first month leaves 月 to the second.
_MONTHS = rf"(?:{_YEAR}|{_THIS_YEAR}){_GAP}(?P<month>1[0-2]|[1-9])(?={_TO}{_MONTH_NUMBER}月)"
# 25年6月30日: with its month behind it a year may have two digits.
_SHORT_YEAR = rf"(?<![\d.])(?P<short>\d{{2}})年(?=1?\d月)(?:{_MONTH}(?:{_GAP}{_DAY})?{_PART})"
# 2027年上半年, 2026下半年, 2026年第三季度: from its first month to its last.
_QUARTER = "第?[一二三四1-4]季度"
_PART_OF_YEAR = (
    rf"(?:{_YEAR}|(?P<bare>(?<!\d)20\d\d)(?=[上下]半年|{_QUARTER})|{_THIS_YEAR}){_GAP}"
    rf"(?:(?P<half>[上下])半年|第?(?:(?P<from>[一二三四1-4])(?:季度)?{_TO}第?)?(?P<quarter>[一二三四1-4])季度)(?:[初末]|底)?"
)
# 8.15日
_DOTTED = r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])\.(?P<day>3[01]|[12]\d|0?[1-9])[ ]?日"
FORMS = tuple(
    re.compile(form)
    for form in (
        _NUMERIC,
        _FULL,
        _DAYS,
        _FULL_MONTH,
        _MONTHS,
        _DOTTED,
        _MONTH_END,
        _PART_OF_YEAR,
        _SHORT_YEAR,
        _YEAR_MONTH,
        _FULL_YEAR,
        _YEARS,
        _MONTH_RANGE,
    )
)
PART_FORM, PERIOD_END = re.compile(_PART_OF_YEAR), re.compile(r"(?:半年|季度)(?:[初末]|底)?$")
TURN = 60  # 59 is 2059, 60 is 1960
# 2026.4.1—4.30, 2026/4/1-4/30: the end of a range in the marks of its beginning.
NUMERIC_END = re.compile(r"(?P<month>1[0-2]|0?[1-9])[./](?P<day>3[01]|[12]\d|0?[1-9])(?![\d./%])")
YEAR_MONTH_END = re.compile(r"(?P<year>20\d{2})(?:[./-](?P<month>1[0-2]|0?[1-9]))?(?![\d./年-])")
LONE_DAY = re.compile(_DAY)
LONE_MONTH = re.compile(_MONTH)
# Where a date may begin: the forms are tried there only.
BEGIN = re.compile(
    rf"(?<!\d)(?=\d{{1,4}}(?:[./-]\d|[上下]半年|{_QUARTER}|{_GAP}(?:[年月]|[-－—–−~～〜至到]{{1,2}}{_GAP}\d)))|(?=[本今当]年)"
    rf"|(?=[一二三四五六七八九十]{_HAN_DIGIT}{{0,3}}十?{_GAP}[年月])"
)
WEEKDAY = re.compile(r"[ ]?[（(][ ]?[本下]?(?:周|星期|礼拜)[一二三四五六日天][ ]?[)）]")
JOINT = re.compile(rf"{_GAP}(?:起|开始)?{_TO}")
