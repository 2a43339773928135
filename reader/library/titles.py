"""What a story is called: the headline of its articles that stands nearest to all the others.

In the reader's own language, where an article has it, else in that of most of the library. Not here: which articles
a story has (`stories`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from reader.language.common_words import COMMON_WORDS
from reader.language.preferred import preferred_language
from reader.language.words import root
from reader.library.file.connection import Database

_COMPARED = 50
"""Headlines of a story that are compared with each other."""
_LATEST = 200
"""Articles by which the language of most of the library is told, the last added."""
_WORD = re.compile(r"\d+|\w{4,}")
"""A number, or a word that says something: the short ones are mostly the same in all headlines."""
_TELLING = frozenset(
    ("says", "said", "tells", "told", "sagt", "sagte", "dice", "dijo", "disse", "selon", "говорит", "заявил", "сказал")
)
"""That somebody said it, which any headline may have."""


def language_for_titles(db: Database) -> str | None:
    """The language that stories are named in where they can be."""
    sql = f"SELECT language FROM (SELECT language FROM article ORDER BY id DESC LIMIT {_LATEST})"
    return preferred_language() or db.value(f"{sql} GROUP BY language ORDER BY language IS NULL, count(*) DESC LIMIT 1")


def title(headlines: Sequence[tuple[str, str | None]], language: str | None) -> str | None:
    """The headline nearest to all the others by the words in both, the first of several; None where there is none.

    headlines: each with its language, in time order. language: one in it is taken, where there is one. One that has a
    single word in common with the others is no nearer than the first: that may be chance.
    """
    words = [_words(text, own) for text, own in headlines[:_COMPARED]]
    wanted = [at for at in range(len(words)) if headlines[at][1] == language] or list(range(len(words)))
    others = {at: [other for i, other in enumerate(words) if i != at] for at in wanted}
    near = [at for at in wanted if sum(len(words[at] & other) for other in others[at]) > 1] or wanted[:1]
    nearest = max(near, key=lambda at: math.fsum(_alike(words[at], other) for other in others[at]), default=None)
    return None if nearest is None else headlines[nearest][0]


def _words(text: str, language: str | None) -> set[str]:
    common = COMMON_WORDS.get(language or "", frozenset()) | _TELLING
    return {root(word) for word in _WORD.findall(text.casefold()) if word not in common}


def _alike(one: set[str], other: set[str]) -> float:
    """The cosine of two sets of words."""
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0
