"""reader.stories.passages and tellings: two texts side by side; copies of one report."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from stories_support import DAM_AGENCIES, DAM_EVE, DAM_FIRST, FERRY, FERRY_AGAIN

from reader.article import Article
from reader.stories import align, group_tellings


def kinds(text: str, other: str) -> list[str]:
    return [passage.kind for passage in align(text, other)]


def test_background_that_an_agency_repeats_is_copied_and_the_news_is_only_here() -> None:
    found = align(DAM_FIRST.text, DAM_EVE.text)
    copied = [DAM_FIRST.text[p.start : p.end] for p in found if p.kind == "copied"]
    assert any(text.startswith("The ministry of water and the Tolm power company") for text in copied)
    assert any(text.startswith("On January 12, Ostland closed two of the four sluices") for text in copied)
    assert any(text.startswith("According to the newspaper, Ostland's engineers") for text in copied)
    assert not any("does not know whether" in text for text in copied)


def test_what_matches_is_pointed_to() -> None:
    for passage in align(DAM_FIRST.text, DAM_EVE.text):
        assert (passage.other is None) == (passage.kind == "only here")
        if passage.kind == "copied":
            assert passage.other is not None
            start, end = passage.other
            assert DAM_EVE.text[start:end].split()[-1] == DAM_FIRST.text[passage.start : passage.end].split()[-1]


def test_one_quotation_in_two_translations_is_recognised() -> None:
    found = [p for p in align(DAM_FIRST.text, DAM_AGENCIES.text) if p.kind == "same quotation"]
    said = [DAM_FIRST.text[p.start : p.end] for p in found]
    assert any("pure speculation" in text for text in said)
    matched = next(p for p in found if "pure speculation" in DAM_FIRST.text[p.start : p.end])
    assert matched.other is not None
    assert "purely speculative" in DAM_AGENCIES.text[slice(*matched.other)]


def test_like_words_of_different_people_are_not_the_same_quotation() -> None:
    one = '"The water of the Tolm dam belongs to all villages below it," Ilse Brandt said.'
    two = '"All the water of the Tolm dam belongs to the villages," Dmitri Peshkov said.'
    assert "same quotation" not in kinds(one, two)


def test_names_and_small_words_in_common_make_no_quotation_the_same() -> None:
    one = '"It is commendable that Governor Brandt now agrees with the Tolm farmers that we should respect the dead," he said.'
    two = '"Governor Brandt respects that, but thinks that the Tolm mill should be built for the poor in Velmora," she said.'
    assert "same quotation" not in kinds(one, two)


def test_a_sentence_said_otherwise_is_reworded() -> None:
    one = "The radar of the ferry Sula failed twenty minutes before she ran aground off Kelm harbour."
    two = "Twenty minutes before running aground off the harbour of Kelm, the ferry Sula lost her radar."
    assert kinds(one, two) == ["reworded"]


def test_texts_about_different_things_have_nothing_in_common() -> None:
    assert set(kinds(DAM_FIRST.text, FERRY.text)) == {"only here"}
    assert set(kinds(FERRY.text, FERRY.text)) == {"copied"}
    assert kinds("", FERRY.text) == []


@settings(max_examples=50)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_aligned_sentence_by_sentence(text: str, other: str) -> None:
    found = align(text, other)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(p.other is None or 0 <= p.other[0] <= p.other[1] <= len(other) for p in found)
    assert all(0.0 <= p.similarity <= 1.0 for p in found)


def test_long_texts_are_aligned_in_good_time() -> None:
    text = "\n\n".join(f"Sentence {i} tells of sluice {i * 7} and of village {i * 13} by the dam." for i in range(400))
    start = time.process_time()
    assert set(kinds(text, text)) == {"copied"}
    assert time.process_time() - start < 10


def test_lightly_edited_copies_of_a_wire_report_are_one_telling() -> None:
    wire = replace(DAM_FIRST, published=date(2022, 3, 7))
    edited = replace(
        wire, text=wire.text.replace("VELMORA, March 7. /NOVA/. ", "").replace("Once more, I", "I"), outlet="Kelm Post"
    )
    shortened = replace(wire, text="\n\n".join(wire.text.split("\n\n")[:3]), published=date(2022, 3, 8))
    found = group_tellings([shortened, DAM_AGENCIES, edited, FERRY, wire])
    assert found == [(2, 4, 0), (3,), (1,)]


def test_a_new_report_with_old_background_is_a_telling_of_its_own() -> None:
    assert len(group_tellings([DAM_FIRST, DAM_EVE])) == 2


def test_independent_reports_of_one_event_are_two_tellings() -> None:
    assert len(group_tellings([FERRY, FERRY_AGAIN])) == 2


def test_articles_without_text_are_tellings_of_their_own() -> None:
    assert len(group_tellings([Article(), Article(text=" "), Article(text="One two.")])) == 3
    assert group_tellings([]) == []
