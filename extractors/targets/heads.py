"""Heads (表头): which columns of a table of indicators bind, which name the metric, which tell of something else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.targets.dues import due_in

# Heads of the column that binds, of those that do not, and of the one that names the metric.
_GOAL = re.compile(
    r"目标|(?:申报|揭榜|申请|投标|设定|拟定)(?:指标|参数)|^(?:技术|指标|具体|性能|最低|基本)?要求$|期望值$|验收|考核|预期|承诺|许诺|保证(?![金人方]|措施|办法|条件|体系|期)|响应(?!时间|要求)|应答值|申报值|要求值|指标值|完成值|达到值|拟达到|要达到|终期|终值|最终|(?:完成|结束|交付)(?:时(?![限间点])|后)|结题|做到|建成后|计划值|期末|锁定|兑现|交账|(?:交付|达标|及格|过关|保底)线|(?:保证|保底|合同|任务|约定|合格|达标)值|^[到至]20\d\d年|^(?:到期|期满|届时)的?(?:数?值|水平|指标)?$|^(?:本(?:项目|方案|公司|单位|院|所|校|团队)|我(?:方|们|司|公司|单位|院|所|校|团队))的?(?:指标|目标|数值|水平|承诺值?)?$"
)
_PROMISED = re.compile(
    r"(?:申报|揭榜|申请|投标)指标|承诺|许诺|保证(?![金人方]|措施|办法|条件|体系|期)|响应|应答|目标|预期|申报值|完成值|达到|(?:完成|结束|交付)(?:时(?![限间点])|后)|验收时|建成后|做到|^(?:本(?:项目|方案|公司|单位|院|所|校|团队)|我(?:方|们|司|公司|单位|院|所|校|团队))的?(?:指标|目标|数值|水平|承诺值?)?$"
)
_ASKED = re.compile(
    r"(?:榜[单题文]?|通知|通告|指南|公告|公开信|来信|(?:征集|邀请)[函书]|公示|考核|指标|技术|任务|难题|发榜方?|需求方?)*的?(?:要求|指标|底线|限值|门槛)(?:值)?"
    r"|(?:榜[单题文]|通知|通告|指南|公告|公开信|来信|(?:征集|邀请)[函书]|发榜方?|需求方?|方向|课题|任务书)(?:规定|设定|下达)?的?(?:目标|标准|要求)(?:值)?"
    r"|(?:任务|项目|绩效|建设)?目标(?:任务|要求)|(?:对照|对应|对标)(?:难题|榜单|通知|指南|任务|需求)[\u4e00-\u9fff]{0,4}"
)
_BY_THE_CALL = re.compile(
    r"(?:榜单|通知|通告|指南|公告|公开信|来信|发榜方?|需求方?)(?:里|中|上)?的?(?:怎么[说写要]|原[文话]|条[目款]|写的|说的|表述|所[列说])"
)
_VOWED, _BARE_GOAL = (
    re.compile(r"(?:承诺|保证|许诺|应答|响应|申报)值|^(?:本项目|我方|我们)?(?:承诺|保证)$"),
    re.compile(r"目标值?"),
)
_MIDWAY = re.compile(r"中期|阶段|年度目标|里程碑")
# 考核指标, 预期目标名称: the column that names what the next one asks; 指标值, 目标(2025年) are goals all the same.
_NAMES_METRIC = re.compile(
    r"指标|(?:指标|目标|考核|验收|成果|技术)?(?:名称|项目?|内容|类别|要?点|条目)|(?:考核|验收|预期|目标|承诺|技术|性能)指标(?:名称|项|内容)?"
)
_NOT_GOAL = re.compile(
    r"现状|现有|现在|眼下|当下|如今|今[日天]|现今|(?<!验收)(?<!结题)实测|基准|当前|基线|目前|国内|国际|国外|已有|方法|办法|方式|手段|依据|备注|单位$|说明|测试|检验|怎[么样]|如何|序号|编号|责任|承担[方单者]|负责|分工|来源|进度"
)
_GOALS = re.compile(r"(?:考核|验收|预期|绩效|主要|揭榜)*目标")  # in the first column, before 榜单要求 | 项目承诺
_METRIC = re.compile(r"指标|名称|条目|参数|项目|内容|部件|系统|类别|数据集|性能|名目|模块|任务|产品|对象|维度|成果")
# 指标含义 explains the metric that another column names; 指标及含义 names it.
_MEANING = re.compile(r"(?:指标)?的?(?:含义|定义|内涵)(?:及说明|说明)?")
_UNIT_HEAD = re.compile(r"^(?:计量)?单位$")
# 2027年5月, “海燕”2027年: a column of what is reached by then, among goals
_YEAR = re.compile(r"20\d\d(?!\d)")
# 完成时限, 预期完成时间: by when each row is reached
_BY_WHEN = re.compile(
    r"(?:预[期计]|计划|目标|要求|考核|验收|指标)*(?:完成|实现|达成|达到|交付|结题|验收|考核)的?(?:时[限间点]|期限|日期|节点|时间(?:节点|要求))(?:要求)?"
)
# 起点（2024年）, 对照系统, 传统工艺: beside what is promised, among goals
_COMPARED_WITH = re.compile(
    r"起点|起始|初始|对照|竞品|同类|同行|同期|在售|传统|原有|原先|老|立项[时前]|启动[时前]|改造前|实施前|最好|先进|领先|比较|差距|权重|分值|得分|占比|增幅|同比|上年|单价|数量|经费"
)
# 冲刺值, 挑战值: hoped for, not promised
_HOPED_FOR = re.compile(
    r"(?:优秀|优良|理想|卓越)(?:值|线|档|$)|挑战|冲刺|奋斗|努力|仅供|参考|不(?:作为?|是|构成)?承诺|不(?:作|列?入)(?:为)?考核"
)
# 今日 | 基线: what may not be fallen short of, where another column says what there is
_NOW, _BASE = re.compile(r"现[状有在今]|目前|当前|如今|今[日天]|眼下"), re.compile(r"[\u4e00-\u9fff]{0,4}(?:基线|基准)")
# 指标 | 数值 | 验证方式, among goals
_VALUE_HEAD = re.compile(r"(?:指标)?(?:数值|量值|取值|具体数值|值)|(?:技术)?规格(?:值)?|(?:参数|设计|标称)值")
# 水平变化（现在→2027年4月）: what there is and what is to be in one cell
_FROM_NOW = re.compile(
    r"(?:现[在状有]|目前|当前|基[线准]|起点|初始)[^，。；]{0,10}(?:→|⟶|⇒|->|—>|➔|[~～—至到])\s?(?:20\d\d|目标|验收|结题|终期|完成|期末)"
    r"|20\d\d年?\s?(?:→|⟶|⇒|->|—>|➔)\s?20\d\d"
)
# 在售产品, 进口竞品: what there is on the market names no metric
_OTHERS = re.compile(r"在售|竞品|同类|同行|传统|原有|进口|现役|老款|上一?代|对[照比](?!指标|度)")
_VALUE_FIRST = re.compile(r"(?:本项目|我方|我们)?(?:的)?(?:承诺|目标|预期|应答|申报)(?:指标)?值")
_TOTAL = re.compile(r"(?:合计|总计|共计|总数)(?:[（(][^（）()]{0,8}[)）])?$")
_PARTNERS = 2  # columns before one of totals: the metric's, and two at least
_LONGEST_HEAD = 24
_NUMBER_HEAD = re.compile(r"(?:(?:指标)?(?:序号?|[编代]?号|[编代]码|项次|№|[Nn]o\.?))?")
# 指标（怎么理解）: its cells explain the metric behind a colon
_EXPLAINED = re.compile(r"[（(][^（()）]*(?:理解|含义|解释|释义|定义)[^（()）]*[)）]")
_IN_BRACKETS = re.compile(r"[（(]([^（）()]{1,10})[)）]\s*$")


@dataclass(frozen=True, slots=True)
class Columns:
    """The row of the heads, and what each column is for."""

    head_row: int
    metric: tuple[int, ...]
    goal: tuple[int, ...]
    midway: tuple[int, ...]
    unit: int | None
    explained: frozenset[int] = frozenset()  # of the metric's columns
    heads: Mapping[int, str] = field(default_factory=dict)  # the words of each column, of both rows of heads
    due: int | None = None  # the column that says by when


@dataclass(frozen=True, slots=True)
class Heads:
    """A row of heads by column: its words, what the text says that they mean, and the columns of figures below."""

    words: dict[int, str]
    meant: dict[int, str]
    figures: tuple[int, ...]


def columns_of(row: int, heads: Heads, *, years: bool) -> Columns | None:
    """The roles of the columns by the words of a row; None where none binds or none names what is measured."""
    words = heads.words
    goal = _goals(heads.meant)
    if (behind := _named_behind(words, goal)) is not None:
        return Columns(row, (behind,), goal, (), None, frozenset(), words)
    if years and goal == (min(words),):  # 考核项 | 传统产品 | 新产品: the first column binds nothing
        goal = ()
    midway = tuple(c for c in goal if _MIDWAY.search(heads.meant[c]))
    if not goal and years:
        goal = tuple(c for c, w in words.items() if _VALUE_HEAD.fullmatch(w))[:1]
    if not goal and years:
        goal = _totals(heads) or _dated(heads) or _the_other(heads)
        midway = goal[:-1]
    if not goal or len(words) < 2:
        return None
    unit = next((c for c, w in words.items() if _UNIT_HEAD.match(w)), None)
    metric = _metrics(heads, [c for c in sorted(words) if c < min(goal) and c != unit], years=years)
    first = min(words)
    if not metric and midway and not words[first] and first < min(goal) and first not in heads.figures:
        metric = (first,)  # （空） | 中期 | 结题: the names stand below no head
    if not metric:
        return None
    final = tuple(c for c in goal if c not in midway) or goal
    explained = frozenset(c for c in metric if _EXPLAINED.search(words[c]))
    when = next((c for c, w in words.items() if _BY_WHEN.fullmatch(w)), None)
    return Columns(row, metric, final, midway if final != goal else (), unit, explained, words, when)


def _named_behind(words: Mapping[int, str], goal: tuple[int, ...]) -> int | None:
    """承诺值 | 指标 | 怎么测: the column of names, where the one of the values stands first."""
    first = min(words, default=0)
    if goal != (first,) or _VALUE_FIRST.fullmatch(words[first]) is None:
        return None
    return next(
        (c for c, head in words.items() if c > first and _NAMES_METRIC.fullmatch(_IN_BRACKETS.sub("", head))), None
    )


def says_itself(head: str) -> bool:
    """中期, 验收时, 目前: a head that needs no explaining, whatever the text says of it (“验收时”指量产片)."""
    return any(each.search(head) is not None for each in (_GOAL, _MIDWAY, _NOT_GOAL))


def promises(head: str) -> bool:
    """承诺, 目标值, 我方指标: what the applicant binds himself to, and not 榜单要求."""
    other = _is_other(head) or _ASKED.fullmatch(head) is not None or _BY_WHEN.fullmatch(head) is not None
    return _PROMISED.search(head) is not None and not other


def _metrics(heads: Heads, before: list[int], *, years: bool) -> tuple[int, ...]:
    """The columns, of those before the goal, whose words name the metric."""
    words = heads.words
    metric = tuple(c for c in before if _names(words[c]) or (c == min(words) and _GOALS.fullmatch(words[c])))
    # 榜单要求 | 应答值: what is asked names the metric
    metric = metric or tuple(c for c in before if _ASKED.fullmatch(words[c]))[:1]
    if metric or not years:
        return metric
    # 榜单怎么说 | 我们的承诺, among goals
    metric = tuple(c for c in before if _BY_THE_CALL.match(words[c]))[:1]
    if metric:
        return metric
    # 看什么 | 现在的样机 | 验收值, 业务 | 衡量什么 | 起点 | 2027年, among goals
    plain = tuple(c for c in before if not names_none(words[c]) and c not in heads.figures)
    plain = plain or tuple(c for c in before if not names_none(words[c]))[:1]
    return plain or tuple(c for c in before if _MEANING.fullmatch(words[c]))[:1]  # 代号 | 指标含义 | 达标线


def _totals(heads: Heads) -> tuple[int, ...]:
    """The one column of totals behind those of several partners: 甲方 | 乙方 | 合计."""
    found = [c for c, w in heads.words.items() if _TOTAL.search(w) and len(w) <= _LONGEST_HEAD]
    return tuple(found) if len(found) == 1 and sum(c < found[0] for c in heads.words) > _PARTNERS else ()


def _dated(heads: Heads) -> tuple[int, ...]:
    """The columns of figures that a date heads, in the order of the dates, without what the work starts from."""
    dated = [c for c in heads.figures if _YEAR.search(heads.words[c]) and not is_beside(heads.meant[c])]
    return tuple(sorted(dated, key=lambda c: (due_in(heads.words[c]) or heads.words[c], c)))


def _the_other(heads: Heads) -> tuple[int, ...]:
    """The one column of figures beside those that tell of others or of before: 传统工艺 | 新工艺, 今日 | 基线."""
    left = [c for c in heads.figures if not is_beside(heads.meant[c])]
    if not left and any(_NOW.fullmatch(heads.words[c]) for c in heads.figures):
        left = [c for c in heads.figures if _BASE.fullmatch(heads.words[c])]
    return tuple(left) if len(left) == 1 and any(c < left[0] for c in heads.figures) else ()


def is_beside(head: str) -> bool:
    """现状, 竞品, 权重, 单位: the head of a column beside what is promised."""
    return _is_other(head) or _COMPARED_WITH.search(head) is not None or _UNIT_HEAD.match(head) is not None


def _is_other(head: str) -> bool:
    return _NOT_GOAL.search(head) is not None or _HOPED_FOR.search(head) is not None


def _names(head: str) -> bool:
    """The head of a column whose words are part of the metric's name."""
    bare = _IN_BRACKETS.sub("", head)  # 指标（怎么理解）
    named = _METRIC.search(bare) or _NAMES_METRIC.fullmatch(bare)
    return (
        named is not None
        and not any(each.search(bare) for each in (_NOT_GOAL, _OTHERS))
        and not any(each.fullmatch(bare) for each in (_MEANING, _NUMBER_HEAD))
    )


