"""What a story is called: a headline of its articles that stands for all of them and for how things are by now.

In the reader's own language, where an article has it, else in that of most of the story. Not here: which articles
a story has (`stories`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.language.common_words import COMMON_WORDS
from reader.language.preferred import preferred_language
from reader.language.words import root
from reader.library.file.connection import Database

_COMPARED = 50
"""Headlines of a story that are compared with each other: the first and the last."""
_LATEST = 200
"""Articles by which the language of most of the library is told, the last added."""
_LATE = 2
"""A headline of the story's last day is worth one of its first day so many times more often."""
_ODD = 0.4
"""What one is worth that shouts, asks or opens with somebody's words."""
_ODD_HEADLINE = re.compile(r"\b[A-Z]{5,}\b|[!?！？؟]|^[\"“„«‘‹「]")
_WORD = re.compile(r"\d+|\w{4,}")
"""A number, or a word that says something: the short ones are mostly the same in all headlines."""
_TELLING = frozenset(
    ("says", "said", "tells", "told", "sagt", "sagte", "dice", "dijo", "disse", "selon", "говорит", "заявил", "сказал")
)
"""That somebody said it, which any headline may have."""


class Headline(NamedTuple):
    """A headline of a story, and what tells how well it stands for all."""

    text: str
    language: str | None = None
    day: str | None = None
    """ISO 8601; None: undated."""
    known: bool = True
    """Whether its outlet is known."""


def languages_for_titles(db: Database) -> tuple[str | None, str | None]:
    """The language that the reader wants, and that of most of the library: which of a story's decides if it has two."""
    sql = f"SELECT language FROM (SELECT language FROM article ORDER BY id DESC LIMIT {_LATEST})"
    most = db.value(f"{sql} GROUP BY language ORDER BY language IS NULL, count(*) DESC LIMIT 1")
    return preferred_language(), most


def title(headlines: Sequence[Headline], wanted: str | None, most: str | None = None) -> str | None:
    """The headline that stands for the story; None where there is none.

    It is in the language `wanted`, where one is, else in that of most of them (of two, in `most`); dated and of a known
    outlet, if one of these is; then nearest to all the others by the words in both, the latest of the near ones, none
    that shouts or asks. headlines: in time order. One that has a single word in common with the others is no nearer
    than the first: that may be chance.
    """
    half = _COMPARED // 2
    compared = headlines if len(headlines) <= _COMPARED else [*headlines[:half], *headlines[-half:]]
    words = [_words(one) for one in compared]
    eligible = _eligible(compared, _language(compared, wanted, most))
    days = sorted({one.day for one in compared if one.day})
    late = {day: at / max(1, len(days) - 1) for at, day in enumerate(days)}
    others = {at: [other for i, other in enumerate(words) if i != at] for at in eligible}

    def fitness(at: int) -> float:
        near = math.fsum(_alike(words[at], other) for other in others[at])
        return near * (1 + _LATE * late.get(compared[at].day or "", 0.0)) * (_ODD if _odd(compared[at].text) else 1.0)

    near = [at for at in eligible if sum(len(words[at] & other) for other in others[at]) > 1]
    best = max(near, key=fitness, default=eligible[0] if eligible else None)
    return None if best is None else compared[best].text


def _language(headlines: Sequence[Headline], wanted: str | None, most: str | None) -> str | None:
    counts = Counter(one.language for one in headlines)
    return wanted if wanted in counts else max(counts, key=lambda one: (counts[one], one == most), default=None)


def _eligible(headlines: Sequence[Headline], language: str | None) -> list[int]:
    """Those in the language; of these the dated ones of a known outlet, else the dated ones, if there are any."""
    own = [at for at, one in enumerate(headlines) if one.language == language]
    dated = [at for at in own if headlines[at].day]
    return [at for at in dated if headlines[at].known] or dated or own


def _odd(text: str) -> bool:
    """Whether a headline shouts, asks or opens with somebody's words."""
    return _ODD_HEADLINE.search(text) is not None and not text.isupper()


def _words(headline: Headline) -> set[str]:
    common = COMMON_WORDS.get(headline.language or "", frozenset()) | _TELLING
    return {root(word) for word in _WORD.findall(headline.text.casefold()) if word not in common}


def _alike(one: set[str], other: set[str]) -> float:
    """The cosine of two sets of words."""
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0
