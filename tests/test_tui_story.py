"""The story screen: what it shows, where every row leads, and its keys."""

from __future__ import annotations

import re
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tui_pictures import drawn, keep_picture
from tui_stories import FakeStoryView
from tui_story_screen import open_story, story_of
from tui_support import FakeLibrary, main_of, picture, press, running, tui_app, tui_articles, tui_library, until

from reader.article import Article, Summary
from reader.comparison import Change, Disagreement, Side
from reader.desk import Library
from reader.desk.shared_names import Spot
from reader.desk.story_view import Risen, StoryView
from reader.errors import LibraryBusy
from reader.tui.screens.story import StoryScreen

WIDE = (140, 40)


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 16)], ids=["140x40", "80x24", "60x16"])
async def test_the_story_screen_looks_as_it_did(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with running(size=size) as (app, pilot):
        screen = await open_story(pilot)
        await pilot.press("g")
        await until(pilot, lambda: screen.left.top == 0 and "articles, 3 sources" in picture(app))
        keep_picture(app, "story")
        assert drawn(app) == snapshot


async def test_x_shows_the_whole_story_with_every_section() -> None:
    async with running() as (app, pilot):
        await open_story(pilot)
        seen = picture(app)
        assert "4 articles, 3 sources" in seen
        assert "2 outlets, 1 unknown" in seen
        assert "1 undated" in seen
        assert "TIMELINE · 6–17 Nov 2031" in seen
        rows = [line for line in seen.splitlines() if line[2:3] in "●○"]
        assert ["~6 Nov" in rows[0], "7 Nov" in rows[1], "17 Nov 10:37" in rows[2]] == [True] * 3
        assert "outlet unknown · undated" in rows[3]
        assert rows[2][1] == "▸", "the article that was being read"
        for words in ("copies ×2 · first: NPA", "adds 1 sentence", "≈ “The wait was long", "also Dorell"):
            assert words in seen
        assert "Speaker not named" in seen
        assert "only" not in seen, "that others say something in other words is not known"
        assert "[bold]Marlow[/]" in seen, "what an outlet writes is no markup"


async def test_a_toll_that_rose_stands_in_the_head_with_its_days_and_is_counted_as_no_disagreement(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def risen(view: StoryView) -> tuple[Risen, ...]:
        one, two = view.looked_at[:2]
        return (Risen("dead", ((one, Side(0, 24, (Change(0, 3),))), (two, Side(5, 30, (Change(5, 8),))))),)

    monkeypatch.setattr(FakeStoryView, "risen", property(risen))
    async with running() as (app, pilot):
        await open_story(pilot)
        head = " ".join(" ".join(picture(app).split("●")[0].split("▏")[0::2]).split())
        assert re.search(r"↑ dead: \S+ \(NPA, 6 Nov\), then \S+ \(NPA, 7 Nov\)", head)
        assert "≠" not in picture(app)


async def test_on_a_low_screen_the_head_and_the_articles_are_seen_at_once_without_the_plot() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        screen = await open_story(pilot)
        await pilot.press("g")
        await until(pilot, lambda: screen.left.top == 0 and "1 is a copy" in picture(app))
        seen = picture(app)
        rows = [line for line in seen.splitlines() if "●" in line[2:4] or "○" in line[2:4]]
        assert len(rows) == 4
        assert "17 Nov Marlow Courier Marlow closes" in rows[2], "a line each, without the hour"
        assert "┊" not in seen
        await pilot.resize_terminal(60, 30)
        await until(pilot, lambda: "┊" in picture(app) and "17 Nov 10:37" in picture(app))
        await pilot.resize_terminal(60, 16)
        await until(pilot, lambda: "┊" not in picture(app))


async def test_where_its_reports_disagree_stands_with_both_sentences_and_leads_to_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = Side(0, 24, (Change(0, 4, figure=True),)), Side(5, 30, (Change(5, 12, figure=True),))

    def found(view: StoryView) -> tuple[tuple[int, int, Disagreement], ...]:
        return ((view.looked_at[0], view.looked_at[1], Disagreement("figure", "injured", one, other)),)

    async with running() as (app, pilot):
        screen = await open_story(pilot)
        assert "WHERE THEY DISAGREE" not in picture(app), "nothing is said of reports that agree"
        await pilot.press("x")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        monkeypatch.setattr(FakeStoryView, "disagreements", property(found))
        screen = await open_story(pilot, "j", "k")
        await until(pilot, lambda: "WHERE THEY DISAGREE · 1 disagreement" in picture(app))
        keep_picture(app, "story-disagreements")
        head = " ".join(picture(app).split("TIMELINE")[1].split("●")[0].split("▏")[0::2])
        assert "≠ injured: " in head
        assert "lea (NPA, 6 Nov) against arbour (NPA, 7 Nov)" in " ".join(head.split())
        await until(
            pilot, lambda: picture(app).count("≠ ") == 5, "at the top, in the head, beside each side, in the brief"
        )
        assert picture(app).splitlines()[0].rstrip().endswith("unread · ≠ 1 disagreement")
        rows = screen.parts["disagree"].targets
        assert rows == [Spot(screen.view.looked_at[0], 0, 24), Spot(screen.view.looked_at[1], 5, 30)]  # type: ignore[union-attr]
        screen.set_focus(screen.right)
        screen.right.go_to(("disagree", 1))
        await pilot.press("enter")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await until(pilot, lambda: main_of(app).session.article is not None)
        assert main_of(app).session.article.id == rows[1].article_id  # type: ignore[union-attr]


@pytest.mark.parametrize("key", ["escape", "h", "q", "x", "left"])
async def test_these_keys_lead_back_to_where_the_reader_was(key: str) -> None:
    async with running() as (app, pilot):
        await open_story(pilot)
        await pilot.press(key)
        await until(pilot, lambda: len(app.screen_stack) == 1)
        main = main_of(app)
        assert main.pane is main.text
        assert main.session.article is not None
        assert main.session.article.id == 1


async def test_j_k_g_and_G_go_through_all_rows_and_the_timeline_follows() -> None:  # noqa: N802  (the key's name)
    async with running(size=(80, 24)) as (_, pilot):
        screen = await open_story(pilot)
        assert screen.pane.target == Spot(1, 0, 0), "it begins on the article that was being read"
        await pilot.press("k")
        assert screen.pane.target == Spot(2, 0, 0)
        await pilot.press("g")
        assert screen.pane.target == Spot(3, 0, 0)
        await pilot.press("up")
        assert screen.pane.target == Spot(3, 0, 0)
        seen = []
        for _ in range(30):
            seen.append(screen.pane.at)
            await pilot.press("j")
        assert seen == sorted(
            seen, key=lambda at: ["when", "brief", "tellings", "quotes", "names", "affair"].index(at[0])
        )
        assert {key for key, _ in seen} == {"when", "brief", "tellings", "quotes", "names"}
        await pilot.press("G")
        assert screen.pane.at == ("names", 1)
        await pilot.press("ctrl+u", "ctrl+u")
        assert screen.pane.at[0] != "names"
        await pilot.press("ctrl+d", "pagedown", "space", "space", "space")
        assert screen.pane.at == ("names", 1)
        await pilot.press("pageup")
        assert screen.pane.at != ("names", 1)


async def test_tab_goes_round_the_sections_and_from_one_column_to_the_other() -> None:
    async with running() as (_, pilot):
        screen = await open_story(pilot)
        seen = []
        for _ in range(5):
            seen.append(screen.pane.at[0])
            await pilot.press("tab")
        assert seen == ["when", "tellings", "names", "brief", "quotes"]
        assert screen.pane.at[0] == "when"
        await pilot.press("shift+tab")
        assert screen.pane.at[0] == "quotes"


async def test_every_row_leads_to_its_place_and_the_trail_leads_back() -> None:
    library = tui_library()
    async with running(library) as (app, pilot):
        main = main_of(app)
        await open_story(pilot)
        for keys, article, place in (
            (("g",), 3, None),
            (("tab", "j"), 2, (60, 68)),
            (("tab",), 3, (9, 16)),
            (("tab",), 3, (0, 43)),
            (("tab", "j"), 4, (40, 60)),
        ):
            await pilot.press(*keys, "enter")
            await until(pilot, lambda: len(app.screen_stack) == 1 and main.pane is main.text)
            await until(pilot, lambda a=article: main.session.article and main.session.article.id == a)
            await until(pilot, lambda p=place: main.text.sought == p or p is None)
            assert library.marked[article]["read"]
            await open_story(pilot, "pause")
        await pilot.press("escape")
        for expected in (3, 2, 3, 1):
            await pilot.press("b")
            await until(pilot, lambda e=expected: main.session.article and main.session.article.id == e)


async def test_x_again_comes_back_to_the_row_that_was_left() -> None:
    async with running() as (app, pilot):
        screen = await open_story(pilot)
        await pilot.press("tab", "tab", "tab", "tab", "j")
        left_at = screen.at
        assert left_at == ("quotes", 1)
        await pilot.press("enter")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        screen = await open_story(pilot, "pause")
        await until(pilot, lambda: screen.at == left_at and screen.pane is screen.right)


async def test_plus_and_minus_make_the_brief_longer_and_shorter() -> None:
    async with running() as (_, pilot):
        await open_story(pilot)
        await press(pilot, "plus", shows="6 of 60 different sentences")
        await press(pilot, "minus", "minus", shows="4 of 60 different sentences")
        await press(pilot, *["minus"] * 9, shows="1 of 60 different sentences")


async def test_help_and_Q_work_here_too() -> None:  # noqa: N802  (the key's name)
    async with running() as (app, pilot):
        await open_story(pilot)
        await press(pilot, "question_mark", shows="esc closes")
        await press(pilot, "space", shows="Show the article's story")
        await pilot.press("escape", "Q")
        await until(pilot, lambda: app._exit)


async def test_the_earlier_and_later_stories_of_an_affair_can_be_gone_to() -> None:
    async with running(FakeLibrary(tui_articles(), stories=[{1, 2, 3}, {7, 8}])) as (app, pilot):
        screen = await open_story(pilot)
        seen = picture(app)
        assert "AFFAIR · 2 stories, 1 Nov 2031" in seen
        assert "▸ 1 Nov 2031 · 3 articles" in seen
        assert "goes on with: Marlow [/]" in seen
        await pilot.press("tab", "tab")
        assert screen.pane.at[0] == "affair"
        assert screen.pane.target == 2, "the story itself leads nowhere"
        await press(pilot, "enter", shows=("reader · story 2", "▸ 1 Nov 2031 · 2 articles"))
        assert screen.pane.target == Spot(8, 0, 0)
        await pilot.press("enter")
        main = main_of(app)
        await until(pilot, lambda: main.session.article and main.session.article.id == 8)
        await pilot.press("b")
        await until(pilot, lambda: main.session.article and main.session.article.id == 1)


async def test_an_article_in_no_story_says_so() -> None:
    async with running() as (_, pilot):
        await press(pilot, "x", shows="this article is in no story")


async def test_the_screen_has_two_columns_where_there_is_room_and_keeps_its_row() -> None:
    async with running() as (_, pilot):
        screen = await open_story(pilot)
        await pilot.press("shift+tab", "j")
        at = screen.at
        for width in (80, 140, 60, 200):
            await pilot.resize_terminal(width, 30)
            await until(pilot, lambda w=width: screen.right.display == (w >= 120))
            await until(pilot, lambda: screen.at == at)
            assert screen.pane.target == Spot(4, 40, 60)


async def test_no_key_waits_for_what_is_being_worked_out_and_sections_come_one_by_one() -> None:
    gate = threading.Event()

    class SlowView(FakeStoryView):
        def brief(self, sentences: int = 5) -> Summary:
            assert gate.wait(20)
            return super().brief(sentences)

    class Slow(FakeLibrary):
        def view_of_story(self, number: int) -> StoryView:
            return SlowView(self, number)

    async with running(Slow(tui_articles(), stories=[{1, 2, 3, 4}])) as (app, pilot):
        await pilot.press("j", "enter", "x")
        await until(pilot, lambda: "17 Nov 10:37" in picture(app), "the timeline is there before the brief")
        screen = story_of(app)
        assert picture(app).count("working …") == 5
        await pilot.press("k", "k")
        assert screen.pane.target == Spot(3, 0, 0)
        gate.set()
        await until(pilot, lambda: "in the spring" in picture(app) and "working" not in picture(app))
        assert screen.pane.target == Spot(3, 0, 0), "the cursor stays on its row"


async def test_a_library_that_cannot_be_read_is_said_and_leaves_the_screen_usable() -> None:
    library = tui_library()
    async with running(library) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: main_of(app).session.ranking is not None)
        library.error = LibraryBusy("the library is busy")
        await pilot.press("x")
        await until(pilot, lambda: picture(app).count("the library is busy") == 7)
        await pilot.press("j", "tab", "enter", "plus")
        library.error = None
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_key_pressed_twice_at_once_closes_the_screen_once(key: str) -> None:
    async with running() as (app, pilot):
        await open_story(pilot)
        await pilot.press(key, key, key)
        await until(pilot, lambda: len(app.screen_stack) == 1)
        assert app.is_running


async def test_a_click_on_a_row_opens_its_place() -> None:
    async with running() as (app, pilot):
        await open_story(pilot)
        row = next(
            y for y, line in enumerate(picture(app).splitlines()) if line[2:3] in tuple("●○") and "~6 Nov" in line
        )
        await pilot.click(offset=(40, row))
        main = main_of(app)
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await until(pilot, lambda: main.session.article and main.session.article.id == 3)


async def test_control_codes_in_the_news_never_reach_the_terminal() -> None:
    evil = "\x1b]0;gone\x07\u202eQuay\x9b31m"
    articles = [
        Article(headline=evil, outlet=evil, published=date(2031, 1, day), text=f"{evil} closes. “{evil} is shut.”")
        for day in (1, 2)
    ]
    async with running(FakeLibrary(articles, stories=[{1, 2}])) as (app, pilot):
        await open_story(pilot, "enter")
        assert "Quay" in picture(app)
        assert not set(picture(app)) & set("\x1b\x9b\u202e\x07")


async def test_a_story_of_hundreds_of_articles_is_shown_and_says_how_many_were_read() -> None:
    start = datetime(2031, 1, 1, 6, 0)
    articles = [
        Article(
            headline=f"Quay news {n}",
            outlet=f"Outlet {n % 40}",
            published=start + timedelta(hours=5 * n),
            text=f"T {n}.",
        )
        for n in range(400)
    ]
    app = tui_app(FakeLibrary(articles, stories=[set(range(1, 401))]))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("enter", "x")
        await until(pilot, lambda: isinstance(app.screen, StoryScreen))
        await until(pilot, lambda: story_of(app).pane.target == Spot(400, 0, 0), "the article that was being read")
        await press(pilot, "g", shows="the texts of 60 were read")
        assert "29 more" in picture(app), "the outlets beyond the first ones share a row"
        assert "Outlet 10" in picture(app)


async def test_the_screen_runs_on_a_real_library(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        library.add_articles(tui_articles()[:4])
        app = tui_app(library)  # type: ignore[arg-type]
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: "4 articles · 4 unread" in picture(app))
            screen = await open_story(pilot, "enter")
            assert "Ines Dorrel" in picture(app)
            await pilot.press("tab", "tab", "tab", "enter")
            await until(pilot, lambda: len(app.screen_stack) == 1 and main_of(app).text.sought is not None)
            assert screen.view is not None
