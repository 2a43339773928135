"""Forms that name a speaker by where he stands and not by a verb: `” — Geoff Stark`, `「…」とNAMEは話した`.

Plain functions of a text. Not here: the grammar of sentences with a verb of saying (`speakers`).
"""

from __future__ import annotations

import re

from reader.language.names.word_lists import is_title
from reader.scripts import HAN, KATAKANA

_DASH_AFTER = re.compile(r"[\"”’»“]?(?:\s{0,3}(?:[—–―]|--?)\s{0,2}|,?\sso\s(?:(?:der|die|das)\s)?)(?=[^\W\d_a-z])")
"""Between the words and who is named behind them, at the end of the quotation or in a line of its own; German `so`."""
_HONORIFIC = "(?:さん|氏|容疑者|首相|大統領|市長|知事|長官|会長|社長|議員|教授|選手)"
_SIGNATURE = re.compile(
    r"(?:(?:President|Minister|Senator|Professor|Mayor|[A-Z][a-z]{1,3}\.)\s)*"
    r"([^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z]\.)?(?:[ ][^\W\d_a-z][\w’'-]+){0,3})(?=[,.\n(]|\s?$)"
)
_PERSON_JA = rf"(?:[^、。「」]{{0,20}}の)?(?P<who>[{HAN}{KATAKANA}ー・]{{2,12}}?){_HONORIFIC}?"
_SAID_JA = (
    r"(?P<cue>話した|述べた|語った|言った|強調した|指摘した|説明した|答えた|訴えた|明かした|批判した|コメントした)"
)
_AFTER_JA = re.compile(rf"[」』]?と、?{_PERSON_JA}(?:は|が)[^。「」\n]{{0,40}}?{_SAID_JA}")
_BEFORE_JA = re.compile(rf"(?:^|[。\n　 ]){_PERSON_JA}(?:は|が)、?[^。「」\n]{{0,40}}$")
_CUE_JA = re.compile(rf"[」』]?と[^。「」\n]{{0,20}}?{_SAID_JA}")
_FAMILY = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈"
    "姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付傅方邹鄒熊孟秦邱江尹薛闫阎段雷侯史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔汤湯"
)
_PERSON_ZH = re.compile(rf"(?<=[{HAN}])[{_FAMILY}][{HAN}]{{1,2}}$")
"""Chinese family names, and a whole name behind what somebody is: `渔民李晓梅`."""
_ZH = re.compile(rf"([{HAN}·]{{2,10}}?)(表示|指出|强调|強調|说|說|称|稱)[^{HAN}]*$")
"""A speaker and a verb of saying right before a quotation in Chinese."""


def signed(text: str, end: int, limit: int) -> int | None:
    """Where a name begins that is put behind the quotation ending at `end` with a dash; None where none is."""
    match = _DASH_AFTER.match(text, end, limit)
    return match.end() if match else None


def signature(text: str, at: int) -> str | None:
    """The name that stands at `at`, as far as its words have capitals."""
    match = _SIGNATURE.match(text, at)
    words = match.group(1).split() if match else []
    while len(words) > 2 and is_title(words[0].lower()):
        words.pop(0)
    return " ".join(words) or None


def east_asian(text: str, start: int, end: int) -> tuple[str, str] | None:
    """The speaker of what stands from `start` to `end` and the verb, in Japanese and Chinese."""
    if text.isascii():
        return None
    after = text[end : end + 80]
    match = _AFTER_JA.match(after)
    if match:
        return match["who"], match["cue"]
    before = text[max(0, start - 80) : max(0, start - 1)]
    cue = _CUE_JA.match(after)
    match = _BEFORE_JA.search(before) if cue else None
    if match and cue:
        return match["who"], cue["cue"]
    match = _ZH.search(before)
    if match is None:
        return None
    named = _PERSON_ZH.search(match.group(1))
    return (named.group() if named else match.group(1)), match.group(2)
