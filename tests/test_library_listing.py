"""reader.library.queries.listing and narrowing: every order and filter against a plain description of it, page by page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_support import document, put

from reader.article import Article, Slot, View
from reader.errors import NotFound
from reader.library import Store
from reader.library.queries import listing, narrowing

DAYS = [date(2022, 11, 6), date(2022, 11, 7)]
TIMES = [
    datetime(2022, 11, 7, 10, 37),
    datetime(2022, 11, 7, 23, 59, tzinfo=timezone(timedelta(hours=5))),
    datetime(2022, 11, 7, 21, 0, tzinfo=timezone.utc),
    datetime(2022, 11, 7, 1, 0, tzinfo=timezone(timedelta(hours=5))),  # the day before, in UTC
]
WORDS = ["harbour", "strike", "talks"]


@dataclass(frozen=True)
class Case:
    """One article, as the oracle sees it."""

    identity: str
    published: date | datetime | None
    inferred: bool
    outlet: str | None
    text: str
    story: int | None
    read: bool
    starred: bool
    tag: str | None


_CASES = st.lists(
    st.builds(
        Case,
        identity=st.sampled_from(
            ["/n/a/1", "/n/a/2", "/n/ab/1", "/n/a.jsonl#1", "/n/a.jsonl#2", "/n/a", "/m/1", "x", "/n/a/c/1"]
        ),
        published=st.none() | st.sampled_from(DAYS + TIMES),
        inferred=st.booleans(),
        outlet=st.sampled_from([None, "TASS", "tass", "Courier", "Ärger"]),
        text=st.sampled_from(WORDS),
        story=st.sampled_from([None, 0, 1, 2]),
        read=st.booleans(),
        starred=st.booleans(),
        tag=st.sampled_from([None, "x", "y"]),
    ),
    max_size=9,
    unique_by=lambda case: case.identity,
)
_VIEWS = st.builds(
    View,
    group=st.sampled_from(["date", "outlet", "story", "nothing"]),
    since=st.none() | st.sampled_from(DAYS),
    until=st.none() | st.sampled_from(DAYS),
    outlet=st.sampled_from([None, None, "TASS", "TaSs", "", "none such"]),
    unread=st.booleans(),
    starred=st.sampled_from([False, False, True]),
    tag=st.sampled_from([None, None, "x"]),
    story=st.sampled_from([None, None, None, 1, 99]),
    query=st.sampled_from(
        [None, None, "harb", "strike", '"'],
    ),
    under=st.sampled_from([None, "/n/", "/n/a", "/n/a/", "/n/a.jsonl", "/n/a.jsonl#1", "", "/m", "zzz"]),
)


def filled(store: Store, cases: list[Case]) -> dict[int, Case]:
    """Puts them: by id."""
    known = {}
    for case in cases:
        article = Article(
            text=case.text,
            outlet=case.outlet,
            published=case.published,
            published_from="inferred" if case.inferred and case.published else "unknown",
        )
        id_, _ = store.put(document(case.identity), article)
        known[id_] = case
        store.mark([id_], read=case.read, starred=case.starred, tags=[case.tag] if case.tag else [])
    for number in range(3):
        ids = [id_ for id_, case in known.items() if case.story == number]
        if ids:
            store.set_story(ids)
    return known


def stories(known: dict[int, Case]) -> dict[int, int]:
    """Article to story, of all that are in one. Stories are numbered from 1 in the order they are made."""
    by_number: dict[int, list[int]] = {}
    for id_, case in known.items():
        if case.story is not None:
            by_number.setdefault(case.story, []).append(id_)
    numbered = {number: place for place, number in enumerate(sorted(by_number), 1)}
    return {id_: numbered[number] for number, ids in by_number.items() for id_ in ids}


def passes(view: View, id_: int, case: Case, known: dict[int, Case]) -> bool:
    """Whether the view shows the article."""
    day = case.published.date() if isinstance(case.published, datetime) else case.published
    if (view.since or view.until) and day is None:
        return False
    names = {c.outlet or "" for c in known.values()} | {""}
    if view.outlet is not None:
        own = case.outlet or ""
        wanted = view.outlet.casefold()
        alike = [name for name in names if name == view.outlet] or [name for name in names if name.casefold() == wanted]
        if own not in (alike or [name for name in names if name and wanted in name.casefold()]):
            return False
    return (
        (view.since is None or day >= view.since)
        and (view.until is None or day <= view.until)
        and not (view.unread and case.read)
        and not (view.starred and not case.starred)
        and (view.tag is None or case.tag == view.tag)
        and (view.story is None or stories(known).get(id_) == view.story)
        and (view.query is None or (any(c.isalnum() for c in view.query) and case.text.startswith(view.query)))
        and (view.under is None or case.identity.startswith(view.under))
    )


def newest_first(id_: int, case: Case) -> tuple:
    """Sorts as the list by date."""
    when = case.published
    if when is None:
        return 1, id_
    day = when.date() if isinstance(when, datetime) else when
    time = (0, -(when.hour * 3600 + when.minute * 60)) if isinstance(when, datetime) else (1, 0)
    return 0, -day.toordinal(), case.inferred, *time, id_


def instant(case: Case) -> float:
    """Sorts in time; a mere day is its beginning."""
    when = case.published
    if when is None:
        return float("inf")
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day)
    return (when if when.tzinfo else when.replace(tzinfo=timezone.utc)).timestamp()


def expected(view: View, known: dict[int, Case]) -> list[Slot]:
    """The whole list, by sorting everything."""
    shown = {id_: case for id_, case in known.items() if passes(view, id_, case, known)}
    if view.group in ("date", "nothing"):
        ordered = sorted(shown, key=lambda id_: newest_first(id_, shown[id_]))
        return [Slot(id_, _day_heading(shown[id_]) if view.group == "date" else "") for id_ in ordered]
    if view.group == "outlet":

        def by_outlet(id_: int) -> tuple:
            name = shown[id_].outlet
            return name is None, (name or "").casefold(), name or "", newest_first(id_, shown[id_])

        return [Slot(id_, shown[id_].outlet or "") for id_ in sorted(shown, key=by_outlet)]
    member_of = stories(known)
    sizes = {story: sum(s == story for s in member_of.values()) for story in member_of.values()}
    latest = {
        story: max(
            (instant(known[i]) for i, s in member_of.items() if s == story and known[i].published),
            default=float("-inf"),
        )
        for story in sizes
    }

    def by_story(id_: int) -> tuple:
        story = member_of.get(id_)
        if story is None or sizes[story] < 2:
            return 1, newest_first(id_, shown[id_])
        return 0, -latest[story], story, instant(shown[id_]), id_

    return [
        Slot(id_, "" if sizes.get(member_of.get(id_, 0), 0) < 2 else str(member_of[id_]))
        for id_ in sorted(shown, key=by_story)
    ]


def _day_heading(case: Case) -> str:
    if case.published is None:
        return ""
    return case.published.isoformat()[:10] + ("~" if case.inferred else "")


def paged(store: Store, view: View, size: int) -> list[Slot]:
    """The list in pages."""
    found: list[Slot] = []
    while page := store.slots(view, after=found[-1] if found else None, limit=size):
        found += page
    return found


def backwards(store: Store, view: View, size: int) -> list[Slot]:
    """The list in pages from its end, turned round."""
    found: list[Slot] = []
    while page := listing.slots(store._db, view, after=found[-1].id if found else None, limit=size, backwards=True):
        found += page
    return found[::-1]


@pytest.fixture(scope="module", params=["sorted", "walked"])
def way(request):
    """Both ways of making a list: of few articles they are sorted, of many an index is walked."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "walked":
            patch.setattr(narrowing.Narrowing, "rather_sorted", lambda *_: False)
        yield request.param


