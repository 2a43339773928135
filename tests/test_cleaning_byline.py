"""The names in bylines."""

from __future__ import annotations

import pytest

from reader.cleaning.metadata.byline import byline_of, is_handle, people_of


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By ANA ORR -- Kesten Media", "ANA ORR"),("By Ana Orr", "Ana Orr"), ("Von Max Muster und Eva Berg", "Max Muster und Eva Berg"), ("Par Jean de la Tour", "Jean de la Tour"),
     ("By Ana Orr, Courier staff | 17 November", "Ana Orr"), ("by the sea we sat down", None), ("By Friday the ship had gone under with all hands", None),
     ("Ana Orr", None), ("Автор: Анна Орлова", "Анна Орлова"),
     ("By Ana Orr, Political Editor", "Ana Orr"), ("Von Jens Urbach, Wolkenau", "Jens Urbach"),
     ("By Ana Orr @anaorr", "Ana Orr"), ("By Ana Orr, Ben Ord and Jo Lee", "Ana Orr, Ben Ord and Jo Lee"),
     ("Ein Kommentar von Jens Urbach", "Jens Urbach"), ("Submitted by Ana Orr on Tue, 03/05/2024", "Ana Orr"),
     ("A guest post by Ana Orr", "Ana Orr"), ("Updated on 5 March 2024 by Ana Orr", "Ana Orr"),
     ("Written by Ana Orr Fact checked by Ben Ord", "Ana Orr"), ("(Reporting by Ana Orr; Editing by Ben Ord)", "Ana Orr"),
     ("2024-03-05 08:30 記者：王小明", "王小明"), ("来源：海港日报 作者：王小明", "王小明"),
     ("Text von Ana Orr Illustration von Ben Ord", "Ana Orr"), ("文・山本美咲", "山本美咲"),
     ("Text: Ana Orr Foto: Ben Ord", "Ana Orr"), ("Author - Ana Orr", "Ana Orr"),
     ("Von Jens Urbach, Wirtschaftsredakteur", "Jens Urbach"),
     ("By Ana Orr, Kesten and Mark Tonn, Norvik", "Ana Orr and Mark Tonn"), ("By Ana Orr Updated 3:00 pm", "Ana Orr"),
     ("By María José Núñez de la Torre", "María José Núñez de la Torre"), ("Von Dr. med. Eva Muster", "Dr. med. Eva Muster"), ("Текст: Анна Орлова", "Анна Орлова")],
)  # fmt: skip
def test_bylines_are_names_after_a_word_for_by(line: str, name: str | None) -> None:
    assert byline_of(line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ana Orr November 17, 2022", "Ana Orr"), ("17 November 2022 by Ana Orr", "Ana Orr"),
        ("Posted on Nov. 17, 2022 | by Ana Orr", "Ana Orr"), ("By B.C. Orr Jr. May 10, 2015", "B.C. Orr Jr."),
        ("By Ana May", "Ana May"), ("By Ana Orr For The Kesten Courier", "Ana Orr"), ("Reporting by Ana Orr", "Ana Orr"),
        ("By ANA ORR United Wire", "ANA ORR"), ("By Ana Orr Transport Correspondent", "Ana Orr"),
        ("By Ana Orr / KTN", "Ana Orr"), ("Words by Ana Orr", "Ana Orr"), ("Oleh: Sari Putri", "Sari Putri"),
        ("Écrit par Anne Morel, Kesten", "Anne Morel"), ("Scritto da Anna Neri", "Anna Neri"),
        ("Skrevet av Kari Lie og Ola Dal", "Kari Lie og Ola Dal"), ("Yazar: Ayşe Kaya", "Ayşe Kaya"),
        ("Szerző: Kis Anna", "Kis Anna"), ("Tác giả: Nguyễn An", "Nguyễn An"), ("作者：王小明", "王小明"),
        ("記者陳大文／台北報導", "陳大文"), ("김철수 기자", "김철수"), ("责任编辑：王小明", None),
        ("On Monday by the river", None), ("By Kesten Courier November 3, 2021", None), ("By", None),
    ],
)  # fmt: skip
def test_dates_offices_towns_and_outlets_are_no_part_of_a_name(line: str, name: str | None) -> None:
    assert byline_of(line) == name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ('By <a href="/p/ana">Ana Orr</a> and Ben Ord, KTN', "Ana Orr and Ben Ord"), ("Ana Orr ❤️", "Ana Orr"),
        ("Ana Orr | aorr@kesten.example", "Ana Orr"), ("Ana Orr, MD, Ben Ord, PhD", "Ana Orr, Ben Ord"),
        ("ana orr", "ana orr"), ("The Kesten Team", "The Kesten Team"), ("Kesten Staff", "Kesten Staff"),
        ("Interview: Ana Orr", "Ana Orr"), ("View all posts by Ana Orr", "Ana Orr"), ("Ana Orr, Kesten Courier", "Ana Orr"),
        ("Orr, Ana", "Ana Orr"), ("Orr, Ana B.", "Ana B Orr"), ("Berlin, Reuters", "Berlin"), ("Orr, PhD", "Orr"),
        ("Kesten Bay Courier", "Kesten Bay Courier"), ("aorr@kesten.example (Ana Orr)", "Ana Orr"), ("Ana Orr, Kulturredakteurin", "Ana Orr"),
        ("Senior Reporter", None), ("admin", None), ("Reviewed by Ana Orr", None), ("Foto: Ana Orr", None), ("корреспондент отдела", None), ("", None), ("@anaorr", None),
    ],
)  # fmt: skip
def test_the_value_of_a_tag_names_people_else_a_body_else_nobody(value: str, name: str | None) -> None:
    assert people_of(value) == name


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Jane (J.R.) Roe", "Jane Roe"),
        ("Bruno (Henrique) Orr ", "Bruno Orr"),
        ("Max “Mac” Muster", "Max Muster"),
        ("Our Foreign Staff", "Our Foreign Staff"),
        ("Jane Roe, Software Engineer", "Jane Roe"),
    ],
)
def test_what_stands_between_or_behind_names_takes_nothing_off_them(told: str, names: str) -> None:
    assert people_of(told) == names


def test_a_handle_is_in_small_letters_or_has_digits() -> None:
    assert [is_handle(name) for name in ("jroe", "KT1998", "Jane Roe", "Reuters", "Ana")] == [
        True,
        True,
        False,
        False,
        False,
    ]
