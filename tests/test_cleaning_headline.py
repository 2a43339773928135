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


def test_under_a_kicker_one_shared_name_is_enough_over_a_date() -> None:
    title = "Mayor Halloran: a new post in Kesten, and what next?"
    own = "Halloran in Kesten: no more than a stop on the way?"
    lines = split([f"{title} - KTN", "Home", title, "Council", own, "17 November 2022", BODY, MORE])
    assert find_headline(lines, [False] * 6 + [True, True]) == 4


def test_a_line_that_says_the_pages_title_again_in_other_words_is_the_outlets_own_headline() -> None:
    title = "Kesten harbour: why the criticism of its dredgers achieves nothing"
    own = "Opinion Why criticism of the dredgers of Kesten achieves nothing and fades"
    lines = split([f"{title} | KTN", "Home", title, own, "by Jane Roe", "17 November 2022", BODY, MORE])
    assert find_headline(lines, [False] * 6 + [True, True]) == 3
    standfirst = "The harbour of Kesten is dredged for the third time in a year"
    lines = split([f"{title} | KTN", "Home", title, standfirst, "by Jane Roe", "17 November 2022", BODY, MORE])
    assert find_headline(lines, [False] * 6 + [True, True]) == 2


def test_of_a_pages_title_the_line_without_the_outlets_name_is_the_headline() -> None:
    top = "“Tireless work” - The New Kesten Courier"
    assert found(top, "Home", "Contact", "“Tireless work”", BODY, MORE)[0] == "“Tireless work”"


def test_the_outlets_name_behind_the_only_headline_of_a_text_is_no_part_of_it() -> None:
    headline, text = "Kesten dredges its harbour again", "\n\n".join([BODY, MORE])
    for behind in (" | Ossen Bay Weekly", " - Kesten Courier"):
        article = reader.clean(f"{headline}{behind}\n\nBy Ana Orr\n\n{text}", kind="text")
        assert article.headline == headline
    whole = f"{headline} - no end in sight"
    assert reader.clean(f"{whole}\n\nBy Ana Orr\n\n{text}", kind="text").headline == whole


def test_a_short_title_far_above_is_found_again_over_the_text() -> None:
    menu = [f"Section {number}" for number in range(50)]
    assert found("- Fear may grow", *menu, "- Fear may grow", BODY, MORE)[0] == "- Fear may grow"


def test_the_kicker_in_the_pages_title_belongs_to_the_headline() -> None:
    title = "Harbour of Kesten: Dredgers come again to its quays, Kesten Courier, 17 November 2022"
    assert reader.clean(
        "\n".join([title, "Home", "Harbour of Kesten", "Dredgers come again to its quays", "", BODY, MORE])
    ).headline == ("Harbour of Kesten: Dredgers come again to its quays")
    whole = "Harbour of Kesten Dredgers come again to the old quays"
    parts = [
        "Harbour of Kesten: Dredgers come again to the old quays - Region",
        "Home",
        "Dredgers come again to the old quays",
    ]
    assert found(*parts, whole, BODY, MORE)[0] == whole


def test_a_heading_behind_the_first_paragraph_is_not_the_headline() -> None:
    title = "Kesten closes its harbour? It is but a question of time"
    own, heading = "Kesten. Harbour soon closed for good", "Kesten closes the harbour to all dredgers"
    lines = split([title, "Home", own, "17 November 2022", BODY, MORE, heading, BODY, MORE])
    assert find_headline(lines, [False] * 4 + [True, True, False, True, True]) == 2


def test_a_link_under_a_label_in_capitals_is_no_headline() -> None:
    link = "MAP | Harbour of Kesten that will be dredged"
    headline = "Mayor signs the order for more mud at the harbour"
    assert found("Home", headline, link, BODY, MORE)[0] == headline


def test_the_headline_may_stand_under_pictures_with_their_captions() -> None:
    caption = "A dredger waits in the harbour of Kesten on Tuesday, 3 May 2022. (Jane Roe / AP)"
    page = split(["Home", caption, "View larger image", caption, "Kesten dredges its harbour again", "", BODY, MORE])
    top = find_headline(page, [False, True, False, True, False, True, True])
    assert top is not None
    assert page[top].text == "Kesten dredges its harbour again"
