"""The noun of where a text leads to. Not here: how links are found (cleaning), numbered footnotes (tui)."""

from __future__ import annotations

from typing import NamedTuple


class Link(NamedTuple):
    """A stretch of `Article.text` that leads to a page of the web."""

    number: int
    """From 1 in reading order; links to one address share it."""
    start: int
    end: int
    address: str
    """http or https, and nothing odd in it: see `reader.safety.is_web_address`."""
