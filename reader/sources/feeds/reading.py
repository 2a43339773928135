"""Reading feeds in XML: RSS 0.9 to 2.0, RDF and Atom by one reader, and what calls itself so.

Here: from bytes to `Feed`, one element after the other, so that a large feed needs no more memory than its items. What
stands before the first element is dropped, and with it every declaration of an entity: nothing can be expanded or
loaded. Not here: JSON (`json_feed`), what is written badly (`mending`), dates (`dates`).

Own, over lxml: of 18 shapes of feeds (tests/test_sources_feeds_reading.py) fastfeedparser reads 8 wrong, among them
dates and addresses that the feed does not have, and makes UTC of every time; feedparser reads 3 wrong, knows no
JSON Feed and needs 60 times as long.
"""

from __future__ import annotations

import html
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]

from reader.errors import SourceError
from reader.safety import plain_line
from reader.sources.decoding import decode
from reader.sources.feeds import json_feed, mending
from reader.sources.feeds.dates import feed_date
from reader.sources.feeds.items import MOST_ITEMS, Feed, Item
from reader.sources.web.addresses import normal

_ROOT = re.compile(r"<(?:[\w-]{1,20}:)?(rss|feed|rdf|channel|opml|html)(?=[\s>/])", re.IGNORECASE)
_LOOKED_AT = 20_000
"""Characters within which the first element has to begin: servers write warnings before it."""
_SPACES = (
    ("atom", ("http://www.w3.org/2005/atom", "http://purl.org/atom/ns", "http://purl.org/atom")),
    ("content", ("http://purl.org/rss/1.0/modules/content",)),
    ("dc", ("http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0")),
    ("dcterms", ("http://purl.org/dc/terms",)),
    ("media", ("http://search.yahoo.com/mrss", "http://tools.search.yahoo.com/mrss")),
    ("sy", ("http://purl.org/rss/1.0/modules/syndication",)),
    ("xhtml", ("http://www.w3.org/1999/xhtml",)),
    ("rdf", ("http://www.w3.org/1999/02/22-rdf-syntax-ns",)),
    ("feedburner", ("http://rssnamespace.org/feedburner/ext/1.0",)),
)
_KNOWN = {uri: prefix for prefix, uris in _SPACES for uri in uris}
_CORE = ("rss", "netscape.com", "userland.com", "harvard.edu")
"""What the namespaces have in their names that stand for RSS itself."""
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MARKUP = re.compile(r"<!--.*?(?:-->|>)|<(script|style)\b.*?</\1\s*>|</?[a-zA-Z][^<>]*>", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"\s*<?[\w.+-]+@[\w.-]+>?\s*(?:\(([^()]*)\))?\s*")
_ATOM = "http://www.w3.org/2005/Atom"
_OWN_SPACE = re.compile(r"""\sxmlns\s*=\s*(["'])(.*?)\1""")
"""The namespace of elements without a prefix."""
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}
_HTML_TYPES = ("html", "text/html", "xhtml", "application/xhtml+xml")

Element = Any
"""An element of lxml, which says of its types more than they hold."""
_Fields = dict[str, list[Element]]


def is_feed(data: bytes) -> bool:
    """Whether these bytes begin like a feed, whatever their server calls them."""
    head = decode(data[: 2 * _LOOKED_AT])[:_LOOKED_AT]
    if head.lstrip()[:1] == "{":
        return json_feed.is_feed(head)
    root = _ROOT.search(head)
    return root is not None and root[1].lower() not in ("html", "opml")


def parse(data: bytes, *, address: str, now: datetime, charset: str | None = None) -> Feed:
    """The feed in these bytes. address: where it stood, for relative addresses. charset: as its server says.

    now: no item is from later than that. Raises SourceError when it is no feed; what is only badly written is read as
    far as it can be.
    """
    text = decode(data, charset)
    if text.lstrip()[:1] == "{":
        return json_feed.parse(text, address=address, now=now)
    root = _ROOT.search(text, 0, _LOOKED_AT)
    kind = root[1].lower() if root else ""
    if root is None or kind == "html":
        raise SourceError("a page, not a feed" if kind else "not a feed")
    if kind == "opml":
        raise SourceError("a list of feeds (OPML); `reader feeds import` subscribes to those in it")
    text = text[root.start() :]
    if kind == "feed":
        text = _as_atom(text)
    try:
        return _Reader(address, now).read(text, strictly=True)
    except etree.XMLSyntaxError:
        pass
    try:
        return replace(_Reader(address, now).read(mending.mended(text), strictly=False), broken=True)
    except etree.XMLSyntaxError:
        raise SourceError("a feed that is too damaged to be read") from None


