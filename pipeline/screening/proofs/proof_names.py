"""Names of proofs: how likely what is attached is what is asked for."""

import re
from difflib import SequenceMatcher

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.wordings import wordings
from schemas.notice import Obligation

_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]")
_MARKS = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(19|20)\d\d年?度?|^[\d０-９]+[.、．)）]?")
# 2026年1月1日以后出具的: when it was made, nothing of what it is.
_WHEN = re.compile(r"^20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以|之)?[前后来起](?:出具|开具|签发|取得|签订)?的?")
# 2026年社保缴纳证明, 2026年1月以来的社保缴纳证明 are 社保缴纳证明
_WHICH_TIME = re.compile(r"(?:19|20)\d\d\s?年(?:度|\d{1,2}月)?(?:(?:以[来后]|之?后|起|至今)的?)?")
_EACH_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
# 省级以上查新机构出具的, 合同双方签订的: who made it
_BY_WHOM = re.compile(r"^[^，。；、]{2,24}?(?:出具|开具|签发|颁发|核发|鉴证)的(?=.{4})")
# 审计报告（事业单位可提供财务决算报表）, 营业执照（或法人证书）
_INSTEAD = re.compile(
    r"(?:可(?:以)?(?:提供|提交|附|用|出具)|^或者?)(?P<name>[^，。；、]{3,20}?)(?:代替|替代)?(?:复印件)?$"
)
# 审计报告（高等院校、科研院所提供财务决算报表）
_THEY = r"(?:高等?(?:院校|学校)|高校|大学|科研(?:院所|机构|单位)|研究院所?|事业单位|医院|医疗机构|社会组织)"
_OF_THEIRS = re.compile(
    rf"{_THEY}(?:[、及和或]{_THEY})*(?:可以?|应|须)?(?:提供|提交|附|出具)(?P<name>[^，。；、]{{3,20}})"
)
# 场地证明（用户单位出具的同意提供试验场地的函，盖公章）: what paper that is, and whose
_IS_THAT = re.compile(
    r"^[^，。；、（()）]{2,14}(?:出具|开具|签发)的(?P<name>[^，。；、（()）]{5,24}(?:函|书|证明|意见|报告|协议))(?=[，。；]|$)"
)
# 资格证明：营业执照、法人登记证书，或团队成员身份证
_ONE_OF = re.compile(r"\s*[:：](?P<list>[^。；;]*[，,、]或(?!有)[^。；;]*)")
_KIND = re.compile(
    r"(?<=的)(?:相关|有关)?(?P<kind>[\u4e00-\u9fff]{4,12}|(?:同意|确认|支持|接收)[函书])$"
    # 收藏管理单位同意函, 试验场地所有方意向书: by whose side it comes
    r"|(?:(?<=单位)|(?<=机构)|(?<=部门)|(?<=政府)|(?<=[局方委厅校院]))(?:出具)?(?P<side>(?:同意|确认|支持|接收|推荐|授权)[函书]|(?:合作|应用|使用|试用|采购)?意向[函书])$"
)
_PLAIN_KINDS = re.compile(
    r"(?:相关|有关)?(?:证明|资质|资格|授权|有效|合法|支撑|佐证)?(?:材料|文件|证明|证书|资料|复印件)+"
)
# The thing itself, before it, is still shown: 研发费用 of 研发费用审计报告
_OF_ONE_THING = re.compile(r"(?:专项|(?<=费用|投入|收入|经费))审计报告")
# 经审计的2025年度财务报告
# and 财务报表（海岚会计师事务所）
_AUDITED = re.compile(
    r"经审计的?(?:(?:19|20)\d\d\s?年?度?)?的?财务(?:会计)?(?:报告|报表)"
    r"|财务(?:会计)?(?:报告|报表)(?=[（(][^（）()]{0,24}(?:会计师事务所|审字))"
)
# 性能测试脚本 is no 性能测试报告, whatever words the two share.
_SCRIPT, _IS_SCRIPT = re.compile(r"脚本$"), re.compile(r"脚本|script|bench|源代?码|代码|程序", re.IGNORECASE)
OF_KIND, IN_SHORT = 0.7, 0.6
_NUMBER = re.compile(r"^(?:附件)?[（(]?[\d一二三四五六七八九十]{1,3}(?:[-—]\d{1,2})?[)）.．、\-—_ ]*|\.[A-Za-z]{3,4}$")
GROUP_NAMES = 3  # how many words of a group in wordings.toml name the whole of it
_OR = re.compile(r"或者?(?!有)|(?<=[书证告件明照])/")
# 职称证书及社保缴纳证明: two proofs under one number; 审计报告及附注, 论文和专利 are one.
_AND = re.compile(r"(?<=[书证明照告表单录议同])(?:复印件|扫描件)?(?:以及|及|和|、)(?!相关|有关|其他|其它|附)")
_SEVERAL = re.compile(r"(?<=.{2}[书证明照告表单录议同件本])(?:以及|及|和|与|、|，|,|；|;)(?=.{3})")
# 负责人身份证明 is a 身份证; the legal representative's is a paper of the unit
_IDENTITY = re.compile(r"(?<!法定代表人)(?<!法人代表)(?<!单位负责人)身份证明(?!书)")
# The column of requirements may name the very papers: 存款证明或授信证明 for 自筹资金证明
_REMARK_END, _EITHER = re.compile(r"[，,。；;（(]"), re.compile(r"或者?(?!有)")
_PAPER = re.compile(r"[\u4e00-\u9fff]{2,12}(?:[书照单议同]|证明|证书|报告|记录)")
_IS_PROOF = re.compile(r".{2,}(?:[书证照单议同]|证明|报告|记录|复印件|扫描件)$")

