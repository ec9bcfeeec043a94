"""Promises of the call's letter that the applicant's has in other words that give way, its others being kept.

A letter that copies its template but for one line has chosen the words of that line: there a hedge, a limit or a
condition is a reservation that in a letter of the applicant's own may be a way of speaking.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.screening.claims.metrics import bigrams

_IN = r"[^，,。；;]"
# 可随实际进展作相应调整, 价格由双方据实调整; the office's own leave is told by _GRANTED
_ADJUSTED = (
    rf"(?<!不)(?:可|由|再|另|相应|据实|酌情|随|视|根据|协商|双方|适当|有权|允许|比例){_IN}{{0,14}}?"
    r"(?:调[整减增]|变更|修[改订]|协商|商[定量议]|议定|[核删缩]减|减少|顺延|延[后长期]|推迟|放宽|下调|豁免|免[除于]|另议|再议|加价|涨价|补差|追加)"
)
_HEDGED = (
    r"尽(?:最大|一切)?(?:努力|可能|量|力)|努力(?!程度)|(?:争取|力争|力求)(?!提前|早日|超额|更)|设法|大体|大致|基本(?=完成|达到|属实|真实|实现|符合)"
    r"|粗略|约略|大略|草草|匆匆|(?:未|没有?)发现(?:明显|重大|较大)|原则上|适当|陆续|有望|但愿|希望(?![各贵])|尽快"
)
_LIMITED = (
    rf"以{_IN}{{1,14}}为(?:最高)?上?限|(?<!经费)(?<!总额)不超过(?!20\d\d)|上限|封顶|最多|至多|(?<!不)仅(?:就(?!本[榜项课])|对|限|以|退|在|负|承担|保证)|(?<!不)只(?:就(?!本[榜项课])|对|限|退|负|在|承担|保证)|限于"
    r"|结余|剩余|余款|(?:尚)?未(?:使用|支出|花|动用)|部分(?!门|单位|[也亦均]|由[我本自])|一半|[二两三四五六七八九]成|次要|(?:完成|达到)(?:其中)?的?主要|大部分?|其余|除外|之外|以外"
)
_NOT_DONE = (
    r"未及|未能|来不及|没来得及|无法|难以|无义务|不(?:负责|承担|作(?:任何)?保证|便)|未经(?:我|本|逐)"
    r"|未(?:逐|全部|完全|再)|没有?(?:逐|全部|完全|再|一一)|不(?:再|予|作|另)(?:逐[一项条个页字张份])?(?:审[核查]|核[对实验]|校对|检查)"
)
_LATER = (
    rf"日后|将来|今后再|以后再|(?<![接期对招等亟])待{_IN}{{1,20}}(?:后|时|再)|届时|(?<![法规]的)前提|(?:情况|条件)允许"
    rf"|(?:如|若|倘|一旦|遇)(?![实期约数有]){_IN}{{0,20}}?(?:不足|未到|延误|困难|变化|涨|紧张|波动|不利|亏损|短缺)"
)
# 以公司实际产能为准, 看项目进展, 完成多少算多少, 不作考核依据
_BY_EVENTS = (
    rf"(?<!不)以(?!任务书|合同|通知|验收|检测|批复|本承诺|贵){_IN}{{2,14}}(?:为准|而定)|酌情|视情|看(?:情况|{_IN}{{1,10}}(?:进展|情况|效益|行情))"
    rf"|多少{_IN}{{0,4}}多少|不作(?:为)?{_IN}{{0,8}}依据|供参考|(?:据|尽|就){_IN}{{0,6}}所知"
    rf"|(?<![\u4e00-\u9fff])在(?!任何|规定|法律|法规|合法|合规|保[证障]|确保){_IN}{{2,20}}的?(?:情况|条件|前提)下|[百%％]{_IN}{{0,6}}以[内下]"
    r"|统一(?:调度|支配)|统筹(?:使用|安排|调)|调剂|混用|灵活"
)
# 由代理公司负责, 与本单位无关, 审计由本公司自行组织
_BY_OTHERS = (
    rf"由(?!我|本|申报|揭榜|牵头|此|法定|其|{_IN}{{1,8}}[处部科室人](?:具体|统一|专门|全面)?负责){_IN}{{2,12}}?(?:负责|承担)(?!人|落实)|与[我本](?:单位|公司|企业|院|所|校)无关"
    rf"|(?:审计|检查|监督|验收)由[我本]{_IN}{{1,4}}(?:自行|内部)"
)
_UNSURE = (
    rf"(?:尚|还|暂|仍)(?:未|没有?){_IN}{{0,8}}?(?:核实|核对|确认|查[清新实]|审[核完查]|鉴定|认定|落实|取得|完成|到位)"
)
_GIVES_WAY = re.compile("|".join((_ADJUSTED, _LIMITED, _NOT_DONE, _LATER, _BY_EVENTS, _BY_OTHERS, _UNSURE)))
_HEDGE = re.compile(_HEDGED)  # may be of something beside the promise: 尽力推广成果
# What the office grants, what is done beyond the promise
_ALLOWED = re.compile(
    r"[贵发](?:局|厅|委|榜|单位)|批准|同意|主管部门|不可抗力|法律|法规|[我本]单位自(?:行|筹)|确保|按(?:规定|要求)"
)
# A case, or a limit, that the applicant bears itself: 如遇困难，我单位自行克服; 不足部分由我单位补足; 不申请顺延
_BORNE = re.compile(
    r"(?:我|本)(?:单位|公司|企业|院|所|校)(?:负责|将|自行|自愿|全额|及时|立即){0,3}"
    r"(?:补[足齐交]|垫[付还支]|承担(?![^，。；]{0,6}(?:部分|次要|有限|以内|为限))|克服|解决|返工|自筹)"
    r"|(?:不|绝不|均不|也不)(?:申请|要求|提出|得|影响|再(?![逐审核校检]))|不(?:以任何理由|予)"
    r"|(?<!不)(?<!不予)(?:如数|全部|全额|足额)[^，。；]{0,4}(?:退|缴回|返还)|(?<!不)(?<!不予)(?:退回|退还|返还)[^，。；]{0,6}全部"
)
_PARTS = re.compile(r"[，,；;：:、]")
_MARKS = re.compile(r"[\W_]|^[一二三四五六七八九十\d]{1,3}[、.．）)]")
_NUMBER = re.compile(r"^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]")
_KEPT = 0.5  # of the promises, word for word
_SHARED = 1  # pairs of characters with the promise whose place it takes; 数据安全由信息中心负责 may take nobody's
_SAME = 0.25  # of the pairs of characters of a promise: the sentence that has come in its place
_QUOTED = 30


def changed(promises: Sequence[str], sentences: Sequence[str]) -> tuple[str, str] | None:
    """A promise and the words of the letter that give way in its place; both without white space. None where none."""
    plain = [_bare(one) for one in sentences]
    kept = [all(any(part in one for one in plain) for part in _parts(promise)) for promise in promises]
    if sum(kept) < max(1, _KEPT * len(promises)):
        return None
    template = "".join(map(_bare, promises))
    for promise, is_kept in zip(promises, kept, strict=True):
        for sentence in () if is_kept else _in_its_place(promise, promises, sentences):
            words = next(_giving_way(sentence, promise, template), None)
            if words is not None:
                return promise, words
    return None


def _in_its_place(promise: str, promises: Sequence[str], sentences: Sequence[str]) -> Iterator[str]:
    """The sentence with most of its words and what goes on from there, or the one behind the promise before it."""
    own = bigrams(promise)
    free = [one for one in sentences if not any(_bare(other) in _bare(one) for other in promises)]
    nearest = max(free, key=lambda one: len(own & bigrams(one)), default=None)
    if nearest is not None and len(own & bigrams(nearest)) >= _SAME * len(own):
        yield nearest
        behind = sentences.index(nearest) + 1
        if behind < len(sentences) and sentences[behind] in free and not _NUMBER.match(sentences[behind]):
            yield sentences[behind]
    at = promises.index(promise)
    before = _place(promises[at - 1], sentences) if at else None
    follows = sentences[before + 1 : before + 2] if before is not None else ()
    yield from (one for one in follows if one in free and len(own & bigrams(one)) >= _SHARED)


def _place(promise: str, sentences: Sequence[str]) -> int | None:
    return next((at for at, one in enumerate(sentences) if _bare(promise) in _bare(one)), None)


def _giving_way(sentence: str, promise: str, template: str) -> Iterator[str]:
    """The parts of the sentence, with those beside them, that the template has not and that give way."""
    parts = _PARTS.split(_NUMBER.sub("", sentence))
    for at, part in enumerate(parts):
        new = _bare(part) not in template
        beside = "".join(parts[max(0, at - 1) : at + 1])
        own = bigrams(part)
        hedged = _HEDGE.search(part) is not None and len(own & bigrams(promise)) >= _SAME * len(own)
        borne = any(map(_BORNE.search, parts[at : at + 2]))
        if new and (hedged or _GIVES_WAY.search(part)) and not _ALLOWED.search(beside) and not borne:
            yield part[:_QUOTED]


def _parts(promise: str) -> list[str]:
    return [bare for part in _PARTS.split(promise) if (bare := _bare(part))]


def _bare(words: str) -> str:
    return _MARKS.sub("", _NUMBER.sub("", words))
