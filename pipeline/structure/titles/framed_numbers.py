"""Chapters of a call whose numbers stand in frames: 【五】承诺书 among 【四】要交的证明 and 【六】时间和地点."""

import re
from collections.abc import Sequence

from pipeline.structure.titles.titles import title_role, unframed

_NUMBER = re.compile(r"[【〖]\s?[一二三四五六七八九十\d]{1,2}[】〗]\s*(?P<behind>[^【】〖〗]{2,30})")
_FEWEST = 4  # 【一】 to 【四】, most of them no parts of an application


def unframed_lines(lines: Sequence[str]) -> list[str]:
    """Each line without its frame, which the number of a call's chapter keeps."""
    framed = [_NUMBER.fullmatch(line.strip()) for line in lines]
    titles = [one["behind"].strip() for one in framed if one is not None]
    parts = sum(title_role(title) is not None for title in titles)
    of_call = len(titles) >= _FEWEST and parts * 2 < len(titles)
    return [line if of_call and one is not None else unframed(line) for line, one in zip(lines, framed, strict=True)]
