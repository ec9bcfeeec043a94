"""Promises of the applicant's letter (承诺书) with a reservation: a limit, a condition, a hedge, a later day."""

import re
from collections.abc import Iterator

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.claims.metrics import bigrams
from pipeline.screening.pledge.changed import changed
from pipeline.screening.pledge.lapsing import half_liable, lapses, softened
from pipeline.screening.pledge.less_true import less_true
from pipeline.screening.pledge.turned import applied_too, disowned, money_kept, passed_on, turned
from schemas.outline import Role
from schemas.submission import Commitment

_OURS = r"(?:我|本)(?:单位|公司|企业|方|院|所|校)"
_HERE = r"[^，,。；;]"  # within a part of a sentence
# What no letter says that means its promises. The office may do all of it (贵局有权终止项目, 视情节轻重处理), and
# partners may leave to each other what is no promise (知识产权归属由双方另行约定, 未尽事宜另行协商).
_LIMITED = (
    rf"(?:以{_HERE}{{0,16}}(?:金额|资金|经费|补助|补贴|款项?|额度|价款|总额)为(?:最高|上)?限(?![，,][^。]{{0,6}}(?:超出|超过|不足))"
    rf"|以{_HERE}{{1,16}}为(?:最高)?上?限{_HERE}{{0,4}}(?:承担|负|赔偿|退|为)|(?:承担|赔偿|退[还回]){_HERE}{{0,16}}(?:封顶|为上限)"
    rf"|(?:责任|赔偿){_HERE}{{0,8}}(?:仅限于?|(?:最高)?不超过)"
    rf"|(?<!不)(?:仅|只)(?:在|于|以|按|就){_HERE}{{1,20}}?(?:范围|限度|限额|额度|金额|比例|部分|以)内?{_HERE}{{0,4}}(?:承担|负|赔偿)"
    rf"|(?<!不)(?:仅|只)(?:承担|负){_HERE}{{0,16}}(?:以[内下]|部分|次要|补充|连带|有限|不超过){_HERE}{{0,6}}责任"
    rf"|其余{_HERE}{{0,4}}(?:责任|损失|赔偿){_HERE}{{0,4}}由(?!我|本|贵|申报|揭榜|牵头|承担单位){_HERE}{{1,14}}?(?:承担|负责|负担)"
    rf"|的[，,]?(?:{_OURS}|概|均|则)?不(?:再)?(?:承担|负){_HERE}{{0,6}}责任)"
)
_PASSED_ON = (
    rf"(?:由{_HERE}{{0,10}}(?:编写|编制|填[写表报]|经办|撰写|代理|中介){_HERE}{{0,6}}?(?:人员?|机构|公司|方)(?:自行|各自)?(?:负责|负全责|承担)"
    r"|(?<!如)(?:未|没有)(?:能|再)?(?:逐[一项条个]|全部|完全|一一)(?:进行)?(?:审核|核对|核实|核验|审查|校[对核])"
    # 我单位来不及逐一审核; 部分数据由他人提供、未经核对
    r"|(?:来不及|未及|不及|无暇|顾不上|没时间|没来得及)[^，。；]{0,6}(?:审核|核对|核实|核验|审查|校[对核])"
    r"|(?:由[^，。；]{2,12}(?:提供|编写|填写|代写|代编)|(?:部分|其中|个别)[^，。；]{0,8})[，、]?[^，。；]{0,4}未(?:经|作|做|予)?(?:过)?[^，。；]{0,4}(?:审核|核对|核实|核验|审查|校[对核])(?!同意|批准|的|通过的)"
    r"|如有(?:出入|不[一实]致?|差异|偏差|错漏)[^，。；]{0,4}[，,]?(?:概|均)?以实际(?:情况|数据)?为准)"
)
_NO_BREACH = r"不(?:视为|视作|算作?|构成|属于?)(?:对)?(?:我单位|本单位)?(?:违反|违约|违背|失信)"
_DEPENDS = (
    rf"视(?![频觉力为作同]){_HERE}{{1,24}}?(?:情况|情形|状况|进展|行情|效益|条件)"
    rf"{_HERE}{{0,4}}?(?:决定|确定|安排|调整|投入|到位|陆续|逐步|分[批期]|推进|而定|落实|承担|配合|履行|兑现)(?!(?:拨|支)付|下达|支持|补助|给予|[^。；;]{{0,12}}(?:确保|保证))"
    # 视本单位当年经营状况，与贵局协商退回
    rf"|视{_HERE}{{0,12}}?(?:经营|财务|盈利|盈亏|现金流|效益){_HERE}{{0,4}}?(?:情况|情形|状况|条件)(?=[，,](?:[^，。；;]{{0,8}}(?:协商|商议|酌情|部分|分[批期])|(?:再|决定|再决定)[^，。；;扩追增]{{0,12}}(?:落实|履行|投入|到位|安排|退)))"
)
_AT_WILL = (
    rf"(?:{_OURS}(?:[^，,。；;贵接由]{{0,6}})(?:酌情|视情)(?:协助|配合|处理|承担|投入|解决|落实|履行)"
    rf"|{_OURS}[^，,。；;贵向]{{0,6}}有权(?:自行)?(?:调[整减]|[核缩]减|减少|降低|变更|终止|中止|解除|延长|推迟|退出))"
)
_NO_PROMISE = (
    rf"(?:不对(?!外){_HERE}{{1,24}}(?:作|做)出?(?:任何)?(?:保证|担保|承诺)"
    r"|(?<!对外)不(?:作|做|予|提供)出?(?:任何)?(?:保证|担保)"
    rf"|(?:^|(?<=[，,：:]))(?![如若凡倘对]){_HERE}{{0,24}}?(?:不(?:能|敢)?|无法|难以)(?:保证|担保)(?![金书])(?!{_HERE}*的[，,]))"
)
_LEFT_OPEN = (
    rf"(?:(?:时间|期限|工期|进度|指标|目标|金额){_HERE}{{0,8}}(?:另议|另行(?:协商|商[定议]|确定)|再议)"
    rf"|(?:资金|经费|款项?){_HERE}{{0,6}}(?:未|不能){_HERE}{{0,4}}到[位账]的?[，,]?[^。；;]{{0,16}}(?:另议|(?<!不)顺延|由双方|暂停|终止|不(?:承担|负|视))"
    r"|不因(?:未|不能|没有)[^。；;]{2,24}(?:责任|退[还回]|追[究回]|违约|处理))"
)
# 自筹经费待本院专项获批后再行安排, 自筹部分相应核减; not 自筹经费也不相应核减
_OWN_MONEY = (
    rf"自筹(?:(?!不|无论){_HERE}){{0,8}}(?:(?:待|等|俟){_HERE}{{2,24}}后?(?:再(?:行)?|方|才|另行)(?:安排|落实|到位|出资|投入|考虑)"
    r"|(?:相应|酌情|适当|可)(?:(?!不)[^，,。；;]){0,4}(?:核减|调减|减少|取消|缩减))"
)
# 只要捷安按时交付样机，我院即按期完成; 如设备到货延误，完成日期相应后移
_ONCE = (
    rf"(?:只要(?!我|本|{_HERE}{{0,16}}(?:违|弄虚|虚假|不实|不符|不合格|失信|发现|查实|立项|中榜|入选|获批|揭榜|需要|故障)){_HERE}{{3,30}}[，,](?:{_OURS})?[^，,。；;贵]{{0,6}}(?:即|就|便|才|方|可)(?![使便])"
    rf"{_HERE}{{0,20}}(?:按[期时]|如期|完成|交付|达[到成]|实现|履行|兑现|落实|到位|验收|退)"
    # not 质保期限可延长
    r"|(?<!质保)(?<!保修)(?<!服务)(?<!维护)(?:完成|交付|验收|结题|任务|项目)?的?(?:日期|时间|期限|工期|进度|节点)(?:也|则|将|应|可|随之|相应|同步|予以){1,3}(?:后移|顺延|推迟|延后|后延|延长|推后)(?!的)"
    r"|(?:相应|同步|随之)(?:顺延|后移|推迟|延后)(?:完成|交付|验收|结题)?(?:日期|时间|期限|工期)?(?=[，,。；;]|$))"
)
# 已拨补助的去留由双方协商
_MONEY_OPEN = (
    rf"(?:补助|补贴|财政|资助|专项|已拨|拨付)(?!{_HERE}{{0,12}}(?:分配|分摊|使用|内部)){_HERE}{{0,10}}?(?:去留|退还|退回|返还|处置|处理|归属|事宜|问题)?[，,]?"
    rf"(?:由|与|同|经)?(?:(?:我|本|甲乙|贵)?{_HERE}{{0,6}}?(?:双方|各方|贵局|贵厅|贵委)){_HERE}{{0,14}}?(?:协商|商[定议量]|再议|另议)(?!一致后(?:全额|如数)|后全额)"
)
_AT_BEST = r"(?:尽量|尽可能|尽力而为|尽力)(?=按[期时]|如期|完成|达到|落实|保证|确保|实现|做到|保密|$)"
# 在财政补助资金足额到位的前提下, 市财政经费拨付到账后再分期到位
_ONLY_IF = (
    r"在[^，。；]{0,24}(?:补助|财政|经费|资金|款项)[^，。；]{0,14}(?:到位|拨付|到账)[^，。；]{0,4}?"
    r"(?:的?前提下|的情况下|后[，,]?[^，。；]{0,8}(?:方|再|才))"
    # 以获得不少于500万元补助为前提
    r"|(?<!不)以(?=[^，。；]{0,30}(?:补助|补贴|资助|财政|经费|资金|款项))"
    r"[^，。；不无]{0,16}(?:获得|取得|得到|到位|拨付|到账)[^，。；]{0,20}为(?:前提|先决条件|条件)(?=[，,。；;]|$)"
)
_WAYS = (
    *(_LIMITED, _PASSED_ON, _NO_BREACH, _DEPENDS, _AT_WILL),
    *(_NO_PROMISE, _LEFT_OPEN, _OWN_MONEY, _AT_BEST, _ONLY_IF, _ONCE, _MONEY_OPEN),
)
_RESERVED = re.compile("|".join(_WAYS))
# 因不可抗力延误、经贵局批准的，时间相应顺延
_GRANTED = re.compile(r"不可抗力|批准|同意|许可|核准|政策调整|[贵发](?:局|厅|委|榜)")
_POSTPONED = re.compile(_ONCE)
_OF_OTHERS = re.compile(
    r"贵[单局厅委部方]|主管部门|管理部门|财政部门|推荐单位|发榜|[厅局委](?:有权|可)"
)  # what these may do
# 市级资金若足额到账，我单位争取在5月底前做完; 到账不足则按比例删减任务; not 资金不足的，由我单位补足
_PUBLIC = r"(?:财政|补助|补贴|专项|拨款|市级|省级|扶持|支持)"
_TERM_BY_MONEY = (
    rf"{_PUBLIC}{_HERE}{{0,6}}(?:如果?|若|能|一旦){_HERE}{{0,14}}(?:到[账位]|拨付|下达)[，,](?:{_OURS})?(?:则|即|将|才|就|再)?(?:争取|力争|力求|尽量|可|方能?)"
    r"[^，。；]{0,16}(?:完成|做完|交付|完工|验收)"
    rf"|(?:到账|到位|拨付|{_PUBLIC}(?:资金|经费|款项?)?)(?:不足|不够|不全|未足额|未到位)的?[，,]?(?:则|就|将|即)?{_HERE}{{0,14}}?"
    rf"(?:[删核缩调]减|减少|放弃|暂缓|取消)(?:相应|部分|有关)?的?{_HERE}{{0,4}}(?:任务|指标|目标|内容|工作量)"
)
_TERM_OPEN = re.compile(
    rf"{_TERM_BY_MONEY}|"
    rf"(?:完成|交付|验收|任务|项目|揭榜)的?(?:时间|期限|工期|日期){_HERE}{{0,8}}(?:另议|另行(?:协商|商[定议])|再议)"
    rf"|{_OURS}(?:将|会|仅|只)?(?:尽量|尽可能|尽力)(?:按[期时]|如期|在[^，。；]{{2,10}}内)(?:推进|完成|交付)"
)
# What the same promise of the call's letter does not have.
_HEDGE = re.compile(
    r"(?:力争|争取|力求)(?!提前|早日|超额|更)|尽量|尽可能|尽力|原则上|酌情|视情|适当|陆续|基本(?=完成|达到|实现)"
)
_EXCEPT = re.compile(r"除(?P<what>[^，。；]{2,60}?)(?:以外|之外|外)")
_ALLOWED = re.compile(r"不可抗力|法律|法规|另有(?:规定|约定)|保密|涉密")
# The core of a promise, what says the same, and the words that take its place.
_CORES: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"专款专用|专账|单独核算|独立核算"),
        re.compile(r"专款|专[账户]|单独|独立|专项(?:核算|用于)|规定(?:的)?用途|只用于|仅用于"),
        re.compile(r"统筹|调剂|灵活|自主(?:使用|支配)|合并使用|(?:日常|流动)(?:经营|资金)"),
    ),
    (
        re.compile(r"(?:按[期时]|如期|及时|足额|全额)[^，。；]{0,6}到位"),
        re.compile(r"(?:按[期时]|如期|及时|足额|全额|确保|保证|按(?:计划|约定|任务书))[^，。；]{0,16}(?:到位|落实)"),
        re.compile(r"陆续|逐步|分批|分期|视|回笼|到账后|融资|适时"),
    ),
    (
        re.compile(r"(?:全部|各项|所有)[^，。；]{0,10}(?:任务|指标|目标|内容)"),
        re.compile(r"全部|各项|所有|全面"),
        # 完成榜单主要指标
        re.compile(
            r"(?:完成|达到|实现)(?:其中)?的?(?:主要|部分|大部分?|基本|重点)"
            r"|(?:完成|达到|实现)[^，。；不]{1,8}?(?:主要|部分|大部分?|重点|核心|多数)的?(?=[^，。；]{0,4}(?:指标|任务|目标|内容))"
        ),
    ),
    (  # 全额退回财政资金, and 协商退回部分
        re.compile(r"(?:全额|全部|全数|如数)[^，。；]{0,6}(?:退[回还缴]|返还|缴回|收回)"),
        re.compile(r"全额|全部|全数|如数"),
        re.compile(
            r"(?:协商|商议|酌情|按比例)(?:后|确定)?(?:退[回还缴]|返还|缴回)|(?:退[回还缴]|返还|缴回)(?:其中)?的?(?:部分|一部分|一半|未使用|结余|剩余)"
        ),
    ),
)
_DAY = re.compile(
    r"(20\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(?=(?:年?[底末])?(?:之|以)?前|[底末]|完成|取得|实现|达到)"
)
_OF_TRUTH = re.compile(r"真实|属实|准确|完整|虚假|不实")
_SENTENCE = re.compile(r"[。；;\n]")
_MARKS = re.compile(r"[\W_]")
_SAME = 0.5  # of the pairs of characters of a promise: the sentence that answers it
_SAME_PART = 0.6  # the same of a part of a promise
_COMMA = re.compile(r"[，,：:]")
_SHORTEST = 8  # characters of a promise, of a sentence
_QUOTED = 30  # characters of a promise in the sentence


