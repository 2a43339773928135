"""What the library takes for what the screens ask of it, at growing sizes: `python benchmarks/library.py`.

Each size is generated into a temporary folder (or taken from --keep FOLDER, where it stays for the next time) and
asked, with a new connection as at the start of the reader, then again and again: the first answer and the median are
shown, in ms.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from generate import of_sizes

from reader.article import View
from reader.library import Store

ROUNDS = 15


def questions(store: Store) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    middle = store.slots(View(), limit=5_000)[-1]
    shown = [slot.id for slot in store.slots(View(), limit=40)]
    outlet = store.outlets()[0][0]
    some = store.article(shown[0])
    words = [word.strip('".,').lower() for word in some.text.split()]
    keys = list(dict.fromkeys(word for word in words if len(word) > 6))[:40]
    folder = f"/archive/{outlet.lower().replace(' ', '-')}/2019/"
    asked: dict[str, Callable[[], object]] = {
        f"page of the list by {group}": lambda group=group: store.slots(View(group=group), limit=500)  # type: ignore[misc]
        for group in ("date", "outlet", "story", "nothing")
    }
    return asked | {
        "page after 5,000 articles": lambda: store.slots(View(), after=middle, limit=500),
        "page of an outlet, unread": lambda: store.slots(View(outlet=outlet, unread=True), limit=500),
        "page of a folder": lambda: store.slots(View(under=folder), limit=500),
        "page of an outlet by story": lambda: store.slots(View(group="story", outlet=outlet), limit=500),
        "page of a search": lambda: store.slots(View(query="flood wall"), limit=500),
        "40 rows": lambda: store.entries(shown),
        "next unread": lambda: store.next_unread(View(), middle.id),
        "count of all": lambda: store.count(View()),
        "count of an outlet": lambda: store.count(View(outlet=outlet)),
        "count of a search": lambda: store.count(View(query="flood wall")),
        "activity, 30 days": lambda: store.activity(View()),
        "outlets": store.outlets,
        "an article": lambda: store.article(shown[0]),
        "its ranking": lambda: store.ranking(shown[0], "news"),
        "search, a rare name": lambda: store.search(some.headline.split()[0] if some.headline else "Belordale"),
        "search, two common words": lambda: store.search("flood wall"),
        "frequencies of 40 keys": lambda: store.frequencies(keys),
        "candidates of 40 keys": lambda: store.candidates(keys, limit=150, per_key=100),
        "mark one as read": lambda: store.apply(store.mark([shown[3]], read=True)),
    }


def measured(path: Path) -> dict[str, tuple[float, float]]:
    """Milliseconds of the first answer and of the median one, by question."""
    results = {}
    with Store(path) as store:
        names = list(questions(store))
    for name in names:
        with Store(path) as store:
            ask = questions(store)[name]
            times = [_timed(ask) for _ in range(ROUNDS)]
        results[name] = (times[0], median(times))
    return results


def _timed(ask: Callable[[], object]) -> float:
    started = time.perf_counter()
    ask()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--keep", type=Path, help="a folder for the libraries, found there the next time")
    arguments = parser.parse_args()
    columns = [measured(path) for path in of_sizes(arguments.sizes, arguments.keep)]
    print(f"{'ms, first and median':28}" + "".join(f"{size:>20,}" for size in arguments.sizes))
    for name in columns[0]:
        cells = (f"{first:.2f} {middle:.2f}" for first, middle in (column[name] for column in columns))
        print(f"{name:28}" + "".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
