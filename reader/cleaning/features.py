"""What a line is like, in numbers: its own shape and words, its neighbours, its place on the page.

Here: the numbers that `judge` decides by; `NAMES` is their order. Not here: weights (`model-*.json`) and decisions
(`judge`). All is linear in the text: of each line the first 800 characters are looked at.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reader.cleaning.lines import Line
from reader.cleaning.vocabulary import CREDIT_WORDS, FUNCTION_WORDS, FURNITURE_WORDS, SPEECH_WORDS, YOU_WORDS

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

_SEEN = 800
_SHORT = 40
_TOLD = 200
_WORDS = re.compile(r"\w+")
_WIDE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DATE = re.compile(r"\d{1,2}[:.h]\d\d|(?:19|20)\d\d")
_MARKS = re.compile(r"[|›»→►©®@#/•·+]|https?:|www\.")
_FULL_STOPS = (".” ", "。", "।", "۔", "؟")
_DIGIT = re.compile("[0-9]")
_ENDINGS = {
    ".": 1.0,
    "!": 0.8,
    "?": 0.8,
    "。": 1.0,
    "！": 0.8,
    "？": 0.8,
    "।": 1.0,
    "۔": 1.0,
    "؟": 0.8,
    "…": 0.6,
    ":": 0.4,
    ";": 0.4,
    ",": 0.2,
}


def _spellings(words: frozenset[str]) -> frozenset[str]:
    """As they are, with a capital, and all in capitals: words looked up unchanged need no lowering."""
    return words | {word.capitalize() for word in words} | {word.upper() for word in words}


_FUNCTION = _spellings(FUNCTION_WORDS)
_FURNITURE = _spellings(FURNITURE_WORDS)
_YOU = _spellings(YOU_WORDS)
_SPEECH = _spellings(SPEECH_WORDS)
_CREDITS = _spellings(CREDIT_WORDS)
_TELLING = _FURNITURE | _YOU | _SPEECH | _CREDITS
_BY = frozenset({"by", "von", "par", "por", "foto", "photo", "автор"})
_CLOSING = "\"'”’»)]“"

OWN = (
    "words", "characters", "ending", "quoted_ending", "function_share", "function_words", "capital_share",
    "digit_share", "commas", "furniture_words", "furniture_share", "you_words", "speech_words", "credits", "quotes",
    "lower_start", "digit_start", "date", "marks", "word_length", "sentences", "dots", "question", "brackets", "by",
    "upper", "bullet", "gap", "indent", "repeats", "title_share", "cohesion",
)  # fmt: skip
_AROUND = ("words", "ending", "function_share", "gap", "capital_share", "furniture_share", "repeats", "bullet")
_AROUND_COLUMNS = [OWN.index(name) for name in _AROUND]
_REACH = (1, 2, 3)
CONTEXT = (
    "place", "before_share", "after_content", "previous_content", "next_content", "inside_main", "from_main_start",
    "to_main_end",
    "near3", "near8", "near20", "ahead5", "behind5", "block_lines", "block_content", "block_mean", "gap_after",
    "lines", "content",
    "gaps", "content_length", "run_share", "content_share", "short_near5", "same_indent", "furniture_near5",
    "main_share",
    "furniture_before3", "date_near", "date_before",
)  # fmt: skip
NAMES = (*OWN, *(f"{name}{sign}{k}" for k in _REACH for sign in "-+" for name in _AROUND), *CONTEXT)
"""The columns of the matrix."""


def cohesion(texts: Sequence[str], told: Sequence[Sequence[str]]) -> list[float]:
    """How much each line's longer words turn up in the page's other long lines, from 0 to 1; 0 for short lines.

    `told`: the words of each text. The lines of one article share their subject; teasers of others do not.
    """
    longer = [
        frozenset([w for w in words if len(w) > 4]) if len(text) > 40 else None
        for text, words in zip(texts, told, strict=True)
    ]
    seen: Counter[str] = Counter()
    for words in set(filter(None, longer)):
        seen.update(words)
    worth = {word: min(count - 1, 3) for word, count in seen.items() if count > 1}
    again = worth.keys()
    return [sum(map(worth.__getitem__, words & again)) / (3 * len(words)) if words else 0.0 for words in longer]


def _of_text(whole: str, words: Sequence[str]) -> tuple[float, ...]:
    """The numbers that a line's text alone gives; `words`: those of its first 200 characters."""
    text = whole if len(whole) <= _SEEN else whole[:_SEEN]
    found = words if len(whole) <= _TOLD else _WORDS.findall(text)
    count = len(found)
    at_least = count or 1
    lower = sum(map(str.islower, found))
    function = sum(map(_FUNCTION.__contains__, found))
    sentences = text.count(". ") + text.count("? ") + text.count("! ") if count > 3 else 0
    ascii_only = text.isascii()
    if not ascii_only:
        sentences += sum(map(text.count, _FULL_STOPS))
        if (wide := len(_WIDE.findall(text))) > 4:  # scripts that set no blanks between words
            count += wide // 2
            at_least = count
            function = int(count * 0.35)
    digits = len(_DIGIT.findall(text))
    told = _TELLING.intersection(found)
    furniture = len(told & _FURNITURE) if told else 0
    last, quoted = text[-1], 0.0
    if last in _CLOSING and len(text) > 2:
        quoted = 1.0
        last = text[-2] if text[-2] not in _CLOSING else text[-3]
    return (
        math.log1p(count),
        math.log1p(len(whole)),
        _ENDINGS.get(last, 0.0),
        quoted,
        function / at_least,
        math.log1p(function),
        (at_least - lower) / at_least,
        digits / len(text),
        math.log1p(text.count(",") if ascii_only else text.count(",") + text.count("，") + text.count("،")),
        furniture,
        furniture / at_least,
        len(told & _YOU) / at_least if told else 0.0,
        len(told & _SPEECH) if told else 0,
        len(told & _CREDITS) if told else 0,
        '"' in text or "“" in text or "«" in text or "„" in text or "「" in text,
        text[0].islower(),
        text[0].isdigit(),
        digits > 2 and _DATE.search(text) is not None,
        math.log1p(len(_MARKS.findall(text))) if count < 40 else 0.0,
        len(text) / at_least,
        math.log1p(sentences) if sentences else 0.0,
        last == "…" or text.endswith("..."),
        "?" in text,
        "(" in text,
        count > 1 and found[0].lower() in _BY,
        count > 1 and text.isupper(),
    )


