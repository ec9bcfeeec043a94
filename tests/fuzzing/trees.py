"""Damage to trees: XML that stays well formed, so that its reader meets it, and markup that does not."""

import re
from copy import deepcopy
from random import Random

from lxml import etree

_VALUES = ("", "0", "-1", "1", "999999999", "2147483648", "99999999999999999999", "1e400", "NaN", "x", "F0FE", "%1%2%9")
_VALUES += ("../../etc/passwd", "http://example.invalid/", "true", "none", "a" * 5000, "文", "\u202e")
_TEXTS = (
    "",
    " ",
    "\t\n\r",
    "\u2028\u0085",
    "☑□√",
    "\ufffd",
    "𠮷",
    "文" * 3000,
    "e\u0301" * 50,
    "\u200b\ufeff",
    "1" * 400,
)
_DEEPEST = 3000
_TAG = re.compile(rb"<[^<>]*>")
_REFERENCES = tuple(b"&#xD800; &#0; &#x110000; &amp;lt; &nosuch; &#x202E; &nbsp;&nbsp; \xed\xa0\x80".split())
_SOUP = tuple(
    b"""<table> </table> <tr> <td> <td_rowspan=0> <td_colspan=99999> <td_rowspan=65535> </td> <p> </p> <div> </div> <br>
    <a_href='x'> </a> <s> <svg> <math> <template> <!-- --> <![CDATA[ <script> </script> <style> <textarea> <h1> <ul><li>
    <select><option> <plaintext> <input_type=checkbox_checked> <frameset> <body> </html> <span_style='display:none'>
    | ~|---|---|~ ~-_[x]_ ~>_ ~____ ``` ** ![]( [a]( ~#_ ~~ ` ~1._""".replace(b"_", b"\x01").split()
)
_SOUP = tuple(word.replace(b"\x01", b" ").replace(b"~", b"\n") for word in _SOUP)


def damage_tree(data: bytes, random: Random) -> bytes:
    """One change to the tree of an XML file."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return damage_markup(data, random)
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    one = random.choice(elements)
    random.choice(_CHANGES)(one, random.choice(elements), random)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _remove(one: etree._Element, other: etree._Element, random: Random) -> None:
    if (parent := one.getparent()) is not None:
        parent.remove(one)


def _repeat(one: etree._Element, other: etree._Element, random: Random) -> None:
    if one.getparent() is not None:
        for _ in range(random.choice((1, 2, 40))):
            one.addnext(deepcopy(one))


def _move(one: etree._Element, other: etree._Element, random: Random) -> None:
    if one not in other.iterancestors() and one is not other and one.getparent() is not None:
        other.insert(random.randrange(len(other) + 1), one)


def _copy_into_itself(one: etree._Element, other: etree._Element, random: Random) -> None:
    one.append(deepcopy(one))


def _nest(one: etree._Element, other: etree._Element, random: Random) -> None:
    """The element inside itself, many deep."""
    for _ in range(random.choice((5, 60, 300, _DEEPEST))):
        one = etree.SubElement(one, one.tag, dict(one.attrib))
    one.text = "深"


def _set_attribute(one: etree._Element, other: etree._Element, random: Random) -> None:
    names = list(one.attrib) or list(other.attrib)
    if names:
        one.set(random.choice(names), random.choice(_VALUES))


def _drop_attribute(one: etree._Element, other: etree._Element, random: Random) -> None:
    if one.attrib:
        del one.attrib[random.choice(list(one.attrib))]


def _set_text(one: etree._Element, other: etree._Element, random: Random) -> None:
    one.text = random.choice(_TEXTS)
    one.tail = random.choice(_TEXTS)


def _rename(one: etree._Element, other: etree._Element, random: Random) -> None:
    one.tag = other.tag


_CHANGES = (
    _remove,
    _repeat,
    _move,
    _copy_into_itself,
    _nest,
    _set_attribute,
    _set_attribute,
    _drop_attribute,
    _set_text,
    _rename,
)


def damage_markup(data: bytes, random: Random) -> bytes:
    """Tags lost, doubled, exchanged, torn or strewn in."""
    tags = list(_TAG.finditer(data))
    way = random.randrange(6) if tags else 5
    if way < 4:
        one, other = random.choice(tags), random.choice(tags)
        new = (b"", one[0] * random.choice((2, 300)), other[0], one[0][: random.randrange(1, len(one[0]) + 1)])[way]
        return data[: one.start()] + new + data[one.end() :]
    at = random.choice(tags).end() if tags and random.random() < 0.5 else random.randrange(len(data) + 1)
    strewn = random.choice(_REFERENCES if way == 4 else _SOUP) * random.choice((1, 1, 3, 200, _DEEPEST))
    return data[:at] + strewn + data[at:]
