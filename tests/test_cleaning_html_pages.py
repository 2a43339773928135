"""HTML pages: written out as lines, their tags read, their headline, outlet and date found, the text told from the rest."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest

from reader.article import Article, RawDocument
from reader.cleaning import clean, fates, page_lines
from reader.cleaning.classifier.second_extractor import kept_by_trafilatura
from reader.cleaning.input.html_lines import html_to_lines, parse
from reader.cleaning.metadata.headline_tags import headline_of, likeness
from reader.cleaning.metadata.tags import PageTags, read

SENTENCES = [
    "The harbour of Kesten will be dredged again next year, the council said on Tuesday after long talks.",
    "Several members wanted to wait for the spring, but the fishermen said that the mud had no patience left.",
    "“We have been stuck on the bar twice this month,” said Ole Brandt, whose boat is the oldest in the fleet.",
    "The work is to cost four million crowns, half of which the mainland has promised to pay, the mayor added.",
    "According to the harbour master, the channel has lost almost a metre of its depth since the great storm.",
]
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head>
<title>Kesten harbour to be dredged: all the facts | Kesten Courier</title>
<meta property="og:title" content="Kesten dredges its harbour again">
<meta property="og:site_name" content="Kesten Courier">
<meta property="article:published_time" content="2022-11-17T10:37:00+01:00">
<meta name="author" content="Ana Orr">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"headline": "Kesten harbour to be dredged: all the facts", "datePublished": "2022-11-17T09:37:00Z",
"author": [{{"@type": "Person", "name": "Ana Orr"}}], "publisher": {{"name": "Owner Holding"}}}}]}}</script>
<style>p {{ color: red }}</style></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article class="story"><h1>Kesten dredges its harbour again</h1>
<p class="byline">By <a href="/ana">Ana Orr</a></p><time datetime="2022-11-17">17 Nov 2022</time>
<div class="article-body"><p>{SENTENCES[0]}</p><p>{SENTENCES[1]} <b>Bold</b> words stay.</p>
<aside class="related"><a href="/x">Storm takes the roof of the old fish hall in the night</a></aside>
<p>{SENTENCES[2]}</p><h2>The bill</h2><p>{SENTENCES[3]}</p><p>{SENTENCES[4]}</p></div></article>
<section class="comments"><h3>Comments</h3><p>First! I never liked that harbour anyway, they should fill it in.</p></section>
<footer class="footer"><p>© 2022 Owner Holding. All rights reserved.</p></footer>
<script>var x = "<p>not text</p>";</script></body></html>"""


def page(markup: str, url: str | None = "https://www.kestencourier.example/harbour") -> Article:
    return clean(RawDocument(identity="x", text=markup, kind="html", url=url))


def test_a_page_gives_its_text_and_nothing_else() -> None:
    found = page(PAGE)
    for sentence in SENTENCES:
        assert sentence in found.text
    for furniture in ("Home", "fish hall", "First!", "rights reserved", "not text", "color"):
        assert furniture not in found.text
    assert "Bold words stay." in found.text


def test_a_page_gives_headline_outlet_byline_date_and_language() -> None:
    found = page(PAGE)
    assert found.headline == "Kesten dredges its harbour again"
    assert found.outlet == "Kesten Courier"
    assert found.byline == "Ana Orr"
    assert found.published == datetime(2022, 11, 17, 10, 37, tzinfo=timezone(timedelta(hours=1)))
    assert found.language == "en"


def test_where_the_tags_name_the_outlet_for_an_author_the_byline_on_the_page_counts() -> None:
    assert (
        page(
            PAGE.replace('"name": "Ana Orr"', '"name": "Kesten Courier"').replace(
                'ent="Ana Orr', 'ent="kestencourier.example'
            )
        ).byline
        == "Ana Orr"
    )
    nobody = PAGE.replace("Ana Orr", "Kesten Courier")
    assert page(nobody).byline == "Kesten Courier"


def test_the_day_beside_the_headline_stands_against_a_tag_stamped_anew() -> None:
    stamped = PAGE.replace("2022-11-17T10:37:00+01:00", "2023-02-01").replace("2022-11-17T09:37:00Z", "2023-02-01")
    stamped = stamped.replace('<time datetime="2022-11-17">', "<time>")
    assert page(stamped).published == date(2022, 11, 17)
    names = "<p>Ana Orr</p><p>Staff</p>"
    assert page(stamped.replace("<time>", f"{names}<time>")).published == date(2022, 11, 17)
    far = stamped.replace("17 Nov 2022", "").replace("<nav", "<p>17 Nov 2022</p><p>The harbour</p><nav", 1)
    assert page(far).published == date(2023, 2, 1)


