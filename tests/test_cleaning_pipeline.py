"""Whole texts in, articles out: the raw forms of scraped news, rebuilt with invented content, and texts of any kind at all."""

from __future__ import annotations

import json
import textwrap
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.article import Article, RawDocument
from reader.cleaning import assembly, clean, fates, page_lines
from reader.cleaning.input.repair import repaired
from reader.cleaning.input.text_lines import split
from reader.safety import plain_line

AGENCY_DUMP = """All news

Harbour ministry has no word on whether the lagoon bridge will open before winter

According to the Kesten Courier, engineers believe that the bridge is likely to need another inspection and new cables

KESTEN, November 7. /TASS/. The lagoon bridge will open when its cables have been looked at and not a day before, \
ministry spokeswoman Ilsa Morrow told reporters on Monday.

"A cable has no opinion. It holds or it does not, and I shall tell you which of the two when the engineers have come down \
from it," the spokeswoman said when somebody wanted to hear about October.

The Kesten Courier had written at the weekend that the cables come from a firm that \
had never built for salt water, and that the firm was told so in the spring.

At the firm's office a recorded voice thanked a correspondent for her patience, of which she had shown none.

·On February 24, the council of Kesten laid the first stone of the bridge, which the fishermen of the lagoon had wanted for years. \
Three islands have joined the plan since, and the towns on the shore send workers and stone."""

UNDATED_DUMP = """Islands: We are ready to share the ferry

Islands: We are ready to share the ferry
Islands: We are ready to share the ferry

Islands: We are ready to share the ferry

Harbours (Agencies)

Yesterday the council of Orrin declined to comment on a report that the two islands had held quiet talks about the ferry, saying \
that it was always open to a common timetable.
“A timetable is not a treaty,” council speaker Dana Velt answered from the gangway.
A second report, of a shipyard that would like to sell the two of them a larger ship, made him laugh; the mayor of Sall has said \
that she will look at ships in spring and not before.
Passengers will have to get up earlier in the coming weeks, the port wrote on its board, though the night boat \
would go on as before.

#Islands #ready #share #ferry

Leave a Comment

Your email address will not be published. Required fields are marked *

Scroll to Top"""

PORTAL_DUMP = """ date 2021-03-18 icon bookmark-bicon bookmarkicon cameraicon checkicon chevron downicon chevron lefticon closeicon \
v-compressicon downloadicon editicon v-expandicon fbicon fileicon filtericon mailicon
18 Mar, 2021 09:42
HomeIsland News

Mayor confirms hints from the mainland on a new lighthouse

The mayor of Sall says she would agree to the plan if the keeper's house is kept
Mayor confirms hints from the mainland on a new lighthouse
Mayor Runa Castell ©  AFP / Ole Brandt

The mayor of Sall has acknowledged that the mainland has been speaking to her about the possibility of a new lighthouse on the cape.

“I had received hints from several ministers, who said: ‘We think the old tower has had its time.’ And I said that we would talk \
about it in the open,” Castell told journalists on Wednesday.

“I’m ready to talk about such a plan. I’ll discuss with the council how to do it,” she said, adding that she does not want to meet \
behind closed doors.

Recent reports indicate that the coast guard has been pressing the island to give up its refusal. Last week, the chief of the guard \
suggested that the tower might not stand another storm like the one of December.

Keeper’s terms ‘out of the question’ – coast guard
Read more
Keeper’s terms ‘out of the question’ – coast guard

“Nobody has ever moved a tower of ours behind our backs… Would we notice? It is rather tall,” she said.

The statement follows a meeting of the two harbour masters, which took place on the ferry earlier this week and was kept short by \
the weather.

READ MORE: Storm takes the roof of the old fish hall

To the coast guard the mayor's words only proved how little the island knew about lamps and lenses of today.

Top stories

Bay Features

You are under the lamp: why islanders sleep badly and what a new study says about it
You are under the lamp: why islanders sleep badly and what a new study says about it FEATURE
The mayor was absent from the feast of the nets: what does that mean for the mayor and for the feast itself?
The mayor was absent from the feast of the nets: what does that mean for the mayor and for the feast itself? FEATURE
Podcasts
All podcasts
The high cost of rope and tar
0:00
23:1
0:00
24:44

Bay News App

© Autonomous Nonprofit Organization “Bay”, 2005–2021. All rights reserved.

This website uses cookies. Read Bay Privacy policy to find out more.

Accept cookies"""

