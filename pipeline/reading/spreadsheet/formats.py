"""Number formats of Excel: a stored number as the text that a reader sees (12.5%, 1,200.00, 2025年6月1日)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.reading.spreadsheet.dates import shown_date

# The formats that a file names by number only; those of dates as a Chinese Excel shows them.
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0",
    42: "¥#,##0;-¥#,##0",
    43: "#,##0.00;-#,##0.00",
    44: "¥#,##0.00;-¥#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
_LONGEST = 255  # characters of a format; Excel allows no more
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[\$(?P<sign>[^\]\-]*)[^\]]*\]'
    r"|\[(?P<elapsed>[hms]{1,4})\]|\[[^\]]*\]"
    r"|(?P<general>General|G/通用格式)|(?P<exponent>E[+\-]0{1,4})|(?P<noon>AM/PM|A/P|上午/下午)"
    r"|(?P<number>[0#?.,%]+)|(?P<date>y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|a{3,4}|b{2,4}|e{1,4})|(?P<text>@)"
    r"|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"\[(?P<sign><=|>=|<>|[<>=])(?P<value>-?[\d.]{1,20})\]")
_SECTION = re.compile(r'(?:"[^"]*"?|[\\!_*].|\[[^\]]*\]|[^;"\\!_*\[]|.)', re.DOTALL)
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a format: ``kind`` literal, number, exponent, date, elapsed, noon, general or text."""

    kind: str
    text: str


_FRACTION_BAR = Token("literal", "/")


def shown_number(value: float, code: str, from_1904: bool = False) -> str:
    """A number as a cell with this format shows it; ``from_1904``: days are counted from 1904 and not from 1900."""
    section, absolute = _section(value, code[:_LONGEST])
    tokens = _tokens(section)
    kinds = {token.kind for token in tokens}
    if kinds & {"date", "elapsed"} and not kinds & {"exponent"}:
        return shown_date(value, [(token.kind, token.text) for token in tokens], from_1904)
    value = abs(value) if absolute else value
    if "?" in section and any(token == _FRACTION_BAR for token in tokens):
        return general(value)  # a fraction of inches: nobody's amount
    if "number" in kinds or "exponent" in kinds:
        return _numeric(value, tokens)
    plain = general(value)
    parts = [plain if token.kind in ("general", "text") else token.text for token in tokens if token.kind != "noon"]
    return "".join(parts) if code.strip() else plain


def general(value: float) -> str:
    """A number without a format: up to ten significant figures, all figures of a whole number."""
    if value == int(value) and abs(value) < 10**_MOST_DIGITS:
        return str(int(value))
    text = f"{value:.10g}"
    mantissa, mark, exponent = text.partition("e")
    return f"{mantissa}E{exponent}" if mark else text


