"""A letter that keeps its template but for one line: what that line gives away, and what it only says otherwise."""

import pytest

from pipeline.screening.pledge.changed import changed

TRUE = "所报图纸、数据真实完整，均经我单位逐页审核"
WORK = "按合同载明的航次和日期交付样机，不以任何理由加价"
MONEY = "匹配资金按进度足额到位，补助资金单列账目"
OWNS = "保证所报成果拥有知识产权，符合国家有关规定"
REFUND = "未通过验收的，退还已拨付的全部补助资金"
LETTER = (TRUE, WORK, MONEY, OWNS, REFUND)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (WORK, "按合同载明的航次和日期交付样机，钢材涨价超过一成的，价格由双方据实调整", True),
        (WORK, "尽最大努力交付样机，航次和日期可随船期作相应调整", True),
        (WORK, "航次和日期视海况协商确定", True),
        (WORK, "力争按合同载明的航次和日期交付样机", True),
        (WORK, "按合同交付主要样机，其余航次另议", True),
        (WORK, "待补助到账后，按合同载明的航次和日期交付样机", True),
        (WORK, "如遇人手紧张，交付日期双方再议", True),
        (WORK, "交付日期原则上按合同载明的航次", True),
        (MONEY, "匹配资金陆续到位，补助资金单列账目", True),
        (MONEY, "匹配资金最多到位一半，补助资金单列账目", True),
        (REFUND, "未通过验收的，退还补助资金中尚未使用的结余部分", True),
        (REFUND, "未通过验收的，退款以十万元为上限", True),
        (REFUND, "未通过验收的，退还金额双方协商确定", True),
        (OWNS, "所报成果日后将设法取得知识产权，符合国家有关规定", True),
        (OWNS, "所报成果的知识产权除与船厂共有的之外归我单位", True),
        (TRUE, "所报图纸真实完整，均经我单位逐页审核；数据由测绘公司提供，未及逐张核看", True),
        (TRUE, "所报图纸、数据基本真实，均经我单位审核", True),
        (TRUE, "所报数据由船厂汇总，我单位无法逐页审核", True),
        (WORK, "交付日期以船厂排期为准，不加价", True),
        (WORK, "在人手齐备的情况下按合同交付样机", True),
        (WORK, "按合同交付样机，做出多少算多少", True),
        (WORK, "航次和日期不作考核依据", True),
        (MONEY, "匹配资金看公司订单情况到位，补助资金单列账目", True),
        (MONEY, "匹配资金按进度足额到位，补助资金由集团统筹使用", True),
        (REFUND, "未通过验收的，酌情退还补助资金", True),
        (REFUND, "未通过验收的，在补助资金百分之三十以内退还", True),
        (REFUND, "未通过验收的，由课题组个人承担，与本单位无关", True),
        (TRUE, "据本单位所知，所报图纸、数据真实完整", True),
        (TRUE, "所报数据由测绘公司负责，均经我单位审核", True),
        (OWNS, "所报成果的知识产权尚未取得，符合国家有关规定", True),
        (TRUE, "所报图纸、数据由测绘公司提供，我单位不再逐页审核", True),
        (TRUE, "所报图纸、数据尚未经资料室逐页审查", True),
        (TRUE, "所报图纸、数据经我单位粗略看过，未发现明显差错", True),
        (WORK, "样机的航次和日期以合同为准，不加价", False),
        (TRUE, "所报图纸、数据真实完整，均经我单位逐页审核，不再变更", False),
        (WORK, "在任何情况下都按合同交付样机，不加价", False),
        (REFUND, "未通过验收的，如数退还补助资金，并承担由此产生的一切责任", False),
        (MONEY, "匹配资金由我单位负责按进度足额到位，补助资金单独建账", False),
        (WORK, "严格遵照合同约定的航次与日期交付样机，不提出任何涨价要求", False),
        (WORK, "合同载明的航次、日期保证做到，绝不加价", False),
        (WORK, "按合同载明的航次和日期交付样机，力争提前一个月，不以任何理由加价", False),
        (WORK, "按合同交付样机；确需调整日期的，报贵局批准后执行", False),
        (WORK, "样机按期交付，不加价，因不可抗力延期的除外", False),
        (MONEY, "匹配资金依照进度足额到账，补助资金单独建账", False),
        (MONEY, "匹配资金按进度足额到位，超支部分相应增加，补助资金单列账目", False),
        (OWNS, "所报成果的知识产权归我单位所有，符合国家有关规定", False),
        (REFUND, "若没有通过验收，将已经拨付的补助资金全数退回", False),
        (TRUE, "所报图纸与数据均真实完整，并由我单位一页一页审核过", False),
        (TRUE, "所报图纸、数据真实完整，均经我单位逐页审核；我单位尽力配合查验", False),
        (TRUE, "报送的图纸和数据都真实、都完整，我单位逐页看过", False),
        (WORK, "如遇人手不足，我单位自行解决，按合同交付样机", False),
        (WORK, "如因船厂原因延误，我单位不申请顺延航次和日期", False),
        (WORK, "在合法合规的前提下，按合同载明的航次和日期交付", False),
        (WORK, "样机交付日期最迟不超过2028年6月30日，不加价", False),
        (WORK, "遇船厂无法交付样机的，本公司承担部分责任", True),
        (MONEY, "匹配资金不足部分由我单位补足，补助资金单列账目", False),
        (REFUND, "因我单位原因未能通过验收的，退还全部补助资金", False),
        (TRUE, "所报图纸、数据由技术处负责汇总，均经逐页审核", False),
        (TRUE, "海试照片由宣传科负责，希望各位专家指正", False),
    ],
)
def test_a_line_in_other_words(old: str, new: str, told: bool) -> None:
    lines = [part for line in LETTER for part in (new if line == old else line).split("；")]
    found = changed(LETTER, lines)
    assert (found is not None) is told, found
    assert found is None or (found[0] == old and found[1] in new)


def test_numbers_and_marks_are_no_change() -> None:
    assert changed(LETTER, [f"（{at}）{line.replace('，', ',')}" for at, line in enumerate(LETTER, start=1)]) is None


def test_a_letter_of_ones_own_says_nothing() -> None:
    own = ["我公司尽力完成海试", "经费视到账情况安排", "成果归船厂和我公司共有", REFUND]
    assert changed(LETTER, own) is None
