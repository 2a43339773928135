"""What the classes and ids around a text say about it.

Here: groups of names that tell an article from furniture, over the whole chain of elements. Not here: the other
features of a page's lines (`html_features`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from reader.cleaning.classifier.arrays import Integers
from reader.cleaning.input.html_lines import TreePosition

GROUPS = {
    "text": r"article|content|body|entry|story|text|paragraph|artikel|post\b|rich",
    "body": r"article[-_]*(?:body|text|content|main)|"
    r"(?:story|entry|post|content|text)[-_]?(?:body|content|text|main)|maincontent|body[-_]?text|block[-_]?text",
    "comment": r"comment|disqus|kommentar|reply|respond|diskuss",
    "share": r"share|social|follow|facebook|twitter|teilen",
    "related": r"relat|recommend|teaser|more-|more_|also|promo|similar|trending|popular|latest|"
    r"read-?more|card|carousel|most|taboola|outbrain|verwandt",
    "foot": r"foot|copyright|legal|impressum|colophon",
    "banner": r"cookie|consent|gdpr|modal|popup|overlay|banner|notice|alert|"
    r"subscri|newsletter|signup|login|regist",
    "paywall": r"paywall|premium|metered|piano|restricted",
    "caption": r"caption|credit|figure|image|photo|gallery|bild|media|video|player|slide",
    "meta": r"meta|byline|author|date|time|published|info|autor|kicker|dateline",
    "bio": r"\bbio\b|author[-_]?(?:bio|box|info|desc|card)|about|biograph|contributor|profile|disclaimer|disclosure",
    "tags": r"\btags?\b|topic|keyword|categor|label",
    "lead": r"lead|summary|intro|standfirst|subtitle|teaser|abstract|excerpt|dek|description|vorspann|chapeau",
    "ad": r"\bads?\b|\bad[-_]|advert|sponsor|werb|anzeige|banner",
    "box": r"box|infobox|aside|fact|factbox|inset|embed|pull|callout|highlight|bullet",
    "quote": r"quote|zitat|citation",
    "tweet": r"tweet|instagram|tiktok|embed",
    "live": r"live|timeline|ticker|update",
}  # fmt: skip
NEAR = ("text", "body", "comment", "share", "related", "caption", "meta", "tags", "lead", "box", "quote", "tweet")
OVER = (
    "body", "comment", "foot", "banner", "paywall", "caption", "bio", "tags", "lead", "ad", "box", "tweet", "live",
)  # fmt: skip
"""The groups of the nearest names, and of all around a text, that a feature tells of."""
_PLAIN: dict[str, list[tuple[str, int]]] = {}
"""The alternatives that are letters and dashes alone, by their first three, each with the bit of its group."""
_PATTERNS: list[tuple[int, re.Pattern[str]]] = []
"""The others of each group, as one pattern, with its bit."""
for _bit, _group in enumerate(GROUPS.values()):
    _varied = []
    for _piece in re.split(r"\|(?![^(]*\))", _group):
        if re.fullmatch(r"[a-z_-]{3,}", _piece):
            _PLAIN.setdefault(_piece[:3], []).append((_piece, 1 << _bit))
        else:
            _varied.append(_piece)
    if _varied:
        _PATTERNS.append((1 << _bit, re.compile("|".join(_varied))))
_VARIED = re.compile("|".join(pattern.pattern for _, pattern in _PATTERNS))
"""All of them: few names have one."""


@lru_cache(maxsize=8192)
def groups_in(names: str) -> int:
    """The groups that one element's names belong to, a bit each in the order of `GROUPS`."""
    found = 0
    for name in names.split():
        found |= _groups_of(name)
    return found


@lru_cache(maxsize=16384)
def _groups_of(name: str) -> int:
    found = 0
    if _VARIED.search(name):
        for bit, pattern in _PATTERNS:
            if pattern.search(name):
                found |= bit
    for at in [at for at in range(len(name) - 2) if name[at : at + 3] in _PLAIN]:
        for piece, bit in _PLAIN[name[at : at + 3]]:
            if name.startswith(piece, at):
                found |= bit
    return found


def bits_of(groups: Sequence[str]) -> Integers:
    """The places of their bits, one below the other."""
    return np.array([list(GROUPS).index(group) for group in groups])[:, None]


def groups_around(position: TreePosition, known: dict[TreePosition, int]) -> int:
    """The groups of all elements from `position` outwards; `known` remembers them for the page."""
    chain = []
    step: TreePosition | None = position
    while step is not None and step not in known:
        chain.append(step)
        step = step.outer
    found = known[step] if step is not None else 0
    for inner in reversed(chain):
        if inner.names:
            found |= groups_in(inner.names)
        known[inner] = found
    return found
