"""The applicant's own form, where the notice gives none: what asks for it, and how to reach who applies."""

import re
from collections.abc import Iterator

from pipeline.screening.application.labels import canonical
from pipeline.screening.application.substance import is_placeholder
from pipeline.screening.case import Case, value_text
from pipeline.screening.chapters.evasions import evades
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.notice import FindingKind
from schemas.outline import Role

HOOKS: tuple[FindingKind, ...] = ("proof_material", "commitment", "direction")  # what asks for a form at all
_MAIL, _NUMBERS = ("邮箱",), ("手机", "电话", "联系方式")
_MOBILE = "手机"
_REACHED = {"邮箱": _MAIL, "手机": _NUMBERS, "电话": _NUMBERS}
# What a form that asks for it cannot leave out; most other labels may stay empty where nothing applies.
_OWED = frozenset(
    {"通讯地址", "单位地址", "法定代表人", "成立时间", "注册资本", "统一社会信用代码", "项目名称", "负责人", "出生年月"}
)
_OWED_TIME = re.compile(r"每年.{0,12}时间|每年投入")
_PARTNERS = re.compile(r"联合|合作|参[与加]|协作|成员")
_TO_COME = re.compile(r"(?:待定|待聘|待补|暂定为?空|尚未确定|暂未确定|另行(?:确定|补充))(?![\u4e00-\u9fff]{0,2}[\d])")
_CAPITAL, _COMPANY = "注册资本", re.compile(r"公司|企业|厂|集团")  # a university has none
_LEADER, _OF_WORK = "负责人", re.compile(r"(?:项目|课题|任务|揭榜|攻关)(?:总)?负责人(?:姓名)?")
# 联系人手机: whose it is, in the label itself
_OF_ONE = re.compile(
    r"(?P<who>(?:项目|课题|任务|申报|揭榜|单位)?(?:负责人|联系人|联络人|牵头人|主持人|经办人))的?(?P<what>[^（()）]{2,8})"
)
_A_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_MAY_BE_EMPTY = re.compile(r"其[他它]|备用|单位电话|传真")
# 请拨院总机转科研科, 见随附名片, 由办公室代转, 暂无, 不便公开; not 无, nor what holds a number or an address
_BY_OTHERS = re.compile(
    r"(?:请|可|须|需|由|经|通过|拨打?|致电)[^，。；]{0,20}?(?:转(?!让|化)|联系|代收|查询|获取)|名片|总机|总台|前台|^暂(?:无|缺|未|不|时)|保密|不便|不(?:予|对外)?公开|^(?:可|请)?向[^，。；]{2,16}(?:索取|查询|咨询)"
    # 换号中，定后再报; 新号办妥后另行告知
    r"|(?:换号|(?:号码|座机|手机|邮箱)?(?:更换|变更|办理|申请|开通|迁移))[^，。；]{0,4}中(?![\u4e00-\u9fff])|后(?:再|另)行?(?:报|补|告知|通知|提供)"
)
_A_WAY = re.compile(r"\d{3}|@")
# What is told in figures, or not at all
_IN_FIGURES = re.compile(
    r"起止(?:时间|年月|日期|年限)|(?:实施|执行|攻关|项目)(?:期限?|周期)|(?:营业|业务|销售|主营)[^（(]{0,6}收入|研发(?:投入|费用)|研究开发费用?|总投[资入]|总经费|申请[^（(]{0,8}(?:资金|经费|补助|资助)|自筹(?:资金|经费)|(?:职工|研发人员|团队)人?(?:总?数|数)"
)
_EVADED = 30  # characters
_LABELLED = re.compile(r"(?P<label>[^：:，,。；;、\n]{2,14})[：:]\s*(?P<said>.*)")
_ANSWER = re.compile(r"(?:(?:座机|手机|电话)[:： ]?)?(?:\+?86)?[\d(（]|[\w.+-]+@|无$|/$")  # on the line below
_NO_FORM = frozenset({Role.COMMITMENT, Role.PROOFS, Role.INSTRUCTIONS, Role.RECOMMENDATION})
_NEAR, _BESIDE = 3, 3  # lines before and behind, and how many of them have answers
_FEWEST = 6  # fields filled in: a form that is in use


def hook(case: Case) -> Evidence | None:
    """Words of the notice that ask for an application at all."""
    return next((o.evidence for kind in HOOKS for o in case.of(kind)), None)


