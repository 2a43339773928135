"""Adding in a child process, so that no key in the screens waits for it.

Here: starting the assembly line as a child, reading its progress, stopping it. The child writes to the same library
file. Not here: what the child does (ingest), and how its progress is shown (the screens).
"""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from reader.article import AddReport, Problem
from reader.ingest.events import WATCH, Event, decode

_A_LOOK = 0.5
"""Seconds between two looks whether a child that says nothing is still there."""


class AddJob:
    """A child process that adds places to a library. Progress comes first, one AddReport or Problem last.

    watch: the places are folders, and it goes on with whatever comes into them, an AddReport each time.
    """

    def __init__(self, library: Path, places: Sequence[str], *, watch: bool = False) -> None:
        command = [sys.executable, "-m", "reader.ingest", str(library), *([WATCH] if watch else []), *places]
        # No shell is involved: a place is one argument, whatever characters it has.
        self._child = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="add-job", daemon=True)
        self._listener.start()

    @property
    def running(self) -> bool:
        """Whether the child has not ended yet, or has said what cannot be polled yet."""
        return self._listener.is_alive()

    def poll(self) -> list[Event]:
        """What has happened since the last call; never waits."""
        events: list[Event] = []
        while not self._events.empty():
            events.append(self._events.get())
        return events

    def next(self) -> Event | None:
        """What happens next, waited for; None: the child has ended."""
        while self.running or not self._events.empty():
            with suppress(queue.Empty):
                return self._events.get(timeout=_A_LOOK)
        return None

    def cancel(self) -> None:
        """Stop adding. What is stored already stays, and adding again goes on from there."""
        if self._child.poll() is None:
            self._child.terminate()

    def wait(self, timeout: float | None = None) -> None:
        """Wait until the child has ended, or for `timeout` seconds. Never raises."""
        self._listener.join(timeout)

    def _listen(self) -> None:
        assert self._child.stdout is not None  # noqa: S101  (a pipe was asked for)
        reported = False
        with self._child.stdout as lines:
            for line in lines:
                event = decode(line)
                if event is not None:
                    reported = reported or isinstance(event, AddReport)
                    self._events.put(event)
        if self._child.wait() != 0 and not reported:
            why = "stopped early; what was stored stays, and adding again goes on from there"
            self._events.put(Problem("adding", why))
