"""Scanned pages, drawn by the tests: forms, letters and papers, skewed, noisy, stamped."""

import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

A4 = (1240, 1754)
"""Pixels of a page at 150 dpi."""
SCALE = 150 / 72
RED = (205, 40, 45)
_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc",
)


@cache
def font(points: float, scale: float = SCALE) -> ImageFont.FreeTypeFont:
    """A Chinese font; the test is skipped where the system has none that is known."""
    path = next((one for one in _FONTS if Path(one).is_file()), None)
    if path is None:
        pytest.skip("no Chinese font: install fonts-noto-cjk")
    return ImageFont.truetype(path, round(points * scale), index=2)


class Sheet:
    """A white page to draw on, in points from its top left."""

    def __init__(self, size: tuple[int, int] = A4, scale: float = SCALE) -> None:
        self.image = Image.new("RGB", size, "white")
        self.draw = ImageDraw.Draw(self.image)
        self.scale = scale

    def px(self, *values: float) -> tuple[float, ...]:
        return tuple(value * self.scale for value in values)

    def text(self, x: float, y: float, words: str, points: float = 12, fill: object = "black") -> None:
        """Words; the font has no ☑, so that a tick is drawn into (and out of) an empty box."""
        shape = font(points, self.scale)
        shown = words.replace("☑", "□")
        self.draw.text(self.px(x, y), shown, font=shape, fill=fill)
        for index in (i for i, char in enumerate(words) if char == "☑"):
            left = x + shape.getlength(shown[:index]) / self.scale
            tick = [(0.2, 0.85), (0.45, 1.15), (1.05, 0.3)]
            ends = [self.px(left + a * points, y + b * points) for a, b in tick]
            self.draw.line(ends, fill=fill, width=round(1.3 * self.scale))

    def rule(self, x0: float, y0: float, x1: float, y1: float, fill: object = (40, 40, 40), width: int = 2) -> None:
        self.draw.line(self.px(x0, y0, x1, y1), fill=fill, width=width)

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        for ends in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self.rule(*ends)

    def cells(self, rows: Sequence[tuple[float, Sequence[tuple[float, float, str]]]], top: float) -> None:
        """Ruled rows: height, and (x from, x to, words) of each cell; lines of a cell parted by a newline."""
        for height, row in rows:
            for x0, x1, words in row:
                self.frame(x0, top, x1, top + height)
                for index, line in enumerate(words.split("\n")):
                    self.text(x0 + 5, top + 4 + 17 * index, line, 11)
            top += height

    def seal(self, x: float, y: float, width: float = 110, height: float | None = None, fill: object = RED) -> None:
        """A ring with a star and marks for the letters round it, centred at a point."""
        half_w, half_h = width / 2, (height or width) / 2
        stamp = Image.new("RGB", self.image.size, "white")
        draw = ImageDraw.Draw(stamp)
        draw.ellipse(self.px(x - half_w, y - half_h, x + half_w, y + half_h), outline=fill, width=round(3 * self.scale))
        draw.regular_polygon((*self.px(x, y), 14 * self.scale), 5, fill=fill)
        for turn in np.linspace(0.75 * np.pi, 2.25 * np.pi, 12):
            at = self.px(x + 0.76 * half_w * np.cos(turn) - 4, y + 0.76 * half_h * np.sin(turn) - 4)
            draw.rectangle((*at, at[0] + 8 * self.scale, at[1] + 3 * self.scale), fill=fill)
        self.image.paste(ImageChops.multiply(self.image, stamp))  # ink lets black words through

    def scrawl(self, x: float, y: float, width: float = 60) -> None:
        """Something like a signature: loops that are no characters."""
        turn = np.linspace(0, 6 * np.pi, 120)
        xs = x + width * turn / turn[-1] + 9 * np.sin(1.7 * turn)
        ys = y + 9 * np.sin(turn) * np.cos(0.45 * turn) + 4 * np.sin(3.1 * turn)
        self.draw.line([self.px(a, b) for a, b in zip(xs, ys, strict=True)], fill=(25, 25, 60), width=4, joint="curve")

    @property
    def pixels(self) -> np.ndarray:
        return np.asarray(self.image)


