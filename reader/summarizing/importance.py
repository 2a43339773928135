"""How likely a word of an article is to stand in a summary of it.

A linear estimate from how often, where and how the word stands in the article (after Hong and Nenkova, "Improving the
estimation of word importance for news multi-document summarization", EACL 2014). The weights come from
benchmarks/fit_news.py. Not here: sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp, log

from reader.language.words import ROOT

WEIGHTS = {
    "always": 0.037,
    "often": 0.03,
    "early": 0.08,
    "opening": 0.053,
    "name": 0.066,
    "figure": 0.026,
    "often and early": 0.18,
    "share": 0.27,
}
"""How much each property of a word adds to its likelihood."""
HEADLINE = 0.15
"""What it adds that the headline has the word."""

_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_ENDS = frozenset('.!?…:"“')
_AROUND = ".,;:!?…\"”’»)]'"


def importance(
    sentences: Sequence[frozenset[str]], names: frozenset[str], headline: frozenset[str]
) -> dict[str, float]:
    """The likelihood, between 0 and 1, of each root.

    `sentences` holds the roots of each sentence, in order; `names` and `headline` are sets of roots.
    """
    spread: Counter[str] = Counter()
    first: dict[str, int] = {}
    for i, roots in enumerate(sentences):
        spread.update(roots)
        for word in roots:
            if word not in first:
                first[word] = i
    total = len(sentences) or 1
    found = {word: _worth(count, first[word], total) for word, count in spread.items()}
    for words, more in ((names, WEIGHTS["name"]), (headline, HEADLINE)):
        for word in words & found.keys():
            found[word] += more
    for word in found:
        if word[0] in "0123456789":
            found[word] += WEIGHTS["figure"]
    return {word: value if 0.0 <= value <= 1.0 else float(value > 0.5) for word, value in found.items()}


@lru_cache(maxsize=50_000)
def _worth(count: int, first: int, sentences: int) -> float:
    """What is the same for all words in so many sentences and first in that one."""
    return sum(WEIGHTS[name] * value for name, value in properties("-", count, first, sentences, frozenset()).items())


def properties(word: str, count: int, first: int, sentences: int, names: frozenset[str]) -> dict[str, float]:
    """What the estimate goes by, for a root in `count` sentences of so many, first in number `first`."""
    often, early = log(count), exp(-first / 3)
    return {
        "always": 1.0,
        "often": often,
        "early": early,
        "opening": float(first == 0),
        "name": float(word in names),
        "figure": float(word[0].isdigit()),
        "often and early": often * early,
        "share": count / sentences,
    }


def named(texts: Sequence[str]) -> dict[str, int]:
    """Roots of the words that have a capital inside a sentence, with the number of sentences they stand in.

    Words that have it in one sentence only are left out.
    """
    found: Counter[str] = Counter()
    for text in texts:
        parts = text.split()
        here = {
            part
            for before, part in pairwise(parts)
            if part[0] not in _SMALL and part[0].isupper() and before[-1].isalnum() and len(part) > 1
        }
        if here:
            found.update({part.rstrip(_AROUND).replace("’", "'").split("'")[0].lower()[:ROOT] for part in here})
    return {name: count for name, count in found.items() if count > 1}
