"""The commands, one function each.

Here: what a command is asked and what it prints. Not here: what it does, which is the desk's business.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from reader import desk
from reader.article import AddReport, Article, Problem, Progress, Ranking, Summary, View
from reader.cli import output
from reader.cli.output import complain, say, say_json
from reader.desk import METHODS, Library
from reader.errors import NotFound, ReaderError
from reader.job import encode
from reader.safety import plain_line

_Command = TypeVar("_Command", bound=Callable[..., Any])

_library = click.option("--library", "library_file", metavar="FILE", help="The library file to use.")
_json = click.option("--json", "as_json", is_flag=True, help="One JSON object, or one a line.")


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("a day is written YYYY-MM-DD") from None


@click.command("open", hidden=True)
@click.argument("places", nargs=-1, metavar="[PATH ...]")
@_library
def open_(places: tuple[str, ...], library_file: str | None) -> None:
    """Add what is named and open the reader on it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ReaderError("the reader needs a terminal; `reader add` and `reader list` work without one")
    from reader.tui import run  # textual is slow to load, and no other command needs it

    with Library(library_file) as library:
        sys.exit(run(library, places))


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="PATH ...")
@click.option("--events", is_flag=True, hidden=True, help="Progress and outcome as lines of JSON, for the screens.")
@_library
@_json
def add(places: tuple[str, ...], events: bool, library_file: str | None, as_json: bool) -> None:
    """Add files and folders of articles: .txt, .html, .json, .jsonl, and .gz of each."""
    try:
        with Library(library_file) as library, _progress("Adding", events) as on_progress:
            report = library.add(places, on_progress=on_progress)
    except (KeyboardInterrupt, ReaderError) as error:
        if events and isinstance(error, ReaderError):
            click.echo(encode(Problem("adding", str(error))))
        if isinstance(error, KeyboardInterrupt):
            complain("stopped; what was added stays, and adding again goes on from there")
            sys.exit(1)
        raise
    if events:
        click.echo(encode(report))
        return
    _tell(report, as_json)


@click.command()
@_library
@_json
def reclean(library_file: str | None, as_json: bool) -> None:
    """Clean every stored original again; marks stay."""
    with Library(library_file) as library, _progress("Cleaning", False) as on_progress:
        report = library.reclean(on_progress=on_progress)
    _tell(report, as_json)


def _tell(report: AddReport, as_json: bool) -> None:
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
        say(", ".join(parts) or "nothing to add")
    output.problem_lines(report.problems)
    if report.problems:
        sys.exit(1)


