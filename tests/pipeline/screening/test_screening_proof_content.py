"""What an entry of the list of proofs holds: papers that show nothing of what is asked do not answer it."""

from typing import Any

import pytest
from made_facts import spot

from pipeline.screening.proofs.proof_content import holds_others_only
from schemas.notice import Obligation

# what is asked, the entry, whether all papers that it names are of another kind
CASES = [
    ("科研资质证明", "科研资质证明：营业执照副本、ISO 9001证书", True),
    ("科研资质证明", "科研资质证明（营业执照副本、纳税证明）", True),
    ("科研资质证明", "科研资质证明：营业执照副本以及法人身份证", True),
    ("科研资质证明", "科研资质证明：高新技术企业证书、营业执照副本", False),
    ("科研资质证明", "科研资质证明（企业技术中心认定文件）", False),
    ("科研资质证明", "科研资质证明", False),  # taken by its name
    ("科研资质证明", "科研资质证明：有", False),
    ("荣誉证明", "荣誉证明：质量管理体系认证证书、安全生产许可证", True),
    ("荣誉证明", "荣誉证明：质量管理体系认证证书、科技进步奖证书", False),
    ("荣誉证明", "荣誉证明（负责人学历证书）", False),  # schooling tells nothing of ability alone
    ("研发能力证明", "研发能力证明（负责人简历、学位证书）", True),
    ("研发能力证明", "研发能力证明（负责人简历、潜器论文目录）", False),
    ("创新能力证明", "创新能力证明：参保人员名单；完税证明", True),
    ("研发能力证明", "研发能力证明：软件著作权登记证书", False),
    ("荣誉证明", "荣誉证明：纳税大户奖牌", False),
    ("荣誉证明", "荣誉证明（安全生产先进单位奖牌）", False),
    ("科研资质证明", "科研资质证明：ISO 17025实验室认可证书", False),
    ("创新能力证明", "创新能力证明（博士学位授权点批复）", False),
    ("主体资格证明", "主体资格证明：营业执照副本、公司章程", False),  # that is what is asked
]


@pytest.mark.parametrize(("asked", "entry", "others"), CASES)
def test_papers_of_another_kind(asked: str, entry: str, others: bool) -> None:
    obligation = Obligation(id="proof", kind="proof_material", name=asked, evidence=spot(asked))
    assert holds_others_only(obligation, entry) is others


@pytest.mark.parametrize(
    ("entry", "status"),
    [
        ("科研资质证明：营业执照副本、ISO 13485体系认证证书", "insufficient"),
        ("科研资质证明：高新技术企业证书、营业执照副本", "met"),
    ],
)
def test_an_entry_that_names_its_papers(entry: str, status: str, found: Any) -> None:
    more = "四、其他材料\n请另附以下材料：1.科研资质证明；2.营业执照。\n"
    finding = found(("3. 发明专利证书", f"3. {entry}"), more=more)["proof_material", "科研资质证明"]
    assert finding.status == status
    assert (f"清单所列“{entry}”不能说明" in finding.explanation) is (status == "insufficient")
