"""Which source of a fact wins: what the document's source says, its tags, its address, or its own words.

Here: the choice of outlet, byline and date. Not here: reading them off tags and lines (`metadata`), the headline among
several tags (`metadata.headline_tags`).
"""

from __future__ import annotations

from datetime import date

from reader.article import RawDocument
from reader.cleaning import assembly
from reader.cleaning.metadata import hosts
from reader.cleaning.metadata.byline import is_handle
from reader.cleaning.metadata.dates import publication
from reader.cleaning.metadata.dates.publication import Dating
from reader.cleaning.metadata.tags import PageTags
from reader.safety import plain_line


def byline_of_article(tags: PageTags, written: str | None, outlet: str | None, url: str | None) -> str:
    """The people that the tags name, else those that the page marks up or its text names, else whatever the tags
    give.
    """
    outlets = [*tags.outlets, *([outlet] if outlet else [])]
    tagged = [name for name in tags.bylines if not is_handle(name)]
    for names in (tagged, tags.marked_authors, [written] if written else []):
        if people := hosts.people(names, outlets, url):
            return ", ".join(people[:4])
    return ", ".join((tagged or tags.marked_authors or tags.bylines)[:4]) or written or ""


def date_of_article(
    document: RawDocument, made: assembly.Draft, tags: PageTags, latest: date, language: str | None
) -> Dating:
    """The day of publication: as the source gives it, else the tags, `<time>` beside the headline, the title, the lines
    and the dateline, the address. Days after `latest` are not believed.
    """
    if document.published is not None:
        return Dating(document.published, "stated")
    read_off = assembly.date_of_text(made, latest, language)
    stated = [when for when in tags.published if publication.possible(when, latest)]
    url = document.url or tags.url
    address = publication.of_address(url)
    if stated:
        shown = read_off.published if assembly.shown_beside_headline(made) else None
        if shown is not None and publication.outdated(stated, tags.modified, shown):
            return read_off
        return publication.of_tags(stated, tags.modified, read_off, address, hosts.zone_of_country(url))
    if tags.beside_top is not None and publication.possible(tags.beside_top, latest):
        return publication.of_tags([tags.beside_top], tags.modified, read_off, address, hosts.zone_of_country(url))
    titled = publication.of_title(tags.title, latest)
    if titled is not None:
        return Dating(titled, "stated")
    if read_off.published is None and address is not None and publication.possible(address, latest):
        return Dating(address, "stated")
    return read_off


def outlet_of_article(document: RawDocument, made: assembly.Draft, tags: PageTags, headline: str | None) -> str | None:
    """The outlet: as the source gives it, else the tags and the address, else the page's own words."""
    if document.outlet:
        return plain_line(document.outlet)
    agency = made.dateline.agency if made.dateline else None
    named = [agency] if agency else []
    url = document.url or tags.url
    host = hosts.host_of(url)
    page = document.kind == "html" and (tags.outlets or host)
    found = hosts.of_page([*tags.outlets, *named], tags.title, url, headline) if page else None
    if found is not None:
        return hosts.of_page([tags.logo], None, url) if tags.logo and found == host else found
    found = assembly.outlet_of_text(made, tags.title, headline)
    return found or (hosts.of_page(named, None, url) if host else None) or tags.logo
