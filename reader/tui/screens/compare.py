"""The compare screen: an article beside another one, sentence by sentence.

Here: which two, keys. Not here: how rows are drawn (the sides' pane), what matches what (the desk).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.comparison import Comparison
from reader.desk.shared_names import Spot
from reader.tui.actions.comparing import Beside
from reader.tui.keys.keymap import Keymap, bindings
from reader.tui.screens.moving import BY_PAGES, Moving
from reader.tui.screens.once import Once
from reader.tui.screens.sheet import Row, Sheet
from reader.tui.session.aside import Task
from reader.tui.session.session import Session
from reader.tui.widgets.bars import Hint, KeyLine
from reader.tui.widgets.drawn import Items
from reader.tui.widgets.sides import HEADS_BESIDE, Heads, Sides

_LOW = 20
"""Lines below which headlines have to go."""


_ACTIONS = {
    "down": (BY_PAGES["down"], "Next row"),
    "up": (BY_PAGES["up"], "Previous row"),
    "next-pane": ("difference(1)", "Next row that is no mere copy"),
    "next-unread": ("figures(1)", "Next row with other figures"),
    "previous-pane": ("difference(-1)", "Previous row that is no mere copy"),
    "previous-unread": ("figures(-1)", "Previous row with other figures"),
    "next-of-story": ("other(1)", "Compare with the next article of the story"),
    "previous-of-story": ("other(-1)", "Compare with the previous article of the story"),
    "filter": ("fold", "Fold copies, or unfold all"),
    "onward": (BY_PAGES["onward"], "Page down"),
    "page-down": (BY_PAGES["page-down"], "Page down"),
    "half-page-down": (BY_PAGES["half-page-down"], "Page down"),
    "page-up": (BY_PAGES["page-up"], "Page up"),
    "half-page-up": (BY_PAGES["half-page-up"], "Page up"),
    "first": (BY_PAGES["first"], "First row"),
    "last": (BY_PAGES["last"], "Last row"),
    "copy": ("copy", "Copy what is selected with the mouse, else the row"),
    "help": ("help", "Help"),
    "quit": ("close", "Back"),
    "compare": ("close", "Back"),
    "back": ("close", "Back"),
}
"""What the keys of the main screen's commands do here, also when they were changed, and how help says it."""

_ABOUT = "An article beside another one, sentence by sentence; where both tell one thing, they stand in one row."
_SIGNS = (
    ("=", "The same words."),
    ("≈", "Copied with changes, or the same in other words; what the other side does not have is underlined."),
    ("≠", "Figures or dates that disagree; they are set off most."),
    ("”", "The same quotation in other words."),
    ("◇", "Only in this article."),
)


