"""reader.summarizing.candidates, cutting, quotations: sentences of the story, free of what is glued to them."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.language.sentences import spans
from reader.summarizing.candidates import split
from reader.summarizing.quotations import quotations


def pieces(text: str, language: str = "en") -> list[str]:
    return [text[place.start : place.end] for place in split(text, language)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes. No." Then he left.', ['"yes. No."']),
        ("Il a dit « oui » hier.", ["« oui »"]),
        ("Er sagte „ja“ und „nein”.", ["„ja“", "„nein”"]),
        ("»Ja«, sagte er.", ["»Ja«"]),
        ("他说「好」。", ["「好」"]),
        ("He said: ‘I am here. It's late.’ Then he left.", ["‘I am here. It's late.’"]),
        ("'I am here,' he said.", ["'I am here,'"]),
        ("The players' union and '90s music don't count.", []),
        ("A lone “ mark", []),
        ("It was 6'2\" tall.", []),
        ("“One paragraph\n\nand another”", []),
    ],
)
def test_quotations_are_found_by_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


def test_a_quotation_over_several_sentences_is_one_unit() -> None:
    text = "He spoke. “We stay. We wait. We win,” he said. Nobody answered."
    assert pieces(text) == ["He spoke.", "“We stay. We wait. We win,” he said.", "Nobody answered."]


def test_a_short_quotation_is_kept_whole_however_many_sentences_it_has() -> None:
    text = "“We stay. We wait. We win. We eat. We sing. We sleep. We go,” he said."
    assert pieces(f"He spoke. {text}") == ["He spoke.", text]


def test_a_long_quotation_is_not_kept_whole() -> None:
    text = "“" + "We will stay here for a long time. " * 40 + "” he said."
    assert len(pieces(text)) > 10


def test_units_follow_each_other_without_overlap() -> None:
    text = 'She said: "No. Never." And: "Well. Maybe. Yes." Then "one" and "two".'
    found = split(text, "en")
    assert all(place.start < place.end for place in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(st.text(alphabet="aB .!?\"“”'‘’«»\n,", max_size=200))
def test_units_are_made_of_whole_sentences(text: str) -> None:
    assume("B?B" not in text)  # what was a dash behind a town
    sentences = spans(text)
    starts, ends = {a for a, _ in sentences}, {b for _, b in sentences}
    found = [(place.start, place.end) for place in split(text, None)]
    assert all(a in starts and b in ends for a, b in found)
    assert sum(sum(a <= s and e <= b for s, e in sentences) for a, b in found) == len(sentences)


def test_a_dateline_is_no_part_of_the_sentence_behind_it() -> None:
    text = "PORT ALDER, March 3 (NWS) - The harbour is closed. ALDER - The tree stands.\n\nBIRCHHAVEN — Ships wait."
    assert pieces(text) == ["The harbour is closed.", "ALDER - The tree stands.", "Ships wait."]


STORY = "The harbour of Port Alder is closed."


def test_a_dash_behind_a_dateline_of_its_own_is_no_part_of_the_sentence() -> None:
    assert pieces(f"PORT ALDER, May 3 /Own Wire/ -- {STORY}")[-1] == STORY


@pytest.mark.parametrize(
    "before",
    [
        "(CNN) ",
        "Port Alder (CNN) ",
        "Port Alder (Reuters) - ",
        "Bad Alder – ",
        "WATCH: ",
        "Scroll down for video ",
        "Updated: 10/31/2024 ",
        "First Published: June 13, 2013 4:59 PM EDT ",
        "May 2, 2013, 1:12 PM Updated 4:08 p.m. ET ",
        "[Updated at 11:18 p.m. ET] ",
        "By . Ann Poole . PUBLISHED: . 05:36 EST, 3 May 2013 . | . UPDATED: . 06:09 EST, 3 May 2013 . ",
        "Alder. ",
        "ALDER: ",
        "PORT ALDER, Merovia: ",
        "PORT ALDER : ",
        "ALDER, Mer. : ",
        "New Alder: ",
        "St. Alder, FL -- (Own News) - ",
        "[Alder Media=Kim] ",
        "ANALYSIS: ",
        "ALDER, Mer. ",
        "(Courier News) ",
        "Port Alder, Merovia - ",
        "May 3, 2013 ",
        "MAY 3, 2013 1:10PM ",
        "Friday, 7 June 2013 ",
        "May 3, 2013 at 7:31 AM ET Updated 5:40 p.m. ET ",
        "Fri May 3, 2013 6:50pm EDT ",
        "on Jul 7 2012, 5:55p ",
        "on April 30, 2008 at 4:31 AM, updated April 30, 2008 at 8:33 AM ",
        "2013-05-03 ",
        "Published time: May 3, 2013 02:03 Edited time: May 4, 2013 02:15 ",
        "3 May 2013 – ",
        "Sunday, May 3-2013 at 16:12 ",
        "-- ",
        "Friday May 3, 2013 @ 8:13am PDT ",
        "By Ann Poole, Associate Harbour Editor -- (Own News) - ",
        "(Own Wire/Ann Poole) ",
        "PORT ALDER :",
        "PORT ALDER, Great Merovia: ",
        "ALDER, 3rd May 2013: ",
        "New Alder, May 3: ",
        "Alder / Norra - ",
        "- ",
        "— -- ",
        "Alder, May 3 - ",
        "New Alder/Norra: ",
        "BAD ALDER (Merovia), May 3: ",
        "ALDER/NORRA: ",
        "Sat May 4 2013, 01:19 hrs ",
        "Originally published 05/03/2013 at 10:20 AM EDT ",
        "Jul. 7 5:59 PM EDT ",
        "Story Created: May 3, 2013 at 9:56 AM AKDT ",
        "Updated at 4 p.m. ET: ",
        "UPDATE on Friday, May 3rd, 2013: ",
        "• ",
    ],
)
def test_the_first_sentence_is_free_of_what_stands_before_it(before: str) -> None:
    assert pieces(before + STORY)[-1] == STORY
    assert len(pieces(before + STORY)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "POOLE: The harbour is closed.\n\nPOOLE: Ships wait.",
        "- The harbour is closed - said Poole.",
        "ALDER: we wait.",
        "港口：我们在等待。",
    ],
)
def test_who_speaks_is_no_dateline_and_speech_no_item(text: str) -> None:
    assert pieces(text, "en")[0] == text.split("\n")[0]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("（早报讯） ", "港口关闭了。"),
        ("新华社北京3月3日电 （记者 王芳）", "港口关闭了。"),
        ("本报北京3月3日电  （记者王芳）", "港口关闭了。"),
        ("本报巴黎电 ", "港口关闭了。"),
        ("新港：", "因风暴，新港的港口关闭了。"),
        ("(GMT+05:00) ", "The harbour is closed."),
        ("(서울=연합뉴스) 김기자 기자 = ", "항구가 닫혔다."),
    ],
)
def test_agencies_of_the_far_east_sign_in_front(before: str, sentence: str) -> None:
    assert pieces(before + sentence, "zh")[-1] == sentence


@pytest.mark.parametrize(
    "text", ["Leipzig: Hier ist der Hafen.", "Poole: We wait.", "It rains.\n\nNew Alder: The port is shut."]
)
def test_what_stands_before_a_colon_stays_where_it_is_needed(text: str) -> None:
    assert pieces(text)[-1] == text.split("\n")[-1]


def test_what_only_tells_who_asked_or_shouted_stays_with_the_quotation() -> None:
    asked = '"I call from the council. How are you?" Poole, who works at the port, said pleasantly into the phone.'
    assert pieces(f"Two sit by the door. {asked} It rains.") == ["Two sit by the door.", asked, "It rains."]
    cried = '"We have won!" Her niece, Marcia "Cia" Poole of Alder, shouted to the crowd.'
    assert pieces(cried) == [cried]


@pytest.mark.parametrize(
    "caption",
    [
        "Ann Poole (right) waves to the crew of the ferry",
        "The ferry (file picture) was built in 1962",
        "The mayor waves from the bridge of the ferry on Sunday",
    ],
)
def test_a_caption_that_was_run_together_with_a_sentence_is_a_unit_of_its_own(caption: str) -> None:
    found = split(f"Ships wait. {caption} The harbour will open in May. It rains.")
    assert [place.cut for place in found] == [False, True, False, False]
    assert pieces(f"Ships wait. {caption} The harbour will open in May. It rains.")[1:3] == [
        caption,
        "The harbour will open in May.",
    ]


@pytest.mark.parametrize("time", ["May 3, 2013 10:46 AM", "May 3, 2013-5:46 pm", "May 3, 2013"])
def test_a_standfirst_with_a_time_behind_it_is_cut_from_the_lead(time: str) -> None:
    standfirst = f"Mayor Charged With Theft of Crane {time} "
    assert pieces(standfirst + STORY) == [standfirst.strip(), STORY]
    assert pieces(f"{STORY} {time} {STORY}")[-1] == STORY


@pytest.mark.parametrize("time", ["Published: 2013.05.03 09:01 AM", "PUBLISHED: FRIDAY, MAY 3, 2013, 10:34 PM"])
def test_a_time_in_front_of_one_of_the_first_sentences_is_no_part_of_it(time: str) -> None:
    assert pieces(f"Ships wait. {time} {STORY} It rains.") == ["Ships wait.", STORY, "It rains."]


def test_a_time_behind_a_standfirst_may_be_of_two_parts() -> None:
    glued = "The mayor had been told of it Friday, May 3, 2013 | Updated 9:28 AM EDT " + STORY
    assert pieces(glued)[1:] == [STORY]


@pytest.mark.parametrize(
    "dateline",
    [
        "ALDER, Jan. 6 /NWS/ - ",
        "PORT ALDER, 6 Jan (NWS) -- ",
        "ALDER, Mer., January 6, 2013: ",
        "ALDER, 6 Jan (NWS) --\xa0",
    ],
)
def test_a_dateline_behind_a_standfirst_is_no_part_of_the_lead(dateline: str) -> None:
    standfirst = "Walls, cranes and a ferry ready for the town in May"
    assert pieces(f"{standfirst} {dateline}{STORY}") == [standfirst, dateline.strip(), STORY]
    assert pieces("The wall was built in ALDER, which is a town.")[0].endswith("town.")


def test_a_date_before_the_rest_of_a_line_stays_with_it() -> None:
    assert pieces("Published on May 3, 2013 in Walls and Boats. It rains.")[0].startswith("Published")


LONG = "closed for two weeks after the storm broke its northern wall, the mayor said on Monday."


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Storm breaks wall in Port Alder",
            f"Waves that broke the wall of Port Alder left it {LONG} No waves are seen.",
        ),
        ("Alder port shut after storm", f"The port of Alder is {LONG}"),
        ("Mayor of Alder Shuts the Harbour for Weeks", f"In a rare step the council has it {LONG}"),
        (
            "Port of Alder calm after nine days of rain",
            f"Norra was calm, too, after the rain of nine days had left Alder {LONG}",
        ),
        ("Port of Alder shut", f"There’s to be no ship in the port of Alder, {LONG}"),
        ("Boat sunk by storm at Norra", f"A boat was sunk by the storm at Norra, {LONG}"),
        ("Boat sunk off Norra Crew saved", f"Boat owners at Norra saved their crew as it sank, {LONG} A boat is gone."),
    ],
)
def test_a_headline_that_was_run_together_with_the_lead_is_cut_from_it(title: str, lead: str) -> None:
    assert " ".join(pieces(f"{title} {lead}")[1:]).endswith(lead)
    assert pieces(f"{title} {lead}")[0] == title


@pytest.mark.parametrize(
    "lead",
    [
        f"Ships listed as Class A boats in Alder in the first list of Class A boats are {LONG}",
        f"Deputy Mayor Ann Poole and Harbour Master Carl Rusk said the harbour of mayor Poole is {LONG}",
        f"Heavyweight champion Carl Rusk, who beat Heavyweight champion Ole Dahl in Alder, is {LONG} A heavyweight won.",
    ],
)
def test_a_lead_that_names_something_twice_is_left_whole(lead: str) -> None:
    assert pieces(lead)[0] == lead.split(" A heavy")[0]


def test_a_date_that_is_part_of_a_sentence_stays() -> None:
    whole = "In the week of May 3, 2013 District Attorney Carl Rusk closed the harbour."
    assert pieces(whole) == [whole]


def test_what_a_dash_gives_somebody_to_say_goes_on_until_it_is_said_who_speaks() -> None:
    speech = "– The wall has not changed. It stands where it stood – said Poole. – It will stand."
    assert pieces(f"It rained.\n\n{speech}")[1] == "– The wall has not changed. It stands where it stood – said Poole."


@pytest.mark.parametrize(
    "whole",
    [
        "She gave The Courier an interview about the wall.",
        "The team is second in Serie A after the match.",
        "He called it 'The Long Way Home, again' in the film.",
        "The mayor said 'We will build the wall again,' and left.",
        "Poole reads The Times and the Courier every day.",
        "They watched the film The Wall on Sunday.",
        "On Sunday, on “State of the Town,” while commenting on the storm, Poole said that it was over.",
        "The town began a campaign with the slogan “Wall, we are on it.”",
        "A spokesman of Surrey Police said on Monday that nobody was hurt.",
    ],
)
def test_what_only_looks_like_two_sentences_is_left_whole(whole: str) -> None:
    assert pieces(whole) == [whole]


def test_german_politeness_is_no_beginning_of_a_sentence() -> None:
    whole = "Im Blog können Sie alles Wichtige zum Hafen nachlesen."
    assert pieces(whole, "de") == [whole]


@pytest.mark.no_cover
def test_a_list_of_nothing_but_dates_is_not_read_to_its_end_from_each_of_them() -> None:
    dates = "\n".join(f"{day} May {year}" for year in range(1631, 2031) for day in range(1, 29))
    began = time.process_time()
    split(dates)
    assert time.process_time() - began < 5  # far above what it takes, far below what it took


def test_the_marks_of_a_transcript_are_no_part_of_what_is_said() -> None:
    assert pieces(">>> the wall has fallen.\n\n>> reporter: it fell at night.") == [
        "the wall has fallen.",
        "it fell at night.",
    ]


def test_the_numbers_of_a_list_are_no_part_of_its_items() -> None:
    assert pieces("1. Soak the barley.\n\nIt swells.\n\n2. Build a wall.")[::2] == ["Soak the barley.", "Build a wall."]
    assert pieces("We sell walls. • Light: one of straw. • Dark: one of stone.")[1:] == [
        "Light: one of straw.",
        "Dark: one of stone.",
    ]
    assert pieces("Der Hafen ruht.\n\n3. Liga: Alder hat gewonnen.", "de")[1] == "3. Liga: Alder hat gewonnen."


def test_a_day_in_brackets_is_no_part_of_the_story() -> None:
    assert pieces("(21. November 2022) Der Hafen bleibt zwei Wochen zu.", "de") == ["Der Hafen bleibt zwei Wochen zu."]
