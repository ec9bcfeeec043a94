"""What an application says of its own papers that it does not hand in (权重文件暂未随包报送，待晋级后再补)."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.proofs.proof_names import covered, subject
from pipeline.screening.proofs.to_come import put_off
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.notice import Obligation
from schemas.outline import Role

_ANY = r"[^\n]"
_HANDED = r"(?:报送|提交|提供|附上?|上传|交付|递交|呈报)"
# 暂未提供, 未随包报送, 未提交，后补; not 未提交虚假材料, which is a promise, nor 尚未提交申请, 国内尚未提供同类产品.
_ENDS = r"(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{0,8}(?:材料|证明|证书|文件|报告|复印件|扫描件|附件|原件)"
_WITHHELD = re.compile(
    rf"(?:(?:[暂尚仍]未(?:能)?(?:随[\u4e00-\u9fff]{{1,4}}?)?|未(?:能)?随[\u4e00-\u9fff]{{1,4}}?){_HANDED}(?={_ENDS})"
    rf"|不[另再]{_HANDED}(?:复印件|原件|材料)?(?![\u4e00-\u9fff])|暂?无法{_HANDED}(?=复印件|原件|扫描件|[，。；）)]|$)|出具后(?:(?:另行|再)报送|补[送交报])|尚?待补[送交报]|本次未附|暂缺(?![\u4e00-\u9fff])"
    r"|(?:正在|尚在)(?:办理|检测|测试|申请)[^。；]{0,12}补[交充]|(?:待|拟于|拟在|将于|将在)[^，。；]{1,12}后(?:再行?|另行)?补[交充齐送报]|(?<![今事])后补(?=[）)，,。；;\s]|$)"
    r"|(?:报告|证明|证书|批件|文件|材料|协议)(?:尚|暂|还)未(?:出具|取得|办理|办结|获得|签署|签订|完成)"
    rf"|(?:报告|证明|证书|批件|文件|材料|协议)[均暂尚还]?未(?:能)?(?:随附|{_HANDED})(?=[，,。；;）)\s]|$)"
    rf"|未(?:能)?{_HANDED}[，,]\s?(?:待|后续|随后|将|拟)[^，。；]{{0,12}}补)(?![\u4e00-\u9fff]*(?:虚假|过))"
)
# In an entry of the list alone: elsewhere it tells of the work (中试评估尚未开展).
_NOT_DONE = re.compile(
    r"(?:测试|检测|检验|试验|鉴定|审计|查新|评估)(?:工作)?[尚暂还]未(?:开展|进行|完成|实施|启动)"
    r"|正在(?:出具|编制|编写|撰写|起草|整理|收集|汇总|准备|办理|审计|审批|签署|洽谈|申办|申领|补办|换发(?![^。；]{0,12}(?:附|旧证|原证))|走流程)|[尚还仍](?:在|处于)(?:进行|办理|审批|洽谈|审计|受理|审核|走流程|编制|出具|起草|申[请领办]|补办|整理|准备|评审|换发(?![^。；]{0,12}(?:附|旧证|原证)))"
    r"|后续(?:再行?|另行|陆续|统一)?(?:提供|提交|补[交充齐送报]|报送|附上|递交)(?=[，,。；;）)]|$)|(?:未及|来不及|没来得及)(?:随材料)?(?:提供|提交|附)|处走流程|(?:评审|立项|答辩|签约|开题|核查)[前后时]再?行?(?:补|提)[交充齐报送供]"
    r"|(?:尚|暂|还)未(?:出具|取得|签署|签订|办结|拿到)(?=[，,。；;）)]|$)|预计[^，。；）)]{1,12}补[交充齐送报]"
    r"|(?<![今事])后(?:再行?|另行)?补[交充齐报送打办开](?!贴)|(?:秘密|保密|机密)[^，。；]{0,8}[，,]?不(?:予|便|能|宜|作)?(?:提供|公开|附|披露|列出)|(?:报告|证书|证明)?待(?:出具?|取得|批)(?=[）)，；。]|$)|预计[^，。；）)]{1,12}(?:取得|出具|拿到|获得|下发|完成)"
    rf"|(?:待|俟|等)[^，。；（()）]{{1,20}}[后时][^，。；（()）]{{0,8}}(?:另行|再行?){_HANDED}"
    # 签订任务书时再交, 待立项后再签, 立项之后再取出复印补送; the original of what is there may come later
    rf"|(?:(?![，。；：（()）]){_ANY}){{2,14}}?(?:(?<!期满)(?<!届满)(?<!到期)[之以]?后|时)(?:才能?|方可?|另行|再行?)"
    rf"(?:(?![，。；（()）不]){_ANY}){{0,8}}?(?:补[交送签附报办齐]|(?:签[订署]?|[交送])(?=[，。；）)]|$)|附上|提[交供]|报送|出具|办理|取得)"
    # 2022年度的未附, 县内茶厂的意向书未签
    r"|(?:20\d\d年度?|[\u4e00-\u9fff]{2,10})的(?:材料|报告|证明)?[均尚暂还]?未(?:附|提供|提交|报送|出具|办理?|取得)(?=[，,。；;）)]|$)"
    r"|(?:报告|证明|证书|批件|文件|协议|合同|意向书|同意书|推荐函)(?:[均尚暂还仍]|至今|目前)*未(?:签|盖章|出|办|拿到|取得|下发)(?=[，,。；;）)]|$)"
)
_THERE = re.compile(r"已在|已随|见(?:材料|附件|证明)\s?[\d一二三四五六]|三证合一|评审时出示")  # it is there, elsewhere
# 旧证已到期，不再附: what a newer paper stands for
_OLDER = re.compile(r"旧(?:证|版|件|的)|原证|首次|初次|[前上]一?[次版期轮]|以前|过期的|往年|早年|换发前")
# 此段由通信组撰写，后补 is of the text
_OF_PAPERS = re.compile(r"证明|证书|报告|材料|文件|协议|合同|附件|清单|模型|代码|数据|复印件|批件|权重")
_HINT = re.compile("[未补缺]|不[另再]|无法|出具后")  # each of the ways above has one; few passages do
_CLAUSE = re.compile(r"[。；;、|\t]")
_END = re.compile(r"[，,。；;（(）)]")  # 原件评审时再提供, of what is there as a copy
_PART = re.compile(r"[；;。，,]")
_OR = re.compile(r"或者?(?!有)")  # 职称证书或学位证书
_NAMES_PAPER = re.compile(r"(?:[书证表函]|证明|报告|执照|复印件|材料|协议|合同)$")  # not 样品 of 样品或样机的检测报告
_LEAST = 0.5  # of the paper's subject in the item that says so
_LONGEST, _MOST = 200, 200  # characters of such an item, and how many of these
_PROMISES = frozenset({Role.COMMITMENT, Role.INSTRUCTIONS})


def is_withheld(name: str, asked: str = "") -> bool:
    """The entry itself says that the paper is not there yet: 检测委托合同（检测报告尚未出具）.

    Where the call asks for one of two (职称证书或学位证书), what it says of one alone is no matter.
    """
    words = squeeze(name)
    either = _OR.split(squeeze(asked))
    if len(either) > 1 and all(_NAMES_PAPER.search(way) for way in either):
        ways = [subject(way) for way in either]
        there = "；".join(part for part in _PART.split(words) if not is_withheld(part))
        if there != words and any(covered(way, there) >= _LEAST for way in ways):
            return False
    held = _WITHHELD.search(words) if _THERE.search(words) is None else None
    if held is not None and not _is_of_older(words, held):
        return True
    if _THERE.search(words) is None and put_off(words) is not None:
        return True
    said = _NOT_DONE.search(words)
    return said is not None and "原件" not in _END.split(words[: said.end()])[-1] + _END.split(words[said.end() :])[0]


def withheld(case: Case, obligations: Sequence[Obligation]) -> dict[str, Evidence]:
    """By the id of the paper that an item of the application's lists says it lacks, or lacks a part of, where."""
    found: dict[str, Evidence] = {}
    subjects = [(subject(one.name), one.id) for one in obligations]
    for passage, said in islice(_said(case), _MOST):
        words = squeeze(passage.text)
        ranked = [(covered(asked, words), id_) for asked, id_ in subjects]
        score, best = max(ranked, key=lambda pair: pair[0], default=(0.0, ""))
        clause = re.split(r"[。；：;:\t|]", passage.text[: said.start()])[-1] + said.group()
        asked = next((one.name for one in obligations if one.id == best), "")
        if score >= _LEAST and not _another_will_do(asked, words, squeeze(clause)):
            found.setdefault(best, narrow(passage.evidence, clause))
    return found


def _another_will_do(asked: str, words: str, clause: str) -> bool:
    """学位证不另附, where 职称证书或学位证书 is asked for and the item names the other."""
    ways = [subject(way) for way in _OR.split(squeeze(asked))]
    others = [way for way in ways if covered(way, clause) < _LEAST]
    rest = words.replace(clause, "")
    return 0 < len(others) < len(ways) and any(covered(way, rest) >= _LEAST for way in others)


def _said(case: Case) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in case.submission.passages:
        if len(passage.text) > _LONGEST or passage.role in _PROMISES or _HINT.search(passage.text) is None:
            continue
        said = _WITHHELD.search(passage.text) if _OF_PAPERS.search(passage.text) else None
        if said is not None and not _is_of_older(passage.text, said):
            yield passage, said


def _is_of_older(words: str, said: re.Match[str]) -> bool:
    return _OLDER.search(_CLAUSE.split(words[: said.start()])[-1]) is not None
