"""Features of lines of one make: numbered points, lines that begin with the same words, lines of one length.

They tell the lists inside an article from those around it, and `See also: ...` between paragraphs. Not here: the other
features of a plain text (`text_features`).
"""

from __future__ import annotations

import numpy as np

from reader.cleaning.classifier.arrays import Booleans, FeatureRows, Floats, Integers
from reader.cleaning.classifier.counts import LineCounts
from reader.cleaning.classifier.windows import WindowSums

NAMES = ("beginning", "beginnings_near6", "echo", "numbered", "length_step")
"""The features, in the order of the columns that the models were trained on."""

_FEWEST = 4
"""Lines of fewer words begin alike by chance."""
_ECHO = 4
"""Neighbours that share so many words at their beginnings are one link, written twice."""
_NEAR = 4
"""The next number has to come within so many lines."""
_FARTHEST = 9
"""The step of a line that stands alone on its page."""


def fill(counts: LineCounts, rows: FeatureRows) -> None:
    """Fill the rows of `NAMES`; those of `line_features` are filled already."""
    first = counts.word_count.cumsum() - counts.word_count
    beginning = _beginning(counts, first, rows)
    rows["beginning"] = beginning
    rows["beginnings_near6"] = WindowSums([rows["beginning"]]).near(0, 6, 6)
    rows["echo"] = _echo(counts, first)
    rows["numbered"] = np.log1p(_numbered(counts, first, rows))
    characters, steps = rows["characters"], rows["length_step"]
    step = np.abs(characters[1:] - characters[:-1])
    steps[:] = _FARTHEST
    steps[1:] = step
    np.minimum(steps[:-1], step, out=steps[:-1])


def _beginning(counts: LineCounts, first: Integers, rows: FeatureRows) -> Floats:
    """How many lines begin with the same two words, as a logarithm; repeated lines count once. `first`: the index of
    each line's first word.
    """
    found = np.zeros(len(first))
    several = counts.word_count >= _FEWEST
    first = first[several]
    if len(first):
        pairs = (counts.word_id[first] << 32) | counts.word_id[first + 1]
        order = pairs.argsort()
        pairs = pairs[order]
        pair = np.zeros(len(pairs), dtype=np.intp)
        np.add.accumulate(pairs[1:] != pairs[:-1], out=pair[1:])
        once = np.exp(-rows["repeats"][several])[order]
        beginnings = np.zeros(len(pairs))
        beginnings[order] = np.log(np.maximum(np.bincount(pair, weights=once), 1))[pair]
        found[several] = beginnings
    return found


def _echo(counts: LineCounts, first: Integers) -> Booleans:
    """Whether each line begins as the one before or after it does: a picture's link over the same link as words."""
    found = np.zeros(len(first), dtype=bool)
    several = (counts.word_count >= _ECHO).nonzero()[0]
    beginnings = counts.word_id[first[several] + np.arange(_ECHO)[:, None]]
    same = (beginnings[:, 1:] == beginnings[:, :-1]).all(axis=0) & (several[1:] - several[:-1] == 1)
    found[several[1:][same]] = True
    found[several[:-1][same]] = True
    return found


def _numbered(counts: LineCounts, first: Integers, rows: FeatureRows) -> Floats:
    """How many other lines the numbered list of each line has: `1.`, `2.`, `3.`, close together."""
    found = np.zeros(len(first))
    lists: list[list[int]] = []
    by_number: dict[int, list[int]] = {}
    beginning = ((rows["digit_start"] > 0) & (counts.word_count > 0)).nonzero()[0]
    for i, k in zip(beginning.tolist(), first[beginning].tolist(), strict=True):
        at = int(counts.offset[k])
        number = _number(counts.texts[i][at : at + int(counts.length[k])])
        if number is None:
            continue
        points = by_number.get(number - 1)
        if points is None or i - points[-1] > _NEAR:
            points = []
            lists.append(points)
        points.append(i)
        by_number[number] = points
    for points in lists:
        if len(points) > 1:
            found[points] = len(points) - 1
    return found


def _number(word: str) -> int | None:
    """The number of a point: `12`, and `12a` as Portuguese writes it."""
    digits = word if word.isdecimal() else word[:-1]
    return int(digits) if len(digits) <= 3 and digits.isdecimal() else None