def weakened(case: Case, letter: Commitment) -> str | None:
    """What the letter says with a reservation, as words for the sentence that tells it."""
    sentences = _sentences(case, letter)
    for sentence in sentences:
        less = (less_true(sentence) if _OF_TRUTH.search(sentence) else None) or half_liable(sentence)
        if less is not None and not _of_the_call(case, less):
            return f"中“{less[:_QUOTED]}”对所承诺的内容作了保留"
        if (ended := lapses(sentence)) is not None and not _of_the_call(case, ended):
            return f"中“{ended}”使所承诺的内容附有条件"
        for said in _RESERVED.finditer(sentence):
            part = _quoted(sentence, said)
            granted = (
                _POSTPONED.match(said.group()) is not None and _GRANTED.search(sentence[: said.start()]) is not None
            )
            if not granted and _OF_OTHERS.search(part) is None and not _of_the_call(case, said.group()):
                return f"中“{part}”对所承诺的内容作了保留"
    if (soft := softened(sentences)) is not None and not _of_the_call(case, soft):
        return f"对违反承诺的后果只写“{soft}”，没有承担责任"
    for promise in _promises(case):
        for sentence in sentences:
            given = disowned(promise, sentence) or passed_on(promise, sentence)
            given = given or money_kept(promise, sentence) or applied_too(promise, sentence)
            if given is not None and not _of_the_call(case, given.group()) and not _of_us(letter, given.group()):
                return f"中“{_quoted(sentence, given)}”与模板承诺的“{promise[:_QUOTED]}…”相反"
    return _kept_less(case, sentences)


