"""What several commands have in common: the options for the library, JSON and days, naming an article.

Here: options and how an argument names an article. Not here: any command.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

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
