"""Random keys, pastes, clicks and resizes against the reader in a real pseudo-terminal, while articles are being added.

    python benchmarks/random_events.py SEED EVENTS      # events, or with `s` behind it seconds: 600s

Needs a system with pseudo-terminals, and pyte. The library is a new one of the sample articles; another process adds
copies of them meanwhile. The reader is left and started anew now and then, on the sample and on the whole library by
turns. Checked: the program lives and answers, writes no report of a fault, leaves with 0 and the terminal as it was;
every mark that was set and not taken back is in the library, those set in one write with the key that leaves as well;
memory after the first minute, by which every command has been used. One line of figures; exit code 1 when something is
wrong, which is named before it.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "tests"))

from marks_journal import CAUGHT_UP, expected_marks  # noqa: E402
from random_input import bound_keys, something  # noqa: E402
from seen import Seen  # noqa: E402
from terminal_support import Terminal, reader  # noqa: E402  (the tests' terminal is this one's, too)

from reader.article import View  # noqa: E402
from reader.desk import Library  # noqa: E402

SAMPLE = HERE / "articles"
SIZES = ((60, 16), (80, 24), (100, 30), (140, 40), (200, 50), (30, 8))
CHECK_EVERY = 500
STARTED_EVERY = 6_000
GUESSED = "Die Brücke brummt\n\n" + "In Quellmark fragt man, ob die Brücke über die Aue für Züge taugt. " * 9
"""An article that is not in UTF-8 and does not say in what it is."""
FLAT = 20.0
"""MiB that memory may grow after the first minute."""
JOURNAL = """
import faulthandler, os, signal, sys
os.environ["PATH"] = ""
os.makedirs({here!r}, exist_ok=True)
os.chdir({here!r})
faulthandler.register(signal.SIGUSR1, open({path!r} + ".stacks", "w"))
sys.path.append({folder!r})
from marks_journal import count_keys, keep
keep({path!r})
count_keys({path!r} + ".keys")
"""
"""Run in the program before it starts. What random keys export goes into a folder of its own, and to no program."""


class Faulty(Exception):
    """Something that must not be."""


class Trial:
    """One program under random events."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random = random.Random(seed)
        self.folder = folder
        self.keys = bound_keys()
        self.events = self.starts = self.checks = self.stars = self.compared = 0
        self.growth = 0.0
        self.until_left = 0
        self.adder: subprocess.Popen[bytes] | None = None
        shutil.copytree(SAMPLE, folder / "articles")
        (folder / "articles" / "guessed.txt").write_text(GUESSED, encoding="cp1252")
        self.start()

    # ------------------------------------------------------------- the program

    def start(self) -> None:
        """Begin anew; a command of the palette may have left the program in order."""
        self.size = (100, 30)
        places = [] if self.starts % 2 else [str(self.folder / "articles")]
        code = JOURNAL.format(
            folder=str(Path(__file__).parent), path=str(self.folder / "journal"), here=str(self.folder / "here")
        )
        self.terminal: Terminal = reader(self.folder, *places, size=self.size, code=code)
        self.seen = Seen(*self.size)
        self.starts += 1
        self.begun, self.first = time.monotonic(), 0.0
        self.until_left = self.events + STARTED_EVERY
        self.until(lambda: "articles" in self.shown(), "the first picture")
        self.use_everything()

    def use_everything(self) -> None:
        """Every command once, in the list and in an article: what is loaded or kept at its first use is no leak."""
        for size in SIZES[:5]:
            self.resize(*size)
            self.rest(0.2)
        self.resize(140, 40)
        for way in (b"", b"\r"):
            for key in dict.fromkeys([*self.keys, b"m", b"m", b"m", b"m", b"m", b"m", b"m", b"m", b":zz"]):
                for keys in (way, key, b"\x1b", b"\x1b"):
                    self.terminal.type(keys)
                    self.rest(0.12 if keys else 0)
                self.look()
        # Corrections load what cleans articles, that of a page also what reads pages, that of text in an encoding that
        # is guessed what guesses it.
        for word, shown in (("Quellmark", "brummt"), ("Batterien pleite", "Lumenaut ist")):
            self.home()
            self.terminal.type(f"/{word}\r".encode())
            for keys, said in ((b"", shown), (b"e", "enter saves"), (b"X\r", "headline changed"), (b"u", "taken back")):
                self.terminal.type(keys)
                self.until(lambda said=said: said in self.shown(), said)  # type: ignore[misc]

    def rest(self, seconds: float) -> None:
        """Read for so long, and for as long as something comes."""
        end = time.monotonic() + seconds
        while self.read(0.02) or time.monotonic() < end:
            pass

    def shown(self) -> str:
        """The screen as lines of text."""
        return self.seen.text()

    def read(self, wait: float = 0.01) -> bytes:
        """What came within so many seconds, drawn."""
        data = self.terminal.read(wait)
        self.seen.feed(data)
        self.terminal.written = self.terminal.written[-4000:]
        return data

    def until(self, true: Callable[[], object], what: str, seconds: float = 60) -> None:
        """Read until something is the case."""
        end = time.monotonic() + seconds
        while not true():
            self.read(0.02)
            self.look()
            if time.monotonic() > end:
                raise Faulty(f"never came: {what}\n{self.shown()}")

    def look(self) -> None:
        """Whether it lives and nothing was reported."""
        reports = [*(self.folder / "state").glob("*.txt")]
        if reports:
            with suppress(subprocess.TimeoutExpired):
                self.terminal.child.wait(10)  # it is still being written
            raise Faulty(f"a fault was reported:\n{reports[0].read_text()}")
        code = self.terminal.child.poll()
        # A ctrl+c that comes when the terminal has been given back, which makes a signal of it, ends what is ending.
        interrupted = code in (-signal.SIGINT, 128 + signal.SIGINT) and self.terminal.left_as_it_was
        if code not in (None, 0) and not interrupted:
            while self.read():  # what it said last
                pass
            raise Faulty(f"ended with {code}:\n{self.terminal.written[-2000:]!r}")

    def memory(self) -> float:
        """MiB."""
        told = subprocess.run(["ps", "-o", "rss=", "-p", str(self.terminal.child.pid)], capture_output=True, text=True)
        return int(told.stdout or 0) / 1024

    # ---------------------------------------------------------------- the events

    def event(self) -> bytes:
        """Some bytes that a person, a slow connection or a mouse may send in one write; b'' for another size."""
        kind = self.random.random()
        if kind < 0.98:
            return something(self.random, kind, self.keys, self.size)
        self.resize(*self.random.choice(SIZES))
        return b""

    def resize(self, columns: int, rows: int) -> None:
        """Both ends of the terminal."""
        self.size = (columns, rows)
        self.seen.resize(columns, rows)
        self.terminal.resize(columns, rows)

    def run(self, more: Callable[[], bool]) -> None:
        """Events as long as more are wanted, with checks between them."""
        while more():
            if self.events > self.until_left:
                self.home()
                self.terminal.type(b"AQ")  # of many articles this takes longer than leaving
                self.until(self.gone, "the end")
            if self.gone():
                self.left()
                self.start()
            self.terminal.type(self.event())
            self.events += 1
            self.read(self.random.choice([0, 0, 0.002, 0.01]))
            if self.events % 20 == 0:
                self.look()
                self.add()
            if self.events % CHECK_EVERY == 0:
                self.check()
        self.check()
        self.last_stars()

    def add(self) -> None:
        """Another process is adding to the same library all the time."""
        if self.adder is None or self.adder.poll() is not None:
            copies = self.folder / "more"
            copies.mkdir(exist_ok=True)
            for path in self.random.sample([*SAMPLE.rglob("*.txt")], 3):
                text = path.read_text(encoding="utf-8", errors="replace")
                (copies / f"{self.events}-{path.name}").write_text(f"{text}\n\nAdded later, as number {self.events}.\n")
            command = [sys.executable, "-m", "reader", "add", "--library", str(self.folder / "library.db"), str(copies)]
            self.adder = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    # ---------------------------------------------------------------- the checks

    def check(self) -> None:
        """Come back to the list, ask for help, see it, and look at memory and marks."""
        self.resize(140, 40)
        self.home()
        self.terminal.type(b"?")
        try:
            self.until(lambda: "help · " in self.shown() or self.gone(), "help")
        except Faulty as fault:
            raise Faulty(f"{fault}\n{self.doing()}") from None
        self.home()
        self.kept()
        self.checks += 1
        if time.monotonic() - self.begun > 60:
            memory = self.memory()
            self.first = self.first or memory
            self.growth = max(self.growth, memory - self.first)

    def gone(self) -> bool:
        """Whether the program has ended."""
        return self.terminal.child.poll() is not None

    def catch_up(self) -> None:
        """Until the program has taken all it was sent: on a busy machine it is hundreds of keys behind, and what its
        screen shows answers one of those.
        """
        taken = self.taken()
        for _ in range(12):
            self.terminal.type(CAUGHT_UP)  # again, as an escape takes back what waits for the library
            with suppress(Faulty):
                self.until(lambda: self.taken() > taken or self.gone(), "the last key", 5)
                return
            self.look()
        raise Faulty(f"does not take its keys\n{self.shown()}\n{self.doing()}")

    def taken(self) -> int:
        """How often it has."""
        path = self.folder / "journal.keys"
        return path.stat().st_size if path.exists() else 0

    def home(self) -> None:
        """Escape until the list says that there is nothing more to leave."""
        self.catch_up()
        end = time.monotonic() + 60
        self.rest(0.3)
        while "this is the list" not in self.shown() and not self.gone():
            self.terminal.type(b"\x1b")
            self.rest(0.3)
            self.look()
            if time.monotonic() > end:
                raise Faulty(f"does not answer\n{self.shown()}\n{self.doing()}")
        # An escape that is still on its way makes one key of itself and the next one: then that comes again.
        for _ in range(5):
            with suppress(Faulty):
                self.terminal.type(b"j")
                self.until(lambda: "this is the list" not in self.shown() or self.gone(), "an answer to a key", 12)
                return
            self.look()
        raise Faulty(f"never came: an answer to a key\n{self.shown()}\n{self.doing()}")

    def doing(self) -> str:
        """What each thread of the program is doing."""
        self.terminal.child.send_signal(signal.SIGUSR1)
        self.rest(1)
        return (self.folder / "journal.stacks").read_text()

    def kept(self) -> None:
        """Every mark that was set last, and that nothing was taken back after, is in the library."""
        expected = expected_marks(self.folder / "journal")
        numbers = sorted({number for number, _ in expected})
        end = time.monotonic() + 60
        while True:
            with Library(self.folder / "library.db") as library:
                held = {entry.id: entry for entry in library.entries(numbers)}
            lost = [key for key, value in expected.items() if getattr(held.get(key[0]), key[1], None) != value]
            if not lost:
                break
            if self.gone() or time.monotonic() > end:
                raise Faulty(f"{len(lost)} marks are not in the library: {lost[:5]}")
            self.rest(0.2)  # many are written in a thread
        self.compared += len(expected)

    def starred(self) -> set[int]:
        """What the library says."""
        with Library(self.folder / "library.db") as library:
            ids, after = set(), None
            while slots := library.slots(View(starred=True), after=after):
                ids |= {slot.id for slot in slots}
                after = slots[-1]
            return ids

    def last_stars(self) -> None:
        """Stars set and taken in one write with the key that leaves: each is in the library afterwards."""
        if self.adder is not None:
            self.adder.wait()
        if self.gone():
            self.start()
        self.home()
        self.terminal.type(b"4gg")
        self.until(lambda: "by date" not in self.shown(), "the list without groups")
        # While something that was set by hand is being written (an undo, a mark on hundreds) nothing else is set.
        self.until(self.takes_marks, "an end of what is being written")
        before, shown = self.starred(), self.shown()
        self.terminal.type(b"*j" * 20 + b"Q")
        self.left()
        self.stars = len(before ^ self.starred())
        if self.stars != 20:
            last = (self.folder / "journal").read_text(encoding="utf-8").splitlines()[-25:]
            raise Faulty(f"{self.stars} of 20 stars are in the library; marked: {' '.join(last)}\n{shown}")

    def takes_marks(self) -> bool:
        """Whether stars are set now; two of them, and the second takes the first one back."""
        self.terminal.type(b"**")
        self.rest(0.5)
        return "still working" not in self.shown()

    def left(self) -> None:
        """It ends in order."""
        self.until(self.gone, "the end")
        while self.read():
            pass
        self.look()
        if not self.terminal.left_as_it_was:
            raise Faulty("the terminal is not as it was")
        self.kept()
        self.terminal.close()


