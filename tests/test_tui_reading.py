"""Keys for what is shown of an article: summary, length, method, cuts, related, zen."""

from __future__ import annotations

import threading

import pytest
from tui_support import FakeLibrary, main_of, picture, press, running, settle, settled, tui_articles, tui_library, until

from reader.article import Article, Paragraph, Ranking
from reader.tui.draw.page import lay_out
from reader.tui.widgets import article_text


async def test_s_goes_round_beside_text_alone_and_summary_alone() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)

        def seen() -> tuple[bool, bool, bool]:
            return main.list.display, main.side.display, main.text.display

        assert seen() == (True, True, True)
        await pilot.press("s")
        await until(pilot, lambda: seen() == (True, False, True))
        await pilot.press("s")
        await until(pilot, lambda: seen() == (True, True, False))
        await pilot.press("s")
        await until(pilot, lambda: seen() == (True, True, True))


async def test_s_changes_between_text_and_summary_where_one_pane_has_room() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main.text.display and "The harbour council" in picture(app))
        await press(pilot, "s", shows="SUMMARY")
        assert not main.text.display
        assert "Marlow closes its coal quay" in picture(app), "the headline stands over a summary that stands alone"
        assert main.pane is main.summary
        await pilot.press("s")
        await until(pilot, lambda: "SUMMARY" not in picture(app) and main.pane is main.text)


async def test_s_in_a_list_that_stands_alone_says_what_enter_will_open() -> None:
    async with running(size=(80, 24)) as (app, pilot):
        for what in ("summary", "text", "summary"):
            await pilot.press("s")
            await until(pilot, lambda what=what: f"enter opens the {what}" in picture(app))
        await press(pilot, "enter", shows="SUMMARY")


async def test_plus_and_minus_change_the_length_and_the_marks_in_the_text() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        main = main_of(app)
        assert "3 of 14" in picture(app)
        await press(pilot, "plus", "plus", shows="5 of 14")
        assert len(main.text.taken) == 5
        for _ in range(4):
            await pilot.press("minus")
        await until(pilot, lambda: "1 of 14" in picture(app))
        await press(pilot, "minus", shows="a summary has a sentence at least")
        for _ in range(14):
            await pilot.press("plus")
        await until(pilot, lambda: "14 of 14" in picture(app) and "all are shown" in picture(app))


async def test_a_brief_note_shows_one_sentence_and_what_is_asked_for_beyond_holds_for_the_next_article() -> None:
    async with settled() as (app, pilot):
        await until(pilot, lambda: "1 of 2" in picture(app))
        await press(pilot, "plus", shows="2 of 2")
        await press(pilot, "j", shows="4 of 14")


async def test_m_summarises_by_the_next_method_without_making_a_key_wait() -> None:
    class Slow(FakeLibrary):
        gate = threading.Event()

        def ranking(self, number: int, method: str = "news") -> Ranking:
            if method != "news":
                assert self.gate.wait(20)
            return super().ranking(number, method)

    library = Slow(tui_articles(), stories=[{1, 2, 3, 4}])
    async with settled(library) as (app, pilot):
        await press(pilot, "m", shows="lexrank: working …")
        await pilot.press("j")
        await until(pilot, lambda: main_of(app).session.listed.current == 1)
        library.gate.set()
        await until(pilot, lambda: "lexrank · 3 of 14" in picture(app))


async def test_a_summary_that_cannot_be_made_is_a_line_in_its_pane() -> None:
    class Failing(FakeLibrary):
        def ranking(self, number: int, method: str = "news") -> Ranking:
            if method == "lexrank":
                raise LookupError("no [/] rule for this")
            return super().ranking(number, method)

    async with settled(Failing(tui_articles(), stories=[{1, 2, 3, 4}])) as (app, pilot):
        await press(pilot, "m", shows="could not be worked out")
        assert "passengers." in picture(app), "the text stands beside it"
        await press(pilot, "m", shows="textrank · 1 of 2")


async def test_c_shows_the_cuts_in_place_each_with_its_rule_and_hides_them_again() -> None:
    async with settled(size=(140, 60)) as (app, pilot):
        await press(pilot, "c", shows="cleaning cut nothing here")
        await pilot.press("c", "j")
        await settle(pilot)
        await press(pilot, "c", shows="✂ cookie banner")
        seen = picture(app)
        order = [
            "✂ menu",
            "✂ cookie banner",
            "The harbour council of",
            "✂ read more",
            "Opponents warned",
            "✂ copyright",
        ]
        places = [seen.index(words, seen.index("Ada Renn")) for words in order]
        assert places == sorted(places)
        assert "4 cut" in seen
        await pilot.press("c")
        await until(pilot, lambda: "✂" not in picture(app))


async def test_enter_on_a_summary_sentence_goes_to_its_place_in_the_text() -> None:
    library = tui_library()
    async with settled(library, size=(140, 20)) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        main = main_of(app)
        for _ in range(9):
            await pilot.press("plus")
        await pilot.press("tab", "G", "enter")
        await until(pilot, lambda: main.pane is main.text and main.text.sought is not None)
        assert main.text.article is not None
        assert main.text.sought is not None
        start, end = main.text.sought
        sentence = main.text.article.text[start:end]
        await until(pilot, lambda: sentence[:12] in picture(app), sentence)
        assert main.text.top > 0
        assert library.marked[1]["read"]


