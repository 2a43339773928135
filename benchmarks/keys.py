"""How soon the screen answers a person's keys: `python benchmarks/keys.py LIBRARY`.

    python benchmarks/invented.py news.jsonl --articles 100000 --records && reader --library big.db add news.jsonl
    python benchmarks/keys.py big.db                     # on a copy of it, as keys mark what is read

A script of 200 mixed keys, the same for the same seed: moving one by one and held, reading, walking, stories,
comparing, cuts, summaries, search, find, filters, sorting, grouping, marks, help. Measured in a pseudo-terminal of
140x40, for each key: until the first cell of the screen has changed, and until the last one has; a held key only the
first. Of each the time that passed and, less disturbed by what else the machine does, the program's processor time.
A key after which nothing changes within two seconds is dead, and named. POSIX only; needs pyte.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from random_input import NAMED
from screens import SIZE, Terminal
from seen import Seen

QUIET = 0.35
"""Seconds without a byte, and with hardly any processor time, after which the screen has settled."""
IDLE = 0.01
"""Seconds of processor time in those, at most."""
PATIENCE = 10.0
DEAD = 2.0
HELD = 0.033
"""Seconds between the repeats of a held key."""
SENT = {**NAMED, "esc": NAMED["escape"]}
PHRASES = (
    "j j k j n j",
    "j*12 k*6",
    "G k g j",
    "j enter space space ] ] [ esc",
    "j enter s s s + - esc",
    "j j enter c space c tab esc",
    "j x j j esc",
    "j enter ] d j esc esc",
    "/ WORD enter j n p esc",
    "j enter / FIND enter n esc esc",
    "f j space esc j j backspace",
    "S j j space esc j 4 j 1",
    "3 j j 2 j 1",
    "? j esc",
    "j * r * u",
    "tab tab tab tab",
)
"""What a person does from the list and back to it: keys; `j*12` is a held one, a word in capitals one that is typed."""
WORDS = {"WORD": ("port", "strik", "min", "cour"), "FIND": ("the", "said", "tha")}


Pressed = tuple[str, tuple[float, float], int, bool]
"""A key: its name, when it was sent (as of `Watched.now`), how much had come before, whether it was waited for."""


class Answer(NamedTuple):
    """To one key: seconds until the first and the last change of the screen, passed and of the program's processor."""

    first: tuple[float, float]
    settled: tuple[float, float] | None
    """None: not waited for, as the key was held."""


def script(seed: int, keys: int) -> Iterator[str]:
    """So many keys by name: `j`, `typed j` where that is a letter of a word, `j*12` where it is held."""
    chosen, left = random.Random(seed), keys
    phrases: list[str] = []
    while left > 0:
        if not phrases:
            phrases = chosen.sample(PHRASES, len(PHRASES))
        for name in phrases.pop().split():
            typed = [f"typed {letter}" for letter in chosen.choice(WORDS[name])] if name in WORDS else [name]
            yield from typed
            left -= len(typed) if "*" not in name[1:] else int(name.partition("*")[2])


