"""What tells the text of a dump from what else reads like text: comments, teasers, other articles.

Here: the columns that a text has beside those of every line (`features`), for both judgements. Not here: pages with
tags (`page_features`), where the tags say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.cleaning import features
from reader.cleaning.characters import Counted
from reader.cleaning.lines import Line

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

_COMMENT, _WROTE, _AGO, _I = 32, 64, 128, 256
"""The bits of `features`' vocabulary."""
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?!\d)")
_FAR = 60

OWN = ("clock", "relative_length")
CONTEXT = (
    "stamps_before4", "stamps_after4", "stamps_near15", "stamp_before", "stamp_after", "stamp_share", "heads_before",
    "from_head", "content_at_head", "from_title", "titles_after", "title_near5", "cohesion_near5", "run_cohesion",
    "run_i", "run_number", "run_from_main", "from_colon", "stamp", "head",
)  # fmt: skip
NAMES = (*features.NAMES, *OWN, *CONTEXT)
"""The columns of the matrix."""

_WORDS = features.OWN.index("words")
_TITLE = features.OWN.index("title_share")
_COHESION = features.OWN.index("cohesion")
_ENDING = features.OWN.index("ending")
_COLON = 0.4
"""What a colon at its end is worth to a line."""


def matrix(lines: Sequence[Line], counted: Counted | None = None) -> Matrix:
    """One row a line, one column a name of `NAMES`; `lines` must not be empty."""
    import numpy as np  # slow to load; nothing before the first cleaning needs it

    counted = counted or features.count_of(lines)
    base = features.matrix(lines, counted)
    weight = features.content_weight(base, np)
    marks = _marks(lines, base, counted, np)
    whole: Matrix = np.empty((len(NAMES), len(lines)), dtype=np.float32)
    at = len(features.NAMES)
    whole[:at] = base.T
    whole[at] = marks.clock
    whole[at + 1] = np.log1p(counted.word_count / (float(weight[weight > 0].mean()) if weight.any() else 20.0))
    for k, row in enumerate(_context(base, weight, marks, np), at + len(OWN)):
        whole[k] = row
    return whole.T


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


def _marks(lines: Sequence[Line], base: Matrix, counted: Counted, np: Any) -> _Marks:
    there = len(lines)
    words, digits = counted.word_count, counted.kinds["digit"]
    short = words <= 12

    def told(bit: int) -> Any:
        return np.bincount(counted.line[counted.told & bit > 0], minlength=there)

    comment, ago = told(_COMMENT) > 0, told(_AGO) > 0
    clock = short & (digits >= 3)
    clock[clock] = [_CLOCK.search(lines[i].text) is not None for i in np.flatnonzero(clock).tolist()]
    last = np.cumsum(words) - 1
    wrote = short & (words > 1)
    wrote[wrote] = counted.told[last[wrote]] & _WROTE > 0
    stamp = clock | wrote | (short & ago & ((digits > 0) | (words <= 4))) | (comment & (words <= 3))
    head = comment & (words > 1) & (words <= 14) & (base[:, _ENDING] < 1)
    return _Marks(clock, stamp, head, told(_I) / np.maximum(words, 1))


def _near(values: Any, before: int, after: int, np: Any) -> Any:
    """The sum over so many lines before and after each line, itself included."""
    count = len(values)
    sums = np.concatenate([[0.0], np.cumsum(values)])
    index = np.arange(count)
    return sums[np.clip(index + after + 1, 0, count)] - sums[np.clip(index - before, 0, count)]


def _since(marked: Any, np: Any) -> Any:
    """How many lines ago the last marked one was (as a logarithm, capped); -1 where there was none."""
    index = np.arange(len(marked))
    last = np.maximum.accumulate(np.where(marked, index, -1))
    return np.where(last >= 0, np.log1p(np.minimum(index - last, _FAR)), -1.0)


