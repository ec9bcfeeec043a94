"""Who the work is parted among, and a row of the form that is left out."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = (
    "一、申报材料\n申报书。\n附件\n海上平台揭榜挂帅申报书\n"
    "单位名称\t\t统一社会信用代码\t\n成立日期\t\t通信地址\t\n邮政编码\t\t法定代表人\t\n单位人数\t\t研发人员人数\t\n"
    "联系人\t\t联系电话\t\n参与单位\t\t项目名称\t\n项目方案\n（一）任务分工\n（二）其他事项\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t统一社会信用代码\t91350100MA2XQ7TR8P\n"
    "成立日期\t2014年8月5日\t通信地址\t海州市听涛街21号\n{postcode}法定代表人\t孙某某\n单位人数\t120\t研发人员人数\t56\n"
    "联系人\t吕某某\t联系电话\t0599-5000123\n参与单位\t{partners}\t项目名称\t浮标平台\n项目方案\n（一）任务分工\n{shares}\n（二）其他事项\n无\n"
)
PARTNERS = "蓝湾声学仪器有限公司、胶州湾理工大学"
SHARES = "海岚深潜装备有限公司承担整机集成；蓝湾声学仪器有限公司承担声呐；{}胶州湾理工大学负责控制算法研究。"


@pytest.mark.parametrize(
    ("partners", "more", "status"),
    [
        (PARTNERS, "", None),
        (PARTNERS, "泰澜缆索有限公司承担缆索研制；", "invalid"),
        (PARTNERS, "泰澜检测有限公司负责第三方检测；", None),  # no share of the work
        (PARTNERS, "蓝湾声学仪器公司承担声呐；", None),  # a short name
        ("无", "泰澜缆索有限公司承担缆索研制；", "invalid"),
    ],
)
def test_partners_of_the_text_are_those_of_the_form(
    partners: str, more: str, status: str | None, tmp_path: Path
) -> None:
    part = PART.format(postcode="邮政编码\t350100\t", partners=partners, shares=SHARES.format(more))
    found = statuses(tmp_path, CALL, part)
    assert (found["参与单位"] == "invalid") is (status == "invalid")


TEAM = (
    "姓名\t单位\t职称\t任务\n吕某某\t海岚深潜装备有限公司\t高级工程师\t总体\n文某某\t胶州湾理工大学\t教授\t{}算法\n{}"
)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ("柯某某\t胶州湾海洋大学\t讲师\t联动控制", True),
        ("柯某某\t泰澜缆索有限公司\t高级工程师\t缆索试制", True),
        ("柯某某\t南屿工业研究所\t研究员\t缆索试制", True),
        ("柯某某\t蓝湾声学\t工程师\t声呐", False),  # a short name
        ("柯某某\t深潜装备公司研发中心\t工程师\t结构", False),
        ("柯某某\t胶州湾海洋大学\t教授\t技术顾问", False),
        ("柯某某\t泰澜检测有限公司\t工程师\t第三方检测", False),
        ("柯某某（外聘）\t胶州湾海洋大学\t教授\t算法", False),
    ],
)
def test_members_are_of_the_bodies_of_the_form(more: str, wrong: bool, tmp_path: Path) -> None:
    part = PART.format(postcode="邮政编码\t350100\t", partners=PARTNERS, shares=TEAM.format("", more))
    assert (statuses(tmp_path, CALL, part)["参与单位"] == "invalid") is wrong


@pytest.mark.parametrize(("postcode", "status"), [("邮政编码\t350100\t", "met"), ("", "missing")])
def test_a_row_that_is_left_out_between_two(postcode: str, status: str, tmp_path: Path) -> None:
    part = PART.format(postcode=postcode, partners=PARTNERS, shares=SHARES.format(""))
    assert statuses(tmp_path, CALL, part)["邮政编码"] == status


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("海州市听涛街21号，邮政编码350100", "met"),
        ("海州市听涛街21号（邮编：350100）", "met"),
        ("海州市听涛街21号 邮编350100", "met"),
        ("海州市听涛街21号（350100）", "met"),
        ("海州市听涛街21号，350100", "met"),
        ("海州市听涛街21号，邮政编号为350100", "met"),
        ("海州市听涛街21号", "missing"),
        ("海州市听涛街21号，邮政编码另附", "missing"),
        ("海州市听涛街21号，合作单位邮编350100", "missing"),
        ("海州市听涛街21号，房号3501001", "missing"),
        ("海州市听涛街350100号", "missing"),
    ],
)
def test_what_another_answer_tells_with_its_label(address: str, status: str, tmp_path: Path) -> None:
    part = PART.format(postcode="", partners=PARTNERS, shares=SHARES.format(""))
    found = statuses(tmp_path, CALL, part.replace("海州市听涛街21号", address))
    assert found["邮政编码"] == status
