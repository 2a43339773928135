"""What a page's tags say about it: JSON-LD, OpenGraph and other meta tags, <time>, the title.

Here: reading them. Not here: what the page's own text says (`headline`, `dates.publication`, `outlets`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import Any

from reader.cleaning.input.repair import repaired
from reader.cleaning.input.text_lines import match_key
from reader.cleaning.metadata.authors import marked_authors
from reader.cleaning.metadata.byline import people_of
from reader.cleaning.metadata.dates.forms import Day, parse_stamp
from reader.cleaning.metadata.json_ld import (
    ARTICLE_TYPES,
    LONGEST_BODY,
    WRAPPING,
    as_list,
    first_text,
    load,
    name_of,
    objects_in,
    of_this_page,
    types_of,
)
from reader.cleaning.metadata.time_elements import beside_headline, is_modification, moment, names_of
from reader.safety import plain_line

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_TITLED = re.compile(r"(?:post|entry|article|story|news)[-_]{0,2}(?:title|headline)\b|\bheadline\b", re.IGNORECASE)
_NO_HEADINGS = frozenset({"html", "body", "a", "img", "meta", "article", "main", "section", "header"})
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
"""An escape of JSON that was written twice."""
_HOME = re.compile(r"(?:(?:https?://web\.archive\.org)?/web/\d+\w*/)?(?:https?:)?//[^/?#]+/?|/")
"""The address of a front page, also of one kept in the web's archive."""
_ANCHOR = re.compile(r"\s+[¶§#🔗]\s*$")
"""What stands for the link to a heading behind it."""
_LONGEST_TITLE = 400
_LONGEST_AUTHORS = 1000
_PARSELY = re.compile(r'"pub_date"\s*:\s*"([^"]{8,40})"')
_PARSELY_AUTHOR = re.compile(r'"authors?"\s*:\s*\[?\s*"([^"]{3,80})"')
_MOST_DATES = 50
_AUTHORS = (
    "author", "article:author", "article_author", "og:author", "og:article:author", "dc.creator", "dcterms.creator",
    "byl", "byline", "authors", "creator", "parsely-author", "sailthru.author", "cxenseparse:author", "citation_author",
    "rbauthors", "article:author_name", "shareaholic:article_author_name", "vr:author", "mediator_author",
)  # fmt: skip
_OUTLETS = (
    "dc.publisher", "publisher", "apple-mobile-web-app-title", "citation_journal_title", "al:ios:app_name",
    "al:android:app_name", "twitter:app:name:iphone", "twitter:app:name:googleplay",
)  # fmt: skip
_SAYS_PUBLISHED = re.compile(r"publi(?:sh|c).{0,10}(?:date|time)|(?:date|time).{0,3}publi(?:sh|c)")
"""Names of tags that sites made up for themselves."""
_FEED = re.compile(
    r"\s*(?:[»|:–-]+\s*)?(?:\b(?:RSS|Atom|XML|Feed)(?:\s*2\.0)?\b\s*)+$|^\s*(?:RSS|Atom|Feed)\b.*$", re.IGNORECASE
)
"""What the title of a feed says behind the outlet's name."""
_RIGHTS = re.compile(r"©|\(c\)|copyright|(?:19|20)\d\d\W*|all rights reserved", re.IGNORECASE)
_BRAND = re.compile(r"logo|brand|masthead|site-?(?:title|name)", re.IGNORECASE)
_LOGO = re.compile(
    r"\b(?:logo(?: of(?: the)?)?|home ?page|home|start(?:seite)?|accueil|inicio|image|default|site|website)\b",
    re.IGNORECASE,
)
_WRITTEN_BY = frozenset(
    ("written by", "author", "by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door")
)
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
    "displaydate", "vr:published_time", "dateline", "last-published", "prism.publicationdate", "publish_time",
    "pub_date", "bt:pubdate", "eprints.date", "release_date", "og:release_date", "published_at", "publishedat",
)  # fmt: skip


@dataclass(slots=True)
class PageTags:
    """What the tags say; every field may be missing."""

    title: str | None = None
    marked_up: str | None = None
    """The headline in JSON-LD."""
    news: bool = False
    """Whether JSON-LD calls the page news."""
    shared: str | None = None
    """The headline for those who share the page: `og:title`."""
    headlines: list[str] = field(default_factory=list)
    """All headlines that any tag names."""
    descriptions: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    logo: str | None = None
    """What the link to the front page says, with a picture or as the brand."""
    bylines: list[str] = field(default_factory=list)
    marked_authors: list[str] = field(default_factory=list)
    """Whom the elements beside the headline name as authors."""
    published: list[Day] = field(default_factory=list)
    modified: list[Day] = field(default_factory=list)
    beside_top: Day | None = None
    """What a `<time>` that does not call itself anything says under the headline; asked for if no other tag tells."""
    language: str | None = None
    url: str | None = None
    kind: str | None = None
    """What the page calls itself for those who share it (`og:type`), in lower case: `article`, `website`."""
    tops: list[str] = field(default_factory=list)
    """The texts of the page's `<h1>` elements but those that lead to the front page."""
    headings: list[str] = field(default_factory=list)
    """What smaller headings say that is in the title too; without any `<h1>`, what is called the article's title."""
    body: str = ""
    """The article's text in JSON-LD, without markup; line breaks as they are. Many pages give none or a part."""


