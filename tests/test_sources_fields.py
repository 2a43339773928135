"""What the fields of records mean, whoever wrote them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.safety import plain_line
from reader.sources.fields import Stated, identifier_of, prose, stated
from reader.sources.records import fields_of

TEXT = "The ferry will stay in port.\nRepairs begin on Friday."
URL = "https://example.org/news/ferry"


def read(record: dict[str, object]) -> Stated:
    says = stated(fields_of(record))
    assert says is not None
    return says


def test_trafilatura() -> None:
    says = read(
        {
            "title": "Ferry stays in port",
            "author": "Ada Quill; Bo Reed",
            "hostname": "example.org",
            "date": "2031-05-06",
            "fingerprint": "17c0",
            "id": None,
            "raw_text": "The ferry will stay in port. Repairs begin on Friday.",
            "text": TEXT,
            "language": None,
            "filedate": "2031-05-09",
            "source": URL,
            "source-hostname": "The Fenwick Herald",
            "excerpt": "Not before Friday.",
        }
    )
    assert says == Stated(
        text=TEXT,
        kind="text",
        headline="Ferry stays in port",
        byline="Ada Quill; Bo Reed",
        outlet="The Fenwick Herald",
        published=date(2031, 5, 6),
        fetched=datetime(2031, 5, 9, 23, 59, 59),
        language=None,
        url=URL,
        teaser="Not before Friday.",
    )


def test_trafilatura_in_python_calls_its_site_sitename() -> None:
    assert read({"text": TEXT, "sitename": "Fenwick Herald", "hostname": "example.org"}).outlet == "Fenwick Herald"


def test_newspaper4k() -> None:
    says = read(
        {
            "url": URL,
            "source_url": "https://example.org",
            "title": "Ferry stays in port",
            "authors": ["Ada Quill", "Bo Reed", "Ada Quill"],
            "publish_date": "2031-05-06T10:37:00+00:00",
            "text": TEXT,
            "article_html": "<div><p>The ferry</p></div>",
            "meta_lang": "en-GB",
            "meta_site_name": "The Fenwick Herald",
            "summary": "",
        }
    )
    assert (says.headline, says.byline, says.outlet) == (
        "Ferry stays in port",
        "Ada Quill, Bo Reed",
        "The Fenwick Herald",
    )
    assert (says.language, says.url, says.text) == ("en", URL, TEXT)
    assert says.published is not None
    assert says.published.isoformat() == "2031-05-06T10:37:00+00:00"


def test_news_please() -> None:
    says = read(
        {
            "authors": [],
            "date_download": "2031-05-09 08:00:00",
            "date_modify": "None",
            "date_publish": "2031-05-06 10:37:00",
            "description": "Not before Friday.",
            "language": "en",
            "maintext": TEXT,
            "source_domain": "example.org",
            "title": "Ferry stays in port",
            "title_page": "Ferry stays in port | Herald",
            "url": URL,
        }
    )
    assert (says.headline, says.byline, says.text) == ("Ferry stays in port", None, TEXT)
    assert says.outlet is None, "cleaning knows better what an address says"
    assert says.published == datetime(2031, 5, 6, 10, 37)
    assert says.fetched == datetime(2031, 5, 9, 8)


def test_fundus() -> None:
    says = read(
        {
            "title": "Ferry stays in port",
            "authors": ["Ada Quill"],
            "publishing_date": "2031-05-06 10:37:00+02:00",
            "publisher": "The Fenwick Herald",
            "topics": ["Ferries"],
            "body": {
                "summary": ["Not before Friday."],
                "sections": [
                    {"headline": [], "paragraphs": ["The ferry will stay in port.", "It leaks."]},
                    {"headline": ["Repairs"], "paragraphs": ["Repairs begin on Friday."]},
                ],
            },
            "html": {
                "requested_url": "https://example.org/n/1",
                "responded_url": URL,
                "content": "<html><p>The ferry",
                "crawl_date": "2031-05-09 08:00:00",
            },
        }
    )
    assert says.text == "\n\n".join(
        ["Not before Friday.", "The ferry will stay in port.", "It leaks.", "Repairs", "Repairs begin on Friday."]
    )
    assert (says.kind, says.url, says.outlet) == ("text", URL, "The Fenwick Herald")
    assert says.fetched == datetime(2031, 5, 9, 8)


def test_schema_org_and_news_apis() -> None:
    says = read(
        {
            "headline": "Ferry stays in port",
            "author": [{"@type": "Person", "name": "Ada Quill"}],
            "publisher": {"@type": "Organization", "name": "The Fenwick Herald"},
            "datePublished": "2031-05-06",
            "articleBody": TEXT,
            "inLanguage": "pt_BR",
        }
    )
    assert (says.byline, says.outlet, says.language) == ("Ada Quill", "The Fenwick Herald", "pt")
    says = read({"source": {"id": None, "name": "Herald"}, "publishedAt": "2031-05-06T10:37:00Z", "content": TEXT})
    assert (says.outlet, says.text) == ("Herald", TEXT)


def test_a_page_counts_where_there_is_no_text() -> None:
    says = read({"text": " \n", "html": "<html><body><p>The ferry</p></body></html>", "url": URL})
    assert (says.kind, says.text) == ("html", "<html><body><p>The ferry</p></body></html>")
    assert read({"html": {"content": "<p>The ferry</p>", "responded_url": URL}}).url == URL
    assert read({"content": "<p>The ferry</p>"}).kind == "html"


def test_a_teaser_counts_only_where_it_is_plainly_an_articles() -> None:
    teaser: dict[str, object] = {"title": "Ferry", "description": "The ferry will stay in port.", "url": URL}
    assert read(teaser).text == "The ferry will stay in port."
    assert stated(fields_of({"name": "left-pad", "description": "Pads.", "url": URL})) is None
    assert stated(fields_of({"title": "Settings", "description": "All of them."})) is None


def test_an_object_inside_may_hold_the_article() -> None:
    says = read({"_id": "7", "_source": {"title": "Ferry", "text": TEXT}})
    assert (says.headline, says.text) == ("Ferry", TEXT)
    says = read({"url": URL, "article": {"title": "Ferry", "text": TEXT}})
    assert (says.url, says.text) == (URL, TEXT)


@pytest.mark.parametrize("nothing", [None, "", "None", "nan", "N/A", [], {}, 0, False, 3.5, ["", None], "x" * 3000])
def test_missing_values_are_unknown(nothing: object) -> None:
    fields = ("title", "authors", "sitename", "date", "filedate", "language", "url")
    says = read({"text": TEXT, **dict.fromkeys(fields, nothing)})
    assert says == Stated(
        text=TEXT,
        kind="text",
        headline=None,
        byline=None,
        outlet=None,
        published=None,
        fetched=None,
        language=None,
        url=None,
    )


def test_the_first_field_with_a_value_counts() -> None:
    says = read(
        {"text": TEXT, "headline": None, "Title": "", "title_page": "Ferry", "lang": "English", "meta_lang": "en"}
    )
    assert (says.headline, says.language) == ("Ferry", "en")


def test_an_address_is_no_outlet_and_a_site_is_no_page() -> None:
    says = read({"text": TEXT, "source": "https://example.org/", "publisher": "https://example.org"})
    assert (says.outlet, says.url) == (None, None)
    assert read({"text": TEXT, "source_url": URL}).url == URL
    assert read({"text": TEXT, "url": "javascript:alert(1)"}).url is None
    assert read({"text": TEXT, "source_url": "http://[bad"}).url is None


def test_a_host_is_the_outlet_only_where_no_address_says_more() -> None:
    assert read({"text": TEXT, "source_domain": "example.org"}).outlet == "example.org"
    assert read({"text": TEXT, "source_domain": "example.org", "url": URL}).outlet is None


def test_control_codes_never_pass_the_said_fields() -> None:
    evil = "Q&A [/] \x1b[2Jnow\x1b]0;x\x07\x9b31m\u202e\r\n here"
    says = read({"text": TEXT, "title": evil, "author": [evil], "sitename": evil, "url": URL + "\x1b[2J"})
    assert says.headline == says.byline == says.outlet == "Q&A [/] now here"
    assert says.url == URL


def test_line_ends_and_half_characters_of_a_text_are_mended() -> None:
    assert prose("a\r\nb\rc\ud800") == "a\nb\nc\ufffd"


def test_lists_of_paragraphs_are_texts_and_lists_of_articles_are_not() -> None:
    assert prose(["One.", "", {"type": "text/plain", "value": "Two."}, 3, None]) == "One.\n\nTwo."
    assert prose([{"title": "Ferry", "text": TEXT}]) == ""


def test_a_record_is_named_by_its_address_or_its_id() -> None:
    assert identifier_of(fields_of({"id": 7, "url": URL})) == URL
    assert identifier_of(fields_of({"_id": 7})) == "7"
    assert identifier_of(fields_of({"id": "a\x1b[2Jb"})) == "ab"
    assert identifier_of(fields_of({"id": None, "guid": True})) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(
    ["text", "body", "content", "html", "title", "author", "publisher", "date", "url", "source", "lang", "id", "x"]
)


@given(st.dictionaries(NAMES, VALUES, max_size=8))
def test_any_record_is_read(record: dict[str, object]) -> None:
    fields = fields_of(record)
    identifier_of(fields)
    says = stated(fields)
    if says is not None:
        assert says.text.strip()
        for line in (says.headline, says.byline, says.outlet, says.url, says.language):
            assert line is None or line == plain_line(line) != ""
