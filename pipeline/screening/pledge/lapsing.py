"""A letter (承诺书) that ends its own promises on a condition: 如未一次性付清，以上各项承诺自动失效."""

import re
from collections.abc import Sequence

_HERE = r"[^，,。；;]"  # within a part of a sentence
_OURS = r"(?:我|本)(?:单位|公司|企业|方|院|所|校)"
_BY_ITSELF = r"(?:自动|自行|即行?|即告|同时|当即|随即|随之|当然|均|全部|一律|也)+"
_LAPSES = re.compile(
    rf"(?:以上|上述|前述|本|各项|全部|所有|有关)(?:各项|全部|所有|有关)?承诺(?:事项|内容|书)?{_BY_ITSELF}"
    r"(?:告|视为|归于)?(?:失效|无效|作废|终止|解除|取消|不再有效|不再履行)"
    rf"|(?:本|以上|上述|前述)(?:各项|全部)?(?:承诺书?|书)(?:[均也即则]|自始)?不(?:再)?(?:(?:发生|产生|具有?)(?:任何)?(?:法律)?效力|生效)"
    rf"|对{_OURS}(?:[均也都即便])?不(?:再)?(?:具有?|有|产生|构成)(?:任何)?(?:法律)?约束力"
    rf"|{_OURS}(?:及{_HERE}{{2,8}})?(?:可|即可|有权)?(?:[均也都即便])?不(?:再)?受(?:以上|上述|前述|本)?"
    rf"{_HERE}{{0,6}}(?:承诺|本书|各[条项款]|条款){_HERE}{{0,4}}(?:约束|限制)"
)
# A letter of no use any more: the work was not chosen, or is done
_NOT_CHOSEN = re.compile(
    r"(?:未能?|没有|不予|不再)(?:获得?|被|予以|得到|取得|通过)?[^，。；在于]{0,6}?(?:立项(?!后)|入选|中榜|揭榜|选中|选定|录取|批准|核准|评审|遴选|推荐)"
    r"|落选|落榜|(?:揭榜|申报|竞榜|立项|评审)[^，。；]{0,4}(?:失败|不成功|不通过)|(?:撤销|取消|撤回|终止)(?:本|该)?(?:次|批)?(?:榜单|发榜|揭榜|项目|任务|申报)"
    r"|验收(?:合格|通过|完成)?[之以]?后|通过验收|履行完毕|(?:项目|任务|执行期|合作期)[^，。；付]{0,6}(?:结束|完成|结题)[之以]?后[，,]?(?=以上|上述|前述|本|各项|全部|所有|有关|自动)|期满|届满|到期|不可抗力"
    # 未加盖公章的，本承诺书不生效
    r"|(?:未|没有|不)[^，。；]{0,8}(?:盖章|公章|签[字章署名]|签名)|(?:涂改|复印)(?:的|件)?[，,]?(?=本|以上|上述|前述)"
)
_BREACH = re.compile(
    r"违反|违背|违约|不符|不一致|不实|有误|虚假|失信|(?:未能?|没有?)(?:按[期时])?(?:履行|兑现|完成|做到|达到|落实)|不能(?:完成|履行|兑现)"
)
_SOFT = re.compile(
    r"[^，。；]{0,12}(?:协商|商议|商量|沟通)(?:解决|处理|处置|确定|解释|说明)?[^。；]{0,16}|视[^，。；]{0,8}(?:情形|情况|情节)[^，。；]{0,8}(?:处理|解决)"
    r"|(?:酌情|妥善|友好|另行|适当)(?:予以|地)?(?:协商|处理|解决|处置|商定|整改)|(?:予以|作出|再行)(?:必要的?)?(?:说明|解释)"
)
# 承担全部法律责任, 责任由我单位承担, 全额退回; not 切实承担主体责任, which is a duty
_LIABLE = re.compile(
    r"(?:承担|担负|负)(?!主体|社会|管理)[^，。；]{0,12}(?:责任|后果|损失)|负全责|(?:责任|后果|损失)[^，。；]{0,12}(?:承担|负责|自负)"
    r"|赔偿|退[回还缴赔]|返还|追[究回缴]|处罚|惩戒|处分|取消[^，。；]{0,10}资格|(?:接受|服从)[^，。；]{0,10}(?:处理|裁决)|失信|终止"
)
# 承担部分法律责任, 视情况承担, 免予追责, 对故意违反上述承诺的后果负责: less than all that a breach brings
_HALF = re.compile(
    r"(?:承担|负)(?:部分|一定|有限|次要|适当|少量)(?:程度)?的?[^，。；]{0,6}责任|视情[^，。；]{0,6}(?:承担|负)|酌情(?:承担|负)[^，。；]{0,8}责任"
    r"|免[于予除](?:[^，。；]{0,6})(?:追|责|罚|承担)|不(?:予|再|作|被)?追(?:究|责)|从轻|减轻(?:处罚|责任|追究)"
    r"|(?:故意|恶意|主观)(?:地)?(?:违反|违背|造假|隐瞒|虚报)(?![^。]{0,30}(?:加重|从重|严[惩肃]|并))"
)
_WHOLE = re.compile(r"(?:全部|一切|所有|相应|由此)[^，。；]{0,8}责任")
_BY_OFFICE = re.compile(
    r"贵[局厅委部会单]|由[^，。；]{2,12}(?:[局厅委部]|部门|单位)(?:[^，。；]{0,6})(?:处理|决定|处置)"
)


def lapses(sentence: str) -> str | None:
    """The words that end the promises, in a sentence without white space; None where it has none."""
    said = _LAPSES.search(sentence)
    return said.group() if said is not None and _NOT_CHOSEN.search(sentence) is None else None


def half_liable(sentence: str) -> str | None:
    """The words, in a sentence on a breach without white space, that answer for a part of it; None where none do."""
    said = _HALF.search(sentence) if _BREACH.search(sentence) is not None else None
    whole = said is not None and _WHOLE.search(sentence[said.end() :]) is not None
    return said.group() if said is not None and not whole else None


def softened(sentences: Sequence[str]) -> str | None:
    """What the letter says of a promise that is not kept, where it answers for nothing: 与主管部门协商，妥善处理.

    None where any sentence takes the consequences, or leaves them to the office.
    """
    if any(_LIABLE.search(sentence) for sentence in sentences):
        return None
    for sentence in sentences:
        soft = _SOFT.search(sentence) if _BREACH.search(sentence) else None
        if soft is not None and _BY_OFFICE.search(sentence) is None:
            return soft.group()
    return None
