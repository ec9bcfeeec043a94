"""Seals that the sentences of a notice ask for."""

import pytest
from documents import document

from extractors.notice.stated_seals import stated_seals
from pipeline.structure import structure

NOTICE = "关于开展揭榜挂帅的通知\n各有关单位：\n{}\n"


# sentence, places
STATED = [
    ("申报书一式五份，装订成册，加盖单位公章。", ["申报书单位公章"]),
    ("揭榜承诺书由法定代表人签字并加盖公章。", ["承诺书法定代表人签字", "承诺书单位公章"]),
    ("随方案交承诺书，由法定代表人签字、盖章、注明日期。", ["承诺书法定代表人签字", "承诺书单位公章"]),
    ("承诺书由法定代表人签字，盖公章。", ["承诺书法定代表人签字", "承诺书单位公章"]),
    ("承诺书由法定代表人签字、盖章处须清晰。", ["承诺书法定代表人签字"]),
    ("书面材料一式两份，并加盖牵头单位公章。", ["书面材料牵头单位公章"]),
    (
        "序号 | 文件 | 要求\n1 | 揭榜函 | 写明报价，法定代表人签字并加盖公章\n2 | 技术文件 | 不超过8000字",
        ["揭榜函法定代表人签字", "揭榜函单位公章"],
    ),
    ("申报人在报名表对应位置加盖所在学校或所在单位公章。", ["报名表所在学校或所在单位公章"]),
    ("1．揭榜申报书。封面写明榜单编号，并加盖牵头企业公章；简介400字以内。", ["申报书牵头企业公章"]),
    ("（1）揭榜申报书，写清单位信息，并由牵头单位盖章；简介400字以内；", ["申报书牵头单位公章"]),
    ("（1）揭榜申报书，写清单位信息，由推荐单位盖章；", []),
    ("1．揭榜申报书一式两份。场地协议写明分工，由双方盖章。", []),
    ("6．场地协议。写明分工，并加盖业主公章。", []),
    # a sentence that names a paper of its own; the form itself, and one that hands in no other
    ("3．申报书。写明航线。试航报告须加盖公章。", []),
    ("4．申请表：一式四份。船东推荐函加盖公章。", []),
    ("5．申请表。另附加盖公章的船舶证书。", []),
    ("7．申请表：一式四份。本表末页加盖公章。", ["申请表单位公章"]),
    ("复印件须加盖公章。", []),
    ("申报材料由主管部门审核并加盖公章。", []),
]


@pytest.mark.parametrize(("words", "wanted"), STATED)
def test_stated_seals(words: str, wanted: list[str]) -> None:
    found = stated_seals(*structure(document(NOTICE.format(words), hard_wrapped=False)))
    assert [place.name for place in found] == wanted
