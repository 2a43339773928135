"""What a page's tags say about it: JSON-LD, OpenGraph and other meta tags, <time>, the title.

Here: reading them. Not here: what the page's own text says (`head`, `dating`, `outlets`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone
from html import unescape
from itertools import dropwhile, islice
from typing import Any

from reader.cleaning.input.text_lines import ends_a_sentence, match_key, reads_like_text
from reader.cleaning.metadata.dates.forms import Day, parse_stamp
from reader.cleaning.metadata.dates.months import OTHER_WORDS, PUBLISHED_WORDS, UPDATED_WORDS
from reader.safety import plain_line

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_HOME = re.compile(r"(?:(?:https?://web\.archive\.org)?/web/\d+\w*/)?(?:https?:)?//[^/?#]+/?|/")
"""The address of a front page, also of one kept in the web's archive."""
_LONGEST_BODY = 500_000
_LONGEST_TITLE = 400
_LONGEST_NAME = 200
_WRAPPED = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$")
_COMMA = re.compile(r",(\s*[}\]])")
_SPELLED = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"(?=\s*[,}])')
_PARSELY = re.compile(r'"pub_date"\s*:\s*"([^"]{8,40})"')
_MOST_DATES = 50
_NEWS_AGE = 3e8
"""So many seconds after 1970 no article had been published on a page; smaller numbers are something else."""
_EPOCH = re.compile(r"\d{9,10}|\d{12,13}")
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
class PageTags:
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
    beside_top: Day | None = None
    """What a `<time>` that does not call itself anything says under the headline; asked for if no other tag tells."""
    language: str | None = None
    url: str | None = None
    tops: list[str] = field(default_factory=list)
    """The texts of the page's `<h1>` elements but those that lead to the front page."""
    body: str = ""
    """The article's text in JSON-LD, without markup; line breaks as they are. Many pages give none or a part."""


def read(tree: Any) -> PageTags:
    """All that the tags of a page say, best first in every list."""
    tags = PageTags()
    title = tree.find(".//head/title")
    if title is None:
        title = tree.find(".//title")
    if title is not None:
        tags.title = plain_line(unescape(title.text_content()))[:_LONGEST_TITLE] or None
    language = (tree.get("lang") or tree.get("xml:lang") or "").strip().lower()
    if re.match(r"[a-z]{2}(?:[-_]|$)", language):
        tags.language = language[:2]
    for top in list(tree.iter("h1"))[:8]:
        if not _leads_home(top):
            _put(tags.tops, " ".join(top.itertext())[:400])
    _json_ld(tree, tags)
    _meta(tree, tags)
    link = tree.find(".//link[@rel='canonical']")
    if link is not None and (link.get("href") or "").startswith("http"):
        tags.url = link.get("href")
    _times(tree, tags)
    if not tags.published:
        tags.beside_top = _beside_top(tree)
    return tags


def _leads_home(top: Any) -> bool:
    """Whether a heading is a link to the front page: the name of the site, as logos are marked up."""
    whole = len("".join(top.itertext()).split())
    for link in (top.getparent(), *top.iter("a")):
        if link is not None and link.tag == "a" and 2 * len("".join(link.itertext()).split()) > whole:
            return link.get("rel") == "home" or _HOME.fullmatch((link.get("href") or "").strip()) is not None
    return False


def _meta(tree: Any, tags: PageTags) -> None:
    values: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = plain_line(tag.get("content") or "")[:1000]
        if name and content:
            values.setdefault(name, content)
    tags.shared = _headline(values.get("og:title"))
    for name in ("og:title", "twitter:title", "headline", "dc.title", "title", "parsely-title", "sailthru.title"):
        _put(tags.headlines, _headline(values.get(name)))
    for name in ("og:description", "description", "twitter:description"):
        _put(tags.descriptions, values.get(name))
    for name in (
        "og:site_name",
        "application-name",
        "dc.publisher",
        "publisher",
        "apple-mobile-web-app-title",
        "citation_journal_title",
    ):
        _put(tags.outlets, values.get(name))
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
            _put(tags.bylines, values[name])
    for name in _DATES:
        _date(tags.published, _moment(values.get(name)))
    if told := _PARSELY.search(values.get("parsely-page", "")):
        _date(tags.published, told[1])
    for name in (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "last-modified",
        "lastmod",
        "dcterms.modified",
    ):
        _date(tags.modified, values.get(name))
    tags.url = tags.url or values.get("og:url")
    locale = values.get("og:locale", "").lower()
    if tags.language is None and re.match(r"[a-z]{2}(?:_|-|$)", locale):
        tags.language = locale[:2]


