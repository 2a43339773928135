"""How likely a word of an article is to stand in a summary of it.

A linear estimate from how often, where and how the word stands in the article (after Hong and Nenkova, "Improving the
estimation of word importance for news multi-document summarization", EACL 2014). The weights come from
benchmarks/fit_news.py. Not here: sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
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

_FIGURES = frozenset("0123456789")
_BEHIND_FIGURES = ":"
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
    total = len(sentences) or 1
    found: dict[str, float] = {}
    for i, roots in enumerate(sentences):
        for word in roots:
            if word not in found:
                found[word] = min(1.0, _worth(spread[word], i, total) + _more(word, names, headline))
    return found


def matters(
    sentences: Sequence[frozenset[str]],
    names: frozenset[str],
    headline: frozenset[str],
    spread: Mapping[str, int],
    again: frozenset[str],
) -> list[float]:
    """The mean importance of the roots of each sentence, as `importance` has it.

    `spread` says in how many sentences each root stands, `again` has those that stand in several. Most stand in one:
    they are counted, not looked at.
    """
    total = len(sentences) or 1
    more = names | headline | {word for word in spread if word < _BEHIND_FIGURES and word[0] in _FIGURES}
    special = more | again
    known: dict[str, float] = {}
    found = []
    for i, roots in enumerate(sentences):
        looked_at = roots & special
        value = (len(roots) - len(looked_at)) * _worth(1, i, total)
        for word in looked_at:
            if word not in known:
                extra = _more(word, names, headline) if word in more else 0.0
                known[word] = min(1.0, _worth(spread[word], i, total) + extra)
            value += known[word]
        found.append(value / (len(roots) or 1))
    return found


def _more(word: str, names: frozenset[str], headline: frozenset[str]) -> float:
    """What a root is worth besides, wherever it stands."""
    return (
        (WEIGHTS["name"] if word in names else 0.0)
        + (HEADLINE if word in headline else 0.0)
        + (WEIGHTS["figure"] if word[0] in _FIGURES else 0.0)
    )


@lru_cache(maxsize=50_000)
def _worth(count: int, first: int, sentences: int) -> float:
    """What is the same for all words in so many sentences and first in that one."""
    found = properties("-", count, first, sentences, frozenset())
    return min(1.0, sum(WEIGHTS[name] * value for name, value in found.items()))


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
    found: list[str] = []
    for text in texts:
        if text.isascii():
            found += {
                word[:ROOT].lower() if word.isalpha() else _bare_root(word) for word in _ASCII_CAPITAL.findall(text)
            }
        else:
            found += {_bare_root(word) for word in _ANY_LARGE.findall(text) if word[0].isupper()}
    return {name: count for name, count in Counter(found).items() if count > 1}


@lru_cache(maxsize=20_000)
def _bare_root(word: str) -> str:
    """The root of a word without what is behind an apostrophe, in small letters."""
    return word.replace("’", "'").split("'")[0].rstrip(".-").lower()[:ROOT]
