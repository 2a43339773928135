"""reader.summarizing.news: what leans on a sentence that is not told is not told either, or with it."""

from __future__ import annotations

from summarizing_support import COST, GUARD, LEAD, SHIPS, summary


def test_an_answer_is_not_taken_without_its_question() -> None:
    question, answer = "Does the council know of it?", "But it took the council in Alder nine days to look."
    assert summary(LEAD, COST, question, answer, SHIPS, GUARD) == [LEAD, COST, SHIPS]
    about = "She has not slept for nine days, her office in Alder said."
    assert summary(LEAD, COST, "And the mayor?", about, SHIPS) == [LEAD, COST, about]


def test_what_points_back_is_not_taken_without_what_it_points_at() -> None:
    long = f"Ida Berg swam home, {'round the lamps and the ropes and the crabs, ' * 7}in the dark."
    feat = "The only one to pull off that feat of the sea before her was Carl Rusk, in 1962."
    assert summary(LEAD, COST, long, feat, SHIPS, GUARD) == [LEAD, COST, SHIPS]


def test_what_is_pointed_at_may_stand_in_the_sentence_itself() -> None:
    own = (
        "With a month to go before the vote the mayor of Port Alder wants to be heard on the price of the wall: on Monday "
        "she won over Carl Rusk, whom the town trusts on that question."
    )
    assert summary(LEAD, COST, own, SHIPS) == [LEAD, COST, own]


def test_who_speaks_under_a_surname_alone_is_introduced_or_left_out() -> None:
    pulled = "“If the town mends the wall before it builds the quay, there is a better chance,” Rusk said."
    late = "The town never tested the wall, said Carl Rusk, a former head of the harbour office in Alder."
    assert summary(LEAD, COST, pulled, SHIPS, late) == [LEAD, COST, SHIPS]
    known = LEAD.replace("Mayor Ann Poole", "Carl Rusk")
    assert summary(known, COST, pulled, SHIPS, late) == [known, COST, pulled]


def test_a_surname_behind_a_title_needs_the_sentence_that_gives_the_full_name() -> None:
    long = f"Ida Berg of the guard, who {'has been in the ministry, in the council, ' * 9}went home."
    titled = "The report of the ministry said Ms. Berg had seen the wall of Alder break at noon."
    assert summary(LEAD, COST, long, SHIPS, titled, GUARD, count=4) == [LEAD, COST, SHIPS, GUARD]
    assert titled in summary(LEAD, COST, SHIPS, titled, GUARD, count=4)


def test_a_sentence_behind_one_of_its_paragraph_that_is_left_out_waits_for_the_next_paragraph() -> None:
    long = f"Ida Berg, who {'has been in the ministry, in the council, ' * 9}covered a lamp with tape."
    tape = "Lights went green in Norra a few days later, with rust below every strip of copper on the quay."
    text = f"{LEAD} {COST}\n\n{long} {tape}\n\n{SHIPS}\n\n{GUARD}"
    assert summary(text) == [LEAD, COST, SHIPS]
    assert summary(text.replace(f"{long} ", f"{long}\n\n")) == [LEAD, COST, tape]


def test_a_quotation_of_nobody_does_not_end_a_summary() -> None:
    bare = '"This is a great year for the wall of Port Alder!"'
    assert summary(LEAD, SHIPS, bare, GUARD, between="\n\n") == [LEAD, SHIPS, GUARD]
    assert summary(LEAD, COST, bare, GUARD, between="\n\n") == [LEAD, COST, bare], "behind somebody who speaks"


def test_a_long_turn_that_the_sentences_before_it_lead_to_stays() -> None:
    turn = f"But ferries of Norra, which {'came over the hills and ' * 9}took nobody on Monday, are to be free in May."
    assert len(turn.split()) in range(56, 61)
    assert summary(LEAD, COST, turn, SHIPS, headline="Ferries to be free")[2] == turn


def test_an_answer_to_a_question_that_is_left_out_is_left_out_too() -> None:
    quoted = ("Is the council against ships?", "It says not.", '"I have a boat," Ann Poole told the Courier.')
    assert summary(LEAD, *quoted, COST, SHIPS) == [LEAD, COST, SHIPS]


