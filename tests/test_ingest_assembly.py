"""The assembly line: what comes in once stays once, what changes is updated, what vanishes is marked and kept."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest

from reader import cleaning
from reader.article import Article, Problem, Progress, RawDocument, View
from reader.desk import Library
from reader.ingest import making, storing
from reader.library import Store


def headlines(library: Library, view: View | None = None) -> list[str | None]:
    return [article.headline for article in library.articles(view)]


def test_a_folder_becomes_cleaned_articles(library: Library, folder: Path) -> None:
    report = library.add([folder])
    assert (report.added, report.updated, report.unchanged, report.problems) == (3, 0, 0, ())
    assert "The comet that came back a day early" in headlines(library)
    comet = library.article(library.id_of(folder / "comet.txt"))
    assert "Required fields" not in comet.text
    assert any("Required fields" in cut.text for cut in comet.removed)


def test_adding_the_same_folder_again_changes_nothing(library: Library, folder: Path) -> None:
    library.add([folder])
    again = library.add([folder])
    assert (again.added, again.updated, again.unchanged, again.gone) == (0, 0, 3, 0)
    assert library.count(View()) == (3, 3)


def test_the_same_file_by_two_names_is_one_article(library: Library, folder: Path) -> None:
    (folder / "again").symlink_to(folder, target_is_directory=True)
    library.add([folder, folder / "comet.txt", folder / ".." / "news" / "comet.txt"])
    assert library.count(View()) == (3, 3)


def test_a_changed_file_updates_its_article_and_keeps_its_marks(library: Library, folder: Path) -> None:
    library.add([folder])
    number = library.id_of(folder / "comet.txt")
    library.mark([number], read=True, starred=True)
    text = (folder / "comet.txt").read_text(encoding="utf-8")
    (folder / "comet.txt").write_text(text.replace("a day early", "two days early"), encoding="utf-8")
    report = library.add([folder])
    assert (report.updated, report.unchanged) == (1, 2)
    assert library.id_of(folder / "comet.txt") == number
    assert library.article(number).headline == "The comet that came back two days early"
    (entry,) = library.entries([number])
    assert entry.read
    assert entry.starred


def test_a_vanished_file_stays_in_the_library_marked_as_gone_and_comes_back(library: Library, folder: Path) -> None:
    library.add([folder])
    number = library.id_of(folder / "comet.txt")
    kept = (folder / "comet.txt").read_bytes()
    (folder / "comet.txt").unlink()
    assert library.add([folder]).gone == 1
    assert library.entries([number])[0].gone
    assert library.add([folder]).gone == 0, "gone is news only once"
    (folder / "comet.txt").write_bytes(kept)
    library.add([folder])
    assert not library.entries([number])[0].gone


def test_a_neighbouring_folder_with_a_longer_name_is_left_alone(library: Library, folder: Path) -> None:
    other = folder.with_name(folder.name + "-old")
    other.mkdir()
    (folder / "comet.txt").rename(other / "comet.txt")
    library.add([folder, other])
    (other / "comet.txt").rename(folder.parent / "elsewhere.txt")
    assert library.add([folder]).gone == 0


def test_a_record_that_left_its_file_is_gone_and_the_others_stay(library: Library, tmp_path: Path) -> None:
    records = [
        {
            "title": f"Headline number {n} about the harbour",
            "text": f"It rained in Velm for {n} days. " * 5,
            "url": f"https://x.example/{n}",
        }
        for n in (1, 2, 3)
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert library.add([path]).added == 3
    path.write_text("\n".join(map(json.dumps, records[:2])) + "\n", encoding="utf-8")
    report = library.add([path])
    assert (report.added, report.gone) == (0, 1)
    assert sorted(entry.gone for entry in library.entries([slot.id for slot in library.slots(View())])) == [
        False,
        False,
        True,
    ]


def test_compressed_files_are_read(library: Library, folder: Path) -> None:
    path = folder / "comet.txt"
    (folder / "comet.txt.gz").write_bytes(gzip.compress(path.read_bytes()))
    path.unlink()
    library.add([folder])
    assert "The comet that came back a day early" in headlines(library)


def test_progress_runs_from_nothing_to_all(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "PATIENCE", 1e9)
    seen: list[Progress] = []
    library.add([folder], on_progress=seen.append)
    adding = [p for p in seen if p.step == "adding"]
    assert [p.done for p in adding] == [0, 1, 2, 3]
    assert {p.total for p in seen} == {3}
    assert [(p.step, p.done) for p in seen[len(adding) :]] == [("working out", 0), ("working out", 3)]


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz", "news.json"])
def test_progress_counts_the_articles_in_a_file_of_many(library: Library, folder: Path, name: str) -> None:
    records = [{"title": f"Rain {n}", "text": f"It rained in Velm for {n} days. " * 20} for n in range(40)]
    data = json.dumps(records) if name == "news.json" else "\n".join(map(json.dumps, records))
    (folder / name).write_bytes(gzip.compress(data.encode()) if name.endswith("gz") else data.encode())
    seen: list[Progress] = []
    library.add([folder], on_progress=seen.append)
    assert [p.done for p in seen if p.step == "adding"] == list(range(44))
    assert {p.total for p in seen if p.step == "adding"} == {43}
    assert seen[-1].step == "working out"
    assert seen[-1].done == 43


def test_progress_never_goes_back_where_there_is_more_than_was_counted(library: Library, tmp_path: Path) -> None:
    a_line_of_many = json.dumps([{"title": f"Rain {n}", "text": f"It rained in Velm for {n} days."} for n in range(9)])
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_text(f"{a_line_of_many}\nnonsense\n", encoding="utf-8")
    seen: list[Progress] = []
    assert library.add([tmp_path], on_progress=seen.append).added == 18
    adding = [p for p in seen if p.step == "adding"]
    done = [p.done for p in adding]
    assert done == sorted(done)
    assert all(p.done < p.total for p in adding[:-1])
    assert adding[-1].done == adding[-1].total


def test_work_that_is_broken_off_goes_on_where_it_stood(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "READABLE", 1)
    monkeypatch.setattr(storing, "BATCH", 1)

    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.add([folder], on_progress=stop)
    assert library.count(View()) == (2, 2)
    rest = library.add([folder])
    assert (rest.added, rest.unchanged) == (1, 2)


@pytest.mark.parametrize("first", ["asks.txt", "denies.txt"])
def test_a_year_is_taken_from_the_story_in_whichever_order_the_articles_come(
    library: Library, folder: Path, first: str
) -> None:
    library.add([folder / first])
    library.add([folder])
    asks = library.article(library.id_of(folder / "asks.txt"))
    denies = library.article(library.id_of(folder / "denies.txt"))
    assert denies.published == date(2024, 5, 8)
    assert asks.published == date(2024, 5, 7)
    assert asks.published_from == "inferred"
    assert asks.published_why


def test_articles_given_as_objects_get_their_ids_in_order(library: Library) -> None:
    articles = [
        Article(headline=f"Headline {n}", text=f"Text number {n}, long enough.", outlet="Velm Courier")
        for n in range(40)
    ]
    ids = library.add_articles(articles)
    assert [library.article(number).headline for number in ids] == [article.headline for article in articles]
    assert library.add_articles(articles) == ids


def test_recleaning_keeps_numbers_and_marks(library: Library, folder: Path) -> None:
    library.add([folder])
    before = {number: library.article(number).text for number in range(1, 4)}
    library.mark([2], read=True)
    report = library.reclean()
    assert report.problems == ()
    assert {number: library.article(number).text for number in range(1, 4)} == before
    assert library.entries([2])[0].read


def test_recleaning_leaves_articles_alone_that_came_clean(library: Library) -> None:
    (number,) = library.add_articles(
        [Article(headline="A menu", text="Home\n\nNews\n\nSign in", standfirst="Three words.")]
    )
    before = library.article(number)
    library.reclean()
    assert library.article(number) == before


def never(*_: object) -> None:
    raise KeyboardInterrupt


def written(tmp_path: Path, text: str, **more: str) -> Path:
    """A file of one record."""
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"title": "Rain over Velm", "text": text, **more}), encoding="utf-8")
    return path


def add_and_interrupt(library: Library, path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
    """Adding is stopped with ctrl+c where this function of theirs is called."""
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, never)
        with pytest.raises(KeyboardInterrupt):
            library.add([path])


def test_records_can_be_read_and_found_before_they_are_cleaned(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "It rained in Velm for a day, and the river rose again under the old bridge."
    path = written(tmp_path, f"Rain over Velm\n{text}\nShare this article", date="2024-05-03")
    add_and_interrupt(library, path, monkeypatch, Store, "index_some")
    assert library.article(1).headline == "Rain over Velm"
    assert library.search("river") == []
    (notice,) = library.notices(searching=True)
    assert "the article that came last is not searched yet" in notice
    add_and_interrupt(library, path, monkeypatch, cleaning, "clean")
    assert library.notices(searching=True) == []
    (hit,) = library.search("river")
    assert hit.entry.waiting
    assert str(hit.entry.published) == "2024-05-03"
    assert library.article(hit.entry.id).text == f"{text}\n\nShare this article"
    library.mark([hit.entry.id], starred=True, tags=["weather"])
    assert library.add([path]).unchanged == 1
    (entry,) = library.entries([hit.entry.id])
    assert (entry.waiting, entry.starred, entry.tags) == (False, True, ("weather",))
    assert library.article(entry.id).text == text
    assert [cut.text for cut in library.article(entry.id).removed][-1:] == ["Share this article"]
    assert library.search("share article") == []
    assert library.original(entry.id).startswith("Rain over Velm")
    assert library._store.unfinished("make") == library._store.unfinished("connect") == []


def test_recleaning_does_all_that_was_left_undone(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "It rained in Velm for a day, and the river rose again. " * 3)
    add_and_interrupt(library, path, monkeypatch, Store, "index_some")
    library.reclean()
    assert len(library.search("river")) == 1
    assert not library.entries([1])[0].waiting
    assert [library._store.count_unfinished(what) for what in ("index", "make", "connect")] == [0, 0, 0]


def test_what_another_program_adds_meanwhile_is_left_as_that_made_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.jsonl"
    text = "It rained in Velm for a day, and the river rose again under the old bridge."
    path.write_text(json.dumps({"title": "Rain over Velm", "text": f"{text}\nShare this article"}), encoding="utf-8")
    as_it_came = cleaning.as_it_came

    def added_meanwhile(document: RawDocument) -> Article | None:
        monkeypatch.setattr(cleaning, "as_it_came", as_it_came)
        with Library(library.path) as other:
            assert other.add([path]).added == 1
        monkeypatch.setattr(cleaning, "clean", never)
        return as_it_came(document)

    def never(*_: object) -> None:
        raise ValueError("cleaned once more")

    monkeypatch.setattr(cleaning, "as_it_came", added_meanwhile)
    report = library.add([path])
    assert (report.added, report.unchanged, report.problems) == (0, 1, ())
    assert library.article(1).headline == "Rain over Velm"
    assert library.article(1).text == text


def test_articles_that_are_taken_out_meanwhile_do_not_end_the_work(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.jsonl"
    text = "It rained in Velm for a day, and the river rose again under the old bridge, number "
    records = [{"title": f"Rain over Velm, day {n}", "text": text + str(n)} for n in range(5)]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    clean = cleaning.clean

    def taken_out_meanwhile(document: RawDocument) -> Article:
        monkeypatch.setattr(cleaning, "clean", clean)
        assert library._store.remove([1, 3, 5]) == 3
        return clean(document)

    monkeypatch.setattr(cleaning, "clean", taken_out_meanwhile)
    assert library.add([path]).problems == ()
    assert headlines(library) == ["Rain over Velm, day 1", "Rain over Velm, day 3"]
    assert not any(entry.waiting for entry in library.entries([2, 4]))


def test_recleaning_brings_back_nothing_that_is_taken_out_meanwhile(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([folder])
    before = library.count(View())[0]
    again = making.again

    def taken_out_meanwhile(store: Store, number: int) -> making.Prepared | Problem:
        made = again(store, number)
        store.remove([number])
        return made

    monkeypatch.setattr(making, "again", taken_out_meanwhile)
    assert library.reclean().added == 0
    assert before > library.count(View())[0] == 0


def test_what_judges_and_compares_is_not_loaded_before_records_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    text = "It rained in Velm for a day, and the river rose again under the old bridge."
    path.write_text(json.dumps({"title": "Rain over Velm", "text": text}), encoding="utf-8")
    program = f"""
        import sys
        from reader.ingest import adding
        from reader.library import Store

        def tell(progress):
            if progress.step == "indexing":
                print(*(name for name in sys.modules if name in LATER), store.newest(), sep="\\n")

        LATER = ("numpy", "nltk", "reader.cleaning.pipeline", "reader.summarizing", "reader.stories.clustering")
        store = Store({str(tmp_path / "library")!r})
        adding.add(store, [{str(path)!r}], tell)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.split() == ["1"]


def test_a_file_of_records_broken_off_in_the_middle_is_read_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "It rained in Velm for a day, and the river rose again under the old bridge. "
    records = [
        {"title": f"Rain over Velm, day {n}", "text": text * 3 + str(n), "url": f"https://x.example/{n}"}
        for n in range(9)
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    monkeypatch.setattr(storing, "READABLE", 2)
    monkeypatch.setattr(storing, "BATCH", 2)
    as_it_came, read = cleaning.as_it_came, []

    def stop_at_the_sixth(document: RawDocument) -> Article | None:
        read.append(document)
        if len(read) == 6:
            raise KeyboardInterrupt
        return as_it_came(document)

    monkeypatch.setattr(cleaning, "as_it_came", stop_at_the_sixth)
    with pytest.raises(KeyboardInterrupt):
        library.add([path])
    assert library.count(View())[0] == 4
    assert library.add([path]).added == 5
    assert library.add([path]).unchanged == 9


def test_batches_begin_small_so_that_the_first_articles_can_be_read_soon() -> None:
    sizes = [len(batch) for batch in storing.batches(range(1000), most=storing.READABLE)]
    assert sizes == [32, 64, 128, 256, 256, 256, 8]
