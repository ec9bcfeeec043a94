"""Text objects to letters: baselines, steps between characters, and boxes guessed from the size of the font."""

import math
from collections.abc import Iterator

from pipeline.reading.ofd.ink import Letter
from pipeline.reading.ofd.numbers import Matrix, around, deltas_of, number, point, times
from pipeline.reading.ofd.package import Element
from pipeline.reading.symbols import shown_as

_ASCENT, _DESCENT = 0.86, 0.14  # shares of the size above and below the baseline
_NARROW, _WIDE, _CAPITAL, _LATIN = 0.3, 0.85, 0.67, 0.53  # widths in shares of the size
_STRETCH = 1.35  # a step up to so many widths is the character's own width (letters set apart a little)
_HALF = 0.56  # what a letter may be wide in fonts where all but Chinese is half as wide
_SQUARE = math.radians(6)  # within which a turn is a quarter turn
_NO_CHARACTER = "\u00a4"  # ¤: what programs write where only the font's glyph is known


def letters_of(element: Element, matrix: Matrix, font: str, hidden: bool) -> Iterator[Letter]:
    """The letters of a TextObject; ``matrix`` leads from the object's space to points on the page.

    Raises ValueError for numbers that are none.
    """
    size = number(element.get("Size") or "0")
    stretch = number(element.get("HScale") or "1")
    if size <= 0 or stretch <= 0:
        raise ValueError("a text without a size")
    reading, turn = _degrees(element.get("ReadDirection")), _degrees(element.get("CharDirection"))
    glyphs_only = element.find("CGTransform") is not None
    lines = times(_turned(turn), matrix)
    quarter = _quarter(math.atan2(lines[1], lines[0]))
    x = y = 0.0
    for code in element.findall("TextCode"):
        x, y = number(code.get("X") or str(x)), number(code.get("Y") or str(y))
        # Line ends are the XML's own; anything else stands for a character and takes a step.
        shown = shown_as((code.text or "").strip("\r\n\t"), font)
        places = _places(code, shown, size * stretch, reading)
        for index, (char, (dx, dy)) in enumerate(zip(shown, places, strict=True)):
            step = _step(places, index, reading)
            box = 0.0, -_ASCENT * size, _width(char, step, size * stretch), _DESCENT * size
            here = (*lines[:4], *point(matrix, x + dx, y + dy))
            yield Letter(_character(char, glyphs_only), around(here, box), quarter, hidden)


def _places(code: Element, text: str, size: float, reading: int) -> list[tuple[float, float]]:
    """Where each character stands, from the first one; a natural step where the file names none."""
    count = max(len(text) - 1, 0)
    across, down = deltas_of(code.get("DeltaX"), count), deltas_of(code.get("DeltaY"), count)
    places = [(0.0, 0.0)][: len(text)]
    x = y = 0.0
    for index in range(count):
        natural = _natural(text[index]) * size
        step_x = across[index] if index < len(across) else 0.0
        step_y = down[index] if index < len(down) else 0.0
        if index >= max(len(across), len(down)):
            step_x, step_y = (natural, 0.0) if reading == 0 else _along(reading, natural)
        x, y = x + step_x, y + step_y
        places.append((x, y))
    return places


def _along(reading: int, step: float) -> tuple[float, float]:
    return {90: (0.0, step), 180: (-step, 0.0), 270: (0.0, -step)}.get(reading, (step, 0.0))


def _step(places: list[tuple[float, float]], index: int, reading: int) -> float:
    """How far the next character of the same line is; 0 behind the last, and where the line runs another way."""
    if reading or index + 1 >= len(places) or places[index + 1][1] != places[index][1]:
        return 0.0
    return places[index + 1][0] - places[index][0]


def _width(char: str, step: float, size: float) -> float:
    natural = _natural(char) * size
    return step if 0.5 * natural <= step <= max(_STRETCH * natural, _HALF * size) else natural


def _natural(char: str) -> float:
    """A character's usual width, in shares of the font's size."""
    if ord(char) > 0x2000:
        return 1.0
    if char in "iljftI.,:;'|!()[] -":
        return _NARROW
    if char in "mwMW@%":
        return _WIDE
    return _CAPITAL if char.isupper() else _LATIN


def _character(char: str, glyphs_only: bool) -> str:
    unknown = char == "\x00" or (glyphs_only and (char == _NO_CHARACTER or ord(char) < 32))
    return "\ufffd" if unknown else char


def _quarter(angle: float) -> int | None:
    """The turn in degrees where it is a quarter turn, else None."""
    nearest = round(angle / (math.pi / 2))
    return nearest % 4 * 90 if abs(angle - nearest * math.pi / 2) < _SQUARE else None


def _degrees(text: str | None) -> int:
    return int(text or 0) % 360


def _turned(degrees: int) -> Matrix:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return cosine, sine, -sine, cosine, 0.0, 0.0
