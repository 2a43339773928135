"""reader.summarizing.units: sentences and whole quotations."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.sentences import spans
from reader.summarizing.units import quotations, split


def pieces(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes. No." Then he left.', ['"yes. No."']),
        ("Il a dit « oui » hier.", ["« oui »"]),
        ("Er sagte „ja“ und „nein”.", ["„ja“", "„nein”"]),
        ("»Ja«, sagte er.", ["»Ja«"]),
        ("他说「好」。", ["「好」"]),
        ("He said: ‘I am here. It's late.’ Then he left.", ["‘I am here. It's late.’"]),
        ("'I am here,' he said.", ["'I am here,'"]),
        ("The players' union and '90s music don't count.", []),
        ("A lone “ mark", []),
        ("It was 6'2\" tall.", []),
        ("“One paragraph\n\nand another”", []),
    ],
)
def test_quotations_are_found_by_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


def test_a_quotation_over_several_sentences_is_one_unit() -> None:
    text = "He spoke. “We stay. We wait. We win,” he said. Nobody answered."
    assert pieces(text) == ["He spoke.", "“We stay. We wait. We win,” he said.", "Nobody answered."]


def test_a_long_quotation_is_not_kept_whole() -> None:
    text = "“" + "We will stay here for a long time. " * 40 + "” he said."
    assert len(pieces(text)) > 10


def test_units_follow_each_other_without_overlap() -> None:
    text = 'She said: "No. Never." And: "Well. Maybe. Yes." Then "one" and "two".'
    found = split(text, "en")
    assert all(a < b for a, b in found)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(found))


@given(st.text(alphabet="aB .!?\"“”'‘’«»\n,", max_size=200))
def test_units_are_made_of_whole_sentences(text: str) -> None:
    sentences = spans(text)
    starts, ends = {a for a, _ in sentences}, {b for _, b in sentences}
    found = split(text)
    assert all(a in starts and b in ends for a, b in found)
    assert sum(sum(a <= s and e <= b for s, e in sentences) for a, b in found) == len(sentences)


def test_a_dateline_is_no_part_of_the_sentence_behind_it() -> None:
    text = "PORT ALDER, March 3 (NWS) - The harbour is closed. ALDER - The tree stands.\n\nBIRCHHAVEN — Ships wait."
    assert pieces(text) == ["The harbour is closed.", "ALDER - The tree stands.", "Ships wait."]
