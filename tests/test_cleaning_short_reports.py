"""Short reports among menus, live blogs, endings and lists: what is text is kept though little speaks for it."""

from __future__ import annotations

import pytest

import reader

FOUR = {
    "English": (
        "Home World Sport Culture",
        "New bridge opens over the Silver",
        "The new bridge over the Silver opened to traffic on Monday after four years of work, the town hall said.",
        "It is 640 metres long and cost 32 million crowns, half of it paid by the state and half by the three towns.",
        '"We have waited twenty years for this day," said the mayor, Igor Valukhin, who had come on a bicycle.',
        "The old wooden bridge will be kept for people on foot.",
    ),
    "Ukrainian": (
        "Новини Політика Спорт Культура",
        "Через Срібну відкрили новий міст",
        "Новий міст через Срібну відкрили для руху в понеділок після чотирьох років робіт, повідомила міська рада.",
        "Його довжина становить 640 метрів, а коштував він 32 мільйони крон, половину з яких заплатила держава.",
        "«Ми чекали на цей день двадцять років», — сказав міський голова, який приїхав на велосипеді.",
        "Старий дерев'яний міст залишать для пішоходів.",
    ),
    "Greek": (
        "Αρχική Πολιτική Αθλητικά Πολιτισμός",
        "Άνοιξε η νέα γέφυρα στον Ασημένιο",
        "Η νέα γέφυρα του Ασημένιου άνοιξε τη Δευτέρα για την κυκλοφορία μετά από τέσσερα χρόνια έργων, είπε ο δήμος.",
        "Έχει μήκος 640 μέτρα και κόστισε 32 εκατομμύρια κορόνες, τις μισές από τις οποίες πλήρωσε το κράτος.",
        "«Περιμέναμε αυτή τη μέρα είκοσι χρόνια», είπε ο δήμαρχος, που είχε έρθει με το ποδήλατο.",
        "Η παλιά ξύλινη γέφυρα θα μείνει για τους πεζούς.",
    ),
    "Swedish": (
        "Hem Nyheter Sport Kultur",
        "Ny bro över Silverån öppnad",
        "Den nya bron över Silverån öppnades för trafik på måndagen efter fyra års arbete, meddelar kommunen.",
        "Bron är 640 meter lång och kostade 32 miljoner kronor, varav staten betalade hälften och byarna resten.",
        "”Vi har väntat på den här dagen i tjugo år”, säger borgmästaren, som hade kommit på cykel.",
        "Den gamla träbron blir kvar för dem som går.",
    ),
}


@pytest.mark.parametrize("language", FOUR)
def test_a_short_report_under_a_menu_is_found_with_its_headline_and_date(language: str) -> None:
    menu, headline, *text = FOUR[language]
    found = reader.clean("\n".join([*menu.split(), headline, "2022-11-07 12:30", *text]), kind="text")
    assert found.text.split("\n\n") == text
    assert found.headline == headline
    assert str(found.published) == "2022-11-07 12:30:00"


POSTS = [
    "About 6,000 homes in Dunmere have had their electricity restored, Northern Grid says. A further 34,000 are cut off.",
    "A man has died after a tree fell on his car near Ashby Cross, police have confirmed. He was travelling alone.",
    "The bridge over the Tarn has been closed to all traffic. High-sided vehicles are being turned back at Leck.",
    "It is hard to stand up. The lower part of the high street is under about two feet of water, our reporter says.",
]


@pytest.mark.parametrize("clock", ["17.28 GMT", "17:28", "5:28 pm", "17:28 Uhr", "17h28"])
@pytest.mark.parametrize("button", [[], ["Share"]])
def test_the_posts_of_a_live_blog_are_text_and_their_times_are_not(clock: str, button: list[str]) -> None:
    top = ["Home", "News", "Sport", "Storm Ingrid live: 40,000 homes without power", "18 February 2023"]
    posts = [line for post in POSTS for line in (clock, post, *button)]
    found = reader.clean("\n".join([*top, *posts, "Terms", "Privacy policy"]), kind="text")
    assert found.text.split("\n\n") == POSTS
    assert str(found.published) == "2023-02-18"


def test_times_over_comments_make_them_no_posts() -> None:
    thread = [
        line for k in range(8) for line in (f"Jan Holm{k}", f"1{k}:28", "I have been saying this for years!", "Reply")
    ]
    article = ["Home", "News", "Sport", "Kesten dredges its harbour again", *POSTS, "8 Comments", *thread]
    assert reader.clean("\n".join(article), kind="text").text.split("\n\n") == POSTS


def test_a_ticker_is_no_live_blog() -> None:
    items = [(f"1{k}:28", f"Council speaks of bridge number {k}", POSTS[k]) for k in range(4)]
    raw = ["Latest news", "Home", "World", "Sport", *(line for item in items for line in item), "Imprint", "Contact"]
    assert reader.clean("\n".join(raw), kind="text").text == ""


