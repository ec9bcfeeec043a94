"""What a date is for (时间节点的种类): told by what is done, and by whom. The words are ``lexicons/deadlines.toml``."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from importlib.resources import files
from typing import TypeVar

from schemas.notice import DeadlineKind

Answer = TypeVar("Answer")
_ONE_DIGIT = bytes.maketrans(b"123456789", b"000000000")


# 向所在县市文化和旅游局提交: to whom it goes, not who acts.
_TOWARDS = re.compile(r"[向给][^，。；：:]{2,16}?(?:部门|[局厅办委科]|单位|中心|政府)(?=提交|提出|递交|申报|申请|报送)")


# 申报企业请于…报送推荐汇总表: the applicants act.
_APPLICANT = re.compile(r"(?:\d{1,2}[.、．]\s?)?(?:申报|申请|揭榜|参赛)(?:企业|单位|人|主体|团队)(?:请|须|应|需|可|于)")
_JUDGED_PAPER = re.compile(
    r"(?<=上传|提交|填写|填报|报送|下载|打印)《[^《》]{0,16}(?:评审|审查|评价)[书表][^《》]{0,8}》"
)  # 上传《申请评审书》
# 《某船评选申报书》, 申报与评审系统: what the applicant fills in and where, whoever judges it
_JUDGED_NAME = re.compile(
    r"《[^《》]{0,60}(?:评[审定选价]|审查|遴选)[^《》]{0,20}(?=申[报请][书表]》)|(?:申报[与和及]评审|评审[与和及]申报)(?:工作|管理)?(?=平台|系统)"
)
# 初审通过的项目打印申报书: which of them act, not what is done.
_PASSED = re.compile(r"(?:初审|审核|审查|复审|评审|遴选)(?:通过|合格)的")
# 本届评选工作现已开始，请…提交: what is under way, not what is due.
_UNDER_WAY = re.compile(r"(?:评选|评审|遴选|推选)(?:工作|活动)?(?:现?已经?|即将|正式)?(?:开始|启动|开展)")


# 自公告之日起接收: since when, not what is done by the day
_SINCE_THEN = re.compile(
    # 本榜自二月二日张贴，至三月十九日止
    r"自\s?(?:[\d一二三四五六七八九〇○零]{4}\s?年)?[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}[日号](?:起)?(?:张贴|张榜|挂榜|发布|公布|公告)"
    r"|自(?:任务书|合同|协议|约定书?|项目)[^，。；：]{0,8}(?:签订|签署|签约|生效|立项|下达|批复)之?日起(?:计算?|算起?)?"
    r"|自?(?:本)?(?:公告|通告|启事|通知|指南|榜单|揭?榜[帖文书])?(?:发布|公布|公告|通告|张[榜贴]|挂榜|印发|发出)?之日起"
    # 签订任务书之日起至…, 签约后于…前完成全部任务
    r"|自?(?:签[订署](?:任务书|合同|协议)|签约|(?:任务书|合同|协议)(?:签[订署]|生效))(?:之日起?|之?后)(?:计算?|算起?)?"
)
# 全部成果须于…前通过技术评审: the work's end, told by who judges it; not 形式审查, which applications pass.
_WORK_JUDGED = re.compile(
    r"(?:任务|课题|项目|榜题|难题|攻关|成果|样机|产品)(?:研究)?(?:成果)?[均都全部]{0,2}(?:应|须|需|要|必须|务必)当?[于在]?\s*$"
)
_JUDGED = re.compile(
    r"\s*(?:[之以]?前|底前?)[^，。；]{0,6}(?:完成|通过)(?![^，。；]*(?:形式|资格|初[审评选]|立项|遴选|推荐|答辩|路演|申报|复[审评]|填[报写]|报名|注册|登记|备案|提交|上传|报送|征集|签[订署约]))"
)
_SYSTEM_OPENS = re.compile(
    r"(?:系统|平台|通道|申报|报名|受理|填报)[^，。；\s]{0,6}(?:开放|开启|开始|启动|开通|上线)(?:时间|日期)?(?=\s|$)"
)
_ENDS_TOO = re.compile(r"截止|关闭|结束")


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: tuple[tuple[DeadlineKind, re.Pattern[str]], ...]
    idle_before: re.Pattern[str]
    idle_behind: re.Pattern[str]
    idle_words: re.Pattern[str]
    application: re.Pattern[str]
    applying: re.Pattern[str]
    organising: re.Pattern[str]


# 起, 开始 behind a date opens; 即日起 is no date.
_OPENING = re.compile(
    r"\s*(?:[（(][^（）()\d]{1,12}[）)])?(?:起|开始|启动|开放|开启|开通|上线|正式(?:开始|开放|启动|开启|开通))(?!止)"
)
_OPENING_LABEL = re.compile(r"(?:开放|开始|启动|开通|开启|起始)(?:时间|日期)[：:为是]?\s*$")
_CLOSING_LABEL = re.compile(r"(?:关闭|截止|结束)(?:时间|日期)[：:为是]?\s*$")
_APPLYING_ENDS = re.compile(
    r"[^，。；：（(\n]{0,8}(?:申报|报名|受理|填报)(?:系统)?(?:的)?(?:截止|关闭)(?:时间|日期)?[：:为是]{0,2}\s?$"
)
# 市级初审受理截止时间: when it takes papers
_FIRST_LOOK = re.compile(r"(?:初审|初评|初选|预审|形式审查|评审)(?=受理|申报)")
_NEXT_TO = 28  # characters before a date
# 将于6月1日公示, 公布阶段（6月）: a plan; 已于 is past.
_PLANNED = re.compile(
    r"(?:将|拟|计划|预计|定)[于在]?\s*$|(?:公布|公示|揭晓|发布|表彰|颁奖|命名)(?:阶段|环节|时间)[（(：:]\s*$"
)
_NAMED = re.compile(r"(?:名单|结果|榜单)[^，。；]{0,6}$")
_RESULTS = re.compile(r"\s*(?:在[^，。；]{2,10}上|向社会)?(?:公布|公告|公示|揭晓)[^，。；]{0,10}(?:名单|结果)")
# 12月5日（周四）：各学院报送…: a line of a timetable without a table.
# 3月13日　揭榜申报截止（24时）: the same without a colon.
_SCHEDULED = re.compile(
    r"\s*(?:[（(][^（）()]{1,8}[)）])?\s*[：:]\s*(?=\S)"
    r"|[ \u3000\t]+[^，。；：:（）()\s\d]{2,16}(?:截止|结束|关闭)(?=$|[\s（(。；])"
)
_LAST = re.compile(
    # 二〇二七年三月一日（2027年3月1日）下班前: the day said again in its bracket
    r"\s*(?:[)）]\s*)?(?:下班)?(?:[（(“「][^（）()“”「」]{1,14}[）)”」])?(?:当[天日晚][或及和]?)?(?:以前|之前|前|止|为止|截止|底前|为截止(?:时[间刻]|日)|[（(][^（）()]{1,12}[）)]为截止|关闭|结束"
    r"|[是为](?:最后|截止)[一1]?[天日]|[是为]最后期限|[是为][^，。；\d]{0,4}(?:交卷|交榜|完工|竣工|交工|收官|交付|截榜|收件)(?:之?日|日期|期限)|(?:收|截|闭|封)榜|(?:课题|项目|任务|攻关|研究)(?:全部)?(?:结束|结题|完成|终止)"
    r"|(?:申报|报名|申请|受理|征集|填报)(?:工作)?(?:截止|结束|关闭)"
    r"|[^，。；\d]{0,8}?自?动?(?:关闭|停止(?:受理|申报|填报|接收|报名))|(?:停止|终止|截止|不再)收[件信稿案卷函]"
    r"|收[件信稿案卷函]?(?:完|齐|讫|截止|结束)|[（(]含|[)）]?前|(?:统一|集中)?(?:[交送报寄][到至]|报送|送交|送达)|[（(][^（）()]{1,20}[)）]\s*(?:之|以)?前)"
)
_DUE_BEFORE = re.compile(
    r"(?:截止|截至|截止到|不[得应]?迟于|不[得应]?晚于|延[长期]?至|顺延至|最迟|最晚|至迟)[^，。；]{0,14}$|(?:完工|竣工|交付|交工|完成|结题)(?:之日|日)?[：:为是]{1,2}\s*$|(?:时间|时限|期限|日期)(?:统一|均|一律|都)?定?[：:为是]?\s*$|起至?到?\s*$"
    r"|最后(?:一天|一日|期限)[为是：:]?\s*$|(?:收取|接收|收件|受理|征集|收榜|[干做收攻]|(?<!日)期限?)[至到]\s*$|(?:[截终]?止于)\s*$"
)


@cache
def _words() -> _Words:
    path = files("extractors") / "lexicons" / "deadlines.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    generic = table["generic"]
    return _Words(
        kinds=tuple((entry["kind"], _any_of(entry["words"])) for entry in table["kinds"]),
        idle_before=_any_of(table["idle_before"]),
        idle_behind=_any_of(table["idle_behind"], table["idle_after"]),
        idle_words=_any_of(table["idle_words"]),
        application=_any_of(generic["application"]),
        applying=_any_of(generic["applying"]),
        organising=_any_of(generic["organising"]),
    )


def _any_of(*said: str | list[str]) -> re.Pattern[str]:
    """The expressions, each one or a list of alternatives, as one."""
    return re.compile("|".join(words if isinstance(words, str) else "|".join(words) for words in said))


def _kept(ask: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Keeps the answers: a sentence of many dates asks with the same words for each; which digit it is says nothing."""
    kept = lru_cache(4096)(ask)

    @wraps(ask)
    def answer(words: str) -> Answer:
        # through bytes, where to translate a long clause takes a tenth of the time
        return kept(words.encode("utf-8", "surrogatepass").translate(_ONE_DIGIT).decode("utf-8", "surrogatepass"))

    return answer


