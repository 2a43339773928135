"""Adding what a person names: files and folders, and addresses on the web.

Here: which is which. Not here: files (`assembly`), addresses (`web`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.article import AddReport
from reader.ingest import assembly
from reader.ingest.reading import OnProgress
from reader.ingest.workers import Workers
from reader.library import Store
from reader.sources.web.addresses import is_address


def add(
    store: Store, places: Sequence[str | Path], on_progress: OnProgress | None = None, workers: int | None = 1
) -> AddReport:
    """Add every article of the files, folders and addresses named. Raises LibraryError when nothing can be written.

    workers: processes that share in the work when there is much of it, which changes nothing else; None: one a core.
    """
    team = Workers(workers)
    addresses = [place for place in map(str, places) if is_address(place)]
    files = [place for place in places if not is_address(str(place))]
    report = assembly.add_places(store, files, on_progress, team) if files or not addresses else AddReport()
    if addresses:
        from reader.ingest.web import addresses as web  # loads what files do without: the network, XML

        report += web.add(store, addresses, on_progress, team)
    return report