def names_none(head: str) -> bool:
    """序, 编号, 现状, 进度, 含义: no column of names, in whatever words its head is."""
    numbered = _NUMBER_HEAD.fullmatch(head) is not None or "时间" in head
    return numbered or _NOT_GOAL.search(head) is not None or _MEANING.fullmatch(head) is not None


def _goals(heads: dict[int, str]) -> tuple[int, ...]:
    """The columns that bind; 考核指标 names the metric where a goal or a milestone (中期, 验收) stands behind it."""
    found = [
        c
        for c, w in heads.items()
        if (_GOAL.search(w) or _MIDWAY.search(w))
        and not (_NOT_GOAL.search(w) or _HOPED_FOR.search(w) or _BY_WHEN.fullmatch(w))
        and len(w) <= _LONGEST_HEAD
    ]
    found += [c for c, w in heads.items() if _FROM_NOW.search(w) and c not in found and len(w) <= _LONGEST_HEAD]
    bare = {c: _IN_BRACKETS.sub("", heads[c]) for c in found}
    named = [c for c in found if _NAMES_METRIC.fullmatch(bare[c]) or (c == min(heads) and _GOALS.fullmatch(bare[c]))]
    # 预期指标 before 指标值 names what is asked, and promises nothing itself
    names = [c for c in named if any(c < other for other in found if other not in named)]
    promised = [c for c in found if c not in names and _PROMISED.search(heads[c]) and not _ASKED.fullmatch(heads[c])]
    if promised:  # 要求 | 承诺: what the call asks stands beside what the applicant promises
        found = [c for c in found if c in promised or not _ASKED.fullmatch(heads[c])]
    if any(_VOWED.search(heads[c]) for c in promised):  # 目标 | 承诺值: the call's, told beside it
        found = [c for c in found if not _BARE_GOAL.fullmatch(heads[c])]
    named = [c for c in named if c in found]
    behind = [c for c in found if c not in named and _GOAL.search(heads[c])]
    if named and not behind:
        years = [c for c, w in heads.items() if c > min(named) and _YEAR.search(w) and not is_beside(w)]
        behind = years[-1:]
        found += behind
    return tuple(c for c in found if c not in named or not any(c < goal for goal in behind))
