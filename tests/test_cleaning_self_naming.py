"""The lines in which an outlet names itself, and names that newspapers have."""

from __future__ import annotations

import pytest

from reader.cleaning.lexicon.joined_lines import JoinedLines
from reader.cleaning.metadata.self_naming import mastheads, naming, press_like, self_named


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("About Kesten Today", "Kesten Today"),
        ("Über Kesten Heute", "Kesten Heute"),
        ("Om Havnebladet", "Havnebladet"),
        ("À propos du Phare", "Phare"),
        ("Sobre El Faro", "El Faro"),
        ("Jobs bei Kesten Heute", "Kesten Heute"),
        ("Jobb i KTN", "KTN"),
        ("Kontakt Havne-Posten", "Havne-Posten"),
        ("Welcome to KestenWorld!", "KestenWorld"),
        ("Jetzt Hafenblatt testen", "Hafenblatt"),
        ("Not a reader yet? Try it now Kesten Today logo", "Kesten Today"),
        ("Havnebladet er en del av Orlow Media", "Havnebladet"),
        ("Kesten Today is a part of Orlow Media. All rights reserved", "Kesten Today"),
    ],
)
def test_a_line_about_the_outlet_gives_its_name(line: str, name: str) -> None:
    assert self_named(line) == name
    assert naming(JoinedLines(["sport", line.lower(), "sport"])) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "About us", "About the author", "Über uns", "Contact", "Subscribe to newsletters", "Om cookies", "Jobs in the region",
        "Digitale Zeitung lesen", "About Sport", "About what the harbour board of Kesten has decided on Monday evening",
        "データの収集について",
    ],
)  # fmt: skip
def test_a_line_about_something_else_gives_none(line: str) -> None:
    assert self_named(line) is None


@pytest.mark.parametrize(
    "name", ["Kesten Gazette", "Kestener Zeitung", "Havne-Posten", "Diario de Kesten", "港城日报", "항구일보"]
)
def test_newspapers_have_names_of_their_own_kind(name: str) -> None:
    assert press_like(name)


@pytest.mark.parametrize("name", ["Press Freedom", "Express", "Kesten Standard", "Sport", "Weather", ""])
def test_other_names_are_not_of_that_kind(name: str) -> None:
    assert not press_like(name)


def test_a_newspapers_name_alone_on_two_lines_is_a_masthead() -> None:
    lines = ["Kesten Gazette", "Menu", "Sport", "Sport", "About the Journal", "About the Journal", "Kesten Gazette"]
    assert mastheads(lines) == ["Kesten Gazette"]
