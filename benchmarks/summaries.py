#!/usr/bin/env python3
"""Quality and speed of summaries: the first sentences, the methods of sumy, and ours, in one table.

    python benchmarks/summaries.py --data FILE.jsonl.gz [FILE.jsonl.gz ...]     quality: needs rouge-score
    python benchmarks/summaries.py --speed                                      speed, on made-up articles

Each line of a data file is a JSON object with `text` and `references` (summaries written by people). Quality is
ROUGE-1/2/Lsum F1 × 100 with stemming for three sentences, the mean over references and articles, and the mean number
of words: longer is not better.
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

from reader.language.sentences import sentences, spans
from reader.summarizing import METHODS, rank
from reader.summarizing.methods import document, ratings
from reader.summarizing.news import rank_texts

SIZES = (30, 100, 300, 1_000, 3_000, 5_000)
MEASURES = ("rouge1", "rouge2", "rougeLsum")


def lead(text: str) -> list[str]:
    """The first three sentences."""
    return sentences(text, "en")[:3]


def by(method: str) -> Callable[[str], list[str]]:
    """The three best sentences by one of our methods."""
    return lambda text: [sentence.text for sentence in rank(text, method=method).top(3).sentences]


def quality(path: Path) -> None:
    """Prints one table of ROUGE figures."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(list(MEASURES), use_stemmer=True)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    print(f"\n{path.name.split('.')[0]}, {len(items)} articles\n")
    print("| method | ROUGE-1 | ROUGE-2 | ROUGE-Lsum | words |\n|---|---:|---:|---:|---:|")
    for name, summarize in [("lead", lead), *((method, by(method)) for method in METHODS)]:
        rows, lengths = [], []
        for item in items:
            chosen = summarize(item["text"])
            lengths.append(sum(len(sentence.split()) for sentence in chosen))
            lines = "\n".join(" ".join(sentence.split()) for sentence in chosen)
            scores = [scorer.score("\n".join(sentences(r, "en")), lines) for r in item["references"]]
            rows.append([100 * statistics.mean(score[m].fmeasure for score in scores) for m in MEASURES])
        means = " | ".join(f"{statistics.mean(row[k] for row in rows):.1f}" for k in range(3))
        print(f"| {name} | {means} | {statistics.mean(lengths):.1f} |", flush=True)


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


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", nargs="+", type=Path, default=[], metavar="FILE")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    for path in options.data:
        quality(path)
    if options.speed or not options.data:
        speed()


if __name__ == "__main__":
    main()
