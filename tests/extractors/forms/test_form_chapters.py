"""Fields among the chapters of an application and below its first table."""

from documents import document, joined, table
from extracted import parts

from extractors.forms.forms import find_fields, read_forms
from pipeline.structure import structure


def test_labels_above_and_among_the_chapters_of_an_application() -> None:
    words = (
        "岸基雷达研制\n申报方案\n申报单位：海州仪器有限公司\n编制日期：2026年3月9日\n一、单位概况\n"
        "海州仪器有限公司成立于2016年，"
        "从事雷达研制。\n联系人：张某　　联系电话：0599-5000123　　邮箱：zhang@haizhou.example\n"
        "二、方案\n分三步，电话：另告。\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    fields = {field.name: field.value for field in find_fields(text, outline, applied=True)}
    assert fields["申报单位"] == "海州仪器有限公司"
    assert "0599-5000123" in fields.values()
    assert "另告" not in fields.values()


def test_the_tables_below_a_forms_first_one() -> None:
    words = (
        "某某项目申报书\n项目名称：岸基雷达\n表一\n单位名称 | 海州仪器有限公司 | 邮编 | 315000\n"
        "电话 | 0574-0000000 | 传真 | 无\n\n"
        "表二\n项目总投入（万元） | 360 | 配套渠道 | 自有\n项目摘要 | 研制雷达。\n"
    )
    found = {f.name: f.value for f in find_fields(*parts(words))}
    assert found["项目总投入（万元）"] == "360"
    assert found["项目摘要"] == "研制雷达。"


def test_a_blank_list_below_a_table_of_labels() -> None:
    """Its heads are the call's own words; such a list above all labels is nobody's form."""
    form, rows = [["单位名称", ""], ["法定代表人", ""], ["注册地", ""]], [["县（区）", "泊位", "浮标数"], ["", "", ""]]
    lead = document("关于申报的通知\n各有关单位：\n请于5月1日前申报。\n附件1\n项目书格式\n表1-1 揭榜单位\n")
    parts_below = table(form), document("\n表1-2 试验地点\n"), table(rows)
    assert [one.name for one in read_forms(*structure(joined(lead, *parts_below)))[1]] == ["试验地点"]
    assert read_forms(*structure(joined(lead, table(rows))))[1] == []


def test_the_opinion_of_ones_own_unit_below_its_heading() -> None:
    form = table([["单位名称", ""], ["法定代表人", ""], ["注册地", ""]])
    lead, below = document("揭榜申报表\n（一）揭榜方\n"), "\n（二）所在单位意见\n负责人签字：　　（盖章）\n"
    found = find_fields(*structure(joined(lead, form, document(below))))
    assert [field.name for field in found] == ["单位名称", "法定代表人", "注册地", "所在单位意见"]


def test_the_text_below_a_label_above_the_chapters() -> None:
    words = (
        "岸基雷达研制实施方案\n牵头单位：海州仪器有限公司\n项目摘要：\n研制一型岸基雷达，供两处岸站使用。\n"
        "一、方案\n分三步。\n二、进度\n两年。\n三、经费\n自筹。\n"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    fields = {field.name: field.value for field in find_fields(text, outline, applied=True)}
    assert fields["项目摘要"] == "研制一型岸基雷达，供两处岸站使用。"
