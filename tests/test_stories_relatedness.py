"""reader.stories.relatedness and neighbours: related articles, best first, with reasons."""

from __future__ import annotations

from dataclasses import replace

from stories_support import (
    DAM_AGENCIES,
    DAM_EVE,
    DAM_FIRST,
    FERRY,
    FERRY_AGAIN,
    FERRY_ELSEWHERE,
    MemoryIndex,
)

from reader.article import Article
from reader.stories import related

ALL = (DAM_FIRST, DAM_EVE, DAM_AGENCIES, FERRY, FERRY_AGAIN, FERRY_ELSEWHERE)


def order(index: MemoryIndex, number: int) -> list[int]:
    return [r.article_id for r in related(number, index)]


def reasons(index: MemoryIndex, a: int, b: int) -> tuple[str, ...]:
    return next(r.reasons for r in related(a, index) if r.article_id == b)


def test_the_articles_of_one_event_come_first_nearest_first() -> None:
    index = MemoryIndex(ALL)
    assert order(index, 0)[:2] == [1, 2]
    assert order(index, 1)[:2] == [0, 2]
    assert set(order(index, 2)[:2]) == {0, 1}
    assert order(index, 3)[0] == 4


def test_the_same_kind_of_event_elsewhere_is_farther_than_the_event_itself() -> None:
    found = {r.article_id: r.score for r in related(3, MemoryIndex(ALL))}
    assert found[4] > 2 * found.get(5, 0.0)


def test_an_article_is_not_related_to_itself_and_scores_are_between_0_and_1() -> None:
    index = MemoryIndex([*ALL, DAM_FIRST])
    for number in range(7):
        found = related(number, index)
        assert number not in [r.article_id for r in found]
        assert all(0 < r.score <= 1 for r in found)
        assert [r.score for r in found] == sorted((r.score for r in found), reverse=True)


def test_reasons_are_what_a_person_would_say() -> None:
    index = MemoryIndex(ALL)
    assert reasons(index, 0, 1)[0] == "copied passages"
    both = next(reason for reason in reasons(index, 0, 2) if reason.startswith("both: "))
    assert "Peshkov" in both or "Zarensky" in both or "Harbour Gazette" in both
    assert "1 day apart" in reasons(index, 3, 4)
    assert not any("apart" in reason or "same day" in reason for reason in reasons(index, 0, 2))


def test_words_in_reasons_are_whole_words_as_the_article_has_them() -> None:
    first = Article(text="the libraries lend their anthologies by ferry; the ferries were late.", language="en")
    other = Article(text="a ferry lost its library, and one anthology of the library was found.", language="en")
    index = MemoryIndex([first, other])
    assert set(reasons(index, 0, 1)[0].removeprefix("both: ").split(", ")) == {"ferry", "libraries", "anthologies"}
    assert set(reasons(index, 1, 0)[0].removeprefix("both: ").split(", ")) == {"ferry", "library", "anthology"}


def test_the_same_quotation_is_a_reason() -> None:
    quotation = "“We heard the bell of the breakwater before we saw it, and then it was too late to turn,”"
    one = Article(text=f"The board met in Kelm on Friday. {quotation} said the captain, Anna Lindqvist.", language="en")
    two = Article(text=f"A film about the ferry opens in May. {quotation} Anna Lindqvist says in it.", language="en")
    index = MemoryIndex([one, two, DAM_FIRST])
    assert {"same quotation", "copied passages"} & set(reasons(index, 0, 1))


def test_a_name_counts_as_one_in_all_its_spellings() -> None:
    index = MemoryIndex(
        [
            Article(text="The talks failed, Volodymyr Zarensky told a meeting of engineers.", language="en"),
            Article(text="A letter has come for Zarenskyy, it was said in the capital.", language="en"),
            Article(text="A letter has come for Lindqvist, it was said in the capital.", language="en"),
        ]
    )
    assert order(index, 0)[0] == 1


def test_articles_in_two_languages_meet_by_names_and_numbers() -> None:
    german = Article(
        headline="Fähre mit 212 Menschen vor Kelm gestrandet",
        text="Eine Fähre mit 212 Passagieren ist am Dienstag im Nebel vor dem Hafen von Kelm auf Grund gelaufen. "
        "Die Kapitänin Anna Lindqvist sagte, das Radar der „Sula“ sei ausgefallen.",
        language="de",
    )
    index = MemoryIndex([*ALL, german, Article(text="Eine Kuh ist am Dienstag im Nebel entlaufen.", language="de")])
    assert set(order(index, 6)[:2]) == {3, 4}


def test_one_name_in_common_says_little_where_a_report_in_another_language_has_no_more() -> None:
    english = "The engineers met in Kelm. With Lindqvist came Ostergaard and Peshkov, and Velmora sent Zarensky."
    told = "Avec Lindqvist est venu Ostergaard, Velmora a envoyé Zarensky, et on attend Brandt de Morra et le maire de Kelm."
    cow = "Une vache brune a disparu hier soir du port de Kelm."
    french = [Article(text=text, language="fr") for text in (told, cow)]
    index = MemoryIndex([Article(text=english, language="en"), *french])
    found = {r.article_id: r.score for r in related(0, index)}
    assert found[1] > 2.5 * found[2]


def test_a_year_in_both_is_no_relation() -> None:
    arabic = Article(
        headline="السيل", text="وقع السيل الأول في الوادي عام 1974 وعاد أمس ليلا إلى الميناء القديم.", language="ar"
    )
    english = Article(
        headline="A purser retires", text="She joined the ferry in 1974 and rang its bell.", language="en"
    )
    index = MemoryIndex([arabic, english])
    assert related(0, index) == []
    assert [r.article_id for r in related(0, index, limit=500)] == [1], "asked for all, all there is comes"


def test_an_article_that_the_shelf_does_not_know_has_no_relations() -> None:
    assert related(99, MemoryIndex(ALL)) == []
    assert related(0, MemoryIndex([DAM_FIRST])) == []


def test_the_limit_is_kept() -> None:
    index = MemoryIndex([replace(FERRY, headline=f"Ferry {i}") for i in range(30)])
    assert len(related(0, index, limit=7)) == 7


def test_the_work_is_bounded_however_many_articles_are_alike() -> None:
    few, many = (MemoryIndex([FERRY] * count) for count in (60, 1_500))
    related(0, few)
    related(0, many)
    assert max(many.asked) < 10_000
    assert max(many.asked[1:]) < 200 or max(many.asked) <= 48 * 100
