"""Eligibility (申报条件): who may apply, sentence by sentence, and each sentence's single conditions."""

import re
from bisect import bisect_right
from collections.abc import Mapping

from extractors.directions.labels.parts import WHEN_DONE, running_end
from extractors.notice.condition_leads import (
    ACTOR,
    ALOUD,
    APPLICANT,
    COUNTED_ALOUD,
    LACKS,
    LEAD,
    NOT_ADMITTED,
    OF_APPLICANT,
    PERMITS,
    ROLES,
    RULES,
    SELECTED,
    WHO,
    WHO_ELSE,
    addressed,
    behind_lead,
    closes_list,
    counted_end,
    plain_title,
    titles_row,
    with_cases,
)
from extractors.notice.next_number import next_number
from extractors.notice.reserved import RESERVED
from extractors.notice.tabled_conditions import tabled_conditions, titled_cells
from extractors.text.items import Item, find_items, is_lead
from extractors.text.labels_in_line import framed_stretches, items_below, labelled_stretches, lines_below
from extractors.text.notice_words import alternation
from extractors.text.spans import Span, sentences, split_outside_brackets, trimmed, unbalanced, without_brackets
from schemas.outline import Outline, Role, Section
from schemas.text import Text

_TITLE = re.compile(
    rf"[\u4e00-\u9fff]{{0,8}}条件|资格|参赛组别[\u4e00-\u9fff]{{0,2}}参[与赛]对象(?:说明|要求)?|(?:技术)?需求(?:的)?要求|{WHO}|{WHO_ELSE}|{ROLES}|{SELECTED}"
    rf"|.{{0,10}}{alternation('eligibility_titles')}(?:[及与和].{{1,8}}|[（(].*[）)])?"
)
_SAID = "(?:(?:先|再|接着|下面|最后)(?:来)?(?:说说?|讲讲?|谈谈?|看看?)?)?"  # 再说谁能揭。
_LABEL = re.compile(rf"[^，。；：:\n]{{0,6}}{alternation('eligibility_titles')}[。:：]|{_SAID}{WHO}[。:： ]")
# Under such a title what is said is a condition; under a mere 要求 what sounds like one.
_STRICT = re.compile(
    r"条件|对象|资格|主体|范围|谁|何[人者种类等]|哪[些家类种样]|什么样?的?人|什么样|能不能|可不可以|门槛|[应须需]当?(?:同时)?(?:具备|满足|符合)|^对[^，。；]{1,10}要求$"
)
# Titles that hold such a word and mean something else.
_OTHER_TITLE = re.compile(
    r"材料|资料|时间|程序|流程|评审|验收|联系|(?:支持|保障|支撑|工作|科研|实验|付款|支付|优惠|生效|终止|解除|环境|设施|基础|边界|工况|技术|试验|测试|研发|研究|运行|使用|气候|自然|办公|运输"
    r"|储存|拨付|拨款|退出|约束)条件"
)
# 须在6月12日18时前，将…发送至: a step of the procedure
_BY_DAY = (
    r"(?:20\d\d\s?年)?\s?\d{1,2}\s?月[^，。；]{0,14}前"
    r"(?:$|[，,]|将|把|[向到]|报|提交|发|寄|送|交|通过|完成(?!注册|登记|设立|认证|备案))"
)
# Conditions that stand outside such a section: limits on the number of applications, and what an applicant must be.
_ELSEWHERE = re.compile(
    r"限(?:牵头)?(?:申报|报|牵头|揭榜|参与)|(?:不得|不能|不可)(?:重复|多头|同时)?(?:推荐)?(?:申报|兼报|参与|揭榜)|(?:重复|多头)申报|的[^，。；]{0,10}不(?:再|予)(?:申报|受理|支持|推荐)"
    r"|同一(?:事项|项目|内容|成果|设备|投资)不(?:得|可|能)(?:重复|同时|多头)(?:享受|获得|申请|申报)"
    r"|不在(?:申报|征集|支持|资助|受理)(?:之列|范围)|(?:成果|作品|产品|技术)(?:须|应|需)当?(?!包[含括]|提交|填写)[^，。；]{2,24}(?:以上|成熟|明晰|清晰|应用|不低于.{1,8}"
    r"|不少于.{1,8})(?=$|[，。；])|[只仅](?:能|可|许|限)(?:申报|牵头|揭|选择|攻[一1]|[上报][一1])"
    # 每位申请人最多申报1项, 有课题未结题的，不得作为负责人申请
    r"|(?:每|同?一)[位名个人所家](?!县|区|市|州|镇|乡|街道|园区)[^，。；]{0,16}(?:最多|至多|只[能可]|限)(?:申报|申请|主持|牵头|承担|参与|参加|[揭攻报上])"
    r"[^，。；]{0,4}[\d一两二三]\s?[个项道座榜条题]"
    r"|不[得能可](?:再次?|重复)?(?:报名|参[赛评选](?![方单人者作])|申请(?!延期|变更|退))"
    r"|不[得能可]作为[^，。；]{2,14}(?:申报|申请|参与|参加|牵头|承担)"
    r"|(?:牵头|申报|揭榜|申请|承担)(?:单位|方|人|企业|团队)(?:具备|具有|拥有)|以[一1]\s?[个项](?:方向|项目|任务|课题|榜题)为限"
    r"|(?:负责人|牵头人|项目组|课题组|骨干|首席|带头人|团队|成员|联合体|揭榜方|揭榜单位|申报单位|应征单位)[^，。；]{0,16}(?:不[得能可宜应]?(?:超过|多于|少于|低于|大于|高于)|至少"
    r"|最多)\s?\d"
    r"|(?:参与|参加|承担|合作|联合|参研)单位(?:总数|总量|数量|数)?[^，。；]{0,6}(?:不[得能可宜应]?(?:超过|多于)|最多)"
    rf"|(?<![^\s。；，、.．）)]){ACTOR}(?:及其法定代表人)?(?:近|最近|上)[一二两三四五\d]\s?(?:个?年|个月)[^，。；]{{0,6}}[未无没]"
    rf"|{ACTOR}[^，。；]{{0,16}}(?:须|需|应|必须)当?(?:是(?!否)|为|在(?!{_BY_DAY})|具有|具备|拥有|持有?(?![续久之])|取得|承诺|注册|信用|选择[^，。；]{{2,16}}(?:作为|担任))"
    rf"|(?:须|需|应)(?:当)?(?:拥有|具有|具备)[^，。；]{{0,12}}(?:知识产权|资质|资格|法人)"
    r"|(?:还|并|同时|另)?(?:须|应|需)当?(?:书面|如实|同时)?声明(?!书)[^，。；]{6}"
    r"|(?:项目|榜单|需求)的?[^，。；]{0,6}(?:研发投入|研发经费|投资)(?:总?额|金额|强度)?[^，。；\d]{0,6}(?:不(?:得)?(?:低|少)于|超过|达到?|≥)\s?\d"
    r"|(?:自筹|自投|自有|配套)(?:资金|经费|投入|部分)?(?:的?比例)?[^，。；\d]{0,8}(?:不(?:得|应|能)?(?:低|少)于|≥|至少)[^，。；\d]{0,14}\d"
    r"|(?:项目|技术|企业)?需求(?:必须|须|应|需)当?(?:是(?!否)|为|属于|符合|围绕)"
)
# 鼓励组建联合体，参与单位不超过6家: what binds stands behind the wish.
_WISH = re.compile(
    r"(?:鼓励|支持|欢迎|优先)[^，。；]{2,40}，(?=[^。；]{0,30}(?:不(?:得)?(?:超过|多于|少于|低于|高于)|[应须]当?|必须|不得|不可|不能|至少|限\d))"
)
# 给予资助，其中领军型团队不超过3个; 为入围团队提供算力（单队不超过200卡时): what is offered, and to how many.
_SELECTS = re.compile(  # 每个方向遴选揭榜单位不超过2家: what the organiser does
    r"(?:遴选|评选|选取|选定|选出|确定|产生|择优|拟?支持)[^，。；]{0,10}(?:单位|团队|联合体)[^，。；]{0,6}(?:不(?:超过|多于)|\d)"
)
_OFFERED = re.compile(r"资助|奖励|奖金|补助|补贴|给予|入围|晋级|遴选|获奖|优先获得")
# 每支团队可申请不超过200小时的算力: what may be had.
_MAY_HAVE = re.compile(r"可(?:免费|优先)?(?:申请|获得|获|享受|使用|领取)")
_BINDS = re.compile(r"须|必须|不得|不再|不予|不能|应|限|具有|具备|拥有")
# Not conditions: leads, permissions (not 年龄不超过40周岁，获奖者可优先推荐), what others do, procedure.
_NO_CONDITION = re.compile(
    r"^(?!能|须|应|需|具|有)[^，。；]{2,20}(?:函|申[报请][书表]|复印件|审计报告|凭证)$|^[^。；]{0,19}[:：]$"
    r"|^[^。；\d]{0,24}[—–]{1,2}$"  # 要同时合得上这几条——
    r"|^(?![^。；]*(?:\d|注册|登记|签订|[为是属][^，。；]{4,60}之一，))(?!申[请报](?:人|单位|企业)(?:应|须|需)?为[^，。；]{4,60}，)[^。；]*[:：]$|[应须需]当?(?:同时)?(?:具备|满足|符合)的(?:基本|资格)?(?:条件|要求)$"
    r"|^(?:鼓励|优先|支持|欢迎|详见|见附件|具体)|^可以(?![^。]*(?:[但须应]|不超过|不多于|最多|至多))"
    r"|^(?:申报|申请|参赛|揭榜)[^，。；]{0,14}(?:符合|满足)(?:以下|下列)"
    r"|^[^，。；]{2,24}(?<!不)分为[^。；]{2,60}[两二三四五六\d][类种型]$|^(?![^。；]*(?:不(?:得)?(?:超过|低于|少于|高于)|[须应])[^，。；]*[^的，。；]，)[^。；]*可优先(?:选派|支持|推荐|立项|考虑|安排|资助)[^，。；（）()]{0,12}$"
    r"|^(?:选拔|选派|招募|推荐|评选|表彰|奖励|资助)(?:人数|名额|数量|规模)[:：]"
    r"|[年月日底]前完成[^，。；]{0,12}(?:任务|攻关|研制)$"
    r"|^(?:主办|承办|组织|发榜|出题|命题)(?:方|单位|机构)(?:有权|保留)"
    rf"|^{WHEN_DONE}"
)
# 各组条件如下（具体见附件1）：, 有关情况详见附件2: where more is said.
_POINTER = re.compile(
    r"^[^。；]{0,40}如下[（(][^（）()]{2,16}[)）][：:]?$|^[^，。；（(]{0,16}(?:详见|参见|见)附件[^，。；]{0,8}$"
)
# How to hand in, not who may: no condition even under 申报要求.
_PROCEDURE = re.compile(
    r"邮箱|电话|报送|寄送|提交|填写|填报|上传|下载|登[录陆]|网上|受理|逾期|盖章|装订|打印|请联系|咨询|公示(?!系统)|留意|审核"
)
# The same where an item of 申报条件 says what its applicants do: 按要求向统计部门报送数据 is a condition.
_HANDLING = re.compile(
    r"邮箱|电话|寄送|上传|下载|登[录陆]|网上|受理|逾期|盖章|装订|打印|请联系|咨询|留意|材料|[附表]件"
)
_SIGNAL = re.compile(
    r"须|需|应|必须|不得|不能|多于|少于|不超过|不低于|不少于|具有|具备|拥有|注册|信用|[未无](?!尽)|以上|以内|以下|属于|符合|年龄|(?<![时期年权有])限|最多|至多|承诺|只可|只能|所有成员"
    r"|团队|规范|健全|良好|齐全|完备|清晰|为依托|已(?:经|全部|基本)?(?:得到)?(?:落实|到位)|有(?:必要|明确|稳定|固定)的"
)
_STRONG = re.compile(
    r"具有|具备|拥有|注册|法人|国家秘密|涉密|不超过|不低于|不少于|以上|年龄|属于|从事|只可|只能|[须应]符合"
)
_CALL_ROLES = frozenset({Role.BODY, Role.TASK_LIST, Role.OTHER, Role.RECOMMENDATION, Role.INSTRUCTIONS})
# Where one condition ends and the next begins: 在…注册、具有…, 具有…，无…. The 、 of a list of nouns does not.
_NEXT = re.compile(
    r"(?:，|,|、|且|并|并且)\s*(?=(?:且|并|或)?(?:须|需|应)?(?:具有|具备|拥有|无(?!人)|未|没有|不得|不|为|是|属于|在|能|已|近|符合|注册|信用|年龄|项目|企业|单位|申报"
    r"|联合体|其|每|从事|法人|财务|同一|同意|承诺|依法|比例|自筹))"
)
_NUMBER = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）]|[、.．](?!\d)|[、.．](?=20\d\d\s?年))|[①-⑳✔✓▪•◆●■◇○◎★☆▲△❖※]"
    r"|[-–—]{1,2}(?=\s?[\u4e00-\u9fff])|[·・∙](?=\s?[\u4e00-\u9fff])|[（(][a-hA-H][）)]|[甲乙丙丁戊己庚辛][、.．。](?=\s?[\u4e00-\u9fff])|[A-H][、.．](?=[\u4e00-\u9fff])"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[.、．]?\s?(?=[\u4e00-\u9fff])(?![万亿倍个元米吨年天家]|项(?!目)|人(?!员)))\s*"
)
# 答：一要有法人身份；二要做过同类项目: an answer, and its conditions counted aloud
_ANSWER = re.compile(r"[【〖]?(?:解?答复?|回答|A\d{0,2})[】〗]?\s?[:：]\s*")
_COMMA = re.compile(r"[，,]")
_GOES_ON = re.compile(
    r"该(?:比例|占比|比重)|个人(?:请|可以?|应|须|需)(?:挂靠|依托|通过|联合)|或|以及|及|包括|其中包括|含|和|与"
)
# 企业牵头的, 近三年内, 在…的前提下: the condition itself comes behind the comma.
_OPEN = re.compile(
    r"^[^，。；]{0,6}除[^，。；]{2,40}外$|^凡[^，。；]{2,12}[者人方]$|(?:[^目]|[项题]目)的$|(?:年|月|期间?)内$|前提下$|时$|其中$|(?:投[资入]|经费|预算|资金|总额|金额|收入|人员|人数|职工|员工|成员)(?:总额)?(?:之)?中$|的规定$|方式$"
)
# 对上年度产值达1亿元的企业，给予…奖励: the condition stands before the award.
_AWARD = re.compile(
    r"(?P<who>(?:对)?[^。；]{6,120}?的(?:[\u4e00-\u9fff]{0,8}(?:企业|机构|单位|项目|团队|个人|平台)(?:[（(][^（）()]{1,24}[)）])?)?)(?:[，,]\s*(?:每[家个])?|每[家个])"
    r"(?:按[^，。；]{0,20})?(?:一次性)?(?:可以?|均可)?(?:给予|予以|奖励|补助|补贴|资助|申报|申请|认定为)"
)
_ANY_OF = re.compile(r"^[^，。；]{2,40}(?:中的?(?:一种|任一|一类|一个)|之一)$")  # 是高校、企业、合作社中的一种
_SAME_ONE = re.compile(r"同?一[\u4e00-\u9fff]{1,8}")  # 同一单位、同一负责人限报1个项目: either of them
_QUALITY = re.compile(r"(?:相应|相关|相符|一致|相适应|匹配|有效|合法|真实|完整)$")
_START = re.compile(
    r"(?:(?:申报|揭榜|牵头|参赛|项目|申请)?(?:单位|主体|企业|对象)(?:和(?:项目)?负责人)?\s*)?(?:须|需|应|必须)(?:当)?(?:是|为)?(?=在|具)"
)


