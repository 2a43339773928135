"""reader.summarizing.opening: first sentences that paint a scene or make curious, and what is announced behind them."""

from __future__ import annotations

import pytest
from test_summarizing_news import COST, GUARD, LEAD, MARCH, MOTHERS, SCENE, SHIPS, summary

from reader.summarizing import explain, rank
from reader.summarizing.features import headline_roots


def test_where_the_first_sentences_paint_a_scene_what_the_headline_announces_comes_first() -> None:
    text, headline = " ".join((*SCENE, LEAD, COST, SHIPS)), "Storm closes Port Alder harbour for two weeks"
    assert summary(*SCENE, LEAD, COST, SHIPS, headline=headline) == [LEAD, COST, SHIPS]
    assert (
        explain(text, 4, headline=headline)[0] == "tells what the headline announces, which the first sentences do not"
    )


def test_a_sentence_that_only_makes_curious_does_not_open_a_summary_if_the_next_tells_the_news() -> None:
    text = " ".join(("It's over.", LEAD, COST, SHIPS))
    assert summary("It's over.", LEAD, COST, SHIPS, headline="Storm closes Port Alder harbour") == [LEAD, COST, SHIPS]
    assert explain(text, 1, headline="Storm closes Port Alder harbour")[0].startswith("opens the article, behind")


@pytest.mark.parametrize("nothing", ["Alder closed.", "Harbour closed."])
def test_two_or_three_words_do_not_open_a_summary(nothing: str) -> None:
    assert summary(nothing, LEAD, COST, SHIPS, headline="Storm closes Port Alder harbour") == [LEAD, COST, SHIPS]


def test_a_standfirst_that_calls_by_title_who_is_introduced_behind_it_is_not_taken() -> None:
    standfirst = "Mrs. Poole was praised by the pilots for what she did for the sailors of the Adele."
    headline = "Poole closes harbour"
    assert summary(standfirst, LEAD, COST, SHIPS, headline=headline, between="\n\n") == [LEAD, COST, SHIPS]
    known = standfirst.replace("Mrs. Poole", "Mrs. Rusk")
    assert summary(known, LEAD, COST, SHIPS, headline=headline, between="\n\n")[0] == known
    scene = "Ann Poole flew to the Adele rocks on Monday to swim with the seals of the northern harbour."
    assert summary(standfirst, scene, COST, SHIPS, headline="Poole on sailors", between="\n\n")[0] == standfirst
    named = "Ann Poole left the harbour on Friday, and the pilots sang as Mrs. Poole handed over her keys."
    assert summary(named, LEAD, COST, SHIPS, headline=headline, between="\n\n")[0] == named


def test_one_word_of_the_headline_does_not_make_news_of_a_quip_behind_a_fact() -> None:
    fact = (
        "While pilots of Norra and Vesk took the quay, Mayor Ann Poole of Alder closed the northern harbour on Monday."
    )
    scene = ("The town is splitting in two.", fact, "Nobody there slept.", "The Guard of Birchhaven looked on.")
    quip = "The Lantern Games of Alder were the party before the storm, paid for by the Harbour Bank of Norra."
    told = summary(*scene, quip, SHIPS, headline="Cousins should stay away from Lantern evenings this year: Rusk")
    assert told[:2] == list(scene[:2])


def test_an_opening_with_a_name_in_it_stays_before_what_the_headline_announces() -> None:
    scene = ("Enid Harker of Cordage Street woke up on Friday because of the quiet.", *SCENE[1:])
    headline = "Storm closes Port Alder harbour for two weeks"
    assert summary(*scene, LEAD, COST, SHIPS, headline=headline) == [scene[0], LEAD, COST]


@pytest.mark.parametrize("march", [MARCH, f"But {MARCH[0].lower()}{MARCH[1:]}"])
def test_what_the_headline_announces_far_down_follows_the_first_two_sentences_of_a_scene(march: str) -> None:
    headline = "Angry parents march for schools that do not leak"
    assert summary(*MOTHERS, march, COST, headline=headline) == [*MOTHERS[:2], march]
    assert explain(" ".join((*MOTHERS, march, COST)), 4, headline=headline)[0].startswith("tells what the headline")


def test_what_the_headline_announces_is_not_told_twice() -> None:
    said = "Parents march from Norra to Birchhaven with 300 drums and a choir of children."
    again = "The march of parents with 300 drums and a choir of children went from Norra to Birchhaven on Monday."
    headline = "Schools leak, parents march from Norra"
    assert again not in summary(MOTHERS[0], said, MOTHERS[2], MOTHERS[3], again, COST, headline=headline)


