"""Keys for what the list shows: groups, search, filter."""

from __future__ import annotations

import pytest
from textual.widgets import Input
from tui_support import FakeLibrary, main_of, many, narrow, picture, press, running, settle, settled, tui_library, until

from reader.article import Article, View
from reader.tui.screens.ask import Ask

WIDE = (140, 40)


async def test_1_to_4_group_the_list_and_leave_the_cursor_on_its_article() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await press(pilot, "j", "2", shows=("Outlet unknown", "by outlet"))
        assert main.session.listed.current == 1
        await press(pilot, "3", shows="In no story")
        rows = "\n".join(line[:48] for line in picture(app).splitlines())
        assert "A park on the quay" in rows.split("In no story")[0]
        assert main.session.listed.current == 1
        await pilot.press("4")
        await until(pilot, lambda: "───" not in picture(app))
        assert main.session.listed.current == 1
        assert "17 Nov 31" in picture(app), "without headings a row tells its day"
        assert "~6 Nov 31" in picture(app), "and that it was inferred"
        await press(pilot, "1", shows="Thu 6 Nov 2031 (year inferred)")
        assert main.session.listed.current == 1
        await press(pilot, "1", shows="grouped by date already")


async def test_search_lists_matches_as_one_types_and_marks_them_in_the_text() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await pilot.press("slash", *"ferries")
        await until(
            pilot, lambda: main.session.listed.view.query == "ferries" and len(main.session.listed.listing) == 4
        )
        assert "“ferries”" in picture(app)
        await pilot.press("enter")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await settle(pilot)
        assert main.pane is main.list
        await until(
            pilot,
            lambda: any(
                "found" in str(ink)
                for line in main.text._lines
                for _, ink in main.text._pieces(line)
                if line.start >= 0
            ),
        )
        assert "n p match" in picture(app).splitlines()[-1]
        assert "esc end search" in picture(app).splitlines()[-1]
        first = main.session.listed.current
        await pilot.press("n")
        assert main.session.listed.current != first, "n goes to the next match, read or not"
        await pilot.press("p")
        assert main.session.listed.current == first
        await press(pilot, "p", shows="no further match")
        await pilot.press("escape")
        await until(pilot, lambda: len(main.session.listed.listing) == 9)
        assert main.session.listed.view.query is None


@pytest.mark.parametrize("size", [WIDE, (60, 16)])
async def test_an_article_that_was_found_opens_where_the_words_stand(size: tuple[int, int]) -> None:
    before = "\n\n".join(f"On day {n} of the enquiry nothing at all was said about it." for n in range(80))
    far = Article(headline="Enquiry", text=f"{before}\n\nThen a müller spoke.\n\n{before}", language="en")
    async with running(FakeLibrary([far]), size=size) as (app, pilot):
        await until(pilot, lambda: len(main_of(app).session.listed.listing) == 1)
        await pilot.press("slash", *"müller", "enter")
        await until(pilot, lambda: len(app.screen_stack) == 1 and main_of(app).session.listed.view.query == "müller")
        await press(pilot, "enter", shows="Then a müller spoke.")
        await press(pilot, "g", shows="On day 0")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: main_of(app).session.listed.view.query is None)
        await until(pilot, lambda: not main_of(app).text.found, "the marks are gone with the search")


async def test_escape_while_typing_brings_back_what_was_listed() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "j", "slash", *"ferry")
        await until(pilot, lambda: len(main.session.listed.listing) < 9)
        await pilot.press("escape")
        await until(pilot, lambda: len(main.session.listed.listing) == 9)
        assert main.session.listed.current == 7, "the cursor is where it was"


async def test_a_search_without_a_match_says_so() -> None:
    async with settled() as (_, pilot):
        await press(pilot, "slash", *"zebra", "enter", shows="  No article is like that.")
        await press(pilot, "enter", shows="no article here")


async def test_odd_searches_are_only_searches() -> None:
    async with settled() as (app, pilot):
        for query in ("[/]", '"', "\\", "'; DROP TABLE article; --", "(((", "[red]x[/red]"):
            await pilot.press("slash")
            await until(pilot, lambda: len(app.screen_stack) == 2)
            app.screen.query_one(Input).value = query
            await pilot.press("enter")
            await until(pilot, lambda: len(app.screen_stack) == 1)
            await until(pilot, lambda query=query: main_of(app).session.listed.view.query == query)
            assert query in picture(app)


async def test_filter_lists_unread_starred_or_one_outlet() -> None:
    library = tui_library()
    library.mark([9, 1], read=True)
    library.mark([2], starred=True)
    async with settled(library) as (app, pilot):
        main = main_of(app)
        await press(pilot, "f", shows=("list only", "✓ everything"))
        await pilot.press("j", "enter")
        await until(pilot, lambda: main.session.listed.view.unread and len(main.session.listed.listing) == 7)
        await pilot.press("f", "j", "j", "enter")
        await until(pilot, lambda: main.session.listed.view.starred and list(main.session.listed.listing.ids) == [2])
        await pilot.press("escape")
        await until(pilot, lambda: len(main.session.listed.listing) == 9)
        await narrow(pilot, "NPA")
        await until(pilot, lambda: main.session.listed.view.outlet == "NPA" and len(main.session.listed.listing) == 2)
        assert "NPA ✕" in picture(app)


