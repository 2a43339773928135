"""Tables, links among paragraphs, date lines, asides and other articles: text or none as a whole."""

from __future__ import annotations

import pytest

from reader.article import Article, RawDocument
from reader.cleaning import clean, page_lines
from reader.cleaning.input.html_lines import HtmlLine, TreePosition, html_to_lines, parse
from reader.cleaning.rules import html_blocks
from reader.cleaning.rules.smoothing import likely

FIRST = "<p>The crane of Kesten stood idle for the ninth week, and nobody on the quay could say what it waited for.</p>"
NEXT = (
    "<p>The harbour master has counted the days in chalk on the door, as his father did when the ice would not go.</p>"
)
LAST = "<p>A part is on its way from the mainland, the council says, but it said the same in the week before last.</p>"
TABLE = (
    "<table><tr><th>Crane</th><th>Tons</th></tr><tr><td>Kesten</td><td>12</td></tr><tr><td>Orr</td><td>9</td></tr>"
    "<tr><td>Lund</td><td>31</td></tr></table>"
)
LINK = '<p>See also: <a href="/x">Storm takes the roof of the old fish hall in the night</a></p>'


def page(inside: str, title: str = "The crane of Kesten is idle") -> Article:
    markup = f"<html><head><title>{title}</title></head><body>{inside}</body></html>"
    return clean(RawDocument(identity="x", text=markup, kind="html"))


def judged(markup: str, *outside: str) -> list[str]:
    """The lines of a page that are left when all but those with one of the words in `outside` are text at first."""
    lines = html_to_lines(parse(markup))
    body = [not any(word in line.text for word in outside) for line in lines]
    for rule in (
        html_blocks.keep_tables,
        html_blocks.keep_code,
        html_blocks.cut_asides_under,
        html_blocks.cut_links,
        html_blocks.cut_stamps,
        html_blocks.cut_votes,
    ):
        rule(lines, body)
    return [line.text for line, yes in zip(lines, body, strict=True) if yes]


def test_a_table_between_paragraphs_is_text_whole() -> None:
    found = judged(FIRST + "<h3>Idle cranes</h3>" + TABLE + LAST, "Tons", "Orr", "9", "31", "Idle")
    assert found[1:9] == ["Crane", "Tons", "Kesten", "12", "Orr", "9", "Lund", "31"]


def test_a_table_of_links_or_under_no_paragraph_is_left_as_it_is_judged() -> None:
    linked = TABLE.replace("<td>", '<td><a href="#">').replace("</td>", "</a></td>")
    assert "Orr" not in judged(FIRST + linked + LAST, "Orr")
    assert "Orr" not in judged(TABLE + LAST, "Orr")


def test_programs_between_paragraphs_are_text_and_others_are_not() -> None:
    code = "<pre>lift --crane 2</pre><pre>lifted: 12 tons</pre>"
    assert judged(FIRST + code + LAST, "lift")[1:3] == ["lift --crane 2", "lifted: 12 tons"]
    assert not any("lift" in line for line in judged(code + FIRST + LAST + code, "lift"))


def test_a_paragraph_that_is_hardly_more_than_a_link_leads_elsewhere() -> None:
    assert not any("fish hall" in line for line in judged(FIRST + LINK + NEXT + LAST))
    spoken = FIRST.replace("stood idle", '<a href="/y">stood idle</a>')
    assert len(judged(spoken + LINK + NEXT + LAST)) == 3


def test_a_page_that_is_made_of_links_keeps_them() -> None:
    assert sum("fish hall" in line for line in judged(FIRST + LINK * 3)) == 3


@pytest.mark.parametrize(
    "handle", ["www.harbour-of-kesten.example and all of its many pages", "@kesten @orr @lund @crane @quay"]
)
def test_addresses_are_no_headlines_of_other_articles(handle: str) -> None:
    assert handle in judged(f'{FIRST}<p><a href="#">{handle}</a></p>{NEXT}{LAST}')


@pytest.mark.parametrize(
    "stamp", ["17 November 2022, 10:37", "Friday, 17 November 2022", "By Ana Orr", "Stand: 17.11.2022, 06:00 Uhr"]
)
def test_date_lines_and_bylines_over_the_text_are_none_of_it(stamp: str) -> None:
    found = judged(f"<p>{stamp}</p>{FIRST}{NEXT}")
    assert stamp not in found
    assert len(found) == 2


