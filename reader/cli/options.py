"""What several commands have in common: the options for library, configuration, JSON and days, naming an article.

Here: options, groups of commands, how an argument names an article. Not here: any command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from reader.article import METHODS, View
from reader.cli import completion
from reader.cli.output import complain
from reader.config.reading import Config, load
from reader.config.settings import SUMMARY_METHOD, VIEW
from reader.desk import STANDARD_INPUT, Library
from reader.errors import NoLibrary, NotFound, ReaderError

_Command = TypeVar("_Command", bound=Callable[..., Any])
_CONFIG, _CONFIG_FILE = "reader.config", "reader.config.file"
_LEADING = ("--library", "--config")
"""Options that may stand before the command as well as behind it."""


def _config_file(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.meta[_CONFIG_FILE] = Path(value).expanduser()


config_option = click.option(
    "--config",
    metavar="FILE",
    shell_complete=completion.files,
    expose_value=False,
    is_eager=True,
    callback=_config_file,
    help="The configuration file to use.",
)


def configuration(*, aloud: bool = True) -> Config:
    """What the configuration file sets, read once for each command. aloud: what is wrong with it is said, once."""
    meta = click.get_current_context().meta
    if _CONFIG not in meta:
        meta[_CONFIG] = load(meta.get(_CONFIG_FILE))
        for trouble in meta[_CONFIG].troubles if aloud else ():
            complain(trouble.shown())
    found: Config = meta[_CONFIG]
    return found


def own_method(config: Config) -> str:
    """The configured summary method, if it is one of the reader's own; else the usual one."""
    return config[SUMMARY_METHOD] if config[SUMMARY_METHOD] in METHODS else METHODS[0]


def configured_for(ctx: click.Context) -> Config:
    """What the configuration sets, while the shell asks and no command runs; nobody is told what is wrong with it."""
    return load(ctx.meta.get(_CONFIG_FILE))


def method_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """For the shell: the summary methods there are."""
    from reader.extensions.methods import configured

    names = [*METHODS, *configured(configured_for(ctx))]
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def view_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """For the shell: the views that have names."""
    typed = incomplete.casefold()
    own = [CompletionItem(name) for name in configured_for(ctx).by_name(VIEW) if name.casefold().startswith(typed)]
    return own + completion.views(ctx, parameter, incomplete)


def leading(args: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options that stand before a command, and the rest."""
    first: list[str] = []
    rest = list(args)
    while rest and rest[0].partition("=")[0] in _LEADING:
        first.append(rest.pop(0))
        if "=" not in first[-1] and rest:
            first.append(rest.pop(0))
    return first, rest


class WithDefault(click.Group):
    """A group of commands that alone is one of them, and whose `--library` and `--config` may stand before that."""

    def __init__(self, *args: Any, default: str, **how: Any) -> None:
        """default: the name of the command that it is alone."""
        super().__init__(*args, **how)
        self.default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command first."""
        first, rest = leading(args)
        if ctx.resilient_parsing and not rest:  # the shell asks what the next word may be
            return super().parse_args(ctx, rest)
        if rest[:1] in (["--help"], ["-h"]):
            return super().parse_args(ctx, rest)
        command = rest if rest and not rest[0].startswith("-") else [self.default, *rest]
        return super().parse_args(ctx, [command[0], *first, *command[1:]])


def library_option(command: _Command) -> _Command:
    """The options that say where things are: `--library` and `--config`."""
    option = click.option(
        "--library", "library_file", metavar="FILE", shell_complete=completion.files, help="The library file to use."
    )
    return option(config_option(command))


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


def _language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from reader.language.called import language_code

    return None if value is None else language_code(value)


def _sort(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The keys of an option for sorting."""
    from reader.desk.asking import sort_of

    try:
        return sort_of(value or "")
    except ReaderError as error:
        raise click.BadParameter(str(error)) from None


_FILTERS = (
    click.option(
        "--since", callback=_days(0), metavar="DAY", help="Published on this day (2022-11-07, yesterday, …) or later."
    ),
    click.option("--until", callback=_days(1), metavar="DAY", help="Published on this day or earlier."),
    click.option(
        "--outlet",
        metavar="NAME",
        shell_complete=completion.outlets,
        help="Of this outlet (or those whose names have it in them); ? for unknown ones.",
    ),
    click.option(
        "--feed",
        metavar="NAME",
        shell_complete=completion.feeds,
        help="What this feed brought only; its name or number.",
    ),
    click.option(
        "--group",
        "feed_group",
        metavar="NAME",
        shell_complete=completion.groups,
        help="What the feeds of this group brought only.",
    ),
    click.option("--unread", is_flag=True, help="Not read yet."),
    click.option("--starred", is_flag=True, help="Starred only."),
    click.option("--tag", metavar="TAG", shell_complete=completion.tags, help="With this tag only."),
    click.option("--language", callback=_language, metavar="NAME", help="In this language only: german, de."),
    click.option("--longer", type=click.IntRange(0), metavar="MINUTES", help="Of more minutes of reading only."),
    click.option("--shorter", type=click.IntRange(0), metavar="MINUTES", help="Of fewer minutes only."),
    click.option("--story-size", type=click.IntRange(1), metavar="N", help="Of stories of at least N articles only."),
    click.option(
        "--sort",
        callback=_sort,
        metavar="KEYS",
        help="By date, outlet, length, story-size; -date: newest first.",
    ),
)


def filter_options(command: _Command) -> _Command:
    """The options that say which articles are meant: the fields of a `View`, see `view_of`."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


pager_option = click.option("--no-pager", is_flag=True, help="On a terminal: all at once, without PAGER or less.")
_LISTING = (
    click.option(
        "--format",
        "template",
        metavar="TEMPLATE",
        help='A line for each: "{id} {outlet:<20.20} {headline}"; fields: '
        "id headline title outlet date time published language story tellings minutes read starred tags source.",
    ),
    pager_option,
)


def listing_options(command: _Command) -> _Command:
    """The options of commands that list articles for people."""
    for option in reversed(_LISTING):
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