@pytest.mark.parametrize("back", ["escape", "shift+tab"])
async def test_back_in_the_list_the_panes_show_the_highlighted_article_not_one_that_was_walked_to(back: str) -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await narrow(pilot, "Marlow Courier")
        await until(pilot, lambda: list(main.session.listed.listing.ids) == [1])
        await pilot.press("enter", "]")
        await until(pilot, lambda: main.session.article is not None and main.session.article.id != 1)
        while main.pane is not main.list:
            await pilot.press(back)
        assert main.session.article is not None
        assert main.session.article.id == 1
        await settle(pilot)


async def test_where_a_filter_finds_nothing_the_keys_at_the_bottom_are_those_that_help() -> None:
    async with settled(size=(80, 24)) as (app, pilot):
        assert "j k move" in picture(app)
        await press(pilot, "f", "j", "j", "enter", shows="No article is like that.")
        foot = picture(app).splitlines()[-1]
        assert "esc all" in foot
        assert "move" not in foot
        await press(pilot, "j", shows="no article here")


async def test_filter_lists_the_articles_whose_outlet_is_unknown() -> None:
    async with settled() as (app, pilot):
        await press(pilot, "f", "G", shows="outlet unknown")
        await pilot.press("enter")
        await until(pilot, lambda: sorted(main_of(app).session.listed.listing.ids) == [4, 5])
        assert "outlet unknown ✕" in picture(app).splitlines()[1]
        await pilot.press("f", "G", "enter")
        await until(pilot, lambda: len(main_of(app).session.listed.listing) == 9)


async def test_where_every_outlet_is_known_the_filter_does_not_offer_the_unknown_one() -> None:
    async with settled(many(3)) as (app, pilot):
        await press(pilot, "f", shows="Outlet 2")
        assert "unknown" not in picture(app)


async def test_filter_lists_the_articles_of_one_tag() -> None:
    library = tui_library()
    library.mark([3], tags=["to read"])
    async with settled(library) as (app, pilot):
        await press(pilot, "f", shows=("#to read", "1 article"))
        await pilot.press("escape")
        await narrow(pilot, "#to read")
        await until(
            pilot,
            lambda: main_of(app).session.listed.view.tag == "to read" and len(main_of(app).session.listed.listing) == 1,
        )
        assert "#to read ✕" in picture(app).splitlines()[1]
        await pilot.press("escape")
        await until(pilot, lambda: len(main_of(app).session.listed.listing) == 9)


async def test_an_article_that_was_just_read_stays_in_the_list_of_unread_ones() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        await pilot.press("f", "j", "enter")
        await until(pilot, lambda: main_of(app).session.listed.view.unread)
        await pilot.press("enter")
        await until(pilot, lambda: library.marked[9]["read"])
        assert 9 in main_of(app).session.listed.listing.ids


async def test_operators_of_a_search_narrow_the_list_and_go_with_it() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        main.actions.views.filter(View(unread=True))
        await until(pilot, lambda: main.session.listed.view.unread)
        assert main.actions.views.search("outlet:NPA quay") == ""
        await until(pilot, lambda: main.session.listed.view == View(unread=True, outlet="NPA", query="quay"))
        assert "unread ✕   “quay” ✕   NPA ✕" in picture(app)
        await pilot.press("slash")
        await until(pilot, lambda: "outlet:NPA quay" in picture(app), "what was typed can be changed")
        await pilot.press("backspace", *"tag:later")
        await until(pilot, lambda: main.session.listed.view == View(unread=True, tag="later"))
        await pilot.press("escape")
        await until(pilot, lambda: main.session.listed.view.outlet == "NPA")
        assert main.actions.views.typed == "outlet:NPA quay"


async def test_an_operator_that_is_not_understood_is_said_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.tui.screens.ask._FAST", 60)  # or a slow machine searches for its beginning
    async with settled() as (app, pilot):
        await press(pilot, "slash", *"date:soon", "enter", shows="a day is written")
        assert main_of(app).session.listed.view == View()


async def test_what_is_typed_after_a_rest_is_searched_for_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with settled() as (app, pilot):
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.screen, Ask) and app.screen.is_mounted)
        monkeypatch.setattr(app.screen, "set_timer", None)  # nothing is waited for
        app.screen.query_one(Input).value = "quay"
        await until(pilot, lambda: main_of(app).session.listed.view.query == "quay")


async def test_several_filters_are_ticked_and_stand_as_chips_that_go_away_one_by_one() -> None:
    library = tui_library()
    library.mark([9], read=True)
    async with settled(library) as (app, pilot):
        main = main_of(app)
        await narrow(pilot, "unread", "stories of 2 or more", "NPA")
        await until(pilot, lambda: sorted(main.session.listed.listing.ids) == [2, 3])
        assert "unread ✕   stories of 2 or more ✕   NPA ✕   backspace takes the last away" in picture(app)
        await pilot.press("backspace")
        await until(pilot, lambda: sorted(main.session.listed.listing.ids) == [1, 2, 3, 4])
        await pilot.click("#chips", offset=(4, 0))
        await until(pilot, lambda: main.session.listed.view == View(story_size=2))
        await pilot.press("backspace")
        await until(pilot, lambda: main.session.listed.view == View())
        assert not main.chips.display
        await press(pilot, "backspace", shows="nothing narrows the list")


