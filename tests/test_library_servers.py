"""The person's servers in the library: marks agreed upon, marks made here and there, the outbox."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from library_support import put

from reader.article import View
from reader.errors import NotFound
from reader.library import Store
from reader.library.sync.servers import NewItem, Overtaken, State

NOW = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
A = "https://velm.example/1"
NO, READ, STARRED, BOTH = State(False, False), State(True, False), State(False, True), State(True, True)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A library with an article and a server that has it as item 1."""
    store = Store(tmp_path / "library.db")
    put(store, A)
    store.servers.add("https://rss.example", "ada", days=30)
    store.servers.came_in(1, [NewItem("1", A, NO)])
    return store


def marks(store: Store, id_: int = 1) -> tuple[bool, bool]:
    (entry,) = store.entries([id_])
    return entry.read, entry.starred


def outbox(store: Store) -> list[tuple[str, str, bool]]:
    return [
        (item, what, value)
        for what in ("read", "starred")
        for value in (False, True)
        for item in store.servers.waiting(1, what, value, 100)  # type: ignore[arg-type]
    ]


def says(store: Store, **states: State) -> int:
    """The server says what the marks of items are now: how many changed here."""
    states = {name.removeprefix("item"): state for name, state in states.items()}
    return store.servers.take_over(1, store.servers.begin(1), states)


def test_an_account_is_what_was_said_of_it(store: Store) -> None:
    store.servers.change(1, wait_until=NOW, failures=2, error="no\nanswer\x07", private=True)
    (one,) = store.servers.all()
    assert (one.wait_until, one.failures, one.error, one.private) == (NOW, 2, "no answer", True)
    assert (one.shown, one.articles, one.waiting) == ("ada at rss.example", 1, 0)
    assert store.servers.add("https://rss.example", "ada", days=7) == 1
    assert store.servers.get(1).days == 7
    store.servers.remove(1)
    for action in (store.servers.get, store.servers.remove, store.servers.begin):
        with pytest.raises(NotFound):
            action(1)
    assert store.count(View()) == (1, 1)


def test_a_mark_waits_in_the_outbox_until_the_server_has_confirmed_it(store: Store) -> None:
    store.mark([1], read=True)
    assert outbox(store) == [("1", "read", True)]
    store.servers.confirmed(1, "read", True, ["1"])
    assert outbox(store) == []
    assert store.servers.known(1)["1"].state == READ


def test_a_mark_and_its_place_in_the_outbox_are_kept_together_or_not_at_all(store: Store) -> None:
    def broken_off() -> None:
        with store.transaction():
            store.mark([1], read=True, starred=True)
            assert len(outbox(store)) == 2
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_off()
    assert (marks(store), outbox(store)) == ((False, False), [])


def test_undoing_a_mark_is_a_later_word_and_is_told_as_well(store: Store) -> None:
    undo = store.mark([1], starred=True)
    store.apply(undo)
    assert outbox(store) == [("1", "starred", False)]
    assert says(store, item1=STARRED) == 0
    assert (marks(store), outbox(store)) == ((False, False), [("1", "starred", False)])


def test_what_was_marked_while_the_server_was_told_stays_in_the_outbox(store: Store) -> None:
    store.mark([1], read=True)
    store.mark([1], read=False)
    store.servers.confirmed(1, "read", True, ["1"])
    assert outbox(store) == [("1", "read", False)]


def test_marks_of_the_server_are_taken_over_and_not_told_back(store: Store) -> None:
    store.mark([1], tags=["river"])
    assert says(store, item1=BOTH) == 2
    assert (marks(store), outbox(store)) == ((True, True), [])
    assert store.entries([1])[0].tags == ("river",)
    assert says(store, item1=BOTH) == 0
    assert says(store, item1=STARRED) == 1
    assert marks(store) == (False, True)


def test_a_mark_that_waits_comes_before_what_the_server_says(store: Store) -> None:
    store.mark([1], read=True)
    store.servers.confirmed(1, "read", True, ["1"])
    store.mark([1], read=False)
    store.mark([1], read=True)
    assert says(store, item1=STARRED) == 1  # unread there, but read here, later; the star is new
    assert marks(store) == (True, True)
    assert outbox(store) == [("1", "read", True)]


def test_what_both_sides_have_marked_alike_need_not_be_told(store: Store) -> None:
    store.mark([1], read=True)
    assert says(store, item1=READ) == 0
    assert outbox(store) == []


def test_an_article_that_comes_in_has_the_marks_of_both_sides(store: Store) -> None:
    put(store, "https://velm.example/2")
    store.mark([2], starred=True)
    assert outbox(store) == []
    store.servers.came_in(1, [NewItem("2", "https://velm.example/2", READ)])
    assert marks(store, 2) == (True, True)
    assert outbox(store) == [("2", "starred", True)]
    store.servers.came_in(1, [NewItem("2", "https://velm.example/2", NO)])  # once more, after an interruption
    assert marks(store, 2) == (True, True)


