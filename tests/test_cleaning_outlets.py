"""Names of outlets and agencies, from a page's own words and from its host."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.lexicon.joined_lines import JoinedLines
from reader.cleaning.metadata.hosts import akin, host_of, of_page, people
from reader.cleaning.metadata.outlet_names import canonical
from reader.cleaning.metadata.outlets import outlet_of_text, owner_in
from reader.language.agencies import agency_named


def outlet(lines: list[str], headline: str | None, furniture: list[str]) -> str | None:
    return outlet_of_text(lines, headline, furniture, JoinedLines([line.lower() for line in furniture]))


@pytest.mark.parametrize(
    ("written", "agency"),
    [("TASS", "TASS"), ("ИТАР-ТАСС", "TASS"), ("Thomson Reuters", "Reuters"), ("dpa/lno", "dpa"), ("AP", "AP"), ("AFP", "AFP"), ("Корр. ТАСС Иван Портнов", "TASS"),
     ("Xinhua", "Xinhua"), ("新华社", "Xinhua"), ("the mayor", None), ("", None)],
)  # fmt: skip
def test_agencies_go_by_many_names(written: str, agency: str | None) -> None:
    assert agency_named(written) == agency


@pytest.mark.parametrize(
    ("written", "name"),
    [("Kesten Courier GmbH & Co. KG", "Kesten Courier"), ("Bay Gazette Ltd.", "Bay Gazette"), ("АО «Кестенский вестник»", "Кестенский вестник"), ("ANO “TV-Novosti”", "RT"),
     ("The Associated Press", "AP"), ("Axel Springer SE", "Axel Springer SE"), ("©", None), ("", None)],
)  # fmt: skip
def test_one_name_for_each_outlet(written: str, name: str | None) -> None:
    assert canonical(written) == name


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("© 2022 Kesten Courier. All rights reserved.", "Kesten Courier"),
        ("Copyright (c) 2008 Bay Gazette Inc.", "Bay Gazette"),
        ("© Autonomous Nonprofit Organization “TV-Novosti”, 2005–2022. All rights reserved.", "RT"),
        ("All rights reserved", None),
        ("© 2022", None),
    ],
)
def test_copyright_lines_name_owners(line: str, owner: str | None) -> None:
    assert owner_in(line) == owner


def test_a_title_and_a_copyright_line_together_name_the_outlet() -> None:
    title = "Kesten dredges its harbour again | Kesten Courier"
    furniture = [title, "Home", "News", "© 2022 Kesten Courier. All rights reserved."]
    assert outlet([title], "Kesten dredges its harbour again", furniture) == "Kesten Courier"


def test_a_department_in_the_title_is_no_outlet_and_one_place_alone_proves_nothing() -> None:
    title = "Kesten dredges its harbour again"
    assert outlet([f"{title} - Politics"], title, ["Politics"]) is None
    assert outlet(["Menu"], None, ["© 2022 Holding of Many Papers Ltd. All rights reserved."]) is None


@pytest.mark.parametrize(
    ("name", "host", "same"),
    [("Kesten Courier", "kestencourier.example", True), ("Süßsee-Zeitung", "suesssee-zeitung.de", True), ("British Bay Corporation", "bbc.example", True),
     ("STZ", "sall-tageblatt.example", False), ("Owner Holding", "kestencourier.example", False), ("湾日報", "baytimes.example", True)],
)  # fmt: skip
def test_names_and_hosts_are_compared_by_letters_and_initials(name: str, host: str, same: bool) -> None:
    assert akin(name, host) is same


def test_a_page_goes_by_the_name_that_fits_its_host_else_by_the_host() -> None:
    url = "https://www.kestencourier.example/1"
    assert of_page(["Owner Holding", "Kesten Courier"], None, url) == "Kesten Courier"
    assert of_page(["Owner Holding"], "Harbour dredged again | Kesten Courier", url) == "Kesten Courier"
    assert of_page(["Owner Holding"], "Harbour dredged again", url) == "kestencourier.example"
    assert of_page(["Owner Holding"], None, None) == "Owner Holding"
    assert of_page([], None, None) is None


def test_a_name_before_the_headline_in_the_title_counts_if_it_fits_the_host() -> None:
    url = "https://kestencourier.example/a"
    assert of_page([], "Kesten Courier | A ship sinks off the coast", url) == "Kesten Courier"
    assert of_page([], "A ship sinks | Harbour", url) == "kestencourier.example"


def test_a_single_word_that_the_outlets_name_begins_with_is_it_cut_short() -> None:
    assert people(["Kesten", "Ana Orr"], ["Kesten & Sons"], "https://kestensons.example/a") == ["Ana Orr"]


def test_people_are_the_bylines_that_do_not_name_the_outlet() -> None:
    url = "https://www.kestencourier.example/1"
    bylines = [
        "Kesten Courier",
        "Ana Orr",
        "The Courier",
        "kestencourier.example",
        "Courier (www.courier.example)",
        "No Author",
    ]
    assert people(bylines, ["The Courier"], url) == ["Ana Orr"]
    assert people(["Courier staff", "M. Orr", "AP"], ["The Courier"], url) == ["Courier staff", "M. Orr", "AP"]
    assert people([], [], None) == []


@pytest.mark.parametrize("url", [None, "", "nonsense", "http://[", "file:///x", "https://web.archive.org/web/1/x"])
def test_addresses_without_a_host_of_their_own_give_none(url: str | None) -> None:
    assert host_of(url) is None


@given(st.lists(st.text(max_size=80), max_size=8), st.text(max_size=60))
def test_no_lines_at_all_raise(lines: list[str], headline: str) -> None:
    outlet(lines, headline, lines)
    for line in lines:
        canonical(line)
        owner_in(line)


BODY = "Kesten dredges its harbour again"


def test_what_an_outlet_says_of_itself_names_it_together_with_its_address() -> None:
    furniture = ["Om KTN", "Kontakt KTN", "Jobb i KTN", "Sport", "tips@ktn.example"]
    assert outlet([BODY], BODY, furniture) == "KTN"
    assert outlet([BODY], BODY, ["About Cookies", "Contact Sales", "Sport"]) is None


def test_a_masthead_that_returns_names_a_newspaper_unless_there_are_several() -> None:
    assert outlet([BODY], BODY, ["Kesten Gazette", "Sport", "Kesten Gazette"]) == "Kesten Gazette"
    sisters = ["Kesten Gazette", "Bay Chronicle"]
    assert outlet([BODY], BODY, [*sisters, "Sport", *sisters]) is None


@pytest.mark.parametrize("behind", [" – KTN – 13.06.2023", " – KTN – 2023-06-13", " - KTN | 6/13/2023"])
def test_a_day_behind_the_outlets_name_in_a_title_hides_it_not(behind: str) -> None:
    furniture = ["Sport", "© 2023 KTN"]
    assert outlet([f"{BODY}{behind}"], BODY, furniture) == "KTN"


def test_an_owner_whom_the_title_names_behind_the_headline_is_the_outlet() -> None:
    assert outlet([f"{BODY}, weekly Bay Watch, 13.06.2023"], BODY, ["Sport", "© Bay Watch | Imprint"]) == "Bay Watch"
    assert outlet([BODY], BODY, ["Sport", "© Bay Watch | Imprint"]) is None


def test_a_name_before_the_sign_of_copyright_owns_the_page() -> None:
    assert owner_in("Daily Bay © All rights reserved") == "Daily Bay"


def test_a_short_name_is_not_found_within_words() -> None:
    title = "Nordwind turns off Kesten's lights"
    assert outlet([f"{title} – DW – 13.06.2023"], title, ["Sport", "© 2023 DW"]) == "Deutsche Welle"
