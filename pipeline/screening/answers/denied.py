"""What a clause asks and the application says it will not do: 实现对外开放, and 不对外开放 in the text."""

import re

from pipeline.screening.answers.unspoken import asked_pieces

_LEAD = re.compile(r"^(?:并|且|能够|能|可|须|应|需|实现|支持|进行|开展|提供|完成|具备|达到|保证|确保)+")
_ASKED = re.compile(r"[\u4e00-\u9fff]{4,8}")
_NOT = r"(?:暂不|概不|均不|也不|不再|不予|不|未|无法|不能)"


def denied(clause: str, text: str) -> str | None:
    """The words of ``text`` that refuse a short piece of the clause word for word; None where none is refused."""
    for piece in asked_pieces(clause):
        core = _LEAD.sub("", piece)
        match = re.search(_NOT + core, text) if _ASKED.fullmatch(core) else None
        if match is not None:
            return match.group()
    return None
