"""The names in bylines."""

from __future__ import annotations

import pytest

from reader.cleaning.metadata.byline import byline_of


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By ANA ORR -- Kesten Media", "ANA ORR"),("By Ana Orr", "Ana Orr"), ("Von Max Muster und Eva Berg", "Max Muster und Eva Berg"), ("Par Jean de la Tour", "Jean de la Tour"),
     ("By Ana Orr, Courier staff | 17 November", "Ana Orr"), ("by the sea we sat down", None), ("By Friday the ship had gone under with all hands", None),
     ("Ana Orr", None), ("Автор: Анна Орлова", "Анна Орлова"),
     ("By Ana Orr, Political Editor", "Ana Orr"), ("Von Jens Urbach, Wolkenau", "Jens Urbach"),
     ("By Ana Orr @anaorr", "Ana Orr"), ("By Ana Orr, Ben Ord and Jo Lee", "Ana Orr, Ben Ord and Jo Lee"),
     ("Ein Kommentar von Jens Urbach", "Jens Urbach"),
     ("By Ana Orr, Kesten and Mark Tonn, Norvik", "Ana Orr and Mark Tonn"), ("By Ana Orr Updated 3:00 pm", "Ana Orr"),
     ("By María José Núñez de la Torre", "María José Núñez de la Torre"), ("Von Dr. med. Eva Muster", "Dr. med. Eva Muster"), ("Текст: Анна Орлова", "Анна Орлова")],
)  # fmt: skip
def test_bylines_are_names_after_a_word_for_by(line: str, name: str | None) -> None:
    assert byline_of(line) == name