def _times(tree: Any, tags: PageTags) -> None:
    for tag in tree.iter("time"):
        value, told = tag.get("datetime"), _called(tag)
        if not value:
            continue
        if _of_a_change(told):
            _date(tags.modified, value)
        elif "publish" in told or "pubdate" in told:
            _date(tags.published, value)
    for tag in tree.iter("abbr"):  # as hAtom has it
        if "published" in (tag.get("class") or "").split():
            _date(tags.published, tag.get("title"))
    for tag in tree.xpath("//*[@itemprop='datePublished']"):
        _date(tags.published, tag.get("content") or tag.get("datetime") or plain_line(tag.text_content())[:100])


def _called(time: Any) -> str:
    return " ".join(filter(None, (time.get("itemprop"), time.get("class"), time.get("pubdate") and "pubdate"))).lower()


def _of_a_change(called: str) -> bool:
    return "modif" in called or "updat" in called


_SOON, _TEXT = 30, 200
"""So many elements under a heading its date stands at most, and before a text of so many characters."""
_FEW, _PIECE = 25, 20
"""So many words stand in the line of a date at most: names, offices, how long it takes to read."""
_LINES = frozenset({"p", "div", "li", "header", "section", "article", "td", "body", "h1", "h2", "h3"})
_BEFORE = re.compile(r"[^\W\d_]+")
_FARTHER = frozenset({"article", "aside", "footer", "form", "h2", "h3", "nav"})
"""Where something else begins."""


def _beside_top(tree: Any) -> Day | None:
    """The moment of the first `<time>` soon after the one `<h1>`: most pages mark up the day of publication so, and
    say no more of it.
    """
    tops = list(tree.iter("h1"))
    if len(tops) != 1:
        return None
    sentences = 0
    for tag in islice(dropwhile(lambda element: element is not tops[0], tree.iter()), _SOON):
        if tag.tag == "time" and tag.get("datetime") and not _of_a_change(_called(tag)) and not _after_update(tag):
            return parse_stamp(tag.get("datetime")) if _on_a_line_of_dates(tag) else None
        text = tag.text or ""
        sentences += tag.tag == "p" and reads_like_text(text.strip())
        if tag.tag in _FARTHER or (tag.tag != "script" and len(text) >= _TEXT) or sentences > 1:
            return None
    return None


def _after_update(time: Any) -> bool:
    """Whether the words right before a `<time>` call it that of a change: `Updated <time>`."""
    before, _ = _around(time)
    return not UPDATED_WORDS.isdisjoint(_BEFORE.findall(before.lower())[-3:])


def _on_a_line_of_dates(time: Any) -> bool:
    """Whether little else stands on the line of a `<time>`, no sentence and no label of something else."""
    before, after = _around(time)
    words = _BEFORE.findall(f"{before} {after}".lower())
    labelled = before.rstrip().endswith(":") and PUBLISHED_WORDS.isdisjoint(words)
    sentence = ends_a_sentence(after.strip()) and len(after) > _PIECE
    return len(words) <= _FEW and not labelled and not sentence and OTHER_WORDS.isdisjoint(words)


def _around(time: Any) -> tuple[str, str]:
    """The text before a `<time>` on its line, as far as the `<time>` before it, and the text after it."""
    block = time.getparent()
    while block is not None and block.tag not in _LINES and block.getparent() is not None:
        block = block.getparent()
    before: list[str] = []
    after: list[str] = []
    seen = False
    for element in islice(block.iter(), _SOON) if block is not None else ():
        other = element.tag in _LINES and element is not block
        if other and seen:
            break
        seen = seen or element is time
        if other or (element.tag == "time" and not seen):
            before = []
        texts = after if seen else before
        texts += ["" if element is time else element.text or "", "" if element is block else element.tail or ""]
    return " ".join(before), " ".join(after)


def _headline(value: Any) -> str | None:
    """A headline as a tag gives it, without markup in it; None for what is too long to be one."""
    text = plain_line(_MARKUP.sub(" ", unescape(value))) if isinstance(value, str) else ""
    return text if 0 < len(text) <= _LONGEST_TITLE else None


def _put(values: list[str], value: Any) -> None:
    if isinstance(value, str):
        value = plain_line(unescape(value))
        if value and value not in values:
            values.append(value)


