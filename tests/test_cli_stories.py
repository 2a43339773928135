"""The commands about one story: everything of it in lines, each part as JSON, and what a person decides about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from test_cli import Desk

from reader.article import Article
from reader.desk import Library
from reader.errors import NotFound

QUAY = (
    "The harbour council of Marlow voted on Thursday to close the old coal quay. “We have waited long enough for this,” "
    "said Ines Dorrel, who chairs the council. Piet Hallam said that the salvage firms of Marlow will leave the town. "
)
COMET = (
    "The comet Velm was seen over Skerry a day early, said the astronomer Mira Olsen of the Skerry observatory. It will "
    "be brightest on Sunday. Nobody at the observatory had expected the comet before the weekend, Olsen said."
)
MORE = "The mayor of Skerry welcomed the vote at a dinner for the ferry company on Friday evening."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """1, 2 and an undated 3 tell of the quay, 2 being a copy of 1; 4 and 5 of the comet."""
    with Library(tmp_path / "cli.db") as library:
        library.add_articles(
            [
                Article(headline="Quay to close", text=QUAY * 2, outlet="NPA", published=date(2031, 1, 1)),
                Article(headline="Quay closes", text=QUAY * 2 + MORE, outlet="Courier", published=date(2031, 1, 2)),
                Article(headline="Marlow quay vote", text=QUAY[:180] + " It rained. So Piet Hallam left Marlow early."),
                Article(headline="Comet", text=COMET, outlet="Skerry Radio", published=date(2031, 1, 3)),
                Article(
                    headline="Comet Velm", text=COMET + " So did the cat.", outlet="NPA", published=date(2031, 1, 4)
                ),
            ]
        )
    return Desk(tmp_path / "cli.db")


def test_a_story_is_shown_from_all_sides(desk: Desk) -> None:
    said = desk("story", 1).output
    assert said.startswith("Quay closes\n3 articles · 2 outlets, 1 unknown · 2031-01-01 to 2031-01-02 · 1 undated\n")
    parts = ["TIMELINE · 3", "BRIEF · ", "TELLINGS · ", "AFFAIR · ", "NAMES · ", "QUOTES · "]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert "Courier, 2031-01-02 (article 2): adds 1" in said
    assert "    Ines Dorrel  ×" in said
    assert "    “We have waited long enough for this,”\n        NPA (1), Courier (2)" in said


def test_each_part_can_be_had_alone_and_as_json(desk: Desk) -> None:
    assert [row["id"] for row in desk.json("story", 1)] == [1, 2, 3]
    (brief,) = desk.json("story", 1, "--brief")
    assert brief["story"] == 1
    tellings = desk.json("story", 1, "--tellings")
    assert sorted(i for telling in tellings for i in telling["articles"]) == [1, 2, 3]
    copy = tellings[0]["copies"][0]
    assert (copy["article"], copy["added"][0]["text"]) == (2, MORE)
    names = desk.json("story", 1, "--names")
    assert {"Ines Dorrel", "Piet Hallam"} <= {row["name"] for row in names}
    assert all(len(row["first"]) >= 2 for row in names)
    quotes = desk.json("story", 1, "--quotes")
    assert quotes[0]["speaker"] == "Ines Dorrel"
    assert {said["article"] for said in quotes[0]["said"]} >= {1, 2}
    assert desk("story", 1, "--quotes").output.startswith("QUOTES · ")
    assert desk("story", 1, "--names", "--tellings").output.startswith("TELLINGS · ")


def test_the_earlier_and_later_stories_are_told(tmp_path: Path) -> None:
    names = "Ines Dorrel, Piet Hallam, Ada Renn, Walter Crumley and Iris Maddock of Marlow and of Skerry"
    vote = f"The harbour council voted to close the coal quay. {names} were there. The vote ends an argument of years."
    park = (
        f"Gardeners began to plant the new park by the ferry. {names} came with spades. The first elms are in the soil."
    )
    with Library(tmp_path / "cli.db") as library:
        library.add_articles(
            [
                Article(headline="Coal quay to close", text=vote, outlet="NPA", published=date(2031, 1, 1)),
                Article(headline="Council closes coal quay", text=vote + " It rained.", published=date(2031, 1, 2)),
                Article(headline="Elms for the new park", text=park, outlet="NPA", published=date(2031, 2, 1)),
                Article(headline="Spades in the new park", text=park + " It was dry.", published=date(2031, 2, 2)),
            ]
        )
        chain = library.chain(1)
    desk = Desk(tmp_path / "cli.db")
    rows = desk.json("story", 1, "--affair")
    assert [row["id"] for row in rows] == [part.story.id for part in chain]
    said = desk("story", 1, "--affair").output
    assert said.startswith("AFFAIR · ")
    assert all(f"goes on with {row['continues']}: " in said for row in rows if row["continues"])


def test_how_many_sources_a_story_has_is_a_sentence_under_its_headline_and_in_json(desk: Desk) -> None:
    said = desk("story", 1, "--sources").output.splitlines()
    assert said[0] == "Quay closes"
    assert said[2].startswith("3 articles, ")
    assert "2 are copies" in said[2]
    (row,) = desk.json("story", 1, "--sources")
    assert row["sentence"] == said[2]
    assert sorted(i for ids in row["sources"] for i in ids) == [1, 2, 3]
    assert (row["copies"], row["outlets"], row["first"]) == (2, ["NPA", "Courier"], "2031-01-01")
    assert said[2] in desk("story", 1).output
    stories = {row["id"]: row for row in desk.json("stories")}
    assert stories[1]["outlets"] == row["outlets"]
    assert "2 outlets, 1 unknown · 2031-01-01 to 2031-01-02" in desk("stories").output


def test_two_parts_at_a_time_as_json_is_wrong_usage(desk: Desk) -> None:
    result = desk("story", 1, "--json", "--names", "--quotes")
    assert result.exit_code == 2
    assert "one thing at a time" in result.output


def test_an_article_is_taken_out_of_its_story_for_good(desk: Desk) -> None:
    assert desk("split", 3).output == "article 3 is no longer in story 1\n"
    assert [row["id"] for row in desk.json("story", 1)] == [1, 2]
    assert desk("reclean").exit_code == 0
    assert [row["id"] for row in desk.json("story", 1)] == [1, 2]
    (row,) = desk.json("split", 3, "--into", 2)
    assert row["story"] == 2
    assert desk("split", 3, "--into", 1).output == "article 3 is now in story 1\n"


def test_two_stories_are_made_one_under_the_larger_ones_number(desk: Desk) -> None:
    assert desk("merge", 2, 1).output == "merged into story 1\n"
    assert [row["id"] for row in desk.json("story", 1)] == [1, 2, 4, 5, 3]


def test_merging_as_json_gives_the_story(desk: Desk) -> None:
    (story,) = desk.json("merge", 1, 2)
    assert (story["id"], story["articles"]) == (1, [1, 2, 4, 5, 3])


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("split", 99), 1, "no article 99"),
        (("split", "x"), 2, "x"),
        (("split", 1, "--into", 99), 1, "no story 99"),
        (("merge", 1, 99), 1, "no story 99"),
        (("merge", 1, 1), 1, "with itself"),
        (("merge", 1), 2, "STORY"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(desk: Desk, args: tuple[object, ...], code: int, message: str) -> None:
    command, *rest = args
    result = desk(str(command), *rest)
    assert result.exit_code == code
    assert message in (result.output if code == 2 else str(result.exception))


def test_a_story_that_ends_while_all_are_listed_is_left_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    count, gone = Library.count_tellings, [1]

    def counted(library: Library, story_id: int) -> int:
        if story_id in gone:
            raise NotFound(f"no story {story_id} in this library")
        return count(library, story_id)

    monkeypatch.setattr(Library, "count_tellings", counted)
    said = desk("stories")
    assert said.exit_code == 0
    assert "Comet" in said.output
    assert "Quay" not in said.output
