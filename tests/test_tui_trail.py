"""The trail of articles read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.session.trail import Place, Trail


def test_an_empty_trail_leads_nowhere() -> None:
    trail = Trail()
    assert trail.here is None
    assert (trail.behind, trail.ahead) == (0, 0)
    assert trail.back() is None
    assert trail.forward() is None


def test_back_and_forward_lead_along_the_visits() -> None:
    trail = Trail()
    for number in (1, 2, 3):
        trail.visit(number)
    assert trail.back() == Place(2)
    assert trail.back() == Place(1)
    assert trail.back() is None
    assert trail.forward() == Place(2)
    assert (trail.behind, trail.ahead) == (1, 1)


def test_a_new_visit_cuts_off_what_lay_ahead() -> None:
    trail = Trail()
    for number in (1, 2, 3):
        trail.visit(number)
    trail.back()
    trail.visit(9)
    assert trail.ahead == 0
    assert trail.back() == Place(2)


def test_visiting_the_present_article_is_no_step() -> None:
    trail = Trail()
    trail.visit(1)
    trail.visit(1)
    assert trail.behind == 0


def test_the_place_in_an_article_comes_back_with_it() -> None:
    trail = Trail()
    trail.visit(1)
    trail.remember(420)
    trail.visit(2)
    assert trail.back() == Place(1, 420)


def test_the_oldest_places_are_forgotten_first() -> None:
    trail = Trail(limit=3)
    for number in range(10):
        trail.visit(number)
    assert trail.behind == 2
    trail.back()
    assert trail.back() == Place(7)


@given(st.lists(st.one_of(st.integers(0, 5), st.sampled_from(["back", "forward"])), max_size=60))
def test_here_is_always_one_of_the_visited(steps: list[int | str]) -> None:
    trail, visited = Trail(limit=8), set()
    for step in steps:
        if isinstance(step, int):
            trail.visit(step)
            visited.add(step)
            assert trail.here == Place(step)
        elif step == "back":
            trail.back()
        else:
            trail.forward()
        assert trail.behind >= 0
        assert trail.ahead >= 0
        assert (trail.here is None) == (not visited)
        assert trail.here is None or trail.here.article_id in visited
