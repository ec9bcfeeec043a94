"""Clauses that an application refuses, puts off or leaves to others in words of its own, as the model tells."""

from pathlib import Path

import pytest
from clause_case import CALL, PART
from written_case import statuses

TRACED = "海流观测记录可追溯至每次布放"
MANUAL = "形成浮标布放现场作业方法"
PAINT = "研制浮标壳体一体化防污涂层"
BY_CREW = "换航次时船员能自行完成航线切换"
NO_SOLVENT = "开发无溶剂浮标涂装工艺"


@pytest.mark.parametrize(
    ("clause", "said", "told"),
    [
        (TRACED, "各次布放的海流观测记录混存在一个文件里，这一次不作区分，要查哪一次布放仍翻值班员的手写台账。", True),
        (TRACED, "海流观测记录追溯到每次布放要等省里的数据平台建好才谈得上，项目期内不列这项任务。", True),
        (TRACED, "每次布放生成唯一编号，海流观测记录写入该编号，任一条记录可倒查到布放的时间、船只和人员。", False),
        (TRACED, "每次布放生成唯一编号，海流观测记录写入该编号。与渔政平台的数据交换这次不做，留待以后。", False),
        (MANUAL, "布放当天怎么吊、怎么放，属于船队自己的事，由各船队自行琢磨，项目组不提出作业方法。", True),
        (MANUAL, "布放的现场作业方法，各船队习惯不同，本项目不作研究，也不编写任何作业文件。", True),
        (MANUAL, "编写浮标布放现场作业方法，含吊点、海况限制和人员站位，在两艘船上各演练三次后定稿。", False),
        (MANUAL, "编写浮标布放现场作业方法并演练三次。回收船的改装不在本项目范围内，由船东另行安排。", False),
        (PAINT, "壳体的防污涂层不进入本项目，由船厂外购市售涂料自行涂刷一遍，一体化的研究留给后续项目。", True),
        (BY_CREW, "船员按一个键即可自己完成航线切换，不用再请人上船。", False),
        (NO_SOLVENT, "浮标涂装工艺改为无溶剂喷涂，取消溶剂稀释，喷后直接固化。", False),
        (PAINT, "涂层与壳体一次固化成型，防污剂随壳体磨损缓慢释放，挂板一年附着面积不超过百分之五。", False),
    ],
)
def test_what_is_refused_in_other_words(clause: str, said: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(clause=clause), PART.format(said=said))
    assert (found[clause] in ("insufficient", "missing")) is told
