"""What a person marks in the reader, noted when the key comes, to be compared with the library; and how far it has come
with the keys it was sent.

Here: noting both, inside the program that `random_events.py` starts, and what follows from the notes. Not here: the
program, the events, the comparison.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

CAUGHT_UP = b"\x1b[57383u"
"""A key that no command has; when it comes out of those that wait, everything sent before it has been taken."""


def count_keys(path: str) -> None:
    """From now on write a byte to this file whenever that key comes to its turn; it does nothing else."""
    from textual import events
    from textual.app import App

    on_event = App.on_event
    counted = Path(path).open("ab", buffering=0)  # noqa: SIM115  (until the program ends)

    async def counting(self: App[object], event: events.Event) -> None:
        if isinstance(event, events.Key) and event.key == "f20":
            counted.write(b".")
        else:
            await on_event(self, event)

    App.on_event = counting  # type: ignore[method-assign]


def keep(path: str) -> None:
    """From now on note every mark in this file, a line each: ids, and what was set. None set: no longer expected, of
    these ids or, without any, of all.
    """
    from reader.desk import Library
    from reader.errors import LibraryBusy, ReaderError
    from reader.tui.actions.by_hand import ByHand
    from reader.tui.actions.marking import Marking

    mark, mark_all, begin_undo = Marking.mark, Marking.mark_all_read, ByHand.undo
    write, undo = Library.mark, Library.undo
    journal = Path(path).open("a", buffering=1, encoding="utf-8")  # noqa: SIM115  (until the program ends)

    def note(ids: Iterable[int], how: dict[str, Any] | None) -> None:
        journal.write(json.dumps([list(ids), how]) + "\n")

    def marked(self: Marking, ids: list[int], **how: Any) -> None:
        note(ids, {name: value for name, value in how.items() if name != "then"})
        mark(self, ids, **how)

    def all_marked(self: Marking) -> None:
        note(self.session.listed.listing.ids, {"read": True})
        mark_all(self)

    def written(self: Library, ids: list[int], **how: Any) -> None:
        try:
            write(self, ids, **how)
        except ReaderError as error:
            later = isinstance(error, LibraryBusy) and threading.current_thread() is threading.main_thread()
            if not later:
                note(ids, None)  # the person is told
            raise

    def undo_begun(self: ByHand, *then: Any) -> None:
        note([], None)
        begin_undo(self, *then)

    def undone(self: Library) -> str | None:
        note([], None)
        try:
            return undo(self)
        finally:
            note([], None)

    for owner, name, function in (
        (Marking, "mark", marked),
        (Marking, "mark_all_read", all_marked),
        (ByHand, "undo", undo_begun),
        (Library, "mark", written),
        (Library, "undo", undone),
    ):
        setattr(owner, name, function)


def expected_marks(path: Path) -> dict[tuple[int, str], bool]:
    """Of article ids and `read` or `starred`: what was set last, unless something was taken back since."""
    expected: dict[tuple[int, str], bool] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        ids, how = json.loads(line)
        if how is None and not ids:
            expected.clear()
        for number in ids:
            for mark in ("read", "starred"):
                if how is None:
                    expected.pop((number, mark), None)
                elif how.get(mark) is not None:
                    expected[number, mark] = how[mark]
    return expected
