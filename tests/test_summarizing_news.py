"""reader.summarizing.news, opening: what a reader wants of a summary."""

from __future__ import annotations

import pytest
from summarizing_support import COST, GUARD, LEAD, SHIPS, summary


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
        'Carl Rusk: "There are no thoughts of cranes in a head on a quay at four in the morning."',
        "(The council had said so before, the engineers said.",
        "The council had said so before, the engineers said.)",
    ],
)
def test_what_a_reader_does_not_want_makes_room_for_the_next(poor: str) -> None:
    assert summary(LEAD, COST, poor, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_news_that_another_sentence_tells_in_full_is_not_told_again() -> None:
    short = "Harbour of Port Alder closed for two weeks after storm broke wall on Sunday."
    assert summary(short, COST, LEAD, SHIPS, GUARD) == [short, COST, SHIPS]


@pytest.mark.parametrize("speech", ['"The wall isn’t “a wall” anymore.', "“The wall isn’t “a wall” anymore."])
def test_a_speech_that_quotes_something_is_not_taken_for_what_the_writer_says(speech: str) -> None:
    told = (speech, *["This is a harbour gone wild, and nobody in the council of Alder asked for it."] * 2)
    assert summary(LEAD, COST, *told, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_behind_a_long_speech_the_story_goes_on() -> None:
    speech = [
        "“This is no wall.",
        *[f"The council of Alder lost {n} walls in a night of rain." for n in range(9)],
        "It will not be one.”",
    ]
    assert summary(LEAD, COST, *speech, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_a_sentence_that_only_leads_to_what_somebody_says_makes_room_for_it() -> None:
    said = "“We came to build a harbour,” Rusk said, and declined to speak of the wall of the Guard."
    told = summary(
        LEAD, "Carl Rusk came to Alder on Monday.", "He repeated what he had said before the first meeting.", said
    )
    assert told == [LEAD, "Carl Rusk came to Alder on Monday.", said]


def test_it_does_not_stand_alone_without_the_few_words_that_name_it() -> None:
    texts = ("Soak the barley well.", "It will not look as if it had changed its mind about the council, but it has.")
    assert summary(LEAD, COST, *texts, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_no_sentence_is_told_twice() -> None:
    slogan = "Alder is your new harbour town."
    assert summary(LEAD, slogan, slogan, SHIPS, GUARD) == [LEAD, slogan, SHIPS]


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


MOTHERS = (
    "Enid Harker loves the school by the harbour that her daughter goes to.",
    "The girl likes to sing, and in the rooms under the roof there is a choir.",
    "Where hardly anybody has much, a choir is worth a great deal.",
    "But last winter the roof leaked, and nobody came to mend it.",
)
MARCH = "More than ten thousand parents took part in marches for schools that do not leak, as was said afterwards."


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


def test_where_the_first_sentences_speak_of_what_the_headline_does_they_stay() -> None:
    scene = ("The storm was over, and the harbour lay still.", *SCENE[1:])
    assert summary(*scene, LEAD, COST, headline="Storm closes Port Alder harbour")[0] == scene[0]


def test_a_sentence_about_her_does_not_open_a_summary_if_the_next_says_who_she_is() -> None:
    her = "She has chosen the back room of the inn, because the landlord turns the music off for her."
    who = "Ann Poole, 58, mayor of Port Alder and general secretary of the harbour, has slept four hours."
    assert summary(her, who, COST, SHIPS, headline="An evening with Ann Poole") == [who, COST, SHIPS]


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
        f"The storm of Sunday, which {'came over the hills and ' * 9}broke the wall, was the worst since 1931 in Alder."
    )
    assert len(long.split()) in range(56, 61)
    assert summary(LEAD, COST, long, SHIPS, GUARD) == [LEAD, COST, SHIPS]
    assert summary(LEAD, COST, long, SHIPS, GUARD, count=4) == [LEAD, COST, long, SHIPS]
    assert summary(LEAD, long, COST, SHIPS) == [LEAD, long, COST], "what follows the first sentence may be long"


def test_a_few_words_about_somebody_named_before_say_too_little() -> None:
    assert summary(LEAD, COST, "It had just the right size.", SHIPS) == [LEAD, COST, SHIPS]
    assert summary(LEAD, COST, "It opens in May.", SHIPS) == [LEAD, COST, "It opens in May."]


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


def test_the_writers_own_first_person_is_no_reason_against_a_sentence() -> None:
    column = (
        "I have lived by the harbour for forty years.",
        "I never saw it closed.",
        "I do not want to see it again.",
    )
    assert summary(*column, "My neighbour agrees with me.") == list(column)


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
    port = "ALDER, Merovia — A mob stormed a house in this old sea port on Monday."
    assert summary(port, COST, SHIPS)[0] == port
    told = "PORT ALDER - When Ann Poole last came to this city, in April, she was running for mayor."
    assert summary(told, COST, SHIPS)[0] == told


def test_what_somebody_says_in_an_interview_is_not_told_without_the_name_in_front() -> None:
    talk = ("Courier: Are you winning?", "Rusk: I am awake.", "At this age that comes to the same.", "Courier: Why?")
    told = summary(LEAD, COST, *talk, "Rusk: The wall of the harbour needs eleven cranes by autumn.", SHIPS)
    assert talk[2] not in told


@pytest.mark.parametrize("line", ["Storm closes Port Alder harbour", "Storm Closes Port Alder Harbour For Weeks"])
def test_a_first_line_that_repeats_the_headline_is_not_taken(line: str) -> None:
    told = summary(line, LEAD, COST, SHIPS, headline="Storm closes Port Alder harbour for weeks", between="\n\n")
    assert told == [LEAD, COST, SHIPS]


def test_a_long_sentence_right_behind_the_lead_stays_where_no_shorter_one_says_it() -> None:
    long = f"The wall, which {'broke in the rain and ' * 11}fell, will be mended by the guard."
    assert len(long.split()) in range(61, 69)
    assert summary(LEAD, long, SHIPS, GUARD)[1] == long


def test_a_few_words_that_the_headline_has_are_told() -> None:
    few, goes_on = "No cement needed.", "It is so light that a child of nine can lift a stone of it."
    story = ("Try the new wall of Port Alder.", few, goes_on, COST, SHIPS)
    assert summary(*story, headline="A wall without cement needed no crane")[1:] == [few, goes_on]
    assert few not in summary(*story, headline="A wall")


def test_a_few_words_of_which_some_were_said_before_are_no_repetition() -> None:
    told = (
        "But the cuts left experts of Alder in the dark.",
        "They said that the experts had light and no need of cuts.",
    )
    assert summary(LEAD, *told, SHIPS) == [LEAD, *told]


def test_what_goes_on_behind_three_dots_is_a_piece_of_something() -> None:
    assert summary(LEAD, COST, "… and nobody of the guard of Port Alder saw it.", SHIPS) == [LEAD, COST, SHIPS]
