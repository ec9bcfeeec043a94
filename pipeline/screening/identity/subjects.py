"""Whose a fact is that a sentence or a paper tells (注册资本, 法定代表人): the applicant's, or another body's."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.identity.body_names import clean_name
from pipeline.screening.identity.parties import party_name
from schemas.facts import FormField
from schemas.outline import Role

_OWN = "\x00"  # stands for the applicant's name
_CALLED = (
    r"[\u4e00-\u9fff（）()]{2,30}?(?:有限(?:责任)?公司|股份公司|集团|(?<!的)(?:大学|学院|学校|研究[院所]|设计院|科学院|医院|护理院|养老院|福利院)"
    r"|合作社|协会|学会|联盟|银行|支行|事务所|基金会|商会|供销社|幼儿园|[中小]学(?![习生到会科年时])|卫生院|门诊部|经营部|商行|工作室|[省市县区村民]委员会|人民政府|管委会"
    r"|(?<!的)(?:检[验测疫]|监测|管理|勘[测察]|设计|质检|计量|推广|试验|防治|保护|监督|科学|情报)(?:所|站|院|总站)|[农林牧渔]场"
    r"|(?<![技术研发究工程创新数据客服])(?<!的)中心)"
    r"|(?<![\u4e00-\u9fff])(?!截至|目前|近年|现|自|由|其|在|与|[我本该])[\u4e00-\u9fff]{2,8}(?<!以来)(?<!目前)(?<!的)(?:公司|[^的]厂)"
)
# By what it is to the work or to the applicant, and not by its name.
_ROLE = (
    r"[甲乙丙丁戊己庚]方|(?:委托|受托|承包|发包|承揽|定作|承租|出租|[供需买卖])方|(?:合作|联合|参[与加]|成员|协作|推荐|推广|用户|应用|使用|委托|受托|承接|供应|供货|外协|出租|担保|投资|施工|检测|服务)(?:单位|方|企业|机构|公司|商|院校)"
    r"|控股股东|[母子]公司|分公司|参股|股东单位|联合体(?:成员|各方)|关联|竞争对手|同行|客户|旗下|下属|孵化"
)
_OTHERS = re.compile(rf"{_ROLE}|{_CALLED}")
_PARTY = re.compile(r"[甲乙丙丁戊己庚]方|(?:委托|受托|承包|发包|承揽|定作|承租|出租|[供需买卖])方")
# 登记机关：某某市场监督管理局, 开户银行：某某支行: who stands in a body's papers, and is not what they are of
_OFFICES = re.compile(
    r"(?:(?:登记|发证|颁发|发照|审批|核发|批准|主管|受理|举办|管理)(?:机关|单位|部门|机构)|开户(?:银行|行|机构))[:：|｜][^；;。\n]{0,60}"
    r"|[（(]以下简?称[^（）()]{1,16}[)）]|贵(?:公司|单位|院|所|校)"  # 以下简称贵公司, of whom the report speaks
)
# 其统一社会信用代码为…, 该中心法定代表人…: of whom the sentence before tells
_IT = re.compile(
    r"(?:^|[，,、（(])\s?(?:其(?![中他余次实])|该(?:单位|公司|机构|企业|[院所校中银协医大]|实验室)|上述(?:单位|机构|公司)|后者|对方)"
)
# A paper of two sides, or one that another wrote: a code in it is its own only where its name stands by it.
_TWO_SIDED = re.compile(
    r"检[测验](?:检[测验])?报告|检测证书|测试报告|审计报告|验资|查新|鉴定(?:报告|证书)|评估报告|合同|协议|发票|意向书|资信|存款证明|保函|应用证明|用户(?:报告|意见)"
    r"|订单|完税证明|委托书|校准证书|采购|中标通知"
)
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
_NAME_LINE = re.compile(r"\W{0,6}(?:企业|单位|公司|机构|法人)?名称\s?[:：｜|]\s?[^：:；;。\n]{4,40}")
_OWN_FORM = frozenset({Role.FORM, Role.COVER})
_SENTENCE = re.compile(r"[。；;\n]")
_FARTHEST, _LONGEST = 14, 400
_SAME = 0.75  # of the characters of a name


def is_anothers(case: Case, index: int, start: int, *, certain: bool = False) -> bool:
    """What stands at ``start`` of the passage is told of another body: the one named last before it.

    In its sentence, else on the lines above it in the same paper, up to the one that opens it. ``certain``: in a
    paper of two sides (合同, 检测报告) what is told of nobody is another's as well.
    """
    passage = case.submission.passages[index]
    before = passage.text[max(0, start - _LONGEST) : start]
    sentence = _SENTENCE.split(before)[-1]
    told = _whose(case, index, sentence)
    if told is None and _IT.search(sentence) is not None:
        told = _whose(case, index, before)
    if told is None and _LABEL.match(passage.text, start) is not None:
        entry = before.rpartition("。")[2]
        told = _named_behind(case, index, start) if not entry.strip() else None
        told = told if told is not None else _whose(case, index, entry)
        if told is None and (not entry.strip() or _LABELS.fullmatch(entry) is not None):
            told = _whose(case, index, before)
            told = told if told is not None else _whose_paper(case, index)
            if told is False and certain and _of_two_sides(case, index, sentence):
                told = index == 0 or _whose(case, index - 1, case.submission.passages[index - 1].text) is not False
    if told is None:
        told = any(_whose(case, index, title) for title in passage.path) or None
    return told if told is not None else certain and _of_two_sides(case, index, sentence)


def is_anothers_field(case: Case, field: FormField) -> bool:
    """A line of a paper that was read as a field (成立日期：…) of another body's."""
    place = field.value_evidence
    if place is None or field.role in _OWN_FORM:
        return False
    for index, passage in enumerate(case.submission.passages):
        at = passage.text.find(field.label or field.name) if passage.evidence.overlaps(place) else -1
        if at >= 0:
            return is_anothers(case, index, at)
    return False


