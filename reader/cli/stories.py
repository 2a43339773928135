"""Commands about what belongs together: related, stories, story, split, merge.

Here: what they are asked and what they print. Not here: what they do, which is the desk's business.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from reader.article import Story
from reader.cli import completion, output, story_output
from reader.cli.options import existing, json_option, library_option, number_of, pager_option
from reader.cli.output import complain, say, say_json
from reader.desk import Library
from reader.errors import NotFound
from reader.export import as_json

if TYPE_CHECKING:
    from reader.desk.story_view import StoryView


@click.command(short_help="List the articles related to one, with the reasons.")
@click.argument("what", metavar="ID|PATH", shell_complete=completion.files)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most this many.")
@library_option
@json_option
def related(what: str, limit: int, library_file: str | None, as_json: bool) -> None:
    """List the articles related to one, nearest first, with the reasons."""
    with existing(library_file) as library:
        number = number_of(what)
        if number is None:
            number = library.id_of(what)
        library.article(number)
        links = {link.article_id: link for link in library.related(number, limit=limit)}
        entries = library.entries(list(links))  # another reader may have taken one away meanwhile
        if not entries:
            complain("no article is related to it")
        if as_json:
            for entry in entries:
                say_json(output.related_json(links[entry.id], entry))
            return
        for entry, line in zip(entries, output.entry_lines(entries), strict=True):
            link = links[entry.id]
            say(line)
            say(f"{'':>9}{link.score:.2f}  {'; '.join(link.reasons)}")


@click.command(short_help="List the stories that several articles tell.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most this many.")
@pager_option
@library_option
@json_option
def stories(limit: int | None, no_pager: bool, library_file: str | None, as_json: bool) -> None:
    """List the stories that two articles or more tell, the newest first."""
    with existing(library_file) as library:
        found = library.stories(limit=limit)
        if not found:
            complain("no story has two articles yet")
        elif as_json:
            for each, tellings, view in _known(library, found):
                say_json(output.story_json(each, tellings) | story_output.standing_json(view))
        elif sys.stdout.isatty():
            _page(library, found, not no_pager)
        else:
            for each, tellings, view in _known(library, found):
                say(output.story_line(each, tellings))
                say(f"{'':>12}{' · '.join(story_output.when_and_where(view))}")


def _known(library: Library, found: Iterable[Story]) -> Iterator[tuple[Story, int, StoryView]]:
    """Each with how many tellings it has, and from all sides."""
    for each in found:
        with suppress(NotFound):  # whoever adds meanwhile may have made it part of another one
            tellings = library.count_tellings(each.id)
            view = library.view_of_story(each.id)
            yield each, tellings, view


def _page(library: Library, found: Iterable[Story], wanted: bool) -> None:
    from reader.cli.listing.pager import paged
    from reader.cli.listing.rows import story_lines

    with paged(wanted) as tell:
        for each, tellings, view in _known(library, found):
            for line in story_lines(each, tellings, " · ".join(story_output.when_and_where(view))):
                tell(line)


_SECTIONS = ("timeline", "brief", "disagreements", "tellings", "affair", "names", "quotes")
_ASKED = (*_SECTIONS[1:], "sources")
"""What can be asked for alone; where nothing is, the sources stand under the headline."""


@click.command(short_help="Show one story, or a part of it.")
@click.argument("story_id", type=int, metavar="ID")
@click.option("--brief", is_flag=True, help="What its articles say together.")
@click.option("--disagreements", is_flag=True, help="Where its reports disagree: figures, days, places, wordings.")
@click.option("--tellings", is_flag=True, help="Its reports, each with its copies; passages in common; named sources.")
@click.option("--affair", is_flag=True, help="The stories that it continues, and those that continue it.")
@click.option("--names", is_flag=True, help="The names that several of its articles mention.")
@click.option("--quotes", is_flag=True, help="Who said what, wordings of one saying together.")
@click.option("--sources", is_flag=True, help="How many sources it has, and whether it goes on, in a sentence each.")
@click.option(
    "-n", "--sentences", type=click.IntRange(1), default=5, show_default=True, metavar="N", help="How long a brief."
)
@library_option
@json_option
def story(
    story_id: int,
    brief: bool,
    disagreements: bool,
    tellings: bool,
    affair: bool,
    names: bool,
    quotes: bool,
    sources: bool,
    sentences: int,
    library_file: str | None,
    as_json: bool,
) -> None:
    """Show one story: who published when, the brief, disagreements, copies, stories before and after, names, quotes.

    As JSON: the articles, one a line; with --brief the brief, one object; with one of the other options what it asks
    for, one a line.
    """
    flags = (brief, disagreements, tellings, affair, names, quotes, sources)
    asked = [name for name, on in zip(_ASKED, flags, strict=True) if on]
    if as_json and len(asked) > 1:
        raise click.UsageError(f"--json shows one thing at a time, not --{' and --'.join(asked)}")
    with existing(library_file) as library:
        view = library.view_of_story(story_id)
        if as_json:
            for row in _story_json(library, view, asked[0] if asked else "timeline", sentences):
                say_json(row)
            return
        if not asked:
            say("\n".join(story_output.heading_lines(view)))
        for number, name in enumerate(asked or _SECTIONS):
            if number or not asked:
                say()
            say("\n".join(_story_lines(library, view, name, sentences)))


def _story_lines(library: Library, view: StoryView, name: str, sentences: int) -> Iterable[str]:
    if name == "brief":
        return story_output.brief_lines(view, view.brief(sentences))
    if name == "affair":
        return story_output.affair_lines(view, library.chain(view.story.id))
    lines = {
        "timeline": story_output.timeline_lines,
        "disagreements": story_output.disagreements_lines,
        "tellings": story_output.telling_lines,
        "names": story_output.name_lines,
        "quotes": story_output.quote_lines,
        "sources": story_output.heading_lines,
    }
    return lines[name](view)


def _story_json(library: Library, view: StoryView, name: str, sentences: int) -> Iterable[output.Json]:
    number = view.story.id
    if name == "brief":
        return [as_json.brief_json(view, view.brief(sentences))]
    if name == "disagreements":
        return (as_json.story_disagreement_json(view, *found) for found in view.disagreements)
    if name == "tellings":
        return (story_output.telling_json(number, telling) for telling in view.tellings)
    if name == "affair":
        return (story_output.chained_json(part) for part in library.chain(number))
    if name == "sources":
        return [story_output.sources_json(view)]
    if name == "names":
        return (story_output.name_json(number, shared) for shared in view.names)
    if name == "quotes":
        return (story_output.quote_json(number, voice, saying) for voice in view.voices for saying in voice.statements)
    return (output.entry_json(entry) for entry in view.entries)


@click.command(short_help="Take an article out of its story for good.")
@click.argument("article_id", type=int, metavar="ID")
@click.option("--into", type=int, metavar="STORY", help="Put it into this story instead.")
@library_option
@json_option
def split(article_id: int, into: int | None, library_file: str | None, as_json: bool) -> None:
    """Take an article out of its story for good: it does not belong there.

    As JSON: the article as `list` shows it, with the story it is in now.
    """
    with existing(library_file) as library:
        if into is None:
            left = library.split(article_id)
            what = f"article {article_id} is no longer in story {left}"
        else:
            library.join(article_id, into)
            what = f"article {article_id} is now in story {into}"
        if as_json:
            say_json(output.entry_json(*library.entries([article_id])))
        else:
            say(what)


@click.command()
@click.argument("story_id", type=int, metavar="STORY")
@click.argument("other_id", type=int, metavar="STORY")
@library_option
@json_option
def merge(story_id: int, other_id: int, library_file: str | None, as_json: bool) -> None:
    """Merge two stories into one for good. The larger one keeps its number; of two equal ones, the older.

    As JSON: the story as `stories` shows it.
    """
    with existing(library_file) as library:
        stays = library.merge(story_id, other_id)
        if as_json:
            say_json(output.story_json(library.story(stays), len(library.tellings(stays))))
        else:
            say(f"merged into story {stays}")
