"""Bare texts keep every line of their text, however short, and give up nothing but what names itself furniture."""

from __future__ import annotations

import pytest
from conftest import COMET, COMMENT_FORM

from reader.article import Article, RawDocument
from reader.cleaning import clean

TOLD = {
    "English": (
        "The comet came back early",
        [
            "The comet Hallam-Ito returned on Thursday, a day before the tables said it would.",
            '"It is a very small push," said Mira Olsen, "but it has had seventy years to add up."',
            "It will be visible until June.",
        ],
    ),
    "German": (
        "Der Kran bleibt stehen",
        [
            "Der alte Kran am Nordkai bleibt stehen.",
            "Das hat der Rat am Dienstag entschieden. „Er gehört zu uns“, sagte die Bürgermeisterin.",
            "Die Kosten trägt der Hafen.",
        ],
    ),
    "French": (
        "Le pont rouvre lundi",
        [
            "Le pont de la Sallow rouvrira lundi.",
            "« Nous avons attendu trois ans », a dit la maire, Odile Carmin.",
            "Les camions devront encore faire le détour.",
        ],
    ),
    "Spanish": (
        "El gallo gana otra vez",
        [
            "El gallo del muelle volvió a cantar antes que la sirena.",
            "—Es puntual —dijo el guardamuelles—. Más que yo.",
            "Nadie sabe quién le dio cuerda.",
        ],
    ),
    "Russian": (
        "Мост снова открыт",
        [
            "Мост через Ленну снова открыт.",
            "«Мы ждали три года», — сказал глава района.",
            "Грузовикам придётся подождать до осени.",
        ],
    ),
    "Turkish": (
        "Köprü yeniden açıldı",
        [
            "Köprü pazartesi günü yeniden açıldı.",
            'Belediye başkanı, "Üç yıl bekledik" dedi.',
            "Kamyonlar sonbahara kadar bekleyecek.",
        ],
    ),
    "Polish": (
        "Most znów otwarty",
        [
            "Most nad Lenną jest znów otwarty.",
            "„Czekaliśmy trzy lata” – powiedziała burmistrz.",
            "Ciężarówki muszą poczekać do jesieni.",
        ],
    ),
    "Chinese": (
        "大桥重新开放",
        ["大桥星期一重新开放。", "市长说：“我们等了三年。”", "卡车要等到秋天。"],
    ),
    "Japanese": (
        "橋が再び開通",
        ["橋は月曜日に再び開通した。", "市長は「三年待った」と話した。", "トラックは秋まで待つことになる。"],
    ),
    "Arabic": (
        "الجسر يفتح من جديد",
        [
            "فتح الجسر أبوابه يوم الاثنين.",
            "وقال رئيس البلدية: «انتظرنا ثلاث سنوات».",
            "على الشاحنات أن تنتظر حتى الخريف.",
        ],
    ),
    "Hindi": (
        "पुल फिर खुला",
        ["पुल सोमवार को फिर खुल गया।", 'मेयर ने कहा, "हमने तीन साल इंतज़ार किया।"', "ट्रकों को शरद तक रुकना होगा।"],
    ),
}

FORMS = {
    "a letter": [
        "Dear editor,",
        "I have lived in Brenn for sixty years and never seen the fountain dry.",
        "Last week it was dry. I went to look, and so did everybody else.",
        "Somebody had turned it off.",
        "Yours sincerely,",
        "Agnes Holt",
    ],
    "a poem": [
        "Old iron, you have kept the bay",
        "for all the boats that went away,",
        "and those that came again at night",
        "found nothing but your small red light.",
    ],
    "a transcript": [
        "ANNA: How much barley did you use?",
        "COOK: Enough.",
        "ANNA: For how many?",
        "COOK: For those who came. The others had bread.",
        "ANNA: Thank you.",
    ],
    "questions and answers": [
        "When did you start?",
        "In 1974. The light was still oil.",
        "What do you miss?",
        "The noise.",
    ],
    "a recipe": [
        "It feeds six.",
        "Ingredients",
        "200 g pearl barley",
        "4 leeks",
        "2 litres of water",
        "Soak the barley overnight.",
        "Cut the vegetables small and sweat them for ten minutes.",
        "Add everything and wait two hours.",
    ],
    "facts": [
        "Length: 310 metres",
        "Built: 1931",
        "Cost: 4 million crowns",
        "Closed for repairs: three years",
    ],
    "a numbered list": ["1. Fold it in half.", "2. Fold it again.", "3. Give up and put it on your knees."],
    "results": [
        "Brenn 3, Sallow 1",
        "Hallowick 0, Kesten 0",
        "Elswyth 2, Wolkenau 2",
        "The next round is on Saturday.",
    ],
    "nothing but quotations": [
        '"We have time."',
        '"They do not."',
        '"The bananas do not either," said the harbour master.',
    ],
    "a message": [
        "Hi all,",
        "the meeting is at six, not at five.",
        "Bring the minutes and your own chair.",
        "Thanks, Tom",
    ],
    "words that menus have, too": [
        "Admission is free on Sundays.",
        "Subscribe to nothing, says the director, and come when you like.",
        "Contact with the exhibits is allowed.",
        "Photos are not.",
    ],
    "two sentences": ["The goose is back.", "It will not say where it has been."],
}


