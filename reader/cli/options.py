"""What several commands have in common: the options for the library, JSON and days, naming an article.

Here: options and how an argument names an article. Not here: any command.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from reader.article import View
from reader.desk import STANDARD_INPUT, Library
from reader.errors import NoLibrary, NotFound

library_option = click.option("--library", "library_file", metavar="FILE", help="The library file to use.")
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object, or one a line.")


def day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """The value of an option that is a day: 2022-11-07."""
    if value is None:
        return None
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
    except ValueError:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise click.BadParameter(f"{value}: there is no such day") from None
    raise click.BadParameter("a day is written 2022-11-07")


_Command = TypeVar("_Command", bound=Callable[..., Any])
_FILTERS = (
    click.option("--since", callback=day, metavar="DAY", help="Published on this day or later."),
    click.option("--until", callback=day, metavar="DAY", help="Published on this day or earlier."),
    click.option("--outlet", metavar="NAME", help="Of this outlet only; ? for those whose outlet is unknown."),
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
