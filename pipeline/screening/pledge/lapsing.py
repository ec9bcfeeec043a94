"""A letter (承诺书) that ends its own promises on a condition: 如未一次性付清，以上各项承诺自动失效."""

import re

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
    r"|(?:未|没有|不)[^，。；]{0,8}(?:盖章|公章|签[字章署名]|签名)|涂改|复印"
)


def lapses(sentence: str) -> str | None:
    """The words that end the promises, in a sentence without white space; None where it has none."""
    said = _LAPSES.search(sentence)
    return said.group() if said is not None and _NOT_CHOSEN.search(sentence) is None else None
