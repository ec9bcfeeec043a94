"""Ways to damage a file, from a flipped bit to a tree that has grown: each a function of bytes and a random source."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from fuzzing.trees import damage_markup, damage_tree

from pipeline.reading.filetypes import ZIP_ERRORS

Mutation = Callable[[bytes, Random], bytes]

_NUMBER = re.compile(rb"\d{1,10}")
_NUMBERS = (b"0", b"1", b"-1", b"255", b"65536", b"2147483647", b"2147483648", b"-2147483648", b"4294967296")
_NUMBERS += (b"99999999999999999999", b"1e308", b"-0.0", b"nan", b"0.00000001", b"1000000")
_BYTES = (b"\x00", b"\xff", b"\x80", b"\n", b"<", b">", b"(", b"[", b"]", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe")
_PDF_WORDS = tuple(
    b"endobj endstream stream obj xref trailer R /Root /Kids /Count /Parent /Resources /Font /Contents /MediaBox "
    b"/Rotate /Filter /Length /XObject /Annots /Subtype /Widths /W /Encoding /DescendantFonts /ToUnicode".split()
)
_PDF_OPERATORS = tuple(b" %b " % word for word in b"q Q BT ET cm re f Tf Tj Do Tm W n".split())
_PDF_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")


def _place(data: bytes, random: Random, longest: int = 4096) -> tuple[int, int]:
    """A run of bytes, more often short than long."""
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + int(longest ** random.random()))


def flip_bits(data: bytes, random: Random) -> bytes:
    """Some bits turned, all over the file."""
    out = bytearray(data)
    for _ in range(random.choice((1, 2, 8, 32))):
        if out:
            out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def overwrite(data: bytes, random: Random) -> bytes:
    """A run of bytes replaced by one byte many times, or by noise."""
    start, end = _place(data, random, 512)
    filler = random.randbytes(end - start) if random.random() < 0.5 else random.choice(_BYTES) * (end - start)
    return data[:start] + filler[: end - start] + data[end:]


def delete(data: bytes, random: Random) -> bytes:
    """A run of bytes gone."""
    start, end = _place(data, random)
    return data[:start] + data[end:]


def duplicate(data: bytes, random: Random) -> bytes:
    """A run of bytes several times."""
    start, end = _place(data, random)
    return data[:start] + data[start:end] * random.choice((2, 3, 50)) + data[end:]


def insert(data: bytes, random: Random) -> bytes:
    """Bytes put in between."""
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice((*_BYTES, random.randbytes(16))) * random.choice((1, 4, 1000)) + data[at:]


def truncate(data: bytes, random: Random) -> bytes:
    """The file ends early, or begins late."""
    at = random.randrange(len(data) + 1)
    return data[:at] if random.random() < 0.8 else data[at:]


def swap(data: bytes, random: Random) -> bytes:
    """Two neighbouring runs change places."""
    a, b, c = sorted(random.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def change_numbers(data: bytes, random: Random) -> bytes:
    """Numbers written in ASCII (lengths, offsets, sizes, spans) become others."""
    found = list(_NUMBER.finditer(data))
    for match in sorted(random.sample(found, min(len(found), random.choice((1, 2, 6)))), key=lambda m: -m.start()):
        new = (
            str(int(match[0]) + random.choice((-1, 1, 2))).encode()
            if random.random() < 0.4
            else random.choice(_NUMBERS)
        )
        data = data[: match.start()] + new + data[match.end() :]
    return data


def change_pdf(data: bytes, random: Random) -> bytes:
    """A word of the PDF language becomes another one, or a number another number, of the same length where it can."""
    pattern, words = random.choice(((None, _PDF_WORDS), (None, _PDF_OPERATORS), (_PDF_NUMBER, _NUMBERS)))
    if pattern is None:
        old = random.choice([word for word in words if word in data] or [b" "])
        places = [match.span() for match in re.finditer(re.escape(old), data)]
    else:
        places = [match.span() for match in pattern.finditer(data)]
    if not places:
        return flip_bits(data, random)
    start, end = random.choice(places)
    new = random.choice(words)
    return data[:start] + (new.ljust(end - start) if random.random() < 0.7 else new) + data[end:]


def damage_member(data: bytes, random: Random) -> bytes:
    """A file inside the archive is damaged and packed again with the right sums, so that its reader meets it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except (*ZIP_ERRORS, KeyError, RuntimeError):
        return flip_bits(data, random)
    if not members:
        return data
    name = random.choice(sorted(members))
    way = random.random()
    if way < 0.85:
        members[name] = mutate(members[name], name, random, 1)
    elif way < 0.9:
        del members[name]
    elif way < 0.95:
        members[name] = members[random.choice(sorted(members))]
    else:
        members[name + random.choice(("", "x", "/", "\x00", "文"))] = members.pop(name)
    return packed(members)


def packed(members: dict[str, bytes]) -> bytes:
    """A ZIP file, the same at any time of day."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


_ANY: tuple[Mutation, ...] = (flip_bits, overwrite, delete, duplicate, insert, truncate, swap, change_numbers)
_BY_START: tuple[tuple[bytes, tuple[Mutation, ...]], ...] = (
    (b"%PDF", (change_pdf, change_pdf, change_pdf, change_numbers)),
    (b"PK\x03\x04", (damage_member,) * 12),
    (b"<!doctype html", (damage_markup,) * 8),
    (b"<", (damage_tree, damage_tree, damage_tree, damage_markup)),
)


def mutate(data: bytes, name: str, random: Random, times: int | None = None) -> bytes:
    """The file after some mutations, of those that fit it and of those that fit any."""
    fitting = next((ways for start, ways in _BY_START if data[:40].lstrip().startswith(start)), ())
    if name.endswith(".md"):
        fitting = (damage_markup,) * 3
    for _ in range(times or random.choice((1, 1, 1, 2, 3, 6))):
        data = random.choice((*fitting, *fitting, *_ANY))(data, random)
    return data
