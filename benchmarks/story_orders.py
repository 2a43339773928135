#!/usr/bin/env python3
"""How little the order of adding changes the stories: `python benchmarks/story_orders.py PLACE ... [--seeds N]`.

A place is a .jsonl.gz file or a folder of them; each line is a JSON object with `headline`, `text`, `outlet`,
`published` (a day or null), `url` and `event`, the event it tells. The articles are added as they come, then in orders
drawn by lot, as `Library.add_articles` does it. Shown are B-cubed F1 against the events (Bagga and Baldwin 1998): as
they come, mean and least of the drawn orders; and the least agreement of two orders with each other.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from statistics import mean

from reader.article import Article
from reader.desk import Library


def grouped(articles: Sequence[Article], order: Sequence[int]) -> list[int]:
    """For each article a number that it shares with those in one story with it, after adding them in an order."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library") as library:
        ids = dict(zip(library.add_articles(articles[i] for i in order), order, strict=True))
        group = list(range(len(articles)))
        for story in library.stories():
            members = [ids[i] for i in story.article_ids]
            for i in members:
                group[i] = members[0]
    return group


def b_cubed(mine: Sequence[object], theirs: Sequence[object]) -> float:
    """B-cubed F1 of one grouping against another, each as a label for every article."""
    pairs = list(zip(mine, theirs, strict=True))
    both = {pair: pairs.count(pair) for pair in set(pairs)}
    precision = mean(both[pair] / mine.count(pair[0]) for pair in pairs)
    recall = mean(both[pair] / theirs.count(pair[1]) for pair in pairs)
    return 2 * precision * recall / (precision + recall)


def measured(path: Path, seeds: int) -> str:
    """One row of the table."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    events = [item["event"] for item in items]
    articles = [_article(item) for item in items]
    order = range(len(articles))
    orders = [list(order), *(Random(seed).sample(order, len(order)) for seed in range(1, seeds + 1))]
    groupings = [grouped(articles, order) for order in orders]
    right = [b_cubed(groups, events) for groups in groupings]
    agreed = min(b_cubed(a, b) for a, b in itertools.combinations(groupings, 2))
    drawn = right[1:]
    return f"{path.name.split('.')[0]:12}{right[0]:>10.3f}{mean(drawn):>10.3f}{min(drawn):>10.3f}{agreed:>12.3f}"


def _article(item: dict[str, str | None]) -> Article:
    published = item["published"]
    return Article(
        headline=item["headline"],
        text=item["text"] or "",
        outlet=item["outlet"],
        published=date.fromisoformat(published[:10]) if published else None,
        url=item["url"],
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=3, help="orders drawn by lot")
    arguments = parser.parse_args()
    print(f"{'':12}{'as come':>10}{'mean':>10}{'least':>10}{'agreement':>12}")
    for place in arguments.places:
        for path in sorted(place.glob("*.jsonl.gz")) if place.is_dir() else [place]:
            print(measured(path, arguments.seeds), flush=True)


if __name__ == "__main__":
    main()
