"""reader.stories.chains: an affair of weeks as a row of stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from stories_support import MemoryIndex

from reader.article import Article
from reader.stories import chain

ACTS = (
    "walked out of the salt works over a plan to let the pans be raked by machines at night",
    "blocked the sluice with forty barges, so that the bakers of the valley ran short of salt",
    "went back to their rakes after a vote, with a shorter week and a promise about the nights",
)
"""What the rakers did, two weeks apart."""


def act(number: int, outlet: str, *, dated: bool = True) -> Article:
    """One outlet's story of one act of the strike at the salt works."""
    done = ACTS[number]
    return Article(
        headline=f"Salt rakers {done.split(',')[0]}",
        text=f"The rakers of Ombersal {done}, Ines Valderas of the Rakers' League told the {outlet} on Monday. They "
        f"{done} although Tobias Wenk, chairman of Ombersal Salines, had asked them not to. Wenk and the Salt Council "
        f"would not say what came next. Those who {done.split()[0]} were cheered.",
        outlet=outlet,
        published=date(2023, 3, 1) + timedelta(days=14 * number) if dated else None,
        language="en",
    )


ELSEWHERE = Article(
    headline="Weavers walk out over looms that run at night",
    text="The weavers of Trastevel walked out of the mill over a plan to let the looms be run by machines at night, "
    "Paolo Renk of the Weavers' Guild told the Trastevel Mirror. It was not like Ombersal, he said.",
    published=date(2023, 3, 16),
    language="en",
)


def strike(*, dated: bool = True) -> MemoryIndex:
    """Three acts of a strike, each a story of two articles, and another strike elsewhere."""
    index = MemoryIndex()
    for number in range(3):
        for outlet in ("Kelm Post", "Harbour Gazette"):
            index.story[index.add(act(number, outlet, dated=dated))] = number + 1
    for headline in ("Weavers walk out", "Looms stand still"):
        index.story[index.add(replace(ELSEWHERE, headline=headline))] = 4
    return index


def test_the_acts_of_an_affair_are_a_chain_from_whichever_it_is_asked_for() -> None:
    index = strike()
    for story in (1, 2, 3):
        found = chain(story, index)
        assert [part.story for part in found] == [1, 2, 3]
        assert [part.first for part in found] == [date(2023, 3, 1), date(2023, 3, 15), date(2023, 3, 29)]


def test_each_story_but_the_first_goes_on_with_an_earlier_one_and_says_what_they_share() -> None:
    first, second, third = chain(2, strike())
    assert (first.continues, first.names) == (None, ())
    assert second.continues == 1
    assert third.continues in (1, 2)
    assert any("Valderas" in name or "Wenk" in name or "Ombersal" in name for name in second.names)


def test_the_same_kind_of_event_elsewhere_is_no_part_of_it() -> None:
    assert chain(4, strike()) == []


def test_without_dates_there_is_no_before_and_after() -> None:
    assert chain(1, strike(dated=False)) == []


def test_a_story_long_after_is_another_affair() -> None:
    index = strike()
    for outlet in ("Kelm Post", "Harbour Gazette"):
        late = replace(act(2, outlet), published=date(2024, 3, 1))
        index.story[index.add(late)] = 5
    assert 5 not in [part.story for part in chain(1, index)]


def test_one_article_is_no_chain_and_an_unknown_story_none() -> None:
    index = strike()
    index.story[index.add(act(1, "Dravian Mail"))] = 6
    assert 6 not in [part.story for part in chain(1, index)]
    assert chain(6, index) == []
    assert chain(99, index) == []


def test_the_work_is_bounded_however_many_stories_are_alike() -> None:
    index = MemoryIndex()
    for story in range(40):
        for outlet in ("Kelm Post", "Harbour Gazette"):
            index.story[index.add(act(story % 3, outlet))] = story + 1
    index.asked.clear()
    assert len(chain(1, index)) == 12
    assert len(index.asked) < 250
