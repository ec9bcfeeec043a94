"""Lines of a form under numbers, of one level below its chapters' or of a column of their own."""

import pytest
from documents import document
from extracted import Fields

from extractors.forms.forms import find_fields
from pipeline.structure import structure

FORM = "海州市揭榜申报书\n\n申报表\n\n{}\n"
CASES: list[tuple[str, Fields]] = [
    (
        "1 单位情况\n1.1 申报单位名称：海州仪器有限公司\n1.2 通讯地址：海州市新区1号\n"
        "1.3 组织机构代码/三证合一码：91350981MA31\n"
        "1.4 单位简介\n公司做浮标。",
        {
            "申报单位名称": "海州仪器有限公司",
            "通讯地址": "海州市新区1号",
            "组织机构代码/三证合一码": "91350981MA31",
            "单位简介": "公司做浮标。",
        },
    ),
    (
        "1 单位情况\n1.1 申报单位名称：\n1.2 通讯地址：\n1.3 单位简介\n公司做浮标。",
        {"申报单位名称": None, "通讯地址": None, "单位简介": "公司做浮标。"},
    ),
    (
        "【一、单位情况】（证明材料另附）\n1  单位名称　　　海州仪器公司\n"
        "2  项目负责人　　姓名 钱某 ／ 职务职称 所长、研究员 ／ 手机 13900000000\n"
        "3  单位性质　　　[ ]国有企业 [√]民营企业\n4  研发人员人数（人）　　　12\n"
        "5  其中与海洋装备相关的业务收入（万元）　380.5\n6  单位简介\n公司做浮标。",
        {
            **{"单位名称": "海州仪器公司", "项目负责人": "钱某", "项目负责人姓名": "钱某"},
            **{"项目负责人职务职称": "所长、研究员", "项目负责人手机": "13900000000", "单位性质": "民营企业"},
            **{"研发人员人数（人）": "12", "其中与海洋装备相关的业务收入（万元）": "380.5", "单位简介": "公司做浮标。"},
        },
    ),
    (  # the stroke before a part is none of the name
        "单位名称：海州仪器公司\n项目负责人：钱某／手机13900000000\n合作单位：海州大学/电话亭设计院",
        {
            **{"单位名称": "海州仪器公司", "项目负责人": "钱某", "项目负责人手机": "13900000000"},
            "合作单位": "海州大学/电话亭设计院",
        },
    ),
    (  # what is counted is in the answer, and no label
        "单位名称　海州仪器公司\n主要产品\n1  浮标及锚链 三型\n2  雷达 两型\n3  声呐 一型\n4  水听器 两型",
        {"单位名称": "海州仪器公司", "主要产品": "1浮标及锚链三型2雷达两型3声呐一型4水听器两型"},
    ),
]


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_values_behind_numbered_labels(lines: str, expected: Fields) -> None:
    found = find_fields(*structure(document(FORM.format(lines), hard_wrapped=False)), applied=True)
    assert {field.name: field.value for field in found} == expected