async def test_a_sentence_chosen_where_the_summary_is_alone_leads_to_the_text() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        main = main_of(app)
        await pilot.press("s", "j", "enter")
        await until(pilot, lambda: main.pane is main.summary and main.session.ranking is not None)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main.pane is main.text and main.text.display)


async def test_enter_on_a_related_article_opens_it_as_a_step_of_the_walk() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        main = main_of(app)
        await pilot.press("tab", "tab", "enter")
        await until(pilot, lambda: main.session.article and main.session.article.id == 3, "the earliest of its story")
        await until(
            pilot, lambda: "3 of 6 · NPA · 11 days earlier" in picture(app) or "3 of 6 · NPA · eleven" in picture(app)
        )
        await pilot.press("b")
        await until(pilot, lambda: main.session.article and main.session.article.id == 1)


async def test_the_selected_related_article_shows_all_its_reasons() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        assert "quotation" not in picture(app)
        await press(pilot, "tab", "tab", shows="quotation")
        await pilot.press("tab")
        await until(pilot, lambda: "quotation" not in picture(app))


async def test_the_selected_sentence_of_the_summary_says_why_it_was_taken() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        assert "why:" not in picture(app)
        await press(pilot, "tab", shows="why: stands at place 1")
        await press(pilot, "j", shows="why: stands at place 2")
        assert picture(app).count("why:") == 1
        await pilot.press("tab")
        await until(pilot, lambda: "why:" not in picture(app))


async def test_asking_why_makes_no_key_wait() -> None:
    class Slow(FakeLibrary):
        gate = threading.Event()

        def why(self, number: int, index: int, method: str = "news") -> tuple[str, ...]:
            assert self.gate.wait(20)
            return super().why(number, index, method)

    library = Slow(tui_articles(), stories=[{1, 2, 3, 4}])
    async with settled(library) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        await pilot.press("tab", "j", "j")
        await until(pilot, lambda: main_of(app).summary.cursor == 2)
        library.gate.set()
        await until(pilot, lambda: "why: stands at place 3" in picture(app))


async def test_another_article_shows_its_summary_from_the_top() -> None:
    async with settled(size=(140, 20)) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        main = main_of(app)
        await pilot.press("plus", "plus", "plus", "tab", "G")
        await until(pilot, lambda: main.summary.top > 0 and main.summary.cursor == 5)
        await pilot.press("escape", "k")
        await until(pilot, lambda: main.session.article and main.session.article.id == 9)
        await until(pilot, lambda: main.summary.top == 0 and main.summary.cursor == 0)


async def test_z_shows_the_text_and_nothing_else() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j", "z")
        await until(pilot, lambda: "reader" not in picture(app) and "The harbour council" in picture(app))
        assert "move" not in picture(app)
        await pilot.press("b")
        await until(pilot, lambda: "the trail begins here" in picture(app), "what has to be said is said all the same")
        await press(pilot, "z", shows=("all articles", "SUMMARY"))


async def test_the_line_of_facts_says_outlet_day_length_and_place_in_the_story() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        assert "Marlow Courier · 17 Nov 2031 10:37 · 1 min" in picture(app)
        assert "3 of 4 in the story" in picture(app)
        await pilot.press("G", "k", "k", "k")
        await settle(pilot)
        assert "NPA · 6 Nov 2031 (inferred)" in picture(app)
        assert "date inferred: the other reports of this story" in picture(app)


async def test_other_facts_over_a_long_standfirst_leave_it_there_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_text, "_PATIENCE", 600)  # before anything more is laid out
    long = Article(headline="The crane", standfirst="It stays. " * 400, paragraphs=(Paragraph("Nobody asked."),))
    async with running(size=(60, 16)) as (app, pilot):
        await pilot.press("enter")
        await settle(pilot)
        text = main_of(app).text
        text.show(long)
        before = text.columns
        await pilot.resize_terminal(50, 16)
        await until(pilot, lambda: text.columns < before)
        text.restate(["3 of 4 in the story"])
        text.go_to(len(long.text))
        lines = lay_out(long, text.columns - article_text.MARGIN, standing=["3 of 4 in the story"])
        assert text.virtual_size.height == len(list(lines)) + 1


@pytest.mark.parametrize("size", [(140, 40), (100, 30), (60, 16)])
async def test_the_place_in_an_article_is_kept(size: tuple[int, int]) -> None:
    async with running(size=size) as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main.text.display and main.text.virtual_size.height > 10)
        if not main.text.max_scroll_y:
            return
        await pilot.press("G")
        place = main.text.place
        await pilot.press("escape", "j", "enter")
        await until(pilot, lambda: main.session.article and main.session.article.id == 7)
        await pilot.press("escape", "k", "enter")
        await until(pilot, lambda: main.session.article and main.session.article.id == 1)
        await until(pilot, lambda: main.text.place == place)


async def test_subheads_stand_out_from_the_text_they_are_part_of() -> None:
    opening = Paragraph("The crane stays. It is old. It is blue. It is dear.")  # of which the summary takes three
    paragraphs = opening, Paragraph("What it costs", "subhead"), Paragraph("Nobody has asked.")
    async with settled(FakeLibrary([Article(headline="The crane", paragraphs=paragraphs)])) as (app, _):
        text = main_of(app).text
        assert "Nobody has asked." in picture(app)
        bold = [
            segment.text.strip()
            for y in range(text.size.height)
            for segment in text.render_line(y)
            if segment.style and segment.style.bold and segment.text.strip()
        ]
        assert bold == ["The crane", "What it costs"]
