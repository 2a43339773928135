"""What a line is like, in numbers: its own shape and words, its neighbours, its place on the page.

Here: the numbers that `judge` decides by; `NAMES` is their order. Not here: weights (`model-*.json`) and decisions
(`judge`). All is linear in the text: of each line the first 800 characters are looked at.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reader.cleaning.classifier.counts import DIGIT, FIGURE, LOWER, TOLD, WIDE, LineCounts, count
from reader.cleaning.classifier.hashing import Vocabulary
from reader.cleaning.classifier.windows import WindowSums, main_span
from reader.cleaning.input.text_lines import Line
from reader.cleaning.lexicon.words import (
    AGO_WORDS,
    BY_WORDS,
    COMMENT_WORDS,
    CREDIT_WORDS,
    FUNCTION_WORDS,
    FURNITURE_WORDS,
    I_WORDS,
    SPEECH_WORDS,
    WROTE_WORDS,
    YOU_WORDS,
)  # fmt: skip

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

_SEEN = 800
_DATE = re.compile(r"[0-9](?:[:.h]\d\d|(?<=1)9\d\d|(?<=2)0\d\d)")  # a digit first: so it is found fast
_ADDRESS = re.compile(r"https?:|www\.")
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


def _kinds_of_words(*kinds: frozenset[str]) -> Vocabulary:
    """A bit for each kind that a word is of, the first kind in the lowest."""
    found: dict[str, int] = {}
    for bit, words in enumerate(kinds):
        for word in _spellings(words):
            found[word] = found.get(word, 0) | 1 << bit
    return Vocabulary(found)


_VOCABULARY = _kinds_of_words(
    FUNCTION_WORDS, FURNITURE_WORDS, YOU_WORDS, SPEECH_WORDS, CREDIT_WORDS,
    COMMENT_WORDS, WROTE_WORDS, AGO_WORDS, I_WORDS, BY_WORDS,
)  # fmt: skip
_BY = 512
"""The bit of the words that bylines and credits begin with."""
_CLOSING = "\"'”’»)]“"

OWN = (
    "words", "characters", "ending", "quoted_ending", "function_share", "function_words", "capital_share",
    "digit_share", "commas", "furniture_words", "furniture_share", "you_words", "speech_words", "credits", "quotes",
    "lower_start", "digit_start", "date", "marks", "word_length", "sentences", "dots", "question", "brackets", "by",
    "upper", "bullet", "gap", "indent", "repeats", "title_share", "cohesion",
)  # fmt: skip
_AROUND = ("words", "ending", "function_share", "gap", "capital_share", "furniture_share", "repeats", "bullet")
_AROUND_COLUMNS = [OWN.index(name) for name in _AROUND]
_ENDING, _FUNCTION, _FURNITURE = OWN.index("ending"), OWN.index("function_share"), OWN.index("furniture_share")
_REPEATS, _GAP, _INDENT, _DATED = OWN.index("repeats"), OWN.index("gap"), OWN.index("indent"), OWN.index("date")
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


def cohesion(counted: LineCounts, new: Matrix) -> Matrix:
    """How much each line's longer words turn up in the page's other long lines, from 0 to 1; 0 for short lines.

    `new`: which lines stand there for the first time; one that stands there twice tells nothing new. The lines of one
    article share their subject; teasers of others do not.
    """
    import numpy as np  # loaded by now

    lines = len(new)
    chosen = (counted.length > 4) & (counted.size > 40).take(counted.line) & (counted.offset < TOLD)
    at = chosen.nonzero()[0]
    line, word = once(counted.line.take(at), counted.same.take(at), np)
    seen = np.bincount(word[new.take(line)], minlength=len(counted.bits))
    worth = np.minimum(np.maximum(seen.take(word) - 1, 0), 3)
    shared = np.bincount(line, weights=worth, minlength=lines)
    whole: Matrix = shared / (3 * np.maximum(np.bincount(line, minlength=lines), 1))
    return whole


def once(line: Any, word: Any, np: Any) -> tuple[Any, Any]:
    """Pairs of a line and a word, each pair once."""
    pairs = (line << 32) | word
    pairs.sort()
    new = np.ones(len(pairs), dtype=bool)
    np.not_equal(pairs[1:], pairs[:-1], out=new[1:])
    pairs = pairs[new]
    return pairs >> 32, pairs & 0xFFFFFFFF


def _title_share(title: str, counted: LineCounts, np: Any) -> Any:
    """How many of the words of the page's first line, if it is no single word, stand in each line."""
    if len(title.split()) <= 3:
        return 0
    words = counted.word_count[0]
    wanted = np.zeros(len(counted.bits), dtype=bool)
    wanted[counted.same[:words][counted.offset[:words] < TOLD]] = True
    there = (wanted.take(counted.same) & (counted.offset < TOLD)).nonzero()[0]
    line, _ = once(counted.line.take(there), counted.same.take(there), np)
    return np.bincount(line, minlength=len(counted.word_count)) / max(1, np.count_nonzero(wanted))


