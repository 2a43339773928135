"""Stories by hand: what a person takes apart or puts together sticks, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.desk import Library
from reader.errors import NotFound, ReaderError
from reader.stories import Assignment, constrained

QUAY = (
    "The harbour council of Marlow voted on Thursday to close the old coal quay. Ines Dorrel, who chairs the council, "
    "said that the quay was built for a trade that no longer exists. Piet Hallam said that the salvage firms will leave."
)
COMET = (
    "The comet Velm was seen over Skerry a day early, said the astronomer Mira Olsen of the Skerry observatory. It will "
    "be brightest on Sunday. Nobody at the observatory had expected the comet before the weekend, Olsen said."
)


def tell(text: str, number: int, day: int = 1) -> Article:
    return Article(
        headline=f"{text[4:30]} {number}",
        text=f"{text} This was report number {number}.",
        outlet=f"Outlet {number}",
        published=date(2031, 1, day),
        url=f"https://outlet.example/{number}",
    )


@pytest.fixture
def filled(library: Library) -> Library:
    """1, 2, 3 tell of the quay, 4, 5 of the comet."""
    library.add_articles([tell(QUAY, n) for n in (1, 2, 3)] + [tell(COMET, n) for n in (4, 5)])
    assert groups(library) == [{1, 2, 3}, {4, 5}]
    return library


def groups(library: Library) -> list[set[int]]:
    return sorted((set(story.article_ids) for story in library.stories()), key=min)


def numbers(library: Library) -> dict[int, set[int]]:
    return {story.id: set(story.article_ids) for story in library.stories()}


def add_again(library: Library, *ids: int) -> None:
    """The same documents once more, with other texts, so that they are placed anew."""
    for number in ids:
        text = QUAY if number <= 3 else COMET
        library.add_articles([replace(tell(text, number), published=date(2031, 1, 1))])
    library.reclean()


def test_what_was_taken_out_stays_out_while_more_is_added(filled: Library) -> None:
    story = filled.split(2)
    assert groups(filled) == [{1, 3}, {4, 5}]
    assert filled.entries([2])[0].story is None
    filled.add_articles([tell(QUAY, 6, day=2), tell(QUAY, 7, day=3)])
    assert numbers(filled)[story] == {1, 3, 6, 7}
    assert filled.entries([2])[0].story is None


def test_what_was_taken_out_stays_out_when_it_is_cleaned_and_placed_again(library: Library, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        (tmp_path / f"{number}.txt").write_text(f"Quay vote {number}\n\n{QUAY} Report {number}.\n", encoding="utf-8")
    library.add([tmp_path])
    assert groups(library) == [{1, 2, 3}]
    library.split(2)
    library.reclean()
    assert groups(library) == [{1, 3}]
    (tmp_path / "2.txt").write_text(f"Quay vote again\n\n{QUAY} It was written anew.\n", encoding="utf-8")
    report = library.add([tmp_path])
    assert report.updated == 1
    assert groups(library) == [{1, 3}], "the decision is about the document, whatever becomes of its text"


def test_the_last_two_of_a_story_can_be_parted(filled: Library) -> None:
    filled.split(5)
    assert groups(filled) == [{1, 2, 3}]
    filled.add_articles([tell(COMET, 6, day=2)])
    both = groups(filled)[-1]
    assert not {4, 5} <= both
    assert 6 in both


def test_what_was_merged_stays_together_under_the_number_of_the_larger_story(filled: Library) -> None:
    before = {frozenset(ids): number for number, ids in numbers(filled).items()}
    stays = filled.merge(before[frozenset({4, 5})], before[frozenset({1, 2, 3})])
    assert stays == before[frozenset({1, 2, 3})]
    assert numbers(filled) == {stays: {1, 2, 3, 4, 5}}
    filled.add_articles([tell(COMET, 6, day=2), tell(QUAY, 7, day=2)])
    assert numbers(filled) == {stays: {1, 2, 3, 4, 5, 6, 7}}


def test_what_was_merged_stays_together_when_a_text_changes(library: Library, tmp_path: Path) -> None:
    for number, text in enumerate((QUAY, QUAY, COMET, COMET), 1):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}\n\n{text} Report {number}.\n", encoding="utf-8")
    library.add([tmp_path])
    assert groups(library) == [{1, 2}, {3, 4}]
    library.merge(*numbers(library))
    (tmp_path / "3.txt").write_text(f"Report anew\n\n{COMET} It was written anew, in Skerry.\n", encoding="utf-8")
    assert library.add([tmp_path]).updated == 1
    library.reclean()
    assert groups(library) == [{1, 2, 3, 4}]


def test_an_article_can_be_put_into_a_story_and_stays_there(filled: Library) -> None:
    quay, comet = (number for number, _ in sorted(numbers(filled).items(), key=lambda item: min(item[1])))
    filled.join(4, quay)
    filled.add_articles([tell(COMET, 6, day=2)])
    assert 4 in numbers(filled)[quay]
    assert 4 not in numbers(filled).get(comet, set())


def test_every_decision_can_be_taken_back_and_stories_have_their_old_numbers_again(filled: Library) -> None:
    before = numbers(filled)
    quay, comet = sorted(before)
    filled.split(1)
    filled.mark([2], read=True)
    filled.merge(quay, comet)
    filled.split(5)
    assert filled.undo() == f"article 5 taken out of story {quay}"
    assert filled.undo() == f"story {comet} merged into story {quay}"
    assert filled.undo() == "1 article marked read"
    assert filled.undo() == f"article 1 taken out of story {quay}"
    assert numbers(filled) == before
    filled.add_articles([tell(QUAY, 6, day=2)])
    assert numbers(filled)[quay] == {1, 2, 3, 6}, "nothing is left of what was taken back"


def test_merging_again_what_was_parted_counts_as_the_newer_decision(filled: Library) -> None:
    story = filled.split(2)
    filled.join(2, story)
    assert groups(filled) == [{1, 2, 3}, {4, 5}]
    filled.reclean()
    filled.add_articles([tell(QUAY, 6, day=2)])
    assert {1, 2, 3} <= groups(filled)[0]


def test_what_cannot_be_decided_is_said(filled: Library) -> None:
    filled.add_articles([Article(text="It rained in Velm.")])
    with pytest.raises(NotFound, match="article 6 is in no story"):
        filled.split(6)
    for ask in (
        lambda: filled.split(99),
        lambda: filled.join(1, 99),
        lambda: filled.join(99, 1),
        lambda: filled.merge(1, 99),
    ):
        with pytest.raises(NotFound):
            ask()
    with pytest.raises(ReaderError, match="with itself"):
        filled.merge(1, 1)


def test_counts_in_the_list_are_right_after_every_decision(filled: Library) -> None:
    filled.split(2)
    assert [entry.tellings for entry in filled.entries([1, 2, 4])] == [2, 1, 2]
    filled.merge(*numbers(filled))
    assert [entry.tellings for entry in filled.entries([1, 2, 4])] == [4, 1, 4]
    filled.undo()
    filled.undo()
    assert [entry.tellings for entry in filled.entries([1, 2, 4])] == [3, 3, 2]


def test_the_stories_near_an_article_are_offered_without_its_own(filled: Library) -> None:
    filled.split(2)
    quay, _ = sorted(numbers(filled))
    assert [story.id for story in filled.near_stories(2)] == [quay]
    assert all(1 not in story.article_ids for story in filled.near_stories(1))


class Members:
    """An index that knows stories only."""

    def __init__(self, stories: dict[int, list[int]]) -> None:
        self.stories = stories

    def members(self, story: int) -> list[int]:
        return self.stories.get(story, [])


@given(
    st.dictionaries(st.integers(1, 4), st.lists(st.integers(1, 12), min_size=1, max_size=5, unique=True), max_size=4),
    st.lists(st.integers(1, 12), max_size=5, unique=True),
    st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] != pair[1]), max_size=12),
)
def test_no_placement_puts_beside_each_other_what_was_parted(
    stories: dict[int, list[int]], together: list[int], pairs: set[tuple[int, int]]
) -> None:
    first, *rest = [*stories, None][: len(stories) or 1]
    index = Members(stories)
    apart = pairs | {(b, a) for a, b in pairs}
    found = constrained(Assignment(first, tuple(together), tuple(s for s in rest if s)), 0, index, apart)  # type: ignore[arg-type]
    kept = [found.story, *found.merge] if found.story is not None else []
    by_story = [index.members(story) for story in kept]
    for number, ids in enumerate(by_story):
        others = [i for j, more in enumerate(by_story) if j != number for i in more]
        assert not any((a, b) in apart for a in ids for b in [0, *found.together, *others] if a != b)
    assert not any((a, b) in apart for a in found.together for b in [0, *found.together])
    if not apart:
        assert found == Assignment(first, tuple(together), tuple(s for s in rest if s))