@settings(max_examples=80, deadline=None)
@given(cases=_CASES, views=st.lists(_VIEWS, min_size=4, max_size=8), size=st.integers(1, 4))
def test_every_view_shows_what_sorting_everything_would(way, tmp_path_factory, cases, views, size):
    with Store(tmp_path_factory.mktemp("list") / "news.library") as store:
        known = filled(store, cases)
        for view in views:
            whole = expected(view, known)
            assert store.slots(view) == whole, view
            assert paged(store, view, size) == whole, view
            assert backwards(store, view, size) == whole, view
            unread = [slot for slot in whole if not known[slot.id].read]
            assert store.count(view) == (len(whole), len(unread)), view
            _check_next_unread(store, view, whole, unread)


def _check_next_unread(store: Store, view: View, whole: list[Slot], unread: list[Slot]) -> None:
    ids = [slot.id for slot in unread]
    assert store.next_unread(view, None) == (ids[0] if ids else None)
    assert store.next_unread(view, None, backwards=True) == (ids[-1] if ids else None)
    for place, slot in enumerate(whole):
        later = [s.id for s in whole[place + 1 :] if s.id in ids]
        earlier = [s.id for s in whole[:place] if s.id in ids]
        assert store.next_unread(view, slot.id) == (later[0] if later else None)
        assert store.next_unread(view, slot.id, backwards=True) == (earlier[-1] if earlier else None)


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "news.library") as store:
        yield store


