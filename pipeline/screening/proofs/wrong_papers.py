"""Entries of the list of proofs that will not do by their own words: drafts, another person's papers, own writing."""

import re
from difflib import SequenceMatcher

from extractors.values.person_names import is_name
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.identity.persons import leader
from pipeline.screening.proofs.accounts import anothers_account
from pipeline.screening.proofs.asked_years import noted
from pipeline.screening.proofs.denied_papers import denied, not_granted, own_writing
from pipeline.screening.proofs.mere_receipts import less_than_asked
from pipeline.screening.proofs.other_bodies import BRACKETS, anothers_body
from pipeline.screening.proofs.remarks import against_remark
from schemas.notice import Obligation

_DRAFT = re.compile(
    r"草案|未成文|讨论稿|样稿|拟稿|草稿|征求意见稿|(?<!所附)空白(?:件|表|稿|文本)|口头(?:上|已|均)?(?:商[定妥]|约定|达成|协商|谈妥|说[好定]|答应|同意|确认|沟通|议定|承诺|意向)|后补签|未(?:签[字章署订约发]|签(?:书面|正式)|盖章|生效|用印|确认)(?![\u4e00-\u9fff]{0,8}的(?:人|成员|单位|企业))|待[^，。；（）()]{0,10}签[字章署订约]|拟签[署订约]?(?=[）)，；]|$)"
    # 乙方盖章处空白, 对方用印流程未走完: of an agreement that one side alone has signed
    r"|(?:签[字名章]|盖章|公章|用印|签署)(?:盖章)?[处栏页]?[仍尚还暂均]?为?(?:空白(?!处)|空缺|空着|留空|未填)"
    r"|(?:用印|盖章|签[署字]|会签)(?:审批)?(?:流程|手续)?[尚还暂]?(?:未|没有?)(?:走完|完成|办[完结理]|履行|结束)"
)
# 任务书草案, 协议可为草稿: where the call itself asks for a draft, or takes one
_DRAFT_ASKED = re.compile(
    r"(?<!非)(?<!不是)(?<!不得)(?<!不得是)(?<!不得为)(?<!不接受)(?<!不收)(?:草案|讨论稿|样稿|拟稿|草稿|征求意见稿|初稿|未成文)(?!无效|不[予接收被算]|不得|除外)"
)
# 征求意见稿修改后已于2026年4月签署
_SIGNED_SINCE = re.compile(r"[^，。；（）()未待拟]{0,10}(?:已|于20\d\d年)[^，。；（）()未待拟]{0,12}签[订署]")
_AUDITED, _UNAUDITED = re.compile(r"审计"), re.compile(r"未经?审计|自行编制|自编|内部报表")
# 2024年度未做审计, of a year that is asked for
_YEAR_UNAUDITED = re.compile(
    r"(?P<year>20\d\d)年?度?(?:的|财务|会计|报表|年报)*[，,]?(?:因[^，。；]{1,12}[，,])?(?:尚|还|暂)?(?:未(?:做|作|进行|开展|完成|委托|经)?|没有(?:做|经)?)(?:外部|年度|财务)?审计"
)
# 科技查新委托单 for the report that is asked for
_REPORT, _ORDERED = (
    re.compile(r"报告|备案|批[复文准]|许可|登记证"),
    re.compile(r"(?:委托|受理|缴费|收费|预约)(?:单|书|通知书?|回执|凭证|合同|协议)|业务约定书|申[请报][表书]|受理"),
)
# 公司质检中心出具, where a third party's is asked for
_BY_OTHERS = re.compile(r"第三方|CMA|CNAS|有资质的?(?:机构|单位)")
_BY_ITSELF = re.compile(
    # 本公司质检部2025年5月出具; not 本公司委托省计量院检测, nor 本公司样品由省计量院检测
    # nor 海岚检测公司出具, 省院为本公司出具
    r"(?<![为对向给])(?:[本我]公司|(?<![\u4e00-\u9fff])公司|本单位|[我本][院所校厂]|企业|内部|自有)(?:(?![委送由交经受]|样品|研究院|计量院|检[测验][中院所机]|第三)[^，。；（）()]){0,20}(?:[出开]具|检[测验]|测[试定]|化验|分析|编[制报])"
    r"|(?<![\u4e00-\u9fff])(?:公司)?(?:质检|品控|品管|质量|化验|实验|试验|研发|测试|计量|财务|人事|行政|审计|综合)[部室科组处](?:(?![委送由交经受])[^，。；（）()]){0,14}(?:[出开]具|检[测验]|测[试定]|化验|编[制报])"
    r"|自[测检评]|自行[^，。；]{0,4}(?:检[测验]|测[试定]|化验|采样|[出开]具)|(?:未|没有?)(?:再|另行?|对外|再另)?(?:委托|送检)"
)
# 银行出具的存款证明, and papers that nobody writes for himself
_ISSUERS = r"银行|信用社|事务所|税务|社保|人社|主管部门|科技(?:部门|[局厅])|查新|(?:检[测验]|鉴定|评估)机构"
_ISSUED = re.compile(
    rf"(?:{_ISSUERS})[\u4e00-\u9fff]{{0,4}}[出开]具的|存款证明|资信证明|审计报告|查新报告|[纳完]税证明"
)
_ISSUER = re.compile(_ISSUERS)
# 2026年一季度未经审计的报表, of no whole year
_PART_OF_YEAR = re.compile(
    r"20\d\d年(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}(?:[—–至到-]\d{1,2})?月)[^，。；（()）]*"
)
# 两件专利权均已因未缴年费终止: all that the entry has, not 其中一件
_RIGHTS_ENDED = re.compile(
    r"(?:[均都]|全部|皆)(?:已经?)?(?:于20\d\d年(?:\d{1,2}月)?)?(?:因[^，。；、（）()]{2,16}?)?(?:终止|失效|被?宣告无效|被?撤销|注销)"
    r"|(?<=[（(，；])(?:现?已经?)?(?:于20\d\d年(?:\d{1,2}月)?)?(?:因[^，。；、（）()]{2,16}?)?(?:终止|失效|被?宣告无效|被?撤销|注销)(?=[）)，。；]|$)"
)
_RIGHTS = re.compile(r"专利|软件著作权|著作权|商标|布图设计|新品种权")
_BESIDE_RIGHTS = re.compile(r"报告|奖|论文|标准|鉴定|查新|在申|申请中|受理|另有|另附|其余|其他|许可合同")
_PAPER = re.compile(r"报告|证书|证明")
# 知识产权归属另议, of an agreement that has to say it
_LEFT_OPEN = re.compile(
    r"(?P<what>[^，。；、（）()]{2,16}?)(?:另议|另行(?:约定|商定|协商|签订)|未(?:约定|载明|明确|写明)|不在其中"
    # 成果归谁结题时再议, 经费怎么分以后再谈
    r"|(?:(?:结题|验收|立项|中榜|签约|届时|到时|以后|日后|将来)(?:[之以]?后|时|阶段)?)?(?:再|另)(?:行)?(?:议|谈|定|商量)(?=[，。；、）)]|$))"
)
_AGREEMENT, _TO_SAY = (
    re.compile(r"协议|合同"),
    re.compile(r"(?:写明|明确|约定|载明|注明|说明)[^，。；]{0,20}(?:分工|归属|分配|权属)"),
)
_TOPICS = (
    ("归属", re.compile(r"归(?:谁|哪|何|属)|(?:知识产权|成果|专利)(?:权属|权益|归属)?$")),
    ("分工", re.compile(r"分工|谁(?:来)?[做干承]")),
    ("经费", re.compile(r"(?:经费|资金)(?:分配|怎么分|如何分|比例|分摊)")),
)
_SAID = 4  # characters of what has to be said, in one run
# 秦朗博士学位证书, where the leader's is asked for
_OF_PERSON = re.compile(
    # 顾怀山，高级工程师证书
    r"(?:^|[：:、，,；;])\s?(?P<name>(?!居民|本人|个人|员工|人员)[\u4e00-\u9fff·]{2,4}?)(?:同志|先生|女士|[，,：:])?的?"
    r"(?=博士|硕士|学士|学位|学历|毕业|职称|正高|副高|高级|中级|教授|副教授|研究员|工程师|社会?保|身份证|简历|在职|劳动合同)"
)
_LEADER = re.compile(r"(?:项目|课题|任务|揭榜|技术)?负责人")


