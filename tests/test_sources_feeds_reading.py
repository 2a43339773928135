"""Feeds as they are found: every kind, well and badly written, and those that mean harm."""

from __future__ import annotations

import tracemalloc
from datetime import date, datetime, timedelta, timezone

import pytest

from reader.errors import SourceError
from reader.sources.feeds import Feed, is_feed, parse, reading

NOW = datetime(2026, 11, 30, tzinfo=timezone.utc)


def read(feed: str | bytes, **more: str) -> Feed:
    data = feed.encode() if isinstance(feed, str) else feed
    assert is_feed(data)
    return parse(data, address="https://velm.example/feeds/news.xml", now=NOW, **more)


def rss(items: str, head: str = "<title>Velm Post</title>", spaces: str = "") -> str:
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{head}{items}</channel></rss>'


CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def test_rss_2() -> None:
    feed = read(
        rss(
            '<item><title>Rain &amp; river</title><link>/a?x=1&amp;y=2</link><guid isPermaLink="false">g1</guid>'
            "<pubDate>Mon, 07 Nov 2022 10:37:00 +0100</pubDate><dc:creator>Ada Brunt</dc:creator>"
            "<description>Short.</description><content:encoded><![CDATA[<p>Long &amp; full</p>]]></content:encoded></item>",
            "<title>Velm Post</title><link>https://velm.example</link><language>en-GB</language><ttl>90</ttl>"
            "<image><title>No</title><link>http://no.example/</link></image>",
            CONTENT,
        )
    )
    assert (feed.title, feed.home, feed.minutes, feed.broken) == ("Velm Post", "https://velm.example/", 90, False)
    (item,) = feed.items
    assert (item.guid, item.url, item.headline) == ("g1", "https://velm.example/a?x=1&y=2", "Rain & river")
    assert (item.byline, item.language, item.summary) == ("Ada Brunt", "en-GB", "Short.")
    assert item.content == "<p>Long &amp; full</p>"
    assert item.published == datetime(2022, 11, 7, 10, 37, tzinfo=timezone(timedelta(hours=1)))


def test_atom_with_xhtml_and_relative_addresses() -> None:
    feed = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://velm.example/b/" xml:lang="de">'
        '<title type="html">Rain &amp;amp; river</title><link rel="self" href="f"/><link href="/home"/>'
        '<entry><id>urn:1</id><title type="text">x &lt; y</title><link rel="enclosure" href="no.mp3"/>'
        '<link rel="alternate" href="p/1"/><updated>2022-11-07T10:37:00Z</updated><published>2022-11-06</published>'
        "<author><name>Ada</name><email>a@b.example</email></author><author><name>Bo</name></author>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi <b>you</b></p></div></content></entry></feed>'
    )
    assert (feed.title, feed.home) == ("Rain & river", "https://velm.example/home")
    (item,) = feed.items
    assert (item.url, item.headline, item.byline) == ("https://velm.example/b/p/1", "x < y", "Ada, Bo")
    assert (item.published, item.language) == (date(2022, 11, 6), "de")
    assert "<p>Hi <b>you</b></p>" in item.content


def test_atom_03() -> None:
    feed = read(
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">A &amp;lt; B</title>'
        '<entry><title>T</title><link rel="alternate" type="text/html" href="http://a.example/1"/><id>1</id>'
        '<issued>2022-11-07T10:37:00Z</issued><content type="text/html" mode="escaped">&lt;p>x&lt;/p></content></entry></feed>'
    )
    assert feed.title == "A < B"
    assert (feed.items[0].url, feed.items[0].content) == ("http://a.example/1", "<p>x</p>")


RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'


def test_content_in_base64_is_decoded_and_what_is_no_text_is_none() -> None:
    feed = read(
        '<feed xmlns="http://purl.org/atom/ns#"><title mode="base64">VmVsbSBQb3N0</title><entry><id>1</id>'
        '<content mode="base64" type="text/html">PHA+UmFpbi48L3A+</content>'
        '<summary mode="base64">//79</summary></entry></feed>'
    )
    assert (feed.title, feed.items[0].content, feed.items[0].summary) == ("Velm Post", "<p>Rain.</p>", "")


