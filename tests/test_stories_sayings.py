"""Sayings: quotations of one saying together, whatever words each article has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.stories.sayings import Saying, sayings


def together(found: list[Saying]) -> list[set[int]]:
    """The articles of each saying that several have."""
    return [{said.article for said in saying.said} for saying in found if len(saying.said) > 1]


def test_the_same_words_in_two_articles_are_one_saying_by_the_fuller_name() -> None:
    (saying,) = sayings(
        [
            "“We have waited long enough for this quay,” Dorrel said. Ines Dorrel is the chair.",
            "“We have waited long enough for this quay,” said council chair Ines Dorrel.",
        ]
    )
    assert [said.article for said in saying.said] == [0, 1]
    assert all(said.verbatim for said in saying.said)
    assert saying.speaker == "Ines Dorrel"


def test_two_translations_of_one_saying_are_together_and_marked_as_other_words() -> None:
    (saying,) = sayings(
        [
            "“We did not come here to count the boats. We came to agree on whose harbour it is,” Ines Dorrel said.",
            "“It was not to count the boats that we came. We came to settle to whom the harbour belongs, and nothing "
            "else,” said Ines Dorrel.",
        ]
    )
    assert [(said.article, said.verbatim) for said in saying.said] == [(1, True), (0, False)]


def test_a_part_of_a_longer_quotation_is_the_same_saying() -> None:
    found = sayings(
        [
            "“The quay was built for a trade that no longer exists, and everybody knows it,” said Piet Hallam.",
            "Piet Hallam called it “built for a trade that no longer exists”.",
        ]
    )
    assert together(found) == [{0, 1}]


def test_a_quotation_that_its_speaker_interrupts_is_one() -> None:
    (saying,) = sayings(["“One crane is a nuisance,” said Ines Dorrel. “But six of them are a choir.”"])
    (said,) = saying.said
    assert said.text == "One crane is a nuisance, … But six of them are a choir."


def test_like_words_of_two_people_by_name_are_two_sayings() -> None:
    found = sayings(
        [
            "“We will not accept this plan for the quay,” said Ines Dorrel.",
            "“We will not accept the plan of the council,” said Piet Hallam.",
        ]
    )
    assert together(found) == []
    assert [saying.speaker for saying in found] == ["Ines Dorrel", "Piet Hallam"]


def test_a_description_gives_way_to_a_name() -> None:
    (saying,) = sayings(
        [
            "“I cannot say that the law intended this at all,” the judge said.",
            "“I cannot say that the law intended this at all,” Oswin Thorne said.",
        ]
    )
    assert saying.speaker == "Oswin Thorne"


def test_a_word_or_two_in_marks_is_no_saying() -> None:
    assert sayings(["The town has a “listening lounge” now, and a “park”."]) == []


@given(st.lists(st.text(alphabet=st.sampled_from("ab “”\"'.,\nDorrel said"), max_size=120), max_size=5))
def test_any_texts_have_sayings_whose_places_are_right(texts: list[str]) -> None:
    for saying in sayings(texts):
        assert saying.said
        assert saying.said[0].verbatim
        for said in saying.said:
            first = said.text.split(" … ")[0]
            assert texts[said.article][said.start :].startswith(first)
            assert said.end <= len(texts[said.article])
