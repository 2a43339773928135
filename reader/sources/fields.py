"""The fields of a record: which of the names that programs use mean headline, outlet, date, text and so on.

Here: the table of synonyms and how each field's value is read. It covers what trafilatura, newspaper4k, news-please
and fundus write, schema.org's NewsArticle, JSON Feed, and common data sets. Not here: finding the records in a file
(`records`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from reader.article import Kind
from reader.safety import plain_line
from reader.sources.dates import moment, said_date
from reader.sources.kinds import sniff
from reader.sources.web.addresses import TRACKING

# Names are compared in lower case and without `_`, `-` and blanks: `publishedAt`, `published_at` and `Published At` are
# one. Of several fields with a value the first in the table counts.
TEXT = (
    *("text", "maintext", "plaintext", "articletext", "articlebody", "bodytext", "contenttext", "fulltext"),
    *("body", "content", "story", "article", "rawtext"),
)
HTML = ("html", "rawhtml", "fullhtml", "pagehtml", "articlehtml", "contenthtml", "bodyhtml", "htmlcontent")
_TEXTS, _PAGES = frozenset(TEXT), frozenset(HTML)
TEASER = ("description", "excerpt", "summary", "abstract", "metadescription", "teaser", "lead")
"""The only text that some records have; taken where there is nothing better and it is plainly an article's."""
HEADLINE = ("headline", "title", "articletitle", "webtitle", "titlepage", "ogtitle")
BYLINE = ("byline", "author", "authors", "creator", "creators", "writer")
OUTLET = (
    *("outlet", "sitename", "metasitename", "sourcehostname", "publisher", "publishername", "publication"),
    *("newspaper", "sourcename", "source", "provider", "feedtitle", "feed", "origin", "sitetitle", "channel"),
)
HOST = ("hostname", "sourcedomain", "domain", "host")
"""Say the outlet only where no address does: cleaning knows better what an address says."""
PUBLISHED = (
    *("datepublished", "published", "publishdate", "publisheddate", "publishedat", "publishedon", "publishedtime"),
    *("publishingdate", "publicationdate", "publicationtime", "datepublish", "pubdate", "webpublicationdate"),
    *("firstpublished", "date", "articledate", "datetime", "posted", "postedat"),
)
FETCHED = (
    *(
        "fetched",
        "fetchedat",
        "retrieved",
        "retrievedat",
        "dateretrieved",
        "datedownload",
        "downloaded",
        "downloadedat",
    ),
    *(
        "crawldate",
        "crawled",
        "crawledat",
        "crawltime",
        "scraped",
        "scrapedat",
        "dateaccessed",
        "filedate",
        "timestamp",
    ),
)
LANGUAGE = ("language", "lang", "metalang", "inlanguage", "langcode")
URL = (
    *("url", "link", "canonicalurl", "canonicallink", "canonical", "permalink", "articleurl", "weburl"),
    *("respondedurl", "requestedurl", "uri", "sourceurl", "source"),
)
IDENTIFIER = ("id", "guid", "uuid", "uid", "articleid", "docid")

_NOTHING = frozenset({"", "none", "null", "nan", "n/a", "unknown", "undefined"})
"""What programs write where a value is missing."""
_LONGEST = 2000
"""Characters of the longest headline, byline, outlet or address; what is longer is ignored."""
_PARTS = ("summary", "headline", "sections", "paragraphs", "text", "value", "content")
"""The parts of a nested text, in reading order (fundus: summary, sections with headline and paragraphs)."""
_DEEPEST = 6
_USUAL_NAME = 40
"""Characters of the longest name that is remembered."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a record says; the fields mean what they mean in `RawDocument`."""

    text: str
    kind: Kind
    headline: str | None
    byline: str | None
    outlet: str | None
    published: date | datetime | None
    fetched: datetime | None
    language: str | None
    url: str | None
    teaser: str | None = None


def by_name(record: dict[str, object]) -> dict[str, object]:
    """The fields under the names that the table uses; of two that fall together the first with a value counts."""
    fields: dict[str, object] = {}
    for name, value in record.items():
        key = _folded(name) if len(name) <= _USUAL_NAME else _folded.__wrapped__(name)
        if fields.get(key) in (None, "", []):
            fields[key] = value
    page = fields.get("html")
    if isinstance(page, dict):  # fundus: the page with its addresses and the time of the visit
        fields["html"] = page.get("content")
        for name in ("responded_url", "requested_url", "crawl_date"):
            fields.setdefault(name.replace("_", ""), page.get(name))
    return fields


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    """A field's name as the table has it."""
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


def text_of(fields: dict[str, object]) -> tuple[str, Kind] | None:
    """The text or page that a record's own fields hold, with its kind; None when they hold none."""
    for name in TEXT:
        if name in fields and (text := prose(fields[name])).strip():
            return text, sniff(text)
    for name in HTML:
        page = fields.get(name)
        if isinstance(page, str) and page.strip():
            return _tidy(page), "html"
    return None


def has_text(fields: dict[str, object]) -> bool:
    """Whether `text_of` finds one; quickly told."""
    for name, value in fields.items():
        if name in _TEXTS and (value if isinstance(value, str) else prose(value)).strip():
            return True
        if name in _PAGES and isinstance(value, str) and value.strip():
            return True
    return False


