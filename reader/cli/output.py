"""How the nouns are written on standard output: as lines for people and as JSON for programs.

Here: the one place where text goes out to the terminal, so it is made plain here once more.
Not here: what is written when; that is each command's own business.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime

import click

from reader.article import AddReport, Article, Entry, Hit, Problem, Related, Story, Summary
from reader.desk.corrections import by_hand
from reader.export.as_json import Json as Json
from reader.export.as_json import article_json as article_json
from reader.export.as_json import plain_values
from reader.export.as_json import sentence_json as sentence_json
from reader.export.as_json import when_json as when_json
from reader.links import Link, addresses, by_paragraph, parts
from reader.reports import count_of
from reader.safety import plain, plain_line, plain_name, visible


def prepare_streams() -> None:
    """Have characters that the terminal cannot show written as escapes, instead of failing on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up_writing() -> None:
    """Drop what is still held back for standard output, which takes no more: leaving would fail once again."""
    with suppress(OSError, ValueError):  # tests have none
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(line: str = "") -> None:
    """A line (or several) on standard output."""
    click.echo(plain(line))


def say_styled(line: str) -> None:
    """A line with colours in it, every text of which has been made plain already."""
    click.echo(line)


def complain(message: str) -> None:
    """One line on standard error."""
    click.echo(f"reader: {plain_line(message)}", err=True)


def say_json(value: Json) -> None:
    """One object on one line."""
    click.echo(json.dumps(plain_values(value), ensure_ascii=False))


# -------------------------------------------------------------------- as JSON


def entry_json(entry: Entry) -> Json:
    """A row of the list."""
    return {
        "id": entry.id,
        "headline": entry.headline,
        "opening": entry.opening,
        "outlet": entry.outlet,
        "published": when_json(entry.published),
        "published_from": entry.published_from,
        "language": entry.language,
        "read": entry.read,
        "starred": entry.starred,
        "tags": list(entry.tags),
        "story": entry.story,
        "tellings": entry.tellings,
        "gone": entry.gone,
        "updated": entry.updated,
        "source": entry.source,
    }


def summary_json(summary: Summary, reasons: Sequence[Sequence[str]] = ()) -> Json:
    """A summary with its sentences, their scores and places; `reasons` of each sentence, if any are wanted."""
    rows: list[Json] = [sentence_json(sentence) for sentence in summary.sentences]
    for row, why in zip(rows, reasons, strict=False):
        row["why"] = list(why)
    return {"method": summary.method, "of": summary.of, "sentences": rows}


def related_json(related: Related, entry: Entry) -> Json:
    """A related article and why it is."""
    return {**entry_json(entry), "score": round(related.score, 4), "reasons": list(related.reasons)}


def story_json(story: Story, tellings: int) -> Json:
    """A story, and how many of its articles are not copies of others."""
    return {
        "id": story.id,
        "headline": story.headline,
        "articles": list(story.article_ids),
        "tellings": tellings,
    }


def hit_json(hit: Hit) -> Json:
    """An article that a search found."""
    return {**entry_json(hit.entry), "snippet": hit.snippet, "marks": [list(mark) for mark in hit.marks]}


def report_json(report: AddReport) -> Json:
    """What adding did."""
    return {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "gone": report.gone,
        "ids": list(report.ids),
        "problems": [{"place": p.place, "message": p.message} for p in report.problems if not p.note],
        "left_out": [{"place": p.place, "message": p.message} for p in report.problems if p.note],
    }


# ------------------------------------------------------------------- as lines


def when_words(when: date | datetime | None, certainty: str) -> str:
    """`2022-11-17 10:37`, `2022-11-07`, `~2022-11-06` (inferred) or `undated`."""
    if when is None:
        return "undated"
    words = when.strftime("%Y-%m-%d %H:%M") if isinstance(when, datetime) else when.isoformat()
    return f"~{words}" if certainty == "inferred" else words


def title_words(entry: Entry | Article) -> str:
    """The headline, or the beginning of the text in brackets where there is none."""
    if entry.headline:
        return plain_line(entry.headline)
    opening = entry.opening if isinstance(entry, Entry) else entry.text[:80]
    return f"[{plain_line(opening)}…]" if opening else "[no article found]"


def entry_lines(entries: Sequence[Entry]) -> list[str]:
    """A row for each: number, unread dot, date, outlet, headline, how many tellings. The headlines are
    aligned.
    """
    from rich.cells import cell_len  # not needed by most commands

    widths = [cell_len(plain_line(entry.outlet or "?")) for entry in entries]
    width = min(max(widths, default=0), _OUTLET)
    return [_entry_line(entry, max(0, width - own)) for entry, own in zip(entries, widths, strict=True)]


_OUTLET = 28
"""Cells; a longer name of an outlet pushes its headline out of the column."""