class CompareScreen(Once, Moving, Screen[Spot | None]):
    """Gives the place that the person wants to go to, or None."""

    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = "#sides"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings({name: action for name, (action, _) in _ACTIONS.items()}),
        # Of the keys that go in and back elsewhere, those of the hand and the arrows go to the sides here.
        Binding("enter", "go", show=False, id="enter"),
        Binding("escape", "close", show=False, id="leave"),
        Binding("h,left", "side(False)", show=False),
        Binding("l,right", "side(True)", show=False),
    ]

    def __init__(self, session: Session, keymap: Keymap, beside: Beside) -> None:
        """session: whose library is used. keymap: the keys as the person set them. beside: others are one at least."""
        super().__init__()
        self.session = session
        self.keymap = keymap
        self.entry, self.others, self.at = beside
        self.right = False
        """Whether enter leads into the second article."""
        self.heads = Heads(id="heads")
        self.sides = Sides(id="sides")
        self.key_line = KeyLine(self._hints, id="keys")

    def compose(self) -> ComposeResult:
        """Heads, rows, keys."""
        yield self.heads
        yield self.sides
        yield self.key_line

    def on_mount(self) -> None:
        """Compare."""
        self._compare()

    def on_resize(self, event: events.Resize) -> None:
        """The heads stand beside each other or one below the other; where it is low, without headlines."""
        below = event.size.width < HEADS_BESIDE
        self.set_class(below, "-below")
        self.set_class(below and event.size.height < _LOW, "-low")

    @property
    def pane(self) -> Sides:
        """The rows."""
        return self.sides

    def _compare(self) -> None:
        """Have the two compared aside."""
        first, second = self.entry.id, self.others[self.at].id
        library = self.session.library

        def work(task: Task) -> None:
            task.deliver(self._compared, library.compare(first, second))

        self.session.aside.start("compare", self.call_later, work, lambda error: self.sides.show(None, note=error))

    def _compared(self, comparison: Comparison) -> None:
        self.sides.show(comparison)
        self.heads.show(comparison, right=self.right)
        self.key_line.refresh()

    def on_key(self) -> None:
        """What was said is said until the next key."""
        self.say("")

    def say(self, note: str, *, alarming: bool = False) -> None:
        """Show a note at the bottom."""
        self.key_line.say(note, alarming=alarming)

    def _hints(self) -> Sequence[Hint]:
        count = len(self.others)
        shown = self.keymap.shown
        hints = (
            (shown("next-of-story")[:1] + shown("previous-of-story")[:1], f"other {self.at + 1}/{count}", "other(1)"),
            (shown("next-pane")[:1], "difference", "difference(1)"),
            (shown("enter")[:1], "go", "go"),
            (shown("leave")[:1], "back", "close"),
            (shown("next-unread")[:1], "figures", "figures(1)"),
            (["h", "l"], "side", f"side({not self.right})"),
            (shown("filter")[:1], "fold", "fold"),
            (shown("help")[:1], "help", "help"),
        )
        unable = {"other(1)"} if count < 2 else set()
        unable |= set() if self.sides.copies else {"fold"}
        unable |= set() if self.sides.disagreeing else {"figures(1)"}
        return [Hint(" ".join(keys), word, action, action not in unable) for keys, word, action in hints if keys]

    # ----------------------------------------------------------------- actions

    def action_difference(self, by: int) -> None:
        """The next row that is no mere copy."""
        if not self.sides.to_difference(by):
            self.say("nothing differs further on" if by > 0 else "nothing differs before this")

    def action_figures(self, by: int) -> None:
        """The next row in which figures or dates differ."""
        if not self.sides.disagreeing:
            self.say("no figures or dates disagree")
        elif not self.sides.to_difference(by, figures=True):
            self.say(f"no other figures {'further on' if by > 0 else 'before this'}")

    def action_other(self, by: int) -> None:
        """Compare with another article."""
        if not 0 <= self.at + by < len(self.others):
            self.say(f"no other article {'after' if by > 0 else 'before'} this")
            return
        self.at += by
        self._compare()

    def action_side(self, right: bool) -> None:
        """Choose where enter leads."""
        self.right = right
        self.heads.show(self.sides.comparison, right=right)
        self.key_line.refresh()

    def action_fold(self) -> None:
        """Fold copies, or unfold them."""
        if self.sides.copies:
            self.sides.fold()
        else:
            self.say("no copies to fold")

    def action_go(self) -> None:
        """Go to the place of the selected row, on the chosen side if that has it; unfold folded copies."""
        row = self.sides.row
        if row is None or self.sides.unfold():
            return
        second = row.b is not None and (self.right or row.a is None)
        side, article = (row.b, self.others[self.at]) if second else (row.a, self.entry)
        if side is not None:
            self.dismiss(Spot(article.id, side.start, side.end))

    def action_close(self) -> None:
        """Back to the article."""
        self.session.aside.cancel("compare")
        self.dismiss(None)

    def action_help(self) -> None:
        """The keys of this screen, and the signs."""
        shown = self.keymap.shown
        said: dict[str, list[str]] = {}
        for name, (_, about) in _ACTIONS.items():
            said.setdefault(about, []).extend(shown(name))
        said["Go to that place in the article; unfold folded copies"] = shown("enter")[:1]
        said["Enter leads into the first article"], said["Enter leads into the second article"] = ["h", "←"], ["l", "→"]
        said["Back"] += shown("leave")[:1]
        rows: list[Row] = [((_ABOUT, "text"),), ()]
        rows += [((" ".join(keys), "key"), (about, "text")) for about, keys in said.items()]
        rows += [(), (("Signs", "heading"),), *(((sign, "key"), (meaning, "text")) for sign, meaning in _SIGNS)]
        self.app.push_screen(Sheet("help · side by side", rows))

    @on(Items.Chosen)
    def row_clicked(self, message: Items.Chosen) -> None:
        """As enter does."""
        self.action_go()

    @on(KeyLine.Clicked)
    async def hint_clicked(self, message: KeyLine.Clicked) -> None:
        """As if its key had been pressed."""
        if self.app.screen is self:
            await self.run_action(message.command)
