"""Commands about what belongs together: related, stories, story.

Here: what they are asked and what they print. Not here: what they do, which is the desk's business.
"""

from __future__ import annotations

import click

from reader.cli import output
from reader.cli.options import json_option, library_option, number_of
from reader.cli.output import say, say_json
from reader.desk import Library


@click.command()
@click.argument("what", metavar="ID|PATH")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most so many.")
@library_option
@json_option
def related(what: str, limit: int, library_file: str | None, as_json: bool) -> None:
    """List the articles related to one, nearest first, with the reasons."""
    with Library(library_file) as library:
        number = number_of(what)
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
@library_option
@json_option
def stories(limit: int | None, library_file: str | None, as_json: bool) -> None:
    """List the stories that two articles or more tell, the newest first."""
    with Library(library_file) as library:
        for each in library.stories(limit=limit):
            tellings = len(library.tellings(each.id))
            if as_json:
                say_json(output.story_json(each, tellings))
            else:
                say(output.story_line(each, tellings))


@click.command()
@click.argument("story_id", type=int, metavar="ID")
@click.option("--brief", "only_brief", is_flag=True, help="The brief only, without the list.")
@click.option("-n", "--sentences", type=click.IntRange(1), default=5, show_default=True, help="How long a brief.")
@library_option
@json_option
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
