"""Features of a line by itself: its length, its ending, its words, and how much of it stands elsewhere on the page.

Not here: its neighbours and its place on the page (`context_features`), features of plain texts and of pages only
(`text_features`, `html_features`). All is linear in the text: the first 800 characters of each line are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from reader.cleaning.classifier import word_flags
from reader.cleaning.classifier.arrays import Booleans, FeatureRows, Matrix, Numbers
from reader.cleaning.classifier.counts import DIGIT, FIGURE, LOWER, PREFIX, WIDE, LineCounts, count, unique_pairs
from reader.cleaning.input.text_lines import Line
from reader.language.punctuation import CLOSING_QUOTES

_SEEN = 800
_DATE = re.compile(r"[0-9](?:[:.h]\d\d|(?<=1)9\d\d|(?<=2)0\d\d)")  # a digit first: so it is found fast
_ADDRESS = re.compile(r"https?:|www\.")
_ENDINGS = {
    **dict.fromkeys(".。।۔", 1.0), **dict.fromkeys("!?！？؟", 0.8), "…": 0.6, ":": 0.4, ";": 0.4, ",": 0.2,
}  # fmt: skip
"""How much the last mark of a line makes it a sentence."""
COLON = _ENDINGS[":"]
_CLOSING = CLOSING_QUOTES + "“)]"

NAMES = (
    "words", "characters", "ending", "quoted_ending", "function_share", "function_words", "capital_share",
    "digit_share", "commas", "furniture_words", "furniture_share", "you_words", "speech_words", "credits", "quotes",
    "lower_start", "digit_start", "date", "marks", "word_length", "sentences", "dots", "question", "brackets", "by",
    "upper", "bullet", "gap", "indent", "repeats", "title_share", "cohesion",
)  # fmt: skip
"""The features, in the order of the columns that the models were trained on."""


def count_lines(lines: Sequence[Line]) -> LineCounts:
    """The characters and words of the lines, as far as they are looked at."""
    return count([line.text[:_SEEN] for line in lines], word_flags.VOCABULARY)


def fill(lines: Sequence[Line], counts: LineCounts, rows: FeatureRows) -> None:
    """Fill the rows of `NAMES`."""
    _fill_shape(lines, counts, rows)
    _fill_words(counts, rows)
    bullets, indents = [line.bullet for line in lines], [line.indent for line in lines]
    rows["bullet"] = bullets
    rows["gap"] = [line.gap for line in lines]
    np.minimum(rows["gap"], 3, out=rows["gap"])
    if any(indents):
        rows["indent"] = indents
        np.log1p(rows["indent"], out=rows["indent"])
    index = np.arange(len(lines))
    first = np.empty_like(index)  # of the lines that begin as this one does
    first[counts.prefix_id[::-1]] = index[::-1]
    first = first.take(counts.prefix_id)
    np.log(np.bincount(first).take(first), out=rows["repeats"])
    rows["title_share"] = _title_share(counts)
    rows["cohesion"] = cohesion(counts, first == index)


def _fill_shape(lines: Sequence[Line], counts: LineCounts, rows: FeatureRows) -> None:
    """Features of the characters: lengths, endings, signs."""
    texts, kinds = counts.texts, counts.kinds
    whole = counts.size.copy()
    for i in (whole == _SEEN).nonzero()[0].tolist():
        whole[i] = len(lines[i].text)
    rows["characters"] = np.log1p(whole)
    rows["ending"], rows["quoted_ending"], rows["dots"] = _endings(counts)
    rows["digit_share"] = kinds["digit"] / counts.size
    rows["commas"] = np.log1p(kinds["comma"])
    rows["quotes"] = kinds["quote"] > 0
    rows["lower_start"] = counts.opening == LOWER
    rows["digit_start"] = (counts.opening == DIGIT) | (counts.opening == FIGURE)
    date = kinds["digit"] > 2
    date[date] = [_DATE.search(texts[i]) is not None for i in date.nonzero()[0].tolist()]
    rows["date"] = date
    sentences = (counts.word_count > 3) * counts.sentences + counts.quoted_stops + kinds["stop"]
    rows["sentences"] = np.log1p(sentences)
    rows["question"] = kinds["question"] > 0
    rows["brackets"] = kinds["bracket"] > 0


def _fill_words(counts: LineCounts, rows: FeatureRows) -> None:
    """Features of the words: how many there are, and of which kinds."""
    kinds, lines = counts.kinds, len(counts.texts)
    lower = np.bincount(counts.line, weights=counts.lower, minlength=lines)
    function: Numbers = np.bincount(counts.line, weights=counts.flags & word_flags.FUNCTION, minlength=lines)
    words = counts.word_count
    wide = kinds["wide"] > 4  # scripts without blanks between words
    if wide.any():
        words = words + np.where(wide, kinds["wide"] // 2, 0)
        function = np.where(wide, (words * 0.35).astype(np.intp), function)
    at_least = np.maximum(words, 1)
    furniture, you, speech, credit = _different_words(counts)
    rows["words"] = np.log1p(words)
    rows["function_share"] = function / at_least
    rows["function_words"] = np.log1p(function)
    rows["capital_share"] = (at_least - lower) / at_least
    rows["furniture_words"] = furniture
    rows["furniture_share"] = furniture / at_least
    rows["you_words"] = you / at_least
    rows["speech_words"] = speech
    rows["credits"] = credit
    rows["marks"] = np.where(words < 40, np.log1p(_marks(counts)), 0)
    rows["word_length"] = counts.size / at_least
    by = counts.word_count > 1
    first = counts.word_count.cumsum() - counts.word_count
    by[by] = counts.flags[first[by]] & word_flags.BY > 0
    rows["by"] = by
    rows["upper"] = (words > 1) & (kinds["lower"] == 0) & (kinds["upper"] > 0)


def _different_words(counts: LineCounts) -> list[Numbers]:
    """How many different words of four kinds each line has: of furniture, `you` and `I`, of speech, of credits."""
    counted = (word_flags.FURNITURE, word_flags.YOU, word_flags.SPEECH, word_flags.CREDIT)
    flagged = (counts.flags & sum(counted)).nonzero()[0]
    line, word = unique_pairs(counts.line.take(flagged), counts.word_id.take(flagged))
    flags = counts.id_flags.take(word)
    return [np.bincount(line[flags & flag > 0], minlength=len(counts.word_count)) for flag in counted]


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


def _endings(counts: LineCounts) -> tuple[Numbers, Numbers, Booleans]:
    """The worth of each line's last mark, whether quotation marks close it, whether it trails off."""
    texts = counts.texts
    ends = np.zeros(len(texts), dtype=complex)
    marked = (counts.closing > WIDE).nonzero()[0]
    found = [_ending(texts[i][-3:]) for i in marked.tolist()]
    ends[marked] = found
    how = ends.imag
    return ends.real, how % 2, how >= 2


