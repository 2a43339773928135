"""Which of the headlines that a page's tags give is the article's.

Here: JSON-LD, `og:title`, `<h1>` and `<title>` weighed against each other. Not here: reading them (`tags`),
headlines of plain texts (`headline`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from reader.cleaning.metadata.dates.forms import find_dates
from reader.cleaning.metadata.hosts import akin, host_of, label_of, steps_of
from reader.cleaning.metadata.outlet_names import MARKS, SECTIONS, bare, title_parts
from reader.cleaning.metadata.tags import PageTags
from reader.scripts import UNSPACED

_TOKEN = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_TAIL = re.compile(rf"(?:\s+[{MARKS}]+\s+|\s*[|｜：_]\s*|(?<=[^\x00-\u024f])-+)$")
_SEPARATED = re.compile(rf"^(?:\s+[{MARKS}]+\s+|\s*[|｜：:_]\s*|\s+)")
"""What sets an outlet's name off at a headline's end, and at its beginning."""

_SHORT = 5
"""Headings with a smaller part of the title's words are no headlines."""

_UNLIKE = 0.3
"""Lines that have fewer of their words in common are not two headlines of one article."""

_BETWEEN_WORDS = re.compile(r"[-_.+]+")
_TELLING, _LACKED = 3, 0.3
"""Fewest words of an address that tell what the page is about; the share of them that a piece's heading lacks."""


def headline_of(tags: PageTags) -> str | None:
    """The page's headline, or None when its tags name none.

    Outlets write two headlines: one for search engines, which also stands in `<title>`, and their own. Of JSON-LD and
    `og:title` the one that is not the title's is the outlet's own. Where both are the title's, the heading on the page
    is, unless JSON-LD calls it news. What JSON-LD says may be no headline but a description.
    """
    top = _top(tags)
    marked = _without_outlet(tags.marked_up, tags)
    shared = _without_outlet(tags.shared, tags)
    for_engines = tags.title or ""
    if marked is None:
        if top and shared and _is_title(shared, for_engines) and _of_a_piece(top, shared, tags):
            return shared
        return top or shared or _only_top(tags) or _of_title(tags)
    if top and _cut_off(marked, top):
        return top
    if top and not tags.news:
        called_so = _is_title(top, for_engines)
        described = max(likeness(marked, top), likeness(marked, shared or "")) < _UNLIKE
        if described if called_so else _is_title(marked, for_engines) and _same(marked, shared):
            return top
    if shared is None or _begins(shared, marked):
        return marked
    if top and top != marked and _begins(marked, top) and not _begins(shared, top):
        return top  # JSON-LD adds the day
    if _is_title(marked, for_engines) != _is_title(shared, for_engines):
        return shared if _is_title(marked, for_engines) else marked
    return shared if top and likeness(shared, top) >= 0.9 else marked


def _of_a_piece(top: str, shared: str, tags: PageTags) -> bool:
    """Whether a heading is that of a piece of the page, beside what title and `og:title` agree on: a name that they go
    on from with a colon, or, on a page that does not call itself an article, one that has far fewer of its address's
    words.
    """
    if len(_words(top)) < 3 and shared.casefold().startswith(f"{top.casefold()}: "):
        return True
    steps = steps_of(tags.url)
    address = set(_words(_BETWEEN_WORDS.sub(" ", steps[-1]))) if steps else set()
    if tags.kind == "article" or len(address) < _TELLING or shared.endswith(top):
        return False
    lacks = len(address.intersection(_words(shared))) - len(address.intersection(_words(top)))
    return lacks > _LACKED * len(address) and not _is_title(top, tags.title or "")


def _same(one: str, other: str | None) -> bool:
    return other is None or likeness(one, other) >= 0.9


def _cut_off(headline: str, whole: str) -> bool:
    """Whether a headline ends in dots where the whole one goes on, or would have room to."""
    return headline.endswith(("...", "…")) and _begins(whole, headline) and not whole.endswith(("...", "…"))


def likeness(one: str, other: str) -> float:
    """F1 of the words of two lines."""
    a, b = Counter(_words(one)), Counter(_words(other))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[str, ...]:
    """Words; of scripts without blanks, single characters."""
    return tuple(_TOKEN.findall(text[:400].lower()))


def _begins(text: str, beginning: str) -> bool:
    return _words(text)[: len(_words(beginning))] == _words(beginning)


def _is_title(text: str, title: str) -> bool:
    parts = title_parts(title)
    alone = title[: title.rindex(parts[-1])] if len(parts) > 1 else title
    return _begins(text, title) or max(likeness(text, title), likeness(text, alone)) >= 0.92


def _top(tags: PageTags) -> str | None:
    """The `<h1>` that agrees best with what the tags call the page; a kicker before it and a date behind it, which
    they leave out, are taken off.
    """
    called = [name for title in (*tags.headlines, tags.title) if title and (name := _without_outlet(title, tags))]

    def agreement(text: str) -> float:
        told = set(_words(text))
        if len(text) > 250 or (len(told) < 2 and text not in called):
            return 0.0
        shares = [
            len(told.intersection(_words(title))) / max(1, min(len(told), len(set(_words(title))))) for title in called
        ]
        return max(shares, default=0.5) + (0.3 if len(told) >= 4 else 0)

    def agrees(text: str) -> bool:
        return agreement(text) >= (0.45 if len(_words(text)) >= 4 else 1) and not _too_short(text, tags)

    best = max([text for text in tags.tops if not _names_site(text, tags)], key=agreement, default=None)
    if best is None or not agrees(best):
        best = max(tags.headings, key=agreement, default=None)
    if best is None or not agrees(best):
        return None
    for title in called:
        if 12 < len(title) < len(best) and _goes_beyond(best.casefold(), title.casefold()):
            return title
    return best


