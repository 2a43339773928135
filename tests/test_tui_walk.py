"""Walking through a story."""

from __future__ import annotations

from datetime import date, datetime

from reader.article import Entry
from reader.desk import Step
from reader.tui.walk import Walk


def step(
    number: int, outlet: str | None, published: date | datetime | None, *reasons: str, inside: bool = True
) -> Step:
    return Step(Entry(id=number, headline=f"h{number}", outlet=outlet, published=published), reasons, inside)


def walk() -> Walk:
    return Walk(
        [
            step(1, "NPA", date(2031, 11, 7)),
            step(2, "NPA", date(2031, 11, 6), "same quotation", "1 day apart"),
            step(3, "Courier", datetime(2031, 11, 17, 10, 37), "both: Marlow, Quay"),
            step(4, None, None),
            step(5, "Gazette", date(2031, 11, 7), "both: Quay", inside=False),
        ]
    )


def test_a_walk_goes_forward_and_back_and_ends() -> None:
    path = walk()
    assert [path.move(1).entry.id for _ in range(4)] == [2, 3, 4, 5]  # type: ignore[union-attr]
    assert path.move(1) is None
    assert path.here.entry.id == 5
    assert path.move(-4).entry.id == 1  # type: ignore[union-attr]
    assert path.move(-1) is None


def test_the_label_says_where_how_far_and_why() -> None:
    path = walk()
    assert path.label() == "1 of 5 · NPA · where this walk began"
    path.move(1)
    assert path.label() == "2 of 5 · NPA · one day earlier · same quotation"
    path.move(1)
    assert path.label() == "3 of 5 · Courier · ten days later · both: Marlow, Quay"
    path.move(1)
    assert path.label() == "4 of 5 · outlet unknown · undated"
    path.move(1)
    assert path.label() == "5 of 5 · Gazette · the same day · related · both: Quay"


def test_an_article_of_the_walk_can_be_found() -> None:
    path = walk()
    assert path.find(3)
    assert path.at == 2
    assert not path.find(99)
    assert path.at == 2


def test_no_control_character_gets_into_the_label() -> None:
    path = Walk([step(1, "A", None), step(2, "\x1b]0;title\x07B\u202e", None, "same\x9b31m word\nnext")])
    path.move(1)
    assert path.label() == "2 of 2 · B · undated · same word next"
