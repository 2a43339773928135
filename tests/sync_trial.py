"""A long trial of syncing: marks on both sides, syncs that are broken off at random places, the same state in the end.

Here: the trial itself, for a test and for `benchmarks/sync_interruptions.py`. What is random is so by its seed.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from greader_answers import Entry
from greader_support import Fault, Reader
from sync_support import join, put

from reader.article import Article, RawDocument
from reader.desk import Library
from reader.library.sync.servers import NewItem, State

Kind = Literal["read", "starred"]
Side = Literal["here", "there", "both"]
_KINDS: tuple[Kind, Kind] = ("read", "starred")
_REQUESTS = 20
"""Of a sync, about."""

_FORKING = """
import os, sys
from reader.ingest.sync.syncing import sync_all
import reader.ingest.warm
from reader.library import Store
for _ in sys.stdin:
    child = os.fork()
    if not child:
        with Store(sys.argv[1]) as store:
            sync_all(store)
        os._exit(0)
    print(child, flush=True)
    print(os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT).si_status, flush=True)
    sys.stdin.readline()
    os.waitpid(child, 0)  # only now may its number be another's
"""


class Syncing:
    """Syncs in processes of their own, which can be killed: forks of one that has loaded what they need."""

    def __init__(self, library: Path) -> None:
        self._mother = subprocess.Popen(
            [sys.executable, "-c", _FORKING, str(library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, begun: Callable[[int], None]) -> int:
        """One sync, whose process is told of. Returns how it ended: 0, or the signal."""
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._mother.stdin.write("\n")
        self._mother.stdin.flush()
        begun(int(self._mother.stdout.readline()))
        return int(self._mother.stdout.readline())

    def let_go(self) -> None:
        """Nobody is going to kill it any more."""
        assert self._mother.stdin is not None
        self._mother.stdin.write("\n")
        self._mother.stdin.flush()

    def end(self) -> None:
        assert self._mother.stdin is not None
        self._mother.stdin.close()
        self._mother.wait(30)


@dataclass
class Trial:
    """What is tried, and what came of it."""

    server: Reader
    library: Library
    articles: int
    places: int
    """Interruptions."""
    marks: int
    """Marks a side."""
    seed: int
    said: dict[tuple[str, Kind], dict[str, bool]] = field(default_factory=dict)
    """The last word of each side about each mark, by what the server calls the item."""
    made: dict[str, int] = field(default_factory=lambda: {"here": 0, "there": 0})
    dropped: int = 0
    killed: int = 0
    ids: dict[str, int] = field(default_factory=dict)
    sides: dict[str, Side] = field(default_factory=dict)

    def run(self) -> None:
        """All of it."""
        self.chance = random.Random(self.seed)
        self._set_up()
        syncing = Syncing(self.library.path)
        a_round = -(-self.marks // self.places)
        try:
            rounds = 0
            while self.dropped + self.killed < self.places or self.made["here"] < self.marks:
                self._mark_here(a_round)
                self._mark_there(a_round)
                if rounds % 20 == 0:
                    self._come_and_go(rounds)
                self._broken_off(syncing)
                rounds += 1
                assert rounds < 3 * self.places
        finally:
            syncing.end()

    def _set_up(self) -> None:
        """Articles that both sides know, some of them read or starred."""
        server, library = self.server, self.library
        stream = server.follow("https://velm.example/feed", "Velm Post")
        account = join(library, server, days=0)
        items: list[NewItem] = []
        with library._store.transaction():
            for number in range(self.articles):
                name = server.add(f"Of {number}", stream, read=self._coin(), starred=self._coin())
                identity = f"https://velm.example/{number}"
                document = RawDocument(identity=identity, text="", data=b"{}", container="record", source=identity)
                self.ids[name] = library._store.put(document, Article(text="", headline=f"Of {number}"))[0]
                items.append(NewItem(name, identity, self._state(server.entries[name])))
                self.sides[name] = ("here", "there", "both")[number % 3]  # type: ignore[assignment]
        library._store.servers.came_in(account.id, items)

    def _state(self, entry: Entry) -> State:
        return State(entry.read, entry.starred)

    def _coin(self) -> bool:
        return self.chance.random() < 0.5

    def _some(self, side: Side, count: int) -> Iterator[tuple[str, Kind, bool]]:
        names = [name for name, whose in self.sides.items() if whose in (side, "both") and name in self.server.entries]
        for name in self.chance.sample(names, min(count, len(names))):
            yield name, self.chance.choice(_KINDS), self._coin()

    def _mark_here(self, count: int) -> None:
        groups: dict[tuple[Kind, bool], list[str]] = {}
        for name, kind, value in self._some("here", count):
            groups.setdefault((kind, value), []).append(name)
        for (kind, value), names in groups.items():
            for name in names:
                self.said.setdefault((name, kind), {})["here"] = value
            ids = [self.ids[name] for name in names]
            if kind == "read":
                self.library.mark(ids, read=value)
            else:
                self.library.mark(ids, starred=value)
            self.made["here"] += len(names)

    def _mark_there(self, count: int) -> None:
        with self.server.lock:
            for name, kind, value in self._some("there", count):
                self.said.setdefault((name, kind), {})["there"] = value
                setattr(self.server.entries[name], kind, value)
                self.made["there"] += 1

    def _come_and_go(self, number: int) -> None:
        """An item that is new on the server, and one that it forgets."""
        with self.server.lock:
            stream = next(iter(self.server.feeds))
            put(self.server, f"shower {number}", stream, starred=self._coin())
            names = [name for name in self.server.entries if self.sides.get(name) == "there"]
            del self.server.entries[self.chance.choice(names)]

    def _broken_off(self, syncing: Syncing) -> None:
        """A sync that is broken off at one of its requests, or a moment after it, while both sides go on marking."""
        first, at = len(self.server.asked), self.chance.randrange(_REQUESTS)
        how = self.chance.choice(["drop", "drop after", "half", "kill", "kill after", "kill later"])
        between, moment = self.chance.randrange(_REQUESTS), self.chance.random() * 0.03
        process: list[int] = []
        known = threading.Event()

        def kill() -> None:
            known.wait(30)
            os.kill(process[0], signal.SIGKILL)

        def begun(number: int) -> None:
            process.append(number)
            known.set()

        hit: list[bool] = []
        later: list[threading.Timer] = []

        def fault(number: int, path: str) -> Fault | None:
            if number - first == between:
                self._mark_here(3)
                self._mark_there(3)
            if number - first != at:
                return None
            hit.append(True)
            if how == "kill":
                kill()
                return "drop"
            return how if how in ("drop", "drop after", "half") else None  # type: ignore[return-value]

        def after(path: str) -> None:
            if len(self.server.asked) - 1 - first != at:
                return
            if how == "kill after":
                kill()
            elif how == "kill later":
                later.append(threading.Timer(moment, kill))
                later[0].start()

        self.server.faults, self.server.after = fault, after
        ended = syncing.run(begun)
        self.server.faults, self.server.after = (lambda number, path: None), (lambda path: None)
        for timer in later:
            timer.join()
        syncing.let_go()
        self.killed += ended != 0
        self.dropped += ended == 0 and bool(hit) and how in ("drop", "drop after", "half")

    def finish(self) -> list[str]:
        """A last sync without interruption; what is not as it has to be, in words."""
        for _ in range(2):
            done = self.library.feeds.servers.sync()
            assert [problem for problem in done.report.problems if not problem.note] == []
        wrong: list[str] = []
        entries = {entry.id: entry for entry in self.library.entries(list(self.ids.values()))}
        for name, id_ in self.ids.items():
            here, there = entries.get(id_), self.server.entries.get(name)
            if here is None:
                wrong.append(f"{name}: the article is lost")
                continue
            for kind in _KINDS if there is not None else ():
                values = self.said.get((name, kind), {})
                if getattr(here, kind) != getattr(there, kind):
                    wrong.append(f"{name}: {kind} here {getattr(here, kind)}, there {getattr(there, kind)}")
                elif values and getattr(here, kind) not in values.values():
                    wrong.append(f"{name}: {kind} is {getattr(here, kind)}, said was {values}")
        waiting = self.library.feeds.servers.all()[0].waiting
        return [*wrong, *([f"{waiting} marks wait still"] if waiting else [])]