@contextmanager
def _progress(label: str, events: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on a terminal, lines of JSON for the screens, nothing in a pipe."""
    if events:
        yield lambda progress: click.echo(encode(progress))
    elif not sys.stderr.isatty():
        yield None
    else:
        with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

            def show(progress: Progress) -> None:
                bar.length = max(1, progress.total)
                bar.update(progress.done - bar.pos)

            yield show


@click.command("list")
@click.option("--since", callback=_day, metavar="DAY", help="Published on this day or later.")
@click.option("--until", callback=_day, metavar="DAY", help="Published on this day or earlier.")
@click.option("--outlet", metavar="NAME", help="Of this outlet only.")
@click.option("--unread", is_flag=True, help="Not read yet.")
@click.option("--starred", is_flag=True, help="Starred only.")
@click.option("--story", type=int, metavar="ID", help="Of this story only.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@_library
@_json
def list_(
    since: date | None,
    until: date | None,
    outlet: str | None,
    unread: bool,
    starred: bool,
    story: int | None,
    limit: int | None,
    library_file: str | None,
    as_json: bool,
) -> None:
    """List articles, the newest first, undated ones last."""
    view = View(since=since, until=until, outlet=outlet, unread=unread, starred=starred, story=story)
    with Library(library_file) as library:
        for entries in _pages(library, view, limit):
            for entry in entries:
                if as_json:
                    say_json(output.entry_json(entry))
                else:
                    say(output.entry_line(entry))


def _pages(library: Library, view: View, limit: int | None) -> Iterator[list[Any]]:
    after, left = None, limit if limit is not None else sys.maxsize
    while left > 0 and (slots := library.slots(view, after=after, limit=min(500, left))):
        yield library.entries([slot.id for slot in slots])
        after = slots[-1]
        left -= len(slots)


@click.command()
@click.argument("what", metavar="ID|PATH")
@click.option("--removed", is_flag=True, help="What cleaning cut, each line with its rule.")
@click.option("--original", is_flag=True, help="The text as it came.")
@_library
@_json
def show(what: str, removed: bool, original: bool, library_file: str | None, as_json: bool) -> None:
    """Show an article of the library, or that of a file."""
    number = _number(what)
    if number is None:
        if original:
            _show_original(desk.read_original(what), as_json)
            return
        for article in desk.read_file(what):
            _show(article, desk.rank(article).top(3), None, 1, removed, as_json)
        return
    with Library(library_file) as library:
        if original:
            _show_original(library.original(number), as_json)
            return
        article = library.article(number)
        (entry,) = library.entries([number])
        _show(article, library.summary(number), entry.story, entry.tellings, removed, as_json)


def _show_original(text: str, as_json: bool) -> None:
    if as_json:
        say_json({"original": text})
    else:
        say(text)


def _show(article: Article, summary: Any, story: int | None, tellings: int, removed: bool, as_json: bool) -> None:
    if as_json:
        say_json(output.article_json(article, summary, story, tellings))
        return
    for line in output.removed_lines(article) if removed else output.article_lines(article, summary):
        say(line)


@click.command()
@click.argument("what", metavar="ID|PATH")
@click.option(
    "-n", "--sentences", type=click.IntRange(1), metavar="N", help="How many sentences; 3 if nothing is said."
)
@click.option("--words", type=click.IntRange(1), metavar="N", help="As many sentences as fit into so many words.")
@click.option("--percent", type=click.FloatRange(0, 100), metavar="P", help="Or into so much of the text.")
@click.option("--method", type=click.Choice(METHODS), default="news", show_default=True, help="How they are chosen.")
@click.option("--why", is_flag=True, help="What made each sentence score.")
@_library
@_json
def summary(
    what: str,
    sentences: int | None,
    words: int | None,
    percent: float | None,
    method: str,
    why: bool,
    library_file: str | None,
    as_json: bool,
) -> None:
    """Summarise an article of the library, or that of a file.

    Its length is said in sentences, words or per cent of the text; one sentence is the least.
    """
    if sum(value is not None for value in (sentences, words, percent)) > 1:
        raise click.UsageError("only one of --sentences, --words and --percent, please")
    for article, ranking in _rankings(what, method, library_file):
        if words is None and percent is None:
            chosen = ranking.top(sentences or 3)
        else:
            chosen = ranking.within(words=words, percent=percent)
        reasons = _reasons(article, ranking, chosen) if why else []
        if as_json:
            say_json(output.summary_json(chosen, reasons))
        else:
            say("\n".join(output.summary_lines(chosen, reasons)))


def _rankings(what: str, method: str, library_file: str | None) -> list[tuple[Article, Ranking]]:
    number = _number(what)
    if number is None:
        return [(article, desk.rank(article, method=method)) for article in desk.read_file(what)]
    with Library(library_file) as library:
        return [(library.article(number), library.ranking(number, method))]


def _reasons(article: Article, ranking: Ranking, chosen: Summary) -> list[tuple[str, ...]]:
    places = {sentence.start: index for index, sentence in enumerate(ranking.sentences)}
    return [desk.why(article, places[s.start], method=ranking.method) for s in chosen.sentences]


@click.command()
@click.argument("what", metavar="ID|PATH")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most so many.")
@_library
@_json
def related(what: str, limit: int, library_file: str | None, as_json: bool) -> None:
    """List the articles related to one, nearest first, with the reasons."""
    with Library(library_file) as library:
        number = _number(what)
        if number is None:
            number = library.id_of(what)
        library.article(number)
        for link in library.related(number, limit=limit):
            for entry in library.entries([link.article_id]):
                if as_json:
                    say_json(output.related_json(link, entry))
                else:
                    say(output.entry_line(entry))
                    say(f"{'':>9}{link.score:.2f}  {'; '.join(link.reasons)}")


@click.command()
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@_library
@_json
def stories(limit: int | None, library_file: str | None, as_json: bool) -> None:
    """List the stories that two articles or more tell, the newest first."""
    with Library(library_file) as library:
        for each in library.stories(limit=limit):
            if as_json:
                say_json(output.story_json(each))
            else:
                say(f"{each.id:>6}  ⋯{len(each.article_ids):<3} {plain_line(each.headline or '[no headline]')}")


@click.command()
@click.argument("story_id", type=int, metavar="ID")
@click.option("--brief", "only_brief", is_flag=True, help="The brief only, without the list.")
@click.option("-n", "--sentences", type=click.IntRange(1), default=5, show_default=True, help="How long a brief.")
@_library
@_json
def story(story_id: int, only_brief: bool, sentences: int, library_file: str | None, as_json: bool) -> None:
    """Show what the articles of one story say together, and the articles in time order.

    As JSON: the articles, one a line; with --brief the brief, one object.
    """
    with Library(library_file) as library:
        entries = library.entries(library.story(story_id).article_ids)
        if only_brief or not as_json:
            brief = library.brief(story_id, sentences=sentences)
            if as_json:
                say_json(output.brief_json(story_id, brief, entries))
            else:
                say("\n".join(output.brief_lines(brief, entries)))
        if only_brief:
            return
        if not as_json:
            say()
        for entry in entries:
            if as_json:
                say_json(output.entry_json(entry))
            else:
                say(output.entry_line(entry))


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="At most so many.")
@_library
@_json
def search(query: str, limit: int, library_file: str | None, as_json: bool) -> None:
    """Find articles with all these words; "…" is a phrase, the last word may be a beginning."""
    with Library(library_file) as library:
        for hit in library.search(query, limit=limit):
            if as_json:
                say_json(output.hit_json(hit))
            else:
                say(output.entry_line(hit.entry))
                say(f"{'':>9}{plain_line(hit.snippet)}")


def _number(what: str) -> int | None:
    """The number of an article, or None when a path is meant. `./12` is a file of that name."""
    if what.isascii() and what.isdigit() and len(what) < 19:
        return int(what)
    if not Path(what).exists() and not Path(what).is_symlink():
        raise NotFound(f"{what}: no such file, and not the number of an article")
    return None


ALL: Sequence[click.Command] = (open_, add, list_, show, summary, related, stories, story, search, reclean)
"""Every command, in the order of the help page."""