def read(tree: Any) -> PageTags:
    """All that the tags of a page say, best first in every list."""
    tags = PageTags()
    title = tree.find(".//head/title")
    if title is None:
        title = tree.find(".//title")
    if title is not None:
        tags.title = repaired(plain_line(unescape(title.text_content())))[:_LONGEST_TITLE] or None
    language = (tree.get("lang") or tree.get("xml:lang") or "").strip().lower()
    if re.match(r"[a-z]{2}(?:[-_]|$)", language):
        tags.language = language[:2]
    for top in list(tree.iter("h1"))[:8]:
        if not _leads_home(top):
            _put(tags.tops, _ANCHOR.sub("", " ".join(_said_large(top))[:400]))
    tags.headings = _other_headings(tree, tags)
    _json_ld(tree, tags)
    _meta(tree, tags)
    link = tree.find(".//link[@rel='canonical']")
    if link is not None and (link.get("href") or "").startswith("http"):
        tags.url = link.get("href")
    _times(tree, tags)
    tags.marked_authors = marked_authors(tree, [*tags.headlines, *tags.tops[:1], tags.title or ""])
    if not tags.published:
        tags.beside_top = beside_headline(tree)
    return tags


def _said_large(top: Any) -> list[str]:
    """The texts of a heading but those in small letters, unless all of it is."""
    texts: list[str] = top.xpath(".//text()[not(ancestor::small)]")
    return texts if any(map(str.strip, texts)) else list(top.itertext())


def _other_headings(tree: Any, tags: PageTags) -> list[str]:
    title = match_key(tags.title or "")
    found = [" ".join("".join(heading.itertext()).split())[:400] for heading in list(tree.iter("h2", "h3"))[:60]]
    if said := [text for text in found if len(match_key(text)) > 9 and match_key(text) in title]:
        return list(dict.fromkeys(said))
    if tags.tops:
        return []
    called = tree.xpath(".//*[contains(@class,'itle') or contains(@class,'eadline') or @itemprop='headline']")
    titled = [
        one for one in called[:60] if one.tag not in _NO_HEADINGS and _TITLED.search(one.get("class") or "headline")
    ]
    return [text for one in titled[:1] if 0 < len(text := plain_line("".join(one.itertext()))) <= 250]


def _leads_home(top: Any) -> bool:
    """Whether a heading is a link to the front page: the name of the site, as logos are marked up."""
    whole = len("".join(top.itertext()).split())
    for link in (top.getparent(), *top.iter("a")):
        if link is not None and link.tag == "a" and 2 * len("".join(link.itertext()).split()) > whole:
            return link.get("rel") == "home" or _HOME.fullmatch((link.get("href") or "").strip()) is not None
    return False


def _meta(tree: Any, tags: PageTags) -> None:
    values: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = plain_line(tag.get("content") or "")[:1000]
        if name and content:
            values.setdefault(name, content)
            if name in _AUTHORS:
                several.setdefault(name, []).append(content)
    tags.shared = _headline(values.get("og:title"))
    for name in ("og:title", "twitter:title", "headline", "dc.title", "title", "parsely-title", "sailthru.title"):
        _put(tags.headlines, _headline(values.get(name)))
    for name in ("og:description", "description", "twitter:description"):
        _put(tags.descriptions, values.get(name))
    _put_outlets(tree, tags, values)
    _put_authors(tags, values, several)
    for name in _DATES:
        _date(tags.published, moment(values.get(name)))
    for name, value in values.items():
        if name not in _DATES and _SAYS_PUBLISHED.search(name):
            _date(tags.published, moment(value))
    if parsely := _PARSELY.search(values.get("parsely-page", "")):
        _date(tags.published, parsely[1])
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
    tags.kind = values.get("og:type", "").lower() or None
    locale = values.get("og:locale", "").lower()
    if tags.language is None and re.match(r"[a-z]{2}(?:_|-|$)", locale):
        tags.language = locale[:2]


