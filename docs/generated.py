"""Writes what is made from the code: the table of settings in `configuration.md`, and what is installed beside it.

The latter is the manual page and the scripts for completion, in `share/` as they are found on a system. Run as
`python docs/generated.py`; `tests/test_generated.py` fails when what it would write is not there.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from reader import __version__
from reader.cli import commands, reader
from reader.cli.completion import script
from reader.config import writing
from reader.config.settings import SETTINGS

ROOT = Path(__file__).parent.parent
SHARE = ROOT / "share"
_TABLE = re.compile(r"(<!-- settings: [^\n]*-->\n).*?(<!-- end of settings -->)", re.DOTALL)
_COMMON = {
    "--library": "The library file to use, in place of the user's own.",
    "--config": "The configuration file to use.",
    "--json": "One JSON object, or one a line.",
    "--help": "What the command does, and its options.",
}
_ENVIRONMENT = {
    "READER_LIBRARY": "The library file, where --library names none.",
    "READER_CONFIG": "The configuration file, where --config names none.",
    "READER_SETTINGS": "The folder of the configuration file, in place of the platform's own.",
    "READER_STATE": "The folder for reports of faults and for how the screens were left.",
    "VISUAL, EDITOR": "The editor of `reader config edit`.",
    "PAGER": "The pager of lists on a terminal; empty: none.",
    "NO_COLOR": "No colours, if it is set.",
}
_FILES = {
    "~/.local/share/reader-tui/library.db": "The library.",
    "~/.config/reader-tui/config.toml": "The configuration.",
    "~/.local/state/reader-tui": "Reports of faults, and how the screens were left.",
    "~/Library/Application Support/reader-tui": "All of these on macOS.",
}


def files() -> Mapping[Path, str]:
    """What each file is to hold."""
    page = ROOT / "docs" / "configuration.md"
    table = "\n".join(writing.table())
    text = _TABLE.sub(lambda found: f"{found[1]}\n{table}\n\n{found[2]}", page.read_text(encoding="utf-8"))
    return {
        page: text,
        SHARE / "man" / "man1" / "reader.1": "\n".join(_manual()) + "\n",
        SHARE / "bash-completion" / "completions" / "reader": script("bash"),
        SHARE / "zsh" / "site-functions" / "_reader": script("zsh"),
        SHARE / "fish" / "vendor_completions.d" / "reader.fish": script("fish"),
    }


def _manual() -> Iterator[str]:
    """The manual page, in the language of man(7)."""
    yield f'.TH READER 1 "" "reader {__version__}" "User Commands"'
    yield ".SH NAME"
    yield "reader \\- a news reader for the terminal"
    yield ".SH SYNOPSIS"
    yield ".B reader\n[\\fIPATH\\fR|\\fIURL\\fR ...]\n.br\n.B reader\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR] ..."
    yield ".SH DESCRIPTION"
    yield from _paragraphs(reader.help or "")
    yield ".SH COMMANDS"
    for name in commands.WHERE:
        command = commands.load(name)
        if not command.hidden:
            yield from _command(f"reader {name}", command)
    yield ".SH OPTIONS OF MOST COMMANDS"
    for name, about in _COMMON.items():
        yield f".TP\n.B {_roff(name)}\n{_roff(about)}"
    yield ".SH CONFIGURATION"
    yield from _paragraphs("One file of TOML; `reader config` shows what is in force, `reader config edit` opens it.")
    for setting in SETTINGS:
        yield f".TP\n.B {_roff(setting.name)}"
        yield _roff(f"{setting.about} Wanted: {setting.kind.wanted}. Default: {writing.default_words(setting)}.")
    for title, entries in (("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        yield f".SH {title}"
        for name, about in entries.items():
            yield f".TP\n.B {_roff(name)}\n{_roff(about)}"
    yield ".SH EXIT STATUS"
    yield _roff("0: fine. 1: something could not be done, and is named on standard error. 2: wrong usage.")


def _command(called: str, command: click.Command) -> Iterator[str]:
    arguments = [one.metavar or (one.name or "").upper() for one in command.params if isinstance(one, click.Argument)]
    yield f".SS {_roff(' '.join([called, *arguments]))}"
    yield from _paragraphs(command.help or "")
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden and option.opts[0] not in _COMMON:
            yield from _option(option)
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _command(f"{called} {name}", inner)


def _option(option: click.Option) -> Iterator[str]:
    called = ", ".join([*option.opts, *option.secondary_opts])
    if isinstance(option.type, click.Choice) and option.metavar is None:
        called += f" {'|'.join(map(str, option.type.choices))}"
    elif not option.is_flag:
        called += f" {option.metavar or 'VALUE'}"
    yield f".TP\n.B {_roff(called)}\n{_roff(option.help or '')}"


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", inspect.cleandoc(text))):
        if number:
            yield ".PP"
        if paragraph.startswith("\b"):
            lines = paragraph.removeprefix("\b").strip("\n").splitlines()
            yield "\n".join([".nf", *map(_roff, lines), ".fi"])
        else:
            yield _roff(" ".join(paragraph.split()))


def _roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


if __name__ == "__main__":
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