def _date(values: list[Day], value: Any) -> None:
    when = parse_stamp(value) if isinstance(value, str) and len(values) < _MOST_DATES else None
    if when is not None and when not in values:
        values.append(when)


def _json_ld(tree: Any, tags: PageTags) -> None:
    things = [
        thing
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for thing in _things(_loaded(_WRAPPED.sub("", (script.text or "").strip())))
    ]
    articles = [t for t in things if any(str(kind).lower().endswith(_ARTICLE_TYPES) for kind in _types(t))]
    if len(articles) > 1:
        articles = _of_this_page(articles, tree, tags.tops) or articles
    for thing in articles:
        headline = _headline(_first_text(thing.get("headline"))) or _headline(_first_text(thing.get("name")))
        _put(tags.headlines, headline)
        tags.marked_up = tags.marked_up or headline
        _put(tags.descriptions, _first_text(thing.get("description")))
        for name in ("datePublished", "dateCreated"):
            _date(tags.published, _moment(thing.get(name)))
        _date(tags.modified, _moment(thing.get("dateModified")))
        if isinstance(told := thing.get("articleBody"), str) and len(told) > len(tags.body):
            tags.body = unescape(_MARKUP.sub("\n", unescape(told[:_LONGEST_BODY])))
        for author in _listed(thing.get("author")):
            called = _first_text(author)
            if called and len(called) <= _LONGEST_NAME and not called.startswith("http"):
                _put(tags.bylines, called)
        for publisher in _listed(thing.get("publisher")):
            _put(tags.outlets, _first_text(publisher))
    for thing in things:
        if any(str(kind) in ("WebSite", "NewsMediaOrganization") for kind in _types(thing)):
            _put(tags.outlets, _first_text(thing.get("name")))
        if any(str(kind) == "WebPage" for kind in _types(thing)):
            _date(tags.published, _moment(thing.get("datePublished")))


def _of_this_page(articles: list[dict[str, Any]], tree: Any, tops: list[str]) -> list[dict[str, Any]]:
    """Those of several articles whose address or headline is that of the page: the others are teasers of others."""
    link = tree.find(".//link[@rel='canonical']")
    address = (link.get("href") or "").rstrip("/") if link is not None else ""
    if address and (own := [thing for thing in articles if address in map(_bare_address, _addresses(thing))]):
        return own
    shared, title = tree.find(".//meta[@property='og:title']"), tree.find(".//title")
    told = [
        *tops,
        shared.get("content") or "" if shared is not None else "",
        title.text or "" if title is not None else "",
    ]
    titles = [match_key(unescape(text)) for text in told if match_key(text)]
    return [
        thing for thing in articles if _agrees(match_key(unescape(_first_text(thing.get("headline")) or "")), titles)
    ]


def _addresses(thing: dict[str, Any]) -> Iterator[Any]:
    for name in ("url", "@id", "mainEntityOfPage"):
        value = thing.get(name)
        yield value.get("@id") or value.get("url") if isinstance(value, dict) else value


def _bare_address(value: Any) -> str:
    return value.partition("#")[0].rstrip("/") if isinstance(value, str) else ""


def _agrees(headline: str, titles: list[str]) -> bool:
    """Whether a headline is one of the titles, or one of the two holds the other with an outlet's name."""
    return bool(headline) and any(
        headline == title or (min(len(headline), len(title)) > 15 and (headline in title or title in headline))
        for title in titles
    )


def _loaded(text: str) -> Any:
    """The JSON that a text begins with. Of one with a comma too many it is read all the same; of broken news the
    headline and the days.
    """
    found = _decoded(text) or _decoded(_COMMA.sub(r"\1", text))
    if found is None and "Article" in text:
        told = dict(_SPELLED.findall(text[:_LONGEST_BODY])[::-1])
        return {"@type": "NewsArticle", **told} if told else None
    return found


def _decoded(text: str) -> Any:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _first_text(value: Any) -> str | None:
    """The text that a value is, or has first in it: as a list, as an object's name."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
    return value if isinstance(value, str) else None


def _moment(value: Any) -> str | None:
    """A date as a text: what it is, or seconds or thousandths since 1970 written out."""
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, (int, float)) or (isinstance(value, str) and _EPOCH.fullmatch(value)):
        seconds = float(value) / (1000 if float(value) > 1e11 else 1)
        return datetime.fromtimestamp(seconds, timezone.utc).isoformat() if _NEWS_AGE < seconds < 4e9 else None
    return _first_text(value)


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
            waiting.extend(thing[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in thing)
