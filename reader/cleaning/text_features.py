"""What tells the text of a dump from what else reads like text: comments, teasers, other articles.

Here: the columns that a text has beside those of every line (`features`), for both judgements. Not here: pages with
tags (`page_features`), where the tags say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.cleaning import features
from reader.cleaning.characters import Counted
from reader.cleaning.lines import Line

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

_COMMENT, _WROTE, _AGO, _I, _POINTER = 32, 64, 128, 256, 512
"""The bits of `features`' vocabulary."""
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?!\d)")
_FAR = 60

OWN = (
    "comment_words", "i_share", "pointer_words", "exclamations", "wrote", "clock", "ago", "reply", "comment_head",
    "first_again", "last_again", "shape_again", "relative_length",
)  # fmt: skip
CONTEXT = (
    "stamps_before4", "stamps_after4", "stamps_near15", "stamp_before", "stamp_after", "stamp_share", "heads_before",
    "from_head", "content_at_head", "from_title", "content_from_title", "titles_after", "title_near5", "cohesion_near5",
    "run_cohesion", "run_title", "run_i", "run_number", "run_from_main",
)  # fmt: skip
NAMES = (*features.NAMES, *OWN, *CONTEXT)
"""The columns of the matrix."""

_WORDS = features.OWN.index("words")
_TITLE = features.OWN.index("title_share")
_COHESION = features.OWN.index("cohesion")


def matrix(lines: Sequence[Line], counted: Counted | None = None) -> Matrix:
    """One row a line, one column a name of `NAMES`; `lines` must not be empty."""
    import numpy as np  # slow to load; nothing before the first cleaning needs it

    counted = counted or features.count_of(lines)
    base = features.matrix(lines, counted)
    own = _own(lines, base, counted, np)
    whole: Matrix = np.vstack([base.T, own, _context(base, own, np)])
    return whole.T


def _own(lines: Sequence[Line], base: Matrix, counted: Counted, np: Any) -> Matrix:
    """The numbers of `OWN`, a row a number."""
    there = len(lines)
    words = counted.word_count
    at_least = np.maximum(words, 1)
    short = words <= 12

    def told(bit: int) -> Any:
        return np.bincount(counted.line[counted.told & bit > 0], minlength=there)

    comment, ago = told(_COMMENT), told(_AGO)
    first = np.minimum(np.cumsum(words) - words, max(0, len(counted.words) - 1))
    last = np.maximum(first + words - 1, 0)
    clock = short & (counted.kinds["digit"] >= 3)
    clock[clock] = [_CLOCK.search(lines[i].text) is not None for i in np.flatnonzero(clock).tolist()]
    if len(counted.words):
        wrote = short & (words > 1) & (counted.told[last] & _WROTE > 0)
        first_again, last_again = (
            _again(np.where(short & (words > 1), counted.same[at], -1), len(counted.words), np) for at in (first, last)
        )
    else:
        wrote = np.zeros(there, dtype=bool)
        first_again = last_again = np.zeros(there)
    digits = counted.kinds["digit"]
    shape = np.where(short & (digits > 2), words * 64 + np.minimum(digits, 63), -1)
    content = features.content_weight(base, np)
    mean = float(content[content > 0].mean()) if (content > 0).any() else 20.0
    rows: Matrix = np.vstack(
        [
            np.log1p(comment), told(_I) / at_least, np.log1p(told(_POINTER)), np.log1p(counted.kinds["exclamation"]),
            wrote, clock, short & (ago > 0) & ((digits > 0) | (words <= 4)), (comment > 0) & (words <= 3),
            (comment > 0) & (words > 1) & (words <= 14) & (base[:, 2] < 1), first_again, last_again,
            _again(shape, 64 * 13, np), np.log1p(words / mean),
        ]
    ).astype(np.float32)  # fmt: skip
    return rows


def _again(values: Any, most: int, np: Any) -> Any:
    """How many other lines have the same value (as a logarithm); 0 for values below 0."""
    counts = np.bincount(values[values >= 0], minlength=max(most, 1))
    return np.where(values >= 0, np.log(np.maximum(counts[values], 1)), 0.0)


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


def _context(base: Matrix, own: Matrix, np: Any) -> Matrix:
    """The numbers of `CONTEXT`, a row a number."""
    count = len(base)
    index = np.arange(count)
    by_name = dict(zip(OWN, own, strict=True))
    stamps = (by_name["wrote"] > 0) | (by_name["clock"] > 0) | (by_name["ago"] > 0) | (by_name["reply"] > 0)
    weight = features.content_weight(base, np)
    total = float(weight.sum()) or 1.0
    running = np.concatenate([[0.0], np.cumsum(weight)])[:-1]
    head = (by_name["comment_head"] > 0) & (running > 0.05 * total)
    last_head = np.maximum.accumulate(np.where(head, index, -1))
    titled = (base[:, _TITLE] >= 0.7) & (base[:, _WORDS] > 1)
    last_title = np.maximum.accumulate(np.where(titled, index, -1))
    start, end = features.main_stretch(np.where(weight > 0, weight, -6.0))
    # runs of content, at most two other lines between
    content = np.flatnonzero(weight > 0)
    run = np.zeros(count, dtype=np.intp)
    if len(content):
        run[content[1:][np.diff(content) > 3]] = 1
    run = np.cumsum(run)
    in_run = np.maximum(np.bincount(run, weights=weight), 1)

    def of_run(values: Any) -> Any:
        return (np.bincount(run, weights=weight * values) / in_run)[run]

    main_run = run[start] if end > start else 0
    rows: Matrix = np.vstack(
        [
            _near(stamps, 4, -1, np), _near(stamps, -1, 4, np), _near(stamps, 15, 15, np), _since(stamps, np),
            _since(stamps[::-1], np)[::-1], np.full(count, stamps.sum() / count), np.log1p(np.cumsum(head)),
            _since(head, np), np.where(last_head >= 0, running[last_head] / total, -1.0), _since(titled, np),
            np.where(last_title >= 0, (running - running[last_title]) / total, -1.0),
            np.minimum(titled.sum() - np.cumsum(titled), 3), _near(base[:, _TITLE], 5, 5, np),
            _near(base[:, _COHESION], 5, 5, np), of_run(base[:, _COHESION]), of_run(base[:, _TITLE]),
            of_run(by_name["i_share"]), np.minimum(run, 20), np.clip(run - main_run, -10, 10),
        ]
    ).astype(np.float32)  # fmt: skip
    return rows


SECOND = (
    *features.SECOND, *OWN, *CONTEXT, "core_words", "segment_share", "segment_size", "segment_chance",
    "segments_from_main", "lines_from_main", "stamps_from_main", "heads_from_main",
)  # fmt: skip
"""The columns that the second judgement sees."""

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
    at = len(features.NAMES)
    stamps = (rows[:, [at + OWN.index(name) for name in ("wrote", "clock", "ago", "reply")]] > 0).any(axis=1)
    heads = rows[:, at + OWN.index("comment_head")] > 0

    def between(marked: Any) -> Any:
        sums = np.cumsum(marked)
        return np.where(index > last, sums - sums[last], np.where(index < first, sums - sums[first], 0))

    whole: Matrix = np.vstack(
        [
            (mass / everything)[segment], np.log1p(size)[segment], mean[segment],
            np.clip(segment - main, -10, 10), np.sign(beyond) * np.log1p(np.abs(beyond)),
            np.sign(between(stamps)) * np.log1p(np.abs(between(stamps))), np.clip(between(heads), -3, 3),
        ]
    ).astype(np.float32)  # fmt: skip
    return whole