def not_the_paper(case: Case, obligation: Obligation, entry: str) -> str | None:
    """Why the entry is not the paper that is asked for, in words for behind its name; None where it may be."""
    words, asked = squeeze(entry), squeeze(obligation.name)
    if _is_draft(obligation, asked, words):
        return "尚未签署或只是草稿"
    if _AUDITED.search(asked) and (why := _unaudited(asked, words)) is not None:
        return why
    if _rights_ended(words):
        return "中的权利均已终止"
    bare = BRACKETS.sub("", words)
    if _REPORT.search(asked) and _ORDERED.search(bare) and not _PAPER.search(bare):
        return "只是委托、申请或受理的凭证"
    if _BY_OTHERS.search(asked) and _BY_ITSELF.search(words) and not _BY_OTHERS.search(words):
        return "是单位自己出具的，不是第三方出具的"
    if _ISSUED.search(asked) and _BY_ITSELF.search(words) and not _ISSUER.search(_BY_ITSELF.sub("", words)):
        return "是单位自己出具的，不是所要求的机构出具的"
    return (
        _says_itself(case, obligation, entry)
        or anothers_account(case, f"{asked}{squeeze(noted(obligation))}", words)
        or _anothers_person(case, asked, words)
        or anothers_body(case, asked, words)
        or against_remark(case, obligation, entry)
        or less_than_asked(case, obligation, entry)
    )


