"""What the file of an attachment says of itself, and who signed: applications of several files, read from disk."""

from pathlib import Path

import pytest
from written_case import APPLICATION, NOTICE

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission, merge_submissions
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.finding import GAP_STATUSES
from schemas.submission import Submission

ASKED = "；（4）联合申报协议（联合申报的提供，由各方签字）。"
AGREEMENT = """\
联合申报协议
甲方：云屿声瞳医疗科技有限公司
乙方：云屿市超声研究所
双方联合申报方向1，甲方负责整机，乙方负责探头。
甲方代表（签字）：辛白杨
2026年5月8日
乙方代表（签字）：{signed}
2026年5月8日
"""
PLACE = "项目组全体成员（签字）：{signed}\n"
TEAM = "三、项目组成员\n姓名\t职称\t分工\n辛白杨\t经理\t总体\n卞新雨\t工程师\t探头\n车远舟\t工程师\t算法\n"


def _read(path: Path, words: str) -> Submission:
    path.write_text(words, encoding="utf-8")
    return build_submission(*structure(read(path, options=ReadingOptions(isolate=False, cache=False))))


def _gaps(folder: Path, notice_words: str, **files: str) -> list[tuple[str, str, str]]:
    path = folder / "通知.txt"
    path.write_text(notice_words.replace("{more}", ""), encoding="utf-8")
    notice = build_notice(*structure(read(path, options=ReadingOptions(isolate=False, cache=False))))
    parts = [_read(folder / f"{name}.txt", words) for name, words in files.items()]
    found = screen(notice, merge_submissions(parts, parts[0].source), Matcher(notice)).findings
    return [(f.kind, f.name, f.explanation) for f in found if f.status in GAP_STATUSES]


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("", True),
        ("卞新雨", False),
        ("卞新雨\n见证人（签字）：", False),
        ("（内部用印流程办理中）", True),
        ("（待签）", True),
        ("卞新雨（已签）", False),
    ],
)
def test_a_partner_has_not_signed_the_agreement(tmp_path: Path, signed: str, expected: bool) -> None:
    notice = NOTICE.replace("（3）相关成果证明（专利、应用合同等）。", "（3）相关成果证明（专利、应用合同等）" + ASKED)
    words = APPLICATION.replace("三、", "") + "4. 联合申报协议\n"
    gaps = _gaps(tmp_path, notice, 申报书=words, 联合申报协议=AGREEMENT.format(signed=signed))
    told = [text for kind, name, text in gaps if kind == "proof_material"]
    assert bool(told) is expected
    assert not told or "乙方代表（签字）" in told[0]


@pytest.mark.parametrize(
    ("signed", "absent"),
    [
        ("辛白杨、卞新雨、车远舟", None),
        ("辛白杨、卞新雨、车 远舟", None),
        ("辛白杨  车远舟", "卞新雨"),
        ("辛白杨", None),
    ],
)
def test_all_members_sign(tmp_path: Path, signed: str, absent: str | None) -> None:
    """Who of the list is missing is told by name; one name alone may be of whoever signs for all."""
    notice = NOTICE + "三、项目组成员\n姓名\t职称\t分工\n\t\t\n项目组全体成员（签字）：\n"
    words = APPLICATION.replace(
        "附件清单\n", TEAM.replace("附件清单\n", "") + PLACE.format(signed=signed)[5:] + "附件清单\n"
    )
    told = [text for kind, _, text in _gaps(tmp_path, notice, 申报书=words) if kind == "seal_signature"]
    assert bool(told) is (absent is not None)
    assert absent is None or f"{absent}未签" in told[0]
