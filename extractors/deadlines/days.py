"""The kind of a day or of a window of days, told by the words of its clause, those before it, and its heading."""

import re

from extractors.deadlines.kinds import (
    closes,
    ends_work,
    is_application,
    is_binding,
    is_planned,
    is_scheduled,
    names_application,
    opens,
    opens_in_table,
    specific_kind,
)
from extractors.deadlines.places import asks_on_the_day
from schemas.notice import DeadlineKind

# 2027年10月31日前完成。, 最迟…完成 of a task, 最迟…交账
_DONE = re.compile(r"\s*(?:[之以]?前)?(?:全部|全面)?(?:完成|完工|竣工|收[官工]|交账)[。；]?$")
_LIMITS = re.compile(r"(?<![上下期年时权有局界无极不门])限(?:于|在|定于|期于)?\s*$")  # 各题均限2027年10月31日完成
# 多久做完？ over the day; 截止。 that runs in before it
_ASKS_WORK = re.compile(
    r"(?:多久|多长时间|[几何]时|(?:什么|啥)时候?|哪[天日])[^，。；]{0,4}(?:做[完成好]|干[完成好]|完[成工]|竣工|交[付账])"
    r"(?![^，。；？?]{0,4}(?:注册|准备|填[写报]|审核|评审|公示|签约))"
)
_CLOSING_TITLE = re.compile(r"(?:申报|报名|揭榜|应榜|受理|递交|报送|收件|征集)?(?:的)?(?:截止|截榜)(?:时间|日期|日)?")
# 9月底前完成审核并…公示: what is done first by the day; 县农业农村局于12月20日前完成验收: an office looks at the work
_JUDGES_FIRST = re.compile(r"\s*(?:[之以]?前|底前?)完成[^，。；]{0,8}(?:审核|评审|复核|论证|评估)")
_OFFICE_ACTS = re.compile(r"[\u4e00-\u9fff](?:局|厅|委|办|管委会|主管部门)(?:将|拟|应|须)?[于在]?\s*$")
_ACCEPTS = re.compile(r"\s*(?:[之以]?前|底前?)(?:组织|完成|开展)[^，。；]{0,6}(?:验收|核查|核验)")
# 最迟在…把东西做成、装上; not 将申报书交齐
_MADE = re.compile(
    r"\s*(?:[之以]?前)?[把将](?![^，。；、]{0,12}(?:申报|报名|材料|资料|[书表证]))[^，。；、]{1,12}?"
    r"(?:做成|做好|做完|干完|完成|完工|建成|装好|验完|交付|交出)"
)
_ASKS_APPLYING = re.compile(r"(?:几时|何时|什么时候|啥时候?|哪[天日]|几号)[^，。；、]{0,4}(?:报|揭|收|交(?![付货工]))")
_ENDS = re.compile(r"\s*(?:全部)?(?:结束|终止|止|为止)[。；]?$")
# 项目自7月1日起实施，须于…前完成; 至…结束
_CARRIED_OUT = re.compile(
    r"(?:项目|任务|课题|攻关)[^。；]{0,16}(?:起|开始|启动)(?:实施|执行|攻关|建设|研究|研发)?[，,；]"
)
_SYSTEM = re.compile(r"(?:平台|系统|网站|端口)[^，。；]{0,4}\s*$")
_OF_WORK = re.compile(r"(?:研究|实施|执行|建设|攻关|项目|任务)(?:期限|周期|期)(?!满)")
_PAPERS = re.compile(r"纸质|书面(?:材料|申报)|纸件")
# 4月13日至5月15日期间将申报材料报送…: when one applies. Papers have a day by which they are due, or are named.
_APPLYING = re.compile(r"申[报请](?:材料|资料|书|表|文件)|揭榜(?:材料|文件|书)")
# 形式审查 | 6月15日前 | 申报书电子版提交至…: a step of a review that begins with what the applicants hand in.
_HANDED_IN = re.compile(r"申[报请](?:书|材料|资料|表|文件)[^，。；]{0,10}(?:提交|上传|报送|交|送)[至到]")
_DELIVERED = re.compile(r"纸质|书面|纸件|寄|快递|邮戳|光盘|送达|送交|盖章|一式|打印|装订|推荐|汇总")
# 5月至9月，参赛团队开展攻关: while a contest's work is done.
_AT_WORK = re.compile(
    r"(?:参赛|揭榜)(?:团队|选手|队伍|者)[^。；]{0,24}(?:开展|进行)[^，。；]{0,6}(?:攻关|研发|研制|创作)"
)
# 完工日 | 2028年11月30日，以终验签字日计: how the day is told, and nothing else
_COUNTED = re.compile(r"\s*(?:[（(][^（）()]{1,10}[）)])?[，,]\s?以[^，。；]{1,20}(?:为准|计算?|算)[。；]?\s*")
# 申报时间为…（以邮戳为准）, 5.1 递交时间：…: the label of the window; not 纸质件递交时间, 样品接收时间
_WHEN_TO_APPLY = re.compile(
    r"(?:^|[。；，：:、\s）)】〕])(?:项目|揭榜|应榜|申报|申请|方案|材料|资料|文件|[网线]上|集中|本次|的){0,3}"
    r"(?:申报|报名|揭榜|应榜|受理|申请|征集|投递|递交|接收|收件|提交|报送)的?(?:起止|有效)?(?:时间|日期|期限|期间|时段)"
    r"\s?(?:统一|均)?[为是：:]{0,2}\s?(?:自|从)?\s?$"
)
# 6月1日至6月30日18:00接收, 方案于…期间统一受理: who applies hands in then
_IS_TAKEN = re.compile(
    r"\s?(?:止|期间|[之以]?内)?[，,]?\s?(?:统一|集中|正式|开放)?(?:接收|收取|收件|接件|受理)(?=[。；，,申报材方揭\s]|$)"
)
_TAKEN = re.compile(r"^\s?(?:[^，。；：:]{0,8}(?:申报|申请|揭榜|应榜)?(?:方案|材料|文件|书))?[于在]?\s?$")
_DURING = re.compile(r"\d[日号](?:期间|之间|内)")
_DAY = re.compile(r"\d月\d{1,2}日")


