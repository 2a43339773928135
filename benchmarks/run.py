"""All figures of speed in one table, against the rivals that are there: `python benchmarks/run.py`.

    python benchmarks/run.py                             # some minutes
    python benchmarks/run.py --texts FOLDER              # and how near invented texts come to those in the folder
    python benchmarks/run.py --articles 1000000 --records 100000

Everything is made in a temporary folder (or in --keep FOLDER): text dumps and clean records by `invented.py`, libraries
of them. Rates are by the wall clock, each program in a process of its own, one after the other; processor time is less
disturbed by what else the machine does. Rivals: `rivals.py`, an empty Textual app.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import filling
import invented

MEASURED = 200
"""Articles whose placing and relations are measured."""
PLAIN = 300
"""Files that the plain pipeline gets at most: its time for each does not change with their number."""


def add(place: Path, library: Path, workers: int) -> dict[str, Any]:
    """Adds a place to a new library: how many articles, seconds until all can be read, and until all is done."""
    from reader.article import Progress
    from reader.desk import Library

    readable = [0.0, 0.0]
    begun = time.perf_counter()

    def look(progress: Progress) -> None:
        if progress.step != "adding" and not readable[0]:
            readable[:] = time.perf_counter() - begun, time.process_time()

    with Library(library) as opened:
        added = opened.add([place], on_progress=look, workers=workers).added
    took = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_SELF)
    processor = {"readable processor": readable[1], "processor": time.process_time()}
    return {"added": added, "readable": readable[0], "all": took, "MiB": used.ru_maxrss / 1024, **processor}


def plain(place: Path, database: Path) -> dict[str, Any]:
    """The same by the plain pipeline, for the first files of a place."""
    import rivals

    files = sorted(path for path in place.rglob("*") if path.is_file())[:PLAIN]
    begun = time.perf_counter()
    added = rivals.plain_pipeline(files, database)
    return {"added": added, "all": time.perf_counter() - begun, "processor": time.process_time()}


def places(library: Path) -> dict[str, Any]:
    """Milliseconds of processor time that placing an article of a library takes, and asking for its related ones."""
    from reader import stories
    from reader.library import Store

    with Store(library) as store:
        ids = list(store.ids())
        ids = ids[:: max(1, len(ids) // MEASURED)]
        related = [_timed(lambda i=i: stories.related(i, store)) for i in ids]
        with store.many(), store.transaction():
            for i in ids:
                _place(store, i)  # what an addition has in memory by then
            placing = [_timed(lambda i=i: _place(store, i)) for i in ids]
    return {"placing": median(placing), "related": median(related)}


def _place(store: Any, number: int) -> None:
    from reader import stories

    around = stories.neighbourhood(number, store)
    stories.assign(number, store, around=around)
    stories.infer_dates_around(number, store, around=around)


def _timed(work: Any) -> float:
    begun = time.process_time()
    work()
    return 1000 * (time.process_time() - begun)


def _apart(work: str, *arguments: object) -> dict[str, Any]:
    """One of the functions above, in a process of its own."""
    command = [sys.executable, __file__, work, *map(str, arguments)]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "0"}
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


class _Table:
    """What is printed: what was measured, the figure, and what it is compared with."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, str]] = []

    def row(self, what: str, figure: str, beside: str = "") -> None:
        self._rows.append((what, figure, beside))
        print(f"{what:<58}{figure:>24}  {beside}", flush=True)


def dumps(place: Path, folder: Path, name: str, table: _Table, workers: int) -> Path:
    """Rows for filling a library with text dumps; the library."""
    raw = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    one = _apart("add", place, folder / f"{name}.1.library", 1)
    many = _apart("add", place, folder / f"{name}.{workers}.library", workers)
    rival = _apart("plain", place, folder / f"{name}.plain.db")
    count, each = one["added"], 1000 / one["added"]
    table.row(f"{name}: {count:,} dumps of {raw / count / 1000:.1f} kB, one process", _rate(count, one["all"]))
    table.row("  processor time of each", f"{one['processor'] * each:.1f} ms")
    table.row("  of it until it can be read", f"{one['readable processor'] * each:.1f} ms")
    apart = _rate(rival["added"], rival["all"])
    slower = rival["processor"] / rival["added"] / (one["processor"] / count)
    table.row("  plain pipeline (long lines, LexRank, SQLite)", apart, f"{slower:.1f} times the processor time")
    table.row(f"  {workers} processes", _rate(count, many["all"]), f"{one['all'] / many['all']:.2f} times one")
    table.row(f"  until all can be read, {workers} processes", _rate(count, many["readable"]))
    library = folder / f"{name}.1.library"
    table.row("  the library, by the raw text", f"{library.stat().st_size / raw:.2f}")
    table.row("  memory", f"{one['MiB']:.0f} MiB")
    placed = _apart("places", library)
    table.row("  placing an article, median of processor time", f"{placed['placing']:.1f} ms")
    table.row("  asking for the related ones of an article", f"{placed['related']:.1f} ms")
    return library


