#!/usr/bin/env python3
"""Quality and speed of summaries: the first sentences, the methods of sumy, and ours, as tables in Markdown.

    python benchmarks/summaries.py [PLACE ...]

A place is a .jsonl.gz file or a folder of them; each line is a JSON object with `text`, `references` (summaries written
by people) and perhaps `headline`, or, for briefs, with `articles` (objects with `headline`, `text`, `outlet`) and
`reference`. Quality (needs rouge-score) is ROUGE-1/2/Lsum F1 × 100 with stemming for three sentences, for briefs as
many as the reference has; the mean over references and articles, and the mean number of words: longer is not better.
The methods of sumy choose among our sentences. Speed is measured in the same run, from sentences to a ranking, as a
multiple of sumy's own LexRank pipeline: first of `news` on all articles of middle length, each once and in turn with
it (what is quick only with an article it has seen before is not quick; articles without `references` count here, too),
then of every method, then by the number of sentences, on made-up articles. Times are of the processor, so that others
on the machine matter less.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import zip_longest
from math import log2
from pathlib import Path
from typing import Any

from reader.article import Article
from reader.language.sentences import sentences, spans
from reader.summarizing import METHODS, brief
from reader.summarizing.candidates import split
from reader.summarizing.methods import document, ratings
from reader.summarizing.news import rank_texts

SIZES = (13, 30, 100, 300, 1_000, 3_000, 5_000)
MIDDLE = range(25, 38)
"""Sentences of an article such as most are."""
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
    items = read(path)
    articles = articles_of(items)
    sumys_lexrank(articles[0])  # loads what it needs
    slowest = sum(seconds(lambda texts=texts: sumys_lexrank(texts), 1) for texts in articles)
    print(
        f"\n{path.name.split('.')[0]}, {len(items)} articles of {statistics.mean(map(len, articles)):.0f} sentences\n"
    )
    print("| method | ROUGE-1 | ROUGE-2 | ROUGE-L | words | speed |\n|---|---:|---:|---:|---:|---:|")
    for name, order in [("lead-3", lead), *((method, by(method)) for method in METHODS)]:
        took = sum(seconds(lambda texts=texts, order=order: order(texts, None), 1) for texts in articles)
        speed = f"{slowest / took:.1f} ×" if name != "lead-3" else ""
        orders = [order(texts, item.get("headline")) for item, texts in zip(items, articles, strict=True)]
        chosen = [
            [texts[i] for i in sorted(best[:3])]
            for texts, best in zip(sentences_of(items) if name == "lead-3" else articles, orders, strict=True)
        ]
        figures = " | ".join(f"{figure:.1f}" for figure in rouge(items, chosen))
        print(f"| {name} | {figures} | {speed} |", flush=True)


def articles_of(items: Sequence[dict[str, Any]]) -> list[list[str]]:
    """The sentences of each."""
    return [pieces_of(item["text"]) for item in items]


def pieces_of(text: str) -> list[str]:
    """The sentences of a text that a summary is put together from."""
    return [text[place.start : place.end] for place in split(text, "en")]


def speed_on(items: Sequence[dict[str, Any]]) -> str:
    """How `news` compares on all articles of MIDDLE length, each in turn with the pipeline of sumy and once only."""
    times: list[tuple[float, float]] = []
    for item, texts in zip(items, articles_of(items), strict=True):
        if len(texts) in MIDDLE:
            news = seconds(lambda texts=texts, item=item: rank_texts(texts, headline=item.get("headline")), 1)
            times.append((news, seconds(lambda texts=texts: sumys_lexrank(texts), 1)))
        elif not times:  # loads what both need
            rank_texts(texts)
            sumys_lexrank(texts)
    if not times:
        return ""
    ours, theirs = (1000 * statistics.mean(column) for column in zip(*times, strict=True))
    return (
        f"\n{len(times)} articles of {MIDDLE.start} to {MIDDLE.stop - 1} sentences, each once: news {ours:.2f} ms, "
        f"LexRank of sumy {theirs:.2f} ms, {theirs / ours:.1f} ×"
    )


def quality_of_briefs(path: Path) -> None:
    """Prints the ROUGE figures of accounts of several articles: the first sentences in turn, LexRank over all, ours."""
    items = read(path)
    counts = [max(1, len(sentences(item["reference"], "en"))) for item in items]
    articles = [
        [Article(**{name: a.get(name) for name in ("headline", "text", "outlet")}) for a in item["articles"]]
        for item in items
    ]
    pieces = [[pieces_of(a.text) for a in story] for story in articles]
    turns = [[piece for turn in zip_longest(*story) for piece in turn if piece] for story in pieces]
    alike = [[text for texts in story for text in texts] for story in pieces]
    lexrank = by("lexrank")
    made = {
        "the first in turn": [story[:count] for story, count in zip(turns, counts, strict=True)],
        "lexrank": [
            [story[i] for i in sorted(lexrank(story, None)[:count])] for story, count in zip(alike, counts, strict=True)
        ],
        "brief": [
            [s.text for s in brief(story, sentences=count).sentences]
            for story, count in zip(articles, counts, strict=True)
        ],
    }
    print(f"\n{path.name.split('.')[0]}, {len(items)} stories\n")
    print("| method | ROUGE-1 | ROUGE-2 | ROUGE-L | words |\n|---|---:|---:|---:|---:|")
    alone = [{"references": [item["reference"]]} for item in items]
    for name, chosen in made.items():
        print(f"| {name} | " + " | ".join(f"{figure:.1f}" for figure in rouge(alone, chosen)) + " |", flush=True)


def read(path: Path) -> list[dict[str, Any]]:
    """The objects of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


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
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
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
    """Prints milliseconds a text by number of sentences; the column after `news` would be level if it took n log n."""
    print("\nMilliseconds by number of sentences\n")
    print("| sentences | splitting | news | by n log n | LexRank here | LexRank of sumy | of sumy by news |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for size in SIZES:
        texts = made_up(size)
        whole = " ".join(texts)
        news = seconds(lambda texts=texts: rank_texts(texts))
        sumy = seconds(lambda texts=texts: sumys_lexrank(texts), 1 if size > 100 else 3) if size <= 1_000 else None
        row = [
            1000 * seconds(lambda whole=whole: spans(whole)),
            1000 * news,
            1_000_000 * news / (size * log2(size)),
            1000 * seconds(lambda texts=texts: ratings(texts, "lexrank"), 2) if size <= 3_000 else None,
            1000 * sumy if sumy else None,
            sumy / news if sumy else None,
        ]
        print(f"| {size} | " + " | ".join("" if value is None else f"{value:.1f}" for value in row) + " |", flush=True)


def main() -> None:
    """Runs all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="*", type=Path, metavar="PLACE", help="a .jsonl.gz file or a folder of them")
    options = parser.parse_args()
    paths = [path for place in options.places for path in (sorted(place.glob("*.gz")) if place.is_dir() else [place])]
    files = {path: read(path) for path in paths}
    print(speed_on([item for items in files.values() for item in items if "text" in item]))
    for path, items in files.items():
        if "articles" in items[0]:
            quality_of_briefs(path)
        elif "references" in items[0]:
            quality(path)
    speed()


if __name__ == "__main__":
    main()