def wanted(trial: Trial, how_many: str) -> Iterator[bool]:
    """True as long as there are to be more."""
    end = time.monotonic() + float(how_many[:-1]) if how_many.endswith("s") else None
    while True:
        yield time.monotonic() < end if end is not None else trial.events < int(how_many)


def main(seed: int, how_many: str) -> int:
    """One trial; 0 if nothing was wrong."""
    os.environ["BROWSER"] = "true"  # `o` opens nothing
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(seed, Path(folder))
        wrong = ""
        more = wanted(trial, how_many)
        try:
            trial.run(lambda: next(more))
        except Faulty as fault:
            wrong = str(fault)
        except KeyboardInterrupt:
            wrong = "broken off"
        finally:
            trial.terminal.child.kill()
            if trial.adder is not None:
                trial.adder.kill()
                trial.adder.wait()
        if trial.growth > FLAT:
            wrong = wrong or f"memory grew by {trial.growth:.0f} MiB"
        if wrong:
            print(wrong)
        print(
            f"seed {seed}: {trial.events:,} events, {trial.starts} starts, {trial.checks} checks, memory after the "
            f"first minute +{trial.growth:.1f} MiB, {trial.compared:,} marks compared, {trial.stars} of 20 last stars "
            f"kept: {'WRONG' if wrong else 'fine'}"
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2]))