def find_eligibility(text: Text, outline: Outline) -> list[Span]:
    """The sentences that say who may apply, in order; offsets into ``Text.clean``."""
    found: dict[int, Span] = {}
    for span in (*_under_headings(text, outline), *_elsewhere(text, outline)):
        found.setdefault(span.start, span)
    spans = [found[start] for start in sorted(found)]
    own = [s for i, s in enumerate(spans) if not any(o.start <= s.start and s.end <= o.end for o in spans[:i])]
    return with_cases(text.clean, own)


def _under_headings(text: Text, outline: Outline) -> list[Span]:
    """The sentences under 申报条件 and the like; under a mere 要求 only those that sound like a condition."""
    found = []
    titled = {s.start: s.heading_end for s in outline.sections if _is_mere_title(text.clean, s)}
    for section in outline.sections:
        if _is_eligibility(outline, section):
            strict = _STRICT.search(plain_title(section.title)) is not None
            end = next_number(text, section, running_end(text, section.heading_end, section.end))
            spans = _conditions(text, section.heading_end, end, titled, strict=strict)
            found += [span for span in spans if strict or _SIGNAL.search(span.of(text.clean))]
            found += tabled_conditions(text, section.heading_end, section.own_end) if strict else []
        elif outline.divisions[section.division].role in _CALL_ROLES and RULES.fullmatch(plain_title(section.title)):
            spans = _conditions(text, section.heading_end, section.end, titled)
            found += [s for s in spans if OF_APPLICANT.search(s.of(text.clean)) and _SIGNAL.search(s.of(text.clean))]
    framed = framed_stretches(text, outline, _names_conditions)
    labelled = (*labelled_stretches(text, outline, _LABEL), *labelled_stretches(text, outline, APPLICANT))
    counted = labelled_stretches(text, outline, COUNTED_ALOUD)
    aloud = [(start, counted_end(text.clean, start, end)) for start, end in counted]
    below = (*items_below(text, outline, LEAD), *lines_below(text, outline, _LABEL))
    for start, end in (*labelled, *aloud, *below, *framed, *titled_cells(text, outline, titles_row)):
        found += _conditions(text, start, end)
    return found