@pytest.mark.parametrize("group", ["date", "outlet", "story", "nothing"])
@pytest.mark.usefixtures("way")
def test_a_thousand_articles_of_one_day_are_each_shown_once(store, group):
    with store.transaction():
        ids = [put(store, f"/n/{n}", published=date(2022, 1, 1) if n % 2 else None) for n in range(1000)]
    store.set_story(ids[:300])
    assert sorted(slot.id for slot in paged(store, View(group=group), 70)) == ids


@pytest.mark.usefixtures("way")
def test_many_folders_are_listed_in_one_order(store):
    with store.transaction():
        for n in range(3 * narrowing._MANY_FOLDERS):
            put(store, f"/n/{n % 40}/{n}", published=date(2022, 1, 1) + timedelta(days=n * 7 % 96))
        put(store, "/elsewhere", published=date(2022, 1, 3))
    for under, size in (("/n/", 96), ("/n/1", 29)):
        found = paged(store, View(under=under), 10)
        assert len(found) == size
        assert found == sorted(found, key=lambda slot: slot.heading, reverse=True)


def test_an_article_that_is_put_while_pages_are_read_moves_nothing_already_shown(store):
    for n in range(6):
        put(store, f"/n/{n}", published=date(2022, 1, 10 - n))
    first = store.slots(View(), limit=3)
    put(store, "/new", published=date(2022, 2, 1))
    rest = store.slots(View(), after=first[-1])
    assert [slot.id for slot in first + rest] == [1, 2, 3, 4, 5, 6]


def test_a_slot_of_an_unknown_article_is_not_found(store):
    with pytest.raises(NotFound):
        store.slots(View(), after=Slot(5, ""))


def test_no_rows_are_asked_for_and_none_are_given(store):
    put(store, "/a")
    assert (
        store.slots(View(), limit=0) == store.slots(View(), limit=-1) == store.slots(View(starred=True), limit=-1) == []
    )


def test_entries_come_in_the_order_asked_for_and_without_the_missing(store):
    a, b = put(store, "/a", headline="A"), put(store, "/b", headline="B", outlet="O", language="de")
    story = store.set_story([a, b])
    store.mark([b], tags=["two words", "a"])
    entries = store.entries([b, 99, a, b])
    assert [entry.headline for entry in entries] == ["B", "A", "B"]
    assert (entries[0].story, entries[0].tellings, entries[0].tags) == (story, 2, ("a", "two words"))
    assert store.entries([]) == []
    store.leave_story(a)
    assert (store.entries([b])[0].story, store.entries([b])[0].tellings) == (None, 1)


def test_a_list_does_not_read_the_texts(store, monkeypatch):
    id_ = put(store, "/a", "text " * 100)
    store._db.run("DELETE FROM content")
    store._db.run("DELETE FROM document")
    assert store.slots(View()) == [Slot(id_, "")]
    assert store.entries([id_])[0].opening


_EVERY = [
    View(group=group, **extra)
    for group in ("date", "outlet", "story", "nothing")
    for extra in (
        {},
        {"unread": True},
        {"since": date(2022, 1, 1), "until": date(2022, 2, 1)},
        {"outlet": "TASS"},
        {"outlet": "TASS", "unread": True, "since": date(2022, 1, 1)},
        {"under": "/n/"},
        {"under": "/n/", "unread": True},
        {"starred": True},
    )
]


@pytest.mark.parametrize("view", _EVERY, ids=str)
def test_no_list_scans_or_sorts_the_library(store, monkeypatch, view):
    """Every statement of a list that is walked finds its rows, and their order, in an index."""
    with store.transaction():
        for n in range(20):
            put(store, f"/n/{n % 3}/{n}", outlet=("TASS", "RT")[n % 2], published=date(2022, 1, 1 + n))
        put(store, "/elsewhere", published=date(2022, 1, 3))
    store.mark(range(1, 6), starred=True)
    store.set_story([1, 2, 3])
    monkeypatch.setattr(narrowing.Narrowing, "rather_sorted", lambda *_: False)
    middle = store.slots(view)[3]
    plans = []
    each = type(store._db).each

    def explained(self, sql, params=()):
        plans.extend((sql, row[3]) for row in self.rows(f"EXPLAIN QUERY PLAN {sql}", params))
        return each(self, sql, params)

    monkeypatch.setattr(type(store._db), "each", explained)
    store.slots(view, after=middle)
    store.slots(replace(view), limit=100)
    assert plans
    for sql, plan in plans:
        assert "TEMP B-TREE" not in plan, sql
        assert not plan.startswith("SCAN") or "USING INDEX" in plan or "USING COVERING INDEX" in plan, sql
