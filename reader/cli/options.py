"""What several commands have in common: the options for the library, JSON and days, naming an article.

Here: options and how an argument names an article. Not here: any command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from reader.article import View
from reader.desk import STANDARD_INPUT, Library
from reader.errors import NoLibrary, NotFound, ReaderError

library_option = click.option("--library", "library_file", metavar="FILE", help="The library file to use.")
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object, or one a line.")


def _days(which: int) -> Callable[[click.Context, click.Parameter, str | None], date | None]:
    """The value of an option that is a day: the first (0) or last (1) of those that are meant."""

    def day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
        from reader.desk.asking import days_of

        try:
            return None if value is None else days_of(value)[which]
        except ReaderError as error:
            raise click.BadParameter(str(error)) from None

    return day


_Command = TypeVar("_Command", bound=Callable[..., Any])
_FILTERS = (
    click.option(
        "--since", callback=_days(0), metavar="DAY", help="Published on this day (2022-11-07, yesterday, …) or later."
    ),
    click.option("--until", callback=_days(1), metavar="DAY", help="Published on this day or earlier."),
    click.option(
        "--outlet", metavar="NAME", help="Of this outlet (or those whose names have it in them); ? for unknown ones."
    ),
    click.option("--feed", metavar="NAME", help="What this feed brought only; its name or number."),
    click.option("--group", "feed_group", metavar="NAME", help="What the feeds of this group brought only."),
    click.option("--unread", is_flag=True, help="Not read yet."),
    click.option("--starred", is_flag=True, help="Starred only."),
    click.option("--tag", metavar="TAG", help="With this tag only."),
)


def filter_options(command: _Command) -> _Command:
    """The options that say which articles are meant: the fields of a `View`, see `view_of`."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def view_of(filters: Mapping[str, Any], story: int | None = None) -> View:
    """The view that these options ask for."""
    outlet = filters["outlet"]
    return View(**{**filters, "outlet": "" if outlet == "?" else outlet}, story=story)  # as printed, and for `edit`


def existing(library_file: str | None) -> Library:
    """The library, which must be there: only `add` and the screens create one."""
    try:
        return Library(library_file, create=False)
    except NoLibrary as error:
        raise NotFound(f"{error}; `reader add` creates one") from None


def number_of(what: str) -> int | None:
    """The number of an article, or None when a path or `-` is meant. `./12` is a file of that name."""
    if what == STANDARD_INPUT:
        return None
    if what.isascii() and what.isdigit() and len(what) < 19:
        return int(what)
    if not Path(what).exists() and not Path(what).is_symlink():
        raise NotFound(f"{what}: no such file, and not the number of an article")
    return None