def _elsewhere(text: Text, outline: Outline) -> list[Span]:
    """The sentences of the call and of the form's instructions that are conditions wherever they stand."""
    found = []
    for division in outline.divisions:
        if division.role in _CALL_ROLES:
            spans = [_without_number(text.clean, s) for s in sentences(text.clean, division.start, division.end)]
            found += addressed(text.clean, spans) + [span for span in spans if _says_condition(text.clean, span)]
    return found


def award_conditions(text: Text, outline: Outline) -> list[Span]:
    """What an award asks for: 服务企业500家以上的机构 in 对服务企业500家以上的机构，给予20万元的奖励."""
    found = []
    for division in outline.divisions:
        if division.role in (Role.BODY, Role.TASK_LIST):
            for span in sentences(text.clean, division.start, division.end):
                span = _without_number(text.clean, span)
                match = _AWARD.match(text.clean, span.start, span.end)
                if match:
                    found.append(Span(span.start, match.end("who")))
    return found


def _says_condition(clean: str, span: Span) -> bool:
    """A piece of the sentence is a condition, and not a step of the procedure."""
    if _NO_CONDITION.search(clean[span.start : span.end + 1].strip("。；;，,\n\t")) or closes_list(span.of(clean)):
        return False
    offered = _OFFERED.search(clean, span.start, span.end) or _MAY_HAVE.search(clean, span.start, span.end)
    if offered and not _BINDS.search(clean, span.start, span.end):
        return False
    pieces = [piece.of(clean) for piece in split_outside_brackets(clean, span.start, span.end, _COMMA)]
    return any(
        (
            (_ELSEWHERE.search(words) or RESERVED.search(words))
            and not (_PROCEDURE.search(words) or _SELECTS.search(words))
        )
        or NOT_ADMITTED.search(words)
        for words in pieces
    )


