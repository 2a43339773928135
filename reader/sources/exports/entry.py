"""One entry of an export: a record by our names, and what its owner did with it.

Here: the noun, and how texts are told from pages in it. Not here: the forms of exports (`streams`, `tables`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.safety import plain_line
from reader.sources.kinds import has_tags

NO_TEXT = "links without text (`reader add --links` fetches their pages)"
"""What most read-it-later services export: where the articles are, not what is in them."""
_MOST_TAGS, _LONGEST_TAG = 20, 60


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an export."""

    record: dict[str, object]
    """By names that `fields` knows; without text where it is a mere link."""
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()


def text_fields(text: object) -> dict[str, object]:
    """The field that an entry's text goes into: exports have HTML that need not begin with a tag."""
    if not isinstance(text, str) or not text.strip():
        return {}
    return {"html" if has_tags(text) else "text": text}


def tags_of(names: Iterable[object]) -> tuple[str, ...]:
    """Tags as the library has them: a line each, none twice."""
    lines = (plain_line(name)[:_LONGEST_TAG].strip() for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(line for line in lines if line))[:_MOST_TAGS]
