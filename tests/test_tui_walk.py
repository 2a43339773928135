"""Walking through a story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_support import FakeLibrary, picture, press, settled, tui_articles

from reader.article import Entry, Story
from reader.desk.chains import ChainedStory
from reader.desk.walks import Chapter, Step
from reader.tui.draw.walks import label, nothing_left
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


def affair() -> Walk:
    """From the first of two, with two of a later story, one of an earlier one, and one that is near."""
    parts = [
        ChainedStory(Story(n, (), headline), date(2031, 11, n), date(2031, 11, n))
        for n, headline in ((1, "Marlow quay for sale"), (3, "Marlow quay sold"))
    ]
    chapters = [Chapter(parts[1], later=True)] * 2 + [Chapter(parts[0], later=False)]
    others = [replace(step(n, "NPA", None, place=None), chapter=c) for n, c in zip((3, 4, 5), chapters, strict=True)]
    own = [step(n, "NPA", date(2031, 11, 2), place=n) for n in (1, 2)]
    return Walk([*own, *others, step(6, "Gazette", None, place=None)])


def test_forward_it_goes_on_into_the_later_stories_of_the_affair_and_backward_into_the_earlier_ones() -> None:
    assert goes(affair(), 1, 5) == [2, 3, 4, 5, 6]
    path = affair()
    assert goes(path, -1, 5) == [2, 5, 3, 4, 6]
    assert goes(path, 1, 3) == [4, 3, 5]
    assert path.find(4)
    assert goes(path, 1, 2) == [3, 5], "found on the way that was being gone"


def test_the_label_tells_a_story_of_the_affair_from_what_is_near() -> None:
    path = affair()
    path.move(2)
    assert label(path) == "3 of 6 · NPA · undated · later story of the affair"
    path.move(2)
    assert label(path) == "5 of 6 · NPA · undated · earlier story of the affair"


@pytest.mark.parametrize("way", [1, -1])
def test_at_its_end_a_walk_goes_on_with_what_is_unread_and_near_the_article_there(way: int) -> None:
    path = walk()
    path.move(way * 5)
    there = path.here
    old = step(8, "Courier", None, place=1)
    new = step(7, "Courier", date(2031, 11, 9), "both: Quay", place=2)
    assert path.go_on([there, replace(old, entry=replace(old.entry, read=True)), path.steps[2], new])
    assert goes(path, way, 1) == [7]
    assert path.origin == there, "what it is near to is not where the walk began"
    assert label(path) == "7 of 7 · Courier · undated · related · both: Quay"
    assert path.move(way) is None
    assert not path.go_on([path.here, new, old.__class__(replace(old.entry, read=True))])


def test_what_a_leap_passed_over_is_not_forgotten() -> None:
    path = walk()
    assert path.find(5)
    assert path.passed_over == 2
    assert path.find(2)
    assert path.passed_over == 3
    goes(path, 1, 4)
    assert path.passed_over is None


@pytest.mark.parametrize("beside", [(), (1, 2), (1, 9)])
def test_what_is_said_at_the_end_is_true_of_what_stands_beside(beside: tuple[int, ...]) -> None:
    path = walk()
    path.move(5)
    said = nothing_left(path, [path.here, *(step(n, "NPA", None, place=None) for n in beside)])
    assert (
        said
        == {
            (): "the walk ends here",
            (1, 2): "all that is related was on the walk",
            (1, 9): "all of the walk is read; the 1 more beside it, too",
        }[beside]
    )


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


class OfAnAffair(FakeLibrary):
    """Each walk leads on into the other story."""

    def walk(self, number: int) -> tuple[Step, ...]:
        steps, parts = super().walk(number), self.chain(1)
        chapter = Chapter(parts[1], later=True)
        inside = parts[1].story.article_ids
        return tuple(replace(s, chapter=chapter) if s.entry.id in inside and not s.in_story else s for s in steps)


async def test_beside_the_text_each_story_of_the_affair_stands_under_its_own_heading() -> None:
    async with settled(OfAnAffair(tui_articles(), stories=[{1, 2, 3}, {4, 5}]), size=(140, 50)) as (app, pilot):
        await press(pilot, "j", "enter", shows="later, 1 Nov 2031: ")
        assert "near it" not in picture(app), "nothing here is only near"
        await press(pilot, "]", "]", "]", shows=("4 of 5", "later story of the affair"))
