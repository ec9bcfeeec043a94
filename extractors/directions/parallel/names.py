"""The name of a part: the words behind its mark, in quotation marks, in the next cell or on the next line."""

import re
from collections.abc import Sequence

from extractors.directions.labels.names import bare_head
from extractors.directions.labels.parts import label_kind
from extractors.directions.lines.prose import PROCEDURE
from extractors.directions.parallel.labels import FIGURE, LABELLED, Head
from extractors.directions.parallel.lines import Line
from extractors.directions.parallel.marks import Mark
from extractors.notice.signature import is_issuer
from extractors.text.spans import Span, squeezed

_OPENS, _CLOSES = "《“【「『", "》”】」』"
_SAID = r"(?:[:：|｜—–-]{1,2}\s*)?(?:(?:名叫|叫做?|名为|题为|题目是|[是为])[:：]?\s*)?\**"
_NAMED = re.compile(
    # 方向二（赛马制）轻量化谐波减速器, 榜题一（XC-2601）…
    rf"\s*(?:[（(【][^（）()【】\n]{{1,16}}[）)】]\s*)?{_SAID}(?:[{_OPENS}](?P<quoted>[^{_OPENS}{_CLOSES}\n]{{3,60}})[{_CLOSES}]"
    # 某某机器人（续航≥8 h，误差≤0.5 m）: figures in brackets are of the text behind the name
    r"|(?P<plain>[^。；;，,：:？?！!\n\t（(]{3,45}))\**"
    r"(?P<noted>\s*[（(][^（）()\n]{1,120}[）)])?\s*(?:[。：:；;，,—|｜]+|(?=\s|[\u4e00-\u9fff])|$)"
)
_FIRST = re.compile(r"[^。；;，,：:？?！!\n\t]{4,45}。(?=\s*\S)")
_MONEY = re.compile(r"[（(][^（）()\n]{0,20}(?:万元|榜[额金]|悬赏|金额)[^（）()\n]{0,20}[）)]$")
_NAMING = re.compile(r"名称?$|题目?$|榜$|课题$|任务$|项目$|方向$|难题$|需求$|标的$|产品$|技术$|叫什么")
_NO_NAME = re.compile(
    r"(?<![响效反相供适感对自])应(?![用急变力激答])|必?须|不得|[请]|^需|需[要由在按]|申[报请]|揭榜|截止|附件|^关于|^[■◆●◇□]|承诺|盖章|签字|公告|通知|办法|共计|合计"
    r"|(?:单位|公司|企业|阶段|指标|参数|性能|要求|产业|奖项?|领域|人员|时间|日期|期限|电话|联系人?|地[址点]|邮箱|条件|资格|经费|资金)$"
    r"|负责人|谁|什么|怎[么样]|如何|多少|^(?:在|对|按|由|每|各|同|并|且|及|或|以上|不|未|具[有备]|拥有|符合|能够?|近[一二三两\d]|签订|提交|填|写|说明|注[册明])"
    r"|年[内底前]|\d月|\d日|万元|[吗呢么]$"
)
# what is to be done, an item of the work
_DOING = re.compile(
    r"(?:研[发究制]|开[展发]|建[立设成]|构建|突破|攻克|形成|实现|完成|制[定订]|提[升高出供]|加强|推[进动]|解决|编[制写]|筛选|订立|获得|申请|发表|培养|达到)(?!型|式|系统|平台|技术$)"
)
_HAN_NAME = re.compile(r"(?=[^\n]{0,40}[\u4e00-\u9fff]{2})[^。；;，,：:？?！!\n≥≤]{3,45}")
_LETTERS = re.compile(r"[\u4e00-\u9fff]")
_LEAST_HAN = 3


def without_frame(words: str) -> str:
    """The name without its quotation marks, and without the money behind it: （榜金上限900万元）."""
    return _MONEY.sub("", squeezed(words).strip(f"{_OPENS}{_CLOSES}。 "))


def is_name(words: str) -> bool:
    """A title of a task: no sentence, label, step, figure or duty."""
    return (
        _HAN_NAME.fullmatch(words) is not None
        and len(_LETTERS.findall(words)) >= _LEAST_HAN
        and label_kind(words) is None
        and bare_head(words) is None
        and not any(one.search(words) for one in (_NO_NAME, PROCEDURE, FIGURE))
        and _DOING.match(words) is None
    )


def are_names(names: Sequence[str]) -> bool:
    """Two or more, no two of them alike, most of them no organisations (数字孪生水厂 may be one)."""
    organisations = sum(map(is_issuer, names))
    return len(set(names)) == len(names) > 1 and all(map(is_name, names)) and organisations * 2 < len(names)


def is_naming(label: str) -> bool:
    """榜名, 题目, 课题: what stands beside it may be the name."""
    return _NAMING.search(label) is not None


def named_by(clean: str, lines: Sequence[Line], mark: Mark) -> Head | None:
    """The head of the part that a mark opens."""
    line = lines[mark.line]
    cell = line.cells[mark.cell]
    number = str(mark.number)
    if mark.end < cell.end:
        return _behind(clean, mark, Span(mark.end, cell.end), number)
    if mark.cell + 1 < len(line.cells):
        return _labelled(clean, mark, line.cells[mark.cell + 1 :], number)
    below = lines[mark.line + 1] if mark.line + 1 < len(lines) else None
    return _labelled(clean, mark, below.cells, number) if below is not None else None


def _behind(clean: str, mark: Mark, rest: Span, number: str) -> Head | None:
    match = _NAMED.match(clean, rest.start, rest.end)
    if match is None:
        return None
    kind = "quoted" if match["quoted"] else "plain"
    name = squeezed(match[kind]).strip("* ")
    if kind == "plain" and is_naming(name) and clean[match.end() - 1] in "：:":
        return _labelled(clean, mark, (rest,), number)
    behind = match.end(kind) if match["noted"] else match.end()
    return Head(mark.start, behind, name, number)


def _labelled(clean: str, mark: Mark, cells: Sequence[Span], number: str) -> Head | None:
    """The name is what stands there alone, or behind 榜名： or 题目."""
    own = cells[0]
    label = LABELLED.match(clean, own.start, own.end)
    if label is not None and is_naming(label["label"]) and label.end() < own.end:
        own = Span(label.end(), own.end)
    elif len(cells) > 1 and is_naming(squeezed(own.of(clean))):
        own = cells[1]
    first = _FIRST.match(clean, own.start, own.end)  # 果胶连续提取。以湿皮渣为原料…
    own = Span(own.start, first.end()) if first is not None else own
    return Head(mark.start, own.end, without_frame(own.of(clean)), number)
