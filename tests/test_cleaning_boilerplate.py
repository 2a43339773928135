"""Lines that name themselves furniture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.lexicon.boilerplate import READ, is_furniture, of_cookies, rule_for, rules_of
from reader.cleaning.lexicon.joined_lines import JoinedLines


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("- Werbung -", "advertisement"),
        ("[Advertisement]", "advertisement"),
        ("【関連記事】古い灯台", "read more"),
        ("Story continues below advertisement", "goes on below"),
        ("The article continues after this video", "goes on below"),
        ("Dalsza część tekstu pod reklamą", "goes on below"),
        ("Tekst gaat verder onder de foto", "goes on below"),
        ("Get the Courier’s briefing. Sign up for it here.", "newsletter"),
        ("Show caption", "picture"),
        ("Was this article helpful?", "poll"),
        ("We may earn a commission from links on this page.", "disclosure"),
        ("Download our app from the stores", "app"),
        ("Already a subscriber? Log in", "subscription"),
        ("Follow Ana Orr on X: @anaorr", "share bar"),
        ("Image 3 of 12", "picture"),
        ("Got a tip? Write to the desk.", "call for help"),
        ("Support our work. Donate today.", "call for help"),
        ("-30-", "end mark"),
        ("(ENDS)", "end mark"),
        ("Enter your email address", "newsletter"),
        ("（责任编辑：王小明）", "desk"),
        ("扫一扫，关注港城日报", "desk"),
        (
            "© 2023 Kesten Courier. All rights reserved. " + "Nothing on these pages may be printed elsewhere. " * 2,
            "copyright",
        ),
        ("READ MORE: Storm takes the roof of the fish hall", "read more"),
        ("Read more", "read more"),
        ("Lesen Sie auch: Sturm deckt Fischhalle ab", "read more"),
        ("Читайте также: Буря", "read more"),
        ("Leave a Comment", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("#Islands #ferry", "hashtags"),
        ("Scroll to Top", "scroll link"),
        ("Tweet", "share bar"),
        ("Werbung", "advertisement"),
        ("Tags: harbour, crane", "tags"),
        ("0:00", "player"),
        ("Related articles", "read more"),
        ("»» Watch now: the storm from the quay", "read more"),
        ("12 comments", "comment form"),
        ("Sign in to comment", "comment form"),
        ("About us", "legal links"),
        ("Terms of use and more", "legal links"),
        ("Email this", "share bar"),
        ("Email this article", "share bar"),
        ("Accept all cookies", "cookie banner"),
        ("Ad.", "advertisement"),
        ("(Reporting by Runa Castell)", "credits of the desk"),
        ("Additional reporting by Ole Brandt.", "credits of the desk"),
        ("(c) 2022 Kesten Courier", "copyright"),
    ],
)
def test_furniture_is_known_by_its_words(line: str, rule: str) -> None:
    assert is_furniture(line) == rule


def test_rows_of_a_cookie_table_are_known() -> None:
    assert of_cookies("_ga 2 years This cookie is installed by Google Analytics and counts visits.")
    assert of_cookies("JSESSIONID session Used by sites written in JSP. A cookie of the platform.")
    assert not of_cookies("The cookie jar of Kesten has been empty for 2 years, the baker said.")


@pytest.mark.parametrize(
    "line",
    [
        "Related to the mayor by marriage, he never said a word about the crane.",
        "Watch out for the crane, the mayor said.",
        "The mayor wrote a tweet about the crane.",
        "Top stories of a house burnt out on Friday, and nobody was hurt.",
        "He told reporters to close the door.",
        "The story continues after the war in a small town.",
        "30",
        "The end of the road is near.",
        "Sign up for the harbour run begins on Monday.",
    ],
)
def test_sentences_that_begin_like_furniture_are_not(line: str) -> None:
    assert is_furniture(line) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("This website uses cookies. Read our policy.", "cookie banner"),
        ("© 2022 Kesten Courier", "copyright"),
        ("Subscribe now", "subscription"),
        ("To view the full story, please subscribe to The Kesten Courier.", "subscription"),
        ("Subscribe now to our KESTEN edition for the full story.", "subscription"),
        ("Home", "menu or link"),
        (" ".join(["word"] * 20), "not part of the article"),
        ("a icon b icon c icon", "icon names"),
    ],
)
def test_what_is_cut_gets_a_rule_that_people_understand(line: str, rule: str) -> None:
    assert rule_for(line) == rule


@given(st.text(min_size=1, max_size=400))
def test_no_line_at_all_raises(line: str) -> None:
    is_furniture(line)
    assert rule_for(line)


_SAID = [
    "Read more: Storm",
    "Tweet",
    "Loading …",
    "»",
    "#harbour #storm",
    "© 2022 Kesten Courier",
    "Cookies",
    "Tags: sea",
]


@given(st.lists(st.sampled_from(_SAID) | st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=60)))
def test_many_lines_get_the_rules_that_each_would_get_alone(lines: list[str]) -> None:
    together = JoinedLines([line[:READ].lower() for line in lines])
    assert rules_of(lines, together) == [is_furniture(line) or rule_for(line) for line in lines]
