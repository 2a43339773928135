"""Commands that list articles: list, search.

Here: what they are asked, and in which of three ways they answer: as JSON, as plain lines (in pipes, or by a template),
or for a person at a terminal. Not here: how any of these looks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import Any, get_args

import click

from reader.article import Entry, Grouping, Hit, Slot, View
from reader.cli import output
from reader.cli.options import (
    configuration,
    existing,
    filter_options,
    json_option,
    library_option,
    listing_options,
    view_names,
    view_of,
)
from reader.cli.output import complain, say, say_json
from reader.config.settings import LIST_COLUMNS, LIST_GROUP, VIEW
from reader.desk import Library
from reader.errors import NotFound, ReaderError
from reader.safety import plain_line


@click.command("list", short_help="List articles, the newest first, undated ones last.")
@click.argument("words", nargs=-1, metavar="[WORD ...]")
@filter_options
@click.option(
    "--view",
    "called",
    metavar="NAME",
    shell_complete=view_names,
    help="What a view lists that has a name: in the configuration, or saved in the screens (V).",
)
@click.option("--story", type=int, metavar="ID", help="Of this story only.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most this many.")
@click.option("--by", type=click.Choice(get_args(Grouping)), help="Under these headings; as a rule by date.")
@listing_options
@library_option
@json_option
def list_(
    words: tuple[str, ...],
    called: str | None,
    story: int | None,
    limit: int | None,
    by: Grouping | None,
    template: str | None,
    no_pager: bool,
    library_file: str | None,
    as_json: bool,
    **filters: Any,
) -> None:
    """List articles, the newest first, undated ones last; with words those that have them, see `search`.

    On a terminal under headings, in colours and a pager; in a pipe a plain line for each.
    """
    lined = _template(template, as_json)
    for_people = _for_people(template, as_json)
    wanted = view_of(filters, story)
    usual = configuration()[LIST_GROUP] if for_people else wanted.group
    with existing(library_file) as library:
        if words or called is not None:
            from reader.desk.asking import asked_for

            said = " ".join(words)
            wanted = asked_for(f"{_view_called(library, called)} {said}" if called is not None else said, wanted)
        view = replace(wanted, group=by or (usual if wanted.group == View().group else wanted.group))
        if story is not None:
            library.story(story)  # raises when there is no such story
        if view.disputed and (left := library.look_for_disputes()):
            complain(f"{left:,} stories have not been looked at yet; the same command goes on with them")
        pages = iter(_pages(library, view, limit))
        first = next(pages, None)
        if first is None:
            complain("no article matches" if wanted != View() else "no articles yet; `reader add` brings some in")
            return
        every = chain([first], pages)
        if for_people:
            _page(_headed(library, "nothing" if view.sort else view.group, every), not no_pager)
        elif lined:
            _page((lined(entry) for slots in every for entry in _entries(library, slots)), not no_pager)
        else:
            for slots in every:
                _print(_entries(library, slots), as_json)


def _view_called(library: Library, name: str) -> str:
    """What a view says that has a name, in the configuration or saved in the library. Raises NotFound."""
    own = {called.casefold(): said for called, said in configuration().by_name(VIEW).items()}
    return own.get(name.casefold()) or library.views.said(name)


def _template(template: str | None, as_json: bool) -> Any:
    """What makes a line of an entry by a template; None: there is none. Raises UsageError for a bad one."""
    if template is None:
        return None
    if as_json:
        raise click.UsageError("--format or --json, not both")
    from reader.cli.listing import rows
    from reader.cli.listing.template import Template

    try:
        made = Template(template, rows.FIELDS)
    except ReaderError as error:
        raise click.BadParameter(str(error), param_hint="--format") from None
    return lambda entry: made.line(rows.values(entry))


def _for_people(template: str | None, as_json: bool) -> bool:
    return sys.stdout.isatty() and template is None and not as_json


def _page(lines: Iterable[str], wanted: bool) -> None:
    from reader.cli.listing.pager import paged

    with paged(wanted) as tell:
        for line in lines:
            tell(line)


def _print(entries: list[Entry], as_json: bool) -> None:
    if as_json:
        for entry in entries:
            say_json(output.entry_json(entry))
    else:
        for line in output.entry_lines(entries):
            say(line)


def _pages(library: Library, view: View, limit: int | None) -> Iterator[list[Slot]]:
    after, left = None, limit if limit is not None else sys.maxsize
    while left > 0 and (slots := library.slots(view, after=after, limit=min(500, left))):
        yield slots
        after = slots[-1]
        left -= len(slots)


def _entries(library: Library, slots: list[Slot]) -> list[Entry]:
    return library.entries([slot.id for slot in slots])


def _headed(library: Library, group: Grouping, pages: Iterable[list[Slot]]) -> Iterator[str]:
    """The articles under their headings."""
    from reader.cli.listing.rows import Rows

    rows: Rows | None = None
    last: str | None = None
    for slots in pages:
        entries = {entry.id: entry for entry in _entries(library, slots)}
        rows = rows or Rows(configuration()[LIST_COLUMNS], group, list(entries.values()), newest=library.newest())
        for slot in slots:
            if slot.id not in entries:
                continue  # somebody has taken it away meanwhile
            if slot.heading != last and group != "nothing":
                yield rows.heading(_heading(library, slot.heading, group))
            last = slot.heading
            yield rows.row(entries[slot.id])


def _heading(library: Library, key: str, group: Grouping) -> str:
    from reader.tui.draw import wording

    if group == "story" and key:
        with suppress(NotFound):
            return library.story(int(key)).headline or wording.heading(key, group)
    return wording.heading(key, group)


@click.command(short_help="Find articles by words and phrases.")
@click.argument("words", nargs=-1, required=True, metavar="WORD ...")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="At most this many.")
@listing_options
@library_option
@json_option
def search(
    words: tuple[str, ...],
    limit: int,
    template: str | None,
    no_pager: bool,
    library_file: str | None,
    as_json: bool,
) -> None:
    """Find articles with all these words; "…" is a phrase, -WORD must not be there, the last may be a beginning.

    \b
    Besides words (`--` comes before the first -WORD):
      outlet:NAME tag:TAG is:unread is:starred feed:NAME group:NAME language:german
      longer:MINUTES shorter:MINUTES story:ID story-size:N sort:outlet,-date
      date:DAY date:DAY..DAY since:DAY until:DAY   (2022-11-07, 2022-11, yesterday, monday, 3d, week)
    """  # noqa: D301  (click's mark for lines that stay as they are)
    lined = _template(template, as_json)
    with existing(library_file) as library:
        hits = library.search(" ".join(words), limit=limit)
        for notice in library.notices(searching=True):
            complain(notice)
        if not hits:
            complain("no article has these words")
        elif as_json:
            for hit in hits:
                say_json(output.hit_json(hit))
        elif lined:
            _page((lined(hit.entry) for hit in hits), not no_pager)
        elif _for_people(template, as_json):
            _page(_found(library, hits), not no_pager)
        else:
            for hit, line in zip(hits, output.entry_lines([hit.entry for hit in hits]), strict=True):
                say(line)
                say(f"{'':>9}{plain_line(hit.snippet)}")


def _found(library: Library, hits: list[Hit]) -> Iterator[str]:
    """The articles with what was found in them."""
    from reader.cli.listing.rows import Rows, snippet_lines

    entries = [hit.entry for hit in hits]
    rows = Rows(configuration()[LIST_COLUMNS], "nothing", entries, newest=library.newest())
    for hit in hits:
        yield rows.row(hit.entry)
        yield from snippet_lines(hit, rows.width)
