"""What was done by hand is taken back in order, also where that fails the first time."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.desk import Library
from reader.desk.history import History
from reader.errors import LibraryBusy, LibraryError


def test_what_was_done_last_is_taken_back_first() -> None:
    history, taken = History(), []
    for name in ("read", "star", "tag"):
        history.add(name, lambda name=name: taken.append(name))  # type: ignore[misc]
    assert [history.undo() for _ in range(4)] == ["tag", "star", "read", None]
    assert taken == ["tag", "star", "read"]


def test_what_could_not_be_taken_back_is_the_next_to_be() -> None:
    history, held = History(), [True]

    def take_back() -> None:
        if held:
            held.clear()
            raise LibraryBusy("another program holds the library")

    history.add("star", print)
    history.add("tag", take_back)
    with pytest.raises(LibraryBusy):
        history.undo()
    assert [history.undo() for _ in range(3)] == ["tag", "star", None]


def test_what_is_done_while_something_is_taken_back_stays_to_be_taken_back() -> None:
    history = History()
    history.add("star", print)
    history.add("tag", lambda: history.add("read", print))
    assert [history.undo() for _ in range(3)] == ["tag", "read", "star"]


def test_the_oldest_of_very_many_things_cannot_be_taken_back_any_more() -> None:
    history = History()
    for number in range(2_000):
        history.add(str(number), print)
    assert history.undo() == "1999"
    assert sum(history.undo() is not None for _ in range(2_000)) == 999


def test_a_library_that_was_busy_takes_the_mark_back_the_next_time(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([folder])
    library.mark([1], starred=True)
    with monkeypatch.context() as patched:
        patched.setattr(library._store._db, "transaction", _busy)
        with pytest.raises(LibraryBusy):
            library.undo()
    assert library.entries([1])[0].starred
    assert library.undo() == "1 article starred"
    assert not library.entries([1])[0].starred


def test_a_correction_can_be_taken_back_when_the_article_could_not_be_made_again(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([folder])
    before = library.article(1)
    with monkeypatch.context() as patched:
        patched.setattr("reader.ingest.assembly.redo", _busy)
        with pytest.raises(LibraryBusy):
            library.edit(1, {"headline": "Another"})
        with pytest.raises(LibraryError):
            library.overrule(1, [before.paragraphs[0]])
    library.reclean()
    assert library.article(1).headline == "Another"
    assert library.undo() == "1 line cut by hand"
    assert library.undo() == "headline changed"
    assert library.article(1) == before


def _busy(*_: object) -> None:
    raise LibraryBusy("another program holds the library")
