"""How likely a word is to stand in an account of several articles.

A linear estimate from how many tell it, how often and how early (after Hong and Nenkova, "Improving the estimation of
word importance for news multi-document summarization", EACL 2014), fitted to round-ups by editors. Not here: sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import exp, log

from reader.language.words import ROOT

WEIGHTS = {
    "always": 0.05,
    "tellings": 0.215,
    "often": 0.155,
    "early": 0.1,
    "headlines": 0.39,
    "name": 0.12,
    "figure": 0.08,
    "share": 0.08,
}
"""How much each property of a word adds to its likelihood."""
_ASCII_CAPITAL = re.compile(r" ([A-Z](?<=\w .)[\w.'-]+)")
_ANY_LARGE = re.compile(r" ([^\W\d_a-zß-ÿ](?<=\w .)[\w.'’-]+)")
"""A word that may have a capital behind another word; the blank comes first, since it is quick to look for."""


def importance(
    articles: Sequence[Sequence[frozenset[str]]],
    tellings: Sequence[int],
    headlines: Sequence[frozenset[str]],
    names: dict[str, int],
) -> dict[str, float]:
    """The likelihood, between 0 and 1, of each root.

    articles: the roots of the sentences of each, in order. tellings: for each the number of its telling. headlines: the
    roots of each headline. names: as `named` gives them.
    """
    tell: dict[str, set[int]] = {}
    first: dict[str, int] = {}
    often: Counter[str] = Counter()
    seen: set[frozenset[str]] = set()
    for telling, sentences in zip(tellings, articles, strict=True):
        for number, roots in enumerate(sentences):
            for word in roots:
                tell.setdefault(word, set()).add(telling)
                first[word] = min(first.get(word, number), number)
            if roots not in seen:
                seen.add(roots)
                often.update(roots)
    titles = Counter(word for headline in headlines for word in headline)
    others = max(1, len(set(tellings)) - 1)
    found = {}
    for word, told in tell.items():
        properties = {
            "always": 1.0,
            "tellings": (len(told) - 1) / others,
            "often": log(often[word]),
            "early": exp(-first[word] / 2),
            "headlines": titles[word] / len(articles),
            "name": float(word in names),
            "figure": float(word[0].isdigit()),
            "share": often[word] / len(seen),
        }
        found[word] = min(1.0, sum([WEIGHTS[name] * value for name, value in properties.items()]))
    return found


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
