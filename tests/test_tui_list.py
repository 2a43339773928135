"""The virtual list with many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tui_support import FakeLibrary, main_of, picture, press, running, settled, until

from reader.article import Article, Entry, Slot, Story, View
from reader.desk.walks import Step
from reader.tui.session.changes import Listed, ListingStale

COUNT = 100_000


class Huge(FakeLibrary):
    """A hundred thousand articles that are made when they are asked for, and remembers what was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[int] = []

    def slots(self, view: View, *, after: Slot | None = None, limit: int = 500) -> list[Slot]:
        first = after.id + 1 if after else 0
        return [Slot(number, f"day {number // 40}") for number in range(first, min(COUNT, first + limit))]

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        self.fetched.append(len(ids))
        return [Entry(id=number, headline=f"Headline number {number}", outlet="NPA") for number in ids]

    def count(self, view: View) -> tuple[int, int]:
        return COUNT, COUNT

    def article(self, number: int) -> Article:
        return Article(headline=f"Headline number {number}", text="A text. Of two sentences.", id=number)

    def activity(self, view: View, days: int = 30) -> list[tuple[date, int]]:
        return []

    def walk(self, number: int):  # type: ignore[no-untyped-def]
        return ()


async def test_a_hundred_thousand_rows_open_at_once_and_only_seen_rows_are_fetched() -> None:
    library = Huge()
    async with running(library) as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: "Headline number 0" in picture(app))
        assert len(main.session.listed.listing) < COUNT or main.session.listed.complete
        await until(pilot, lambda: main.session.listed.complete)
        assert len(main.session.listed.listing) == COUNT
        assert main.list.virtual_size.height == COUNT + COUNT // 40
        await press(pilot, "G", shows=f"Headline number {COUNT - 1}")
        await press(pilot, "ctrl+u", "ctrl+u", "g", shows="Headline number 0")
        assert sum(library.fetched) < 2_000
        assert max(library.fetched) < 400


async def test_regrouping_waits_for_the_article_under_the_cursor_without_moving_a_busy_reader() -> None:
    async with running(Huge()) as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: main.session.listed.complete)
        main.list.select(70_000)
        await pilot.press("4")
        await until(
            pilot, lambda: main.session.listed.current == 70_000, "the cursor comes back when its article has arrived"
        )
        main.list.load(Listed(View(), app.library.slots(View()), False, [], 90_000))
        await pilot.press("j")
        main.list.load_rest()
        await until(pilot, lambda: main.session.listed.complete)
        assert main.session.listed.cursor == 1, "whoever has moved is left where they are"


async def test_reloading_keeps_the_article_on_its_line_of_the_screen() -> None:
    async with running(Huge()) as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: main.session.listed.complete)
        main.list.select(50_000)
        await pilot.press("k", "k", "k")
        line = main.list._cursor_row - main.list.top
        before = main.session.listed.listing
        main.actions.views.reload()
        await until(pilot, lambda: main.session.listed.listing is not before)
        assert main.session.listed.current == 49_997
        assert main.list._cursor_row - main.list.top == line


async def test_stories_are_headed_by_their_headlines_and_outlets_by_their_names() -> None:
    class Told(FakeLibrary):
        def story(self, number: int) -> Story:
            return Story(number, (1, 2), None if number == 2 else f"[/] Story \x1b[31m{number}")

        def slots(self, view: View, *, after: Slot | None = None, limit: int = 500) -> list[Slot]:
            keys = {"story": ("1", "2", ""), "outlet": ("NPA", "Gazette", "")}.get(view.group, ("", "", ""))
            return [Slot(number + 1, key) for number, key in enumerate(keys)] if after is None else []

    async with running(Told([Article(headline=f"h{n}", text="One.") for n in range(3)])) as (app, pilot):
        await press(pilot, "3", shows=("[/] Story 1 ─", "Story 2 ─"))
        assert "In no story" in picture(app)
        await press(pilot, "2", shows=("Gazette ─", "Outlet unknown"))


async def test_a_vanished_file_and_a_missing_headline_are_marked() -> None:
    class Marked(FakeLibrary):
        def entries(self, ids: Sequence[int]) -> list[Entry]:
            return [
                Entry(id=i, headline=None, opening="It began on a Monday.", gone=True, starred=True, tags=("later",))
                for i in ids
            ]

    async with running(Marked([Article(text="It began on a Monday.")]), size=(100, 20)) as (app, pilot):
        await until(pilot, lambda: "●★" in picture(app))
        assert "✕ ¶ It began on a Monday" in picture(app)


async def test_an_article_that_is_still_being_worked_out_is_marked_until_it_is_done() -> None:
    class Worked(FakeLibrary):
        waiting = True

        def entries(self, ids: Sequence[int]) -> list[Entry]:
            return [replace(entry, waiting=self.waiting) for entry in super().entries(ids)]

    library = Worked([Article(headline="The quay is closed", text="It began on a Monday.")])
    async with running(library, size=(60, 16)) as (app, pilot):
        await until(pilot, lambda: "The quay is closed" in picture(app))
        assert next(line for line in picture(app).splitlines() if "quay" in line).rstrip().endswith("◌")
        library.waiting = False
        main_of(app).session.tell(ListingStale())
        await until(pilot, lambda: "◌" not in picture(app))


async def test_what_is_related_to_it_is_not_said_to_be_nothing_before_that_is_known() -> None:
    class Worked(FakeLibrary):
        waiting = True

        def walk(self, number: int) -> tuple[Step, ...]:
            return tuple(Step(replace(step.entry, waiting=self.waiting)) for step in super().walk(number)[:1])

    library = Worked([Article(headline="The quay is closed", text="It began on a Monday.")])
    async with running(library) as (app, pilot):
        await until(pilot, lambda: "Still being worked out." in picture(app))
        assert "Nothing related" not in picture(app)
        library.waiting = False
        main_of(app).session.tell(ListingStale())
        await until(pilot, lambda: "Nothing related" in picture(app))


async def test_where_there_are_few_rows_that_nothing_is_related_takes_one() -> None:
    async with settled(
        FakeLibrary([Article(headline="The quay is closed", text="It began on a Monday.")]), size=(60, 16)
    ) as (app, pilot):
        await press(pilot, "s", "enter", shows="RELATED · Nothing related in the library.")
        assert picture(app).count("elated") == 1


async def test_where_there_is_neither_headline_nor_text_the_name_of_the_file_stands() -> None:
    class Empty(FakeLibrary):
        def entries(self, ids: Sequence[int]) -> list[Entry]:
            return [Entry(id=i, headline=None, source="/news/monday/menu.txt") for i in ids]

    async with running(Empty([Article(text="")]), size=(100, 20)) as (app, pilot):
        await until(pilot, lambda: "¶ menu.txt" in picture(app))
