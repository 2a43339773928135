"""What a summary is put together from: sentences of the story, with quotations that run over several kept whole.

Not here: which of them matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.language.quotes.cues import VERBS
from reader.language.sentences import spans
from reader.summarizing.cutting import behind_stamp, behind_title, front, is_town, joins
from reader.summarizing.quotations import quotations, spoken

_MOST_SENTENCES = 5
_FEW_CHARACTERS, _MOST_CHARACTERS = 400, 700
"""A longer quotation is not kept whole: it would be a summary of its own; a short one is, however many it has."""
_OPENING = 4
"""Paragraphs before which a town may stand."""
_HEAD = 600
"""Letters in which a time may stand before a sentence that begins no paragraph."""
_DASHES = re.compile(r"(?:[—–] )?-- |[•▪●►‣◦]\s?(?=\w)")
"""What is left behind `ALDER, May 3 /Own Wire/`; an item that begins no paragraph."""
_LEAD, _BLANKS = 8, 4
"""Units among which the lead is looked for; characters between two that no dateline is as short as."""
_ATTRIBUTION = 160
"""Letters of a sentence that only tells who said something."""
_SAID_SO = re.compile(r" ([a-z]+)(?: [a-z]+ly)?(?:\.| (?:to|into|at|in|on|from|as|when|while|during|after|before)\b)")


class Candidate(NamedTuple):
    """A unit by its place in the text."""

    start: int
    end: int
    cut: bool = False
    """It was run together with the unit behind it, and nothing ends it."""
    begins: bool = True
    """A paragraph begins with it, as every one may where the text has no paragraphs."""


def split(text: str, language: str | None = "en", subheads: Sequence[tuple[int, int]] = ()) -> list[Candidate]:
    """The units of `text` in order: sentences, or the few sentences of one quotation.

    A dateline, a time or a promotion in front of a sentence is no part of it, nor is a caption that was run together
    with it: the latter is a unit of its own. `subheads`: start and end of each, in order; what lies in one is no unit.
    """
    pieces = _cut(text, _outside(spans(text, language), subheads), language)
    sentences = [(piece.start, piece.end) for piece in pieces]
    starts = [start for start, _ in sentences]
    joined: list[tuple[int, int]] = []
    upto = -1  # index of the last sentence that must stay with the one before
    for opening, closing in sorted((*quotations(text), *spoken(text))):
        first = bisect_right(starts, opening) - 1
        last = bisect_right(starts, closing - 1) - 1
        if closing == sentences[last][1] and last + 1 < len(sentences) and _says_it(text, closing, sentences[last + 1]):
            last += 1
        length = sentences[last][1] - sentences[max(first, 0)][0]
        short = length <= _FEW_CHARACTERS or (length <= _MOST_CHARACTERS and last < first + _MOST_SENTENCES)
        if 0 <= first < last and short:
            joined.append((first, last))
    found: list[Candidate] = []
    group = 0
    for i, piece in enumerate(pieces):
        while group < len(joined) and joined[group][0] < i:
            group += 1
        if i <= upto:
            found[-1] = found[-1]._replace(end=piece.end, cut=piece.cut)
        else:
            found.append(piece)
        if group < len(joined) and joined[group][0] == i:
            upto = max(upto, joined[group][1])
    return found


def lead(text: str, places: Sequence[Candidate], subheads: Sequence[tuple[int, int]] = ()) -> int:
    """Which of the first units stands behind a dateline or a time, as the lead does where captions or a standfirst are
    above it; 0 where that is the first one, or none.
    """
    starts = [start for start, _ in subheads]
    for i, (before, place) in enumerate(pairwise(places[:_LEAD]), 1):
        between = text[before.end : place.start]
        if len(between) > _BLANKS and any(map(str.isalnum, between)):
            headed = bisect_left(starts, place.start) > bisect_left(starts, before.end)
            return 0 if headed else i
    return 0


def _says_it(text: str, closing: int, behind: tuple[int, int]) -> bool:
    """Whether what stands behind a quotation that ends in `!”` or `?”` only tells who said it: `Poole shouted to …`."""
    start, end = behind
    if text[closing - 2] not in "!?…" or start != closing + 1 or end - start > _ATTRIBUTION:
        return False
    return any(match[1] in VERBS for match in _SAID_SO.finditer(text, start, end))


def _cut(text: str, sentences: list[tuple[int, int]], language: str | None) -> list[Candidate]:
    """The sentences without what is glued to them."""
    places = joins(text, language)
    whole = "\n" not in text
    begins = True
    found: list[Candidate] = []
    upto = 0
    paragraphs = 0
    for start, end in sentences:
        if end <= upto:
            continue
        start = max(start, upto)
        if start == 0 or text[start - 1] == "\n" or "\n" in text[max(0, start - 3) : start]:
            paragraphs += 1
            begins = True
            start, upto = front(text, start, len(text), first=paragraphs <= _OPENING, whole=end), 0
            if start >= end:
                upto = start
                continue
            if paragraphs <= _OPENING and text[end : end + 1] == " " and is_town(text[start:end]):
                continue
        elif start < _HEAD:
            start = behind_stamp(text, start, end)
        if not text[start].isalnum() and (dashes := _DASHES.match(text, start, end)):
            start = dashes.end()
        if not found and language == "en":
            while (begun := behind_title(text, start, end)) > start:
                found.append(Candidate(start, begun - 1, cut=True))
                start, begins = begun, whole
        for place in places[bisect_left(places, start + 1) : bisect_left(places, end)]:
            if place <= start:
                continue
            piece = text[start:place].rstrip()
            found.append(Candidate(start, start + len(piece), True, begins))
            begins = whole
            start = behind_stamp(text, place, end)
        run_on = text[end - 1].isalnum() and text[end : end + 1] == " " and text[end : end + 2].strip() != ""
        found.append(Candidate(start, end, run_on, begins))
        begins = whole
    return found


def _outside(sentences: list[tuple[int, int]], subheads: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences that do not lie in a subhead."""
    starts = [start for start, _ in subheads]
    found = []
    for start, end in sentences:
        k = bisect_right(starts, start) - 1
        if k < 0 or end > subheads[k][1]:
            found.append((start, end))
    return found
