"""What is written from the table of settings: what is in force, a file to begin with, explanations.

Here: lines of text. Not here: where they go (the command line, the documentation).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from unicodedata import east_asian_width

from reader.config.reading import Config
from reader.config.settings import SETTINGS, Setting

_WIDTH = 100
Line = tuple[tuple[str, ...], Any, str]
"""The parts of a name, its value as a file has it (None: not set), where the value comes from."""


def rows(config: Config) -> Iterator[Line]:
    """Every setting with its value and where that comes from, in the order of the table."""
    for setting in SETTINGS:
        own = tuple(setting.name.split("."))
        if any(part.isupper() for part in own):
            found = [(path, said) for path, said in config.said.items() if setting.fits(path)]
        else:
            found = [(own, config.said[own])] if own in config.said else []
            if not found:
                yield own, _listed(setting.default), "default"
        yield from ((path, said.raw, said.place.shown(short=True).rpartition(":")[0]) for path, said in found)


def in_force(config: Config) -> Iterator[str]:
    """The same as a TOML file that says where each value comes from."""
    yield f"# {config.file}" + ("" if config.file.exists() else " is not there yet; `reader config init` writes it")
    sections: dict[tuple[str, ...], list[Line]] = {}
    for row in rows(config):  # a section may stand once only; what is in none comes first
        sections.setdefault(row[0][:-1], []).append(row)
    for section, inside in sections.items():
        yield ""
        if section:
            yield f"[{'.'.join(map(_name, section))}]"
        said = [
            (f"# {_name(path[-1])} is not set" if value is None else f"{_name(path[-1])} = {toml(value)}", origin)
            for path, value, origin in inside
        ]
        width = min(72, max(_width(text) for text, _ in said))
        yield from (f"{text}{' ' * (width - _width(text))}  # {origin}" for text, origin in said)


def to_begin_with() -> Iterator[str]:
    """A file that sets nothing and shows how everything is set."""
    yield "# The configuration of reader. `reader config explain` tells more, `reader config check` looks it over."
    yield "# What stands behind a # holds nothing: take the # away to set it."
    section: Sequence[str] = []
    for setting in SETTINGS:
        *inside, name = setting.name.split(".")
        named = any(part.isupper() for part in inside)
        yield ""
        if inside != section:
            section = inside
            yield f"{'# ' if named else ''}[{'.'.join(inside)}]"
        yield from (f"# {line}" for line in _wrapped(setting.about, _WIDTH - 2))
        yield f"# {'down' if name.isupper() else name} = {setting.example}"


def explained(setting: Setting[Any]) -> Iterator[str]:
    """All there is to say about a setting."""
    yield setting.name
    yield from (f"    {line}" for line in _wrapped(setting.about, _WIDTH - 4))
    yield f"    Wanted: {setting.kind.wanted}."
    yield f"    Default: {default_words(setting)}."
    yield f"    Example: {setting.name.rpartition('.')[2]} = {setting.example}"


def table() -> Iterator[str]:
    """All settings as a table in Markdown."""
    yield "| setting | what it does | what it takes | without it |"
    yield "|---|---|---|---|"
    for setting in SETTINGS:
        cells = (f"`{setting.name}`", setting.about, setting.kind.wanted, default_words(setting))
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def default_words(setting: Setting[Any]) -> str:
    """What holds without a setting, for people."""
    if any(part.isupper() for part in setting.name.split(".")) or setting.default is None:
        return "none"
    return toml(_listed(setting.default))


def toml(value: Any) -> str:
    """A value as TOML has it, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_name(key)} = {toml(item)}' for key, item in value.items())}}}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else str(value)


def _name(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else toml(name)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _wrapped(text: str, width: int) -> Iterable[str]:
    from textwrap import wrap  # only where something is explained

    return wrap(text, width)
