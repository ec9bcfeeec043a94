"""What a clause asks and the application says it will not do: 实现对外开放, and 不对外开放 in the text."""

import re

from pipeline.screening.clauses.asides import avoids_danger
from pipeline.screening.clauses.clause_words import asked_pieces

_LEAD = re.compile(r"^(?:并|且|能够|能|可|须|应|需|实现|支持|进行|开展|提供|完成|具备|达到|保证|确保)+")
_ASKED = re.compile(r"[\u4e00-\u9fff]{4,8}")
# A decision, not a state of things (未, 无法) and no part of a word (不规则图形).
_NOT = r"(?:暂不|概不|均不|不再|不予|不(?:安排|拟|打算|计划)|不(?=对|向|提供|开展|参与|承担))"
_GIVING = r"(?:[对向给][^，。；]{1,8}?)?(?:提供|交付|移交|配[备置]|附)?"  # 不向用户提供备件清单
_OPEN = r"(?:对外开放|向(?:社会公众|社会|公众|公共|行业)开放)"
# 不采用通用大模型, 暂不考虑多机协同, 不安排海上试验: a way that is not gone
_REFUSES = re.compile(  # quickly found, before the whole is looked for
    r"不(?:采用|使用|开展|考虑|建设|做|搭建|引入|安排|进行|实施|研[制发究]|开发|纳入|包[含括]|涵盖|配[备置]|设置)"
)
_ANOTHER_KIND = re.compile(r"进口|国外|境外|传统|现有|人工|单一|固定|外购|通用|第三方|额外|大规模|高[温压]|有[毒害]|超")
_PUT_OFF = re.compile(
    r"留待|推迟到|放[到在]后|待后续|后续(?:项目|课题|阶段|任务)|下一?(?:阶段|期)|另行(?:立项|安排)|二期"
)
_WITHOUT = re.compile(
    rf"(?P<act>(?:本方案|本项目|本任务)?(?:暂|均|也)?{_REFUSES.pattern})(?P<what>[\u4e00-\u9fffA-Za-z]{{4,12}})"
)
_TO_BE_RID_OF = re.compile(r"(?:无需|不用|免|无|不|替代|取代|减少|避免|摆脱|取消|降低|防止|杜绝|克服)[^，；]{0,8}$")
_PART = re.compile(r"[，,。；;！？\n]")
_THING = 4  # characters of the clause at least
_SENTENCE = re.compile(r"[。；;！？\n]")
_NOT_OWN = re.compile(r"目前|阶段|首期|现有|传统|国内|国外|以往|过去|尚|如果|若|一旦|涉密|保密")


def denied(clause: str, text: str) -> str | None:
    """The words of ``text`` that refuse a short piece of the clause word for word, or a thing that it names.

    None where none is refused, nor where the text says it without a negation too, or speaks of how things are or of
    a case.
    """
    return _piece_refused(clause, text) or _thing_refused(clause, text)


def _thing_refused(clause: str, text: str) -> str | None:
    """本方案不采用通用大模型, where the clause asks for what is made with one."""
    if _REFUSES.search(text) is None:
        return None
    things: dict[str, str] = {}  # each once, with the words that refuse it first
    for refused in _WITHOUT.finditer(text):
        thing = _asked_for(refused["what"], clause)
        if avoids_danger(clause, refused["what"]):
            continue
        if thing is not None and _TO_BE_RID_OF.search(clause.partition(thing)[0]) is None:
            things.setdefault(thing, refused["act"] + refused["what"].partition(thing)[0] + thing)
    parts = _PART.split(text) if things else []
    for thing, words in things.items():
        said = [one for one in parts if thing in one]
        if said and all(_refuses(one, thing) and _NOT_OWN.search(one) is None for one in said):
            return words
    return None


def _asked_for(what: str, clause: str) -> str | None:
    """The longest beginning of what is refused that the clause names, else its end: 海上试验 of 南海海上试验.

    Where another word says of which kind it is (进口控制芯片), the thing itself is not refused.
    """
    sizes = range(len(what), _THING - 1, -1)
    named = next((what[:size] for size in sizes if what[:size] in clause), None)
    end = next((what[-size:] for size in sizes if what[-size:] in clause), None)
    return named if named is not None or end is None or _ANOTHER_KIND.search(what.removesuffix(end)) else end


def _refuses(part: str, thing: str) -> bool:
    """The part refuses it, or leaves it to another time."""
    refused = any(one["what"].startswith(thing) or one["what"].endswith(thing) for one in _WITHOUT.finditer(part))
    return refused or _PUT_OFF.search(part) is not None


def _piece_refused(clause: str, text: str) -> str | None:
    for piece in asked_pieces(clause):
        core = _LEAD.sub("", piece)
        if _ASKED.fullmatch(core) is None:
            continue
        spoken = re.compile(core.replace("对外开放", _OPEN))
        refused = re.compile(_NOT + _GIVING + spoken.pattern)
        said = [one for one in _SENTENCE.split(text) if spoken.search(one) and _NOT_OWN.search(one) is None]
        matches = [refused.search(one) for one in said]
        if said and all(matches) and matches[0] is not None:
            return matches[0].group()
    return None
