"""Places for seals and signatures on a form, and whether they are filled."""

import pytest
from documents import document, table

from extractors.application.seals import find_seals
from extractors.application.stamps import stamped
from pipeline.structure import structure
from schemas.document import Picture
from schemas.evidence import Evidence
from schemas.facts import SealPlace
from schemas.outline import Role

COVER = "潮汐能揭榜挂帅申报书\n揭榜方向：{}\n揭榜单位：{}（加盖单位公章）\n申报日期：2026年 月 日\n"


LETTER = (
    "揭榜任务承诺书\n我单位承诺材料真实，由法定代表人签字并加盖公章。\n"
    "法定代表人：（签字）{}\n单位（单位盖章）\n2026年 月 日\n"
)


# text, [(name, kind, filled)]
CASES = [
    (  # seals by other words; who prints a paper is none
        "揭榜承诺书\n我们承诺属实，全书由港务社印发。\n立书单位 （钤印）\n法定代表人（签名或印章）：\n",
        [("承诺书单位盖章", "seal", None), ("承诺书法定代表人签字", "signature", False)],
    ),
    # 用印 inside a word is no seal
    ("揭榜承诺书\n船用印：\n通用印：\n立书单位用印：\n", [("承诺书单位盖章", "seal", None)]),
    # a bracket that says who else, before the mark's own; a fingerprint for a signature
    (
        "揭榜申报表\n所在学院（单位）（盖章）：\n带头人（按手印或签字）：\n项目负责人（签字）（盖章）：\n",
        [
            ("所在学院（单位）公章", "seal", None),
            ("带头人签字", "signature", False),
            ("项目负责人签字", "signature", False),
        ],
    ),
    (  # who signs in the bracket; what the foot's places are said to be
        "揭榜承诺书\n我们承诺属实。\n保证人（带头人按手印或签名）：\n单位（章）：\n",
        [("承诺书保证人签字", "signature", False), ("承诺书单位盖章", "seal", None)],
    ),
    (
        "揭榜申报表\n落款：带头人签字 ____    船员工会盖章 ____    牵头单位盖章 ____\n",
        [("带头人签字", "signature", False), ("船员工会公章", "seal", None), ("牵头单位公章", "seal", None)],
    ),
    (  # parted from their owners, with a day behind the last
        "诚信声明\n我们声明属实。船长者 签名 ____ 科研协作者 签名 ____\n牵头单位科研部门 盖章 ____ 日期 ____\n",
        [
            ("诚信声明船长者签字", "signature", False),
            ("诚信声明科研协作者签字", "signature", False),
            ("诚信声明单位盖章", "seal", None),
        ],
    ),
    ("诚信声明\n我们声明属实。\n评审者 签名 完毕\n牵头单位科研部门 盖章 之后寄出\n", []),
    (
        "揭榜申报表\n船员工会（章）：　　　　带头人（签）：\n揭榜单位（盖章处）　　　　船长（签名处）\n"
        "机务长（签名并捺印）\n",
        [
            ("船员工会公章", "seal", None),
            ("带头人签字", "signature", False),
            ("揭榜单位公章", "seal", None),
            ("船长签字", "signature", False),
            ("机务长签字", "signature", False),
        ],
    ),
    ("揭榜申报表\n说明：带头人签字 须清晰    单位盖章 须清晰\n", []),
    (COVER.format("", ""), [("封面揭榜单位公章", "seal", None)]),
    (COVER.format("耐压舱体", "海岚深潜装备有限公司"), [("封面揭榜单位公章", "seal", None)]),
    (LETTER.format(""), [("承诺书法定代表人签字", "signature", False), ("承诺书单位盖章", "seal", None)]),
    (
        LETTER.format("甲乙丙（总公司的法定代表人）"),
        [("承诺书法定代表人签字", "signature", True), ("承诺书单位盖章", "seal", None)],
    ),
    (
        LETTER.format("甲乙丙（副总经理，代签）"),
        [("承诺书法定代表人签字", "signature", True), ("承诺书单位盖章", "seal", None)],
    ),
    (
        LETTER.format("Ingrid Solveig（英格丽·索尔维格）"),
        [("承诺书法定代表人签字", "signature", True), ("承诺书单位盖章", "seal", None)],
    ),
    (LETTER.format("路甲乙（盖章）"), [("承诺书法定代表人签字", "signature", True), ("承诺书单位盖章", "seal", None)]),
    (LETTER.format("甲乙丙"), [("承诺书法定代表人签字", "signature", True), ("承诺书单位盖章", "seal", None)]),
    (
        "揭榜承诺书\n我单位承诺属实。\n法定代表人（签字）：李某某\n单位（公章）： 待盖章\n",
        [("承诺书法定代表人签字", "signature", True), ("承诺书单位盖章", "seal", None)],
    ),
    (
        "揭榜承诺书\n我单位承诺属实。\n法定代表人（签字）：李某某　　（盖章）\n",
        [("承诺书法定代表人签字", "signature", True)],
    ),
    (
        LETTER.format("甲乙丙　　　［海岚深潜装备股份有限公司公章］"),
        [("承诺书法定代表人签字", "signature", True), ("承诺书单位盖章", "seal", None)],
    ),
    (
        LETTER.format("　　　［海岚深潜装备股份有限公司公章］"),
        [("承诺书法定代表人签字", "signature", False), ("承诺书单位盖章", "seal", None)],
    ),
    (  # the form's mark and the print behind who signed
        "揭榜承诺书\n我单位承诺属实。\n法定代表人（签字）：甲乙丙　（单位盖章）［海岚深潜装备有限公司公章］\n",
        [("承诺书法定代表人签字", "signature", True)],
    ),
    (
        "揭榜承诺书\n我单位承诺属实。\n法定代表人（签字）：　（单位盖章）［海岚深潜装备有限公司公章］\n",
        [("承诺书法定代表人签字", "signature", False)],
    ),
    (
        "揭榜承诺书\n我单位承诺属实。\n单位负责人（签字）：　　（盖章）\n",
        [("承诺书单位负责人签字", "signature", False)],
    ),
    (
        "揭榜承诺书\n我单位承诺属实。\n法定代表人（签字）：　　单位（盖章）：\n",
        [("承诺书法定代表人签字", "signature", False), ("承诺书单位盖章", "seal", None)],
    ),
    (  # who the representative may be besides, and a long name with the form's mark
        "揭榜承诺书\n我单位承诺属实。\n法定代表人（负责人）：甲乙丙（签字）\n"
        "单位（单位盖章）：海岚深潜装备制造集团有限公司东海岸分公司（盖章）\n",
        [("承诺书法定代表人（负责人）签字", "signature", True), ("承诺书单位盖章", "seal", None)],
    ),
    (
        "揭榜承诺书\n我单位承诺属实。\n法定代表人（负责人）：　　（签字）\n单位（盖章）：　　（盖章）\n",
        [("承诺书法定代表人（负责人）签字", "signature", False), ("承诺书单位盖章", "seal", None)],
    ),
    (  # a partner's place is none of the applicant's
        "揭榜承诺书\n我单位承诺属实。\n牵头单位（盖章）：\n参与单位（盖章）：待盖\n",
        [("承诺书单位盖章", "seal", None), ("承诺书参与单位盖章", "seal", None)],
    ),
    (  # who may sign in his place is no name
        "揭榜承诺书\n我单位承诺属实。\n法定代表人（签字）：　　　　受托人（签字）：甲乙丙\n",
        [("承诺书法定代表人签字", "signature", False), ("承诺书受托人签字", "signature", True)],
    ),
    ("推荐汇总表\n推荐单位（盖章）：\n", [("推荐单位盖章", "seal", None)]),
    (
        "参赛报名表\n学籍核验：属实。\n海洋学院（学籍专用章）\n学校意见：同意。（加盖学校公章）\n",
        [("海洋学院学籍专用章", "seal", None), ("学校公章", "seal", None)],
    ),
    ("关于开展揭榜挂帅的通知\n申报书须加盖公章，由法定代表人签字。\n", []),
]


