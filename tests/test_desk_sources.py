"""reader.desk.sources: how many sources a story has, and whom its articles name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.article import Article
from reader.desk import Library
from reader.desk.sources import Sources
from reader.desk.story_view import StoryView

OPENING = (
    "The harbour council of Ellan voted on Thursday to shut the coal quay, the Ellan Courier reported, citing three "
    "members. Seven were for it and four against it. Work is to begin when the last coal ship has left in the spring."
)
BACKGROUND = (
    "The coal quay was built in 1911 for a trade that ended when the Wenk mines were closed nine years ago. Since then "
    "nothing but salt has been loaded there, and the cranes have stood still on most days of every winter."
)
OTHER = (
    "Piet Hallam has loaded ships at Ellan since he was sixteen. He heard of it on the radio like everybody else in "
    "the street, and went on mending his nets. There is a park to come, somebody told him, with benches and lime trees."
)
PASSED = "According to the Ellan Courier, the council had met in secret. Nobody had been told before noon."


def wire(**fields: object) -> Article:
    return replace(
        Article(headline="Ellan shuts coal quay", text=f"{OPENING}\n\n{BACKGROUND}", outlet="Nord Wire", language="en"),
        **fields,  # type: ignore[arg-type]
    )


def sources(library: Library, *articles: Article) -> Sources:
    ids = library.add_articles(articles)
    return StoryView(library, library._store.set_story(ids)).sources


def test_a_copy_and_its_original_are_one_source(library: Library) -> None:
    found = sources(library, wire(), wire(outlet="Ellan Mirror", headline="Quay shut"), wire(text=OTHER, outlet="Post"))
    assert [len(group) for group in found.groups] == [2, 1]
    assert found.copies == 1
    assert (
        found.sentence == "3 articles, 2 sources; 1 is a copy (Ellan Mirror); sources they name: Ellan Courier (in 2)"
    )


def test_that_nothing_is_a_copy_is_said(library: Library) -> None:
    found = sources(library, wire(), wire(outlet="Post", headline="A quay no more", text=OTHER))
    assert found.sentence == "2 articles, 2 sources; no copies; sources they name: Ellan Courier (in 1)"


def test_of_many_copies_the_first_outlets_are_named_and_unknown_ones_are_none(library: Library) -> None:
    copies = [wire(outlet=outlet, headline=f"Quay {n}") for n, outlet in enumerate(["A", "B", None, "C", "D"])]
    assert "5 are copies (A, B, C …)" in sources(library, wire(), *copies).sentence


def test_where_most_of_a_report_stands_in_another_both_have_one_source_and_it_is_said(library: Library) -> None:
    more = "The salt goes by rail to the bakers of the valley, who have written to the council three times this year."
    one = wire(text=f"{OPENING}\n\n{BACKGROUND}\n\n{more}")
    found = sources(library, one, wire(outlet="Mirror", text=f"{OTHER}\n\n{BACKGROUND}\n\n{more}"), wire(text=PASSED))
    assert found.copies == 0
    assert [len(group) for group in found.groups] == [3]
    (shared,) = found.shared
    assert found.sentence.startswith(f"3 articles, 1 source; {round(100 * shared.share)} % of one is also in another")


def test_a_passage_in_two_reports_is_said_and_leaves_them_two_sources(library: Library) -> None:
    own = "Ines Dorrel, who chairs the council, spoke of a day that nobody would forget. " * 3
    found = sources(library, wire(), wire(outlet="Post", text=f"{OTHER}\n\n{own}\n\n{BACKGROUND}"))
    assert [len(group) for group in found.groups] == [1, 1]
    (shared,) = found.shared
    assert 0.1 < shared.share < 0.5
    assert found.sentence.startswith(
        f"2 articles, 2 sources; {round(100 * shared.share)} % of one is also in the other"
    )


def test_reports_of_one_agency_in_other_words_are_one_source(library: Library) -> None:
    found = sources(
        library, wire(text=OTHER, outlet="Post", agency="AFP"), wire(text=PASSED, outlet="Mirror", agency="AFP")
    )
    assert len(found.groups) == 1
    assert found.sentence.startswith("2 articles, 1 source; 2 come from AFP")


def test_who_is_named_as_a_source_is_one_with_its_places_but_never_the_outlet_itself(library: Library) -> None:
    found = sources(
        library, wire(), wire(text=PASSED, outlet="Post"), wire(text=PASSED + OTHER, outlet="The Ellan Courier")
    )
    (named,) = found.named
    assert (named.name, named.tells) == ("The Ellan Courier", True)
    for spot in named.spots:
        assert library.article(spot.article_id).text[spot.start : spot.end] == "Ellan Courier"
    assert len(named.spots) == 2


def test_articles_in_their_own_words_are_as_many_sources(library: Library) -> None:
    found = sources(
        library, wire(), wire(text=OTHER, outlet="Post"), wire(text="Der Kai wird zu.", language="de", outlet=None)
    )
    assert [len(group) for group in found.groups] == [1, 1, 1]
    assert not found.shared


@pytest.mark.parametrize("word", ["independent", "own words"])
def test_nothing_is_called_independent(library: Library, word: str) -> None:
    assert word not in sources(library, wire(), wire(text=OTHER, outlet="Post")).sentence