@lru_cache(maxsize=16384)
def _words_of_short(text: str) -> list[str]:
    return _WORDS.findall(text)


@lru_cache(maxsize=16384)
def _of_short(text: str) -> tuple[float, ...]:
    """The same for a short line, remembered: menus stand on every page of an outlet."""
    return _of_text(text, _words_of_short(text))


def matrix(lines: Sequence[Line]) -> Matrix:
    """One row a line, one column a name of `NAMES`; `lines` must not be empty."""
    import numpy as np  # slow to load; nothing before the first cleaning needs it

    texts = [line.text[:_TOLD] for line in lines]
    repeats = Counter(texts)
    told = [_words_of_short(text) if len(text) <= _SHORT else _WORDS.findall(text) for text in texts]
    title = frozenset(told[0]) if len(texts[0].split()) > 3 else frozenset[str]()
    shared = cohesion(texts, told)
    mine = np.empty((len(lines), len(OWN)), dtype=np.float32)
    rows = [
        _of_short(line.text) if len(line.text) <= _SHORT else _of_text(line.text, words)
        for line, words in zip(lines, told, strict=True)
    ]
    width = len(rows[0])
    mine[:, :width] = rows
    mine[:, width] = [line.bullet for line in lines]
    mine[:, width + 1] = [min(line.gap, 3) for line in lines]
    mine[:, width + 2] = [math.log1p(line.indent) if line.indent else 0.0 for line in lines]
    if len(repeats) < len(texts):
        mine[:, width + 3] = [math.log(repeats[text]) for text in texts]
    else:
        mine[:, width + 3] = 0
    mine[:, width + 4] = [len(title.intersection(words)) / len(title) for words in told] if title else 0
    mine[:, width + 5] = shared
    around = _around(mine, np)
    whole: Matrix = np.hstack([mine, around, context(mine, np)])
    return whole


def _around(mine: Matrix, np: Any) -> Matrix:
    """The telling numbers of the lines before and after; -1 beyond the page."""
    columns = mine[:, _AROUND_COLUMNS]
    count, width = columns.shape
    farthest = max(_REACH)
    padded = np.full((count + 2 * farthest, width), -1, dtype=np.float32)
    padded[farthest : farthest + count] = columns
    pieces = []
    for k in _REACH:
        pieces += [padded[farthest - k : farthest - k + count], padded[farthest + k : farthest + k + count]]
    whole: Matrix = np.hstack(pieces)
    return whole


def content_weight(mine: Matrix, np: Any) -> Matrix:
    """Words of lines that read like sentences; 0 for the others."""
    words = np.expm1(mine[:, 0])
    sentence = (mine[:, 2] >= 0.6) & (words >= 8) & (mine[:, 4] >= 0.12)
    long = (words >= 25) & (mine[:, 4] >= 0.15)
    unique = mine[:, OWN.index("repeats")] < 0.6
    weight: Matrix = np.where((sentence | long) & unique, np.minimum(words, 120), 0).astype(np.float32)
    return weight