def _put_outlets(tree: Any, tags: PageTags, values: Mapping[str, str]) -> None:
    told = tags.outlets  # those of JSON-LD, often the owner's
    tags.outlets = []
    for name in ("og:site_name", "application-name"):
        _put(tags.outlets, values.get(name))
    tags.outlets += [name for name in told if name not in tags.outlets]
    for name in _OUTLETS:
        _put(tags.outlets, values.get(name))
    for link in tree.iter("link"):
        feed = link.get("title") or ""
        if (link.get("type") or "").endswith(("rss+xml", "atom+xml")) and "omment" not in feed:
            _put(tags.outlets, _FEED.sub("", feed))
    _put(tags.outlets, _RIGHTS.sub("", values.get("copyright", "")))
    for one in tree.xpath("//*[@itemprop='publisher']//*[@itemprop='name']")[:1]:
        _put(tags.outlets, one.get("content") or one.text_content()[:100])
    tags.logo = _logo(tree)


def _logo(tree: Any) -> str | None:
    """What the link to the front page says, with a picture or as the brand."""
    for link in islice(tree.iter("a"), 20):
        if _HOME.fullmatch((link.get("href") or "").strip()):
            called = " ".join(filter(None, (link.get("class"), link.get("id"), link.getparent().get("class"))))
            text = [link.text_content()[:60]] if _BRAND.search(called) else []
            for said in (*text, *(picture.get("alt") or "" for picture in link.iter("img"))):
                name = " ".join(_LOGO.sub(" ", said).split()).strip(" -–|:")
                if 1 < len(name) <= 40 and name[0].isupper() and not name.split()[-1].islower():
                    return name
    return None


def _put_authors(tags: PageTags, values: Mapping[str, str], several: Mapping[str, list[str]]) -> None:
    if values.get("twitter:label1", "").lower() in _WRITTEN_BY:
        _author(tags, values.get("twitter:data1"))
    if parsely := _PARSELY_AUTHOR.search(values.get("parsely-page", "")):
        _author(tags, parsely[1])
    for name in _AUTHORS:
        for value in several.get(name, ()):
            _author(tags, value)


def _times(tree: Any, tags: PageTags) -> None:
    for tag in tree.iter("time"):
        value, told = tag.get("datetime"), names_of(tag)
        if not value:
            continue
        if is_modification(told):
            _date(tags.modified, value)
        elif "publish" in told or "pubdate" in told:
            _date(tags.published, value)
    for tag in tree.iter("abbr"):  # as hAtom has it
        if "published" in (tag.get("class") or "").split():
            _date(tags.published, tag.get("title"))
    for tag in tree.xpath("//*[@itemprop='datePublished']"):
        _date(tags.published, tag.get("content") or tag.get("datetime") or plain_line(tag.text_content())[:100])


def _headline(value: Any) -> str | None:
    """A headline as a tag gives it, without markup in it; None for what is too long to be one."""
    if not isinstance(value, str):
        return None
    value = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value).replace("\\/", "/").replace('\\"', '"')
    text = repaired(plain_line(_MARKUP.sub(" ", unescape(value))))
    return text if 0 < len(text) <= _LONGEST_TITLE else None


def _author(tags: PageTags, value: Any) -> None:
    """Add the people that a tag names; addresses and users' names are none."""
    if isinstance(value, str) and len(value) <= _LONGEST_AUTHORS and not value.startswith(("http", "//")):
        _put(tags.bylines, people_of(value))


def _put(values: list[str], value: Any) -> None:
    if isinstance(value, str):
        value = repaired(plain_line(unescape(value)))
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
        for thing in objects_in(load(WRAPPING.sub("", (script.text or "").strip())))
    ]
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and thing.get("name")}
    articles = [t for t in things if any(str(kind).lower().endswith(ARTICLE_TYPES) for kind in types_of(t))]
    if len(articles) > 1:
        articles = of_this_page(articles, tree, tags.tops) or articles
    tags.news = any("news" in str(kind).lower() for thing in articles for kind in types_of(thing))
    for thing in articles:
        headline = _headline(first_text(thing.get("headline"))) or _headline(first_text(thing.get("name")))
        _put(tags.headlines, headline)
        tags.marked_up = tags.marked_up or headline
        _put(tags.descriptions, first_text(thing.get("description")))
        for name in ("datePublished", "dateCreated"):
            _date(tags.published, moment(thing.get(name)))
        _date(tags.modified, moment(thing.get("dateModified")))
        if isinstance(told := thing.get("articleBody"), str) and len(told) > len(tags.body):
            tags.body = unescape(_MARKUP.sub("\n", unescape(told[:LONGEST_BODY])))
        for author in as_list(thing.get("author") or thing.get("creator")):
            _author(tags, name_of(author, by_id))
        for publisher in as_list(thing.get("publisher")):
            _put(tags.outlets, name_of(publisher, by_id))
    for thing in things:
        if any(str(kind) in ("WebSite", "NewsMediaOrganization") for kind in types_of(thing)):
            _put(tags.outlets, first_text(thing.get("name")))
        if any(str(kind) == "WebPage" for kind in types_of(thing)):
            _date(tags.published, moment(thing.get("datePublished")))
