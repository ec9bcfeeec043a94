"""Applications for the benchmark of screening: the samples' four, made longer and each another applicant's.

The same bytes for the same seed. Every name, number and address is invented.
"""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from extractors.credit_code import check_digit

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
if str(SAMPLES) not in sys.path:
    sys.path.insert(0, str(SAMPLES))

from sample_markup import Block, blocks_of, members_of  # type: ignore[import-not-found]  # noqa: E402
from sample_writers import docx_bytes, html_bytes, pdf_bytes, text_bytes, zip_bytes  # type: ignore[import-not-found]  # noqa: E402, I001

NOTICE = SAMPLES / "notices" / "storage_and_vehicles.pdf"
SOURCES = ("storage_1_flow_battery", "storage_2_roadside", "storage_3_simulation", "storage_4_safety")
WRITERS: tuple[tuple[str, Callable[[list[Block]], bytes]], ...] = (
    (".docx", docx_bytes),
    (".pdf", pdf_bytes),
    (".html", html_bytes),
    (".txt", text_bytes),
)
PAGE_CHARS = 880  # of the samples' PDFs, tables among them
CAPITALS = "0123456789ABCDEFGHJKLMNPQRTUWXY"

WHO = ("项目组", "工艺小组", "算法小组", "测试团队", "合作高校", "首席工程师", "质量部门", "现场工程队", "运维班组")
DID = ("对比了", "复核了", "整理了", "优化了", "搭建了", "梳理了", "验证了", "改进了", "跟踪了", "记录了", "评估了")
WHAT = (
    *("样机的装配流程", "历史运行数据", "关键部件的寿命曲线", "数据接口的字段定义", "极端天气下的运行记录"),
    *("供应商的来料检验", "软件版本的回退方案", "场站的接地与布线", "异常工况的处置预案", "人员的上岗培训"),
    *("标定装置的重复性", "通信链路的抖动", "备品备件的库存", "用户反馈的共性问题", "试验台架的控制逻辑"),
)
HOW = ("按季度", "在冬夏两季", "结合现场条件", "以双人复核的方式", "参照行业标准", "在离线环境中", "分批次", "由第三方见证")
SO = (
    *("为下一阶段的定型提供了依据", "并据此调整了采购计划", "形成了可以复用的操作规程", "并把结论写入了周报"),
    *("使返工明显减少", "保证了各小组之间的衔接", "并完成了内部评审", "为示范运行打下了基础", "并留存了原始记录"),
)
FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "嘉禾予安知远清和明轩若水思齐景行怀瑾子衿云舒望舒承泽言蹊"
PLACE = ("云汀", "青芦", "白沙", "松陵", "南浦", "石桥", "望江", "岚山")
TRADE = ("能源", "智能", "装备", "软件", "电力", "材料", "动力", "感知", "数据", "控制")


def write_all(folder: Path, count: int, pages: int = 15, seed: int = 1) -> list[Path]:
    """Writes ``count`` applications of about so many pages: DOCX, PDF, HTML, text and ZIP in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)
    sources = [(SAMPLES / "source" / f"{name}.txt").read_text(encoding="utf-8") for name in SOURCES]
    paths = []
    for number in range(count):
        source = sources[number % len(sources)]
        text = _longer(_of_another(source, rng), pages * PAGE_CHARS, rng)
        ending, data = _bytes_of(text, number // len(sources) % 5)
        path = folder / f"{number + 1:03d}{ending}"
        path.write_bytes(data)
        paths.append(path)
    return paths


def _bytes_of(text: str, turn: int) -> tuple[str, bytes]:
    several = text.startswith("~~~ ")
    if turn == len(WRITERS):
        members = members_of(text) if several else [("申报材料.docx", blocks_of(text))]
        return ".zip", zip_bytes({name: _member(name, blocks) for name, blocks in members})
    ending, write = WRITERS[turn]
    blocks = [block for _, part in members_of(text) for block in part] if several else blocks_of(text)
    return ending, write(blocks)


def _member(name: str, blocks: list[Block]) -> bytes:
    data: bytes = (docx_bytes if name.endswith(".docx") else text_bytes)(blocks)
    return data


def _of_another(text: str, rng: random.Random) -> str:
    """The application with another applicant's name, code, telephones and mail."""
    lines = [line for line in text.splitlines() if line.startswith("| 单位名称 |")]
    name = lines[0].split("|")[2].strip()
    code = next(line for line in text.splitlines() if "统一社会信用代码 |" in line).split("|")[2].strip()
    brand = "".join(rng.sample("澄曜衡岳霁川屹宁朔禾翎溯垣昭珩", 2))
    text = text.replace(name, f"澜州{brand}{rng.choice(TRADE)}科技有限公司")
    head = "91660104" + "".join(rng.choices(CAPITALS, k=9))
    text = text.replace(code, head + check_digit(head + "0"))
    return text.replace("138000003", f"138{rng.randrange(10**6):06d}")


def _longer(text: str, chars: int, rng: random.Random) -> str:
    """Paragraphs under the task book's headings until the whole has so many characters."""
    lines = text.splitlines()
    places = [i for i, line in enumerate(lines) if line.startswith("-- ")]
    wanted = max(0, chars - len(text)) // len(places)
    out: list[str] = []
    for index, line in enumerate(lines):
        out.append(line)
        if index in places:
            room = wanted
            while room > 0:
                out.append("".join(_sentences(rng, rng.randrange(4, 8))))
                room -= len(out[-1])
    return "\n".join(out) + "\n"


def _sentences(rng: random.Random, count: int) -> Iterator[str]:
    for _ in range(count):
        person = rng.choice(FAMILY) + "".join(rng.sample(GIVEN, 2))
        who = rng.choice((*WHO, f"{rng.choice(PLACE)}试验站", f"{person}带领的小组"))
        share = rng.choice(("", "", f"，累计{rng.randrange(2, 400)}次", f"，涉及{rng.randrange(2, 90)}个点位"))
        yield f"{who}{rng.choice(HOW)}{rng.choice(DID)}{rng.choice(WHAT)}{share}，{rng.choice(SO)}。"
