"""What a page's tags say about it: JSON-LD, OpenGraph and other meta tags, <time>, the title.

Here: reading them. Not here: what the page's own text says (`head`, `dating`, `outlets`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from reader.cleaning.dates import Day, parse_stamp
from reader.safety import plain_line

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_HOME = re.compile(r"(?:(?:https?://web\.archive\.org)?/web/\d+\w*/)?(?:https?:)?//[^/?#]+/?|/")
"""The address of a front page, also of one kept in the web's archive."""
_LONGEST_BODY = 500_000
_ARTICLE_TYPES = ("article", "posting", "report", "liveblog", "newsarticle")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date",
    "dcterms.created", "dcterms.issued", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date",
    "publicationdate", "article.published", "article.created", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "article_date_original", "originalpublicationdate", "citation_publication_date",
    "citation_date",
    "og:published_time", "og:pubdate", "timestamp", "rnews:datepublished", "article:published", "created",
    "date_published",
    "displaydate", "vr:published_time", "dateline", "last-published",
)  # fmt: skip


@dataclass(slots=True)
class Said:
    """What the tags say; every field may be missing."""

    title: str | None = None
    marked_up: str | None = None
    """The headline in JSON-LD."""
    shared: str | None = None
    """The headline for those who share the page: `og:title`."""
    headlines: list[str] = field(default_factory=list)
    """All headlines that any tag names."""
    descriptions: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    published: list[Day] = field(default_factory=list)
    modified: list[Day] = field(default_factory=list)
    language: str | None = None
    url: str | None = None
    tops: list[str] = field(default_factory=list)
    """The texts of the page's `<h1>` elements but those that lead to the front page."""
    body: str = ""
    """The article's text in JSON-LD, without markup; line breaks as they are. Many pages give none or a part."""


def read(tree: Any) -> Said:
    """All that the tags of a page say, best first in every list."""
    said = Said()
    title = tree.find(".//head/title")
    if title is None:
        title = tree.find(".//title")
    if title is not None:
        said.title = plain_line(title.text_content())[:400] or None
    language = (tree.get("lang") or tree.get("xml:lang") or "").strip().lower()
    if re.match(r"[a-z]{2}(?:[-_]|$)", language):
        said.language = language[:2]
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            _json_ld(script.text or "", said)
    _meta(tree, said)
    link = tree.find(".//link[@rel='canonical']")
    if link is not None and (link.get("href") or "").startswith("http"):
        said.url = link.get("href")
    _times(tree, said)
    for top in list(tree.iter("h1"))[:8]:
        if not _leads_home(top):
            _put(said.tops, " ".join(top.itertext())[:400])
    return said


def _leads_home(top: Any) -> bool:
    """Whether a heading is a link to the front page: the name of the site, as logos are marked up."""
    whole = len("".join(top.itertext()).split())
    for link in (top.getparent(), *top.iter("a")):
        if link is not None and link.tag == "a" and 2 * len("".join(link.itertext()).split()) > whole:
            return link.get("rel") == "home" or _HOME.fullmatch((link.get("href") or "").strip()) is not None
    return False


def _meta(tree: Any, said: Said) -> None:
    values: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = plain_line(tag.get("content") or "")[:1000]
        if name and content:
            values.setdefault(name, content)
    said.shared = unescape(values.get("og:title", "")) or None
    for name in ("og:title", "twitter:title", "headline", "dc.title", "title", "parsely-title", "sailthru.title"):
        _put(said.headlines, values.get(name))
    for name in ("og:description", "description", "twitter:description"):
        _put(said.descriptions, values.get(name))
    for name in (
        "og:site_name",
        "application-name",
        "dc.publisher",
        "publisher",
        "apple-mobile-web-app-title",
        "citation_journal_title",
    ):
        _put(said.outlets, values.get(name))
    for name in (
        "author",
        "article:author",
        "dc.creator",
        "byl",
        "parsely-author",
        "sailthru.author",
        "cxenseparse:author",
    ):
        if not values.get(name, "http").startswith("http"):
            _put(said.bylines, values[name])
    for name in _DATES:
        _date(said.published, values.get(name))
    for name in (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "last-modified",
        "lastmod",
        "dcterms.modified",
    ):
        _date(said.modified, values.get(name))
    said.url = said.url or values.get("og:url")
    locale = values.get("og:locale", "").lower()
    if said.language is None and re.match(r"[a-z]{2}(?:_|-|$)", locale):
        said.language = locale[:2]


def _times(tree: Any, said: Said) -> None:
    for tag in tree.iter("time"):
        value = tag.get("datetime")
        told = " ".join(filter(None, (tag.get("itemprop"), tag.get("class"), tag.get("pubdate") and "pubdate"))).lower()
        if not value:
            continue
        if "modif" in told or "updat" in told:
            _date(said.modified, value)
        elif "publish" in told or "pubdate" in told:
            _date(said.published, value)
    for tag in tree.xpath("//*[@itemprop='datePublished']"):
        _date(said.published, tag.get("content") or tag.get("datetime") or plain_line(tag.text_content())[:100])


def _put(values: list[str], value: Any) -> None:
    if isinstance(value, str):
        value = plain_line(unescape(value))
        if value and value not in values:
            values.append(value)


def _date(values: list[Day], value: Any) -> None:
    if isinstance(value, str):
        when = parse_stamp(value)
        if when is not None and when not in values:
            values.append(when)


def _json_ld(text: str, said: Said) -> None:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$", "", text.strip())
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    things = list(_things(data))
    articles = [t for t in things if any(str(kind).lower().endswith(_ARTICLE_TYPES) for kind in _types(t))]
    for thing in articles:
        _put(said.headlines, thing.get("headline") or thing.get("name"))
        said.marked_up = said.marked_up or (said.headlines[0] if said.headlines else None)
        _put(said.descriptions, thing.get("description"))
        _date(said.published, thing.get("datePublished"))
        _date(said.published, thing.get("dateCreated"))
        _date(said.modified, thing.get("dateModified"))
        if isinstance(told := thing.get("articleBody"), str) and len(told) > len(said.body):
            said.body = unescape(_MARKUP.sub("\n", unescape(told[:_LONGEST_BODY])))
        for author in _listed(thing.get("author")):
            _put(said.bylines, author.get("name") if isinstance(author, dict) else author)
        for publisher in _listed(thing.get("publisher")):
            _put(said.outlets, publisher.get("name") if isinstance(publisher, dict) else publisher)
    for thing in things:
        if any(str(kind) in ("WebSite", "NewsMediaOrganization") for kind in _types(thing)):
            _put(said.outlets, thing.get("name"))
        if any(str(kind) == "WebPage" for kind in _types(thing)):
            _date(said.published, thing.get("datePublished"))


def _types(thing: dict[str, Any]) -> list[Any]:
    return _listed(thing.get("@type"))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """Every object at the top, in lists, in @graph and under mainEntity, without recursion."""
    waiting = [data]
    looked_at = 0
    while waiting and looked_at < 2000:
        thing = waiting.pop(0)
        looked_at += 1
        if isinstance(thing, list):
            waiting.extend(thing)
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(
                thing[name] for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement") if name in thing
            )
