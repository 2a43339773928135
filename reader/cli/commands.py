"""All commands, in the order of the help page."""

from collections.abc import Sequence

import click

from reader.cli.adding import add, clean, open_, reclean
from reader.cli.compare import compare
from reader.cli.completion import completion
from reader.cli.configuring import config
from reader.cli.editing import edit
from reader.cli.exporting import export
from reader.cli.feeds import feeds, refresh
from reader.cli.listing.commands import list_, search
from reader.cli.showing import show, summary
from reader.cli.stories import merge, related, split, stories, story
from reader.cli.sync import sync
from reader.cli.watching import watch

ALL: Sequence[click.Command] = (
    open_,
    add,
    clean,
    watch,
    feeds,
    refresh,
    sync,
    list_,
    show,
    summary,
    related,
    stories,
    story,
    split,
    merge,
    compare,
    search,
    export,
    edit,
    config,
    completion,
    reclean,
)