def article(text: str) -> Article:
    return clean(RawDocument(identity="x", text=text))


def kept(text: str) -> list[str]:
    return [paragraph.text for paragraph in article(text).paragraphs]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["a line each", "empty lines between"])
@pytest.mark.parametrize("language", TOLD)
def test_a_short_note_in_any_language_keeps_every_paragraph(language: str, gap: str) -> None:
    headline, paragraphs = TOLD[language]
    found = article(headline + "\n\n" + gap.join(paragraphs))
    assert found.text.split("\n\n") == paragraphs
    assert found.headline == headline


@pytest.mark.parametrize("language", TOLD)
def test_without_a_headline_the_first_sentence_is_text(language: str) -> None:
    paragraphs = TOLD[language][1]
    assert article("\n\n".join(paragraphs)).text.split("\n\n") == paragraphs


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["a line each", "empty lines between"])
@pytest.mark.parametrize("form", FORMS)
def test_every_line_of_a_plain_text_is_kept(form: str, gap: str) -> None:
    lines = FORMS[form]
    assert kept(gap.join(lines)) == lines
    under = article("What happened in Brenn\n\n" + gap.join(lines))
    assert [p.text for p in under.paragraphs][-len(lines) :] == lines
    assert under.removed == ()


@pytest.mark.parametrize("form", [COMMENT_FORM, "\n\nAdvertisement\n", "\n\n© 2024 The Brenn Herald\n", ""])
def test_a_note_with_a_form_under_it_keeps_its_three_paragraphs(form: str) -> None:
    found = article(COMET + form)
    assert found.text.split("\n\n") == [line for line in COMET.split("\n")[4:] if line]
    assert found.headline == "The comet that came back a day early"
    assert str(found.published) == "2024-05-03"
    assert {piece.text for piece in found.removed} == {"3 May 2024", *(line for line in form.split("\n") if line)}


def test_one_paragraph_alone_is_the_text() -> None:
    line = "The hum that kept Hallowick awake for three weeks stopped on Sunday night. Nobody cheered."
    assert article(line).text == line
    assert article("The hum has stopped\n\n" + line).text == line


def test_date_and_byline_of_a_note_are_not_text() -> None:
    found = article("Strike ends\n\nBy Jane Roe\n15 May 2024\n\nThe strike is over.\n\nWork starts at six.")
    assert found.text == "The strike is over.\n\nWork starts at six."
    assert (found.byline, str(found.published)) == ("Jane Roe", "2024-05-15")


def test_a_menu_is_no_note() -> None:
    assert article("Home\nNews\nSport\nContact\nSearch").text == ""
    found = article("Home\nNews\nContact\n\n" + COMET + "\n\nMore news\n\nRelated stories\n\nBridge open")
    assert not {"Home", "News", "Contact", "Bridge open"} & set(found.text.split("\n\n"))


def test_the_items_of_a_list_headed_see_also_go_with_its_head() -> None:
    paragraphs = before, after = (
        "The council of the harbour town of Kesten has decided to keep the old crane on the northern quay for ten years.",
        "Several members wanted to sell the iron, because the price had doubled within a year, but they were outvoted.",
    )
    links = "  * See also:\n      * How a mountain town fell in love with salt"
    found = article(f"Kesten keeps its crane\n\n{before}\n\n{links}\n\n{after}\n\n© 2024 Kesten Courier")
    assert found.text.split("\n\n") == list(paragraphs)


PROSE = [
    "The town council of Kesten decided on Monday evening that the old ferry pier will be pulled down before the winter.",
    "Divers found in May that nine of its forty piles have been eaten through by worms, and three more are loose.",
    "The owners of the two boats that still moor there have asked for places in the new harbour on the other bank.",
]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["3 Minuten Lesezeit", "Artikel anhören"], ["Aus dem Archiv", "Neue Fähre für Kesten", "Zu den Kommentaren"]),
        ([], ["Aus dem Archiv:", "Neue Fähre für Kesten"]), (["あとで読む"], ["あわせて読みたい", "注目の記事"]),
    ],
)  # fmt: skip
def test_short_lines_around_the_paragraphs_of_a_text_are_none_of_it(above: list[str], below: list[str]) -> None:
    article = clean(RawDocument(text="\n\n".join(["Kesten loses its pier", *above, *PROSE, *below]), identity="x"))
    assert [paragraph.text for paragraph in article.paragraphs] == [
        *PROSE,
        *(line for line in below if line[-1] == ":"),
    ]


def test_an_item_or_a_sentence_under_the_paragraphs_is_text() -> None:
    told = [
        "What remains to be done",
        "1. The piles are drawn in October.",
        "The boats must be gone by then, says the council.",
    ]
    article = clean(RawDocument(text="\n\n".join(["Kesten loses its pier", *PROSE, *told]), identity="x"))
    assert article.text.endswith(told[-1])


@pytest.mark.parametrize("title", ["“We have time”, says the harbour master", "# Kesten loses its pier"])
def test_a_headline_may_begin_with_a_quotation_or_the_mark_of_a_heading(title: str) -> None:
    assert clean(RawDocument(text="\n\n".join([title, *PROSE]), identity="x")).headline == title.removeprefix("# ")
