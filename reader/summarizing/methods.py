"""The sumy methods run on our own sentences: no parser, no tokenizer, no download, and no surprise.

Not here: the mathematics (`matrices`), the `news` method.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

from reader.language.words import stem, stop_words, words

_CLASSES = {
    "lexrank": "FastLexRank",
    "textrank": "FastTextRank",
    "lsa": "FastLsa",
    "luhn": "FastLuhn",
    "sumbasic": "FastSumBasic",
    "kl": "FastKL",
    "reduction": "FastReduction",
}
MOST = 3_000
"""Sentences that a method looks at; those of a longer text follow in reading order. A bound on memory and time."""


class Words:
    """Stands in for sumy's tokenizer, which wants nltk data."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """The words of a sentence, lower-cased."""
        return tuple(words(text))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """The text as it is: it is one sentence already."""
        return (text,)


def ratings(texts: Sequence[str], method: str, language: str | None = "en") -> list[float]:
    """How a sumy method rates each of the sentences, on its own scale; all 0 where it has nothing to go by."""
    seen = list(texts[:MOST])
    if not any(word for text in seen for word in words(text)):
        return [0.0] * len(texts)
    tool = summarizer(method, language)
    found: list[float] = []
    tool._get_best_sentences = _recorder(found)
    tool(document(seen), len(seen))
    # Ten digits: what is equal but for rounding stays equal, and the earlier sentence goes first.
    found = [float(f"{value:.10g}") if isfinite(value) else 0.0 for value in found] or [0.0] * len(seen)
    lowest = min(found)
    return found + [lowest - 1.0] * (len(texts) - len(seen))


def summarizer(method: str, language: str | None = "en") -> Any:
    """A sumy summarizer of that name, with our stemmers and stop words."""
    from reader.summarizing import matrices  # loads numpy, sumy and nltk

    tool = getattr(matrices, _CLASSES[method])(lambda word: stem(word, language))
    tool.stop_words = stop_words(language)
    return tool


def document(texts: Sequence[str]) -> Any:
    """A sumy document of one paragraph with these sentences, equal ones kept apart."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # loads nltk

    class Own(Sentence):  # type: ignore[misc]
        """Equal to itself only: sumy's sentences of equal text would share one rating."""

        __slots__ = ()
        __hash__ = object.__hash__

        def __eq__(self, other: object) -> bool:
            return self is other

    tokenizer = Words()
    return ObjectDocumentModel([Paragraph([Own(text, tokenizer) for text in texts])])


def _recorder(found: list[float]) -> Any:
    """Takes the place of the last step of every sumy summarizer, which picks the best, to keep the ratings."""

    def record(sentences: Sequence[Any], count: Any, rating: Any, *args: Any, **kwargs: Any) -> tuple[()]:
        rate = rating.__getitem__ if isinstance(rating, dict) else rating
        found.extend(float(rate(sentence, *args, **kwargs)) for sentence in sentences)
        return ()

    return record
