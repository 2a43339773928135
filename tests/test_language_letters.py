"""How much the letters of words are those of names."""

from __future__ import annotations

import pytest

from reader.language.names.letters import likeness


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Daniel Herrán", "Broadcast Programs"), ("Joanna Wirthlin", "Latest Headlines"),
        ("Алина Зотова", "Главные новости"), ("Marek Jażdżyk", "Get Started"), ("Aino Rantala", "Cookie Settings"),
        ("王小明", "会員登録"),
    ],
)  # fmt: skip
def test_names_are_told_from_labels(name: str, words: str) -> None:
    assert likeness(name) > likeness(words)


def test_letters_that_stand_alone_say_nothing() -> None:
    assert likeness("") == likeness("J. K.") == 0
    assert likeness("J. Herrán") == likeness("Herrán")
