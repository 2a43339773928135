"""Where a sentence is cut free of what crawls have glued to it: datelines, times, promotions and captions.

Only places in the text. Not here: what the pieces are (`kinds`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.datelines import behind_dateline
from reader.language.words import root, stop_words, words
from reader.summarizing.notice_words import OPENERS

_ZONE = r"(?:[A-Z]{1,4}T|UTC)\b"
_CLOCK = (
    r"\d{1,2}(?:[:.]\d\d(?::\d\d)?(?:\s?[apAP]\.?[mM]\b\.?|[ap]\b)?|\s?[apAP]\.?[mM]\b\.?)"
    rf"(?:\s(?:{_ZONE}|local time|hrs))?"
)
_MONTH = r"[A-Z][A-Za-z]{2,8}\.?"
_DAY = "(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_DATE = (
    rf"(?:(?:(?:[A-Z][A-Za-z]{{2,8}}(?:day|DAY)|{_DAY}\.?),? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? |-)\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH},? \d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}[-.]\d\d[-.]\d\d))"
)
_MORE = rf"(?:[,\s|-]+(?:at |on |@ )?(?:{_CLOCK}|{_DATE}|{_ZONE}))*"
_STAMP = rf"(?:{_CLOCK}|{_DATE}|{_MONTH} \d{{1,2}},? {_CLOCK}){_MORE}"
_SAYS_WHEN = (
    r"(?:[Ff]irst |[Ll]ast |Story |Originally )?(?:PUBLISHED|UPDATED?|[Pp]ublished|[Uu]pdated?|POSTED|Posted|Edited"
    r"|Created|Last modified)(?: time)?"
)
_CAPITAL = r"(?=[\"“„«‘'(]?[^\W\d_a-zа-яß-ÿ])"
_VIDEO = r"(?:[Ss]croll|SCROLL) (?:[Dd]own|DOWN) (?:[Ff]or|FOR|to) (?:[Vv]ideos?|VIDEO|more|MORE)(?: and photos)?"
_FRONT = re.compile(
    rf"(?:By \. (?:[^.\n]{{2,60}} \. )+(?:[.| ]*{_SAYS_WHEN}: \. {_STAMP}[ .|]*)*"  # By . Ann Poole . PUBLISHED: .
    rf"|[\[(]?{_SAYS_WHEN}(?: at| on)?:? (?:\. )?{_STAMP}[\])]?[ .|:]*"
    rf"|[\[(]{_DATE}{_MORE}[\])][ .|:–—-]*"
    rf"|(?:{_DATE}|{_MONTH} \d{{1,2}}),? {_CLOCK}(?: {_SAYS_WHEN} {_STAMP})?[ .|]*"
    rf"|(?:[Oo]n )?{_DATE}{_MORE}(?:[,;]? [Uu]pdated {_STAMP})?[ .|:–—\x96-]+{_CAPITAL}"  # on May 3, 2013 at 7:31 AM ET
    rf"|\(?{_VIDEO}\)?[.:…]* *"
    r"|By (?:[^\W\d_a-z][\w.'’-]+ ){1,3}[^\W\d_a-z][\w'’-]+(?:, [^.,\n]{3,60}?)? --? (?=[A-Z(])"  # By Ann Poole -- The
    r"|\[[^\]\n=]{1,20}=[^\]\n]{1,25}\] *"  # [Alder Media=Kim]
    r"|\((?:GMT|UTC)[^()\n]{0,8}\) *"  # (GMT+05:00)
    r"|\([A-Z]\w+(?: [A-Z]\w+)?/[^()\n]{2,40}\) *"  # (Own Wire/Ann Poole) The
    r"|\([^()\n=]{2,10}=[^()\n=]{2,12}\) *(?:\w{2,5} (?:특파원|기자) *= *)?"  # (서울=연합뉴스) 김기자 기자 =
    r"|（[^（）\n]{2,8}[讯訊电電]） *"  # （早报讯）
    r"|(?:新华社|新華社|中新社|中新网|本报|本報)[^，。\n]{2,14}[电電] *(?:[（(][^（）()\n]{2,20}[）)])? *"
    r"|(?:WATCH|VIDEO|LISTEN|READ|EXCLUSIVE|BREAKING|UPDATE)(?: \d)?: +)(?=\S)"
)
"""What may stand before a story in its first line."""
_MAY_STAND_BEFORE, _HEAD = re.compile(r"\d|\[|\(|（|[Cc]roll|CROLL|By |[A-Z]{4}|新|中|本"), 40
"""One of these stands in all of it, near the beginning."""
_STAMPED = re.compile(rf"(?<=\S) {_DATE}(,? {_CLOCK}(?: (?:{_ZONE}|[A-Z]DT))?)?[ .|]+{_CAPITAL}")
_NEAR = 250
"""A time behind a title or a standfirst, so many letters from the beginning at most."""
_ON = rf"(?:, (?:{_MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?)?"
_FAR = 3000
"""Letters in which captions stand that were run together with a sentence; so far down hardly a sentence is taken."""
_PLACES = re.compile(
    rf"(?:[^\W\d_a-zа-яß-ÿ][\w.'’-]*(?:(?: / |[ /])[^\W\d_a-z][\w.'’-]*){{0,2}}(?:, [A-Z][\w.]+)?{_ON}"
    r"(?: ?\((?:CNN|AP|AFP|Reuters|BBC)\)(?: ?--? ?| ?[–—] ?| ?)| [–—-]{1,2} )"
    r"|[A-Z]{3,}(?: [A-Z]{3,})*, [A-Z][a-z]{1,4}\. "
    r"|\([A-Z][\w.]+(?: [A-Z][\w.]+){0,2}\) )(?=[\"“„«‘'(]?[^\W_a-zа-яß-ÿ])"
)
"""`Rome (CNN) Italy`, `Bad Alder – Die`, `ALDER, Kan. The`, `(Own News) The`: no datelines of an agency."""
_DATELINE_INSIDE = re.compile(
    r"(?<=[a-z\d.)”\"])\s?([A-Z]{3,}(?:[ -][A-Z]{3,})*(?:, [A-Z][\w.]+)?,? "
    rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
    r"(?: \([^()\n]{2,20}\)| /[^/\n]{2,20}/)?(?: [–—-]{1,2}|:)\s)"
)
"""A dateline behind a standfirst or a headline: `… wall in May ALDER, Jan. 6 /NWS/ - The`."""
_LABELLED = re.compile(
    r"(?:[A-ZÀ-ÞА-ЯЁ]{2,}[ /]){0,3}([A-ZÀ-ÞА-ЯЁ]{2,})(?:, [A-Z][a-z]+\.?(?: [A-Z][a-z]+)?| \([A-Z][a-z]+\))?"
    rf"{_ON}(?: ?:\s+| :)(?=[^\W_a-zа-яß-ÿ])"
)
"""`ALDER: The`, `ANALYSIS: The`; who speaks in a transcript does so more than once."""
_PLACE_AGAIN = re.compile("([\u4e00-\u9fff]{2,6})[:：] ?(?=[^:：\\n]{0,30}\\1)")
"""`新加坡：新加坡的`"""
_HEADED = re.compile(
    rf"(?:(?:[A-Z][a-z]+ )?[A-Z][a-z]+/)?(?:[A-Z][a-z]+ )?([A-Z][a-z]+){_ON} ?:\s+(?=[^\W\d_a-zа-яß-ÿ])"
    r"(?!(?:Here|There|Hier|Dort|Ici|Aquí|Qui|I|I['’]\w+|We|My|Our)\b)"
)
"""`New Alder: The council`; only in front of the very first sentence."""
_CAPITALS = 0.75
"""The share of longer words with a capital by which an English line is a title."""
TITLE_CASE = re.compile(
    r"(?:(?:[A-Z][\w.'’-]*|an?|the|of|in|on|to|for|and|or|by|with|at|from|is|as|vs)[,:;]? ){6,}[A-Z]\w{3,}\."
)
"""A headline with a full stop, every word of it with a capital but for the little ones."""
_BULLET = re.compile(r"[•*·▪●►‣◦]\s?(?=\w)|>{1,3} ?(?:reporter: )?(?=\w)|- (?=[^\W_a-z])")
_NUMBERED = re.compile(r"(\d{1,2})([.)]) +(?=[^\W\d_])")
"""`2. Soak the barley`, in a list that has a first or a third item."""
_TOWN = re.compile(r"[^\W\d_a-z][\w-]+(?:[/ ][^\W\d_a-z][\w-]+)?\.")
_BEFORE = re.compile(r"[^\s]+\Z")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GOES_ON = _words(
    """and or but the a an of as that to in is was are were be been by for with on at than like my his her their its our
    your this from not into about over under between who which when where while if because so said says"""
)
"""Words behind which no sentence ends."""
_DATES = _words("since until before after through dated early late mid born died around")
"""Words behind which a date is part of the sentence."""
_NEVER_NAMES = _words(
    """The He She They But It His Her There These Those This When While Although Despite However Meanwhile According
    Since If"""
)
"""They begin a sentence behind a name, too."""
_TIMES = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
    October November December"""
)
_TITLED = _words("called named titled entitled film book song show series album novel movie game magazine")
_LETTERED = _words("serie class group grade type category level section vitamin hepatitis plan team")
"""Words that a letter may follow: `a class A drug`."""
_LONGEST = 600
"""Letters of what stands before a story that are looked at: without end a list of dates would be read to its end from
each of them.
"""
_ASIDE = 200
"""Letters behind a dash within which another one makes it `Ann Poole — surgeon and star — has`."""
_NEEDS_A_PLACE = re.compile(
    r"\bthis (?:[\w-]+ ){0,2}(?:city|town|state|village|county|island|region|province|capital|suburb|port|resort"
    r"|enclave|hamlet|settlement)\b",
    re.IGNORECASE,
)
"""A dateline before it is part of the story: it says which city."""
_BEGUN = re.compile(r"(?<=[\w'’”\")]) (?=([A-Z]\w*)(?:['’][a-z]+)? [a-z\d])")
_ENGLISH = frozenset(OPENERS["en"].split())
_ARTICLES, _FINITE = _words("the a an his her their"), _words("was were had who which that said told")
"""What hardly stands in a headline, and what does not where all its words have capitals."""
_SHORTEST, _SAID_AGAIN, _MOSTLY = 20, 0.3, 0.5
"""Letters of a headline; the share of its words that the sentence behind it says again, and that one does which might
begin with a name.
"""


