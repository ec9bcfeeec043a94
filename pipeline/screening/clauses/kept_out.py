"""What a clause asks and the application keeps out of its work or puts off: 本任务不作安排, 拟待二期再行启动."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.matching.lexicon import words
from pipeline.screening.case import Case
from pipeline.screening.clauses.asides import PARTS, avoids_danger, is_aside, of_part
from pipeline.screening.clauses.clause_words import COMPOUND, asked_pieces, longest_run, words_of
from pipeline.screening.clauses.listed_parts import listed_parts
from pipeline.screening.clauses.work import general_names, sentences_of_work

_DOES = (
    r"(?:列入|纳入|涉及|安排|开展|研究|研[发制]|开发|接入|提供|支持|进入|解决|实施|考虑|承担|覆盖|共享|共用|建设|实现|攻关"
    r"|自建|组织|产出(?![^，,；;]{0,8}[废污渣烟尘毒残])|包[含括]|属于|进行|递交|申报|编制|编写|出具|办理|负责|牵头|配套)"
)
_OWN_BODY = (
    r"(?:[我本]?(?:公司|单位|院|所|校|方)|项目组|课题组|团队|(?:牵头|申报|揭榜)(?:单位|企业|方))"  # 由公司自行开发
)
_SETS_UP = r"(?:另|单独)?设(?![计定有备想限防门])"  # 不设电话受理
# Cues of a decision about the own work; states (未, 无法) are none.
_CUE = re.compile(
    rf"(?:暂|均|都|并|也|但)?不(?:再|予|作|做|另|拟|会)?{_DOES}(?!的)"
    rf"|不{_SETS_UP}"
    r"|不(?:再|会|拟)?(?:针?对|就|围绕)[^，,。；;]{2,20}?(?:开展|进行|作|做)[^，,。；;]{0,4}(?:研究|攻关|研发|开发)"
    r"|不[作予](?:具体|专门|另外|相应)?(?:安排|要求|考核|研究|解决|攻关)|不作为[^，。；]{0,12}(?:内容|任务|指标)"
    r"|不在[^，。；]{0,10}(?:范围|之?[内列])|暂[不缓]"
    r"|另立[^，。；]{0,4}(?:课题|项目)|(?:列入|留待|放[到在]|推迟到|拟?待)[^，。；]{0,24}(?:预研|规划|二期|后续|以后|之后|下一)"
    # 是否启动，视2026年底经费结余情况再行决定
    r"|是否(?:启动|开展|实施|研[究发制]|开发|建设|安排|列入|纳入|立项|进行|投入)[，,]?(?:将|拟|需|须|要|还)?(?:视|看|取决于|根据|待|由)"
    r"[^，,。；]{2,28}?(?:再行?|后|另行|决定|确定|研究|议定|而定){1,3}"
    r"|(?:以后|届时|日后)再(?:议|说|定)|再行(?:启动|安排|研究)"
    rf"|由(?!{_OWN_BODY}自行)"
    r"[^，。；]{2,24}(?:自行|日后|另行|以后)[^，。；]{0,8}(?:开展|建设|开发|完成|研发|升级)"
    r"|由[^，。；]{2,24}自行出具|不再[到在向由与][^，。；]{2,16}(?:进行|开展|完成|实施)|直接(?:采购|沿用|购买)|不再自行|视[^，。；]{2,28}?(?:再|考虑|决定|研究|确定){1,2}(?:是否|要不要|做不做)(?:开展|实施|研究|启动|安排|建设|进行|列入|纳入|投入|采用)"
)
_BOUGHT = re.compile(r"直接(?:采购|购买)")
# 不再由值班员人工完成, 不再到海上进行，改由浮标自动观测: what people did is done by a machine
_BY_HAND = re.compile(r"不再由(?!.*(?:第三方|用户|专家))[^，。；]{0,12}(?:人工|人员|(?<![成会委])员)")
_BY_ITSELF = re.compile(r"[，,](?:改[由为]|由)[^，,。；;]*自动")
# 不设值守人员, where 无人值守 is asked
_NOBODY = re.compile(r"不(?:另|单独)?设[^，,；;]{0,10}(?:人员|人工|(?<![成会委])员|岗位?|值[守班])")
_UNMANNED = re.compile(r"无人|少人|自动")
_MADE = re.compile(r"自研|自主(?:开发|研[发制]|设计|制造)")  # 绞车自主设计；水池直接采购
# 不安排停机: what the verb has behind it, 本任务的研究内容 aside
_OBJECT = re.compile(rf"不(?:(?:再|予|作|做|另|拟|会)?{_DOES}|{_SETS_UP})(?P<thing>[^，,；;]*)$")
# 本任务不对算子库开展研究: what the work is not on
_NOT_ON = re.compile(r"不(?:再|会|拟)?(?:针?对|就|围绕)(?P<thing>[^，,；;]{2,20}?)(?:开展|进行|作|做)[^，,；;]*$")
_TOUCHES = re.compile(r"不涉及[^，,；;]+$")  # 不涉及数据出境, where 数据 is asked
# 船期不列入考核: what stands before such a verb in its piece is what is left out
_LEFT_OUT = re.compile(
    r"(?:^|(?<=[，,；;：:]))(?P<thing>[^，,；;：:]+?)(?:[，,](?:因|由于|受|鉴于|限于)[^，,；;：:]{1,14}?)?"
    r"(?:暂|均|都|也|并|但)?不(?:(?:再|予|作|做)?(?:列入|纳入|计入|作为)[^，,；;]*|在[^，,；;]{0,10}(?:范围|之?[内列]){1,2})$"
)
_BOUGHT_ALONE = re.compile(r"^(?P<thing>[^，,；;]{2,12}?)(?:均|则|都|全部|一律)?直接(?:采购|购买)")
_NO_OTHER = re.compile(
    rf"{_OWN_BODY}|我们|[这该此其]|上述|部[分件]|产品|前期|本期|目前|现|[拟将由改]|计划|决定|所以|因此|故"
)
_OWN = re.compile(
    r"[本该此]次?(?:任务|项目|课题|方案)|[该此这][项类]|上述|范围|研[究发]|攻关|交付|验收|考核|内容|任务书?|工作|计划|[的之内中列在]"
)
_OUT_OF_SCOPE = re.compile(r"不(?:再|予|作|做)?(?:列入|纳入|计入|作为|属于)[^，,；;]*(?:内容|任务|范围|交付|验收|指标)")
_NUMBER = re.compile(r"^(?:[（(]?[\dA-Za-z一二三四五六七八九十]{1,3}[)）.、．])?")
_BRACKETS = re.compile(r"[（(](?![A-Z]{2,8}[)）])[^（）()]*[)）]")  # but not 可靠性与可维护性（RAS）
# 可靠性（RAS）方面本期不安排攻关, 散热本项目不开展研究: what the sentence is on is not worked at
_NOT_WORKED = re.compile(
    r"(?:不(?:再|予|作|做|另)?(?:安排|开展|进行|组织)|不[作予])(?:相关|专门|具体)?(?:攻关|研究|研发|研制|开发)$"
)
_SHORT_NAME = re.compile(r"^(?P<name>[A-Z]{2,8})技术$")
_PIECE, _SEMICOLON = re.compile(r"[，,；;]"), re.compile(r"[；;]")
_MOST = 200  # decisions of one application
_BEFORE = 60  # characters that say what is kept out
_PROVING = ("试验", "验证", "测试", "考核", "检验")  # 不安排人群试验, where 人群功效验证 is asked
_SHARE = 0.6  # of the words of what is refused
REFUSED_BY = "refused:"
_NO_THING = frozenset({"涉及", "属于", "包括", "包含", "考虑"})  # 暂不涉及 refuses nothing of 涉及工艺变更的
_SAME = {"溯源": "追溯", "追溯": "溯源"}  # two words for one
# 不得外排: who keeps it out does what is asked
_FORBIDDEN = re.compile(r"[，,、；;]?(?:不得|不应|不准|不许|严禁|禁止|杜绝)[^，,。；;、]{1,16}")
_RUN, _LEAST, _ELSEWHERE = 4, 2, 2  # characters in one run, words of the clause, and sentences that say it all the same


def kept_out(case: Case, clause: str) -> str | None:
    """The words, without white space, with which the application keeps out what the clause asks; None where none do.

    Nor where two other sentences say the same without keeping it out.
    """
    general, whole = general_names(case), clause
    clause = _FORBIDDEN.sub("", clause)
    clauses = [obligation.name for obligation in case.of("task_requirement")]
    for sentence, decided in _decisions(case):
        if _NOBODY.search(decided) and _UNMANNED.search(clause):
            continue
        last = _PIECE.split(decided)[-1]
        if _BOUGHT.search(last) and (of_part(PARTS, clause, last) or bought_another(clause, decided)):
            continue
        asked = _asked(clause, decided, general)
        if not asked or any(
            _weight(_asked(other, decided, general)) > _weight(asked) for other in clauses if other != whole
        ):
            continue
        others = sum(all(word in other for word in asked) for other in sentences_of_work(case) if other != sentence)
        if others < _ELSEWHERE:
            return decided
    return None


def bought_another(clause: str, decided: str) -> bool:
    """绞车由我单位设计，水池直接采购: what is bought has no word of the clause."""
    bought = _BOUGHT_ALONE.search(_PIECE.split(decided)[-1])
    if bought is None or _NO_OTHER.search(bought["thing"]):
        return False
    named = [word for word in words(bought["thing"]) if len(word) > 1] or [bought["thing"]]
    return not any(half in clause for word in named for half in _halved(word))


def _decisions(case: Case) -> Sequence[tuple[str, str]]:
    """Sentences that keep something out, each with its pieces that do."""
    return case.once("sentences that keep something out", lambda: [*islice(_found(case), _MOST)])


def _found(case: Case) -> Iterator[tuple[str, str]]:
    for sentence in sentences_of_work(case):
        for cue in _CUE.finditer(sentence):
            start = max(0, cue.start() - _BEFORE)
            behind = _PIECE.search(sentence, cue.end())
            window = sentence[start : min(behind.start() if behind is not None else len(sentence), cue.end() + _BEFORE)]
            aside = is_aside(sentence[: cue.start()], _PIECE.split(window)[-1])
            may = sentence[cue.start() - 1 : cue.start()] == "可"
            made = cue.group().startswith("直接") and _MADE.search(window) is not None
            by_itself = _by_hand(cue) or (cue.group().startswith("不再") and _BY_ITSELF.match(sentence, cue.end()))
            if not (aside or by_itself or may or made):
                yield sentence, window


def refusal(piece: str) -> re.Match[str] | None:
    """A cue of a decision in the piece."""
    return next((cue for cue in _CUE.finditer(piece) if not _by_hand(cue)), None)


def _by_hand(cue: re.Match[str]) -> bool:
    return _BY_HAND.match(cue.group()) is not None


def refusal_cause(case: Case, refused: str) -> str:
    """The cause of what these words refuse: the part of a sentence between its semicolons that has them, as one gap."""
    units = (unit for sentence in sentences_of_work(case) for unit in sentence.split("；"))
    return REFUSED_BY + next((unit for unit in units if refused in unit), refused)


def _asked(clause: str, decided: str, general: str) -> list[str]:
    """What of the clause is kept out: one run of characters, else its words, that are not those of the whole."""
    clause = "，".join(asked_pieces(re.sub(r"\s", "", clause)))
    decided = _BRACKETS.sub("", decided)  # RAS（可靠性、可维护性）技术
    if avoids_danger(clause, decided):
        return []
    named, meant = _refused(clause, decided)
    if len(meant) >= max(_LEAST, _SHARE * len(named)):
        return meant  # 不研发报告生成功能, where 生成安全报告 is asked
    if _is_another(named, meant, decided):
        return []  # 漏洞检测不安排停机
    if (part := _listed_part(clause, decided)) is not None:
        return [part]
    run = longest_run(clause, decided)
    if len(run) >= _RUN and run not in general and words_of(run):
        return [run]
    return _words_asked(clause, decided, general)


def _listed_part(clause: str, decided: str) -> str | None:
    """电池直接采购，不纳入研发内容, where 关节、躯体、电池等零部件 are asked: the part that the sentence is on."""
    parts = listed_parts(clause)
    subject = _NUMBER.sub("", decided)
    if _NOT_WORKED.search(decided) is not None:
        piece = _PIECE.split(subject)[-1]
        short = ((part, _SHORT_NAME.match(part)) for part in parts)
        return next((part for part, name in short if name is not None and f"（{name['name']}）" in piece), None)
    if _OUT_OF_SCOPE.search(decided) is None or _MADE.search(subject):
        return None
    return next((part for part in parts if re.match(rf"{re.escape(part)}(?!的(?![研攻开建]))", subject)), None)


def refuses_another(clause: str, decided: str) -> bool:
    """漏洞检测不安排停机, 不涉及漏洞披露: what the verb has behind it is no thing of the clause, of 不涉及 not all."""
    named, meant = _refused(clause, decided)
    return _is_another(named, meant, decided) or avoids_danger(clause, decided) or bought_another(clause, decided)


def _is_another(named: Sequence[str], meant: Sequence[str], decided: str) -> bool:
    return bool(named) and (not meant or (_TOUCHES.search(decided) is not None and len(meant) < len(named)))


def _refused(clause: str, decided: str) -> tuple[list[str], list[str]]:
    """The words of what the verb refuses, behind it or before it, and those that the clause asks for."""
    left_out = _LEFT_OUT.search(decided)
    if left_out is not None and any(half in clause for word in words(left_out["thing"]) for half in _halved(word)):
        return [], []  # 闭环控制不列入, where the clause has 闭环 in other words
    behind = left_out or _NOT_ON.search(decided) or _OBJECT.search(decided)
    thing = _OWN.sub("", behind["thing"]) if behind is not None else ""
    named = [word for word in words(thing) if len(word) > 1]
    meant = [word for word in named if word in clause or (word in _PROVING and any(k in clause for k in _PROVING))]
    return named, meant


def _halved(word: str) -> tuple[str, ...]:
    """A word of the Chinese language, and its halves where it is a compound."""
    if len(word) < _LEAST or word.isascii():
        return ()
    return (word, word[:_LEAST], word[_LEAST:]) if len(word) == COMPOUND else (word,)


def _words_asked(clause: str, decided: str, general: str) -> list[str]:
    """By the whole of the decision, else by what stands behind its last semicolon."""
    whole = _words_shared(clause, decided, general)
    return whole or (_words_shared(clause, _SEMICOLON.split(decided)[-1], general) if "；" in decided else [])


def _words_shared(clause: str, decided: str, general: str) -> list[str]:
    named = [word for word in words_of(clause) if word not in general and word not in _NO_THING]
    shared = [word for word in named if word in decided or (word in _PROVING and any(k in decided for k in _PROVING))]
    shared += [half for word in named if word not in shared for half in _halves(word, decided)]
    said = [word for word in words(decided) if len(word) > 1]
    return shared if len(shared) >= max(_LEAST, len(said) / 4) else []


def _halves(word: str, decided: str) -> list[str]:
    """Both halves of a compound, as the decision says them: 攻击 and 追溯 of 溯源攻击."""
    halves = (word[:2], word[2:]) if len(word) == COMPOUND and not word.isascii() else (word,)
    said = [next((one for one in (half, _SAME.get(half, half)) if one in decided), "") for half in halves]
    return said if all(said) else []


def _weight(asked: Sequence[str]) -> int:
    return sum(map(len, asked))
