"""What differs inside two sentences that match: words, and above all figures and dates that disagree.

Plain functions of two texts. Not here: which sentences match (passages.py).
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from reader.comparison import Change
from reader.language.calendar import months, weekdays
from reader.language.words import root, stop_words
from reader.scripts import HAN, KANA

_TOKEN = re.compile(
    f"[{KANA}{HAN}]|\\d{{1,2}}:\\d\\d|\\d+(?:[.,\u00a0\u202f]\\d+)*|%|[^\\W\\d_]+(?:['’.-][^\\W\\d_]+)*"
)
"""A word, a number, a time of day, a per cent sign; in Chinese and Japanese a character."""
_AMBIGUOUS_MONTHS = {"march": 3, "may": 5}
"""English words that name a month only beside a day."""
_SMALL = (
    "zero - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
"""Numbers in words; `one` is hardly ever a figure."""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "tausend": 1e3, "mille": 1e3, "mil": 1e3, "million": 1e6, "millions": 1e6,
    "millionen": 1e6, "millones": 1e6, "milioni": 1e6, "billion": 1e9, "milliarden": 1e9, "milliards": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_PER_CENT = frozenset(["%", "percent", "prozent", "procent"])


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number or date among the words of a sentence."""

    first: int
    last: int
    """The words it is written in."""
    kind: str
    value: float
    about: frozenset[str]
    """The roots of the words beside it, which tell what it counts."""


