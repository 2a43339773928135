"""Adding what comes into folders: first what is there, then whatever comes, as it comes.

Here: the order of the work. Not here: what has come (sources), adding it (`adding`), the process it is done in
(`__main__`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from time import monotonic

from reader import sources
from reader.article import AddReport, Problem
from reader.errors import LibraryError
from reader.ingest import adding
from reader.ingest.events import Event
from reader.library import Store
from reader.sources import watching

AGAIN = 5.0
"""Seconds after which it is tried again to write to a library that could not be written to."""


def watch(
    store: Store, folders: Sequence[str], stop: threading.Event, tell: Callable[[Event], None] | None = None
) -> Iterator[AddReport]:
    """Add what is in folders, then whatever comes into them, until `stop` is set: a report each time.

    Raises SourceError when they cannot be watched, LibraryError when the library cannot be written from the beginning.
    """
    begun = False
    waiting: dict[str, None] = {}
    not_before = 0.0
    for paths in watching.changes(folders, stop):
        if not begun:
            begun = True
            yield adding.add(store, folders, tell, workers=None)
            from reader.ingest import warm  # noqa: F401  (the first file that comes should not wait for it)
        waiting |= dict.fromkeys(paths)
        if not waiting or monotonic() < not_before:
            continue
        try:
            report = adding.add(store, list(waiting), workers=None)
        except LibraryError as error:  # in use for longer than is waited for, or its disk is full
            not_before = monotonic() + AGAIN
            yield AddReport(problems=(Problem("library", f"{error}; it is tried again"),))
            continue
        waiting.clear()
        missing = {p for p in report.problems if sources.unreachable(p.place.partition("#")[0]) is not None}
        yield replace(report, problems=tuple(p for p in report.problems if p not in missing))
