"""Labels and their values in cells and lines, ticks and guidance, and what a field keeps."""

from pathlib import Path

import pytest
from extracted import FORM, Fields, fields_of, values
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.forms.forms import find_fields
from pipeline.reading import read
from pipeline.structure import structure
from schemas.outline import Role

CASES: list[tuple[str, str, Fields]] = [
    (
        "label and value side by side",
        FORM + "单位名称 | 海州仪器有限公司 | 邮政编码 | 315000\n注册资本（万元） | 800 | 单位人数 | \n",
        {"单位名称": "海州仪器有限公司", "邮政编码": "315000", "注册资本（万元）": "800", "单位人数": None},
    ),
    (
        "a label known by its unit alone",
        FORM + "2022年度营业收入（万元）：800\n2022年度研究开发费用（万元）：90\n境外专利授权（项）：3\n",
        {"2022年度营业收入（万元）": "800", "2022年度研究开发费用（万元）": "90", "境外专利授权（项）": "3"},
    ),
    (
        "sums with their names behind one label, and years that are none",
        FORM + "经费（万元）：总经费480，其中财政补助180，自筹经费300\n营业收入（万元）：2024年480，2025年520\n",
        {
            "经费（万元）": "总经费480，其中财政补助180，自筹经费300",
            "总经费": "480",
            "财政补助": "180",
            "自筹经费": "300",
            "营业收入（万元）": "2024年480，2025年520",
        },
    ),
    (
        "first and last row of a table by tabs are empty",
        FORM + "单位名称\t\n邮政编码\t315000\t传真\t\n项目简介（500字以内）\t\n",
        {"单位名称": None, "邮政编码": "315000", "传真": None, "项目简介（500字以内）": None},
    ),
    (
        "a line without a label is no part of a short answer above it",
        FORM
        + "申报单位：海州大学（公章）\n指导教师：李某、孙某\n全体成员均为在校学生，共六人。\n"
        + "项目简介：\n研制雷达。\n再做海试。\n",
        {"申报单位": "海州大学", "指导教师": "李某、孙某", "项目简介": "研制雷达。\n再做海试。"},
    ),
    (
        "a first row that only heads the columns",
        FORM + "栏目 | 内容\n单位名称 | 海州仪器有限公司\n邮政编码 | 315000\n",
        {"单位名称": "海州仪器有限公司", "邮政编码": "315000"},
    ),
    (
        "label and value each on its own line, long labels and those of persons among them",
        FORM
        + "研发投入（万元）\n\n860\n\n其中与海洋观测装备相关的业务收入（万元）\n\n1200\n\n技术负责人姓名\n\n钱某\n\n"
        + "技术负责人职务职称\n\n研究员\n",
        {
            "研发投入（万元）": "860",
            "其中与海洋观测装备相关的业务收入（万元）": "1200",
            "技术负责人姓名": "钱某",
            "技术负责人职务职称": "研究员",
        },
    ),
    (
        "labels that no list knows",
        FORM + "浮标布放海域 | 东海 | 已布放套数 | 12\n岸站情况 | 两座\n",
        {"浮标布放海域": "东海", "已布放套数": "12", "岸站情况": "两座"},
    ),
    ("boxes", FORM + "单位性质 | □国有企业 ☑民营企业\n", {"单位性质": "民营企业"}),
    ("several boxes", FORM + "服务领域 | ☑港口 ☑渔业 □旅游\n", {"服务领域": ("港口", "渔业")}),
    (
        "no box ticked, but other words",
        FORM + "单位性质 | □国有 □民营 其他（请注明）：合伙\n",
        {"单位性质": "其他（请注明）：合伙"},
    ),
    (
        "the template's guidance is no value",
        FORM + "单位简介 | 包括成立时间、主营业务等基本情况（不超过500字）。\n单位名称 | 全称（如实填写）\n",
        {"单位简介": None, "单位名称": None},
    ),
    (
        "text that begins like guidance",
        FORM + "产品概述 | 包括浮标和岸站两部分，由我公司自主研制，2024年投入运行。\n参与单位 | 无\n",
        {"产品概述": "包括浮标和岸站两部分，由我公司自主研制，2024年投入运行。", "参与单位": "无"},
    ),
    (
        "labels that begin with a year",
        FORM + "联系电话 | 0571-55500001\n2025年营业收入（万元） | 8600 | 2025年度研发投入（万元） | 731\n",
        {"联系电话": "0571-55500001", "2025年营业收入（万元）": "8600", "2025年度研发投入（万元）": "731"},
    ),
    (
        "a label with the text under it",
        FORM
        + "单位名称 | 海州仪器有限公司\n单位简介：\n　　海州仪器有限公司成立于2015年，主营海洋浮标。\n参与单位 | 无\n",
        {"单位名称": "海州仪器有限公司", "单位简介": "海州仪器有限公司成立于2015年，主营海洋浮标。", "参与单位": "无"},
    ),
    (
        "one person's row under a title",
        FORM + "单位名称 | 海州仪器有限公司\n\n项目负责人\n\n"
        "姓名 | 手机 | 电子邮箱\n辛白杨 | 13900001234 | x@hz.example.cn\n",
        {
            "单位名称": "海州仪器有限公司",
            "项目负责人姓名": "辛白杨",
            "项目负责人手机": "13900001234",
            "项目负责人电子邮箱": "x@hz.example.cn",
        },
    ),
    (
        "a text in numbered parts under its label",
        FORM + "单位名称 | 海州仪器有限公司\n"
        "产品概述：\n　　一、定义。本产品系指海洋浮标及岸站。二、构成。由浮标、岸站组成。\n",
        {
            "单位名称": "海州仪器有限公司",
            "产品概述": "一、定义。本产品系指海洋浮标及岸站。二、构成。由浮标、岸站组成。",
        },
    ),
    (
        "a text that begins with the product's name",
        FORM + "单位名称 | 海州仪器有限公司\n"
        "产品概述：\n　　产品：海洋浮标。2024年投入运行，已在三个海域布放，用于潮位和波浪的长期观测。\n",
        {
            "单位名称": "海州仪器有限公司",
            "产品概述": "产品：海洋浮标。2024年投入运行，已在三个海域布放，用于潮位和波浪的长期观测。",
        },
    ),
    (
        "cells one a line, labels broken",
        "附件2\n\n揭榜单位申报表\n\n一、单位情况\n\n揭榜负责人\n\n姓名 职务职称\n\n邮箱 手机\n\n"
        "法定代表人\n\n注册资本\n\n（万元）\n\n"
        "单位性质\n\n□国有企业 □民营企业\n\n其他（请注明）：\n\n任务方向\n\n重点产品\n\n□方向1：浮标\n\n□方向2：雷达\n",
        {
            "揭榜负责人姓名": None,
            "揭榜负责人职务职称": None,
            "揭榜负责人邮箱": None,
            "揭榜负责人手机": None,
            "法定代表人": None,
            "注册资本（万元）": None,
            "单位性质": None,
            "任务方向": None,
        },
    ),
    (
        "a heading with text is a field, one with a table is none",
        FORM + "单位名称 | 海州仪器有限公司\n\n二、项目简介（不超过300字）\n\n研制海洋浮标。\n",
        {"单位名称": "海州仪器有限公司", "项目简介（不超过300字）": "研制海洋浮标。"},
    ),
    (
        "a list of people is no set of fields",
        FORM + "| 序号 | 姓名 | 职称 | 分工 |\n| 1 | 钱某 | 工程师 | 总体 |\n| 2 | 孙某 | 工程师 | 软件 |\n",
        {},
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), CASES, ids=[case[0] for case in CASES])
def test_fields(what: str, words: str, expected: Fields) -> None:
    assert values(words) == expected