def _as_atom(text: str) -> str:
    """A feed whose first element is `feed` is Atom, whatever it says of its namespace, if anything."""
    end = text.find(">")
    said = _OWN_SPACE.search(text, 0, end)
    if said is None:
        return text.replace("<feed", f'<feed xmlns="{_ATOM}"', 1) if text.lower().startswith("<feed") else text
    known = said[2].lower().rstrip("/#") in _KNOWN
    return text if known else f'{text[: said.start()]} xmlns="{_ATOM}"{text[said.end() :]}'


class _Reader:
    """One reading of a feed."""

    def __init__(self, address: str, now: datetime) -> None:
        self.address = address
        self.now = now
        self.items: list[Item] = []
        self.left_out = 0

    def read(self, text: str, *, strictly: bool) -> Feed:
        """Go through the elements; each item is let go of as soon as it is read."""
        found = etree.iterparse(
            BytesIO(text.encode("utf-8", "replace")),
            events=("end",),
            tag=("{*}item", "{*}entry"),
            encoding="utf-8",
            recover=not strictly,
            huge_tree=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        for _, element in found:
            parent = element.getparent()
            if parent is None or _name(parent.tag) in ("item", "atom:entry"):
                continue
            if len(self.items) < MOST_ITEMS:
                self.items.append(self._item(element))
            else:
                self.left_out += 1
            element.clear(keep_tail=False)
            parent.remove(element)
        if found.root is None:
            raise SourceError("not a feed")
        return self._feed(found.root)

    def _feed(self, root: Element) -> Feed:
        channel = next((one for one in root.iter("{*}channel", "channel")), root)
        fields = _fields(channel)
        title = next(_lines(fields, "title", "atom:title", "dc:title"), None)
        language = next(_lines(fields, "language", "dc:language"), None) or _language(channel)
        items = self.items
        if language:
            items = [item if item.language else replace(item, language=language) for item in items]
        return Feed(
            title=title,
            home=self._link(channel, fields),
            items=tuple(items),
            minutes=_minutes(fields),
            left_out=self.left_out,
        )

    def _item(self, element: Element) -> Item:
        fields = _fields(element)
        guid = next(_lines(fields, "guid", "atom:id", "dc:identifier"), None) or element.get(_ABOUT)
        dates = ("pubdate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "dcterms:created", "date")
        later = ("atom:updated", "atom:modified", "dcterms:modified", "published", "updated")
        said = (_plain(one) for name in (*dates, *later) for one in fields.get(name, ()))
        return Item(
            guid=plain_line(guid) if guid else None,
            url=self._link(element, fields),
            headline=next(_lines(fields, "title", "atom:title", "dc:title", "media:title"), None),
            byline=", ".join(dict.fromkeys(_authors(fields))) or None,
            published=next((when for one in said if (when := feed_date(one, self.now)) is not None), None),
            language=_language(element) or next(_lines(fields, "dc:language", "language"), None),
            content=_longest(
                fields, "content:encoded", "atom:content", "xhtml:body", "xhtml:div", "body", "fulltext", "fullitem"
            ),
            summary=_longest(fields, "description", "atom:summary", "dc:description", "summary")
            or _longest(fields, "media:description"),
            outlet=_source(fields),
        )

    def _link(self, element: Element, fields: _Fields) -> str | None:
        """The address of the page of a channel or an item: none but http and https."""
        for said, base in self._links(element, fields):
            if said and said.strip():
                try:
                    return normal(said.strip(), urljoin(self.address, base) if base else self.address)
                except SourceError:
                    continue
        return None

    def _links(self, element: Element, fields: _Fields) -> Iterator[tuple[str | None, str | None]]:
        for one in fields.get("feedburner:origlink", ()):
            yield _plain(one), None
        for one in fields.get("link", ()):
            yield _plain(one) or one.get("href"), one.base
        atom = [one for one in fields.get("atom:link", ()) if (one.get("rel") or "alternate") == "alternate"]
        for one in sorted(atom, key=lambda one: (one.get("type") or "text/html") not in _HTML_TYPES):
            yield one.get("href"), one.base
        for one in fields.get("guid", ()):
            if (one.get("isPermaLink") or one.get("ispermalink") or "true").lower() == "true":
                said = _plain(one)
                yield said if said.lower().startswith("http") else None, None
        about = element.get(_ABOUT)
        yield about if about and about.startswith("http") else None, None


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    """A tag by the prefix that everybody uses, in lower case; RSS's own without one."""
    if not isinstance(tag, str):
        return ""
    uri, _, local = tag.rpartition("}")
    uri = uri.lstrip("{").lower().rstrip("/#")
    local = local.lower()
    if not uri:
        return local  # `dc:date` where no namespace was declared
    if prefix := _KNOWN.get(uri):
        return f"{prefix}:{local}"
    return local if any(part in uri for part in _CORE) and "module" not in uri else f"other:{local}"


def _fields(element: Element) -> _Fields:
    found: _Fields = {}
    for child in element:
        found.setdefault(_name(child.tag), []).append(child)
    return found


def _plain(element: Element) -> str:
    """The text of an element, whatever stands in it."""
    text = element.text or ""
    return (text if len(element) == 0 else "".join(element.itertext())).strip()


def _html(element: Element) -> str:
    """What an element holds, as HTML."""
    mode = (element.get("mode") or "").lower()
    kind = (element.get("type") or "").lower()
    if kind.startswith(("image/", "audio/", "video/")):
        return ""
    if mode == "base64" or kind == "application/octet-stream":
        return _decoded(element.text or "")
    if len(element):
        for inner in element.iter():
            if isinstance(inner.tag, str):
                inner.tag = inner.tag.rpartition("}")[2]
        etree.cleanup_namespaces(element)
        inside = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return (html.escape(element.text or "", quote=False) + "".join(inside)).strip()
    text = (element.text or "").strip()
    atom = _name(element.tag).startswith("atom:")
    return html.escape(text, quote=False) if atom and kind in ("", "text", "text/plain") and mode != "escaped" else text


def _decoded(text: str) -> str:
    """What base64 stands for, if it is a text."""
    try:
        return b64decode(text).decode("utf-8").strip()
    except ValueError:
        return ""


def _line(element: Element) -> str:
    """What an element holds as one line: a headline, a name. Markup in it is undone."""
    text = _html(element)
    if "<" in text:
        text = _MARKUP.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return plain_line(text)


def _lines(fields: _Fields, *names: str) -> Iterator[str]:
    return (line for name in names for one in fields.get(name, ()) if (line := _line(one)))


def _longest(fields: _Fields, *names: str) -> str:
    return max((_html(one) for name in names for one in fields.get(name, ())), key=len, default="")


def _authors(fields: _Fields) -> Iterator[str]:
    """The names of authors; addresses of mail are none."""
    for one in (*fields.get("atom:author", ()), *fields.get("author", ())):
        names = [line for name in one if _name(name.tag).endswith("name") and (line := _line(name))]
        yield from names or _without_mail(_line(one) if len(one) == 0 else "")
    for name in ("dc:creator", "dc:author"):
        for one in fields.get(name, ()):
            yield from _without_mail(_line(one))


def _without_mail(line: str) -> Iterator[str]:
    mail = _MAIL.fullmatch(line)
    name = (mail[1] or "").strip() if mail else line
    if name:
        yield name


def _source(fields: _Fields) -> str | None:
    """The outlet that an item was taken from."""
    for one in (*fields.get("source", ()), *fields.get("atom:source", ())):
        inner = next((child for child in one if _name(child.tag).endswith("title")), None)
        if line := _line(inner if inner is not None else one) if len(one) == 0 or inner is not None else "":
            return line
    return None


def _language(element: Element) -> str | None:
    said = element.get(_LANG)
    return said or next((lang for one in element.iterancestors() if (lang := one.get(_LANG))), None)


def _minutes(fields: _Fields) -> int | None:
    """How long a channel asks to be left alone."""
    ttl = next(_lines(fields, "ttl"), "")
    if ttl.isdigit() and int(ttl[:7]) > 0:
        return int(ttl[:7])
    period = _PERIODS.get(next(_lines(fields, "sy:updateperiod"), "").lower())
    often = next(_lines(fields, "sy:updatefrequency"), "1")
    return period // max(1, int(often[:4]) if often.isdigit() else 1) if period else None
