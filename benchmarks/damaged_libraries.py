"""What every command and the screens say of a damaged library: `python benchmarks/damaged_libraries.py 500 --seed 3`.

A library of a few invented articles is damaged in one way after the other: bytes flipped, pages lost, exchanged or made
noise, the file cut short, values, tables and the search index spoiled. Each command is then run on it, and now and then
the screens. Each may say that the library is damaged, in one line of ours; anything else that it raises, prints on the
error stream or takes minutes for is a failure. A line of figures; exit 1 after a failure.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from click.testing import CliRunner

from reader.article import Article
from reader.cli import reader
from reader.desk import Library
from reader.errors import ReaderError

PAGE = 4096
TEXTS = Path(__file__).parent.parent / "articles" / "wires"
NEW = TEXTS.parent / "saved"
COMMANDS = (
    "list", "list --unread --json", "show 1", "show 3 --json", "show 2 --original", "summary 2", "search river",
    "stories", "story 1", "related 1", "compare 1 2", "edit 2 --headline Changed", "add ADDED", "reclean",
    "search river",
)  # fmt: skip
KEYS = (
    "j",
    "j",
    "enter",
    "right_square_bracket",
    "c",
    "x",
    "escape",
    "escape",
    "slash",
    "r",
    "i",
    "v",
    "enter",
    "r",
    "A",
)
SECONDS = 120
FOREIGN = re.compile(
    r"sqlite|malformed|no such|disk image|fts5|vtable|constraint|datatype|near \"|"
    r"unpack requires|codec|isoformat|Traceback",
    re.IGNORECASE,
)
"""Words of SQLite's and Python's, which nobody should have to read."""

Damage = Callable[[Path, Random], None]


def flipped_bytes(path: Path, random: Random) -> None:
    """Some bytes of one page are others."""
    data = bytearray(path.read_bytes())
    page = random.randrange(len(data) // PAGE) * PAGE
    for _ in range(random.choice((1, 1, 5, 50))):
        data[page + random.randrange(16 if page == 0 else 0, PAGE)] = random.randrange(256)
    path.write_bytes(data)


def lost_pages(path: Path, random: Random) -> None:
    """Pages are empty, noise, or another one."""
    data = bytearray(path.read_bytes())
    pages = len(data) // PAGE
    for _ in range(random.choice((1, 2, 10))):
        at = random.randrange(1, pages) * PAGE
        other = random.randrange(1, pages) * PAGE
        data[at : at + PAGE] = random.choice((bytes(PAGE), random.randbytes(PAGE), data[other : other + PAGE]))
    path.write_bytes(data)


def cut_short(path: Path, random: Random) -> None:
    """The end is missing, or it has something behind it."""
    data = path.read_bytes()
    end = random.randrange(17, len(data))
    path.write_bytes(random.choice((data[:end], data[: end // PAGE * PAGE or PAGE], data + random.randbytes(5000))))


def spoilt_values(path: Path, random: Random) -> None:
    """A column of some rows holds what it should not."""
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = [name for name in tables if not name.startswith(("search", "sqlite_"))]
        for _ in range(random.choice((1, 1, 3))):
            table = random.choice(tables)
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            value = random.choice((None, "", "x", -1, 2**62, 1.5, b"", b"\xff\x00", random.randbytes(30), "\ud7ff" * 9))
            some = f" WHERE {columns[0]} IN (SELECT {columns[0]} FROM {table} LIMIT {random.randint(1, 9)})"
            with suppress(sqlite3.Error):  # a constraint holds it off
                db.execute(
                    f"UPDATE OR IGNORE {table} SET {random.choice(columns)} = ?{random.choice(('', some))}", (value,)
                )


def lost_tables(path: Path, random: Random) -> None:
    """A table, an index or a column is not there."""
    with sqlite3.connect(path) as db:
        kind, name = random.choice(
            db.execute(
                "SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
            ).fetchall()
        )
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA writable_schema = ON")
        db.execute("DELETE FROM sqlite_master WHERE type = ? AND name = ?", (kind, name))


def spoilt_index(path: Path, random: Random) -> None:
    """The search index is not what it was."""
    with sqlite3.connect(path) as db:
        blocks = [row[0] for row in db.execute("SELECT id FROM search_data")]
        way = random.randrange(4)
        if way == 0:
            db.execute("UPDATE search_data SET block = ? WHERE id = ?", (random.randbytes(40), random.choice(blocks)))
        elif way == 1:
            db.execute("DELETE FROM search_data WHERE id = ?", (random.choice(blocks),))
        elif way == 2:
            db.execute("DELETE FROM search_docsize")
        else:
            db.execute(f"DROP TABLE {random.choice(('search_idx', 'search_data', 'search_docsize', 'search_config'))}")


def other_header(path: Path, random: Random) -> None:
    """What says which file it is says something else."""
    data = bytearray(path.read_bytes())
    data[random.randrange(16, 100)] = random.randrange(256)
    path.write_bytes(data)


def stray_log(path: Path, random: Random) -> None:
    """A write-ahead log of nobody."""
    Path(f"{path}-wal").write_bytes(random.randbytes(random.choice((1, 40, 9000))))


WAYS: tuple[Damage, ...] = (
    flipped_bytes, lost_pages, cut_short, spoilt_values, lost_tables, spoilt_index, other_header, stray_log,
)  # fmt: skip


class TooSlow(BaseException):
    """It takes minutes."""


def _late(*_: object) -> None:
    raise TooSlow


def fault_of(command: str, path: Path) -> tuple[str, str]:
    """What is wrong with how a command ends ('': nothing), and what it says."""
    words = [str(NEW) if word == "ADDED" else word for word in command.split()]
    signal.alarm(SECONDS)
    try:
        done = CliRunner().invoke(reader, [*words, "--library", str(path)])
    except TooSlow:
        return "too slow", ""
    finally:
        signal.alarm(0)
    error = done.exception
    if error is None or isinstance(error, SystemExit):
        said = done.stderr
    elif isinstance(error, (ReaderError, OSError)):
        said = str(error)
        if "\n" in said:
            return "more than a line", said
    else:
        return f"raises {type(error).__name__}", str(error)
    return ("foreign words", said) if FOREIGN.search(said) else ("", said)


async def _screens(library: Library) -> None:
    from reader.tui.app import ReaderApp

    app = ReaderApp(library, settings=Path("/nonexistent"), theme="reader-dark")
    async with app.run_test(size=(140, 40)) as pilot:
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause(0.02)


def fault_of_screens(path: Path) -> tuple[str, str]:
    """What is wrong with how the screens take the library."""
    signal.alarm(SECONDS)
    try:
        with Library(path) as library:
            asyncio.run(_screens(library))
    except ReaderError as error:
        return ("foreign words", str(error)) if FOREIGN.search(str(error)) else ("", str(error))
    except TooSlow:
        return "too slow", ""
    except Exception as error:  # whatever it is, it came through the screens
        return f"raises {type(error).__name__}", str(error)
    finally:
        signal.alarm(0)
    return "", ""


def sound_library(path: Path) -> None:
    """A library of the wires of the sample, one of them in a story by hand, with marks and tags."""
    with Library(path) as library:
        library.add([TEXTS])
        library.add_articles([Article(headline="Came clean", text="The river rose. It fell again.")])
        library.mark([1, 2], read=True, starred=True, tags=["river"])
        library.edit(1, {"outlet": "Somebody"})
        if stories := library.stories():
            library.join(1, stories[0].id)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100, help="how many damaged libraries")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--screens", type=int, default=10, help="the screens for one library of so many")
    arguments = parser.parse_args()
    signal.signal(signal.SIGALRM, _late)
    faults: Counter[tuple[str, str, str]] = Counter()
    refused = answered = 0
    with tempfile.TemporaryDirectory() as folder:
        sound, path = Path(folder) / "sound.library", Path(folder) / "news.library"
        sound_library(sound)
        for number in range(arguments.count):
            random = Random(arguments.seed * 1_000_003 + number)
            for end in ("-wal", "-shm"):
                Path(f"{path}{end}").unlink(missing_ok=True)
            shutil.copy(sound, path)
            way = random.choice(WAYS)
            way(path, random)
            looks = [(command, fault_of(command, path)) for command in COMMANDS]
            if number % arguments.screens == 0:
                looks.append(("screens", fault_of_screens(path)))
            for command, (fault, said) in looks:
                refused += bool(said)
                answered += not said
                if fault:
                    faults[way.__name__, command, fault] += 1
                    print(f"{number} {way.__name__}: {command}: {fault}: {said[:300]}", file=sys.stderr)
    print(
        f"seed {arguments.seed}: {arguments.count} damaged libraries, {answered + refused:,} looks:"
        f" {answered:,} answered, {refused:,} with a word of ours, {sum(faults.values())} faults"
    )
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
