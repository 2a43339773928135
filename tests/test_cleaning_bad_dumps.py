"""Dumps that hold no plain article: sensible text or none, no line lost, no hang."""

from __future__ import annotations

import gc
import textwrap
import time

import pytest

import reader
from reader.article import Article, RawDocument
from reader.cleaning import fates

BODY = [
    "The harbour of Kesten will be dredged again next year, the council said on Tuesday after long talks with the mainland.",
    "Several members wanted to wait for the spring, but the fishermen said that the mud had no patience left at all.",
    "According to the harbour master, the channel has lost almost a metre of its depth since the great storm of that year.",
    "The dredger comes from the mainland and costs the island eleven thousand crowns a day, whether it digs or not.",
    "“We pay for the mud twice,” said the mayor, Ottilie Brandt, “once when it comes and once when it goes.”",
    "The work is to begin in March and to be over before the herring arrive, if the weather allows it.",
]
MENU = ["Home", "News", "Island", "Mainland", "Sport", "Weather", "Ferries", "Contact", "Subscribe", "Log in"]
REMARKS = [
    "I have been saying this for years and nobody listened to me, so thanks for nothing.",
    "My uncle had a boat there and he always told us that the mud would win in the end.",
    "@Tilda you are wrong about the herring, I counted them myself last spring!",
    "Great article, keep it up! I love reading about the harbour.",
]


def cleaned(lines: list[str]) -> Article:
    """A dump cleaned, and nothing of it lost: what has text is kept or cut."""
    article = reader.clean("\n".join(lines), kind="text")
    told = sum(bool(line.strip()) for line in lines)
    kept = {paragraph.line for paragraph in article.paragraphs} | {cut.line for cut in article.removed}
    shown = {article.headline, article.standfirst, article.dateline}
    assert told <= len(kept) + sum(one is not None for one in shown) + _joined(article, lines)
    return article


def _joined(article: Article, lines: list[str]) -> int:
    """How many lines were put together with the one before them."""
    return sum(line.strip() in article.text and line.strip() not in article.text.split("\n\n") for line in lines)


def comments(count: int) -> list[str]:
    """A thread."""
    lines = [f"{count} Comments", ""]
    for k in range(count):
        lines += [f"Jan Holm{k}", f"May {k % 28 + 1}, 2019 at {k % 12 + 1}:{k % 60:02} pm", REMARKS[k % 4], "Reply", ""]
    return lines


@pytest.mark.no_cover
@pytest.mark.usefixtures("a_tenth_of_the_lines")
def test_nested_menus_without_end_hold_no_article() -> None:
    lines = [f"{'  ' * (k % 9)}* {MENU[k % 10]} {k % 97}" for k in range(11_000)]
    began = time.process_time()
    article = reader.clean("\n".join(lines), kind="text")
    assert time.process_time() - began < 2
    assert article.text == ""
    assert len(article.removed) == len(lines)


@pytest.mark.no_cover
def test_what_stands_after_a_hundred_thousand_lines_is_kept_if_it_reads_like_text_and_cut_by_name_else() -> None:
    lines = ["Go"] * 100_000 + ["", " Stop \x1b[31mred\x07 ", BODY[0], "\u200b", "Too short.", "x  " * 40, BODY[1]]
    article = cleaned([line for line in lines if line != "\u200b"])
    assert article.text.split("\n\n") == BODY[:2]
    below = [(cut.text, cut.line) for cut in article.removed if cut.rule == "after 100,000 lines"]
    assert below == [("Stop red", 100_002), ("Too short.", 100_004), ("x " * 39 + "x", 100_005)]
    assert [cut.line for cut in article.removed] == sorted(cut.line for cut in article.removed)
    assert fates(RawDocument(identity="x", text="\n".join(lines), kind="text"))[100_002] == "cut"


@pytest.mark.no_cover
@pytest.mark.usefixtures("a_tenth_of_the_lines")
def test_a_hundred_thousand_lines_of_a_word_are_answered_for_in_half_a_second() -> None:
    lines = ["Go"] * 160_000
    taken = []
    gc.freeze()  # what other tests have loaded is not looked through for garbage at this one's cost
    for _ in range(3):  # the least of three: what disturbs only adds
        began = time.process_time()
        article = reader.clean("\n".join(lines), kind="text")
        taken.append(time.process_time() - began)
    gc.unfreeze()
    assert min(taken) < 0.5
    assert len(article.removed) == len(lines)
    assert article.text == ""


