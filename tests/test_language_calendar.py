"""reader.language.calendar: what a headline says apart from the day it is of."""

from __future__ import annotations

import pytest

from reader.language.calendar import months, rubric, weekdays


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Morning briefing: Wednesday", "Morning briefing: Thursday"),
        ("Briefing: 15 May", "Briefing – June 2nd, 2026"),
        ("Votre horoscope du lundi", "Votre horoscope du mardi 3 mars"),
        ("Погода на вторник", "Погода на среду"),
        ("Sorteo del sábado: números premiados", "Sorteo del domingo: números premiados"),
        ("Fish market 12.03.2026", "Fish market 2026-03-13"),
        ("Weekly quiz #12", "Weekly quiz No. 13"),
    ],
)
def test_editions_of_a_column_have_one_rubric(one: str, other: str) -> None:
    assert rubric(one) == rubric(other) != ""


def test_what_is_no_date_stays() -> None:
    assert rubric("May to resign") == "may to resign"
    assert rubric("12 dead in quake") != rubric("14 dead in quake")
    assert rubric("Monday") == rubric("") == ""


def test_every_language_has_seven_days_and_twelve_months() -> None:
    assert set(weekdays().values()) == set(range(7))
    assert set(months().values()) == set(range(1, 13))
