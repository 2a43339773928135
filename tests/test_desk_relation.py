"""Names that articles share, and why two articles stand beside each other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.desk import Library
from reader.desk.shared_names import SharedName, shared_names
from reader.errors import NotFound


def article(number: int, text: str, **more: object) -> Article:
    return Article(id=number, text=text, language="en", **more)  # type: ignore[arg-type]


def named(*texts: str) -> dict[str, SharedName]:
    return {name.name: name for name in shared_names([article(i + 1, text) for i, text in enumerate(texts)])}


def test_the_spellings_of_one_name_are_one_name_and_each_is_told() -> None:
    found = named(
        "Dmitry Peskov spoke in the morning. The report, Peskov said, was old.",
        "A reply came from Dmitry Pieskow at noon.",
        "Nobody asked Dmitry Peskov about it.",
    )
    assert list(found) == ["Dmitry Peskov"]
    name = found["Dmitry Peskov"]
    assert name.mentions == 4
    assert [spot.article_id for spot in name.spots] == [1, 2, 3]
    assert name.spellings == ("Pieskow",)


def test_a_name_is_written_in_the_letters_that_most_of_the_articles_use() -> None:
    cyrillic = "Потом говорил Дмитрий Песков. Дмитрий Песков ушёл, и Дмитрий Песков вернулся."
    found = named("Dmitry Peskov spoke.", "A reply came from Dmitry Peskov.", cyrillic)
    assert "Dmitry Peskov" in found
    assert "Дмитрий Песков" in named("Dmitry Peskov spoke.", cyrillic, cyrillic)


def test_a_name_in_one_article_only_is_not_shared() -> None:
    assert "Ines Dorrel" not in named("The vote was called by Ines Dorrel.", "The vote was called by Piet Hallam.")


def test_two_people_of_one_surname_are_two_names() -> None:
    found = named(
        "The bridge was drawn by Walter Hallam, and the bill was sent to Mary Hallam.",
        "The bill went to Mary Hallam, who sent it back to Walter Hallam.",
    )
    assert {"Walter Hallam", "Mary Hallam"} <= set(found)


def test_an_outlets_own_name_is_no_news() -> None:
    texts = ["In Velm, as NPA reported, it rained.", "It rained in Velm, NPA said, and Mira Olsen left."]
    assert "NPA" not in {n.name for n in shared_names([article(i, t, outlet="NPA") for i, t in enumerate(texts)])}


def test_where_a_name_first_stands_can_be_looked_up() -> None:
    texts = ["It was a long day for Ines Dorrel in Marlow.", "In Marlow the rain began when Ines Dorrel spoke."]
    (name,) = (n for n in shared_names([article(i, t) for i, t in enumerate(texts)]) if n.name == "Ines Dorrel")
    assert [texts[spot.article_id][spot.start : spot.end] for spot in name.spots] == ["Ines Dorrel", "Ines Dorrel"]


@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_texts_have_names_whose_places_are_right(texts: list[str]) -> None:
    for name in shared_names([article(i, text) for i, text in enumerate(texts)]):
        assert name.name
        assert len(name.spots) >= 2
        assert all(0 <= spot.start < spot.end <= len(texts[spot.article_id]) for spot in name.spots)


def test_why_two_articles_belong_together_is_told_in_full(library: Library, folder: Path) -> None:
    library.add([folder])
    asks, denies = library.id_of(folder / "asks.txt"), library.id_of(folder / "denies.txt")
    found = library.relation(denies, asks)
    assert (found.here.id, found.there.id) == (denies, asks)
    assert found.one_story
    assert found.names
    assert found.pairs
    texts = library.article(denies).text, library.article(asks).text
    assert all(pair.here in texts[0] and pair.there in texts[1] for pair in found.pairs)


def test_articles_without_a_name_in_common_say_which_words_they_share(library: Library) -> None:
    first, second = library.add_articles(
        [
            Article(text="the salvage barge sank beside the bollards at dusk, and the winch was lost.", language="en"),
            Article(text="a winch was found where the salvage barge had sunk beside the bollards.", language="en"),
        ]
    )
    found = library.relation(first, second)
    assert not found.names
    assert found.words == ("salvage", "barge", "bollards")


def test_an_article_that_is_not_there_has_no_relations(library: Library) -> None:
    (number,) = library.add_articles([Article(text="It rained in Velm.", published=date(2031, 1, 1))])
    with pytest.raises(NotFound):
        library.relation(number, 99)