_LETTER = re.compile(r"关于(同意|支持|推荐|确认|接收)[\u4e00-\u9fff]{2,24}?的?(?:复?函|意见)$")  # 同意函


def likeness(case: Case, obligation: Obligation, attachment: str) -> float:
    """How likely the attachment is the proof, 0 to 1: the subject's words, the examples in brackets, the meaning.

    Of alternatives (注册证或者型式检验报告) one is enough, and of proofs joined in one name each is a part of it. The
    leader's proof is not the legal representative's; a list that names the person says nothing of the office.
    """
    instead = [
        obligation.model_copy(update={"name": name})
        for name in (*_instead(obligation), *_in_remark(obligation), *_of_kind_of_applicant(case, obligation))
    ]
    asked = (obligation, *instead)
    plain = max(_alike(case, one, attachment) for one in asked)
    same = [one.model_copy(update={"name": in_one_word(one.name)}) for one in asked]
    given = in_one_word(attachment)
    if given == attachment and all(a.name == b.name for a, b in zip(asked, same, strict=True)):
        return plain
    return max(plain, *(_alike(case, one, given) for one in same))


def in_one_word(name: str) -> str:
    """The name with words of one meaning (合同, 协议书; 台账, 明细) read as one."""
    name = _IDENTITY.sub("身份证", _AUDITED.sub("审计报告", _LETTER.sub(r"\1函", name)))
    for word, read_as in wordings().proof_same:
        name = name.replace(word, read_as)
    return name