def scanned(
    image: Image.Image, angle: float = 0.0, noise: float = 4.0, paper: int = 240, quality: int = 60
) -> np.ndarray:
    """The page as a scanner gives it: skewed (degrees, counter-clockwise), grey, noisy, as JPEG."""
    skewed = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor="white")
    rough = np.asarray(skewed).astype(float) * paper / 255
    rough += np.random.default_rng(5).normal(0, noise, rough.shape[:2])[..., None]
    return np.asarray(
        Image.open(io.BytesIO(encoded(Image.fromarray(rough.clip(0, 255).astype(np.uint8)), "JPEG", quality=quality)))
    )


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of this kind."""
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def drawn(draw: Callable[[Sheet], None], size: tuple[int, int] = A4) -> Sheet:
    """A page drawn by ``draw``."""
    sheet = Sheet(size)
    draw(sheet)
    return sheet


def form(sheet: Sheet) -> None:
    """A form with merged cells, ticked and empty boxes, and a sentence with 口径 and 人口."""
    sheet.text(200, 40, "创新任务揭榜申报表", 18)
    sheet.cells(
        [
            (24, [(60, 160, "单位名称"), (160, 530, "北辰海川仪器有限公司")]),
            (24, [(60, 160, "联系人"), (160, 300, "余知白"), (300, 380, "电子邮箱"), (380, 530, "yu@haichuan.cn")]),
            (44, [(60, 160, "注册资本\n（万元）"), (160, 300, "2600"), (300, 380, "单位人数"), (380, 530, "97")]),
            (24, [(60, 160, "单位性质"), (160, 530, "□国有企业  ☑民营企业  □外资企业")]),
            (
                78,
                [
                    (60, 160, "揭榜方向"),
                    (160, 530, "□方向1：智能芯片\n□方向2：工业软件\n☑方向3：海洋仪器\n□方向4：量子测量"),
                ],
            ),
            (
                44,
                [
                    (60, 160, "单位简介"),
                    (160, 530, "公司生产大口径声学探头，统计口径含子公司，\n服务沿海人口密集城市。"),
                ],
            ),
        ],
        80,
    )


def letter(sheet: Sheet) -> None:
    """A letter of commitment: a signature by hand, one place left bare, a seal over the date."""
    sheet.text(230, 60, "揭榜任务承诺书", 18)
    sheet.text(90, 120, "我单位对所报送的全部资料真实性负责，保证所报送的产品拥有知识产权。")
    sheet.text(66, 145, "我单位对违反上述承诺导致的后果承担全部法律责任，特此承诺。")
    sheet.text(280, 240, "法定代表人（签字）：")
    sheet.scrawl(420, 248)
    sheet.text(280, 300, "项目负责人（签字）：")
    sheet.text(280, 360, "承诺单位（盖章）：北辰海川仪器有限公司")
    sheet.text(380, 395, "2025年3月18日")
    sheet.seal(430, 400)


def licence(sheet: Sheet) -> None:
    """A business licence of another company than the applicant's, without a ruled line."""
    sheet.text(230, 60, "营业执照", 26)
    for index, words in enumerate(
        (
            "统一社会信用代码：91310115MA1K3X7Y2N",
            "名称：云汀检测技术有限公司",
            "法定代表人：柏舟",
            "成立日期：2016年5月9日",
        )
    ):
        sheet.text(90, 140 + 36 * index, words, 14)


def note(sheet: Sheet) -> None:
    """A few lines only: cheap to recognise."""
    sheet.text(40, 30, "关于设备采购的说明", 14)
    sheet.text(40, 70, "本次采购声学探头十二套，用于近海观测。", 12)
    sheet.text(40, 100, "采购金额三百万元，由单位自筹解决。", 12)


SMALL = (900, 320)
"""Pixels of a slip of paper with ``note`` on it."""
