"""The headline among the lines of a document."""

from __future__ import annotations

from headline_support import BODY, MORE, found

import reader
from reader.cleaning.input.text_lines import split
from reader.cleaning.metadata.headline import find_headline


def test_the_line_over_the_text_is_the_headline_not_the_menu() -> None:
    assert found("All news", "Kesten dredges its harbour again", BODY, MORE)[0] == "Kesten dredges its harbour again"


def test_the_pages_title_tells_which_line_it_is() -> None:
    title = "Kesten dredges its harbour again - Courier"
    assert found(
        title, "Nur 2,49 EUR im Monat", "Try our new app for free", "Kesten dredges its harbour again", BODY, MORE
    )[0] == ("Kesten dredges its harbour again")


def test_a_text_that_begins_at_once_has_no_headline() -> None:
    assert found(BODY, MORE) == (None, None)
    assert found() == (None, None)


def test_a_short_headline_counts_as_one_in_scripts_without_blanks() -> None:
    body = "港口的工作人员说，起重机已经停了九个星期，没有人知道它在等什么。议会说零件正在从大陆运来的路上。"
    page = split(["メニュー", "凯斯滕港口起重机停摆九周", "起重机＝资料图", body, body])
    top = find_headline(page, [False, False, False, True, True])
    assert top is not None
    assert page[top].text == "凯斯滕港口起重机停摆九周"


def test_a_headline_goes_on_on_a_line_that_begins_with_a_colon() -> None:
    body = (
        "The harbour of Kesten will be dredged again next year, the council said after long talks that went on.\n\n" * 3
    )
    assert reader.clean(f"Kesten has it all\n\n: city of records\n\n{body}", kind="text").headline == (
        "Kesten has it all: city of records"
    )


def test_the_outlets_own_headline_stands_under_a_kicker_and_the_one_for_search_engines() -> None:
    title = "Kesten harbour dredged again: what the council decided"
    own = "Council wants Kesten harbour dredged a second time"
    lines = split([f"{title} - KTN", "Home", "News", "Sport", title, "Long talks", own, "17 November 2022", BODY, MORE])
    assert find_headline(lines, [False] * 8 + [True, True]) == 6