def _told(counted: LineCounts, np: Any) -> list[Any]:
    """How many different words of each telling kind a line has: furniture's, yours and mine, speech's, credits'."""
    telling = (counted.told & 0b11110).nonzero()[0]
    line, word = once(counted.line.take(telling), counted.same.take(telling), np)
    kinds = counted.bits.take(word)
    return [np.bincount(line[kinds & bit > 0], minlength=len(counted.word_count)) for bit in (2, 4, 8, 16)]


@lru_cache(maxsize=1024)
def _ending(text: str) -> complex:
    """How a line ends, by its last three characters: the worth of its last mark; as the imaginary part 1 if quotation
    marks close it, 2 more if it trails off.
    """
    last, quoted = text[-1], False
    if last in _CLOSING and len(text) > 2:
        quoted = True
        last = text[-2] if text[-2] not in _CLOSING else text[-3]
    return complex(_ENDINGS.get(last, 0.0), quoted + 2 * (last == "…" or text.endswith("...")))


def _ends(counted: LineCounts, np: Any) -> tuple[Any, Any, Any]:
    """The worth of each line's last mark, whether quotation marks close it, whether it trails off."""
    texts = counted.texts
    ends = np.zeros(len(texts), dtype=complex)
    marked = (counted.closing > WIDE).nonzero()[0]
    found = [_ending(texts[i][-3:]) for i in marked.tolist()]
    ends[marked] = found
    how = ends.imag
    return ends.real, how % 2, how >= 2


def _marks(counted: LineCounts, np: Any) -> Any:
    """How many list marks, copyright signs and addresses each line has."""
    marks = counted.kinds["mark"]
    if "http" in counted.text or "www." in counted.text:
        marks = marks.copy()
        for i, text in enumerate(counted.texts):
            if "http" in text or "www." in text:
                marks[i] += len(_ADDRESS.findall(text))
    return marks


