"""Which date is the day of publication, and what is left open."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from reader.cleaning.input.text_lines import split
from reader.cleaning.metadata.datelines import find_dateline
from reader.cleaning.metadata.dates import publication
from reader.cleaning.metadata.hosts import zone_of_country

BODY = (
    "The harbour of Kesten will be dredged again next year, the council said after long talks that went on all night."
)
TODAY = date(2024, 6, 1)


def dated(
    *above: str, below: tuple[str, ...] = (), headline: str = "Kesten dredges its harbour again", latest: date = TODAY
) -> object:
    lines = split([*above, BODY, BODY.replace("next", "the coming"), *below])
    body = [line.text.startswith("The harbour of Kesten") for line in lines]
    top = next((i for i, line in enumerate(lines) if line.text == headline), None)
    return publication.of_lines(lines, body, top, latest, "en")[0].published


HEADLINE = "Kesten dredges its harbour again"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ((HEADLINE, "17 Nov, 2022 10:37"), datetime(2022, 11, 17, 10, 37)),
        ((HEADLINE, "Published 17 November 2022 | Updated 19 November 2022"), date(2022, 11, 17)),
        ((HEADLINE, "Aktualisiert: 19.11.2022 Veröffentlicht: 17.11.2022"), date(2022, 11, 17)),
        ((HEADLINE, "Stand: 19.11.2022, 9:00 Uhr | Veröffentlicht: 17.11.2022"), date(2022, 11, 17)),
        ((HEADLINE, "Stand: 17.11.2022"), date(2022, 11, 17)),
        (("Home", "News", "", "Thursday, 17 November 2022", "", HEADLINE), date(2022, 11, 17)),
        ((HEADLINE, "By Ana Orr, Kesten Courier, November 17, 2022"), date(2022, 11, 17)),
        (("17 Nov, 2022", "Home", HEADLINE), date(2022, 11, 17)),
        ((f"{HEADLINE} – Courier – 17.11.2022", "Menu", HEADLINE), date(2022, 11, 17)),
    ],
)
def test_a_date_line_near_the_headline_is_the_day_of_publication(above: tuple[str, ...], expected: object) -> None:
    assert dated(*above) == expected


@pytest.mark.parametrize(
    "above",
    [
        (HEADLINE, "Updated 19 November 2022"),
        (HEADLINE, "17 Nov 2031"),
        (HEADLINE, "7/11/2022 was the day on which the old crane of the northern quay fell into the harbour"),
        (HEADLINE, "The crane on the northern quay as it stood after the storm of 17 November 2022"),
        (HEADLINE, "Week of 14 - 20 January 2022"),
        (HEADLINE, "Photo taken June 3, 2019"),
        (HEADLINE, "The quay, June 3, 2019 (AP Photo/Ann Lee)"),
        (HEADLINE, "Event date: 4 May 2023"),
        (HEADLINE, "On this day: 5 March 1987"),
        (HEADLINE, "Mis à jour le 6 mars 2024"),
        ("Last visit: 7 August 2023", HEADLINE),
        ("Gold price 4 April 2023: 1,980", HEADLINE),
        ("Home", "News", "Sunday, 6 August 2023", HEADLINE),
        (HEADLINE,),
    ],
)
def test_other_dates_are_not(above: tuple[str, ...]) -> None:
    assert dated(*above) is None


def test_dates_under_the_text_count_only_with_a_word_for_publishing() -> None:
    assert dated(HEADLINE, below=("Correction: December 4, 2022",)) is None
    assert dated(HEADLINE, below=("First published: December 4, 2022",)) == date(2022, 12, 4)


def of_dateline(text: str, latest: date = TODAY) -> publication.Dating:
    return publication.of_dateline(find_dateline(text), text, latest)


def test_a_weekday_in_the_first_sentence_gives_the_newest_fitting_year() -> None:
    text = "KESTEN, November 7. /TASS/. The port is closed, spokeswoman Ilsa Morrow told reporters on Monday."
    assert of_dateline(text).published == date(2022, 11, 7)
    assert of_dateline(text).certainty == "inferred"
    assert of_dateline(text, date(2022, 11, 6)).published == date(2016, 11, 7)


@pytest.mark.parametrize(
    "text",
    [
        "КЕСТЕН, 7 ноября. /ТАСС/. Порт закрыт, сообщил журналистам в понедельник капитан порта Оле Брандт.",
        "Кестен, 7 листопада (Укрінформ) - Порт закрито, повідомив у понеділок капітан порту Оле Брандт.",
        "KESTEN, 7. November (dpa) - Der Hafen ist geschlossen, sagte der Hafenmeister Ole Brandt am Montag.",
        "KESTEN, 7 november (ANP) - De haven is gesloten, zei havenmeester Ole Brandt maandag.",
        "KESTEN, 7 november (TT) - Hamnen är stängd, sade hamnkapten Ole Brandt på måndagen.",
        "KESTEN, 7 nov (EFE).- El puerto está cerrado, dijo el lunes el capitán Ole Brandt.",
        "Kesten, 7 listopada (PAP) - Port jest zamknięty, powiedział w poniedziałek kapitan Ole Brandt.",
    ],
)
def test_the_weekday_speaks_in_many_languages(text: str) -> None:
    assert of_dateline(text).published == date(2022, 11, 7)


def test_years_in_the_text_bound_the_inferred_one() -> None:
    text = "KESTEN, November 7. /TASS/. The port is closed, Ilsa Morrow said on Monday. It was built in 2016 by two brothers."
    assert of_dateline(text).published == date(2016, 11, 7)
    assert of_dateline(text.replace("2016", "2019")).published == date(2022, 11, 7)
    assert of_dateline(text.replace("2016", "2023")).day_and_month == "--11-07"


@pytest.mark.parametrize(
    "sentence",
    [
        "The port is closed, the Courier reported on Saturday.",
        "The port is closed.",
        "The port closed on Monday, the Courier wrote.",
        "The harbour master said late on Monday that the port was closed.",
        "The harbour master said on Monday night that the port was closed.",
        "The harbour master said that talks would resume on Monday.",
        "The harbour master announced a meeting with the dockers on Monday.",
        "Crews who were told to stay at home on Monday came all the same.",
        "Капитан порта сообщил, что в понедельник порт откроют.",
        "The dockers announced Monday walkouts.",
        "The harbour master said the strike begins Monday.",
        "The harbour master said last Monday that the port was closed.",
        "El capitán del puerto dijo el lunes pasado que estaba cerrado.",
    ],
)
def test_without_a_speaking_weekday_the_year_stays_open(sentence: str) -> None:
    found = of_dateline(f"KESTEN, November 7. /TASS/. {sentence}")
    assert (found.published, found.day_and_month, found.certainty) == (None, "--11-07", "unknown")


def test_tags_in_utc_give_way_to_the_outlets_own_day() -> None:
    said = datetime(2022, 5, 4, 3, 37, tzinfo=timezone.utc)
    nothing = publication.Dating()
    assert publication.of_tags([said], [], nothing, None).published == said
    assert publication.of_tags([said], [], nothing, date(2022, 5, 3)).published == date(2022, 5, 3)
    assert publication.of_tags([said], [], publication.Dating(date(2022, 5, 3), "stated"), None).published == date(
        2022, 5, 3
    )
    assert (
        publication.of_tags([said], [], publication.Dating(date(2022, 5, 4), "stated"), date(2022, 5, 3)).published
        == said
    )
    local = datetime.fromisoformat("2022-05-03T23:37:00-04:00")
    shown = publication.of_tags([said], [local], nothing, None).published
    assert shown is not None
    assert shown.isoformat() == local.isoformat()


def test_links_to_the_articles_before_and_after_date_nothing() -> None:
    assert dated(HEADLINE, "« The week in cranes - 7 November 2022 | Main") is None


def test_what_stands_under_every_comment_dates_nothing() -> None:
    own = "Posted by: Ana Orr | 17 November 2022"
    assert dated(HEADLINE, below=(own,)) == date(2022, 11, 17)
    assert dated(HEADLINE, below=(own, "I saw it.", "Posted by: Ole Brandt | 19 November 2022")) is None


def test_of_several_days_in_the_tags_the_one_that_the_page_shows_counts() -> None:
    said = [datetime(2023, 11, 3, 10, 25, tzinfo=timezone.utc), datetime(2023, 11, 6, 14, 25, tzinfo=timezone.utc)]
    assert publication.of_tags(said, [], publication.Dating(), None).published == said[0]
    assert publication.of_tags(said, [], publication.Dating(date(2023, 11, 6), "stated"), None).published == said[1]
    assert publication.of_tags(said, [], publication.Dating(date(2023, 11, 6), "inferred"), None).published == said[0]


def test_tags_that_are_all_later_than_the_day_shown_tell_of_something_else() -> None:
    shown = date(2022, 3, 9)
    assert publication.outdated([date(2022, 11, 17)], [date(2022, 11, 18)], shown)
    assert not publication.outdated([date(2022, 11, 17)], [date(2022, 3, 9)], shown)  # a tag knows that day
    assert not publication.outdated([date(2022, 3, 10)], [], shown)  # zones
    assert not publication.outdated([date(2022, 3, 1)], [], shown)  # shown is the later one: a change


def test_the_day_at_the_end_of_a_title_is_that_of_the_page() -> None:
    assert publication.of_title("The harbour is dredged again | News | KC | 17.11.2022", TODAY) == date(2022, 11, 17)
    assert publication.of_title("The harbour is dredged again | News | KC | 17.11.2032", TODAY) is None
    assert publication.of_title("What the harbour looked like on 17 November 2022", TODAY) is None
    assert publication.of_title(None, TODAY) is None


def test_times_in_utc_are_told_in_the_zone_of_the_outlets_country() -> None:
    said = datetime(2022, 5, 4, 2, 41, tzinfo=timezone.utc)
    shown = publication.of_tags(
        [said], [], publication.Dating(), None, zone_of_country("https://diario.example.bo/1")
    ).published
    assert isinstance(shown, datetime)
    assert shown == said
    assert shown.date() == date(2022, 5, 3)
    assert zone_of_country("https://courier.example/1") is None
    assert zone_of_country(None) is None


def test_addresses_give_days() -> None:
    assert publication.of_address("https://courier.example/2022/11/17/crane") == date(2022, 11, 17)
    assert publication.of_address("https://courier.example/crane-20221117.html") == date(2022, 11, 17)
    assert publication.of_address("https://courier.example/1234567890") is None
    assert publication.of_address(None) is None


def test_the_end_of_the_text_may_say_when_it_was_first_published() -> None:
    below = ("KTN (Kesten) First published February 1, 2016: 1:28 AM ET",)
    assert dated(HEADLINE, below=below) == datetime(2016, 2, 1, 1, 28)


def test_the_day_of_first_publication_counts_before_the_one_beside_the_headline() -> None:
    below = ("This article was originally published on 26 Sep 2019 but has been kept up since.",)
    assert dated(HEADLINE, "30 Sep 2022", below=below) == date(2019, 9, 26)


def test_a_day_at_the_end_of_the_title_counts_however_far_above_the_headline() -> None:
    menus = (
        tuple(
            f"Menu {word}" for word in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        )
        * 3
    )
    title = f"{HEADLINE} after long talks – KTN – 17.11.2022"
    assert dated(title, *menus, HEADLINE) == date(2022, 11, 17)
