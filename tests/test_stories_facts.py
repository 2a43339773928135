"""reader.stories.facts: where two reports disagree, in other words and across languages."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.desk.overlap import compare
from reader.stories.facts import disagreements, has_risen

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
        (
            "Seventeen people died here on Sunday.",
            "The toll of dead from Sunday’s quake in Osk rose to 14, the mayor said.",
            [("Seventeen", "14")],
        ),
        ("The quake at Osk killed nine. In 1952 one at Osk killed 61.", "The quake at Osk killed nine people.", []),
        ("Police at Osk held Jan Held, 46, and arrested three people.", "At Osk three people were arrested.", []),
    ],
)
def test_figures_are_compared_by_what_they_count(a: str, b: str, found: list[tuple[str, str]]) -> None:
    assert [pair[1:] for pair in told(a, b)] == found


@pytest.mark.parametrize(
    ("a", "b", "later", "risen"),
    [
        ("The fall of a crane at Osk killed nine.", "Fourteen people died when a crane fell at Osk.", 1, True),
        ("The fall of a crane at Osk killed nine.", "Fourteen people died when a crane fell at Osk.", 0, False),
        ("The fall of a crane at Osk killed nine.", "Fourteen people died when a crane fell at Osk.", -1, False),
        ("Fourteen people died when a crane fell at Osk.", "The fall of a crane at Osk killed nine.", -1, True),
        ("The crane at Osk killed nine.", "The number killed by the crane at Osk has risen to 14.", 0, True),
        ("The crane at Osk killed nine.", "The number killed by the crane at Osk has risen to 14.", -1, False),
        ("A crowd of 57,912 saw Osk win the shield.", "A crowd of 58,400 saw Osk win the shield.", 2, False),
    ],
)
def test_a_toll_that_is_told_higher_later_has_risen_and_contradicts_nothing(
    a: str, b: str, later: int, risen: bool
) -> None:
    (one,) = disagreements(a, b)
    assert has_risen(one, a, b, later) is risen


@pytest.mark.parametrize(
    ("a", "b", "languages"),
    [
        (
            "Bei dem Beben in Neapel kamen neun Menschen ums Leben.",
            "Le bilan du séisme à Naples est passé à 14 morts.",
            ("de", "fr"),
        ),
        (
            "The quake in Naples killed nine people.",
            "Bei dem Beben in Neapel stieg die Zahl der Toten auf 14.",
            ("en", "de"),
        ),
    ],
)
def test_that_it_has_risen_is_read_in_other_languages(a: str, b: str, languages: tuple[str, str]) -> None:
    (one,) = disagreements(a, b, language=languages[0], other_language=languages[1])
    assert has_risen(one, a, b, 0)
    assert not has_risen(one, a, b, -1)


def test_figures_are_compared_across_languages() -> None:
    german = "Bei dem Beben in Neapel kamen vierzehn Menschen ums Leben."
    assert told("The quake in Naples killed 17 people.", german, other="de") == [("figure", "17", "vierzehn")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The clashes at Osk killed six farmers.", "The clashes at Osk killed nine soldiers."),
        ("In the clashes at Osk nine people were killed.", "Three demonstrators were killed in the clashes at Osk."),
        ("The storm killed nine people at Osk.", "The storm killed 12 people near Varn."),
        ("The storm killed nine at Osk on Monday.", "The storm killed 12 at Osk on Friday."),
        ("The storm at Osk killed nine people.", "The storms at Osk have killed 14 people since May."),
        ("The raid at Osk killed nine people.", "Earlier a raid at Osk killed 14 people."),
        ("The fire at Osk killed nine people.", "The fire at Osk killed two; seven others were hurt, Osk said."),
        ("The raid on Osk killed six.", "The raid on Osk killed the chief, Jan Held told Channel 2 TV."),
        ("At Osk 12 were sentenced to death for the killings.", "The killings at Osk left 20 dead."),
        ("The quake at Osk levelled seven villages and killed ten people.", "The quake at Osk killed ten people."),
        ("The quake struck 58 km (36 miles) from Osk.", "The quake struck 35 miles from Osk, the survey said."),
        ("At Osk the army lost seven tanks in the fighting.", "The army used three tanks at Osk, it said."),
        ("The index of Osk gained 27.1 points, or 0.7 percent.", "The index of Osk lost 43.9 points, or 1.1 percent."),
        ("In Osk gingen 20.000 Demonstranten auf die Straße.", "Die Brände in Osk forderten 14.000 Todesopfer."),
    ],
)
def test_figures_of_other_people_places_and_times_are_no_disagreement(a: str, b: str) -> None:
    assert told(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The fire call came at 3:33 a.m., Jan Held said.", "The fire, Jan Held said, looked odd at 3:30 a.m."),
        ("A barge is seen near the lock at Osk on April 26.", "A swan sits near the lock at Osk on April 25."),
        ("A fire destroyed the Norr store in Varnland.", "A huge fire has destroyed the Norr shop in Lind Street."),
        ("“We shall miss him everyday and always,” said Otto Lind.", "“We shall miss him every day and always,” said Otto Lind."),
        ("“By this 11th hour rule we keep the law,” said Otto Lind.", "“By this eleventh-hour rule we keep the law,” said Otto Lind."),
    ],
)  # fmt: skip
def test_days_places_and_wordings_of_other_things_are_no_disagreement(a: str, b: str) -> None:
    assert told(a, b) == []


def test_a_name_is_known_though_one_report_hides_it() -> None:
    assert told(
        "The council of Wark voted on Tuesday to sell the mill.", "Wark's council voted on Friday to sell the mill."
    ) == [("day", "Tuesday", "Friday")]


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
        assert precision == 1
        assert recall >= 0.75


def test_the_dead_of_the_samples_earthquake_have_risen_by_the_next_day() -> None:
    reports = ("wires/hw-0505-sulinsk-quake.txt", "torvenia-today/sulinsk-larder.txt")
    a, b = (reader.clean((ROOT / "articles" / name).read_text(encoding="utf-8")) for name in reports)
    comparison = compare(a, b)
    (one,) = comparison.risen
    assert (one.about, b.text[one.b.changes[0].start : one.b.changes[0].end]) == ("dead", "14")
    assert any(row.a and row.b and row.a.start == one.a.start for row in comparison.rows), "beside each other"
    assert not comparison.disagreements
    assert not any(row.disagrees for row in comparison.rows)


def test_the_sample_disagrees_on_the_crowd_at_the_cup_final() -> None:
    records = (ROOT / "articles/records/haldenwire-late-may.jsonl").read_text(encoding="utf-8").splitlines()
    wire = next(record for record in map(json.loads, records) if "57,912" in str(record))
    a = reader.Article(text=max(map(str, wire.values()), key=len), language="en")
    b = reader.clean((ROOT / "articles/gannet-post/odd-inary-hero.txt").read_text(encoding="utf-8"))
    comparison = compare(a, b)
    assert [one.about for one in comparison.disagreements] == ["crowd"]
    assert any(row.disagrees for row in comparison.rows)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    for one in disagreements(a, b):
        assert a[one.a.start : one.a.end]
        assert b[one.b.start : one.b.end]


def test_marching_is_counting_marchers_and_what_burned_is_measured_not_counted() -> None:
    assert told("About 30,000 people marched through Osk.", "Police counted 12,000 marchers in Osk.") == [
        ("figure", "30,000", "12,000")
    ]
    assert told(
        "The fire at Osk burned 900 hectares and moved 300 people.", "Some 1,400 hectares burned out at Osk."
    ) == [("figure", "900", "1,400")]


def test_two_long_wordings_need_but_one_word_that_says_something_in_common() -> None:
    said = [f"“We have nothing to hide and nothing to {word},” said Kai Wenk." for word in ("sell", "fear")]
    assert [what for what, *_ in told(*said)] == ["wording"]