def _entry_line(entry: Entry, blanks: int) -> str:
    dot = "○" if entry.read else "●"
    star = "*" if entry.starred else " "
    when = when_words(entry.published, entry.published_from)
    tellings = f"  ⋯{entry.tellings}" if entry.tellings > 1 else ""
    outlet = plain_line(entry.outlet or "?")
    gone = "  (file gone)" if entry.gone else ""
    return f"{entry.id:>6} {dot}{star} {when:<17} {outlet}{' ' * blanks} {title_words(entry)}{tellings}{gone}"


def story_line(story: Story, tellings: int) -> str:
    """Number, how many articles, headline; how many of them are copies, if some are."""
    copied = len(story.article_ids) - tellings
    copies = f"  ({count_of(copied, 'copy', 'copies')})" if copied else ""
    return f"{story.id:>6}  ⋯{len(story.article_ids):<3} {plain_line(story.headline or '[no headline]')}{copies}"


_MARKS = {"subhead": "## ", "caption": "[picture] ", "item": "• ", "quote": "▎ ", "row": "│ "}
"""What stands before a paragraph of a kind."""


def article_lines(article: Article, summary: Summary, links: Sequence[Link]) -> list[str]:
    """An article to be read: head, summary, text with subheads and captions told apart. links: numbered in it, their
    addresses below it, whole, so that a terminal can open them.
    """
    facts = [
        article.outlet or "outlet unknown",
        when_words(article.published, article.published_from),
        *([article.byline] if article.byline else []),
    ]
    if article.updated is not None:
        facts.append(f"updated {when_words(article.updated.astimezone(), 'stated')}")
    lines = [title_words(article), " · ".join(facts)]
    if article.published_from == "inferred":
        lines.append(f"(date inferred: {article.published_why})")
    if article.corrected:
        lines.append(f"({by_hand(article.corrected)})")
    if article.standfirst:
        lines += ["", wrapped(article.standfirst)]
    if summary.of:
        lines += ["", *summary_lines(summary)]
    for paragraph, inside in by_paragraph(article, links):
        text = "".join(piece + (link.mark if link else "") for piece, link in parts(paragraph.text, inside))
        lines += ["", wrapped(_MARKS.get(paragraph.kind, "") + text)]
    if links:
        lines += ["", *(f"{link.mark} {link.address}" for link in addresses(links))]
    return lines


def summary_lines(summary: Summary, reasons: Sequence[Sequence[str]] = ()) -> list[str]:
    """The heading of a summary and its sentences, one a line, each with its `reasons` under it if there are any."""
    lines = [f"SUMMARY · {len(summary.sentences)} of {count_of(summary.of, 'sentence')} · {summary.method}"]
    for number, sentence in enumerate(summary.sentences):
        lines.append(wrapped(plain_line(sentence.text), "▎ "))
        if number < len(reasons):
            lines.append(wrapped(plain_line("; ".join(reasons[number])), "    "))
    return lines


def removed_lines(article: Article) -> Iterable[str]:
    """What cleaning cut: line, rule, text."""
    return (f"{cut.line:>6}  {cut.rule:<23} {visible(cut.text)}" for cut in article.removed)


def problem_lines(problems: Sequence[Problem], named: Collection[str] = ()) -> None:
    """Print problems on standard error: those with what the person named first, only some of many of one kind."""
    kinds: dict[tuple[bool, str], list[Problem]] = {}
    places = set(map(plain_name, named))
    for problem in problems:
        kinds.setdefault((problem.place not in places, _NUMBER.sub("0", problem.message)), []).append(problem)
    for _, several in sorted(kinds.items(), key=lambda kind: kind[0][0]):
        told = several if len(several) <= _TOLD + 1 else several[:_TOLD]
        for problem in told:
            complain(f"{problem.place}: {problem.message}")
        if len(told) < len(several):
            complain(f"{len(several) - len(told):,} more like that: {several[-1].message}")


_TOLD = 10
"""How many problems of one kind are listed one by one."""
_NUMBER = re.compile(r"\d[\d,.]*")


def wrapped(text: str, indent: str = "") -> str:
    """Text broken to the width of the terminal; left alone when it goes to a file or a pipe."""
    if not sys.stdout.isatty():
        return indent + text
    from rich.cells import cell_len  # not needed by most commands

    width = max(20, min(88, shutil.get_terminal_size().columns))
    behind = " " * len(indent)
    if cell_len(text) == len(text):
        return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=behind)
    from rich.console import Console
    from rich.text import Text

    room = width - len(indent)
    lines = [line.plain.rstrip() for line in Text(text).wrap(Console(width=room), room)]
    return "\n".join((behind if number else indent) + line for number, line in enumerate(lines))