def front(text: str, start: int, end: int, *, first: bool, whole: int = 0) -> int:
    """Where the story begins in a paragraph `text[start:end]`; `first`: it is one of the first few of the text.

    whole: where the sentence ends that begins it; a dateline within, without which `this city` says nothing, stays.
    """
    bullet = _BULLET.match(text, start, end)
    if bullet and not (text[start] == "-" and " - " in text[start + 1 : whole]):  # who speaks stands behind a dash, too
        start = bullet.end()
    if text[start].isdigit() and (item := _NUMBERED.match(text, start, end)):
        others = [f"{int(item[1]) + step}{item[2]} " for step in (-1, 1)]
        near = text[max(0, start - _FAR) : start + _FAR]
        if text.startswith(others[0]) or any(f"\n{other}" in near for other in others):
            start = item.end()
    start = behind_stamp(text, start, end)
    behind = behind_dateline(text, start, end)
    if (
        behind > start
        and text[start] != "("
        and behind < whole
        and _NEEDS_A_PLACE.search(text, behind, behind + _ASIDE)
    ):
        return start
    if behind == start and first and (match := _PLACES.match(text, start, min(end, start + 60))):
        aside = match.group()[-3:]
        if aside.strip("-–— ") or text.find(aside, match.end(), match.end() + _ASIDE) < 0:
            behind = match.end()
    if behind == start and first:
        return _behind_label(text, start, end)
    return behind_dateline(text, behind, end) if behind > start else behind  # `St. Alder, FL -- (Own News) - The`


