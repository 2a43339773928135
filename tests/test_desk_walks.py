"""reader.desk.walks: the way through a story, on through its affair, and to what is near."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reader.article import Article
from reader.desk import Library
from reader.desk.chains import ChainedStory
from reader.desk.walks import Chapter

OUTLETS = ("Kelm Post", "Harbour Gazette")


@pytest.fixture
def affair(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Three stories of two articles each, weeks apart, which are one affair."""
    acts = ("walked out over the night rakes", "blocked the sluice with forty barges", "went back after a vote")
    ids = [
        library.add_articles(
            Article(
                headline=f"Salt rakers of Ombersal {act} ({outlet})",
                text=f"The rakers of Ombersal {act}, Ines Valderas told the {outlet}. Tobias Wenk would not say more. "
                f"They {act}, and were cheered, wrote the {outlet}.",
                outlet=outlet,
                published=date(2023, 3, 1) + timedelta(days=20 * number + day),
                language="en",
            )
            for day, outlet in enumerate(OUTLETS)
        )
        for number, act in enumerate(acts)
    ]
    found = [library.story(library._store.set_story(pair, None)) for pair in ids]
    parts = tuple(ChainedStory(story, date(2023, 3, 1), date(2023, 3, 2)) for story in found)
    monkeypatch.setattr("reader.desk.walks.chain", lambda store, story: parts)
    return ids


def test_a_walk_goes_from_its_story_into_the_later_ones_of_the_affair_then_back_into_the_earlier_ones(
    library: Library, affair: list[list[int]]
) -> None:
    first, second, third = affair
    walk = library.walk(second[0])
    assert [step.entry.id for step in walk[:6]] == [*second, *third, *reversed(first)]
    assert [step.in_story for step in walk[:6]] == [True, True, False, False, False, False]
    chapters = [step.chapter for step in walk[:6]]
    assert [chapter and chapter.later for chapter in chapters] == [None, None, True, True, False, False]
    assert isinstance(chapters[2], Chapter)
    assert chapters[2].part.story.article_ids == tuple(third)


def test_what_is_part_of_the_affair_is_not_said_again_as_near(library: Library, affair: list[list[int]]) -> None:
    ids = [step.entry.id for step in library.walk(affair[0][0])]
    assert len(ids) == len(set(ids))
