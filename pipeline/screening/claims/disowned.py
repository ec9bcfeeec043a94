"""A figure that nobody is held to, or that holds at a second try only.

我们自己不认领这个数; 以1500为奋斗方向，做到多少算多少; 经返修后达到98.6% of a 一次合格率.
"""

import re
from collections.abc import Iterator

from extractors.values.quantities import find_quantities
from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.other_cases import cell_of
from schemas.facts import Target

# 我们自己不认领这个数, 恕不保证: a clause of its own that stands behind the figure and says nothing but that
_SELF = (
    r"(?:本|该|此|这|上述)[项个一]?(?:指标|数值?|数字|单位|公司|企业|项目|值)?|我(?:们|方|司|单位|公司|院|所|校)"
    r"|申报(?:方|单位|人)|承担(?:方|单位)|自己"
)
_DISOWNED = re.compile(
    rf"(?P<before>^|[，,；;。（(])\s?(?:但|而|且|并|故|也|均|都|暂|对|就|因此|所以|目前|现阶段|{_SELF}|[，,]){{0,8}}"
    r"(?:恕|概)?(?:不(?:能|会|敢|便|宜)?|无法|难以)(?:作(?:为)?|做|予以?|给|出|再|另|任何|具体|硬性|量化|相应)*"
    rf"(?:承诺|保证|担保|认领|认账|认定|打包票|背书|兜底|负责|作数|算数)(?:{_SELF})?(?=[，,；;。）)\s]|$)"
)
# 极端海况除外，不作承诺: said of what is left out
OF_A_CASE = re.compile(r"(?:时|[之以]?外|情况下|条件下|下|期间|部分|的|者|因素)$")
# 做到多少算多少, 测出来是多少就报多少: no figure binds
_AS_IT_COMES = re.compile(
    r"(?:做|测|达|实|能|到|跑|算)[^，。；;\d]{0,6}?(?:多少|几何)[，,]?(?:就|便|即|则|都)?"
    r"(?:算|报|是|写|填|认|交付?|给|按)[^，。；;\d]{0,2}多少"
)
# 以1500为奋斗方向, 冲着28MPa去努力; not 以1500为保底，1800为奋斗目标
_WISHED = re.compile(
    r"(?:以|把|将)\s?[≤≥]?\d[\d.,]*[^，。；;\d]{0,12}?(?:为|当作?|作为|定为|列为)(?:我们|本项目)?"
    r"(?:努力|奋斗|追赶|追求|学习|参考|挑战|冲刺|向往|远期)(?:的)?(?:方向|目标|值)"
    r"|(?:冲|奔|朝|向)[着向]?\s?[≤≥]?\d[\d.,]*[^，。；;\d]{0,8}?(?:去|这个方向)?(?:努力|使劲|奋斗|靠拢|冲刺)"
)
_AS_FAR = 40  # characters behind a figure
_FLOOR = re.compile(r"确保|保证|保底|兜底|底线|不[低少高超大小][于过]|至少|承诺")
# 一次合格率, 首检通过率, 直通率: at the first go
_FIRST_GO = re.compile(r"一次|首次|首检|首件|单次|初次|一遍|直通")
_GO_AGAIN = (  # 复检, 重测 may only confirm what came out
    r"(?:返[修工焊]|补[焊打做]|重[焊做试修]|修[补复]|重新(?:加工|焊接|打磨|调[整试]|装配|处理|[上下]机|组装|抛光|涂[装覆])"
    r"|(?:[两二三几多]次|再次)(?:以?内)?的?(?:加工|修|焊|打磨|调整|调试|尝试))"
)
_SECOND_GO = re.compile(
    rf"(?:经过?|通过|允许|含|包括|加上|计入|算上|连同|累计)[^，,。；;（）()\d]{{0,8}}?{_GO_AGAIN}[^，,。；;（）()]{{0,6}}|{_GO_AGAIN}[^，,。；;（）()]{{0,3}}(?:后|完毕)"
)
_NO_SECOND_GO = re.compile(r"(?:未|不|无|没有|免)[^，。；;]{0,3}$")
# 返修后全部合格, 返修后复检: what becomes of those that failed; 补焊工艺改进, 修补不超过两次: no count of them
_NOT_COUNTED = re.compile(
    r"前|[^，,。；;）)]{0,10}(?:不[计算列]|除外|另[计算]|判)|[焊件品口]?(?:工艺|技术|方[法案]|设备|流程|制度|次数|(?:次数)?不超|台账|记录)"
    r"|[^，,。；;）)]{0,3}后?[^，,。；;）)]{0,3}(?:全部|均|再次?|复[检测验]|重新|应|须)|[^，,。；;）)]{0,3}后(?:的?合格率|合格$)"
)
_THE_REST = re.compile(r"(?:其[余它他]|余下|剩余|不合格)[^，。；;]{0,12}$")  # 其余4%经返修后合格


def disowned(_required: Target, _claim: Target, told: Around) -> Iterator[str]:
    """What is said behind the figure, in its own cell and before the next figure, that takes the whole of it back."""
    cell = told.in_cell[: _upto_figure(told.in_cell)]
    for said in _DISOWNED.finditer(cell):
        if not OF_A_CASE.search(cell[: said.start()]):
            yield said.group().strip("，,；;（(。 ")


def as_it_comes(required: Target, _claim: Target, told: Around) -> Iterator[str]:
    """No figure binds, or the figure is where one would like to come, and the cell holds no other that binds."""
    words = told.sentence[max(0, told.start - 4) : told.end + _AS_FAR]
    floor = _FLOOR.search(cell_of(required, told).words) is not None
    for said in (_AS_IT_COMES.search(told.in_cell[:_AS_FAR]), None if floor else _WISHED.search(words)):
        if said is not None:
            yield said.group()


def at_second_go(required: Target, _claim: Target, told: Around) -> Iterator[str]:
    """经返修后达到98.6% where 一次合格率 is asked."""
    if not _FIRST_GO.search(required.metric) or re.search(_GO_AGAIN, required.evidence.text):
        return
    cell = re.split(r"[；;\t：:]", told.sentence[: told.end])[-1] + told.in_cell
    for said in _SECOND_GO.finditer(cell):
        again = re.split(_GO_AGAIN, said.group() + cell[said.end() :])[1]
        before = cell[: said.start()]
        if not (_NO_SECOND_GO.search(before) or _THE_REST.search(before) or _NOT_COUNTED.match(again)):
            yield said.group()


def _upto_figure(words: str) -> int:
    first = next(iter(find_quantities(words)), None)
    return first.outer_start if first is not None else len(words)
