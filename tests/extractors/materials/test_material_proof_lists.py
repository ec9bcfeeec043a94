"""Lists of proofs without numbers, under the title of an attachment that says proofs."""

import pytest
from documents import document
from extracted import HEAD

from extractors.materials.materials import find_materials
from pipeline.structure import structure

TITLE = HEAD + "1.申报书。\n附件1\n证明材料\n"
# lines under the title, [(name, condition)]
CASES = [
    (  # what stands between papers is one, whatever it ends with; not what is told of them behind
        "船队应随申报书一并提交法人登记证书、潮位样本、相关软件著作权证书，以上均用复印件。\n",
        [("法人登记证书", None), ("潮位样本", None), ("相关软件著作权证书", None)],
    ),
    (  # only some hand in what is below such a head
        "〔都要带的〕\n营业执照\n船级证书\n〔揭榜一、榜三的再带〕\n防爆合格证\n〔各船队应提供的〕\n海试合同\n",
        [("营业执照", None), ("船级证书", None), ("防爆合格证", "揭榜一、榜三的"), ("海试合同", None)],
    ),
    (  # who hands in whatever is below is no case; some of those are
        "应由申报单位提供的上传：\n1.船检证书\n2.航次记录\n联合申报单位的另附：\n3.分工协议\n需由船东盖章的上传：\n4.海试合同\n"
        "申报单位为船队的另附：\n5.船队名册\n",
        [
            ("船检证书", None),
            ("航次记录", None),
            ("分工协议", "联合申报单位的"),
            ("海试合同", None),
            ("船队名册", "申报单位为船队的"),
        ],
    ),
    (  # whom a bracket excepts
        "1.营业执照\n2.联合申报协议（独立申报的不需提供）\n3.逾期的证书不必提交\n",
        [("营业执照", None), ("联合申报协议", "独立申报的不需提供")],
    ),
    (
        "随登记表一并提交下列材料：营业执照复印件、潮位观测报告、与海上试验场的合作意向书。复印件均须注明“与原件一致”。\n",
        [("营业执照复印件", None), ("潮位观测报告", None), ("与海上试验场的合作意向书", None)],
    ),
    (
        "营业执照复印件、潮位观测报告、近一年财务报表。\n",
        [("营业执照复印件", None), ("潮位观测报告", None), ("近一年财务报表", None)],
    ),
    ("所附材料应真实、完整、清晰。\n", []),
    (  # one sentence, a paper in each of its lines
        "交齐下面几样就行：营业执照复印件；\n海域使用权证（岸上企业不交）；\n浮标照片。\n",
        [("营业执照复印件", None), ("海域使用权证", "岸上企业不交"), ("浮标照片", None)],
    ),
    ("装订须注意：不得缺页；\n不得涂改证书；\n不得漏盖公章。\n", []),
    (
        "□ 营业执照副本\n□ 近五年代表性成果\n□ 海域使用许可证（如有）\n",
        [("营业执照副本", None), ("近五年代表性成果", None), ("海域使用许可证", "如有")],
    ),
    (
        "[ ] 营业执照副本\n〔　〕1.团队名册\n",
        [("营业执照副本", None), ("团队名册", None)],
    ),
    (
        "□营业执照　□检测报告\n□已提供　□未提供\n主体类别：□企业法人　□事业法人\n",
        [("营业执照", None), ("检测报告", None)],
    ),
    (
        "必交：\n营业执照（或法人证书）\n海试合同及验收单\n视情提交：\n联合揭榜协议（联合揭榜的）\n委托书（由代理人签署的）\n海域使用证书\n",
        [
            ("营业执照", None),
            ("海试合同及验收单", None),
            ("联合揭榜协议", "联合揭榜的"),
            ("委托书", "由代理人签署的"),
            ("海域使用证书", "视情提交"),
        ],
    ),
    (
        "必交材料：营业执照、检测报告。\n选交材料：获奖证书、专利证书。\n",
        [("营业执照", None), ("检测报告", None), ("获奖证书", "选交材料"), ("专利证书", "选交材料")],
    ),
    (
        "（一）必须提交\n1.营业执照\n2.检测报告\n（二）视情况提交\n1.授权委托书\n",
        [("营业执照", None), ("检测报告", None), ("授权委托书", "视情况提交")],
    ),
    (  # the groups are told by what their papers are of
        "主体类：营业执照复印件；法人身份证复印件。\n技能方面：潜水员证书、海试照片\n",
        [("营业执照复印件", None), ("法人身份证复印件", None), ("潜水员证书", None), ("海试照片", None)],
    ),
    (  # a dash in place of the colon
        "甲类（身份）——营业执照；身份证复印件。\n乙类（能力）——场地产权证或租赁合同；海试照片。\n",
        [("营业执照", None), ("身份证复印件", None), ("场地产权证或租赁合同", None), ("海试照片", None)],
    ),
    (
        "（一）单位类\n营业执照\n联合申报协议\n（二）成果类\n浮标标定论文或软件著作权\n潮位观测报告\n",
        [("营业执照", None), ("联合申报协议", None), ("浮标标定论文或软件著作权", None), ("潮位观测报告", None)],
    ),
    (
        "必备\n（1）营业执照\n选备\n（1）获奖证书\n（2）专利证书\n",
        [("营业执照", None), ("获奖证书", "选备"), ("专利证书", "选备")],
    ),
    ("（一）填报要求\n各栏应如实填写\n不得涂改\n（二）装订要求\n一律左侧装订\n", []),
    (
        "一类 揭榜单位的\n○营业执照\n○无海事纠纷声明\n二类 牵头人的\n◇ 身份证复印件\n",
        [("营业执照", None), ("无海事纠纷声明", None), ("身份证复印件", None)],
    ),
    (
        "报名时请一并交来营业执照（或登记证）复印件、潮位仪图片、试用同意书，均用A4纸，一份即可。\n",
        [("营业执照（或登记证）复印件", None), ("潮位仪图片", None), ("试用同意书", None)],
    ),
    (
        "文件一　营业执照\n文件二　潮位仪检测报告\n文件三　对接意向书\n文件四　试用报告\n",
        [("营业执照", None), ("潮位仪检测报告", None), ("对接意向书", None), ("试用报告", None)],
    ),
    (  # of one owner are two papers in the midst of a list; the last 和 of a list parts
        "应提交下列材料：营业执照、潜水员的资格证书和劳动合同、海试报告和海上照片。\n",
        [("营业执照", None), ("潜水员的资格证书和劳动合同", None), ("海试报告", None), ("海上照片", None)],
    ),
    ("说明：\n本表所列材料按顺序装订\n由牵头单位汇总\n", []),
    (  # what they are of, behind a count and before a colon; one of them alone too
        "甲、主体资格：法人证书；信用查询截图。\n乙、海试能力：同类海试合同；成员名册。\n丙、人员：职称证书。\n",
        [(name, None) for name in ("法人证书", "信用查询截图", "同类海试合同", "成员名册", "职称证书")],
    ),
    ("甲、潮位：每小时一次。\n乙、海试：两次，间隔十天。\n", []),
    (  # heads in a frame over names with any bullet, and with none
        "【证明单位的】\n· 登记证书（营业执照、法人证书之一）\n· 信用截图\n【证明人的】\n· 潜水证（有的话交）\n",
        [("登记证书", None), ("信用截图", None), ("潜水证", "有的话交")],
    ),
    (
        "〔单位的〕\n营业执照\n潮位检测报告\n〔人的〕\n潜水证（岸上作业的免交）\n",
        [("营业执照", None), ("潮位检测报告", None), ("潜水证", "岸上作业的免交")],
    ),
    (
        "随登记表交来潜水证复印件、营业执照、检测报告，每样一份。\n",
        [("潜水证复印件", None), ("营业执照", None), ("检测报告", None)],
    ),
    (  # a line among papers is one, whatever it ends with; not one that says how
        "单位方面：\n法人证书复印件\n潮位制度文本\n海试合同\n人员方面：\n身份证复印件\n职称证书\n复印件须清晰\n",
        [(name, None) for name in ("法人证书复印件", "潮位制度文本", "海试合同", "身份证复印件", "职称证书")],
    ),
]


