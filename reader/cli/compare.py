"""The command that puts two articles side by side.

Here: what it is asked and what it prints. Not here: what stands where in both, which is the desk's business.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator
from itertools import zip_longest

import click

from reader.article import Article
from reader.cli import completion, output
from reader.cli.options import existing, json_option, library_option, number_of
from reader.cli.output import Json, say, say_json
from reader.cli.story_output import disagreement_line
from reader.comparison import AlignedRow, Comparison, Side
from reader.desk import read_file
from reader.errors import ReaderError
from reader.export.as_json import disagreement_json
from reader.safety import plain_line

_SIGNS = {"copied": "≈", "reworded": "≈", "same quotation": "”", "only in A": "◇", "only in B": "◇"}
_COLUMNS = 100
"""Cells of a terminal from which on there is room for two columns."""


@click.command(short_help="Put two articles side by side, sentence by sentence.")
@click.argument("first", metavar="ID|PATH", shell_complete=completion.files)
@click.argument("second", metavar="ID|PATH", shell_complete=completion.files)
@library_option
@json_option
def compare(first: str, second: str, library_file: str | None, as_json: bool) -> None:
    """Put two articles side by side, sentence by sentence: what is copied, reworded, quoted, only in one.

    = the same words, ≈ other words, ” the same quotation, ◇ only there; [words] that the other side does not have,
    [!figures] and dates that disagree with those of the other side; ↑ a figure that rose from the one to the other. As
    JSON one object, with a list of rows.
    """
    from reader.desk.overlap import compare as compare_articles  # no other command needs it

    comparison = compare_articles(*_articles(first, second, library_file))
    if as_json:
        say_json(comparison_json(comparison))
        return
    for line in _lines(comparison):
        say(line)


def _articles(first: str, second: str, library_file: str | None) -> tuple[Article, Article]:
    numbers = number_of(first), number_of(second)
    if None in numbers:
        files = [_only(what) if number is None else None for what, number in zip((first, second), numbers, strict=True)]
        if all(files):
            return files[0], files[1]  # type: ignore[return-value]
    with existing(library_file) as library:
        a, b = (
            _only(what) if number is None else library.article(number)
            for what, number in zip((first, second), numbers, strict=True)
        )
        return a, b


def _only(path: str) -> Article:
    articles = read_file(path)
    if len(articles) > 1:
        raise ReaderError(f"{path}: has {len(articles)} articles; add it to a library and name two of them")
    return articles[0]


# -------------------------------------------------------------------- as JSON


def comparison_json(comparison: Comparison) -> Json:
    """Both articles in short, how much of each the other has, and the rows; `start` and `end` count in each text."""
    return {
        "a": _head_json(comparison.a, comparison.share_a),
        "b": _head_json(comparison.b, comparison.share_b),
        "one_language": not comparison.foreign,
        "disagreements": [
            disagreement_json(one, comparison.a.text, comparison.b.text) for one in comparison.disagreements
        ],
        "risen": [disagreement_json(one, comparison.a.text, comparison.b.text) for one in comparison.risen],
        "rows": [
            {
                "kind": row.kind,
                "same": row.same,
                "disagrees": row.disagrees,
                "a": _side_json(row.a, comparison.a.text),
                "b": _side_json(row.b, comparison.b.text),
            }
            for row in comparison.rows
        ],
    }


def _head_json(article: Article, share: float) -> Json:
    return {
        "id": article.id,
        "headline": article.headline,
        "outlet": article.outlet,
        "published": output.when_json(article.published),
        "published_from": article.published_from,
        "share": round(share, 4),
    }


def _side_json(side: Side | None, text: str) -> Json | None:
    if side is None:
        return None
    changes = [
        {"text": text[c.start : c.end], "start": c.start, "end": c.end, "figure": c.figure} for c in side.changes
    ]
    return {
        "text": text[side.start : side.end],
        "start": side.start,
        "end": side.end,
        "again": side.again,
        "changes": changes,
    }


# ------------------------------------------------------------------- as lines


def _lines(comparison: Comparison) -> Iterator[str]:
    for name, other, article, share in (
        ("A", "B", comparison.a, comparison.share_a),
        ("B", "A", comparison.b, comparison.share_b),
    ):
        facts = [
            plain_line(article.outlet or "outlet unknown"),
            output.when_words(article.published, article.published_from),
            f"language: {article.language}"
            if comparison.foreign and not share
            else f"{round(100 * share)} % of it stands in {other}",
        ]
        yield output.wrapped(f"{output.title_words(article)} · {' · '.join(facts)}", f"  {name} ")
    if comparison.foreign:
        yield output.wrapped("In two languages: sentences are paired by their names and numbers only.", "    ")
    if comparison.disagreements:
        yield ""
        yield "Where they disagree"
        for one in comparison.disagreements:
            yield output.wrapped(disagreement_line(one, ("A", comparison.a.text), ("B", comparison.b.text)), "≠   ")
    for one in comparison.risen:  # one that is told later has it higher
        told = disagreement_line(one, ("A", comparison.a.text), ("B", comparison.b.text), "and")
        yield output.wrapped(told, "↑   ")
    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for row in comparison.rows:
        sides = [_marked(row.a, comparison.a.text), _marked(row.b, comparison.b.text)]
        sign = "=" if row.same else _SIGNS[row.kind]
        yield ""
        yield from _beside(sign, sides, wide) if wide >= _COLUMNS else _below(sign, sides, row)


def _marked(side: Side | None, text: str) -> str:
    """A sentence with its differences in brackets."""
    if side is None:
        return ""
    pieces, at = [], side.start
    for change in side.changes:
        pieces += [text[at : change.start], "[!" if change.figure else "[", text[change.start : change.end], "]"]
        at = change.end
    again = " (again)" if side.again else ""
    return plain_line("".join(pieces) + text[at : side.end]) + again


def _below(sign: str, sides: list[str], row: AlignedRow) -> Iterator[str]:
    if row.same:
        yield output.wrapped(sides[0], f"{sign}   ")
        return
    for name, text in zip("AB", sides, strict=True):
        if text:
            yield output.wrapped(text, f"{sign} {name} ")
            sign = " "


def _beside(sign: str, sides: list[str], width: int) -> Iterator[str]:
    column = (width - 5) // 2
    left, right = (textwrap.wrap(text, column) for text in sides)
    for one, other in zip_longest(left, right, fillvalue=""):
        yield f"{one:<{column}}  {sign}  {other}".rstrip()
        sign = " "