def test_a_letter_keeps_what_stands_over_it() -> None:
    top = ["Jane Roe", "12 Quay Street", "Port Elswyth", "Dear Sir,"]
    assert reader.clean("\n".join([*top, *POSTS, "Yours faithfully,"]), kind="text").text.split("\n\n")[-5:-1] == POSTS
    kept = reader.clean("\n".join([*top, *POSTS, "Yours faithfully,"]), kind="text")
    assert "Dear Sir," in kept.text


LONG = [
    "Home", "News", "Sport", "Weather", "Sign in", "Mayor resigns over sale of old tannery", "By Sue Malt",
    "The mayor of Carrow resigned on Sunday after an inquiry found that she had approved the sale of the old tannery to her "
    "brother-in-law, a builder.",
    "Odele Farrant, who had been in office since 2015, said she had made a mistake and would pay for it.",
    "The council will choose a successor on 4 May. Opposition members called for the sale to be undone, but lawyers for the "
    "city said that was not possible under the law of 1998.",
    "The tannery, empty for twenty years, was sold for one crown on 12 March 2021 to a company founded the week before.",
    "Residents who had hoped for a swimming pool on the site said they were not surprised by anything any more.",
]  # fmt: skip
BELOW = ["Share this article", "Most read", "Vicar wins raffle again", "Bypass delayed", "Privacy policy"]


SENTENCE = "The sale will be examined by a judge in June, the council said on Monday evening."


@pytest.mark.parametrize(
    "ending",
    [
        ["The case continues."],
        ['"It is over," she said.'],
        [SENTENCE],
        ["Advertisement", SENTENCE],
        [SENTENCE + " EFE"],
    ],
)
def test_an_article_may_end_on_a_short_sentence(ending: list[str]) -> None:
    found = reader.clean("\n".join([*LONG, *ending, *BELOW]), kind="text")
    assert found.text.split("\n\n")[-1] == ending[-1]
    assert "Vicar" not in found.text


def test_a_list_that_the_text_announces_belongs_to_it() -> None:
    facts = ["The tannery was sold for one crown", "The mayor knew the buyer", "The council was not told"]
    found = reader.clean("\n".join([*LONG, "What we know:", *(f"• {fact}" for fact in facts), *BELOW]), kind="text")
    assert found.text.split("\n\n")[-4:] == ["What we know:", *facts]


def test_a_recipe_keeps_its_ingredients_and_its_name() -> None:
    measures = ["1 kg de panais", "200 g de comté râpé", "30 cl de crème fraîche", "1 gousse d'ail"]
    lead = ["Un plat d'hiver qui ne coûte presque rien.", "Pour 4 personnes. Préparation : 20 min.", "Ingrédients"]
    steps = [
        "1. Préchauffer le four à 180 °C. Éplucher les panais et les couper en fines rondelles.",
        "2. Frotter le plat avec l'ail. Disposer les rondelles en couches, en salant et poivrant.",
        "3. Verser la crème, ajouter la muscade et couvrir de comté.",
        "4. Enfourner 45 minutes, jusqu'à ce que le dessus soit doré.",
    ]
    top = ["Accueil", "Recettes", "Vins", "S'abonner", "Gratin de panais au comté", "Par Élodie Marchais", "Partager"]
    below = ["Vous aimerez aussi", "Soupe de potimarron", "Tarte fine", "Mentions légales", "Gestion des cookies"]
    raw = [*top, *lead, *measures, "sel, poivre, muscade", "Préparation", *steps, *below]
    found = reader.clean("\n".join(raw), kind="text")
    assert found.headline == "Gratin de panais au comté"
    assert [line for line in found.text.split("\n\n") if line in measures] == measures


def test_a_press_release_says_so_and_keeps_its_text() -> None:
    text = [
        "CARROW, Nov. 8, 2022 /PRNewswire/ -- Kestrel Foods Inc. today announced financial results for the third quarter.",
        "Net sales rose to 412 million, up 6 percent from the year before.",
        '"We are pleased with the quarter," said Ines Albrecht, chief executive officer.',
    ]
    raw = ["PRESS RELEASE", "FOR IMMEDIATE RELEASE", "Kestrel Foods Announces Third-Quarter Results", *text]
    found = reader.clean("\n".join(raw), kind="text")
    assert found.headline == "Kestrel Foods Announces Third-Quarter Results"
    assert len(found.text.split("\n\n")) == 3
    assert [cut.rule for cut in found.removed] == ["kicker", "kicker"]


def test_who_mailed_a_text_is_no_headline() -> None:
    found = reader.clean("\n".join(["From: wires@example.org", "", "Harbour open again", "", *LONG[-5:]]), kind="text")
    assert found.headline == "Harbour open again"
    assert found.removed[0].rule == "mail header"
