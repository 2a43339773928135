"""Where sentences begin and end, in any language.

A text is cut into blocks (paragraphs, list items, lines that are not wrapped), a block into sentences at its
terminators, by what stands before and after each. Every sentence is a verbatim piece of the text. The sentences of a
quotation are sentences of their own; whoever wants the whole quotation joins them (see `summarizing`). Not here: words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from reader.language.datelines import LONGEST_DATELINE, WHOLE_DATELINE
from reader.language.punctuation import CLOSING_QUOTES, OPENING_QUOTES
from reader.language.sentences.abbreviations import ALSO_WORDS, AND_SO_ON, NUMBERED
from reader.language.sentences.language_rules import Rules, rules_of
from reader.language.sentences.unmarked_boundaries import (
    LOOK,
    belongs_around,
    brackets,
    joined,
    list_items,
    thai_blanks,
)
from reader.scripts import INDIC, MARKS

_CLOSERS = CLOSING_QUOTES + "“›‘)\\]}」』】〉》）］*"
_OPENERS = OPENING_QUOTES + CLOSING_QUOTES + "‚‹›(\\[{「『【〈《（［¿¡*_"
_WIDE = "。！？｡．।॥۔።፧፨။\u17d4\u17d5\u17da᙮"
"""Terminators that need no blank after them."""
_NARROW = ".!?…‼⁇⁈⁉؟։܀᠃٠"
"""Those that do. The last is a zero, which keyboards for Pashto offer where the full stop is expected."""
_TERMINATOR = (
    re.compile(  # one class of characters first: that is what the search for it goes by, several times as fast
        rf"[{_NARROW}{_WIDE}:;](?:(?<=\.)(?:[ \u00a0]\.){{2,}}|(?<=…)(?:\s?…)+"  # `. . . .` is one
        rf"|(?<=[{_NARROW}])[{_NARROW}]*[.!?…]*|(?<=[{_WIDE}])[{_WIDE}]*[.!?…{_WIDE}]*|)"
    )
)
_AFTER = re.compile(rf"[{_CLOSERS}]*(?:\s[\"“”»’]+(?=\s))?(?:\s?\[\d{{1,3}}\])*")
_AFTER_WIDE = re.compile(r"\s?[”’»」』】〉》）］)]+|\"+(?=\s)")
_FOOTNOTE = re.compile(r"\d{1,3}(?:[ ,]\d{1,3})*(?=\s+([^\W\d_]))")
_NEXT = re.compile(rf"[\s{_OPENERS}–—―‒⁃•·−-]*([^\W_]+(?:[.'’-][^\W_]+)*)?(\S)?")
_BEFORE = re.compile(r"[^\s([{\"“„«‘¿¡/…]*\Z")
_ENUMERATOR = re.compile(r"[\s•▪●⁃·*–—(\[-]*(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]|[ivxIVX]{1,5})[.)\]]*\Z")
_PAIRS = re.compile(rf"(?:(?:[^\W\d_][{MARKS}]*){{1,4}}\.)+(?:[^\W\d_][{MARKS}]*){{1,4}}")
_NUMBER_BEFORE = re.compile(r"\d[\d.,]*\s+(?:[^\W\d_]{2,5}\.\s+)?\Z")
"""Also with a short word between: `70 mln. eur.`"""
_CURRENCIES = frozenset(["eur", "usd", "gbp", "chf", "kč", "euro", "eura", "eurų", "dolerių"])
_PEOPLE = frozenset(["mr", "mrs", "ms", "dr", "prof"])
"""They begin a sentence after an abbreviation; `Sen.` rather goes on: a U.S. Sen. Poole."""
_FIRMS = frozenset(["inc", "corp", "ltd", "co", "llc", "plc"])
_INDIC = re.compile(f"[{INDIC}]")
_ROMAN_NUMERAL = re.compile("[IVXLC]+")
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_ZONES = "local eastern central mountain pacific greenwich est edt cst cdt mst mdt pst pdt et ct pt gmt utc bst cet"
_TIME = frozenset(["on", *_WEEKDAYS.split(), *_ZONES.split()])
"""What follows `p.m.` within a sentence, though capitalised."""
_SAID = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*\s){1,4}(?:said|says|asked|asks|wrote|added|told|replied|shouted|wondered|tweeted)\b"
)

FAR = 4_000_000
"""So many characters of a text are split with care: four times the longest novel."""
_FAR_SHORTEST = 40
"""Of so many characters at least, so that a million marks make no million sentences."""
_FAR_END = re.compile(rf"[{_NARROW}{_WIDE}][{_CLOSERS}]*(?=\s)|[{_WIDE}]")


def sentences(text: str, language: str | None = "en") -> list[str]:
    """The sentences of `text`, verbatim, in order."""
    return [text[start:end] for start, end in spans(text, language)]


def spans(text: str, language: str | None = "en") -> list[tuple[int, int]]:
    """Start and end of each sentence, in characters of `text`; no sentence begins or ends with white space.

    `language` is an ISO 639-1 code (None or an unknown one: the rules that all share). A blank line always ends a
    sentence. Any text is fine; the time is linear in its length. Beyond `FAR` characters, where nobody reads on, every
    terminator before a blank ends a sentence that is long enough.
    """
    rules = rules_of((language or "").lower()[:2])
    found = []
    for start, end in _blocks(text):
        near = end if end <= FAR else max(start, FAR)
        for a, b in chain(_split(text, start, near, rules) if start < near else (), _far(text, near, end)):
            piece = text[a:b]
            a += len(piece) - len(piece.lstrip())
            b -= len(piece) - len(piece.rstrip())
            if a < b:
                found.append((a, b))
    return found


def _far(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block, or of its end, by the plain rule."""
    for match in _FAR_END.finditer(text, start, end):
        if match.end() - start >= _FAR_SHORTEST:
            yield start, match.end()
            start = match.end()
    yield start, end


