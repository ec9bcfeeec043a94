"""Whether the leader works for the applicant (项目负责人须为申报单位在职人员), as the text says."""

import re
from collections.abc import Iterator

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of, value_text
from pipeline.screening.identity.persons import leader
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_LEADER = (
    r"(?:项目|揭榜|课题|技术|任务|攻关)?"
    r"(?:总?负责人|带头人|主持人|牵头人|首席(?:专家|科学家)|榜帅|挂帅人|领衔人|领题人)"
)
_ASKED = re.compile(
    rf"{_LEADER}[^，。；]{{0,20}}(?:在职|全职|在岗|在编|正式(?:职工|员工|人员|聘用)|专职|本单位(?:职工|员工|人员))"
)
_ORGANISATION = r"[\u4e00-\u9fffA-Za-z（）()]{2,24}?(?:大学|学院|研究院|研究所|公司|集团|医院|中心|院|所|厂)"
# 2018年从某大学离职后入职: whom this applicant took on
_LEFT = r"离职(?!率|补偿|人员|[^。；]{0,16}(?:加入|入职|进入|就职|全职|在职|创[业办]|来(?:本|我|公司)))"
_HERE = r"[到来在](?:本|我|申报|牵头|揭榜)?(?:单位|公司|集团|企业|[院校所厂司])"
# 外聘总工程师, 在本院兼职, 人事关系在某所, 任职于某大学, 每周来两天; not 兼职教授, 曾任职于, 退休前
_ELSEWHERE = re.compile(
    r"(?:外聘|外请|返聘|柔性引进)(?:的)?|(?:在|为|系|是)[^，。；]{0,12}兼职(?!教授|导师|研究员|博导|硕导|教师|博士|硕士)|兼职(?:担任|任|负责人|聘用|人员|$)(?![^，。；]{0,20}(?:理事|委员|导师|评委|主席|会长|秘书长))"
    r"|(?:已)(?:于[^，。；]{2,12})?退休|退休(?:后|教授|研究员|人员|返)"
    rf"|(?:人事|劳动|编制|社保|工资)(?:关系|合同)?(?:仍|现|均|保留|隶属|挂靠|所在|签)*(?:在|于|属)(?P<where>{_ORGANISATION})"
    rf"|(?<![曾先前])(?:现|目前)?(?:任职|就职|供职|受聘)于(?P<works>{_ORGANISATION})"
    rf"|(?:现为|现任|系|为)(?P<post>[\u4e00-\u9fff（）()]{{2,20}}?(?:大学|学院|研究院|研究所))[\u4e00-\u9fff]{{0,12}}?(?:在职|在编|全职|正式)"
    rf"|(?:主职|本职|正职|编制)(?:工作)?+(?:是|为|系|仍|现|均)*+[在于]?+(?!公司|集团|单位|[本我该])(?P<main>{_ORGANISATION})"
    # 每周二、周四到牵头单位上班, 每月来公司一周
    rf"|每(?:个)?(?:周|星期|礼拜)[一二三四五六日、和及与周星期]{{1,11}}(?:上午|下午|全天|半天)?{_HERE}[^，。；]{{0,6}}?(?:上班|坐班|办公(?![会室])|工作(?!例?会|组|安排|部署)|到岗|在岗|驻场)"
    rf"|每(?:个)?月[^，。；]{{0,4}}?{_HERE}[^，。；]{{0,4}}?(?:一|1|两|2)个?(?:周|星期|次)"
    r"|受聘(?:担任|为)?(?:本|我)(?:公司|单位|院|校|所|集团|企业)[^，。；]{0,14}[（(]兼职[)）]"
    r"|每[周月](?:到[岗院司]|来[院所校厂]?|工作|驻厂|到公司|来公司|在岗)[^，。；]{0,4}?[一二两三1-3](?:个)?(?:[天日]|半天|工作日)"
    rf"|(?<!不)(?<!不再){_LEFT}|(?:解除|终止)(?:了)?(?:劳动|聘用)(?:合同|关系)"
    r"|(?:按次|临时|不定期|短期)(?:受邀|应邀|聘请|受聘|来|到)[^，。；]{0,10}(?:指导|工作|服务|参与)|(?:非全职|不坐班|不在编|未签订劳动合同|没有劳动(?:合同|关系))"
)
_DENIED = re.compile(r"[非不未无没曾原](?!坐班|在编|签订|有劳动|全职)|拟|将|可|其中|团队|带领")
_OWN = re.compile(r"(?:本|我)(?:单位|公司|院|校|所|集团|企业)|(?:申报|牵头|揭榜|承担)单位")
_FULL_TIME = re.compile(r"(?:在职|全职|在编|正式)(?:职工|员工|人员|总?工程师|教授|研究员|在|工作|于)?")
_SENTENCE = re.compile(r"[。\n]")
_CLAUSE = re.compile(r"[，,；;]")
_SCHOOL = re.compile(r"大学|学院|学校")
_POST = re.compile(r"职务|岗位|在岗|用工|人员性质|聘用|任职")
# 外聘专家, 顾问; 2026年1月办结离职，现按次受邀指导
_CUES = re.compile(
    rf"外聘|外请|返聘|兼职(?!教授|导师|研究员)|退休|(?<!曾从){_LEFT}|非在职|不在职|不在岗"
    r"|按次|已调[离出]|停薪留职|挂职(?![^，。；]{0,10}[镇乡县区市局]长)|^(?:技术|特聘|高级|首席)?顾问$"
)


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where the text says that the leader works elsewhere, met where it says 在职; None for the rest."""
    if _ASKED.search(obligation.name) is None:
        return None
    told = next(_in_form(case), None) or next(_in_text(case, _ELSEWHERE), None)
    if told is not None:
        words, place = told
        text = f"关于项目负责人，申报材料写明“{words}”{page_of(place, '申报材料')}，不符合“{obligation.name}”的条件。"
        return conclude(obligation, "invalid", text, found=place, confidence=0.7)
    own = next(_in_text(case, _FULL_TIME), None)
    if own is None:
        return None
    text = f"关于项目负责人，申报材料写明“{own[0]}”{page_of(own[1], '申报材料')}，符合条件。"
    return conclude(obligation, "met", text, found=own[1], confidence=0.6)


def _in_form(case: Case) -> Iterator[tuple[str, Evidence]]:
    """外聘专家 under 职务 of the leader."""
    for field in case.submission.form_fields:
        whose = f"{field.group or ''}{field.name}"
        if field.value_evidence is None or not _POST.search(field.label or field.name):
            continue
        said = _CUES.search(value_text(field)) if re.search(_LEADER, whose) else None
        head = _CLAUSE.split(value_text(field)[: said.start()])[-1] if said is not None else ""
        if said is not None and not _DENIED.search(head):
            yield value_text(field).strip(), field.value_evidence


def _in_text(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[str, Evidence]]:
    """The clause of a sentence that opens with the leader, and says it of nobody else."""
    named = leader(case)
    who = rf"{_LEADER}|{re.escape(named[0])}" if named is not None else _LEADER
    opens = re.compile(rf"^[^，。；]{{0,12}}(?:{who})")
    for passage in case.submission.passages:
        if passage.role is Role.INSTRUCTIONS:
            continue
        for sentence in _SENTENCE.split(passage.text):
            for clauses in re.split(r"[；;]", sentence) if opens.search(sentence) else ():
                if opens.search(clauses) is None:
                    continue
                for said in pattern.finditer(clauses):
                    start = clauses.rfind("，", 0, said.start()) + 1
                    if not _DENIED.search(clauses[start : said.start()]) and not _is_own(case, said):
                        yield clauses[start : said.end()].strip(), narrow(passage.evidence, said.group())


def _is_own(case: Case, said: re.Match[str]) -> bool:
    """人事关系在本单位, 任职于 the applicant."""
    where = next((words for words in said.groupdict().values() if words), "")
    name = case.submission.applicant.name or ""
    if where.endswith("学院") and _SCHOOL.search(name):
        return True  # 机械学院 of the university that applies
    bare = re.sub(r"(?:股份|有限|责任)*公司$", "", where)
    return bool(where) and (
        _OWN.search(where) is not None
        or where in name
        or (bool(name) and name in where)
        or (len(bare) > 1 and bare in name)
    )
