"""When a feed is worth asking again."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from reader.ingest.feeds.schedule import LONGEST, SHORTEST, USUAL, after_failure, learned
from reader.sources.web.fetching import FetchError
from reader.subscription import Subscription

NOW = datetime(2026, 11, 30, tzinfo=timezone.utc)


def every(hours: float, count: int = 10, *, since: float = 0) -> list[datetime]:
    return [NOW - timedelta(hours=since + hours * number) for number in range(count)]


def test_it_is_half_the_usual_time_between_two_items_within_bounds() -> None:
    assert learned(every(4), None, {}, NOW) == 120
    assert learned(every(0.01), None, {}, NOW) == SHORTEST
    assert learned(every(24 * 30), None, {}, NOW) == LONGEST
    assert learned([], None, {}, NOW) == USUAL


def test_a_feed_in_which_nothing_comes_any_more_is_asked_once_a_day() -> None:
    assert learned(every(1, since=24 * 40), None, {}, NOW) == LONGEST


def test_what_the_feed_and_its_server_ask_for_is_kept() -> None:
    assert learned(every(1), 90, {}, NOW) == 90
    assert learned(every(1), None, {"cache-control": "public, max-age=7200"}, NOW) == 120
    assert learned(every(1), 10**9, {}, NOW) == LONGEST


def test_a_wait_that_a_server_wants_is_a_week_at_most() -> None:
    feed = Subscription(id=1, address="https://velm.example")
    noted = after_failure(feed, "x", NOW, FetchError("x", status=429, retry_after=10.0**9))
    assert noted["wait_until"] == noted["due"] == NOW + timedelta(days=7)