def test_line_numbers_count_the_page_written_out() -> None:
    document = RawDocument(identity="x", text=PAGE, kind="html")
    lines = page_lines(document)
    found = clean(document)
    assert lines[:3] == ["Home", "News", "Sport"]
    for paragraph in found.paragraphs:
        assert lines[paragraph.line - 1] == paragraph.text
    for removed in found.removed:
        assert lines[removed.line - 1] == removed.text
    assert set(fates(document)) == set(range(1, len(lines) + 1))


def test_lines_know_their_links_and_places() -> None:
    tree = parse(PAGE)
    by_text = {line.text: line for line in html_to_lines(tree)}
    assert by_text["Home"].linked == 4
    assert "nav" in by_text["Home"].position.inside
    assert by_text["The bill"].position.tag == "h2"
    assert by_text[SENTENCES[0]].linked == 0
    assert by_text[SENTENCES[0]].position.names.startswith("article-body")


@pytest.mark.parametrize(
    "markup",
    ["", " ", "<", "<html>", "<!-- only a comment -->", "plain words", "<p>" * 5000, "<div>" * 50_000 + "deep", "\x00<p>x", "<a>" * 20_000,
     "<?xml version='1.0'?><html><p>x</p></html>", "<p hidden>x</p>", "<table><tr><td>x" * 300, "&#x110000;&#xD800;&bogus;"],
)  # fmt: skip
def test_broken_empty_and_deep_pages_do_no_harm(markup: str) -> None:
    assert isinstance(page(markup).text, str)


def test_a_piece_of_a_page_that_is_shown_when_the_rest_has_come_is_read() -> None:
    tree = parse(
        "<body><p>First</p><div hidden id='S:1'><p>Then</p></div><div hidden id='S:menu'><p>Never</p></div></body>"
    )
    assert [line.text for line in html_to_lines(tree)] == ["First", "Then"]


@pytest.mark.parametrize(("found", "asked"), [(SENTENCES, [True]), (SENTENCES[:2], [True, False])])
def test_a_second_opinion_that_keeps_little_may_take_its_time(
    monkeypatch: pytest.MonkeyPatch, found: list[str], asked: list[bool]
) -> None:
    said = []

    def extract(*_: object, fast: bool, **__: object) -> SimpleNamespace:
        said.append(fast)
        return SimpleNamespace(text="\n".join(found if fast else SENTENCES))

    monkeypatch.setattr("trafilatura.bare_extraction", extract)
    tree = parse(PAGE)
    assert kept_by_trafilatura(tree, html_to_lines(tree)) == SENTENCES
    assert said == asked


def test_hidden_elements_are_not_read() -> None:
    tree = parse(
        "<body><p>Seen</p><p hidden>Not</p><p style='display: none'>Nor this</p><noscript>Nor that</noscript></body>"
    )
    assert [line.text for line in html_to_lines(tree)] == ["Seen"]


def test_what_stands_behind_the_end_of_a_page_is_read() -> None:
    more = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    tree = parse(f"<html><body><header><p>First</p></header></body></html><div>{more}</div></body></html>")
    assert [line.text for line in html_to_lines(tree)] == ["First", *SENTENCES]


def test_a_page_that_stands_whole_in_noscript_is_read() -> None:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    tree = parse(f"<body><noscript><h1>Harbour dredged again</h1>{paragraphs}<p>Contact</p></noscript></body>")
    assert [line.text for line in html_to_lines(tree)] == ["Harbour dredged again", *SENTENCES, "Contact"]


def test_a_request_to_switch_scripts_on_is_no_page() -> None:
    assert page("<body><noscript>You need to enable JavaScript to run this app.</noscript></body>").text == ""


def test_control_codes_in_tags_do_not_get_through() -> None:
    found = page(
        PAGE.replace("Kesten dredges", "Kesten &#27;[31m\x9bdredges").replace("Ana Orr", "Ana\x1b]0;x\x07 Orr")
    )
    assert not set((found.headline or "") + (found.byline or "") + found.text) & set("\x1b\x9b\x07")


STAMP = '<time datetime="2022-11-17T10:00:00+01:00">17 Nov</time>'


