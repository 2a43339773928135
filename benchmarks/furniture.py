"""What the library's table of recurring lines does to texts: with and without it, as a Markdown table.

    python benchmarks/furniture.py FOLDER [--set NAME ...] [--as-one]

FOLDER holds sets as `extraction.py` reads and measures them; `gold` also names the page's `outlet` or `host`. The pages
of a set come into an empty library in an order by chance, under the outlet that the set names, and are then recleaned.
--as-one: as if all were of one outlet, to see whether body text is ever cut for being common. `cut` counts the pieces
cut for standing in other articles, which are listed on stderr. Times are milliseconds of processor time a page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from extraction import Page, score

from reader import cleaning, sources, stories
from reader.article import Article, RawDocument
from reader.ingest import furniture
from reader.library import Store


def measure(file: Path, as_one: bool) -> None:
    """One set: a row of the table."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        items = [item for line in lines if (item := json.loads(line))["gold"].get("text")]
    random.Random(1).shuffle(items)
    pages = [Page(item["raw"], item["kind"], item.get("url"), item["gold"]["text"]) for item in items]
    outlets = ["One" if as_one else item["gold"].get("outlet") or item["gold"].get("host") for item in items]
    found: dict[str, tuple[RawDocument, Article]] = {}
    spent = [0.0, 0.0]
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "library.db") as store:
        for number, (page, outlet) in enumerate(zip(pages, outlets, strict=True)):
            began = time.process_time()
            article = cleaning.clean(sources.from_text(page.raw, kind=page.kind, url=page.url))
            spent[0] += time.process_time() - began
            found[page.raw] = RawDocument(identity=f"/{number}", text=page.raw), replace(article, outlet=outlet)
            spent[1] += bring_in(store, *found[page.raw])
        with_it = {raw: furniture.finished(store, known.identity, made).article for raw, (known, made) in found.items()}
    f1 = [score(pages, lambda page: found[page.raw][1].text).f1, score(pages, lambda page: with_it[page.raw].text).f1]
    cut = [piece for article in with_it.values() for piece in article.removed if piece.rule.startswith("stands in ")]
    clean, learn = (1000 * seconds / len(pages) for seconds in spent)
    name = file.name.removesuffix(".jsonl.gz")
    print(f"| {name} | {len(pages)} | {f1[0]:.4f} | {f1[1]:.4f} | {len(cut)} | {clean:.1f} | {learn:.2f} |")
    for piece in sorted({f"{piece.rule}: {piece.text[:100]}" for piece in cut}):
        print("   ", piece, file=sys.stderr)


def bring_in(store: Store, document: RawDocument, article: Article) -> float:
    """Put an article into the library: the seconds that the table took of it."""
    with store.transaction():
        began = time.process_time()
        finished = furniture.finished(store, document.identity, article)
        spent = time.process_time() - began
        number, _ = store.put(document, finished.article)
        features = stories.features_of(article)
        store.put_features(number, features.keys, features.pack())
        began = time.process_time()
        furniture.teach(store, number, finished, furniture.copies(store))
        return spent + time.process_time() - began


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", nargs="+", help="only these")
    parser.add_argument("--as-one", action="store_true", help="as if all pages of a set were of one outlet")
    asked = parser.parse_args()
    print(
        "| set | pages | F1 without | F1 with | cut | ms to clean | ms to learn |\n|---|---:|---:|---:|---:|---:|---:|"
    )
    for file in sorted(asked.folder.glob("*.jsonl.gz")):
        if not asked.set or file.name.split(".")[0] in asked.set:
            measure(file, asked.as_one)


if __name__ == "__main__":
    main()
