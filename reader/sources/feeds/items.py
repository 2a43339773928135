"""What a feed says: its title and its items, and an item as a document.

Here: the nouns of feeds, what makes an item the same item, when it only teases, its record. Not here: reading XML
and JSON (`reading`, `json_feed`).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime

from reader.article import RawDocument
from reader.reading_time import word_count
from reader.scripts import may_be_unspaced
from reader.sources import records
from reader.sources.fields import bare_address
from reader.sources.many import from_record

MOST_ITEMS = 20_000
"""Items of one feed that are read; those named first are the newest."""
_TEASER_WORDS = 150
"""A text of fewer words may be a short report or the beginning of one."""
_SURELY_WHOLE = 400
_GOES_ON = re.compile(
    r"(?:…|\.\.\.|\[\s?(?:…|\.\.\.|&hellip;|&#8230;)\s?\]|»|→|>>)\s*$|"
    r"(?:read|view|see|continue)\s+(?:more|on|reading|the (?:full|whole|rest)|full)\b.{0,60}$|"
    r"(?:weiterlesen|lire (?:la suite|plus)|leer más|continua a leggere|lees (?:meer|verder)|läs mer).{0,40}$",
    re.IGNORECASE,
)
_SIGNS = (
    *("…", "...", "hellip", "8230", "»", "→", ">>", "read", "view", "see", "continu"),
    *("weiterlesen", "lire", "leer", "lees", "läs mer"),
)
"""What stands in all that this finds, quickly looked for."""
_AT_THE_END = 120
"""Characters in which that is said."""
_TAGS = re.compile(r"<[^<>]*>(?:<[^<>]*>)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a feed. Texts are plain lines but `content` and `summary`, which are HTML (or text)."""

    guid: str | None = None
    """What the feed calls it by; not to be trusted alone."""
    url: str | None = None
    """The address of its page, whole."""
    headline: str | None = None
    byline: str | None = None
    published: date | datetime | None = None
    language: str | None = None
    content: str = ""
    """The article, or as much of it as the feed has."""
    summary: str = ""
    """What the feed says in place of it, or besides."""
    outlet: str | None = None
    """Who published it, where the feed collects from others."""

    @property
    def text(self) -> str:
        """The longer of content and summary: some feeds have the whole in one, some in the other."""
        return self.content if len(self.content) >= len(self.summary) else self.summary

    @property
    def key(self) -> str:
        """What it is known by in its feed: its guid, else its address, else what it says."""
        if self.guid:
            return self.guid if len(self.guid) <= 300 else _hash(self.guid)
        return bare_address(self.url) if self.url else _hash(f"{self.headline}\0{self.text}")

    @property
    def digest(self) -> bytes:
        """Changes when its author changes what a reader would read; not with the address or the date."""
        return judge(self)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was read."""

    title: str | None = None
    home: str | None = None
    """The address of the site that it belongs to."""
    items: tuple[Item, ...] = ()
    minutes: int | None = None
    """How long it asks to be left alone."""
    left_out: int = 0
    """Items beyond those that are read."""
    broken: bool = False
    """Whether it had to be mended to be read."""

    @property
    def not_articles(self) -> str | None:
        """What it is a feed of, if plainly not of articles: `comments`, `links`, `episodes to listen to`."""
        if not self.items:
            return None
        comments = sum("#comment" in (item.url or "") for item in self.items)
        if 2 * comments > len(self.items) or re.match(
            r"comments? (?:on|for)\b|kommentare? (?:zu|für)\b", self.title or "", re.I
        ):
            return "comments"
        bare = sum(_mostly_links(item.text) for item in self.items)
        return "links" if len(self.items) >= 3 and 4 * bare > 3 * len(self.items) else None


def judge(item: Item) -> tuple[bytes, bool]:
    """The digest of an item, and whether the feed plainly, or maybe, has only the beginning of it.

    Both are told by what a reader would read of it.
    """
    content, summary = _words(item.content), _words(item.summary)
    said = f"{_words(item.headline or '')}\0{content}\0{summary}"
    digest = hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=16).digest()
    return digest, _teases(content if item.text is item.content else summary)


def _teases(words: str) -> bool:
    """Whether a text is plainly, or maybe, only the beginning of one."""
    blanks = words.count(" ")  # as many words there are at least
    count = word_count(words) if blanks < _SURELY_WHOLE and may_be_unspaced(words) else blanks + 1
    if count >= _SURELY_WHOLE:
        return False
    return count < _TEASER_WORDS or _goes_on(words[-_AT_THE_END:])


def _goes_on(end: str) -> bool:
    """Whether a text that ends so says that there is more of it."""
    folded = end.casefold()
    return any(sign in folded for sign in _SIGNS) and bool(_GOES_ON.search(end))


def record_of(item: Item, outlet: str | None, page: str | None = None) -> records.Fields:
    """An item as a record (see `fields`). page: the HTML of its page, where that has more than the feed has."""
    text = item.text or item.headline or ""
    fields: records.Fields = {
        "id": item.guid,
        "url": item.url,
        "title": item.headline,
        "author": item.byline,
        "site_name": item.outlet or outlet,
        "date_published": None if item.published is None else item.published.isoformat(),
        "language": item.language,
    }
    if page is not None:
        fields |= {"html": page, "summary": text}
    elif "<" in text:
        fields["content_html"] = text
    else:
        fields["content_text"] = text
    return {name: value for name, value in fields.items() if value}


def document_of(
    item: Item,
    *,
    identity: str,
    source: str,
    outlet: str | None,
    page: str | None = None,
    fetched: datetime | None = None,
) -> RawDocument:
    """An item as a document. Without text and headline it is an empty one, of which nothing can be made."""
    record = record_of(item, outlet, page)
    data = records.pack(record)
    found = from_record(record, data, identity=identity, source=source, stamp="", fetched=fetched)
    return found or RawDocument(identity=identity, text="", data=data, container="record", source=source)


def _words(text: str) -> str:
    """The text without its tags, its white space single blanks."""
    if "<" in text:
        text = _TAGS.sub(" ", text)
    if "  " in text or not text.isprintable():  # other white space is not printable
        text = " ".join(text.split())
    return text.strip(" ")


def _mostly_links(text: str) -> bool:
    """Whether little stands in it outside of links."""
    outside = _words(re.sub(r"<a\b.*?</a>", " ", text, flags=re.DOTALL | re.IGNORECASE))
    return "<a" in text.lower() and word_count(outside) < 12


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:40]
