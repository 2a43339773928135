"""Lists of the text, comments under it and standfirsts, as a page's tags tell them."""

from __future__ import annotations

import pytest

from reader.article import Article, RawDocument
from reader.cleaning import clean

FIRST = "<p>The soup ended a quarrel over a river, so it may do something for the people who sit at your table.</p>"
LAST = "<p>Soak the barley overnight. In the morning pour off the water, and add the vegetables one after another.</p>"
NEXT = "<p>Serve it late and in deep plates, because an unsalted soup gives everybody something to agree about.</p>"
MORE = "<p>The river, which nobody had asked, rose by a hand in the night and took the quarrel with it to the sea.</p>"
LIST = "<ul><li>200 g of pearl barley</li><li>4 leeks, washed three times</li><li>2 litres of river water</li></ul>"
LINKED = LIST.replace("<li>", '<li><a href="#">').replace("</li>", "</a></li>")


def page(inside: str) -> Article:
    markup = f"<html><head><title>Barley soup</title></head><body><h1>Barley soup</h1>{inside}</body></html>"
    return clean(RawDocument(identity="x", text=markup, kind="html"))


def test_a_list_between_paragraphs_belongs_to_the_text_and_its_heading_is_a_subhead() -> None:
    found = page(FIRST + "<h2>What you need</h2>" + LIST + "<h2>What you do</h2>" + LAST + NEXT)
    assert "4 leeks, washed three times" in found.text
    kinds = {p.text: p.kind for p in found.paragraphs}
    assert kinds["200 g of pearl barley"] == "item"
    assert "What you do" in kinds


def test_a_list_of_links_between_paragraphs_does_not() -> None:
    found = page(FIRST + LINKED + LAST + NEXT)
    assert "leeks" not in found.text
    assert "Soak the barley" in found.text


@pytest.mark.parametrize(
    "heading", ["4 responses", "Comments", "Kommentare (2)", "12 commentaires", "Комментарии", "留言列表 (42)"]
)
def test_what_stands_under_a_heading_for_comments_is_no_text(heading: str) -> None:
    said = "<p>Gudrun says: I used lentils, and we are not speaking to each other any more since then.</p>"
    found = page(f"{FIRST}{LAST}{NEXT}<div><h3>{heading}</h3>{said}</div>")
    assert "lentils" not in found.text
    assert "Serve it late" in found.text


def test_a_subhead_about_comments_above_most_of_the_text_cuts_nothing() -> None:
    found = page(f"{FIRST}<h3>Comments</h3>{LAST}{NEXT}{LAST.replace('Soak', 'Leave')}")
    assert "Serve it late" in found.text


@pytest.mark.parametrize("heading", ["Response", "Comment", "Reply"])
def test_a_section_that_is_called_like_comments_is_text_where_it_is_written_like_the_rest(heading: str) -> None:
    found = page(f"{FIRST * 3}{LAST}{NEXT}<h2>{heading}</h2>{LAST.replace('Soak', 'Leave')}")
    assert "Leave the barley" in found.text


def test_comments_that_are_longer_than_the_text_go_under_a_heading_that_counts_them() -> None:
    said = "".join(
        f"<li class='said'>I used {n} pounds of lentils, and my sister in law does not speak to me since then.</li>"
        for n in range(30)
    )
    text = "".join(f"<p>{n} times the cook of the harbour inn has told us how he makes it.</p>" for n in range(20))
    found = page(f"{FIRST}{text}{LAST}{NEXT}<div><h3>Comments (30)</h3><ul>{said}</ul></div>")
    assert "lentils" not in found.text
    assert "Serve it late" in found.text


@pytest.mark.parametrize("name", ["lead", "entradilla", "article-subtitle", "standfirst"])
def test_a_line_called_a_standfirst_is_one_though_it_is_short(name: str) -> None:
    found = page(f'<p class="{name}"><b>The cook speaks about leeks</b></p>{FIRST}{LAST}{NEXT}')
    assert found.standfirst == "The cook speaks about leeks"
    assert "speaks about leeks" not in found.text


def test_a_whole_sentence_called_lead_stays_in_the_text() -> None:
    lead = FIRST.replace("<p>", '<p class="lead">')
    assert page(lead + LAST + NEXT).text.startswith("The soup ended a quarrel")