def records(count: int, folder: Path, table: _Table, workers: int) -> None:
    """Rows for clean records, beside newsboat's reload of the same."""
    import rivals

    made = [invented.record_of(told, number) for number, told in enumerate(invented.World().tellings(count))]
    file, feed = folder / "records.jsonl", folder / "feed.xml"
    file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in made), encoding="utf-8")
    rivals.write_feed(made, feed)
    size = file.stat().st_size / 1e6
    many = _apart("add", file, folder / "records.library", workers)
    table.row(f"{count:,} clean records, {size:,.0f} MB, {workers} processes", _rate(many["added"], many["all"]))
    seconds = rivals.newsboat_reload(feed, folder)
    readable = _rate(many["added"], many["readable"])
    if seconds is None:
        table.row("  until all can be read", readable, "newsboat is not installed")
        return
    table.row("  newsboat's reload of the same", _rate(count, seconds))
    table.row("  until all can be read", readable, f"{many['readable'] / seconds:.1f} times newsboat's time")
    table.row("  everything worked out", f"{many['all']:.0f} s", f"{many['all'] / seconds:.1f} times newsboat's time")


def screens(library: Path, table: _Table, rounds: int = 5) -> None:
    """Rows for the first screen, beside that of an empty Textual app."""
    import screens as terminal

    empty = [sys.executable, "-c", terminal.EMPTY]
    ours = [sys.executable, "-m", "reader", "--library", str(library)]
    both = [(terminal.start_of(empty), terminal.start_of(ours)) for _ in range(rounds)]
    nothing, list_of_it = (median(column) for column in zip(*both, strict=True))
    table.row("an empty Textual app, first picture", f"{1000 * nothing:.0f} ms")
    table.row("the list of that library", f"{1000 * list_of_it:.0f} ms", f"{list_of_it / nothing:.2f} times that")


def answers(library: Path, table: _Table) -> None:
    """Rows for how soon keys are answered there: medians and 95th percentiles."""
    try:
        import keys
    except ImportError:
        table.row("keys, until the first change", "", "pyte is not installed")
        return
    given = [answer for _, answer in keys.measured(library)]
    times = keys.figures([answer for answer in given if answer is not None])
    for name, (middle, high) in times.items():
        table.row(f"{len(given)} keys there, {name}", f"{middle:.0f} ms", f"95 % within {high:.0f}")
    table.row("  dead keys among them", f"{given.count(None)}")


def _rate(count: int, seconds: float) -> str:
    return f"{count / seconds:,.1f} a second"


def everything(arguments: argparse.Namespace, folder: Path) -> None:
    """Measures all and prints the table."""
    table = _Table()
    place = folder / "dumps"
    if not place.exists():
        invented.write_dumps(place, arguments.articles)
    library = dumps(place, folder, "invented", table, arguments.workers)
    records(arguments.records, folder, table, arguments.workers)
    screens(library, table)
    answers(library, table)
    if arguments.texts:
        dumps(arguments.texts, folder, "real", table, arguments.workers)
        alike = folder / "alike"
        invented.write_dumps(alike, sum(path.is_file() for path in arguments.texts.rglob("*")))
        print("\nThe texts given, and as many invented ones:")
        print(filling.table([arguments.texts, alike]))


def main() -> None:
    """The command."""
    apart = {"add": (add, Path, Path, int), "plain": (plain, Path, Path), "places": (places, Path)}
    if len(sys.argv) > 1 and sys.argv[1] in apart:
        work, *kinds = apart[sys.argv[1]]
        found = work(*(kind(text) for kind, text in zip(kinds, sys.argv[2:], strict=True)))  # type: ignore[operator]
        print(json.dumps(found))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000, help="invented text dumps")
    parser.add_argument("--records", type=int, default=5_000, help="invented clean records")
    parser.add_argument("--texts", type=Path, help="a folder of real text dumps, measured as well")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="where everything is made, and stays")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        everything(arguments, folder)


if __name__ == "__main__":
    main()
