"""One body under two names: written alike, shortened, or misread in a scan."""

import re

_COMPANY = "有限公司"
_TWICE = re.compile(r"(?P<name>.{4,40}?)(?P=name)")  # printed as the seal beside the name as well
_BRACKETS = re.compile(
    r"[（(][^（()）]*[）)]|[［\[【〔][^［］\[\]【】〔〕]*[章印][^［］\[\]【】〔〕]*[］\]】〕]"
)  # and ［公章：某某公司］


def clean_name(name: str) -> str:
    """A name without white space, the star of a seal over it, what stands in brackets（加盖单位公章）, a
    seal drawn as ［公章：某某公司］, and once."""
    bare = re.sub(r"[\s★☆]+", "", _BRACKETS.sub("", name)).strip("：:，。、")
    twice = _TWICE.fullmatch(bare)
    return twice["name"] if twice is not None else bare


def same_name(a: str, b: str) -> bool:
    """Equal, or one the short form of the other."""
    x, y = clean_name(a), clean_name(b)
    return not x or not y or x in y or y in x or _misread(x, y) or _misread(y, x)


def _misread(name: str, other: str) -> bool:
    """Of 有限公司 at the end of one name the other has all but a character: 有限么司, 限公司, as scans are read."""
    core = name.removesuffix(_COMPANY)
    end = other.removeprefix(core)
    if core == name or end == other or len(core) < len(_COMPANY):
        return False
    lost = len(end) == len(_COMPANY) - 1 and set(end) < set(_COMPANY)
    return lost or (len(end) == len(_COMPANY) and sum(map(str.__ne__, end, _COMPANY)) == 1)
