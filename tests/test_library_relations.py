"""reader.library.relations and stories: keys, candidates, who belongs to which story."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_support import put

from reader.article import Story, View
from reader.errors import LibraryDamaged, NotFound
from reader.library import Store


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "news.library") as store:
        yield store


def test_frequencies_follow_every_change_of_the_keys(store):
    a, b = put(store, "/a"), put(store, "/b")
    store.put_features(a, {"x": 1.0, "y": 1.0}, b"a1")
    store.put_features(b, {"x": 2.0, "\ud800": 1.0}, b"b1")
    assert store.frequencies(["x", "y", "none", "\ud800"]) == ({"x": 2, "y": 1, "none": 0, "\ud800": 1}, 2)
    store.put_features(a, {"z": 1.0}, b"a2")
    assert store.frequencies(["x", "y", "z"]) == ({"x": 1, "y": 0, "z": 1}, 2)
    assert store.features([b, a, 99]) == {a: b"a2", b: b"b1"}
    store.put_features(a, {}, b"")
    assert store.frequencies(["z"]) == ({"z": 0}, 2)
    assert store.frequencies([]) == ({}, 2)


def test_keys_that_are_damaged_are_gathered_from_what_is_posted(store):
    a, b = put(store, "/a"), put(store, "/b")
    store.put_features(a, {"x": 1.0, "y": 1.0}, b"a1")
    store.put_features(b, {"x": 1.0}, b"b1")
    for damaged in (b"\0abc", b"", "text"):
        store._db.run("UPDATE feature SET keys = ? WHERE article_id = ?", (damaged, a))
        store.put_features(a, {"z": 1.0}, b"a2")
        assert store.frequencies(["x", "y", "z"]) == ({"x": 1, "y": 0, "z": 1}, 2)
    assert store.candidates(["x", "y"], limit=9, per_key=9) == [b]


def test_a_post_that_is_damaged_names_no_article(store):
    a, b = put(store, "/a"), put(store, "/b")
    for number in (a, b):
        store.put_features(number, {"x": 1.0}, b"1")
    store._db.run("PRAGMA foreign_keys = OFF")
    store._db.run("UPDATE posting SET article_id = x'07FF' WHERE article_id = ?", (a,))
    assert store.candidates(["x"], limit=9, per_key=9) == [b]


def test_features_of_no_article_are_refused(store):
    with pytest.raises(NotFound):
        store.put_features(5, {"x": 1.0}, b"")


def test_of_each_key_only_the_articles_added_last_are_looked_at(store):
    for n in range(10):
        store.put_features(put(store, f"/{n}"), {"common": 1.0, "rare": 1.0} if n == 0 else {"common": 1.0}, b"")
    assert store.candidates(["common"], limit=20, per_key=3) == [10, 9, 8]
    assert store.candidates(["common", "rare"], limit=2, per_key=20) == [1, 10]
    assert store.candidates(["absent"], limit=20, per_key=3) == store.candidates([], limit=20, per_key=3) == []
    assert store.candidates(["common"], limit=0, per_key=3) == store.candidates(["common"], limit=-1, per_key=3) == []


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.frozensets(st.sampled_from("abcdef"))), max_size=12),
    st.lists(st.sampled_from("abcdefg"), unique=True),
    st.integers(1, 6),
    st.integers(1, 6),
)
def test_candidates_are_those_with_most_keys(tmp_path_factory, changes, asked, limit, per_key):
    with Store(tmp_path_factory.mktemp("keys") / "news.library") as store:
        has: dict[int, frozenset[str]] = {}
        for identity, keys in changes:
            id_ = put(store, f"/{identity}")
            store.put_features(id_, dict.fromkeys(keys, 1.0), b"")
            has[id_] = keys
        shared: Counter[int] = Counter()
        for key in asked:
            shared.update(sorted((id_ for id_, keys in has.items() if key in keys), reverse=True)[:per_key])
        expected = sorted(shared, key=lambda id_: (-shared[id_], -id_))[:limit]
        assert store.candidates(asked, limit=limit, per_key=per_key) == expected
        assert store.frequencies(asked)[0] == {key: sum(key in keys for keys in has.values()) for key in asked}


def test_a_story_is_in_time_order_across_time_zones_and_undated_ones_last(store):
    times = [
        None,
        datetime(2022, 1, 2, 1, 0, tzinfo=timezone(timedelta(hours=11))),  # 14:00 on the day before, in UTC
        datetime(2022, 1, 1, 20, 0, tzinfo=timezone.utc),
        date(2022, 1, 1),
        date(2022, 1, 3),
    ]
    ids = [put(store, f"/{n}", published=when, headline=f"h{n}" if n != 3 else None) for n, when in enumerate(times)]
    story = store.set_story(ids)
    assert store.members(story) == [ids[3], ids[1], ids[2], ids[4], ids[0]]
    assert store.story(story) == Story(story, (ids[3], ids[1], ids[2], ids[4], ids[0]), "h1")


def test_stories_come_newest_first_and_those_of_one_article_are_left_out(store, monkeypatch):
    monkeypatch.setattr("reader.library.stories._PAGE", 2)
    expected = []
    for n in range(5):
        ids = [put(store, f"/{n}/{m}", published=date(2022, 1, 1 + n)) for m in range(2)]
        expected.insert(0, store.set_story(ids))
    undated = store.set_story([put(store, "/u/1"), put(store, "/u/2")])
    alone = store.set_story([put(store, "/alone")])
    assert [story.id for story in store.stories()] == [*expected, undated]
    assert [story.id for story in store.stories(3)] == expected[:3]
    assert list(store.stories(0)) == []
    assert store.stories_of([1, 13, 99]) == {1: expected[-1], 13: alone}


def test_a_new_date_moves_the_story(store):
    a, b, c, d = (put(store, f"/{n}", published=date(2022, 1, n + 1)) for n in range(4))
    first, second = store.set_story([a, b]), store.set_story([c, d])
    assert [story.id for story in store.stories()] == [second, first]
    store.set_published(a, date(2023, 1, 1), "stated", "")
    assert [story.id for story in store.stories()] == [first, second]
    put(store, "/0", published=date(2020, 1, 1), raw="changed")
    assert [story.id for story in store.stories()] == [second, first]
    assert store.members(first) == [a, b]


def test_articles_join_leave_and_merge_stories_and_empty_ones_end(store):
    ids = [put(store, f"/{n}") for n in range(6)]
    first = store.set_story(ids[:2])
    second = store.set_story(ids[2:4])
    assert store.set_story([ids[4]], first) == first
    assert store.members(first) == [ids[0], ids[1], ids[4]]
    store.merge_stories(first, [second, first])
    assert store.members(first) == ids[:5]
    with pytest.raises(NotFound):
        store.story(second)
    assert store.members(second) == []
    for id_ in ids[:5]:
        store.leave_story(id_)
    store.leave_story(ids[5])
    assert store.stories_of(ids) == {}
    with pytest.raises(NotFound):
        store.set_story([ids[0]], first)
    assert store.set_story(ids[:2]) > second  # numbers are not used again
    for call in (lambda: store.merge_stories(99, [first]), lambda: store.story(10**30)):
        with pytest.raises(NotFound):
            call()


def test_moving_all_members_ends_the_story_that_they_left(store):
    ids = [put(store, f"/{n}") for n in range(3)]
    first = store.set_story(ids)
    second = store.set_story(ids)
    with pytest.raises(NotFound):
        store.story(first)
    assert len(store.story(second).article_ids) == 3
    assert [slot.heading for slot in store.slots(View(group="story"))] == [str(second)] * 3


def test_a_story_is_named_by_the_headline_that_stands_nearest_to_all_the_others(store):
    headlines = [
        "A night to forget",
        "Strike shuts harbour of Ellan",
        "Ellan harbour shut by strike of pilots",
        "Pilots strike",
    ]
    ids = [put(store, f"/{n}", published=date(2024, 5, n + 1), headline=each) for n, each in enumerate(headlines)]
    assert store.story(store.set_story(ids[:2])).headline == "A night to forget"
    assert store.story(store.set_story(ids)).headline == "Ellan harbour shut by strike of pilots"


def test_what_an_addition_remembers_is_what_the_library_holds(store):
    with store.many():
        ids = [put(store, f"/{n}") for n in range(4)]
        for id_ in ids:
            with store.transaction():
                store.put_features(id_, {"x": 1.0, f"own {id_}": 1.0}, b"%d" % id_)
                assert store.candidates(["x"], limit=9, per_key=9) == [i for i in reversed(ids) if i <= id_]
                assert store.frequencies(["x", "y"]) == ({"x": id_, "y": 0}, id_)
        with store.transaction():
            assert store.unpacked(ids, int) == {id_: id_ for id_ in ids}
            store.put_features(ids[1], {"y": 1.0}, b"22")
            assert store.unpacked([ids[1]], int) == {ids[1]: 22}
            assert store.candidates(["x", "y"], limit=9, per_key=9) == [ids[3], ids[2], ids[1], ids[0]]
            assert store.frequencies(["x", "y"])[0] == {"x": 3, "y": 1}


def test_an_addition_does_not_remember_what_was_taken_back(store):
    id_ = put(store, "/a")

    def fail():
        with store.transaction():
            store.put_features(id_, {"x": 1.0}, b"1")
            raise ValueError("taken back")

    with store.many():
        with pytest.raises(ValueError, match="taken back"):
            fail()
        with store.transaction():
            assert store.frequencies(["x"]) == ({"x": 0}, 0)
            assert store.candidates(["x"], limit=9, per_key=9) == [] == list(store.features([id_]))


def test_an_addition_sees_what_another_program_has_added_meanwhile(store):
    a, b = put(store, "/a"), put(store, "/b")
    with store.many(), Store(store.path) as other:
        with store.transaction():
            store.put_features(a, {"x": 1.0}, b"a")
        other.put_features(b, {"x": 1.0}, b"b")
        other.put_features(a, {"x": 1.0}, b"A")
        with store.transaction():
            assert store.candidates(["x"], limit=9, per_key=9) == [b, a]
            assert store.frequencies(["x"]) == ({"x": 2}, 2)
            assert store.features([a, b]) == store.unpacked([a, b], bytes) == {a: b"A", b: b"b"}


def test_a_tally_that_is_no_number_is_a_damaged_library(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        store._db.run("UPDATE tally SET connected = x'5fcf'")
        with pytest.raises(LibraryDamaged, match="damaged"):
            store.connected()
