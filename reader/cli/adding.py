"""Commands that bring articles in: open, add, clean, reclean.

Here: what they are asked and what they print, and how any work is reported (`tell`, `progress`). Not here: what they
do, which is the desk's business.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from reader.article import AddReport, Progress
from reader.cli import completion, output
from reader.cli.options import configuration, existing, json_option, library_option
from reader.cli.output import complain, say, say_json
from reader.desk import Library, clean_files, sorted_out
from reader.errors import ReaderError

_BEHIND = {
    "indexing": "Making what came searchable",
    "working out": "Working out summaries and stories",
}
"""What is done with articles that can be read."""


class _Unnamed(click.Context):
    """Says `Usage: reader [PATH|URL ...]`, without the name of a command that nobody typed."""

    @property
    def command_path(self) -> str:
        return self.parent.command_path if self.parent else super().command_path


class _Open(click.Command):
    context_class = _Unnamed


@click.command("open", cls=_Open, hidden=True)
@click.argument("places", nargs=-1, metavar="[PATH|URL ...]", shell_complete=completion.files)
@library_option
def open_(places: tuple[str, ...], library_file: str | None) -> None:
    """Add what is named and open the reader on it. What cannot be added is reported first."""
    if places and not any(os.path.lexists(place) or "://" in place for place in places):
        raise ReaderError(f"{places[0]}: no such file, folder or command; `reader --help` lists the commands")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ReaderError("the reader needs a terminal; `reader add` and `reader list` work without one")
    from reader.tui import run  # textual is slow to load, and no other command needs it

    found, problems = sorted_out(places)
    if problems and not found:
        output.problem_lines(problems)
        sys.exit(1)
    with Library(library_file) as library:
        code, untaken = run(library, found, problems=problems, config=configuration(aloud=False))
    problems += untaken
    output.problem_lines(problems, places)
    sys.exit(code or bool(problems))


_workers = click.option(
    "--workers", type=click.IntRange(1), metavar="N", help="Processes that work. Default: one a core."
)


@click.command(short_help="Add files, folders and web addresses.")
@click.argument("places", nargs=-1, required=True, metavar="PATH|URL ...", shell_complete=completion.files)
@_workers
@click.option("--subscribe", is_flag=True, help="Follow the feeds that the pages name.")
@click.option("--links", is_flag=True, help="Fetch the pages that exports (Pocket, Instapaper, …) only list.")
@library_option
@json_option
def add(
    places: tuple[str, ...], workers: int | None, subscribe: bool, links: bool, library_file: str | None, as_json: bool
) -> None:
    """Add articles: files and folders (texts, pages, JSON, mail, archives), pages and feeds by address."""
    try:
        with Library(library_file) as library, progress("Adding") as on_progress:
            report = library.add(places, on_progress=on_progress, workers=workers)
            for place in (place for place in places if subscribe and "://" in place):
                report += library.feeds.add(place)
            if links:
                report = library.feeds.add_listed(places, report, on_progress=on_progress, workers=workers)
            notices = library.notices()
    except KeyboardInterrupt:
        complain("stopped; what was added stays, and adding again goes on from there")
        sys.exit(1)
    for notice in notices:
        complain(notice)
    tell(report, as_json, places)


@click.command(short_help="Clean files and folders into a file of records.")
@click.argument("places", nargs=-1, required=True, metavar="PATH ...", shell_complete=completion.files)
@click.option("--to", required=True, metavar="FILE", help="The records, compressed: ….jsonl.gz. Done ones stay.")
@_workers
@json_option
def clean(places: tuple[str, ...], to: str, workers: int | None, as_json: bool) -> None:
    """Clean files and folders into one file of records, without a library. `reader add` takes that file."""
    try:
        with progress("Cleaning") as on_progress:
            report = clean_files(places, to, on_progress=on_progress, workers=workers)
    except KeyboardInterrupt:
        complain("stopped; what was cleaned stays, and cleaning again goes on from there")
        sys.exit(1)
    tell(report, as_json, places, nothing="nothing to clean")


@click.command()
@library_option
@json_option
def reclean(library_file: str | None, as_json: bool) -> None:
    """Clean every stored original again; marks stay."""
    try:
        with existing(library_file) as library, progress("Cleaning") as on_progress:
            report = library.reclean(on_progress=on_progress)
    except KeyboardInterrupt:
        complain("stopped; what was cleaned stays, the rest is as it was")
        sys.exit(1)
    tell(report, as_json)


def tell(report: AddReport, as_json: bool, named: Sequence[str] = (), *, nothing: str = "nothing to add") -> None:
    """Report what could not be done, the places that were `named` first, and what was."""
    output.problem_lines(report.problems, named)
    trouble = any(not problem.note for problem in report.problems)
    if as_json:
        say_json(output.report_json(report))
    else:
        parts = [
            f"{count} {word}"
            for count, word in (
                (report.added, "added"),
                (report.updated, "updated"),
                (report.unchanged, "unchanged"),
                (report.gone, "gone"),
            )
            if count
        ]
        say(", ".join(parts) or ("nothing added" if trouble else nothing))
    if trouble:
        sys.exit(1)


@contextmanager
def progress(label: str) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on a terminal for each step of the work, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as bars:
        shown: dict[str, Any] = {}

        def show(progress: Progress) -> None:
            if progress.step not in shown:
                bars.close()
                words = _BEHIND.get(progress.step, label)
                shown[progress.step] = bars.enter_context(_bar(words))
            bar = shown[progress.step]
            bar.length = max(1, progress.total)
            bar.update(progress.done - bar.pos, progress)

        yield show


def _bar(label: str) -> Any:
    """How many of how many, how many a second, and how long it still takes."""
    begun = time.monotonic()

    def rate(progress: Progress | None) -> str:
        seconds = time.monotonic() - begun
        return f"{progress.done / seconds:,.0f}/s" if progress and progress.done and seconds > 1 else ""

    return click.progressbar(
        length=1, label=label, file=sys.stderr, show_pos=True, show_percent=True, item_show_func=rate, width=24
    )
