"""A feed's answer is read, and its items judged, by any process; what cannot be read is said."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from feeds_support import feed, item

from reader.ingest.feeds import judging
from reader.ingest.feeds.judging import Answer

NOW = datetime(2024, 5, 3, tzinfo=timezone.utc)


def test_items_are_judged_as_they_are_read() -> None:
    data = feed(item("rain", guid="1"), item("snow", guid="2", content="Read on."))
    read = judging.read(Answer(data, "https://velm.example/feed", NOW, None))
    assert read.feed is not None
    assert read.digests == tuple(one.digest for one in read.feed.items)
    assert read.teasing == (False, True)


def test_what_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Answer(b"<html><p>Rain</p></html>", "https://velm.example", NOW, None)
    assert judging.read(answer) == (None, (), (), "a page, not a feed")

    def fails(*_: object, **__: object) -> None:
        raise ValueError("nobody thought\nof this")

    monkeypatch.setattr(judging.feeds, "parse", fails)
    assert judging.read(answer).trouble.startswith("could not be read (")