HEADLESS = """Whether the port would sit down with its new owner was what everybody wanted to hear from Tomas Arlen at the noon \
briefing, the fifth in as many days. He was asked it in three languages and in the end by the man who brings the sandwiches, who is \
a shareholder.
– Our wishes are written on the gate, and the gate saidthat they are still the same when I came in – said Arlen. – Somebody has to \
stand below the load while it swings. It should be a person who has slept – he added…
Port and owner. A table is being looked for, and so is somebody to sit at it
The Courier has found the letter of June 14 in which the port named its price: no more night shifts for the dockers who are over \
fifty, and a roof on each of the four quays.
The owner called the roofs a sign of weakness – his own house is said to have two. The dockers then drew up a plan of their own, \
with a longer break and two more cranes in it.
Strike in the port. The owner has sent flowers. “They were tulips”
When the dockers had voted the mayor thanked both sidesbut could not tell anybody on the town hall steps what came after thanks.
– A town can wait for bread and it can wait for ships. It has never tried the two together, and I would sooner not find out what it \
says to me then, the mayor said on Thursday."""


def article(text: str, **said: object) -> Article:
    return clean(RawDocument(identity="x", text=text, **said))  # type: ignore[arg-type]


def lines_of(text: str, fate: str) -> list[int]:
    return [number for number, given in fates(RawDocument(identity="x", text=text)).items() if given == fate]


def test_an_agency_dump_gives_headline_standfirst_body_and_a_year_inferred_from_the_weekday() -> None:
    found = article(AGENCY_DUMP, fetched=datetime(2024, 5, 1))
    assert found.headline == "Harbour ministry has no word on whether the lagoon bridge will open before winter"
    assert found.standfirst is not None
    assert found.standfirst.startswith("According to the Kesten Courier, engineers")
    assert [p.line for p in found.paragraphs] == [7, 9, 11, 13, 15]
    assert found.paragraphs[-1].text.startswith("On February 24")
    assert found.dateline == "KESTEN, November 7. /TASS/."
    assert found.text.startswith("KESTEN, November 7. /TASS/. The lagoon")
    assert (found.published, found.published_from) == (date(2022, 11, 7), "inferred")
    assert found.published_why == "7 November was a Monday in 2022"
    assert found.day_and_month is None
    assert found.outlet == "TASS"
    assert [r.line for r in found.removed] == [1]


def test_a_weekday_of_another_report_settles_no_year() -> None:
    text = """Island bakes the mainland a cake about the night boat — newspaper
The harbour counts on the mayor to give up the last sailing for a better first one
SALL, November 6. /TASS/. The harbour of Sall has sent the mainland a cake with the timetable of the night boat on it, the \
Kesten Courier reported on Saturday, citing sources.
The sources, two ferrymen and a baker, take it for a friendly gesture and the icing for a mistake.·
The mayor's door, she has let it be known since the spring, is open to everybody who knocks with news of the boat."""
    found = article(text)
    assert found.published is None
    assert found.published_from == "unknown"
    assert found.day_and_month == "--11-06"
    assert found.paragraphs[1].text.endswith("mistake.")
    assert found.outlet == "TASS"


def test_an_undated_dump_stays_undated_and_its_repeated_headlines_go() -> None:
    found = article(UNDATED_DUMP)
    assert found.headline == "Islands: We are ready to share the ferry"
    assert found.dateline == "Harbours (Agencies)"
    assert (found.published, found.outlet, found.day_and_month) == (None, None, None)
    assert [p.line for p in found.paragraphs] == [10, 11, 12, 13]
    assert {r.line: r.rule for r in found.removed} == {
        3: "headline again", 4: "headline again", 6: "headline again", 15: "hashtags", 17: "comment form",
        19: "comment form", 21: "scroll link",
    }  # fmt: skip