class Watched:
    """The reader in a terminal, of which every byte is kept with the time at which it came."""

    def __init__(self, library: Path, folder: Path) -> None:
        """folder: for its settings, and for how it was left."""
        own = {"READER_SETTINGS": str(folder / "settings"), "READER_STATE": str(folder / "state")}
        self.terminal = Terminal([sys.executable, "-m", "reader", "--library", str(library)], own)
        # That of the processor time of another process, see man clock_getcpuclockid.
        self._clock = (~self.terminal.pid << 3) | 2
        self.came: list[tuple[float, float, bytes]] = []
        """When, after how much processor time, what."""

    def now(self) -> tuple[float, float]:
        """The time, and the program's processor time."""
        return time.perf_counter(), time.clock_gettime(self._clock)

    def read(self, seconds: float) -> bool:
        """Keep what comes within so many seconds; whether anything did."""
        data = self.terminal.read(seconds)
        if data:
            self.came.append((*self.now(), data))
        return bool(data)

    def settle(self) -> None:
        """Until nothing comes any more, and nothing is being worked out."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            used = self.now()[1]
            if not self.read(QUIET) and self.now()[1] - used < IDLE:
                return

    def press(self, name: str) -> list[Pressed]:
        """Send a key, or a held one repeatedly."""
        key, times = (name[0], int(name[2:])) if name[1:2] == "*" else (name, 0)
        what, pressed = key.split()[0] + " held" * bool(times), []
        for _ in range(times or 1):
            start = self.now()
            pressed.append((what, start, len(self.came), not times))
            os.write(self.terminal.fd, SENT.get(key, key[-1:].encode()))
            while times and (left := start[0] + HELD - time.perf_counter()) > 0:
                self.read(left)
        self.settle()
        return pressed


def answers(
    came: Sequence[tuple[float, float, bytes]], pressed: Sequence[Pressed]
) -> Iterator[tuple[str, Answer | None]]:
    """What was kept, drawn: when cells changed after each key. None: none did, in time."""
    seen = Seen(SIZE[1], SIZE[0])
    changed = [seen.feed(data) for _, _, data in came]
    for index, (name, (start, used), first, alone) in enumerate(pressed):
        end = pressed[index + 1][2] if alone and index + 1 < len(pressed) else len(came)
        times = [(came[n][0] - start, came[n][1] - used) for n in range(first, end) if changed[n]]
        # In a field the cursor blinks: a single cell that changes later is not the answer.
        more = [(came[n][0] - start, came[n][1] - used) for n in range(first, end) if changed[n] > 1]
        if not times or times[0][0] > DEAD:
            yield name, None
        else:
            yield name, Answer(times[0], max(more[-1:] + times[:1]) if alone else None)


def measured(library: Path, seed: int = 1, keys: int = 200) -> list[tuple[str, Answer | None]]:
    """The keys of a script and their answers, on a copy of the library."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "library.db"
        shutil.copy(library, copy)
        watched = Watched(copy, Path(folder))
        try:
            watched.terminal.until(b"help")
            watched.settle()
            watched.came.append((*watched.now(), watched.terminal.seen))
            pressed = [one for name in script(seed, keys) for one in watched.press(name)]
        finally:
            watched.terminal.close()
    return list(answers(watched.came, pressed))


def middle_and_high(values: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile, in ms."""
    high = quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return 1000 * median(values), 1000 * high


def figures(given: Sequence[Answer]) -> Mapping[str, tuple[float, float]]:
    """Median and 95th percentile of each time, in ms."""
    settled = [answer.settled for answer in given if answer.settled is not None]
    columns = {
        "first change": [answer.first[0] for answer in given],
        "settled": [passed for passed, _ in settled],
        "processor, first": [answer.first[1] for answer in given],
        "processor, settled": [used for _, used in settled],
    }
    return {name: middle_and_high(values) for name, values in columns.items() if values}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path, help="a library file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keys", type=int, default=200)
    options = parser.parse_args()
    given: dict[str, list[Answer]] = defaultdict(list)
    pressed = measured(options.library, options.seed, options.keys)
    dead = []
    for number, (name, answer) in enumerate(pressed):
        if answer is None:
            dead.append(f"{name} (after {' '.join(before for before, _ in pressed[max(0, number - 5) : number])})")
        else:
            given[name].append(answer)
    every = [answer for some in given.values() for answer in some]
    columns = figures(every)
    print(f"{'ms: median, 95th percentile':<30}" + "".join(f"{name:>20}" for name in columns))
    for name, some in [
        *sorted(given.items(), key=lambda item: -middle_and_high([a.first[0] for a in item[1]])[0]),
        ("all", every),
    ]:
        found = figures(some)
        cells = (f"{found[c][0]:.1f} {found[c][1]:.1f}" if c in found else "" for c in columns)
        print(f"{name:<12}{len(some):>5} keys{'':<8}" + "".join(f"{cell:>20}" for cell in cells))
    print(f"dead keys: {', '.join(dead) or 'none'}")


if __name__ == "__main__":
    main()
