"""On a list of bad credit (失信名单) by the applicant's own words, in the ways in which one says so, and off again."""

import re

_IN = r"[^，。；]"
_BAD = r"(?:严重)?(?:违法)?失信(?:联合)?(?:惩戒)?(?:被执行人|主体|企业|单位|名单|黑名单|人员)"
# 2025年11月进入…名单, 成为失信被执行人, 将我公司列进…名单, 名下有一条失信记录, 列入…名单一事, 失信主体身份
LISTED_OTHERWISE = re.compile(
    rf"(?:成为|沦为|公布为|判定为|确定为|认定是|定为|列为|列作){_IN}{{0,16}}?{_BAD}"
    rf"|(?:进入|列进|列于|位列){_IN}{{0,10}}?失信{_IN}{{0,8}}?名单"
    rf"|[将把对](?:我|本|该)?(?:公司|单位|企业|院|所|校|集团){_IN}{{0,10}}?(?:[列纳][入进为作]|作出|挂[上进]){_IN}{{0,16}}?{_BAD}"
    rf"|(?:列入|列进|纳入|进入|进了?|上了?|录入){_IN}{{0,12}}?失信{_IN}{{0,8}}?名单(?:一事|的?(?:事情?|状态|情形|情况|问题))"
    rf"|(?<![不未])在{_IN}{{0,10}}?失信{_IN}{{0,8}}?名单[内上中里]?的?(?:状态|情形|期限|期间)"
    rf"|(?:有|存在|背着|挂着|留有|尚余|查到|查出|产生)(?:过|了|着)?[^，。；无没未不]{{0,8}}?(?:严重)?失信(?:主体|惩戒|行为|被执行人)?{_IN}{{0,3}}?(?:记录|名头|身份|信息|帽子)(?![:：]?[0零〇]|[:：]?无|查询|的?(?:企业|单位|识别|主体|客户|供应商))"
    rf"|失信(?:被执行人|主体|惩戒|行为)?(?:的)?(?:身份|名头|帽子|记录|名单|信息)[^，。；无没不0零]{{0,4}}?(?:有记录|有[一两二三1-9]条|在列|[一两二三1-9]条|(?:尚|还|仍)?未(?:消除|移出|撤|解除|修复)|仍在|预计|要到|还没)"
)
_REMOVED = r"(?:移出|移除|修复|解除|撤销|退出名单|删除|期满|届满|消除|屏蔽)"
# 移出申请正在办理, 修复还在审, 到2026年底才解除: asked for, and not done
_NOT_REMOVED = re.compile(
    rf"(?:正在?|尚未|仍未|[还暂]?未|拟|尚?待|计划|准备|争取|(?<!经)申请|预计|将|[要须得]到|才[能可会]?|等待?|没有?)[^，。；已]{{0,10}}?{_REMOVED}"
    rf"|{_REMOVED}的?(?:申请|手续|材料|报告|程序|公示|流程)(?:书|期)?(?:已|刚|才|正)?(?:经)?(?:递|提交|报送?|上报|受理|在办|排队|交|送|在走|走|未|还|尚|没|审)"
    rf"|{_REMOVED}[^，。；已]{{0,10}}?(?:正|尚|[还仍]|没|未|办理(?!完)|审[核批]?中|中(?![标心国期])|在审|受理|待|等|需|要|才)"
)
_IS_REMOVED = re.compile(_REMOVED)
_BODY = re.compile(r"[\u4e00-\u9fff]{2,}(?:大学|学院|研究院|研究所|集团|医院|合作社|(?<![本我])公司)")
_OF_OWN = re.compile(r"[将把对给](?:公司|企业|单位|集团)(?![\u4e00-\u9fff]{0,2}(?:股东|用户|客户))")
# 平台可识别进入失信名单的企业
_WORK = re.compile(r"平台|系统|算法|识别|监测|筛查|数据库|模型|名单的(?:企业|单位|供应商|客户)")


def is_of_the_work(clause: str) -> bool:
    """What is made tells of such lists, and not the applicant's record."""
    return _WORK.search(clause) is not None


def is_removed(words: str) -> bool:
    """现已移出, 同年6月移出, and nothing that says that this is still to come."""
    return _IS_REMOVED.search(_NOT_REMOVED.sub("", words)) is not None


def names_a_body(sentence: str) -> bool:
    """海岚大学2025年成为…: somebody by name, whom a chapter on the applicant's record may tell of, too."""
    return _BODY.search(sentence) is not None


def of_body_in_it(clause: str) -> bool:
    """法院对公司作出…: the applicant is whom the clause is done to."""
    return _OF_OWN.search(clause) is not None