# rows of a form, [(name, kind, filled)]
ROWS = [
    (
        "项目负责人签字 |  | 牵头单位（盖章） | 海岚深潜装备有限公司",
        [("项目负责人签字", "signature", False), ("牵头单位公章", "seal", None)],
    ),
    (
        "项目负责人签字 | 李望舒 | 牵头单位（盖章） | 无",
        [("项目负责人签字", "signature", True), ("牵头单位公章", "seal", None)],
    ),
    (
        "申报单位意见 | 同意申报。法定代表人（签字）：李望舒（盖章）海岚深潜装备有限公司 2026年5月6日",
        [("申报单位意见法定代表人签字", "signature", True)],
    ),
    (
        "申报单位意见 | 同意申报。法定代表人（签字）：（盖章）海岚深潜装备有限公司 2026年5月6日",
        [("申报单位意见法定代表人签字", "signature", False)],
    ),
    ("所在单位意见 | 同意。　　　　公章　　　　年　月　日", [("所在单位意见公章", "seal", None)]),
    ("材料要求 | 每页　公章　清晰", []),
    ("项目负责人 | 甲乙丙（签字） | 传真 | 无", [("项目负责人签字", "signature", True)]),
]


@pytest.mark.parametrize(("row", "wanted"), ROWS)
def test_places_in_cells(row: str, wanted: list[tuple[str, str, bool | None]]) -> None:
    found = find_seals(*structure(document(f"项目申报表\n电话 | 0599-5000123 | 传真 | 无\n{row}\n")))
    assert [(s.name, s.kind, s.filled) for s in found] == wanted


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_seals(text: str, wanted: list[tuple[str, str, bool | None]]) -> None:
    found = find_seals(*structure(document(text, hard_wrapped=False)))
    assert [(s.name, s.kind, s.filled) for s in found] == wanted


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (
            "推荐单位意见 | 负责人（签字）：    推荐单位盖章\n申报单位意见 | 法定代表人（签字）：李某某    单位公章\n",
            [
                ("推荐单位意见负责人签字", "signature", False),
                ("推荐单位意见推荐单位公章", "seal", None),
                ("申报单位意见法定代表人签字", "signature", True),
                ("申报单位意见单位公章", "seal", None),
            ],
        ),
        (  # the line's end between the name and the seal is lost
            "申报单位意见 | 法定代表人（签字）：李某某公章\n联合单位意见 | 法定代表人（签字）：    公章\n",
            [
                ("申报单位意见法定代表人签字", "signature", True),
                ("联合单位意见法定代表人签字", "signature", False),
                ("联合单位意见公章", "seal", None),
            ],
        ),
        (
            "申报单位意见 | 法定代表人签字：李某某 （公章）\n推荐意见 | 负责人签字：      （公章）\n",
            [
                ("申报单位意见法定代表人签字", "signature", True),
                ("申报单位意见公章", "seal", None),
                ("推荐意见负责人签字", "signature", False),
                ("推荐意见公章", "seal", None),
            ],
        ),
        (  # whose seal it is the label says
            "申报主体意见 | （盖章）\n年月日\n县农业农村局推荐意见 | 情况属实。云洲县农业农村局（盖章）2026年5月27日\n",
            [("申报主体意见公章", "seal", None), ("县农业农村局推荐意见公章", "seal", None)],
        ),
        ("材料要求 | （盖章）\n份数 | 2\n", []),
        ("廿四、项目负责人（签字） | 孙某\n", [("项目负责人签字", "signature", True)]),
        ("申报单位签章 | 法定代表人（签字）：\n份数 | 2\n", [("申报单位签章法定代表人签字", "signature", False)]),
        ("材料要求 | 单位公章\n份数 | 2\n", []),  # alone it asks for nothing
        (  # two lines of a narrow cell: who signs, and whose seal
            "牵头单位意见 | 所填属实。法定代表人（签字）：孙某某单位（公章）2026年4月14日\n",
            [("牵头单位意见法定代表人签字", "signature", True), ("牵头单位意见公章", "seal", None)],
        ),
    ],
)
def test_seals_without_brackets_behind_a_signature(cells: str, wanted: list[tuple[str, str, bool | None]]) -> None:
    found = find_seals(*structure(document("审核意见表\n\n" + cells)))
    assert [(s.name, s.kind, s.filled) for s in found] == wanted


