"""代码、电话、邮箱的格式."""

import re
from collections.abc import Callable, Iterator

from pipeline.screening.application.labels import canonical
from pipeline.screening.application.substance import is_nothing, is_placeholder
from pipeline.screening.case import Case, conclude, implied, page_of, value_text
from pipeline.screening.causes import CODE_OF
from pipeline.screening.fields.own_form import hook
from pipeline.screening.fields.words_instead import ASK_FOR_IT, words_instead
from pipeline.screening.identity import birth
from pipeline.screening.identity.area_codes import is_usual_here
from pipeline.screening.identity.impossible_dates import impossible_dates
from pipeline.screening.identity.shapes import (
    TOO_SHORT,
    wrong_code,
    wrong_email,
    wrong_mobile,
    wrong_phone,
    wrong_postcode,
)
from pipeline.screening.identity.written_numbers import wrong_in_lists, wrong_numbers
from schemas.facts import FormField
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

SHAPES: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("统一社会信用代码", wrong_code),
    ("手机", wrong_mobile),
    ("邮箱", wrong_email),
    ("电子信箱", wrong_email),
    ("电话", wrong_phone),
    ("传真", wrong_phone),
    ("邮政编码", wrong_postcode),
)
_JOINED = re.compile(r"[及和与/、（(]")  # 联系人及电话: words alone are no answer
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MAIL = re.compile(r"[\w.+-]+@[\w.@-]+", re.ASCII)
_NUMBER = re.compile(r"\+?\d[\d\-—－]{4,18}\d(?:转\d{1,6})?")
_CODE = re.compile(r"(?<=[0-9A-Za-z]{18})[\s，,；;（(]*[\u4e00-\u9fff].*$", re.DOTALL)
_NAMED_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{15,20}(?![0-9A-Za-z])")
_MARKS = "。；;，,、. "  # that end the line which holds the label
_REMARK = re.compile(r"\s?[（(][^（）()]{1,20}[）)]$")  # 无（独立揭榜）
_CODE_LENGTH = 18
_LATIN = re.compile(r"[A-Za-z@\d]")
_EITHER = re.compile(r"(?:座机|固话|电话)[/、或及]手机|手机[/、或及](?:座机|固话|固定电话|电话)")
_POSTCODE = re.compile(r"(?<!\d)\d{4,8}(?!\d|号|楼|室|栋|幢|层|弄|单元)")
_OF_NUMBER = re.compile(r"(?<=手机|电话|传真|邮箱|信箱)(?:号码?|地址)$")  # 项目负责人手机号码
# 139…邮箱…传真…: the cells behind were read with the number
_NEXT_CELL = re.compile(
    r"(?<=\d{8})[\s，,；;]*(?:邮箱|电子信箱|电子邮[箱件]|传真|座机|固话|(?:固定|办公)?电话|微信|QQ).*$", re.DOTALL
)
_SEVERAL = re.compile(r"[、/；;，,\s]+|或|及")
# 138 0979 4462, 0979 7735108: one number written in groups; not 1380979446 of ten figures before another
_GROUPED = re.compile(
    r"(?<![\d\-—－])(?:1[3-9](?:[ \u3000]?\d){9}|[（(]?0\d{2,3}[）)]?[ \u3000]\d{3,4}[ \u3000]?\d{4})"
    r"(?![ \u3000]?\d{1,4}(?!\d)|\d)"
)
_PARTS = 6  # fields behind one that asks for several things
_BEHIND = 80  # characters from a name to the number of the same person


