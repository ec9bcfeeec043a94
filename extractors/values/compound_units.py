"""Compound units that no list can hold: g/(L·h), cN/dtex, kW·h/kg, 点/小时, dB(A), and prefixed ones such as pg.

Prefixes and symbols of the SI (GB 3100-1993), with the everyday counts below the stroke that documents print.
"""

import re

_PREFIX = "[numμµkMGTcdp]"
# μgC/g, kgCOD/(m³·d), mgGAE/g: so much of what the chemists count, reckoned as that
_OF_WHAT = "[gt](?:C|N|P|TN|TP|COD|BOD|TOC|VSS|MLSS|VS|TS|DS|GAE|TE|RE|O[2₂])"
_BASE = (
    f"(?:{_OF_WHAT}|Nm[³3]|NmL|NL|EU|mgKOH|gKOH|pcu|ppm|ppb|dBc|dBi|dBm|dB|(?:kg|t|g)CO[2₂]e?|mol(?:[A-Z][a-z]?[₀-₉0-9]?){{1,3}}|tce|kgce|gce|mol|rad"
    "|cps|lp|bar|dtex|tex|Wh|Ah|VA|eV|Pa|Hz|Bq|Gy|Sv|Da|bp|lm|lx|cd|min|copies|copy|cells|CFU|cfu|PFU|pfu|IU|rpm|hm|Gal|GOe"
    "|Oe|Gs|℃|°C"
    "|g|m|s|L|l|N|W|V|A|J|K|T|F|H|S|B|b|t|h|d|Ω|U)"
)
_ATOM = rf"{_PREFIX}?{_BASE}(?:[²³]|[⁻¹²³]+|\^-?\d(?:\.\d)?|[23](?!\d))?"
_PRODUCT = rf"{_ATOM}(?:[·•*]{_ATOM})*"
_COUNTS = (
    "(?:原子|atom|[十百千万]?车?公里|[十百千万]{1,2}件|架次|班次|百次|千次|万次|百万次|毫秒|秒|班|车|炉|批次|批|箱|卷|张|头|户|辆|艘|分钟|分|小时|天|日|周|月|季|年|人次|次|台|套|人|件|只|片|块|根|颗|粒|株|棵|穗|芽"
    "|羽|尾|窝|枚|孔|点|帧|页|字|笔|单|例|样本|样|测试|循环|周期|代|亩|公顷|平方公里|平方米|平米|标方|方|立方米|千米|公里|米"
    "|[万亿]?元|千克|公斤|克|吨|升|千瓦·?时|千瓦小时|兆瓦·?时|千瓦|兆瓦|瓦|a)"
)
_BELOW = (
    r"(?:/(?:√|万(?=Nm)|1000?[ ]?(?=[A-Za-z]|毫?升|[千毫]?克|公[斤里]))?"
    rf"(?:[(（](?:(?:24(?=h|小时))?(?:{_ATOM}|{_COUNTS}|时(?=[)）]))[·•*.]?)+[)）]|{_PRODUCT}|{_COUNTS}(?:[·•*](?:{_PRODUCT}|{_COUNTS}))?))"
)
# 3D, 5G and 4K are no units: one letter alone counts only within a compound.
_COMPOUND = re.compile(
    rf"(?:(?:{_PRODUCT}|[\u4e00-\u9fff]{{1,2}}|(?![个项种款类台套家件名])[\u4e00-\u9fff]{{3}}|[%‰]){_BELOW}{{1,2}}"
    rf"|{_PRODUCT}每(?:平方|立方)[厘毫千]?米|{_ATOM}(?:[·•.]{_ATOM})+|dB\([A-Z]\)|(?:h|min|s|d|K|m|cm|a|℃)⁻[¹²³]|/(?:K|℃|°C|h|min|[千毫]?克|毫?升|m[Ll]|g(?![A-Za-z]))"
    r"|[nmμµk](?:NTU|FNU|FTU|lx|lm|cd|rad|Ah)|[nmμµ](?:K|℃|°C)"
    r"|[numμµkMGTp](?:Oe|GOe|Gs|mol|g|Pa|Hz|Bq|eV|Gy|Sv|Da|L|N|W|V|A|J|F|H|C|Ω|Wp|var|VA|bar|bp))(?![A-Za-z0-9])"
)


_COUNT = re.compile(_COUNTS)


def count_end(text: str, at: int) -> int | None:
    """Where the thing counted that begins at ``at`` ends (原子 of 毫电子伏每原子), or None where none begins there."""
    match = _COUNT.match(text, at)
    return match.end() if match else None


def compound_end(text: str, at: int) -> int | None:
    """Where the compound unit that begins at ``at`` ends, or None where none begins there."""
    match = _COMPOUND.match(text, at)
    return match.end() if match else None