@pytest.mark.parametrize(
    ("language", "headline", "scene", "nut"),
    [
        (
            "de",
            "Eltern protestieren gegen undichte Schulen",
            "Enid Harker mag den Chor am Hafen, in dem ihre Tochter singt. Unter dem Dach stehen dort elf alte Stühle. Im "
            "Winter fiel der Regen auf die Noten. Niemand kam mit einer Leiter.",
            "Mehr als zehntausend Eltern zogen für Schulen ohne Löcher im Dach durch die Straßen, wie später gesagt wurde.",
        ),
        (
            "fr",
            "Des parents manifestent contre les écoles qui fuient",
            "Enid Harker aime la chorale du port où chante sa fille. Onze vieilles chaises y attendent sous le toit. Un soir "
            "la pluie est tombée sur les partitions. Personne n’est venu avec une échelle.",
            "Plus de dix mille parents ont marché hier pour des écoles sans trous, a-t-on appris dans la soirée au port.",
        ),
        (
            "es",
            "Los padres protestan contra las escuelas con goteras",
            "A Enid Harker le gusta el coro del puerto donde canta la niña. Once sillas viejas esperan bajo el techo. Una "
            "noche la lluvia cayó sobre los papeles. Nadie vino con una escalera.",
            "Más de diez mil padres marcharon por unas escuelas sin agujeros en el techo, según se supo ya de noche.",
        ),
        (
            "ru",
            "Родители вышли на марш против школ с дырявой крышей",
            "Энид Харкер любит хор у порта, где поёт дочь. Под лестницей стоят одиннадцать старых стульев. Однажды дождь "
            "залил все ноты. Никто не пришёл с молотком.",
            "Более десяти тысяч человек, среди них родители и учителя, требовали починить крыши школ и вышли на улицы города.",
        ),
        (
            "zh",
            "家长游行抗议学校漏雨",
            "王芳喜欢港口边的合唱团。那里摆着十一把旧椅子。去年冬天雨水打湿了乐谱。没有人带梯子来。",
            "一万多名家长星期六在阿尔德港参加游行，要求市政府修好漏雨的学校，并在年底以前换掉全部屋顶。",
        ),
    ],
)
def test_what_is_announced_follows_a_scene_in_many_languages(
    language: str, headline: str, scene: str, nut: str
) -> None:
    end = "。" if language == "zh" else "."
    first = [piece.strip() + end for piece in scene.split(end) if piece.strip()]
    between = "" if language == "zh" else " "
    text = between.join((*first, nut))
    found = [s.text for s in rank(text, headline=headline, language=language).top(3).sentences]
    assert nut in found
    assert first[0] in found
    assert nut not in [s.text for s in rank(text, language=language).top(3).sentences], "without a headline"


def test_what_is_announced_may_turn_against_a_scene_but_not_follow_from_what_is_left_out() -> None:
    headline = "Parents march for dry schools in Alder"
    turns = f"But {MARCH}"
    assert summary(*MOTHERS, turns, COST, headline=headline) == [*MOTHERS[:2], turns]
    for follows in (f"Therefore {MARCH}", f"In fact {MARCH}", f"But {MARCH[:-1]}, also in the rain."):
        assert follows not in summary(*MOTHERS, follows, COST, headline=headline)


def test_what_is_announced_does_not_follow_where_it_speaks_of_what_only_a_left_out_sentence_names() -> None:
    headline, inn = "Parents march from a Port Alder inn", "Down in the town there is an inn that nobody had heard of."
    march = "The inn is called the Rope, and ten thousand parents came to march from it to Port Alder."
    assert march not in summary(*MOTHERS, inn, march, COST, headline=headline)
    assert march.replace("The inn", "One inn") in summary(
        *MOTHERS, inn, march.replace("The inn", "One inn"), COST, headline=headline
    )


DAWN = ("The leeks are washed three times.", "Otto Lund is strict about it.", "The first water takes the earth.")
WEEK = "For six days Merovia and Norra went on with their talks on the Lenna at his table in the kitchen."
FALL = "The collapse of the inn on Monday, with 900 crowns owed to the town, is being called a riddle."


