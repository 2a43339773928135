"""reader.stories.facts: where two reports disagree, in other words and across languages."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.desk.overlap import compare
from reader.stories.facts import disagreements

ROOT = Path(__file__).parents[1]


def told(a: str, b: str, language: str = "en", other: str = "en") -> list[tuple[str, str, str]]:
    found = disagreements(a, b, language=language, other_language=other)
    sides = [(one.what, one.a.changes[0], one.b.changes[0]) for one in found]
    return [(what, a[x.start : x.end], b[y.start : y.end]) for what, x, y in sides]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (
            "Fourteen people died when a crane fell at Osk.",
            "The fall of a crane at Osk killed 17.",
            [("Fourteen", "17")],
        ),
        ("Fourteen people died in the fire at Osk.", "The fire at Osk injured 17 people.", []),
        ("Some 1.2 million people in Osk had no water.", "In Osk 1,200,000 people had no water.", []),
        ("In Osk at least 12 people died in the fire.", "The fire at Osk killed 15 people.", []),
        (
            "A crowd of 58,400 watched Osk win the shield.",
            "Before 57,912 spectators in Osk the home side won.",
            [("58,400", "57,912")],
        ),
        ("A crowd of 58,000 watched Osk win the shield.", "Before 57,912 spectators in Osk the home side won.", []),
        ("The quake at Osk killed nine. In 1952 one at Osk killed 61.", "The quake at Osk killed nine people.", []),
        ("Police at Osk held Jan Held, 46, and arrested three people.", "At Osk three people were arrested.", []),
    ],
)
def test_figures_are_compared_by_what_they_count(a: str, b: str, found: list[tuple[str, str]]) -> None:
    assert [pair[1:] for pair in told(a, b)] == found


def test_figures_are_compared_across_languages() -> None:
    german = "Bei dem Beben in Neapel kamen vierzehn Menschen ums Leben."
    assert told("The quake in Naples killed 17 people.", german, other="de") == [("figure", "17", "vierzehn")]


def test_days_and_places_and_wordings_disagree_too() -> None:
    assert told(
        "The barge Lotte sank off Osk on Monday with coal aboard.",
        "The barge Lotte sank off Osk on Friday with coal aboard.",
    ) == [("day", "Monday", "Friday")]
    assert told(
        "The barge Lotte sank off Osk with coal aboard.", "The barge Lotte sank off Varn with coal aboard."
    ) == [("place", "Osk", "Varn")]
    said = [f"“The dam will {word}hold for a hundred years,” said Otto Lind." for word in ("", "never ")]
    assert [what for what, *_ in told(*said)] == ["wording"]


def test_a_quotation_cut_short_or_spelt_otherwise_is_no_other_wording() -> None:
    whole = "“The dam will hold for a hundred years,” said Otto Lind."
    assert told(whole, "“The dam will hold,” said Otto Lind.") == []
    assert (
        told(
            "“The co-operation goes on as before,” said Otto Lind.",
            "“The cooperation goes on as before,” said Otto Lind.",
        )
        == []
    )


def test_the_hand_made_pairs_are_found() -> None:
    spec = importlib.util.spec_from_file_location("pairs", ROOT / "benchmarks" / "disagreements.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    for part in ("shown", "held"):
        precision, recall = bench.score(bench.pairs(part))
        assert precision >= 0.9
        assert recall >= 0.75


def test_the_sample_disagrees_on_the_dead_of_the_earthquake() -> None:
    reports = ("wires/hw-0505-sulinsk-quake.txt", "torvenia-today/sulinsk-larder.txt")
    a, b = (reader.clean((ROOT / "articles" / name).read_text(encoding="utf-8")) for name in reports)
    comparison = compare(a, b)
    (one,) = comparison.disagreements
    assert (one.about, b.text[one.b.changes[0].start : one.b.changes[0].end]) == ("dead", "14")
    assert any(row.disagrees for row in comparison.rows)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    for one in disagreements(a, b):
        assert a[one.a.start : one.a.end]
        assert b[one.b.start : one.b.end]
