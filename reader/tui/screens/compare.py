"""The compare screen: an article beside another one, sentence by sentence.

Here: which two, keys. Not here: how rows are drawn (the sides' pane), what matches what (the desk).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.article import Entry
from reader.comparison import Comparison
from reader.tui.aside import Task
from reader.tui.keymap import key_shown
from reader.tui.screens.sheet import Row, Sheet
from reader.tui.widgets.bars import Hint, KeyLine
from reader.tui.widgets.drawn import Items
from reader.tui.widgets.sides import BESIDE, Heads, Sides

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_LOW = 20
"""Lines below which headlines have to go."""


_SIGNS = (
    ("=", "The same words."),
    ("≈", "Copied with changes, or the same in other words; what the other side does not have is underlined."),
    ("≠", "Figures or dates that disagree; they are set off most."),
    ("”", "The same quotation in other words."),
    ("◇", "Only in this article."),
)


class Spot(NamedTuple):
    """A place in an article."""

    article_id: int
    start: int
    end: int


class CompareScreen(Screen[Spot | None]):
    """Gives the place that the person wants to go to, or None."""

    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = "#sides"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next row", show=False),
        Binding("k,up", "move(-1)", "Previous row", show=False),
        Binding("tab,n", "difference(1)", "Next row that is no mere copy", show=False),
        Binding("shift+tab,p", "difference(-1)", "Previous row that is no mere copy", show=False),
        Binding("right_square_bracket", "other(1)", "Compare with the next article of the story", show=False),
        Binding("left_square_bracket", "other(-1)", "Compare with the previous article of the story", show=False),
        Binding("h,left", "side(False)", "Enter leads into the first article", show=False),
        Binding("l,right", "side(True)", "Enter leads into the second article", show=False),
        Binding("enter", "go", "Go to that place in the article; unfold folded copies", show=False),
        Binding("f", "fold", "Fold copies, or unfold all", show=False),
        Binding("space,pagedown,ctrl+d,ctrl+f", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+u,ctrl+b", "page(-1)", "Page up", show=False),
        Binding("g,home", "end(True)", "First row", show=False),
        Binding("G,end", "end(False)", "Last row", show=False),
        Binding("question_mark,f1", "help", "Help", show=False),
        Binding("escape,q,d,b", "close", "Back", show=False),
    ]

    def __init__(self, main: MainScreen, entry: Entry, others: Sequence[Entry], at: int) -> None:
        """main: whose library and threads are used. entry: the article. others: one at least; `at`: which one first."""
        super().__init__()
        self.main = main
        self.entry = entry
        self.others = others
        self.at = at
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
        self.set_class(event.size.width <= BESIDE, "-below")
        self.set_class(event.size.width <= BESIDE and event.size.height < _LOW, "-low")

    def _compare(self) -> None:
        """Have the two compared aside."""
        first, second = self.entry.id, self.others[self.at].id
        library = self.main.library

        def work(task: Task) -> None:
            task.deliver(self._compared, library.compare(first, second))

        self.main.aside.start("compare", self, work, lambda error: self.sides.show(None, note=error))

    def _compared(self, comparison: Comparison) -> None:
        self.sides.show(comparison)
        self.heads.show(comparison, right=self.right)

    def on_key(self) -> None:
        """What was said is said until the next key."""
        self._say("")

    def _say(self, note: str) -> None:
        self.key_line.say(note)

    def _hints(self) -> Sequence[Hint]:
        count = len(self.others)
        return (
            Hint("] [", f"other {self.at + 1}/{count}", "other(1)", count > 1),
            Hint("tab", "difference", "difference(1)", True),
            Hint("enter", "go", "go", True),
            Hint("esc", "back", "close", True),
            Hint("h l", "side", f"side({not self.right})", True),
            Hint("f", "fold", "fold", self.sides.copies),
            Hint("?", "help", "help", True),
        )

    # ----------------------------------------------------------------- actions

    def action_move(self, by: int) -> None:
        """Select another row."""
        self.sides.move(by)

    def action_page(self, by: int) -> None:
        """Some rows on."""
        self.sides.move_page(by)

    def action_end(self, first: bool) -> None:
        """The first or the last row."""
        self.sides.move_to_end(first=first)

    def action_difference(self, by: int) -> None:
        """The next row that is no mere copy."""
        if not self.sides.to_difference(by):
            self._say("nothing differs further on" if by > 0 else "nothing differs before this")

    def action_other(self, by: int) -> None:
        """Compare with another article."""
        if not 0 <= self.at + by < len(self.others):
            self._say(f"no other article {'after' if by > 0 else 'before'} this")
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
            self._say("no copies to fold")

    def action_go(self) -> None:
        """Go to the place of the selected row, on the chosen side if that has it; unfold folded copies."""
        row = self.sides.row
        if row is None or self.sides.unfold():
            return
        second = row.b is not None and (self.right or row.a is None)
        side, article = (row.b, self.others[self.at]) if second else (row.a, self.entry)
        if side is not None and self.is_current:  # a second key may have come before the first one closed this
            self.dismiss(Spot(article.id, side.start, side.end))

    def action_close(self) -> None:
        """Back to the article."""
        self.main.aside.cancel("compare")
        if self.is_current:
            self.dismiss(None)

    def action_help(self) -> None:
        """The keys of this screen, and the signs."""
        keys = [binding for binding in self.BINDINGS if isinstance(binding, Binding)]
        rows: list[Row] = [
            ((" ".join(map(key_shown, binding.key.split(","))), "key"), (binding.description, "text"))
            for binding in keys
        ]
        rows += [(), (("Signs", "heading"),), *(((sign, "key"), (meaning, "text")) for sign, meaning in _SIGNS)]
        self.app.push_screen(Sheet("side by side", rows))

    @on(Items.Chosen)
    def row_clicked(self, message: Items.Chosen) -> None:
        """As enter does."""
        self.action_go()

    @on(KeyLine.Clicked)
    async def hint_clicked(self, message: KeyLine.Clicked) -> None:
        """As if its key had been pressed."""
        await self.run_action(message.command)
