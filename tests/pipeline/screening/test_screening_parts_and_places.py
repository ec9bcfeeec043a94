"""A thing of a list that the work leaves to the market, work done at another place, what rests on no test."""

from pathlib import Path

import pytest
from clause_case import CALL, PART
from written_case import statuses

LISTED = "开展壳体、锚链、绞车、电池等核心部件以及控制芯片的技术攻关"
LISTED_TOLD = "壳体采用铝合金焊接，锚链作疲劳攻关，绞车自主设计，控制芯片在国产芯片上移植。"
PLATFORMS = "建设数据汇聚平台、仿真训练平台、测试评估验证平台等公共服务平台"
PLATFORMS_TOLD = "数据汇聚平台接入浮标数据，仿真训练平台开放三类海况。"
CROWD = "针对海况观测数据，结合渔民参与机制开发数据标注工具，形成观测数据集"
CROWD_TOLD = "观测数据集含海况图片二十万张，允许多艘渔船以渔民参与方式认领观测任务。"


@pytest.mark.parametrize(
    ("clause", "beside", "said", "told"),
    [
        (LISTED, LISTED_TOLD, "浮标上的电池直接选用通用的锂电池组，不作为本任务的攻关内容。", True),
        (LISTED, LISTED_TOLD, "电池选用市面上成熟的锂电池组，本项目不对其开展研究。", True),
        (LISTED, LISTED_TOLD, "供电电池由供应商配套，本项目不投入研发力量。", True),
        (LISTED, LISTED_TOLD, "本项目攻关壳体、锚链、绞车和控制芯片四项，电池除外，直接外购。", True),
        (LISTED, LISTED_TOLD, "除电池采用市售产品、不纳入攻关外，其余部件全部自研。", True),
        (LISTED, LISTED_TOLD, "浮标的电池成熟可靠，没有攻关的必要，直接选型采购。", True),
        (LISTED, LISTED_TOLD, "电池因国内已有成熟供应商，不再列为攻关对象。", True),
        (LISTED, LISTED_TOLD, "电池自主研制，包装箱直接采购，不列入本项目攻关内容。", False),
        (LISTED, LISTED_TOLD, "电池自主攻关，能量密度提高三成；回收利用不在本次攻关范围之内。", False),
        (LISTED, LISTED_TOLD, "电池能量密度攻关到290瓦时每千克，电芯外购后自行成组，外壳颜色不列入攻关内容。", False),
        (LISTED, LISTED_TOLD, "电池的攻关由我单位牵头，包装箱直接采购。", False),
        (LISTED, LISTED_TOLD, "电池自研，锂电池组的老化试验不列入本年度计划。", False),
        (LISTED, LISTED_TOLD, "若电池自研不达标，备选市售标准电池组，不再攻关。", False),
        (LISTED, LISTED_TOLD, "电池与绞车由同一班组攻关，不另行设组。", False),
        (
            LISTED,
            LISTED_TOLD,
            "\n部件\t来源\t说明\n壳体\t自研\t焊接\n电池\t外购\t采用市售产品，不列入攻关\n锚链\t自研\t疲劳\n",
            True,
        ),
        (
            LISTED,
            LISTED_TOLD,
            "\n部件\t来源\t说明\n壳体\t自研\t焊接\n电池\t自研\t电芯外购\n包装箱\t外购\t不列入攻关\n",
            False,
        ),
        (LISTED, LISTED_TOLD, "\n（6）电池。市场供应充足，直接选购，不做研究。\n", True),
        (LISTED, LISTED_TOLD, "\n（6）电池。能量密度提高三成，包装箱直接选购，不做研究。\n", False),
        (PLATFORMS, PLATFORMS_TOLD, "至于测试评估验证平台，行业内已有三家检测中心，项目组不再另行搭建。", True),
        (PLATFORMS, PLATFORMS_TOLD, "测试评估验证平台不单独搭建，借用大学实验室的设备。", True),
        (PLATFORMS, PLATFORMS_TOLD, "关于测试评估验证平台，因投资较大，本期先不上。", True),
        (PLATFORMS, PLATFORMS_TOLD, "鉴于行业协会已建有测试平台，测试评估验证平台这一项免建。", True),
        (PLATFORMS, PLATFORMS_TOLD, "测试评估验证方面直接依托国家质检中心，项目组不建平台。", True),
        (PLATFORMS, PLATFORMS_TOLD, "只建前两个平台，测试评估验证以委托检测代替。", True),
        (PLATFORMS, PLATFORMS_TOLD, "测试评估验证平台依托国家质检中心建设，设备由我单位购置。", False),
        (PLATFORMS, PLATFORMS_TOLD, "测试评估验证平台建在东港，不再另行征地。", False),
        (PLATFORMS, PLATFORMS_TOLD, "测试评估验证平台含水池和台架，水池利用现有设施，不再新建。", False),
        (PLATFORMS, PLATFORMS_TOLD, "测试评估验证平台自主搭建，验收检测委托市质检院。", False),
        (PLATFORMS, PLATFORMS_TOLD, "测试评估验证平台对外服务，不收取会员费。", False),
        # what stands behind 结合 is asked for as well
        (CROWD, CROWD_TOLD, "数据标注工具供本公司值班员内部使用，不开发渔民参与的模块。", True),
        (CROWD, CROWD_TOLD, "数据标注工具不设渔民参与的入口，由公司标注员标注。", True),
        (CROWD, CROWD_TOLD, "数据标注工具向渔民开放，渔民参与标注后按件计酬。", False),
        # the way that is asked for is not gone
        (CROWD, CROWD_TOLD, "数据标注工具面向专职标注员，不采用渔民参与方式。", True),
        (CROWD, CROWD_TOLD, "渔民参与涉及数据安全，本项目的数据标注工具不引入。", True),
        (CROWD, CROWD_TOLD, "采用集中标注，数据标注工具取消渔民参与环节。", True),
        (CROWD, CROWD_TOLD, "数据标注工具不搞渔民参与，由岸基值班员操作。", True),
        (CROWD, CROWD_TOLD, "数据标注工具只装在内网六台电脑上，渔民参与不做。", True),
        (CROWD, CROWD_TOLD, "数据标注工具按渔民参与机制开发，三百名渔民在线认领，不收取费用。", False),
        (CROWD, CROWD_TOLD, "数据标注工具结合渔民参与机制派发任务，敏感数据不纳入渔民参与。", False),
        (CROWD, CROWD_TOLD, "若渔民参与不足，数据标注工具不采用渔民参与方式；先按渔民参与派发。", False),
    ],
)
def test_a_thing_that_is_not_made(clause: str, beside: str, said: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(clause=clause), PART.format(said=beside + said))
    assert (found[clause] in ("insufficient", "missing")) is told


