"""How likely a word of an article is to stand in a summary of it.

A linear estimate from how often, where and how the word stands in the article (after Hong and Nenkova, "Improving the
estimation of word importance for news multi-document summarization", EACL 2014). The weights come from
benchmarks/fit_news.py. Not here: sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import exp, log

from reader.language.words import root

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

_NAME = re.compile(r"(?<=[^\W_.!?…:\"“] )[^\W\d_a-z][\w'’-]+")


def importance(sentences: Sequence[Counter[str]], names: frozenset[str], headline: frozenset[str]) -> dict[str, float]:
    """The likelihood, between 0 and 1, of each root.

    `sentences` holds the roots of each sentence with their counts, in order; `names` and `headline` are sets of roots.
    """
    spread: Counter[str] = Counter()
    first: dict[str, int] = {}
    for i, roots in enumerate(sentences):
        spread.update(roots.keys())
        for word in roots:
            first.setdefault(word, i)
    found = {}
    for word, count in spread.items():
        value = sum(
            WEIGHTS[name] * x for name, x in properties(word, count, first[word], len(sentences), names).items()
        )
        if word in headline:
            value += HEADLINE
        found[word] = min(1.0, max(0.0, value))
    return found


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
        found.update({root(match.group().lower()) for match in _NAME.finditer(text)})
    return {name: count for name, count in found.items() if count > 1}
