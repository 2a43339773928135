"""Full texts: an item that only teases is completed from its page.

Here: whether the page has more of the same article. Not here: which items tease (`reader.sources.feeds`), cleaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from reader import cleaning
from reader.errors import SourceError
from reader.reading_time import word_count
from reader.sources.feeds import Item
from reader.sources.web.fetching import Fetcher, FetchError
from reader.sources.web.pages import page

MOST = 40
"""Items of one feed that are completed at a time: the newest."""
_MORE = 1.2
_IN_COMMON = 0.5
"""The share of the feed's words that an article must have to be the same."""
_A_LOCKED_TEXT = 250
_LOCKED = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Completed:
    """What the page of an item gave."""

    page: str | None = None
    """Its HTML, if it has more than the feed."""
    again: bool = False
    """Whether it may be worth asking another time: it could not be reached."""
    silent: bool = False
    """Whether nothing answered there in time."""


def completed(fetcher: Fetcher, item: Item, private: frozenset[str], now: datetime) -> Completed:
    """Ask the page of an item. Behind a wall for payment or cookies, and where it is another text, nothing is taken."""
    try:
        fetched = fetcher.fetch(item.url or "", private=private)
        document = page(fetched, now)
        if document.kind != "html":
            return Completed()
        text = cleaning.clean(document).text
    except FetchError as error:
        again = error.offline or error.status in (0, 429) or error.status >= 500
        return Completed(again=again, silent=error.status == 0)
    except SourceError:
        return Completed()
    except Exception:
        # Any exception: a page can set off in cleaning what nobody thought of, and the feed's text is there.
        return Completed()
    locked = bool(_LOCKED.search(document.text)) and word_count(text) < _A_LOCKED_TEXT
    return Completed(document.text if not locked and has_more(item, text) else None)


def has_more(item: Item, text: str) -> bool:
    """Whether a text is the item's, and longer than what the feed has."""
    said = _TAG.sub(" ", item.text)
    if word_count(text) <= _MORE * word_count(said):
        return False
    words = set(_WORD.findall(f"{item.headline or ''} {said}".casefold()))
    there = set(_WORD.findall(text.casefold()))
    return len(words & there) >= _IN_COMMON * len(words)