def _too_short(top: str, tags: PageTags) -> bool:
    """Whether a heading is too short beside the title to be all of the headline: a project's name, a widget's."""
    return _SHORT * len(_words(top)) < len(_words(tags.title or ""))


def _names_site(top: str, tags: PageTags) -> bool:
    """Whether a heading is one end of a title whose other, longer end is another heading: the name of a blog over each
    of its posts.
    """
    parts = title_parts(tags.title or "")
    longest = max(parts, key=len, default="")
    return longest != top and bare(top) in map(bare, parts) and bare(longest) in map(bare, tags.headings)


def _only_top(tags: PageTags) -> str | None:
    """The one `<h1>` of a page whose title is that of the whole site, unless it is the site's name."""
    tops = tags.tops or tags.headings
    if len(tops) != 1:
        return None
    top = tops[0]
    known = [tags.title or "", *_called(tags)]
    return (
        top
        if len(top) <= 250 and not _too_short(top, tags) and not any(bare(top) in bare(name) for name in known)
        else None
    )


def _of_title(tags: PageTags) -> str | None:
    """`<title>` without the outlet's name behind the headline, or before it."""
    title = tags.title or ""
    parts, host = title_parts(title), host_of(tags.url)
    named = host and len(parts) > 1 and parts[0].isascii() and akin(parts[0], host) and not akin(parts[-1], host)
    if named or (len(parts) > 1 and parts[0] in tags.tops and _names_site(parts[0], tags)):
        return _SEPARATED.sub("", title[len(parts[0]) :]) or None
    return _without_outlet(title, tags)


def _goes_beyond(top: str, title: str) -> bool:
    """Whether a heading is a title with a kicker before it, or with a date or a name set off behind it."""
    if top.endswith(title):
        return True
    rest = top[len(title) :].lstrip() if top.startswith(title) else ""
    return rest.startswith("|") or bool(find_dates(rest[:200]))


def _without_outlet(headline: str | None, tags: PageTags) -> str | None:
    """A headline without the outlet's name, and the department's beside that, behind or before it."""
    if not headline or (len(_words(headline)) < 2 and headline not in tags.tops):
        return None
    if headline in tags.tops:
        return headline
    parts = title_parts(headline)
    if len(parts) > 1 and 2 * len(parts[0]) < len(headline) and _names_outlet(parts[0], tags):
        return _without_sections(_SEPARATED.sub("", headline[len(parts[0]) :]), 0)
    bare_headline = _without_tail(headline, parts, tags)
    return bare_headline if bare_headline in (None, headline) else _without_sections(bare_headline, -1)


def _without_sections(headline: str, end: int) -> str:
    """A headline without departments' names at one end, where the outlet's name stood: 0 the beginning, -1 the end."""
    while len(parts := title_parts(headline)) > 1 and all(word.lower() in SECTIONS for word in parts[end].split()):
        part = parts[end]
        headline = (
            _TAIL.sub("", headline[: headline.rindex(part)]) if end else _SEPARATED.sub("", headline[len(part) :])
        )
    return headline


def _without_tail(headline: str, parts: Sequence[str], tags: PageTags) -> str | None:
    for name in tags.outlets:
        before = headline[: -len(name)]
        if headline.casefold().endswith(name.casefold()) and (
            _TAIL.search(before) or (" " in name and before.endswith(" ") and len(_words(before)) > 3)
        ):
            return _TAIL.sub("", before).rstrip() or None
    if len(parts) > 1 and (_names_outlet(parts[-1], tags) or (headline == tags.title and _may_name(parts[-1], tags))):
        if f"{parts[0]}_" in headline or f"{parts[0]}--" in headline:  # `Headline_Section_Outlet`, as in Chinese
            return parts[0]
        return _TAIL.sub("", headline[: headline.rindex(parts[-1])]) or None
    return headline


def _names_outlet(tail: str, tags: PageTags) -> bool:
    """Whether the end of a title is the outlet's name, as the tags or the address spell it."""
    spelled = bare(tail)
    known = {bare(name) for name in _called(tags)}
    words = [word for word in tail.split() if word.lower() not in SECTIONS]
    return len(spelled) > 2 and (
        spelled in known or (len(words) < len(tail.split()) and bare(" ".join(words)) in known)
    )


def _may_name(tail: str, tags: PageTags) -> bool:
    """Whether the end of `<title>` is taken for the outlet's name: few words, where no tag names another one or gives
    them to the headline too.
    """
    return len(tail.split()) <= 4 and (tags.title not in tags.headlines or not tags.outlets)


def _called(tags: PageTags) -> list[str]:
    """What the outlet is called by the tags, and its host by its whole and its telling part."""
    host = host_of(tags.url)
    return [*tags.outlets, *([host, label_of(host)] if host else [])]
