"""Commands that show articles: show, summary.

Here: what they are asked and what they print. Not here: what they do, which is the desk's business.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import TypeVar

import click

from reader import desk
from reader.article import Article, Problem, Ranking, Summary
from reader.cli import completion, output
from reader.cli.options import configuration, existing, json_option, library_option, method_names, number_of, own_method
from reader.cli.output import complain, say, say_json
from reader.config.reading import Config
from reader.config.settings import SUMMARY_METHOD, SUMMARY_SENTENCES
from reader.desk import METHODS
from reader.errors import ReaderError
from reader.links import Link
from reader.safety import plain

_Read = TypeVar("_Read")
_RULE = f"\n{'─' * 40}\n"


@click.command(short_help="Show an article of the library, or those of a file.")
@click.argument("what", metavar="ID|PATH", shell_complete=completion.files)
@click.option("--removed", is_flag=True, help="What cleaning cut, each line with its rule.")
@click.option("--original", is_flag=True, help="The text as it came.")
@click.option(
    "--lines", is_flag=True, help="With --original: before each line its number, as the cuts and `edit` have it."
)
@click.option(
    "--links/--no-links",
    default=None,
    help="Number where the text leads to on the web, the addresses below it; as a rule on a terminal only.",
)
@library_option
@json_option
def show(
    what: str,
    removed: bool,
    original: bool,
    lines: bool,
    links: bool | None,
    library_file: str | None,
    as_json: bool,
) -> None:
    """Show an article of the library, or those of a file or folder; `-` is standard input."""
    if lines and not original:
        raise click.UsageError("--lines numbers the lines of --original")
    if removed and original:
        raise click.UsageError("--removed or --original, not both")
    if links is None:
        links = sys.stdout.isatty() and not as_json
    number = number_of(what)
    if number is None:
        if original:
            for text, _ in _in_turn(desk.read_originals(what), as_json):
                _show_original(text, lines, as_json)
        else:
            _show_files(what, removed, links, as_json)
        return
    with existing(library_file) as library:
        if original:
            _show_original(library.original(number), lines, as_json)
            return
        article = library.article(number)
        (entry,) = library.entries([number])
        # Counting tellings reads all the story's texts; only as JSON is the number given.
        tellings = library.count_tellings(entry.story) if as_json and entry.story is not None else 1
        ranking, problem = _attempt(lambda: library.ranking(number, own_method(configuration())), f"article {number}")
        led = library.links(number) if links and not removed else None
        _show(article, _top(ranking), entry.story, tellings, removed, as_json, led)
        feeds, places = library.feeds.of_article(number)
        if not as_json and not removed and (len(feeds) > 1 or len(places) > 1):
            say(f"\nIn {', '.join(feeds)}; it stands at {', '.join(places)}" if feeds else f"\nAt {', '.join(places)}")
        if trouble := library.trouble(number):
            complain(f"{trouble}; `reader reclean` tries again")
        if problem is not None:
            output.problem_lines([problem])
            sys.exit(1)


def _show_files(what: str, removed: bool, links: bool, as_json: bool) -> None:
    for (article, ranking, led), several in _in_turn(_ranked(what, own_method(configuration()), links), as_json):
        if several and removed and not as_json:
            say(output.title_words(article))
        _show(article, _top(ranking), None, 1, removed, as_json, led)


def _attempt(rank: Callable[[], Ranking], place: str) -> tuple[Ranking | None, Problem | None]:
    """A ranking, or why there is none."""
    try:
        return rank(), None
    except ReaderError as error:
        return None, Problem(place, str(error))


def _top(ranking: Ranking | None) -> Summary:
    return ranking.top(configuration()[SUMMARY_SENTENCES]) if ranking else Summary((), own_method(configuration()))


def _ranked(
    what: str, method: str, linked: bool = False
) -> Iterator[tuple[Article, Ranking | None, Sequence[Link] | None] | Problem]:
    """The articles of a file or folder with their rankings, and their links if they are wanted; one that has no ranking
    is named beside it.
    """
    for found in desk.read_linked(what) if linked else desk.read_articles(what):
        if isinstance(found, Problem):
            yield found
            continue
        article, links = found if isinstance(found, tuple) else (found, None)
        ranking, problem = _attempt(partial(desk.rank, article, method=method), article.source or what)
        yield article, ranking, links
        if problem is not None:
            yield problem


def _in_turn(found: Iterable[_Read | Problem], as_json: bool) -> Iterator[tuple[_Read, bool]]:
    """What could be read, each with whether it is one of several, a rule between them. What could not be read is named,
    and the command ends with 1.
    """
    problems: list[Problem] = []
    good = _readable(found, problems)
    ahead = list(islice(good, 2))
    for number, item in enumerate(chain(ahead, good)):
        if number and not as_json:
            say(_RULE)
        yield item, len(ahead) > 1
    if problems:
        sys.exit(1)


def _readable(found: Iterable[_Read | Problem], problems: list[Problem]) -> Iterator[_Read]:
    for item in found:
        if isinstance(item, Problem):
            output.problem_lines([item])
            problems.append(item)
        else:
            yield item


def _show_original(text: str, lines: bool, as_json: bool) -> None:
    if as_json:
        say_json({"original": text})
    elif lines:
        # Counted before anything is made plain: that may take a line break for another character.
        for number, line in enumerate(text.split("\n"), 1):
            say(f"{number:>6}  {plain(line).replace(chr(10), ' ')}".rstrip())
    else:
        say(text)


def _show(
    article: Article,
    summary: Summary,
    story: int | None,
    tellings: int,
    removed: bool,
    as_json: bool,
    links: Sequence[Link] | None,
) -> None:
    if as_json:
        known = output.article_json(article, summary, story, tellings)
        say_json(known if links is None else {**known, "links": [link._asdict() for link in links]})
        return
    if removed and not article.removed:
        complain("nothing was cut")
    for line in output.removed_lines(article) if removed else output.article_lines(article, summary, links or ()):
        say(line)


@click.command(short_help="Summarise an article of the library, or those of a file.")
@click.argument("what", metavar="ID|PATH", shell_complete=completion.files)
@click.option("-n", "--sentences", type=click.IntRange(1), metavar="N", help="How many sentences; as a rule 3.")
@click.option("--words", type=click.IntRange(1), metavar="N", help="As many sentences as fit into this many words.")
@click.option("--percent", type=click.FloatRange(0, 100), metavar="P", help="Or into this share of the text.")
@click.option(
    "--method", metavar="NAME", shell_complete=method_names, help=f"By which method: {', '.join(METHODS)}, or your own."
)
@click.option("--why", is_flag=True, help="What made each sentence score.")
@library_option
@json_option
def summary(
    what: str,
    sentences: int | None,
    words: int | None,
    percent: float | None,
    method: str | None,
    why: bool,
    library_file: str | None,
    as_json: bool,
) -> None:
    """Summarise an article of the library, or those of a file or folder; `-` is standard input.

    Its length is given in sentences, words or per cent of the text; it has one sentence at least.
    """
    if sum(value is not None for value in (sentences, words, percent)) > 1:
        raise click.UsageError("use only one of --sentences, --words and --percent")
    settings = configuration()
    method = _method(settings, method)
    if method not in METHODS:
        if why or sentences or words is not None or percent is not None:
            raise click.UsageError(f"{method} is a method of your own: what it says is as long as it is")
        _tell(what, method, library_file, as_json)
        return
    for article, ranking, several in _rankings(what, method, library_file, as_json):
        if ranking is None:
            continue  # that has been reported
        if words is None and percent is None:
            chosen = ranking.top(sentences or settings[SUMMARY_SENTENCES])
        else:
            chosen = ranking.within(words=words, percent=percent)
        reasons = _reasons(article, ranking, chosen) if why else []
        if as_json:
            say_json({"id": article.id, "headline": article.headline, **output.summary_json(chosen, reasons)})
        else:
            head = [output.title_words(article), ""] if several else []
            say("\n".join([*head, *output.summary_lines(chosen, reasons)]))


def _method(settings: Config, named: str | None) -> str:
    """The method to summarise by. Raises UsageError when the one that is `named` is not there."""
    from reader.extensions import methods  # no other command needs them

    chosen = named or settings[SUMMARY_METHOD]
    if chosen in METHODS or methods.is_known(settings, chosen):
        return chosen
    if named is not None:
        raise click.BadParameter(methods.unknown(settings, named), param_hint="--method")
    complain(settings.trouble(("summary", "method"), methods.unknown(settings, chosen)).shown())
    return METHODS[0]


def _tell(what: str, method: str, library_file: str | None, as_json: bool) -> None:
    """What a method of one's own says of an article of the library, or those of a file."""
    from reader.extensions import methods

    number, failed = number_of(what), False
    if number is None:
        articles: Iterable[tuple[Article, bool]] = _in_turn(desk.read_articles(what), as_json)
    else:
        with existing(library_file) as library:
            articles = [(library.article(number), False)]
    for article, several in articles:
        try:
            told = methods.tell(configuration(), method, article)
        except ReaderError as error:
            complain(f"{article.source}: {error}" if several else str(error))
            failed = True
            continue
        if as_json:
            row = {"id": article.id, "headline": article.headline, "method": method, "verbatim": False}
            say_json({**row, "text": told.text})
        else:
            head = [output.title_words(article), ""] if several else []
            say("\n".join([*head, f"SUMMARY · {told.label}", *map(output.wrapped, told.text.split("\n"))]))
    if failed:
        sys.exit(1)


def _rankings(
    what: str, method: str, library_file: str | None, as_json: bool
) -> Iterator[tuple[Article, Ranking | None, bool]]:
    """Articles with their rankings, and whether each is one of several."""
    number = number_of(what)
    if number is None:
        for (article, ranking, _), several in _in_turn(_ranked(what, method), as_json):
            yield article, ranking, several
    else:
        with existing(library_file) as library:
            yield library.article(number), library.ranking(number, method), False


def _reasons(article: Article, ranking: Ranking, chosen: Summary) -> list[tuple[str, ...]]:
    places = {sentence.start: index for index, sentence in enumerate(ranking.sentences)}
    return [desk.why(article, places[s.start], method=ranking.method) for s in chosen.sentences]
