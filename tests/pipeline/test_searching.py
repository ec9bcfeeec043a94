"""jiebang search: the whole way, with the model that ships."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.searching import search
from pipeline.store import Store
from schemas.errors import UsageError

APPLICATION = """应用示范项目申报书
项目名称：{name}
一、攻关内容
{content}
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("field")
    contents = {
        "甲": "计算节点发生故障时，作业在数分钟内迁往备用节点，从最近的检查点恢复训练。",
        "乙": "为果园研制采摘机械手，成熟的果子由相机辨认，摘下时不伤果皮。",
    }
    for name, content in contents.items():
        (folder / f"{name}.txt").write_text(APPLICATION.format(name=name, content=content), encoding="utf-8")
    place = folder / "jiebang.duckdb"
    done = CliRunner().invoke(
        app, ["ingest", "--as", "submission", "--db", str(place), *map(str, folder.glob("*.txt"))]
    )
    assert done.exit_code == 0, done.output
    return place


@pytest.mark.parametrize(
    ("words", "said"),
    [("训练断了能接着跑吗", "检查点"), ("摘水果的機器人", "采摘"), ("ＧＰＵ服务器坏了，训练怎么恢复", "故障")],
)
def test_finds_what_is_said_in_other_words(database: Path, words: str, said: str) -> None:
    done = CliRunner().invoke(app, ["search", words, "--db", str(database), "--format", "json", "--most", "1"])
    assert done.exit_code == 0, done.output
    (row,) = json.loads(done.stdout)
    assert said in row["text"]
    assert {"document_id", "heading", "page", "score", "meaning", "words"} <= set(row)


def test_nothing_is_encoded_twice(database: Path) -> None:
    search("采摘", database)
    with Store(database, read_only=True) as store:
        before = store.query("SELECT count(*) FROM vectors").rows
    search("采摘", database)
    with Store(database, read_only=True) as store:
        assert store.query("SELECT count(*) FROM vectors").rows == before


@pytest.mark.parametrize("words", ["", "……", "123"])
def test_no_words(database: Path, words: str) -> None:
    with pytest.raises(UsageError, match="no words"):
        search(words, database)