PLACE = "吊放试验应当在集团所属云碇船厂现有的码头吊机上进行"
PASSED = "与渔民皮肤接触的救生衣面料须通过生物相容性评价"


@pytest.mark.parametrize(
    ("clause", "said", "told"),
    [
        (PLACE, "吊放试验安排在本公司船坞的试验台，台上是同类吊机，所得数据送云碇船厂参考。", True),
        (PLACE, "吊放试验改在兄弟企业的同型号吊机上做。", True),
        (PLACE, "吊放试验采用仿真计算代替。", True),
        (PLACE, "考虑到云碇船厂生产任务重，吊放试验拟借用邻县一家船厂的吊机。", True),
        (PLACE, "吊放试验环节委托外地研究院代做。", True),
        (PLACE, "云碇船厂的吊机腾不出来，吊放试验由我公司在自有码头完成。", True),
        (PLACE, "吊放试验在云碇船厂码头吊机上进行，每次不少于三个循环。", False),
        (PLACE, "吊放试验先在我公司试验车间做预试，再到云碇船厂码头吊机上进行。", False),
        (PLACE, "吊放试验由我公司派人驻云碇船厂，在其码头吊机上完成。", False),
        (PLACE, "吊放试验在云碇船厂码头吊机上进行，吊放试验数据存放在我公司服务器上。", False),
        (PLACE, "吊放试验在码头吊机上进行，若云碇船厂停产，吊放试验改在我公司试验车间。", False),
        # a kind of place, which many are of
        ("吊放数据应当存储在境内", "吊放数据存储在我公司机房，异地备份。", False),
        ("吊放试验应当在具备资质的检测机构进行", "吊放试验委托海岚大学检测中心完成。", False),
        ("吊放试验应当在海岚船舶产业园区内进行", "吊放试验在我公司试验码头进行。", False),
        ("吊放试验应当在本省港口企业进行", "吊放试验在我公司试验码头进行。", False),
        (PASSED, "与皮肤接触的救生衣面料选用知名品牌的亲水布，每批随货附出厂合格证。", True),
        (PASSED, "接触皮肤的救生衣面料由供应商承诺无毒无害。", True),
        (PASSED, "渔民皮肤接触的救生衣面料多年使用，未见过敏。", True),
        (PASSED, "接触皮肤的救生衣面料以厂家说明书为准。", True),
        (PASSED, "救生衣面料与皮肤接触，由船员自行试穿三天，无异常。", True),
        (PASSED, "与皮肤接触的救生衣面料按国家标准做生物相容性评价，供应商另附合格证。", False),
        (PASSED, "接触皮肤的救生衣面料送药检所做细胞毒性、致敏、刺激三项检测，供应商提供质保书。", False),
    ],
)
def test_another_place_and_no_test(clause: str, said: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(clause=clause), PART.format(said=said))
    assert (found[clause] == "insufficient") is told