@pytest.mark.parametrize(("left", "filled"), [(100.0, [True, False]), (330.0, [False, True])])
def test_of_places_side_by_side_the_one_below_the_picture_is_sealed(left: float, filled: list[bool]) -> None:
    stamp = Picture(1, (left, 300.0, left + 90.0, 390.0), True)
    text, _ = structure(document("学院意见 | 学校意见\n", pictures=(stamp,)))
    places = [
        SealPlace(
            name=name,
            kind="seal",
            role=Role.FORM,
            evidence=Evidence(text=name, page=1, start=0, end=4, boxes=((1, x0, 340.0, x0 + 100.0, 352.0),)),
        )
        for name, x0 in (("学院专用章", 90.0), ("学校公章", 320.0))
    ]
    assert [place.filled for place in stamped(text, places)] == filled


@pytest.mark.parametrize(
    ("behind", "filled"),
    [
        ("海岚深潜装备有限公司", [True, False, False]),  # anchored at the end of the line
        ("推荐单位：", [False, True, False]),
        ("申报日期", [False, True, False]),  # between two lines: the one that ends above is nearer
        ("我单位承诺", [False, False, True]),
    ],
)
def test_a_seal_in_a_text_without_pages(behind: str, filled: list[bool]) -> None:
    words = (
        "潮汐能揭榜挂帅申报书\n揭榜单位：海岚深潜装备有限公司（公章）\n推荐单位：（公章）\n申报日期：2026年5月6日\n"
        "揭榜承诺书\n我单位承诺材料真实。\n单位（盖章）\n"
    )
    stamp = Picture(
        None, None, True, words.index(behind) + len(behind) if behind != "申报日期" else words.index(behind)
    )
    found = find_seals(*structure(document(words, pictures=(stamp,), hard_wrapped=False)))
    assert [place.filled for place in found] == filled


