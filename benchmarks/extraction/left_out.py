"""What the suites ask for and a notice never says: left out by kind and by rule, each with its reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """Leaves out the cases of some tasks that a test of the row's words names; ``reason`` says why."""

    tasks: frozenset[str]
    test: Callable[[Row], bool]
    reason: str

    def applies(self, suite: str, task: str, row: Row) -> bool:
        """Is this row left out?"""
        del suite
        return task in self.tasks and self.test(row)


def _matches(pattern: str) -> Callable[[Row], bool]:
    compiled = re.compile(pattern)
    return lambda row: compiled.search(row["input"]) is not None


_FIGURES = frozenset({"number", "percentage", "range", "dimension", "money", "money_around"})
_SUMS = frozenset({"money", "money_around"})
_TIMES = frozenset({"time"})
_NUMERAL = "[0-9０-９一二三四五六七八九十百千万亿两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億]"

# Mobiles, landlines with their area code, 400 and 800 numbers.
_CHINESE = re.compile(
    r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"|(?:\(0\d{2,3}\)|(?:\+?86[- ]?)?0(?:10|2\d|[3-9]\d{2}))[- ]?[2-8]\d{6,7}|[48]00[- ]?\d{3}[- ]?\d{4}"
)

RULES = (
    Rule(
        _FIGURES,
        _matches(r"[\d０-９][ ]?[kKＫMG](?![A-Za-z])"),
        "k, M and G behind digits are no thousands: 4K is a picture, 5G a network, 300 K a temperature",
    ),
    Rule(_FIGURES, _matches(r"打(?!折|對|对)|半百|[卅卌]|[雙双]$"), "counting words of trade and verse (打, 半百, 卅)"),
    Rule(_FIGURES, _matches("折"), "discounts of a shop (八折)"),
    Rule(
        _FIGURES,
        _matches(
            rf"{_NUMERAL}[ ]+{_NUMERAL}|{_NUMERAL}[ ]+[点點余成又分幾]|百[ ]分"
            r"|[分点點个個][ ]+[之点點百分一二三四五六七八九]|[ ]{2}"
        ),
        "a numeral set apart by blanks: blanks part cells and items of a list",
    ),
    Rule(_FIGURES, _matches(r"\^"), "powers of other bases than ten"),
    Rule(
        _FIGURES,
        _matches(r"\d[，,]\d{3}，\d{3}|[\d０-９]，[\d０-９]{3}"),
        "the full-width comma as a thousands mark: it parts the items of a list",
    ),
    Rule(
        frozenset({"number"}),
        _matches(r"百分之|[百千]分之[十百千万]"),
        "the figure inside a share (百分之五十五): one mention of ours, a share",
    ),
    Rule(frozenset({"number"}), _matches(r"\d\.\d+\.\d+\."), "strings of digits and dots: versions and numberings"),
    Rule(frozenset({"number"}), _matches(r"[圆元角分]|份一"), "sums of money in words; Cantonese fractions"),
    Rule(
        frozenset({"percentage"}),
        _matches(r"\d-\d+%"),
        "the end of a range taken for itself: the range is one mention of ours",
    ),
    Rule(
        frozenset({"range"}),
        lambda row: any(
            re.search("以[上下内]|之[上下]", want["text"]) is not None and want["resolution"]["value"][0] == "("
            for want in row["expected"]
        ),
        "以上 and 以下 read as exclusive, against art. 1259 of the Civil Code",
    ),
    Rule(
        frozenset({"range"}),
        _matches(r"比[^，。]{1,8}[大小高低]|过20|[ ]或"),
        "comparatives (比三十大) and words with blanks: no notice bounds so",
    ),
    Rule(
        frozenset({"range"}),
        _matches(r"[大小]于.*[大小]于|以上.*以下"),
        "two bounds in one breath (大于10小于20): two conditions of ours, each with its own words",
    ),
    Rule(frozenset({"range"}), _matches("20万次以上"), "an error of the suite: 20万 read as 20000"),
    Rule(frozenset({"dimension"}), _matches("[0-9十百]两$"), "the weight 两: the character is a numeral first"),
    Rule(frozenset({"money_around"}), _matches(r"\d多"), "3000多 read up to the next thousand: more than 3000 here"),
    Rule(_SUMS, _matches("銭|美分"), "small change of foreign currencies"),
    Rule(_SUMS, _matches(r"^(?:人民币[ ]?美元)$"), "the name of a currency without a sum"),
    Rule(
        _SUMS,
        lambda row: any(re.search("[元圆币块布镑拉分角]", want["text"]) is None for want in row["expected"]),
        "a sum without its currency",
    ),
    Rule(
        _TIMES,
        _matches(
            r"上|後天|下[个周月星礼季一次]|本|今|明|昨|后天|前天|去年|前年|后年|次日|同月|这|那|未来|过去|最近|近|今后|再过|过两|刚|现在|马上"
            r"|(?:天|周|年|月|小时|分钟|星期|日|分半|日之|[天年月钟]半|年多)(?:之|以)?[前后]|以来|[后前][一二两三四五六七八九十\d]+|第[一二三四五六七八九十\d]+[天周年月]|时候|之后\d|开始|前两|前十"
        ),
        "relative to the day of speaking (下周三, 昨天, 三年前): a notice names its dates",
    ),
    Rule(_TIMES, _matches(r"每|周末|工作日9"), "recurring times (每周三)"),
    Rule(
        _TIMES,
        _matches(
            r"农历|腊月|正月|初[一二三四五六七八九十\d]|廿|闰|除夕|春节|元宵|中秋|七夕|节|冬至|大寒|芒种|大年|国庆|康熙|神龙|民国|雍正|公元|干支|甲子"
        ),
        "the lunar calendar, festivals, solar terms and reigns",
    ),
    Rule(
        _TIMES,
        _matches(r"世纪|年代|[春夏秋冬][天季]|-SU|伊始|周[一二三四五六日天]|星期|礼拜|第[一二三四\d]+[周个]|时辰"),
        "centuries, decades, seasons, and days of the week without a date",
    ),
    Rule(
        _TIMES,
        _matches(
            r"早间|日早|夜间|黎明|半夜|拂晓|傍晚|清晨|白天|全天|半天|点过去|大半|春秋|多月|多小时|几[天年个]|左右|大约"
        ),
        "parts of the day and vague lengths without a date",
    ),
    Rule(
        _TIMES,
        lambda row: (
            re.search(r"年|月|日|号|\d{4}[-./]\d|\d{8}|天|周|时|秒|分钟|季度", row["input"]) is None
            or re.fullmatch(r"[^年月日号]*\d?[点:：][^年月日号]*", row["input"]) is not None
        ),
        "a time of day without a date",
    ),
    Rule(
        _TIMES,
        _matches(
            r"(?<![\d〇零一二三四五六七八九])(?:\d{2}|[一二三四五六七八九][〇零一二三四五六七八九])年(?!\d{1,2}月)|\d{2}-\d{1,2}-\d|(?<!\d)[二三四五六七八九1-9]?\d?[一二三四五六七八九零]{3}年|789年|三六七年|[到至]\d\d年"
        ),
        "years of two or three digits (98年): 25年 is a length of time in a notice",
    ),
    Rule(
        _TIMES,
        _matches(
            r"^\d{1,2}[日号]|^[一二三四五六七八九十]+[日号]|\D\d{1,2}[日号]你|的\d+号|\d{1,2}月\d{1,2}(?![\d日号月])|[十一二三四五六七八九]月[\d十一二三四五六七八九]+$"
        ),
        "a day without its month, a month's day without 日",
    ),
    Rule(_TIMES, _matches(r"\d{8}|\d{4} \d\d|^\d\d-\d\d |财税"), "digits in a row: numbers of documents and files"),
    Rule(
        _TIMES,
        _matches(
            r"^[上下]?[一二三四]季度|^年底|^年初|^[一二三四五六七八九十\d]+月(?:份|底|末|初|中旬|上旬|下旬|月底)?$|六月六月|^[一二三四五六七八九十]+月[上中下]旬$|月前\d天|\d月和"
        ),
        "a month, a quarter or the year's end without its year, alone",
    ),
    Rule(
        frozenset({"phone"}),
        lambda row: any(_CHINESE.fullmatch(want["text"]) is None for want in row["expected"]),
        "numbers of other countries",
    ),
    Rule(_TIMES, _matches(r"[天年]又|多三个月"), "sums of units (8天又二十个小时): a notice gives one unit"),
    Rule(
        _TIMES,
        _matches(r"[月年]底$|季度末$|日起$"),
        "月底 and 季度末 narrowed to days, 起 up to the day of speaking: kept as printed here",
    ),
    Rule(_TIMES, _matches(r"内$|以内"), "within a time from now: a length of time of ours, with what it counts from"),
    Rule(
        _TIMES,
        _matches(r"\d天?[~—-]+\d+[天日周]|到\d+(?:万秒|个小时)|年以[上下]"),
        "a range of lengths of time: the bound that binds is one length of ours",
    ),
    Rule(_TIMES, lambda row: bool(row.get("not_supported_by_design")), "not supported by the suite's own design"),
)

