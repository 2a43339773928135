"""Features that texts and pages have in common: each line by itself, among its neighbours, and on the page.

Not here: a line by itself (`line_features`), the second stage (`stacking`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from reader.cleaning.classifier import line_features
from reader.cleaning.classifier.arrays import FeatureRows, Matrix, Numbers, index_of
from reader.cleaning.classifier.counts import LineCounts
from reader.cleaning.classifier.windows import WindowSums, main_span
from reader.cleaning.input.text_lines import Line

_COPIED = ("words", "ending", "function_share", "gap", "capital_share", "furniture_share", "repeats", "bullet")
"""The features of the lines before and after that a line has too."""
_REACH = (1, 2, 3)
NEIGHBOURS = tuple(f"{name}{sign}{k}" for k in _REACH for sign in "-+" for name in _COPIED)
CONTEXT = (
    "place", "before_share", "after_content", "previous_content", "next_content", "inside_main", "from_main_start",
    "to_main_end", "near3", "near8", "near20", "ahead5", "behind5", "block_lines", "block_content", "block_mean",
    "gap_after", "lines", "content", "gaps", "content_length", "run_share", "content_share", "short_near5",
    "same_indent", "furniture_near5", "main_share", "furniture_before3", "date_near", "date_before",
)  # fmt: skip
NAMES = (*line_features.NAMES, *NEIGHBOURS, *CONTEXT)
"""The features, in the order of the columns that the models were trained on."""
_INDEX = index_of(NAMES)
_OWN_COUNT, _NEIGHBOUR_COUNT = len(line_features.NAMES), len(NEIGHBOURS)
_COPIED_ROWS = [_INDEX[name] for name in _COPIED]
_LOGARITHMIC = (
    "previous_content", "next_content", "near3", "near8", "ahead5", "behind5", "block_lines", "block_content",
    "block_mean", "date_before",
)  # fmt: skip


def matrix(lines: Sequence[Line], counts: LineCounts | None = None, *, room: int = 0) -> tuple[Matrix, Matrix]:
    """One row per line, one column per name of `NAMES`; and each line's `content_weight`.

    `lines` must not be empty; `counts`: `count_lines` of them; `room`: how many more columns the caller will fill.
    """
    counts = counts or line_features.count_lines(lines)
    # transposed while it is filled: what is written and read together lies together
    transposed = np.zeros((len(NAMES) + room, len(lines)), dtype=np.float32)
    rows = FeatureRows(_INDEX, transposed)
    line_features.fill(lines, counts, rows)
    _fill_neighbours(transposed)
    weight = line_features.content_weight(rows)
    _fill_context(rows, weight)
    return transposed.T, weight


def _fill_neighbours(transposed: Matrix) -> None:
    """The copied features of the lines before and after; -1 beyond the page."""
    copied = transposed[_COPIED_ROWS]
    width = len(copied)
    out = transposed[_OWN_COUNT : _OWN_COUNT + _NEIGHBOUR_COUNT]
    out[:] = -1
    for k, reach in enumerate(_REACH):
        at = 2 * width * k
        out[at : at + width, reach:] = copied[:, :-reach]
        out[at + width : at + 2 * width, :-reach] = copied[:, reach:]


def _fill_context(rows: FeatureRows, weight: Matrix) -> None:
    """The features of `CONTEXT`; `weight`: the content weight of each line."""
    count = len(weight)
    index = np.arange(count)
    words = np.expm1(rows["words"])
    total = float(np.add.reduce(weight)) or 1.0
    running = weight.astype(np.float64).cumsum()
    rows["place"] = index / count
    rows["before_share"] = (running - weight) / total
    rows["after_content"] = (total - running) / total
    rows["lines"] = math.log(count)
    rows["content"] = math.log1p(total)
    rows["content_share"] = weight / total
    _fill_content(rows, weight, total)
    _fill_main(rows, weight, total)
    _fill_blocks(rows, weight, words)
    dated = (rows["date"] > 0) & (rows["words"] < 3)
    sums = WindowSums([weight, words < 5, rows["furniture_share"], dated])
    rows["near3"] = sums.near(0, 3, 3)
    rows["near8"] = sums.near(0, 8, 8)
    rows["near20"] = sums.near(0, 20, 20) / total
    rows["ahead5"] = sums.near(0, -1, 5)
    rows["behind5"] = sums.near(0, 5, -1)
    rows["short_near5"] = sums.near(1, 5, 5)
    rows["furniture_near5"] = sums.near(2, 5, 5)
    rows["furniture_before3"] = sums.near(2, 3, -1)
    rows["date_near"] = sums.near(3, 3, 3)
    rows["date_before"] = index - np.maximum.accumulate(np.where(dated, index, -50))
    for name in _LOGARITHMIC:
        np.log1p(rows[name], out=rows[name])


def _fill_content(rows: FeatureRows, weight: Matrix, total: float) -> None:
    """How far each line is from lines that read like sentences, and what its run of them is like."""
    count = len(weight)
    index = np.arange(count)
    is_content = weight > 0
    content = is_content.nonzero()[0]
    previous = np.full(count, -1000)
    np.maximum.accumulate(np.where(is_content, index, -1000)[:-1], out=previous[1:])
    following = np.full(count, count + 1000)
    following[:-1] = np.minimum.accumulate(np.where(is_content, index, count + 1000)[::-1])[-2::-1]
    rows["previous_content"] = np.minimum(index - previous, 60)
    rows["next_content"] = np.minimum(following - index, 60)
    if len(content):
        rows["content_length"] = math.log1p(total / len(content))
        run = np.zeros(len(content), dtype=np.intp)
        (content[1:] - content[:-1] > 2).cumsum(out=run[1:])
        rows["run_share"][content] = (np.bincount(run, weights=weight[content]) / total)[run]
    indent = rows["indent"].round(2)
    rows["same_indent"] = indent == (_median(indent.take(content)) if len(content) else 0)


def _fill_main(rows: FeatureRows, weight: Matrix, total: float) -> None:
    """Where each line stands towards the span of the page that holds most content."""
    index = np.arange(len(weight))
    start, end = main_span(np.where(weight > 0, weight, -6.0))
    rows["inside_main"][start:end] = 1
    for name, distance in (("from_main_start", index - start), ("to_main_end", end - 1 - index)):
        rows[name] = distance
        rows[name] = np.copysign(np.log1p(np.abs(rows[name])), rows[name])
    rows["main_share"] = np.add.reduce(weight[start:end]) / total


def _fill_blocks(rows: FeatureRows, weight: Matrix, words: Matrix) -> None:
    """What each line's block is like: the lines between two gaps."""
    gap = rows["gap"]
    block = (gap > 0).cumsum()
    size = np.bincount(block)
    rows["block_lines"] = size[block]
    rows["block_content"] = np.bincount(block, weights=weight)[block]
    rows["block_mean"] = (np.bincount(block, weights=words) / np.maximum(size, 1))[block]
    rows["gap_after"][:-1] = gap[1:]
    rows["gap_after"][-1] = 1
    rows["gaps"] = np.count_nonzero(gap) / len(gap)


def _median(values: Matrix) -> Numbers:
    """What numpy's own gives, in a tenth of the time for so few values."""
    ordered = np.sort(values)
    median: Numbers = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return median