def kinds_of_range(before: str, behind: str, context: str, heading: str) -> list[DeadlineKind]:
    """A window: for papers, reviews and work its end, for applying both ends, whatever else its sentence says."""
    own = before + behind
    if _WHEN_TO_APPLY.search(before or context) or (_IS_TAKEN.match(behind) and _TAKEN.search(before)):
        return ["application_opens", "application_closes"]
    if _AT_WORK.search(own) is not None and not names_application(own.replace("参赛", "")):
        return []
    for words in (own, context, heading):
        kind = specific_kind(words)
        applying = kind == "materials_due" and _is_applying(words)
        if kind is not None and not applying:
            return [kind]
        if applying or is_application(words):
            return ["application_opens", "application_closes"]
    return []


def _is_applying(words: str) -> bool:
    """What is handed in is the application, and nothing says on paper."""
    return _APPLYING.search(words) is not None and _DELIVERED.search(words) is None


def kind_of_day(before: str, behind: str, context: str, heading: str, *, lone: bool) -> DeadlineKind | None:
    """The kind of a single day, whose row may say that applying begins; the work's end, whoever judges it."""
    if lone and not behind.strip() and opens_in_table(heading):
        return "application_opens"
    if _OFFICE_ACTS.search(before) and _ACCEPTS.match(behind):
        return "review"
    made = (is_binding(before, "") and _MADE.match(behind)) or (_LIMITS.search(before) and _DONE.match(behind))
    if made or (ends_work(before, behind) and not opens(before, behind)):
        return "completion"
    return _told_of_day(before, behind, context, heading, lone=lone)


def _told_of_day(before: str, behind: str, context: str, heading: str, *, lone: bool) -> DeadlineKind | None:
    """The kind of a single day; ``lone``: in a cell of a timetable it needs no 前."""
    if opens(before, behind):
        of_work = _OF_WORK.search(context + before) is not None  # 研究期限不超过30个月，起始时间为9月1日
        of_system = _SYSTEM.search(before) is not None and is_application(context)  # 平台自4月15日起开放
        applying = of_system or is_application(before + behind + heading)
        return "application_opens" if not of_work and applying else None
    own, kind = before + behind, _kind_said(before, behind, context)
    planned = kind in ("announcement", "review") and is_planned(before, behind)
    told_alone = not before.strip() and _COUNTED.fullmatch(behind) is not None
    lone = (lone and (told_alone or not behind.strip())) or is_scheduled(before, behind)
    if before.rstrip().endswith("每年") and is_binding(before, behind):
        return "other"  # 每年12月20日前上报总结: again and again
    asked = kind in ("materials_due", "recommendation_due") and asks_on_the_day(before)
    # 截止。2027年3月19日下午5时，以签收为准; a day alone below it may be the signature's
    asked = asked or (not before.strip() and bool(behind.strip()) and _CLOSING_TITLE.fullmatch(heading) is not None)
    if not (planned or lone or asked or is_binding(before, behind)):
        return None
    if kind is not None:
        return kind
    if names_application(own):
        return "application_closes"
    if (_DONE.match(behind) or _ENDS.match(behind)) and _CARRIED_OUT.search(context):
        return "completion"
    told = _told_around(context) or _told_around(heading)
    if told is not None:
        return told
    if closes(before) or is_application(own + context + heading):
        return "application_closes"
    return "completion" if _DONE.match(behind) else None


def _kind_said(before: str, behind: str, context: str) -> DeadlineKind | None:
    """The kind that the words on both sides of the day name."""
    own = before + behind
    labelled = before.rstrip().endswith(("：", ":"))  # 评审公示：10月底前完成评审
    kind = (specific_kind(behind) if labelled else None) or specific_kind(own)
    if kind == "announcement" and _JUDGES_FIRST.match(behind):
        return "review"
    papers = _PAPERS.search(context) is not None and _DAY.search(context) is None  # papers with a day of their own
    if kind == "recommendation_due" and papers and "推荐" not in own + context:
        return "materials_due"  # 纸质版一式四份，…由学院汇总于1月13日前交至
    return kind


def _told_around(words: str) -> DeadlineKind | None:
    """What the words before a date's clause say it is for; …期间将申报材料报送县局，截止时间为5月15日17:30 closes."""
    if _ASKS_WORK.search(words) is not None and _ASKS_APPLYING.search(words) is None:
        return "completion"
    kind = specific_kind(words)
    if kind == "completion" and _ASKS_APPLYING.search(words) is not None:
        return "application_closes"  # 什么时候报、什么时候完？: the work's end says so itself
    if kind == "review" and _HANDED_IN.search(words) is not None and _DELIVERED.search(words) is None:
        return "application_closes"
    window = kind == "materials_due" and _DURING.search(words) is not None and _is_applying(words)
    if kind is not None and not window:
        return kind
    return "application_closes" if window or names_application(words) else None
