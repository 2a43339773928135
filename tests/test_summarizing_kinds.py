"""reader.summarizing.kinds: what is no sentence of a story."""

from __future__ import annotations

import pytest

from reader.summarizing.candidates import Candidate
from reader.summarizing.kinds import is_shown, kinds

STORY = "The town council of Port Alder closed the harbour on Monday."


def kind(text: str, language: str = "en") -> str:
    return kinds([STORY, STORY, text, STORY, STORY], language)[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Poole (left) and the wall of the harbour.", "caption"),
        ("Mayor Ann Poole greets the crew of a ferry in Alder, Mer., Sunday, May 5, 2013.", "caption"),
        ("Families carry what is left of a boat along the quay, on May 5, 2013.", "caption"),
        ("Mayor Ann Poole speaks to sailors at the wall, Sunday, May 5, 2013, in Alder, Mer.", "caption"),
        ("The council speaks of a storm that broke the wall on May 5, 2013, in a report to the town.", ""),
        ("(1).", "fragment"),
        ("STRONG STORM BREAKS THE OLDEST WALL OF ALDER.", "fragment"),
        ("Inside Walls is powered by Blogger.", "note"),
        ("Council Of Alder Rejects The Idea Of A Wall Without Stones.", "fragment"),
        ("Merovia's Mayor and Chairman of the Harbour Board, Dr the Rt.", ""),
        ("Mayor Ann Poole met Harbour Master Carl Rusk in Port Alder.", ""),
        ("Tags: wall, harbour, storm.", "note"),
        ("Welcome to our blog about walls.", "promotion"),
        (
            "Welcome to our sunny and spacious harbour, which lies in the heart of the old town of Alder, behind a wall.",
            "",
        ),
        ("To download the map of the harbour, click here.", "promotion"),
        ("You can see more of the walls of Alder below.", "promotion"),
        ("Here are nine walls to see in Alder.", "promotion"),
        ("Here is a dream come true for all of the sailors of Alder: a wall that opens at night, without a crane.", ""),
        ("A boat that belongs to the council is seen in the harbour of Alder May 5, 2013.", "caption"),
        ("The councillors of Alder hurried to a meeting in the tower on May 5, 2013.", ""),
        ("Sailors look at the damaged wall of the harbour after the storm on Monday.", "caption"),
        ("Boats are seen in the harbour of Alder, Mer., on Sunday.", "caption"),
        ("Engineers took a long look at the wall on Monday.", ""),
        ("The wave of attacks on Monday was a surprise.", ""),
        ("The ferry will carry its first passengers on May 5, 2013.", ""),
        ("The new law carries a maximum fine of 900 crowns, the council said on Monday.", ""),
        ("A sailor carries a wet dog ashore after the storm in Alder on Monday.", "caption"),
        ("Ann Poole, pictured with her dog, has left the council.", "caption"),
        ("The harbour of Alder in file photos of last year.", "caption"),
        ("You can see the profile pictures of the sailors in the list of the guard.", ""),
        ("The ferry in a handout photo of the council.", "caption"),
        ("This handout tells the children of Alder how to build a wall.", ""),
        ("This is part of what has alarmed the guard of the harbour.", ""),
        ("This is part of a series on walls.", "note"),
        ("Archivbilder vom Hafen in Alder.", "caption"),
        ("Bürgermeisterin Anna Pohl (links) am Hafen.", "caption"),
        ("Der Hafen von Alder (Archivbild).", "caption"),
        ("Мэр Анна Поль (слева) в порту.", "caption"),
        ("阿尔德港口（资料图）。", "caption"),
        ("Photograph: Carl Rusk for the Courier.", "credit"),
        ("The harbour after the storm. Carl Rusk/AFP/Getty Images", "credit"),
        ("Foto: Karl Rusk.", "credit"),
        ("Welcome to the Courier's Harbour Report, a weekly digest of news from the ports of Merovia.", "note"),
        ("Want to find this in your inbox every morning, before the first boat?", "note"),
        ("Welcome to the Science of Rope, where we bring you more of it than you will find elsewhere.", "note"),
        ("I speak with the pilots of Alder in this week's episode of The Quay.", "note"),
        ("Editor's note: This article has been corrected.", "note"),
        ("A previous version of this article named another town.", "note"),
        ("Anmerkung der Redaktion: Wir haben den Text berichtigt.", "note"),
        ("Note de la rédaction : le texte a été corrigé.", "note"),
        ("От редакции: текст исправлен.", "note"),
        ("编者按：本文已更正。", "note"),
        ("Scroll down for video", "promotion"),
        ("Read more about the storm.", "promotion"),
        ("Media playback is not supported on this device", "promotion"),
        ("Watch the whole interview with Poole above.", "promotion"),
        ("Lesen Sie auch: Der Sturm von 1962.", "promotion"),
        ("Lire aussi : la tempête de 1962.", "promotion"),
        ("Leggi anche: la tempesta.", "promotion"),
        ("Lee también: la tormenta.", "promotion"),
        ("Leia também: a tempestade.", "promotion"),
        ("Читайте также: буря.", "promotion"),
        ("Читайте також: буря.", "promotion"),
        ("Czytaj także: sztorm.", "promotion"),
        ("اقرأ أيضا: العاصفة.", "promotion"),
        ("相关阅读：风暴。", "promotion"),
        ("関連記事：嵐。", "promotion"),
        ("Welcome to our page on harbours!", "promotion"),
        ("Welcome to Ropewalk, Ann Poole's morning primer on all things afloat.", "note"),
        ("To subscribe by letter, write to the harbour master.", "promotion"),
        ("The following is a transcript of a speech by Ann Poole at the harbour council.", "note"),
        ("Follow Ann Poole on Twitter @annpoole.", "promotion"),
        ("You can follow the storm on Facebook.", "promotion"),
        ("Please click the links below to see each quay.", "promotion"),
        ("For an exact quote schedule a visit today.", "promotion"),
        ("(Click the image to make it larger.)", "promotion"),
        ("If so, share your pictures of the storm with us.", "promotion"),
        ("Folgen Sie uns auf allen Kanälen.", "promotion"),
        ("Suivez-nous sur nos réseaux.", "promotion"),
        ("Síguenos en nuestras redes.", "promotion"),
        ("As an Amazon affiliate, I earn from what you buy.", "note"),
        ("My page has other affiliate links as well for your convenience.", "note"),
        ("This is a rush transcript of the debate in the council.", "note"),
        ("The latest on the storm in Port Alder (all times local):", "note"),
        ("Post written by Ann Poole.", "note"),
        ("Source: Port Authority.", "credit"),
        ("7 p.m.", "time"),
        ("on Tuesday, 16 December 2008 13:45.", "time"),
        ("In this blog I write of walls, of boats and of the Harbour Board.", "note"),
        ("July 19, 2012", "time"),
        ("___.", "fragment"),
        ("3 of 17.", "fragment"),
        ("of the council in Alder.", "fragment"),
        ("van Alder has left the council.", ""),
        ("18 ships wait in the port.", ""),
        ("def close(wall):\n    return {wall}.", "fragment"),
        ("Co-authored by Ann Poole.", "note"),
        ("Stand des Artikels: 26. Februar 2020, 12:30 Uhr.", "note"),
        ("I was given the book in exchange for an honest review.", "note"),
        ("Vielen Dank an den Verlag.", "promotion"),
        ("You can follow the storm from the tower of the church of Port Alder.", ""),
        ("Affiliates of the port say that the wall was never tested.", ""),
        ("Published 3 May 2013 at 05:36.", "time"),
        ("December 2025.", "time"),
        ("This is a preview of the ninth part of our series on the harbour.", "note"),
        ("Note: what stands here was written before the storm.", "note"),
        ("We may receive a commission if you buy a crane from a shop that we name.", "note"),
        ("Take a look at what the pilots of Port Alder said of the wall.", "promotion"),
        ("See what they said of it after the jump.", "note"),
        ("You help us if you switch off your ad blocker.", "note"),
        ("See the council's plan of the wall for more information.", "promotion"),
        ("(See “The old wall,” May 8.)", "promotion"),
        ("A screen shot of Carl Rusk, who is wanted for the theft of a crane.", "caption"),
        ("Sailors investigate a leak in the harbour of Alder May 5, 2013.", "caption"),
        ("Sailors react to the news in the harbour of Alder May 5, 2013.", "caption"),
        ("PORT ALDER, March 3. /NWS/.", "dateline"),
        ("Carl Rusk/Courier.", "credit"),
        ("Why did the council close the harbour?", "question"),
        ("为什么关闭港口？", "question"),
        ("The council gave three reasons:", "fragment"),
        ("Key takeaways", "fragment"),
        ("Quay | Length | Depth | Cranes.", "fragment"),
        ("We must close the harbour</tweet>.", "fragment"),
        (STORY, ""),
        ('"Why now?" asked Poole.', ""),
        ("The road above the harbour is open to the left of the bridge.", ""),
        ("Many families of the town need handouts for basic medicines.", ""),
        ("Readers more or less agreed with the mayor of the town.", ""),
    ],
)
def test_the_kind_of_a_line(text: str, expected: str) -> None:
    assert kind(text) == expected