def _alike(case: Case, obligation: Obligation, attachment: str) -> float:
    parts = [part for part in _OR.split(_BRACKETS.sub("", obligation.name)) if len(part) >= 3]
    if len(parts) > 1:
        return max(_alike(case, obligation.model_copy(update={"name": part}), attachment) for part in parts)
    if both := joined(obligation):
        return max(_alike(case, one, attachment) for one in both)
    if _SCRIPT.search(obligation.name) and not _IS_SCRIPT.search(attachment):
        return 0.0
    if _whose(obligation.name) not in (None, _whose(attachment)) and _whose(attachment) is not None:
        return 0.0
    wanted, given = subject(obligation.name), _with_held(squeeze(attachment), squeeze(obligation.name))
    if _OF_ONE_THING.search(given) and "审计" in wanted and not _OF_ONE_THING.search(obligation.name):
        given = _OF_ONE_THING.sub("", given)  # an audit of one thing is none of the accounts
    lexical = max(covered(wanted, given), _of_kind(obligation.name, given), _in_short(wanted, attachment))
    lexical = max(lexical, *(_in_short(wanted, part) for part in _parts(attachment)), 0.0)
    whole = _BRACKETS.sub("", squeeze(obligation.name))
    shown = _OF_ONE_THING.sub("", given)  # an audit of one thing shows that thing alone
    groups = max((_group_share(group, whole, shown) for group in wordings().proof_groups), default=0.0)
    examples = _examples(obligation)
    hits = sum(_shows(given, example) for example in examples)
    example = max(0.6, 0.55 * hits / len(examples) + 0.2) if hits else 0.0
    meaning = case.matcher.similarity(obligation.name, attachment)
    mixed = 0.6 * max(lexical, example, groups) + 0.4 * meaning if lexical or example else 0.0
    return max(lexical, groups, example, mixed)


def _instead(obligation: Obligation) -> list[str]:
    """What may stand for the proof, or what it is, by the bracket behind its name; or a list of which one will do."""
    _, name, behind = obligation.evidence.text.partition(_BRACKETS.sub("", obligation.name))
    if name and (one_of := _ONE_OF.match(behind)) is not None:
        return [one.removeprefix("或") for one in re.split("[、，,]", one_of["list"])]
    note = _BRACKETS.match(behind.strip()) if name else None
    instead = (_INSTEAD.search(note.group(1)) or _IS_THAT.search(note.group(1))) if note is not None else None
    return [instead["name"]] if instead is not None else []


def _of_kind_of_applicant(case: Case, obligation: Obligation) -> list[str]:
    """审计报告（高校、科研院所提供财务决算报表）: what those who are no companies hand in instead."""
    found = [_OF_THEIRS.fullmatch(note) for note in _BRACKETS.findall(squeeze(obligation.evidence.text))]
    names = [note["name"] for note in found if note is not None]
    return names if names and case.submission.applicant.kind != "company" else []


def _in_remark(obligation: Obligation) -> list[str]:
    """The papers that the list's column of requirements names first, of which one will do."""
    remark = squeeze(obligation.material.remark or "") if obligation.material is not None else ""
    papers = [_BY_WHOM.sub("", one) for one in _EITHER.split(_REMARK_END.split(remark)[0])]
    return papers if all(map(_PAPER.fullmatch, papers)) else []


def _with_held(given: str, asked: str) -> str:
    """审计报告 holds the 财务报表 that are asked for as well, 研发投入专项审计报告 does not."""
    whole = _OF_ONE_THING.sub("", given)
    held = [word for words in wordings().proof_holders if words[0] in whole for word in words[1:] if word in asked]
    return "、".join((given, *held))


def _in_short(wanted: str, attachment: str) -> float:
    """5-成果.docx for 科研成果证明: the file's whole name is the thing asked for; 申报材料 is none for 联合申报协议."""
    own = subject(_NUMBER.sub("", squeeze(attachment)))
    return IN_SHORT if len(own) >= 2 and wanted.endswith(own) else 0.0


def _parts(attachment: str) -> list[str]:
    """The papers of 购置合同、发票、付款凭证 by themselves; of a name with one of them, none."""
    parts = re.split("[、，,；;]", _BRACKETS.sub("", attachment))
    return [part for part in parts if len(part) >= 4] if len(parts) > 1 else []