def single_conditions(clean: str, span: Span) -> list[Span]:
    """A sentence's conditions one by one: 在某市注册 / 具有独立法人资格的企事业单位."""
    pieces: list[Span] = []
    for piece in split_outside_brackets(clean, span.start, span.end, _COMMA):
        at = piece.start
        for match in _NEXT.finditer(clean, piece.start, piece.end):
            if match.start() - at >= 4 and not _is_one(
                clean, Span(at, match.start()), match.group(), clean[match.end() : piece.end]
            ):
                pieces.append(trimmed(clean, at, match.start(), "，,、"))
                at = match.end()
        pieces.append(trimmed(clean, at, piece.end, "，,、"))
    whole = [piece for piece in _whole(clean, pieces) if piece.end - piece.start >= 4]
    return [_without_subject(clean, p) for p in whole if not _is_none(p.of(clean))]


def _is_none(words: str) -> bool:
    """可联合申报 permits, 三者缺一不可 closes the list."""
    return PERMITS.match(words) is not None or closes_list(words)


def _is_one(clean: str, before: Span, mark: str, behind: str) -> bool:
    """可联合高校、企业揭榜 permits one thing; 相应且有效的许可证 is one paper; a bracket is not parted."""
    words = before.of(clean)
    permitted = "、" in mark and (PERMITS.match(words) is not None or _ANY_OF.search(behind) is not None)
    same = "、" in mark and _SAME_ONE.fullmatch(words) is not None and behind.startswith(("同", "一"))
    return permitted or same or ("且" in mark and _QUALITY.search(words) is not None) or unbalanced(words)