def differences(
    a: str, b: str, *, in_order: bool = True, language: str | None = "en"
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """What each of two sentences says differently from the other, or alone; places count in each of them.

    in_order: by their order of words, as for copies; else the words whose meaning the other does not have at all.
    Figures and weekdays, dates and years that disagree are marked in any case, wherever they stand. Never raises.
    """
    words_a, words_b = list(_TOKEN.finditer(a)), list(_TOKEN.finditer(b))
    said_a, said_b = [_normal(w.group()) for w in words_a], [_normal(w.group()) for w in words_b]
    marks_a, marks_b = [""] * len(said_a), [""] * len(said_b)
    blocks = _blocks(said_a, said_b) if in_order else []
    if in_order:
        for first_a, last_a, first_b, last_b in blocks:
            marks_a[first_a:last_a] = ["words"] * (last_a - first_a)
            marks_b[first_b:last_b] = ["words"] * (last_b - first_b)
    else:
        stop = stop_words(language)
        marks_a, marks_b = _lacking(said_a, said_b, stop), _lacking(said_b, said_a, stop)
    for mine, theirs in _disagreeing(list(_figures(said_a)), list(_figures(said_b)), blocks, in_order=in_order):
        marks_a[mine.first : mine.last + 1] = ["figure"] * (mine.last + 1 - mine.first)
        marks_b[theirs.first : theirs.last + 1] = ["figure"] * (theirs.last + 1 - theirs.first)
    return _changes(words_a, marks_a), _changes(words_b, marks_b)


def _normal(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace("’", "'").casefold()


def _blocks(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The stretches that differ, as words from and to on either side."""
    if max(len(a), len(b)) > _LONGEST:
        return [] if a == b else [(0, len(a), 0, len(b))]
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return [tuple(places) for tag, *places in matcher.get_opcodes() if tag != "equal"]  # type: ignore[misc]


_LONGEST = 1_000
"""Words of a sentence up to which they are compared one by one: the cost grows with the square."""


def _lacking(mine: Sequence[str], theirs: Sequence[str], stop: frozenset[str]) -> list[str]:
    there = {root(word) for word in theirs}
    return ["words" if word not in stop and root(word) not in there else "" for word in mine]


def _changes(words: Sequence[re.Match[str]], marks: Sequence[str]) -> tuple[Change, ...]:
    """Neighbouring words with one mark are one change."""
    found = []
    for mark, group in groupby(zip(words, marks, strict=True), key=lambda pair: pair[1]):
        if mark:
            members = [word for word, _ in group]
            found.append(Change(members[0].start(), members[-1].end(), figure=mark == "figure"))
    return tuple(found)


# --------------------------------------------------------------------- figures


def _disagreeing(
    mine: Sequence[_Figure],
    theirs: Sequence[_Figure],
    blocks: Sequence[tuple[int, int, int, int]],
    *,
    in_order: bool,
) -> Iterator[tuple[_Figure, _Figure]]:
    """Pairs of figures of one kind, of different value, that stand for the same thing as far as can be told.

    They stand in the same place between the same words, or beside the same word, or each is the only one of its kind
    that the other sentence does not have, both having as many of that kind. In other words than a copy's that is not
    enough for a mere number, which may count anything.
    """
    for kind in sorted({figure.kind for figure in mine}):
        all_a, all_b = [f for f in mine if f.kind == kind], [f for f in theirs if f.kind == kind]
        only_a = [f for f in all_a if f.value not in {g.value for g in all_b}]
        only_b = [f for f in all_b if f.value not in {g.value for g in all_a}]
        alone = len(only_a) == len(only_b) == 1 and len(all_a) == len(all_b) and (in_order or kind != "number")
        for one in only_a:
            for other in only_b:
                if alone or _one_place(one, other, blocks) or one.about & other.about:
                    yield one, other
                    only_b.remove(other)
                    break


def _one_place(one: _Figure, other: _Figure, blocks: Sequence[tuple[int, int, int, int]]) -> bool:
    return any(a <= one.first < b and c <= other.first < d and b - a <= 6 and d - c <= 6 for a, b, c, d in blocks)


def _figures(words: Sequence[str]) -> Iterator[_Figure]:
    """The numbers, weekdays, dates and years among some words."""
    at = 0
    while at < len(words):
        figure = _date(words, at) or _number(words, at)
        if figure:
            yield figure
            at = figure.last
        at += 1


def weekday_or_date(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, float]]:
    """The weekdays, dates and hours of a sentence: where each stands in the text, its kind and its value."""
    found = list(_TOKEN.finditer(text, start, end))
    for figure in _figures([_normal(word.group()) for word in found]):
        if figure.kind in ("weekday", "day", "time"):
            yield found[figure.first].start(), found[figure.last].end(), figure.kind, figure.value


def _date(words: Sequence[str], at: int) -> _Figure | None:
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    weekday = weekdays().get(word.removesuffix("'s"))
    if weekday is not None:
        return _Figure(at, at, "weekday", weekday, frozenset())
    day = _day(word)
    month = months().get(following) or _AMBIGUOUS_MONTHS.get(following)
    if day and month:
        return _Figure(at, at + 1, "day", month * 100 + day, frozenset())
    month = months().get(word) or _AMBIGUOUS_MONTHS.get(word)
    if month and _day(following):
        return _Figure(at, at + 1, "day", month * 100 + _day(following), frozenset())
    if word in months():
        return _Figure(at, at, "month", months()[word], frozenset())
    return None


def _number(words: Sequence[str], at: int) -> _Figure | None:
    value, last = _value(words[at]), at
    if value is None:
        return None
    kind = "year" if re.fullmatch(r"(1[89]|20)\d\d", words[at]) else "time" if ":" in words[at] else "number"
    while last + 1 < len(words) and words[last + 1] in _SCALES and kind in ("number", "year"):
        last, kind = last + 1, "number"
        value *= _SCALES[words[last]]
    following = words[last + 1 : last + 3]
    if following == ["per", "cent"] or not _PER_CENT.isdisjoint(following[:1]):
        kind = "per cent"
    beside = {root(word) for word in words[last + 1 : last + 2] if len(word) > 3}
    return _Figure(at, last, kind, value, frozenset(beside))


def _value(word: str) -> float | None:
    """The number that a word stands for; None if for none."""
    if word[:1].isdigit():
        if ":" in word:
            hours, minutes = word.split(":")
            return int(hours) * 60 + float(minutes)
        if re.fullmatch(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+", word):
            return float(re.sub(r"\D", "", word))
        try:
            return float(word.replace(",", "."))
        except ValueError:
            return None
    tens, _, ones = word.partition("-")
    if tens in _tens() and ones in ("", "one", *_small()):
        return float(_tens()[tens] + (1 if ones == "one" else _small().get(ones, 0)))
    return _small().get(word)


def _day(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and 1 <= int(word[:3]) <= 31 else 0


@cache
def _small() -> dict[str, int]:
    return {word: number for number, word in enumerate(_SMALL.split()) if word != "-"}


@cache
def _tens() -> dict[str, int]:
    return {word: number * 10 for number, word in enumerate(_TENS.split(), 2)}