def test_after_a_scene_what_happened_is_told_though_the_headline_does_not_say_it() -> None:
    scene = (
        "There is a picture of every guest.",
        "The mayor is in it, and two pilots from Alder.",
        "It hung in the hall.",
    )
    assert summary(*scene, SHIPS[:-1] + " now.", FALL, headline="Who counts the spoons?")[2] == FALL
    assert summary(*DAWN, "He is old.", WEEK, headline="The man who salted the soup") == [*DAWN[:2], WEEK]
    assert summary(*DAWN, "He is old.", WEEK) == list(DAWN), "nothing says that it is a scene"


def test_the_standfirst_announces_as_well() -> None:
    text, told = " ".join((*MOTHERS, MARCH, COST)), [*MOTHERS[:2], MARCH]
    standfirst = "Parents demand schools that do not leak"
    assert summary(*MOTHERS, MARCH, COST, headline="The choir under the roof") == list(MOTHERS[:3])
    ranking = rank(text, headline="The choir under the roof", standfirst=standfirst)
    assert [s.text for s in ranking.top(3).sentences] == told
    assert explain(text, 4, headline="The choir under the roof", standfirst=standfirst)[0].startswith("tells what")


def test_a_scene_that_leans_on_a_sentence_left_out_is_left_out_too() -> None:
    fifth = "Had Ann Poole taken the fifth, so they tell it in Norra, all might have gone well for a while."
    texts = ("It was the fourth crate in the third row.", fifth, "In the fourth was sand.", "The crane stood still.")
    assert summary(*texts, LEAD, COST, SHIPS, headline="Storm closes Port Alder harbour") == [LEAD, COST, SHIPS]


def test_what_points_back_into_a_scene_is_part_of_it() -> None:
    photograph = "There is a photograph of every visitor."
    minister = "The minister of Alder is in it, and two bankers from Port Alder, all of them smiling at one crane."
    assert summary(photograph, minister, COST, headline="Who paid for the minister's crane?")[0] == photograph


def test_a_word_of_one_letter_announces_nothing() -> None:
    title = headline_roots("Le traité à 310 signé à 5", "fr")
    assert title == {"traité", "310", "signé", "5"}


def test_what_the_headline_announces_does_not_replace_a_first_sentence_that_tells_news() -> None:
    first = "Guy Poole will this week promise 40 million crowns to the musicians of the Alder Record Company."
    cuts = "But he will also tell Norra and Vesk that 2,000 posts go, twice as many as were feared."
    late = "Alder managers are to bring the cost of a song in Norra, Vesk and Birchhaven down to 12 per cent."
    told = summary(first, cuts, SHIPS, GUARD, late, headline="Alder managers must sing for their supper")
    assert told == [first, cuts, SHIPS]


def test_a_teaser_makes_room_only_for_what_follows_it() -> None:
    texts = ("LETTERS.", "Ann Poole has a long history of blaming others for walls that broke under her.", LEAD, COST)
    assert summary(*texts, headline="Poole blames harbour storm")[:2] == [texts[1], LEAD]


def test_what_speaks_of_his_team_before_he_is_named_makes_room_for_the_sentence_that_names_him() -> None:
    texts = (
        "His team is stepping up its talks with the camp of Ann Poole.",
        "He has not sent a letter in six days.",
        "In other words, Carl Rusk is not really running for mayor any more.",
        "He still has a car, a guard and the firm belief that the town will call him.",
    )
    assert summary(*texts, SHIPS, headline="Rusk scripts his last week") == [texts[2], texts[3], SHIPS]
    his = "He may not be mayor any more, but Carl Rusk has a lot to smile about in Port Alder these days."
    assert summary(his, *texts[2:], headline="Rusk scripts his last week")[0] == his


def test_a_standfirst_of_what_they_say_makes_room_for_a_first_sentence_that_stands() -> None:
    they = "Unless the town builds a better wall, they say, the harbour will be closed again and again."
    assert summary(they, LEAD, COST, SHIPS) == [LEAD, COST, SHIPS]


@pytest.mark.parametrize(
    "first",
    [
        "It had all the drama of a night at sea, with two sailors and a dog on a rock in the wind.",
        "The move came after a night of wind in which two sailors and a dog sat on a rock.",
        "Poole also spoke of the pilots, of two sailors and of a dog on a rock in the wind.",
        "Another 113 sailors were rescued from a rock in the wind, pilots said, and with them a dog.",
    ],
)
def test_where_the_lead_is_lost_the_sentence_that_tells_the_news_opens_the_summary(first: str) -> None:
    headline = "Storm closes Port Alder harbour"
    assert summary(first, LEAD, COST, SHIPS, headline=headline) == [LEAD, COST, SHIPS]
    assert summary(first, COST, SHIPS, GUARD, headline=headline)[0] == first, "none behind it tells the news"


