"""The choke point between what outlets write and what a terminal obeys.

Here: what is stripped from every text when it enters and once more before it is drawn or printed, and which field of
a noun may hold what.
Not here: markup, which the screens avoid by never handing a plain string to a widget that would parse it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from operator import attrgetter, is_
from typing import Any, TypeVar
from urllib.parse import urlsplit

_Noun = TypeVar("_Noun")

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u2028\u2029"  # line and paragraph separators: they break one-line layouts
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates: they reorder what follows
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # interlinear annotation, invisible tags
    "\ud800-\udfff]"  # lone surrogates: they cannot be written out at all
)
_SEQUENCES = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movement
    "|\x1b[\\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)"  # OSC, DCS, SOS, PM, APC: titles, links, clipboard
    "|\x9b[0-?]*[ -/]*[@-~]"  # the one-byte form of CSI
    "|\x1b[ -/]*[0-~]"  # every other escape
)

_UNSEEN = "\u061c\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\ufeff"
_MARKS = re.compile(f"[{_UNSEEN}]+")
"""What has no width and says how its neighbours are joined, broken or ordered."""
_JOINED = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a00-\u1bff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]"
)
"""Scripts whose letters join: Arabic, those of India and its neighbours, Mongolian."""
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf]")
"""Scripts that write no blanks between words: Thai, Lao, Tibetan, Burmese, Khmer."""
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_NEAR = 40
"""How many characters around a directional mark, on its line, are searched for a letter that it can be meant for."""
_CALLED = {
    "\u061c": "ALM", "\u180e": "MVS", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM",
    "\u200f": "RLM", "\u2060": "WJ", "\ufeff": "BOM",
}  # fmt: skip
_FEW = 8
"""So many nouns are looked at one by one."""
_ENDS = " " + "".join(_CALLED)


def without_controls(text: str) -> str:
    """`text` without terminal sequences, control characters, bidi embeddings, overrides and isolates, lone surrogates.

    Line feeds and tabs stay, carriage returns become line feeds. Never adds any other character.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", _SEQUENCES.sub("", text))


def plain(text: str) -> str:
    """As `without_controls`, and of marks without a width only those that the letters beside them need.

    Those are joiners and non-joiners in scripts whose letters join and in emoji, break marks in scripts without blanks,
    directional marks near letters that are written from right to left. None of them reaches beyond its neighbours.
    """
    if text.replace("\n", "").isprintable():
        return text  # as nearly always: all that is stripped is not
    text = without_controls(text)
    return text if text.isascii() else _MARKS.sub(_needed, text)


def plain_line(text: str) -> str:
    """As `plain`, on one line: runs of white space become one blank, and no mark stands at either end."""
    line = " ".join(plain(text).split())
    return line if line.isascii() else line.strip(_ENDS)


def plain_name(text: str) -> str:
    """As `plain_line`, without any such mark: two names that look the same are the same."""
    return " ".join(_MARKS.sub("", without_controls(text)).split())


def visible(text: str) -> str:
    """As `without_controls`, on one line, with every mark that cannot be seen written out: `⟨ZWSP⟩`."""
    line = " ".join(without_controls(text).split())
    return line if line.isascii() else _MARKS.sub(_written, line)


def _needed(found: re.Match[str]) -> str:
    """The one of a run of marks that stays."""
    text, mark = found.string, found[0][0]
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if mark in "\u200c\u200d":
        joins = _JOINED.match(before) or (mark == "\u200d" and _EMOJI.match(before) and _EMOJI.match(after))
        return mark if joins else ""
    if mark == "\u200b":
        return mark if _UNSPACED.match(before) and _UNSPACED.match(after) else ""
    if mark == "\u180e":
        return mark if "\u1800" <= before <= "\u18af" else ""
    if mark in "\u061c\u200e\u200f":
        if _RIGHT_TO_LEFT.match(before) or _RIGHT_TO_LEFT.match(after):
            return mark  # as nearly always
        around = text[max(0, found.start() - _NEAR) : found.start()].rpartition("\n")[2]
        around += text[found.end() : found.end() + _NEAR].partition("\n")[0]
        return mark if _RIGHT_TO_LEFT.search(around) else ""
    return ""