def test_an_article_between_menus_is_found() -> None:
    article = cleaned([*MENU * 20, "", "Kesten dredges its harbour again", "", *BODY, "", *MENU * 20])
    assert article.text.split("\n\n") == BODY
    assert article.headline == "Kesten dredges its harbour again"


def test_comments_under_an_article_are_cut() -> None:
    spaced = [piece for line in BODY for piece in (line, "")]
    head = [*MENU, "", "Kesten dredges its harbour again", "", "By Marta Lund", ""]
    article = cleaned([*head, *spaced, *comments(25), *MENU])
    assert article.text.split("\n\n") == BODY


def test_a_page_of_comments_only_is_cut_or_kept_but_never_lost() -> None:
    article = cleaned([*MENU, "", *comments(40), *MENU])
    assert not any(word in article.text.split("\n\n") for word in MENU)


def test_ten_articles_in_one_file_keep_their_text() -> None:
    lines = []
    for k in range(10):
        lines += [f"Report number {k} from the harbour", "", *(f"{line} This is part {k}." for line in BODY), "", ""]
    article = cleaned(lines)
    kept = sum(f"This is part {k}." in article.text for k in range(10))
    assert kept == 10


def test_a_list_of_headlines_is_no_long_text() -> None:
    headlines = [f"  * Council of Kesten argues about harbour dredging for the {k}th time" for k in range(3, 60)]
    article = cleaned([*MENU, "", *headlines, "", *MENU])
    assert not any(name in article.text.split("\n\n") for name in MENU)


def test_a_live_blog_keeps_its_entries() -> None:
    lines = [*MENU, "", "Storm over Kesten: as it happened", ""]
    for k, line in enumerate(BODY):
        lines += [f"{18 - k}:{k}5 Update", "", f"{line} {BODY[k - 1]}", ""]
    article = cleaned([*lines, *MENU])
    assert sum(f"{line} {BODY[k - 1]}" in article.text for k, line in enumerate(BODY)) >= len(BODY) - 1


def test_a_transcript_keeps_who_speaks() -> None:
    lines = ["Interview with the harbour master", ""]
    for k, line in enumerate(BODY):
        lines += [f"{'QUESTION' if k % 2 == 0 else 'LARSEN'}: {line}", ""]
    article = cleaned(lines)
    assert all(f"{'QUESTION' if k % 2 == 0 else 'LARSEN'}: {line}" in article.text for k, line in enumerate(BODY))


def test_a_poem_keeps_its_verses() -> None:
    verses = [
        "The mud came in at evening",
        "And lay down by the quay",
        "It asked no one for leave to stay",
        "And stayed.",
    ]
    article = cleaned(["The mud", "", *verses, "", *verses[::-1]])
    assert all(verse in article.text for verse in verses)


def test_a_table_under_a_text_does_not_take_the_text_with_it() -> None:
    table = [f"Boat {k}\t{k * 3} tons\t{k + 2} men" for k in range(12)]
    article = cleaned([*MENU, "", "Kesten dredges its harbour again", "", *BODY, "", *table, "", *MENU])
    assert all(line in article.text for line in BODY)


def test_a_text_without_any_line_break_is_kept_whole() -> None:
    text = " ".join(BODY * 30)
    assert cleaned([text]).text == text


@pytest.mark.parametrize("hyphens", [False, True])
def test_lines_wrapped_at_72_columns_are_put_together(hyphens: bool) -> None:
    lines: list[str] = []
    for line in BODY:
        wrapped = textwrap.wrap(line, 72)
        if hyphens:  # a long word broken across two lines
            wrapped = textwrap.wrap(line.replace("channel", "chan-\nnel"), 72, replace_whitespace=False)
            wrapped = "\n".join(wrapped).split("\n")
        lines += [*wrapped, ""]
    article = reader.clean("\n".join(lines), kind="text")
    for line in BODY[:2] if hyphens else BODY:
        assert line in article.text


@pytest.mark.parametrize("size", [5_000, 20_000])
@pytest.mark.no_cover
def test_the_cost_of_a_line_does_not_grow_with_their_number(size: int) -> None:
    lines = [*MENU * (size // 40), *(f"{line} {k}" for k in range(size // 8) for line in BODY), *MENU * 3]
    began = time.process_time()
    reader.clean("\n".join(lines), kind="text")
    assert (time.process_time() - began) / len(lines) < 0.001