def _is_eligibility(outline: Outline, section: Section) -> bool:
    role = outline.divisions[section.division].role
    return role in _CALL_ROLES and _names_conditions(plain_title(section.title))


def _names_conditions(title: str) -> bool:
    return _TITLE.fullmatch(title.rstrip("？?")) is not None and _OTHER_TITLE.search(title) is None


def _is_mere_title(clean: str, section: Section) -> bool:
    """（一）团队组参赛条件 on a line of its own; 3.年龄在35周岁以下 is a condition, whatever stands below."""
    alone = clean[section.heading_end : section.heading_end + 1] in ("", "\n")
    return alone and not re.search(r"\d", section.title) and not _STRONG.search(section.title)


def _conditions(
    text: Text, start: int, end: int, titled: Mapping[int, int] | None = None, *, strict: bool = False
) -> list[Span]:
    """The sentences of a section, items without their numbers, leads and headings left out.

    ``titled``: where the lines that are nothing but a title begin and end; ``strict``: its items are conditions.
    """
    items = find_items(text, start, end)
    starts = [item.start for item in items]
    leads = {item.start for index, item in enumerate(items) if is_lead(text.clean, items, index)}
    found = []
    for span in sentences(text.clean, start, end):
        if titled is not None and titled.get(span.start, 0) >= span.end:
            continue
        body = _without_number(text.clean, span)
        within = _first_inside(items, starts, span)
        if within is not None and (span.start in leads or LEAD.search(text.clean, span.start, within.start)):
            body = trimmed(text.clean, within.body, span.end)  # （一）甲类：1、投产满12个月；
        elif (behind := behind_lead(text.clean, body)) != body:
            body = _without_number(text.clean, behind)  # 揭榜方应当同时做到：在本省注册；…
        words = body.of(text.clean)
        steps = _HANDLING if strict and body.start > span.start else _PROCEDURE
        procedure = (
            steps.search(without_brackets(words)) is not None
            and not (strict and body.start > span.start and LACKS.match(words))
            and not _STRONG.search(words)
            and not _ELSEWHERE.search(words)
        )
        if (
            (span.start not in leads or within)
            and len(words) >= 4
            and not procedure
            and not text.clean.startswith(("？", "?"), span.end)
            and not (_NO_CONDITION.search(words) or closes_list(words))
            and not _POINTER.search(words)
        ):
            found.append(body)
    return found