def test_a_portal_dump_keeps_headline_standfirst_caption_and_body_and_names_what_it_cut() -> None:
    found = article(PORTAL_DUMP)
    assert found.headline == "Mayor confirms hints from the mainland on a new lighthouse"
    assert found.standfirst == "The mayor of Sall says she would agree to the plan if the keeper's house is kept"
    assert found.published == datetime(2021, 3, 18, 9, 42)
    assert found.published_from == "stated"
    assert [p.line for p in found.paragraphs if p.kind == "caption"] == [9]
    assert [p.line for p in found.paragraphs if p.kind == "body"] == [11, 13, 15, 17, 23, 25, 29]
    rules = {r.line: r.rule for r in found.removed}
    assert rules[1] == "icon names"
    assert rules[2] == "date line"
    assert rules[8] == "headline again"
    assert rules[19] == rules[21] == "link to another article"
    assert rules[20] == rules[27] == "read more"
    assert "FEATURE" not in found.text
    assert "cookies" not in found.text


def test_a_text_without_its_headline_gets_none_and_keeps_its_subheads_and_glued_words() -> None:
    found = article(HEADLESS)
    assert found.headline is None
    assert [p.line for p in found.paragraphs if p.kind == "subhead"] == [3, 6]
    assert [p.line for p in found.paragraphs if p.kind == "body"] == [1, 2, 4, 5, 7, 8]
    assert "saidthat" in found.text
    assert found.published is None
    assert not found.removed


def test_what_the_document_says_about_itself_is_preferred() -> None:
    found = article(
        PORTAL_DUMP,
        headline="From the feed",
        outlet="Sall Gazette",
        published=date(2021, 3, 17),
        byline="Ana Orr",
        url="https://sall.example/1",
    )
    assert (found.headline, found.outlet, found.published, found.byline) == (
        "From the feed",
        "Sall Gazette",
        date(2021, 3, 17),
        "Ana Orr",
    )
    assert found.url == "https://sall.example/1"


def test_the_agency_of_a_reprint_is_kept_apart_from_the_outlet() -> None:
    text = HEADLESS.replace("Whether the port", "KESTEN (Reuters) - Whether the port")
    found = article(text, outlet="Sall Gazette")
    assert (found.outlet, found.agency) == ("Sall Gazette", "Reuters")


def test_what_is_cut_from_the_middle_and_stands_in_the_text_is_a_pull_quote() -> None:
    quote = "It is only Tuesday and the weather is here already"
    lines = split(
        [
            "Kesten dredges its harbour again",
            "The harbour of Kesten will be dredged again next year, the council said after long talks with the mainland.",
            "Several members wanted to wait for the spring, but the fishermen said that the mud had no patience left.",
            f"„{quote}“",
            "Something that nobody says in the text, and no menu either",
            f"“{quote},” council speaker Dana Velt answered from the gangway. Nobody else had anything to add to that.",
        ]
    )
    cut = assembly.removed(assembly.draft(lines, [False, True, True, False, False, True]))
    assert [piece.rule for piece in cut] == ["pull quote", "menu or link"]


def test_furniture_alone_gives_no_text_and_loses_nothing() -> None:
    text = "Home\nNews\nSport\nLog in\nSubscribe to our newsletter\n© 2020 Bay Media Ltd. All rights reserved"
    found = article(text)
    assert found.text == ""
    assert [r.line for r in found.removed] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("text", ["・" * 12, "Home\n" + "・" * 12, "゛" * 9 + "\nHome"])
def test_lines_without_a_word_are_cut(text: str) -> None:
    assert [r.text for r in article(text).removed] == text.split("\n")


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\x00\x01", "x", "\ufeff", "\n" * 1000])
def test_next_to_nothing_gives_an_empty_article(text: str) -> None:
    assert article(text).text in ("", "x")


def test_hard_wrapped_text_is_joined() -> None:
    paragraphs = [
        "The council of the harbour town of Kesten has decided to keep the old crane on the northern quay, which was built when the "
        "first steamers came in and has not lifted anything since the great storm of the year before last.",
        "Several members wanted to sell the iron, because the price had doubled within a year and the roof of the school has to be "
        "mended before the winter, but the fishermen said that the crane was the only mark they could see from the bay.",
    ]
    wrapped = "\n\n".join(textwrap.fill(p, 72) for p in paragraphs)
    found = article("Kesten keeps its crane\n\n" + wrapped)
    assert found.text.split("\n\n") == paragraphs


