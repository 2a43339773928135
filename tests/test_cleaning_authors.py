"""Where pages mark up their authors."""

from __future__ import annotations

import json

import pytest

import reader

TEXT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The harbour board of Kesten decided on Monday evening that the old lighthouse will be sold before the winter.",
        "Two buyers have shown their interest so far, one of whom wants to open a restaurant below the lantern room.",
        "The keeper's family has lived on the rock for four generations and would like to stay there for another one.",
    )
)


def page(marked_up: str, head: str = "", below: str = "") -> str:
    title = "Kesten sells its old lighthouse to the best bidder"
    return (
        f"<html lang='en'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{marked_up}{TEXT}"
        f"{below}</article></body></html>"
    )


def json_ld(*things: object) -> str:
    data = json.dumps({"@context": "https://schema.org", "@graph": things})
    return f'<script type="application/ld+json">{data}</script>'


def byline(html: str) -> str | None:
    return reader.clean(html, kind="html").byline


@pytest.mark.parametrize(
    "marked_up",
    [
        '<p><a rel="author" href="/ana">Ana Orr</a> | 3 May</p>',
        '<div itemprop="author" itemscope><meta itemprop="name" content="Ana Orr"></div>',
        '<span class="author vcard"><a class="fn" href="/x">Ana Orr</a></span>',
        '<div class="article-byline">By <a href="/x">Ana Orr</a><span>Staff Writer</span></div>',
        '<div class="byline"><a href="/x">Ana Orr</a> / KTN / <span>Updated: 3 May 2021, 11:05</span></div>',
        '<p class="meta"><span>By</span><span>Ana Orr</span></p>',
        '<address>Ana Orr</address>',
        '<footer class="meta"><span itemprop="author"><meta itemprop="name" content="Ana Orr"></span></footer>',
        '<p class="byline"><span>By</span> <span>by Ana Orr</span></p>',
        '<div data-testid="Byline">Ana Orr</div>',
        '<div><a href="/staff/ana-orr/">Ana Orr</a></div>',
        '<div class="author"><b>Ana Orr</b> <a href="/x">@ana</a> <i>11:57AM</i></div>',
        '<p class="date-author">Ana Orr, 03.05.2021</p>',
        '<div class="byline"><span>Harbour editor</span> <span>Ana Orr</span></div>',
        '<div class="author"><span>Ana Orr</span><a href="/x">X</a><a href="/y">Facebook</a></div>',
        '<div class="author"><a href="/ana">Ana Orr</a> <a href="/ana/all">More from this author</a></div>',
        '<div class="h-card p-author"><a class="p-name" href="/about">Ana Orr</a></div>',
        '<div class="autor">Ana Orr <a href="/tag/ships/">Ships</a></div>',
        '<p class="autorzeile">Ana Orr, Wirtschaftsredakteurin</p>',
        '<div class="byline"><span>Edited by</span> <a href="/b">Ben Ord</a> <span>By</span> <a href="/x">Ana Orr</a></div>',
    ],
)  # fmt: skip
def test_the_element_that_is_called_the_authors_names_him(marked_up: str) -> None:
    assert byline(page(marked_up)) == "Ana Orr"


def test_several_authors_are_all_named() -> None:
    links = '<div class="byline">By <a href="/a">Ana Orr</a> and <a href="/b">Ben Ord</a></div>'
    assert byline(page(links)) == "Ana Orr, Ben Ord"


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<div class="comments"><div class="comment-author">by <b class="fn">Grim Gus</b></div><p>Shame on you.</p></div>',
        '<aside><a rel="author" href="/c">Cora Column</a></aside>',
        '<div class="related-stories"><span class="author">Rita Related</span><span class="author">Otto Other</span></div>',
        '<div class="byline">Photos by <a href="/p">Pete Print</a></div>',
        '<blockquote><p>“The sea takes what it wants.”</p><cite class="author">Quentin Quote</cite></blockquote>',
    ],
)  # fmt: skip
def test_others_on_the_page_are_not_its_author(elsewhere: str) -> None:
    assert byline(page("", below=elsewhere)) is None


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "givenName": "Ana", "familyName": "Orr"}, {"name": "", "givenName": "Ana", "familyName": "Orr"}, {"@id": "#ana"}, [{"@id": "#ana"}], "Ana Orr",
        {"@type": "Person", "name": "<a href='/ana'>Ana Orr</a>"}, {"@type": ["Person"], "name": ["Ana Orr"]},
    ],
)  # fmt: skip
def test_json_ld_names_its_author_in_many_ways(author: object) -> None:
    person = {"@type": "Person", "@id": "#ana", "name": "Ana Orr"}
    assert byline(page("", json_ld({"@type": "NewsArticle", "headline": "x", "author": author}, person))) == "Ana Orr"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="byline" content="By Ana Orr">', '<meta property="og:author" content="Ana Orr, Kesten">',
        '<meta name="citation_author" content="Ana Orr">', '<meta name="article_author" content="Ana Orr">',
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Orr">',
        '<meta property="article:author" content="https://kesten.example/ana"><meta name="author" content="Ana Orr">',
    ],
)  # fmt: skip
def test_meta_tags_name_the_author_and_addresses_do_not(meta: str) -> None:
    assert byline(page("", meta)) == "Ana Orr"


def test_a_name_on_the_page_says_more_than_a_users_name_in_a_tag() -> None:
    assert byline(page("<p>By Ana Orr</p>", '<meta name="author" content="anaorr">')) == "Ana Orr"
    assert byline(page("<p>By Ana Orr</p>", '<meta name="author" content="Senior Reporter">')) == "Ana Orr"


@pytest.mark.parametrize("said", ["No Author", "Written By", "wordpressadmin"])
def test_what_programs_write_for_nobody_gives_way_to_who_signs(said: str) -> None:
    assert byline(page("<p>By Ana Orr</p>", head=f'<meta name="author" content="{said}">')) == "Ana Orr"


def test_a_table_of_facts_names_no_author() -> None:
    facts = '<table class="infobox vcard"><tr><td><a href="/a">Ana Orr</a></td></tr></table>'
    assert byline(page(facts)) is None


@pytest.mark.parametrize(
    "sentence",
    ["“We had luck,” said <a href='/people/quote'>Quentin Quote</a>, who saw it.", "<a href='/people/q'>Quentin Quote</a> "
     "has kept the light for thirty years now, and his father kept it before him.",
     "He was seen by no one but <a href='/people/quote'>Quentin Quote</a>."],
)  # fmt: skip
def test_somebody_linked_in_the_text_is_not_its_author(sentence: str) -> None:
    assert byline(page(f"<p>{sentence}</p>")) is None


def test_the_heading_of_a_box_about_the_author_names_him() -> None:
    box = '<div class="author-bio"><h4>{}</h4><p>She writes about harbours and those who live by them.</p></div>'
    assert byline(page("", below=box.format("Ana Orr"))) == "Ana Orr"
    assert byline(page("", below=box.format("About the author"))) is None


def test_an_outlet_named_as_its_own_author_gives_way_to_the_person_on_the_page() -> None:
    head = (
        '<meta property="og:site_name" content="Kesten Bay Courier"><meta name="author" content="Kesten Bay Courier">'
    )
    assert byline(page('<p class="byline">By Ana Orr</p>', head)) == "Ana Orr"
    assert byline(page("", head)) != "Kesten Bay"


def test_the_author_in_the_data_for_parsely_counts() -> None:
    head = """<meta name="parsely-page" content='{"title":"x","author":"Ana Orr"}'>"""
    assert byline(page("", head)) == "Ana Orr"