@pytest.mark.parametrize("heading", ["Letters.", "In her recording,."])
def test_a_heading_of_a_few_words_does_not_open_a_summary(heading: str) -> None:
    assert summary(heading, LEAD, COST, SHIPS, headline="What we read", between="\n\n") == [LEAD, COST, SHIPS]


def test_a_first_sentence_worded_as_a_caption_makes_room_for_the_news() -> None:
    headline, shown = "Storm closes Port Alder harbour", "Mayor Ann Poole hugs a sailor of the Adele on the quay."
    assert summary(shown, LEAD, COST, SHIPS, headline=headline) == [LEAD, COST, SHIPS]


def test_what_stands_behind_a_dateline_further_down_is_the_lead() -> None:
    above = ("A folder found in the old office of the harbour.", "Not only the wall is to blame for what happened.")
    headline = "Storm closes Port Alder harbour"
    for dateline in ("PORT ALDER, May 3 (Own Wire) - ", "(Port Alder) – ", "PUBLISHED: MONDAY, MAY 3, 2013, 10:34 PM "):
        told = summary(*above, f"{dateline}{LEAD}", COST, SHIPS, headline=headline, between="\n\n")
        assert told == [LEAD, COST, SHIPS], dateline
    standfirst = "Storm closes the harbour of Port Alder for two weeks, the council said on Monday in Alder."
    assert summary(standfirst, f"ALDER - {SHIPS}", COST, headline=headline, between="\n\n")[0] == standfirst
    text = "\n\n".join((*above, f"PORT ALDER - {LEAD}", COST))
    assert explain(text, 2, headline=headline)[0] == "opens the article: stands behind the dateline"


def test_a_pronoun_before_a_name_with_a_title_may_open_the_story_behind_a_note() -> None:
    note = "This is a preview of the ninth part of what the Courier tells of the harbour."
    first = "He may not swim as far as Carl Rusk does, but Capt. Otto Lund has the dog of the Adele on a rope."
    assert summary(note, first, COST, SHIPS, between="\n\n")[0] == first


def test_a_french_sentence_about_nobody_opens_a_summary() -> None:
    text = "Il a fallu trois essais. Mercredi, la Mérovie et la Norra ont signé à Alder le traité de la Lenna, long de 9 pages."
    assert (
        rank(text, headline="Norra et Mérovie : traité de la Lenna", language="fr").top(2).sentences[0].text[:2] == "Il"
    )


def test_a_line_that_says_who_is_asked_opens_an_interview() -> None:
    intro = "Here’s my talk with Ann Poole, mayor of Port Alder, about her wall."
    told = ("Courier: Is it high enough for you?", f"Poole: {COST}", "Courier: Why?")
    answer = f"Poole: {SHIPS}"
    assert summary(intro, *told, answer, headline="Mayor Ann Poole about her wall")[0] == intro
    assert summary(intro, *told, answer, headline="A storm at Norra", count=2) == [told[1], answer]


def test_without_a_headline_what_goes_on_from_a_lost_lead_makes_room_for_a_sentence_that_tells_news() -> None:
    lost = "This comes after the guard of the harbour said that nobody could stay in it."
    assert summary(lost, LEAD, COST, SHIPS)[0] == LEAD
    assert summary(lost, LEAD, COST, SHIPS, headline="Guard says nobody could stay in Norra harbour")[0] == lost


def test_a_short_standfirst_that_the_lead_tells_again_makes_room_for_more() -> None:
    assert summary("Poole closes harbour after storm.", LEAD, COST, SHIPS) == [LEAD, COST, SHIPS]
    assert summary("Poole opens ferry for children.", LEAD, COST, SHIPS)[0] == "Poole opens ferry for children."


def test_this_is_the_moment_is_no_going_on() -> None:
    shown = "This is the moment a guard of the harbour slipped and fell into it before hundreds of sailors."
    assert summary(shown, LEAD, COST, SHIPS)[0] == shown


def test_a_day_at_the_end_of_what_is_looked_at_points_at_nothing() -> None:
    dated = "The old harbour of the old town of Alder will be closed, the mayor said this morning in the rain."
    assert dated[:80].endswith("this mor")
    title = "Mayor Ann Poole: Port Alder harbour closed after storm"
    assert summary(dated, LEAD, COST, SHIPS, headline=title)[0] == dated
