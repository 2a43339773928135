"""Other processes that share in the work: any `concurrent.futures.Executor`, of this machine or of a cluster.

Here: results in the order of the items, a bounded number of items under way, what is done when a process dies.
Not here: the work itself (`work`), what becomes of its results (`assembly`).

Whoever adds few documents does not pay for starting processes: the first ones are worked on here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from itertools import chain, islice
from multiprocessing import connection
from time import monotonic
from typing import Generic, TypeVar

_K = TypeVar("_K")
_T = TypeVar("_T")
_R = TypeVar("_R")
_Item = tuple[_K, _T | None]
_Done = tuple[_K, _R | None]

FEW = 48
"""Items that are worked on here, each as it comes, before others are asked: it takes as long to start those."""
CHUNK = 8
"""Items that are sent together, if they are usual ones."""
MOST = 64
"""The same where they are light."""
AHEAD = 3
"""Chunks under way for each worker: none waits for the next one, and few results wait to be stored."""
ASIDE = sys.platform == "linux"
"""Whether items are worked on here while processes are started. On other systems these would hear of ctrl+c then."""
_RARELY = (20_000, 20, 100)
"""When garbage is looked for while documents are worked on (objects, and rounds of the younger generations): they leave
little that has to be found, and as often as usual it takes a sixteenth of all the time.
"""
PATIENCE = 0.3
"""Seconds after which a chunk is sent, or begun here, even if it is not full: items may come slowly."""


def cores() -> int:
    """How many processes can work at the same time on this machine."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class Workers:
    """Processes that work on items; leave the `with` block and they are gone."""

    def __init__(self, count: int | None = 1, executor: Callable[[], Executor] | None = None) -> None:
        """count: how many there are, None: one a core; with 1 all work is done here. executor: makes another one than
        local processes.
        """
        self.count = cores() if count is None else count
        self._prepare = _prepare if executor is None else lambda: None
        self._make = executor or (lambda: _local(self.count))
        self._executor: Executor | None = None
        self._starting: threading.Thread | None = None
        self._collected: tuple[int, int, int] | None = None

    def __enter__(self) -> Workers:
        usual = gc.get_threshold()
        if 0 < usual[0] < _RARELY[0]:
            self._collected = usual
            gc.set_threshold(*_RARELY)
        return self

    def __exit__(self, *_: object) -> None:
        if self._collected is not None:
            gc.set_threshold(*self._collected)
            self._collected = None
        self._end()

    def results(
        self,
        work: Callable[[_T], _R],
        items: Iterable[_Item[_K, _T]],
        lost: _R,
        weight: Callable[[_T], float] = lambda _: 1.0,
    ) -> Iterator[_Done[_K, _R]]:
        """Each key with the result of the work on what comes with it (None of None), in the order of the items.

        work: a function of a module, so that other processes find it, that does not raise. lost: the result for an
        item on which the process that worked on it died. weight: how long an item takes, 1 for a usual one.
        """
        left = iter(items)
        if self.count == 1:
            yield from _here(work, left)
            return
        if self._executor is None:
            yield from _here(work, islice(left, FEW))
            for item in left:
                if self._started():
                    left = chain([item], left)
                    break
                yield from _here(work, [item])
        course: _Course[_K, _T, _R] = _Course(self, work, lost, weight)
        yield from course.results(left)

    def _started(self) -> bool:
        """Whether the processes are there, or whoever submits something starts them; else they are being started."""
        if not ASIDE:
            return True
        if self._executor is None and self._starting is None:
            self._prepare()
            self._starting = threading.Thread(target=self._start, name="start-workers", daemon=True)
            self._starting.start()
        return self._starting is None or not self._starting.is_alive()

    def _start(self) -> None:
        with suppress(Exception):  # whatever it is: who submits something next will hear of it
            self._executor = self._make()

    def submit(self, work: Callable[[_T], _R], chunk: Sequence[_T]) -> Future[list[_R]]:
        """Have a chunk worked on."""
        if self._executor is None:
            self._executor = self._make()
        return self._executor.submit(_all, work, list(chunk))

    def elsewhere(self, work: Callable[[_T], _R], item: _T) -> _R | None:
        """The result of another process; None where none is there yet, or it died. Any thread may ask for it."""
        executor = self._executor
        try:
            return None if executor is None else executor.submit(work, item).result()
        except Exception:
            # Any exception, see `_result`.
            return None

    def renew(self) -> None:
        """Go on with new processes."""
        self._end()

    def _end(self) -> None:
        if self._starting is not None:
            self._starting.join()
            self._starting = None
        executor, self._executor = self._executor, None
        if isinstance(executor, ProcessPoolExecutor):
            executor.shutdown(wait=False, cancel_futures=True)
        elif executor is not None:  # that of a cluster is told nothing more, and cancels what has not begun
            executor.shutdown(wait=False)


