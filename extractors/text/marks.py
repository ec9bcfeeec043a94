"""What stands before a label or an item, as parts of patterns: （一） 一、 1. ①, a bullet; and a label in a frame.

They say what a mark looks like. Whether it numbers a heading, an item or a field is for the layout's reader to say.
"""

HAN_DIGITS = "一二三四五六七八九十"
COUNT = rf"(?:\d{{1,2}}|[{HAN_DIGITS}]{{1,3}})"  # 方向3, 任务十二: no year, no sum
NUMBERED = rf"[（(]?{COUNT}[)）.、．]"  # 1. 一、 （二） 3）; before a figure (1.5倍) the reader has to say (?!\d)
CIRCLED = "[①-⑳]"
ITEM_NUMBER = rf"(?:[（(]?\d{{1,2}}[)）]|\d{{1,2}}[.．、](?!\d)|{CIRCLED})"  # 2.立项后24个月内, not 2.5年
BULLET = "[◆●■▲▪•·◇○▶➢]"
LISTED = rf"(?:{NUMBERED}|{CIRCLED}|{BULLET}|[—\-–])"  # an item of a list, numbered or not
FRAMED = r"【(?P<title>[^【】]{2,30})】"  # 【攻关思路】: a label, or a title on a line of its own
PART = rf"第[\d{HAN_DIGITS}]{{1,3}}(?:栏|部分|项|块|组)"  # 第3栏 项目负责人: a part of a form
