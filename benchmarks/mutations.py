"""Spoiled articles through everything: `python benchmarks/mutations.py SEED COUNT`.

The sample library's files (every raw form in it) are cut, shuffled, spliced, re-encoded and strewn with what breaks
programs; all of them are added in one run, listed, shown, summarised, searched and put into stories. Every file must be
accounted for: added, or named with a reason; no command may fail with an exception or print a control character, and
no document may take longer than the bound. Exits with 1 otherwise.
"""

from __future__ import annotations

import argparse
import gzip
import re
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from click.testing import CliRunner

from reader import sources
from reader.article import Progress, View
from reader.cli import reader
from reader.desk import Library

ARTICLES = Path(__file__).parents[1] / "articles"
ENDINGS = (".txt", ".html", ".json", ".jsonl", ".txt.gz", ".html.gz", ".json.gz", ".jsonl.gz")
LONGEST, SLOWEST = 300_000, 5.0
"""Bytes of a spoiled file at most; seconds that one may take."""
FOLDER = 100
"""Files of one folder."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
NASTY = (
    b"\x1b[31m", b"\x1b]0;owned\x07", b"\x1b]52;c;AAAA\x1b\\", b"\x9b5m", b"\x00", b"\x85", b"\xff\xfe",
    "\u202egnp.exe\u2066".encode(), "\u200f\u200b\u200d\ufeff".encode(), "\u2028\u0301".encode() * 9, b"[bold]x[/] [/",
    b"<table><tr><td>" * 30, b"</p></div></body></html>", b"<script>", b"<!--", b"&#0;&#27;&#x9b;&#xd800;",
    b'{"text": ', b"[[[[", b"]}", b'\\ud800', b'"', b"\r", b"\r\n\r\n", b"\t" * 50, b"\n" * 300, b" " * 2000,
    b"By ", b"Mr. " * 200, "“".encode(), b"0000-00-00T99:99", b"31 February 0001", b"9" * 400, b"https://[::1/%zz",
    "大".encode() * 500, "İıſß".encode(), "🏳️‍🌈".encode() * 20, b"A" * 5000, b"%PDF-1.7", b"\x1f\x8b\x08\x00",
)  # fmt: skip


def originals() -> list[tuple[str, bytes]]:
    """The sample library's files, unpacked, with their endings."""
    found = []
    for path in sorted(p for p in ARTICLES.rglob("*") if p.is_file() and p.name.endswith(ENDINGS)):
        data = path.read_bytes()
        packed = path.suffix == ".gz"
        found.append(
            (path.with_suffix("").suffix if packed else path.suffix, gzip.decompress(data) if packed else data)
        )
    return found


def _cut(data: bytes, random: Random) -> tuple[int, int]:
    a, b = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return a, min(b, a + 4000) if random.random() < 0.7 else b


