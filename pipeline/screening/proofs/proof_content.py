"""What an entry of the list of proofs holds, where it says so: 科研资质：营业执照副本、ISO 9001证书."""

import re

from pipeline.screening.application.substance import squeeze
from schemas.notice import Obligation

_HELD = re.compile(r"[：:](?P<behind>[^：:]{3,})$|[（(](?P<inside>[^（）()]{3,})[)）]$")
_BETWEEN = re.compile(r"[、，,；;]|以及|及(?!格|时)")
_ABLE, _QUALIFIED = re.compile(r"研发能力|创新能力|科研能力"), re.compile(r"科研资质|荣誉")
# Papers that every company has, and of persons' schooling: neither what the body is honoured for nor what it has found.
_OF_ANY_COMPANY = (
    r"营业执照|(?:税务|组织机构|法人|机构代码)登记证|章程|开户|ISO\s?(?:9001|14001|45001|22000|13485)|体系认证"
    r"|安全生产(?:许可|标准化)|标准化证书|(?:纳|完)税(?:证明|凭证|记录|申报)|社保|参保|租赁|宣传[册片页]|宣传资料|画册|照片|名片|合影|信用(?:报告|记录)|身份证"
)
_OF_SCHOOLING = r"简历|学历|学位证|毕业证"
# 软件著作权登记证书, 安全生产先进单位奖牌: whatever else the name says
_HONOURED = re.compile(r"著作权|专利|布图|奖|荣誉|先进|称号|认可|授权点|示范")


def holds_others_only(obligation: Obligation, entry: str) -> bool:
    """Whether every paper that the entry names is of a kind that shows nothing of what is asked.

    Asked are 科研资质, 荣誉 or 研发能力; an entry that names no papers is taken by its name.
    """
    name = squeeze(obligation.name)
    of_ability = _ABLE.search(name) is not None
    held = _HELD.search(squeeze(entry))
    if held is None or not (of_ability or _QUALIFIED.search(name)):
        return False
    others = re.compile(f"{_OF_ANY_COMPANY}|{_OF_SCHOOLING}" if of_ability else _OF_ANY_COMPANY)
    papers = [paper for paper in _BETWEEN.split(held["behind"] or held["inside"]) if len(paper) > 1]
    return bool(papers) and all(others.search(paper) and not _HONOURED.search(paper) for paper in papers)
