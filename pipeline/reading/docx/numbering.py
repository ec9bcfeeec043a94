"""Automatic numbering of a DOCX: the number that a reader sees before a paragraph and the text does not hold."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.reading.docx.package import Element, Package, W, value

_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_SMALL = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_CHECKBOX_BULLETS = {"\uf0a8": "□", "\uf06f": "□", "\uf071": "□", "\uf0fe": "☑", "□": "□", "☐": "□", "☑": "☑"}


def chinese(number: int) -> str:
    """A counting number below 10000 in Chinese: 12 is 十二, 105 is 一百零五."""
    if not 0 < number < 10000:
        return str(number)
    text, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return text.removeprefix("一") if text.startswith("一十") else text


def roman(number: int) -> str:
    """A number in small Roman letters."""
    text = ""
    for size, letters in _ROMAN + _ROMAN_SMALL:
        count, number = divmod(number, size)
        text += letters * count
    return text


def letters(number: int) -> str:
    """a, b, … z, aa, bb as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def circled(number: int) -> str:
    """①, ② … ⑳, then plain digits."""
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": lambda number: chinese(number).translate(
        str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
    ),
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalFullWidth": lambda number: str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its format, its text with %1 to %9, its first number."""

    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class Numbering:
    """Counts through a document; ``label`` must be called for every numbered paragraph in order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, number: str, level: int) -> str:
        """What Word prints before the paragraph, a space behind it where it ends in no Chinese mark."""
        levels = self.levels.get(number, {})
        here = levels.get(level)
        if here is None or number == "0":
            return ""
        if here.format == "bullet":
            return _CHECKBOX_BULLETS.get(here.text.strip(), "")
        if here.format == "none":
            return here.text
        counts = self.counters.setdefault(self.lists.get(number, number), {})
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        text = here.text
        for index in range(level + 1):
            of = levels.get(index, Level())
            shown = FORMATS.get(of.format, str)(counts.get(index, of.start))
            text = text.replace(f"%{index + 1}", shown)
        return text if not text or text[-1] in "、）．。，：" else f"{text} "


def read_numbering(package: Package) -> Numbering:
    """The lists of ``numbering.xml``; empty where there are none."""
    root = package.part("word/numbering.xml")
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {
        node.get(W + "abstractNumId"): {
            int(level.get(W + "ilvl", "0")): _level(level) for level in node.findall(W + "lvl")
        }
        for node in root.findall(W + "abstractNum")
    }
    for node in root.findall(W + "num"):
        name, base = node.get(W + "numId", ""), value(node, "abstractNumId") or ""
        levels = dict(abstract.get(base, {}))
        overrides = node.findall(W + "lvlOverride")
        for override in overrides:
            index = int(override.get(W + "ilvl", "0"))
            full = override.find(W + "lvl")
            old = _level(full) if full is not None else levels.get(index, Level())
            start = value(override, "startOverride")
            levels[index] = Level(old.format, old.text, int(start) if start else old.start)
        numbering.levels[name] = levels
        numbering.lists[name] = f"own {name}" if overrides else base
    return numbering


def _level(node: Element) -> Level:
    return Level(
        value(node, "numFmt") or "decimal",
        (value(node, "lvlText") or "").strip(" "),
        int(value(node, "start") or 1),
    )
