"""The command export: articles, a list or a story for another program, on standard output or in a file.

Here: what it is asked and where the result goes. Not here: what is written (export).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reader.article import View
from reader.cli.options import configuration, existing, filter_options, library_option, view_of
from reader.cli.output import count_of, say
from reader.config.settings import SUMMARY_METHOD, SUMMARY_SENTENCES
from reader.desk import Library
from reader.errors import NotFound, ReaderError
from reader.export import FORMATS, format_of
from reader.safety import plain


@click.command(short_help="Write articles, a list or a story as Markdown, HTML, BibTeX, CSL or JSON.")
@click.argument("ids", nargs=-1, type=int, metavar="[ID ...]")
@click.option("--story", type=int, metavar="ID", help="This story: brief, timeline, disagreements, sources.")
@filter_options
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most this many of the list.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Else by the ending of FILE; else markdown.")
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

    view = view_of(filters)
    if bool(ids) + (story is not None) + (view != View()) > 1:
        raise click.UsageError("numbers of articles, --story, or what is listed: one of them")
    form = form or (format_of(to) if to else None) or FORMATS[0]
    if to is not None and to.exists() and not force:  # before the work
        raise ReaderError(f"{to} exists already; --force overwrites it")
    settings = configuration()
    with existing(library_file) as library:
        if ids:
            length, method = sentences or settings[SUMMARY_SENTENCES], settings[SUMMARY_METHOD]
            text = writing.articles(library, ids, form, sentences=length, method=method)
        elif story is not None:
            text = writing.story(library, story, form, sentences=sentences or 5)
        else:
            text = _list(library, view, limit, form)
    if to is None:
        click.echo(plain(text), nl=False)
    else:
        places.put(text, to, force=force)
        say(f"written to {to}")


def _list(library: Library, view: View, limit: int | None, form: str) -> str:
    from reader.export import writing

    found = list(library.articles(view, limit=limit))
    if not found:
        raise NotFound("no article matches")
    return writing.listing(found, count_of(len(found), "article"), form)