def check(case: Case) -> Iterator[Finding]:
    """Whether codes, telephone numbers, mail addresses and postcodes are well formed.

    依据：申报表中的统一社会信用代码、身份证号、手机、电话、邮箱、邮政编码各栏，正文中写明是代码、电话、邮箱的。
    判定：统一社会信用代码按GB 32100计算校验位（旧组织机构代码按GB 11714），手机为11位，固定电话含区号或7至8位，
    邮箱须有用户名和完整域名，邮政编码为6位；身份证号中的出生日期须与所填出生时间一致；日期须是历法中有的；正文所写联系人的电话、邮箱一并核对。空白栏由“申报表栏目”一项处理。
    补救：核对后更正。
    """
    own = {o.name: o for o in case.of("identifier")}
    asked = [one for one in case.of("form_field") if one.field is None or one.field.role is not Role.INSTRUCTIONS]
    for wanted in asked:
        field = case.fields.get(wanted.id)
        if field is None or wanted.field is None:
            continue
        shape = _shape(wanted.field) or _shape(field)
        told = field if shape is None else _behind(case, wanted, field, shape) or field
        if shape is not None and (finding := _judge(case, own.get(wanted.name), wanted, told, shape)) is not None:
            yield finding
        if birth.is_number(wanted.name) and (wrong := birth.other_birth(case, field, wanted.name)) is not None:
            obligation = own.get(wanted.name) or implied("identifier", wanted.name, wanted.evidence)
            text = f"「{wanted.name}」{wrong}{page_of(field.value_evidence, '申报材料')}，请核对更正。"
            yield conclude(obligation, "invalid", text, found=field.value_evidence, confidence=0.8)
    if not asked:
        yield from _without_template(case)
    yield from _in_text(case)


def _without_template(case: Case) -> Iterator[Finding]:
    """A notice without a form: what the applicant's own form holds must be well formed all the same."""
    asked = hook(case)
    fields = case.submission.form_fields
    for at, field in enumerate(fields):
        shape = _shape(field)
        parted = shape is not None and any(_is_part(one, field, shape) for one in fields[at + 1 : at + 1 + _PARTS])
        if shape is not None and asked is not None and not parted:
            finding = _judge(case, None, implied("identifier", field.name, asked), field, shape)
            if finding is not None:
                yield finding


def _is_part(one: FormField, whole: FormField, shape: Callable[[str], str | None]) -> bool:
    """手机 of 姓名/手机, which is read as a field of its own behind it."""
    inner, outer = one.value_evidence, whole.value_evidence
    within = inner is not None and outer is not None and inner.overlaps(outer) and inner.text != outer.text
    return within and _shape(one) is shape


def _in_text(case: Case) -> Iterator[Finding]:
    """What is written in sentences or beside other things in one field."""
    asked = hook(case)
    if asked is None:
        return
    known = set(_judged(case))
    told = [*wrong_numbers(case, known)]
    for one in (*told, *wrong_in_lists(case, known | {said.said for said in told})):
        text = f"「{one.name}」写作“{one.said[:40]}”，{one.lack}{page_of(one.evidence, '申报材料')}，请核对更正。"
        cause = CODE_OF + one.said if one.name == SHAPES[0][0] else None  # the licence's code, which is also another's
        obligation = implied("identifier", one.name, asked)
        yield conclude(obligation, "invalid", text, found=one.evidence, confidence=0.8, cause=cause)
    for name, words, found in impossible_dates(case):
        text = f"「{name}」写作“{words[:40]}”，没有这一天{page_of(found, '申报材料')}，请核对更正。"
        yield conclude(implied("identifier", name, asked), "invalid", text, found=found, confidence=0.75)


def _judged(case: Case) -> Iterator[str]:
    """The codes, numbers and addresses of fields, and the pieces of one that a narrow cell broke."""
    for field in case.submission.form_fields:
        if (shape := _shape(field)) is not None:
            value = value_text(field).strip()
            yield from (value, *value.split(), *_parts(value, shape))


def _shape(field: FormField) -> Callable[[str], str | None] | None:
    label = canonical(field.label or field.name)
    if _EITHER.search(field.label or field.name):
        return wrong_phone
    exact = next((shape for name, shape in SHAPES if label == name), None)
    whole = _OF_NUMBER.sub("", canonical(field.name))
    return exact or next((shape for name, shape in SHAPES if whole.endswith(name)), None)


