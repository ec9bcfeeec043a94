"""The lexicon of form labels (``lexicons/form_labels.toml``): is this a label, and does it need a group?"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_BRACKETS = re.compile(r"[（(\[【][^（()）\]】]*[）)\]】]")
_OPEN_BRACKET = re.compile(r"[（(][^（()）]*$")
_ADORNMENT = r"[▌▍▎▏▐▋▊▉█▶►▷➤➢◆◇❖▪▫◾◼]+\s*(?=[\u4e00-\u9fff\dA-Z])"  # ▌项目名称, and no box to tick
_ADORNED = re.compile(f"^{_ADORNMENT}")
# 1. 二、 （三） 1-2 before a label; not 1G (a value), not 三证合一码 and not 1-3月产值.
_NUMBER = re.compile(
    r"^(?:[A-Z]-?\d{1,2}[.．、]?\s*(?=[\u4e00-\u9fff]{2})"  # A4 统一社会信用代码
    rf"|{_ADORNMENT}"
    r"|\d{1,2}(?:[-－—.．]\d{1,2}){1,2}[.．、]?\s*(?=[\u4e00-\u9fff]{2})(?![年月日天岁家件台倍级亿万千百]|周(?!期)|个|人(?!员)|名(?!称)|项(?!目))"
    r"|[（(]?\d{1,2}[)）.．、]|[（(][A-Z][)）]|[一二三四五六七八九十廿卅]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])"
)
# 2024年营业收入 asks for the income; not 2025年十月, nor 2027年预期目标, which is a heading.
_YEAR = re.compile(r"^20\d\d年(?:度|末|底)?(?=[\u4e00-\u9fff]{2})(?!预期|目标|[一二三四五六七八九十])")
_MARKS = re.compile(r"[\s:：/／、*＊★☆※▲△·•|,，\-—]+")
# Marks of a sentence, a mail address, a figure with a unit: never in a label.
_NO_LABEL = re.compile(r"[。；;！!？?@“”《》√☑□■]|\d{3,}")
_LIMITED = re.compile(
    # （不超过两页）, 【限500字】, （800字以内，需说明各部分之间的关系）
    r"[（(【\[][^（）()【】\[\]]{0,20}(?:\d\s*(?:个?字|页)|[一二两三四五六七八九十]页)"
    r"(?:[^（）()【】\[\]]{0,12}|(?:以内|之内|左右|内|为限)[，,；;][^（）()【】\[\]]{0,80})[）)】\]]"
)
# 硕士以上（人）, 设备原值（万元）, 设备总台（套）数
_COUNTED = re.compile(
    r"[（(](?:[百千]?[万亿]?(?:美|欧)?元|[人%％家项个件台套种篇年月天名亩吨次]|台/套|平方?米|㎡|公顷)[）)]数?$"
)
# 由受理单位填写, 申报单位不填, 系统自动生成; not 由申报单位填写
_BY_OFFICE = re.compile(
    r"由(?!申[报请]|牵头|承担|揭榜|企业|项目|课题|本人|参[与加])[^，。；（）()]{2,12}(?:填写|填报|编制|编号|赋码|生成)"
    r"|(?:申[报请](?:单位|人|者)?|企业|单位)(?:不|勿|无需|不用|不必)填|无需填写|自动生成"
)
_GIVEN_NUMBER = re.compile(r"(?:受理|登记|立项|项目|课题|任务书?|合同书?|归档|申报书?|申请书?)?(?:编号|受理号|登记号)")
_AMOUNT = re.compile(r"[万亿]元$")  # 专项 __ 万元, a blank with its unit behind; a label has it in brackets
# 若为上市公司请填写, 上市企业填写, 联合申报的填: only some applicants have an answer.
_IF = re.compile(
    r"(?:若|如)(?:为|是|属|系|果)|(?:上市|高新技术|国有|外资|合资|拟上市)(?:企业|公司|单位)(?:才|请|须)?填|联合(?:申报|揭榜)(?:的|单位)?(?:才|请|须)?填"
    r"|[（(][\u4e00-\u9fff]{1,8}(?:[内外]|的|时|以外)(?:才|请|须|需)?填[写报]?[）)]"
)
_LONGEST, _LONGEST_MARKED = 26, 36
_ASKS_OFFICE = re.compile(r"职务|职称|角色|分工|身份")
# A label that is answered by a text.
ASKS_TEXT = re.compile(
    r"简介|概述|概况|摘要|介绍|内容|情况|说明|意义|背景|目标|指标|意见|方案|路线|基础|创新|效益|成果|承诺|地址|住所|案例|业绩|亮点|优势|荣誉|经历"
)
# Persons by their office: 科研管理部门联系人, 技术首席.
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,8}(?:联系人|负责人|对接人|联络人|经办人|主持人|带头人|首席)")


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    content = files("extractors").joinpath("lexicons/form_labels.toml").read_text(encoding="utf-8")
    return {name: frozenset(found) for name, found in tomllib.loads(content).items()}


@cache
def ordered(name: str) -> tuple[str, ...]:
    """A list of the lexicon, longest first."""
    return tuple(sorted(_lexicon()[name], key=len, reverse=True))


@lru_cache(maxsize=8192)
def label_core(words: str) -> str:
    """A label for looking it up: without white space, number, brackets and marks."""
    plain = re.sub(r"\s+", "", words)
    plain = _YEAR.sub("", _NUMBER.sub("", plain))
    bare = _OPEN_BRACKET.sub("", _BRACKETS.sub("", plain))
    return _MARKS.sub("", bare).lower()


def is_counted(words: str) -> bool:
    """A number or an adornment stands before what could be a label: 3.牵头企业, ▌牵头单位."""
    return without_number(words) != words


def without_number(label: str) -> str:
    """联系电话 of 十、联系电话; what the number heads has to be a label."""
    rest = _NUMBER.sub("", label)
    return rest if rest != label and could_be_label(rest) else label


@lru_cache(maxsize=8192)
def is_known_label(words: str) -> bool:
    """The words are a label of the lexicon, perhaps with a prefix (申报单位名称, 上年度研发投入)."""
    core = label_core(words)
    if not 1 < len(core) <= _LONGEST or _NO_LABEL.search(core):
        return False
    return _is_listed(core) or _is_joined(core)


def _is_listed(core: str) -> bool:
    known = _lexicon()["own"] | _lexicon()["shared"] | _lexicon()["groups"]
    listed = core in known or any(rest in known for rest in _without_prefix(core))
    return listed or _is_part_of_group(core) or _OFFICE.fullmatch(core) is not None


def _is_joined(core: str) -> bool:
    """法定代表人姓名及电话, 对接人及手机: labels joined by 及 or 和."""
    parts = re.split("[及和与]", core)
    return len(parts) > 1 and all(map(_is_listed, parts))


@lru_cache(maxsize=8192)
def is_shared_label(words: str) -> bool:
    """The label asks for a part of a person or a unit (姓名, 电话): it needs a group."""
    return label_core(words) in _lexicon()["shared"]


def are_shared(words: str) -> bool:
    """姓名/电话: several such parts in one."""
    parts = re.split("[/／、]", words)
    return len(parts) > 1 and all(map(is_shared_label, parts))


@lru_cache(maxsize=8192)
def is_group_label(words: str) -> bool:
    """The label names a person or a unit that shared labels belong to (项目负责人)."""
    core = label_core(words)
    groups = _lexicon()["groups"]
    return core in groups or any(rest in groups for rest in _without_prefix(core)) or bool(_OFFICE.fullmatch(core))


def is_person_label(words: str) -> bool:
    """The label names a person, so that a telephone behind it is this person's."""
    return is_group_label(words) and not label_core(words).endswith("单位")


