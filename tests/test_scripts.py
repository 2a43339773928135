"""reader.scripts: which characters belong to which writing system."""

from __future__ import annotations

import re

import pytest

from reader.scripts import HANGUL, LETTERS, UNSPACED


@pytest.mark.parametrize("character", ["港", "み", "ナ", "ท", "ລ", "မ", "ខ", "\U00020000"])
def test_scripts_without_blanks_between_words(character: str) -> None:
    assert re.fullmatch(f"[{UNSPACED}]", character)


@pytest.mark.parametrize("character", ["a", "я", "ف", "ह", "항", "。", " "])
def test_other_scripts_and_marks_are_not_among_them(character: str) -> None:
    assert not re.fullmatch(f"[{UNSPACED}]", character)


def test_korean_letters_are_hangul() -> None:
    assert re.fullmatch(f"[{HANGUL}]+", "항구")


def test_no_letter_belongs_to_two_scripts() -> None:
    scripts = [re.compile(f"[{letters}]") for letters in LETTERS.values()]
    for code in (*range(0x2000), *range(0x3000, 0xFB00)):
        assert sum(script.match(chr(code)) is not None for script in scripts) <= 1, hex(code)
