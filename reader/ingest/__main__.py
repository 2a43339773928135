"""The assembly line in a process of its own: `python -m reader.ingest LIBRARY PLACE ...`, or `LIBRARY --refresh`.

Writes its events on standard output; whoever started it reads them with `events.decode`. It exits with 1 when the
library cannot be opened or written. Not for people, who have `reader add`.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from reader.article import AddReport, Problem
from reader.errors import ReaderError
from reader.ingest import adding
from reader.ingest.events import DUE, REFRESH, WATCH, Event, encode
from reader.library import Store

NICENESS = 5
"""Others come first: somebody may be pressing keys in the screens meanwhile."""


def _tell(event: Event) -> None:
    sys.stdout.write(encode(event) + "\n")
    sys.stdout.flush()


def _refreshed(store: Store, due: bool) -> AddReport:
    from reader.ingest.sync.syncing import refresh_everything  # loads the network, which files do without

    return refresh_everything(store, due=due, on_progress=_tell, workers=None)


def _watch(store: Store, folders: Sequence[str]) -> None:
    """Watch folders until whoever started this has gone: its standard input ends with them."""
    from reader.ingest.watching import watch  # loads what only watching needs

    stop = threading.Event()

    def end_with_input() -> None:
        sys.stdin.buffer.read()
        stop.set()

    threading.Thread(target=end_with_input, daemon=True).start()
    for report in watch(store, folders, stop, _tell):
        _tell(report)


def main(library: str, *places: str) -> int:
    """Add the places to the library file, sync and refresh its feeds, or watch folders. The process's exit code."""
    os.nice(NICENESS)
    try:
        store = Store(Path(library))
        try:
            if places[:1] == (WATCH,):
                _watch(store, places[1:])
            else:
                refreshing = places[:1] == (REFRESH,)
                due = DUE in places[1:]
                _tell(_refreshed(store, due) if refreshing else adding.add(store, places, _tell, workers=None))
        finally:
            store.close()
    except ReaderError as error:
        _tell(Problem("adding", str(error)))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
