"""The list of articles: as fast with a million rows as with ten.

Here: a virtual list. Ids arrive from the library in pieces, rows are fetched a page at a time and drawn when seen.
Not here: which row is where (listing), what happens when an article is highlighted (the screen).
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.article import Entry, Slot, View
from reader.errors import ReaderError
from reader.tui.draw import wording
from reader.tui.draw.cells import clip, clip_outlet, fit, line_of, width_of
from reader.tui.session.aside import Task
from reader.tui.session.changes import Listed
from reader.tui.session.listing import Heading, Listing
from reader.tui.session.session import Session
from reader.tui.widgets.drawn import Drawn

_PIECE = 4_000
_REMEMBERED = 400
"""Drawn rows kept; far more than any screen shows."""


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

    def __init__(self, session: Session, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """session: what it shows is the session's; it has long listings loaded aside."""
        super().__init__(id=id)
        self.session = session
        self.listed = session.listed
        self.listed.seen = self._near
        self.empty_note: Sequence[str] = ()
        """What to say when there is no row."""
        self._wanted: int | None = None
        self._untouched = True
        """Nobody has moved the cursor: it stays on the first article while articles arrive above it."""
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._stories: dict[str, str] = {}
        self._outlet_width = 4

    # ----------------------------------------------------------------- loading

    def load(self, piece: Listed) -> None:
        """Show the first piece of a listing; `load_rest` brings the rest."""
        listed = self.listed
        listed.view, self._wanted = piece.view, piece.keep
        listed.listing, listed.cursor = Listing(headed=piece.view.group != "nothing"), 0
        listed.listing.extend(piece.slots)
        names = [width_of(line_of(name)) for name in piece.outlets[:200]]
        self._outlet_width = max(4, min(18, max(names, default=4)))
        self._stories.clear()
        listed.complete = piece.complete
        self._show()
        self.scroll_to(y=0, animate=False)
        self._seek()
        self.post_message(self.Moved(listed.current))
        self.session.aside.cancel("listing")
        if listed.complete:
            self.post_message(self.Loaded())

    def load_rest(self) -> None:
        """Go on loading what `load` began, in a thread."""
        if self.listed.complete or self.listed.listing.last is None:
            return
        view, last = self.listed.view, self.listed.listing.last

        def work(task: Task) -> None:
            after, more = last, True
            while more and not task.cancelled:
                slots = self.session.library.slots(view, after=after, limit=_PIECE)
                task.deliver(self._piece_arrived, slots)
                more = len(slots) == _PIECE
                after = slots[-1] if slots else after

        self.session.start("listing", work, self.session.warn)

    def reload(self) -> None:
        """Load the same listing again behind the screen, then swap it in; the cursor stays on its article."""
        if not self.listed.complete:
            return
        view = self.listed.view

        def work(task: Task) -> None:
            listing, more = Listing(headed=view.group != "nothing"), True
            while more and not task.cancelled:
                slots = self.session.library.slots(view, after=listing.last, limit=_PIECE)
                listing.extend(slots)
                more = len(slots) == _PIECE
            task.deliver(self._came_anew, view, listing)

        self.session.start("listing", work, self.session.warn)

    def _piece_arrived(self, slots: Sequence[Slot]) -> None:
        """Put the next places below what is there."""
        growing, end = self.listed.listing.last_heading, self.listed.listing.height
        self.listed.listing.extend(slots)
        self.listed.complete = len(slots) < _PIECE
        # Nothing above has changed but how many articles the last group has.
        self._strips = {place: strip for place, strip in self._strips.items() if place[0] < end and place[0] != growing}
        self.set_height(self.listed.listing.height)
        if self.top <= growing < self.top + self.rows or end < self.top + self.rows:
            self.refresh()
        self._seek()
        if self.listed.complete:
            self.post_message(self.Loaded())

    def _came_anew(self, view: View, listing: Listing) -> None:
        """Swap the listing, leaving the article under the cursor where it is on the screen."""
        if view != self.listed.view:
            return
        current, offset = self.listed.current, self._cursor_row - self.top
        self.listed.listing = listing
        index = self.listed.listing.index_of(current) if current is not None else None
        index = 0 if self._untouched and len(self.listed.listing) else index
        self.listed.cursor = (
            index if index is not None else max(0, min(self.listed.cursor, len(self.listed.listing) - 1))
        )
        self._stories.clear()
        self.listed.forget()
        self._show()
        self.scroll_to(y=max(0, self._cursor_row - offset), animate=False, force=True)
        if self.listed.current != current:
            self.post_message(self.Moved(self.listed.current))
        self.post_message(self.Loaded())

    def _show(self) -> None:
        self.set_height(self.listed.listing.height)
        self.forget()

    def _seek(self) -> None:
        """Put the cursor on the article that is waited for, once it has arrived."""
        if self._wanted is not None and (index := self.listed.listing.index_of(self._wanted)) is not None:
            self._wanted = None
            self._go(index)

    def explain(self, note: Sequence[str]) -> None:
        """Say this where nothing is listed."""
        if note != self.empty_note:
            self.empty_note = note
            self.refresh()

    def forget(self) -> None:
        """Draw anew: the theme has changed, or what is known of the articles."""
        self._strips.clear()
        self.refresh()

    # ------------------------------------------------------------------ moving

    @property
    def _cursor_row(self) -> int:
        return self.listed.listing.row_of(self.listed.cursor) if len(self.listed.listing) else 0

    def select(self, article_id: int) -> bool:
        """Put the cursor on an article; False when it is not in the listing."""
        index = self.listed.listing.index_of(article_id)
        if index is None:
            return False
        self._go(index)
        return True

    def touched(self) -> None:
        """The highlighted article is being used: the cursor stays on it."""
        self._untouched = False

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self.listed.listing) - 1))
        if index < 0 or index == self.listed.cursor:
            self._follow()
            return
        before, self.listed.cursor = self._cursor_row, index
        self._wanted, self._untouched = None, False
        self.refresh_line(before)
        self.refresh_line(self._cursor_row)
        self._follow()
        self.post_message(self.Moved(self.listed.current))

    def _follow(self) -> None:
        """Scroll so that the cursor is seen, with the heading above it where it is the first of its group."""
        row = self._cursor_row
        first = row - 1 if row and isinstance(self.listed.listing.at(row - 1), Heading) else row
        if first < self.top:
            self.scroll_to(y=first, animate=False)
        elif row >= self.top + self.rows:
            self.scroll_to(y=row - self.rows + 1, animate=False)

    def move(self, by: int) -> None:
        """The cursor some articles on."""
        if len(self.listed.listing):
            self._go(self.listed.cursor + by)

    def move_page(self, pages: float) -> None:
        """The cursor some pages on."""
        if len(self.listed.listing):
            step = int(pages * (self.rows - 1)) or (1 if pages > 0 else -1)
            target = self.listed.listing.index_at(self._cursor_row + step)
            self._go(target if target != self.listed.cursor else self.listed.cursor + (1 if pages > 0 else -1))

    def move_to_end(self, *, first: bool) -> None:
        """The cursor on the first or the last article."""
        if len(self.listed.listing):
            self._go(0 if first else len(self.listed.listing) - 1)
            if first:
                self.scroll_to(y=0, animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click highlights, a click on what is highlighted opens; on a heading, its first article is highlighted."""
        row = self.top + event.get_content_offset_capture(self).y
        if row >= self.listed.listing.height:
            return
        number = self.listed.listing.at(row)
        if isinstance(number, Heading):
            self._go(self.listed.listing.index_at(row + 1))
        elif number == self.listed.current:
            self.post_message(self.Chosen(number))
        else:
            self.select(number)

    # ----------------------------------------------------------------- drawing

    def on_resize(self) -> None:
        """Rows are as wide as the list."""
        if self.content_region.width != self._drawn_in[0]:
            self.forget()
        self.call_after_refresh(self._follow)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is brighter where keys go."""
        super().watch_has_focus(has_focus)
        self._strips.pop((self._cursor_row, True), None)
        self.refresh_line(self._cursor_row)

    def clear_drawn(self) -> None:
        """The rows, too."""
        super().clear_drawn()
        self._strips.clear()

    def _near(self) -> Sequence[int]:
        """The articles that are seen, and those of a page before and behind them."""
        listing = self.listed.listing
        if not len(listing):
            return ()
        return listing.ids[listing.index_at(self.top - self.rows) : listing.index_at(self.top + 2 * self.rows) + 1]

    def render_line(self, y: int) -> Strip:
        """The row that is scrolled to this line."""
        row = self.top + y
        if row >= self.listed.listing.height:
            note = self.empty_note[y - 1] if not len(self.listed.listing) and 0 < y <= len(self.empty_note) else ""
            return self.draw((("  ", "text"), (clip(note, self.columns - 2), "strong" if y == 1 else "dim")))
        chosen = row == self._cursor_row
        strip = self._strips.get((row, chosen))
        if strip is None:
            if len(self._strips) > _REMEMBERED:
                self._strips.clear()
            strip = self._strips[row, chosen] = self._row(row, chosen)
        return strip

    def _row(self, row: int, chosen: bool) -> Strip:
        what = self.listed.listing.at(row)
        if isinstance(what, Heading):
            return self._heading_row(what)
        paper = ("cursor" if self.has_focus else "cursor-away") if chosen else "page"
        marker = ("▌" if chosen else " ", "unread")
        entry = self.listed.entry_of(what)
        if entry is None:
            return self.draw((marker, (" this article could not be read", "dim")), paper)
        return self.draw((marker, *self._entry_row(entry)), paper)

    def _heading_row(self, heading: Heading) -> Strip:
        group = self.listed.view.group
        text = self._story(heading.key) if group == "story" and heading.key else wording.heading(heading.key, group)
        count = f" {heading.articles:,}" + ("+" if not self.listed.complete and heading.key == self._last_key() else "")
        name = clip(text, max(4, self.columns - len(count) - 2))
        line = "─" * max(0, self.columns - width_of(name) - len(count) - 2)
        ink = f"outlet:{heading.key}" if group == "outlet" and heading.key else "heading"
        return self.draw(((f" {name} ", ink), (line, "rule-line"), (count, "dim")))

    def _last_key(self) -> str | None:
        return self.listed.listing.last.heading if self.listed.listing.last else None

    def _story(self, key: str) -> str:
        if key not in self._stories:
            try:
                story = self.session.library.story(int(key))
                self._stories[key] = line_of(story.headline or "") or wording.heading(key, "story")
            except (ReaderError, ValueError):
                self._stories[key] = wording.heading(key, "story")
        return self._stories[key]

    def _entry_row(self, entry: Entry) -> list[tuple[str, str]]:
        group = self.listed.view.group
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
        tail += " ◌" if entry.waiting else ""
        if any(key.endswith("length") for key in self.listed.view.sort):
            tail += f" {entry.minutes:>2} min"
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