def teaser_of(fields: dict[str, object]) -> tuple[str, Kind] | None:
    """As `text_of`, from a field that only summarizes, if there is a headline with an address or a date.

    Much other JSON has a description, too: packages, settings, catalogues.
    """
    if _first(_lines(fields, HEADLINE)) is None or (url_of(fields) is None and _published(fields) is None):
        return None
    text = _teaser(fields)
    return None if text is None else (text, sniff(text))


def _teaser(fields: dict[str, object]) -> str | None:
    return next((text for name in TEASER if name in fields and (text := prose(fields[name])).strip()), None)


def is_without_text(fields: dict[str, object]) -> bool:
    """Whether there is a headline and a field for the text with nothing in it.

    Much other JSON has a title, too, and no such field: schemas, settings, catalogues.
    """
    values = [fields[name] for name in (*TEXT, *HTML) if name in fields]
    empty = any(not value.strip() if isinstance(value, str) else value in (None, []) for value in values)
    return empty and text_of(fields) is None and _first(_lines(fields, HEADLINE)) is not None


def stated(fields: dict[str, object]) -> Stated | None:
    """All that a record says, or None when it has no text at all. Fields that make no sense are left unknown."""
    found = text_of(fields)
    teaser = _teaser(fields) if found else None
    found = found or teaser_of(fields)
    if found is None:
        return None
    text, kind = found
    url = url_of(fields)
    outlet = _first(_lines(fields, OUTLET))
    return Stated(
        text=text,
        kind=kind,
        headline=_first(_lines(fields, HEADLINE)),
        byline=_first(_lines(fields, BYLINE)),
        outlet=outlet or (None if url else _first(_lines(fields, HOST))),
        published=_published(fields),
        fetched=next((time for name in FETCHED if name in fields and (time := moment(fields[name])) is not None), None),
        language=next((code for line in _lines(fields, LANGUAGE) if (code := _language(line))), None),
        url=url,
        teaser=teaser.strip()[:_LONGEST] if teaser else None,
    )


def _published(fields: dict[str, object]) -> date | datetime | None:
    said = (said_date(fields[name]) for name in PUBLISHED if name in fields)
    return next((day for day in said if day is not None), None)


def url_of(fields: dict[str, object]) -> str | None:
    """The page's own address."""
    for name in URL:
        value = fields.get(name)
        if not isinstance(value, str):
            continue
        address = plain_line(value) if len(value) <= _LONGEST else ""
        if _is_address(address) and not (name in ("sourceurl", "source") and _is_root(address)):
            return address
    return None


def bare_address(url: str) -> str:
    """An address without what says only who follows it and how: scheme, `www.`, fragment, tracking (`utm_source`)."""
    place, _, query = url.partition("#")[0].partition("?")
    place = place.partition("//")[2].removeprefix("www.").rstrip("/")
    told = [part for part in query.split("&") if part and not TRACKING.match(part)]
    return f"{place}?{'&'.join(told)}" if told else place


def identifier_of(fields: dict[str, object]) -> str | None:
    """What names the record within its file, wherever in the file it stands: its address, else its own id."""
    url = url_of(fields)
    if url:
        return url
    for name in IDENTIFIER:
        value = fields.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and (line := _line(str(value))):
            return line
    return None


def prose(value: object, depth: int = 0) -> str:
    """The running text of a field: a string, a list of paragraphs, or a nested text; empty when it is none of these."""
    if isinstance(value, str):
        return _tidy(value)
    if depth > _DEEPEST:
        return ""
    if isinstance(value, list):
        parts: Iterable[str] = (prose(item, depth + 1) for item in value)
    elif isinstance(value, dict) and not ({"url", "title"} & value.keys()):  # with these it is an article of its own
        parts = (prose(value.get(name), depth + 1) for name in _PARTS)
    else:
        return ""
    return "\n\n".join(part for part in parts if part.strip())


def _tidy(text: str) -> str:
    """JSON may escape half a character (a lone surrogate), which no text can be written with."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _lines(fields: dict[str, object], names: tuple[str, ...]) -> Iterator[str]:
    """The values of these fields, each as one line for people; addresses and missing values left out."""
    for name in names:
        value = fields.get(name)
        if value is None:
            continue
        if isinstance(value, str):
            if line := _line(value):
                yield line
            continue
        items = value if isinstance(value, list) else [value]
        named = [line for item in items[:50] if (line := _line(_name(item)))]
        joined = ", ".join(dict.fromkeys(named))
        if 0 < len(joined) <= _LONGEST:
            yield joined


def _name(value: object) -> str:
    """A name that stands by itself or in an object: schema.org's {"name": ...}, fundus's publisher."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "title", "value", "@value") if key in value), None)
    return value if isinstance(value, str) else ""


def _line(text: str) -> str | None:
    if len(text) > _LONGEST:
        return None
    line = plain_line(text)
    return None if line.lower() in _NOTHING or _is_address(line) else line


def _first(lines: Iterator[str]) -> str | None:
    return next(lines, None)


def _language(line: str) -> str | None:
    """The ISO 639-1 code in `en`, `en-US`, `pt_BR`; None for names and longer codes."""
    found = re.fullmatch(r"([a-z]{2})(?:[-_][\w-]{1,20})?", line, re.IGNORECASE | re.ASCII)
    return found[1].lower() if found else None


def _is_address(text: str) -> bool:
    return text[:8].lower().startswith(("http://", "https://")) and " " not in text


def _is_root(address: str) -> bool:
    """Whether an address is a whole site's rather than a page's."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return parts.path in ("", "/") and not parts.query
