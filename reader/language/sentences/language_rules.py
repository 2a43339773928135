"""What an abbreviation, an ordinal or a common word is in a language, for `sentences`.

Not here: the words themselves (`abbreviations`, `words`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reader.language.sentences.abbreviations import EITHER, INSIDE, ORDINAL_DOT
from reader.language.words import stop_words


@dataclass(frozen=True, slots=True)
class Rules:
    """What the decisions need to know of a language."""

    code: str
    inside: frozenset[str]
    either: frozenset[str]
    own: frozenset[str]
    """The most common words of the language."""
    starters: frozenset[str]
    """Words so common that, capitalised after an abbreviation, they begin a sentence."""
    ordinals: bool


@cache
def rules_of(language: str) -> Rules:
    """The rules for an ISO 639-1 code; for one we know nothing of, those that all languages share."""
    return Rules(
        language,
        INSIDE[""] | INSIDE.get(language, frozenset()),
        EITHER[""] | EITHER.get(language, frozenset()),
        stop_words(language),
        stop_words(language) | stop_words("en"),
        language in ORDINAL_DOT,
    )