@pytest.mark.parametrize(
    ("under", "day"),
    [
        (f"<p>By Ana Orr</p>{STAMP}", 17),
        (f"<div><span>Ana Orr</span> · {STAMP}</div>", 17),
        (f"<aside>Storm in the night {STAMP}</aside>", None),
        (f"<h2>Storm in the night</h2>{STAMP}", None),
        (f"<p>{SENTENCES[0]} {SENTENCES[1]}</p>{STAMP}", None),
        ("<time>17 Nov</time>", None),
        ('<time datetime="next week">17 Nov</time>', None),
        ('<time class="updated" datetime="2022-11-18">18 Nov</time>', None),
        (f'<time class="updated" datetime="2022-11-18">18 Nov</time> {STAMP}', 17),
    ],
)
def test_a_time_under_the_headline_dates_a_page_that_says_no_more(under: str, day: int | None) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    found = page(f"<html><body><h1>Kesten dredges its harbour again</h1>{under}{text}</body></html>")
    assert (found.published.day if found.published else None) == day


def test_a_second_opinion_that_fails_is_no_opinion() -> None:
    assert kept_by_trafilatura(None, []) == []


def test_an_address_that_is_none_does_no_harm() -> None:
    head = '<head><link rel="canonical" href="http://[kesten/harbour"></head>'
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    assert SENTENCES[0] in page(f"<html>{head}<body><h1>Harbour dredged again</h1>{text}</body></html>", None).text


@pytest.mark.parametrize(
    "markup",
    [f"<div><p>{SENTENCES[0]}</p>" * 1000 + "</div>" * 1000, "<p>Go</p>" * 30_000 + f"<p>{SENTENCES[0]}</p>"],
    ids=["bottomless", "endless"],
)
def test_a_bottomless_or_endless_page_is_judged_without_a_second_opinion(markup: str) -> None:
    tree = parse(markup)
    assert kept_by_trafilatura(tree, html_to_lines(tree)) == []
    assert SENTENCES[0] in page(markup).text


COURIER = "https://www.kestencourier.example/harbour"


def said(**fields: object) -> PageTags:
    made = PageTags()
    for name, value in fields.items():
        setattr(made, name, value)
    made.headlines = [h for h in (made.marked_up, made.shared) if h]
    return made


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        (
            {
                "marked_up": "Seo harbour facts",
                "shared": "Harbour dredged again",
                "title": "Seo harbour facts | Courier",
            },
            "Harbour dredged again",
        ),
        (
            {
                "marked_up": "Harbour dredged again",
                "shared": "Seo harbour facts",
                "title": "Seo harbour facts | Courier",
            },
            "Harbour dredged again",
        ),
        (
            {"marked_up": "Harbour dredged again", "shared": "Harbour dredged again – Courier – 17.11.2022"},
            "Harbour dredged again",
        ),
        ({"tops": ["Harbour dredged again"], "title": "Harbour dredged again | Courier"}, "Harbour dredged again"),
        ({"tops": ["Money Harbour dredged again"], "shared": "Harbour dredged again"}, "Harbour dredged again"),
        ({"shared": "Harbour dredged again - Courier", "outlets": ["Courier"]}, "Harbour dredged again"),
        ({"title": "Harbour dredged again - Courier"}, "Harbour dredged again"),
        ({"title": "The Kesten Courier | Harbour dredged again", "url": COURIER}, "Harbour dredged again"),
        ({"title": "Harbour dredged again | Kesten Courier", "url": COURIER}, "Harbour dredged again"),
        ({"shared": "Harbour dredged | A - B Courier", "outlets": ["A - B Courier"]}, "Harbour dredged"),
        ({"title": "«Harbour dredged» - Courier", "outlets": ["Courier"]}, "«Harbour dredged»"),
        (
            {"title": "Mud, sand - All news", "shared": "Mud, sand - All news", "outlets": ["Courier"]},
            "Mud, sand - All news",
        ),
        ({"tops": ["17 May 2022 Harbour dredged again"], "shared": "Harbour dredged again"}, "Harbour dredged again"),
        ({"tops": ["Harbour dredged again 17 May 2022"], "shared": "Harbour dredged again"}, "Harbour dredged again"),
        ({"tops": ["Harbour dredged again | Old Name"], "shared": "Harbour dredged again"}, "Harbour dredged again"),
        ({"tops": ["Harbour dredged again and again"], "title": "Harbour dredged"}, "Harbour dredged again and again"),
        ({"tops": ["Mud"], "shared": "Mud", "title": "Mud - all about it"}, "Mud"),
        ({"tops": ["Mudflats"], "title": "Sights of the coast"}, "Mudflats"),
        (
            {
                "tops": ["Our mud"],
                "title": "Harbour of Kesten, with its mud, dredged again",
                "shared": "Harbour dredged again",
            },
            "Harbour dredged again",
        ),
        (
            {
                "tops": ["kesten/dredger"],
                "title": "kesten/dredger: a program that says when the harbour is to be dredged again",
            },
            "kesten/dredger: a program that says when the harbour is to be dredged again",
        ),
        (
            {"tops": ["Kesten Courier"], "title": "Mud comes, mud goes, the harbour stays", "url": COURIER},
            "Mud comes, mud goes, the harbour stays",
        ),
        (
            {
                "marked_up": "Why is the harbour of Kesten dredged...",
                "shared": "Harbour dredged again",
                "tops": ["Why is the harbour of Kesten dredged every single year?"],
            },
            "Why is the harbour of Kesten dredged every single year?",
        ),
        (
            {
                "marked_up": "Where to eat in Kesten this month, December 2022",
                "title": "Where to eat in Kesten this month, December 2022 | Courier",
                "shared": "The best tables of the coast",
                "tops": ["Where to eat in Kesten this month"],
            },
            "Where to eat in Kesten this month",
        ),
        (
            {
                "shared": "Tide tables: how to read them",
                "title": "Tide tables: how to read them | Courier",
                "outlets": ["Courier"],
                "tops": ["Tide tables"],
            },
            "Tide tables: how to read them",
        ),
        (
            {
                "shared": "How to register a boat in Kesten",
                "title": "How to register a boat in Kesten",
                "tops": ["Get your Kesten papers today"],
                "url": f"{COURIER}/how-to-register-a-boat",
            },
            "How to register a boat in Kesten",
        ),
        (
            {
                "shared": "How to register a boat in Kesten",
                "title": "How to register a boat in Kesten",
                "tops": ["Get your Kesten papers today"],
                "kind": "article",
                "url": f"{COURIER}/how-to-register-a-boat",
            },
            "Get your Kesten papers today",
        ),
        ({}, None),
    ],
)
def test_the_outlets_own_headline_is_told_from_the_one_for_search_engines(
    fields: dict[str, object], headline: str | None
) -> None:
    assert headline_of(said(**fields)) == headline


