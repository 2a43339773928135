"""Pages as text dumps, for learning to clean text: those of the sets, and pages written out in many ways.

Here: how a page is written out, and which dumps are learned from. Not here: what is strewn into them (`spoiling`),
what is right for a line (`labelling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from labelled_sets import group_of, read, silver_of
from labelling import Labelled, label, shared_weight, spelled
from spoiling import Pieces, gather, spoiled

from reader.cleaning.body import page_probabilities
from reader.cleaning.classifier import line_features, text_features
from reader.cleaning.classifier.second_extractor import kept_by_trafilatura
from reader.cleaning.input.html_lines import HtmlLine, html_to_lines, parse
from reader.cleaning.input.text_lines import Line, split
from reader.cleaning.metadata.tags import read as read_tags
from reader.cleaning.rules.smoothing import THRESHOLD

STYLES = ("bare", "spaced", "starred", "grouped", "joined")


def text_pages(folder: Path) -> Iterator[Labelled]:
    """All that is learned from, in one order always."""
    written = {
        name: list(_written(folder, name)) for name in ("aeb-html", "fundus-html", "trafilatura-html", "wcxb-html")
    }
    pieces = gather((item, lines) for pages in written.values() for item, lines, _ in pages)
    for name in ("aeb-text-htmltext", "aeb-text-inscriptis", "fundus-text", "wcxb-text"):
        for item in read(folder, name):
            raw = item["raw"].split("\n")
            yield labelled(name, item, raw, 1.0)
            random = Random(f"{name} {item['id']}")
            yield labelled(f"{name}-spoiled", item, spoiled(raw, item["gold"]["text"], pieces, random), 0.6)
    yield from _clean_texts(folder)
    yield from _notes(folder)
    for name in ("aeb-html", "fundus-html", "wcxb-html"):
        for k, (item, lines, title) in enumerate(written[name]):
            for style in STYLES[k % 2 :: 2]:
                random = Random(f"{name} {item['id']} {style}")
                raw = dump(lines, title, style)
                yield labelled(f"{name}-{style}", item, spoiled(raw, item["gold"]["text"], pieces, random), 0.5)
    for k, (item, lines, title) in enumerate(written["trafilatura-html"]):
        yield from _by_segments(item, lines, title, STYLES[k % len(STYLES)], pieces)


def _written(folder: Path, name: str) -> Iterator[tuple[dict[str, Any], list[HtmlLine], str | None]]:
    for item in read(folder, name):
        tree = parse(item["raw"])
        if tree is not None:
            title = tree.findtext(".//title")
            yield item, html_to_lines(tree), " ".join(title.split()) if title else None


def labelled(name: str, item: dict[str, Any], raw: list[str], weight: float) -> Labelled:
    """A dump with labels from its gold text."""
    lines = split(raw)
    labels = label(lines, item["gold"]["text"])
    return _page(name, item, item["gold"]["text"], lines, labels, shared_weight(lines, weight))


def _page(name: str, item: dict[str, Any], gold: str, lines: list[Line], labels: Any, weights: Any) -> Labelled:
    counted = line_features.count_lines(lines)
    rows = text_features.matrix(lines, counted)
    return Labelled(name, group_of(item), gold, lines, rows, labels, weights, counted=counted)


def _clean_texts(folder: Path) -> Iterator[Labelled]:
    """Texts without any furniture, the headline on top: nothing but the headline may be cut."""
    for name in ("aeb-text-htmltext", "fundus-text"):
        for k, item in enumerate(read(folder, name)):
            headline = item["gold"]["headline"]
            head = [headline + ("." if k % 3 == 0 else "")] if headline else []
            raw = head + item["gold"]["text"].split("\n" if k % 2 else "\n\n")
            page = labelled(f"{name}-clean", item, raw, 0.4)
            page.labels[:] = 1
            page.labels[: len(head)] = 0
            yield page


def _notes(folder: Path) -> Iterator[Labelled]:
    """A few short lines, as letters, lists, facts and poems have, half of them under a headline; and a few lines of a
    menu.
    """
    for name in ("aeb-text-htmltext", "fundus-text"):
        for k, item in enumerate(read(folder, name)):
            random = Random(f"{name} {item['id']} note")
            note = _note(item["gold"]["text"].split(), random)
            head = [item["gold"]["headline"], ""] if k % 2 and item["gold"]["headline"] else []
            for kind, raw in (("note", head + note), ("menu", _menu(item, random))):
                if lines := split(raw):
                    labels = np.full(len(lines), float(kind == "note"))
                    labels[: len(head) // 2] = 0
                    gold = "\n".join(note) if kind == "note" else ""
                    yield _page(f"{name}-{kind}", item, gold, lines, labels, shared_weight(lines, 0.15))


def _note(words: Sequence[str], random: Random) -> list[str]:
    """Some lines cut from a text without regard for its sentences; a third of them numbered or with labels."""
    at = random.randrange(max(1, len(words) - 60))
    longest, marked = random.choice((3, 6, 12, 24)), random.random() < 0.3
    found: list[str] = []
    for number in range(random.randint(1, 9)):
        piece = words[at : at + random.randint(1, longest)]
        at += len(piece)
        if piece and marked:
            piece = random.choice(([f"{number + 1}.", *piece], [piece[0] + ":", *piece[1:], *words[at : at + 2]]))
        found.append(" ".join(piece))
        found += [""] if random.random() < 0.3 else []
    return found


def _menu(item: dict[str, Any], random: Random) -> list[str]:
    """Some neighbouring lines of a page that are not its text."""
    lines = split(item["raw"].split("\n"))
    labels = label(lines, item["gold"]["text"])
    count = random.randint(2, 9)
    starts = [i for i in range(len(lines) - count) if not any(labels[i : i + count])]
    if not starts:
        return []
    at = random.choice(starts)
    return [line.whole[0] for line in lines[at : at + count]]


def _by_segments(
    item: dict[str, Any], written: list[HtmlLine], title: str | None, style: str, pieces: Pieces
) -> Iterator[Labelled]:
    """A page of which people marked some segments only; for the other lines what two judges of pages agree on."""
    tree = parse(item["raw"])
    if tree is None or not written:
        return
    lines = split([line.text for line in written], wrapped=False)
    silver = silver_of(item)
    probabilities = page_probabilities(lines, written, kept_by_trafilatura(tree, written), read_tags(tree))
    ours = [probability > THRESHOLD for probability in probabilities]
    judged = {spelled(line.text): yes for line, yes in zip(lines, ours, strict=True)}
    text = "\n".join(line.text for line, yes in zip(lines, ours, strict=True) if yes)
    raw = dump(written, title, style)
    for spoil in (False, True):
        if spoil:
            raw = spoiled(raw, text, pieces, Random(f"trafilatura {item['id']}"))
        found = split(raw)
        if not found:
            continue
        labels, weights = np.zeros(len(found)), shared_weight(found, 0.5)
        keep, drop = ([spelled(s) for s in item["gold"][kind]] for kind in ("with", "without"))
        for i, line in enumerate(found):
            said = spelled(line.text)
            labels[i] = judged.get(said, False)
            if any(s and (s in said or (len(said) > 15 and said in s)) for s in keep):
                labels[i] = 1
                weights[i] *= 3
            elif any(s and (s in said or (len(said) > 8 and said in s)) for s in drop):
                labels[i] = 0
                weights[i] *= 3
            elif labels[i] != (said in silver):
                weights[i] *= 0.2
        yield _page("trafilatura-html", item, "", found, labels, weights)


def dump(written: Sequence[HtmlLine], title: str | None, style: str) -> list[str]:
    """A page as a scraper without taste would write it out: `bare` (a block a line), `spaced` (empty lines between
    blocks), `starred` (bullets, empty lines after paragraphs), `grouped` (empty lines where the block around changes),
    `joined` (short neighbours of one block on one line).
    """
    lines = [title, ""] if title and style != "bare" else []
    before: HtmlLine | None = None
    for line in written:
        listed = "li" in line.position.inside
        was_listed = before is not None and "li" in before.position.inside
        together = before is not None and before.position.parents[1] == line.position.parents[1]
        short = len(line.text) < 40 and before is not None and len(before.text) < 40
        if style == "joined" and together and short and lines and len(lines[-1]) < 300:
            lines[-1] += random_mark(line.text) + line.text
            before = line
            continue
        if (style == "spaced" and lines and not (listed and was_listed)) or (style == "grouped" and not together):
            lines.append("")
        lines.append(("  * " if style == "starred" and listed else "") + line.text)
        if style == "starred" and line.position.tag in ("p", "h1", "h2", "h3"):
            lines.append("")
        before = line
    return lines


def random_mark(text: str) -> str:
    """What joins two short blocks: mostly a blank, the same always for the same text."""
    return (" ", " ", " | ", " ")[len(text) % 4]