# ---------------------------------------------------------------- blocks

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together: one line each, or the lines of a wrapped paragraph."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _continues(text, lines[end - 1], lines[end]):
            end += 1
        yield lines[start][0], lines[end - 1][1]
        start = end


def _continues(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a line goes on in the next: no blank line between, not ended, and the next begins in mid-sentence."""
    if text.count("\n", line[1], following[0]) > 1:
        return False
    before = text[line[0] : line[1]].rstrip()
    first = text[following[0] : following[1]].lstrip()[:1]
    if (first in ".,;!?)" and len(before) > 1) or before[-1] in _PARTICLES:
        return True
    if len(before) <= 2 and before.isupper():  # a word that runs down the page, letter by letter
        after = text[following[0] : following[1]].strip()
        return len(after) <= 2 and after.isupper()
    if before[-1] in ".!?:;。！？" or not (first.islower() or (first == "(" and before[-1] not in '"”')):
        return False
    if first == "(":
        return before[-1].islower() and len(before) >= _WRAPPED
    return len(before.split(None, 4)) >= _WRAPPED_WORDS


_PARTICLES = tuple("のはがをにへとで、，")
"""A Japanese line that ends with one of these goes on."""
_WRAPPED = 60
"""A line shorter than this was hardly broken for want of room."""
_WRAPPED_WORDS = 4
"""So was a line of fewer words; lists of short items in small letters are common."""


# ---------------------------------------------------------------- sentences of a block


def _split(text: str, start: int, end: int, rules: Rules) -> Iterator[tuple[int, int]]:
    """The sentences of one block, with white space around them."""
    dateline = WHOLE_DATELINE.match(text, start, min(end, start + LONGEST_DATELINE))
    finders = (list_items, joined) if text.isascii() else (list_items, joined, thai_blanks)
    forced = sorted({cut for find in finders for cut in find(text, start, end, rules)})
    pairs = brackets(text, start, end)
    opened = [a for a, _ in pairs]
    begin = position = start
    word = -1  # where the first word at or after `begin` begins
    if dateline:
        position = dateline.end()
        if text[position - 1] in "/." and position < end:
            yield begin, position
            begin = position
    for match in _TERMINATOR.finditer(text, position, end):
        while forced and forced[0] <= match.start():
            if forced[0] > begin:
                yield begin, forced[0]
                begin = forced[0]
            forced.pop(0)
        if word < begin:
            first = _WORD.search(text, begin, end)
            word = first.start() if first else end
        if word > match.start() and match.group()[0] not in _WIDE:
            continue  # nothing before it: an ellipsis or stray marks that open a sentence
        cut = _boundary(text, begin, match, end, rules)
        if cut is None or (cut >= end and not forced):
            continue
        k = bisect_right(opened, match.start()) - 1
        if k >= 0 and match.start() < pairs[k][1] and belongs_around(text, begin, pairs[k], cut):
            continue
        yield begin, cut
        begin = cut
    for cut in forced:
        if cut > begin:
            yield begin, cut
            begin = cut
    yield begin, end


# ---------------------------------------------------------------- one terminator


def _boundary(text: str, begin: int, match: re.Match[str], end: int, rules: Rules) -> int | None:
    """Where the sentence ends if it ends at this terminator, else None."""
    mark = match.group()
    if mark in ":;" and not _ends_here(mark, rules):
        return None
    wide = mark[0] in _WIDE
    if mark[0] == "٠" and not text[match.start() - 1].isalpha():
        return None  # a zero
    tail = (_AFTER_WIDE if wide else _AFTER).match(text, match.end(), end)
    after = tail.end() if tail else match.end()
    if wide and after == match.end() and _closes(text, after):
        after += 1
    if not wide:
        footnote = _FOOTNOTE.match(text, after, min(end, after + 20))
        if footnote and after == match.end() and text[match.start() - 1 : match.start()].isdigit():
            footnote = None  # a decimal
        if footnote and footnote.group(1).isupper():
            after = footnote.end()
        if after < end and not text[after].isspace():
            return after if mark in ".!?" and after == match.end() and _glued(text, match.start(), end) else None
    following = _NEXT.match(text, after, min(end, after + LOOK))
    word, sign = following.groups("") if following else ("", "")
    if len(word) == 1 and sign == ".":
        word += sign  # an initial
    if wide:
        return None if _wide_goes_on(text, match, after, word) else after
    if not word:
        return after if after > match.end() or sign not in _CONTINUING else None
    return after if _is_end(text, begin, match, after, word, rules) else None


_WORD = re.compile(r"\w")
_PARAGRAPH = 1000
"""Characters before a quotation mark in which the one that opened it is looked for."""
_DASHES = ("- ", "– ", "— ")
_CONTINUING = tuple("№#,;:")


def _closes(text: str, at: int) -> bool:
    """Whether a straight quotation mark right behind `。` closes a quotation that was opened before it on its line, by
    another one or by a curly one.
    """
    if not text.startswith('"', at):
        return False
    nearby = max(0, at - _PARAGRAPH)
    line = text[max(nearby, text.rfind("\n", nearby, at) + 1) : at]
    return line.count('"') % 2 == 1 or line.rfind("“") > max(line.rfind("”"), line.rfind('"'))


def _ends_here(mark: str, rules: Rules) -> bool:
    """Armenian ends sentences with a colon (for `։`), Greek questions end with a semicolon."""
    return (mark, rules.code) in ((":", "hy"), (";", "el"))


def _wide_goes_on(text: str, match: re.Match[str], after: int, word: str) -> bool:
    """A decimal point among wide digits, or a Japanese quotation that is part of a sentence: 「行く。」と言った。"""
    if match.group() == "．" and word[:1].isdigit():
        return True
    return after > match.end() and text[after : after + 1] in tuple("とっはがのもをにでや、，")


_GLUED = re.compile(r"([^\W\d_]+)(?![\w@/])(?![.:-]\S)")
_DOMAINS = frozenset(["com", "org", "net", "info", "de", "ru", "uk", "fr", "it", "es", "pl", "eu", "io", "tv", "me"])


def _glued(text: str, dot: int, end: int) -> bool:
    """`talks.The next`: a sentence end from which a crawl took the blank."""
    before = _BEFORE.search(text[max(0, dot - LOOK) : dot])
    word = before.group() if before else ""
    nxt = _GLUED.match(text, dot + 1, min(end, dot + LOOK))
    if not nxt or not (nxt.group().istitle() or nxt.group() in ("I", "A")) or nxt.group().lower() in _DOMAINS:
        return False
    if word.replace(",", "").isdigit():
        return len(word) > 2 and len(nxt.group()) > 1
    return len(word) >= 3 and word.isalpha() and not word.isupper()


def _is_end(text: str, begin: int, match: re.Match[str], after: int, word: str, rules: Rules) -> bool:
    """Whether a terminator followed by white space ends the sentence; `word` is the next one."""
    mark = match.group()
    if word[0].islower():
        return mark == "." and after == match.end() and _plain_end(text, match.start())
    if mark[0] in "?!" and after > match.end() and _SAID.match(text, after + 1, after + 1 + LOOK):
        return False  # “Really?” Mr Smith asked
    if mark[0] in "?!" and _inside_title(text, begin, match, word):
        return False
    if (
        mark == "!"
        and _CALLED.search(text, max(begin, match.start() - LOOK), match.start())
        and not _begins(word, rules)
    ):
        return False
    if mark != ".":
        return mark[0] not in ".…" or word != "I"  # which does not show a beginning
    if match.start() - begin < 12 and _ENUMERATOR.match(text[begin : match.start() + 1].strip()):
        return False  # `1. The first item`
    window = text[max(begin, match.start() - LOOK) : match.start()]
    before = _BEFORE.search(window)
    if not before or not before.group():
        return True
    if text[after + 1 : after + 3] in _DASHES and before.group().strip("-").lower() in rules.either:
        return False  # ALDER, S.C. - The harbour
    numbered = bool(_NUMBER_BEFORE.search(window[: before.start()]))
    return _dot_ends(before.group(), word, after > match.end(), numbered, rules)


_TITLE_BEGUN = re.compile(r"[^\W\d] [\"“„«](\w+)(?:[?!] \1)*\Z")
_WORK_BEGUN = re.compile(r"[^\W\d_] [\"“„«]([^\"“”„«»\n]+)\Z")
_WORK_ENDS = re.compile(r"([^\"“”„«»\n]{1,60})[\"”“»](?=\s[^\W\d_A-Z]|[,;.](?:\s|$))")
_CALLED = re.compile(r"(?<![^\W_])(?:Yahoo|Yum|Joomla|Jeopardy|Wham|Ahoy|Panic)\Z")
"""Names that end in an exclamation mark: `Yahoo! Japan`."""
_TITLE_ENDS = re.compile(r"\s\([^()\n]{1,60}\)[\"”“»]")


def _inside_title(text: str, begin: int, match: re.Match[str], word: str) -> bool:
    """Whether the title of a work goes on: `the single “Gone! Gone! (A Song)”`."""
    if _TITLE_ENDS.match(text, match.end()):
        return True
    start = max(begin, match.start() - LOOK)
    begun = _TITLE_BEGUN.search(text, start, match.start())
    if begun is not None and begun.group(1) == word:
        return True
    begun, ends = _WORK_BEGUN.search(text, start, match.start()), _WORK_ENDS.match(text, match.end())
    words = f"{begun.group(1)} {ends.group(1)}".split() if begun and ends else []
    return len(words) > 2 and all(word[0].isupper() for word in words if len(word) > 3)


def _plain_end(text: str, dot: int) -> bool:
    """Before a small letter only a long plain word ends a sentence: the next one was begun carelessly."""
    before = _BEFORE.search(text[max(0, dot - LOOK) : dot])
    word = before.group() if before else ""
    return len(word) >= 7 and word.isalpha() and word.islower()


def _dot_ends(before: str, word: str, closed: bool, numbered: bool, rules: Rules) -> bool:
    """Whether `before.` ends a sentence when `word`, which is no small letter, comes next.

    `closed`: a closing mark stands after the full stop; `numbered`: a number stands before `before`.
    """
    before = re.split("['’]", before.rstrip("'’"))[-1]  # l'avv.
    bare = before.strip("-–—,;").lower()
    starter = _begins(word, rules)
    if bare.isdigit():
        return not rules.ordinals or len(bare) > 2 or int(bare) > 31 or (starter and not closed)
    if bare in rules.inside or bare in rules.either:
        return _abbreviation_ends(before, bare, word, closed or starter, numbered, rules) or (closed and len(bare) > 2)
    if len(bare) == 1 and (bare.upper() != bare.lower() or _INDIC.match(bare)):
        if before.isupper() and word.lower() in _FIRMS:
            return False
        return starter and len(word) > 1 and not numbered if before.isupper() else starter
    if len(before) == 2 and before[0].isdigit():
        return not rules.ordinals or starter
    if _PAIRS.fullmatch(before):
        return starter or closed or word.lower() in _PEOPLE
    return not ("-" in bare and len(bare) <= 6 and bare.rsplit("-", 1)[1] in rules.inside)


def _abbreviation_ends(before: str, bare: str, word: str, likely: bool, numbered: bool, rules: Rules) -> bool:
    """As `_dot_ends`, for a known abbreviation; `likely`: what follows looks like a beginning."""
    nouns_have_capitals = rules.code == "de"
    if before.islower() and bare in ALSO_WORDS and rules.code == "en":
        return True
    if bare in ("a.m", "p.m"):
        return not word[0].isdigit() and word.lower() not in _TIME
    if bare in NUMBERED and rules.code == "en":
        return not (word[0].isdigit() or len(word) == 1 or _ROMAN_NUMERAL.fullmatch(word))
    if bare in rules.either:
        if bare in AND_SO_ON or numbered:
            capital = word[0].isupper() and word[-1] != "." and word.lower() not in _CURRENCIES
            return likely if nouns_have_capitals else capital
        return bare not in rules.inside and (likely or word.lower() in _PEOPLE)
    return False


def _begins(word: str, rules: Rules) -> bool:
    """Whether a word is so common that its capital means the beginning of a sentence."""
    if not word[0].isupper() or (len(word) > 1 and word.isupper()):
        return False
    return re.split("['’]", word)[0].lower() in rules.starters