def test_what_is_seen_now_above_a_photographers_name_is_a_caption() -> None:
    shown, credit = "Sailors clash with masons as they storm the office of the harbour.", "Carl Rusk/AFP/Getty Images"
    assert kinds([STORY, shown, credit, STORY]) == ["", "caption", "credit", ""]
    assert kinds([STORY, shown, STORY, STORY])[1] == ""
    assert kinds([STORY, STORY, credit, STORY])[1] == ""


def test_what_leads_to_the_first_question_of_an_interview_is_part_of_it() -> None:
    texts = ["In Ihrem Buch schreiben Sie von Kränen.", *["Wer zahlt sie?", "Der Rat zahlt jeden Kran."] * 4]
    assert kinds(texts, "de")[:3] == ["question", "question", ""]
    assert kinds([STORY, *texts[1:]], "de")[0] == ""


def test_what_stands_behind_the_number_of_a_picture_is_a_caption() -> None:
    assert kinds(["1 of 3.", "Sailors mend a net at the wall of the harbour.", STORY]) == ["fragment", "caption", ""]


def test_a_caption_reaches_to_its_credit() -> None:
    shown = [
        "In this file photo, Ann Poole walks on the quay.",
        "The mayor spoke to pilots.",
        "(AP Photo/Carl Rusk, File)",
    ]
    assert kinds([*shown, STORY]) == ["caption", "caption", "credit", ""]
    assert kinds([shown[0], STORY, STORY, STORY])[1] == ""


