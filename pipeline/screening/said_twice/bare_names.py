"""The name of a metric without the words that tell nothing apart (验收时的密度, 示范期内利用率, 任务数量)."""

import re
from functools import lru_cache

# 从提交到下发的任务调度时延: how it is measured
FROM_TO = re.compile(r"^[从自][^的到至]{2,10}[到至][^的]{2,10}的(?=[\u4e00-\u9fff]{4})")
# 两条线验收时的菌球密度一律按: when it is judged, and how its figure is taken
_ON_DELIVERY = re.compile(
    r"^[^的]{0,16}(?:验收|交付|考核|结题|投产)(?:时|后)?的(?=[\u4e00-\u9fff]{4})|^示范(?:[段线站区点]|工程|项目|装置|基地)的?(?=[\u4e00-\u9fff]{4})"
    r"|^(?:项目|任务|示范|考核|试?运行|实施|验收|交付|结题|投产|建成|完成){1,2}(?:结束)?(?:期内|期间|期满|期末|时(?![间长延速])|后)的?(?=[\u4e00-\u9fff]{4})"
)
_RULED = re.compile(r"(?<=[\u4e00-\u9fff]{4})(?:一律|统一|均|都|全部|暂|仍|只|仅)*(?:按|以)(?:照|为)?$")
_NUMBER_OF = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:数量|个数|种类数)$")
# 海水厂建成日产水, 海水厂完成日产水: how it comes about
_YIELDED = re.compile(r"(?:建成|完成|形成|实现|建设|达到|投运)(?=[日年月]产|[日年]处理|总?装机|总?规模|产能)")
_MARKS = re.compile(r"[\W_]+")


def letters_of(name: str) -> str:
    """The name without its marks and blanks, and without how a size comes about."""
    return _YIELDED.sub("", _MARKS.sub("", name))


@lru_cache(maxsize=4096)  # each claim is compared with each metric
def bare_name(name: str) -> str:
    """The letters of a name; 安全任务数量 counts 安全任务, 从提交到下发的调度时延 is 调度时延."""
    return FROM_TO.sub("", _NUMBER_OF.sub("", _ON_DELIVERY.sub("", _RULED.sub("", letters_of(name)))))
