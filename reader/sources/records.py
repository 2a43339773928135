"""JSON files: the records in them, each an article.

Here: parsing that survives any JSON, and finding the records in it. Not here: what a record's fields mean (`fields`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from reader.errors import SourceError
from reader.safety import plain_line
from reader.sources.fields import by_name, has_text, is_without_text, teaser_of

Fields = dict[str, object]

_JSON = json.JSONEncoder(ensure_ascii=False).encode
_DEEPEST = 3
"""How deep a list of records may lie: {"response": {"results": [...]}}."""
_LONGEST_INT = 20


def parse(text: str) -> object:
    """The value of a JSON text. Raises SourceError with the reason when it is not JSON, or is nested too deeply."""
    try:
        return json.loads(text, parse_int=_number)
    except json.JSONDecodeError as error:
        where = f" at line {error.lineno}" if error.lineno > 1 else ""
        reason = plain_line(error.msg).lower().removesuffix(" at")  # `unterminated string starting at`
        raise SourceError(f"not JSON: {reason}{where}") from None
    except RecursionError:
        raise SourceError("not readable: JSON nested too deeply") from None
    except ValueError as error:
        raise SourceError(f"not JSON: {plain_line(str(error))}") from None


def _number(digits: str) -> int | str:
    """Python takes quadratic time over integers of a million digits, or refuses them; none of our fields holds one."""
    return int(digits) if len(digits) <= _LONGEST_INT else digits


def pack(record: Fields) -> bytes:
    """A record by itself, as bytes to keep; SourceError when it cannot be written."""
    try:
        return _JSON(record).encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate somewhere: escaped, it can be kept
        return json.dumps(record).encode("ascii")
    except RecursionError:
        raise SourceError("not readable: JSON nested too deeply") from None


def is_record(value: object) -> bool:
    """Whether `value` is an object with a text of its own."""
    return isinstance(value, dict) and has_text(fields_of(value))


def fields_of(record: Fields) -> Fields:
    """A record's fields by the names of the table (see `fields`).

    Where it has no text itself, but an object in it has, that object's fields come first: {"_source": {...}},
    {"url": ..., "article": {...}}.
    """
    fields = by_name(record)
    if not has_text(fields):
        for value in record.values():
            if isinstance(value, dict):
                inner = by_name(value)
                if has_text(inner):
                    return {**fields, **inner}
    return fields


def records_in(value: object) -> list[object] | None:
    """The records of a JSON file: its one object, its list, or the list somewhere inside; None when there are none.

    What is not a record stays in the list, so that it can be counted and named; so does an article without its text.
    """
    if isinstance(value, list):
        return value if any(_may_be_record(item) or _lacks_text(item) for item in value) else None
    if not isinstance(value, dict):
        return None
    if is_record(value):
        return [value]
    for items in _lists(value):
        if any(is_record(item) for item in items):
            return _of_a_feed(value, items)
    for items in _lists(value):
        if any(_may_be_record(item) for item in items):
            return items
    return [value] if _may_be_record(value) or _lacks_text(value) else None


def _of_a_feed(value: Fields, items: list[object]) -> list[object]:
    """The items of a saved JSON Feed with its title, which they are published under; of other objects as they are."""
    title = value.get("title")
    if not isinstance(title, str) or "jsonfeed.org" not in str(value.get("version")):
        return items
    return [{"feed_title": title, **item} if isinstance(item, dict) else item for item in items]


def _may_be_record(value: object) -> bool:
    return is_record(value) or (isinstance(value, dict) and teaser_of(by_name(value)) is not None)


def _lacks_text(value: object) -> bool:
    """Whether `value` is an article's record whose text is missing, which the person should know of."""
    return isinstance(value, dict) and is_without_text(by_name(value))


def _lists(value: Fields, depth: int = 0) -> Iterator[list[object]]:
    """The lists in an object, those further out first."""
    for inner in value.values():
        if isinstance(inner, list):
            yield inner
    if depth < _DEEPEST:
        for inner in value.values():
            if isinstance(inner, dict):
                yield from _lists(inner, depth + 1)
