"""Forms that name a speaker by where he stands and not by a verb: `” — Geoff Stark`, `「…」とNAMEは話した`.

Plain functions of a text. Not here: the grammar of sentences with a verb of saying (`speakers`).
"""

from __future__ import annotations

import re

from reader.scripts import HAN, KATAKANA

_DASH_AFTER = re.compile(r"[\"”’»“]?\s{0,3}(?:[—–―]|--?)\s{0,2}(?=[^\W\d_a-z])")
"""Between the words and who is named behind them, at the end of the quotation or in a line of its own."""
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
_ZH = re.compile(rf"([{HAN}·]{{2,10}}?)(表示|指出|强调|強調|说|說|称|稱)[^{HAN}]*$")
"""A speaker and a verb of saying right before a quotation in Chinese."""


def signed(text: str, end: int, limit: int) -> int | None:
    """Where a name begins that is put behind the quotation ending at `end` with a dash; None where none is."""
    match = _DASH_AFTER.match(text, end, limit)
    return match.end() if match else None


def signature(text: str, at: int) -> str | None:
    """The name that stands at `at`, as far as its words have capitals."""
    match = _SIGNATURE.match(text, at)
    return match.group(1) if match else None


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
    return (match.group(1), match.group(2)) if match else None
