#!/usr/bin/env python3
"""Find the weights of the `news` method and of briefs from documents with summaries written by people.

    python benchmarks/fit_news.py FOLDER [--bags 12] [--check]

FOLDER holds summaries/summeval.jsonl.gz (SummEval's CNN / Daily Mail articles with eleven summaries each) and
briefs/roundups.jsonl.gz (openings of three outlets' stories and the editors' round-up, of NeuS). Each line is a JSON
object: `text` and `references`; `articles` and `reference`. Prints the tables that stand in the package (news.py,
briefs.py, importance.py). `--check` fits on four fifths of the documents and measures on the fifth, five times.

The score of a summary is the mean of ROUGE-1 and ROUGE-2 F1, each by what the first sentences get. Weights start from
those in the package and are moved one by one while that helps, on several random draws of the documents; the mean over
the draws is taken, since the best weights for one draw are good for that draw only. Signs are fixed beforehand: no
figure can make a broken quotation good. What stands in the package is the best round value near the printed one.

Tried without gain on documents left out: the expected score over all choices of three sentences in place of the best
(gradients, weights held near those of the first sentences), and how much more likely a word is to stand in a round-up
than its place in the article makes it, which foretold hardly a word of other summaries.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer

from reader.article import Article
from reader.language.sentences import sentences
from reader.language.words import root, words
from reader.summarizing import briefs, importance, news
from reader.summarizing.features import Unit, describe
from reader.summarizing.units import split

GOOD = {"position", "first", "matter", "recurring", "names", "headline", "support"}
"""Features whose weight may not fall below 0; of all others it may not rise above LEAST_BAD."""
LEAST_BAD = {"fragment": -0.3}
FIXED = {
    *("headline", "repeat", "caption", "broken", "dateline", "scene", "question"),
    *("short", "thin", "pronoun", "connective"),
}
"""Set by hand: the first are not in the documents often enough to learn from, and whether a summary reads well by
itself is nothing that ROUGE can tell."""
STEPS = (0.2, 0.1)
CAREFUL = 0.01
"""What each unit of weight must earn."""

_stem = cache(PorterStemmer().stem)


def tokens(text: str) -> list[str]:
    """Words as the ROUGE program counts them."""
    return [_stem(w) if len(w) > 3 else w for w in re.findall("[a-z0-9]+", text.lower())]


class Case:
    """A document (or a few), its summaries by people, and how good any choice of its sentences is."""

    def __init__(self, units: list[Unit], references: list[str], count: int) -> None:
        self.units, self.count = units, count
        self._tokens = [tokens(unit.text) for unit in units]
        self._references = [self._grams(tokens(reference)) for reference in references]
        self._known: dict[tuple[int, ...], tuple[float, float]] = {}

    @staticmethod
    def _grams(words: list[str]) -> tuple[Counter[object], Counter[object]]:
        return Counter(words), Counter(pairwise(words))

    def rouge(self, chosen: list[int]) -> tuple[float, float]:
        """ROUGE-1 and ROUGE-2 F1 × 100, the mean over the references."""
        key = tuple(sorted(chosen))
        if key not in self._known:
            mine = self._grams([word for i in key for word in self._tokens[i]])
            means = [statistics.mean(_f1(mine[n], reference[n]) for reference in self._references) for n in (0, 1)]
            self._known[key] = (means[0], means[1])
        return self._known[key]


def _f1(mine: Counter[object], theirs: Counter[object]) -> float:
    total = mine.total() + theirs.total()
    return 200 * (mine & theirs).total() / total if total else 0.0


class Fit:
    """Weights for a set of cases."""

    def __init__(self, cases: list[Case], counts: tuple[int, ...]) -> None:
        self.cases, self.counts = cases, counts
        lead = [case.rouge(list(range(min(case.count, len(case.units))))) for case in cases]
        self.lead = [statistics.mean(row[n] for row in lead) for n in (0, 1)]

    def measure(self, cases: list[Case], weights: dict[str, float], novelty: float, more: int = 0) -> list[float]:
        """Mean ROUGE-1 and ROUGE-2 with `more` sentences than asked for."""
        rows = []
        for case in cases:
            order, _ = news.greedy(case.units, weights, novelty)
            rows.append(case.rouge(order[: max(1, case.count + more)]))
        return [statistics.mean(row[n] for row in rows) for n in (0, 1)]

    def value(self, cases: list[Case], table: dict[str, float]) -> float:
        """How good a table is, less what its size costs."""
        weights = {name: weight for name, weight in table.items() if name != "novelty"}
        rows = [self.measure(cases, weights, table["novelty"], more) for more in self.counts]
        gain = statistics.mean(row[n] / self.lead[n] for row in rows for n in (0, 1))
        return 2 * gain - CAREFUL * sum(map(abs, table.values()))

    def climb(self, cases: list[Case], start: dict[str, float]) -> dict[str, float]:
        """Moves one weight at a time while it helps."""
        table, best = dict(start), self.value(cases, start)
        for step in STEPS:
            names = [name for name in table if name not in FIXED]
            random.shuffle(names)
            for name in names * 2:
                for moved in (table[name] + step, table[name] - step):
                    trial = {**table, name: moved}
                    if _allowed(name, moved) and (value := self.value(cases, trial)) > best:
                        table, best = trial, value
                        break
        return table

    def bagged(self, cases: list[Case], start: dict[str, float], bags: int) -> dict[str, float]:
        """The mean of what climbing finds on random draws."""
        found = [self.climb(random.choices(cases, k=len(cases)), start) for _ in range(bags)]
        return {name: round(statistics.mean(table[name] for table in found), 2) for name in start}

    def checked(self, start: dict[str, float], bags: int) -> list[float]:
        """ROUGE-1 and ROUGE-2 on documents that the weights were not fitted on."""
        cases = random.sample(self.cases, len(self.cases))
        sums = [0.0, 0.0]
        for fold in range(5):
            table = self.bagged([c for i, c in enumerate(cases) if i % 5 != fold], start, bags)
            weights = {name: weight for name, weight in table.items() if name != "novelty"}
            held = cases[fold::5]
            got = self.measure(held, weights, table["novelty"])
            sums = [total + len(held) * value for total, value in zip(sums, got, strict=True)]
        return [round(total / len(cases), 2) for total in sums]


def _allowed(name: str, weight: float) -> bool:
    if name in GOOD or name == "novelty":
        return weight >= 0
    return weight <= LEAST_BAD.get(name, 0.0)


def summary_cases(path: Path) -> list[Case]:
    """One case an article, three sentences wanted."""
    cases = []
    for item in _lines(path):
        texts = [item["text"][a:b] for a, b in split(item["text"], "en")]
        cases.append(Case(describe(texts), item["references"], 3))
    return cases


def brief_cases(path: Path) -> list[Case]:
    """One case a story, as many sentences wanted as the editors wrote."""
    cases = []
    for item in _lines(path):
        articles = [Article(headline=a["headline"], text=a["text"], language="en") for a in item["articles"]]
        units = [piece.unit for piece in briefs.gather(articles)[0]]
        cases.append(Case(units, [item["reference"]], max(1, len(sentences(item["reference"], "en")))))
    return cases


def _lines(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def word_weights(cases: list[Case], references: list[list[str]]) -> dict[str, float]:
    """Least squares: how far each property of a word goes to put it into the summaries of its article."""
    rows, shares = [], []
    for case, texts in zip(cases, references, strict=True):
        summaries = [{root(word) for word in words(text)} for text in texts]
        names = frozenset(importance.named([unit.text for unit in case.units]))
        spread = Counter(word for unit in case.units for word in unit.roots)
        for word, count in spread.items():
            first = next(i for i, unit in enumerate(case.units) if word in unit.roots)
            rows.append(importance.properties(word, count, first, len(case.units), names))
            shares.append(statistics.mean(word in summary for summary in summaries))
    table = np.array([list(row.values()) for row in rows])
    found = np.linalg.solve(table.T @ table + np.eye(table.shape[1]), table.T @ np.array(shares))
    return dict(zip(rows[0], found.round(3).tolist(), strict=True))


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bags", type=int, default=12, help="random draws (default 12)")
    parser.add_argument("--check", action="store_true", help="measure on documents left out")
    options = parser.parse_args()
    summaries = Fit(summary_cases(options.folder / "summaries" / "summeval.jsonl.gz"), (-1, 0, 1))
    rounds = Fit(brief_cases(options.folder / "briefs" / "roundups.jsonl.gz"), (0,))
    references = [item["references"] for item in _lines(options.folder / "summaries" / "summeval.jsonl.gz")]
    print("words:", json.dumps(word_weights(summaries.cases, references), indent=4))
    for name, fit, weights, novelty in (
        ("news", summaries, news.WEIGHTS, news.NOVELTY),
        ("briefs", rounds, briefs.WEIGHTS, briefs.NOVELTY),
    ):
        random.seed(1)
        start = {**weights, "novelty": novelty}
        print(name, "as it is:", [round(v, 2) for v in fit.measure(fit.cases, weights, novelty)], flush=True)
        if options.check:
            print(name, "on documents left out:", fit.checked(start, options.bags), flush=True)
        table = fit.bagged(fit.cases, start, options.bags)
        found = {feature: weight for feature, weight in table.items() if feature != "novelty"}
        print(name, "fitted:", [round(v, 2) for v in fit.measure(fit.cases, found, table["novelty"])])
        print(json.dumps(table, indent=4), flush=True)


if __name__ == "__main__":
    main()