def asks_office(label: str) -> bool:
    """职务, 角色: 项目负责人 beside it is the answer, and no label of its own."""
    return _ASKS_OFFICE.search(label) is not None


def is_personal(words: str) -> bool:
    """The label is of what a person has, and no office: 手机, 职称."""
    return label_core(words) in ordered("personal")


@lru_cache(maxsize=8192)
def has_label_shape(words: str) -> bool:
    """Short, without marks, and with an ending that labels have; for labels that no list knows."""
    core = label_core(words)
    if is_known_label(words):
        return True
    if not 2 <= len(core) <= 22 or _NO_LABEL.search(_plain(words)) or re.search(r"\d", core):
        return False
    return core.endswith(ordered("endings")) or _COUNTED.search(words) is not None


def heads_column(words: str) -> bool:
    """A label, or a head that only a list's column has: 规格型号, 本人签字."""
    return has_label_shape(words) or (
        len(label_core(words)) <= 12 and label_core(words).endswith(ordered("column_endings"))
    )


def could_be_label(words: str) -> bool:
    """Nothing speaks against a label where the layout expects one: short, no sentence, no figure."""
    core = label_core(words)
    no_words = re.fullmatch(r"[\d.,%年月日]+", core) or _AMOUNT.search(words)
    return 2 <= len(core) <= 22 and not _NO_LABEL.search(_plain(words)) and not no_words


def is_optional(words: str) -> bool:
    """The words say that the field may stay empty, or that the office fills it in (由管理机构填写)."""
    optional = any(word in words for word in ordered("optional_words"))
    return optional or _IF.search(words) is not None or _BY_OFFICE.search(words) is not None


def is_assigned(label: str) -> bool:
    """受理编号, 项目编号: a number that the office gives."""
    return _GIVEN_NUMBER.fullmatch(label_core(label)) is not None


def asks_for_text(words: str) -> bool:
    """The bracket behind the label limits its length: 项目摘要（限500字）."""
    return _LIMITED.search(words) is not None


def is_marked_label(words: str) -> bool:
    """A label by what its bracket says: 作品简介（300字以内）, 指导专家（可不填）.

    A limit makes a label of more words too: 负责人近三年来教学、科研及平台建设的相关成果介绍（200字左右）.
    """
    bracket = _BRACKETS.search(words)
    asks = bracket is not None and asks_for_text(words)
    marked = asks or (bracket is not None and any(w in bracket.group() for w in ordered("optional_words")))
    long = asks and len(label_core(words)) <= _LONGEST_MARKED and not _NO_LABEL.search(_plain(words))
    return marked and (could_be_label(words) or long)


def _is_part_of_group(core: str) -> bool:
    """揭榜负责人职务职称: a group's label and a shared one in one."""
    return any(core.startswith(group) and core[len(group) :] in _lexicon()["shared"] for group in ordered("groups"))


def _plain(words: str) -> str:
    """Without the year before it and without brackets, whose hints may hold anything."""
    return _YEAR.sub("", _OPEN_BRACKET.sub("", _BRACKETS.sub("", _ADORNED.sub("", words))))


def _without_prefix(core: str) -> list[str]:
    found, at = [], core
    for _ in range(2):
        prefix = next((p for p in ordered("prefixes") if at.startswith(p) and len(at) > len(p) + 1), None)
        if prefix is None:
            break
        at = at[len(prefix) :]
        found.append(at)
    return found