def context(mine: Matrix, np: Any) -> Matrix:
    """The numbers of `CONTEXT` for all lines."""
    count = len(mine)
    weight = content_weight(mine, np)
    index = np.arange(count)
    running = np.concatenate([[0], np.cumsum(weight)])
    total = float(running[-1]) or 1.0
    is_content = weight > 0
    previous = np.maximum.accumulate(np.where(is_content, index, -1000))
    previous = np.concatenate([[-1000], previous[:-1]])
    following = np.minimum.accumulate(np.where(is_content, index, count + 1000)[::-1])[::-1]
    following = np.concatenate([following[1:], [count + 1000]])
    start, end = main_stretch(np.where(is_content, weight, -6.0))
    inside = (index >= start) & (index < end)
    gap = mine[:, OWN.index("gap")]
    gap_after = np.concatenate([gap[1:], [1]])
    block = np.cumsum(gap > 0)
    lines_in_block = np.bincount(block)
    content_in_block = np.bincount(block, weights=weight)
    words_in_block = np.bincount(block, weights=np.expm1(mine[:, 0]))
    run = (
        np.cumsum(np.concatenate([[0], (np.diff(index[is_content]) > 2)]))
        if is_content.any()
        else np.zeros(0, dtype=int)
    )
    run_share = np.zeros(count)
    if is_content.any():
        run_share[is_content] = (np.bincount(run, weights=weight[is_content]) / total)[run]
    short = np.concatenate([[0], np.cumsum(np.expm1(mine[:, 0]) < 5)])
    furniture = np.concatenate([[0], np.cumsum(mine[:, OWN.index("furniture_share")])])
    dates = np.concatenate([[0], np.cumsum((mine[:, OWN.index("date")] > 0) & (mine[:, 0] < 3))])
    indent = np.round(mine[:, OWN.index("indent")], 2)
    main_indent = np.median(indent[is_content]) if is_content.any() else 0

    def near(sums: Any, before: int, after: int) -> Any:
        return sums[np.minimum(index + after + 1, count)] - sums[np.maximum(index - before, 0)]

    whole: Matrix = np.column_stack(
        [
            index / count,
            running[:-1] / total,
            (total - running[1:]) / total,
            np.log1p(np.minimum(index - previous, 60)),
            np.log1p(np.minimum(following - index, 60)),
            inside,
            np.sign(index - start) * np.log1p(np.abs(index - start)),
            np.sign(end - 1 - index) * np.log1p(np.abs(end - 1 - index)),
            np.log1p(near(running, 3, 3)),
            np.log1p(near(running, 8, 8)),
            near(running, 20, 20) / total,
            np.log1p(near(running, -1, 5)),
            np.log1p(near(running, 5, -1)),
            np.log1p(lines_in_block[block]),
            np.log1p(content_in_block[block]),
            np.log1p(words_in_block[block] / lines_in_block[block]),
            gap_after,
            np.full(count, math.log(count)),
            np.full(count, math.log1p(total)),
            np.full(count, float((gap > 0).mean())),
            np.full(count, math.log1p(float(weight[is_content].mean()) if is_content.any() else 0.0)),
            run_share,
            weight / total,
            near(short, 5, 5),
            indent == main_indent,
            near(furniture, 5, 5),
            np.full(count, float(running[end] - running[start]) / total),
            near(furniture, 3, -1),
            near(dates, 3, 3),
            np.log1p(index - np.maximum.accumulate(np.where(np.diff(dates) > 0, index, -50))),
        ]
    ).astype(np.float32)
    return whole


def main_stretch(scores: Matrix) -> tuple[int, int]:
    """Start and end of the run of lines with the greatest sum (Kadane); (0, 0) when no line is worth anything."""
    best, best_start, best_end = 0.0, 0, 0
    current, start = 0.0, 0
    for i, score in enumerate(scores.tolist()):
        if current <= 0:
            current, start = 0.0, i
        current += score
        if current > best:
            best, best_start, best_end = current, start, i + 1
    return best_start, best_end


SECOND = (
    "chance", *(f"chance{sign}{k}" for k in (1, 2, 3, 4) for sign in "-+"), "chance_near2", "chance_near5",
    "chance_near12", "mass_before", "mass_after", "inside_stretch", "from_stretch", "to_stretch", "stretch_share",
    "best_chance", *OWN,
)  # fmt: skip
"""The columns that the second judgement sees: the first one's chances around each line, and the line's own numbers."""


def second(mine: Matrix, chance: Matrix) -> Matrix:
    """The matrix of `SECOND`, from the first matrix (or its first columns) and the first judgement."""
    import numpy as np  # loaded by now

    count = len(chance)
    index = np.arange(count)
    padded = np.full(count + 8, -1, dtype=np.float32)
    padded[4 : 4 + count] = chance
    shifted = [padded[4 + k : 4 + k + count] for j in (1, 2, 3, 4) for k in (-j, j)]
    sums = np.concatenate([[0], np.cumsum(chance)])

    def mean(reach: int) -> Any:
        low, high = np.maximum(index - reach, 0), np.minimum(index + reach + 1, count)
        return (sums[high] - sums[low]) / (high - low)

    words = np.minimum(np.expm1(mine[:, 0]), 120) + 1
    mass = np.concatenate([[0], np.cumsum(words * chance)])
    total = float(mass[-1]) or 1.0
    start, end = main_stretch((chance - 0.4) * words)
    columns = [chance, *shifted, mean(2), mean(5), mean(12), mass[:-1] / total, (total - mass[1:]) / total]
    columns += [
        (index >= start) & (index < end),
        np.sign(index - start) * np.log1p(np.abs(index - start)),
        np.sign(end - 1 - index) * np.log1p(np.abs(end - 1 - index)),
        np.full(count, (mass[end] - mass[start]) / total),
        np.full(count, float(chance.max())),
    ]
    return np.hstack([np.column_stack(columns).astype(np.float32), mine[:, : len(OWN)]])
