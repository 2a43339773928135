"""Work that must not make a key wait: done aside in threads, its results brought back.

Here: a few daemon threads that are used again and again, so that leaving the program does not wait for what they are
doing, as it would for Textual's own workers; a newer task of a kind replaces the older one. Not here: what the work is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any

from reader.errors import ReaderError, unexpected

CallLater = Callable[..., object]
"""`call_later` of one of Textual's nodes: calls a function, with its arguments, in the thread of the screens."""


class Task:
    """A piece of work that is wanted, until it is cancelled by a newer one of its kind."""

    def __init__(self, call_later: CallLater) -> None:
        """call_later: brings the result back to the thread of the screens."""
        self.cancelled = False
        self._call_later = call_later

    def deliver(self, callback: Callable[..., None], *args: Any) -> None:
        """Call back in the thread of the screens, if the work is still wanted then."""
        if not self.cancelled:
            with suppress(RuntimeError):  # the program has been left meanwhile, and its loop closed
                self._call_later(self._arrive, callback, *args)

    def _arrive(self, callback: Callable[..., None], *args: Any) -> None:
        if not self.cancelled:
            callback(*args)


Work = Callable[[Task], None]

_MOST = 6
"""Threads at once: as many kinds of work as go on beside each other; each has a connection with its own cache."""


class Aside:
    """The threads, and the newest task of each kind."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[Task, Work, Callable[[str], None]]] = SimpleQueue()
        self._lock = threading.Lock()
        self._threads = 0
        self._idle = 0
        """How many threads wait for work; below 0, how many pieces of work wait for a thread."""
        self._newest: dict[str, Task] = {}

    def start(self, kind: str | None, call_later: CallLater, work: Work, failed: Callable[[str], None]) -> Task:
        """Do some work in a thread; its task, through which it calls back. It looks at `cancelled` between its steps.

        kind: an older task of the same kind is cancelled; None: this one has to be done whatever comes after it.
        failed: called with the reason, in a line, when it could not be done.
        """
        task = Task(call_later)
        if kind is not None:
            self.cancel(kind)
            self._newest[kind] = task
        self._waiting.put((task, work, failed))
        with self._lock:
            if self._idle <= 0 and self._threads < _MOST:
                self._threads += 1
                threading.Thread(target=self._serve, name="reader-aside", daemon=True).start()
            else:
                self._idle -= 1
        return task

    def cancel(self, kind: str) -> None:
        """The newest task of a kind is no longer wanted."""
        if task := self._newest.get(kind):
            task.cancelled = True

    def _serve(self) -> None:
        while True:
            task, work, failed = self._waiting.get()
            try:
                if not task.cancelled:
                    work(task)
            except ReaderError as error:
                task.deliver(failed, str(error))
            except Exception as error:
                # Any exception: one article on which something fails costs its own pane a line, not the person the
                # screens, nor the next work its thread.
                task.deliver(failed, f"could not be worked out ({unexpected(error)})")
            with self._lock:
                self._idle += 1
