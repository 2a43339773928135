"""The command that sets right what cleaning got wrong: edit.

Here: what it is asked and what it prints. Not here: what it does, which is the desk's business.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from reader.article import Article, Paragraph, Removed
from reader.cli import output
from reader.cli.options import existing, json_option, library_option
from reader.cli.output import say, say_json
from reader.desk.corrections import by_hand, day_of
from reader.errors import NotFound, ReaderError

_CLEARED = click.Choice(("headline", "outlet", "byline", "date"))


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A day, a time or `?`; anything else is refused at once."""
    if value is not None and value != "?":
        try:
            day_of(value)
        except ReaderError as error:
            raise click.BadParameter(str(error)) from None
    return value


@click.command(short_help="Set right by hand what cleaning got wrong.")
@click.argument("number", type=click.IntRange(1), metavar="ID")
@click.option("--headline", metavar="TEXT", help="Its headline.")
@click.option("--outlet", metavar="NAME", help="Who printed it.")
@click.option("--byline", metavar="NAME", help="Who wrote it.")
@click.option("--date", callback=_day, metavar="DAY", help="When: 2022-11-07 or '2022-11-07 10:37'.")
@click.option("--clear", type=_CLEARED, multiple=True, help="Bring back what cleaning found.")
@click.option("--cut", type=click.IntRange(1), multiple=True, metavar="LINE", help="This kept line is furniture.")
@click.option("--keep", type=click.IntRange(1), multiple=True, metavar="LINE", help="This cut line is text.")
@library_option
@json_option
def edit(
    number: int,
    headline: str | None,
    outlet: str | None,
    byline: str | None,
    date: str | None,
    clear: tuple[str, ...],
    cut: tuple[int, ...],
    keep: tuple[int, ...],
    library_file: str | None,
    as_json: bool,
) -> None:
    """Set right what cleaning got wrong; `?` says that a field is not known.

    It survives cleaning again. `show ID --original --lines` numbers the lines; `show ID --removed` lists the cut
    ones. What you say of a line also holds for the outlet's articles to come and, after `reclean`, for those
    already there.
    """
    said = {"headline": headline, "outlet": outlet, "byline": byline, "date": date}
    changes: dict[str, str | None] = {field: value for field, value in said.items() if value is not None}
    if both := sorted(changes.keys() & set(clear)):
        raise click.UsageError(f"--{both[0]} or --clear {both[0]}, not both")
    changes |= dict.fromkeys(clear)
    if not changes and not cut and not keep:
        raise click.UsageError("say what to change; `reader edit --help` lists it")
    with existing(library_file) as library:
        pieces = _pieces(library.article(number), cut, keep)
        article = library.edit(number, changes) if changes else library.article(number)
        if pieces:
            article = library.overrule(number, pieces)
        summary = library.summary(number)
        (entry,) = library.entries([number])
    if as_json:
        say_json(output.article_json(article, summary, entry.story, entry.tellings))
        return
    say(*output.entry_lines([entry]))
    if article.corrected:
        say(f"{'':>9}{by_hand(article.corrected)}")
    for piece in pieces:
        say(f"{piece.line:>6}  {'kept by hand' if isinstance(piece, Removed) else 'cut by hand':<18} {piece.text}")


def _pieces(article: Article, cut: Sequence[int], keep: Sequence[int]) -> list[Paragraph | Removed]:
    """The kept paragraphs and cut lines that begin on these lines."""
    kept_lines = {paragraph.line: paragraph for paragraph in article.paragraphs if paragraph.line}
    cut_lines = {removed.line: removed for removed in article.removed if removed.line}
    found: list[Paragraph | Removed] = []
    for line in cut:
        if line not in kept_lines:
            raise NotFound(
                f"no paragraph of article {article.id} begins on line {line}; `show --original --lines` numbers them"
            )
        found.append(kept_lines[line])
    for line in keep:
        if line not in cut_lines:
            raise NotFound(f"line {line} of article {article.id} was not cut")
        found.append(cut_lines[line])
    return found
