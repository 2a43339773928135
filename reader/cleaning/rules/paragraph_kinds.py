"""What the kept lines of a page are by their tags: items of a list, quotations, code, cells of a table.

Not here: which lines are kept (`html_structure`), subheads and captions (`assembly`), plain texts, which have no tags.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.article import ParagraphKind
from reader.cleaning.input.html_lines import HtmlLine
from reader.cleaning.rules.html_blocks import table_around

_CELLS = frozenset({"td", "th"})
_FEWEST_CELLS, _CELL_LONGEST = 4, 200
"""Tables of fewer cells, or with longer ones, only lay the page out."""


def kinds_of(page: Sequence[HtmlLine], kept: Sequence[int]) -> dict[int, ParagraphKind]:
    """The kinds of the lines of the text that are no plain paragraphs, by index; `kept`: the lines of the text.

    Of a text that stands in a quotation, a list or a table for the most part, that says nothing.
    """
    items = Counter(page[i].position.parents[k] for i in kept for k in (0, 1))
    told: dict[int, ParagraphKind] = {}
    tables: dict[int, list[int]] = {}
    for i in kept:
        position = page[i].position
        if position.tag == "pre":
            told[i] = "code"
        elif "blockquote" in position.inside:
            told[i] = "quote"
        elif position.tag == "li" or (position.tag == "p" and _in_item(page[i]) and items[position.parents[1]] == 1):
            told[i] = "item"
        elif position.tag in _CELLS:
            tables.setdefault(table_around(position), []).append(i)
    for cells in tables.values():
        if len(cells) >= _FEWEST_CELLS and all(len(page[i].text) <= _CELL_LONGEST for i in cells):
            told.update(dict.fromkeys(cells, "row"))
    length = sum(len(page[i].text) for i in kept)
    quoted = sum(len(page[i].text) for i, kind in told.items() if kind == "quote")
    return {i: kind for i, kind in told.items() if kind != "quote" or 2 * quoted <= length}


def _in_item(line: HtmlLine) -> bool:
    outer = line.position.outer
    return outer is not None and outer.tag == "li"
