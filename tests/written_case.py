"""A notice and an application written as text, to be changed in places and screened as files are."""

from collections.abc import Callable
from pathlib import Path

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.document import Document
from schemas.finding import Finding
from schemas.notice import Notice
from schemas.outline import Outline
from schemas.text import Text

NOTICE = """\
云屿市科学技术局
关于发布2026年度医疗器械揭榜挂帅榜单的通知
各有关单位：
一、揭榜条件
1. 揭榜单位应当是2023年12月31日前在云屿市登记注册、具有独立法人资格的企业。
2. 揭榜单位上年度营业收入不低于2000万元，研发费用占营业收入的比例不低于5%。
3. 项目负责人年龄不超过58周岁。
二、申报材料
申报材料包括：（1）营业执照；（2）医疗器械注册证或者型式检验报告；（3）相关成果证明（专利、应用合同等）。
三、申报时间
揭榜单位于2026年5月6日至2026年6月5日登录系统提交申报材料。
{more}
云屿市科学技术局
2026年4月28日
附件1
医疗器械揭榜挂帅榜单
方向1：便携式彩色超声诊断设备
主要任务：研制便携式彩超整机。
考核指标：整机重量不超过3kg；力反馈分辨率达到0.1N。
方向2：连续血糖监测系统
主要任务：研制免校准连续血糖监测系统。
考核指标：使用寿命不少于14天。
附件2
云屿市揭榜挂帅项目申报书
项目名称：
揭榜单位：
填报日期：  年  月  日
一、基本信息表
单位名称\t\t成立时间\t
2025年营业收入（万元）\t\t2025年研发费用（万元）\t
股票代码（若为上市公司请填写）\t\t传真（选填）\t
联系人及电话\t\t职务\t
二、项目方案
（一）考核指标
逐项列出指标数值及测试方法。
（二）进度安排
按季度列出时间节点。
"""
APPLICATION = """\
云屿市揭榜挂帅项目申报书
项目名称：便携式彩色超声诊断设备研制
揭榜单位：云屿声瞳医疗科技有限公司
填报日期：2026年5月20日
一、基本信息表
单位名称\t云屿声瞳医疗科技有限公司\t成立时间\t2019年2月
2025年营业收入（万元）\t6600\t2025年研发费用（万元）\t520
股票代码（若为上市公司请填写）\t\t传真（选填）\t
联系人及电话\t辛白杨 0599-5000123\t职务\t经理
出生年月\t1989年1月\t注册地址\t云屿市听涛街21号
二、项目方案
（一）考核指标
整机重量不超过2.6kg，由第三方检测机构称量；力反馈分辨率达到0.08N，用标准测力计测试。
（二）进度安排
2026年三季度完成探头和主机，2026年四季度至2027年二季度完成整机、送检与验收。
附件清单
1. 营业执照
2. 型式检验报告
3. 发明专利证书
"""


def findings_of(path: Path) -> Callable[..., dict[tuple[str, str], Finding]]:
    """A function that screens the application with some words changed (old, new) and ``more`` in the notice.

    ``metric`` is asked of direction 1 as well.
    """

    def document(text: str) -> Document:
        path.write_text(text, encoding="utf-8")
        return read(path, options=ReadingOptions(isolate=False, cache=False))

    made: dict[tuple[str, str], tuple[Notice, Matcher]] = {}

    def run(*changes: tuple[str, str], more: str = "", metric: str = "") -> dict[tuple[str, str], Finding]:
        key = (more, metric)
        if key not in made:
            words = NOTICE.replace("{more}", more)
            words = words.replace("达到0.1N。", f"达到0.1N；{metric}。") if metric else words
            notice = build_notice(*structure(document(words)))
            made[key] = notice, Matcher(notice)
        text = APPLICATION
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        submission = build_submission(*structure(document(text)))
        return {(f.kind, f.name): f for f in screen(made[key][0], submission, made[key][1]).findings}

    return run


HEAD = "关于开展海上平台揭榜挂帅的通知\n各有关单位：\n现将有关事项通知如下。\n"


def statuses(folder: Path, notice: str, application: str) -> dict[str, str]:
    """The status of each finding by its name: a call's body, below its head, against an application."""
    return {finding.name: finding.status for finding in findings(folder, notice, application)}


def findings(folder: Path, notice: str, application: str) -> tuple[Finding, ...]:
    """All findings of the same."""
    call = build_notice(*_read(folder / "通知.txt", HEAD + notice))
    part = build_submission(*_read(folder / "申报书.txt", application))
    return screen(call, part, Matcher(call)).findings


def _read(path: Path, words: str) -> tuple[Text, Outline]:
    path.write_text(words, encoding="utf-8")
    return structure(read(path, options=ReadingOptions(isolate=False, cache=False)))
