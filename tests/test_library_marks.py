"""reader.library.marks: read, starred, tagged, and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_support import put

from reader.article import View
from reader.library import Store


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "news.library") as store:
        for n in range(4):
            put(store, f"/{n}")
        yield store


def state(store: Store) -> list[tuple[bool, bool, tuple[str, ...]]]:
    """The marks of all articles."""
    return [(entry.read, entry.starred, entry.tags) for entry in store.entries(list(store.ids()))]


def test_what_was_marked_can_be_taken_back_and_done_again(store):
    before = state(store)
    undo = store.mark([1, 2], read=True, starred=True, tags=["x", "y"])
    after = state(store)
    assert after[:2] == [(True, True, ("x", "y"))] * 2
    redo = store.apply(undo)
    assert state(store) == before
    store.apply(redo)
    assert state(store) == after


def test_an_undo_record_names_only_what_changed_and_survives_json(store):
    store.mark([1], read=True)
    undo = store.mark([1, 2, 2, 99], read=True)
    assert [marked.identity for marked in undo] == ["/1"]
    assert store.mark([1, 2], read=True) == ()
    assert store.mark([1, 2]) == ()
    store.apply(json.loads(json.dumps(undo)))
    assert [entry.read for entry in store.entries([1, 2])] == [True, False]


def test_what_is_not_named_stays(store):
    store.mark([1], tags=["x"])
    store.mark([1], starred=True)
    store.mark([1], read=True)
    assert state(store)[0] == (True, True, ("x",))
    store.mark([1], tags=[])
    assert state(store)[0] == (True, True, ())


def test_tags_are_lines_once_each_in_order(store):
    store.mark([1], tags=["b", "a  c", "b", " ", "\x1b[31mred\n"])
    assert store.entries([1])[0].tags == ("a c", "b", "red")
    assert [slot.id for slot in store.slots(View(tag="a  c"))] == [1]
    assert store.slots(View(tag="no")) == []


def test_thousands_are_marked_at_once(store):
    with store.transaction():
        ids = [put(store, f"/many/{n}") for n in range(1500)]
    undo = store.mark(ids, read=True)
    assert store.count(View()) == (1504, 4)
    store.apply(undo)
    assert store.count(View()) == (1504, 1504)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(1, 5)),
            st.none() | st.booleans(),
            st.none() | st.booleans(),
            st.none() | st.lists(st.sampled_from(["x", "y"])),
        ),
        max_size=6,
    )
)
def test_any_marks_are_all_taken_back_in_turn(tmp_path_factory, changes):
    with Store(tmp_path_factory.mktemp("marks") / "news.library") as store:
        for n in range(4):
            put(store, f"/{n}")
        states, undos = [], []
        for ids, read, starred, tags in changes:
            states.append((state(store), store.count(View())))
            undos.append(store.mark(ids, read=read, starred=starred, tags=tags))
        for undo in reversed(undos):
            store.apply(undo)
            assert (state(store), store.count(View())) == states.pop()
