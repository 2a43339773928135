"""Commands for marks, for what leaves the program and what is set by hand, for the list, what comes in, the program.

Here: what they are called, which keys they have, where they are shown. Not here: what they do (actions).
"""

from __future__ import annotations

from reader.tui.keys.command import Command


class ToggleRead(Command):
    """Mark the article read, or unread again."""

    keys, group, hint, rank = "r", "Marks", "read?", 15
    panes = ""
    writes = True


class MarkShownRead(Command):
    """Mark every article of the list read."""

    keys, group = "A", "Marks"
    writes = True


class Undo(Command):
    """Take back what was done last: marks, what was set by hand, lines cut or kept, a decision about a story."""

    keys, group = "u", "Marks"


class Star(Command):
    """Star the article, or take its star away."""

    keys, group, hint, rank, panes = "*", "Marks", "star", 16, "list text"
    writes = True


class Tag(Command):
    """Give the article tags."""

    keys, group = "t", "Marks"
    writes = True


class OpenInBrowser(Command):
    """Open the article's own page in the browser."""

    keys, group = "o", "Outside"


class Copy(Command):
    """Copy the article's headline, outlet, date, address and summary; in the summary, the selected sentence."""

    keys, group = "y", "Outside"


class Export(Command):
    """Write the article, its story or the list as Markdown, HTML or references: a file, the clipboard, a program."""

    keys, group = "E", "Outside"


class Edit(Command):
    """Set the article's headline, outlet, date and byline by hand."""

    keys, group, hint, rank, panes = "e", "By hand", "edit", 17, "list text"
    writes = True


class Overrule(Command):
    """While cuts are shown: cut the selected paragraph as furniture, or keep the selected cut line as text."""

    keys, group, hint, rank, panes = "v", "By hand", "cut it", 4, "text"
    writes = True


class ByDate(Command):
    """Group the list by date."""

    keys, group, hint, rank, panes = "1", "List", "group", 20, "list"


class ByOutlet(Command):
    """Group the list by outlet."""

    keys, group, hint, rank, panes = "2", "List", "group", 20, "list"


class ByStory(Command):
    """Group the list by story."""

    keys, group, hint, rank, panes = "3", "List", "group", 20, "list"


class ByGroup(Command):
    """Group the list by the groups that feeds are in."""

    keys, group = "5", "List"


class Ungrouped(Command):
    """Do not group the list."""

    keys, group, hint, rank, panes = "4", "List", "group", 20, "list"


class Search(Command):
    """Search all texts, the list shows what matches; inside an article, find words in it."""

    keys, group, hint, rank, panes = "/", "List", "search", 8, "list text"


class Filter(Command):
    """List only what is unread or starred, of some days, length, language, outlet, tag …; several at once."""

    keys, group, hint, rank, panes = "f", "List", "filter", 11, "list"


class Sort(Command):
    """Sort the list by one or several of date, outlet, length, size of story and relevance."""

    keys, group = "S", "List"


class Views(Command):
    """List what a view lists that was saved; save what is listed now as a view. A digit after it opens that view."""

    keys, group = "V", "List"


class DropFilter(Command):
    """Take away the filter or search that came last."""

    keys, group = "backspace", "List"


class Add(Command):
    """Add a page or a feed by its address, or a file or folder."""

    keys, group = "a", "News"


class Refresh(Command):
    """Ask all feeds for what is new; sync with your servers."""

    keys, group, hint, rank, panes = "R", "News", "refresh", 21, "list"


class Feeds(Command):
    """Show the feeds and how they are doing; one can be listed, renamed, moved and removed."""

    keys, group = "F", "News"


class Problems(Command):
    """Show what could not be added, and why."""

    keys, group = "!", "Program"


class Theme(Command):
    """Choose the colours."""

    group = "Program"


class Palette(Command):
    """Find a command by its name."""

    keys, group = ":,ctrl+p", "Program"


class Help(Command):
    """Show all keys."""

    keys, group, hint, rank = "?,f1", "Program", "help", 99


class Quit(Command):
    """Back to the list; from there, leave the program."""

    keys, group = "q", "Program"


class QuitNow(Command):
    """Leave the program at once."""

    keys, group = "Q", "Program"


class Suspend(Command):
    """Put the program to sleep; `fg` in the shell wakes it."""

    keys, group = "ctrl+z", "Program"