def _kept_less(case: Case, sentences: list[str]) -> str | None:
    """The first promise of the call's letter that the applicant's makes less of."""
    letters = ([squeeze(one) for one in letter.promises] for letter in case.notice.letters)
    less = [other for promises in letters if (other := changed(promises, sentences)) is not None]
    less += [(promise, words) for promise, one in _answers(case, sentences) if (words := _less(promise, one))]
    less += [(promise, words) for promise in _promises(case) if (words := _hedged_part(promise, sentences))]
    if not less:
        return None
    promise, words = less[0]
    return f"将模板中的“{promise[:_QUOTED]}{'…' if len(promise) > _QUOTED else ''}”改为“{words}”，承诺有所减弱"


def _promises(case: Case) -> list[str]:
    return [squeeze(one) for letter in case.notice.letters for one in letter.promises]


def term_left_open(case: Case) -> str | None:
    """The same of the term alone, in the form or the text: 完成时间由双方另议, 我单位尽量按期推进."""
    aside = (Role.COMMITMENT, Role.PROOFS)
    for passage in case.submission.passages:
        said = _TERM_OPEN.search(passage.text) if passage.role not in aside else None
        if said is not None:
            return f"所承诺的期限在申报材料中未作保证（“{squeeze(said.group())[:_QUOTED]}”）"
    return None


