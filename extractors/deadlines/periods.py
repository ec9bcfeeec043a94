"""Which durations are deadlines: the time for the work (实施周期不超过24个月), and duties within days."""

import re

from extractors.deadlines.places import Place
from extractors.values.durations import Duration
from schemas.notice import DeadlineKind

# The time for the work; not 设备运行周期, 近两年内, nor 有效期.
_WORK = re.compile(
    r"(?:实施|建设|执行|攻关|研发|研究|任务|项目|揭榜|完成)[^，。；]{0,6}(?:周期|期限|时限|期)(?![间末刊待])"
    r"|^(?:什么时候|何时)(?:交付?|完成|要)[:：]|^(?:\d[.、．]\s?)?(?:完成时间|(?:完成|合作)?(?:期限|时限|周期|工期))[:：]|完成[^，。；]{0,8}(?:任务|攻关|建设|验收|目标|研发|项目)"
    r"|(?:任务|项目|攻关)[^，。；]{0,8}完成"
)
_REVIEWING = re.compile(r"(?:镇街|主管部门|推荐单位|归口|各(?:地|市|县|区))[^，。；]{0,12}(?:审核|推荐|汇总|上报)")
# 揭榜期内每年投入本项目的时间不少于8个月
_SPENT = re.compile(r"每年[^，。；]{0,10}(?:投入|工作|参与)|(?:投入|工作)[^，。；]{0,8}(?:时间|月数)")
# 项目实施周期：甲为30个月，乙为18个月
# 项目保护期不超过20年, 寿命期: how long what is built counts
_LASTING = re.compile(r"(?:寿命|计入|有效|保质|质保|保护|服役|使用)(?:期|年限)")
_PERIOD = re.compile(r"(?:周期|期限|时限|工期|执行期|实施期)[:：]")
_PERIOD_TITLE = re.compile(
    r"(?:^|.* )(?:(?:实施|执行|攻关|项目|任务|研发|研究|建设|完成)(?:周期|期限|时限|年限|期)|工期)"
    r"(?:及.{1,6})?(?: .*|$)"
)  # the title above, or one of the other cells of the row
# 合同签订后3个月内须提交详细设计: a duty on the way, under 实施期限 as well.
_HANDED_IN = re.compile(r"(?:提交|报送|提供|签订|缴纳|支付)(?![^，。；]*(?:完成|验收|建成))")
_EACH = re.compile(r"(?:[为是]|方向|榜单|课题|任务|项目|[类型])[^，。；\d]{0,2}$")
_PAPER = re.compile(r"纸质|书面|纸件|邮寄|寄送|送达|报送[^，。；]{0,6}材料|打印")
_CORRECTION = re.compile(
    r"修正|修改|修订|补正|改正|更正|整改|完善|补齐|补报|重报|重新(?:报送|提交|申报|上报|填报|上传|递交|提供)"
)
# What was sent back is to be put right, whoever is named: 退回的，单位应在3日内报送.
_RETURNED = re.compile(r"退回|驳回|不齐全|不完整|不(?:符合|合)(?:规定|要求)|未通过")
_AGAIN = re.compile(r"补充|报送|上报|提交|上传|递交|报来")
# 自公告发布之日起15日内填写回执: what the readers of the notice are to do.
_PUBLISHED = re.compile(r"发布|公布|公告|通告|通知|印发|张榜")
_TOLD = re.compile(r"[收接]到")  # 收到通知后5个工作日内: told one by one, not by the notice
_CHOSEN = re.compile(r"名单|结果|入围|中榜|立项")  # 名单公布后10个工作日内提交任务书: who was chosen acts
_BOOK = re.compile(r"(?:提交|报送|上报)[^，。；]{0,8}(?:任务书|合同书?|协议书?|方案)")
# 项目自合同签订之日起实施，期限不超过18个月
_CARRIED_OUT = re.compile(
    r"起(?:实施|执行|开展|建设|攻关)[，,](?:实施|执行|建设)?(?:期限|周期|时间)(?:不|为|[一二三\d])"
)
# 实施期自2026年7月起计算，最长不超过30个月: the bound stands behind the day that it is counted from
_COUNTED_FROM = re.compile(
    r"(?:实施|建设|执行|攻关|研发|研究|任务|项目|揭榜)(?:的)?(?:实施|执行)?(?:周期|期限|时限|期)(?:统一|均|应)?[自从][^，。；]{2,20}?起"
    r"(?:开始|计算|算|计|执行)?[，,]\s?(?:最长|最多|原则上|一般|总计|共)?(?:为|不[得应可]?(?:超过|多于|长于))?\s?$"
)
_APPLY = re.compile(r"申报|申请|报名|揭榜|登记|回执|填报|意向")
_SIGNING = re.compile(r"签[订署]")
_DUTY = re.compile(r"补充|提交|签订|签署|备案|报告|反馈|书面")
_APPLICANT = re.compile(
    r"申报单位|申请单位|揭榜单位|牵头单位|项目单位|承担单位|双方|申请人|申报人|申报企业|企业|单位|申请者|团队|逾期"
)
_ISSUER = re.compile(
    r"奖金|发放|拨付|公示|异议|评审|受理部门|发榜单位|组织专家|验收专家|办公室(?:将|应)|转账|质保|响应|恢复|维修"
)
# 揭榜截止后20个工作日内组织答辩: what the issuer does by when.
_CHECKING = re.compile(r"完成[^，。；]{0,6}(?:审核|复核|核查)")
_JUDGING = re.compile(r"(?:组织|完成|开展|进行|安排)[^，。；]{0,10}(?:评审|答辩|审查|论证|遴选|初审|评估)")
# 答辩后30天给出是否立项的结果
_ANSWERING = re.compile(r"(?:给出|告知|出具)[^，。；]{0,12}(?:结果|结论)")
# A look back and a lasting state are no time to act in.
_STATE = re.compile(
    r"[近前]\s*$|(?:过去|最近|连续|成立|注册|(?<!期)满|工作|从事|经营|不足|有效期|延期|逾期|超期|保存|保修|每(?![^，。；]{0,5}(?:之日|日起|后)))[^，。；]{0,6}$"
)