@pytest.mark.parametrize(("lines", "wanted"), CASES)
def test_proofs_without_numbers(lines: str, wanted: list[tuple[str, str | None]]) -> None:
    found = find_materials(*structure(document(TITLE + lines, hard_wrapped=False)))
    proofs = [m for m in found if m.span.start >= len(TITLE) - 20 and m.name != "申报书"]
    assert [(m.name, m.condition) for m in proofs] == wanted
    assert all(m.kind == "proof" for m in proofs)


def test_what_a_dash_says_of_a_paper() -> None:
    lines = (
        "◆ 营业执照副本——复印件加盖公章\n◆ 检测报告——检测机构出具\n◆ 联合体协议——联合申报时提供\n"
        "◆ 海试合同——复印件\n◆ 技术合同——产学研合作协议\n◆ 2023—2025年度审计报告\n"
        "◆ 潮位证明——论文任选，合成一个文件\n◆ 法人证书——牵头和合作单位都要提供\n"
    )
    found = find_materials(*structure(document(TITLE + lines, hard_wrapped=False)))
    assert [(m.name, m.condition, m.remark) for m in found if m.name != "申报书"] == [
        ("营业执照副本", None, "复印件加盖公章"),
        ("检测报告", None, "检测机构出具"),
        ("联合体协议", "联合申报时提供", "联合申报时提供"),
        ("海试合同", None, "复印件"),
        ("技术合同——产学研合作协议", None, None),
        ("2023—2025年度审计报告", None, None),
        ("潮位证明", None, "论文任选，合成一个文件"),
        ("法人证书", None, "牵头和合作单位都要提供"),
    ]


