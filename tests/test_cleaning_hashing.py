"""Words as numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.classifier import hashing
from reader.cleaning.classifier.hashing import RollingHashes, Vocabulary, unique_ids

WORD = st.text(st.characters(exclude_categories=["Zs", "Cs"]), min_size=1, max_size=30)


def hashed(words: list[str]) -> np.ndarray[Any, Any]:
    text = " ".join(words)
    ends = np.cumsum([len(word) + 1 for word in words], dtype=np.intp) - 1
    begins = ends - np.array([len(word) for word in words], dtype=np.intp)
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    return RollingHashes(codes).of(begins, ends)


@given(st.lists(WORD, max_size=60))
def test_words_have_one_number_if_and_only_if_they_are_spelled_alike(words: list[str]) -> None:
    same, spelled = unique_ids(hashed(words))
    assert len(spelled) == len(set(words))
    assert len(set(zip(words, same.tolist(), strict=True))) == len(set(words)) == len(set(same.tolist()))


@given(st.lists(WORD, min_size=1, max_size=30), st.dictionaries(WORD, st.integers(1, 1000), max_size=20))
def test_a_vocabulary_tells_of_its_own_words_only(words: list[str], told: dict[str, int]) -> None:
    same, spelled = unique_ids(hashed(words))
    assert Vocabulary(told).flags_of(spelled).take(same).tolist() == [told.get(word, 0) for word in words]


def test_where_a_word_stands_changes_nothing_however_long_the_page_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashing, "_USUAL", 50)
    same, spelled = unique_ids(hashed(["crane", "quay"] * 40))
    assert len(spelled) == 2
    assert same.tolist() == same.tolist()[:2] * 40


def test_anagrams_and_words_of_zeros_are_told_apart() -> None:
    assert len(unique_ids(hashed(["stone", "notes", "tones", "onset", "0", "00", "000"]))[1]) == 7
