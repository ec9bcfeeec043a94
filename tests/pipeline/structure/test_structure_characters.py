import pytest

from pipeline.structure.characters import FOLDS as FOLDING
from pipeline.structure.characters import fold, is_han, width

FOLDS = [
    ("１", "1"),
    ("Ａ", "A"),
    ("％", "%"),
    ("⽤", "用"),  # Kangxi radical out of a PDF font
    ("⻓", "长"),  # supplement radical, which NFKC leaves alone
    ("―", "—"),  # the bar that a font prints for the dash
    ("⼾", "户"),  # NFKC has 戶
    ("豈", "豈"),  # compatibility ideograph
    ("³", "³"),  # never 3: 10³ is not 103
    ("①", "①"),
    ("：", "："),  # punctuation keeps its width
    ("㎡", "㎡"),
    ("\u200b", ""),
    ("\x00", ""),
]


@pytest.mark.parametrize(("char", "plain"), FOLDS)
def test_fold(char: str, plain: str) -> None:
    assert fold(char) == plain


def test_fold_never_lengthens() -> None:
    assert all(len(fold(chr(code))) <= 1 for code in range(0x20, 0x30000) if not 0xD800 <= code <= 0xDFFF)


def test_width_counts_chinese_double() -> None:
    assert width("揭榜 A1") == 7
    assert is_han("揭")
    assert not is_han("，")


def test_what_folds_is_known_beforehand() -> None:
    changed = [chr(code) for code in range(0x30000) if not 0xD800 <= code <= 0xDFFF and fold(chr(code)) != chr(code)]
    assert all(FOLDING.search(char) for char in changed)
