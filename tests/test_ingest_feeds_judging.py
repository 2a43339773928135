"""A feed's answer is read, and its items judged, by any process; what cannot be read is said."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path

import pytest
from feeds_support import again, feed, item, page, quick, trouble
from web_support import Answer as Said
from web_support import Site, site

from reader.desk import Library
from reader.ingest import work
from reader.ingest.feeds import judging
from reader.ingest.feeds.judging import Answer, Follower
from reader.ingest.workers import Workers
from reader.sources import feeds

__all__ = ["quick", "site"]
NOW = datetime(2024, 5, 3, tzinfo=timezone.utc)


def test_items_are_judged_as_they_are_read() -> None:
    data = feed(item("rain", guid="1"), item("snow", guid="2", content="Read on."))
    read = judging.read(Answer(data, "https://velm.example/feed", NOW, None))
    assert read.feed is not None
    assert read.digests == tuple(one.digest for one in read.feed.items)
    assert read.teasing == (False, True)


def test_items_of_a_new_feed_are_made_ready_but_those_that_their_pages_complete() -> None:
    data = feed(item("rain", link="https://velm.example/1?utm_source=x"), item("snow", guid="2", content="Read on."))
    for whole in (True, False):
        asks = Follower("https://velm.example/feed", "Velm", whole)
        read = judging.read(Answer(data, "https://velm.example/feed", NOW, None, asks))
        rain, snow = read.ready
        assert rain is not None
        assert rain.document == feeds.document_of(
            read.feed.items[0],  # type: ignore[union-attr]
            identity="https://velm.example/1",
            source="https://velm.example/1?utm_source=x",
            outlet="Velm",
            fetched=NOW,
        )
        assert rain.arrived.as_it_came
        assert (snow is None) == whole
        assert snow is None or snow.document.identity == "https://velm.example/feed#2"


def test_what_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Answer(b"<html><p>Rain</p></html>", "https://velm.example", NOW, None)
    assert judging.read(answer) == (None, (), (), (), "a page, not a feed")

    def fails(*_: object, **__: object) -> None:
        raise ValueError("nobody thought\nof this")

    monkeypatch.setattr(judging.feeds, "parse", fails)
    assert judging.read(answer).trouble.startswith("could not be read (")


TABLES = (
    "SELECT a.identity, source, a.headline, a.published, a.language, c.* FROM article AS a JOIN content AS c USING (id)",
    "SELECT id, digest, data, kind, container, url, headline, byline, outlet, published, language FROM document",
    *(f"SELECT * FROM {table}" for table in ("outlet", "feed_entry", "place", "ranking", "feature", "unfinished")),
)


def test_a_library_is_the_same_where_other_processes_make_the_items_of_new_feeds_ready(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rain, hail = item("rain", link="/1", guid="1"), item("hail", link="/2", content="<p>Read on.</p>")
    shared = [item(about, link="/3", guid=about) for about in ("snow", "fog")]
    site.pages["/feed"] = Said(feed(rain, hail, *shared, item("dew", guid="5")))
    site.pages["/2"] = Said(page("hail"))
    urls = tmp_path / "urls"
    urls.write_text(site.url("/feed"))
    arrived: list[str] = []
    arrive = work.arrive
    monkeypatch.setattr(work, "arrive", lambda document: (arrived.append(document.headline), arrive(document))[1])
    monkeypatch.setattr(judging, "LARGE", 0)
    found = []
    for elsewhere in (False, True):
        if elsewhere:
            monkeypatch.setattr(Workers, "elsewhere", lambda _, work, answer: work(answer))
        with Library(str(tmp_path / f"{elsewhere}.db")) as library:
            library.feeds.import_list(urls)
            assert trouble(again(library)) == []
        with closing(sqlite3.connect(tmp_path / f"{elsewhere}.db")) as there:
            found.append([there.execute(table).fetchall() for table in TABLES])
    assert found[0] == found[1]
    # What its page completes, and what shares its address, is not what it was likely to be.
    assert sorted(arrived[5:]) == ["Of fog", "Of hail", "Of snow"]
