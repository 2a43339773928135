"""What is no sentence of a story: captions, credits, notes on the text, promotions, times, bylines, questions.

Told by the line itself, in running text as well, where nothing else sets it apart. Not here: where one of them, glued
to a sentence, is cut from it (`cutting`), the words they are known by (`notice_words`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, groupby
from math import inf
from operator import itemgetter

from reader.language.datelines import is_dateline
from reader.language.words import words
from reader.summarizing.candidates import Candidate
from reader.summarizing.cutting import TITLE_CASE, is_title
from reader.summarizing.notice_words import (
    ADDRESSED,
    AUTHORS,
    CREDITS,
    NOTED,
    NOTES,
    PICTURED,
    POINTERS,
    PROMOTIONS,
    SHOWN,
    SHOWS,
    SHOWS_DATED,
    SIDES,
)

KINDS = {
    "caption": "explains a picture",
    "credit": "says who took a picture",
    "note": "speaks of the text, not of the world",
    "promotion": "sends the reader elsewhere",
    "time": "only says when or by whom it was published",
    "dateline": "only place, date and agency",
    "headline": "repeats the headline",
    "question": "is a question",
    "fragment": "is no whole sentence",
}
"""Each kind with what is said of it to a person."""


def _phrases(data: str) -> tuple[str, ...]:
    return tuple(phrase.strip().replace("_", " ") for phrase in data.split("|") if phrase.strip())


_PICTURED, _NOTED = _phrases(PICTURED), _phrases(NOTED)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS, _WEEK = "Jan|Feb|Mar|Apr|Aug|Sep|Sept|Oct|Nov|Dec", "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_DAYS = frozenset(f"{_MONTHS}|{_SHORT_MONTHS}|{_WEEK.replace('|', 'day|')}day".lower().split("|"))
_TELLS = frozenset(max(words(phrase), key=len) for phrase in (*_PICTURED, *_NOTED))
"""The longest word of each: only a sentence that has one is looked at for them."""
_TELLING = _TELLS | _DAYS
_SIGNED, _POINTED, _PROMOTED, _RUN_ON = 80, 80, 160, 260
"""Characters of a line with nothing but a photographer's name; of one that points at what follows; of one that sends
the reader elsewhere, or names a photographer; of one that is several.
"""


def _by_beginning() -> dict[str, list[tuple[tuple[str, ...], str, float]]]:
    """The phrases of each kind with the same first two letters, and the characters of a line that they may begin."""
    found: dict[str, list[tuple[tuple[str, ...], str, float]]] = {}
    for kind, data, most in (
        ("promotion", PROMOTIONS, _PROMOTED),
        ("promotion", POINTERS, _POINTED),
        ("credit", CREDITS, _PROMOTED),
        ("caption", SHOWN, inf),
        ("note", NOTES, inf),
    ):
        for two, phrases in groupby(sorted(_phrases(data)), itemgetter(slice(2))):
            found.setdefault(two, []).append((tuple(phrases), kind, most))
    return found


_BEGIN = _by_beginning()
_CREDITED = re.compile(
    r"[/(|]\s?(?:AFP|AP|EPA|Reuters|Getty)\b(?!\) [a-z])|\bvia (?:AP|AFP|Getty)|Getty Images|©|\bdpa[/)-]|AP Photo"
)
_SLASHED = re.compile(r"[^\W\d_a-z][\w.'’ -]{1,35}(?: ?/ ?[^\W\d_a-z][\w.'’ -]{1,35}){1,3}\.?")
_SIDE = re.compile(
    rf"[(（](?:[^()（）]{{0,30}}(?<![\w-]))?(?:{'|'.join(_phrases(SIDES))})(?![\w-])[^()（）]{{0,30}}[)）]",
    re.IGNORECASE,
)
_IN_PICTURES = re.compile(
    r"[a-z]{3} (?<!are )(?<!was )(?<!were )(?<!been )(?<!left )pictured (?!left|right|above|here)"
)
"""`fathers pictured next to their sons` may stand in any sentence."""
_FOLLOW = re.compile(
    r"(?:you can )?(?:follow|find|like|join) .{1,80}?(?:@|\bon (?:twitter|facebook|instagram|youtube|linkedin|tiktok"
    r"|threads|bluesky|mastodon|telegram|whatsapp|x)\b)"
)
"""`Follow Ann Poole on Twitter @annpoole.`"""
_WELCOME = re.compile(
    r"welcome to .{1,80}(?:\b(?:newsletter|primer|briefing|digest|round-?up|podcast|bulletin|live blog)"
    r"|, where (?:we|i))\b"
)
"""`Welcome to Ropewalk, Ann Poole's morning primer on the harbour.`"""
_FOLLOWS = ("follow ", "you can ", "find ", "like ", "join ")
_POINTS = (
    "watch ",
    "see ",
    "read ",
    "hear ",
    "listen ",
    "click ",
    "discover ",
    "check ",
    "download ",
    "you can ",
    "below ",
)
_MAY_POINT = frozenset(phrase[:2] for phrase in (*_POINTS, *_FOLLOWS))
_POINTS_TO_ONE = re.compile(r"[^.]{0,80}\b(?:above|below|here|for (?:more|further|full) (?:information|details))\W*\Z")
_BEFORE_SHOWS = (
    r"(?![^.]{0,60}\b(?:her|his|their|its) (?:[a-z]+ )?[a-z]+s )"  # `known for his wide smiles`
    r"(?:[A-Z][\w.'’-]*,? |[a-z]+(?:-[a-z]+)? |\([^()]*\) ){1,8}?"
)
_SHOWS = re.compile(rf"{_BEFORE_SHOWS}(?:{'|'.join(SHOWS.split())}) ")
_TIME = re.compile(
    r"[\[(*\s]*(?:(?:first |last )?(?:published|updated|posted|modified)\b|by ?\. )[^a-z]{0,4}"
    r"(?=.*\d)|(?:\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.?m\b)[\s.,|]*(?:\w{1,4}[\s.,|]*){0,3}\Z",
    re.IGNORECASE,
)
_DATED = ("published", "updated", "posted", "modified", "first ", "last ", "by .", "by.")
_MAY_DATE = frozenset(phrase[:2] for phrase in _DATED)
_YEARS = (
    r"(?:\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? )"
    r"(?:19|20)\d\d\b"
)
_STAMP = re.compile(
    rf"{_YEARS}|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\d{{1,2}}:\d\d ?[ap]\.?m"
    r"|\b\d+ (?:min|minute|hr|hour|day|week)s? ago\b|^\W*(?:by|posted|submitted|updated|date)\b",
    re.IGNORECASE,
)
"""A line without a full stop that has one is a byline, or says when the text was published."""
_ONLY_A_DATE = re.compile(
    rf"(?:on )?(?:[^\W\d_]+,? )?(?:{_YEARS}[\s,.]*(?:\d{{1,2}}[:.]\d\d.{{0,12}})?|(?:19|20)\d\d\W*)", re.IGNORECASE
)
_ENDING = re.compile(r"(?:[.!?…。！？।۔።։។॥؟]|[:;](?=\Z))[\"'”’»›」』)）\]*]*\Z")
_ASKS = re.compile(r"[?？؟][\"'”’»」』)）]*\Z")
_QUOTED_QUESTION = re.compile(r"[?？؟][\"”’»」』]")
_LABEL = re.compile(r"(?:[^\W\d_a-zа-яß-ÿ][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}): ")
_AUTHOR = re.compile(
    rf"[A-Z]\w+(?: [A-Z][\w.'’-]+){{0,3}} is (?:an? |the )?(?:[\w-]+ ){{0,4}}"
    rf"(?i:{'|'.join(AUTHORS.split())})\b"
)
"""`Ann Poole is Archive Manager at …`"""
_PREVIOUSLY = ("Previously, ", "Before joining ", "Prior to joining ")
_FULL_DATE = re.compile(
    r"(?:[,)]|\bon|[a-z]) (?:[A-Z][a-z]{2,8}day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},|\d{1,2} [A-Z][a-z]{2,8},?)"
    r" (?:19|20)\d\d(?:,? (?:in|at|near|outside) [A-Z][^;:]{2,30})?\W*\Z"
)
_FINITE = r"(?<!to )(?<!will )(?<!would )(?<!can )(?<!could )(?<!not )(?<!who )(?<!that )"
"""Before a verb: it is that of the sentence, unlike `to wait`, `will wait`, `who wait`."""
_NOW_SHOWN = re.compile(
    rf"(?:[^\s,;:]+,? ){{1,14}}?{_FINITE}"
    rf"(?:(?:is|are) (?:seen|shown|pictured)|(?:{'|'.join(SHOWS_DATED.split())})(?:e?s)?) "
)
"""`Two men stand by the harbour`; with a full date at its end, as news has none: `on May 3, 2014, in Alder.`"""
_DAY_NAMED = re.compile(rf"(?:,| on|,? in) (?:(?:{_MONTHS})\b|(?:{_SHORT_MONTHS})\.|(?:{_WEEK})day\b)")
_NO_PUNISHMENT = r"(?! (?:[\w-]+ ){0,3}(?:fines?|penalt(?:y|ies)|sentences?|terms?|punishments?|years?|risks?)\b)"
"""Laws and charges carry those."""
_SEEN_NOW = re.compile(
    rf"(?:[^\s,;:]+,? ){{1,9}}?{_FINITE}(?:"
    r"(?:is|are) (?:seen|pictured|shown) (?:in|at|on|near|during|after|before|outside|inside|from|with|here)"
    r"|(?:looks|(?<=s )look) (?:at|on as|over|through|out)|inspects?|walks? (?:past|through|along|among)"
    r"|(?:stand|sit)s? (?:beside|next to|near|outside|amid|among)"
    rf"|carr(?:y|ies) (?:an?|the|his|her|their){_NO_PUNISHMENT}"
    r"|(?:hug|embrace|comfort|greet|kisse)s? (?:an?|the|his|her|their|each|supporters)|waves? (?:to|at|as|from)"
    r"|gestures? (?:to|as|at|during)|poses? (?:for|with)|smiles? (?:at|as|during)|weeps?|mourns?) "
)
"""`Men look at a damaged wall`: with a day, of what is seen; what happened is not told in the present."""
_DATED_END = 70
"""Letters at the end of a caption in which that stands."""
_BEGUN = 12
"""Letters by which a sentence has a capital, or is the rest of one."""
_COUNTER = re.compile(r"\W?(?:[A-Z][a-z]+ )?\d{1,3} ?(?:of|/|von|de|sur|di|из|з|z) ?\d{1,3}\W*")
"""`1 of 3.`: which picture of several."""
_ASKED = 4
"""Questions of an interview, at least; the first of its sentences may lead to the first of them."""
_HEADS, _HEAD, _LEAD = 2, 45, 130
"""So many sentences, at most, may be a standfirst, which needs no full stop; letters of one at least, and of one that
was run together with the sentence behind it: a headline is shorter.
"""
_MARKUP = "<_|"
_FACTS, _CLOSE = 8, 3
"""Sentences among which a box of facts may be; sentences of a caption behind its first."""
_FACT = re.compile(r"(?:[A-Z][\w'’-]* ){0,9}[A-Z][a-z]+: \S.{0,80}\Z")
"""`Rated: PG-13 for language.`"""


def kinds(
    texts: Sequence[str],
    language: str | None = "en",
    places: Sequence[Candidate] = (),
    tokens: Sequence[Sequence[str]] | None = None,
) -> list[str]:
    """For each sentence of an article in order one of `KINDS`, or nothing for a sentence of the story.

    places: where they stand, if that is known. tokens: the words of each, if they are known.
    """
    found = [
        _kind(text, own, language or "")
        for text, own in zip(texts, map(words, texts) if tokens is None else tokens, strict=True)
    ]
    for i, kind in enumerate(found[:_HEADS]):
        if kind == "fragment" and len(texts[i]) > (_LEAD if places and places[i].cut else _HEAD):
            found[i] = _unfinished(texts[i], language)
    long = [i for i, text in enumerate(texts) if len(text) > _HEAD] or range(len(texts))
    unfinished = [
        i
        for i in long
        if found[i] == "fragment"
        and not (texts[i][0] in _MARKUP or texts[i][-1] == ":" or TITLE_CASE.fullmatch(texts[i]))
    ]
    _boxes(texts, found)
    for i, kind in enumerate(found if places else ()):
        if kind == "credit":  # what a paragraph says that ends so is seen in the picture
            first = next((k for k in range(i, max(-1, i - _CLOSE - 1), -1) if places[k].begins), i)
            found[first:i] = ["caption"] * (i - first)
    for i in range(len(texts) - 1):
        if found[i] == "fragment" and _COUNTER.fullmatch(texts[i]):
            found[i + 1] = "caption"
        if not found[i] and found[i + 1] == "credit" and len(texts[i + 1]) < _SIGNED and _NOW_SHOWN.match(texts[i]):
            found[i] = "caption"
    if 2 * len(unfinished) > len(long):  # a language, or a text, without full stops
        for i in unfinished:
            found[i] = ""
    for i in _interviewer(texts):
        found[i] = found[i] or "question"
    if found[1:2] == ["question"] and not found[0] and found.count("question") >= _ASKED:
        spoken_to = ADDRESSED.get(language or "")
        found[0] = "question" if spoken_to and re.search(spoken_to, texts[0]) else ""
    return found


def _boxes(texts: Sequence[str], found: list[str]) -> None:
    """Marks what is part of a caption up to its credit, of facts above a review, of a note on who wrote the text."""
    before = {i for i, text in enumerate(texts) if text.startswith(_PREVIOUSLY)}
    for i, kind in enumerate(found):
        if kind == "caption" and "credit" in (close := found[i + 1 : i + 1 + _CLOSE]):
            found[i : i + 1 + close.index("credit")] = ["caption"] * (1 + close.index("credit"))
        elif not kind:
            behind = i > 0 and found[i - 1] in ("note", "time")
            if (behind and i in before) or ((behind or i + 1 in before) and _AUTHOR.match(texts[i])):
                found[i] = "note"
    facts = [i for i, text in enumerate(texts[:_FACTS]) if ": " in text[:_HEAD] and _FACT.match(text)]
    if len(facts) > 2 and facts[-1] - facts[0] < len(facts):
        for i in facts:
            found[i] = found[i] or "fragment"


def _kind(text: str, tokens: Sequence[str], language: str) -> str:
    low = text.lower()
    if kind := _notice(text, low) or _dated(text, low) or _phrased(text, low, tokens):
        return kind
    if ("(" in text or "（" in text) and _SIDE.search(text):
        return "caption"
    if "|" in text and text.count(" | ") > 1:
        return "fragment"  # a row of a table
    if text[0] in _MARKUP or "</" in text or ("{" in text and "\n" in text):
        return "fragment"  # markup, lines of a program
    if text[0].islower() and text[:_BEGUN].islower():
        return "fragment"
    if (len(text) < _SIGNED and text.isupper()) or (
        len(text) < _HEAD and (_COUNTER.fullmatch(text) or not any(map(str.isalpha, text)))
    ):
        return "fragment"  # `LETTERS.`, `1 of 3.`, `(2).`
    second = text.find(" ") + 1
    if language == "en" and text[second].isupper() and TITLE_CASE.fullmatch(text):
        return "fragment"  # a headline among others
    return _ends(text[-6:], language)


def _notice(text: str, low: str) -> str:
    """Whether a line is a promotion, a credit or a note by how it begins, or a credit by how it is signed."""
    head = low if low[0].isalnum() else low.lstrip("[(►▶•*＞> ")
    length = len(text)
    for phrases, kind, most in _BEGIN.get(head[:2], ()):
        if length < most and head.startswith(phrases):
            return kind
    if length >= _PROMOTED:
        return ""
    if head[:2] in _MAY_POINT:
        if head.startswith(_POINTS) and _POINTS_TO_ONE.match(low):
            return "promotion"
        if head.startswith(_FOLLOWS) and _FOLLOW.match(head):
            return "promotion"
    if low.startswith("(see ") or "click here" in low:
        return "promotion"
    if head.startswith("welcome") and _WELCOME.match(head):
        return "note"
    if "/" in text and length < _SIGNED and _SLASHED.fullmatch(text):
        return "credit"
    signed = "/" in text or "(" in text or "|" in text or "via " in text or "Getty" in text or "©" in text
    signed = signed or "dpa" in text or "AP Photo" in text
    return "credit" if signed and _CREDITED.search(text) else ""


def _dated(text: str, low: str) -> str:
    """Whether a line only says when, where or by whom the text was published."""
    first = text[0]
    if (first.isdigit() or low[:2] in _MAY_DATE or first in "[(*") and (
        (first.isdigit() or low.lstrip("[(* ").startswith(_DATED)) and _TIME.match(text)
    ):
        return "time"
    if len(text) < _HEAD and any(map(str.isdigit, text)) and _ONLY_A_DATE.fullmatch(text):
        return "time"
    return "dateline" if "/" in text and is_dateline(text) else ""


def _phrased(text: str, low: str, tokens: Sequence[str]) -> str:
    """Whether a phrase of a note, or of a caption, stands anywhere in it, or it tells when something is seen."""
    if _TELLING.isdisjoint(tokens):
        return ""
    if not _TELLS.isdisjoint(tokens):
        if any(phrase in low for phrase in _NOTED):
            return "note"
        pictured = (phrase for phrase in _PICTURED if phrase in low and not low[low.find(phrase) - 1].isalpha())
        if any(phrase != "pictured" or not _IN_PICTURES.search(low) for phrase in pictured):
            return "caption"
    if len(text) < _RUN_ON and _DAY_NAMED.search(text) and _SEEN_NOW.match(text):
        return "caption"
    return "caption" if _FULL_DATE.search(text, max(0, len(text) - _DATED_END)) and _NOW_SHOWN.match(text) else ""


def _unfinished(text: str, language: str | None) -> str:
    """What one of the first lines is that has no full stop: a standfirst, or a title, a byline, a row of a table."""
    if text[-1] in ":;" or text[0] in "<|" or text.count(": ") > 1 or text.count(" | ") or _AUTHOR.match(text):
        return "fragment"
    if len(text) < _PROMOTED and _STAMP.search(text):
        return "time"
    return "fragment" if text[0].islower() or (language == "en" and is_title(text)) else ""


def _ends(end: str, language: str) -> str:
    """What the last characters of a sentence say of it."""
    if end[-1] in ".!…。":
        return ""
    if (_ASKS.search(end) and not _QUOTED_QUESTION.search(end)) or (language == "el" and end[-1] == ";"):
        return "question"
    if (language == "hy" and end[-1] == ":") or (end[-1] not in ":;" and _ENDING.search(end)):
        return ""
    return "fragment"


def is_shown(text: str) -> bool:
    """Whether a sentence is worded as captions are, by a verb that hardly tells anything but what is seen."""
    return _SHOWS.match(text) is not None


def label(text: str) -> str:
    """Who speaks, where an interview or a transcript says so in front: `Ann Poole: ` gives `Ann Poole`."""
    match = _LABEL.match(text) if text.find(": ", 0, 50) > 0 else None
    return match.group()[:-2] if match else ""


def _interviewer(texts: Sequence[str]) -> list[int]:
    """The sentences of those turns of an interview whose speaker asks more often than not."""
    labels = [label(text) if ": " in text else "" for text in texts]
    if labels.count("") == len(labels):
        return []
    counts = Counter(filter(None, labels))
    several = {name for name, count in counts.items() if count > 1}
    if len(several) < 2:
        return []
    turns: list[tuple[str, list[int]]] = []
    for i, name in enumerate(labels):
        if name in several:
            turns.append((name, [i]))
        elif turns:
            turns[-1][1].append(i)
    asked = Counter(name for name, places in turns if any(_ASKS.search(texts[i][-6:]) for i in places))
    askers = {name for name in several if 2 * asked[name] > counts[name]}
    if askers == several:
        return []
    return list(chain.from_iterable(places for name, places in turns if name in askers))
