"""Completion in the shell: the command that prints its script, and what may stand in place of a word.

Here: names of outlets, tags, feeds, groups and views from the library that is meant, read when tab is pressed. Not
here: commands, options and fixed choices, which click completes from the commands themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class, get_completion_class

from reader.desk import Library
from reader.errors import ReaderError
from reader.safety import plain_name

SHELLS = ("bash", "zsh", "fish")
_MOST = 200


@click.command(short_help="Print what makes bash, zsh or fish complete commands.")
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script that makes a shell complete commands, options, and names of outlets, tags, feeds and views.

    \b
      bash:  reader completion bash > ~/.local/share/bash-completion/completions/reader
      zsh:   reader completion zsh > "${fpath[1]}/_reader"
      fish:  reader completion fish > ~/.config/fish/completions/reader.fish
    """  # noqa: D301  (click's mark for lines that stay as they are)
    click.echo(script(shell), nl=False)


def script(shell: str) -> str:
    """The script for one of SHELLS."""
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  (click has these three)
    maker = kind(click.Command("reader"), {}, "reader", "_READER_COMPLETE")
    return (maker.source_template % maker.source_vars()).strip() + "\n"


@add_completion_class
class _Bash(BashComplete):
    """Names with blanks in them stay one word, which bash reads twice."""

    def format_completion(self, item: CompletionItem) -> str:
        value = str(item.value)
        if item.type == "plain":
            value = "".join(sign if sign.isalnum() or sign in "-_./:@%+=," else f"\\\\{sign}" for sign in value)
        return f"{item.type},{value}"


Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def files(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shell knows files best."""
    return [CompletionItem(incomplete, type="file")]


def names(of: Callable[[Library], Iterable[str]]) -> Completer:
    """Names from the library, those that begin with what was typed."""

    def complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        typed = incomplete.casefold()
        found: list[str] = []
        # Nobody can be told anything here: without a library there are no names.
        with suppress(ReaderError, OSError), Library(ctx.params.get("library_file"), create=False) as library:
            found = [plain_name(name) for name in of(library)]
        return [CompletionItem(name) for name in found if name and name.casefold().startswith(typed)][:_MOST]

    return complete


outlets = names(lambda library: [name for name, _ in library.outlets()])
tags = names(lambda library: [name for name, _ in library.tags()])
feeds = names(lambda library: [feed.shown for feed in library.feeds.all()])
groups = names(lambda library: library.feeds.groups())
views = names(lambda library: [name for name, _ in library.views.all()])
