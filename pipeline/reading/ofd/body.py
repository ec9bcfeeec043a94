"""OFD.xml to the documents in it: which pages, templates and resources each has."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.reading.draft import Box
from pipeline.reading.ofd.numbers import box_of
from pipeline.reading.ofd.package import Element, Package, words
from pipeline.reading.ofd.resources import Resources
from schemas.document import EmbeddedFile

ROOT = "OFD.xml"
A4: Box = (0.0, 0.0, 210.0, 297.0)  # millimetres
_LAYERS = {"Background": 0, "Body": 1, "Foreground": 2}


@dataclass(slots=True)
class Body:
    """One document of the package (the standard allows several): parts are named from the package's root."""

    path: str
    title: str | None
    pages: list[tuple[str, str | None]]
    area: Box
    resources: Resources
    templates: dict[str, str | None] = field(default_factory=dict)
    annotations: str | None = None
    attachments: str | None = None
    signatures: str | None = None


def bodies_of(package: Package) -> Iterator[Body]:
    """The documents of a package, each in its current version; those whose root is missing are passed over."""
    root = package.xml(ROOT)
    for entry in root.iter("DocBody") if root is not None else ():
        path = package.located(ROOT, _current(package, entry) or words(entry, "DocRoot"))
        document = package.xml(path)
        if document is not None and path is not None:
            yield _body(package, entry, path, document)


def _current(package: Package, entry: Element) -> str | None:
    """The root of the version that the package calls its current one, None where it keeps no versions."""
    for version in entry.iter("Version"):
        if version.get("Current") == "true":
            part = package.located(ROOT, version.get("BaseLoc"))
            root = words(package.xml(part), "DocRoot")
            return package.located(part or ROOT, root)
    return None


def _body(package: Package, entry: Element, path: str, document: Element) -> Body:
    common = document.find("CommonData")
    resources = Resources()
    for tag in ("PublicRes", "DocumentRes"):
        for place in common.findall(tag) if common is not None else ():
            resources.add(package, package.located(path, place.text))
    pages = document.find("Pages")
    return Body(
        path=path,
        title=words(entry.find("DocInfo"), "Title") or None,
        pages=[
            (page.get("ID", ""), package.located(path, page.get("BaseLoc")))
            for page in (pages.findall("Page") if pages is not None else ())
        ],
        area=area_of(common.find("PageArea") if common is not None else None, A4),
        resources=resources,
        templates={
            template.get("ID", ""): package.located(path, template.get("BaseLoc"))
            for template in (common.findall("TemplatePage") if common is not None else ())
        },
        annotations=package.located(path, words(document, "Annotations")),
        attachments=package.located(path, words(document, "Attachments")),
        signatures=package.located(ROOT, words(entry, "Signatures")),
    )


def area_of(element: Element | None, otherwise: Box) -> Box:
    """A page's physical box in millimetres; ``otherwise`` where it is absent or no box."""
    try:
        box = box_of(words(element, "PhysicalBox"))
    except ValueError:
        return otherwise
    return box if box[2] > box[0] and box[3] > box[1] else otherwise


def templates_of(page: Element, body: Body) -> tuple[list[str], list[str]]:
    """The templates' parts that lie under a page's own content, and those that lie over it."""
    found: tuple[list[str], list[str]] = [], []
    for template in page.findall("Template"):
        part = body.templates.get(template.get("TemplateID", ""))
        if part is not None:
            found[_LAYERS.get(template.get("ZOrder") or "Background", 0) == 2].append(part)
    return found


def attachments_of(package: Package, body: Body) -> list[EmbeddedFile]:
    """The files attached to a document, listed and not opened."""
    root = package.xml(body.attachments)
    found = []
    for attachment in root.iter("Attachment") if root is not None else ():
        part = package.located(str(body.attachments), words(attachment, "FileLoc"))
        name = attachment.get("Name") or (part or "").rpartition("/")[2]
        if name:
            found.append(EmbeddedFile(name, package.size(part)))
    return found