def test_parts_of_a_field() -> None:
    name, kind = fields_of(FORM + "合作单位（如有） | \n单位性质 | □国有 ☑民营\n")
    assert not name.required
    assert name.role is Role.FORM
    assert name.value_evidence is None
    assert kind.required
    assert kind.options == ("国有", "民营")
    assert kind.evidence.text == "单位性质"
    assert kind.value_evidence is not None
    assert kind.value_evidence.text == "☑民营"


def test_guidance_is_kept() -> None:
    (field,) = fields_of(FORM + "单位简介 | 包括成立时间、主营业务等情况（不超过500字）。\n")
    assert field.guidance == "包括成立时间、主营业务等情况（不超过500字）。"


def test_merged_cells_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "form.html"
    page.write_text(
        "<html><body><h1>揭榜挂帅申请表</h1><table>"
        "<tr><td rowspan=2>申请单位</td><td>名称</td><td>青禾种业股份有限公司</td></tr>"
        "<tr><td>单位类别</td><td><input type='checkbox' checked/>企业 <input type='checkbox'/>高校</td></tr>"
        "<tr><td>揭榜课题</td><td colspan=2>课题三：耐盐碱小麦</td></tr>"
        "<tr><td colspan=3>项目摘要（限500字）<br/>选育新品种三个以上。</td></tr></table></body></html>",
        encoding="utf-8",
    )
    found = {field.name: field.value for field in find_fields(*structure(read(page)))}
    assert found == {
        "申请单位名称": "青禾种业股份有限公司",
        "单位类别": "企业",
        "揭榜课题": "课题三：耐盐碱小麦",
        "项目摘要（限500字）": "选育新品种三个以上。",
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="单位名称姓电话：|□☑（）\t _年月日12某", max_size=24), max_size=8))
def test_evidence_stands_in_the_document(lines: list[str]) -> None:
    text = FORM + "\n".join(lines)
    for field in fields_of(text):
        for evidence in (field.evidence, field.value_evidence):
            assert evidence is None or text[evidence.start : evidence.end] == evidence.text
