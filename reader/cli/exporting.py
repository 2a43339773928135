"""The command export: articles, a list or a story for another program, on standard output or in a file.

Here: what it is asked and where the result goes. Not here: what is written (export).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from reader.article import View
from reader.cli.options import (
    configuration,
    configured_for,
    existing,
    filter_options,
    library_option,
    own_method,
    view_of,
)
from reader.cli.output import say
from reader.config.reading import Config
from reader.config.settings import SUMMARY_SENTENCES
from reader.desk import Library
from reader.errors import NotFound, ReaderError
from reader.export import FORMATS, format_of
from reader.reports import count_of
from reader.safety import plain


def _formats(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """For the shell: the formats there are."""
    from reader.extensions.exporters import configured

    names = [*FORMATS, *configured(configured_for(ctx), FORMATS)]
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


@click.command(short_help="Write articles, a list or a story as Markdown, HTML, BibTeX, CSL or JSON.")
@click.argument("ids", nargs=-1, type=int, metavar="[ID ...]")
@click.option("--story", type=int, metavar="ID", help="This story: brief, timeline, disagreements, sources.")
@filter_options
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most this many of the list.")
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    shell_complete=_formats,
    help=f"{', '.join(FORMATS)}, or your own; else by the ending of FILE, else markdown.",
)
@click.option("-n", "--sentences", type=click.IntRange(1), metavar="N", help="How long the summaries or the brief are.")
@click.option("--to", metavar="FILE", type=click.Path(path_type=Path), help="Into this file instead.")
@click.option("--force", is_flag=True, help="Also when FILE exists already.")
@library_option
def export(
    ids: tuple[int, ...],
    story: int | None,
    limit: int | None,
    form: str | None,
    sentences: int | None,
    to: Path | None,
    force: bool,
    library_file: str | None,
    **filters: Any,
) -> None:
    """Write the articles with these numbers, a story, or the list that the options ask for."""
    from reader.export import places, writing  # no other command needs them
    from reader.extensions import exporters

    view = view_of(filters)
    if bool(ids) + (story is not None) + (view != View()) > 1:
        raise click.UsageError("numbers of articles, --story, or what is listed: one of them")
    if to is not None and to.exists() and not force:  # before the work
        raise ReaderError(f"{to} exists already; --force overwrites it")
    settings = configuration()
    wanted = form or _format_of(settings, to) or FORMATS[0]
    form = wanted if wanted in FORMATS else _input_of(settings, wanted)
    with existing(library_file) as library:
        if ids:
            length, method = sentences or settings[SUMMARY_SENTENCES], own_method(settings)
            text = writing.articles(library, ids, form, sentences=length, method=method)
        elif story is not None:
            text = writing.story(library, story, form, sentences=sentences or 5)
        else:
            text = _list(library, view, limit, form)
    made = text if wanted in FORMATS else exporters.made(settings, wanted, text)
    if to is None:
        _print(made, wanted)
    else:
        places.put(made, to, force=force)
        say(f"written to {to}")


def _format_of(settings: Config, to: Path | None) -> str | None:
    from reader.extensions import exporters

    return None if to is None else format_of(to) or exporters.by_ending(settings, to.name, FORMATS)


def _input_of(settings: Config, wanted: str) -> str:
    """The format that an exporter of one's own is given. Raises UsageError for one that is not there."""
    from reader.extensions import exporters

    try:
        return exporters.input_of(settings, wanted, FORMATS)
    except ReaderError as error:
        raise click.BadParameter(str(error), param_hint="--format") from None


def _print(made: str | bytes, wanted: str) -> None:
    """Print what was made: a text is made plain, anything else goes into pipes only."""
    if isinstance(made, bytes):
        try:
            made = made.decode()
        except UnicodeDecodeError:
            if sys.stdout.isatty():
                raise ReaderError(f"{wanted} gives no text; --to FILE writes it into a file") from None
            click.echo(made, nl=False)
            return
    click.echo(plain(made), nl=False)


def _list(library: Library, view: View, limit: int | None, form: str) -> str:
    from reader.export import writing

    found = list(library.articles(view, limit=limit))
    if not found:
        raise NotFound("no article matches")
    return writing.listing(found, count_of(len(found), "article"), form)
