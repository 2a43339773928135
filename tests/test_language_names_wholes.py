"""reader.language.names.wholes: names that go on over what else ends one."""

from __future__ import annotations

import pytest

from reader.language.names.mentions import name_key, names, same_name


def written(text: str, language: str = "en") -> list[str]:
    return [name.text for name in names(text, language)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It was the Ministry of Fisheries and Forests that paid.", "Ministry of Fisheries and Forests"),
        (
            "A note from the Department for Harbours, Energy and Rural Affairs came.",
            "Department for Harbours, Energy and Rural Affairs",
        ),
        ("Then the Food and Plant Administration closed it.", "Food and Plant Administration"),
        ("Nobody at Corlan & Reede answered.", "Corlan & Reede"),
        ("He wrote to Corlan and Reede Ltd, which declined.", "Corlan and Reede Ltd"),
        ("The beams came from Corlan and Sons.", "Corlan and Sons"),
        ("Das Ministerium für Verkehr und Energie schwieg.", "Ministerium für Verkehr und Energie"),
        ("El Ministerio de Transportes y Energía calló.", "Ministerio de Transportes y Energía"),
        ("In the ring Otto “The Anvil” Gerlach won.", "Otto “The Anvil” Gerlach"),
        ("Shares of D&K fell.", "D&K"),
    ],
)
def test_a_name_is_whole_over_and_of_and_marks(text: str, whole: str) -> None:
    assert whole in written(text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The Ministry of Defence and Prime Minister Ilse Corlan agreed.", {"Ministry of Defence", "Ilse Corlan"}),
        ("The Bank of Ossen and Ilse Corlan agreed.", {"Bank of Ossen", "Ilse Corlan"}),
        ("The Department of Justice and France agreed.", {"Department of Justice", "France"}),
        ("There Otto Gerlach and Ilse Corlan met.", {"Otto Gerlach", "Ilse Corlan"}),
    ],
)
def test_two_names_with_and_between_them_stay_two(text: str, apart: set[str]) -> None:
    assert apart <= set(written(text))


def test_a_firm_is_one_however_its_and_is_written_and_is_no_person() -> None:
    assert same_name("Corlan & Reede", "Corlan and Reede")
    assert not same_name("Corlan & Reede", "Anna Reede")
    assert name_key("Corlan & Reede") != name_key("Reede")