def _here(work: Callable[[_T], _R], items: Iterable[_Item[_K, _T]]) -> Iterator[_Done[_K, _R]]:
    return ((key, None if what is None else work(what)) for key, what in items)


class _Course(Generic[_K, _T, _R]):
    """One piece of work on many items."""

    def __init__(self, workers: Workers, work: Callable[[_T], _R], lost: _R, weight: Callable[[_T], float]) -> None:
        self._workers, self._work, self._lost, self._weight = workers, work, lost, weight
        self._under_way: deque[tuple[list[_Item[_K, _T]], Future[list[_R]] | None]] = deque()

    def results(self, items: Iterable[_Item[_K, _T]]) -> Iterator[_Done[_K, _R]]:
        """The results in the order of the items."""
        for chunk in _chunks(items, self._weight):
            self._under_way.append((chunk, self._submitted(chunk)))
            while self._under_way and (len(self._under_way) > AHEAD * self._workers.count or self._is_done()):
                yield from self._first()
        while self._under_way:
            yield from self._first()

    def _submitted(self, chunk: Sequence[_Item[_K, _T]]) -> Future[list[_R]] | None:
        """None: the workers are dead, which is looked after when it is the chunk's turn."""
        wanted = [what for _, what in chunk if what is not None]
        if not wanted:
            nothing: Future[list[_R]] = Future()
            nothing.set_result([])
            return nothing
        try:
            return self._workers.submit(self._work, wanted)
        except RuntimeError:  # what executors raise that are broken or closed
            return None

    def _is_done(self) -> bool:
        future = self._under_way[0][1]
        return future is not None and future.done()

    def _first(self) -> Iterator[_Done[_K, _R]]:
        """The results of the first chunk under way."""
        chunk, future = self._under_way.popleft()
        if (found := _result(future)) is not None:
            yield from _matched(chunk, found)
            return
        # One of the items under way cost a process its life, and the others their results. Each is tried alone.
        tried = [(chunk, None), *((some, _result_so_far(begun)) for some, begun in self._under_way)]
        self._under_way.clear()
        self._workers.renew()
        for some, known in tried:
            if known is not None:
                yield from _matched(some, known)
            else:
                for key, what in some:
                    yield key, None if what is None else self._alone((key, what))

    def _alone(self, item: _Item[_K, _T]) -> _R:
        found = _result(self._submitted([item]))
        if found is not None:
            return found[0]
        self._workers.renew()
        return self._lost


def _matched(chunk: Sequence[_Item[_K, _T]], found: Sequence[_R]) -> Iterator[_Done[_K, _R]]:
    results = iter(found)
    return ((key, None if what is None else next(results)) for key, what in chunk)


def _result_so_far(future: Future[list[_R]] | None) -> list[_R] | None:
    return _result(future) if future is not None and future.done() else None


def _result(future: Future[list[_R]] | None) -> list[_R] | None:
    """The results of a chunk; None where there are none."""
    try:
        return None if future is None else future.result()
    except Exception:
        # Any exception: the work itself raises none, and each engine has one of its own for a worker that died.
        return None


def _all(work: Callable[[_T], _R], items: Sequence[_T]) -> list[_R]:
    return [work(item) for item in items]


def _chunks(items: Iterable[_Item[_K, _T]], weight: Callable[[_T], float]) -> Iterator[list[_Item[_K, _T]]]:
    chunk: list[_Item[_K, _T]] = []
    heavy = 0.0
    begun = monotonic()
    for item in items:
        chunk.append(item)
        heavy += 1 if item[1] is None else weight(item[1])
        if heavy >= CHUNK or len(chunk) >= MOST or monotonic() - begun > PATIENCE:
            yield chunk
            chunk, heavy, begun = [], 0.0, monotonic()
    if chunk:
        yield chunk


def _local(count: int) -> Executor:
    """Processes of this machine. None is a copy of this process, which may have threads and a screen."""
    _prepare()
    context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
    executor = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)
    with _uninterrupted():  # what starts now is not to hear of ctrl+c, which is for this process to act upon
        for begun in [executor.submit(os.getpid) for _ in range(count)]:
            begun.result()
    return executor


def _prepare() -> None:
    """Begin to load, aside, what the processes are made of."""
    if sys.platform == "linux":
        multiprocessing.get_context("forkserver").set_forkserver_preload(["reader.ingest.warm"])
        with _uninterrupted():
            from multiprocessing import forkserver  # is not there on every system

            forkserver.ensure_running()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ignore ctrl+c, here and in what is started."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are not this thread's business
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin() -> None:
    """In a new process: leave ctrl+c to the one that started it, and end when that has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # what was loaded stays
    gc.set_threshold(*_RARELY)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), name="end-with-parent", daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
