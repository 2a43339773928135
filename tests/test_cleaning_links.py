"""Where an article's own text leads to: anchors of its page that were kept, and addresses written out."""

from __future__ import annotations

import time

import reader
from reader import sources
from reader.cleaning import clean, links
from reader.links import Link, by_paragraph

PAGE = """<html><head><title>Marlow closes its coal quay</title></head><body>
<nav><a href="/politics">Politics</a> <a href="/chair">chair</a></nav>
<article><h1>Marlow closes its coal quay</h1>
<p>The harbour council of Marlow voted on <a href="/2031/vote.html">Thursday to close</a> the old coal quay, ending an
argument about Politics that has run for eleven years.</p>
<p>“We have waited long enough,” said <a href="https://people.example/d?a=1&amp;b=2">council chair <b>Ines Dorrel</b></a>.
The survey is at https://survey.example/june.</p>
<p>Work is to begin in the spring, the council's <a href="https://people.example/d?a=1&amp;b=2">chair</a> wrote, and the
<a href="javascript:alert(1)">state</a> pays a third of it, as was agreed <a href="#note">last year</a> by
<a href="http://[x">all</a> <a href="mailto:a@b.example">members</a> of the <a href="">council</a>.</p>
</article></body></html>"""


def told(found: tuple[Link, ...], text: str) -> list[tuple[int, str, str]]:
    return [(link.number, text[link.start : link.end], link.address) for link in found]


def of_page(page: str, url: str | None = "https://courier.example/quay") -> list[tuple[int, str, str]]:
    document = sources.from_text(page, kind="html", url=url)
    article = clean(document)
    return told(links(document, article), article.text)


def test_anchors_of_the_text_are_numbered_in_reading_order_and_one_address_has_one_number() -> None:
    assert of_page(PAGE) == [
        (1, "Thursday to close", "https://courier.example/2031/vote.html"),
        (2, "council chair Ines Dorrel", "https://people.example/d?a=1&b=2"),
        (3, "https://survey.example/june", "https://survey.example/june"),
        (2, "chair", "https://people.example/d?a=1&b=2"),
    ]


def test_a_page_whose_address_is_not_known_has_its_whole_addresses_only() -> None:
    assert [number for number, *_ in of_page(PAGE, url=None)] == [1, 2, 1]
    based = PAGE.replace("<head>", '<head><base href="https://old.example/a/">')
    assert of_page(based, url=None)[0][2] == "https://old.example/2031/vote.html"


def test_an_anchor_is_found_where_its_paragraph_was_not_kept_whole() -> None:
    document = sources.from_text(PAGE, kind="html", url="https://courier.example/quay")
    text = clean(document).text.replace("The harbour council of Marlow", "MARLOW. The council")
    assert told(links(document, reader.Article(text=text)), text)[0][1] == "Thursday to close"


def test_links_of_captions_are_numbered_with_those_of_the_text_and_stand_in_the_caption() -> None:
    picture = (
        '<figure><img src="/q.jpg"><figcaption>The coal quay, seen by <a href="https://photos.example/ada">Ada Renn</a>'
        " in 2029; see https://old.example/q</figcaption></figure>"
    )
    page = PAGE.replace("<p>“We have", picture + "<p>“We have")
    document = sources.from_text(page, kind="html", url="https://courier.example/quay")
    article = clean(document)
    found = links(document, article)
    assert [(link.number, link.address.split("/")[2]) for link in found] == [
        (1, "courier.example"),
        (2, "photos.example"),
        (3, "old.example"),
        (4, "people.example"),
        (5, "survey.example"),
        (4, "people.example"),
    ]
    texts = [article.text if link.caption < 0 else article.paragraphs[link.caption].text for link in found]
    assert [text[link.start : link.end] for link, text in zip(found, texts, strict=True)][:4] == [
        "Thursday to close",
        "Ada Renn",
        "https://old.example/q",
        "council chair Ines Dorrel",
    ]
    assert [link.caption < 0 for link in found] == [True, False, False, True, True, True]
    told_of = [(piece.kind, [link.number for link in inside]) for piece, inside in by_paragraph(article, found)]
    assert told_of == [("body", [1]), ("caption", [2, 3]), ("body", [4, 5]), ("body", [4])]


def test_addresses_in_a_text_end_before_what_ends_the_sentence() -> None:
    text = (
        "See https://a.example/x_(y). Also [the report](https://b.example/r?p=1), (http://c.example/) and"
        " <https://d.example>; not ftp://e.example nor https:// nor javascript:alert(1). “https://f.example/a”…"
    )
    found = links(sources.from_text(text), reader.Article(text=text))
    assert [link.address for link in found] == [
        "https://a.example/x_(y)",
        "https://b.example/r?p=1",
        "http://c.example/",
        "https://d.example",
        "https://f.example/a",
    ]
    assert all(text[link.start : link.end] == link.address for link in found)


def test_no_page_takes_long_or_ends_in_an_error() -> None:
    begun = time.process_time()
    for page in ("", "<a href=x>", "<a href='https://a.example'>" * 3_000, "<p><a href='//x'>y</a>" * 3_000, "\x00<p>"):
        links(sources.from_text(page, kind="html"), reader.Article(text="y" * 1_000))
    assert time.process_time() - begun < 10


def test_the_library_finds_the_links_of_a_page_that_was_added_and_of_an_article_without_one(tmp_path) -> None:  # type: ignore[no-untyped-def]
    page = tmp_path / "quay.html"
    page.write_text(PAGE.replace("<head>", '<head><link rel="canonical" href="https://courier.example/quay">'))
    with reader.Library(tmp_path / "library.db") as library:
        library.add([page])
        text = library.article(1).text
        assert told(library.links(1), text)[0] == (1, "Thursday to close", "https://courier.example/2031/vote.html")
        (number,) = library.add_articles([reader.Article(headline="A note", text="It is at https://a.example/b.")])
        assert [link.address for link in library.links(number)] == ["https://a.example/b"]
