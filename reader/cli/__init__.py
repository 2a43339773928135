"""The command line: one face of the desk.

Here: `main`, the group of commands, and what happens to an error on its way to the person.
`commands.py` lists the commands, which are functions of the modules beside it;
`output.py` says how the nouns are written as lines and as JSON.
"""

from __future__ import annotations

import sys
from typing import Any

import click
from click.shell_completion import CompletionItem

from reader import __version__
from reader.cli import commands, output
from reader.cli.options import leading
from reader.errors import ReaderError, unexpected


class _Desk(click.Group):
    """A group whose arguments, when they do not begin with a command, are places to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """By the alphabet, as the help page has them."""
        return sorted(commands.WHERE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, whose module is loaded now."""
        return commands.load(cmd_name) if cmd_name in commands.WHERE else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not leading(args)[1]:  # the shell asks what the first word may be
            return super().parse_args(ctx, [])
        return super().parse_args(ctx, self._with_command(args))

    def _with_command(self, args: list[str]) -> list[str]:
        first, rest = leading(args)  # `reader --library FILE list` is the same as `reader list --library FILE`
        if rest[:1] in (["--help"], ["-h"], ["--version"]):
            return rest
        if rest and rest[0] in commands.WHERE:
            return [rest[0], *first, *rest[1:]]
        if rest and not rest[0].startswith("-"):  # `reader nosuchcommand --help` is no question about opening
            rest = [argument for argument in rest if argument not in ("--help", "-h")]
        return ["open", *first, *rest]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """A command; a file to open, where none begins so."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("reader", "[PATH|URL ...]")
        formatter.write_usage("reader", "COMMAND [OPTIONS] ...")


@click.group(
    cls=_Desk,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`reader COMMAND --help` tells more. The library: --library FILE, else READER_LIBRARY, else the user's own. "
    "Keys, colours and the rest: `reader config`.",
)
@click.version_option(__version__, prog_name="reader")
def reader() -> None:
    """A news reader for the terminal: follows feeds; cleans, dates, summarises and connects articles.

    Without a command: add what PATH or URL names (if anything) and open the reader on it.
    """


def main(argv: list[str] | None = None) -> Any:
    """Run the command line. Exits with 0: fine, 1: something could not be done (named on stderr), 2: wrong usage."""
    output.prepare_streams()
    try:
        return reader.main(args=argv, prog_name="reader")
    except ReaderError as error:
        output.complain(str(error))
        sys.exit(1)
    except OSError as error:  # output cannot be written: the disk is full, say
        output.give_up_writing()
        output.complain(f"cannot go on: {error.strerror or error}")
        sys.exit(1)
    except RecursionError:
        output.complain("too deeply nested to be read")
        sys.exit(1)
    except Exception as error:
        # Any exception: the person can do more with a line than with sixty of a traceback.
        output.complain(f"cannot go on: {unexpected(error)}")
        sys.exit(1)