def _of_texts(lines: Sequence[Line], counted: LineCounts, np: Any) -> list[Any]:
    """The numbers that the lines' texts alone give."""
    there, texts = len(lines), counted.texts
    kinds = counted.kinds
    whole = counted.size.copy()
    for i in (whole == _SEEN).nonzero()[0].tolist():
        whole[i] = len(lines[i].text)
    lower = np.bincount(counted.line, weights=counted.lower, minlength=there)
    function = np.bincount(counted.line, weights=counted.told & 1, minlength=there)
    furniture, yours, speech, credit = _told(counted, np)
    words = counted.word_count
    wide = kinds["wide"] > 4  # scripts that set no blanks between words
    if wide.any():
        words = words + np.where(wide, kinds["wide"] // 2, 0)
        function = np.where(wide, (words * 0.35).astype(np.intp), function)
    at_least = np.maximum(words, 1)
    sentences = (counted.word_count > 3) * counted.sentences + counted.quoted_stops + kinds["stop"]
    ending, quoted, dots = _ends(counted, np)
    date = kinds["digit"] > 2
    date[date] = [_DATE.search(texts[i]) is not None for i in date.nonzero()[0].tolist()]
    several = words > 1
    by = counted.word_count > 1
    first = counted.word_count.cumsum() - counted.word_count
    by[by] = counted.told[first[by]] & _BY > 0
    return [
        np.log1p(words), np.log1p(whole), ending, quoted, function / at_least, np.log1p(function),
        (at_least - lower) / at_least, kinds["digit"] / counted.size, np.log1p(kinds["comma"]), furniture,
        furniture / at_least, yours / at_least, speech, credit, kinds["quote"] > 0,
        counted.opening == LOWER, (counted.opening == DIGIT) | (counted.opening == FIGURE), date,
        np.where(words < 40, np.log1p(_marks(counted, np)), 0), counted.size / at_least, np.log1p(sentences), dots,
        kinds["question"] > 0, kinds["bracket"] > 0, by,
        several & (kinds["lower"] == 0) & (kinds["upper"] > 0),
    ]  # fmt: skip


def count_lines(lines: Sequence[Line]) -> LineCounts:
    """The characters and words of the lines, as far as they are looked at."""
    return count([line.text[:_SEEN] for line in lines], _VOCABULARY)


def matrix(lines: Sequence[Line], counted: LineCounts | None = None, *, room: int = 0) -> tuple[Matrix, Matrix]:
    """One row a line, one column a name of `NAMES`; and each line's `content_weight`.

    `lines` must not be empty; `counted`: `count_lines` them; `room`: so many more columns are left to be filled.
    """
    import numpy as np  # slow to load; nothing before the first cleaning needs it

    counted = counted or count_lines(lines)
    index = np.arange(len(lines))
    first = np.empty_like(index)  # of the lines that begin as one does
    first[counted.begun[::-1]] = index[::-1]
    first = first.take(counted.begun)
    # a row a column while it is filled: what is written and read together lies together
    turned: Matrix = np.zeros((len(NAMES) + room, len(lines)), dtype=np.float32)
    mine = turned[: len(OWN)]
    columns = _of_texts(lines, counted, np)
    for row, column in zip(mine, columns, strict=False):
        row[:] = column
    width = len(columns)
    bullets, indents = [line.bullet for line in lines], [line.indent for line in lines]
    if True in bullets:
        mine[width] = bullets
    mine[width + 1] = [line.gap for line in lines]
    np.minimum(mine[width + 1], 3, out=mine[width + 1])
    if any(indents):
        mine[width + 2] = indents
        np.log1p(mine[width + 2], out=mine[width + 2])
    np.log(np.bincount(first).take(first), out=mine[width + 3])
    mine[width + 4] = _title_share(counted.texts[0][:TOLD], counted, np)
    mine[width + 5] = cohesion(counted, first == index)
    at = len(OWN) + len(_AROUND) * 2 * len(_REACH)
    _around(mine, turned[len(OWN) : at], np)
    weight = _content_weight(mine, np)
    _context(mine, weight, turned[at : len(NAMES)], np)
    return turned.T, weight


def _around(mine: Matrix, out: Matrix, np: Any) -> None:
    """The telling numbers of the lines before and after, a row a number; -1 beyond the page."""
    chosen = mine[_AROUND_COLUMNS]
    width = len(chosen)
    out[:] = -1
    for k, reach in enumerate(_REACH):
        at = 2 * width * k
        out[at : at + width, reach:] = chosen[:, :-reach]
        out[at + width : at + 2 * width, :-reach] = chosen[:, reach:]


def _content_weight(mine: Matrix, np: Any) -> Matrix:
    """Words of lines that read like sentences; 0 for the others."""
    words = np.expm1(mine[0])
    share = mine[_FUNCTION]
    sentence = (mine[_ENDING] >= 0.6) & (words >= 8) & (share >= 0.12)
    sentence |= (words >= 25) & (share >= 0.15)
    sentence &= mine[_REPEATS] < 0.6
    weight: Matrix = np.minimum(words, 120) * sentence
    return weight


def _context(mine: Matrix, weight: Matrix, out: Matrix, np: Any) -> None:
    """The numbers of `CONTEXT` for all lines, a row a number."""
    count = mine.shape[1]
    index = np.arange(count)
    is_content = weight > 0
    content = is_content.nonzero()[0]
    total = float(np.add.reduce(weight)) or 1.0
    running = weight.astype(np.float64).cumsum()
    previous = np.full(count, -1000)
    np.maximum.accumulate(np.where(is_content, index, -1000)[:-1], out=previous[1:])
    following = np.full(count, count + 1000)
    following[:-1] = np.minimum.accumulate(np.where(is_content, index, count + 1000)[::-1])[-2::-1]
    start, end = main_span(np.where(is_content, weight, -6.0))
    gap = mine[_GAP]
    words = np.expm1(mine[0])
    block = (gap > 0).cumsum()
    lines_in_block = np.bincount(block)
    indent = mine[_INDENT].round(2)
    dated = (mine[_DATED] > 0) & (mine[0] < 3)
    sums = WindowSums([weight, words < 5, mine[_FURNITURE], dated], np)
    last_date = np.maximum.accumulate(np.where(dated, index, -50))
    out[0] = index / count
    out[1] = (running - weight) / total
    out[2] = (total - running) / total
    out[3] = np.minimum(index - previous, 60)
    out[4] = np.minimum(following - index, 60)
    out[5, start:end] = 1
    out[6] = index - start
    out[7] = end - 1 - index
    out[8] = sums.near(0, 3, 3)
    out[9] = sums.near(0, 8, 8)
    out[10] = sums.near(0, 20, 20) / total
    out[11] = sums.near(0, -1, 5)
    out[12] = sums.near(0, 5, -1)
    out[13] = lines_in_block[block]
    out[14] = np.bincount(block, weights=weight)[block]
    out[15] = (np.bincount(block, weights=words) / np.maximum(lines_in_block, 1))[block]
    out[16, :-1] = gap[1:]
    out[16, -1] = 1
    out[17] = math.log(count)
    out[18] = math.log1p(total)
    out[19] = np.count_nonzero(gap) / count
    if len(content):
        out[20] = math.log1p(total / len(content))
        run = np.zeros(len(content), dtype=np.intp)
        (content[1:] - content[:-1] > 2).cumsum(out=run[1:])
        out[21, content] = (np.bincount(run, weights=weight[content]) / total)[run]
    out[22] = weight / total
    out[23] = sums.near(1, 5, 5)
    out[24] = indent == (_median(indent.take(content), np) if len(content) else 0)
    out[25] = sums.near(2, 5, 5)
    out[26] = np.add.reduce(weight[start:end]) / total
    out[27] = sums.near(2, 3, -1)
    out[28] = sums.near(3, 3, 3)
    out[29] = index - last_date
    for first, last in _LOGGED:
        np.log1p(out[first:last], out=out[first:last])
    out[6:8] = np.copysign(np.log1p(np.abs(out[6:8])), out[6:8])


def _median(values: Matrix, np: Any) -> Any:
    """What numpy's own says, in a tenth of the time for so few."""
    ordered = np.sort(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


_LOGGED = ((3, 5), (8, 10), (11, 16), (29, 30))
"""The rows of `CONTEXT` of which the logarithm is taken."""


SECOND = (
    "probability", *(f"probability{sign}{k}" for k in (1, 2, 3, 4) for sign in "-+"), "chance_near2", "chance_near5",
    "chance_near12", "mass_before", "mass_after", "inside_stretch", "from_stretch", "to_stretch", "stretch_share",
    "best_chance", *OWN,
)  # fmt: skip
"""Columns of the second stage: probabilities of the first around each line, and the line's own numbers."""


def second(mine: Matrix, probability: Matrix, *, room: int = 0) -> Matrix:
    """The matrix of `SECOND`, from the first matrix (or its first columns) and the first judgement; `room`: so many
    more columns are left to be filled.
    """
    import numpy as np  # loaded by now

    count = len(probability)
    index = np.arange(count)
    turned: Matrix = np.zeros((len(SECOND) + room, count), dtype=np.float32)
    turned[0] = probability
    turned[1:9] = -1
    for k in (1, 2, 3, 4):
        turned[2 * k - 1, k:] = probability[:-k]
        turned[2 * k, :-k] = probability[k:]
    sums = WindowSums([probability, np.ones(count)], np)
    for k, reach in enumerate((2, 5, 12), 9):
        turned[k] = sums.near(0, reach, reach) / sums.near(1, reach, reach)
    words = np.minimum(np.expm1(mine[:, 0]), 120) + 1
    mass = np.zeros(count + 1, dtype=np.float64)
    mass[1:] = (words * probability).cumsum()
    total = float(mass[-1]) or 1.0
    start, end = main_span((probability - 0.4) * words)
    turned[12] = mass[:-1] / total
    turned[13] = (total - mass[1:]) / total
    turned[14, start:end] = 1
    turned[15] = index - start
    turned[16] = end - 1 - index
    turned[15:17] = np.copysign(np.log1p(np.abs(turned[15:17])), turned[15:17])
    turned[17] = (mass[end] - mass[start]) / total
    turned[18] = np.maximum.reduce(probability)
    turned[len(SECOND) - len(OWN) : len(SECOND)] = mine[:, : len(OWN)].T
    return turned.T
