"""Reading the configuration file: what it sets, where each value stands, and what is wrong with it.

Here: `load` and the `Config` it returns. A bad file stops nothing: what is wrong is named with its place and left out.
Not here: which settings there are (settings), what follows from them.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import platformdirs

from reader.config.settings import SETTINGS, Setting, is_section, named, nearest
from reader.safety import plain_line

T = TypeVar("T")
FILE = "config.toml"
KEYS_FILE = "keys.toml"
"""An older file of keys alone, which still counts; what the configuration says of a command goes before it."""
_MOST = 1_000_000
_LONGEST_NAME = 40
_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Place(NamedTuple):
    """Where something is said."""

    file: Path
    line: int = 0
    """From 1; 0: the file as a whole."""
    column: int = 0

    def shown(self, *, short: bool = False) -> str:
        """`/home/ada/.config/reader-tui/config.toml:3:1`; short: without the folder."""
        name = plain_line(self.file.name if short else str(self.file))
        return f"{name}:{self.line}:{self.column}" if self.line else name


class Trouble(NamedTuple):
    """Something that cannot be taken as it is."""

    place: Place
    message: str

    def shown(self, *, short: bool = False) -> str:
        """The place, and what is wrong there, on one line."""
        return f"{self.place.shown(short=short)}: {self.message}"


class Said(NamedTuple):
    """A value that a file gives, good for its setting."""

    value: Any
    place: Place
    raw: Any
    """As the file has it."""


@dataclass(frozen=True, slots=True)
class Config:
    """What is in force: what the files set, over what holds without them."""

    file: Path
    """Where it is, or would be."""
    said: Mapping[tuple[str, ...], Said] = field(default_factory=dict)
    troubles: Sequence[Trouble] = ()

    def __getitem__(self, setting: Setting[T]) -> T:
        """The value of a setting."""
        found = self.said.get(tuple(setting.name.split(".")))
        return setting.default if found is None else found.value

    def by_name(self, setting: Setting[T]) -> dict[str, T]:
        """The values of a setting that a person gives names to, by that name."""
        at = next(number for number, part in enumerate(setting.name.split(".")) if part.isupper())
        return {path[at]: found.value for path, found in self.said.items() if setting.fits(path)}

    def trouble(self, path: Sequence[str], message: str) -> Trouble:
        """What whoever acts on a setting has against its value: a name that means nothing, say."""
        found = self.said.get(tuple(path))
        return Trouble(found.place if found else Place(self.file), message)


NOTHING = Config(Path())
"""A configuration that sets nothing."""


def notice(troubles: Sequence[Trouble]) -> str:
    """All that is wrong, on one line; empty if nothing is."""
    if not troubles:
        return ""
    more = f" (and {len(troubles) - 1} more); `reader config check` names all" if len(troubles) > 1 else ""
    return troubles[0].shown(short=True) + more


def settings_folder() -> Path:
    """Where a person's settings are looked for: READER_SETTINGS, else the platform's folder. It need not exist."""
    said = os.environ.get("READER_SETTINGS")
    return Path(said).expanduser() if said else Path(platformdirs.user_config_path("reader-tui"))


def config_file(folder: Path | None = None) -> Path:
    """The configuration file: READER_CONFIG, else the one in the settings folder. It need not exist."""
    said = os.environ.get("READER_CONFIG") if folder is None else None
    return Path(said).expanduser() if said else (folder or settings_folder()) / FILE


def load(file: Path | None = None, *, folder: Path | None = None) -> Config:
    """What is in force. file: None: as `config_file` says; one that is named and missing is trouble.

    folder: where to look for it, and for the older file of keys, in place of the person's own.
    """
    path = file or config_file(folder)
    said: dict[tuple[str, ...], Said] = {}
    troubles: list[Trouble] = []
    older = (folder or settings_folder()) / KEYS_FILE
    for place, inside in ((older, ("keys",)), (path, ())):
        content = _parsed(place, troubles, must_exist=place == file)
        if content is not None:
            from reader.config.positions import place_of  # as below

            table, where = content
            for found in _checked(table, inside, inside):
                at = place_of(found.path[len(inside) :], where)
                if found.message:
                    troubles.append(Trouble(Place(place, *at), found.message))
                else:
                    said[found.path] = Said(found.value, Place(place, *at), found.raw)
    return Config(path, said, tuple(troubles))


def _parsed(
    path: Path, troubles: list[Trouble], *, must_exist: bool
) -> tuple[dict[str, Any], Mapping[tuple[str, ...], tuple[int, int]]] | None:
    """The content of a file and where its names stand; None where there is none, or it is not understood."""
    try:
        text = _text(path)
    except FileNotFoundError as error:
        if must_exist:
            troubles.append(Trouble(Place(path), f"could not be read: {error.strerror}"))
        return None
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        at = Place(path, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
        troubles.append(Trouble(at, "could not be read: it is not UTF-8"))
        return None
    except OSError as error:
        troubles.append(Trouble(Place(path), f"could not be read: {error.strerror or error}"))
        return None
    # Here, so that the first screen does not wait for it where there is no such file.
    from reader.config.positions import positions

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(text), positions(text)
    except ValueError as error:  # also of numbers that are too long
        message = str(error)
        found = _POSITION.search(message)
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
        if found and found[1]:
            line, column = int(found[1]), int(found[2])
        told = plain_line(_POSITION.sub("", message))
        troubles.append(Trouble(Place(path, line, column), f"not understood: {told}"))
    except RecursionError:
        troubles.append(Trouble(Place(path), "not understood: too deeply nested"))
    return None


def _text(path: Path) -> str:
    """The text of a file. Raises OSError and UnicodeDecodeError."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) and path != Path(os.devnull):
        raise OSError("it is no file")
    if status.st_size > _MOST:
        raise OSError("it is larger than a configuration can be")
    with path.open("rb") as file:
        return file.read(_MOST).decode("utf-8-sig").replace("\r\n", "\n")


class _Found(NamedTuple):
    path: tuple[str, ...]
    value: Any = None
    raw: Any = None
    message: str = ""
    """What is wrong with it; empty: nothing."""


def _checked(table: Mapping[str, Any], inside: tuple[str, ...], root: tuple[str, ...]) -> Iterator[_Found]:
    """Every name of a table with its value, or what is wrong with it. root: what the names of the file stand below."""
    for key, value in table.items():
        path = (*inside, key)
        shown = plain_line(".".join(path[len(root) :]))[:80]
        setting = named(path)
        if setting is not None and not all(map(_is_name, path)):
            yield _Found(path, message=f"{shown}: a name is a word or two on one line")
        elif setting is not None:
            try:
                yield _Found(path, setting.kind.take(value), value)
            except ValueError:
                yield _Found(path, message=f"{shown}: {setting.kind.wanted} is wanted")
        elif not is_section(path):
            yield _Found(path, message=f"there is no setting {shown}{_suggestion(path)}")
        elif isinstance(value, dict):
            yield from _checked(value, path, root)
        else:
            yield _Found(path, message=f"{shown} is a section: its settings stand in lines below [{shown}]")


def _is_name(part: str) -> bool:
    return bool(part) and len(part) <= _LONGEST_NAME and plain_line(part) == part


def _suggestion(path: Sequence[str]) -> str:
    """The nearest setting, or section, of the same depth."""
    names = [setting.name.split(".") for setting in SETTINGS]
    near = {".".join([*path[: len(path) - 1], own[len(path) - 1]]) for own in names if len(own) >= len(path)}
    real = [name for name in near if (split := tuple(name.split("."))) and (named(split) or is_section(split))]
    return nearest(".".join(path), real)