def test_the_whole_is_no_paper_beside_its_list() -> None:
    call = HEAD + "申报单位应当编写任务书，并提交证明材料。\n"
    listed = structure(document(call + "附件1\n证明材料\n□ 营业执照\n□ 检测报告\n", hard_wrapped=False))
    assert [m.name for m in find_materials(*listed)] == ["营业执照", "检测报告"]
    assert "证明材料" in [m.name for m in find_materials(*structure(document(call, hard_wrapped=False)))]


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("证明材料清单及复印件", None),
        ("证明文件目录与附件", None),
        ("佐证材料目录及其复印件", None),
        ("科研设备清单及照片", "科研设备清单及照片"),
        ("在有效期内的菌种生产许可证", "在有效期内的菌种生产许可证"),
        ("在许可期限内的采砂许可证", "在许可期限内的采砂许可证"),
        ("在官网上传", None),
    ],
)
def test_the_list_is_none_of_its_papers(item: str, name: str | None) -> None:
    lines = f"附件1\n证明材料清单\n1．营业执照复印件；\n2．{item}；\n3．审计报告。\n"
    found = find_materials(*structure(document(HEAD + lines, hard_wrapped=False)))
    assert [m.name for m in found] == ["营业执照复印件", *([name] if name else []), "审计报告"]


def test_names_with_a_count_before_them() -> None:
    lead = HEAD + "附件1\n材料要求\n平台只接收下列材料，每件不大于8MB：\n"
    lines = "1 营业执照——复印件\n2 潮位观测报告\n3 海试合同——企业牵头的提供\n"
    found = find_materials(*structure(document(lead + lines, hard_wrapped=False)))
    assert [(m.name, m.condition) for m in found] == [
        ("营业执照", None),
        ("潮位观测报告", None),
        ("海试合同", "企业牵头的提供"),
    ]


def test_papers_below_heads_in_frames() -> None:
    lines = "〔都要带的〕\n营业执照\n船级证书\n〔揭第二题的再带〕\n管理制度文本\n〔揭第三题的再带〕\n防爆合格证\n"
    call = HEAD + "1.申报书。\n附件1\n要带来的证件\n"
    found = find_materials(*structure(document(call + lines, hard_wrapped=False)))
    assert [m.name for m in found if m.kind == "proof"] == ["营业执照", "船级证书", "管理制度文本", "防爆合格证"]
    call = HEAD + "1.申报书。\n附件1\n带队要点\n〔船上〕\n点名\n检查证书\n〔岸上〕\n交接班\n"
    found = find_materials(*structure(document(call, hard_wrapped=False)))
    assert [m.name for m in found if m.kind == "proof"] == []


def test_dashes_that_part_each_name_from_what_is_said_of_it() -> None:
    call = "关于发布榜单的通知\n各有关单位：\n现将榜单发布如下。\n附一 揭榜表\n单位名称：\n法定代表人：\n附四 凭据\n"

    def listed(lines: str) -> list[tuple[str, str | None]]:
        found = find_materials(*structure(document(call + lines, hard_wrapped=False)))
        return [(m.name, m.condition) for m in found if m.kind == "proof"]

    lines = "法人登记证书————必附\n盐库竣工验收单————必附，一处即可\n船籍证明————自有船的附\n"
    assert listed(lines) == [("法人登记证书", None), ("盐库竣工验收单", None), ("船籍证明", "自有船的附")]
    assert listed("盐雾————来自海上\n铁锈————由盐雾而来\n") == []


def test_a_count_between_the_box_and_the_name() -> None:
    lines = "[ ] 1 法人主体资格证照\n[ ] 2 海试合同\n[ ] 3 年度审计报告\n[ ] 4 联合体协议（有参与单位的勾选）\n"
    found = find_materials(*structure(document(TITLE + lines, hard_wrapped=False)))
    assert [(m.name, m.condition) for m in found if m.name != "申报书"] == [
        ("法人主体资格证照", None),
        ("海试合同", None),
        ("年度审计报告", None),
        ("联合体协议", "有参与单位的勾选"),
    ]
    alone = find_materials(*structure(document(f"{TITLE}□ 营业执照\n□ 3年审计报告\n", hard_wrapped=False)))
    assert [m.name for m in alone if m.name != "申报书"] == ["营业执照", "3年审计报告"]
