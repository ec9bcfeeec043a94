"""What the extractors find in plain words, for their tests."""

from documents import document

from extractors.forms.forms import find_fields
from extractors.materials.materials import find_materials
from extractors.targets.targets import find_targets
from pipeline.structure import structure
from schemas.facts import FormField, Target
from schemas.outline import Outline
from schemas.text import Text

Fields = dict[str, str | tuple[str, ...] | None]

HEAD = "关于开展潮汐能揭榜挂帅的通知\n"
COVER = (
    "海洋装备揭榜挂帅\n申报材料\n\n揭榜方向：岸基雷达\n\n"
    "揭榜单位：海州仪器有限公司（加盖单位公章）\n\n申报日期：2026年3月9日\n\n"
)
FORM = "揭榜单位申报表\n\n一、单位情况\n\n"


def parts(words: str) -> tuple[Text, Outline]:
    """The text and the outline of a document of these words."""
    return structure(document(words))


def fields_of(words: str) -> list[FormField]:
    """The fields of a form."""
    return find_fields(*parts(words))


def values(words: str) -> Fields:
    """What each field of a form holds."""
    return {field.name: field.value for field in fields_of(words)}


def targets(text: str, **more: object) -> list[Target]:
    """The targets of the whole text."""
    cleaned, outline = parts(text)
    return find_targets(cleaned, outline, 0, len(cleaned.clean), **more)  # type: ignore[arg-type]


def papers(text: str) -> list[tuple[str, str, int | None, str | None]]:
    """The materials that a notice asks for: name, kind, copies, condition."""
    found = find_materials(*structure(document(text, hard_wrapped=False)))
    return [(m.name, m.kind, m.copies, m.condition) for m in found]