def _first_inside(items: list[Item], starts: list[int], span: Span) -> Item | None:
    """The first item that begins inside a sentence: 申报主体须符合下列条件：①在本市注册."""
    at = bisect_right(starts, span.start)
    return items[at] if at < len(items) and starts[at] < span.end else None


def _without_number(clean: str, span: Span) -> Span:
    """The sentence without its number and without a wish that opens it."""
    answer = _ANSWER.match(clean, span.start, span.end)
    at = answer.end() if answer else span.start
    match = _NUMBER.match(clean, at, span.end) or ALOUD.match(clean, at, span.end) or answer
    at = match.end() if match else at
    wish = _WISH.match(clean, at, span.end)
    return trimmed(clean, wish.end() if wish else at, span.end) if match or wish else span


def _whole(clean: str, pieces: list[Span]) -> list[Span]:
    """A piece that cannot stand alone (或由其牵头组成的联合体, 以及…) goes to the one before."""
    found: list[Span] = []
    for piece in pieces:
        if found and (_GOES_ON.match(piece.of(clean)) or _OPEN.search(found[-1].of(clean))):
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return found


def _without_subject(clean: str, span: Span) -> Span:
    match = _START.match(clean, span.start, span.end)
    return trimmed(clean, match.end(), span.end) if match and span.end - match.end() >= 4 else span
