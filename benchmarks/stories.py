"""What finding related articles and placing one in a story cost as the library grows: `python benchmarks/stories.py`.

Each size is generated into a temporary folder (or taken from --keep FOLDER, where it stays for the next time). For
articles all over the library, the median and the slowest tenth are shown, in ms, with a connection that was in use,
and the most memory that Python held meanwhile. Making the features of an article's text is measured as well.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles

from generate import of_sizes

from reader.library import Store
from reader.stories import assign, features_of, related

ASKED = 200
"""Articles asked about."""


def measured(path: Path) -> dict[str, float]:
    """Milliseconds, and megabytes of memory, by what was done."""
    with Store(path) as store:
        ids = Random(1).sample(list(store.ids()), ASKED)
        articles = [store.article(i) for i in ids[:50]]
        placed = _timed([lambda i=i: assign(i, store) for i in ids])  # type: ignore[misc]
        asked = _timed([lambda i=i: related(i, store) for i in ids])  # type: ignore[misc]
        made = _timed([lambda a=a: features_of(a) for a in articles])  # type: ignore[misc]
        tracemalloc.start()
        for i in ids[:20]:
            assign(i, store)
            related(i, store)
        memory = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
    results: dict[str, float] = {}
    for name, times in {"place": placed, "related": asked, "features": made}.items():
        results[f"{name}, median ms"] = median(times)
        results[f"{name}, slowest tenth ms"] = quantiles(times, n=10)[-1]
    return results | {"memory of a call, MB": memory}


def _timed(calls: list[Callable[[], object]]) -> list[float]:
    times = []
    for call in [*calls[:5], *calls]:
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1000)
    return times[5:]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--keep", type=Path, help="a folder for the libraries, found there the next time")
    arguments = parser.parse_args()
    columns = [measured(path) for path in of_sizes(arguments.sizes, arguments.keep)]
    print(f"{'':30}" + "".join(f"{size:>12,}" for size in arguments.sizes))
    for name in columns[0]:
        print(f"{name:30}" + "".join(f"{column[name]:>12.2f}" for column in columns))


if __name__ == "__main__":
    main()
