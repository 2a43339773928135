"""Lines of one make: numbered points, lines that begin with the same words, lines as long as their neighbours.

Here: the columns that tell the lists inside an article from those around it, and `See also: ...` between paragraphs.
Not here: the other columns of a text (`text_features`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.cleaning.classifier import line_features
from reader.cleaning.classifier.counts import LineCounts
from reader.cleaning.classifier.windows import WindowSums

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

NAMES = ("beginning", "beginnings_near6", "echo", "numbered", "length_step")
"""The columns."""

_FEWEST = 4
"""A line of fewer words begins like others by probability."""
_ECHO = 4
"""So many words at their beginnings two neighbours share that are one link, written twice."""
_NEAR = 4
"""So many lines farther down the next number has to come."""
_FARTHEST = 9
"""The step of a line that stands alone on its page."""

_CHARACTERS = line_features.OWN.index("characters")
_REPEATS = line_features.OWN.index("repeats")
_DIGIT_START = line_features.OWN.index("digit_start")


def fill(base: Matrix, counted: LineCounts, out: Matrix, np: Any) -> None:
    """The numbers of `NAMES`, a row a number; `base`: the columns of `features`."""
    first = counted.word_count.cumsum() - counted.word_count
    out[0] = _beginning(base, counted, first, np)
    out[1] = WindowSums([out[0]], np).near(0, 6, 6)
    out[2] = _echo(counted, first, np)
    out[3] = np.log1p(_numbered(base, counted, first, np))
    characters = base[:, _CHARACTERS]
    step = np.abs(characters[1:] - characters[:-1])
    out[4] = _FARTHEST
    out[4, 1:] = step
    np.minimum(out[4, :-1], step, out=out[4, :-1])


def _beginning(base: Matrix, counted: LineCounts, first: Any, np: Any) -> Any:
    """How many lines begin with the same two words, as a logarithm; a line that stands there twice counts once."""
    found = np.zeros(len(base))
    several = counted.word_count >= _FEWEST
    first = first[several]
    if len(first):
        pairs = (counted.same[first] << 32) | counted.same[first + 1]
        order = pairs.argsort()
        pairs = pairs[order]
        pair = np.zeros(len(pairs), dtype=np.intp)
        np.add.accumulate(pairs[1:] != pairs[:-1], out=pair[1:])
        once = np.exp(-base[several, _REPEATS])[order]
        beginnings = np.zeros(len(pairs))
        beginnings[order] = np.log(np.maximum(np.bincount(pair, weights=once), 1))[pair]
        found[several] = beginnings
    return found


def _echo(counted: LineCounts, first: Any, np: Any) -> Any:
    """Whether each line begins as the one before or after it does: a picture's link over the same link as words."""
    found = np.zeros(len(first), dtype=bool)
    several = (counted.word_count >= _ECHO).nonzero()[0]
    beginnings = counted.same[first[several] + np.arange(_ECHO)[:, None]]
    same = (beginnings[:, 1:] == beginnings[:, :-1]).all(axis=0) & (several[1:] - several[:-1] == 1)
    found[several[1:][same]] = True
    found[several[:-1][same]] = True
    return found


def _numbered(base: Matrix, counted: LineCounts, first: Any, np: Any) -> Any:
    """How many other lines the row of counted points has that a line belongs to: `1.`, `2.`, `3.`, close together."""
    found = np.zeros(len(base))
    rows: list[list[int]] = []
    row_of: dict[int, list[int]] = {}
    beginning = ((base[:, _DIGIT_START] > 0) & (counted.word_count > 0)).nonzero()[0]
    for i, k in zip(beginning.tolist(), first[beginning].tolist(), strict=True):
        at = int(counted.offset[k])
        number = _number(counted.texts[i][at : at + int(counted.length[k])])
        if number is None:
            continue
        row = row_of.get(number - 1)
        if row is None or i - row[-1] > _NEAR:
            row = []
            rows.append(row)
        row.append(i)
        row_of[number] = row
    for row in rows:
        if len(row) > 1:
            found[row] = len(row) - 1
    return found


def _number(word: str) -> int | None:
    """The number of a point: `12`, and `12a` as Portuguese writes it."""
    digits = word if word.isdecimal() else word[:-1]
    return int(digits) if len(digits) <= 3 and digits.isdecimal() else None
