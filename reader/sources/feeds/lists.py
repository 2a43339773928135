"""Lists of feeds: OPML as every reader writes it, and newsboat's `urls` file.

Here: reading both, writing OPML. Nothing is ever run or read because a list says so: newsboat's `exec:` and `filter:`
lines are named and left out, declarations of entities are dropped before the text is parsed, XInclude is not followed.

Own, over lxml: it is the reading of one attribute. listparser takes every `xmlUrl` for an address, `exec:` lines, too,
and knows no `urls` file.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from reader.article import Problem
from reader.errors import SourceError
from reader.safety import plain_line
from reader.sources.decoding import decode
from reader.sources.feeds import mending
from reader.sources.web.addresses import is_address, normal
from reader.subscription import Subscription

MOST = 20_000
"""Feeds of one list that are read."""
_ROOT = re.compile(r"<opml(?=[\s>])", re.IGNORECASE)
_BODY = re.compile(r"<(?:\?xml|!DOCTYPE|!--)", re.IGNORECASE)
_RUN = ("exec:", "filter:", "query:")
_LONGEST_ADDRESS = 200
"""Characters of an address that are shown of one that is left out."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed in a list."""

    address: str
    name: str | None = None
    group: str = ""


def read_list(data: bytes, source: str) -> Iterator[Listed | Problem]:
    """The feeds in a list, each once, and a problem for each line that is none. Raises SourceError for no list."""
    text = decode(data)
    root = _ROOT.search(text, 0, 20_000)
    if root is None and _BODY.match(text.lstrip()):
        raise SourceError("not a list of feeds: neither OPML nor a file with an address a line")
    found = _opml(text[root.start() :]) if root else _urls(text)
    seen: set[str] = set()
    for said, name, group in found:
        try:
            address = normal(said)
        except SourceError as error:
            yield Problem(source, f"left out: {plain_line(said)[:_LONGEST_ADDRESS]}: {_why(said, error)}", note=True)
            continue
        if address not in seen and len(seen) < MOST:
            seen.add(address)
            yield Listed(address, plain_line(name) or None, plain_line(group))
    if not seen:
        raise SourceError("no feeds in it")


def _why(said: str, error: SourceError) -> str:
    return "nothing is run for a list" if said.lower().startswith(_RUN) else str(error)


def _opml(text: str) -> Iterator[tuple[str, str, str]]:
    """Address, name and group of every outline with an address."""
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True}
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), etree.XMLParser(encoding="utf-8", **options))
    except etree.XMLSyntaxError:
        parser = etree.XMLParser(encoding="utf-8", recover=True, **options)
        tree = etree.fromstring(mending.mended(text).encode("utf-8", "replace"), parser)
    if tree is None:
        return
    waiting = [(tree, "")]
    while waiting:  # a stack: outlines may be nested deeper than Python calls
        element, group = waiting.pop()
        said = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        name = said.get("title") or said.get("text") or ""
        address = said.get("xmlurl") or (said.get("url", "") if said.get("type", "").lower() in ("rss", "atom") else "")
        if address.strip():
            yield address.strip(), name, group or said.get("category", "").partition(",")[0].strip("/ ")
            inner = group
        else:
            inner = "/".join(filter(None, (group, name.strip()))) if element.tag == "outline" else group
        waiting.extend((child, inner) for child in reversed(element) if isinstance(child.tag, str))


def _urls(text: str) -> Iterator[tuple[str, str, str]]:
    """Of newsboat's lines: the address, then tags; the first is the group, one after a `~` the name."""
    lines = [line.strip() for line in text.splitlines()]
    if not any(is_address(line) or line.lower().startswith(_RUN) for line in lines):
        raise SourceError("not a list of feeds: neither OPML nor a file with an address a line")
    for line in lines:
        if not line or line.startswith("#"):
            continue
        try:
            address, *tags = shlex.split(line)
        except ValueError:  # a quotation mark that is not closed
            address, *tags = line.split()
        name = next((tag[1:] for tag in tags if tag.startswith("~")), "")
        yield address, name, next((tag for tag in tags if not tag.startswith(("~", "!"))), "")


def as_opml(subscriptions: Iterable[Subscription]) -> str:
    """The feeds as OPML 2.0, an outline for each group."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Feeds"
    body = etree.SubElement(root, "body")
    groups = {"": body}
    for one in subscriptions:
        if one.group not in groups:
            groups[one.group] = etree.SubElement(body, "outline", text=one.group, title=one.group)
        said = {"type": "rss", "text": one.shown, "title": one.shown, "xmlUrl": one.address, "htmlUrl": one.home}
        etree.SubElement(groups[one.group], "outline", {name: value for name, value in said.items() if value})
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written.decode()
