"""Where the processor's time goes when a library is filled: `python benchmarks/filling.py FOLDER...`.

Each folder is added to a library of its own by one process; printed are milliseconds of processor time an article by
stage, each without the stages inside it, and of the second folder on the ratio to the first. Not here: what is added
(`invented.py`), rivals and several processes (`run.py`).
"""

from __future__ import annotations

import argparse
import importlib
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from reader.desk import Library

STAGES = {
    "cleaning": ["reader.cleaning.clean"],
    "ranking": ["reader.summarizing.rank"],
    "features": ["reader.stories.features_of", "reader.stories.features.Features.pack"],
    "names": ["reader.stories.features.names"],
    "placing": ["reader.stories.assign", "reader.stories.neighbourhood", "reader.stories.infer_dates_around"],
    "storing": [
        "reader.library.store.Store.add",
        "reader.library.store.Store.revise",
        "reader.library.store.Store.put_ranking",
    ],
    "posting": ["reader.library.store.Store.put_features"],
    "furniture": [
        "reader.ingest.furniture.finished",
        "reader.ingest.furniture.teach",
        "reader.ingest.furniture.has_news",
    ],
    "reading back": ["reader.ingest.making.waiting"],
    "search, commit": ["reader.library.file.connection.Database._commit"],
}
"""Functions by the stage that they are."""


class _Clock:
    """Processor time by stage, that of inner stages taken out."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inside: list[float] = []

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted for the stage."""

        def call(*args: Any, **named: Any) -> Any:
            begun = time.process_time()
            self._inside.append(0.0)
            try:
                return function(*args, **named)
            finally:
                took = time.process_time() - begun
                self.seconds[stage] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return call


@contextmanager
def _watched(clock: _Clock) -> Iterator[None]:
    with ExitStack() as stack:
        for stage, functions in STAGES.items():
            for name in functions:
                owner, _, attribute = name.rpartition(".")
                where = _found(owner)
                stack.enter_context(patch.object(where, attribute, clock.timed(stage, getattr(where, attribute))))
        yield


def _found(name: str) -> Any:
    """A module or a class by its whole name."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        owner, _, attribute = name.rpartition(".")
        return getattr(importlib.import_module(owner), attribute)


def measured(place: Path) -> tuple[int, dict[str, float]]:
    """How many articles were added from a folder, and milliseconds of processor time of each by stage."""
    with tempfile.TemporaryDirectory() as folder:
        clock = _Clock()
        with _watched(clock), Library(Path(folder) / "news.library") as library:
            begun = time.process_time()
            added = library.add([place]).added
            total = time.process_time() - begun
    clock.seconds["the rest"] = total - sum(clock.seconds.values())
    each = {stage: 1000 * seconds / max(1, added) for stage, seconds in clock.seconds.items()}
    return added, {**dict(sorted(each.items(), key=lambda item: -item[1])), "in all": 1000 * total / max(1, added)}


def table(places: list[Path]) -> str:
    """The times of each place, and behind those of the first the others with their ratios."""
    columns = [measured(place) for place in places]
    lines = ["ms of processor time an article".ljust(32) + "".join(f"{added:>12,} articles" for added, _ in columns)]
    for stage, first in columns[0][1].items():
        cells = [f"{first:>20.2f}"]
        cells += [f"{own[stage]:>12.2f} ({own[stage] / first:.2f})" for _, own in columns[1:]]
        lines.append(stage.ljust(32) + "".join(f"{cell:>21}" for cell in cells))
    return "\n".join(lines)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    print(table(parser.parse_args().folders))


if __name__ == "__main__":
    main()
