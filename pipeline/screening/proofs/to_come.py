"""Words by which an entry of the list of proofs puts its paper off: 等答辩那天再带来, 六月份另寄, 报告还没出来."""

import re

_IN = r"[^，,。；;（()）]"  # within a piece of the entry
_BRING = (
    r"(?:补[交送充报寄齐上办签开附]?|交[来上]?|提[交供]|递交|呈[交送报]|送[交来达]?|[邮另]?寄[来送上出]?|带[来去上]?|携带"
    r"|出[示具]|报送|上传|附[上来]?|签[好订署]?|盖好?|拿来|办[好理]|复印)"
)
# 待中榜后签好补交, 等专家答辩那天带来; not 专利证书等材料后附
_ONCE = (
    r"(?:(?<![接期对招等亟])[待俟](?![测检])|(?:^|(?<=[，,。；;：:（(]))(?:等(?![级保离温比效额])到?|候))"
    rf"(?!遇){_IN}{{1,20}}?"
)
_THEN = r"(?:[之以]?后(?!附(?!上))|时|再|那天|当[天日]|之日|下来|出来|到手|回来|结束|完毕)"
# 六月份另寄, 下周补交, 年底前再送; not 2025年6月补办, which is done
_LATER = (
    r"(?:(?<![年\d])[一二三四五六七八九十\d]{1,2}月(?:份|底|初|[上中下]旬)?|下(?:周|个?月|旬|半年)|明年|节后|[年月]底前?|近[期日]"
    r"|随后|稍后|日后|届时|改日|过[后些]|以后|回头|容后|不日)"
)
_SENDS = (
    r"(?:[另再](?:行)?(?:寄|送|交|报|补(?!充\d+[台套名人头亩])|提[交供]|附|带)"
    r"|补(?:[交送寄报齐上]|充(?!\d+[台套名人头亩])|(?=[，,。；;）)]|$))|[寄送][来上出到]|呈[交送])"
)
_YET = r"(?:[尚还也都均暂仍]|至今|目前|现在|暂时|一直)"
_NOT = r"(?:没有?|未能?|未曾|没能)"
# 测试还没排上队, 用户的章也没盖回来, 批文没下来
_STILL_OUT = rf"{_NOT}{_IN}{{0,4}}?" + (
    r"(?:排上|[盖拿取签寄办批要开做弄][回到下好出完]来?|出来|下来|到手|走完|出炉|定稿|谈[妥定拢]|敲定|批复|回复)"
)
_END = r"(?=[，,。；;）)]|$)"
_NO_TIME = r"(?:未及|未来得及|来不及|没来得及|没顾上|忘了?|忘记|没法|无法|不便|不方便)"
_NOT_PUT_IN = _NO_TIME + r"(?:复印|扫描|附[上入]?|打印|装订|放入|随附)"
# 份数较多，本次不随附; 篇幅所限未附
_LEFT_OUT = rf"(?:不|未)(?:再|另|予|作|做|能)?(?:随[^，,。；;（()）]{{0,4}}?)?(?:随附|附[上后入列]?|装订|装入){_END}"
_UNDER_WAY = rf"(?:文本|协议|合同|用印|盖章|手续){_IN}{{0,2}}(?:正|还|尚)(?:在)?走{_IN}{{0,6}}(?:流程|程序|手续)"
# 打不出来, 放不进去, 还在谈, 协议文本起草中, 法务审完就签, 需要时可提供, 缺
_NOT_ABLE = (
    rf"[打放装找拿取办开批传印弄]不(?:出来?|到|进[来去]?|[上了动]|下来?){_END}|{_NOT}{_IN}{{0,2}}?[放装收][进入]"
)
_AT_WORK = (
    rf"[尚还仍正]在(?:办|谈|审|走|签|批|写|拟|测|改|排){_END}|(?:起草|拟定|洽谈|办理|审批|编制|整理|流转|会签|签署)(?:过程)?中{_END}"
    rf"|(?:完|好|下来|回来)[就即再](?:补?[签交送寄报办]|提交|提供|补齐?){_END}"
)
_ON_CALL = (
    r"(?:需要|必要|要求|索取)(?:的话|时)?[，,]?[再可即]{0,2}(?:另行|单独)?(?:提[供交]|出示|补[交充])"
    rf"|(?:^|(?<=[：:；（(]))(?:略|缺|空缺){_END}"
)
# 原件借出未还, 证书在总部保管, 抵押在银行: out of the applicant's hands, so that there is no copy either
_AWAY = (
    r"(?:原件|正本|证书|证件|执照|批文|报告)(?:已|均|现|都|仍|尚|一直|目前|暂时?){0,3}(?:被[^，,。；;（()）]{1,10}?)?"
    r"(?:(?:外?借[出走去给]|出借|外借|抵押|质押|拿走|取走|收走|扣[下留押])(?![^，,。；;（()）]{0,8}(?:已[归交]还|已?取回|复印件|登记证明|合同|清单))"
    r"|(?:未|没有?)(?:归还|还回|取回|领回|拿回))"
)
_PUT_OFF = re.compile(
    rf"{_AWAY}|{_ONCE}{_THEN}{_IN}{{0,8}}?{_BRING}|{_LATER}{_IN}{{0,4}}?{_SENDS}|{_YET}{_STILL_OUT}|{_STILL_OUT}(?=[，,。；;）)]|$)"
    rf"|{_NOT_PUT_IN}|{_LEFT_OUT}|{_UNDER_WAY}|{_NOT_ABLE}|{_AT_WORK}|{_ON_CALL}|(?:暂缓|推迟|延后|缓)(?:提交|报送|交|提供)(?=[，,。；;）)]|$)"
)
_PIECE = re.compile(r"[，,。；;（()）]")
_GONE, _OUT = re.compile(_AWAY), re.compile(_LEFT_OUT.removesuffix(_END))
# 原件评审时再带来; 上次未签好 of what came to nothing before
_KEPT = re.compile(r"(?:原件|正本)(?:备查|存放|留存|由)")  # 原件备查，需要时可提供
# 2023年度报告本次不要求，未附
_NOT_ASKED = re.compile(r"不(?:作)?要求|未要求|[无不][需须必]|可不|不在[^，。；]{0,6}(?:之列|范围)|另有|其余|其[他它]")
_SENTENCE = re.compile(r"[。；;（(]")
_OTHERS = re.compile(r"原件|正本|底稿|英文|全文|上[次年]|此前|当时|另外|其余|其[他它]")


def put_off(words: str) -> str | None:
    """The words, in an entry without white space; None where it puts nothing off, or only the original of a copy."""
    for said in _PUT_OFF.finditer(words):
        *before, piece = _PIECE.split(words[: said.start()])
        piece += said.group() + _PIECE.split(words[said.end() :])[0]
        left_out = _OUT.fullmatch(said.group()) is not None
        if left_out and _NOT_ASKED.search(_SENTENCE.split(words[: said.start()])[-1]) is not None:
            continue
        kept = _GONE.search(said.group()) is None and (
            _OTHERS.search(piece) is not None or (before and _KEPT.search(before[-1]))
        )
        if not kept:
            return said.group()
    return None
