#!/usr/bin/env python3
"""Quality and speed of summaries: the first sentences, the methods of sumy, and ours, as tables in Markdown.

    python benchmarks/summaries.py PLACE [PLACE ...]     on articles with summaries by people: needs rouge-score
    python benchmarks/summaries.py --speed               by number of sentences, on made-up articles

A place is a .jsonl.gz file or a folder of them; each line is a JSON object with `text`, `references` (summaries written
by people) and perhaps `headline`. Quality is ROUGE-1/2/Lsum F1 × 100 with stemming for three sentences, the mean over
references and articles, and the mean number of words: longer is not better. The methods of sumy choose among our
sentences. Speed is measured in the same run, from sentences to a ranking, as a multiple of sumy's own LexRank pipeline.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reader.language.sentences import sentences, spans
from reader.summarizing import METHODS
from reader.summarizing.methods import document, ratings
from reader.summarizing.news import rank_texts
from reader.summarizing.units import split

SIZES = (30, 100, 300, 1_000, 3_000, 5_000)
MEASURES = ("rouge1", "rouge2", "rougeLsum")


def lead(texts: Sequence[str], headline: str | None) -> list[int]:
    """The sentences as they come."""
    return list(range(len(texts)))


def by(method: str) -> Callable[[Sequence[str], str | None], list[int]]:
    """Which sentences one of our methods takes, best first."""
    if method == "news":
        return lambda texts, headline: rank_texts(texts, headline=headline)[0]

    def order(texts: Sequence[str], headline: str | None) -> list[int]:
        scores = ratings(texts, method)
        return sorted(range(len(texts)), key=lambda i: -scores[i])

    return order


def quality(path: Path) -> None:
    """Prints one table of ROUGE figures and speeds."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    articles = [[item["text"][start:end] for start, end in split(item["text"], "en")] for item in items]
    sumys_lexrank(articles[0])  # loads what it needs
    slowest = sum(seconds(lambda texts=texts: sumys_lexrank(texts), 3) for texts in articles)
    print(
        f"\n{path.name.split('.')[0]}, {len(items)} articles of {statistics.mean(map(len, articles)):.0f} sentences\n"
    )
    print("| method | ROUGE-1 | ROUGE-2 | ROUGE-L | words | speed |\n|---|---:|---:|---:|---:|---:|")
    for name, order in [("lead-3", lead), *((method, by(method)) for method in METHODS)]:
        orders = [order(texts, item.get("headline")) for item, texts in zip(items, articles, strict=True)]
        took = sum(seconds(lambda texts=texts, order=order: order(texts, None), 3) for texts in articles)
        speed = f"{slowest / took:.1f} ×" if name != "lead-3" else ""
        chosen = [
            [texts[i] for i in sorted(best[:3])]
            for texts, best in zip(sentences_of(items) if name == "lead-3" else articles, orders, strict=True)
        ]
        figures = " | ".join(f"{figure:.1f}" for figure in rouge(items, chosen))
        print(f"| {name} | {figures} | {speed} |", flush=True)


def sentences_of(items: Sequence[dict[str, Any]]) -> list[list[str]]:
    """Plain sentences: `lead-3` knows nothing of quotations kept whole."""
    return [sentences(item["text"], "en") for item in items]


def rouge(items: Sequence[dict[str, Any]], summaries: Sequence[Sequence[str]]) -> list[float]:
    """ROUGE-1, -2, -Lsum F1 × 100 and words, the means."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(list(MEASURES), use_stemmer=True)
    rows = []
    for item, summary in zip(items, summaries, strict=True):
        lines = "\n".join(" ".join(sentence.split()) for sentence in summary)
        scores = [scorer.score("\n".join(sentences(r, "en")), lines) for r in item["references"]]
        row = [100 * statistics.mean(score[measure].fmeasure for score in scores) for measure in MEASURES]
        rows.append([*row, len(lines.split())])
    return [statistics.mean(column) for column in zip(*rows, strict=True)]


def made_up(count: int) -> list[str]:
    """Sentences of 8 to 28 words, some words frequent and most rare, as in a newspaper."""
    draw = random.Random(count)
    words = [f"{draw.choice('bcdfglmnprst')}{draw.choice('aeiou')}{n:x}ing" for n in range(8_000)]
    found = []
    for _ in range(count):
        size = draw.randint(8, 28)
        chosen = [words[int(len(words) * draw.random() ** 3)] for _ in range(size)]
        found.append("The " + " of the ".join(" ".join(chosen[k : k + 3]) for k in range(0, size, 3)) + ".")
    return found


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def sumys_lexrank(texts: Sequence[str]) -> object:
    """The pipeline of sumy itself on the same sentences."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    tool = LexRankSummarizer(Stemmer("english"))
    tool.stop_words = get_stop_words("english")
    return tool(document(texts), 3)


def speed() -> None:
    """Prints milliseconds a text by number of sentences."""
    print("| sentences | splitting | news | LexRank here | LexRank of sumy |\n|---:|---:|---:|---:|---:|")
    for size in SIZES:
        texts = made_up(size)
        whole = " ".join(texts)
        row = [
            seconds(lambda whole=whole: spans(whole)),
            seconds(lambda texts=texts: rank_texts(texts)),
            seconds(lambda texts=texts: ratings(texts, "lexrank"), 2) if size <= 3_000 else None,
            seconds(lambda texts=texts: sumys_lexrank(texts), 1 if size > 100 else 3) if size <= 1_000 else None,
        ]
        cells = " | ".join("" if value is None else f"{1000 * value:.1f}" for value in row)
        print(f"| {size} | {cells} |", flush=True)


def long_text(size: int = 1_000) -> None:
    """Prints the seconds that LexRank takes for so many sentences, here and in sumy."""
    texts = made_up(size)
    here, there = seconds(lambda: ratings(texts, "lexrank"), 3), seconds(lambda: sumys_lexrank(texts), 1)
    print(f"\nLexRank at {size:,} sentences: {here:.2f} s, sumy's own {there:.1f} s ({there / here:.0f} ×)")


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="*", type=Path, metavar="PLACE", help="a .jsonl.gz file or a folder of them")
    parser.add_argument("--speed", action="store_true", help="speed by number of sentences")
    options = parser.parse_args()
    for place in options.places:
        for path in sorted(place.glob("*.jsonl.gz")) if place.is_dir() else [place]:
            quality(path)
    if options.places:
        long_text()
    if options.speed or not options.places:
        speed()


if __name__ == "__main__":
    main()
