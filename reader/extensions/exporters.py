"""Export formats of the person's own: what a program or a package makes of what is exported.

Here: which there are, and what they make of it. Not here: the reader's own formats (export), where it goes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from reader.config.reading import Config, Trouble
from reader.config.settings import EXPORTER_COMMAND, EXPORTER_ENDING, EXPORTER_INPUT, EXPORTER_TIME, Setting, nearest
from reader.errors import ReaderError
from reader.programs import output_of
from reader.safety import plain_name

GROUP = "reader.exporters"
"""Entry points of Python packages: functions from what `--format json` has, as Python values, to text or bytes."""


def configured(config: Config, own: Sequence[str]) -> Sequence[str]:
    """The exporters that the configuration has, but for those that are called like one of the reader's `own`."""
    return tuple(name for name in config.by_name(EXPORTER_COMMAND) if name not in own)


def input_of(config: Config, name: str, own: Sequence[str]) -> str:
    """The format that an exporter wants. own: the reader's formats. Raises ReaderError for one that is not there."""
    if name in config.by_name(EXPORTER_COMMAND):
        return config.by_name(EXPORTER_INPUT).get(name, EXPORTER_INPUT.default)
    from reader.extensions.packages import offered  # looks through all that is installed

    if name in offered(GROUP):
        return "json"
    names = [*own, *configured(config, own)]
    raise ReaderError(f"there is no format {plain_name(name)!r}{nearest(name, names)}; there are {', '.join(names)}")


def made(config: Config, name: str, text: str, *, stop: Callable[[], bool] = lambda: False) -> bytes:
    """What an exporter makes of a document in the format that it wants. Raises ReaderError."""
    command = config.by_name(EXPORTER_COMMAND).get(name)
    if command is not None:
        seconds = config.by_name(EXPORTER_TIME).get(name, EXPORTER_TIME.default)
        return output_of(command, text, name=name, seconds=seconds, most=100_000_000, stop=stop)
    from reader.extensions.packages import call

    found = call(GROUP, name, json.loads(text))
    if not isinstance(found, (str, bytes)):
        raise ReaderError(f"{plain_name(name)} gave neither text nor bytes")
    return found if isinstance(found, bytes) else found.encode()


def ending(config: Config, name: str) -> str:
    """With what the names of its files end."""
    return config.by_name(EXPORTER_ENDING).get(name, EXPORTER_ENDING.default)


def by_ending(config: Config, name: str, own: Sequence[str]) -> str | None:
    """The exporter whose files end as this one, in small letters or large, if there is one."""
    endings = {one: said.lower() for one, said in config.by_name(EXPORTER_ENDING).items()}
    fits = (one for one in configured(config, own) if one in endings and name.lower().endswith(endings[one]))
    return next(fits, None)


def troubles(config: Config, own: Sequence[str]) -> Sequence[Trouble]:
    """What is wrong with the exporters of the configuration."""
    commands = config.by_name(EXPORTER_COMMAND)
    found = [
        config.trouble(("exporters", name, "command"), f"exporters.{name} is called like a format of the reader's own")
        for name in commands
        if name in own
    ]
    parts: Sequence[Setting[Any]] = (EXPORTER_TIME, EXPORTER_INPUT, EXPORTER_ENDING)
    for setting in parts:
        part = setting.name.rpartition(".")[2]
        lacking = sorted(config.by_name(setting).keys() - commands.keys())
        found += [config.trouble(("exporters", n, part), f"exporters.{n} has no command") for n in lacking]
    return found
