"""reader.summarizing.mentions: what stands for something that was named before."""

from __future__ import annotations

import pytest

from reader.summarizing.mentions import bare_names, points_back


@pytest.mark.parametrize(
    ("text", "own", "language"),
    [
        ("The council was glad of it (and still is like that).", "Nobody was glad at this point.", "en"),
        ("The council bought this crane.", "Nobody builds cranes in this country.", "en"),
        ("Der Rat kaufte diesen Kran.", "Der Rat will in diesem Jahr einen Kran.", "de"),
        ("La ville a acheté cette grue.", "La ville veut une grue cette année.", "fr"),
        ("La villa compró dicha grúa.", "La villa compró una grúa este jueves.", "es"),
        ("La città ha comprato questa gru.", "La città compra una gru questa settimana.", "it"),
        ("A vila comprou esta grua.", "A vila comprou uma grua neste mês.", "pt"),
        ("Miasto kupiło tego żurawia.", "Miasto kupi żuraw tego roku.", "pl"),
        ("Город купил этот кран.", "Город купит кран в этом году.", "ru"),
        ("Bandar membeli kren itu.", "Bandar membeli kren hari ini.", "ms"),
        ("议会买了这台起重机，该起重机很旧。", "议会买了一台起重机。", "zh"),
    ],
)
def test_what_points_back_in_mid_sentence_is_told_in_many_languages(text: str, own: str, language: str) -> None:
    assert points_back(text, language)
    assert not points_back(own, language)


def test_a_day_is_nobody_who_speaks() -> None:
    assert bare_names('"We have no idea," the pilot Otto Lund said Saturday, adding that it rained.') == []
    assert bare_names('"We have no idea," said Lund, who had a dog.') == ["Lund"]


def test_a_title_and_a_surname_name_nobody_who_was_not_named_before() -> None:
    assert bare_names("Ms. Poole told reporters that it rained.") == ["Poole"]
    assert "Poole" in bare_names("The harbour is lost, said Ms. Poole.")
    assert "Poole" not in bare_names("The harbour is lost, said Ms. Ann Poole.")
