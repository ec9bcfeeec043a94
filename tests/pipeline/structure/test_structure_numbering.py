import pytest

from pipeline.structure.titles.numbering import number_at

NUMBERED = [
    ("◆ 二、基本信息", "han", "二", "基本信息"),
    ("★（三）考核指标", "han_paren", "（三）", "考核指标"),
    ("一、申报条件", "han", "一", "申报条件"),
    ("十二、其他", "han", "十二", "其他"),
    ("（三）高质量数据集", "han_paren", "（三）", "高质量数据集"),
    ("(二)相关进展", "han_paren", "(二)", "相关进展"),
    ("1.任务名称", "arabic", "1", "任务名称"),
    ("贰　申报单位", "capital", "贰", "申报单位"),
    ("叁、项目内容", "capital", "叁", "项目内容"),
    ("2、承诺书", "arabic", "2", "承诺书"),
    ("1.2023年度推荐表", "arabic", "1", "2023年度推荐表"),
    ("1.1研究目标", "decimal2", "1.1", "研究目标"),
    ("3.1 2027年预期目标", "decimal2", "3.1", "2027年预期目标"),
    ("4.2 项目团队与分工", "decimal2", "4.2", "项目团队与分工"),
    ("3.1 元器件选型", "decimal2", "3.1", "元器件选型"),
    ("3 攻关计划", "bare", "3", "攻关计划"),
    ("2.1.3 指标", "decimal3", "2.1.3", "指标"),
    ("（1）项目申报书", "arabic_paren", "（1）", "项目申报书"),
    ("第三章 申报要求", "chapter", "第三章", "申报要求"),
    ("附：发榜单位简介", "annex", "附", "发榜单位简介"),
    ("【3】考核指标", "chapter", "【3】", "考核指标"),
    ("【C】考核指标", "chapter", "【C】", "考核指标"),
    ("【第三部分】 打算怎么做", "chapter", "【第三部分】", "打算怎么做"),
    ("[1] 营业执照复印件", "bracketed", "[1]", "营业执照复印件"),
    ("壹、海况概述", "capital", "壹", "海况概述"),
    ("〔叁〕现有基础", "chapter", "〔叁〕", "现有基础"),
    ("二 工作基础", "han_bare", "二", "工作基础"),
    ("1 项目概述", "bare", "1", "项目概述"),
    ("5 组织与保障", "bare", "5", "组织与保障"),
    ("4 年度计划", "bare", "4", "年度计划"),
    ("①营业执照", "circled", "①", "营业执照"),
    ("1-2 适用范围", "hyphen", "1-2", "适用范围"),
    ("3-1 2027年预期目标", "hyphen", "3-1", "2027年预期目标"),
]
NOT_NUMBERED = [
    "一种方法",
    "【第三方】检测",
    "【A】单位与人员",
    "[1,2]",
    "三维空间",
    "三 个月",
    "伍 元",
    "一 种方法",
    "1.25以下",
    "4.2 项授权专利",
    "3.6元每件",
    "2025年4月17日",
    "3 项专利",
    "5 组样品",
    "4 年以上",
    "3个月内",
    "10TB以上",
    "十几家企业",
    "0.05%FS",
    "3-5 个工作日",
    "2-1减速比",
    "二〇二五年",
    "【注意】逾期不候",
    "〔2024〕海科发",
]


@pytest.mark.parametrize(("text", "style", "label", "rest"), NUMBERED)
def test_number(text: str, style: str, label: str, rest: str) -> None:
    number = number_at(text)
    assert number is not None
    assert (number.style, number.label, text[number.end :]) == (style, label, rest)


@pytest.mark.parametrize("text", NOT_NUMBERED)
def test_no_number(text: str) -> None:
    assert number_at(text) is None
