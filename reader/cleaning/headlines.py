"""Which of the headlines that a page's tags give is the article's.

Here: JSON-LD, `og:title`, `<h1>` and `<title>` weighed against each other. Not here: reading them (`metadata`),
headlines of plain texts (`head`).
"""

from __future__ import annotations

import re
from collections import Counter

from reader.cleaning.metadata import Said
from reader.cleaning.outlets import bare, title_parts

_TAIL = " -–—|·•:»›/<｜"


def headline_of(said: Said) -> str | None:
    """The page's headline, or None when its tags name none.

    Outlets write two headlines: one for search engines, which also stands in `<title>`, and their own. Of JSON-LD and
    `og:title` the one that is not the title's is the outlet's own.
    """
    top = _top(said)
    marked = _without_outlet(said.marked_up, said)
    shared = _without_outlet(said.shared, said)
    for_engines = said.title or ""
    if marked is None:
        if top and shared and _is_title(top, for_engines) and not _is_title(shared, for_engines):
            return shared
        return top or shared or _without_outlet(said.title, said)
    if shared is None or _begins(shared, marked):
        return marked
    if _is_title(marked, for_engines) != _is_title(shared, for_engines):
        return shared if _is_title(marked, for_engines) else marked
    return shared if top and likeness(shared, top) >= 0.9 else marked


def likeness(one: str, other: str) -> float:
    """F1 of the words of two lines."""
    a, b = Counter(_words(one)), Counter(_words(other))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


def _words(text: str) -> list[str]:
    """Words; of scripts without blanks, single characters."""
    return re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+", text[:400].lower())


def _begins(text: str, beginning: str) -> bool:
    return _words(text)[: len(_words(beginning))] == _words(beginning)


def _is_title(text: str, title: str) -> bool:
    parts = title_parts(title)
    alone = title[: title.rindex(parts[-1])] if len(parts) > 1 else title
    return _begins(text, title) or max(likeness(text, title), likeness(text, alone)) >= 0.92


def _top(said: Said) -> str | None:
    """The `<h1>` that agrees best with what the tags call the page; a kicker in it, which they leave out, is taken
    off.
    """
    called = [title for title in (*said.headlines, said.title) if title]

    def agreement(text: str) -> float:
        told = set(_words(text))
        if len(told) < 2 or len(text) > 250:
            return 0.0
        shares = [
            len(told.intersection(_words(title))) / max(1, min(len(told), len(set(_words(title))))) for title in called
        ]
        return max(shares, default=0.5) + (0.3 if len(told) >= 4 else 0)

    best = max(said.tops, key=agreement, default=None)
    if best is None or agreement(best) < 0.45:
        return None
    for title in called:
        if 12 < len(title) < len(best) and best.casefold().endswith(title.casefold()):
            return title
    return best


def _without_outlet(headline: str | None, said: Said) -> str | None:
    """A headline without the outlet's name behind it."""
    if not headline or len(_words(headline)) < 2:
        return None
    if headline in said.tops:
        return headline
    parts = title_parts(headline)
    named = {bare(name) for name in said.outlets}
    if len(parts) > 1 and (bare(parts[-1]) in named or (headline == said.title and len(parts[-1].split()) <= 4)):
        return headline[: headline.rindex(parts[-1])].rstrip(_TAIL) or None
    return headline