def _section(value: float, code: str) -> tuple[str, bool]:
    """The part of a format that holds for this value, and whether the part itself says that it is negative."""
    sections = _sections(code)
    for section in sections:
        condition = _CONDITION.search(section)
        if condition is not None and _holds(value, condition["sign"], condition["value"]):
            return section, value < 0
    plain = [section for section in sections if _CONDITION.search(section) is None]
    if len(plain) < len(sections):
        return (plain[0] if plain else sections[-1]), False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _holds(value: float, sign: str, bound: str) -> bool:
    try:
        limit = float(bound)
    except ValueError:
        return False
    return {
        "<": value < limit,
        ">": value > limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    parts = [""]
    for match in _SECTION.finditer(code):
        if match[0] == ";":
            parts.append("")
        else:
            parts[-1] += match[0]
    return tuple(parts)


@lru_cache(maxsize=512)
def _tokens(section: str) -> tuple[Token, ...]:
    found = []
    for match in _TOKEN.finditer(section):
        kind = match.lastgroup
        if kind in ("quoted", "escaped", "sign", "other"):
            found.append(Token("literal", match[kind]))
        elif kind is not None:
            found.append(Token(kind, match[0]))
    return tuple(found)


def _numeric(value: float, tokens: tuple[Token, ...]) -> str:
    """A number set into its placeholders from the right, words between them kept (0!.0,"万" shows 1.2万)."""
    pattern = "".join(token.text for token in tokens if token.kind == "number")
    exponent = next((token for token in tokens if token.kind == "exponent"), None)
    whole, _, behind = pattern.partition(".")
    decimals = sum(char in "0#?" for char in behind)
    bare = pattern.rstrip("%")
    thousands = len(bare) - len(bare.rstrip(","))
    scaled = value * 100 ** pattern.count("%") / 1000**thousands
    if exponent is not None:
        digits = len(exponent.text) - 2
        mantissa, _, power = f"{scaled:.{decimals}e}".partition("e")
        sign = "-" if int(power) < 0 else "+" if exponent.text[1] == "+" else ""
        shown = f"{mantissa}E{sign}{abs(int(power)):0{digits}d}"
        return _around(tokens, shown)
    figures, _, fraction = f"{abs(_rounded(scaled, decimals)):.{decimals}f}".partition(".")
    fraction = _shortened(fraction, [char for char in behind if char in "0#?"])
    needed = sum(char == "0" for char in whole)
    figures = figures.lstrip("0").rjust(needed, "0")
    grouped = "," in whole.rstrip(",")
    negative = scaled < 0 and (figures + fraction).strip("0.") != ""
    return ("-" if negative else "") + _filled(tokens, figures, fraction, grouped)


def _rounded(value: float, decimals: int) -> float:
    """Halves are rounded up as Excel does, not to the even neighbour; a trace more than binary figures lose."""
    factor = 10 ** min(decimals, _MOST_DIGITS)
    magnitude = abs(value) * factor
    return value if magnitude >= 10**_MOST_DIGITS else int(magnitude * (1 + 1e-14) + 0.5) / factor


def _shortened(fraction: str, places: list[str]) -> str:
    while fraction and places and places[-1] != "0" and fraction[-1] == "0":
        fraction, places = fraction[:-1], places[:-1]
    return fraction


def _filled(tokens: tuple[Token, ...], figures: str, fraction: str, grouped: bool) -> str:
    """The figures in the place of the placeholders: those of the whole part from the right, the rest in front."""
    before, after = _split_at_point(tokens, fraction)
    places = [index for index, part in enumerate(before) if part is None]
    between = any(part for part in before[places[0] : places[-1]]) if places else False
    if not between:
        figures = f"{int(figures or 0):,}".rjust(len(figures)) if grouped and figures else figures
    shown: dict[int, str] = {}
    for index in reversed(places):
        # With words between the places each takes one figure; without them the last one takes all.
        taken = figures if index == places[0] or not between else figures[-1:]
        shown[index], figures = taken, figures[: len(figures) - len(taken)]
        if not between:
            break
    return "".join(shown.get(index, "") if part is None else part for index, part in enumerate(before)) + after


def _split_at_point(tokens: tuple[Token, ...], fraction: str) -> tuple[list[str | None], str]:
    """The parts before the point, None for each figure's place, and everything from the point on."""
    before: list[str | None] = []
    after, behind = "", False
    for token in tokens:
        for char in token.text if token.kind == "number" else [token.text] if token.kind == "literal" else []:
            if token.kind == "number" and char in "0#?":
                before += [] if behind else [None]
            elif token.kind == "number" and char == ",":
                continue
            elif token.kind == "number" and char == ".":
                behind, after = True, after + (f".{fraction}" if fraction else "")
            elif behind:
                after += char
            else:
                before.append(char)
    return before, after


def _around(tokens: tuple[Token, ...], shown: str) -> str:
    parts = []
    for token in tokens:
        if token.kind == "literal":
            parts.append(token.text)
        elif token.kind == "exponent":
            parts.append(shown)
    return "".join(parts)