@pytest.mark.parametrize(
    ("heading", "is_the_sites_name"),
    [
        ('<h1><a href="/">Kesten Courier</a></h1>', True),
        ('<h1><a href="https://kesten.example" rel="home">Kesten Courier</a></h1>', True),
        ('<a href="https://kesten.example/"><h1>Kesten Courier</h1></a>', True),
        ('<h1><a href="/web/20140226054445/http://kesten.example/">Kesten Courier</a></h1>', True),
        ('<h1><a href="/harbour/dredged">Harbour dredged again</a></h1>', False),
        ('<h1><a href="/">Home</a> Harbour dredged again</h1>', False),
        ("<h1>Harbour dredged again</h1>", False),
    ],
)
def test_a_heading_that_leads_to_the_front_page_is_no_headline(heading: str, is_the_sites_name: bool) -> None:
    assert (read(parse(heading)).tops == []) == is_the_sites_name


def test_likeness_is_one_for_the_same_words_and_nothing_for_others() -> None:
    assert likeness("A harbour, dredged", "a harbour dredged!") == 1
    assert likeness("harbour", "crane") == likeness("", "") == 0


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="date" content="2022-11-17">', date(2022, 11, 17)),
        (
            '<meta property="article:published_time" content="2022-11-17T10:37:00Z">',
            datetime(2022, 11, 17, 10, 37, tzinfo=timezone.utc),
        ),
        (
            '<script type="application/ld+json">[{"@type": ["NewsArticle"], "datePublished": "2022-11-17"}]</script>',
            date(2022, 11, 17),
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 7}</script>', None),
        ('<script type="application/ld+json">{"@type": broken</script>', None),
        ('<script type="application/ld+json">' + "[" * 3000 + "</script>", None),
        ('<meta name="date" content="soon">', None),
    ],
)
def test_dates_are_read_from_tags_of_every_kind(head: str, expected: object) -> None:
    found = read(parse(f"<html><head>{head}</head><body><p>x</p></body></html>")).published
    assert (found[0] if found else None) == expected


def test_a_page_without_any_tags_is_judged_by_its_text() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    found = page(f"<html><body><h1>Kesten dredges its harbour again</h1>{body}</body></html>", url=None)
    assert found.text == "\n\n".join(SENTENCES)
    assert found.headline == "Kesten dredges its harbour again"
    assert (found.outlet, found.published) == (None, None)


def test_a_page_that_leaves_out_head_and_body_is_read_like_any_other() -> None:
    found = page(
        f"<title>Dredging</title><header>Menu</header><article><h1>Dredging</h1>{''.join(f'<p>{s}</p>' for s in SENTENCES)}</article>"
    )
    assert SENTENCES[0] in found.text
    assert "Dredging" not in found.text
