"""The command that adds whatever comes into folders.

Here: what it prints, a line for each file. Not here: watching itself (the desk).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

import click

from reader.article import AddReport, Problem
from reader.cli import completion, output
from reader.cli.options import json_option, library_option
from reader.cli.output import complain, say, say_json
from reader.desk import Library
from reader.errors import ReaderError


@click.command(short_help="Add what comes into folders, until ctrl+c.")
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER ...", shell_complete=completion.files)
@library_option
@json_option
def watch(folders: tuple[str, ...], library_file: str | None, as_json: bool) -> None:
    """Add what is in folders, then whatever comes into them or changes in them, until ctrl+c.

    A file is read once nobody writes to it any more, and says so in a line.
    """
    for folder in folders:
        if not os.path.isdir(folder):  # noqa: PTH112 (as the files in it)
            raise ReaderError(f"{folder}: not a folder; `reader add` adds files")
    with Library(library_file) as library:
        job = library.add_in_background(folders, watch=True)
        try:
            code = _follow(library, job.next, folders, as_json)
        except KeyboardInterrupt:
            code = 0
            if not as_json:
                say("stopped; what was added stays")
        finally:
            job.cancel()
            job.wait(_PATIENCE)
    sys.exit(code)


_SINGLY = 1000
"""Articles up to which every file is named."""
_PATIENCE = 5.0
"""Seconds for which it is waited that the process that adds ends."""


def _follow(library: Library, next_event: Callable[[], object], folders: Sequence[str], as_json: bool) -> int:
    """Say what comes, until nothing can come any more; the exit code."""
    begun = False
    while (event := next_event()) is not None:
        if isinstance(event, Problem):
            complain(f"{event.place}: {event.message}")
        elif isinstance(event, AddReport):
            output.problem_lines(event.problems)
            if as_json:
                say_json(output.report_json(event))
            else:
                for line in _lines(library, event):
                    say(line)
            if not begun and not as_json:
                say(f"watching {', '.join(folders)}; ctrl+c ends it")
            begun = True
            sys.stdout.flush()  # whoever reads it from a pipe reads it now
    return 1


def _lines(library: Library, report: AddReport) -> list[str]:
    """A line for each file that articles came from."""
    if len(report.ids) > _SINGLY:
        return [f"{report.added:,} added, {report.updated:,} updated"]
    came: dict[str, list[str]] = {}
    for entry in library.entries(report.ids):
        named = f"{entry.headline or entry.opening}{f' · {entry.outlet}' if entry.outlet else ''}"
        came.setdefault(entry.source.partition("#")[0], []).append(named)
    lines = [f"{place}: {many[0] if len(many) == 1 else f'{len(many):,} articles'}" for place, many in came.items()]
    return [*lines, *([f"{report.gone:,} gone"] if report.gone else [])]