def test_a_seal_without_an_anchor_makes_no_other_place_empty() -> None:
    words = "揭榜单位：海岚深潜装备有限公司（公章）\n" + "说明文字。\n" * 30
    stamp = Picture(None, None, True, len(words) - 1)
    found = find_seals(*structure(document("潮汐能揭榜挂帅申报书\n" + words, pictures=(stamp,), hard_wrapped=False)))
    assert [place.filled for place in found] == [None]


@pytest.mark.parametrize(("between", "filled"), [(2, True), (8, None)])
def test_a_seal_some_lines_below_the_one_place(between: int, filled: bool | None) -> None:
    words = "潮汐能揭榜挂帅申报书\n揭榜单位：海岚公司（公章）\n" + "推荐单位名称：海岚市科学技术局某某处\n" * between
    stamp = Picture(None, None, True, len(words) - 1)
    found = find_seals(*structure(document(words, pictures=(stamp,), hard_wrapped=False)))
    assert [place.filled for place in found] == [filled]


def _spot(page: int, top: float, left: float = 80.0) -> Evidence:
    return Evidence(text="单位（盖章）", page=page, start=0, end=6, boxes=((page, left, top, left + 200, top + 11),))


def _place(page: int, top: float, left: float = 80.0) -> SealPlace:
    return SealPlace(
        name="单位盖章", kind="seal", role=Role.FORM, filled=None, content=None, evidence=_spot(page, top, left)
    )


@pytest.mark.parametrize(
    ("tops", "seals", "filled"),
    [
        ([168.0, 304.0], [(1, 186.0), (1, 323.0)], [True, True]),  # one below the other, each a little lower
        ([168.0, 190.0], [(1, 150.0), (1, 172.0), (1, 500.0)], [True, True]),
        ([285.0, 387.0], [(1, 290.0), (1, 392.0)], [True, True]),  # each nearer to the next place than to its own
        ([168.0, 730.0], [(1, 186.0), (2, 74.0)], [True, True]),  # the second printed on the next page
        ([168.0, 400.0], [(1, 186.0), (2, 74.0)], [True, False]),
        ([400.0], [(1, 540.0)], [True]),  # below a cover's table, where the page has no other place
        ([400.0], [(1, 690.0)], [False]),
        ([400.0, 180.0], [(1, 560.0)], [False, False]),
        ([306.0, 506.0], [(1, 255.0), (1, 259.0)], [True, False]),  # two stamps on one place
    ],
)
def test_each_seal_has_its_place(tops: list[float], seals: list[tuple[int, float]], filled: list[bool]) -> None:
    pictures = tuple(
        Picture(offset=0, page=page, box=(405.0, top, 507.0, top + 102.0), is_seal=True) for page, top in seals
    )
    text, _ = structure(document("申报书\n", pictures=pictures))
    assert [place.filled for place in stamped(text, [_place(1, top) for top in tops])] == filled


def test_the_first_seal_of_a_page_belongs_to_the_row_that_the_page_cut() -> None:
    """单位意见 at the foot of the first page; its seal and the recommending office's on the second."""
    pictures = tuple(
        Picture(offset=0, page=2, box=(405.0, top, 507.0, top + 102.0), is_seal=True) for top in (74.0, 182.0)
    )
    text, _ = structure(document("申报书\n", pictures=pictures))
    places = [_place(1, 736.0), _place(2, 190.0)]
    assert [place.filled for place in stamped(text, places)] == [True, True]