def kinds(found: Article) -> dict[str, str]:
    return {p.text: p.kind for p in found.paragraphs}


def test_only_what_the_tags_set_off_is_a_subhead() -> None:
    inside = f"{FIRST}<p>Nobody laughed</p>{LAST}<h3>What the cook says</h3>{NEXT}<p><b>And the river</b></p>{MORE}"
    found = kinds(page(inside))
    assert found["Nobody laughed"] == "body"
    assert found["What the cook says"] == found["And the river"] == "subhead"


def test_a_paragraph_with_some_words_in_bold_is_none() -> None:
    found = kinds(page(f"{FIRST}<p><b>Barley</b> and a river</p>{LAST}{NEXT}"))
    assert found.get("Barley and a river", "body") == "body"


def test_what_merely_stands_between_headline_and_text_is_no_standfirst() -> None:
    stamp = "<div class='dateline'>Updated on the first day of the week, posted on the second, by the night desk</div>"
    assert page(stamp + FIRST + LAST + NEXT).standfirst is None


def test_a_line_that_describes_the_page_in_its_tags_is_one() -> None:
    lead = "A cook, a river and eleven leeks: how a quarrel of forty years came to its end"
    inside = f"<div class='x'>{lead}</div><div class='y'>{FIRST}{LAST}{NEXT}</div>"
    markup = f'<html><head><title>Barley soup</title><meta name="description" content="{lead}"></head>'
    found = clean(RawDocument(identity="x", text=f"{markup}<body><h1>Barley soup</h1>{inside}</body>", kind="html"))
    assert found.standfirst == lead
    assert lead not in found.text


NEXT_ARTICLE = f"<article><h1>A bridge for the upper town</h1>{MORE}{MORE.replace('river', 'bridge')}</article>"


def test_the_next_article_on_the_same_page_is_cut() -> None:
    markup = f"<title>Barley soup</title><article><h1>Barley soup</h1>{FIRST}{LAST}{NEXT}</article>{NEXT_ARTICLE}"
    found = clean(RawDocument(identity="x", text=markup, kind="html"))
    assert "Serve it late" in found.text
    assert "in the night" not in found.text
    assert any("in the night" in cut.text for cut in found.removed)


def test_where_no_article_bears_the_title_of_the_page_none_is_cut() -> None:
    markup = f"<title>Our village</title><article><h1>Barley soup</h1>{FIRST}{LAST}{NEXT}</article>{NEXT_ARTICLE}"
    assert "in the night" in clean(RawDocument(identity="x", text=markup, kind="html")).text


def test_a_short_sentence_among_the_paragraphs_of_the_text_is_text() -> None:
    short = "Thirty-two people will lose their river."
    assert short in page(f"<div>{FIRST}<p>{short}</p>{LAST}{NEXT}{MORE}</div>").text


def test_what_offers_a_subscription_is_not_text() -> None:
    found = page(f"<div>{FIRST}{LAST}{NEXT}<p>Subscribe to continue reading</p></div>")
    assert "Subscribe" not in found.text


def test_comments_under_their_heading_and_nothing_else_are_no_article() -> None:
    said = "".join(
        f"<div class='comment'><b>user{k}</b><p>I think {k} says nothing of use to anybody.</p></div>"
        for k in range(20)
    )
    markup = f"<nav><a href='/'>Home</a></nav><section class='comments'><h2>20 comments</h2>{said}</section>"
    assert clean(RawDocument(identity="x", text=f"<html><body>{markup}</body></html>", kind="html")).text == ""


def test_a_count_of_comments_over_the_text_cuts_nothing() -> None:
    assert "Serve it late" in page(f"<h3>Comments (0)</h3><div>{FIRST}{LAST}{NEXT}</div>").text


def test_an_article_in_two_pieces_around_an_advertisement_stays_whole() -> None:
    whole = f"<article>{FIRST}{LAST}</article><div>Ad</div><article>{NEXT}{MORE}</article>"
    assert "in the night" in page(whole).text


def test_the_day_of_a_picture_is_not_that_of_the_page() -> None:
    picture = "<figure><figcaption>The kitchen, 3 June 2019</figcaption></figure>"
    assert page(picture + FIRST + LAST + NEXT).published is None
