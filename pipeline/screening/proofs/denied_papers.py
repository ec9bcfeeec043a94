"""An entry of the list of proofs that says itself that it has not what is asked for (也没有会计报表, 证书已遗失)."""

import re
from difflib import SequenceMatcher

from pipeline.screening.application.substance import squeeze
from pipeline.screening.proofs.how_many import asked_count, counted
from schemas.notice import Obligation

_PAPER = r"(?:报告|报表|证书|证明|协议书?|合同|意向书|同意书|推荐[函信]|批复|批件|许可证|登记证|执照|发票|凭证)"
_WORDS = r"[\u4e00-\u9fff]"
# 也没有会计报表, 未办职称证书; not 无保留意见审计报告, 无违法违规证明, which are papers themselves
_LACKS = re.compile(
    rf"(?:没有|尚无|并无|缺少?|未(?:做|办理?|附|编制?|取得|聘请|签订?|开具|评上?))(?:签订?|签署|办理|取得|出具|编制|做)?(?:正式的?|书面的?)?(?P<what>(?!保留|违法|违规|犯罪)(?:(?!不|未|无|的){_WORDS}){{0,10}}?{_PAPER})"
)
# 证书已遗失，没有补办; not 遗失声明, nor 遗失后已补办
_LOST = re.compile(
    rf"(?P<what>{_WORDS}{{0,8}}{_PAPER}|{_WORDS}{{0,4}}证)(?:原件)?(?:已|均已|现已|不慎)?(?:遗失|丢失|损毁|找不到|被(?:扣押|注销|吊销|收回)|作废)"
    r"(?!声明)(?![^。；]{0,14}(?<!没有)(?<!未)(?<!尚未)(?:补办|补发|补领|换[发领]|重新|[出开]具|证明书))"
)
_BESIDE = re.compile(r"另(?!行)|其余|其[他它中]|除[^，；。]{1,12}外|原先|以前|去年底?前")
_PIECE = re.compile(r"[，,；;。（()）]")
_PART = re.compile(r"[；;，,、](?![^“]*”)")
_HEAD = re.compile(r"^[^：“；，]{2,20}[：；]")  # 有效发明专利证书；
_RUN = 2  # characters of what is asked, in one run
# Words for a statement of one's own in place of a paper that another keeps or issues.
_OWN_WRITING = re.compile(
    r"(?:自拟|自编|自制|自写|自书|自行(?:编写|编制|撰写|起草|填写|整理|出具|打印)|(?:部|室|处|科|中心|组|办)(?:自己)?(?:写|编|拟)[的了]?)的?"
    r"[^，。；]{0,16}?(?:说明|情况表?|材料|表|清单|总结|介绍|资产负债表|利润表|通知)"
    # 研发费用明细表（财务部编制，未经审计）
    r"|(?:明细|统计|汇总|情况|一览|支出)(?:表|清单)(?:[（(，,：:]|[—–-]{1,2})(?:由)?(?:本|我)?(?:公司|单位|企业|院|所)?(?:财务|研发|科技|综合|技术|计财)?[部处室科]?(?:自行|自己|内部)?"
    r"(?:编制|自制|自编|整理|统计|填[报写]|汇总|制作)(?=[，,；;。、）)]|$)"
)
_OFFICIAL = re.compile(r"财务会计报表|会计报表|审计|财务报表|检测报告|检验报告|证书|执照|查新")
_STATEMENTS = re.compile(r"财务报表|会计报表|资产负债表|利润表")  # which every unit draws up itself
_BOOKS = re.compile(r"审计报告|财务报表|会计报表|辅助账|纳税|完税|决算|年报|证书|检[测验]报告|执照|合同|发票")
# An application for a right, where a granted one is asked for
_GRANTED = re.compile(r"授权(?![委书])|专利证书|登记证书|有效的?(?:发明|实用新型)?专利")
_CERTIFIED = re.compile(r"证书")
_APPLIED = re.compile(
    r"受理通知书?|申请号|实质审查|初步审查|在审|公开号|申请中|尚未授权|未授权|待授权|正在审查|已受理|申请已?(?:提交|公布)"
)
_RIGHT = re.compile(r"ZL\s?\d{4}\s?\d{8,9}(?:\.[\dXx])?|ZL\s?\d{8}\.[\dXx]")


def denied(obligation: Obligation, entry: str) -> str | None:
    """The entry's words that its paper is not there, or was lost; what they say of others is no matter."""
    words = squeeze(entry)
    asked = squeeze(obligation.evidence.text + obligation.name)
    for pattern in (_LACKS, _LOST):
        for said in pattern.finditer(words):
            piece = _PIECE.split(words[: said.start()])[-1]
            if _BESIDE.search(piece) is None and said.group() not in asked and _is_of(asked, said["what"]):
                return said.group()
    return None


def _is_of(asked: str, what: str) -> bool:
    """会计报表 of 财务会计报表, 证书 of 职称证书; what differs in more than the last word is another paper."""
    run = SequenceMatcher(None, asked, what, autojunk=False).find_longest_match()
    return run.size == len(what) or run.size >= max(_RUN + 1, len(what) - _RUN)


def own_writing(obligation: Obligation, entry: str) -> str | None:
    """研发部自拟的情况说明: the applicant's own words alone, where books or a certificate are asked for."""
    words, asked = squeeze(entry), squeeze(obligation.evidence.text + obligation.name)
    written = _OWN_WRITING.search(words)
    if written is None or _OFFICIAL.search(asked) is None:
        return None
    if _STATEMENTS.search(written.group()) and "审计" not in asked:
        return None
    _, _, rest = words.replace(written.group(), "").rpartition("：")
    return written.group() if _BOOKS.search(_LACKS.sub("", rest)) is None else None


def not_granted(obligation: Obligation, entry: str) -> str | None:
    """发明…受理通知书, of granted patents: no number of a right at all, or fewer than are asked for."""
    words = squeeze(entry)
    remark = obligation.material.remark or "" if obligation.material is not None else ""
    applied = _APPLIED.search(words) if _GRANTED.search(squeeze(obligation.name + remark)) else None
    if applied is None or _APPLIED.search(squeeze(obligation.evidence.text + remark)):
        return None
    asked, held = asked_count(obligation), len(set(_RIGHT.findall(words)))
    if held:
        return applied.group() if asked is not None and held < asked[0] else None
    one_by_one = _PART.split(_HEAD.sub("", words))  # “甲”证书；“乙”受理通知书
    granted = [part for part in one_by_one if _CERTIFIED.search(part) and _APPLIED.search(part) is None]
    if asked is not None and granted and any(_APPLIED.search(part) for part in one_by_one):
        return applied.group() if (counted(granted, asked[1]) or len(granted)) < asked[0] else None
    return applied.group() if re.search(r"授权|证书", words.partition("：")[2] or words) is None else None