def test_an_article_that_a_server_has_twice_has_one_mark(store: Store) -> None:
    store.servers.came_in(1, [NewItem("2", A, NO)])
    store.mark([1], read=True)
    assert outbox(store) == [("1", "read", True), ("2", "read", True)]
    store.servers.confirmed(1, "read", True, ["1", "2"])
    assert says(store, item1=NO, item2=READ) == 1
    assert (marks(store), outbox(store)) == ((False, False), [("2", "read", False)])
    store.servers.came_in(1, [NewItem("3", A, STARRED)])
    assert marks(store) == (False, True)
    assert ("1", "starred", True) in outbox(store)


def test_what_one_server_says_is_told_to_another(store: Store) -> None:
    store.servers.add("https://other.example", "ada", days=30)
    store.servers.came_in(2, [NewItem("77", A, NO)])
    says(store, item1=READ)
    assert store.servers.waiting(2, "read", True, 9) == ["77"]


def test_lists_of_the_past_change_nothing(store: Store) -> None:
    turn = store.servers.begin(1)
    store.mark([1], read=True)
    store.servers.confirmed(1, "read", True, ["1"])  # by another sync
    with pytest.raises(Overtaken):
        store.servers.take_over(1, turn, {"1": NO})
    with pytest.raises(Overtaken):
        store.servers.note_missed(1, turn, ["1"], [])
    assert marks(store) == (True, False)


def test_an_item_is_forgotten_when_two_lists_in_a_row_have_not_had_it(store: Store) -> None:
    store.mark([1], starred=True)
    turn = store.servers.begin(1)
    store.servers.note_missed(1, turn, ["1"], [])
    assert store.servers.known(1)["1"].missed
    store.servers.note_missed(1, turn, [], ["1"])
    store.servers.note_missed(1, turn, ["1"], [])
    assert list(store.servers.known(1)) == ["1"]
    store.servers.note_missed(1, turn, ["1"], [])
    assert store.servers.known(1) == {}
    assert (marks(store), outbox(store)) == ((False, True), [])


def test_items_without_an_article_are_remembered(store: Store) -> None:
    store.servers.came_in(1, [NewItem("2", "", NO), NewItem("3", "", READ)])
    assert says(store, item2=BOTH, item3=NO) == 0
    assert store.servers.known(1)["2"].state == BOTH


def test_many_marks_wait_and_are_given_in_portions(store: Store) -> None:
    ids = [put(store, f"https://velm.example/many/{number}") for number in range(1_200)]
    store.servers.came_in(1, [NewItem(f"m{id_}", f"https://velm.example/many/{id_ - 2}", NO) for id_ in ids])
    store.mark(ids, read=True)
    given: list[str] = []
    while some := store.servers.waiting(1, "read", True, 250, given[-1] if given else ""):
        assert len(some) <= 250
        given += some
    assert len(given) == len(set(given)) == store.servers.get(1).waiting == 1_200
    states = {f"m{id_}": NO for id_ in ids}
    store.servers.confirmed(1, "read", True, given)
    assert store.servers.take_over(1, store.servers.begin(1), states) == 1_200
    assert store.count(View(unread=True))[0] == 1_201


def test_feeds_of_a_server_are_noted_and_are_its_to_ask(store: Store) -> None:
    number = store.feeds.subscribe("https://velm.example/feed")
    row = store.servers.put_feed(1, "https://velm.example/feed", title="Velm\x07 Post", group="Towns", feed_id=number)
    assert store.feeds.get(number).server is None
    store.servers.change_feed(row, stream="feed/1")
    assert store.feeds.get(number).server == 1
    assert store.servers.feeds(1)[0][1:6] == ("feed/1", "https://velm.example/feed", "Velm Post", "Towns", number)
    store.feeds.unsubscribe(number)
    assert store.servers.feeds(1)[0].feed_id is None
    store.servers.drop_feed(row)
    assert store.servers.feeds(1) == []


def test_feeds_followed_after_the_account_was_added_are_to_be_told_of(store: Store) -> None:
    before = store.feeds.subscribe("https://a.example/feed")
    store.feeds.change(before, added=NOW - timedelta(days=9999))
    after = store.feeds.subscribe("https://b.example/feed")
    store.feeds.change(after, added=NOW + timedelta(days=9999))
    assert store.servers.to_be_told(1) == [after]
    assert store.servers.to_be_told(1, all_=True) == [before, after]
    store.servers.put_feed(1, "https://b.example/feed", feed_id=after)
    assert store.servers.to_be_told(1, all_=True) == [before]


def test_when_an_account_is_removed_its_feeds_are_asked_from_here(store: Store) -> None:
    number = store.feeds.subscribe("https://velm.example/feed")
    store.servers.put_feed(1, "https://velm.example/feed", stream="feed/1", feed_id=number)
    store.mark([1], read=True)
    store.servers.remove(1)
    assert store.feeds.get(number).server is None
    assert marks(store) == (True, False)
