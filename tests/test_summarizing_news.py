"""reader.summarizing.news, opening, features: what a reader wants of a summary."""

from __future__ import annotations

import pytest

from reader.summarizing import explain, rank
from reader.summarizing.features import describe, headline_roots

LEAD = "The harbour of Port Alder will stay closed for two weeks after the storm broke its wall, Mayor Ann Poole said."
COST = "Repairs of the wall will cost 12 million crowns and take until the summer, engineers told the council."
SHIPS = "Ships are being sent to Birchhaven, forty kilometres to the south, where there is room for the largest."
GUARD = "The coast guard brought eleven sailors of the freighter Adele ashore on Sunday night."


def summary(*sentences: str, headline: str | None = None, count: int = 3, between: str = " ") -> list[str]:
    return [s.text for s in rank(between.join(sentences), headline=headline).top(count).sentences]


def test_a_plain_report_gives_its_first_sentences() -> None:
    assert summary(LEAD, COST, SHIPS, GUARD) == [LEAD, COST, SHIPS]


@pytest.mark.parametrize(
    "poor",
    [
        "Scroll down for video.",
        "Mayor Ann Poole (left) at the wall on Sunday.",
        "What happens now?",
        "It was a surprise.",
        "Poole: I am awake.",
        "The northern wall of the harbour of Port Alder broke in the storm.",
        'The storm, Poole said, was "the worst of all the storms.',
        "Engineer Carl Rusk poses on the bridge with members of his family and a dog.",
        "I never saw anything like it in my life, and nobody here did.",
    ],
)
def test_what_a_reader_does_not_want_makes_room_for_the_next(poor: str) -> None:
    assert summary(LEAD, COST, poor, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_what_leans_on_a_sentence_that_is_left_out_is_left_out_with_it() -> None:
    question, answer = "Who pays for it all?", "He will not say, nor will anybody in the ministry in Alder."
    assert summary(LEAD, COST, question, SHIPS, GUARD)[2] == SHIPS
    long = f"Carl Rusk, who {'has been in the ministry, in the council, in the guard, ' * 6}is said to pay."
    assert summary(LEAD, COST, long, answer, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_what_speaks_of_something_that_a_left_out_sentence_brings_in_is_left_out_with_it() -> None:
    long = f"A loophole in the law, {'which the ministry, the council and the guard knew of, ' * 6}lets the owners go."
    loophole = "The loophole was found by lawyers of the freighter Adele in 1962."
    assert summary(LEAD, COST, long, loophole, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_a_sentence_of_sixty_words_gives_way_to_a_shorter_one() -> None:
    long = f"Carl Rusk said that {'the insurers of the town and of the port and ' * 6}the state will pay for it."
    assert summary(LEAD, long, COST, SHIPS) == [LEAD, COST, SHIPS]


def test_a_standfirst_that_the_first_sentence_tells_in_full_is_not_taken() -> None:
    stand = "Harbour of Port Alder closed for two weeks"
    assert summary(stand, LEAD, COST, SHIPS, between="\n\n") == [LEAD, COST, SHIPS]


def test_a_sentence_that_leans_on_a_question_does_not_open_a_summary() -> None:
    texts = ("Do you know the oldest wall in the country?", "It is a wall of ash.", LEAD, COST, SHIPS)
    assert summary(*texts)[0] == LEAD


SCENE = (
    "The kettle went on at five in the kitchen of the old inn.",
    "Nobody there had slept, and the dog barked at the rain.",
    "The lamps of the long room went out one after the other.",
    "They sat down and watched the water from the window.",
)


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


def test_an_opening_with_a_name_in_it_stays_before_what_the_headline_announces() -> None:
    scene = ("Enid Harker of Cordage Street woke up on Friday because of the quiet.", *SCENE[1:])
    headline = "Storm closes Port Alder harbour for two weeks"
    assert summary(*scene, LEAD, COST, SHIPS, headline=headline) == [scene[0], LEAD, COST]


MOTHERS = (
    "Enid Harker loves the school by the harbour that her daughter goes to.",
    "The girl likes to sing, and in the rooms under the roof there is a choir.",
    "Where hardly anybody has much, a choir is worth a great deal.",
    "But last winter the roof leaked, and nobody came to mend it.",
)
MARCH = "More than ten thousand parents took part in marches for schools that do not leak, as was said afterwards."


@pytest.mark.parametrize("march", [MARCH, f"But {MARCH[0].lower()}{MARCH[1:]}"])
def test_what_the_headline_announces_far_down_follows_the_first_two_sentences_of_a_scene(march: str) -> None:
    headline = "Angry parents march for schools that do not leak"
    assert summary(*MOTHERS, march, COST, headline=headline) == [*MOTHERS[:2], march]
    assert explain(" ".join((*MOTHERS, march, COST)), 4, headline=headline)[0].startswith("tells what the headline")


@pytest.mark.parametrize(
    "march",
    [
        MARCH.replace("More than ten thousand parents", "They and their parents"),
        f'"{MARCH}"',
        "The parents march on.",
        MARCH.replace("for schools that do not leak", "for those marches").replace("parents", "drivers"),
    ],
    ids=["pronoun", "quotation", "short", "points back"],
)
def test_what_cannot_stand_there_alone_stays_where_it_is(march: str) -> None:
    headline = "Angry parents march for schools that do not leak"
    assert summary(*MOTHERS, march, COST, headline=headline) == list(MOTHERS[:3])


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


def test_where_the_first_sentences_speak_of_what_the_headline_does_they_stay() -> None:
    scene = ("The storm was over, and the harbour lay still.", *SCENE[1:])
    assert summary(*scene, LEAD, COST, headline="Storm closes Port Alder harbour")[0] == scene[0]


def test_a_sentence_about_her_does_not_open_a_summary_if_the_next_says_who_she_is() -> None:
    her = "She has chosen the back room of the inn, because the landlord turns the music off for her."
    who = "Ann Poole, 58, mayor of Port Alder and general secretary of the harbour, has slept four hours."
    assert summary(her, who, COST, SHIPS, headline="An evening with Ann Poole") == [who, COST, SHIPS]


def test_what_points_back_into_a_scene_is_part_of_it() -> None:
    photograph = "There is a photograph of every visitor."
    minister = "The minister of Alder is in it, and two bankers from Port Alder, all of them smiling at one crane."
    assert summary(photograph, minister, COST, headline="Who paid for the minister's crane?")[0] == photograph


def test_without_a_headline_that_says_so_the_first_sentences_stay() -> None:
    assert summary(*SCENE, LEAD, COST, SHIPS) == list(SCENE[:3])


def test_what_somebody_says_behind_a_dash_needs_who_says_it() -> None:
    speech = "– In this house nobody has called a figure sacred."
    assert summary(LEAD, COST, speech, SHIPS, GUARD, between="\n\n") == [LEAD, COST, SHIPS]
    said = "– In this house nobody has called a figure sacred – said Ann Poole."
    assert summary(LEAD, COST, said, SHIPS, GUARD, between="\n\n") == [LEAD, COST, said]


def test_speech_that_somebody_has_put_words_into_needs_who_says_it() -> None:
    speech = "[The wall] is a long way off, but it is a night to thank the crew of the Adele."
    assert summary(LEAD, COST, speech, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_a_long_sentence_does_not_end_a_summary_where_a_shorter_one_is_near() -> None:
    long = (
        f"The storm of Sunday, which {'came over the hills and ' * 8}broke the wall, was the worst since 1931 in Alder."
    )
    assert len(long.split()) in range(46, 61)
    assert summary(LEAD, COST, long, SHIPS, GUARD) == [LEAD, COST, SHIPS]
    assert summary(LEAD, COST, long, SHIPS, GUARD, count=4) == [LEAD, COST, long, SHIPS]
    assert summary(LEAD, long, COST, SHIPS) == [LEAD, long, COST], "what follows the first sentence may be long"


def test_a_few_words_about_somebody_named_before_say_too_little() -> None:
    assert summary(LEAD, COST, "It had just the right size.", SHIPS) == [LEAD, COST, SHIPS]
    assert summary(LEAD, COST, "It opens in May.", SHIPS) == [LEAD, COST, "It opens in May."]


def test_a_word_of_one_letter_announces_nothing() -> None:
    title = headline_roots("Le traité à 310 signé à 5", "fr")
    assert title == {"traité", "310", "signé", "5"}


def test_the_questions_of_an_interview_are_not_taken() -> None:
    texts = [
        "Vellmar closes its depot over rotten beams.",
        "Post: Why did you close the depot?",
        "Voss: Two beams had rotted through, and the roof could come down in the first heavy snow.",
        "Post: What does it cost?",
        "Voss: Four million crowns, and we have to borrow two and a half of them from the state bank.",
        "Post: When will it open?",
        "Voss: Not before May.",
    ]
    assert summary(*texts, between="\n\n") == [texts[0], texts[2], texts[4]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He left the port.", "en"),
        ("On Monday he left the port.", "en"),
        ("After this the port closed.", "en"),
        ("Asked where, she pointed at the wall.", "en"),
        ("“We have lost the wall and two of the cranes.”", "en"),
        ("Det lukkede havnen.", "da"),
        ("उन्होंने बंदरगाह बंद किया।", "hi"),
        ("その港は閉まった。", "ja"),
    ],
)
def test_what_stands_for_somebody_named_before_leans(text: str, language: str) -> None:
    assert describe(["The port of Alder has closed.", text], language)[1].pronoun > 0


@pytest.mark.parametrize(
    "text",
    ["(The council had said so before.)", "But the port stays closed.", "Which is why the port stays closed."],
)
def test_what_goes_on_from_the_sentence_before_leans(text: str) -> None:
    assert describe([text])[0].connective == 1.0
    assert describe(["Poole and the council watch the wall above the port, which left them cold."])[0].leans == 0.0


def test_a_month_dates_a_sentence_and_does_not_tie_it_to_another() -> None:
    texts = ["Earlier this month the port closed.", "Earlier the port had closed."]
    assert [describe([text])[0].connective for text in texts] == [0.0, 1.0]


def test_who_is_quoted_without_a_name_leans_on_the_sentence_before() -> None:
    texts = [
        '"The wall did not even wake up," he said.',
        '"No," Poole said.',
        "“We have lost the wall,” said the mayor.",
        "“We have lost the wall,” he says, on the steps of the Custom House in Alder.",
    ]
    assert [unit.pronoun > 0 for unit in describe(texts)] == [True, False, False, True]


def test_the_writers_own_first_person_is_no_reason_against_a_sentence() -> None:
    column = (
        "I have lived by the harbour for forty years.",
        "I never saw it closed.",
        "I do not want to see it again.",
    )
    assert summary(*column, "My neighbour agrees with me.") == list(column)


def test_in_scripts_without_blanks_a_sentence_is_as_long_as_its_words() -> None:
    text = "港口的起重机停了九个星期，议会说零件正在路上，码头工人说没有人等它们，市长说港口将在两周后开放。" * 2
    assert 30 < describe([text], "zh")[0].length < 50


@pytest.mark.parametrize(
    "third",
    [
        "Feeling against the owner of the freighter Adele runs hot among the pilots of the port.",
        "The first wave struck Carl Rusk, 37, and Nordic News Service (AFP) photographer Ida Berg, 28.",
        "The northern wall of the harbour of Port Alder broke in the storm at 11:40.",
        "„Nie było takiej burzy od lat”, powiedział kapitan Karol Nowak w porcie w poniedziałek.",
        "Both the Guard and the Harbour Union want the wall to be built of concrete.",
        "Speaking on the quay, Carl Rusk said: 'I shall not leave before the wall is shut.",
    ],
)
def test_the_third_sentence_stays_where_nothing_speaks_against_it(third: str) -> None:
    assert summary(LEAD, COST, third, SHIPS, GUARD) == [LEAD, COST, third]


def test_a_question_that_names_its_subject_opens_the_story() -> None:
    question = "Could the Alder Treaty, which kept the fleets of Norra and Vesk apart, be coming back?"
    assert summary(question, COST, SHIPS, GUARD) == [question, COST, SHIPS]


def test_the_question_of_the_headline_is_one_of_the_story() -> None:
    question = "So who is Carl Rusk, and how did he win?"
    assert summary(LEAD, question, COST, SHIPS, headline="Who is Carl Rusk?") == [LEAD, question, COST]


def test_the_news_stays_with_the_side_of_a_picture_in_it() -> None:
    news = "Engineer Carl Rusk, 29, denied the theft of the harbour crane (pictured left) in the Alder court."
    told = summary(news, COST, SHIPS, GUARD, headline="Rusk denies theft of Alder crane")
    assert told == [news, COST, SHIPS]


def test_a_short_line_that_the_next_sentence_points_back_to_is_taken_with_it() -> None:
    slogan, pointing = '"The wall, stupid."', "Mayor Poole has not pinned that slogan to the door of the council."
    assert summary(LEAD, slogan, pointing, COST) == [LEAD, slogan, pointing]


def test_what_lies_between_two_quotation_marks_some_sentences_apart_is_speech() -> None:
    speech = ("Rusk answered, “It has.", "You pay for the wall of somebody else in Alder.", "Pay now.”")
    assert summary(LEAD, COST, *speech, SHIPS, GUARD, between="\n\n") == [LEAD, COST, SHIPS]


def test_what_the_headline_announces_does_not_replace_a_first_sentence_that_tells_news() -> None:
    first = "Guy Poole will this week promise 40 million crowns to the musicians of the Alder Record Company."
    cuts = "But he will also tell Norra and Vesk that 2,000 posts go, twice as many as were feared."
    late = "Alder managers are to bring the cost of a song in Norra, Vesk and Birchhaven down to 12 per cent."
    told = summary(first, cuts, SHIPS, GUARD, late, headline="Alder managers must sing for their supper")
    assert told == [first, cuts, SHIPS]


def test_a_teaser_makes_room_only_for_what_follows_it() -> None:
    texts = ("LETTERS.", "Ann Poole has a long history of blaming others for walls that broke under her.", LEAD, COST)
    assert summary(*texts, headline="Poole blames harbour storm")[:2] == [texts[1], LEAD]


def test_a_long_sentence_that_tells_the_headline_stays() -> None:
    long = f"Carl Rusk said that {'the insurers of the town and of the port and ' * 6}the state will pay for it."
    assert summary(LEAD, long, COST, SHIPS, headline="Rusk says insurers and state will pay") == [LEAD, long, COST]


def test_a_quotation_behind_a_colon_is_not_cut_from_who_says_it() -> None:
    said = ("He told the council, to applause:", "“No town of the coast has lost as much as this one in a night.”")
    assert summary(LEAD, COST, *said, SHIPS, GUARD, between="\n\n") == [LEAD, COST, SHIPS]


def test_an_age_is_no_thin_sentence() -> None:
    assert (
        summary("Ann Poole, mayor of Port Alder for forty years, has died.", "She was 85.", SHIPS, GUARD)[1]
        == "She was 85."
    )


def test_a_dateline_that_says_which_city_stays() -> None:
    told = "PORT ALDER - When Ann Poole last came to this city, in April, she was running for mayor."
    assert summary(told, COST, SHIPS)[0] == told


def test_what_somebody_says_in_an_interview_is_not_told_without_the_name_in_front() -> None:
    talk = ("Courier: Are you winning?", "Rusk: I am awake.", "At this age that comes to the same.", "Courier: Why?")
    told = summary(LEAD, COST, *talk, "Rusk: The wall of the harbour needs eleven cranes by autumn.", SHIPS)
    assert talk[2] not in told
