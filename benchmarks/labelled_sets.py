"""The labelled pages that cleaning learns from, as lines with their numbers and labels.

Here: reading the sets, as text and as pages with tags. Not here: what is right for a line (`labelling`).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from labelling import Labelled, label, shared_weight, spelled, with_segments

from reader.cleaning import features, page_features
from reader.cleaning.lines import split
from reader.cleaning.metadata import read as read_tags
from reader.cleaning.opinion import second_opinion
from reader.cleaning.page import PageLine, parse, write_out

LIGHTLY = 0.05
"""What a line weighs on whose label only another extractor has a say. More than this teaches its mistakes."""


def read(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The pages of a set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def group_of(item: dict[str, Any]) -> str:
    """The host, so that pages of one site stay together."""
    return item["gold"].get("host") or urlsplit(item.get("url") or "").hostname or item["id"]


def silver_of(item: dict[str, Any]) -> set[str]:
    """The lines that trafilatura keeps."""
    import trafilatura

    found = trafilatura.extract(item["raw"], include_comments=False) or ""
    return {spelled(line) for line in found.split("\n") if line.strip()}


def text_pages(folder: Path) -> Iterator[Labelled]:
    """Pages as text dumps: those of the sets, and our own in three styles."""
    for name in ("aeb-text-htmltext", "aeb-text-inscriptis", "fundus-text"):
        for item in read(folder, name):
            yield _labelled(name, item, item["raw"].split("\n"), 1.0)
    yield from clean_texts(folder)
    styles = ("bare", "spaced", "starred")
    for name in ("aeb-html", "fundus-html", "trafilatura-html"):
        for k, item in enumerate(read(folder, name)):
            tree = parse(item["raw"])
            if tree is None:
                continue
            title = tree.findtext(".//title")
            title = " ".join(title.split()) if title else None
            written = write_out(tree)
            if name == "trafilatura-html":
                lines = split(dump(written, title, styles[k % 3]))
                if lines:
                    labels, weights = with_segments(lines, item, silver_of(item))
                    yield Labelled(name, group_of(item), "", lines, features.matrix(lines), labels, weights)
                continue
            for style in styles[:: 1 if name == "aeb-html" else 2]:
                yield _labelled(f"{name}-{style}", item, dump(written, title, style), 0.6)


def _labelled(name: str, item: dict[str, Any], raw: list[str], weight: float) -> Labelled:
    lines = split(raw)
    labels = label(lines, item["gold"]["text"])
    return Labelled(
        name, group_of(item), item["gold"]["text"], lines, features.matrix(lines), labels, shared_weight(lines, weight)
    )


def clean_texts(folder: Path) -> Iterator[Labelled]:
    """Texts without any furniture, the headline on top: nothing but the headline may be cut."""
    for name in ("aeb-text-htmltext", "fundus-text"):
        for k, item in enumerate(read(folder, name)):
            headline = item["gold"]["headline"]
            head = [headline + ("." if k % 3 == 0 else "")] if headline else []
            raw = head + item["gold"]["text"].split("\n" if k % 2 else "\n\n")
            page = _labelled(f"{name}-clean", item, raw, 0.4)
            page.labels[:] = 1
            page.labels[: len(head)] = 0
            yield page


def dump(written: Sequence[PageLine], title: str | None, style: str) -> list[str]:
    """A page as a scraper without taste would write it out."""
    lines = [title, ""] if title and style != "bare" else []
    before = ""
    for line in written:
        listed = "li" in line.place.inside
        if style == "spaced" and lines and not (listed and before == "li"):
            lines.append("")
        lines.append(("  * " if style == "starred" and listed else "") + line.text)
        if style == "starred" and line.place.tag in ("p", "h1", "h2", "h3"):
            lines.append("")
        before = "li" if listed else line.place.tag
    return lines


def html_pages(folder: Path) -> Iterator[Labelled]:
    """Pages with their tags."""
    for name in ("aeb-html", "fundus-html", "trafilatura-html"):
        for item in read(folder, name):
            tree = parse(item["raw"])
            if tree is None:
                continue
            said = read_tags(tree)
            written = write_out(tree)
            lines = split([line.text for line in written], wrapped=False)
            if not lines:
                continue
            rows, groups = page_features.matrix(lines, written, second_opinion(tree), said)
            if name == "trafilatura-html":
                labels, weights = with_segments(lines, item, silver_of(item), LIGHTLY)
            else:
                labels = label(lines, item["gold"]["text"])
                weights = shared_weight(lines, 1.0)
            yield Labelled(
                name,
                group_of(item),
                item["gold"].get("text") or "",
                lines,
                rows,
                labels,
                weights,
                item=item,
                groups=groups,
            )
