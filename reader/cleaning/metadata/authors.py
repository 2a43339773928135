"""Where a page marks up its author: `rel=author`, `itemprop=author`, classes such as `byline`, `<address>`, links to
authors' pages.

Here: the elements around the headline, and the names in them. Not here: tags in the head of the page (`tags`), lines
that say `By Jane Roe` (`byline`).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from reader.cleaning.input.html_lines import TreePosition
from reader.cleaning.input.text_lines import ends_a_sentence, match_key
from reader.cleaning.lexicon.bylines import NOT_BY
from reader.cleaning.metadata.byline import byline_of, is_office, people_of
from reader.language.punctuation import CLOSING_QUOTES, OPENING_QUOTES

_NAMING = ("class", "id", "itemprop", "rel", "data-testid", "data-component")
_TO_AUTHORS = re.compile(
    r"/(?:author|autor|auteur|staff/|people/|person/|profile|writer|reporter|editor|contributor|team/|journalist|by/|"
    r"columnist|users?\b|redakt|penulis|giornalist|skribent|byline|toireporter)|author="
)
_TO_TOPICS = re.compile(r"/(?:tags?|topics?|categor(?:y|ies)|kategorie|section)/")
_ELSEWHERE = ".//*[contains(@rel,'author') or contains(@itemprop,'author') or contains(@class,'uthor')]"
_OF_AN_AUTHOR = re.compile(
    r"author|byline|(?:^|[\s_-])(?:writer|contributor|reporter)s?(?:$|[\s_-]|name)|vcard|"
    r"(?:^|[\s_-])(?:aut(?:or|eur|ore|rice)(?:in|en|es|a|zeile|enzeile|name)?|redak(?:teur|tor)|verfasser|signature|firma|"
    r"schrijver|skribent|forfatter|yazar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OF_HIS_LINE = re.compile(
    r"categor|date|time|role|title(?!name)|position|job|section|topic|tags?\b|guideline|description|biograph|\bbio\b",
    re.IGNORECASE,
)
"""What else stands beside an author's name, and is called after it."""
_AUTHORS_LAST = ("author", "byline", "autor")
_NOT_THE_AUTHOR = re.compile(
    r"comment|respond|reply|disqus|related|recommend|sidebar|side-bar|widget|promo|teaser|trending|popular|latest|footer|"
    r"\bnav|menu|newsletter|carousel|slider|read-?more|more-?(?:from|stories|posts)|upnext|testimonial|review-item|"
    r"photo|caption|image|credit-?line|share|social|follow|(?<!v)(?<!h-)card(?!-?header)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"comment|respond|disqus|\breply")
_OUTSIDE = frozenset({"aside", "footer", "nav", "figure", "figcaption", "form", "button", "blockquote"})
_HEADS_FOOT = re.compile(r"\b(?:meta|byline|entry|author)\b", re.IGNORECASE)
"""What calls itself so is the foot of the headline."""
_UNREAD = frozenset({"script", "style", "svg", "noscript", "template", "button", "time", "select"})
_SOMEBODY_ELSE = re.compile(
    rf"\b(?:{NOT_BY})(?:\s+(?:by|von|par|por))?\s*:?$|^(?:updated|published|posted)\b", re.IGNORECASE
)
_BOX = re.compile(r"author[-_]?(?:bio|box|info|card|profile|description)|about[-_]?(?:the[-_]?)?author", re.IGNORECASE)
_OFFERED = re.compile(
    r"^(?:x|twitter|facebook|linkedin|instagram|youtube|mastodon|threads|bluesky|rss|web(?:site)?|blog|e-?mail|"
    r"contact|bio|profile?|kontakt|webseite)$|"
    r"^(?:more|all|view|follow|read|see|show|about|mehr|alle|plus|voir|tous|más|todos) ",
    re.IGNORECASE,
)
"""What links beside an author's name lead to."""
_BY_ALONE = re.compile(r"(?:\b(?:by|von|par|por|di|door|av|af|and|und|et|y|e)|[,&:])\s*:?$", re.IGNORECASE)
_MOST = 250
"""Candidates looked at."""
_NEAR_BEFORE, _NEAR_BEHIND = 60, 150
"""Elements between the author and the headline."""
_LONG = 250
"""Characters of a text that is the article's and not its head's."""
_LONGEST = 300
_QUOTES = frozenset(OPENING_QUOTES + CLOSING_QUOTES) - {"'", "’"}
_LABEL = 60
"""Most characters beside an author's name that are no running text."""


def marked_authors(tree: Any, titles: list[str]) -> list[str]:
    """The authors that the elements beside the headline name, those of the surest kind; else those that all such
    elements of the page agree on. `titles`: what the page is called.
    """
    top = _headline(tree, {match_key(title) for title in titles if title})
    around = set(top.iterancestors()) if top is not None else set(tree.iter("html", "body", "main"))
    beside: dict[int, list[str]] = {}
    for element in _beside(tree, top) if top is not None else ():
        kind = _kind(element)
        if kind is not None and not _of_something_else(element, around) and (name := _named(element, kind)):
            beside.setdefault(kind, []).append(name)
    if beside:
        return _distinct(beside[min(beside)])
    elsewhere = {
        name
        for element in tree.xpath(_ELSEWHERE)[:_MOST]
        if (kind := _kind(element)) in (0, 1) and not _of_something_else(element, around)
        if kind is not None and (name := _named(element, kind))
    }
    told = elsewhere or set(_in_boxes(tree, around))
    return list(told) if len(told) == 1 else []


def _in_boxes(tree: Any, around: set[Any]) -> Iterator[str]:
    """Whom the headings of boxes about the author name."""
    for box in tree.xpath(_ELSEWHERE)[:_MOST]:
        heading = next(box.iter("h2", "h3", "h4", "h5"), None) if _BOX.search(box.get("class") or "") else None
        if heading is not None and not _of_something_else(box, around):
            name = people_of(_text(heading) or "", sure=False)
            yield from [name] if name else []


def _beside(tree: Any, top: Any) -> Iterator[Any]:
    """The elements from a little before the headline to the first long text after it."""
    before: deque[Any] = deque(maxlen=_NEAR_BEFORE)
    rest = tree.iter()
    for element in rest:
        before.append(element)
        if element is top:
            break
    yield from before
    texts = 0
    for element in islice(rest, _NEAR_BEHIND):
        yield element
        texts += element.tag in ("p", "div") and len(element.text or "") >= _LONG
        if texts > 1:
            return


def of_comments(position: TreePosition) -> bool:
    """Whether a line stands among the comments of readers."""
    around: TreePosition | None = position
    while around is not None:
        if _COMMENTS.search(around.names):
            return True
        around = around.outer
    return False


def _headline(tree: Any, titles: set[str]) -> Any:
    """The heading that the page's tags call it by, else its only `<h1>`."""
    tops = list(tree.iter("h1"))
    for heading in [*tops, *islice(tree.iter("h2", "h3"), 40)]:
        key = match_key("".join(heading.itertext()))
        if key and any(key == title or (len(key) > 15 and key in title) for title in titles):
            return heading
    return tops[0] if len(tops) == 1 else None


def _kind(element: Any) -> int | None:
    """How surely an element is an author's: 0 by a standard, 1 by its class, 2 by its address; None: it is not."""
    told = dict(element.items())
    if element.tag == "table":
        return None  # facts about what the page speaks of
    if not told:
        return 1 if element.tag == "address" else None
    if "author" in f"{told.get('rel', '')} {told.get('itemprop', '')}".lower().split():
        return 0
    named = " ".join([value for name in _NAMING if (value := told.get(name))])
    if element.tag == "address" or _names_author(named):
        return None if _OF_HIS_LINE.search(named) and not named.endswith(_AUTHORS_LAST) else 1
    return 2 if element.tag == "a" and _TO_AUTHORS.search(told.get("href", "").lower()) else None


@lru_cache(maxsize=4096)
def _names_author(named: str) -> bool:
    """Whether classes and the like are an author's; many elements have the same."""
    return _OF_AN_AUTHOR.search(named) is not None


def _of_something_else(element: Any, around: set[Any]) -> bool:
    """Whether an element belongs to comments, teasers, the sidebar: what says so does not hold the headline."""
    if element in around:
        return True
    for outer in (element, *element.iterancestors()):
        if outer in around:
            return False
        called = " ".join(filter(None, map(outer.get, ("class", "id"))))
        outside = outer.tag in _OUTSIDE and not (outer.tag == "footer" and _HEADS_FOOT.search(called))
        if outside or _NOT_THE_AUTHOR.search(called):
            return True
    return False


def _named(element: Any, kind: int) -> str | None:
    """The people that an element names."""
    if _text(element) is None or (kind == 2 and _within_a_sentence(element)):
        return None
    if kind == 0:
        inner = element.xpath(".//*[@itemprop='name'] | .//*[contains(concat(' ',@class,' '),' fn ')]")
        told = [people_of(one.get("content") or _text(one) or "") for one in inner]
        if element.get("content"):
            told.append(people_of(element.get("content")))
        if named := _distinct([name for name in told if name]):
            return ", ".join(named)
    names: list[tuple[str, bool]] = []
    labelled, skipped = False, False
    own = kind == 1 and "author" in (element.get("class") or "").lower()
    for text, linked in _pieces(element):
        if _BY_ALONE.fullmatch(text):
            labelled, skipped = True, False
        elif _SOMEBODY_ELSE.search(text) and not (" " in text and is_office(text.split()[-1].lower())):
            skipped = True
        elif not skipped or byline_of(text):
            name = people_of(text, sure=kind == 0 or labelled or (linked and own))
            if name and not (linked and _OFFERED.search(text)):
                names.append((name, linked))
            labelled, skipped = False, False
    linked_names = [name for name, linked in names if linked]
    return ", ".join(_distinct(linked_names or [name for name, _ in names[:1]])) or None


def _within_a_sentence(link: Any) -> bool:
    """Whether a link stands in running text, which tells of somebody: `“We are late,” said Jane Roe.`"""
    around = link.getparent()
    if around is None or around.tag != "p":
        return False
    before, behind = (around.text or "").strip(), (link.tail or "").strip()
    if _BY_ALONE.search(before):
        return False
    quoted = not _QUOTES.isdisjoint(before) or (before and ends_a_sentence(behind))
    return bool(quoted) or max(len(before), len(behind)) > _LABEL


def _text(element: Any) -> str | None:
    """The text of an element on one line; None for what is too long to name people only."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > _LONGEST:
            return None
    return " ".join("".join(pieces).split())


def _pieces(element: Any) -> Iterator[tuple[str, bool]]:
    """The texts in an element, one for each element in it, and whether they are linked."""
    import lxml.etree  # type: ignore[import-untyped]  # slow to load; only pages need it

    links = 0
    walk = lxml.etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        links += (inner.tag == "a") * (1 if event == "start" else -1)
        if event == "start" and (inner.tag in _UNREAD or _TO_TOPICS.search(inner.get("href") or "")):
            walk.skip_subtree()
            continue
        text = inner.text if event == "start" else inner.tail if inner is not element else None
        if text and (line := " ".join(text.split())):
            yield line, links > 0


def _distinct(names: list[str]) -> list[str]:
    """The names without those that are a part of another one."""
    kept: list[str] = []
    for name in dict.fromkeys(names):
        if not any(match_key(name) in match_key(other) for other in kept):
            kept = [other for other in kept if match_key(other) not in match_key(name)]
            kept.append(name)
    return kept[:4]
