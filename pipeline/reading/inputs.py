"""Paths to submissions: in a folder every file is one and every sub-folder is one; an archive is its folder.

A folder whose names say that it holds one application (a form, and papers that go with it) is one submission; where
names do not tell, the caller may look into the files (``pipeline.grouping``).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.reading.folders import Expander, Folder, SourcePath
from pipeline.reading.loading import name_of
from pipeline.reading.options import DEFAULT_OPTIONS, ReadingOptions
from pipeline.reading.workroom import workroom
from schemas.errors import Reason, UnreadableFile

# By their names: the form of an application, the text that may stand in its place, and what goes with either.
_FORM = re.compile(r"申报书|申请书|揭榜书|应榜书|申报表|申请表|揭榜表|报名表|信息表|登记表")
_TEXT = re.compile(r"方案|任务书|可行性|计划书|建议书|项目书|申报材料|申请材料|揭榜材料|申报文本|正文|申[请报]报告")
_BODY = re.compile(r"正文")
_OF_FORM = re.compile(r"正文|附件|附表|承诺")  # 申报书正文.pdf beside 申报书.docx
_NOTICE = re.compile(r"通知(?!书)|公告|(?:榜单|指南)(?:\.\w+)?$")  # 受理通知书 is a paper, 榜单1揭榜方案 a text
_PAPER = re.compile(
    r"任务书|方案|可行性|承诺|声明|附件|附录|证明|佐证|支撑材料|清单|目录|明细|一览表|汇总表|执照|法人证|审计|报告|情况|简介|概况|基本信息"
    r"|专利|证书|聘书|成果|著作权|软著|查新|协议|合同|发票|盖章|扫描|照片|简历|推荐|资质|资格|纳税|完税|财务|报表|获奖|荣誉|论文|业绩|案例"
    r"|信用|截图|报价|社保|批件|回执|凭证|流水|回单|同意书|同意函|意见"
    r"|(?:攻关|揭榜|研究|项目|技术)内容|预算|团队|授权|委托书|意向|身份证|职称|学历|学位"
    r"|源码|源代码|代码|程序|模型|数据集|说明|文档|演示|答辩|路演|PPT|视频|README",
    re.IGNORECASE,
)
# What a work of software is made of, and how its folders are usually called: src, tests, build.sh, Makefile.
_CODE = re.compile(
    r".*\.(?:py|ipynb|c|cc|cpp|cxx|cu|cuh|h|hpp|java|js|ts|go|rs|m|r|jl|v|vhd|sh|bash|bat|ps1|cmake|mk|ya?ml|toml|ini|cfg"
    r"|conf|json|jsonl|sql|proto|onnx|pth?|ckpt|safetensors|so|lock|gitignore|log|npz?)"
    r"|(?:src|source|codes?|tests?|bench(?:mark)?s?|scripts?|tools?|lib|include|examples?|demos?|docs?|configs?|data(?:sets?)?"
    r"|models?|weights?|checkpoints?|skills?|agents?|prompts?|logs?|results?|outputs?|build|bin|docker|notebooks?)"
    r"|Makefile|Dockerfile|CMakeLists\.txt|requirements\.txt|LICENSE(?:\.\w{1,4})?|CHANGELOG(?:\.\w{1,4})?",
    re.IGNORECASE,
)
# 附件, 证明材料, 2 佐证: a folder of papers; that of another applicant has a name.
_PAPERS = re.compile(
    r"[\W\d一二三四五六七八九十]*(?:相关|其他|各类)?(?:附件|附录|证明|佐证|支撑|资质|证照|证书|案例|业绩|成果|合同|财务|知识产权)(?:材料|文件|资料)?(?:清单)?[\W\d]*"
)

LooksOne = Callable[[Folder], bool]
"""Whether a folder is one application, by more than its names."""

__all__ = ["Expansion", "Input", "LooksOne", "SourcePath", "expand", "gather", "is_paper", "one_document"]


@dataclass(frozen=True, slots=True)
class Input:
    """One submission (or one notice): its name and its files, sorted by name, at least one."""

    name: str
    files: tuple[SourcePath, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What some paths hold. The files of archives last as long as the ``expand`` block."""

    inputs: tuple[Input, ...]
    failures: tuple[UnreadableFile, ...]