def _sentences(case: Case, letter: Commitment) -> list[str]:
    """Those of the letter, which for one in a cell of the form are its own words."""
    if letter is case.submission.pledge:
        texts = [letter.evidence.text] if letter.evidence is not None else []
    else:
        texts = [passage.text for passage in case.submission.passages if passage.role is Role.COMMITMENT]
        texts = texts or _of_its_chapter(case, letter)
    parts = (squeeze(part) for text in texts for part in _SENTENCE.split(text))
    return [part for part in parts if len(part) >= _SHORTEST]


def _of_its_chapter(case: Case, letter: Commitment) -> list[str]:
    """The letter as the last chapter of the text (叁、承诺书), in no division of its own."""
    title = letter.evidence
    return [s.text for s in case.submission.sections if title is not None and s.evidence.overlaps(title)][:1]


def _of_the_call(case: Case, words: str) -> bool:
    """The call's own letter says so."""
    return any(words in squeeze(promise) for letter in case.notice.letters for promise in letter.promises)


def _of_us(letter: Commitment, words: str) -> bool:
    """They name the applicant itself (知识产权归海岚深潜装备有限公司所有)."""
    return letter.applicant is not None and squeeze(letter.applicant) in words


def _quoted(sentence: str, said: re.Match[str]) -> str:
    """The part of the sentence, between its commas, in which the words stand."""
    start = max(sentence.rfind(mark, 0, said.start()) for mark in "，,：:") + 1
    behind = re.compile(r"[，,]").search(sentence, said.end())
    part = sentence[start : behind.start() if behind is not None else None]
    return part if len(part) <= _QUOTED else said.group()[:_QUOTED]