def _of_kind(name: str, given: str) -> float:
    """场景所有方出具的合作意向书: by whom or for what is said with 的 before it, the paper is a 合作意向书."""
    found = _KIND.search(_BRACKETS.sub("", squeeze(name)))
    kind = found["kind"] or found["side"] if found is not None else None
    if kind is None or kind not in given or _PLAIN_KINDS.fullmatch(kind):
        return 0.0
    own = subject(kind)
    # 保藏证明 is told by its first word, too
    return OF_KIND if own == kind or (len(own) >= 2 and kind.startswith(own)) else 0.0


def subject(name: str) -> str:
    """What the proof is about: brackets, years, the person's office and the words that say nothing left out."""
    text = _YEAR.sub("", _BY_WHOM.sub("", _WHEN.sub("", _BRACKETS.sub("", squeeze(name)))))
    persons = (person for group in wordings().proof_persons for person in group)
    for noise in (*persons, *wordings().proof_noise):
        text = text.replace(noise, "")
    return _MARKS.sub("", text) or _MARKS.sub("", squeeze(name))


def _whose(name: str) -> int | None:
    """Whose proof it is by the name, as an index into ``proof_persons``; None where the name says nothing."""
    groups = enumerate(wordings().proof_persons)
    return next((i for i, group in groups if any(person in name for person in group)), None)


def covered(wanted: str, given: str) -> float:
    """The share of ``wanted`` that stands in ``given`` in runs of two characters and more, in order."""
    if not wanted:
        return 0.0
    blocks = SequenceMatcher(None, wanted, given, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 2) / len(wanted)


def _examples(obligation: Obligation) -> list[str]:
    """The examples that the notice gives in brackets: （高新技术企业、重点实验室等）."""
    inside = " ".join(_BRACKETS.findall(squeeze(obligation.evidence.text)))
    words = [re.sub(r"^如|等.*$|相关证明材料|证明材料|材料$", "", w) for w in re.split(r"[、，,；;或 ]", inside)]
    return [word for word in words if len(_WHICH_TIME.sub("", word)) >= 2]


def _shows(given: str, example: str) -> bool:
    """The words stand in the name, months aside; 2023年4月社保缴纳证明 is no 2026年社保缴纳证明."""
    asked, named = set(_EACH_YEAR.findall(example)), set(_EACH_YEAR.findall(given))
    of_its_year = not (asked and named) or not asked.isdisjoint(named)
    return of_its_year and _WHICH_TIME.sub("", example) in _WHICH_TIME.sub("", given)


def _group_share(group: tuple[str, ...], wanted: str, given: str) -> float:
    """Both sides use words of one group.

    The first words name the whole group (荣誉) and are answered by any of its words; a particular one (高新技术企业)
    is answered by itself or by the group's name only.
    """
    asked = [word for word in group if word in wanted]
    if not asked:
        return 0.0
    whole = any(word in group[:GROUP_NAMES] for word in asked)
    answers = group if whole else (*asked, *group[:GROUP_NAMES])
    hits = [word for word in answers if word in given]
    return 0.0 if not hits else 0.5 + 0.1 * min(len(hits), 3)


def joined(obligation: Obligation) -> list[Obligation]:
    """An obligation for each of the proofs that the name joins (职称证书及社保缴纳证明); [] where it names one."""
    parts = _AND.split(_BRACKETS.sub("", obligation.name))
    if len(parts) < 2 or not all(_IS_PROOF.fullmatch(part) for part in parts):
        return []
    return [obligation.model_copy(update={"name": part}) for part in parts]


def names_several(attachment: str) -> bool:
    """专利证书、年费缴纳凭证; 专利证书及登记簿副本: what stands beside the first may be the other paper asked for."""
    return _SEVERAL.search(_BRACKETS.sub("", attachment)) is not None


def says_nothing(name: str) -> bool:
    """相关证明材料: whatever is attached."""
    words = _NUMBER.sub("", squeeze(name))
    for noise in wordings().proof_generic:
        words = words.replace(noise, "")
    return not _MARKS.sub("", words)