def test_further_sentences_of_a_turn_are_not_told_without_the_name_in_front_of_the_first() -> None:
    turn = ("Rusk: I am awake.", "I have seen them.", "My quarrel is not with the crane but with the crane's owner.")
    late = "Rusk: The wall of the harbour needs eleven cranes by autumn, and the town cannot pay for one."
    told = summary(LEAD, COST, "Courier: Are you winning?", *turn, "Courier: What next?", late, SHIPS, count=4)
    assert turn[2] not in told
    assert late in told


def test_what_only_answers_a_question_that_is_left_out_makes_room_for_the_next() -> None:
    assert summary(LEAD, COST, "Who shall pay for it?", "According to Carl Rusk.", SHIPS) == [LEAD, COST, SHIPS]


def test_what_points_at_a_line_before_a_list_is_not_taken_without_it() -> None:
    line = "The engineers told a sailor who likes the old wall that he must be a mason:"
    pointing = "The old wall is grey, but this particular sailor of Port Alder builds no walls."
    assert summary(LEAD, COST, line, pointing, SHIPS, between="\n\n") == [LEAD, COST, SHIPS]
    general = "Nobody builds walls like the old one of Port Alder in this country."
    assert summary(LEAD, COST, line, general, between="\n\n") == [LEAD, COST, general]


def test_a_few_words_that_say_nothing_are_not_taken() -> None:
    assert summary(LEAD, COST, "The news was not very good.", SHIPS) == [LEAD, COST, SHIPS]
    factor = "Police said rain was a factor."
    assert summary(LEAD, COST, factor, SHIPS) == [LEAD, COST, factor]
    known = "No engineer will be dismissed."
    assert summary(LEAD, COST, known, SHIPS) == [LEAD, COST, known], "it was spoken of engineers before"


def test_what_points_at_nothing_does_not_save_a_few_words_before_it() -> None:
    short, now = (
        '"No one was hurt," he said.',
        "Masons from the north call it hopeless at this point, the Courier reported.",
    )
    long = f"Otto Lund, a sailor, came {'after some more of the rain and of the wind, ' * 9}home."
    assert summary(LEAD, COST, long, short, now, between="\n\n") == [LEAD, COST, now]


def test_what_a_line_before_a_colon_is_about_is_not_told_without_it() -> None:
    line = "The Courier begins with a word of the mason Carl Rusk:"
    asked = "When asked how long it took to build the wall, he spoke of rain and of Alder."
    for leaning in (asked, "For example, the northern wall can be built again from Alder."):
        told = summary(LEAD, COST, line, leaning, SHIPS, between="\n\n")
        assert told == [LEAD, COST, SHIPS]


def test_what_goes_on_from_a_short_item_of_a_list_is_not_told_without_it() -> None:
    goes_on = "And in every kind of wind: who cannot sail looks at the boats of Port Alder."
    items = ("1. Boats are good.", goes_on, f"2. {SHIPS}")
    assert summary(LEAD, COST, *items, between="\n\n") == [LEAD, COST, SHIPS]


def test_a_line_without_a_full_stop_makes_room_for_a_sentence_where_many_have_none() -> None:
    items = [f"Wall number {n} of Alder (but not the gate)" for n in range(9)]
    assert summary(LEAD, COST, items[0], SHIPS, *items[1:], between="\n\n") == [LEAD, COST, SHIPS]


def test_what_answers_nobody_makes_room_for_the_next() -> None:
    assert summary(LEAD, COST, "No, Poole said on Thursday afternoon.", SHIPS) == [LEAD, COST, SHIPS]


def test_a_long_sentence_that_tells_something_before_it_asks_is_the_story() -> None:
    asks = (
        "We watched as Ann Poole and Carl Rusk of the council built the wall of Port Alder stone by stone in the rain, and "
        "who could have known what for?"
    )
    goes_on = "Nobody of these builders of the wall was paid for what he did in Alder."
    assert summary(LEAD, asks, goes_on, SHIPS) == [LEAD, asks, goes_on]
    short = "Who could have known what for, and in the rain?"
    assert summary(LEAD, COST, short, goes_on, SHIPS) == [LEAD, COST, SHIPS]


def test_an_article_that_is_taken_from_another_outlet_is_told_from_its_beginning() -> None:
    taken = [f"“{LEAD}", f"“{COST}", f"“{SHIPS}", f"“{GUARD}"]
    assert summary("From the Courier of Norra:", *taken, between="\n\n")[1:] == taken[:2]
