"""Gaps to plant into the clean sample application (storage_1_flow_battery.txt), one at a time."""

import re

from planting import Gap, both, cell, line, section, swap

LEADER, CONTACT = "揭榜负责人", "申报联系人"
# Label in the form, which of that name, the field's name.
FIELDS = [
    ("注册资本（万元）", 1, "注册资本（万元）"),
    ("法定代表人", 1, "法定代表人"),
    ("单位人数", 1, "单位人数"),
    ("姓名", 1, f"{LEADER}姓名"),
    ("职务职称", 1, f"{LEADER}职务职称"),
    ("邮箱", 1, f"{LEADER}邮箱"),
    ("手机", 1, f"{LEADER}手机"),
    ("姓名", 2, f"{CONTACT}姓名"),
    ("手机", 2, f"{CONTACT}手机"),
    ("邮箱", 2, f"{CONTACT}邮箱"),
    ("传真", 1, f"{CONTACT}传真"),
    ("单位简介", 1, "单位简介"),
]
PLACEHOLDERS = [
    ("法定代表人", 1, "法定代表人", "（如实填写）"),
    ("姓名", 2, f"{CONTACT}姓名", "XXX"),
    ("职务职称", 1, f"{LEADER}职务职称", "____"),
    ("传真", 1, f"{CONTACT}传真", "待补充"),
    ("单位人数", 1, "单位人数", "xx人"),
    ("单位简介", 1, "单位简介", "包括成立时间、主营业务、主要产品、技术实力等基本情况（本部分内容不超过300字）。"),
    ("单位简介", 1, "单位简介", "包括成立时间、主营业务、主要产品、技术实力等基本情况"),
]
SECTIONS = ["应用场景", "经济社会效益", "技术基础", "团队情况", "进度安排", "组织保障", "风险与应对"]
EMPTY = ["", "详见附件。", "同上。", "略", "无", "按公司制度执行。", "待补充"]
LOWER = [
    ("系统能量转换效率", "不低于74%", "不低于71%"),
    ("循环寿命", "不少于16000次", "不少于15000次"),  # 超过15000次: the number itself is not enough
    ("持续放电时长", "不少于6.5小时", "不少于5小时"),
    ("单体电堆额定功率", "不低于63kW", "不低于55kW"),
    ("兆瓦级场站", "不少于2个", "1个"),
]
PROOFS = [
    (". 1.", "营业执照复印件"),
    (". 2.", "上一年度研发投入证明材料"),
    (". 3.", "知识产权证明材料"),
    (". 4.", "产品性能指标证明材料"),
]
CONSISTENT = frozenset({"consistency"})


def _fields() -> list[Gap]:
    follows = frozenset({"identifier", "consistency", "word_limit"})
    gaps = [
        Gap(f"empty {name}", cell(label, "", nth), ("form_field", name, "missing"), follows)
        for label, nth, name in FIELDS
    ]
    gaps += [
        Gap(f"{value[:8]} for {name}", cell(label, value, nth), ("form_field", name, "missing"), follows)
        for label, nth, name, value in PLACEHOLDERS
    ]
    unticked = swap("☑民营企业", "□民营企业")
    return [
        *gaps,
        Gap("no kind ticked", unticked, ("form_field", "单位性质", "missing")),
        Gap(
            "no filing date",
            swap("2026年4月8日", "　　年　　月　　日"),
            ("form_field", "申报日期", "missing"),
            frozenset({"deadline"}),
        ),
        Gap(
            "cover's direction empty",
            swap(". 揭榜方向：长时液流储能系统", ". 揭榜方向："),
            ("form_field", "封面揭榜方向", "missing"),
        ),
        Gap("words for a number", cell("单位人数", "若干"), ("form_field", "单位人数", "invalid"), CONSISTENT),
        Gap("no amount", cell("注册资本（万元）", "充足"), ("form_field", "注册资本（万元）", "invalid"), CONSISTENT),
        Gap("empty address", cell("注册地址", ""), ("form_field", "注册地址", "missing"), frozenset({"eligibility"})),
    ]


def _sections() -> list[Gap]:
    gaps = [
        Gap(f"no section {title}", section(title, None), ("section", title, "missing"), frozenset({"deadline"}))
        for title in SECTIONS
    ]
    gaps += [
        Gap(
            f"{title}: {words or 'heading only'}",
            section(title, words),
            ("section", title, "insufficient"),
            frozenset({"deadline"}),
        )
        for title, words in zip((*SECTIONS, *SECTIONS), (*EMPTY, *EMPTY[2:], *EMPTY[:2]), strict=True)
    ]
    guidance = "攻关团队、组织方式、经费安排、产学研合作情况等。"
    dateless = "先完成膜材料与电堆的研制，再开发恢复装置和运维平台，随后在场站安装调试，最后组织检测、总结和验收准备。"
    measureless = (
        "技术风险主要是大面积膜的一致性和析氢副反应；供应风险主要是电解液原料的价格波动；示范风险主要是并网手续的周期。"
    )
    return [
        *gaps,
        Gap("guidance copied", section("组织保障", guidance), ("section", "组织保障", "insufficient")),
        Gap("a few words", section("组织保障", "由总工程师牵头。"), ("section", "组织保障", "insufficient")),
        Gap(
            "plan without dates",
            section("进度安排", dateless),
            ("section", "进度安排", "insufficient"),
            frozenset({"deadline"}),
        ),
        Gap("risks without measures", section("风险与应对", measureless), ("section", "风险与应对", "insufficient")),
    ]