def _behind(case: Case, wanted: Obligation, field: FormField, shape: Callable[[str], str | None]) -> FormField | None:
    """姓名、职务、手机 in one label: the value is the name, and the number stands in a field of its own behind it."""
    found = field.value_evidence
    if found is None or _JOINED.search(wanted.name) is None or _parts(value_text(field), shape):
        return None
    for one in case.submission.form_fields:
        said = one.value_evidence
        near = said is not None and said.file == found.file and 0 <= said.start - found.end <= _BEHIND
        if near and _shape(one) is shape:
            return one
    return None


def _judge(
    case: Case, own: Obligation | None, wanted: Obligation, field: FormField, shape: Callable[[str], str | None]
) -> Finding | None:
    value = value_text(field).strip().rstrip(_MARKS)
    if not value or is_placeholder(value) or is_nothing(_REMARK.sub("", value)):
        return None
    if wanted.field is not None and words_instead(wanted.field.label or wanted.name, value) is not None:
        return None  # 人员调整中，确定后报送: the field is not answered
    obligation = own or implied("identifier", wanted.name, wanted.evidence)
    parts = _parts(value, shape) or ([value] if _JOINED.search(wanted.name) else [])
    if not parts:
        return None
    if shape is wrong_mobile and any(wrong_mobile(part) is None for part in parts):
        shape = wrong_phone  # 139…（打不通请拨0879-5530716）: what stands beside it may be any telephone
    wrong = next((said for part in parts if (said := shape(part)) is not None), None)
    if wrong is not None and is_usual_here(case, value, wrong):
        wrong = None
    if wrong is not None and shape(re.sub(r"\s+", "", value)) is None:
        wrong = None  # a narrow cell broke one number in two: 0574- 87650000
    if wrong is None:
        return conclude(obligation, "met", f"「{wanted.name}」格式正确。", found=field.value_evidence)
    text = f"「{wanted.name}」填写的“{value[:40]}”{wrong}{page_of(field.value_evidence, '申报材料')}，请核对更正。"
    if wrong == TOO_SHORT:  # as old numbers, and those of branch networks, still are
        return conclude(obligation, "unverifiable", text, found=field.value_evidence, confidence=0.6)
    return conclude(obligation, "invalid", text, found=field.value_evidence)


def _parts(value: str, shape: Callable[[str], str | None]) -> list[str]:
    """The codes, numbers or addresses of a value; none where it holds only words, and so is another field's.

    Beside words (a name before the number; 邮箱…传真…: two cells read as one) only what has the shape.
    """
    if shape is wrong_code and _HAN.match(value) and _NAMED_CODE.search(value):
        return _NAMED_CODE.findall(value)  # 某某有限公司，9144…: the name of whose it is stands before it
    if shape is wrong_code:  # what stands behind it (名称：…, a place) was read with it
        codes = _CODE.sub("", value).split()
        return codes if len(codes) > 1 and all(len(code) == _CODE_LENGTH for code in codes) else [_CODE.sub("", value)]
    if shape is wrong_email and not _LATIN.search(value):
        return [value] if ASK_FOR_IT.search(value) else []  # 每年工作时间: words of another cell
    if shape is wrong_email and _MAIL.search(value):
        return _MAIL.findall(value)
    if shape is wrong_mobile:
        value = _NEXT_CELL.sub("", value)
    if shape in (wrong_mobile, wrong_phone) and (_HAN.search(value) or "@" in value):
        return _NUMBER.findall(_in_one(_MAIL.sub(" ", value)))
    if shape is wrong_postcode and _HAN.search(value):
        found = _POSTCODE.findall(value)  # an address with it in one field
        return next(([code] for code in found if shape(code) is None), found[-1:])
    if shape in (wrong_mobile, wrong_phone):
        value = _in_one(value)
    return [part for part in _SEVERAL.split(value) if part]


def _in_one(value: str) -> str:
    """The numbers that are written in groups, each in one piece."""
    return _GROUPED.sub(lambda one: re.sub(r"\s", "", one.group()), value)