def behind_stamp(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind a time, a byline or a promotion."""
    while _MAY_STAND_BEFORE.search(text, start, min(end, start + _HEAD)):
        match = _FRONT.match(text, start, min(end, start + _LONGEST))
        if match is None or match.end() <= start or match.end() >= end or text[match.end()].islower():
            break
        start = match.end()
    return start


def _behind_label(text: str, start: int, end: int) -> int:
    """Where a paragraph begins behind `ALDER: ` or `ANALYSIS: `; who speaks in front of it does so more than once."""
    if again := _PLACE_AGAIN.match(text, start, end):
        return again.end()
    match = _LABELLED.match(text, start, min(end, start + 60))
    if match is None and not text[:start].strip():
        match = _HEADED.match(text, start, min(end, start + 60))
    if match is None or text.count(f"{match[1]}:") + text.count(f"{match[1]} :") > 1:
        return start
    return match.end()


def behind_title(text: str, start: int, end: int) -> int:
    """Where the first sentence of an English text begins behind a headline that was run together with it; or `start`.

    Headlines have no articles, or capitals throughout; what they say is said again.
    """
    for match in _BEGUN.finditer(text, start + _SHORTEST, min(end - _SHORTEST, start + _ASIDE)):
        before, word = text[start : match.start()], match[1]
        *_, last = little = before.lower().split()
        opens = word in _ENGLISH and last not in _LETTERED
        if opens and is_title(before) and _FINITE.isdisjoint(little):
            return match.end()
        begins = opens or f" {word.lower()} " in text
        if word in _TIMES or not (_FINITE | _ARTICLES).isdisjoint(little) or not (begins or before.endswith(last)):
            continue
        own, behind = (
            {root(word) for word in words(part) if word not in stop_words("en")}
            for part in (before, text[match.end() : end])
        )
        said = len(own & behind)
        if said > 1 + (not begins) and said >= (_SAID_AGAIN if begins else _MOSTLY) * len(own):
            return match.end()
    return start


def is_title(text: str) -> bool:
    """Whether an English line is written as titles are: `How to Mend the Wall of a Harbour`."""
    little = stop_words("en")
    found = [word for word in text.split() if word[0].isalpha() and word.lower() not in little]
    return len(found) > 2 and sum([word[0].isupper() for word in found]) >= _CAPITALS * len(found)


def is_town(text: str) -> bool:
    """Whether a sentence is nothing but the town that opens a report: `Bad Alder.`"""
    return len(text) < 40 and _TOWN.fullmatch(text) is not None


@lru_cache(maxsize=20)
def _openers(language: str) -> re.Pattern[str] | None:
    if language not in OPENERS:
        return None
    words = "|".join(OPENERS[language].split())
    return re.compile(rf"(?<=[\w)\]”]) (?=[^\W\d_a-z])(?=((?:{words})) ([^\W\d_]))")


def joins(text: str, language: str | None) -> list[int]:
    """Where in the text a sentence begins though nothing ends the one before: a caption was run together with it."""
    found = [place for match in _DATELINE_INSIDE.finditer(text, 0, 2 * _NEAR) for place in match.span(1)]
    found += [
        match.end()
        for match in _STAMPED.finditer(text, 0, _NEAR)
        if match[1] or _word_before(text, match.start()).lower() not in _GOES_ON | _DATES
    ]
    pattern = _openers(language or "")
    if pattern is not None:
        for match in pattern.finditer(text, 0, _FAR):
            word, following = match.groups()
            if _run_together(_word_before(text, match.start()), word, following, language or ""):
                found.append(match.end())
    return sorted(set(found))


def _run_together(before: str, word: str, following: str, language: str) -> bool:
    """Whether a word with a capital, which only begins sentences, begins one between these two."""
    bare = before.lower().strip("()[]\"'“”‘’")
    if bare in _GOES_ON or bare in _TITLED:
        return False
    if word == "A" and bare in _LETTERED:
        return False
    if following.isupper() and before not in _TIMES:  # `The Times` may stand anywhere
        return language == "en" and word in ("A", "An") and before.islower() and not bare.endswith(("ed", "ing", "te"))
    if before[:1].isupper():  # `Serie A on Saturday`
        return language == "en" and (word in _NEVER_NAMES or (word in ("A", "An") and before in _TIMES))
    return language == "en" or len(bare) > 3


def _word_before(text: str, at: int) -> str:
    match = _BEFORE.search(text, max(0, at - 40), at)
    return match.group() if match else ""
