"""A folder is one application by what is in its files: one filled form, and what goes with it."""

from functools import partial
from pathlib import Path

import pytest

from pipeline.grouping import is_one_application, is_one_notice
from pipeline.reading import ReadingOptions
from pipeline.reading.inputs import expand

HERE = ReadingOptions(isolate=False, cache=False)
FORM = """潮汐能揭榜挂帅项目申报表
单位名称\t{0}\t联系人\t陶一帆
注册地址\t云屿市听涛街21号\t联系电话\t0599-5000123
项目名称\t潮流能发电机组\t总投资（万元）\t300
法定代表人\t陶一帆\t职工人数\t80
"""
BOOK = """项目任务书
揭榜单位：{0}
一、任务介绍
研制潮流能发电机组，单机功率300千瓦。
二、攻关计划
2026年6月至2027年6月完成样机。
"""
PLAN = (
    "技术路线说明\n一、总体思路\n我公司采用变桨叶轮，我公司已建成试验平台，我公司与{0}的客户合作，本项目分两年完成。\n"
)
TEXT = """立项依据与研究内容
一、立项依据
潮流能发电机组的叶轮需要适应往复流，现有定桨叶轮的效率偏低。
二、研究内容
{0}负责变桨机构，合作单位负责海上试验。
三、实施进度
2026年6月至2027年6月完成样机。
"""
LICENCE = "营业执照\n名称：{0}\n类型：有限责任公司\n住所：云屿市听涛街21号\n"
NOTICE = (
    "关于开展潮汐能揭榜挂帅的通知\n各有关单位：\n现将有关事项通知如下。\n一、申报条件\n在本市注册。\n"
    "二、联系方式\n电话：0571-00000000\n"
)
TAO, SUN = "青屿工坊有限公司", "海岚深潜装备有限公司"
REPORT = """潮流能发电机组揭榜方案
揭榜单位：{0}
联系电话：0599-5000123
一、单位概况
""" + "".join(
    f"{title}\n{'本公司研制变桨叶轮，建成海上试验平台，完成多轮实海况测试与评估。' * 5}\n"
    for title in ("我公司长期从事海洋装备。", "二、技术路线", "三、进度安排", "四、经费测算")
)
AUDIT = "审计报告\n{0}全体股东：\n我们审计了2025年度的利润表。\n"
DUTIES = "值班人员轮换表\n一月：沈砚舟\n二月：陶一帆\n"
RECIPE = "红烧鱼的做法\n鱼洗净，两面煎黄，加酱油和水。\n"

# (the files by name, whether they are one application)
FOLDERS: list[tuple[dict[str, str], bool]] = [
    ({"01.txt": FORM.format(TAO), "02.txt": BOOK.format(TAO), "03.txt": LICENCE.format(TAO)}, True),
    ({"a.txt": FORM.format(TAO), "b.txt": LICENCE.format(TAO)}, True),
    ({"a.txt": FORM.format(TAO), "b.txt": PLAN.format(TAO)}, True),
    ({"a.txt": FORM.format(TAO), "2.申报书正文.txt": TEXT.format(TAO)}, True),
    ({"a.txt": FORM.format(TAO), "2.申报书正文.txt": TEXT.format(SUN)}, False),
    ({"申报表.txt": FORM.format(TAO), "实施方案.txt": TEXT.format("合作社")}, True),  # by its name
    ({"a.txt": FORM.format(TAO), "附件/1.txt": LICENCE.format(TAO)}, True),
    ({"01.txt": FORM.format(TAO), "02.txt": FORM.format(SUN)}, False),
    ({"01.txt": FORM.format(TAO), "02.txt": FORM.format(TAO)}, False),
    ({"01.txt": FORM.format(TAO), "02.txt": BOOK.format(SUN)}, False),
    ({"a.txt": FORM.format(TAO), "b.txt": PLAN.format(SUN)}, False),
    ({"a.txt": FORM.format(TAO), "b.txt": NOTICE}, False),
    ({"a.txt": FORM.format(TAO), "b.txt": RECIPE}, False),
    (  # one that nothing tells beside papers that are known
        {"a.txt": FORM.format(TAO), "b.txt": LICENCE.format(TAO), "c.txt": AUDIT.format(TAO), "d.txt": DUTIES},
        True,
    ),
    ({"a.txt": FORM.format(TAO), "b.txt": LICENCE.format(TAO), "c.txt": RECIPE, "d.txt": DUTIES}, False),
    ({"a.txt": FORM.format(TAO), "材料7_信用查询截图.txt": RECIPE}, True),  # by its name
    ({"a.txt": FORM.format(TAO), "乙/1.txt": LICENCE.format(SUN)}, False),
    ({"a.txt": BOOK.format(TAO), "b.txt": LICENCE.format(TAO)}, False),
    ({"a.txt": REPORT.format(TAO), "1.txt": LICENCE.format(TAO), "2.txt": AUDIT.format(TAO)}, True),
    ({"a.txt": REPORT.format(TAO), "b.txt": REPORT.format(SUN), "1.txt": LICENCE.format(TAO)}, False),
    ({"a.txt": FORM.format(TAO)}, False),
    ({f"{n}.txt": FORM.format(TAO) if n == 0 else LICENCE.format(TAO) for n in range(31)}, False),
]


@pytest.mark.parametrize(("files", "one"), FOLDERS)
def test_a_folder_by_its_content(tmp_path: Path, files: dict[str, str], one: bool) -> None:
    for name, words in files.items():
        path = tmp_path / "2026-05" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    with expand([tmp_path / "2026-05"], HERE, partial(is_one_application, options=HERE)) as found:
        assert (len(found.inputs) == 1 and len(found.inputs[0].files) == len(files) > 1) is one
        assert sum(len(each.files) for each in found.inputs) == len(files)


BLANK = "潮汐能揭榜挂帅项目申报表\n\n" + FORM.split("\n", 1)[1].format("").replace("陶一帆", "").replace(
    "0599-5000123", ""
)


@pytest.mark.parametrize(
    ("texts", "one"),
    [
        ((NOTICE, BLANK), True),
        ((BLANK, NOTICE, RECIPE), True),
        ((NOTICE, NOTICE), False),
        ((NOTICE, BLANK, FORM.format(TAO)), False),
        ((NOTICE, RECIPE), False),
        ((BLANK,), False),
    ],
)
def test_a_call_with_its_forms_is_one_notice(tmp_path: Path, texts: tuple[str, ...], one: bool) -> None:
    for number, words in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
    with expand([tmp_path], HERE, partial(is_one_notice, options=HERE)) as found:
        assert (len(found.inputs) == 1 < len(found.inputs[0].files)) is one


def test_of_many_applications_two_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pipeline.grouping as grouping

    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(FORM.format(TAO), encoding="utf-8")
    read, opened = grouping.read, []
    monkeypatch.setattr(grouping, "read", lambda path, *how: opened.append(path) or read(path, *how))
    with expand([tmp_path], HERE, partial(is_one_application, options=HERE)) as found:
        assert len(found.inputs) == 20
    assert len(opened) == 2


def test_a_file_that_cannot_be_read_goes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(FORM.format(TAO), encoding="utf-8")
    (tmp_path / "执照.pdf").write_bytes(b"%PDF-1.4 broken")
    with expand([tmp_path], HERE, partial(is_one_application, options=HERE)) as found:
        assert len(found.inputs) == 1
    (tmp_path / "2.pdf").write_bytes(b"%PDF-1.4 broken")
    with expand([tmp_path], HERE, partial(is_one_application, options=HERE)) as found:
        assert len(found.inputs) == 3