def test_the_facts_above_a_review_are_no_sentences_of_it() -> None:
    facts = ["THE BELL Rating: 3 out of 4 stars.", "Rated: PG-13 for language.", "Stars: Ann Poole, Carl Rusk."]
    assert kinds([*facts, STORY, STORY, STORY, STORY]) == ["fragment"] * 3 + [""] * 4
    assert kinds([STORY, "Poole: I know.", STORY, STORY]) == [""] * 4


def test_who_wrote_the_text_is_part_of_the_note_that_says_so() -> None:
    note, author = "The following is a guest post by Carl Rusk.", "Carl is the co-founder of Quay, a school of walls."
    assert kinds([note, author, STORY]) == ["note", "note", ""]
    assert kinds([STORY, author, STORY]) == [""] * 3


def test_greek_questions_and_armenian_sentences_end_with_marks_of_their_own() -> None:
    assert kind("Ήταν η καταιγίδα;", "el") == "question"
    assert kind("Նավահանգիստը փակ է:", "hy") == ""


def test_a_standfirst_needs_no_full_stop_but_a_caption_that_was_cut_off_does() -> None:
    texts = ["Ships are sent to Birchhaven while the wall is being repaired", STORY, "Repairs and their price", STORY]
    assert kinds(texts) == ["", "", "fragment", ""]
    assert kinds(texts, places=[Candidate(0, 0, cut=True), *[Candidate(0, 0)] * 3])[0] == "fragment"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("by Carl Rusk on Wednesday, November 16, 2011 at 9:41am", "time"),
        ("Posted by Carl Rusk in Harbours, Storms, News and Reviews", "time"),
        ("Carl Rusk for the Courier / 8 hours ago / in Port Alder", "time"),
        ("How to Mend the Wall of a Harbour: A Guide for the Rest of Us", "fragment"),
        ("Carl Rusk is Archive Manager at the Institute of Harbours and Walls", "fragment"),
        ("Tested by: Carl Rusk Price: 23.99 More: at the harbour of Port Alder", "fragment"),
        ('<tweet id="7569" author="@poole">I am thrilled to be here in Port Alder', "fragment"),
        ("Port Alder council wants 12 million crowns for the wall by June 2014", ""),
    ],
)
def test_not_every_first_line_without_a_full_stop_is_a_standfirst(line: str, kind: str) -> None:
    assert kinds([line, STORY, STORY, STORY])[0] == kind


