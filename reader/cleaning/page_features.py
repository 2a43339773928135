"""What the tags say about the lines of a page, in numbers, for `judge`.

Here: the columns that a page has beside those of its text (`features`). Not here: the walk over the tree (`page`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reader.cleaning import features
from reader.cleaning.lines import Line, key
from reader.cleaning.page import PageLine

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

_TAGS = ("p", "h1", "h2", "h3", "h4", "li", "div", "td", "blockquote", "br", "section", "article", "figcaption", "pre")
_INSIDE = (
    "nav",
    "aside",
    "footer",
    "header",
    "figure",
    "form",
    "button",
    "article",
    "main",
    "li",
    "table",
    "blockquote",
    "a",
    "time",
    "label",
    "p",
)
_GROUPS = {
    "text": r"article|content|body|entry|story|text|paragraph|artikel|post\b|rich",
    "body": r"article[-_]?(?:body|text|content|main)|"
    r"(?:story|entry|post|content|text)[-_]?(?:body|content|text|main)|articlebody|maincontent",
    "comment": r"comment|disqus|kommentar|reply|respond|diskuss",
    "share": r"share|social|follow|facebook|twitter|teilen",
    "related": r"relat|recommend|teaser|more-|more_|also|promo|similar|trending|popular|latest|"
    r"read-?more|card|carousel|most|taboola|outbrain|verwandt",
    "menu": r"\bnav|menu|breadcrumb|topbar|navi|header|masthead|toolbar|\btabs?\b|dropdown",
    "foot": r"foot|copyright|legal|impressum|colophon",
    "side": r"side|widget|rail|sidebar|secondary|module",
    "banner": r"cookie|consent|gdpr|modal|popup|overlay|banner|notice|alert|paywall|"
    r"subscri|newsletter|signup|login|regist",
    "caption": r"caption|credit|figure|image|photo|gallery|bild|media|video|player|slide",
    "meta": r"meta|byline|author|date|time|published|info|autor|kicker|dateline",
    "tags": r"\btags?\b|topic|keyword|categor|label",
    "lead": r"lead|summary|intro|standfirst|subtitle|teaser|abstract|excerpt|dek|description|vorspann|chapeau",
    "title": r"title|headline|heading|subhead",
    "ad": r"\bads?\b|\bad[-_]|advert|sponsor|werb|anzeige|banner",
    "box": r"box|infobox|aside|fact|quote|factbox|inset|embed|pull",
}  # fmt: skip
_GROUP_PATTERNS = tuple(re.compile(pattern) for pattern in _GROUPS.values())

OWN = (
    "linked", *(f"tag_{t}" for t in _TAGS), *(f"in_{t}" for t in _INSIDE), *(f"near_{g}" for g in _GROUPS),
    *(f"over_{g}" for g in _GROUPS), "depth",
)  # fmt: skip
CONTEXT = (
    "parent_share", "grandparent_share", "third_share", "names_share", "parent_lines", "parent_words",
    "parent_linked", "other_kept",
    "other_partly", "other_before", "other_after", "other_share", "linked_before", "linked_after", "same_parent_before",
    "same_parent_after", "same_tag_before", "same_tag_after", "same_names_before", "same_names_after",
    "depth_from_main",
    "near_linked5", "after_h1", "tag_share",
)  # fmt: skip
NAMES = (*features.NAMES, *OWN, *CONTEXT)
"""The columns of the matrix."""


@lru_cache(maxsize=4096)
def _named(names: str) -> tuple[float, ...]:
    """Which groups of class names stand near the text, and which farther out."""
    near, _, over = names.partition("\n")
    return tuple(float(p.search(near) is not None) for p in _GROUP_PATTERNS) + tuple(
        float(p.search(over) is not None) for p in _GROUP_PATTERNS
    )


def own(line: PageLine) -> tuple[float, ...]:
    """The numbers of `OWN` for one line."""
    place = line.place
    return (
        line.linked / len(line.text),
        *(float(place.tag == tag) for tag in _TAGS),
        *(float(tag in place.inside) for tag in _INSIDE),
        *_named(place.names),
        math.log1p(place.depth),
    )


def matrix(lines: Sequence[Line], written: Sequence[PageLine], other: Sequence[str]) -> Matrix:
    """One row a line, one column a name of `NAMES`. `other`: what another extractor kept, in lines (empty: nothing
    known).
    """
    import numpy as np  # slow to load; nothing before the first cleaning needs it

    base = features.matrix(lines)
    page = [written[line.number - 1] for line in lines]
    mine = np.array([own(line) for line in page], dtype=np.float32)
    kept = _kept_by_other(lines, other, np)
    return np.hstack([base, mine, _context(base, mine, page, kept, np)])


def _kept_by_other(lines: Sequence[Line], other: Sequence[str], np: Any) -> Matrix:
    """1 for lines that the other extractor kept as they are, 0.5 for parts of its lines, 0 for the rest."""
    whole = {key(text) for text in other}
    joined = "\n".join(whole)
    found = []
    for line in lines:
        spelled = key(line.text)
        found.append(1.0 if spelled in whole else 0.5 if len(spelled) > 20 and spelled in joined else 0.0)
    return np.array(found, dtype=np.float32)  # type: ignore[no-any-return]


def _numbered(values: Sequence[Any], np: Any) -> Matrix:
    numbers: dict[Any, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.intp)  # type: ignore[no-any-return]


def _context(base: Any, mine: Any, page: Sequence[PageLine], kept: Any, np: Any) -> Matrix:
    """The numbers of `CONTEXT` for all lines."""
    count = len(page)
    weight = features.content_weight(base, np) * (mine[:, 0] < 0.5)
    total = float(weight.sum()) or 1.0
    words = np.expm1(base[:, 0])
    levels = [_numbered([line.place.parents[k] for line in page], np) for k in range(3)]
    names = _numbered([line.place.names for line in page], np)
    tags = _numbered([line.place.tag for line in page], np)
    # a block's share counts what stands right in it; a grandparent gathers its blocks
    outer = _numbered([line.place.parents[2] or line.place.parents[1] for line in page], np)
    shares = [(np.bincount(level, weights=weight) / total)[level] for level in (levels[1], levels[2], outer, names)]
    parent = levels[1]
    lines_there = np.bincount(parent)[parent]
    words_there = np.bincount(parent, weights=words)[parent]
    linked_there = np.bincount(parent, weights=words * mine[:, 0])[parent] / np.maximum(words_there, 1)
    whole = (kept >= 1).astype(np.float32)

    def before(values: Any, beyond: float) -> Any:
        return np.concatenate([[beyond], values[:-1]])

    def after(values: Any, beyond: float) -> Any:
        return np.concatenate([values[1:], [beyond]])

    depth = mine[:, -1]
    main_depth = np.average(depth, weights=weight) if weight.any() else 0
    linked_sum = np.concatenate([[0], np.cumsum(mine[:, 0])])
    index = np.arange(count)
    h1 = np.maximum.accumulate(np.where(mine[:, 1 + _TAGS.index("h1")] > 0, index, -1))
    columns: Matrix = np.column_stack(
        [
            *shares, np.log1p(lines_there), np.log1p(words_there), linked_there, whole, kept,
            before(kept, -1), after(kept, -1),
            np.full(count, float((whole * words).sum() / max(1.0, float(words.sum())))),
            before(mine[:, 0], -1), after(mine[:, 0], -1),
            before(parent, -1) == parent, after(parent, -1) == parent, before(tags, -1) == tags,
            after(tags, -1) == tags,
            before(names, -1) == names, after(names, -1) == names, depth - main_depth,
            linked_sum[np.minimum(index + 6, count)] - linked_sum[np.maximum(index - 5, 0)],
            np.where(h1 >= 0, np.log1p(index - h1), -1), (np.bincount(tags, weights=weight) / total)[tags],
        ]
    ).astype(np.float32)  # fmt: skip
    return columns
