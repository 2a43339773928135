"""Commands for moving, for stories and the trail, and for the article.

Here: what they are called, which keys they have, where they are shown. Not here: what they do (actions).
"""

from __future__ import annotations

from reader.tui.keys.command import Command


class Down(Command):
    """Move down, one line or item."""

    keys, group, hint, rank = "j,down", "Moving", "move", 1
    together = "Move down, up, one line or item."


class Up(Command):
    """Move up, one line or item."""

    keys, group, hint, rank = "k,up", "Moving", "move", 1


class First(Command):
    """Go to the first line or item."""

    keys, group = "g,home", "Moving"


class Last(Command):
    """Go to the last line or item."""

    keys, group = "G,end", "Moving"


class HalfPageDown(Command):
    """Move down half a page."""

    keys, group = "ctrl+d", "Moving"


class HalfPageUp(Command):
    """Move up half a page."""

    keys, group = "ctrl+u", "Moving"


class PageDown(Command):
    """Move down a page."""

    keys, group = "pagedown,ctrl+f", "Moving"


class PageUp(Command):
    """Move up a page."""

    keys, group = "pageup,ctrl+b", "Moving"


class Onward(Command):
    """Read on: open the article, turn its pages, then open the next unread one."""

    keys, group, hint, rank, panes = "space", "Moving", "on", 4, "text"
    also = "continue page scroll read"


class Enter(Command):
    """Go into the article; from a summary sentence to its place in the text; from a related article into it."""

    keys, group, hint, rank, panes = "enter,l,right", "Moving", "read", 2, "list summary related"
    also = "open read"


class Leave(Command):
    """End a find; go back to the list; from the list, end a search or filter."""

    keys, group, hint, rank = "escape,h,left", "Moving", "list", 3
    also = "back close exit list"


class NextPane(Command):
    """Go to the next pane."""

    keys, group = "tab", "Moving"
    also = "switch focus window"


class PreviousPane(Command):
    """Go to the previous pane."""

    keys, group = "shift+tab", "Moving"


class NextUnread(Command):
    """Go to the next unread article that has something new; while a search or find is on, to the next match."""

    keys, group, hint, rank, panes = "n", "Moving", "unread", 12, "list text"
    together = "Go to the next, previous unread article that has something new; while a search or find is on, match."
    also = "new"


class PreviousUnread(Command):
    """Go to the previous unread article; while a search or find is on, to the previous match."""

    keys, group, hint, rank, panes = "p,N", "Moving", "unread", 12, "list text"


class NextArticle(Command):
    """Open the next article of the list."""

    keys, group, hint, rank, panes = "J", "Moving", "next", 13, "text"
    together = "Open the next, previous article of the list."
    also = "skip"


class PreviousArticle(Command):
    """Open the previous article of the list."""

    keys, group, hint, rank, panes = "K", "Moving", "next", 13, "text"


class NextOfStory(Command):
    """Walk on through the story in time order across outlets, round to its beginning, then to the nearest related."""

    keys, group, hint, rank = "]", "Story and trail", "story", 6
    together = "Walk on, back through the story in time order across outlets, then to the nearest related."
    also = "other outlets coverage compare sources"


class PreviousOfStory(Command):
    """Walk back; where a walk begins, to what came earlier in the story."""

    keys, group, hint, rank = "[", "Story and trail", "story", 6


class WhyRelated(Command):
    """Say in full why this article follows: names, passages and quotations in both, how far apart they are."""

    keys, group, hint, rank, panes = "w", "Story and trail", "why", 13, "related text"
    also = "explain reason"


class Back(Command):
    """Go back along the trail of articles read, to the place where each was left."""

    keys, group, hint, rank, panes = "b", "Story and trail", "trail", 14, "text"
    together = "Go back, forward along the trail of articles read."
    also = "history previous return"


class Forward(Command):
    """Go forward along the trail."""

    keys, group, hint, rank, panes = "B", "Story and trail", "trail", 14, "text"
    also = "history"


class Story(Command):
    """Show the article's story: who published when, what they say together, copies, who said what, names."""

    keys, group, hint, rank = "x", "Story and trail", "overview", 7
    also = "timeline overview brief events disagreements contradict sources copies who said quotes"


class NotOfStory(Command):
    """Take the article out of its story for good: it does not belong there."""

    keys, group = "X,delete", "Story and trail"
    writes = True
    also = "remove split wrong"


class OneStory(Command):
    """Make one story of the article's and another one, for good; or put it into a story, where it is in none."""

    keys, group = "M", "Story and trail"
    writes = True
    also = "merge join combine unite"


class Compare(Command):
    """Compare the article side by side with another of its story, or with the nearest related one."""

    keys, group, hint, rank = "d", "Story and trail", "compare", 8
    also = "diff side by side versus differences disagree contradict figures"


class Fade(Command):
    """Fade what was already read in another article, or show it like the rest."""

    keys, group, hint, rank, panes = "i", "Article", "fade", 17, "text"
    also = "dim duplicates copies repeated seen"


class Summary(Command):
    """Change between summary beside the text, text alone and summary alone."""

    keys, group, hint, rank = "s", "Article", "summary", 5
    also = "layout panes abstract digest"


class Longer(Command):
    """Make the summary a sentence longer."""

    keys, group, hint, rank, panes = "+,=", "Article", "length", 9, "summary text"
    together = "Make the summary a sentence longer, shorter."
    also = "more sentences"


class Shorter(Command):
    """Make the summary a sentence shorter."""

    keys, group, hint, rank, panes = "-", "Article", "length", 9, "summary text"
    also = "fewer less sentences"


class Method(Command):
    """Summarise by the next method: news, lexrank, textrank, lsa, luhn, sumbasic, kl, reduction; then your own."""

    keys, group, hint, rank, panes = "m", "Article", "method", 10, "summary text"
    also = "algorithm lexrank textrank summarizer"


class Cuts(Command):
    """Show or hide what cleaning cut, in its place, each with its rule."""

    keys, group, hint, rank, panes = "c", "Article", "cuts", 5, "text"
    also = "removed boilerplate cleaning original show hidden"


class LongerLines(Command):
    """Make the lines of the text longer."""

    keys, group = ">", "Article"
    also = "bigger larger width wider column line length measure font"


class ShorterLines(Command):
    """Make the lines of the text shorter."""

    keys, group = "<", "Article"
    also = "smaller width narrower column line length measure font"


class TurnText(Command):
    """Turn right-to-left text round here, or leave that to the terminal: some do it themselves."""

    group = "Article"
    also = "arabic hebrew persian urdu direction rtl bidi"


class Zen(Command):
    """Show the text and nothing else, or everything again."""

    keys, group = "z", "Article"
    also = "focus fullscreen distraction full screen maximize"
