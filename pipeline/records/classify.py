"""What a document is, told by its content: a notice, a filled form, a blank form, or something else."""

import re

from extractors.directions.directions import find_directions
from extractors.forms.forms import find_fields
from extractors.notice.header import find_header
from pipeline.records.filled import is_blank, is_filled_in, is_model, says_example
from schemas.notice import DocumentKind
from schemas.outline import Outline, Role
from schemas.text import Text

_FORMS = frozenset({Role.COVER, Role.FORM, Role.TASK_BOOK, Role.PROOFS, Role.COMMITMENT})
_FORM_TEXT = _FORMS | {Role.INSTRUCTIONS}
_ANNOUNCES = re.compile(
    r"做?如下(?:安排|部署)|(?:通知|公告|通告|公布|公开|安排|事项|事宜|函告|告知)[^。\n]{0,8}如下|现(?:将|就|予|面向|组织)[^。\n]{0,80}(?:如下|发布|公布|申报工作)"
)
# 请各单位2026年7月25日下班前将申报材料发至…: a letter that asks, without 如下.
_ASKS = re.compile(
    r"(?:请(?:各|有关|相关|你们|意向|符合|广大|于|在)|务必|汇总后?(?=于|在)|[应须需]当?(?:在|于))[^。\n]{0,60}(?:月\s?\d{1,2}\s?日|工作日)[^。\n]{0,24}前"
    r"[^。\n]{0,30}(?:报送|送[至交达到]|提交|发[至送]|寄[至送]|交[至到]|报[至到])"
)
_TITLE = re.compile(
    r"(?:通知|公告|通告|榜单|指南|方案|办法|规程|公示|任务清单|需求清单|需求榜|任务榜|[招求]贤榜)(?:[（(][^（）()]*[）)])?$|(?:条件|程序|要求|(?:所需|申报|办理|申请)材料)$"
    r"|(?:征集|发布|遴选|招募|揭榜|申报).*(?:函|启事|令|(?<![揭应承]榜)(?<!申[报请])(?<!承诺)书)$"
)
_CALLS = re.compile(r"关于.{4,80}的(?:通知|公告|通告|启事)(?:[（(][^（）()]*[）)])?$")
_HEADING = re.compile(
    r"(?:申报|申请|揭榜|参赛|参评|报名|征集|推荐|推选|评选|选树|选拔|遴选|评定|表彰|参与|活动|受理|报送)"
    r"(?:条件|要求|对象|材料|资料|时间|方式|办法|程序|步骤|范围|名额|流程|项目|主体|方向|任务|安排|日程)"
    r"|组织申报|评审|评选|验收|支持(?:措施|政策|方式)|资助|奖励|(?:认定|评估|评选)条件|联系方式|材料(?:报送|要求)|时间安排|工作要求|发榜单位|赛事保障|专题"
)
# 18 characters of a unified credit code (GB 32100: no I, O, S, V, Z), of which an empty form has none.
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}(?![0-9A-Za-z])")
_TICK = re.compile(r"[☑☒■√✓✔🗹]|<input[^>]*checked")
# Not 发榜单位, 主办单位: who calls; not 各有关单位： above the first sentence: whom it addresses; nor a letter,
# 某公司：我单位自愿….
_NAMED = re.compile(
    r"(?:(?:揭榜|申报|牵头|承担|申请|参赛|参评)|(?<![榜布题办织持导各关属]))(?:单位|企业|公司)(?:名称)?(?:[^\S\n]*+[:：]|[^\S\n]*\t)[\s_]*+"
    r"(?![（(]|我(?:单位|公司|[司校院所方])|本(?:单位|公司|企业|机构|人|[校院所])|兹)[\u4e00-\u9fffA-Za-z（）()·]{4,40}(?:公司|大学|学院|研究院|研究所|中心|医院|厂|集团|实验室)"
)
_FIRST_PERSON = re.compile(r"我公司|本公司|我司|我单位|本单位|我校|我院|本项目|公司成立于")
_HEAD = 400  # characters in which a title stands
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")


def classify(text: Text, outline: Outline) -> DocumentKind:
    """The kind; a notice that carries its own form templates is a notice."""
    call, named, hinted = _call_score(text, outline), _named_score(text, outline), _hinted_score(text, outline)
    filled = named + hinted
    if call >= 3 and (filled < 3 or call >= 6):
        return "notice"
    if named and not says_example(text.clean[:_HEAD].split("\n")):
        return "submission"
    form = any(division.role in _FORMS for division in outline.divisions)
    fields = find_fields(text, outline)
    if is_model(fields) if named else form and is_blank(fields):
        return "template"
    if filled >= 3:
        return "submission"
    if form:
        return "submission" if filled >= 2 or is_filled_in(fields) else "template"
    if call >= 2:
        return "notice"
    return "submission" if filled >= 2 or is_filled_in(fields) else "other"


def _call_score(text: Text, outline: Outline) -> int:
    """How much the document announces: words of announcing, a title, headings of a call, directions to choose."""
    stretches = [d for d in outline.divisions if d.role not in _FORM_TEXT]
    body = "\n".join(text.clean[d.start : d.end] for d in stretches)
    headings = {
        s.title for s in outline.sections if outline.divisions[s.division] in stretches and _HEADING.search(s.title)
    }
    title = find_header(text, outline).title or ""
    announces = _ANNOUNCES.search(body) or _ASKS.search(body)
    titled = 3 if _CALLS.search(title) else 2 * (_TITLE.search(title) is not None)
    score = 2 * (announces is not None) + titled + min(len(headings), 4)
    directions = [d for d in find_directions(text, outline) if d.tasks or d.goals]
    return score + 2 * (len(directions) >= 2)


def _named_score(text: Text, outline: Outline) -> int:
    """3 for a credit code and 3 for the applicant's name behind its label."""
    # The code tells wherever it stands: a form without a title of its own is no division of forms.
    code, name = _CODE.search(text.clean), _NAMED.search(_in_forms(text, outline) or text.clean)
    return 3 * (code is not None) + 3 * (name is not None)


def _hinted_score(text: Text, outline: Outline) -> int:
    """What an applicant does: ticks boxes, gives a number, speaks in the first person; an example may do so too."""
    forms = _in_forms(text, outline)
    filled = forms or text.clean
    score = 2 * (_TICK.search(filled) is not None) + (_MOBILE.search(filled) is not None)
    return score + (len(_FIRST_PERSON.findall(filled)) >= 3) + 2 * (not forms and _applies(text.clean))


def _in_forms(text: Text, outline: Outline) -> str:
    """The text of the divisions that an applicant fills in; empty where there is none."""
    return "\n".join(text.clean[d.start : d.end] for d in outline.divisions if d.role in _FORMS)


def _applies(clean: str) -> bool:
    """A part of an application without a form: it speaks in the first person and offers nothing to apply for."""
    return len(_FIRST_PERSON.findall(clean)) >= 3 and _ANNOUNCES.search(clean) is None