def _strewn(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    for _ in range(random.randrange(1, 12)):
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice(NASTY) + data[at:]
    return data


def _flipped(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    made = bytearray(data)
    for _ in range(random.randrange(1, 40) if made else 0):
        made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made)


def _without(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    a, b = _cut(data, random)
    return data[:a] + data[b:]


def _repeated(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    a, b = _cut(data, random)
    return data[:b] + data[a:b] * random.choice((1, 2, 10, 500)) + data[b:]


def _spliced(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(others)
    a, b = _cut(other, random)
    at = random.randrange(len(data) + 1)
    return data[:at] + other[a:b] + data[at:]


def _shuffled(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    apart = random.choice((b"\n", b" ", b">", b'"', b","))
    pieces = data.split(apart)
    random.shuffle(pieces)
    return apart.join(pieces)


def _recoded(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    encoding = random.choice(("utf-16", "utf-16-be", "utf-32", "latin-1", "cp1251", "shift_jis", "utf-7", "cp037"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


MUTATIONS: tuple[Callable[[bytes, Sequence[bytes], Random], bytes], ...] = (
    _strewn, _flipped, _without, _repeated, _spliced, _shuffled, _recoded,
)  # fmt: skip


def mutated(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """So many spoiled files: name and bytes. The same ones for the same seed."""
    random = Random(seed)
    start = originals()
    others = [data for _, data in start]
    for number in range(count):
        ending, data = random.choice(start)
        for _ in range(random.choice((1, 1, 2, 3))):
            data = random.choice(MUTATIONS)(data, others, random)[:LONGEST]
        if random.random() < 0.15:
            ending = random.choice(ENDINGS)
        if ending.endswith(".gz") or random.random() < 0.1:
            ending = ending.removesuffix(".gz") + ".gz"
            data = gzip.compress(data, 1, mtime=0)
            if random.random() < 0.3:
                data = _flipped(data, others, random)
        yield f"{number:05}{ending}", data


@dataclass
class Outcome:
    """What became of the files."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    seconds: float = 0.0


def run(seed: int, count: int, folder: Path, *, shown: int | None = None) -> Outcome:
    """Add `count` spoiled files and ask every command for what came of them; `shown`: of so many articles only."""
    made = Outcome()
    begun = time.monotonic()
    paths = []
    for number, (name, data) in enumerate(mutated(seed, count)):
        path = folder / "spoiled" / f"{number // FOLDER:03}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    with Library(folder / "library.db") as library:
        _add(library, paths, folder / "spoiled", made)
        ids = [slot.id for slot in library.slots(View(group="nothing"), limit=count * 100)]
    _ask(folder / "library.db", ids[:: max(1, len(ids) // shown)] if shown else ids, made)
    made.seconds = time.monotonic() - begun
    return made


def _add(library: Library, paths: Sequence[Path], folder: Path, made: Outcome) -> None:
    """All of them in one run, each accounted for."""
    last = [time.process_time(), ""]

    def on_progress(progress: Progress) -> None:
        now = time.process_time()
        made.slowest = max(made.slowest, (now - float(last[0]), str(last[1])))
        last[:] = [now, progress.doing]

    try:
        report = library.add([folder], on_progress=on_progress)
    except Exception:  # what the harness is there to find
        made.failures.append(f"add: {traceback.format_exc()}")
        return
    if made.slowest[0] > SLOWEST:
        made.failures.append(f"{made.slowest[1]} took {made.slowest[0]:.1f} s")
    made.counts.update(added=report.added, updated=report.updated, problems=len(report.problems))
    named = {problem.place.partition("#")[0] for problem in report.problems}
    for path in paths:
        there = any(True for _ in library._store.identities(sources.identity(path)))
        made.counts["files in the library"] += there
        made.counts["files named"] += str(path) in named
        if not there and str(path) not in named:
            if ".json" in path.name and not list(sources.load(next(_found(path)))):
                made.counts["JSON without articles, passed over in a folder"] += 1
            else:
                made.failures.append(f"{path}: neither in the library nor named")


def _found(path: Path) -> Iterator[sources.Found]:
    for item in sources.find([path.parent]):
        if isinstance(item, sources.Found) and item.path.name == path.name:
            yield item


def _ask(library: Path, ids: Sequence[int], made: Outcome) -> None:
    """Every command that shows something, for every article."""
    asked = [["list"], ["list", "--json"], ["stories"], ["search", "bridge"], ["search", "the", '"port"']]
    for number in map(str, ids):
        asked += [["show", number], ["show", number, "--removed"], ["show", number, "--json"], ["summary", number]]
    for command in asked:
        done = CliRunner().invoke(reader, [*command, "--library", str(library)])
        made.counts["commands"] += 1
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            made.failures.append(f"{command}: {done.exception!r}")
        elif done.exit_code not in (0, 1):
            made.failures.append(f"{command}: exit {done.exit_code}: {done.output[-200:]}")
        if found := CONTROL.search(done.output):
            made.failures.append(f"{command}: prints {found[0]!r}")


def main() -> None:
    """Ask for seed and number, run, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--shown", type=int, help="ask the commands for so many of the articles only")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = run(given.seed, given.count, Path(folder), shown=given.shown)
    for what, count in made.counts.items():
        print(f"{count:>7,} {what}")
    print(
        f"slowest document {made.slowest[0]:.2f} s of CPU time ({Path(made.slowest[1]).name}); all {made.seconds:.0f} s"
    )
    for failure in made.failures[:50]:
        print(failure)
    raise SystemExit(1 if made.failures else 0)


if __name__ == "__main__":
    main()
