"""Quotations: finding them, and who said them."""

from reader.language.quotes.cues import VERBS
from reader.language.quotes.quotations import maybe_quoted, quotes

__all__ = ["VERBS", "maybe_quoted", "quotes"]
