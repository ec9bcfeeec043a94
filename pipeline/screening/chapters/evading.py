"""Sentences of a section that evade what it is asked for in whatever words (谈不上有多少新东西，走一步看一步)."""

import re

from pipeline.screening.application.evasive import evasiveness
from pipeline.screening.application.substance import squeeze

_SENTENCE = re.compile(r"[^。！？\n]+")
# 同行多用环氧漆，我们以树脂复配: what others do is told in words of lack as well
_OF_OTHERS = re.compile(r"国[内外]|同[行类]|竞品|别[人家]|人家|现[有行]|传统|以往|市[场面]|常规")
_FIGURE = re.compile(
    r"\d|[一二两三四五六七八九十百千万]{1,4}(?:余|多|几)?(?:[次个家套台米人名项件组年天种处座吨级条道层亩头只份所支艘倍成半]|公里|小时|分钟)|翻番|减半"
)
_LEAST, _LONGEST = 5, 200  # characters of a sentence, and of a section that holds nothing else
_WHOLE, _ONE = 9.0, 11.0  # how much all that a section says has to evade, and how much one sentence among others


def only_evades(text: str) -> bool:
    """Every sentence evades, and none has a figure."""
    sentences = [said for said in map(squeeze, _SENTENCE.findall(text)) if len(said) >= _LEAST]
    return (
        bool(sentences)
        and "\t" not in text
        and sum(map(len, sentences)) <= _LONGEST
        and all(_FIGURE.search(said) is None and evasiveness(said) >= _WHOLE for said in sentences)
    )


def without_evading(text: str) -> str:
    """The text without the sentences that surely evade: 几样都不由我们说了算，走一步看一步 is no measure."""
    return _SENTENCE.sub(lambda said: "" if _evades(said.group()) else said.group(), text)


def _evades(sentence: str) -> bool:
    said = squeeze(sentence)
    plain = len(said) >= _LEAST and "\t" not in sentence and _FIGURE.search(said) is None
    return plain and _OF_OTHERS.search(said) is None and evasiveness(said) >= _ONE
