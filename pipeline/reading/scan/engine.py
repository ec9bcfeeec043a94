"""The recogniser: rapidocr with the models of its own wheel, one engine a process, nothing fetched, nothing logged."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.reading.scan.pixels import Pixels, Points

DETECTION_SIDE = 1600
"""Pixels of the longer side that lines are looked for in; they are recognised at full size."""

_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
_TURNED = "ch_ppocr_mobile_v2.0_cls_mobile.onnx"
_LEAST_WIDTH = 32  # of a line scaled to a height of 48; the recogniser's own 320 is mostly padding in forms
_SURE_OF_TURN = 0.9


@dataclass(frozen=True, slots=True)
class Char:
    """A recognised character: its middle as a share of its line's width (0 to 1), and how sure it is."""

    text: str
    at: float
    confidence: float


@cache
def engine() -> Any:
    """The engine of this process; made when first needed (about a second, 0.3 GB).

    One thread: a batch runs several processes. The models are named by their paths, for rapidocr downloads what
    it takes for missing.
    """
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    import rapidocr

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": DETECTION_SIDE,
            "Global.return_word_box": True,
            "Global.text_score": 0.0,
            "Global.font_path": None,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Rec.rec_img_shape": [3, 48, _LEAST_WIDTH],
            "Rec.rec_batch_num": 1,
            "Cls.model_path": str(models / _TURNED),
            **{f"{part}.model_path": str(models / name) for part, name in _MODELS.items()},
        }
    )


def find_lines(pixels: Pixels) -> list[Points]:
    """Where text stands: four corners a line in pixels, clockwise from its top left."""
    found = engine()(pixels[..., ::-1], use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else [np.asarray(box, np.float32) for box in found.boxes]


def cut_out(pixels: Pixels, places: Sequence[Points]) -> list[Pixels]:
    """The picture of each line, laid level (BGR, as the engine takes it)."""
    bgr = np.ascontiguousarray(pixels[..., ::-1])
    return list(engine().crop_text_regions(bgr, [place.copy() for place in places]))


def read_lines(pictures: Sequence[Pixels]) -> list[list[Char]]:
    """The characters of each line's picture, blanks between words left out."""
    if not pictures:
        return []
    read = engine().recognize_txt(list(pictures))
    return [_chars(text, words) for text, words in zip(read.txts, read.word_results, strict=True)]


def is_upside_down(pictures: Sequence[Pixels]) -> bool:
    """Whether most of these lines stand on their heads."""
    if not pictures:
        return False
    _, found = engine().cls_and_rotate(list(pictures))
    turned = sum(label == "180" and sure > _SURE_OF_TURN for label, sure in found.cls_res)
    return 2 * int(turned) > len(pictures)


def _chars(text: str, words: Any) -> list[Char]:
    columns = [column for word in words.word_cols for column in word]
    seen = [(char, sure) for char, sure in zip(text, words.confs, strict=False) if not char.isspace()]
    if len(columns) != len(seen) or not words.line_txt_len:
        return []
    return [
        Char(char, min((column + 0.5) / words.line_txt_len, 1.0), float(sure))
        for (char, sure), column in zip(seen, columns, strict=True)
    ]
