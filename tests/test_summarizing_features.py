"""reader.summarizing.features: what a sentence is like, and what it leans on."""

from __future__ import annotations

import pytest

from reader.summarizing.features import describe


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He left the port.", "en"),
        ("On Monday he left the port.", "en"),
        ("After this the port closed.", "en"),
        ("Asked where, she pointed at the wall.", "en"),
        ("In a statement released on Tuesday, he said so.", "en"),
        ("“We have lost the wall and two of the cranes.”", "en"),
        ("Det lukkede havnen.", "da"),
        ("उन्होंने बंदरगाह बंद किया।", "hi"),
        ("その港は閉まった。", "ja"),
        ("Katanya, pelabuhan ditutup.", "ms"),
    ],
)
def test_what_stands_for_somebody_named_before_leans(text: str, language: str) -> None:
    assert describe(["The port of Alder has closed.", text], language)[1].pronoun > 0


@pytest.mark.parametrize(
    "text",
    [
        "(The council had said so before.)",
        "On top of that, the port stays closed.",
        "But the port stays closed.",
        "Which is why the port stays closed.",
    ],
)
def test_what_goes_on_from_the_sentence_before_leans(text: str) -> None:
    assert describe([text])[0].connective == 1.0
    assert describe(["Poole and the council watch the wall above the port, which left them cold."])[0].leans == 0.0


def test_a_month_dates_a_sentence_and_does_not_tie_it_to_another() -> None:
    texts = ["Earlier this month the port closed.", "Earlier the port had closed."]
    assert [describe([text])[0].connective for text in texts] == [0.0, 1.0]
    assert [describe([text])[0].pronoun for text in ("This year's storms were short.", "This is short.")] == [0.0, 1.0]
    assert describe(["Diese Woche ruht der Hafen."], "de")[0].pronoun == 0.0


def test_whom_a_sentence_has_named_itself_it_may_go_on_about() -> None:
    texts = ["In the port of alder, it rained.", "Alder builds walls, it also mends boats."]
    assert [describe([text])[0].pronoun > 0 for text in texts] == [True, False]


def test_who_is_quoted_without_a_name_leans_on_the_sentence_before() -> None:
    texts = [
        '"The wall did not even wake up," he said.',
        '"No," Poole said.',
        "“We have lost the wall,” said the mayor.",
        "“We have lost the wall,” he says, on the steps of the Custom House in Alder.",
    ]
    assert [unit.pronoun > 0 for unit in describe(texts)] == [True, False, False, True]


def test_in_scripts_without_blanks_a_sentence_is_as_long_as_its_words() -> None:
    text = "港口的起重机停了九个星期，议会说零件正在路上，码头工人说没有人等它们，市长说港口将在两周后开放。" * 2
    assert 30 < describe([text], "zh")[0].length < 50


def test_french_points_back_with_a_word_of_one_letter() -> None:
    assert describe(["C’est pourtant un gobie."], "fr")[0].pronoun == 1.0


@pytest.mark.parametrize(
    ("text", "language", "leans"),
    [
        ("Das Parlament in Alder stimmte am Montag ab.", "de", 0.0),
        ("Das norrische Parlament stimmte am Montag ab.", "de", 0.0),
        ("Das sagte Bürgermeisterin Anna Pohl am Montag.", "de", 1.0),
        ("Dies entspricht einem Viertel der Stadt.", "de", 1.0),
        ("Het kabinet van Alder stemt maandag.", "nl", 0.0),
        ("Het is de derde keer.", "nl", 1.0),
        ("Den norske havnen er stengt.", "no", 0.0),
        ("Det sier ordføreren i Alder.", "no", 1.0),
        ("Det nya hamnkontoret öppnar i maj.", "sv", 0.0),
    ],
)
def test_an_article_stands_for_nothing(text: str, language: str, leans: float) -> None:
    assert describe([text], language)[0].leans == leans