def _written(found: re.Match[str]) -> str:
    return "".join(f"⟨{_CALLED.get(mark) or f'U+{ord(mark):04X}'}⟩" for mark in found[0])


_HOW: dict[str, Callable[[str], str]] = {
    "text": plain,
    "standfirst": plain,
    "published_why": plain,
    "outlet": plain_name,
    "byline": plain_name,
    "agency": plain_name,
    "source": plain_name,
    "tags": plain_name,
    "corrected": plain_name,
    "Removed.text": without_controls,
}
"""What is made of the texts of a noun, by field; every other text is one line."""


def safe(noun: _Noun) -> _Noun:
    """A noun all of whose texts are plain; the same object when nothing had to change, as nearly always.

    Of the nouns, only `RawDocument` is not meant for this: it holds what came as it came. An `Article` is always safe.
    """
    changes = plain_fields(noun)
    if not changes:
        return noun
    return noun._replace(**changes) if isinstance(noun, tuple) else replace(noun, **changes)  # type: ignore


def plain_fields(noun: object) -> dict[str, Any]:
    """What the fields of a noun that hold what they may not hold are to hold instead, by name."""
    changes: dict[str, Any] = {}
    for name, how, empty in _texts_of(type(noun)):  # type: ignore[arg-type]
        value = getattr(noun, name)
        if not value:
            continue
        made = _safe(value, how)
        if made is not value:
            changes[name] = made if made != "" else empty
    return changes


@lru_cache
def _texts_of(noun: Any) -> list[tuple[str, Callable[[str], str], str | None]]:
    """The fields of a noun, what is made of their texts, and what stands for a text of which nothing is left."""
    if issubclass(noun, tuple):
        names: dict[str, str | None] = dict.fromkeys(noun._fields, "")
    else:
        names = {field.name: None if field.default is None else "" for field in fields(noun)}
    return [
        (name, _HOW.get(f"{noun.__name__}.{name}") or _HOW.get(name, plain_line), empty)
        for name, empty in names.items()
    ]


def _safe(value: Any, how: Callable[[str], str]) -> Any:
    """A field's value; the same object when nothing had to change."""
    if isinstance(value, str):
        if value.isprintable() and "  " not in value and value.strip(" ") is value:
            return value  # nearly always, and quickly told
        made = how(value)
        return value if made == value else made
    if value is None or isinstance(value, int):
        return value
    if hasattr(value, "_fields") or is_dataclass(value):
        return safe(value)
    return _safe_items(value, how) if isinstance(value, tuple) else value


def _safe_items(items: tuple[Any, ...], how: Callable[[str], str]) -> tuple[Any, ...]:
    """As `_safe`, of each: halved and halved again around the few nouns that are not plain."""
    if _all_plain(items):
        return items
    half = len(items) // 2
    if half < _FEW:
        made = tuple(_safe(item, how) for item in items)
    else:
        made = _safe_items(items[:half], how) + _safe_items(items[half:], how)
    return items if all(map(is_, made, items)) else made


def _all_plain(items: tuple[Any, ...]) -> bool:
    """Whether many nouns of one kind can be told at once to be plain: a page may have a million cut lines."""
    kinds = set(map(type, items))
    if len(kinds) != 1:
        return False
    (kind,) = kinds
    if not hasattr(kind, "_fields") and not is_dataclass(kind):
        return False
    return all(_plain_together(list(map(attrgetter(name), items))) for name, _, _ in _texts_of(kind))


def _plain_together(values: list[Any]) -> bool:
    kinds = set(map(type, values))
    if kinds != {str}:
        return kinds <= {int, bool, float, type(None)}
    if [text.strip(" ") for text in values] != values:
        return False
    joined = "".join(values)
    return joined.isprintable() and "  " not in joined


def is_web_address(url: str | None) -> bool:
    """Whether a browser may be given this: an http or https URL with a host and nothing odd in it."""
    if not url or plain_line(url) != url or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