WHOLE_KINDS = {
    ("recognizers_zh", "ordinal"): "第三 numbers things; it measures nothing",
    ("recognizers_zh", "age"): "ages are lengths of time in years here (周岁), tested with the quantities",
    ("recognizers_zh", "temperature"): "five cases, among them names of scales; ℃ is a unit of the quantities",
    ("recognizers_zh", "url"): "web addresses are no value that an obligation rests on",
    ("recognizers_zh", "numberrange_experimental"): "the cases of numberrange again with other brackets",
    ("recognizers_zh", "datetime:DateExtractor"): "the texts of DateParser without a value",
    ("recognizers_zh", "datetime:DatePeriodExtractor"): "the texts of DatePeriodParser without a value",
    ("recognizers_zh", "datetime:DateTimeExtractor"): "the texts of DateTimeParser without a value",
    ("recognizers_zh", "datetime:DurationExtractor"): "sums of units (一年又一个月21天): a notice gives one unit",
    ("recognizers_zh", "datetime:DurationParser"): "sums of units (一年又一个月21天): a notice gives one unit",
    ("jionlp_zh", "time_todo_unlabelled"): "the suite's own list of what it cannot do yet",
    ("jionlp_zh", "location_parse"): "divisions of addresses are measured in tests/extractors/values/test_addresses.py",
    ("jionlp_zh", "url_remove"): "web addresses are no value that an obligation rests on",
    ("jionlp_zh", "phone_remove"): "one case of cleaning",
    ("jionlp_zh", "email_remove"): "one case of cleaning",
    ("cn2an_zh", "*"): "writes numerals, or converts sentences: nothing is extracted",
    ("duckling_zh", "*"): "the value is the suite's source text, unparsed",
    ("minlp_duckling_zh", "*"): "the value is the suite's source text, unparsed",
    ("itn_zh", "*"): "speech to written text: the words around the numbers change too",
}
"""Kinds left out as a whole, by suite; ``*`` for every other kind of it."""