def is_idle(before: str, behind: str) -> bool:
    """The date binds nobody: 成立于…, …以前正式注册, …以后, 发布时间：…; the words of its clause on both sides."""
    words = _words()
    return (
        words.idle_before.search(before) is not None
        or words.idle_behind.match(behind.lstrip()) is not None
        or _is_idle_clause(before + behind)
    )


@_kept
def _is_idle_clause(words: str) -> bool:
    return _words().idle_words.search(words) is not None


def is_binding(before: str, behind: str) -> bool:
    """前, 截止, 止 stand at the date, or it ends a statement of a time (截止时间为…)."""
    return _LAST.match(behind) is not None or _DUE_BEFORE.search(before) is not None


def is_scheduled(before: str, behind: str) -> bool:
    """The date heads its line, and what is due follows behind a colon."""
    return not before.strip() and _SCHEDULED.match(behind) is not None


def opens(before: str, behind: str) -> bool:
    """起 or 开始 stands behind the date, or 开放时间 before it."""
    return _OPENING.match(behind) is not None or _OPENING_LABEL.search(before) is not None


def opens_in_table(heading: str) -> bool:
    """申报系统开放 | 10月8日: the row says that applying begins, and nothing that it ends."""
    return _SYSTEM_OPENS.search(heading) is not None and _ENDS_TOO.search(heading) is None