@pytest.mark.parametrize("vote", ["Did you like this story? Vote: 1 2 3 4 5", "Rate the crane ☆☆☆☆☆"])
def test_votes_are_none_of_the_text(vote: str) -> None:
    assert vote not in judged(f"{FIRST}{NEXT}<p>{vote}</p>")
    counted = FIRST.replace("for", "counting 1 2 3 4 5 for")
    assert len(judged(counted)) == 1


def test_a_date_between_paragraphs_or_in_a_sentence_stays() -> None:
    assert "17 November 2022" in judged(f"{FIRST}<p>17 November 2022</p>{NEXT}")
    assert len(judged(f"<p>The crane stopped on 17 November 2022.</p>{FIRST}")) == 2


def test_an_aside_under_the_text_is_cut_and_one_within_it_is_not() -> None:
    aside = "<aside><p>Click on the picture of the old crane and see what else the harbour has to show this week!</p></aside>"
    assert not any("picture" in line for line in judged(FIRST + NEXT + aside))
    assert any("picture" in line for line in judged(FIRST + aside + NEXT))
    assert len(judged(f"<aside>{FIRST}{NEXT}</aside><p>Short.</p>")) == 3


def test_what_stands_in_other_articles_than_the_one_with_the_headline_is_cut() -> None:
    own = f"<article><h1>The crane of Kesten is idle</h1>{FIRST}{NEXT}{LAST}</article>"
    other = "<article><h3>You may like</h3><p>The fish hall has lost its roof, and the fish, being fish, do not mind it at all.</p></article>"
    assert "fish hall" not in page(own + other).text
    assert "chalk on the door" in page(own + other).text


def test_an_article_in_several_parts_stays_together() -> None:
    parts = f"<article><h1>The crane of Kesten is idle</h1></article><article>{FIRST}{NEXT}</article><article>{LAST}</article>"
    found = page(parts).text
    assert "chalk on the door" in found
    assert "part is on its way" in found


@pytest.mark.parametrize(
    "name", ["sr-only", "visually-hidden", "tooltip-content", "rollover-block", "popover__body extra"]
)
def test_what_only_screen_readers_are_told_and_what_opens_over_a_word_is_not_seen(name: str) -> None:
    markup = f'<p>The crane <span class="{name}">A crane is a machine</span> stands idle.</p>'
    assert page_lines(RawDocument(identity="x", text=markup, kind="html")) == ["The crane stands idle."]


@pytest.mark.parametrize("name", ["tooltip", "not-sr-only", "overflow-hidden", "popover-link"])
def test_other_classes_hide_nothing(name: str) -> None:
    markup = f'<p>The <span class="{name}">crane</span> stands idle.</p>'
    assert page_lines(RawDocument(identity="x", text=markup, kind="html")) == ["The crane stands idle."]


@pytest.mark.parametrize(("tag", "kept"), [("h3", True), ("li", True), ("p", False), ("div", False)])
def test_links_in_headings_and_lists_are_no_paragraphs_that_lead_elsewhere(tag: str, kept: bool) -> None:
    lead = "The lantern that burns in any wind"
    around = [HtmlLine("The chandlers of Kesten keep their ropes in cellars. " * 9, position=TreePosition("p"))] * 2
    body = [True, True, True]
    html_blocks.cut_links([around[0], HtmlLine(lead, linked=len(lead), position=TreePosition(tag)), around[1]], body)
    assert body == [True, kept, True]


def test_a_doubtful_line_between_two_of_the_text_is_kept_and_none_beside_them() -> None:
    assert likely([0.4, 0.9, 0.4, 0.9, 0.4, 0.4, 0.9]) == [False, True, True, True, False, False, True]
    assert likely([0.9, 0.1, 0.9]) == [True, False, True]


@pytest.mark.parametrize(("name", "kept"), [("podcast-player", False), ("nl promo", False), ("podcasters", True)])
def test_a_small_box_that_its_class_calls_an_offer_is_no_text(name: str, kept: bool) -> None:
    box = f'<div class="{name}"><p>Hear how the crane came to Kesten, told by those who built it.</p></div>'
    lines = html_to_lines(parse(f"<article>{FIRST}{box}{NEXT}{LAST}{NEXT}{LAST}</article>"))
    body = [True] * len(lines)
    html_blocks.cut_promotions(lines, body)
    assert body == [True, kept, True, True, True, True]
