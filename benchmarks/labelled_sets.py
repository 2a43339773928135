"""The labelled pages that cleaning learns from; those with tags as lines with their numbers and labels.

Here: reading the sets, and pages with tags. Not here: text dumps (`text_dumps`), what is right for a line
(`labelling`).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from labelling import Labelled, label, shared_weight, spelled, with_segments

from reader.cleaning.classifier import html_features
from reader.cleaning.classifier.second_extractor import kept_by_trafilatura
from reader.cleaning.input.html_lines import HtmlLine, html_to_lines, parse
from reader.cleaning.input.json_ld_body import with_json_ld_body
from reader.cleaning.input.text_lines import Line, split
from reader.cleaning.metadata.tags import PageTags
from reader.cleaning.metadata.tags import read as read_tags

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


class PageLines(NamedTuple):
    """A page as cleaning reads it."""

    tree: Any
    tags: PageTags
    written: list[HtmlLine]
    lines: list[Line]
    """Never empty."""


def page_of(item: dict[str, Any]) -> PageLines | None:
    """The page of an item; None where there are no lines on it."""
    tree = parse(item["raw"])
    if tree is None:
        return None
    tags = read_tags(tree)
    tags.url = tags.url or item.get("url")
    written = with_json_ld_body(html_to_lines(tree), tags.body)
    lines = split([line.text for line in written], wrapped=False)
    return PageLines(tree, tags, written, lines) if lines else None


def html_pages(folder: Path) -> Iterator[Labelled]:
    """Pages with their tags."""
    for name in ("aeb-html", "fundus-html", "trafilatura-html", "wcxb-html"):
        for item in read(folder, name):
            if (page := page_of(item)) is None:
                continue
            tree, tags, written, lines = page
            rows, groups = html_features.matrix(lines, written, kept_by_trafilatura(tree, written), tags)
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