def test_control_codes_never_get_through() -> None:
    text = AGENCY_DUMP.replace("bridge", "\x1b[31mbri\x9b1mdge\x1b]0;title\x07\u202e")
    found = article(text)
    shown = " ".join([found.text, found.headline or "", found.standfirst or "", *(r.text for r in found.removed)])
    assert not set(shown) & set("\x1b\x9b\x07\u202e")
    assert "bridge" in found.text


TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(
            [
                *AGENCY_DUMP.split("\n"),
                *UNDATED_DUMP.split("\n"),
                *PORTAL_DUMP.split("\n"),
                "12.11.2022",
                "\x1b[0m ·",
                "a-",
            ]
        ),
        max_size=40,
    ).map("\n".join),
)


@settings(max_examples=120, deadline=None)
@given(TEXTS)
@example(PORTAL_DUMP)
@example("\x9bA")
@example("Ð¡")
@example("Ã\x1b¡")
def test_every_line_with_text_is_kept_or_removed_and_no_character_is_invented(text: str) -> None:
    document = RawDocument(identity="x", text=text)
    found = clean(document)
    raw = page_lines(document)
    given_fates = fates(document)
    assert {r.line for r in found.removed} == {number for number, fate in given_fates.items() if fate == "cut"}
    assert {p.line for p in found.paragraphs} <= set(given_fates)
    # a terminal sequence goes whole, letters and all
    plain = {number: line for number, line in enumerate(raw, 1) if not set(line) & set("\x1b\x9b")}
    visible = {number for number, line in plain.items() if any(c.isalnum() for c in line)}
    printable = {n for n in visible if any(c.isalnum() and c.isprintable() for c in raw[n - 1])}
    assert printable <= set(given_fates)
    there = Counter(text.replace("\x0b", " ")) | Counter(repaired(text)) | Counter(repaired(plain_line(text)))
    for piece in (
        *(p.text for p in found.paragraphs),
        *(r.text for r in found.removed),
        found.headline or "",
        found.standfirst or "",
    ):
        assert not Counter(c for c in piece if not c.isspace()) - there


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/pdivah1 '\"=&;#x-!\n", max_size=300))
def test_no_page_however_broken_raises(markup: str) -> None:
    clean(RawDocument(identity="x", text=markup, kind="html"))


@pytest.mark.parametrize(
    "text",
    [
        "A sentence of some words that goes on. " * 12_500,
        "Home\nNews\nSport\nWeather\n" * 10_000,
        "#a " * 150_000,
        "12.11.2022 " * 40_000,
        "(" * 500_000,
        "\n".join(
            f"The council of Kesten met for the {k}th time and said that the harbour has to be dredged before winter.\n"
            f"Fish hall {k} loses its roof in a storm"
            for k in range(3_500)
        ),
    ],
    ids=["one line", "menus", "hashtags", "dates", "brackets", "links in the text"],
)
@pytest.mark.no_cover
@pytest.mark.usefixtures("a_tenth_of_the_lines")
def test_half_a_megabyte_takes_a_moment_and_not_seconds(text: str) -> None:
    started = time.process_time()
    article(text)
    assert time.process_time() - started < 0.8  # far above what it takes, far below what anything quadratic would


SHARED = Path(__file__).parents[2] / "shared" / "articles"


@pytest.mark.skipif(not (SHARED / "gold.json").exists(), reason="the five shared texts are not here")
@pytest.mark.parametrize("number", range(5))
def test_the_shared_texts_come_out_as_a_careful_reader_wants_them(number: int) -> None:
    name, gold = sorted(json.loads((SHARED / "gold.json").read_text(encoding="utf-8"))["articles"].items())[number]
    text = (SHARED / name).read_text(encoding="utf-8")
    found = article(text, fetched=datetime(2025, 1, 1))
    for fate, field in (("body", "body"), ("subhead", "subheads"), ("caption", "captions")):
        assert lines_of(text, fate) == gold.get(field, []), field
    for fate in ("headline", "standfirst"):
        assert lines_of(text, fate) == ([gold[fate]] if gold[fate] else []), fate
    assert sorted(r.line for r in found.removed) == gold["furniture"]
    assert found.outlet == gold["outlet"]
    assert found.language == gold["language"]
    if gold["dateline_place"]:
        assert (found.dateline or "").startswith(gold["dateline_place"])
    shown = found.published.isoformat()[:16] if found.published else None
    expected = None if number == 1 else gold["published"]  # the year of 001 comes from its story
    assert shown == expected
