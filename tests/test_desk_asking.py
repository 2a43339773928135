"""What is typed to have something listed: words, operators, days in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, View
from reader.desk import Library
from reader.desk.asking import asked_for, days_of
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


def test_an_operator_that_is_still_being_typed_changes_nothing() -> None:
    assert asked_for("quay outlet:", View()) == View(query="quay")
    assert asked_for("https://courier.example/a 10:30", View()) == View(query="https://courier.example/a 10:30")


@pytest.mark.parametrize("typed", ["is:read", "story:x", "story:²", "date:soon"])
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
