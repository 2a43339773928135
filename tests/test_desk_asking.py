"""What is typed to have something listed: words, operators, days in words."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, View
from reader.desk import Library
from reader.desk.asking import SORTS, asked_for, days_of, typed_out
from reader.errors import ReaderError

WEDNESDAY = date(2031, 1, 8)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("today", "2031-01-08", "2031-01-08"),
        ("Yesterday", "2031-01-07", "2031-01-07"),
        ("wednesday", "2031-01-08", "2031-01-08"),
        ("thursday", "2031-01-02", "2031-01-02"),
        ("3d", "2031-01-05", "2031-01-05"),
        ("3 days ago", "2031-01-05", "2031-01-05"),
        ("week", "2031-01-02", "2031-01-08"),
        ("2030-12-24", "2030-12-24", "2030-12-24"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2030-12", "2030-12-01", "2030-12-31"),
        ("2030", "2030-01-01", "2030-12-31"),
    ],
)
def test_days_can_be_said_in_words(said: str, first: str, last: str) -> None:
    assert days_of(said, WEDNESDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("said", ["", "soon", "2031-13", "2031-02-30", "0000", "20310108", "1-1-2031"])
def test_what_is_no_day_is_said_to_be_none(said: str) -> None:
    with pytest.raises(ReaderError, match=r"a day is written|there is no such day"):
        days_of(said, WEDNESDAY)


def test_operators_narrow_the_list_and_words_are_searched_for() -> None:
    view = asked_for('quay -ferry outlet:"Marlow Courier" IS:unread "coal fire" date:yesterday', View(), WEDNESDAY)
    day = date(2031, 1, 7)
    assert view == View(query='quay -ferry "coal fire"', outlet="Marlow Courier", unread=True, since=day, until=day)
    assert asked_for("since:2030 until:2030-06 story:12", View()) == View(
        since=date(2030, 1, 1), until=date(2030, 6, 30), story=12
    )
    assert asked_for("date:2030-01..2030-03", View()) == View(since=date(2030, 1, 1), until=date(2030, 3, 31))
    assert asked_for("tag:#later outlet:?", View(starred=True)) == View(starred=True, tag="later", outlet="")


def test_languages_lengths_stories_and_feeds_can_be_asked_for_and_lists_be_sorted() -> None:
    typed = "language:German longer:5 shorter:20 story-size:3 is:disputed feed:quays group:? sort:outlet,-date"
    assert asked_for(typed, View()) == View(
        language="de",
        longer=5,
        shorter=20,
        story_size=3,
        disputed=True,
        feed="quays",
        feed_group="",
        sort=("outlet", "-date"),
        group="nothing",
    )
    assert asked_for("by:story", View(sort=("date",), group="nothing")) == View(group="story")


@given(
    st.builds(
        View,
        group=st.sampled_from(["date", "outlet", "story", "group", "nothing"]),
        since=st.none() | st.dates(),
        until=st.none() | st.dates(),
        outlet=st.none() | st.sampled_from(["", "NPA", "The Marlow Courier"]),
        unread=st.booleans(),
        starred=st.booleans(),
        disputed=st.booleans(),
        tag=st.none() | st.sampled_from(["later", "to read"]),
        story=st.none() | st.integers(0, 10**9),
        query=st.none() | st.sampled_from(["quay", '"coal quay" -ferry']),
        feed=st.none() | st.just("A feed"),
        feed_group=st.none() | st.sampled_from(["", "towns"]),
        language=st.none() | st.sampled_from(["de", "xx"]),
        longer=st.none() | st.integers(0, 99),
        shorter=st.none() | st.integers(0, 99),
        story_size=st.none() | st.integers(1, 99),
    )
)
def test_a_view_typed_out_is_that_view(view: View) -> None:
    assert asked_for(typed_out(view), View()) == view


@pytest.mark.parametrize("name", ['The "Quay" Post', '"Quay"', 'Post "Quay"', '"', 'a""b'])
def test_names_with_quotation_marks_are_typed_out_whole(name: str) -> None:
    view = View(outlet=name, tag="later", feed=name, unread=True)
    assert asked_for(typed_out(view), View()) == view


def test_days_that_were_said_in_words_stay_words_and_a_sorted_list_says_how() -> None:
    week = asked_for("date:week sort:length,-date", View(), WEDNESDAY)
    assert typed_out(week, "date:week") == "date:week sort:length,-date"
    assert typed_out(week) == "since:2031-01-02 until:2031-01-08 sort:length,-date"
    assert all(asked_for(f"sort:-{key}", View()).sort == (f"-{key}",) for key in SORTS)


def test_an_operator_that_is_still_being_typed_changes_nothing() -> None:
    assert asked_for("quay outlet:", View()) == View(query="quay")
    assert asked_for("https://courier.example/a 10:30", View()) == View(query="https://courier.example/a 10:30")


@pytest.mark.parametrize("typed", ["is:read", "story:x", "story:²", "date:soon", "longer:x", "sort:size", "by:x"])
def test_an_operator_that_is_not_understood_is_named(typed: str) -> None:
    with pytest.raises(ReaderError):
        asked_for(typed, View())


@given(st.text(max_size=80))
def test_anything_typed_is_a_view_or_a_reason(typed: str) -> None:
    try:
        view = asked_for(typed, View())
    except ReaderError:
        return
    assert asked_for(f"{typed} is:starred", View(), WEDNESDAY).starred or view.query


def test_a_search_finds_what_has_the_words_in_what_the_operators_leave(tmp_path: Path) -> None:
    day = date(2031, 1, 7)
    with Library(tmp_path / "news.library") as library:
        library.add_articles(
            [
                Article(
                    headline="Quay closes",
                    text="The quay was closed by the ferry.",
                    outlet="Halden Wire",
                    published=day,
                ),
                Article(headline="Quay fire", text="A fire on the quay.", outlet="Halden Post", published=day),
                Article(headline="Quay again", text="The quay, once more.", outlet="Skerry Radio"),
            ]
        )

        def found(query: str) -> set[str | None]:
            return {hit.entry.headline for hit in library.search(query)}

        assert found("quay -ferry") == {"Quay fire", "Quay again"}
        assert found('quay -"the ferry" outlet:halden') == {"Quay fire"}
        assert found("outlet:halden") == {"Quay closes", "Quay fire"}
        assert found("quay date:2031-01") == {"Quay closes", "Quay fire"}
        assert found("-quay") == set()


def test_what_is_disputed_is_looked_for_when_it_is_asked_for(tmp_path: Path, sample_library: Path) -> None:
    shutil.copy(sample_library, tmp_path / "news.library")
    with Library(tmp_path / "news.library") as library:
        assert {hit.entry.outlet for hit in library.search("is:disputed")} >= {"Halden Wire", "The Gannet Post"}
