"""What the list's column of requirements says of a paper, and entries of the list of proofs that are otherwise."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = (
    "一、申报材料\n申报单位须提交揭榜申报表（附件1）和下列证明材料。\n序号\t材料名称\t要求\n1\t营业执照\t复印件\n"
    "2\t{asked}\t{remark}\n3\t场地照片\t不少于1张\n"
    "二、申报时间\n申报截止时间为2026年6月30日。\n附件1\n揭榜申报表\n单位名称\t\t法定代表人\t\n"
)
PART = (
    "揭榜申报表\n单位名称\t海岚深潜装备有限公司\t法定代表人\t辛白杨\n填报日期：2026年5月6日\n证明材料清单\n"
    "序号\t材料名称\t内容说明\n1\t营业执照\t复印件\n2\t{entry}\t{said}\n3\t场地照片\t2张\n"
)
AUDIT, SPENT, RIGHTS = "2025年度审计报告", "研发投入专项说明", "知识产权证明"
SEARCH, TEST, CREDIT, PAID = "科技查新报告", "第三方检测报告", "牵头单位信用报告", "项目负责人社保缴纳证明"
CHIEF, GRANTED, BODY = "财务负责人签字", "授权发明专利证书，不少于2件", "省级以上查新机构2025年12月1日以后出具"

# the paper, what is said of it, the entry's row, whether that will not do
CASES = [
    (SPENT, CHIEF, "2026年5月编制，综合部经理郭映川签字", True),
    (SPENT, CHIEF, "2026年5月编制，由出纳柳青川代签字", True),
    (SPENT, CHIEF, "2026年5月编制，总经理签字", True),
    (SPENT, CHIEF, "2026年5月编制，财务负责人耿素琴签字", False),
    (SPENT, CHIEF, "2026年5月编制，财务总监耿素琴签字", False),
    (SPENT, CHIEF, "2026年5月编制，耿素琴签字", False),
    (SPENT, CHIEF, "2026年5月编制，财务负责人和总经理签字", False),
    (SPENT, "加盖公章", "2026年5月编制，总经理签字", False),
    (RIGHTS, GRANTED, "ZL202210456118.X，另202310187245.9、202310902337.0两件正在实质审查", False),  # of others: 另
    (RIGHTS, GRANTED, "ZL202210456118.X，202310187245.9、202310902337.0两件正在实质审查", True),
    (RIGHTS, GRANTED, "3件，均为受理通知书", True),
    (RIGHTS, GRANTED, "ZL202210456118.X、ZL202310187245.9，均已授权", False),
    (RIGHTS, GRANTED, "ZL202210456118.X、ZL202310187245.9，202310902337.0在实质审查", False),
    (RIGHTS, "专利证书或受理通知书", "202310187245.9，受理通知书", False),
    (SEARCH, BODY, "望澄市科技信息服务站，2026年4月15日", True),
    (SEARCH, BODY, "听涛县情报研究所，2026年4月15日", True),
    (SEARCH, BODY, "海岚省科学技术情报研究院，2026年4月15日", False),
    (SEARCH, BODY, "望澄市情报研究所（省级查新机构），2026年4月15日", False),
    (SEARCH, BODY, "教育部科技查新工作站，2026年4月15日", False),
    (SEARCH, BODY, "海岚大学图书馆查新站，2026年4月15日", False),
    (SEARCH, "2025年12月1日以后出具", "望澄市科技信息服务站，2026年4月15日", False),
    (AUDIT, "须由会计师事务所出具", "本公司财务部编制，经股东会审议，盖财务专用章", True),
    (AUDIT, "含研发费用数据", "海岚会计师事务所，研发支出并在管理费用里一笔列示", True),
    (AUDIT, "含研发费用数据", "海岚会计师事务所，研发费用未单独列示", True),
    (AUDIT, "含报表附注", "海岚会计师事务所，报表附注未附", True),
    (AUDIT, "含研发费用数据", "海岚会计师事务所，附研发费用明细", False),
    (AUDIT, "含研发费用数据", "海岚会计师事务所，管理费用未单独列示", False),
    (AUDIT, "含报表附注", "海岚会计师事务所，2026年3月出具", False),
    (TEST, "不少于1份", "海岚质检中心，委托方望澄屏显技术有限公司，该公司SG型一体机", True),
    (TEST, "不少于1份", "海岚质检中心，送检单位：望澄屏显技术有限公司", True),
    (TEST, "不少于1份", "海岚质检中心，委托方海岚深潜装备有限公司", False),
    (TEST, "不少于1份", "海岚质检中心，委托本公司以外的机构见证", False),
    (CREDIT, "2026年4月1日以后", "2026年4月10日下载，主体为望澄煤业有限责任公司", True),
    (CREDIT, "2026年4月1日以后", "2026年4月10日下载，查询对象：望澄大学", True),
    (CREDIT, "2026年4月1日以后", "2026年4月10日下载，主体为海岚深潜装备有限公司", False),
    (CREDIT, "2026年4月1日以后", "2026年4月10日下载，无失信记录", False),
]


@pytest.mark.parametrize(("asked", "remark", "said", "told"), CASES)
def test_what_the_call_says_of_a_paper(asked: str, remark: str, said: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(asked=asked, remark=remark), PART.format(entry=asked, said=said))
    assert (found[asked] in ("insufficient", "missing", "invalid")) is told, found


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("2025年度财务报表", True),
        ("2025年度资产负债表、利润表", True),
        ("2025年度财务决算报表", True),
        ("2025年度财务审计报告", False),
        ("2025年度经审计的财务报表", False),
        ("2025年度财务报表（海岚会计师事务所，海审字〔2026〕17号）", False),
    ],
)
def test_statements_where_an_audit_is_asked_for(entry: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(asked=AUDIT, remark="一份"), PART.format(entry=entry, said="31页"))
    assert (found[AUDIT] in ("insufficient", "missing")) is told, found


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2026年1月至3月", True),
        ("2025年12月、2026年1月", False),  # who lists single months may leave some out
        ("2025年11月至2026年4月", False),
        ("2025年5月至2026年4月", False),
        ("2026年4月", False),
    ],
)
def test_how_many_months_are_shown(said: str, told: bool, tmp_path: Path) -> None:
    asked = "项目负责人近6个月社保缴纳证明"
    entry = f"项目负责人{said}社保缴纳证明"
    found = statuses(tmp_path, CALL.format(asked=asked, remark="由牵头单位缴纳"), PART.format(entry=entry, said="2页"))
    assert (next(v for k, v in found.items() if "社保" in k) in ("insufficient", "missing")) is told, found


DRAFT, PLAIN = "任务书草案", "联合申报协议"


@pytest.mark.parametrize(
    ("asked", "remark", "entry", "said", "told"),
    [
        # the call itself asks for a draft, or takes one
        (DRAFT, "一份", DRAFT, "3页", False),
        (DRAFT, "一份", "任务书（草案）", "3页", False),
        ("实施方案初稿", "一份", "实施方案初稿", "草稿，3页", False),
        ("标准征求意见稿", "一份", "标准征求意见稿", "3页", False),
        ("产品样稿", "一份", "产品样稿", "2份", False),
        (PLAIN, "签署前可为草案", "联合申报协议草案", "3页", False),
        # no draft will do, or the draft itself is lacking
        (PLAIN, "双方盖章", "联合申报协议草案", "3页", True),
        (PLAIN, "不接受草稿", "联合申报协议草稿", "3页", True),
        (PLAIN, "草案无效", "联合申报协议草案", "3页", True),
        (PLAIN, "双方盖章", "联合申报协议（讨论稿）", "3页", True),
        (DRAFT, "双方签字", DRAFT, "乙方未签字", True),
    ],
)
def test_drafts(asked: str, remark: str, entry: str, said: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(asked=asked, remark=remark), PART.format(entry=entry, said=said))
    assert (found[asked] in ("insufficient", "missing", "invalid")) is told, found
