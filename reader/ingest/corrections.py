"""Fields of an article that the person set by hand, applied to what cleaning made of it.

Here: which fields those are, and what else changes with them. Not here: what a person may say (desk), where it is kept
(library).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reader.article import Article, Certainty
from reader.library.columns.times import from_text

FIELDS = ("headline", "outlet", "byline", "published")
"""What a person can set by hand."""
BY_HAND = "set by hand"
"""The reason for a date that the person set."""


def corrected(article: Article, said: Mapping[str, str]) -> Article:
    """The article with the fields that were set by hand; `Article.corrected` names them."""
    if not said:
        return article
    outlet = said.get("outlet", article.outlet) or None
    made = replace(
        article,
        headline=said.get("headline", article.headline) or None,
        outlet=outlet,
        byline=said.get("byline", article.byline) or None,
        agency=None if article.agency == outlet else article.agency,
        corrected=tuple(field for field in FIELDS if field in said),
    )
    if "published" not in said:
        return made
    when = from_text(said["published"] or None)
    certainty: Certainty = "unknown" if when is None else "stated"
    return replace(made, published=when, published_from=certainty, published_why=BY_HAND, day_and_month=None)
