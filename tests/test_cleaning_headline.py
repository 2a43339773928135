"""Headline, standfirst and byline above a text."""

from __future__ import annotations

import pytest

from reader.cleaning.input.text_lines import split
from reader.cleaning.lexicon.calls import rules_out_headline
from reader.cleaning.metadata.byline import byline_of
from reader.cleaning.metadata.captions import is_caption
from reader.cleaning.metadata.headline import find_headline
from reader.cleaning.metadata.standfirst import find_standfirst

BODY = (
    "The harbour of Kesten will be dredged again next year, the council said after long talks that went on all night."
)
MORE = "Several members wanted to wait for the spring, but the fishermen said that the mud had no patience left."


def found(*lines: str) -> tuple[str | None, str | None]:
    page = split([*lines])
    body = [line.text in (BODY, MORE) for line in page]
    top = find_headline(page, body)
    standfirst = find_standfirst(page, body, top) if top is not None else None
    return (page[top].text if top is not None else None), (page[standfirst].text if standfirst is not None else None)


def test_the_line_over_the_text_is_the_headline_not_the_menu() -> None:
    assert found("All news", "Kesten dredges its harbour again", BODY, MORE)[0] == "Kesten dredges its harbour again"


def test_the_pages_title_tells_which_line_it_is() -> None:
    title = "Kesten dredges its harbour again - Courier"
    assert found(
        title, "Nur 2,49 EUR im Monat", "Try our new app for free", "Kesten dredges its harbour again", BODY, MORE
    )[0] == ("Kesten dredges its harbour again")


def test_the_standfirst_follows_the_headline() -> None:
    standfirst = "The council gives in to the fishermen after a night of talks and a bowl of soup"
    assert found("Kesten dredges its harbour again", standfirst, BODY, MORE) == (
        "Kesten dredges its harbour again",
        standfirst,
    )


def test_bylines_dates_and_captions_are_no_standfirst() -> None:
    assert (
        found(
            "Kesten dredges its harbour again",
            "By Ana Orr",
            "17 November 2022",
            "The old crane (Photo: Ana Orr)",
            BODY,
            MORE,
        )[1]
        is None
    )


def test_a_text_that_begins_at_once_has_no_headline() -> None:
    assert found(BODY, MORE) == (None, None)
    assert found() == (None, None)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By ANA ORR -- Kesten Media", "ANA ORR"),("By Ana Orr", "Ana Orr"), ("Von Max Muster und Eva Berg", "Max Muster und Eva Berg"), ("Par Jean de la Tour", "Jean de la Tour"),
     ("By Ana Orr, Courier staff | 17 November", "Ana Orr"), ("by the sea we sat down", None), ("By Friday the ship had gone under with all hands", None),
     ("Ana Orr", None), ("Автор: Анна Орлова", "Анна Орлова"),
     ("By Ana Orr, Political Editor", "Ana Orr"), ("Von Jens Urbach, Wolkenau", "Jens Urbach"),
     ("By Ana Orr @anaorr", "Ana Orr"), ("By Ana Orr, Ben Ord and Jo Lee", "Ana Orr, Ben Ord and Jo Lee"),
     ("Ein Kommentar von Jens Urbach", "Jens Urbach"),
     ("By Ana Orr, Kesten and Mark Tonn, Norvik", "Ana Orr and Mark Tonn"), ("By Ana Orr Updated 3:00 pm", "Ana Orr"),
     ("By María José Núñez de la Torre", "María José Núñez de la Torre"), ("Von Dr. med. Eva Muster", "Dr. med. Eva Muster"), ("Текст: Анна Орлова", "Анна Орлова")],
)  # fmt: skip
def test_bylines_are_names_after_a_word_for_by(line: str, name: str | None) -> None:
    assert byline_of(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "E-mail this to a friend",
        "Go to all harbour news",
        "Make us your home page",
        "Tell us what you think about the mud!",
        "Please support local business!",
        "Quote of the day",
        "(From the last 12 hours)",
        "Kesten Courier staff reporter",
        "Kesten, Jan 16 11:49",
        "02:00 p.m. The Harbour Hour",
        "(function () { document.write('the harbour'); })",
    ],
)
def test_calls_clock_times_and_scripts_are_no_headlines(line: str) -> None:
    for above in (["Mud leaves the harbour of Kesten", line], [line, "Mud leaves the harbour of Kesten"]):
        assert found(*above, BODY, MORE)[0] == "Mud leaves the harbour of Kesten"


@pytest.mark.parametrize(
    "line",
    [
        "Harbour master makes his own soup",
        "Kesten goes back to the mud of its fathers",
        "The reporter who fell into the harbour",
        "Mud wins 3-2 against the harbour",
        "How the council of Kesten found out at 11:49 on a Monday morning that the harbour was gone",
    ],
)
def test_headlines_with_such_words_stay_headlines(line: str) -> None:
    assert not rules_out_headline(line)
    assert found("Sport", line, BODY, MORE)[0] == line


def test_a_short_headline_counts_as_one_in_scripts_without_blanks() -> None:
    body = "港口的工作人员说，起重机已经停了九个星期，没有人知道它在等什么。议会说零件正在从大陆运来的路上。"
    page = split(["メニュー", "凯斯滕港口起重机停摆九周", "起重机＝资料图", body, body])
    top = find_headline(page, [False, False, False, True, True])
    assert top is not None
    assert page[top].text == "凯斯滕港口起重机停摆九周"


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Runa Castell © AFP / Ole Brandt",
        "The crane in March (c) Ole Brandt",
        "The crane in March (AP Photo/Ole Brandt)",
        "The crane in March (Ole Brandt/Kesten Courier).",
        "The crane in March / Reuters",
        "The crane in March. Photograph by: Ole Brandt",
        "The crane in March. Image credit: Ole Brandt",
        "Der Kran im März. Foto: Ole Brandt",
        "La grue en mars. Crédit photo Ole Brandt",
        "The crane in a FILE PHOTO",
        "The crane in March, Getty Images",
    ],
)
def test_a_line_with_a_credit_is_a_caption(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The image of the harbour has changed.",
        "The photographer filed his pictures in the evening (all of them).",
        "Every second boat, 3/4 of them from Kesten, came back.",
        "Three photos of the crane were sold.",
        "His foto-album went to the museum: nobody wanted it.",
    ],
)
def test_a_line_that_speaks_of_pictures_is_no_caption(line: str) -> None:
    assert not is_caption(line)


def test_captions_carry_a_credit() -> None:
    assert is_caption("Mayor Runa Castell © AFP / Ole Brandt")
    assert is_caption("The crane in March (AP Photo/Ole Brandt)")
    assert not is_caption("© 2022 Kesten Courier. All rights reserved.")
    assert not is_caption(BODY)
