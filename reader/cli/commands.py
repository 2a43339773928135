"""All commands, in the order of the manual page, each with where it is defined.

A command's module is loaded when that command is run or described: the first screen needs one of them.
"""

from collections.abc import Mapping
from importlib import import_module

import click

WHERE: Mapping[str, str] = {
    "open": "adding:open_",
    "add": "adding:add",
    "clean": "adding:clean",
    "watch": "watching:watch",
    "feeds": "feeds:feeds",
    "refresh": "feeds:refresh",
    "sync": "sync:sync",
    "list": "listing.commands:list_",
    "show": "showing:show",
    "summary": "showing:summary",
    "related": "stories:related",
    "stories": "stories:stories",
    "story": "stories:story",
    "split": "stories:split",
    "merge": "stories:merge",
    "compare": "compare:compare",
    "search": "listing.commands:search",
    "export": "exporting:export",
    "edit": "editing:edit",
    "config": "configuring:config",
    "completion": "completion:completion",
    "reclean": "adding:reclean",
}


def load(name: str) -> click.Command:
    """The command of that name."""
    module, _, function = WHERE[name].partition(":")
    command: click.Command = getattr(import_module(f"reader.cli.{module}"), function)
    return command
