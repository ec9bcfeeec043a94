"""Promises of the call's letter that the applicant's turns into their contrary: 不向第三方转让 into 可随时转让."""

import re

# 三年内不向第三方转让, 不以同一内容重复申请: what is not to be done, up to the next mark
_NOT_TO = re.compile(
    r"(?<![如若凡])不(?:得|再|会)?(?P<act>[^，。；、不得予再会]{1}[^，。；、不]{3,17})(?=[，。；、]|$)"
)
_MAY = r"(?<!不)(?:可以?|有权|允许)[^，。；不未]{0,8}?"
# 三年后可, 经发榜方同意可, 如…可: what the promise leaves free
_FREE = re.compile(r"[以之]后|期满|届满|同意|批准|许可|约定")
_GIVEN = "退回|退还|返还|缴回|退赔|退缴|赔偿"
_MONEY = re.compile(r"经费|资金|补助|补贴|款项?(?![，。；])|资助")
_GIVES = re.compile(rf"(?<!不)(?<!不予)(?<!不再)(?:{_GIVEN})")
# 市财政经费不予退回; not 如不退还的，愿承担责任, nor 逾期不退回财政经费，自愿承担法律责任
_KEEPS = re.compile(
    rf"(?<![如若凡因])(?P<how>不(?:予|再|作|做|能|用|必|需)?|无需|无须|免于|免予)(?P<what>{_GIVEN})(?!的)"
    r"(?!(?:(?!由(?!我|本))[^。；]){0,16}?(?<!不)(?<!不再)(?<!不予)(?<!不另)(?:愿|承担|接受))"
)
# 财政资金留作后续研发使用, 已拨经费转作我单位的投入; not 结余资金按规定结转, nor 留作备查
_RETAINED = re.compile(
    r"(?:资金|经费|补助|补贴|款项?)(?:(?![不结节剩][余再予])[^，。；：不]){0,10}?"
    r"(?:留(?:作|用|归|给|在)|转(?:作|为|入)|抵(?:作|扣|充)|冲抵|充作|归我|由我(?:单位|公司|院|所|校)?(?:继续|自行)?(?:使用|支配|留用)|继续(?:留|使用)|视为|作为)"
    r"(?!备查|档案|考核|条件|依据|保证金|自筹|配套|验收|审计)[^，。；：]{0,14}"
)
_LEFT = re.compile(r"结余|剩余|节余|节约|结转|按规定|经[^，。；]{1,8}(?:同意|批准)|自筹资金")
# 未就相同内容获得或同时申报其他财政资金, 无重复申报
_ONLY_HERE = re.compile(
    r"[未无不没][^，。；]{0,24}?(?:重复|多头|其他|其它|另行|同时)[^，。；]{0,16}?(?:申[报请]|资[金助]|支持|立项|计划|项目)"
)
_SAME_WORK = re.compile(
    r"(?:相同|同一|同样|类似|相近)的?(?:研究|研发|攻关|申报)?(?:内容|课题|任务|项目|成果)|(?:本|该|此)(?:项目|课题|内容|任务)"
)
# 另已报了省能源局的专项, 也申请了市级补助
_ALSO_THERE = re.compile(
    r"(?:另外?|还|也|同时|同期|一并|先前|此前|现已|曾|已)(?:经|已|又|向|在|由|从)*[^，。；：不未没无]{0,14}?"
    r"(?:(?:申)?报(?:了|送|过|给|到|在)|申[报请](?:了|过|到|并)?|递交|获(?:得|批|立|了)?|拿(?:到|过)|列入|得到|领(?:取|过)?)[^，。；：不未没无]{0,20}?"
    r"(?:专项|项目|计划|资金|课题|基金|补助|补贴|资助|经费|立项)"
)
_WITHDRAWN = re.compile(r"撤[回销]|放弃|退出|结题|验收|不同|无关|区别|不重复|一经|发现|查实|一旦")
_OWNS = re.compile(r"(?<!不)(?:拥有|享有|具有|取得)[^，。；]{0,10}知识产权|知识产权[^，。；]{0,6}(?:清晰|归我|归本)")
# 其知识产权归某某科技所有，我单位不享有该部分知识产权; not 知识产权归双方共有, nor 不存在不享有知识产权的情形
_DISOWNED = re.compile(
    r"知识产权(?:全部|[均现仍暂尚皆都]|目前|主要|依法){0,3}+(?:归(?:属于?+)?+|属于?+|为|由)"
    r"(?!(?:项目|课题|任务)?(?:申[报请]|揭榜|承诺|牵头|承担)|本|[\u4e00-\u9fff]{0,12}(?:我|双方|各方|三方|共同|共有))"
    r"[\u4e00-\u9fff]{2,20}?(?:所有|持有|享有)(?!的(?:情[形况]|问题|纠纷))|(?<!存在)不(?:享有|拥有)(?!他人|第三方)[^，。；]{0,10}知识产权(?!的)"
)
# 不将攻关任务转包或整体委托他人
_PASSES = r"(?:转包|(?:整[体包]|全部|一并)(?:委托|交由|转交|发包|外包))"
_NOT_PASSED_ON = re.compile(rf"不(?:得|会|再|能)?[^，。；]{{0,24}}?{_PASSES}")
# 如工期紧张，可将研制任务整体委托某某厂承担; not 不可将…, 如可将…的，愿承担责任
_PASSED_ON = re.compile(
    rf"(?:^|(?<=[，,；;：:]))[^，,；;：:不未无如若凡严禁]{{0,12}}?(?:可以?|有权|允许|拟)[^，,；;：:不未]{{0,24}}?{_PASSES}(?![^，,；;]{{0,10}}的(?:[，,]|$))[^，,；;]{{0,30}}"
)
_NO = re.compile(r"[未无没不]")
_MARK = re.compile(r"[，,。；;、：:]")
_CASE = re.compile(r"(?<!例)如(?![数期实约])|若|逾期")


