"""reader.stories.alignment: two texts as rows, and the cases of the five articles again in the project's own ones."""

from __future__ import annotations

import itertools
import json
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.desk import read_file
from reader.stories import align, aligned

FOLDER = Path(__file__).parent.parent / "articles"


def told(a: str, b: str) -> list[tuple[str, str, str]]:
    """The rows as their kind and what stands on both sides."""
    return [(row.kind, _on(a, row.a), _on(b, row.b)) for row in aligned(a, b)]


def _on(text: str, side: object) -> str:
    return text[side.start : side.end] if side else ""  # type: ignore[attr-defined]


RADAR = "The radar of the ferry Sula failed twenty minutes before she ran aground off Kelm."
CREW = "All 31 passengers were brought ashore by the pilot boat before midnight."
BREAD = "The baker of Kelm gave them bread and would take no money."
FOG = "Fog had covered the whole coast of Kelm since the early afternoon."


def test_what_only_the_other_has_comes_after_what_it_follows_there() -> None:
    assert told(f"{RADAR} {CREW}", f"{RADAR} {BREAD} {CREW} {FOG}") == [
        ("copied", RADAR, RADAR),
        ("only in B", "", BREAD),
        ("copied", CREW, CREW),
        ("only in B", "", FOG),
    ]


def test_what_the_other_begins_with_comes_before_its_first_match() -> None:
    assert [kind for kind, _, _ in told(f"{BREAD} {CREW}", f"{FOG} {CREW}")] == ["only in A", "only in B", "copied"]


def test_texts_without_a_match_come_one_after_the_other() -> None:
    assert [kind for kind, _, _ in told(BREAD, FOG)] == ["only in A", "only in B"]
    assert told("", FOG) == [("only in B", "", FOG)]
    assert told(BREAD, "") == [("only in A", BREAD, "")]
    assert told("", "") == []


def test_another_order_is_followed_on_the_first_side() -> None:
    assert [(a, b) for _, a, b in told(f"{RADAR} {CREW}", f"{CREW} {RADAR}")] == [(RADAR, RADAR), (CREW, CREW)]


def test_a_sentence_that_the_other_cuts_in_two_stands_beside_both() -> None:
    joined = f"{RADAR[:-1]}, and all 31 passengers were brought ashore by the pilot boat before midnight."
    assert told(joined, f"{RADAR} {CREW}") == [("copied", joined, f"{RADAR} {CREW}")]
    assert told(f"{RADAR} {CREW}", joined) == [("copied", f"{RADAR} {CREW}", joined)]


def test_a_sentence_that_the_other_says_twice_is_shown_again() -> None:
    found = aligned(f"{RADAR} {CREW}", f"{RADAR} {BREAD} {RADAR} {CREW}")
    assert [row.a.again for row in found if row.a] == [False, True, False]


def test_a_figure_that_disagrees_is_found_in_its_row() -> None:
    a, b = f"{CREW} {BREAD}", f"{CREW.replace('31', '13')} {BREAD}"
    (first, second) = aligned(a, b)
    assert first.disagrees
    assert not first.same
    assert first.a is not None
    assert [a[c.start : c.end] for c in first.a.changes] == ["31"]
    assert second.same


SENTENCES = st.sampled_from([RADAR, CREW, BREAD, FOG, "It rained.", "“Is it?” she said.", "Dr. Renn waved", "", "\n\n"])


@settings(max_examples=100)
@given(st.lists(SENTENCES, max_size=8), st.lists(SENTENCES, max_size=8))
@example([RADAR, "Dr. Renn waved", "Dr. Renn waved", RADAR], [RADAR, "Dr. Renn waved", "Dr. Renn waved"])
def test_every_sentence_of_both_is_in_a_row_and_only_once_but_for_repeats(mine: list[str], theirs: list[str]) -> None:
    a, b = " ".join(mine), " ".join(theirs)
    found = aligned(a, b)
    for text, other, sides in ((a, b, [r.a for r in found]), (b, a, [r.b for r in found])):
        covered = sorted((s.start, s.end) for s in sides if s and not s.again)
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(covered))
        starts = [p.start for p in align(text, other)]
        assert all(any(start <= s < end for start, end in covered) for s in starts)
    firsts = [row.a.start for row in found if row.a and not row.a.again]
    assert firsts == sorted(firsts)


@settings(max_examples=60)
@given(st.text(max_size=150), st.text(max_size=150))
def test_any_two_texts_make_rows(a: str, b: str) -> None:
    for row in aligned(a, b):
        for text, side in ((a, row.a), (b, row.b)):
            if side:
                assert 0 <= side.start < side.end <= len(text)
                assert all(side.start <= c.start < c.end <= side.end for c in side.changes)


def test_long_texts_are_put_side_by_side_in_good_time() -> None:
    text = "\n\n".join(f"Sentence {i} tells of sluice {i * 7} and of village {i * 13} by the dam." for i in range(300))
    start = time.process_time()
    assert len(aligned(text, text)) == 300
    assert time.process_time() - start < 10


# ----------------------------------------------------------------- the project's own articles, as the five ones

GOLD = json.loads((Path(__file__).parent / "articles_gold.json").read_text(encoding="utf-8"))


def even(text: str) -> str:
    return " ".join(text.split())


@cache
def article(name: str) -> Article:
    file, _, record = name.partition("#")
    return read_file(FOLDER / file)[int(record or 1) - 1]


@pytest.mark.parametrize("copied", GOLD["copied"], ids=lambda copied: copied["text"][:40])
def test_passages_that_one_article_took_from_another_are_copied(copied: dict[str, Any]) -> None:
    for one, other in itertools.permutations(map(article, copied["files"]), 2):
        found = [row for row in aligned(one.text, other.text) if copied["text"] in even(_on(one.text, row.a))]
        assert [row.kind for row in found] == ["copied"]
        assert copied["text"] in even(_on(other.text, found[0].b))
        assert not found[0].disagrees


@pytest.mark.parametrize("quotation", GOLD["same_quotation"], ids=lambda quotation: min(quotation.values())[:40])
def test_one_quotation_in_the_words_of_two_translators_is_recognised(quotation: dict[str, str]) -> None:
    told = [(article(name), said) for name, said in quotation.items()]
    told = [(one, said) for one, said in told if one.language == "en"]
    assert len(told) >= 2
    for (one, said), (other, too) in itertools.permutations(told, 2):
        start = one.text.index(said.split(". ")[0])
        found = [
            row
            for row in aligned(one.text, other.text)
            if row.a and row.a.start < start + len(said) and start < row.a.end and row.b
        ]
        assert any(row.kind == "same quotation" for row in found), (one.headline, other.headline)
        there = other.text.index(too.split(". ")[0])
        assert all(row.b and row.b.start < there + len(too) and there < row.b.end for row in found)
