"""Deadlines of a call of a few words."""

from documents import document

from extractors.deadlines.deadlines import find_deadlines
from pipeline.structure import structure
from schemas.notice import Deadline

HEAD = "关于组织开展2026年潮汐能装备揭榜挂帅工作的通知\n"
TAIL = "\n某市科学技术局\n2026年2月26日\n"


def deadlines(words: str) -> list[Deadline]:
    return find_deadlines(*structure(document(HEAD + words + TAIL, hard_wrapped=False)), 2026)
