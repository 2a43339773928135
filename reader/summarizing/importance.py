"""How likely a word of an article is to stand in a summary of it.

A linear estimate from how often, where and how the word stands in the article (after Hong and Nenkova, "Improving the
estimation of word importance for news multi-document summarization", EACL 2014). The weights come from
benchmarks/fit_news.py. Not here: sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
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

BEHIND_FIGURES = ":"
"""Words that begin with a figure sort before it."""
_ASCII_CAPITAL = re.compile(r" ([A-Z](?<=\w .)[\w.'-]+)")
_ANY_LARGE = re.compile(r" ([^\W\d_a-zß-ÿ](?<=\w .)[\w.'’-]+)")
"""A word that may have a capital behind another word; the blank comes first, since it is quick to look for."""


def importance(
    sentences: Sequence[frozenset[str]], names: frozenset[str], headline: frozenset[str]
) -> dict[str, float]:
    """The likelihood, between 0 and 1, of each root.

    `sentences` holds the roots of each sentence, in order; `names` and `headline` are sets of roots.
    """
    spread = Counter(chain.from_iterable(sentences))
    share = WEIGHTS["share"] / (len(sentences) or 1)
    besides = _besides(names, headline, [word for word in spread if word < BEHIND_FIGURES])
    found: dict[str, float] = {}
    for i, roots in enumerate(sentences):
        start, often = _by_place(i)
        for word in roots:
            if word not in found:
                likelihood = start + often * log(spread[word]) + share * spread[word] + besides.get(word, 0.0)
                found[word] = min(1.0, likelihood)
    return found


def matters(
    sentences: Sequence[frozenset[str]],
    names: frozenset[str],
    headline: frozenset[str],
    spread: Mapping[str, int],
    figures: Sequence[str],
) -> list[float]:
    """The mean importance of the roots of each sentence, as `importance` has it.

    `spread` says in how many sentences those roots stand that stand in several; `figures` are the roots that begin with
    one. Most stand in one sentence, and nothing speaks for them besides: they are counted, not looked at.
    """
    share = WEIGHTS["share"] / (len(sentences) or 1)
    besides = _besides(names, headline, figures)
    special = besides.keys() | spread.keys()
    known: dict[str, float] = {}
    found = []
    for i, roots in enumerate(sentences):
        start, often = _by_place(i)
        looked_at = roots & special
        value = (len(roots) - len(looked_at)) * min(1.0, start + share)
        for word in looked_at:
            likelihood = known.get(word)
            if likelihood is None:
                count = spread.get(word, 1)
                likelihood = start + often * log(count) + share * count + besides.get(word, 0.0)
                known[word] = likelihood = likelihood if likelihood < 1.0 else 1.0
            value += likelihood
        found.append(value / (len(roots) or 1))
    return found


@lru_cache(maxsize=5_000)
def _by_place(first: int) -> tuple[float, float]:
    """What a root is worth for its first sentence being this one, and how much more with the logarithm of its count."""
    early = exp(-first / 3)
    start = WEIGHTS["always"] + WEIGHTS["early"] * early + (0.0 if first else WEIGHTS["opening"])
    return start, WEIGHTS["often"] + WEIGHTS["often and early"] * early


def _besides(names: frozenset[str], headline: frozenset[str], figures: Iterable[str]) -> dict[str, float]:
    """What some roots are worth besides, wherever and however often they stand."""
    found = dict.fromkeys(figures, WEIGHTS["figure"])
    for word in names:
        found[word] = found.get(word, 0.0) + WEIGHTS["name"]
    for word in headline:
        found[word] = found.get(word, 0.0) + HEADLINE
    return found


def properties(word: str, count: int, first: int, sentences: int, names: frozenset[str]) -> dict[str, float]:
    """What the estimate goes by, for a root in `count` sentences of so many, first in number `first`.

    `importance` adds these up, each times its weight, and what the headline adds.
    """
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

    Words that have it in one sentence only are left out. Much quicker for texts that have gone through `straight`.
    """
    once: set[str] = set()
    several: dict[str, int] = {}
    for text in texts:
        if text.isascii():
            large: list[str] = _ASCII_CAPITAL.findall(text)
        else:
            large = [word for word in _ANY_LARGE.findall(text) if word[0].isupper()]
        if large:
            for name in {word.lower()[:ROOT] if word.isalpha() else _bare_root(word) for word in large}:
                if name in once:
                    several[name] = several.get(name, 1) + 1
                else:
                    once.add(name)
    return several


@lru_cache(maxsize=50_000)
def _bare_root(word: str) -> str:
    """The root of a word without what is behind an apostrophe, in small letters."""
    return word.replace("’", "'").split("'")[0].rstrip(".-").lower()[:ROOT]
