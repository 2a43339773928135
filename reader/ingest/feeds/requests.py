"""Requests, many at a time in all and few at a time to one host, so that a slow one delays nobody.

Here: threads and whose turn it is. Not here: what is asked (`refresh`).
"""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from queue import Empty, Full, Queue
from typing import Generic, TypeVar

AT_ONCE = 50
PER_HOST = 2
_WAITING_RESULTS = 16
"""Results that wait to be taken: whoever has the next one waits, so that memory is bounded."""
_PATIENCE = 0.1

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


class Requests(Generic[_Job, _Result]):
    """Does `work` on jobs in threads. Leave it with `stop`."""

    def __init__(self, work: Callable[[_Job], _Result], *, at_once: int = AT_ONCE, per_host: int = PER_HOST) -> None:
        """work: never raises."""
        self._work = work
        self._at_once, self._per_host = at_once, per_host
        self._turn = threading.Condition()
        self._waiting: OrderedDict[str, deque[_Job]] = OrderedDict()
        self._active: Counter[str] = Counter()
        self._idle = self._threads = 0
        self._stopped = False
        self._results: Queue[tuple[_Job, _Result]] = Queue(_WAITING_RESULTS)
        self.pending = 0
        """Jobs whose results have not been taken."""

    def add(self, host: str, job: _Job) -> None:
        """One more job."""
        with self._turn:
            self._waiting.setdefault(host, deque()).append(job)
            self.pending += 1
            if self._idle == 0 and self._threads < self._at_once:
                self._threads += 1
                threading.Thread(target=self._serve, name="request", daemon=True).start()
            self._turn.notify()

    def result(self, seconds: float) -> tuple[_Job, _Result] | None:
        """The next result; None when there is none within that time."""
        try:
            found = self._results.get(timeout=seconds)
        except Empty:
            return None
        self.pending -= 1
        return found

    def stop(self) -> None:
        """Begin nothing more. What is under way is let go of."""
        with self._turn:
            self._stopped = True
            self._turn.notify_all()

    def _serve(self) -> None:
        while (taken := self._next()) is not None:
            host, job = taken
            result = self._work(job)
            with self._turn:
                self._active[host] -= 1
                self._turn.notify()
            while not self._stopped:
                try:
                    self._results.put((job, result), timeout=_PATIENCE)
                    break
                except Full:
                    continue

    def _next(self) -> tuple[str, _Job] | None:
        """The next job of a host that may be asked, the hosts taking turns; None: no more."""
        with self._turn:
            while not self._stopped:
                host = next((name for name in self._waiting if self._active[name] < self._per_host), None)
                if host is not None:
                    job = self._waiting[host].popleft()
                    self._active[host] += 1
                    self._waiting.move_to_end(host)
                    if not self._waiting[host]:
                        del self._waiting[host]
                    return host, job
                self._idle += 1
                self._turn.wait()
                self._idle -= 1
            return None