@pytest.mark.parametrize(
    "space", ["", ' xmlns="http://nobody.example/feeds#"', ' xmlns="http://www.w3.org/2005/Atom/"']
)
def test_a_feed_element_is_atom_whatever_its_namespace(space: str) -> None:
    feed = read(f"<feed{space}><title>Velm Post</title><entry><id>right</id><title>Rain</title></entry></feed>")
    assert (feed.title, feed.items[0].guid, feed.items[0].headline) == ("Velm Post", "right", "Rain")


def test_scripts_and_comments_are_no_words_of_a_headline() -> None:
    feed = read(rss("<item><title>Rain&lt;script>x('&lt;b>')&lt;/script> in &lt;!-- no --&gt;Velm</title></item>"))
    assert feed.items[0].headline == "Rain in Velm"


def test_rdf() -> None:
    feed = read(
        f'<rdf:RDF {RDF} xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="http://v.example/"><title>One</title><link>http://v.example/</link></channel>'
        '<item rdf:about="http://v.example/1"><title>T</title><description>D</description><dc:date>2022-11-07</dc:date>'
        "</item></rdf:RDF>"
    )
    (item,) = feed.items
    assert (feed.title, item.guid, item.url) == ("One", "http://v.example/1", "http://v.example/1")
    assert (item.summary, item.published) == ("D", date(2022, 11, 7))


def test_rss_090_and_091() -> None:
    old = read(
        f'<rdf:RDF {RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Old</title></channel>'
        "<item><title>T</title><link>http://o.example/9</link></item></rdf:RDF>"
    )
    assert (old.title, old.items[0].url) == ("Old", "http://o.example/9")
    doctype = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    )
    newer = read(
        f'<?xml version="1.0"?>{doctype}<rss version="0.91"><channel><title>Caf&eacute;</title></channel></rss>'
    )
    assert newer.title == "Café"


def test_json_feed() -> None:
    feed = read(
        '{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.example","language":"en",'
        '"items":[{"id":7,"url":"/1","title":"T","content_html":"<p>x</p>","date_published":"2022-11-07T10:37:00Z",'
        '"authors":[{"name":"A"}]},{"id":"8","external_url":"file:///etc/passwd","content_text":"y"},null]}'
    )
    first, second = feed.items
    assert (feed.title, first.guid, first.url, first.byline) == ("J", "7", "https://velm.example/1", "A")
    assert (first.language, second.url, second.content) == ("en", None, "y")


@pytest.mark.parametrize("start", ["\n\n", "<!-- c -->", "<b>Warning</b>: in line 3<br />\n", "\ufeff"])
def test_what_stands_before_a_feed_does_not_matter(start: str) -> None:
    assert read(start + rss("<item><title>one</title></item>")).items[0].headline == "one"


def test_bare_ampersands_and_entities_of_html_are_mended() -> None:
    feed = read(
        rss(
            "<item><title>X & Y&nbsp;Z &bogus; &#1;</title><link>http://a.example/?a=1&b=2</link>"
            "<description><![CDATA[a & b &eacute;]]></description></item>"
        )
    )
    assert feed.broken
    assert feed.items[0].headline == "X & Y Z &bogus;"
    assert feed.items[0].url == "http://a.example/?a=1&b=2"
    assert feed.items[0].summary == "a & b &eacute;"


def test_namespaces_that_are_not_declared_are_guessed() -> None:
    feed = read(
        rss("<item><content:encoded>&lt;p&gt;full&lt;/p&gt;</content:encoded><dc:creator>Ada</dc:creator></item>")
    )
    assert (feed.items[0].content, feed.items[0].byline) == ("<p>full</p>", "Ada")


