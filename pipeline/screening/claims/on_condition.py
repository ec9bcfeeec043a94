"""A figure that holds only if others agree or pay.

自有产线150万只；若银行贷款获批，再扩至220万只; 以加倍功率获准为前提.
"""

import re
from collections.abc import Iterator

from extractors.values.quantities import find_quantities
from pipeline.screening.claims.around_claims import Around
from pipeline.screening.claims.other_cases import cell_of
from schemas.facts import Target

# 如下, 例如 open no condition
_IF = re.compile(
    r"(?:若|倘若?|假[如若]|如果|只要|一旦|(?<![例诸比譬犹])如(?![下图表上前实期约何此]))(?P<said>[^。；;\n]{2,36})"
    r"|(?:以|在|视|取决于|待)(?P<also>[^。；;，,\n\d]{2,24}?)(?:为前提|(?:的|这一)?前提下|的?情况下|而定|为条件|后(?=方|才|可))"
)
# what others have to grant or to pay: not 若遇停电, 在保证质量的前提下, 若料款已付
_PAYS = (
    r"(?:到[位账帐]|拨[到付下转]|下[拨达发]|[发支兑]放|兑现|划[拨转]|批[下出]来?|给[到足]|拿到|争取到|解决|落[地实]|够)"
)
_OF_OTHERS = re.compile(
    rf"(?:补助|补贴|拨款|专项资金|财政资金|资助|贷款|融资|扶持资金|配套资金|(?:财政|省级|市级|县级|上级|首笔|首期|奖补)[^，,。]{{0,4}}(?:资金|经费))[^，,。]{{0,16}}{_PAYS}"
    rf"|(?:拿到|争取到|获得|落实)[^，,。]{{0,8}}(?:补助|补贴|拨款|资助|贷款|融资|专项资金|财政资金)|"
    r"(?:获[批准得]|批准|准许|批复|许可|同意)|(?:贷款|融资|订单|投资|追加|配套|补[助贴]|政策|用地|指标)[^，,。]{0,8}(?:到位|落实|充足|充裕|达成|签订|下达|支持)"
    r"|(?:追加|增加|另[行外]?(?:拨付|安排|支持))[^，,。]{0,4}(?:资金|经费|投入|补助)"
)
_LONGEST = 44  # characters from the condition to the figure


def on_condition(required: Target, claim: Target, told: Around) -> Iterator[str]:
    """The condition before the claim's figure, or right behind it, in the cell of its own metric."""
    cell = cell_of(required, told)
    if not cell.named or _IF.search(required.evidence.text):
        return
    own = next((one for one in find_quantities(cell.words) if one.value == claim.value), None)
    if own is None:
        return
    for said in _IF.finditer(cell.words):
        words = said["said"] or said["also"]
        before = said.start() < own.start <= said.start() + _LONGEST
        within = before and not re.search(r"[。；;\n]", cell.words[said.start() : own.start])
        granted = _OF_OTHERS.search(cell.words[said.start() : own.start] if within else words)
        behind = 0 <= said.start() - own.outer_end <= 3 and said["also"] is not None
        if granted is not None and (within or behind):
            yield cell.words[said.start() : own.outer_end if within else said.end()]