@contextmanager
def expand(
    paths: Sequence[Path], options: ReadingOptions = DEFAULT_OPTIONS, looks_one: LooksOne | None = None
) -> Iterator[Expansion]:
    """The submissions that these paths hold.

    A file is one submission; in a folder every file is one and every sub-folder is one made of all the
    files in it (at any depth), unless the folder is one application by its names or, where these do not tell, by
    ``looks_one``; an archive is the folder it holds; a mail is one submission. Hidden files are passed over. What
    cannot be opened becomes a failure and stops nothing else; an empty folder or archive is such a failure.
    """
    with workroom() as temporary:
        expander = Expander(temporary, options)
        inputs: list[Input] = []
        for path in paths:
            before = len(expander.failures)
            found = expander.top(path)
            made = _submissions(found, looks_one) if found is not None else []
            if not made and len(expander.failures) == before:
                expander.failures.append(_nothing_in(name_of(path)))
            inputs += made
        yield Expansion(tuple(inputs), tuple(expander.failures))


@contextmanager
def gather(path: Path, options: ReadingOptions = DEFAULT_OPTIONS) -> Iterator[Expansion]:
    """All files of one path as a single input: a notice that comes as a folder or an archive."""
    with workroom() as temporary:
        expander = Expander(temporary, options)
        found = expander.top(path)
        files = tuple(found.all_files()) if isinstance(found, Folder) else (found,) if found is not None else ()
        if not files and not expander.failures:
            expander.failures.append(_nothing_in(name_of(path)))
        inputs = (Input(name_of(path), files),) if files else ()
        yield Expansion(inputs, tuple(expander.failures))


@contextmanager
def one_document(path: Path, options: ReadingOptions = DEFAULT_OPTIONS) -> Iterator[SourcePath]:
    """The one document at this path: the file itself, or the only one in an archive or a mail.

    A mail's own words count only where nothing is attached. Raises UnreadableFile where there is none, or more.
    """
    if not path.is_file():
        yield SourcePath(path, name_of(path))
        return
    with gather(path, options) as found:
        files = found.inputs[0].files if found.inputs else ()
        files = tuple(file for file in files if not file.letter) or files
        if len(files) + len(found.failures) > 1:
            raise UnreadableFile(
                name_of(path),
                Reason.UNSUPPORTED,
                f"It holds {len(files) + len(found.failures)} documents, and one is read at a time.",
                "Give it to ingest or screen, or unpack it and name one of the files.",
            )
        if not files:
            raise found.failures[0]
        yield files[0]


def _submissions(found: Folder | SourcePath, looks_one: LooksOne | None) -> list[Input]:
    if isinstance(found, SourcePath):
        return [Input(found.name, (found,))]
    if found.mail or _is_one(found) or (looks_one is not None and looks_one(found)):
        files = tuple(found.all_files())
        return [Input(found.name, files)] if files else []
    inputs = [Input(file.name, (file,)) for file in found.files]
    for folder in found.folders:
        files = tuple(folder.all_files())
        if files:
            inputs.append(Input(found.name if _is_wrapped(found) else folder.name, files))
    return sorted(inputs, key=lambda one: one.name)


def _is_wrapped(archive: Folder) -> bool:
    """An archive that holds nothing but one folder (or archive): that is what was packed, under the archive's name."""
    return not archive.files and len(archive.folders) == 1 and archive.folders[0].name.startswith(f"{archive.name}!/")


def _is_one(folder: Folder) -> bool:
    """Whether the names say that it is one application: one form, or one text in its place, and only papers beside.

    A folder of papers below (附件, 证明材料) says so too where no other is an applicant's.
    """
    files, below = _names(file.name for file in folder.files), _names(inner.name for inner in folder.folders)
    names = [*files, *below]
    if len(names) < 2 or any(_NOTICE.search(name) and not _FORM.search(name) for name in names):
        return False
    main = [name for name in names if _FORM.search(name) and not _OF_FORM.search(name)]
    bodies = [name for name in files if _BODY.search(name)] if main else []
    main = main or [name for name in files if _TEXT.search(name)]
    if len(main) != 1:
        return False
    if below and all(_PAPERS.fullmatch(name) for name in below):
        return True
    return all(name in main or name in bodies or _goes_along(name) for name in names)


def is_paper(name: str) -> bool:
    """Whether a file or a folder is called like what goes with an application: 附件, 营业执照.jpg, 承诺书.pdf, src."""
    return any(_goes_along(one) for one in _names([name]))


def is_code(name: str) -> bool:
    """Whether a file is called like source code, its settings or its data, which say nothing of who applies."""
    return any(_CODE.fullmatch(one) for one in _names([name]))


def _goes_along(name: str) -> bool:
    return _PAPER.search(name) is not None or _CODE.fullmatch(name) is not None


def _names(paths: Iterable[str]) -> list[str]:
    return [re.split(r"[/\\]", path)[-1].removeprefix("!") for path in paths]


def _nothing_in(name: str) -> UnreadableFile:
    return UnreadableFile(
        name, Reason.EMPTY, "There is no document in it.", "Check that the right folder or archive was given."
    )
