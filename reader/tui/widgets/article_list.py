"""The list of articles: as fast with a million rows as with ten.

Here: a virtual list. Ids arrive from the library in pieces, rows are fetched a page at a time and drawn when seen.
Not here: which row is where (listing), what happens when an article is highlighted (the screen).
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.article import Entry, Slot, View
from reader.desk import Library
from reader.errors import ReaderError
from reader.tui.draw import wording
from reader.tui.draw.cells import clip, clip_outlet, fit, line_of, width_of
from reader.tui.draw.listing import Heading, Listing
from reader.tui.session.aside import Aside, Task
from reader.tui.widgets.drawn import Drawn

_FIRST_PIECE = 500
_PIECE = 4_000
_REMEMBERED = 3_000
"""Rows kept; far more than any screen shows."""


class ArticleList(Drawn):
    """Articles under headings, with a cursor on one of them."""

    class Moved(Message):
        """The cursor stands on another article (None: the list is empty)."""

        def __init__(self, article_id: int | None) -> None:
            super().__init__()
            self.article_id = article_id

    class Chosen(Message):
        """An article was clicked."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

    class Loaded(Message):
        """The whole listing is there."""

    class Failed(Message):
        """The library could not be read."""

        def __init__(self, message: str) -> None:
            super().__init__()
            self.message = message

    def __init__(self, library: Library, aside: Aside, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """library: where rows come from. aside: where long listings are loaded."""
        super().__init__(id=id)
        self.library = library
        self.aside = aside
        self.view = View()
        self.listing = Listing()
        self.complete = False
        """Whether the whole listing has arrived."""
        self.cursor = 0
        """The index of the highlighted article."""
        self.empty_note: Sequence[str] = ()
        """What to say when there is no row."""
        self._wanted: int | None = None
        self._untouched = True
        """Nobody has moved the cursor: it stays on the first article while articles arrive above it."""
        self._entries: dict[int, Entry] = {}
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._stories: dict[str, str] = {}
        self._outlet_width = 4

    # ----------------------------------------------------------------- loading

    def load(self, view: View, *, keep: int | None = None) -> None:
        """Show the first piece of a listing; `load_rest` brings the rest. keep: the article to put the cursor on.

        Raises ReaderError when the library cannot be read; what was shown before then stays.
        """
        slots = self.library.slots(view, limit=_FIRST_PIECE)
        outlets = self.library.outlets()
        self.view, self._wanted = view, keep
        self.listing, self.cursor = Listing(headed=view.group != "nothing"), 0
        self.listing.extend(slots)
        self._outlet_width = max(4, min(18, max((width_of(line_of(name)) for name, _ in outlets[:200]), default=4)))
        self._stories.clear()
        self.complete = len(slots) < _FIRST_PIECE
        self._show()
        self.scroll_to(y=0, animate=False)
        self._seek()
        self.post_message(self.Moved(self.current))
        self.aside.cancel("listing")
        if self.complete:
            self.post_message(self.Loaded())

    def load_rest(self) -> None:
        """Go on loading what `load` began, in a thread."""
        if self.complete or self.listing.last is None:
            return
        view, last = self.view, self.listing.last

        def work(task: Task) -> None:
            after, more = last, True
            while more and not task.cancelled:
                slots = self.library.slots(view, after=after, limit=_PIECE)
                task.deliver(self._piece_arrived, slots)
                more = len(slots) == _PIECE
                after = slots[-1] if slots else after

        self.aside.start("listing", self, work, self._failed)

    def reload(self) -> None:
        """Load the same listing again behind the screen, then swap it in; the cursor stays on its article."""
        if not self.complete:
            return
        view = self.view

        def work(task: Task) -> None:
            listing, more = Listing(headed=view.group != "nothing"), True
            while more and not task.cancelled:
                slots = self.library.slots(view, after=listing.last, limit=_PIECE)
                listing.extend(slots)
                more = len(slots) == _PIECE
            task.deliver(self._came_anew, view, listing)

        self.aside.start("listing", self, work, self._failed)

    def _failed(self, message: str) -> None:
        self.post_message(self.Failed(message))

    def _piece_arrived(self, slots: Sequence[Slot]) -> None:
        """Put the next places below what is there."""
        self.listing.extend(slots)
        self._show()
        self._seek()
        if len(slots) < _PIECE:
            self.complete = True
            self.post_message(self.Loaded())

    def _came_anew(self, view: View, listing: Listing) -> None:
        """Swap the listing, leaving the article under the cursor where it is on the screen."""
        if view != self.view:
            return
        current, offset = self.current, self._cursor_row - self.top
        self.listing = listing
        index = self.listing.index_of(current) if current is not None else None
        index = 0 if self._untouched and len(self.listing) else index
        self.cursor = index if index is not None else max(0, min(self.cursor, len(self.listing) - 1))
        self._stories.clear()
        self.changed()
        self._show()
        self.scroll_to(y=max(0, self._cursor_row - offset), animate=False, force=True)
        if self.current != current:
            self.post_message(self.Moved(self.current))
        self.post_message(self.Loaded())

    def _show(self) -> None:
        self.virtual_size = Size(0, self.listing.height)
        self.changed(entries=False)

    def _seek(self) -> None:
        """Put the cursor on the article that is waited for, once it has arrived."""
        if self._wanted is not None and (index := self.listing.index_of(self._wanted)) is not None:
            self._wanted = None
            self._go(index)

    def changed(self, ids: Sequence[int] | None = None, *, entries: bool = True) -> None:
        """Draw anew. ids: only these articles' marks have changed; else, with `entries`, any row may have."""
        if ids is not None:
            for number in ids:
                self._entries.pop(number, None)
        elif entries:
            self._entries.clear()
        self._strips.clear()
        self.refresh()

    def forget(self) -> None:
        """The theme has changed."""
        self.changed(entries=False)

    # ------------------------------------------------------------------ moving

    @property
    def current(self) -> int | None:
        """The highlighted article."""
        return self.listing.ids[self.cursor] if self.cursor < len(self.listing) else None

    @property
    def entry(self) -> Entry | None:
        """The row of the highlighted article."""
        return self.entry_of(self.current) if self.current is not None else None

    @property
    def _cursor_row(self) -> int:
        return self.listing.row_of(self.cursor) if len(self.listing) else 0

    def select(self, article_id: int) -> bool:
        """Put the cursor on an article; False when it is not in the listing."""
        index = self.listing.index_of(article_id)
        if index is None:
            return False
        self._go(index)
        return True

    def touched(self) -> None:
        """The highlighted article is being used: the cursor stays on it."""
        self._untouched = False

    def neighbour(self, by: int) -> int | None:
        """The article so many places from the cursor, None beyond the ends."""
        index = self.cursor + by
        return self.listing.ids[index] if 0 <= index < len(self.listing) else None

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self.listing) - 1))
        if index < 0 or index == self.cursor:
            self._follow()
            return
        before, self.cursor = self._cursor_row, index
        self._wanted, self._untouched = None, False
        self.refresh_line(before)
        self.refresh_line(self._cursor_row)
        self._follow()
        self.post_message(self.Moved(self.current))

    def _follow(self) -> None:
        """Scroll so that the cursor is seen, with the heading above it where it is the first of its group."""
        row = self._cursor_row
        first = row - 1 if row and isinstance(self.listing.at(row - 1), Heading) else row
        if first < self.top:
            self.scroll_to(y=first, animate=False)
        elif row >= self.top + self.rows:
            self.scroll_to(y=row - self.rows + 1, animate=False)

    def move(self, by: int) -> None:
        """The cursor some articles on."""
        if len(self.listing):
            self._go(self.cursor + by)

    def move_page(self, pages: float) -> None:
        """The cursor some pages on."""
        if len(self.listing):
            step = int(pages * (self.rows - 1)) or (1 if pages > 0 else -1)
            target = self.listing.index_at(self._cursor_row + step)
            self._go(target if target != self.cursor else self.cursor + (1 if pages > 0 else -1))

    def move_to_end(self, *, first: bool) -> None:
        """The cursor on the first or the last article."""
        if len(self.listing):
            self._go(0 if first else len(self.listing) - 1)
            if first:
                self.scroll_to(y=0, animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click highlights, a click on what is highlighted opens."""
        row = self.top + event.get_content_offset_capture(self).y
        if row >= self.listing.height or not isinstance(number := self.listing.at(row), int):
            return
        if number == self.current:
            self.post_message(self.Chosen(number))
        else:
            self.select(number)

    # ----------------------------------------------------------------- drawing

    def on_resize(self) -> None:
        """Rows are as wide as the list."""
        self.changed(entries=False)
        self.call_after_refresh(self._follow)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is brighter where keys go."""
        super().watch_has_focus(has_focus)
        self._strips.pop((self._cursor_row, True), None)
        self.refresh_line(self._cursor_row)

    def entry_of(self, article_id: int) -> Entry | None:
        """An article's row, from memory or with all the rows around it; None when it is gone from the library."""
        if article_id not in self._entries:
            if len(self._entries) > _REMEMBERED:
                self._entries.clear()
            ids = {article_id}
            if len(self.listing):
                low = self.listing.index_at(self.top - self.rows)
                high = self.listing.index_at(self.top + 2 * self.rows)
                ids.update(self.listing.ids[low : high + 1])
            wanted = [number for number in ids if number not in self._entries]
            try:
                self._entries.update({entry.id: entry for entry in self.library.entries(wanted)})
            except ReaderError as error:
                self.post_message(self.Failed(str(error)))
        return self._entries.get(article_id)

    def render_line(self, y: int) -> Strip:
        """The row that is scrolled to this line."""
        row = self.top + y
        if row >= self.listing.height:
            note = self.empty_note[y - 1] if not len(self.listing) and 0 < y <= len(self.empty_note) else ""
            return self.draw((("  ", "text"), (clip(note, self.columns - 2), "strong" if y == 1 else "dim")))
        chosen = row == self._cursor_row
        strip = self._strips.get((row, chosen))
        if strip is None:
            if len(self._strips) > _REMEMBERED:
                self._strips.clear()
            strip = self._strips[row, chosen] = self._row(row, chosen)
        return strip

    def _row(self, row: int, chosen: bool) -> Strip:
        what = self.listing.at(row)
        if isinstance(what, Heading):
            return self._heading_row(what)
        paper = ("cursor" if self.has_focus else "cursor-away") if chosen else "page"
        marker = ("▌" if chosen else " ", "unread")
        entry = self.entry_of(what)
        if entry is None:
            return self.draw((marker, (" this article could not be read", "dim")), paper)
        return self.draw((marker, *self._entry_row(entry)), paper)

    def _heading_row(self, heading: Heading) -> Strip:
        group = self.view.group
        text = self._story(heading.key) if group == "story" and heading.key else wording.heading(heading.key, group)
        count = f" {heading.articles:,}" + ("+" if not self.complete and heading.key == self._last_key() else "")
        name = clip(text, max(4, self.columns - len(count) - 2))
        line = "─" * max(0, self.columns - width_of(name) - len(count) - 2)
        ink = f"outlet:{heading.key}" if group == "outlet" and heading.key else "heading"
        return self.draw(((f" {name} ", ink), (line, "rule-line"), (count, "dim")))

    def _last_key(self) -> str | None:
        return self.listing.last.heading if self.listing.last else None

    def _story(self, key: str) -> str:
        if key not in self._stories:
            try:
                story = self.library.story(int(key))
                self._stories[key] = line_of(story.headline or "") or wording.heading(key, "story")
            except (ReaderError, ValueError):
                self._stories[key] = wording.heading(key, "story")
        return self._stories[key]

    def _entry_row(self, entry: Entry) -> list[tuple[str, str]]:
        group = self.view.group
        pieces = [
            ("○" if entry.read else "●", "faint" if entry.read else "unread"),
            ("★" if entry.starred else " ", "star"),
            (fit(wording.moment(entry, group), 5 if group == "date" else 10, right=True) + " ", "dim"),
        ]
        if group != "outlet":
            width = min(self._outlet_width, max(4, self.columns // 5 + 1))
            name = entry.outlet or "?"
            pieces.append((fit(clip_outlet(name, width), width) + " ", f"outlet:{name}" if entry.outlet else "dim"))
        # Under a story's own heading the number is there already.
        tail = f" ⋯{entry.tellings}" if entry.tellings > 1 and group != "story" else ""
        room = self.columns - 1 - sum(width_of(text) for text, _ in pieces) - len(tail)
        if entry.gone:
            pieces.append(("✕ ", "gone"))
            room -= 2
        tags = "".join(f" #{line_of(tag)}" for tag in entry.tags)
        headline, ink = (entry.headline, "read" if entry.read else "text") if entry.headline else ("", "italic")
        # Where there is no text either, the file's name tells which it is.
        shown = headline = line_of(headline or f"¶ {entry.opening or entry.source.rpartition('/')[2]}".rstrip())
        if tags and width_of(headline) + width_of(tags) > room:
            tags = " #"  # that there are some; which, the article's line of facts says
        shown = clip(headline, room - len(tags) if tags == " #" else room)
        pieces += [(shown, ink), (tags, "mark")]
        shown += tags
        pieces.append((" " * (room - width_of(shown)), "text"))
        pieces.append((tail, "dim"))
        return pieces