def _figures() -> list[Gap]:
    gaps = [
        Gap(f"{metric} too low", swap(claimed, lower), ("numeric_target", metric, "insufficient"))
        for metric, claimed, lower in LOWER[:4]
    ]
    rows = (
        ("| 2 | 系统能量转换效率", "系统能量转换效率"),
        ("| 3 | 循环寿命", "循环寿命"),
        ("| 4 | 持续放电时长", "持续放电时长"),
    )
    gaps += [Gap(f"no {metric}", line(row, None), ("numeric_target", metric, "missing")) for row, metric in rows]
    late = both(
        swap("| 4 | 持续放电时长 | 4小时 | 不少于6.5小时\n", ""),
        swap("功能上，", "持续放电时长到2030年不少于6.5小时。功能上，"),
    )
    now = swap("| 循环寿命 | 11000次 | 不少于16000次", "| 循环寿命 | 11000次 | 保持现有水平")
    return [
        *gaps,
        Gap("reached too late", late, ("numeric_target", "持续放电时长", "insufficient")),
        Gap("what is there already is no promise", now, ("numeric_target", "循环寿命", "missing")),
        Gap(
            "profile too long",
            cell("单位简介", "公司主营液流电池电堆与储能系统集成。" * 18),
            ("word_limit", "单位简介", "insufficient"),
            CONSISTENT,
        ),
        Gap(
            "overview too long",
            swap("目前公司量产", "电堆采用模块化设计，便于维护和扩容。" * 30 + "目前公司量产"),
            ("word_limit", "揭榜产品概述", "insufficient"),
        ),
        Gap(
            "book too long",
            swap("技术风险主要是", "项目组将持续跟踪行业动态并组织专家研讨。" * 180 + "技术风险主要是"),
            ("word_limit", "任务书", "insufficient"),
        ),
        *[Gap(f"no proof {name}", line(start, None), ("proof_material", name, "missing")) for start, name in PROOFS],
        Gap(
            "proof of another year",
            swap("2025年度研发费用", "2022年度研发费用"),
            ("proof_material", "上一年度研发投入证明材料", "insufficient"),
        ),
    ]


def _letter_and_dates() -> list[Gap]:
    letter = re.compile(r"# 揭榜承诺书[\s\S]*\Z")
    follows = frozenset({"consistency", "seal_signature", "eligibility"})
    day = "> 2026年4月8日"
    return [
        Gap("no letter", lambda text: letter.sub("", text), ("commitment", "承诺书", "missing"), follows),
        Gap("letter not dated", swap(day, "> 2026年　　月　　日"), ("commitment", "承诺书", "insufficient")),
        Gap(
            "letter not signed",
            swap("（签字）：程砚秋", "（签字）："),
            ("commitment", "承诺书", "insufficient"),
            frozenset({"seal_signature"}),
        ),
        Gap(
            "blank in the letter",
            swap("承担长时液流储能系统揭榜任务", "承担____揭榜任务"),
            ("commitment", "承诺书", "insufficient"),
        ),
        Gap(
            "letter's contact empty",
            swap("> 联系电话：13800000102", "> 联系电话："),
            ("commitment", "承诺书", "insufficient"),
        ),
        Gap("letter dated before the notice", swap(day, "> 2026年1月8日"), ("commitment", "承诺书", "invalid")),
        Gap("letter dated after the window", swap(day, "> 2026年5月6日"), ("commitment", "承诺书", "invalid")),
        Gap(
            "letter for another direction",
            swap("承担长时液流储能系统揭榜任务", "承担储能电站安全预警系统揭榜任务"),
            ("consistency", "揭榜方向", "invalid"),
        ),
        Gap(
            "filed late",
            swap("申报日期：2026年4月8日", "申报日期：2026年4月21日"),
            ("deadline", "application_closes", "invalid"),
        ),
        Gap(
            "filed early",
            swap("申报日期：2026年4月8日", "申报日期：2026年3月12日"),
            ("deadline", "application_opens", "invalid"),
        ),
        Gap(
            "plan ends late",
            swap("2027年10月至2027年11月", "2027年10月至2028年3月"),
            ("deadline", "completion", "insufficient"),
        ),
        Gap(
            "milestones out of order",
            swap("2027年6月至2027年9月，在两个", "2027年9月至2027年6月，在两个"),
            ("deadline", "completion", "invalid"),
        ),
    ]


