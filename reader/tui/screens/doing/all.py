"""What each command does on the main screen.

Here: all of them by name. Not here: any of them, what they are called (keys).
"""

from __future__ import annotations

from reader.tui.screens.doing import article, listing, moving
from reader.tui.screens.doing.does import Table
from reader.tui.screens.panes import Panes


def doing(screen: Panes) -> Table:
    """All commands by name."""
    return {
        **moving.moving(screen),
        **moving.between_articles(screen),
        **article.story_and_trail(screen),
        **article.article(screen),
        **article.outside(screen),
        **article.by_hand(screen),
        **listing.news(screen),
        **listing.list_and_program(screen),
    }