# words, [(name, kind, filled)]: places without brackets, and marks with a word more
BARE = [
    (  # over a line to write on; those with a title
        "揭榜申请表\nA12 揭榜人印章 ____________（盖章）  机务长 ____________（签字）\n",
        [("揭榜人公章", "seal", None), ("机务长签字", "signature", False)],
    ),
    ("揭榜申请表\n船长 ____ 延长签字 ____（另行通知）\n", []),
    (
        "揭榜申请表\n轮机项目经理签字 ____    船队队长签字 ____\n",
        [("轮机项目经理签字", "signature", False), ("船队队长签字", "signature", False)],
    ),
    (
        "揭榜申请表\n（1）项目负责人签字\n（2）申报单位盖章\n",
        [("项目负责人签字", "signature", False), ("申报单位公章", "seal", None)],
    ),
    ("揭榜申请表\n（1）项目负责人签字　李某某\n", [("项目负责人签字", "signature", True)]),
    (
        "揭榜申请表\n揭榜单位盖章处：　　首席专家签字处：\n",
        [("揭榜单位公章", "seal", None), ("首席专家签字", "signature", False)],
    ),
    (
        "揭榜承诺书\n我方承诺属实。\n揭榜人（公章）　　法定代表人（签名并按手印）\n",
        [("承诺书揭榜人盖章", "seal", None), ("承诺书法定代表人签字", "signature", False)],
    ),
    (
        "揭榜承诺书\n我方承诺属实。\n承诺单位（电子签章）：\n项目经理（电子签名）：李某某\n",
        [("承诺书单位盖章", "seal", None), ("承诺书项目经理签字", "signature", True)],
    ),
    ("揭榜承诺书\n我方承诺属实。\n承诺人（揭榜方公章）：\n", [("承诺书承诺人盖章", "seal", None)]),
    (
        "揭榜承诺书\n我方承诺属实。\n\n揭榜人盖章处 | 法定代表人签名处\n海州公司 | 李某某\n",
        [("承诺书揭榜人盖章", "seal", None), ("承诺书法定代表人签字", "signature", True)],
    ),
    (
        "揭榜承诺书\n我方承诺属实。\n项目主持人签名 ______　单位盖章 ______　日期 ______\n",
        [("承诺书项目主持人签字", "signature", False), ("承诺书单位盖章", "seal", None)],
    ),
    (
        "揭榜承诺书\n我方承诺属实。\n项目主持人签名 李某某　单位盖章 海州公司　2027年5月6日\n",
        [("承诺书项目主持人签字", "signature", True), ("承诺书单位盖章", "seal", None)],
    ),
    (
        "揭榜承诺书\n我方承诺属实。\n\n8. 揭榜人盖章处 | 9. 法定代表人签名处\n海州公司 | 李某某\n",
        [("承诺书揭榜人盖章", "seal", None), ("承诺书法定代表人签字", "signature", True)],
    ),
    ("揭榜承诺书\n我方承诺属实。\n揭榜单位：（盖单位章）\n", [("承诺书单位盖章", "seal", None)]),
    ("揭榜承诺书\n我方承诺属实。\n负责人签名 后由 单位盖章 再报送，逾期不收\n", []),  # a sentence
    ("揭榜申请表\n（1）申报书签字盖章\n（2）材料须由负责人签字\n（3）逐页加盖单位公章\n", []),  # how it is handed in
]


@pytest.mark.parametrize(("words", "wanted"), BARE)
def test_places_without_brackets(words: str, wanted: list[tuple[str, str, bool | None]]) -> None:
    found = find_seals(*structure(document(words)))
    assert [(s.name, s.kind, s.filled) for s in found] == wanted


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("牵头单位 | 联合单位", ["单位盖章", "联合单位盖章", "法定代表人签字", "联合单位法定代表人签字"]),
        ("事项 | 说明", ["法定代表人签字", "法定代表人签字"]),
    ],
)
def test_the_columns_of_a_letters_table_are_those_who_sign(heads: str, names: list[str]) -> None:
    cells = "（公章） | （公章）\n法定代表人签字： | 法定代表人签字：\n"
    found = find_seals(*structure(document(f"承诺书\n双方承诺材料属实。\n{heads}\n{cells}")))
    assert [seal.name for seal in found] == [f"承诺书{name}" for name in names]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (
            [["申报单位意见", "港务局意见"], ["（公章）负责人签字：", "（公章）"]],
            ["申报单位意见公章", "申报单位意见负责人签字", "港务局意见公章"],
        ),
        (
            [["申报单位意见", ""], ["", "（公章）"], ["", "年 月 日"], ["提供泊位单位意见", ""], ["", "（公章）"]],
            ["申报单位意见公章", "提供泊位单位意见公章"],
        ),
        ([["申报单位意见", ""], ["港务局意见", "（公章）"]], ["港务局意见公章"]),
        ([["申报单位情况", "港务局情况"], ["（公章）", "（公章）"]], []),
    ],
)
def test_a_seal_below_whose_opinion_it_is(rows: list[list[str]], names: list[str]) -> None:
    made = table(rows, "关于揭榜的通知\n请报名。\n附件1\n项目申报表\n")
    assert [seal.name for seal in find_seals(*structure(made))] == names
