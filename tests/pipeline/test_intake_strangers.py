"""The call and the blank form in an application's folder are none of its parts."""

from pathlib import Path

import pytest

from pipeline.intake import take
from pipeline.reading import ReadingOptions
from pipeline.reading.inputs import Input, SourcePath
from pipeline.records.strangers import BLANK as EMPTY
from pipeline.records.strangers import CALL as CALLED
from pipeline.records.strangers import is_nothing

HERE = ReadingOptions(isolate=False, cache=False)
LABELS = "单位名称\t{0}\t联系人\t{1}\n注册地址\t{2}\t联系电话\t{3}\n项目名称\t{4}\t总投资（万元）\t{5}\n"
BLANK = "潮汐能揭榜挂帅项目申报表\n\n" + LABELS.format(*[""] * 6)
FORM = "潮汐能揭榜挂帅项目申报表\n\n" + LABELS.format(
    "青屿工坊有限公司", "陶一帆", "云屿市听涛街21号", "0599-5000123", "潮流能发电机组", "300"
)
PLEDGED = BLANK + "单位承诺\t本单位承诺所填内容真实、合法、有效，如有虚假，愿承担相应责任。\n"
CALL = (
    "关于开展潮汐能揭榜挂帅的通知\n各有关单位：\n现将有关事项通知如下。\n一、申报条件\n在本市注册。\n"
    "二、揭榜任务\n支持断电后自动上浮。\n三、联系方式\n电话：0571-00000000\n"
)
PLAN = "实施方案\n一、总体思路\n采用变桨叶轮，分两年完成。\n二、评审与验收\n由第三方检测。\n三、奖励\n按贡献奖励。\n"


@pytest.mark.parametrize(
    ("files", "left_out"),
    [
        ({"a.txt": FORM, "b.txt": CALL}, {"b.txt": CALLED}),
        ({"a.txt": BLANK, "b.txt": FORM}, {"a.txt": EMPTY}),
        ({"a.txt": FORM, "b.txt": PLEDGED}, {"b.txt": EMPTY}),
        ({"a.txt": FORM, "b.txt": PLAN}, {}),
        ({"a.txt": BLANK, "b.txt": PLAN}, {}),  # nothing else is filled in: it may be all that there is
        ({"a.txt": FORM, "b.txt": "营业执照\n青屿工坊有限公司\n"}, {}),
    ],
)
def test_what_is_no_part_of_an_application(tmp_path: Path, files: dict[str, str], left_out: dict[str, str]) -> None:
    for name, words in files.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    taken = take(Input("x", tuple(SourcePath(tmp_path / name, name) for name in files)), "submission", HERE)
    assert taken.submission is not None
    assert {failure.path: failure.error for failure in taken.failures} == left_out
    assert {Path(f.path).name for f in taken.submission.files} == set(files) - set(left_out)
    assert not any("自动上浮" in p.text for p in taken.submission.passages) or CALL not in files.values()
    if FORM in files.values():
        assert {f.value for f in taken.submission.form_fields if f.label == "单位名称"} == {"青屿工坊有限公司"}


LIST = "项目汇总表\n\n序号\t申报企业\t榜题\t联系方式\n1\t青屿工坊有限公司\t一\t0599-5000123\n2\t海岚有限公司\t二\t无"
PROSE = "潮流能发电机组\n" + "我们采用变桨叶轮，水轮机在低流速下也能自启动，发出的电送到海水养殖场。" * 40


@pytest.mark.parametrize(
    ("name", "words", "nothing"),
    [
        ("汇总表.txt", LIST, True),
        ("readme.txt", "请查收附件。\n", True),
        ("作品.txt", PROSE, False),
        ("a.txt", FORM, False),
        ("a.txt", PLAN, False),
    ],
)
def test_a_file_with_nothing_of_an_application(tmp_path: Path, name: str, words: str, nothing: bool) -> None:
    (tmp_path / name).write_text(words, encoding="utf-8")
    taken = take(Input(name, (SourcePath(tmp_path / name, name),)), "submission", HERE)
    assert taken.submission is not None
    assert is_nothing(taken.submission) is nothing
