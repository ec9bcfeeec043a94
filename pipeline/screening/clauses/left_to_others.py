"""What a clause asks, named only where it is left out: bought, left by hand, left to the user or to a later project."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.screening.case import Case
from pipeline.screening.clauses.asides import PARTS, is_aside, of_part
from pipeline.screening.clauses.clause_words import asked_pieces, is_said, words_of
from pipeline.screening.clauses.kept_out import refusal, refuses_another
from pipeline.screening.clauses.work import general_names, sentences_of_work

_WHO = r"(?:用户|客户|业主|供应商|厂商|企业|合作社|使用(?:单位|方)|甲方|他人|协会|[高该]校|外部团队|第三方)"
_CUE = re.compile(
    # bought, or as it was
    r"[仍暂]由[^，。；]{0,10}(?:人工|手工|停[车机]|肉眼|经验)|仍[沿采]?用[^，。；]{0,10}(?:人工|手工|传统|原[有机]|进口|成熟)|沿用(?:原|成熟|传统|现有)"
    r"|(?:外购|选购|采购)[^，。；]{0,8}(?:通用|市售|成熟|现成|进口|国外)|外送[^，。；]{0,10}(?:实验室|机构|单位)"
    # for show, or no more than words
    r"|仅(?:作|做|供)[^，。；]{0,10}(?:储备|展示|演示|展厅|调研|跟踪|参考)|只(?:出具|做|作|给出|提供|形成)[^，。；]{0,12}(?:说明|建议|调研|报告)"
    r"|跟踪[^，。；]{0,16}文献"
    # later, or somewhere else
    r"|[拟将]?[在待于到]20\d\d年[^，。；]{0,10}(?:后续|下一|二期|新一)|(?:何时|是否)[^，。；]{2,16}(?:再[议定]|视|要?看|尚无)|另行立项|条件成熟(?:时|后)|择机|待[^，。；]{1,14}(?:后|时)再|今后(?:另行|再)"
    r"|本期不|留(?:给|待)|待[^，。；]{1,14}立项"
    # by somebody else
    rf"|(?:由|请|让|靠|给){_WHO}[^，。；]{{0,14}}(?:自行|自备|自己|日后|另行|以后|负责(?!人)|购买|采购|适配|部署|安排|编写|改写)|{_WHO}(?:自行|自备|在自己)"
    r"|由[^，。；我本]{2,16}?(?:自行|自备|另行)[^，。；]{0,8}?(?:采购|购买|选购|安装|加装|配备|部署|解决)"
    # not for all, not together
    r"|各做各的|互不(?:引用|相干|影响)|只(?:受理|支持)[^，。；]{2,12}(?=[，,；。])|不做[^，。；]{0,6}(?:联动|对接|研究|开发)|不建立|不承担"
)
# 采用市售引擎二次开发, 每日检测: done all the same
_DONE = re.compile(r"自研|自主(?:开发|研[发制])|二次开发|每[日天]|实时|定制")
# 绞车自主设计，同时采购市售成品作对照: made, and bought beside
_MADE, _BOUGHT = re.compile(r"自研|自主(?:开发|研[发制]|设计|制造)"), re.compile(r"外购|选购|采购")
# 由编接机自动完成，接头仍由人工复检: done, and looked over by hand
_BY_MACHINE, _BY_HAND = re.compile(r"(?<!不)自动"), re.compile(r"人工|手工|肉眼")
_NOT_DONE = re.compile(
    r"(?:本[\u4e00-\u9fff]{1,6}|我[方们]|均|都)?(?:暂|均|都|也)?不(?:再|予)?(?:做|涉及|考虑|承担|开展|研发)"
)
_PIECE = re.compile(r"[，,；;]")
_NEGATIVE = re.compile(r"[免不无非]")  # 新品免建模即可入库: what is not done is what is asked
_LEAST_SHARE = 0.2  # of the clause's words
_MOST = 200
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class _Left:
    """The piece of the sentence that has the words, the one before it, and the others."""

    sentence: str
    before: str
    piece: str
    rest: tuple[str, ...]


def left_to_others(case: Case, clause: str) -> str | None:
    """The words that leave out what the clause asks, where nothing else of the work names the same."""
    general = general_names(case)
    asked = "，".join(asked_pieces(clause))
    if _NEGATIVE.search(asked) or _CUE.search(asked):
        return None
    named = [word for word in words_of(asked) if word not in general and _HAN.fullmatch(word)]
    clauses = [o.name for o in case.of("task_requirement") if o.name != clause]
    for left in _all_left(case):
        unit = left.piece if any(word in left.piece for word in named) else left.before + left.piece
        shared = [word for word in named if word in unit]
        weight = sum(map(len, shared))
        rivals = (sum(len(word) for word in words_of(other) if word in unit) for other in clauses)
        if (
            len(shared) < _LEAST_SHARE * len(named)
            or not shared
            or refuses_another(clause, left.piece)
            or of_part(PARTS, clause, left.piece)
            or any(rival >= weight for rival in rivals)
        ):
            continue
        others = (*left.rest, *(one for one in sentences_of_work(case) if one != left.sentence))
        if not any(all(is_said(word, other.lower()) for word in shared) for other in others):
            return f"{left.before}，{left.piece}" if left.before else left.piece
    return None


def _all_left(case: Case) -> Sequence[_Left]:
    return case.once("sentences that leave it to others", lambda: [*islice(_found(case), _MOST)])


def _found(case: Case) -> Iterator[_Left]:
    for sentence in sentences_of_work(case):
        pieces = _PIECE.split(sentence)
        for at, piece in enumerate(pieces):
            if _DONE.search(piece) or (_CUE.search(piece) is None and refusal(piece) is None):
                continue
            far = 2 if at > 1 and _NOT_DONE.fullmatch(pieces[at - 1]) else 1  # 漏洞检测，本套件不做，由用户另行购买
            before = "".join(pieces[max(0, at - far) : at])
            made = _MADE.search(before) and _BOUGHT.search(piece)
            made = made or (_BY_MACHINE.search(before) and _BY_HAND.search(piece))
            if not (made or is_aside("，".join(pieces[: at + 1]), piece)):
                rest = (*pieces[: max(0, at - far)], *pieces[at + 1 :])
                yield _Left(sentence, before, piece, rest)