def test_a_text_without_full_stops_is_no_row_of_fragments() -> None:
    assert kinds(["ท่าเรือปิดแล้ว", "เรือกำลังรอ", "ฝนตก"], "th") == ["", "", ""]


def test_a_list_of_short_lines_does_not_make_a_text_one_without_full_stops() -> None:
    names = ["Harbour Board", "Pilots of Alder", "Port of Norra", "Ropes and Sons", "The Wall"]
    asked = "These are the towns and boards that signed the letter of the mayor on Monday:"
    assert kinds([STORY, asked, *names, STORY]) == ["", *["fragment"] * 6, ""]


def test_a_paragraph_that_ends_in_a_credit_is_a_caption() -> None:
    texts = ["The wall of Alder.", "Sailors hope for stones from Norra by May.", "Ida Berg/Star-Herald", STORY]
    one = [Candidate(0, 0), *[Candidate(0, 0, begins=False)] * 2, Candidate(0, 0)]
    assert kinds(texts, places=one) == ["caption", "caption", "credit", ""]
    assert kinds(texts, places=[Candidate(0, 0)] * 4) == ["", "", "credit", ""]


def test_those_who_are_pictured_next_to_somebody_may_stand_in_any_sentence() -> None:
    assert kinds(["The series of Ann Poole has sailors pictured next to their dogs on the wall."]) == [""]
    assert kinds(["Ann Poole, pictured right, has a dog on the wall."]) == ["caption"]


def test_of_an_interview_the_turns_of_the_asker_are_questions() -> None:
    texts = [
        "Poole has not slept for nine days.",
        "Courier: Good morning.",
        "Why is the harbour closed?",
        "Poole: The wall has fallen.",
        "Courier: And now?",
        "Poole: We build it again.",
        "Courier: Thank you.",
        "Poole: I go on.",
    ]
    assert [i for i, found in enumerate(kinds(texts)) if found] == [1, 2, 4, 6]


def test_a_label_that_stands_once_makes_no_interview() -> None:
    texts = ["Poole has slept.", "Warning: the wall may fall.", "Poole: I know.", "Ships wait.", "It rains."]
    assert not any(kinds(texts))


def test_captions_are_worded_in_the_present() -> None:
    assert is_shown("Mayor Ann Poole waves to the crew of the ferry on Sunday.")
    assert not is_shown("Mayor Ann Poole waved to the crew of the ferry on Sunday.")
    assert not is_shown("The mayor known for his wide smiles was on the ferry on Sunday.")


def test_a_headline_that_was_run_together_with_the_lead_is_none_of_the_story_and_a_lead_without_a_full_stop_is() -> (
    None
):
    title = "Council of Port Alder to close the harbour for two weeks in May"
    assert kinds([title, STORY, STORY], places=[Candidate(0, 0, cut=True), *[Candidate(0, 0)] * 2])[0] == "fragment"
    lead = (
        f"{title} after the storm of last night had broken the oldest of its walls, the mayor told a crowd in the rain"
    )
    assert kinds([lead, STORY, STORY], places=[Candidate(0, 0, cut=True), *[Candidate(0, 0)] * 2])[0] == ""


def test_markup_and_headlines_do_not_make_a_text_one_without_full_stops() -> None:
    heads = ["Rusk Asks Why The Wall Of Alder Has No Stones.", "<post id='9'>The wall is gone", "| Wall | 12 |"]
    assert kinds([STORY, *heads]) == ["", *["fragment"] * 3]


def test_who_wrote_it_and_what_she_did_before_is_no_part_of_the_story() -> None:
    bio = ["Ann Poole is a writer at the Courier, where she covers walls.", "Previously, she was a reporter in Norra."]
    assert kinds([*bio, STORY]) == ["note", "note", ""]
    assert kinds([bio[0], STORY]) == ["", ""]
