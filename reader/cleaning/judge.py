"""Which lines are the article's text: each line's chance, then again with its neighbours' chances, then what speaks for itself.

Here: the decision. Not here: the numbers (`features`), the trees (`trees`), headline, dates and names (`head`, `dating`, `outlets`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.cleaning import features, page_features, trees
from reader.cleaning.lines import Line
from reader.cleaning.page import PageLine

LIMIT = 0.45
"""A line of a text with a greater chance is kept."""

PAGE_LIMIT = 0.5
"""The same for pages, where the tags make the chances surer."""


def decide(lines: Sequence[Line]) -> list[bool]:
    """Whether each line of a text belongs to the body (its subheads with it)."""
    if not lines:
        return []
    return [chance > LIMIT for chance in _judged("text", features.matrix(lines))]


def decide_page(lines: Sequence[Line], written: Sequence[PageLine], other: Sequence[str]) -> list[bool]:
    """The same for a page: `lines` made of `written`, `other` what another extractor would keep."""
    if not lines:
        return []
    return [chance > PAGE_LIMIT for chance in _judged("page", page_features.matrix(lines, written, other))]


def _judged(kind: str, rows: Any) -> list[float]:
    """How likely each row is a line of the body, from 0 to 1: first by itself, then among its neighbours' chances."""
    learned = trees.load()
    first = learned[f"{kind}-first"].chances(rows)
    second: list[float] = learned[f"{kind}-second"].chances(features.second(rows, first)).tolist()
    return second
