"""Labels of a call's form that ask for a signature and a seal."""

import pytest
from documents import document

from extractors.notice.label_seals import label_seals
from pipeline.structure import structure

CASES = [
    ("申报单位审核意见（法定代表人签字、加盖公章）：", ["法定代表人签字", "申报单位公章"]),
    ("单位意见（负责人签字并加盖单位公章）", ["负责人签字", "单位公章"]),
    ("推荐单位意见（负责人签字、加盖公章）：", []),  # another's
    ("单位意见（300字以内）：", []),
    ("本表须由法定代表人签字、加盖公章后报送。", []),
]


@pytest.mark.parametrize(("line", "names"), CASES)
def test_label_seals(line: str, names: list[str]) -> None:
    form = f"附件1\n揭榜申报表\n单位名称：\n法定代表人：\n{line}\n"
    assert [place.name for place in label_seals(*structure(document(form, hard_wrapped=False)))] == names
