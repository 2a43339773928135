"""The library's feeds, their items, and the places where articles stand."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from library_support import document, put

from reader.article import Article, View
from reader.errors import NotFound
from reader.library import Store
from reader.library.feeds import KnownItem, NewItem
from reader.library.queries import narrowing

NOW = datetime.now(timezone.utc).replace(microsecond=0)
A = "https://velm.example/feed"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "library.db")


def test_a_feed_is_what_was_said_of_it(store: Store) -> None:
    number = store.feeds.subscribe(A, title="Velm\x07 Post", group="Towns", private=True, whole=False)
    store.feeds.change(number, due=NOW, failures=3, error="no\nanswer")
    feed = store.feeds.get(number)
    assert (feed.address, feed.title, feed.group, feed.private, feed.whole) == (
        A,
        "Velm Post",
        "Towns",
        True,
        False,
    )
    assert (feed.due, feed.failures, feed.error, feed.succeeded) == (NOW, 3, "no answer", None)
    assert feed.shown == "Velm Post"


def test_following_again_is_no_second_feed_and_takes_up_one_that_had_ended(store: Store) -> None:
    number = store.feeds.subscribe(A, group="Towns")
    store.feeds.change(number, ended="gone")
    assert store.feeds.subscribe(A, title="Velm Post") == number
    assert (store.feeds.get(number).ended, store.feeds.get(number).group) == (None, "Towns")


def test_feeds_stand_by_group_and_name(store: Store) -> None:
    for address, name, group in (("https://a.example", "Zett", ""), ("https://b.example", "Olm", "Towns")):
        store.feeds.subscribe(address, name=name, group=group)
    store.feeds.subscribe("https://c.example", title="Arn", group="Towns")
    assert [feed.shown for feed in store.feeds.all()] == ["Arn", "Olm", "Zett"]
    assert store.feeds.groups() == ["Towns"]


def test_numbers_are_never_used_again(store: Store) -> None:
    first = store.feeds.subscribe(A)
    store.feeds.unsubscribe(first)
    assert store.feeds.subscribe(A) > first
    for lost in (lambda: store.feeds.get(first), lambda: store.feeds.change(first, name="x")):
        with pytest.raises(NotFound, match=f"no feed {first}"):
            lost()


def test_items_are_known_by_feed_and_key(store: Store) -> None:
    number, other = store.feeds.subscribe(A), store.feeds.subscribe("https://b.example")
    store.feeds.remember(number, [NewItem("k", "https://velm.example/1", b"d", NOW, "velm.example/1")])
    assert store.feeds.items(number, ["k", "l"]) == {"k": KnownItem("https://velm.example/1", b"d")}
    assert store.feeds.items(other, ["k"]) == {}
    assert store.feeds.standing_at(["velm.example/1", "x"]) == {"velm.example/1": "https://velm.example/1"}
    assert store.feeds.saying([b"d", b"e"]) == {b"d": ["https://velm.example/1"]}


def test_an_article_belongs_to_the_feed_that_brought_it_and_stands_in_several(store: Store) -> None:
    id_, _ = store.put(document("https://velm.example/1", container="record"), Article(text="Rain."))
    first, second = store.feeds.subscribe(A, title="One"), store.feeds.subscribe("https://b.example", title="Two")
    item = NewItem("k", "https://velm.example/1", b"d", NOW, "velm.example/1")
    store.feeds.remember(first, [item])
    store.feeds.remember(second, [item._replace(bare="m.velm.example/1")])
    assert store.feeds.owner("https://velm.example/1") == first
    assert store.feeds.of_article("https://velm.example/1") == (["One", "Two"], ["m.velm.example/1", "velm.example/1"])
    assert store.feeds.articles(first) == [id_]
    store.feeds.unsubscribe(first)
    assert store.feeds.owner("https://velm.example/1") is None
    assert store.article(id_).id == id_


def test_articles_a_week_are_those_of_four_weeks(store: Store) -> None:
    number = store.feeds.subscribe(A)
    days = (0, 1, 8, 20, 40, 400)
    store.feeds.remember(number, [NewItem(str(d), f"i{d}", b"", NOW - timedelta(days=d)) for d in days])
    feed = store.feeds.get(number)
    assert (feed.articles, feed.a_week) == (6, 1.0)


@pytest.mark.parametrize(("oldest", "a_week"), [(2, 3.0), (14, 1.5), (100, 0.5)])
def test_of_a_feed_that_has_nothing_older_they_are_those_since_its_first(
    store: Store, oldest: int, a_week: float
) -> None:
    number = store.feeds.subscribe(A)
    days, now = (0, 1, oldest), datetime.now(timezone.utc)
    store.feeds.remember(number, [NewItem(str(d), f"i{d}", b"", now - timedelta(days=d)) for d in days])
    assert store.feeds.get(number).a_week == pytest.approx(a_week, rel=0.001)


def test_what_is_removed_is_gone_from_every_list_and_search_but_starred_stays(store: Store) -> None:
    gone, kept = put(store, "a", headline="Walrus"), put(store, "b", headline="Walrus again")
    store.put_features(gone, {"walrus": 1.0}, b"x")
    store.mark([kept], starred=True)
    assert store.remove([gone, kept, 999]) == 1
    assert [hit.entry.id for hit in store.search("walrus")] == [kept]
    assert store.count(View()) == (1, 1)
    assert store.frequencies(["walrus"])[0] == {"walrus": 0}
    assert not store.mend_search()


GROUPS = {"a": "Towns", "b": "Papers", "c": "", "d": "towns"}


def by_feeds(store: Store) -> dict[str, list[int]]:
    """Forty articles of four feeds and of none, on ten days, some of them read: their ids by feed, newest first."""
    found: dict[str, list[int]] = {name: [] for name in (*GROUPS, "")}
    numbers = {n: store.feeds.subscribe(f"https://{n}.example/", name=n, group=group) for n, group in GROUPS.items()}
    for count in range(40):
        name = list(found)[count % 5]
        when = datetime(2022, 11, 30 - count // 4, 12)
        article = Article(text="Rain.", published=when, headline=f"{name} {count}")
        id_, _ = store.put(document(f"i{count}", container="record"), article)
        found[name].append(id_)
        if name:
            store.feeds.remember(numbers[name], [NewItem(f"k{count}", f"i{count}", b"d", NOW)])
    store.mark([id_ for ids in found.values() for id_ in ids[::3]], read=True)
    return found


def listed(store: Store, view: View, page: int = 7) -> list[tuple[int, str]]:
    """A listing, read page by page."""
    found: list[tuple[int, str]] = []
    after = None
    while slots := store.slots(view, after=after, limit=page):
        found += [(slot.id, slot.heading) for slot in slots]
        after = slots[-1]
    return found


@pytest.mark.parametrize("few", [0, 1000])
def test_the_list_is_grouped_by_the_groups_of_feeds(store: Store, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(narrowing, "FEW", few)
    ids = by_feeds(store)
    newest = {id_: -place for place, (id_, _) in enumerate(listed(store, View()))}
    wanted = [
        (id_, heading)
        for heading, names in (("Papers", "b"), ("Towns", "a"), ("towns", "d"), ("", ("c", "")))
        for id_ in sorted((id_ for name in names for id_ in ids[name]), key=lambda one: -newest[one])
    ]
    view = View(group="group")
    assert listed(store, view) == wanted
    unread = [id_ for id_, _ in wanted if not store.entries([id_])[0].read]
    assert [id_ for id_, _ in listed(store, View(group="group", unread=True))] == unread
    for before, after in itertools.pairwise(unread):
        assert store.next_unread(view, before) == after
        assert store.next_unread(view, after, backwards=True) == before


@pytest.mark.parametrize("few", [0, 1000])
@pytest.mark.parametrize("unread", [False, True])
def test_the_list_is_filtered_by_a_feed_and_by_a_group(
    store: Store, monkeypatch: pytest.MonkeyPatch, few: int, unread: bool
) -> None:
    monkeypatch.setattr(narrowing, "FEW", few)
    ids = by_feeds(store)
    everything = [id_ for id_, _ in listed(store, View(unread=unread))]
    for view, names in (
        (View(feed="a"), "a"),
        (View(feed="A"), "a"),
        (View(feed="2"), "b"),
        (View(feed_group="towns"), "ad"),
        (View(feed_group=""), "c"),
        (View(feed="nobody"), ""),
        (View(feed="a", feed_group="Papers"), ""),
    ):
        view = replace(view, unread=unread)
        wanted = [id_ for id_ in everything if any(id_ in ids[name] for name in names)]
        assert [id_ for id_, _ in listed(store, view)] == wanted
        assert store.count(view)[0] == len(wanted)
