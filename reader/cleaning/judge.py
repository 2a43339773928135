"""Which lines are the article's text: each line's chance, then again with its neighbours' chances, then what speaks
for itself.

Here: the decision. Not here: the numbers (`features`), the trees (`trees`), headline, dates and names (`head`,
`dating`, `outlets`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning import features, page_features, text_features, trees
from reader.cleaning.lines import Line, ends_a_sentence, reads_like_text
from reader.cleaning.metadata import Said
from reader.cleaning.page import PageLine
from reader.cleaning.phrases import NAMELESS, is_furniture, rule_for

LIMIT = 0.5
"""A line with a greater chance is kept."""

_BETWEEN = 0.35
"""So likely a line between two that are kept has to be."""

_AT_THE_END = 0.12
"""So likely a sentence right after them has to be."""

_HOPELESS = 0.01
"""A line with a smaller chance by itself is not judged again: of 80,000 such, none came to more than one in four."""

_PASSED_OVER = 3
_GOES_ON = re.compile(r"(?:article|story) continues\b", re.IGNORECASE)

JUDGED = 20_000
"""So many lines are judged; the rest of so long a document goes by a plain rule. No article is as long."""


def decide(lines: Sequence[Line]) -> list[bool]:
    """Whether each line of a text belongs to the body (its subheads with it)."""
    if not lines:
        return []
    counted = features.count_of(lines[:JUDGED])
    if not len(counted.line):  # signs alone, no word
        return [False] * len(lines)
    rows = text_features.matrix(lines[:JUDGED], counted)
    by_itself, among_others = trees.load("text")
    chances = by_itself.chances(rows)
    again = text_features.second(rows, chances, counted)
    hopeful = chances >= _HOPELESS
    if hopeful.any():
        chances[hopeful] = among_others.chances(again[hopeful])
    return rounded_off(lines, chances.tolist()) + [reads_like_text(line.text) for line in lines[JUDGED:]]


def rounded_off(lines: Sequence[Line], chances: Sequence[float]) -> list[bool]:
    """The lines likely enough by themselves, those between two of them, and the sentence right after the last: an
    article may end on a short one. `Article continues below` and an advertisement may stand between.
    """
    kept = [chance > LIMIT for chance in chances]
    for i in [i for i, chance in enumerate(chances) if _BETWEEN < chance <= LIMIT]:
        kept[i] = 0 < i < len(kept) - 1 and kept[i - 1] and kept[i + 1]
    end = len(kept) - kept[::-1].index(True) if True in kept else len(kept) + 1
    following = [line.text for line in lines[end : end + _PASSED_OVER]]
    end += 1 + max((k for k, text in enumerate(following) if _GOES_ON.match(text)), default=-1)
    if end < len(kept) and chances[end] > _AT_THE_END and _a_sentence(lines[end].text):
        kept[end] = True
    return kept


def _a_sentence(text: str) -> bool:
    """Whether a line is a sentence that says nothing of the page."""
    return (
        ends_a_sentence(text)
        and text[0].isupper()
        and text.count(" ") >= 3
        and is_furniture(text) is None
        and rule_for(text) in NAMELESS
    )


def chances_on_page(
    lines: Sequence[Line], written: Sequence[PageLine], other: Sequence[str], said: Said
) -> list[float]:
    """How likely each line of a page belongs to the body: `lines` made of `written`, `other` what another extractor
    would keep, `said` what the tags say.
    """
    if not lines:
        return []
    by_itself, among_others = trees.load("page")
    rows, groups = page_features.matrix(lines[:JUDGED], written, other, said)
    chances: list[float] = among_others.chances(page_features.second(rows, by_itself.chances(rows), groups)).tolist()
    return chances + [float(reads_like_text(line.text)) for line in lines[JUDGED:]]
