"""Watched folders: what has come is told once it is whole, and never before."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from reader.errors import SourceError
from reader.sources import watching
from reader.sources.watching import QUIET, Growing

PATIENCE = 20.0


class FolderWatch:
    """What `changes` tells, gathered by a thread."""

    def __init__(self, folder: Path) -> None:
        self.stop, self._on = threading.Event(), threading.Event()
        self.told: list[str] = []
        self._folder = folder
        threading.Thread(target=self._watch, daemon=True).start()
        assert self._on.wait(PATIENCE)

    def _watch(self) -> None:
        for paths in watching.changes([self._folder], self.stop):
            self.told += paths
            self._on.set()


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_file_is_whole_when_it_has_been_quiet_for_a_while(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "a.txt"
    growing = Growing(clock)
    path.write_text("one")
    growing.changed(str(path))
    assert growing.whole() == []
    clock.now += QUIET / 2
    path.write_text("one and two")
    assert growing.whole() == []
    clock.now += QUIET * 0.9
    assert growing.whole() == []
    clock.now += QUIET * 0.2
    assert growing.whole() == [str(path)]
    assert not growing


def test_a_file_that_went_on_after_all_has_to_be_quiet_for_longer(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "a.txt"
    growing = Growing(clock)
    path.write_text("one")
    growing.changed(str(path))
    growing.whole()
    clock.now += QUIET
    assert growing.whole()
    growing.changed(str(path))
    growing.whole()
    clock.now += QUIET
    assert growing.whole() == []
    clock.now += QUIET
    assert growing.whole() == [str(path)]


def test_one_that_is_gone_is_told_too(tmp_path: Path) -> None:
    clock = Clock()
    growing = Growing(clock)
    growing.changed(str(tmp_path / "a.txt"))
    clock.now += QUIET
    assert growing.whole() == [str(tmp_path / "a.txt")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells who writes")
def test_a_file_that_is_open_for_writing_is_not_whole_however_quiet_it_is(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "a.txt"
    growing = Growing(clock)
    with path.open("w") as file:
        file.write("half of")
        file.flush()
        growing.changed(str(path))
        growing.whole()
        clock.now += 100 * QUIET
        assert growing.whole() == []
    assert growing.whole() == [str(path)]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, FolderWatch]]:
    folder = tmp_path / "news"
    folder.mkdir()
    watch = FolderWatch(folder)
    yield folder, watch
    watch.stop.set()


def told(watch: FolderWatch, *paths: Path) -> list[str]:
    """What is told until these files are among it."""
    until = monotonic() + PATIENCE
    while not {str(path) for path in paths} <= set(watch.told):
        assert monotonic() < until, watch.told
        threading.Event().wait(0.05)
    found, watch.told = watch.told, []
    return found


def test_what_comes_into_a_folder_is_told_and_what_is_on_its_way_is_not(watched: tuple[Path, FolderWatch]) -> None:
    folder, watch = watched
    (folder / "page.html.part").write_text("half")
    (folder / ".page.html").write_text("hidden")
    (folder / "picture.png").write_bytes(b"1")
    (folder / "page.html.crdownload").write_text("half")
    (folder / "page.html.part").rename(folder / "page.html")
    (folder / "deep").mkdir()
    (folder / "deep" / "inner.txt").write_text("news")
    found = told(watch, folder / "page.html", folder / "deep" / "inner.txt")
    assert {Path(path).name for path in found} == {"page.html", "inner.txt"}
    (folder / "page.html").unlink()
    assert told(watch, folder / "page.html")


def test_a_folder_that_is_moved_in_brings_its_files(watched: tuple[Path, FolderWatch], tmp_path: Path) -> None:
    folder, watch = watched
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "a.txt").write_text("news")
    (tmp_path / "made").rename(folder / "made")
    told(watch, folder / "made" / "a.txt")


def test_a_disk_that_tells_nothing_is_looked_at_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "is_far", lambda folder: True)
    monkeypatch.setattr(watching, "_POLL", 0.05)
    watch = FolderWatch(tmp_path)
    (tmp_path / "a.txt").write_text("news")
    told(watch, tmp_path / "a.txt")
    watch.stop.set()


def test_letters_in_a_maildir_are_told_once_they_are_delivered(tmp_path: Path) -> None:
    for name in ("cur", "new", "tmp"):
        (tmp_path / name).mkdir()
    tops = [str(tmp_path)]
    assert list(watching._articles_at(str(tmp_path / "new" / "1.host"), tops)) == [str(tmp_path / "new" / "1.host")]
    assert list(watching._articles_at(str(tmp_path / "tmp" / "1.host"), tops)) == []


def test_where_the_system_has_no_watch_left_folders_are_looked_at_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways: list[bool] = []

    def watch(*_: object, force_polling: bool, **more: object) -> Iterator[set[tuple[int, str]]]:
        ways.append(force_polling)
        if not force_polling:
            raise OSError("OS file watch limit reached")
        yield set()

    monkeypatch.setattr("watchfiles.watch", watch)
    assert list(watching.changes([tmp_path], threading.Event())) == [[]]
    assert ways == [False, True]
    monkeypatch.setattr("watchfiles.watch", lambda *_, **more: 1 / 0)
    with pytest.raises(SourceError, match=r"cannot be watched \(ZeroDivisionError"):
        list(watching.changes([tmp_path], threading.Event()))


def test_whose_disk_a_folder_is_on(tmp_path: Path) -> None:
    assert not watching.is_far(str(tmp_path))
