"""reader.library.titles: what a story is called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from library_support import put

from reader.library import Store
from reader.library.titles import title

HEADLINES = [
    ("Hafen von Ellan steht still", "de"),
    ("A night to forget", "en"),
    ("Pilots' strike shuts Ellan harbour", "en"),
    ("Ellan harbour: pilots out until 14 May", "en"),
    ("Ellan: Lotsen bis 14. Mai im Streik", "de"),
]


def test_the_headline_nearest_to_all_the_others_is_taken_in_the_wanted_language() -> None:
    assert title(HEADLINES, "en") == "Ellan harbour: pilots out until 14 May"
    assert title(HEADLINES, "de") == "Ellan: Lotsen bis 14. Mai im Streik"


def test_where_none_is_in_it_any_will_do_and_of_two_that_are_as_near_the_first() -> None:
    assert title(HEADLINES, "fi") == title(HEADLINES, "en")
    assert title([("One", "en"), ("Two", "en")], "fr") == "One"
    assert title([("?!", None)], None) == "?!"


def test_one_word_that_a_single_other_has_as_well_does_not_make_an_odd_headline_the_name() -> None:
    told = [
        "Wessel win the cup",
        "What a night! Wrong again, says the referee",
        "I was wrong, says Odd",
        "Party in Brack",
    ]
    assert title([(headline, "en") for headline in told], "en") == "Wessel win the cup"


def test_two_words_in_two_headlines_make_one_of_them_the_name_rather_than_an_odd_first_one() -> None:
    told = [
        "“I never wanted a boat”: an evening with Odd Wessel",
        "Pilots end strike",
        "AHOY! Ellan pilots call off strike",
    ]
    assert title([(headline, "en") for headline in told], "en") == "Pilots end strike"


def test_a_story_without_headlines_has_no_name() -> None:
    assert title([], "en") is None


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"LANG": "de_AT.UTF-8"}, "Hafen von Ellan steht still"),
        ({"LANG": "de_AT.UTF-8", "LC_ALL": "en_IE.UTF-8"}, "Harbour of Ellan at a standstill"),
        ({"LANG": "C.UTF-8"}, "Harbour of Ellan at a standstill"),
        ({}, "Harbour of Ellan at a standstill"),
    ],
    ids=["German", "English before", "none", "nothing said"],
)
def test_a_story_is_named_in_the_readers_language_else_in_that_of_most_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], named: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    told = [("Hafen von Ellan steht still", "de"), ("Harbour of Ellan at a standstill", "en"), ("Other news", "en")]
    with Store(tmp_path / "news.library") as store:
        ids = [
            put(store, f"/{n}", published=date(2024, 5, n + 1), headline=headline, language=language)
            for n, (headline, language) in enumerate(told)
        ]
        story = store.set_story(ids[:2])
        assert store.story(story).headline == named
        assert [each.headline for each in store.stories()] == [named]