def _context(base: Matrix, weight: Matrix, marks: _Marks, np: Any) -> list[Any]:
    """The numbers of `CONTEXT`, a row a number; `weight`: the words of lines that read like sentences."""
    count = len(base)
    index = np.arange(count)
    stamps = marks.stamp
    total = float(weight.sum()) or 1.0
    running = np.cumsum(weight) - weight
    head = marks.head & (running > 0.05 * total)
    last_head = np.maximum.accumulate(np.where(head, index, -1))
    titled = (base[:, _TITLE] >= 0.7) & (base[:, _WORDS] > 1)
    start, end = features.main_stretch(np.where(weight > 0, weight, -6.0))
    # runs of content, at most two other lines between
    content = np.flatnonzero(weight > 0)
    run = np.zeros(count, dtype=np.intp)
    run[content[1:][np.diff(content) > 3]] = 1
    run = np.cumsum(run)
    in_run = np.maximum(np.bincount(run, weights=weight), 1)

    def of_run(values: Any) -> Any:
        return (np.bincount(run, weights=weight * values) / in_run)[run]

    colon = np.abs(base[:, _ENDING] - _COLON) < 0.01
    anchor = np.maximum.accumulate(np.where((weight > 0) | colon, index, -1))
    after_colon = (anchor >= 0) & colon[anchor]
    return [
        _near(stamps, 4, -1, np), _near(stamps, -1, 4, np), _near(stamps, 15, 15, np), _since(stamps, np),
        _since(stamps[::-1], np)[::-1], stamps.sum() / count, np.log1p(np.cumsum(head)), _since(head, np),
        np.where(last_head >= 0, running[last_head] / total, -1.0), _since(titled, np),
        np.minimum(titled.sum() - np.cumsum(titled), 3), _near(base[:, _TITLE], 5, 5, np),
        _near(base[:, _COHESION], 5, 5, np), of_run(base[:, _COHESION]), of_run(marks.i_share), np.minimum(run, 20),
        np.clip(run - (run[start] if end > start else 0), -10, 10),
        np.where(after_colon, np.log1p(np.minimum(index - anchor, _FAR)), -1.0), stamps, marks.head,
    ]  # fmt: skip


SECOND = (
    *features.SECOND, *OWN, *CONTEXT, "core_words", "segment_share", "segment_size", "segment_chance",
    "segments_from_main", "lines_from_main", "stamps_from_main", "heads_from_main", "mass_behind", "mass_ahead",
)  # fmt: skip
"""The columns that the second judgement sees."""

_STAMP, _HEAD = len(NAMES) - 2, len(NAMES) - 1
_SURE = 0.7
_BROKEN = 0.3


def second(rows: Matrix, chance: Matrix, counted: Counted) -> Matrix:
    """The matrix of `SECOND`, from the first matrix and the first judgement."""
    import numpy as np  # loaded by now

    extra = rows[:, len(features.NAMES) : len(NAMES)]
    core = _core_words(chance, counted, np)
    return np.hstack([features.second(rows, chance), extra, core[:, None], _segments(rows, chance, np).T])


def _core_words(chance: Matrix, counted: Counted, np: Any) -> Any:
    """Which share of each line's longer words stands in other lines that are surely text."""
    count = len(chance)
    chosen = counted.length > 4
    line, word = features.once(counted.line[chosen], counted.same[chosen], np)
    sure = chance >= _SURE
    seen = np.bincount(word[sure[line]], minlength=len(counted.words))
    known = seen[word] - sure[line] > 0
    found = np.bincount(line, minlength=count)
    return (np.bincount(line[known], minlength=count) / np.maximum(found, 1)).astype(np.float32)


def _segments(rows: Matrix, chance: Matrix, np: Any) -> Matrix:
    """How each line's stretch of likely lines compares with the page's greatest, a row a number."""
    count = len(chance)
    words = np.minimum(np.expm1(rows[:, _WORDS]), 120) + 1
    likely = np.flatnonzero(chance >= _BROKEN)
    segment = np.zeros(count, dtype=np.intp)
    if len(likely):
        segment[likely[1:][np.diff(likely) > 3]] = 1
    segment = np.cumsum(segment)
    mass = np.bincount(segment, weights=words * chance)
    size = np.bincount(segment, weights=chance >= 0.5)
    everything = float(mass.sum()) or 1.0
    main = int(mass.argmax())
    inside = np.flatnonzero((segment == main) & (chance >= _BROKEN))
    first, last = (int(inside[0]), int(inside[-1])) if len(inside) else (0, count - 1)
    index = np.arange(count)
    beyond = np.where(index < first, index - first, np.where(index > last, index - last, 0))
    mean = mass / np.maximum(np.bincount(segment, weights=words), 1)
    stamps, heads = rows[:, _STAMP] > 0, rows[:, _HEAD] > 0

    def between(marked: Any) -> Any:
        sums = np.cumsum(marked)
        return np.where(index > last, sums - sums[last], np.where(index < first, sums - sums[first], 0))

    whole: Matrix = np.vstack(
        [
            (mass / everything)[segment], np.log1p(size)[segment], mean[segment],
            np.clip(segment - main, -10, 10), np.sign(beyond) * np.log1p(np.abs(beyond)),
            np.sign(between(stamps)) * np.log1p(np.abs(between(stamps))), np.clip(between(heads), -3, 3),
            np.log1p(_near(words * chance, 15, -1, np)), np.log1p(_near(words * chance, -1, 15, np)),
        ]
    ).astype(np.float32)  # fmt: skip
    return whole