def _who_and_what() -> list[Gap]:
    other = "☑方向2：储能电站安全预警系统"
    name = "澜州旭川储能科技有限公司"
    return [
        Gap(
            "no direction",
            both(swap("☑方向1", "□方向1"), swap(". 揭榜方向：长时液流储能系统", ". 揭榜方向：")),
            ("direction", "揭榜方向", "missing"),
            frozenset({"form_field", "eligibility"}),
        ),
        Gap("two directions", swap(other.replace("☑", "□"), other), ("direction", "揭榜方向", "invalid")),
        Gap(
            "another box",
            both(swap("☑方向1", "□方向1"), swap(other.replace("☑", "□"), other)),
            ("direction", "揭榜方向", "invalid"),
            CONSISTENT,
        ),
        Gap(
            "address elsewhere",
            swap("澜州市云汀区流光路", "江苏省苏州市虎丘区流光路"),
            ("eligibility", "在澜州市行政区域内注册", "invalid"),
        ),
        Gap(
            "too little research",
            cell("上一年度研发投入（万元）", "186.4"),
            ("eligibility", "申报单位上一年度研发投入不低于300万元", "insufficient"),
        ),
        Gap("too few researchers", cell("研发人员人数", "12"), ("eligibility", "研发人员不少于20人", "insufficient")),
        Gap(
            "wrong check character",
            swap("91660102MA7XC1016P", "91660102MA7XC1016K"),
            ("identifier", "统一社会信用代码", "invalid"),
        ),
        Gap(
            "code too short",
            swap("91660102MA7XC1016P", "91660102MA7XC1016"),
            ("identifier", "统一社会信用代码", "invalid"),
        ),
        Gap("leader's mobile", cell("手机", "1380000010", 1), ("identifier", f"{LEADER}手机", "invalid")),
        Gap(
            "contact's mobile", cell("手机", "23800000102", 2), ("identifier", f"{CONTACT}手机", "invalid"), CONSISTENT
        ),
        Gap("mail without @", cell("邮箱", "gumy.xuchuan-ess.example", 1), ("identifier", f"{LEADER}邮箱", "invalid")),
        Gap("mail without domain", cell("邮箱", "suwq@xuchuan", 2), ("identifier", f"{CONTACT}邮箱", "invalid")),
        Gap("fax too short", cell("传真", "010-5555", 1), ("identifier", f"{CONTACT}传真", "invalid")),
        Gap(
            "another name in the letter",
            swap(f"（盖章）：{name}", "（盖章）：澜州旭升储能科技有限公司"),
            ("consistency", "单位名称", "invalid"),
        ),
        Gap(
            "another name on the cover",
            swap(f". 揭榜单位：{name}", ". 揭榜单位：澜州旭川新能源有限公司"),
            ("consistency", "单位名称", "invalid"),
        ),
        Gap(
            "two totals", swap("降低泵耗；", "降低泵耗；任务总投入2800万元；"), ("consistency", "项目总投入", "invalid")
        ),
        Gap(
            "parts over the whole",
            swap(
                "任务总投入3200万元，全部自筹到位",
                "任务总投入3200万元，其中设备费1800万元、材料费900万元、人员费700万元，全部自筹到位",
            ),
            ("consistency", "项目总投入", "invalid"),
        ),
        Gap(
            "shares over a hundred",
            swap("单独建账核算。", "单独建账核算，其中设备费占50%，材料费占35%，人员费占25%。"),
            ("consistency", "项目总投入", "invalid"),
        ),
        Gap(
            "patents twice",
            swap("公司获授权发明专利28项", "公司获授权发明专利26项"),
            ("consistency", "授权发明专利", "invalid"),
        ),
        Gap(
            "capital twice",
            swap("公司是国家高新技术企业，建有", "公司注册资本5000万元，是国家高新技术企业，建有"),
            ("consistency", "注册资本", "invalid"),
        ),
        Gap(
            "research spending twice",
            swap("公司是国家高新技术企业，建有", "2025年公司研发投入986万元，是国家高新技术企业，建有"),
            ("consistency", "上一年度研发投入", "invalid"),
        ),
        Gap(
            "staff twice",
            swap("公司是国家高新技术企业，建有", "公司现有员工210人，是国家高新技术企业，建有"),
            ("consistency", "单位人数", "invalid"),
        ),
        Gap("more researchers than staff", cell("研发人员人数", "271"), ("consistency", "研发人员人数", "invalid")),
        Gap(
            "two values for one target",
            swap("功能上，", "系统能量转换效率达到78%以上。功能上，"),
            ("consistency", "系统能量转换效率", "invalid"),
        ),
    ]


GAPS: tuple[Gap, ...] = (*_fields(), *_sections(), *_figures(), *_letter_and_dates(), *_who_and_what())