async def test_a_filter_that_is_ticked_again_is_taken_away_and_days_are_said_as_they_were_typed() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: len(main.session.listed.listing) == 9)
        await narrow(pilot, "Arabic", "Arabic", "since yesterday", "longer than 10 min")
        await until(pilot, lambda: main.session.listed.view.longer == 10)
        assert "since yesterday ✕   longer than 10 min ✕" in picture(app)
        assert main.actions.views.typed_out(main.session.listed.view) == "longer:10 since:yesterday"
        await press(pilot, "slash", *"date:2031-11-07", "enter", shows="7 Nov 2031 ✕")


async def test_a_filter_is_ticked_at_once_also_where_the_list_is_sorted_first() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        main.actions.views.sort(["length"])
        await until(pilot, lambda: main.session.listed.view.sort)
        await press(pilot, "f", shows="✓ everything")
        await pilot.press("j", "space")
        await until(pilot, lambda: "✓ unread" in picture(app) and main.session.listed.view.unread)
        assert "✓ everything" not in picture(app)


async def test_of_many_chips_the_latest_have_room() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: len(main.session.listed.listing) == 9)
        await pilot.press("slash", *"quay outlet:NPA is:unread is:starred longer:5 story-size:2", "enter")
        await until(pilot, lambda: len(app.screen_stack) == 1 and "…" in picture(app).splitlines()[1])
        await until(pilot, lambda: "NPA ✕" in picture(app).splitlines()[1])  # how many were found takes less room


async def test_the_list_is_sorted_by_two_keys_and_a_grouping_ends_that() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await pilot.press("2")
        await until(pilot, lambda: main.session.listed.view.group == "outlet")
        await pilot.press("S")
        await until(pilot, lambda: "sort by" in picture(app) and "best match" not in picture(app))
        rows = app.screen.rows  # type: ignore[attr-defined]
        for name in ("largest story first", "oldest first"):
            rows.cursor = [choice.name for choice in rows.choices].index(name)
            await pilot.press("space")
        await until(pilot, lambda: main.session.listed.view.sort == ("-story-size", "date"))
        assert [choice.about for choice in rows.choices if choice.on] == ["then", "first"]
        await press(pilot, "escape", shows="sorted: largest story first, oldest first")
        assert list(main.session.listed.listing.ids)[:4] == [3, 2, 1, 4]
        assert main.session.listed.view.group == "nothing"
        await pilot.press("slash", *"quay", "enter")
        await until(pilot, lambda: len(main.session.listed.listing) < 9 and len(app.screen_stack) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: len(main.session.listed.listing) == 9)
        assert main.session.listed.view.sort, "a search ends, the order stays"
        await pilot.press("S", "g", "enter")
        await until(pilot, lambda: main.session.listed.view == View(group="outlet"))


async def test_what_is_listed_is_saved_as_a_view_and_listed_again_by_its_number() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        main = main_of(app)
        await narrow(pilot, "unread", "NPA", "since yesterday")
        await pilot.press("slash", *"by:outlet quay", "enter")
        await until(pilot, lambda: main.session.listed.view.query == "quay" and len(app.screen_stack) == 1)
        await press(pilot, "V", "enter", *"Quay news", "enter", shows="saved as the view Quay news · V lists it")
        assert library.views.all() == [("Quay news", "quay outlet:NPA is:unread since:yesterday by:outlet")]
        await pilot.press("escape")
        await until(pilot, lambda: len(main.session.listed.listing) == 9)
        await press(pilot, "V", shows="1 Quay news")
        await pilot.press("1")
        await until(pilot, lambda: main.session.listed.view.query == "quay" and main.session.listed.view.unread)
        await pilot.press("escape")
        await until(pilot, lambda: not main.actions.views.narrowed)
        await pilot.press("alt+1")
        await until(pilot, lambda: main.session.listed.view.outlet == "NPA")
        await press(pilot, "alt+2", shows="there is no view 2")
        await press(pilot, "V", "j", "delete", shows="the view Quay news is forgotten")
        assert library.views.all() == []


async def test_what_is_listed_and_is_no_view_yet_is_saved_by_enter_although_there_is_one() -> None:
    library = tui_library()
    library.views.put("Unread", "is:unread")
    async with settled(library) as (_, pilot):
        await press(pilot, "V", shows=("▌  1 Unread", "enter or a digit lists"))
        await pilot.press("escape")
        await narrow(pilot, "NPA")
        await press(pilot, "V", shows="▌  save what is listed")
        await pilot.press("enter", *"Agency", "enter")
        await until(pilot, lambda: ("Agency", "outlet:NPA") in library.views.all())
