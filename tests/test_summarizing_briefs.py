"""reader.summarizing.briefs: one account of several articles."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.summarizing import brief
from reader.summarizing.briefs.facts import told_once
from reader.summarizing.briefs.pool import Piece
from reader.summarizing.features import describe

NWS = Article(
    headline="Storm closes Port Alder harbour",
    text="The harbour of Port Alder will stay closed for two weeks after Sunday's storm, Mayor Ann Poole said. Repairs of "
    "the northern wall will cost 12 million crowns. Ships are being sent to Birchhaven in the south.",
    outlet="NWS",
    published=date(2022, 3, 3),
    language="en",
)
COURIER = Article(
    headline="Port Alder harbour shut after storm",
    text="Mayor Ann Poole said on Monday that Port Alder's harbour will stay closed for two weeks after the storm. "
    "Fishermen demanded compensation from the government. The coast guard rescued eleven sailors.",
    outlet="Courier",
    published=datetime(2022, 3, 4, 10, tzinfo=timezone.utc),
    language="en",
)
COPY = Article(headline="Harbour closed", text=NWS.text, outlet="Gazette", published=date(2022, 3, 5), language="en")
UNDATED = Article(text="Insurers in Port Alder expect claims of 30 million crowns from the storm.", language="en")


def test_what_all_say_comes_first_and_names_all_who_say_it() -> None:
    first = brief([NWS, COURIER], sentences=3).sentences[0]
    assert "closed for two weeks" in first.text
    assert set(first.articles) == {0, 1}


def test_the_same_news_is_told_once() -> None:
    texts = [s.text for s in brief([NWS, COURIER], sentences=5).sentences]
    assert sum("closed for two weeks" in text for text in texts) == 1


def test_what_one_adds_names_it_alone() -> None:
    found = {s.text: s.articles for s in brief([NWS, COURIER], sentences=6).sentences}
    assert found["The coast guard rescued eleven sailors."] == (1,)
    assert found["Ships are being sent to Birchhaven in the south."] == (0,)


def test_copies_count_once() -> None:
    made = brief([NWS, COPY, COURIER], sentences=10)
    assert made.of == 6
    assert len({s.text for s in made.sentences}) == len(made.sentences) == 6
    wall = next(s for s in made.sentences if "northern wall" in s.text)
    assert wall.articles == (0, 1)
    places = [s.text for s in made.sentences]
    assert places.index(wall.text) > 0, "two copies are one telling, so this is no common core"


def test_every_sentence_stands_in_the_first_article_it_names() -> None:
    articles = [COURIER, UNDATED, NWS, COPY]
    for sentence in brief(articles, sentences=20).sentences:
        assert articles[sentence.articles[0]].text[sentence.start : sentence.end] == sentence.text


def test_additions_come_in_time_order_with_undated_ones_last() -> None:
    made = brief([UNDATED, COURIER, NWS], sentences=20).sentences
    alone = [s.articles[0] for s in made if len(s.articles) == 1]
    assert alone == sorted(alone, key=[2, 1, 0].index)


def test_a_sentence_that_leans_stays_behind_the_one_it_leans_on() -> None:
    early = Article(
        headline="Poole asks for money",
        text="Mayor Ann Poole asked the government of Alder for 12 million crowns on Monday. She said that the wall of the "
        "harbour would not stand another winter without them.",
        published=date(2022, 3, 1),
        language="en",
    )
    texts = [s.text for s in brief([NWS, early, COURIER], sentences=20).sentences]
    assert texts[texts.index(next(t for t in texts if t.startswith("Mayor Ann Poole asked"))) + 1].startswith(
        "She said"
    )


def test_what_stands_before_the_best_sentence_in_its_article_opens_the_brief() -> None:
    early = Article(
        headline="Mayor Poole: 10,262 votes",
        text="A diver from the islands promised the people a new sea wall. Ann Poole of the Harbour Party had 10,262 votes "
        "in Port Alder on Sunday, the council said. She will be mayor for six years.",
        language="en",
    )
    late = Article(
        text="It rained on Sunday. The coast guard has a new boat, and fishermen drank to it.", language="en"
    )
    assert brief([early, late], sentences=1).sentences[0].text.startswith("Ann Poole of the Harbour Party had")
    opening = [s.text for s in brief([early, late], sentences=9).sentences[:2]]
    assert [text.split()[0] for text in opening] == ["A", "Ann"]


def test_an_exact_figure_is_told_once() -> None:
    one = Article(text="Ann Poole was elected mayor of Port Alder with 10,262 votes on Sunday.", language="en")
    other = Article(text="10 262 ballots made the diver head of the town. Carl Rusk went home early.", language="en")
    texts = [s.text for s in brief([one, other], sentences=2).sentences]
    assert "Carl Rusk went home early." in texts, "rather than the votes again"


def test_a_fact_is_told_once_though_its_name_is_spelled_in_two_ways() -> None:
    one = "Salma al-Rifqi, who was with her father's goats above the town, saw the water coming down from the hills."
    other = "Salma al-Rifki saw the water from the place where she was minding her father's goats above the river."
    texts = [
        s.text
        for s in brief(
            [
                Article(
                    text=f"{one} Nobody in the port was hurt by the flood, Governor Ann Poole said.", language="en"
                ),
                Article(text=f"{other} The bridge of Alder is closed until the summer.", language="en"),
            ],
            sentences=3,
        ).sentences
    ]
    assert (one in texts) + (other in texts) == 1


@pytest.mark.parametrize("when", ["Yesterday", "Last night"])
def test_yesterday_of_an_article_says_less_than_a_day_with_a_name(when: str) -> None:
    early = Article(text=f"{when} Mayor Ann Poole closed the harbour of Port Alder after the storm.", language="en")
    late = Article(text="Mayor Ann Poole closed the harbour of Port Alder on Sunday after the storm.", language="en")
    assert when not in brief([early, late], sentences=1).sentences[0].text


def test_what_is_no_sentence_of_the_story_is_no_sentence_of_a_brief() -> None:
    scrolled = Article(text=f"{NWS.text} Scroll down for video. Ann Poole (left) on the wall.", language="en")
    texts = " ".join(s.text for s in brief([scrolled, COURIER], sentences=6).sentences)
    assert "Scroll" not in texts
    assert "(left)" not in texts


def test_a_round_figure_is_no_sign_that_the_same_is_told() -> None:
    one = Article(text="The wall of Port Alder will cost 12,000 crowns, Mayor Ann Poole said on Sunday.", language="en")
    other = Article(text="Fishermen in Port Alder ask for 12,000 crowns, too. It rained.", language="en")
    texts = [s.text for s in brief([one, other], sentences=2).sentences]
    assert "Fishermen in Port Alder ask for 12,000 crowns, too." in texts


def test_a_sentence_of_a_word_or_two_is_no_evidence_that_another_article_says_it() -> None:
    other = Article(
        text="It is the wall that fell, and the wall is what the town of Alder has to pay for.", language="en"
    )
    made = brief([Article(text="Port Alder has no harbour now. It is the wall.", language="en"), other], sentences=9)
    assert next(s for s in made.sentences if s.text == "It is the wall.").articles == (0,)


def test_a_longer_brief_contains_the_shorter() -> None:
    articles = [NWS, COURIER, UNDATED]
    for count in range(8):
        assert {s.text for s in brief(articles, sentences=count).sentences} <= {
            s.text for s in brief(articles, sentences=count + 1).sentences
        }


def test_the_brief_of_one_article_or_none_is_plain() -> None:
    assert brief([]).sentences == ()
    assert brief([Article(text="")]).sentences == ()
    one = brief([NWS], sentences=2)
    assert len(one.sentences) == 2
    assert all(s.articles == (0,) for s in one.sentences)


@given(st.lists(st.builds(Article, text=st.text(max_size=80), headline=st.none() | st.text(max_size=20)), max_size=4))
@settings(max_examples=80, deadline=None)
def test_any_articles_have_a_brief(articles: list[Article]) -> None:
    for sentence in brief(articles, sentences=4).sentences:
        assert articles[sentence.articles[0]].text[sentence.start : sentence.end] == sentence.text
        assert 0.0 <= sentence.score <= 1.0


def test_an_article_that_names_the_same_people_in_another_matter_does_not_say_it() -> None:
    folder = "The foreign secretary of Norra, Philippa Dunmore, closed her folder."
    said = "The foreign secretary of Norra, Philippa Dunmore, flew home to Alder with the others on Friday evening."
    one = Article(text=f"{folder} Then Philippa Dunmore left.", language="en")
    other = Article(text=f"{said} In Norra Philippa Dunmore spoke of rain.", language="en")
    found = {s.text: s.articles for s in brief([one, other], sentences=9).sentences}
    assert found[folder] == (0,)


def test_what_points_back_gives_way_to_what_stands_alone() -> None:
    vague = "Mayor Ann Poole of Port Alder is strict about this."
    one = Article(headline=NWS.headline, text=f"{NWS.text} {vague}", language="en")
    assert vague not in [s.text for s in brief([one, COURIER], sentences=2).sentences]


def test_most_articles_tell_the_language_of_a_brief_and_a_fact_is_told_in_one() -> None:
    closed = "Der Hafen von Port Alder bleibt laut Ann Poole zwei Wochen lang zu."
    german = Article(headline="Port Alder: Hafen zu", text=f"{closed} Die Fischer sind zornig.", language="de")
    found = [s.text for s in brief([NWS, german], sentences=4).sentences]
    assert closed not in found, "it shares Port, Alder, Ann and Poole with what is told in English"
    assert len(found) == 4
    assert closed in [s.text for s in brief([german], sentences=2).sentences]


def test_what_two_tell_of_other_days_is_not_one_fact() -> None:
    stopped = (
        "Work stopped at all seven quays of Port Alder at six o'clock on Friday morning after talks between the dockers' "
        "union and the Alder Harbour Board broke down over a plan to unload container ships with driverless cranes."
    )
    voted = (
        "The dockers of Port Alder voted on Wednesday by 1,402 to 371 to accept an agreement with the Alder Harbour Board "
        "and will return to work at six o'clock on Thursday morning, the United Dockers announced."
    )
    others = "No docker will be dismissed. The lamps were lit. The gulls of Norra came back to the quay."
    one, other = Article(text=f"{stopped} {others}", language="en"), Article(text=voted, language="en")
    assert {s.text for s in brief([one, other], sentences=2).sentences} == {stopped, voted}


def test_of_one_article_nothing_stands_before_what_introduces_it() -> None:
    opens, shared = (
        "The Alder Post reported that the mayor will step down in May.",
        "Carl Rusk is likely to follow her, said the Post.",
    )
    one = Article(text=f"{opens} {shared}", outlet="Wire", language="en", published=date(2022, 3, 4))
    other = Article(
        text=f"The harbour of Port Alder is shut after the storm. {shared}",
        outlet="Courier",
        language="en",
        published=date(2022, 3, 3),
    )
    texts = [s.text for s in brief([other, one, COURIER], sentences=6).sentences]
    assert texts.index(shared) > texts.index("The harbour of Port Alder is shut after the storm.")
    alone = [s.text for s in brief([one, COURIER, NWS], sentences=12).sentences]
    assert alone.index(opens) < alone.index(shared)


def test_a_source_that_was_named_before_is_not_told_without_its_name() -> None:
    named = "The harbour wall of Port Alder was never tested, the Alder Post said."
    paper = "According to the newspaper, Mayor Ann Poole knew of the storm and the closed harbour."
    told = [
        s.text
        for s in brief(
            [NWS, Article(text=f"It rains here. {named} {paper}", language="en"), COURIER], sentences=4
        ).sentences
    ]
    assert paper not in told or named in told


@pytest.mark.parametrize("headline", ["Corrections and clarifications", "Berichtigung", "Rectificatifs du 3 mars"])
def test_what_corrects_other_articles_tells_nothing_of_a_story(headline: str) -> None:
    text = (
        "An article on March 3 said that the northern wall of the harbour of Port Alder will cost 120 million crowns."
    )
    made = brief([NWS, COURIER, Article(headline=headline, text=text, language="en")], sentences=6)
    assert text not in [s.text for s in made.sentences]


def of(*sentences: str, outlet: str = "NWS") -> Article:
    return Article(text=" ".join(sentences), outlet=outlet, language="en")


def told(*articles: Article, sentences: int) -> list[str]:
    return [s.text for s in brief(articles, sentences=sentences).sentences]


STORM = "The harbour of Port Alder will stay closed for two weeks after the storm, Mayor Ann Poole said on Sunday."


@pytest.mark.parametrize(
    "hanging",
    [
        "She inherits a dispute over the wall of Port Alder, a harbour without a crane and a mayor's chain.",
        "The statement also said that the storm was the worst in Port Alder since the harbour was built.",
        "In a statement on Sunday, he said that the harbour of Port Alder had been lost to the storm.",
        "The mayor of Port Alder signed her letter, and the council of the harbour signed theirs.",
        "We have the first pictures of the harbour of Port Alder and of the storm over the wall.",
    ],
)
def test_what_hangs_on_a_sentence_that_is_left_out_is_not_told(hanging: str) -> None:
    one = of(STORM, "Twelve cranes were lost.", hanging)
    assert hanging not in told(one, of("Insurers expect claims of 30 million crowns.", outlet="Courier"), sentences=3)


def test_what_leans_on_a_sentence_that_was_put_off_is_put_off_with_it() -> None:
    told_by = [
        (0, 0, STORM),
        (1, 0, "Port Alder's harbour will stay closed for two weeks, Mayor Ann Poole said after the storm."),
        (1, 1, "She takes office in June."),
        (1, 2, "Insurers expect claims of 30 million crowns."),
    ]
    pool = [
        Piece(unit, article, 0, 0, unit.roots, 0, number, frozenset(), {}, "en", unit.roots)
        for (article, number, text) in told_by
        for unit in describe([text])
    ]
    matter = dict.fromkeys(frozenset().union(*[piece.unit.roots for piece in pool]), 1.0)
    assert told_once(pool, range(4), matter, 3) == [0, 3, 1]
    assert told_once(pool, range(4), matter, 4) == [0, 3, 1, 2]


def test_one_fact_in_two_wordings_is_told_once() -> None:
    one = "Three mayors met on the bridge of Birchhaven and agreed to share the cost of its repair."
    other = (
        "Norra, Vesk and Alder will pay for a repair of the bridge at equal cost, as their mayors promised each other over "
        "a plate of soup in the rain."
    )
    more = "Prosecutors want a trial in the autumn."
    assert told(of(one), of(other, more, outlet="Courier"), sentences=2) == [one, more]