# 并在完成后3个月内申请验收: what follows the work
_AFTER_WORK = re.compile(r"(?:完成|结束|建成|到期|期满)(?:之日)?起?[之以]?后?\s?$")
_ACCEPTED = re.compile(
    r"\s?(?:[之以]?内)?[，,]?(?:向[^，。；]{2,16}|由[^，。；]{2,24})?(?:申请|提出|提请|提交|组织|开展|办理)?[^，。；]{0,4}"
    r"(?:验收|结题|绩效评价|测评|评测)"
)
_BANNED = re.compile(r"^\S{0,12}?[，,]?\s?(?:不得(?!迟于|晚于|超过|少于)|不再|不予|取消)")  # 获奖后5年内，不得重新申报
_TRIAL = re.compile(r"(?:试用|试运行|质保|保修|运维)期?[^，。；]{0,6}$")
_DONE_IN = re.compile(r"[^，。；\d]{0,6}(?:完成|建成|实现|达到|研制|通过)")
_ONE_SENTENCE = 60
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")  # 试用期2个月（含在建设周期内）


def period_kind(clean: str, duration: Duration, place: Place) -> DeadlineKind | None:
    """The kind of deadline that a duration sets, None where it sets none."""
    if duration.iso.startswith("PT") and duration.iso.endswith("M") and duration.after is None:
        return None  # 8分钟以内的视频: how long something lasts
    before = clean[place.clause.start : duration.start]
    if _SPENT.search(before) or _LASTING.search(before):
        return None
    own = _IN_BRACKETS.sub("", place.clause.of(clean))
    if (
        _STATE.search(before)
        or _TRIAL.search(before)
        or clean.startswith(("以上", "有效", "质保", "保修"), duration.end)
    ):
        return None
    if _AFTER_WORK.search(before) and _ACCEPTED.match(clean, duration.end):
        return "other"
    return _set_kind(clean, duration, place, before, own)


def _set_kind(clean: str, duration: Duration, place: Place, before: str, own: str) -> DeadlineKind | None:
    """The kind that the words of the clause tell, its brackets left out (``own``), with those around it."""
    around = place.before.of(clean) + own
    if duration.limit and duration.after is not None and _JUDGING.search(own):
        return "review"
    if duration.limit and duration.after is not None and _CHECKING.search(own) and not _REVIEWING.search(own):
        return "review"
    if duration.after is not None and _ANSWERING.match(clean, duration.end):
        return "announcement"
    if _BANNED.search(own[len(before) :] if own.startswith(before) else own):
        return None
    if _ISSUER.search(own.replace(duration.after or "", "", 1)):
        return None
    if (
        _WORK.search(own)
        or _CARRIED_OUT.search(around)
        or _COUNTED_FROM.search(place.before.of(clean) + before)
        or (_PERIOD.search(place.before.of(clean)) and _EACH.search(before))
    ):
        return "completion"
    handed_in = _HANDED_IN.search(own.replace(duration.after or "", "", 1))
    if _PERIOD_TITLE.fullmatch(place.heading) and duration.after is not None and not handed_in:
        return "completion"
    return _duty_kind(duration, own, around) if duration.limit or duration.after is not None else None


def is_stage(clean: str, duration: Duration, later: Duration) -> bool:
    """18个月内完成样机，36个月内完成示范: what is done first in the sentence is a stage of what is done last."""
    between = clean[duration.end : later.start]
    return (
        duration.limit
        and later.limit
        and _DONE_IN.match(clean, duration.end) is not None
        and _DONE_IN.match(clean, later.end) is not None
        and 0 < later.start - duration.end <= _ONE_SENTENCE
        and re.search(r"[。；\n]", between) is None
    )


def _duty_kind(duration: Duration, own: str, around: str) -> DeadlineKind | None:
    """What is to be done within days: put right, recommended, handed in, signed."""
    if _CORRECTION.search(own):
        return "other"
    if duration.after is not None and _TOLD.search(duration.after) and _PAPER.search(own):
        return "materials_due"
    published = duration.after is not None and _PUBLISHED.search(duration.after) is not None
    if published and _CHOSEN.search(duration.after or "") and _BOOK.search(own):
        return "materials_due"
    if published and _APPLY.search(own) and not _SIGNING.search(own):
        return "application_closes"
    if _REVIEWING.search(own):
        return "recommendation_due"
    if _PAPER.search(own):
        return "materials_due"
    if _AGAIN.search(own) and _RETURNED.search(around):
        return "other"
    if _DUTY.search(own) and (_APPLICANT.search(around) or duration.after is not None):
        return "other"
    return None
