"""Whether a library that was killed while it was added to is, in the end, the one that nobody killed.

    python benchmarks/kills.py --seed 1 --count 60 [FOLDER ...]

Kills a real `reader add` of the folders (none named: the sample articles, and their texts as the records of one file)
at random moments, one to three times, lets it finish, and compares every table with that of an uninterrupted addition:
all columns but times, all of the full-text index but how it is cut up. Prints a line of figures, exits 1 where they
differ.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "articles"
TIMES = {"added", "fetched"}
MOMENT = 1.0
"""Seconds within which a program has hardly begun: kills are spread over more than that."""
CUT_UP = {"search", "search_data", "search_idx"}


def contents(library: Path) -> dict[str, list[str]]:
    """Every row of every table but for times, in an order of its own."""
    found = {}
    with sqlite3.connect(library) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if table not in CUT_UP:
                columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] not in TIMES]
                found[table] = sorted(map(repr, db.execute(f"SELECT {', '.join(columns)} FROM {table}")))
    return found


def adding(library: Path, places: Sequence[Path]) -> subprocess.Popen[bytes]:
    """A `reader add` that has been started."""
    command = [sys.executable, "-m", "reader", "add", "--library", str(library), "--", *map(str, places)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finished(library: Path, places: Sequence[Path]) -> float:
    """Add until it is done: the seconds that this took."""
    begun = time.monotonic()
    if (code := adding(library, places).wait()) not in (0, 1):
        raise SystemExit(f"an addition ended with {code}")
    return time.monotonic() - begun


def killed(library: Path, places: Sequence[Path], after: float) -> bool:
    """Add and kill after so many seconds; False when it was done before."""
    child = adding(library, places)
    try:
        child.wait(after)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        return True
    return False


def sample(folder: Path) -> list[Path]:
    """The articles of the project, each of their texts once more as a record of one file."""
    shutil.copytree(SAMPLE, folder / "articles")
    texts = sorted((folder / "articles").rglob("*.txt"))
    records = [{"text": path.read_text("utf-8", "replace"), "url": f"https://{path.stem}.example/"} for path in texts]
    (folder / "records.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return [folder / "articles", folder / "records.jsonl"]


def main() -> None:
    """Kill, finish and compare until there were enough kills."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60, help="kills")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    kills = libraries = 0
    unlike: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        places = asked.folders or sample(folder)
        whole = folder / "whole.library"
        seconds = finished(whole, places)
        expected = contents(whole)
        while kills < asked.count:
            library = folder / f"{libraries}.library"
            for _ in range(chance.randint(1, 3)):
                if killed(library, places, chance.uniform(0, seconds)):
                    kills += 1
                else:
                    seconds *= 0.95  # the machine is quicker than it was, or there was little left to do
            finished(library, places)
            seconds = max(seconds, MOMENT)
            libraries += 1
            found = contents(library)
            tables = [table for table in expected.keys() | found.keys() if expected.get(table) != found.get(table)]
            if tables:
                unlike.append(f"library {libraries}: {', '.join(sorted(tables))}")
            for file in folder.glob(f"{library.name}*"):
                file.unlink()
            print(
                f"{kills} kills, {len(unlike)} of {libraries} libraries unlike", end="\r", file=sys.stderr, flush=True
            )
    print(f"{kills} kills of {libraries} libraries, {len(expected['article'])} articles each: {len(unlike)} unlike")
    for line in unlike:
        print(line, file=sys.stderr)
    sys.exit(1 if unlike else 0)


if __name__ == "__main__":
    main()
