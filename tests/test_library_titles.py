"""reader.library.titles: what a story is called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from library_support import put

from reader.library import Store
from reader.library.titles import Headline, title

HEADLINES = [
    Headline("Hafen von Ellan steht still", "de"),
    Headline("A night to forget", "en"),
    Headline("Pilots' strike shuts Ellan harbour", "en"),
    Headline("Ellan harbour: pilots out until 14 May", "en"),
    Headline("Ellan: Lotsen bis 14. Mai im Streik", "de"),
]


def named(*told: tuple[str, str | None] | tuple[str, str | None, bool]) -> str | None:
    """The title of a story in English; of each article the headline, the day, whether its outlet is known."""
    return title([Headline(one[0], "en", *one[1:]) for one in told], "en")


def test_the_headline_nearest_to_all_the_others_is_taken_in_the_wanted_language() -> None:
    assert title(HEADLINES, "en") == "Ellan harbour: pilots out until 14 May"
    assert title(HEADLINES, "de") == "Ellan: Lotsen bis 14. Mai im Streik"


def test_where_none_is_in_it_that_of_most_of_the_story_will_do_and_of_two_that_are_as_near_the_first() -> None:
    assert title(HEADLINES, "fi") == title(HEADLINES, "en")
    assert title(HEADLINES[-2:], None, "de") == title(HEADLINES, "de")
    assert title([Headline("One", "en"), Headline("Two", "en")], "fr") == "One"
    assert title([Headline("?!")], None) == "?!"


def test_one_word_that_a_single_other_has_as_well_does_not_make_an_odd_headline_the_name() -> None:
    told = (
        ("Wessel win the cup", "2024-05-01"),
        ("What a night! Wrong again, says the referee", "2024-05-02"),
        ("I was wrong, says Odd", "2024-05-03"),
        ("Party in Brack", "2024-05-04"),
    )
    assert named(*told) == "Wessel win the cup"


def test_a_headline_that_shouts_asks_or_quotes_is_not_taken_before_a_plain_one() -> None:
    told = (
        ("“I never wanted a boat”: an evening with Odd Wessel", "2024-05-01"),
        ("Pilots end strike", "2024-05-02"),
        ("AHOY! Ellan pilots call off strike", "2024-05-02"),
        ("Who pays for the pilots’ strike?", "2024-05-03"),
    )
    assert named(*told) == "Pilots end strike"


def test_a_story_is_called_by_the_latest_of_the_headlines_that_stand_for_it_not_by_its_first_report() -> None:
    first = ("Six dead as ferry sinks off Ellan", "2024-05-01")
    second = ("Ellan ferry: nine dead, captain held", "2024-05-02")
    column = ("The sea gives, the sea takes", "2024-05-05")
    assert named(first, second) == "Ellan ferry: nine dead, captain held"
    assert named(first, second, column) == "Ellan ferry: nine dead, captain held"


def test_a_headline_without_a_day_or_a_known_outlet_names_a_story_only_where_all_are_without() -> None:
    undated = ("Ellan ferry sinks: what is known", None)
    unknown = ("Ellan ferry sinks, nine dead", "2024-05-02", False)
    told = ("Six dead as ferry sinks off Ellan", "2024-05-01")
    assert named(told, unknown, undated) == told[0]
    assert named(unknown, undated) == unknown[0]
    assert named(undated) == undated[0]


def test_of_a_long_story_the_last_headlines_are_looked_at_as_well() -> None:
    told = [("Ellan ferry: still no trace", "2024-05-01")] * 60
    assert named(*told, ("Ellan ferry found", "2024-06-01"), ("Wreck of the Ellan ferry is found", "2024-06-01")) in (
        "Ellan ferry found",
        "Wreck of the Ellan ferry is found",
    )


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
