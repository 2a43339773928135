"""Walking through a story."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Entry
from reader.desk.walks import Step
from reader.tui.draw.walks import label
from reader.tui.session.walk import Walk


def step(
    number: int, outlet: str | None, published: date | datetime | None, *reasons: str, place: int | None = 0
) -> Step:
    """place: in the story's time order, None: not of the story."""
    entry = Entry(id=number, headline=f"h{number}", outlet=outlet, published=published)
    return Step(entry, reasons, place is not None, place or 0)


def walk() -> Walk:
    """From the second of four; one of them is undated; two related ones."""
    return Walk(
        [
            step(1, "NPA", date(2031, 11, 7), place=2),
            step(2, "Courier", datetime(2031, 11, 17, 10, 37), "both: Marlow, Quay", "10 days apart", place=3),
            step(3, None, None),
            step(4, "NPA", date(2031, 11, 6), "same quotation", "1 day apart", place=1),
            step(5, "Gazette", date(2031, 11, 7), "both: Quay", "same day", place=None),
            step(6, "Gazette", None, place=None),
        ]
    )


def goes(path: Walk, by: int, times: int) -> list[int]:
    steps = [path.move(by) for _ in range(times)]
    assert all(steps)
    return [step.entry.id for step in steps if step]


def test_a_walk_goes_once_round_the_story_in_time_order_and_on_to_what_is_near() -> None:
    path = walk()
    assert goes(path, 1, 5) == [2, 3, 4, 5, 6]
    assert path.move(1) is None
    assert path.here.entry.id == 6
    assert goes(path, -1, 5) == [5, 4, 3, 2, 1]


def test_backward_from_its_beginning_a_walk_goes_to_the_earlier_articles_first() -> None:
    path = walk()
    assert goes(path, -1, 5) == [4, 3, 2, 5, 6]
    assert path.move(-1) is None
    assert goes(path, 1, 6) == [5, 2, 3, 4, 1, 2]


def test_without_a_story_there_is_no_way_back_from_the_beginning() -> None:
    path = Walk([step(1, "A", None, place=None), step(2, "B", None, place=None)])
    assert path.move(-1) is None
    assert goes(path, 1, 1) == [2]
    assert goes(path, -1, 1) == [1]


@given(st.integers(1, 9), st.integers(0, 5), st.sampled_from((1, -1)))
def test_either_way_every_article_is_come_to_once(inside: int, near: int, by: int) -> None:
    story = [step(n, "A", None) for n in range(inside)] if inside > 1 else [step(0, "A", None, place=None)]
    path = Walk([*story, *(step(inside + n, "B", None, place=None) for n in range(near))])
    seen = [path.here.entry.id]
    while one := path.move(by):
        seen.append(one.entry.id)
    assert sorted(seen) == (list(range(inside + near)) if by > 0 or inside > 1 else [0])
    assert set(seen[:inside]) == set(range(inside))


def test_the_label_says_where_how_far_at_which_place_in_time_and_why() -> None:
    path = walk()
    assert label(path) == "1 of 6 · NPA · 2nd of 4 · where this walk began"
    path.move(1)
    assert label(path) == "2 of 6 · Courier · ten days later, 3rd of 4 · both: Marlow, Quay"
    path.move(1)
    assert label(path) == "3 of 6 · outlet unknown · undated"
    path.move(1)
    assert label(path) == "4 of 6 · NPA · one day earlier, 1st of 4 · same quotation"
    path.move(1)
    assert label(path) == "5 of 6 · Gazette · the same day · related · both: Quay"
    path.move(-5)
    assert label(path) == "2 of 6 · NPA · one day earlier, 1st of 4 · same quotation"


def test_an_article_of_the_walk_can_be_found() -> None:
    path = walk()
    assert path.find(2)
    assert path.here.entry.id == 2
    assert path.find(5)
    assert path.here.entry.id == 5
    assert not path.find(99)
    assert path.here.entry.id == 5


def test_an_article_that_is_found_is_come_to_the_way_that_was_being_gone() -> None:
    path = walk()
    path.move(-2)
    assert path.find(4)
    assert path.at == -1
    assert goes(path, 1, 1) == [1]


def test_no_control_character_gets_into_the_label() -> None:
    path = Walk(
        [step(1, "A", None), step(2, "\x1b]0;title\x07B\u202e", None, "same\x9b31m word\nnext")],
    )
    path.move(1)
    assert label(path) == "2 of 2 · B · undated · same word next"
