"""Features of plain texts: what tells the text of a dump from comments, teasers and other articles.

Not here: features that pages have too (`context_features`), lists and repeated beginnings (`repetition`), pages
(`html_features`), whose tags say more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.cleaning.classifier import context_features, line_features, repetition, stacking
from reader.cleaning.classifier.arrays import Booleans, FeatureRows, Floats, Matrix, Numbers, index_of
from reader.cleaning.classifier.counts import LineCounts
from reader.cleaning.classifier.windows import WindowSums
from reader.cleaning.classifier.word_flags import AGO, COMMENT, FIRST_PERSON, WROTE
from reader.cleaning.input.text_lines import Line

_CLOCK = re.compile(r"[0-9][:.h]\d\d(?!\d)")
_FAR = 60

_OWN = ("clock", "relative_length")
_CONTEXT = (
    "stamps_before4", "stamps_after4", "stamps_near15", "stamp_before", "stamp_after", "stamp_share", "heads_before",
    "content_at_head", "from_title", "titles_after", "title_near5", "cohesion_near5", "run_cohesion", "run_i",
    "run_number", "run_from_main", "from_colon",
)  # fmt: skip
_ADDED = (*_OWN, *repetition.NAMES, *_CONTEXT)
NAMES = (*context_features.NAMES, *_ADDED)
"""The features of the first stage, in the order of the columns that the model was trained on."""
_INDEX = index_of(NAMES)

_SEGMENT = (
    "segment_share", "segment_size", "segment_probability", "segments_from_main", "lines_from_main", "stamps_from_main",
)  # fmt: skip
SECOND_STAGE = (*stacking.NAMES, *_ADDED, "core_words", *_SEGMENT)
"""The features of the second stage, likewise."""
_SECOND_INDEX = index_of(SECOND_STAGE)
_FIRST_COUNT, _ADDED_COUNT = len(context_features.NAMES), len(_ADDED)

_SURE = 0.7
_BROKEN = 0.3


def matrix(lines: Sequence[Line], counts: LineCounts | None = None) -> Matrix:
    """One row per line, one column per name of `NAMES`; `lines` must not be empty."""
    counts = counts or line_features.count_lines(lines)
    found, weight = context_features.matrix(lines, counts, room=_ADDED_COUNT)
    rows = FeatureRows(_INDEX, found.T)
    marks = _comment_marks(lines, counts, rows)
    rows["clock"] = marks.clock
    sentences = weight[weight > 0]
    usual = float(np.add.reduce(sentences) / len(sentences)) if len(sentences) else 20.0
    rows["relative_length"] = np.log1p(counts.word_count / usual)
    repetition.fill(counts, rows)
    _fill_context(rows, weight, marks)
    return found


@dataclass(slots=True)
class _CommentMarks:
    """What betrays comments, for each line."""

    clock: Booleans
    """A short line with a time of day."""
    stamp: Booleans
    """Such a line, or `Jane wrote:`, `two hours ago`, `Reply`."""
    head: Booleans
    """`12 comments`, `Leave a reply`."""
    first_person: Floats
    """How many of its words speak of their speaker."""


def _comment_marks(lines: Sequence[Line], counts: LineCounts, rows: FeatureRows) -> _CommentMarks:
    there = len(lines)
    words, digits = counts.word_count, counts.kinds["digit"]
    short = words <= 12

    flagged = (counts.flags & (COMMENT | WROTE | AGO | FIRST_PERSON)).nonzero()[0]
    line, flags = counts.line.take(flagged), counts.flags.take(flagged)

    def having(flag: int) -> Numbers:
        return np.bincount(line[flags & flag > 0], minlength=there)

    comment, ago = having(COMMENT) > 0, having(AGO) > 0
    clock = short & (digits >= 3)
    clock[clock] = [_CLOCK.search(lines[i].text) is not None for i in clock.nonzero()[0].tolist()]
    last = words.cumsum() - 1
    wrote = short & (words > 1)
    wrote[wrote] = counts.flags[last[wrote]] & WROTE > 0
    stamp = clock | wrote | (short & ago & ((digits > 0) | (words <= 4))) | (comment & (words <= 3))
    head = comment & (words > 1) & (words <= 14) & (rows["ending"] < 1)
    return _CommentMarks(clock, stamp, head, having(FIRST_PERSON) / np.maximum(words, 1))


def _since(series: Sequence[Booleans]) -> Floats:
    """For each series how many lines ago the last marked one was (as a logarithm, capped); -1 where there was none."""
    marked = np.array(series)
    index = np.arange(marked.shape[1])
    last = np.maximum.accumulate(np.where(marked, index, -1), axis=1)
    return np.where(last >= 0, np.log1p(np.minimum(index - last, _FAR)), -1.0)


def _fill_context(rows: FeatureRows, weight: Matrix, marks: _CommentMarks) -> None:
    """The features of `_CONTEXT`; `weight`: the words of lines that read like sentences."""
    count = len(weight)
    index = np.arange(count)
    stamps, title = marks.stamp, rows["title_share"]
    total = float(np.add.reduce(weight)) or 1.0
    running = weight.cumsum() - weight
    head = marks.head & (running > 0.05 * total)
    last_head = np.maximum.accumulate(np.where(head, index, -1))
    titled = (title >= 0.7) & (rows["words"] > 1)
    colon = np.abs(rows["ending"] - line_features.COLON) < 0.01
    anchor = np.maximum.accumulate(np.where((weight > 0) | colon, index, -1))
    sums = WindowSums([stamps, title, rows["cohesion"]])
    rows["stamps_before4"] = sums.near(0, 4, -1)
    rows["stamps_after4"] = sums.near(0, -1, 4)
    rows["stamps_near15"] = sums.near(0, 15, 15)
    since = _since((stamps, stamps[::-1], titled))
    rows["stamp_before"] = since[0]
    rows["stamp_after"] = since[1, ::-1]
    rows["stamp_share"] = np.count_nonzero(stamps) / count
    rows["heads_before"] = np.log1p(head.cumsum())
    rows["content_at_head"] = np.where(last_head >= 0, running[last_head] / total, -1.0)
    rows["from_title"] = since[2]
    rows["titles_after"] = np.minimum(np.count_nonzero(titled) - titled.cumsum(), 3)
    rows["title_near5"] = sums.near(1, 5, 5)
    rows["cohesion_near5"] = sums.near(2, 5, 5)
    _fill_runs(rows, weight, marks)
    rows["from_colon"] = np.where((anchor >= 0) & colon[anchor], np.log1p(np.minimum(index - anchor, _FAR)), -1.0)


def _fill_runs(rows: FeatureRows, weight: Matrix, marks: _CommentMarks) -> None:
    """What each line's run of content is like, in which at most two other lines stand between."""
    content = (weight > 0).nonzero()[0]
    run = np.zeros(len(weight), dtype=np.intp)
    run[content[1:][content[1:] - content[:-1] > 3]] = 1
    run = run.cumsum()
    in_run = np.maximum(np.bincount(run, weights=weight), 1)
    main = rows["inside_main"].nonzero()[0]
    for name, values in (("run_cohesion", rows["cohesion"]), ("run_i", marks.first_person)):
        rows[name] = (np.bincount(run, weights=weight * values) / in_run)[run]
    rows["run_number"] = np.minimum(run, 20)
    rows["run_from_main"] = np.minimum(np.maximum(run - (run[main[0]] if len(main) else 0), -10), 10)


