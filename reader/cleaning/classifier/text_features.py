"""What tells the text of a dump from what else reads like text: comments, teasers, other articles.

Here: the columns that a text has beside those of every line (`features`), for both judgements. Not here: pages with
tags (`page_features`), where the tags say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.cleaning.classifier import line_features, repetition
from reader.cleaning.classifier.counts import LineCounts
from reader.cleaning.classifier.windows import WindowSums
from reader.cleaning.input.text_lines import Line

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

_COMMENT, _WROTE, _AGO, _I = 32, 64, 128, 256
"""The bits of `features`' vocabulary."""
_CLOCK = re.compile(r"[0-9][:.h]\d\d(?!\d)")
_FAR = 60

OWN = ("clock", "relative_length")
CONTEXT = (
    "stamps_before4", "stamps_after4", "stamps_near15", "stamp_before", "stamp_after", "stamp_share", "heads_before",
    "content_at_head", "from_title", "titles_after", "title_near5", "cohesion_near5", "run_cohesion", "run_i",
    "run_number", "run_from_main", "from_colon",
)  # fmt: skip
NAMES = (*line_features.NAMES, *OWN, *repetition.NAMES, *CONTEXT)
"""The columns of the matrix."""
_MINE = len(NAMES) - len(line_features.NAMES)

_WORDS = line_features.OWN.index("words")
_TITLE = line_features.OWN.index("title_share")
_COHESION = line_features.OWN.index("cohesion")
_INSIDE = line_features.NAMES.index("inside_main")
_SINCE_STAMP = NAMES.index("stamp_before")
_ENDING = line_features.OWN.index("ending")
_COLON = 0.4
"""What a colon at its end is worth to a line."""


def matrix(lines: Sequence[Line], counted: LineCounts | None = None) -> Matrix:
    """One row a line, one column a name of `NAMES`; `lines` must not be empty."""
    import numpy as np  # slow to load; nothing before the first cleaning needs it

    counted = counted or line_features.count_lines(lines)
    base, weight = line_features.matrix(lines, counted, room=_MINE)
    marks = _marks(lines, base, counted, np)
    out = base.T[len(line_features.NAMES) :]
    out[0] = marks.clock
    sentences = weight[weight > 0]
    usual = float(np.add.reduce(sentences) / len(sentences)) if len(sentences) else 20.0
    out[1] = np.log1p(counted.word_count / usual)
    repetition.fill(base, counted, out[len(OWN) :], np)
    _context(base, weight, marks, out[_MINE - len(CONTEXT) :], np)
    return base


@dataclass(slots=True)
class _Marks:
    """What betrays comments, for each line."""

    clock: Any
    """A short line with a time of day."""
    stamp: Any
    """Such a line, or `Jane wrote:`, `two hours ago`, `Reply`."""
    head: Any
    """`12 comments`, `Leave a reply`."""
    i_share: Any
    """How many of its words speak of their speaker."""


def _marks(lines: Sequence[Line], base: Matrix, counted: LineCounts, np: Any) -> _Marks:
    there = len(lines)
    words, digits = counted.word_count, counted.kinds["digit"]
    short = words <= 12

    telling = (counted.told & (_COMMENT | _WROTE | _AGO | _I)).nonzero()[0]
    line, kinds = counted.line.take(telling), counted.told.take(telling)

    def told(bit: int) -> Any:
        return np.bincount(line[kinds & bit > 0], minlength=there)

    comment, ago = told(_COMMENT) > 0, told(_AGO) > 0
    clock = short & (digits >= 3)
    clock[clock] = [_CLOCK.search(lines[i].text) is not None for i in clock.nonzero()[0].tolist()]
    last = words.cumsum() - 1
    wrote = short & (words > 1)
    wrote[wrote] = counted.told[last[wrote]] & _WROTE > 0
    stamp = clock | wrote | (short & ago & ((digits > 0) | (words <= 4))) | (comment & (words <= 3))
    head = comment & (words > 1) & (words <= 14) & (base[:, _ENDING] < 1)
    return _Marks(clock, stamp, head, told(_I) / np.maximum(words, 1))


def _since(rows: Sequence[Any], np: Any) -> Any:
    """For each row how many lines ago the last marked one was (as a logarithm, capped); -1 where there was none."""
    marked = np.array(rows)
    index = np.arange(marked.shape[1])
    last = np.maximum.accumulate(np.where(marked, index, -1), axis=1)
    return np.where(last >= 0, np.log1p(np.minimum(index - last, _FAR)), -1.0)


