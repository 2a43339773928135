"""Which lines are the article's text: each line's chance, then again with its neighbours' chances, then what speaks
for itself.

Here: the decision. Not here: the numbers (`features`), the trees (`trees`), headline, dates and names (`head`,
`dating`, `outlets`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.cleaning import features, page_features, trees
from reader.cleaning.head import ends_a_sentence
from reader.cleaning.lines import Line
from reader.cleaning.metadata import Said
from reader.cleaning.page import PageLine

LIMIT = 0.5
"""A line with a greater chance is kept."""

JUDGED = 20_000
"""So many lines are judged; the rest of so long a document goes by a plain rule. No article is as long."""


def decide(lines: Sequence[Line]) -> list[bool]:
    """Whether each line of a text belongs to the body (its subheads with it)."""
    if not lines:
        return []
    kept = [chance > LIMIT for chance in _judged(features.matrix(lines[:JUDGED]))]
    return kept + [_reads_like_text(line.text) for line in lines[JUDGED:]]


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
    return chances + [float(_reads_like_text(line.text)) for line in lines[JUDGED:]]


def _reads_like_text(text: str) -> bool:
    """The plain rule for what lies beyond the lines that are judged."""
    return len(text) >= 60 and ends_a_sentence(text)


def _judged(rows: Any) -> list[float]:
    """How likely each row is a line of the body, from 0 to 1: first by itself, then among its neighbours' chances."""
    by_itself, among_others = trees.load("text")
    first = by_itself.chances(rows)
    second: list[float] = among_others.chances(features.second(rows, first)).tolist()
    return second