def second_stage(first_rows: Matrix, probability: Matrix, counts: LineCounts) -> Matrix:
    """The matrix of `SECOND_STAGE`, from that of the first stage and the probabilities that it gave."""
    found = stacking.matrix(first_rows, probability, room=len(SECOND_STAGE) - len(stacking.NAMES))
    at = len(stacking.NAMES)
    found.T[at : at + _ADDED_COUNT] = first_rows[:, _FIRST_COUNT:].T
    rows = FeatureRows(_SECOND_INDEX, found.T)
    rows["core_words"] = _core_words(probability, counts)
    _fill_segments(rows, first_rows, probability)
    return found


def _core_words(probability: Matrix, counts: LineCounts) -> Numbers:
    """Which share of each line's longer words stands in other lines that are surely text."""
    count = len(probability)
    longer = (counts.length > 4).nonzero()[0]
    line, word = counts.line.take(longer), counts.word_id.take(longer)
    sure = (probability >= _SURE).take(line).nonzero()[0]
    there, spelled = line.take(sure), word.take(sure)
    first = np.full(len(counts.id_flags), -1)
    last = first.copy()
    first[spelled[::-1]] = there[::-1]
    last[spelled] = there
    known = (last.take(word) > line) | ((first.take(word) < line) & (first.take(word) >= 0))
    share: Numbers = np.bincount(line, weights=known, minlength=count)
    return share / np.maximum(np.bincount(line, minlength=count), 1)


def _fill_segments(rows: FeatureRows, first_rows: Matrix, probability: Matrix) -> None:
    """How each line's segment of likely lines compares with the page's greatest."""
    words = stacking.word_mass(first_rows)
    likely = (probability >= _BROKEN).nonzero()[0]
    segment = np.zeros(len(probability), dtype=np.intp)
    segment[likely[1:][likely[1:] - likely[:-1] > 3]] = 1
    segment = segment.cumsum()
    mass = np.bincount(segment, weights=words * probability)
    main = int(mass.argmax())
    inside = likely[segment[likely] == main]
    first, last = (int(inside[0]), int(inside[-1])) if len(inside) else (0, len(probability) - 1)
    rows["segment_share"] = (mass / (float(np.add.reduce(mass)) or 1.0)).take(segment)
    rows["segment_size"] = np.log1p(np.bincount(segment, weights=probability >= 0.5))[segment]
    rows["segment_probability"] = (mass / np.maximum(np.bincount(segment, weights=words), 1))[segment]
    rows["segments_from_main"] = np.minimum(np.maximum(segment - main, -10), 10)
    stamped = rows["stamp_before"] == 0
    for name, values in (("lines_from_main", np.ones_like(words)), ("stamps_from_main", stamped)):
        sums = np.add.accumulate(values, dtype=np.float32)
        away = rows[name]
        away[last + 1 :] = sums[last + 1 :] - sums[last]
        away[:first] = sums[:first] - sums[first]
        rows[name] = np.copysign(np.log1p(np.abs(away)), away)
