"""Items of feeds: what makes one the same, what is only a beginning, and items as documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

from reader.sources import reread
from reader.sources.feeds import Feed, Item, document_of, judge

WHOLE = "<p>" + "The river at Velm rose again on Monday. " * 60 + "</p>"
ITEM = Item(guid="g", url="https://velm.example/a", headline="Rain", byline="Ada", content=WHOLE)
NOW = datetime(2026, 11, 30, tzinfo=timezone.utc)


def test_an_item_is_known_by_its_guid_else_its_address_else_what_it_says() -> None:
    assert ITEM.key == "g"
    assert replace(ITEM, guid=None).key == replace(ITEM, guid=None, url="http://www.velm.example/a?utm_source=x").key
    bare = replace(ITEM, guid=None, url=None)
    assert bare.key == replace(bare, byline="Bo").key != replace(bare, headline="Snow").key
    assert len(replace(ITEM, guid="x" * 5000).key) < 100


def test_its_digest_changes_with_what_a_reader_would_read() -> None:
    assert ITEM.digest == replace(ITEM, url="https://velm.example/b", published=NOW).digest
    assert ITEM.digest == replace(ITEM, content=WHOLE.replace("<p>", "<p class=x>")).digest
    assert ITEM.digest != replace(ITEM, content=WHOLE.replace("Monday", "Tuesday")).digest


def is_teaser(item: Item) -> bool:
    return judge(item)[1]


def test_a_beginning_is_told_from_the_whole() -> None:
    some = "The river at Velm rose again on Monday. " * 25
    assert not is_teaser(ITEM)
    assert not is_teaser(replace(ITEM, content=some))
    assert is_teaser(replace(ITEM, content="<p>The river rose.</p>"))
    for end in ("…", "[...]", "<a href=x>Read more</a>", "Continue reading the rest of it", "Weiterlesen"):
        assert is_teaser(replace(ITEM, content=some + end)), end
        assert is_teaser(replace(ITEM, content=some + end + 20 * "\n            </div>")), end


def test_the_longer_of_content_and_summary_is_its_text() -> None:
    assert replace(ITEM, content="<p>short</p>", summary=WHOLE).text == WHOLE


def test_an_item_is_a_document_that_can_be_read_again() -> None:
    document = document_of(ITEM, identity="i", source="s", outlet="Velm Post", fetched=NOW)
    assert (document.headline, document.byline, document.outlet, document.kind) == ("Rain", "Ada", "Velm Post", "html")
    assert reread(replace(document, text="", headline=None)) == document


def test_what_the_page_has_comes_before_what_the_feed_has() -> None:
    page = document_of(ITEM, identity="i", source="s", outlet="Velm Post", page="<html><p>All of it.</p></html>")
    assert page.text == "<html><p>All of it.</p></html>"
    assert WHOLE.encode()[:40] in page.data, "the feed's text stays with it"


def test_an_item_of_nothing_but_a_headline_is_that() -> None:
    assert document_of(Item(headline="Rain"), identity="i", source="s", outlet=None).text == "Rain"
    assert document_of(Item(), identity="i", source="s", outlet=None).text == ""


def test_feeds_of_comments_and_of_links_say_so() -> None:
    link = Item(
        headline="x", content='<a href="http://a.example">[link]</a> <a href="http://b.example">[12 comments]</a>'
    )
    assert Feed(items=(link,) * 4).not_articles == "links"
    assert Feed(title="Comments on: Rain", items=(ITEM,)).not_articles == "comments"
    assert Feed(items=(replace(ITEM, url="https://velm.example/a#comment-7"),)).not_articles == "comments"
    assert Feed(items=(ITEM,) * 4).not_articles is None