def _context(base: Matrix, weight: Matrix, marks: _Marks, out: Matrix, np: Any) -> None:
    """The numbers of `CONTEXT`, a row a number; `weight`: the words of lines that read like sentences."""
    count = len(base)
    index = np.arange(count)
    stamps, cohesion, title = marks.stamp, base[:, _COHESION], base[:, _TITLE]
    total = float(np.add.reduce(weight)) or 1.0
    running = weight.cumsum() - weight
    head = marks.head & (running > 0.05 * total)
    last_head = np.maximum.accumulate(np.where(head, index, -1))
    titled = (title >= 0.7) & (base[:, _WORDS] > 1)
    # runs of content, at most two other lines between
    content = (weight > 0).nonzero()[0]
    run = np.zeros(count, dtype=np.intp)
    run[content[1:][content[1:] - content[:-1] > 3]] = 1
    run = run.cumsum()
    in_run = np.maximum(np.bincount(run, weights=weight), 1)
    main = base[:, _INSIDE].nonzero()[0]
    colon = np.abs(base[:, _ENDING] - _COLON) < 0.01
    anchor = np.maximum.accumulate(np.where((weight > 0) | colon, index, -1))
    sums = WindowSums([stamps, title, cohesion], np)
    out[0] = sums.near(0, 4, -1)
    out[1] = sums.near(0, -1, 4)
    out[2] = sums.near(0, 15, 15)
    since = _since((stamps, stamps[::-1], titled), np)
    out[3] = since[0]
    out[4] = since[1, ::-1]
    out[5] = np.count_nonzero(stamps) / count
    out[6] = np.log1p(head.cumsum())
    out[7] = np.where(last_head >= 0, running[last_head] / total, -1.0)
    out[8] = since[2]
    out[9] = np.minimum(np.count_nonzero(titled) - titled.cumsum(), 3)
    out[10] = sums.near(1, 5, 5)
    out[11] = sums.near(2, 5, 5)
    for k, values in ((12, cohesion), (13, marks.i_share)):
        out[k] = (np.bincount(run, weights=weight * values) / in_run)[run]
    out[14] = np.minimum(run, 20)
    out[15] = np.minimum(np.maximum(run - (run[main[0]] if len(main) else 0), -10), 10)
    out[16] = np.where((anchor >= 0) & colon[anchor], np.log1p(np.minimum(index - anchor, _FAR)), -1.0)


SECOND = (
    *line_features.SECOND, *OWN, *repetition.NAMES, *CONTEXT, "core_words", "segment_share", "segment_size",
    "segment_chance", "segments_from_main", "lines_from_main", "stamps_from_main",
)  # fmt: skip
"""The columns that the second judgement sees."""

_SURE = 0.7
_BROKEN = 0.3


def second(rows: Matrix, probability: Matrix, counted: LineCounts) -> Matrix:
    """The matrix of `SECOND`, from the first matrix and the first judgement."""
    import numpy as np  # loaded by now

    whole = line_features.second(rows, probability, room=len(SECOND) - len(line_features.SECOND))
    out = whole.T[len(line_features.SECOND) :]
    out[:_MINE] = rows[:, len(line_features.NAMES) :].T
    out[_MINE] = _core_words(probability, counted, np)
    _segments(rows, probability, out[_MINE + 1 :], np)
    return whole


def _core_words(probability: Matrix, counted: LineCounts, np: Any) -> Any:
    """Which share of each line's longer words stands in other lines that are surely text."""
    count = len(probability)
    longer = (counted.length > 4).nonzero()[0]
    line, word = counted.line.take(longer), counted.same.take(longer)
    sure = (probability >= _SURE).take(line).nonzero()[0]
    there, spelled = line.take(sure), word.take(sure)
    first = np.full(len(counted.bits), -1)
    last = first.copy()
    first[spelled[::-1]] = there[::-1]
    last[spelled] = there
    known = (last.take(word) > line) | ((first.take(word) < line) & (first.take(word) >= 0))
    return np.bincount(line, weights=known, minlength=count) / np.maximum(np.bincount(line, minlength=count), 1)


def _segments(rows: Matrix, probability: Matrix, out: Matrix, np: Any) -> None:
    """How each line's stretch of likely lines compares with the page's greatest, a row a number."""
    words = np.minimum(np.expm1(rows[:, _WORDS]), 120) + 1
    likely = (probability >= _BROKEN).nonzero()[0]
    segment = np.zeros(len(probability), dtype=np.intp)
    segment[likely[1:][likely[1:] - likely[:-1] > 3]] = 1
    segment = segment.cumsum()
    mass = np.bincount(segment, weights=words * probability)
    main = int(mass.argmax())
    inside = likely[segment[likely] == main]
    first, last = (int(inside[0]), int(inside[-1])) if len(inside) else (0, len(probability) - 1)
    out[0] = (mass / (float(np.add.reduce(mass)) or 1.0)).take(segment)
    out[1] = np.log1p(np.bincount(segment, weights=probability >= 0.5))[segment]
    out[2] = (mass / np.maximum(np.bincount(segment, weights=words), 1))[segment]
    out[3] = np.minimum(np.maximum(segment - main, -10), 10)
    sums = np.ones((2, len(probability)), dtype=np.float32)
    sums[1] = rows[:, _SINCE_STAMP] == 0
    np.add.accumulate(sums, axis=1, out=sums)
    away = out[4:6]
    away[:, last + 1 :] = sums[:, last + 1 :] - sums[:, last, None]
    away[:, :first] = sums[:, :first] - sums[:, first, None]
    np.copysign(np.log1p(np.abs(away)), away, out=away)
