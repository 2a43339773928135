"""What an outlet's pages have in common is learned as they come in; copies and the background of a story stay whole."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from furniture_support import INSERT, TOLD, page, save, series, worked_out_once  # noqa: F401  (a fixture)
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import View
from reader.desk import Library

pytestmark = pytest.mark.usefixtures("worked_out_once")

RULE = "stands in {} articles of Pellworth Courier"
BACKGROUND = (
    "The lagoon bridge between Orrin and Kesten was closed in February, after Captain Mira Tolland had reported a cable "
    "hanging in the water, and the islands have lived by the ferry since."
)
RUNNING = (
    ("Kesten asks for a second ferry", (
        "The council of Kesten asked on Monday for a second ferry to Orrin until the bridge is mended.",
        "Mayor Dana Velt said that the queue at the landing stage had reached the butcher's door.")),
    ("Engineers find rust in the bridge of Orrin", (
        "Engineers who climbed the lagoon bridge have found rust where Kesten had been promised steel.",
        "Their report to the islands runs to ninety pages, sixty of them photographs of bolts.")),
    ("Tolland to be heard about the cable", (
        "Captain Tolland will tell the harbour court on Thursday what she saw hanging under the bridge.",
        "The builders of Kesten say that it was a rope of the painters and never a cable.")),
    ("Orrin's school moves to the mainland", (
        "The school of Orrin will teach in Kesten from August, because its teachers miss the first ferry.",
        "Parents on the island collected four hundred signatures against the bridge tax.")),
    ("Bridge money spent on a museum", (
        "The islands have spent a third of the bridge fund on a museum of knots, the auditors found.",
        "Kesten wants its share back before a single new bolt is paid for in Orrin.")),
    ("New cables for the lagoon", (
        "Four new cables for the bridge were landed at Orrin at dawn, each as thick as a thigh.",
        "They will hang by winter if the wind in the lagoon allows it, the yard in Kesten said.")),
)  # fmt: skip


def cut_in(library: Library) -> dict[str, int]:
    """How often each line was cut for standing in other articles."""
    found: dict[str, int] = {}
    for article in library.articles():
        for cut in article.removed:
            if cut.rule.startswith("stands in "):
                found[cut.text] = found.get(cut.text, 0) + 1
    return found


def test_what_recurs_is_cut_from_all_that_came_together(library: Library, tmp_path: Path) -> None:
    library.add(series(tmp_path / "news", INSERT))
    assert cut_in(library) == {INSERT: 8}
    article = next(library.articles())
    assert INSERT not in article.text
    assert (RULE.format(8), INSERT) in [(cut.rule, cut.text) for cut in article.removed]
    assert all(told in article.text for told in dict(TOLD)[article.headline or ""])


def test_it_is_known_for_the_next_article(library: Library, tmp_path: Path) -> None:
    library.add(series(tmp_path / "news", INSERT, count=3))
    assert cut_in(library) == {}, "three articles prove nothing yet"
    library.add([save(tmp_path / "later", "one", page(*TOLD[5], INSERT))])
    assert cut_in(library)[INSERT] >= 1
    library.reclean()
    assert cut_in(library) == {INSERT: 4}


def test_adding_and_recleaning_again_counts_nothing_twice(library: Library, tmp_path: Path) -> None:
    places = series(tmp_path / "news", INSERT)
    for _ in range(2):
        library.add(places)
        library.reclean()
        for place in places:
            place.touch()
    assert {cut.rule for a in library.articles() for cut in a.removed if cut.text == INSERT} == {RULE.format(8)}


def test_one_outlets_lines_are_not_anothers(library: Library, tmp_path: Path) -> None:
    for n, outlet in enumerate(("The Gannet", "Marrow Post", "Kesten Radio", "Velm Valley News", "Tarn Echo")):
        save(tmp_path / "news", str(n), page(*TOLD[n], INSERT), outlet=outlet)
    library.add([tmp_path / "news"])
    assert cut_in(library) == {}


def test_pages_of_unknown_outlets_are_not_taken_together_for_lying_in_one_folder(
    library: Library, tmp_path: Path
) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(
            page(*TOLD[n], INSERT.replace("Pellworth Courier", "writer")), encoding="utf-8"
        )
    library.add([tmp_path])
    assert {article.outlet for article in library.articles()} == {None}
    assert cut_in(library) == {}


def test_copies_of_one_report_stay_whole(library: Library, tmp_path: Path) -> None:
    headline, told = TOLD[0]
    for n in range(6):
        save(tmp_path / "news", str(n), page(headline, [f"{told[0]} Copy {n}.", *told[1:]], INSERT))
    library.add([tmp_path / "news"])
    library.reclean()
    assert cut_in(library) == {}
    assert all(INSERT in article.text and told[1] in article.text for article in library.articles())


def test_the_background_of_a_running_story_stays(library: Library, tmp_path: Path) -> None:
    for n, (headline, told) in enumerate(RUNNING):
        save(tmp_path / "news", str(n), page(headline, [*told, BACKGROUND]))
    library.add([tmp_path / "news"])
    library.reclean()
    assert cut_in(library) == {}
    assert all(BACKGROUND in article.text for article in library.articles())


def test_a_library_that_has_learned_nothing_yet_learns_when_it_is_recleaned(library: Library, tmp_path: Path) -> None:
    library.add(series(tmp_path / "news", count=3))
    library.add(series(tmp_path / "news", INSERT))
    for table in ("line", "taught", "printer"):
        library._store._db.run(f"DELETE FROM {table}")
    library.reclean()
    assert cut_in(library) == {INSERT: 8}


def test_a_file_that_has_gone_is_gone_after_recleaning(library: Library, folder: Path) -> None:
    library.add([folder])
    number = library.id_of(folder / "comet.txt")
    (folder / "comet.txt").unlink()
    library.add([folder])
    library.reclean()
    assert library.entries([number])[0].gone


@settings(max_examples=5)
@given(st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_nothing_in_the_end(probability: random.Random) -> None:
    with tempfile.TemporaryDirectory() as place, Library(Path(place) / "library.db") as library:
        folder = Path(place) / "news"
        places = [
            *series(folder, INSERT),
            *(save(folder, f"r{n}", page(h, [*t, BACKGROUND])) for n, (h, t) in enumerate(RUNNING)),
        ]
        probability.shuffle(places)
        for some in (places[:5], places[5:6], places[6:]):
            library.add(some)
        library.reclean()
        assert cut_in(library) == {INSERT: 8}
        assert library.count(View())[0] == 14