def _is_draft(obligation: Obligation, asked: str, words: str) -> bool:
    """By the entry's words; of a paper that is asked for as a draft only what else they say counts."""
    if _DRAFT_ASKED.search(asked + squeeze(noted(obligation))):
        words = _DRAFT_ASKED.sub("", words)
    draft = _DRAFT.search(words)
    return draft is not None and _SIGNED_SINCE.match(words, draft.end()) is None


def _is_unaudited(words: str) -> bool:
    """By the entry's own name, or by a bracket that says nothing else."""
    alone = re.search(rf"[（(](?:{_UNAUDITED.pattern})[^（）()]{{0,2}}[)）]", words)
    return alone is not None or _UNAUDITED.search(BRACKETS.sub("", words)) is not None


def _unaudited(asked: str, words: str) -> str | None:
    """By the entry as a whole, or for a year that is asked for, or any where the call names none."""
    words = _PART_OF_YEAR.sub("", words)
    if _is_unaudited(words) and not re.search(r"经审计(?<!未经审计)", words):
        return "未经审计"
    years = re.findall(r"20\d\d", asked)
    said = (match["year"] for match in _YEAR_UNAUDITED.finditer(words))
    year = next((year for year in said if not years or year in years), None)
    return f"中{year}年度未经审计" if year is not None else None


def _says_itself(case: Case, obligation: Obligation, entry: str) -> str | None:
    """What the entry's own words have against it."""
    if (lacks := denied(obligation, entry)) is not None:
        return f"写明“{lacks}”"
    if (written := own_writing(obligation, entry)) is not None:
        return f"是单位自己写的（“{written[:20]}”）"
    if (applied := not_granted(obligation, entry)) is not None:
        return f"写明“{applied}”，尚未授权"
    open_ = _left_open(case, obligation, squeeze(entry))
    return f"写明“{open_}”，没有约定应载明的内容" if open_ is not None else None


def _rights_ended(words: str) -> bool:
    """Rights of one kind, all of which have ended, and nothing else."""
    one_kind = (
        len(set(_RIGHTS.findall(words))) == 1 and _BESIDE_RIGHTS.search(words.partition("：")[2] or words) is None
    )
    return one_kind and _RIGHTS_ENDED.search(words) is not None


def _left_open(case: Case, obligation: Obligation, words: str) -> str | None:
    """What has to be said by the list of papers or, of an agreement, by the conditions (写明分工、经费和成果归属)."""
    asked = squeeze(obligation.evidence.text)
    if _AGREEMENT.search(squeeze(obligation.name)) is not None:
        asked += "".join(squeeze(one.name) for one in case.of("eligibility") if _TO_SAY.search(one.name))
    for said in _LEFT_OPEN.finditer(words):
        run = SequenceMatcher(None, asked, said["what"], autojunk=False).find_longest_match()
        topic = any(due in asked and told.search(said["what"]) for due, told in _TOPICS)
        if run.size >= _SAID or topic:
            return said.group()
    return None


def _anothers_person(case: Case, asked: str, words: str) -> str | None:
    """The papers of somebody who is not the leader, where the leader's are asked for."""
    led = leader(case) if _LEADER.search(asked) else None
    if led is None or led[0] in words or _LEADER.search(words):
        return None
    named = next((m["name"] for m in _OF_PERSON.finditer(words) if is_name(m["name"])), None)
    return f"是{named}的，不是项目负责人{led[0]}的" if named is not None else None
