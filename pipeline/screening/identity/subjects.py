"""Whose a fact is that a sentence or a paper tells (注册资本, 法定代表人): the applicant's, or another body's."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case

_OWN = "\x00"  # stands for the applicant's name
_CALLED = (
    r"[\u4e00-\u9fff（）()]{2,30}?(?:有限(?:责任)?公司|股份公司|集团|(?<!的)(?:大学|学院|学校|研究[院所]|设计院|科学院|医院|护理院|养老院|福利院)"
    r"|合作社|协会|学会|联盟|银行|支行|事务所|(?<![技术研发究工程创新数据客服])(?<!的)中心)"
    r"|(?<![\u4e00-\u9fff])(?!截至|目前|近年|现|自|由|其|在|与|[我本该])[\u4e00-\u9fff]{2,8}(?<!以来)(?<!目前)(?<!的)(?:公司|[^的]厂)"
)
# By what it is to the work or to the applicant, and not by its name.
_ROLE = (
    r"[乙丙丁戊己庚]方|(?:合作|联合|参[与加]|成员|协作|推荐|推广|用户|应用|使用|委托|受托|承接|供应|供货|外协|出租|担保|投资|施工|检测|服务)(?:单位|方|企业|机构|公司|商|院校)"
    r"|控股股东|[母子]公司|分公司|参股|股东单位|联合体(?:成员|各方)|关联|竞争对手|同行|客户|旗下|下属|孵化"
)
_OTHERS = re.compile(rf"{_ROLE}|{_CALLED}")
# 公司, 我公司, 本中心: the applicant, by what it is
_SELF = re.compile(
    r"[^\u4e00-\u9fff]*(?:我们|[本我该]|揭榜|申报|牵头|承担)?(?:有限)?(?:单位|公司|企业|集团|[院所校厂]|中心|研究[院所]|学院|大学)$"
    r"|(?:企业|公司|单位|主体)?(?:类型|性质|形式)?[为是]?(?:其他|一人|自然人独资|国有独资|国有控股)?(?:股份)?有限(?:责任)?公司$"
)
# 5. 营业执照副本, 附件3, （二）…, a line that opens a paper of its own
_OPENS = re.compile(
    r"\W*(?:\d{1,2}\s?[.、．)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|附件|附表|证明材料\d)"
    r"|[^：:。；]{0,20}(?:执照|证书|证明|报告|协议|章程|名册|文字稿|摘录|复印件|扫描件)[^：:。；]{0,12}$"
)
# 类型：有限责任公司；法定代表人：, what stands before it in a row or a line of labels
_LABELS = re.compile(r"\W{0,8}(?:[^：:；。\n]{1,20}[：:][^：:。\n]{1,60}[；;\n]\s?){0,8}\W{0,4}")
_LABEL = re.compile(r"[\u4e00-\u9fff（）() ]{2,14}[:：｜|]")
_SENTENCE = re.compile(r"[。；;\n]")
_FARTHEST, _LONGEST = 14, 400
_SAME = 0.75  # of the characters of a name


def is_anothers(case: Case, index: int, start: int) -> bool:
    """What stands at ``start`` of the passage is told of another body: the one named last before it.

    In its sentence, else on the lines above it in the same paper, up to the one that opens it.
    """
    passage = case.submission.passages[index]
    before = passage.text[max(0, start - _LONGEST) : start]
    told = _whose(case, _SENTENCE.split(before)[-1])
    if told is None and _LABELS.fullmatch(before) is not None and _LABEL.match(passage.text, start) is not None:
        told = _whose(case, before)
        told = told if told is not None else _whose_paper(case, index)
    if told is None:
        told = any(_whose(case, title) for title in passage.path)
    return told


def _whose_paper(case: Case, index: int) -> bool | None:
    """Of a line of a paper (法定代表人：某某): whom the lines above it name, else its file's name."""
    passages, here = case.submission.passages, case.submission.passages[index]
    for above in passages[max(0, index - _FARTHEST) : index][::-1]:
        if above.evidence.file != here.evidence.file or above.role is not here.role:
            break
        told = _whose(case, above.text) if len(above.text) < _LONGEST else None
        if told is not None or _OPENS.match(above.text):
            return told
    return _whose(case, (here.evidence.file or "").rpartition(".")[0])


def _whose(case: Case, words: str) -> bool | None:
    """True where the words name another body last, False for the applicant, None where they name nobody."""
    own = squeeze(case.submission.applicant.name or "")
    bare = squeeze(words)
    bare = bare.replace(own, _OWN) if own else bare
    others = [match for match in _OTHERS.finditer(bare) if not _is_self(match.group(), own)]
    last = max((match.end() for match in others), default=-1)
    here = bare.rfind(_OWN)
    if last < 0 and here < 0:
        return None
    return last > here


def _is_self(name: str, own: str) -> bool:
    """The applicant by what it is (我公司), by a shorter name, or with words before its name."""
    if _SELF.match(name) is not None:
        return True
    if re.fullmatch(_ROLE, name):
        return False
    shared = set(name) & set(own)
    return len(name) > 2 and len(shared) >= _SAME * len(set(name)) and name[-2:] == own[-2:]
