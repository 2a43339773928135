"""What a summary is put together from: sentences, with quotations that run over several kept whole.

Not here: which of them matter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reader.language.datelines import behind_dateline
from reader.language.sentences import spans

_MOST_SENTENCES = 5
_MOST_CHARACTERS = 700
"""A longer quotation is not kept whole: it would be a summary of its own."""

_ONE_PHRASE = 60
_ENDING = re.compile(r"[.,;:!?)\n]|\Z")
_STRAIGHT = "\"'"

_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‹": "›", "»": "«", "‘": "’"}
_MARK = re.compile(  # one class of characters first: that is what the search for it goes by
    r"[\"“”„«»「」『』‹›\n'‘’](?:(?<=[\"“”„«»「」『』‹›\n])|(?<=['‘])(?<!\w.)(?=\w)|(?<=[.,!?…\w]['’])(?!\w))"
)
"""Single marks are apostrophes more often: they count only before a word, or at the end of one or of a clause."""
_BEFORE_OPENING = frozenset(" \t\n([{—–-/:…‘'")


def split(text: str, language: str | None = "en", subheads: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Start and end of each unit in `text`: a sentence, or the few sentences of one quotation.

    A dateline in front of a sentence is no part of it. `subheads`: start and end of each, in order; what lies in one is
    no unit.
    """
    sentences = [
        (behind_dateline(text, start, end) if start == 0 or text[start - 1] == "\n" else start, end)
        for start, end in _outside(spans(text, language), subheads)
    ]
    starts = [start for start, _ in sentences]
    joined: list[tuple[int, int]] = []
    upto = -1  # index of the last sentence that must stay with the one before
    for opening, closing in quotations(text):
        first = bisect_right(starts, opening) - 1
        last = bisect_right(starts, closing - 1) - 1
        short = sentences[last][1] - sentences[max(first, 0)][0] <= _MOST_CHARACTERS
        if 0 <= first < last < first + _MOST_SENTENCES and short:
            joined.append((first, last))
    found: list[tuple[int, int]] = []
    group = 0
    for i, (start, end) in enumerate(sentences):
        while group < len(joined) and joined[group][0] < i:
            group += 1
        if i <= upto:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        if group < len(joined) and joined[group][0] == i:
            upto = max(upto, joined[group][1])
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


def quotations(text: str) -> list[tuple[int, int]]:
    """Start (at the opening mark) and end (after the closing one) of the outermost quotations, in order.

    A quotation ends with its paragraph at the latest; a mark without a partner is left out.
    """
    found: list[tuple[int, int]] = []
    opened, closers = -1, ""
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            opened = -1
        elif opened >= 0 and mark in closers and not (mark in _STRAIGHT and _opens(text, at, mark)):
            if (
                mark in "'’"
                and text[at - 1].isalnum()
                and at - opened > _ONE_PHRASE
                and not _ENDING.match(text, at + 1)
            ):
                continue  # rather the apostrophe of a plural: the players' union
            found.append((opened, at + 1))
            opened = -1
        elif _opens(text, at, mark) and (opened < 0 or mark == '"'):
            opened, closers = at, _PAIRS.get(mark, mark)
    return found


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens a quotation; one that may close as well has white space or a bracket before, none after."""
    if mark in _STRAIGHT or mark == "»":
        return (at == 0 or text[at - 1] in _BEFORE_OPENING) and not text[at + 1 : at + 2].isspace()
    return mark in _PAIRS
