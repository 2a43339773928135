"""reader.language.words: words, stems, stop words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from languages_support import CODES

from reader.language.words import root, stem, stop_words, straight, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kremlin said: no!", ["the", "kremlin", "said", "no"]),
        ("Putin’s 17-year-old U.S. plan cost 3.5%", ["putin", "17-year-old", "u.s", "plan", "cost", "3.5"]),
        ("L'homme d’affaires", ["l", "homme", "d", "affaires"]),
        ("don't stop", ["don't", "stop"]),
        ("O'Neill", ["o'neill"]),
        ("İstanbul'da", ["istanbul'da"]),
        ("北京大学", ["北京", "京大", "大学"]),
        ("東京の学校でテスト", ["東京", "の", "学校", "で", "テスト"]),
        ("서울 시장은", ["서울", "시장은"]),
        ("चुनाव में", ["चुनाव", "में"]),
        ("สวัสดี", ["สวั", "วัส", "ัสด", "สดี"]),
        ("Übergröße", ["übergröße"]),
        ("", []),
        ("... --- !!!", []),
    ],
)
def test_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_composed_and_decomposed_letters_give_the_same_words() -> None:
    assert words("Cafe\u0301") == words("Café")


@given(st.text() | st.text(alphabet="aZ é’'“”—–-. 1"))
def test_printers_marks_make_no_other_words(text: str) -> None:
    assert words(straight(text)) == words(text)


@given(st.text())
def test_any_text_has_words_without_blanks(text: str) -> None:
    found = words(text)
    assert all(word and not word.isspace() and word == word.strip() for word in found)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "sanctions", "sanction"),
        ("de", "verhandlungen", "verhandlung"),
        ("fr", "négociations", "négociation"),
        ("es", "negociaciones", "negociación"),
        ("it", "elezioni", "elezione"),
        ("pt", "governos", "governo"),
        ("ru", "переговоры", "переговоров"),
        ("pl", "wyborach", "wyborami"),
        ("uk", "виборів", "вибори"),
        ("tr", "seçimlerde", "seçimlerin"),
        ("ar", "المفاوضات", "مفاوضات"),
    ],
)
def test_two_forms_of_a_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.filterwarnings("error")
def test_every_language_has_stems(language: str) -> None:
    assert all(stem(word, language) for word in ("διαπραγματεύσεις", "переговори", "jednání", "2024", "中", "ß"))


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stem("中国", "zh") == "中国"
    assert stem("sanctions", None) == "sanctions"
    assert stem("sanctions", "xx") == "sanctions"


def test_roots_need_no_language() -> None:
    assert root("negotiation") == root("negotiated") == "negoti"
    assert root("war") == "war"


@pytest.mark.parametrize(
    "language", ["en", "de", "fr", "es", "it", "pt", "pl", "ru", "uk", "tr", "ar", "zh", "nl", "sv", "fi", "ja"]
)
def test_common_languages_have_stop_words(language: str) -> None:
    assert len(stop_words(language)) >= 15


def test_stop_words_are_the_little_words_only() -> None:
    assert {"the", "of", "and"} <= stop_words("en")
    assert "president" not in stop_words("en")
    assert stop_words("xx") == stop_words(None) == frozenset()


def test_stop_words_and_words_load_no_slow_library() -> None:
    code = (
        "import sys; from reader.language.words import words, stop_words; words('a b'); stop_words('en');"
        "print([m for m in ('nltk', 'sumy', 'numpy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