def turned(promise: str, sentence: str) -> int | None:
    """Where the sentence that answers the promise does the contrary of it; both without white space. None where not."""
    kept = _kept(sentence) if _GIVES.search(promise) and not _KEEPS.search(promise) else None
    if kept is not None:
        return kept.start()
    for one in _NOT_TO.finditer(promise):
        act = re.escape(one["act"])
        may = re.search(_MAY + act, sentence)
        kept_too = re.search(rf"不(?:得|再|会)?{act}", sentence) is not None
        if may is not None and not kept_too and _FREE.search(sentence[: may.end()]) is None:
            return may.start()
    return None


def disowned(promise: str, sentence: str) -> re.Match[str] | None:
    """What gives to another the intellectual property that the promise says is the applicant's."""
    return _DISOWNED.search(sentence) if _OWNS.search(promise) and not _DISOWNED.search(promise) else None


def passed_on(promise: str, sentence: str) -> re.Match[str] | None:
    """What leaves the whole work to another, which the promise rules out; not what has to be agreed to first."""
    said = _PASSED_ON.search(sentence) if _NOT_PASSED_ON.search(promise) else None
    return said if said is not None and _FREE.search(sentence[: said.end()]) is None else None


def money_kept(promise: str, sentence: str) -> re.Match[str] | None:
    """The promised refund refused (支持经费视为研发成本，不予退还), whatever else the sentence says."""
    gives = _GIVES.search(promise) is not None and _KEEPS.search(promise) is None
    if not gives or not _MONEY.search(promise) or not _MONEY.search(sentence):
        return None
    return _kept(sentence) or _retained(sentence)


def applied_too(promise: str, sentence: str) -> re.Match[str] | None:
    """What owns up to another application for the same work, where the promise is that there is none."""
    if _ONLY_HERE.search(promise) is None or _SAME_WORK.search(sentence) is None or _WITHDRAWN.search(sentence):
        return None
    said = _ALSO_THERE.search(sentence)
    if said is None or _CASE.search(sentence[: said.start()]) is not None:
        return None
    return said if _NO.search(_MARK.split(sentence[: said.start()])[-1]) is None else None


def _retained(sentence: str) -> re.Match[str] | None:
    """What keeps the money for another use; not what is left over by the rules."""
    if _LEFT.search(sentence) is not None or _GIVES.search(sentence) is not None:
        return None
    return _RETAINED.search(sentence)


def _kept(sentence: str) -> re.Match[str] | None:
    """What keeps the money; not where that is a case, whose outcome comes behind (逾期不退回经费，按失信处理)."""
    for kept in _KEEPS.finditer(sentence):
        before, behind = _MARK.split(sentence[: kept.start()])[-1], sentence[kept.end() :]
        if not (kept["how"] in ("不", "不能") and _CASE.search(before) and _MARK.search(behind[:-1])):
            return kept
    return None
