"""reader.language.quotes and speakers: what stands in quotation marks, and who said it."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.names.mentions import names
from reader.language.quotes.quotations import maybe_quoted, quotes


def said(text: str) -> list[tuple[str, str | None]]:
    return [(q.text, q.speaker) for q in quotes(text)]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ('"We know nothing of it," Dmitry Peskov said.', "We know nothing of it,", "Dmitry Peskov", "said"),
        ("“We know nothing,” said Dmitry Peskov, the spokesman.", "We know nothing,", "Dmitry Peskov", "said"),
        ('Ilse Brandt told the board: "It will be dry by May."', "It will be dry by May.", "Ilse Brandt", "told"),
        ('According to Ilse Brandt, "it will be dry by May".', "it will be dry by May", "Ilse Brandt", "According to"),
        ('"It is dry," Sen. Anna Berg (D-Maine) said.', "It is dry,", "Anna Berg", "said"),
        ('"It is dry," said Rep. Anna Berg.', "It is dry,", "Anna Berg", "said"),
        ('"It is dry," Mr. Berg said Tuesday.', "It is dry,", "Berg", "said"),
        ("‘It is dry,’ said Anna Berg.", "It is dry,", "Anna Berg", "said"),
        ("„Das ist falsch“, sagte Olaf Scholz am Montag.", "Das ist falsch", "Olaf Scholz", "sagte"),
        ("« C'est faux », a déclaré Emmanuel Macron.", "C'est faux", "Emmanuel Macron", "déclaré"),
        ("«Это неправда», — заявил Дмитрий Песков.", "Это неправда", "Дмитрий Песков", "заявил"),
        ("泽连斯基说：“我们不会放弃。”", "我们不会放弃。", "泽连斯基", "说"),
        ('"It is dry," a senior engineer said.', "It is dry,", "a senior engineer", "said"),
        ('"Is that so?" asked Anna Berg.', "Is that so?", "Anna Berg", "asked"),
        ('Anna Berg, the mayor of Kelm, said "the dam will hold".', "the dam will hold", "Anna Berg", "said"),
        ('In public the Kelm authorities said "it will be dry".', "it will be dry", "the Kelm authorities", "said"),
        (
            "Hinter den Kulissen wirbt Anna Berg dafür. „Das ist besser“, sagt sie.",
            "Das ist besser",
            "Anna Berg",
            "sagt",
        ),
        ('Anna Berg called the plan "a hole in the water".', "a hole in the water", "Anna Berg", "called"),
        ('"It is dry,” Anna Berg said.', "It is dry,", "Anna Berg", "said"),
    ],
)
def test_a_quotation_is_found_with_its_speaker(text: str, words: str, speaker: str, cue: str) -> None:
    (quote,) = quotes(text)
    assert (quote.text, quote.speaker, quote.cue) == (words, speaker, cue)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It is dry," croaked Anna Berg, looking up.', "Anna Berg"),
        ('"It is dry," a weary Anna Berg bellowed.', "Anna Berg"),
        ("“It is dry.” — Anna Berg, engineer", "Anna Berg"),
        ("“It is dry.” -Commissioner Anna Berg", "Anna Berg"),
        ("„Der Damm ist trocken“, so die Sprecherin Anna Berg.", "Anna Berg"),
        ("„Der Damm ist trocken“, so Hafenmeisterin Anna Berg.", "Anna Berg"),
        ("工程师李晓梅说：“水坝已经干了。”", "李晓梅"),
        ('"It is dry."\n\n- Anna Berg, Kelm', "Anna Berg"),
        ("Berg’s deputy, Otto Lind, said: “It is dry.”", "Otto Lind"),
        ("Her deputy, Otto Lind, wrote that it was “a swamp”.", "Otto Lind"),
        ("“It is dry,” Anna Berg, the mayor, whose house stands near the dam, told reporters.", "Anna Berg"),
        ("Anna Berg disagrees: “It is dry.”", "Anna Berg"),
        ("Anna Berg released this statement:\n\n“It is dry, and it has been dry for years.”", "Anna Berg"),
        ("‘It was the divers’ own idea,’ said Anna Berg.", "Anna Berg"),
        ("「ダムを閉鎖する」と市長の山田玲奈さんは月曜日に述べた。", "山田玲奈"),
        ("山田玲奈氏は「ダムを閉鎖する」と語った。", "山田玲奈"),
        ('Swedish Prime Minister Anna Berg spoke out, suggesting "haste" was to blame.', "Anna Berg"),
        ('Some chanted "Open it now, open it now".', "Some"),
        ('Anna Berg said the divers were slow, adding that Otto Lind was "no help at all".', "Anna Berg"),
        ('Anna Berg said she really thinks the dam is "as good as new".', "Anna Berg"),
    ],
)
def test_a_speaker_is_found_in_many_forms(text: str, speaker: str) -> None:
    assert said(text)[0][1] == speaker


def test_each_clause_has_a_speaker_of_its_own() -> None:
    text = "According to the mayor, the dam was “a wreck”; Otto Lind disagrees: “It is fine.”"
    assert [speaker for _, speaker in said(text)] == ["the mayor", "Otto Lind"]


def test_he_and_she_are_two_people() -> None:
    text = "Mayor Anna Berg met the engineer Otto Lind. “It will burst,” he warned. “Then close it,” she replied."
    assert [speaker for _, speaker in said(text)] == ["Otto Lind", "Anna Berg"]


def test_he_is_who_is_known_to_be_a_man_beside_one_who_may_be_either() -> None:
    found = said("Ysa Berg and her brother Otto Lind run the mill. “We must sell,” he argued. “Never,” she said.")
    assert [speaker for _, speaker in found] == ["Otto Lind", "Ysa Berg"]


def test_a_pronoun_nobody_fits_stays_a_pronoun() -> None:
    assert said("Otto Lind was there. “It will burst,” she warned.")[0][1] == "she"


def test_a_name_that_looks_like_a_verb_is_none() -> None:
    text = 'It was seen in the United States as "a bad habit of the young".'
    assert said(text)[0][1] is None


def test_short_paragraphs_of_one_speech_are_of_one_speaker() -> None:
    text = "“We looked at every pump,” said Otto Lind.\n\n“Two leaked.\n\n“The rest held.”"
    assert [speaker for _, speaker in said(text)] == ["Otto Lind"] * 3


def test_a_headline_that_quotes_is_no_second_quotation() -> None:
    text = "Lind: ‘It will burst’\n\nThe dam will not hold. “It will burst,” said Otto Lind."
    assert said(text) == [("It will burst,", "Otto Lind")]


def test_a_quotation_that_its_speaker_interrupts_is_two_of_one_speaker() -> None:
    assert said('"It is dry," Anna Berg said. "It has been dry for a year."') == [
        ("It is dry,", "Anna Berg"),
        ("It has been dry for a year.", "Anna Berg"),
    ]


def test_who_is_named_with_a_title_goes_on_in_the_next_sentence() -> None:
    text = '"It is dry," said Prof. J. Berg of Kelm, who measures it. "We shall dig until it is not."'
    assert [speaker for _, speaker in said(text)] == ["J. Berg of Kelm"] * 2


def test_a_quotation_over_several_paragraphs_keeps_its_speaker() -> None:
    text = (
        '"The dam was never closed," Anna Berg said. "I saw it open.\n\n"I saw it twice, in fact, and so did others."'
    )
    assert [speaker for _, speaker in said(text)] == ["Anna Berg"] * 3


def test_a_pronoun_stands_for_who_spoke_last() -> None:
    text = '"The dam will hold," Anna Berg told reporters.\n\n"I have seen it," she added.'
    assert [speaker for _, speaker in said(text)] == ["Anna Berg", "Anna Berg"]


def test_a_pronoun_stands_for_the_subject_and_not_for_what_is_named_beside_it() -> None:
    text = "Salra Quorin, who herds goats, saw water in the Vadri Sem. She rang the town. “They hung up,” she said."
    assert said(text)[0][1] == "Salra Quorin"
    spoken = "Quorin spokeswoman Ilva Tesk was angry. “It is not true,” she said."
    assert said(spoken)[0][1] == "Ilva Tesk"


def test_a_pronoun_stands_for_who_begins_a_sentence_since_the_last_speaker() -> None:
    text = "“We are full,” said the market.\n\nWilf Dannick drove a crane for 26 years. “It never slept,” he said."
    assert [speaker for _, speaker in said(text)] == ["the market", "Wilf Dannick"]
    same = "Wilf Dannick was there. “It slept,” said Otto Lind. “It never woke,” he said."
    assert [speaker for _, speaker in said(same)] == ["Otto Lind", "Otto Lind"]


def test_an_appositive_between_speaker_and_verb_is_not_the_speaker() -> None:
    assert said('Anna Berg, who met Ilse Brandt in March, said: "The dam will hold."')[0][1] == "Anna Berg"


def test_the_one_spoken_about_is_not_the_speaker() -> None:
    assert said('A spokesman for Ilse Brandt said "the dam will hold for a year".')[0][1] == "A spokesman"


def test_a_dialogue_with_dashes_is_read() -> None:
    text = "Anna Berg was asked about it.\n– The dam will hold – said Berg. – It held in March – she added."
    assert said(text) == [("The dam will hold", "Anna Berg"), ("It held in March", "Anna Berg")]


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert said("– Reuters\n– The price of bread\n– A walk along the river") == []


def test_what_somebody_said_is_not_who_said_it() -> None:
    text = 'An article ("The harbour is a lake, and a sad one") said that the council had spent the money.'
    assert said(text) == [("The harbour is a lake, and a sad one", None)]


def test_a_transcript_names_its_speakers() -> None:
    assert said("“BERG: The dam will hold, I am sure of it.”") == [("The dam will hold, I am sure of it.", "BERG")]


@pytest.mark.parametrize(
    "text",
    [
        'He was seen on the show "Good Morning Kelm" in May.',
        "The film “The Long Way Home” opens in June.",
        "There was talk of a ‘crisis’ in the villages.",
        "It was 5'11\" tall, and the rock 'n' roll was loud.",
        "Nobody's dogs' bowls were empty.",
        "",
        '"',
        "““““",
    ],
)
def test_titles_asides_and_apostrophes_are_no_quotations(text: str) -> None:
    assert quotes(text) == []


def test_a_word_in_double_marks_is_a_quotation_by_nobody() -> None:
    assert said("There was talk of a “crisis” in the villages.") == [("crisis", None)]


def test_a_quotation_nobody_is_named_for_has_no_speaker() -> None:
    assert said('On the wall stood: "the water belongs to those who carry it".')[0][1] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We have nothing to sell,” said the director, Kai Wenk.", "Kai Wenk"),
        ("“It is late,” said the mayor of Brack, Ilse Brandt, on Monday.", "Ilse Brandt"),
        ("“It is late,” said the mayor, a baker by trade.", "the mayor"),
    ],
)
def test_the_name_behind_an_office_is_the_speakers(text: str, speaker: str) -> None:
    assert said(text)[0][1] == speaker


def test_what_is_cried_or_somebodys_word_for_something_is_no_title() -> None:
    assert [words for words, *_ in said("From the gallery came “Shame!” and a shoe.")] == ["Shame!"]
    assert [words for words, *_ in said("Otto Lind proclaimed a goal of “Fewer Boats.” He left.")] == ["Fewer Boats."]


def test_titles_notes_of_transcripts_and_doubled_marks_are_not_said() -> None:
    assert said("Kai Brandt told “Breakfast With Voss” that he was tired, adding nothing.") == []
    assert said('WENK: "(APPLAUSE.)"') == []
    assert [words for words, *_ in said('"“The dam will hold,” Ines Moll said.')] == ["The dam will hold,"]


def test_a_quotation_that_goes_on_is_not_closed_by_one_within_it() -> None:
    text = 'The mayor, Ines Moll, said: "I read in “The Lower Post” that it rained.\n\n"It did not."'
    assert said(text)[0][0] == "I read in “The Lower Post” that it rained."


@given(st.text(alphabet=st.sampled_from(list("Ab. ,\n\"'“”‘’«»„–— said:Berg我说")), max_size=200))
def test_any_marks_give_exact_offsets_in_order(text: str) -> None:
    found = quotes(text)
    assert all(text[q.start : q.end] == q.text and q.text for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    assert all(text[q.start : q.end] == q.text for q in quotes(text))


def _seconds(text: str, work: Callable[[str], object] = quotes) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


@pytest.mark.no_cover
def test_cost_grows_with_length_and_no_faster() -> None:
    piece = '"It is dry," Anna Berg said. "It is very dry," the board replied. '
    # The least of three: what disturbs only adds.
    timed = [min(_seconds(piece * count) for _ in range(3)) for count in (100, 800)]
    assert timed[1] < 8 * 4 * max(timed[0], 0.005)


@pytest.mark.no_cover
def test_in_a_line_of_records_no_text_is_read_through_for_each_mark() -> None:
    records = "".join(f'{{"{a}{b}{c}":' for a in "abcdefghij" for b in "klmnopqrst" for c in "uvwxyzabcdefghij")
    taken, names_taken = (min(_seconds(records, work) for _ in range(5)) for work in (quotes, names))
    assert taken < 15 * names_taken


@pytest.mark.parametrize(
    "text",
    [
        "“We sail at noon,” said Ada Brunt. “Or later.” He read “The Long Way Home”.",
        "– We sail at noon, – said Ada Brunt. – Or later.",
        "VOSS: “The lock is shut.\n\n“It stays so,” she added.",
        "It's the drivers' bus.",
    ],
)
def test_every_quotation_stands_where_one_may_be(text: str) -> None:
    places = maybe_quoted(text)
    assert [(one.start, one.end) for one in quotes(text) if (one.start, one.end) not in places] == []
