"""When a feed is worth asking again: learned from what it says of itself and from how often something new comes.

Not here: asking (`refresh`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from reader.sources.web.fetching import Fetched, FetchError
from reader.subscription import Subscription

SHORTEST, USUAL, LONGEST = 15, 60, 24 * 60
"""Minutes."""
_QUIET = timedelta(days=30)
_LOOKED_AT = 20
_MOST_DOUBLED = 6
_LONGEST_WAIT = timedelta(days=7)
_MAX_AGE = re.compile(r"max-age=(\d{1,9})")
_GONE = 410


def learned(dates: Sequence[datetime], said: int | None, headers: dict[str, str], now: datetime) -> int:
    """How often a feed is worth asking, in minutes.

    dates: of its items. said: what it asks for itself. Half the usual time between two items, more where the feed or
    its server asks for that, a day at most.
    """
    newest = sorted(dates, reverse=True)[:_LOOKED_AT]
    gaps = sorted((later - earlier).total_seconds() / 60 for later, earlier in pairwise(newest))
    usual = int(gaps[len(gaps) // 2] / 2) if gaps else USUAL
    if newest and now - newest[0] > _QUIET:
        usual = LONGEST
    age = _MAX_AGE.search(headers.get("cache-control", ""))
    wanted = max(said or 0, int(age[1]) // 60 if age else 0)
    return min(max(usual, wanted, SHORTEST), LONGEST)


def after_success(minutes: int, now: datetime) -> dict[str, Any]:
    """What is noted of a feed that could be read."""
    return {
        "tried": now,
        "succeeded": now,
        "minutes": minutes,
        "due": now + timedelta(minutes=minutes),
        "wait_until": None,
        "failures": 0,
        "error": None,
    }


def after_failure(feed: Subscription, why: str, now: datetime, error: FetchError | None = None) -> dict[str, Any]:
    """What is noted of a feed that could not be read: it is asked again after twice as long each time."""
    failures = feed.failures + 1
    minutes = min((feed.minutes or USUAL) * 2 ** min(failures - 1, _MOST_DOUBLED), LONGEST)
    wait = timedelta(minutes=minutes)
    noted: dict[str, Any] = {"tried": now, "failures": failures, "error": why, "wait_until": None}
    if error is not None and error.retry_after is not None:
        asked = min(timedelta(seconds=error.retry_after), _LONGEST_WAIT)
        wait = max(wait, asked)
        noted["wait_until"] = now + asked
    elif error is not None and error.status == 429:
        noted["wait_until"] = now + wait
    if error is not None and error.status == _GONE:
        noted["ended"] = f"{why}, said its server on {now:%Y-%m-%d}"
    return noted | {"due": now + wait}


def validators(fetched: Fetched) -> dict[str, Any]:
    """What the server wants to be told the next time, so that it need not send the same again."""
    return {"etag": fetched.headers.get("etag"), "modified": fetched.headers.get("last-modified")}
