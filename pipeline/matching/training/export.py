"""The folder that ships: a plain sentence-transformers model with int8 vectors and a scale a row."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def quantize(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows as int8 and the factor of each row: ``rows * factors[:, None]`` is the vector, to half a step."""
    factors = (np.abs(vectors).max(axis=1) / 127.0).astype(np.float32)
    safe = np.where(factors > 0, factors, 1.0)
    return np.rint(vectors / safe[:, None]).astype(np.int8), factors


def export(folder: Path, tokenizer: Any, vectors: NDArray[np.float32], check: str) -> None:
    """Writes the model; ``check`` is the sentence whose vector the loader compares (``check.json``).

    The keys ``embeddings`` and ``weights`` are those of model2vec, which sentence-transformers multiplies when it
    loads. Its ``save`` would write four bytes a number.
    """
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    rows, factors = quantize(vectors)
    save_file({"embeddings": rows, "weights": factors}, str(folder / "model.safetensors"))
    (folder / "model.safetensors").chmod(0o644)
    data = json.loads(tokenizer.to_str())
    data["model"]["vocab"] = [[piece, round(score, 2)] for piece, score in data["model"]["vocab"]]
    _write(folder / "tokenizer.json", data)
    _write(folder / "modules.json", _MODULES)
    _write(folder / "config_sentence_transformers.json", {"similarity_fn_name": "cosine"})
    (folder / "1_Normalize").mkdir(exist_ok=True)
    _write(folder / "1_Normalize" / "config.json", {})
    ids = tokenizer.encode(check, add_special_tokens=False).ids
    mean = (rows[ids].astype(np.float32) * factors[ids, None]).mean(axis=0)
    unit = mean / np.linalg.norm(mean)
    _write(folder / "check.json", {"text": check, "head": [round(float(value), 5) for value in unit[:8]]})


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
