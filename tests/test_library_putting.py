"""reader.library.putting and documents: what is put comes back, and what was known before stays."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_support import document, put

from reader.article import Article, Paragraph, Ranking, RawDocument, Removed, Sentence, View
from reader.errors import LibraryError, NotFound
from reader.library import Store
from reader.library.columns import packing, rows, times

WHOLE = Article(
    paragraphs=(
        Paragraph("The mayor spoke.", line=4),
        Paragraph("Reactions", "subhead", 5),
        Paragraph("She left.", line=6),
    ),
    headline="The mayor of Ellan speaks & leaves [/]",
    standfirst="A short visit",
    byline="By Ada Fenholm",
    outlet="Ellan Courier",
    agency="NORDPRESS",
    dateline="ELLAN, May 3. /NORDPRESS/.",
    published=datetime(2022, 11, 17, 10, 37, 5, 250, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    published_from="inferred",
    published_why="17 November was a Thursday in 2022",
    language="en",
    url="https://ellan.example/mayor",
    source="saved/mayor.txt",
    removed=(Removed("Menu", 1, "menu"), Removed("Share this", 9, "share bar")),
    added=datetime(2023, 1, 2, 3, 4, 5, tzinfo=timezone.utc),
)


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "news.library") as store:
        yield store


def test_an_article_comes_back_as_it_was_put(store):
    id_, outcome = store.put(document("/a.txt"), WHOLE)
    assert outcome == "added"
    article = store.article(id_)
    assert article == Article(**{name: getattr(WHOLE, name) for name in WHOLE.__slots__} | {"id": id_})


def test_a_document_comes_back_with_its_bytes_and_all_that_its_source_says(store):
    said = RawDocument(
        identity="/records.jsonl#3",
        text="ignored, because the bytes are there",
        kind="html",
        data=b"\x00\xff<p>bytes</p>" * 50,
        container="record",
        source="records.jsonl",
        stamp="12 34",
        fetched=datetime(2024, 5, 1, tzinfo=timezone.utc),
        url="https://ellan.example/1",
        headline="Said",
        byline="Said by",
        outlet="Said outlet",
        published=date(2024, 4, 30),
        language="de",
    )
    id_, _ = store.put(said, Article(text="t"))
    found = store.document(id_)
    assert (found.text, found.data) == ("", said.data)
    for name in RawDocument.__slots__:
        if name not in ("text", "data"):
            assert getattr(found, name) == getattr(said, name), name


def test_a_document_without_bytes_keeps_its_text_as_bytes(store):
    id_, _ = store.put(RawDocument(identity="made", text="Zoë\n"), Article(text="Zoë"))
    assert store.document(id_).data == "Zoë\n".encode()


def test_an_unknown_article_is_not_found_in_one_line(store):
    for number in (1, -5, 10**30):
        for ask in (store.article, store.document, store.story):
            with pytest.raises(NotFound) as error:
                ask(number)
            assert "\n" not in str(error.value)


def test_the_same_bytes_again_are_unchanged_and_changed_ones_keep_the_id(store):
    first = store.put(document("/a.txt", "one"), WHOLE)
    assert store.put(document("/a.txt", "one"), WHOLE) == (first[0], "unchanged")
    assert store.put(document("/a.txt", "two"), WHOLE) == (first[0], "updated")
    assert store.count(View()) == (1, 1)


def test_a_better_cleaning_of_the_same_bytes_is_taken_over(store):
    id_ = put(store, "/a.txt", "Menu Home. The vote was lost.", headline="Menu")
    again = store.put(document("/a.txt"), Article(text="The vote was lost.", headline="Vote lost", outlet="Courier"))
    assert again == (id_, "unchanged")
    assert store.article(id_).headline == "Vote lost"
    assert store.outlets() == [("Courier", 1)]
    assert [hit.entry.id for hit in store.search("vote")] == [id_]
    assert store.search("menu") == []


def test_marks_and_the_time_of_adding_survive_putting_again(store):
    id_ = put(store, "/a.txt", raw="one")
    added = store.article(id_).added
    store.mark([id_], read=True, starred=True, tags=["keep"])
    put(store, "/a.txt", "Another text.", raw="two", added=datetime(1999, 1, 1, tzinfo=timezone.utc))
    entry = store.entries([id_])[0]
    assert (entry.read, entry.starred, entry.tags) == (True, True, ("keep",))
    assert store.article(id_).added == added


def test_marks_outlive_the_article_itself(store):
    id_ = put(store, "/a.txt")
    store.mark([id_], read=True, starred=True, tags=["keep"])
    with store.transaction():  # what a rebuild from the original bytes does
        store._db.run("DELETE FROM article")
    assert store.count(View()) == (0, 0)
    again = put(store, "/a.txt")
    entry = store.entries([again])[0]
    assert (entry.read, entry.starred, entry.tags) == (True, True, ("keep",))
    assert store.count(View()) == (1, 0)


def test_a_changed_text_loses_its_rankings_and_a_changed_headline_does_not(store):
    id_ = put(store, "/a.txt", "One. Two.")
    ranking = Ranking((Sentence("One.", 0, 4, 0.5), Sentence("Two.", 5, 9, 0.25)), (1, 0), "news")
    store.put_ranking(id_, ranking)
    put(store, "/a.txt", "One. Two.", headline="New")
    assert store.ranking(id_, "news") == ranking
    assert store.ranking(id_, "lsa") is None
    put(store, "/a.txt", "One! Two.")
    assert store.ranking(id_, "news") is None


def test_a_ranking_of_another_edition_of_the_methods_is_none(store, monkeypatch):
    id_ = put(store, "/a.txt", "One. Two.")
    ranking = Ranking((Sentence("One.", 0, 4, 0.5), Sentence("Two.", 5, 9, 0.25)), (1, 0), "news")
    store.put_ranking(id_, ranking)
    monkeypatch.setattr("reader.library.columns.packing.EDITION", packing.EDITION + 1)
    assert store.ranking(id_, "news") is None
    store.put_ranking(id_, ranking)
    assert store.ranking(id_, "news") == ranking


def test_a_ranking_of_no_article_is_refused(store):
    with pytest.raises(NotFound):
        store.put_ranking(7, Ranking((), (), "news"))


def test_vanished_files_are_marked_and_come_back_when_put(store):
    a, b = put(store, "/a.txt"), put(store, "/b.txt")
    assert store.set_gone(["/a.txt", "/b.txt", "/none.txt"], True) == 2
    assert store.set_gone(["/a.txt"], True) == 0
    assert [entry.gone for entry in store.entries([a, b])] == [True, True]
    put(store, "/a.txt")
    assert [entry.gone for entry in store.entries([a, b])] == [False, True]


def test_stamps_and_identities_under_a_folder(store):
    for identity, stamp in (("/n/a.txt", "1"), ("/n/deep/b.txt", "2"), ("/nn/c.txt", "3")):
        store.put(document(identity, stamp=stamp), Article(text="t"))
    assert store.stamp("/n/a.txt") == "1"
    assert store.stamp("/n/zzz") is None
    assert list(store.identities("/n/")) == [("/n/a.txt", "1"), ("/n/deep/b.txt", "2")]
    assert list(store.ids("/n")) == [1, 2, 3]
    assert list(store.ids("/n/")) == [1, 2]
    assert list(store.ids()) == [1, 2, 3]


def test_ids_and_identities_go_on_beyond_a_page(store, monkeypatch):
    monkeypatch.setattr("reader.library.documents._PAGE", 2)
    for number in range(5):
        put(store, f"/n/{number}", day_and_month="--02-03")
    assert list(store.ids()) == list(store.ids("/n/")) == [1, 2, 3, 4, 5]
    assert [stamp for stamp, _ in store.identities("/n/")] == [f"/n/{n}" for n in range(5)]
    assert list(store.undated_days()) == [(n, "--02-03") for n in range(1, 6)]


def test_a_file_name_that_is_no_text_keeps_its_identity(store):
    identity = "/n/caf\udce9 \x1b[31m.txt"
    id_ = put(store, identity)
    assert store.stamp(identity) == ""
    assert store.document(id_).identity == identity
    assert list(store.identities("/n/caf\udce9")) == [(identity, "")]
    assert store.set_gone([identity], True) == 1
    assert store.entries([id_])[0].source == "/n/caf .txt"


def test_a_day_without_a_year_waits_until_the_year_is_settled(store):
    waiting = put(store, "/a.txt", day_and_month="--11-06")
    put(store, "/b.txt", day_and_month="--11-06", published=date(2022, 11, 6))
    assert list(store.undated_days()) == [(waiting, "--11-06")]
    assert store.pending_years([1, 2, 99]) == [(waiting, "--11-06")]
    store.set_published(waiting, date(2022, 11, 6), "inferred", "from the story")
    assert list(store.undated_days()) == []
    article = store.article(waiting)
    assert (article.published, article.published_from, article.published_why, article.day_and_month) == (
        date(2022, 11, 6),
        "inferred",
        "from the story",
        None,
    )
    assert [slot.heading for slot in store.slots(View())] == ["2022-11-06", "2022-11-06~"]
    store.set_published(waiting, None, "unknown", "")
    assert store.article(waiting).day_and_month == "--11-06"
    assert list(store.undated_days()) == [(waiting, "--11-06")]
    with pytest.raises(NotFound):
        store.set_published(99, None, "unknown", "")


def test_no_field_lets_control_characters_in(store):
    bad = "a\x1b[31mb\x07\u202ec\x9b1m\nd"
    names = (
        "standfirst",
        "headline",
        "byline",
        "outlet",
        "agency",
        "dateline",
        "language",
        "url",
        "source",
        "published_why",
    )
    article = Article(
        paragraphs=(Paragraph(bad),),
        removed=(Removed(bad, 1, bad),),
        published=date(2022, 1, 1),
        **dict.fromkeys(names, bad),
    )
    said = dict.fromkeys(("url", "headline", "byline", "outlet", "language"), bad)
    id_, _ = store.put(document("/a.txt", **said), article)
    shown = repr((store.article(id_), store.entries([id_]), store.outlets()))
    assert "\\x" not in shown
    assert "\\u202e" not in shown
    found = store.article(id_)
    assert found.headline == "abc d"
    assert found.text == "abc\nd"
    assert not any("\x1b" in str(getattr(store.document(id_), name)) for name in said)


def test_an_article_without_text_or_headline_is_kept(store):
    id_ = put(store, "/empty.txt", "", removed=(Removed("Menu", 1, "menu"),))
    entry = store.entries([id_])[0]
    assert (entry.headline, entry.opening, entry.minutes) == (None, "", 0)
    assert store.article(id_).removed == (Removed("Menu", 1, "menu"),)


def test_the_opening_stands_in_for_a_missing_headline_only(store):
    long = "The vote   on the wall\n\nwas close. " * 20
    named, unnamed = put(store, "/a", long, headline="H"), put(store, "/b", long)
    entries = store.entries([named, unnamed])
    assert entries[0].opening == ""
    assert entries[1].opening.startswith("The vote on the wall was close. The")
    assert 50 <= len(entries[1].opening) <= 100
    assert put(store, "/c", "x" * 5000)  # one word: cut all the same
    assert len(store.entries([3])[0].opening) == 50


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (240, 1), (241, 2), (2400, 10)])
def test_reading_time_is_rounded_up(store, words, minutes):
    id_ = put(store, "/a", " ".join(["word"] * words))
    assert store.entries([id_])[0].minutes == minutes


def test_reading_time_of_a_script_without_blanks_counts_characters(store):
    id_ = put(store, "/a", "北京" * 480)
    assert 2 <= store.entries([id_])[0].minutes <= 3


def test_many_are_added_at_once_in_their_order_with_the_marks_that_they_had(store):
    first = put(store, "/a/1")
    store.mark([put(store, "/a/2")], read=True, starred=True)
    store._db.run("DELETE FROM article WHERE identity = '/a/2'")  # its marks stay
    items = [
        (document(f"/{place}"), replace(WHOLE, outlet=outlet)) for place, outlet in (("b/1", "One"), ("a/2", None))
    ]
    ids = store.add([rows.pack(*item) for item in (*items, (document("/b/2"), WHOLE))])
    assert ids == [first + 1, first + 2, first + 3]
    assert [entry.outlet for entry in store.entries(ids)] == ["One", None, "Ellan Courier"]
    assert [(entry.read, entry.starred) for entry in store.entries(ids)] == [
        (False, False),
        (True, True),
        (False, False),
    ]
    assert sorted(hit.entry.id for hit in store.search("mayor")) == ids
    assert store.known(["/b/1", "/b/3", "/a/2"]) == {"/b/1", "/a/2"}
    assert store.add([]) == []


def test_another_article_of_a_document_leaves_all_else_as_it_was(store):
    id_ = put(store, "/a", "The mayor spoke.")
    store.put_ranking(id_, Ranking((Sentence("The mayor spoke.", 0, 16, 1.0),), (0,), "news"))
    store.mark([id_], starred=True)
    store.set_gone(["/a"], True)
    before = store.document(id_)
    store.revise(id_, replace(WHOLE, text="", added=None))
    assert store.article(id_).paragraphs == WHOLE.paragraphs
    assert store.document(id_) == before
    (entry,) = store.entries([id_])
    assert (entry.starred, entry.gone, entry.headline) == (True, True, WHOLE.headline)
    assert store.ranking(id_, "news") is None
    assert [hit.entry.id for hit in store.search("reactions")] == [id_]
    assert store.search("spoke mayor") != []


def test_what_fails_half_way_takes_back_the_whole_transaction(store, monkeypatch):
    put(store, "/before")

    def fails(*_):
        raise RuntimeError

    monkeypatch.setattr("reader.library.putting.index", fails)
    with pytest.raises(LibraryError, match="undone"), store.transaction(), suppress(RuntimeError):
        put(store, "/half")
    monkeypatch.undo()
    put(store, "/after")
    assert [identity for identity, _ in store.identities("/")] == ["/after", "/before"]
    assert [hit.entry.source for hit in store.search("some")] == ["/before", "/after"]


def test_an_inner_failure_that_wrote_nothing_does_not_take_back_the_rest(store):
    with store.transaction():
        put(store, "/first")
        with pytest.raises(NotFound):
            store.put_features(99, {"a": 1.0}, b"")
    assert store.count(View()) == (1, 1)


_TEXT = st.text(max_size=60)
_ARTICLES = st.builds(
    Article,
    paragraphs=st.lists(
        st.builds(Paragraph, _TEXT, st.sampled_from(["body", "subhead", "caption"]), st.integers(0, 99))
    ).map(tuple),
    text=_TEXT,
    headline=st.none() | _TEXT,
    standfirst=st.none() | _TEXT,
    byline=st.none() | _TEXT,
    outlet=st.none() | _TEXT,
    published=st.none() | st.dates() | st.datetimes(timezones=st.none() | st.timezones()),
    removed=st.lists(st.builds(Removed, _TEXT, st.integers(0, 99), _TEXT)).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), _ARTICLES), max_size=6), _TEXT)
def test_any_articles_at_all_are_put_listed_and_found_without_an_error(tmp_path_factory, articles, query):
    with Store(tmp_path_factory.mktemp("any") / "news.library") as store:
        for identity, article in articles:
            id_, _ = store.put(RawDocument(identity=identity, text=article.text), article)
            found = store.article(id_)
            assert times.to_text(found.published) == times.to_text(article.published)
            again = store.put(RawDocument(identity=identity, text=article.text), found)
            assert again == (id_, "unchanged")
            assert store.article(id_) == found
        count = len({identity for identity, _ in articles})
        assert store.count(View()) == (count, count)
        assert len(store.slots(View())) == count
        for hit in store.search(query):
            assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)