def ends_work(before: str, behind: str) -> bool:
    """三项任务均应在…前完成现场考核: whoever judges, what is to be done by the day is the work."""
    return _WORK_JUDGED.search(before) is not None and _JUDGED.match(behind) is not None


def closes(before: str) -> bool:
    """关闭时间 stands before the date."""
    return _CLOSING_LABEL.search(before) is not None


def closes_applying(before: str) -> bool:
    """（受理截止时间为9月28日: the words next to the date say that applying ends, whatever the clause speaks of."""
    match = _APPLYING_ENDS.search(_FIRST_LOOK.sub("", before[-_NEXT_TO:]))
    return match is not None and specific_kind(match.group()) is None


def is_planned(before: str, behind: str) -> bool:
    """将于, 拟于 stand before the date, or 公布…名单 behind it: what the issuer means to do."""
    named = _NAMED.search(before) is not None and re.match(r"\s*(?:公布|公示|揭晓|发布|公告)", behind) is not None
    return named or _PLANNED.search(before) is not None or _RESULTS.match(behind) is not None


@_kept
def specific_kind(words: str) -> DeadlineKind | None:
    """The kind that the words name, None where they name none."""
    words = _SINCE_THEN.sub("", words)
    words = _JUDGED_NAME.sub("申报", words)
    words = _UNDER_WAY.sub("", _JUDGED_PAPER.sub("", _PASSED.sub("", _TOWARDS.sub("", words))))
    kind = next((kind for kind, pattern in _words().kinds if pattern.search(words)), None)
    if kind == "recommendation_due" and (_words().organising.search(words) or _APPLICANT.match(words)):
        return None
    return kind


@_kept
def is_application(words: str) -> bool:
    """The words speak of applying."""
    return _words().application.search(words) is not None


@_kept
def names_application(words: str) -> bool:
    """The words say that applying itself is meant, not only that something is handed in (交至, 截止)."""
    return _words().applying.search(words) is not None
