"""The counts of lines that recur: kept few, taken back, and a library of version 1 gets the tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_support import put

from reader.library import Store
from reader.library.furniture import FORGET_TO, MOST, Counted

OUTLET = "outlet pellworth courier"


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Store(tmp_path / "news.library") as opened:
        yield opened


def test_what_was_taught_can_be_asked(store: Store) -> None:
    id_ = put(store, "/a")
    assert store.taught("/a") == (id_, None)
    assert store.counted(OUTLET, [1, -7]) == (0, {})
    store.teach(OUTLET, [id_], {1: Counted(1, 0, (id_,)), -7: Counted(0, 1)})
    assert store.taught("/a") == (id_, OUTLET)
    assert store.counted(OUTLET, [1, 2, -7]) == (1, {1: Counted(1, 0, (id_,)), -7: Counted(0, 1)})
    assert store.counted("outlet another", [1]) == (0, {})
    assert store.taught("/nowhere") is None


def test_an_article_that_turns_out_to_be_anothers_takes_its_lines_along(store: Store) -> None:
    ids = [put(store, f"/{n}") for n in range(2)]
    store.teach(OUTLET, ids, {1: Counted(1, 1, tuple(ids)), 2: Counted(1, 0, (ids[1],))})
    store.unteach(ids[1], OUTLET, {1: False, 2: True})
    assert store.counted(OUTLET, [1, 2]) == (1, {1: Counted(1, 0, (ids[0],))})
    assert store.taught("/1") == (ids[1], None)


def test_of_many_lines_those_that_recur_are_remembered(store: Store) -> None:
    ids = [put(store, f"/{n}") for n in range(60)]
    for n, id_ in enumerate(ids):
        once = {-1000 * n - k: Counted(1, 0, (id_,), n + 1) for k in range(100, 150)}
        _, held = store.counted(OUTLET, [1])
        often = {1: Counted(held.get(1, Counted()).kept + 1, 0, (), n + 1)}
        store.teach(OUTLET, [id_], often | once)
        lines = store._db.value("SELECT count(*) FROM line")
        assert lines <= MOST
    assert lines >= FORGET_TO
    assert store.counted(OUTLET, [1]) == (60, {1: Counted(60, 0, (), 60)})
    assert not store.counted(OUTLET, [-100])[1], "seen once, long ago"
    assert store.counted(OUTLET, [-59_100])[1], "seen just now"


def test_an_article_that_is_taken_out_leaves_no_row_behind(store: Store) -> None:
    id_ = put(store, "/a")
    store.teach(OUTLET, [id_], {1: Counted(1, 0, (id_,))})
    store._db.run("DELETE FROM article WHERE id = ?", (id_,))
    assert store._db.rows("SELECT * FROM taught") == []