def _marks(counts: LineCounts) -> Numbers:
    """How many list marks, copyright signs and addresses each line has."""
    marks = counts.kinds["mark"]
    if "http" in counts.text or "www." in counts.text:
        marks = marks.copy()
        for i, text in enumerate(counts.texts):
            if "http" in text or "www." in text:
                marks[i] += len(_ADDRESS.findall(text))
    return marks


def _title_share(counts: LineCounts) -> Numbers | float:
    """How many of the words of the page's first line, if it has more than three, stand in each line."""
    if len(counts.texts[0][:PREFIX].split()) <= 3:
        return 0.0
    words = counts.word_count[0]
    wanted = np.zeros(len(counts.id_flags), dtype=bool)
    wanted[counts.word_id[:words][counts.offset[:words] < PREFIX]] = True
    there = (wanted.take(counts.word_id) & (counts.offset < PREFIX)).nonzero()[0]
    line, _ = unique_pairs(counts.line.take(there), counts.word_id.take(there))
    share: Numbers = np.bincount(line, minlength=len(counts.word_count)) / max(1, int(np.count_nonzero(wanted)))
    return share


def cohesion(counts: LineCounts, new: Booleans) -> Numbers:
    """How much each line's longer words turn up in the page's other long lines, from 0 to 1; 0 for short lines.

    `new`: which lines stand there for the first time; repeated lines tell nothing new. The lines of one article share
    their subject; teasers of others do not.
    """
    lines = len(new)
    chosen = (counts.length > 4) & (counts.size > 40).take(counts.line) & (counts.offset < PREFIX)
    at = chosen.nonzero()[0]
    line, word = unique_pairs(counts.line.take(at), counts.word_id.take(at))
    seen = np.bincount(word[new.take(line)], minlength=len(counts.id_flags))
    worth = np.minimum(np.maximum(seen.take(word) - 1, 0), 3)
    shared = np.bincount(line, weights=worth, minlength=lines)
    share: Numbers = shared / (3 * np.maximum(np.bincount(line, minlength=lines), 1))
    return share


def content_weight(rows: FeatureRows) -> Matrix:
    """The words of lines that read like sentences, capped; 0 for the others."""
    words = np.expm1(rows["words"])
    share = rows["function_share"]
    sentence = (rows["ending"] >= 0.6) & (words >= 8) & (share >= 0.12)
    sentence |= (words >= 25) & (share >= 0.15)
    sentence &= rows["repeats"] < 0.6
    weight: Matrix = np.minimum(words, 120) * sentence
    return weight
