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
    also = "unread mark seen done"


class MarkShownRead(Command):
    """Mark every article of the list read."""

    keys, group = "A", "Marks"
    writes = True
    also = "catch up mark all read everything"


class Undo(Command):
    """Take back what was done last: marks, what was set by hand, lines cut or kept, a decision about a story."""

    keys, group = "u", "Marks"
    also = "revert take back"


class Star(Command):
    """Star the article, or take its star away."""

    keys, group, hint, rank, panes = "*", "Marks", "star", 16, "list text"
    writes = True
    also = "bookmark favourite favorite save later keep flag pin"


class Tag(Command):
    """Give the article tags."""

    keys, group = "t", "Marks"
    writes = True
    also = "label category folder"


class OpenInBrowser(Command):
    """Open the article's own page in the browser."""

    keys, group = "o", "Outside"
    also = "web link url website original external"


class Links(Command):
    """List the links of the text, to open one in the browser: a digit, or enter."""

    keys, group, hint, rank, panes = "L", "Outside", "links", 7, "text"
    also = "urls addresses web footnotes references follow href"


class SelectMore(Command):
    """Select a sentence of the text to copy it, from the first one that is seen; again: one more."""

    keys, group = "shift+down", "Outside"
    together = "Select a sentence of the text more, less; `y` copies them."
    also = "pick highlight quote passage copy"


class SelectLess(Command):
    """Select a sentence less."""

    keys, group = "shift+up", "Outside"
    also = "pick highlight copy"


class Copy(Command):
    """Copy what is selected, else the article's headline, outlet, date, address and summary; the summary's sentence."""

    keys, group = "y,ctrl+c", "Outside"
    also = "clipboard yank share citation selection quote"


class Export(Command):
    """Write the article, its story or the list as Markdown, HTML or references: a file, the clipboard, a program."""

    keys, group = "E", "Outside"
    also = "save markdown html bibtex csl write file print send share download brief sources references"


class Edit(Command):
    """Set the article's headline, outlet, date and byline by hand."""

    keys, group, hint, rank, panes = "e", "By hand", "edit", 17, "list text"
    writes = True
    also = "correct change headline date outlet byline fix rename"


class Overrule(Command):
    """While cuts are shown: cut the selected paragraph as furniture, or keep the selected cut line as text."""

    keys, group, hint, rank, panes = "v", "By hand", "cut it", 4, "text"
    writes = True
    also = "cut keep delete line boilerplate"


class ByDate(Command):
    """Group the list by date."""

    keys, group, hint, rank, panes = "1", "List", "group", 20, "list"
    together = "Group the list by date, outlet, story, or not at all."
    also = "group sort time day"


class ByOutlet(Command):
    """Group the list by outlet."""

    keys, group, hint, rank, panes = "2", "List", "group", 20, "list"
    also = "group sort source newspaper publisher"


class ByStory(Command):
    """Group the list by story."""

    keys, group, hint, rank, panes = "3", "List", "group", 20, "list"
    also = "group cluster topic event"


class ByGroup(Command):
    """Group the list by the groups that feeds are in."""

    keys, group = "5", "List"
    also = "group feeds folder category"


class Ungrouped(Command):
    """Do not group the list."""

    keys, group, hint, rank, panes = "4", "List", "group", 20, "list"
    also = "flat no headings group"


class Search(Command):
    """Search all texts, the list shows what matches; inside an article, find words in it."""

    keys, group, hint, rank, panes = "/", "List", "search", 8, "list text"
    also = "find grep query look for"


class Filter(Command):
    """List only what is unread or starred, of some days, length, language, outlet, tag …; several at once."""

    keys, group, hint, rank, panes = "f", "List", "filter", 11, "list"
    also = (
        "narrow only show unread starred language outlet tag date new today yesterday days minutes length disputed"
        " disagree contradict"
    )


class Sort(Command):
    """Sort the list by one or several of date, outlet, length, size of story and relevance."""

    keys, group = "S", "List"
    also = "order arrange oldest newest longest"


class Views(Command):
    """List what a view lists that was saved; save what is listed now as a view. A digit after it opens that view."""

    keys, group = "V", "List"
    also = "save saved search smart folder bookmark list"


class DropFilter(Command):
    """Take away the filter or search that came last."""

    keys, group = "backspace", "List"
    also = "clear remove reset widen"


class Add(Command):
    """Add a page or a feed by its address, or a file or folder."""

    keys, group, hint, rank, panes = "a", "News", "add", 4, "list"
    also = "subscribe import new feed url address file folder rss"


class Sample(Command):
    """Add sample articles to try the reader on: invented news from invented outlets, in many languages."""

    group = "News"
    also = "example demo test try tutorial"


class Refresh(Command):
    """Ask all feeds for what is new; sync with your servers."""

    keys, group, hint, rank, panes = "R", "News", "refresh", 21, "list"
    also = "update fetch sync reload download"


class Stop(Command):
    """Stop what is being added or fetched; what has come stays, and the next time it goes on from there."""

    keys, group, hint, rank, panes = "ctrl+x", "News", "stop", 3, "list text"
    also = "cancel abort interrupt end"


class Feeds(Command):
    """Show the feeds and how they are doing; one can be listed, renamed, moved and removed."""

    keys, group = "F", "News"
    also = "subscriptions subscribe unsubscribe delete rename sources rss opml"


class Problems(Command):
    """Show what could not be added, and why."""

    keys, group = "!", "Program"
    also = "errors failures log warnings"


class Theme(Command):
    """Choose the colours: reader-dark, reader-light, reader-dusk, reader-paper and others."""

    keys, group = "T", "Program"
    also = "colour color dark light night appearance style contrast font"


class Palette(Command):
    """Find a command by its name."""

    keys, group = ":,ctrl+p", "Program"
    also = "commands menu"


class Help(Command):
    """Show all keys."""

    keys, group, hint, rank = "?,f1", "Program", "help", 99
    also = "keys shortcuts manual bindings"


class Quit(Command):
    """Back to the list; from there, leave the program."""

    keys, group = "q", "Program"
    also = "exit close leave"


class QuitNow(Command):
    """Leave the program at once."""

    keys, group = "Q", "Program"
    also = "exit close leave"


class Suspend(Command):
    """Put the program to sleep; `fg` in the shell wakes it."""

    keys, group = "ctrl+z", "Program"
    also = "background shell sleep stop"
