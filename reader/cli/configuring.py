"""Commands for the configuration file: `reader config …`.

Here: what they are asked and what they print. Not here: which settings there are, reading the file (config).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reader.article import View
from reader.cli.options import WithDefault, config_option, configuration, json_option
from reader.cli.output import complain, say, say_json
from reader.config.reading import Config, Trouble, load
from reader.config.settings import SETTINGS, VIEW, is_section, named, nearest
from reader.errors import NotFound, ReaderError
from reader.export import FORMATS
from reader.private import make_file, make_folder

_EDITORS = ("nano", "vi")
"""Taken where the person has not said which."""
_NAMES = sorted({name for setting in SETTINGS for name in (setting.name, setting.name.partition(".")[0])})
"""Settings and sections."""


@click.group("config", cls=WithDefault, default="show", short_help="Show, check, explain and edit the configuration.")
def config() -> None:
    """Show what is in force and where it was set; check, explain and edit the configuration file."""


@config.command()
@config_option
@json_option
def show(as_json: bool) -> None:
    """Show every setting with its value and where that comes from."""
    from reader.config import writing

    found = configuration()
    if as_json:
        for path, value, origin in writing.rows(found):
            say_json({"setting": ".".join(path), "value": value, "from": origin})
    else:
        say("\n".join(writing.in_force(found)))


@config.command("path")
@config_option
def path_() -> None:
    """Say where the configuration file is, or would be."""
    say(str(configuration(aloud=False).file))


@config.command()
@config_option
def check() -> None:
    """Name everything that is wrong with the configuration file, with line and column."""
    found = configuration(aloud=False)
    troubles = _all_troubles(found)
    for trouble in troubles:
        complain(trouble.shown())
    if troubles:
        sys.exit(1)
    here = f"{len(found.said)} set" if found.file.exists() else "there is no such file; nothing is set"
    say(f"{found.file}: {here}; all is well")


def _all_troubles(found: Config) -> Sequence[Trouble]:
    """Also what those who act on the settings have against them."""
    from textual.theme import BUILTIN_THEMES  # textual is slow to load, and no other command needs it

    from reader.extensions import exporters, methods
    from reader.tui.draw import colours, inks
    from reader.tui.keys import keymap

    themes = [*BUILTIN_THEMES, inks.DARK.name, inks.LIGHT.name]
    own = [*methods.troubles(found), *exporters.troubles(found, FORMATS), *_view_troubles(found)]
    return [*found.troubles, *own, *colours.wanted(found, found.file.parent, themes)[1], *keymap.of(found).troubles]


def _view_troubles(found: Config) -> Iterator[Trouble]:
    from reader.desk.asking import asked_for

    for name, said in found.by_name(VIEW).items():
        try:
            asked_for(said, View())
        except ReaderError as error:  # noqa: PERF203  (each is looked at by itself)
            yield found.trouble(("views", name), f"views.{name}: {error}")


@config.command()
@config_option
def edit() -> None:
    """Open the configuration file in your editor (VISUAL, else EDITOR), and check it afterwards."""
    file = configuration(aloud=False).file
    if not file.exists():
        _begin(file)
    import subprocess  # no other command needs it

    command = _editor()
    try:  # S603: the program is the person's own choice, as every program takes it; no shell sees it
        code = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603
    except OSError as error:
        raise ReaderError(f"{command[0]} cannot be run: {error.strerror or error}; set VISUAL or EDITOR") from None
    if code:
        raise ReaderError(f"{command[0]} ended with {code}")
    troubles = _all_troubles(load(file))
    for trouble in troubles:
        complain(trouble.shown())
    sys.exit(bool(troubles))


def _editor() -> list[str]:
    import shlex
    import shutil

    said = (os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    command = next(filter(None, said), None) or next(filter(shutil.which, _EDITORS), None)
    if command is None:
        raise ReaderError("which editor? set VISUAL or EDITOR")
    try:
        return shlex.split(command)
    except ValueError as error:
        raise ReaderError(f"{command}: {error}; set VISUAL or EDITOR") from None


def _setting_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """For the shell: settings and sections."""
    return [CompletionItem(name) for name in _NAMES if name.startswith(incomplete)]


@config.command()
@click.argument("name", required=False, shell_complete=_setting_names)
@config_option
@json_option
def explain(name: str | None, as_json: bool) -> None:
    """Tell what can be set; NAME: one setting, or the settings of a section."""
    from reader.config import writing

    wanted = [setting for setting in SETTINGS if name is None or setting.name.startswith(f"{name}.")]
    if name is not None and not wanted:
        path = name.split(".")
        one = named(path)
        if one is None and not is_section(path):
            raise NotFound(f"there is no setting {name}{nearest(name, _NAMES)}")
        wanted = [one] if one else []
    for number, setting in enumerate(wanted):
        if as_json:
            say_json(
                {
                    "setting": setting.name,
                    "about": setting.about,
                    "wanted": setting.kind.wanted,
                    "default": writing.default_words(setting),
                    "example": setting.example,
                }
            )
        else:
            say(("\n" if number else "") + "\n".join(writing.explained(setting)))


@config.command()
@config_option
def init() -> None:
    """Write a configuration file that sets nothing and shows everything, each setting with what it does."""
    file = configuration(aloud=False).file
    if file.exists() or file.is_symlink():
        raise ReaderError(f"{file} is there already; `reader config edit` opens it")
    _begin(file)
    say(f"{file} written; `reader config edit` opens it")


def _begin(file: Path) -> None:
    from reader.config import writing

    try:
        make_folder(file.parent)
        make_file(file)
        file.write_text("\n".join(writing.to_begin_with()) + "\n", encoding="utf-8")
    except OSError as error:
        raise ReaderError(f"{file} cannot be written: {error.strerror or error}") from None