def left_blank(case: Case) -> Iterator[FormField]:
    """The fields that stand empty though who asks for them needs them, in a form that is else filled in.

    Of mail addresses and telephones those of a person of whom no other field has one; a mobile number also beside a
    telephone's, where the form has another person's. A label that comes twice may head a column of a list.
    """
    fields = case.submission.form_fields
    names = [field.name for field in fields]
    if sum(not _is_blank(field) for field in fields) < _FEWEST:
        return
    mobiles = any(_whose(one)[0] and _whose(one)[1] == _MOBILE and not _is_blank(one) for one in fields)
    for field in fields:
        who, label = _whose(field)
        kinds = (_MOBILE,) if label == _MOBILE and mobiles else _REACHED.get(label)
        once = names.count(field.name) == 1 and _MAY_BE_EMPTY.search(field.label or field.name) is None
        if not once or not field.required or not _is_blank(field):
            continue
        if label == _CAPITAL and not _COMPANY.search(case.submission.applicant.name or "公司"):
            continue
        if (field.label or field.name) == _LEADER and any(_names_leader(one) for one in fields):
            continue  # 负责人 over a column of the tasks
        in_figures = _IN_FIGURES.search(label) is not None and says_where(field)
        if label in _OWED or _OWED_TIME.search(label) is not None or in_figures:
            if _PARTNERS.search((field.group or "") + (field.label or field.name)) is None:
                yield field
            continue
        if kinds is None:
            continue
        beside = [one for one in fields if _is_of(who, _whose(one)[0], field) and not _is_blank(one)]
        told = label == _MOBILE and any(_A_MOBILE.search(value_text(one)) for one in beside)  # 联系电话 has it
        if not told and not any(_whose(one)[1].endswith(kinds) for one in beside):
            yield field


def _is_of(who: str | None, other: str | None, field: FormField) -> bool:
    """The same person (申报联系人 and 联系人); 办公电话 of nobody may be that of 联系人电话, whose label names her."""
    if who is None or other is None:
        return who == other or (who is not None and not field.group and _whose(field)[1] != _MOBILE)
    return who.endswith(other) or other.endswith(who)


def _whose(field: FormField) -> tuple[str | None, str]:
    """Whom a field asks about, by its group or its own label, and for what."""
    label = field.label or field.name
    named = _OF_ONE.fullmatch(label) if not field.group else None
    what = canonical(named["what"]) if named is not None else ""
    return (named["who"], what) if named is not None and what in _REACHED else (field.group, canonical(label))


def _is_blank(field: FormField) -> bool:
    said = value_text(field).strip()
    blank = is_placeholder(said) or _TO_COME.match(said) is not None or says_where(field)
    return not field.options and blank


def says_where(field: FormField) -> bool:
    """联系电话 | 详见单位官网, 请拨总机转科研科: how to find out how to reach who applies, and no number or address.

    Likewise what a form owes, or asks in figures, put off or kept back: 起止时间 | 待立项后再议.
    """
    said, label = value_text(field).strip(), field.label or field.name
    if field.options or not said:
        return False
    if _whose(field)[1] in _REACHED:
        return not _A_WAY.search(said) and (evades(said, _EVADED) or _BY_OTHERS.search(said) is not None)
    owed = _whose(field)[1] in _OWED or any(asks.search(label) for asks in (_OWED_TIME, _IN_FIGURES))
    return owed and evades(said, _EVADED)


def blank_lines(case: Case) -> Iterator[tuple[str, Evidence]]:
    """联系人电子邮箱： with nothing behind it, among lines of labels with their answers: the label, and where.

    Not where the answer stands on the next line, or another line has the same label with one.
    """
    passages = [one for one in case.submission.passages if one.role not in _NO_FORM]
    lines = [_LABELLED.fullmatch(one.text.strip()) for one in passages]
    told = {line["label"] for line in lines if line is not None and not is_placeholder(line["said"])}
    named = {field.name for field in case.submission.form_fields if not _is_blank(field)}
    for index, line in enumerate(lines):
        label = line["label"] if line is not None else ""
        whose = _OF_ONE.fullmatch(label)
        if line is None or line["said"] or whose is None or canonical(whose["what"]) not in _REACHED:
            continue
        near = range(max(0, index - _NEAR), min(len(lines), index + _NEAR + 1))
        beside = sum(
            (other := lines[at]) is not None and bool(other["said"]) and passages[at].path == passages[index].path
            for at in near
        )
        below = passages[index + 1].text.strip() if index + 1 < len(passages) else ""
        if beside >= _BESIDE and label not in told | named and _ANSWER.match(below) is None:
            yield label, passages[index].evidence


def _names_leader(field: FormField) -> bool:
    """项目负责人 with a name: by its own label, or 姓名 in the leader's group."""
    return _OF_WORK.fullmatch(field.name) is not None and not _is_blank(field)