def test_an_item_that_is_not_all_there_is_left_out() -> None:
    feed = read(rss("<item><title>one</title></item><item><title>two</title><li").partition("</channel>")[0])
    assert [item.headline for item in feed.items] == ["one"]


def test_headlines_are_lines_whatever_is_in_them() -> None:
    titles = ("<b>bold</b> head", "&lt;b&gt;bold&lt;/b&gt; head", "<![CDATA[Q&amp;A]]>", "a\x1b[31m\nb", "3 &lt; 4")
    feed = read(rss("".join(f"<item><title>{title}</title></item>" for title in titles)))
    assert [item.headline for item in feed.items] == ["bold head", "bold head", "Q&A", "a[31m b", "3 < 4"]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://a:b@c.example/"]
)
def test_links_that_are_no_web_addresses_are_none(link: str) -> None:
    assert read(rss(f"<item><title>T</title><link>{link}</link></item>")).items[0].url is None


def test_the_encoding_is_that_of_the_header_the_mark_or_the_declaration() -> None:
    declared = '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Новости</title></channel></rss>'
    assert read(declared.encode("cp1251")).title == "Новости"
    assert read(declared.encode("utf-16")).title == "Новости"
    assert read(rss("", "<title>Über</title>").encode("latin-1"), charset="iso-8859-1").title == "Über"
    assert read(declared.encode()).title == "Новости", "what is UTF-8 is UTF-8"


BOMB = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))


def test_entities_are_never_expanded_nor_loaded(tmp_path: object) -> None:
    secret = tmp_path / "secret"  # type: ignore[operator]
    secret.write_text("do not tell")
    outside = f'<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % y SYSTEM "http://velm.example/y.dtd">%y;'
    for declared, name in ((f'<!ENTITY a "aaaaaaaaaa">{BOMB}', "j"), (outside, "x")):
        feed = read(f"<!DOCTYPE rss [{declared}]>" + rss(f"<item><title>[&{name};]</title></item>").partition("?>")[2])
        assert feed.items[0].headline == f"[&{name};]"


def test_deep_nesting_is_no_trap() -> None:
    deep = "<b>" * 100_000
    feed = parse(rss(f"<item><title>T</title><description>{deep}</description></item>").encode(), address="", now=NOW)
    assert len(feed.items) <= 1


def test_a_feed_of_many_items_is_read_as_far_as_it_is_sensible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ITEMS", 100)
    many = rss("<item><title>T</title><description>rain</description></item>" * 20_000).encode()
    tracemalloc.start()
    feed = read(many)
    assert (len(feed.items), feed.left_out) == (100, 19_900)
    assert tracemalloc.get_traced_memory()[1] < 8 * len(many), "the tree is not kept"
    tracemalloc.stop()


def test_items_without_anything_are_items() -> None:
    feed = read(rss("<item></item><item/>"))
    assert len(feed.items) == 2
    assert feed.items[0].headline is feed.items[0].url is feed.items[0].published is None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("<!doctype html><html><head></head></html>", "a page"),
        ("<opml version='2.0'><body/></opml>", "OPML"),
        ("plain words", "not a feed"),
        ("", "not a feed"),
        ('{"a": 1}', "JSON of another kind"),
        ('{"version": "https://jsonfeed.org/version/1"', "not JSON"),
        ("<rss", "damaged|not a feed"),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(data: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        parse(data.encode(), address="https://velm.example/", now=NOW)


def test_pages_and_lists_of_feeds_are_no_feeds() -> None:
    assert not is_feed(b"<!doctype html><html><body>&lt;rss&gt; <rss></body></html>")
    assert not is_feed(b"<opml version='2.0'><body/></opml>")
    assert not is_feed(b'{"version": "1", "items": []}')


def test_a_feed_that_collects_says_whose_each_item_is() -> None:
    feed = read(rss('<item><title>T</title><source url="http://o.example/f">Olm Gazette</source></item>'))
    assert feed.items[0].outlet == "Olm Gazette"