def _answers(case: Case, sentences: list[str]) -> Iterator[tuple[str, str]]:
    """Each promise of the call's letter with the sentence that has the most of its words."""
    for letter in case.notice.letters:
        for promise in (squeeze(one) for one in letter.promises):
            own = bigrams(promise)
            if len(promise) < _SHORTEST or not own or not sentences:
                continue
            share, nearest = max((len(own & bigrams(sentence)) / len(own), sentence) for sentence in sentences)
            if share >= _SAME:
                yield promise, nearest


def _less(promise: str, sentence: str) -> str | None:
    """The words of the sentence that make it less than the promise: a hedge, an exception, a contrary, a later day."""
    hedge, exception = _HEDGE.search(sentence), _EXCEPT.search(sentence)
    if exception is not None and "除" not in promise and _ALLOWED.search(exception["what"]) is None:
        return _from(sentence, exception.start())
    if _MARKS.sub("", promise) in _MARKS.sub("", sentence):
        return None
    if hedge is not None and _HEDGE.search(promise) is None:
        return _from(sentence, hedge.start())
    if (contrary := turned(promise, sentence)) is not None:
        return _from(sentence, max(sentence.rfind(mark, 0, contrary) for mark in "，,、：:") + 1)
    for core, same, instead in _CORES:
        other = instead.search(sentence)
        if core.search(promise) and other is not None and not instead.search(promise) and not same.search(sentence):
            return _from(
                sentence, max(sentence.rfind("，", 0, other.start()), sentence.rfind("、", 0, other.start())) + 1
            )
    due, day = _last(promise), _last(sentence)
    if due is not None and day is not None and day[0] > due[0]:
        return _from(sentence, day[1])
    return None


def _hedged_part(promise: str, sentences: list[str]) -> str | None:
    """争取按期完成榜题指标 of 如中榜，按期完成榜题全部指标，未完成的…: one part of the promise, said with a hedge."""
    parts = [part for part in _COMMA.split(promise) if len(part) >= _SHORTEST and _HEDGE.search(promise) is None]
    clauses = [clause for sentence in sentences for clause in _COMMA.split(sentence) if _HEDGE.search(clause)]
    for part in parts if clauses else ():
        own = bigrams(part)
        firmly = any(part in sentence for sentence in sentences)
        near = (clause for clause in clauses if own and len(own & bigrams(clause)) >= _SAME_PART * len(own))
        if not firmly and (clause := next(near, None)) is not None:
            return _from(clause, 0)
    return None


def _last(words: str) -> tuple[tuple[int, int, int], int] | None:
    """The latest day by which something is to be done, and where it stands; 2028年底 is its last day."""
    days = (((int(m[1]), int(m[2] or 12), int(m[3] or 31)), m.start()) for m in _DAY.finditer(words))
    return max(days, default=None)


def _from(sentence: str, start: int) -> str:
    """The words from there to the next comma, at most so many."""
    return re.split(r"[，,]", sentence[start:])[0][:_QUOTED]
