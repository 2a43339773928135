"""reader.stories.statements: quotations of one statement together, whatever words each article has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.stories.statements import Statement, statements


def together(found: list[Statement]) -> list[set[int]]:
    """The articles of each statement that several have."""
    return [{version.article for version in statement.versions} for statement in found if len(statement.versions) > 1]


def test_the_same_words_in_two_articles_are_one_saying_by_the_fuller_name() -> None:
    (statement,) = statements(
        [
            "“We have waited long enough for this quay,” Dorrel said. Ines Dorrel is the chair.",
            "“We have waited long enough for this quay,” said council chair Ines Dorrel.",
        ]
    )
    assert [version.article for version in statement.versions] == [0, 1]
    assert all(version.verbatim for version in statement.versions)
    assert statement.speaker == "Ines Dorrel"


def test_two_translations_of_one_saying_are_together_and_marked_as_other_words() -> None:
    (statement,) = statements(
        [
            "“We did not come here to count the boats. We came to agree on whose harbour it is,” Ines Dorrel said.",
            "“It was not to count the boats that we came. We came to settle to whom the harbour belongs, and nothing "
            "else,” said Ines Dorrel.",
        ]
    )
    assert [(version.article, version.verbatim) for version in statement.versions] == [(1, True), (0, False)]


def test_a_part_of_a_longer_quotation_is_the_same_saying() -> None:
    found = statements(
        [
            "“The quay was built for a trade that no longer exists, and everybody knows it,” said Piet Hallam.",
            "Piet Hallam called it “built for a trade that no longer exists”.",
        ]
    )
    assert together(found) == [{0, 1}]


def test_a_quotation_that_its_speaker_interrupts_is_one() -> None:
    (statement,) = statements(["“One crane is a nuisance,” said Ines Dorrel. “But six of them are a choir.”"])
    (version,) = statement.versions
    assert version.text == "One crane is a nuisance, … But six of them are a choir."


def test_like_words_of_two_people_by_name_are_two_sayings() -> None:
    found = statements(
        [
            "“We will not accept this plan for the quay,” said Ines Dorrel.",
            "“We will not accept the plan of the council,” said Piet Hallam.",
        ]
    )
    assert together(found) == []
    assert [statement.speaker for statement in found] == ["Ines Dorrel", "Piet Hallam"]


def test_a_description_gives_way_to_a_name() -> None:
    (statement,) = statements(
        [
            "“I cannot say that the law intended this at all,” the judge said.",
            "“I cannot say that the law intended this at all,” Oswin Thorne said.",
        ]
    )
    assert statement.speaker == "Oswin Thorne"


def test_a_word_or_two_in_marks_is_no_saying() -> None:
    assert statements(["The town has a “listening lounge” now, and a “park”."]) == []


@given(st.lists(st.text(alphabet=st.sampled_from("ab “”\"'.,\nDorrel said"), max_size=120), max_size=5))
def test_any_texts_have_sayings_whose_places_are_right(texts: list[str]) -> None:
    for statement in statements(texts):
        assert statement.versions
        assert statement.versions[0].verbatim
        for said in statement.versions:
            first = said.text.split(" … ")[0]
            assert texts[said.article][said.start :].startswith(first)
            assert said.end <= len(texts[said.article])


def test_words_of_somebody_described_are_those_of_the_named_person_whose_words_are_most_like_them() -> None:
    spokesman = (
        "“Well, we do not know whether this is the case or not. I repeat that some reports are true, but most of all "
        "the reports are speculation, without being sure,” the harbour spokesman said."
    )
    other = (
        "“We have an agreement that they, the owners, do not discuss the case without us, and this is how it stays, "
        "sure or not,” Ines Dorrel said."
    )
    named = (
        "“I do not know if that is the case. Some reports are true, but most are mere speculation,” said Piet Hallam."
    )
    found = statements([spokesman, other, named])
    assert together(found) == [{0, 2}]
    assert [one.speaker for one in found] == ["Piet Hallam", "Ines Dorrel"]