def own_name(case: Case) -> str:
    """The applicant's name in its form, else as its letter has it; "" where neither tells it."""
    letter = case.letter
    named = (case.submission.applicant.name, letter.applicant if letter.present else None)
    return next((name for one in named if one and (name := clean_name(squeeze(one)))), "")


def _of_two_sides(case: Case, index: int, sentence: str) -> bool:
    """The words before it, the head of its paper or the paper's file name name a paper of two sides."""
    if _TWO_SIDED.search(sentence):
        return "执照" not in sentence
    passages, here = case.submission.passages, case.submission.passages[index]
    file = here.evidence.file
    if not file:
        return False
    head = next((one.text for one in passages if one.evidence.file == file), "")
    return any(_TWO_SIDED.search(words) and "执照" not in words for words in (file.rpartition("/")[2], head[:40]))


def _named_behind(case: Case, index: int, start: int) -> bool | None:
    """Of a licence that begins with its code: whom 名称：某某 right behind it names; None where it stands before."""
    passages, here = case.submission.passages, case.submission.passages[index]
    if index and _NAME_LINE.match(passages[index - 1].text) is not None:
        return None
    behind = re.split(r"[；;，,\n]", here.text[start:], maxsplit=1)[1:]
    below = passages[index + 1] if not behind and index + 1 < len(passages) else None
    if below is not None and below.evidence.file == here.evidence.file:
        behind = [below.text]
    named = _NAME_LINE.match(behind[0]) if behind else None
    return _whose(case, index, named.group()) if named is not None else None


def _whose_paper(case: Case, index: int) -> bool | None:
    """Of a line of a paper (法定代表人：某某): whom the lines above it name, else its file's name."""
    passages, here = case.submission.passages, case.submission.passages[index]
    for at in range(index - 1, max(0, index - _FARTHEST) - 1, -1):
        above = passages[at]
        if above.evidence.file != here.evidence.file or above.role is not here.role:
            break
        told = _whose(case, at, above.text) if len(above.text) < _LONGEST else None
        if told is not None or _OPENS.match(above.text):
            return told
    return _whose(case, index, (here.evidence.file or "").rpartition(".")[0])


def _whose(case: Case, index: int, words: str) -> bool | None:
    """True where the words name another body last, False for the applicant, None where they name nobody."""
    own = own_name(case)
    bare = squeeze(_OFFICES.sub("", words))
    bare = bare.replace(own, _OWN) if own else bare
    others = [match for match in _OTHERS.finditer(bare) if not _is_self(case, index, match.group(), own)]
    last = max((match.end() for match in others), default=-1)
    here = max([bare.rfind(_OWN), *(m.end() for m in _PARTY.finditer(bare) if _is_self(case, index, m.group(), own))])
    if last < 0 and here < 0:
        return None
    return last > here


def _is_self(case: Case, index: int, name: str, own: str) -> bool:
    """The applicant by what it is (我公司), by a shorter name, with words before its name, or as a side of a paper."""
    if _PARTY.fullmatch(name):
        side = party_name(case, index, name)
        return bool(own) and side is not None and own in side
    if _SELF.match(name) is not None:
        return True
    if re.fullmatch(_ROLE, name):
        return False
    shared = set(name) & set(own)
    return len(name) > 2 and len(shared) >= _SAME * len(set(name)) and name[-2:] == own[-2:]
