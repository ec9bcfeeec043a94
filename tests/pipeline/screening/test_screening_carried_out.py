"""What a clause keeps inside, and what the work sends out."""

import pytest

from pipeline.screening.clauses.carried_out import carried_out

CLAUSE = "原始影像不得传出泵房终端"


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        (["每次告警前后的原始视频由终端上传公司云平台，保存半年"], "每次告警前后的原始视频由终端上传公司云平台"),
        (["为便于复核，原始图像同步至总部服务器"], "原始图像同步至总部服务器"),
        (["原始画面全部发送到互联网后台"], "原始画面全部发送到互联网后台"),
        # what is made of it, a place inside, another thing, a denial, others, a case
        (["原始视频提取的特征上传公司云平台"], None),
        (["原始视频传至泵房内本地服务器"], None),
        (["水位读数由终端上传公司云平台"], None),
        (["原始视频由终端上传公司云平台", "原始影像一律不出终端"], None),
        (["同类产品把原始视频上传云平台"], None),
        (["如需复核，原始视频上传云平台"], None),
    ],
)
def test_pictures_that_may_not_leave(said: list[str], sent: str | None) -> None:
    assert carried_out(CLAUSE, said) == sent


@pytest.mark.parametrize(
    ("clause", "said", "sent"),
    [
        ("病历资料不出院区", "病历数据每晚备份至公司云平台", True),
        ("病历资料不出院区", "病历数据备份至院内服务器", False),
        ("生产数据严禁外传", "生产数据回传至厂商后台", True),
        ("生产数据保存不少于三年", "生产数据回传至厂商后台", False),
        ("装置不出错", "装置读数上传平台", False),
    ],
)
def test_other_things_that_may_not_leave(clause: str, said: str, sent: bool) -> None:
    assert (carried_out(clause, [said]) is not None) is sent
