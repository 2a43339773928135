"""What recurs on an outlet's pages: which lines are furniture, and how they are taken out of an article and put back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from furniture_support import INSERT, TOLD
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Paragraph, Removed
from reader.cleaning.rules import recurring
from reader.cleaning.rules.recurring import Recurrence, amended, furniture, hash_of, lines_of, names_itself

OUTLET = "Pellworth Courier"
BACKGROUND = (
    "The lagoon bridge between Orrin and Kesten was closed in February, after Captain Mira Tolland had reported a cable "
    "hanging in the water, and the islands have lived by the ferry since."
)


def article(*lines: str, kind: str = "body") -> Article:
    """An article about the ferry of Orrin with these lines at its end."""
    texts = [*TOLD[0][1], *lines]
    kinds = ["body"] * 3 + [kind] * len(lines)
    return Article(
        language="en",
        paragraphs=tuple(Paragraph(t, k, n) for n, (t, k) in enumerate(zip(texts, kinds, strict=True), 1)),  # type: ignore[arg-type]
    )


def cut(text: str, *, kept: int = 0, cut: int = 0, unlike: int | None = None, articles: int = 100, **how: str) -> bool:
    """Whether a line of the article is taken for furniture, standing in so many other articles."""
    seen = Recurrence(kept, cut, kept + cut if unlike is None else unlike)
    return bool(furniture(article(text, **how), {hash_of(text) or 0: seen}, articles, OUTLET))


def test_a_line_that_names_itself_and_stands_in_three_other_reports_is_furniture() -> None:
    assert cut(INSERT, kept=3)
    assert not cut(INSERT, kept=2)


def test_the_rule_says_in_how_many_articles_of_which_outlet() -> None:
    rules = furniture(article(INSERT), {hash_of(INSERT) or 0: Recurrence(10, 1, 6)}, 40, OUTLET)
    assert list(rules.values()) == ["stands in 12 articles of Pellworth Courier"]


def test_copies_of_one_report_prove_nothing_however_many_there_are() -> None:
    assert not cut(INSERT, kept=40, unlike=1)
    assert not cut(INSERT, cut=40, unlike=2)


def test_the_background_of_a_running_story_stays_however_often_it_is_told() -> None:
    assert not cut(BACKGROUND, kept=60, articles=60)
    assert not cut(BACKGROUND, kept=2, cut=60, articles=60), "even where cleaning mostly cut it"


def test_a_line_that_nearly_every_article_has_is_furniture_if_it_speaks_of_something_else() -> None:
    line = "This report was set in Gannet type on paper made of beech from hills beyond Marrow."
    assert cut(line, kept=40, articles=100)
    assert not cut(line, kept=10, articles=100)
    assert not cut("The ferry between Orrin and Pellworth does not run on Sundays.", kept=40, articles=100)


def test_a_line_that_was_cut_nearly_everywhere_else_is_cut_here() -> None:
    line = "Nine gulls that changed the coast for good"
    assert cut(line, cut=3)
    assert cut(line, cut=9, kept=3)
    assert not cut(line, cut=4, kept=3)
    assert cut(line, cut=3, kind="subhead")


def test_subheads_may_recur() -> None:
    assert not cut("What happens next in this story", kept=50, kind="subhead")


def test_the_questions_of_an_interview_may_recur() -> None:
    assert not cut("What was the last story that you told your children?", kept=20)


@pytest.mark.parametrize("line", ["The trial continues.", "No one was hurt, the police said.", "8:30 p.m."])
def test_set_phrases_of_reporters_stay(line: str) -> None:
    assert not cut(line, kept=8)


def test_long_lines_need_more_evidence() -> None:
    long = f"{INSERT} It is written by people who get up at four, who read all that was printed in the night, and " * 2
    text = [paragraph * 12 for paragraph in TOLD[0][1]]
    known = {hash_of(long) or 0: Recurrence(4, 0, 4)}
    whole = Article(paragraphs=tuple(Paragraph(t, line=n) for n, t in enumerate([*text, long], 1)), language="en")
    assert len(long) > recurring.LONG
    assert not furniture(whole, known, 100, OUTLET)
    assert furniture(whole, {hash_of(long) or 0: Recurrence(5, 0, 5)}, 100, OUTLET)


def test_what_would_take_much_of_a_text_is_left_alone() -> None:
    lines = [f"{INSERT} {word}" for word in ("So.", "And.", "But.", "Or.", "Yet.")]
    known = {hash_of(line) or 0: Recurrence(9, 0, 6) for line in lines}
    assert furniture(article(lines[0]), known, 100, OUTLET)
    assert furniture(article(*lines), known, 100, OUTLET) == {}


def test_chinese_background_stays_and_chinese_furniture_goes() -> None:
    body = Article(
        language="zh",
        paragraphs=tuple(
            Paragraph(text, line=n)
            for n, text in enumerate(
                ("港口渡轮星期五失去了船头门，四十名乘客没有察觉。" * 4, "船厂答应在捕鱼季节之前装上新的船头门。" * 4),
                1,
            )
        ),
    )
    background, other = "渡轮的船头门由港口船厂在去年装上。", "欢迎扫描二维码关注我们编辑部的微信公众号。"
    for line, goes in ((background, False), (other, True)):
        whole = replace(body, text="", paragraphs=(*body.paragraphs, Paragraph(line, line=9)))
        known = {hash_of(line) or 0: Recurrence(40, 0, 6)}
        assert bool(furniture(whole, known, 60, "港报")) is goes


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (INSERT, True),
        ("Follow Ada Renn on Twitter @adarenn.", True),
        ("Read also: Ferry timetable changes again", True),
        ("Abonnieren Sie unseren Newsletter und verpassen Sie nichts.", True),
        ("The ferry will be repaired in June, the yard said.", False),
        ("What do you read when you are at home?", False),
    ],
)
def test_furniture_names_itself(line: str, says: bool) -> None:
    assert names_itself(line) is says


TEXTS = st.lists(st.text(min_size=1, max_size=60).filter(lambda t: bool(t.strip())), max_size=12)


@given(TEXTS, TEXTS, st.data())
def test_every_line_is_kept_or_removed_whatever_is_known_of_it(
    kept: list[str], gone: list[str], data: st.DataObject
) -> None:
    lines = data.draw(st.permutations(range(1, len(kept) + len(gone) + 1)))
    made = Article(
        paragraphs=tuple(Paragraph(t, line=n) for t, n in sorted(zip(kept, lines, strict=False), key=lambda p: p[1])),
        removed=tuple(Removed(t, n, "menu") for t, n in zip(gone, lines[len(kept) :], strict=True)),
    )
    hashes = [h for t in [*kept, *gone] if (h := hash_of(t)) is not None]
    cuts = dict.fromkeys(data.draw(st.lists(st.sampled_from(hashes))) if hashes else [], "cut by hand")
    keeps = set(data.draw(st.lists(st.sampled_from(hashes))) if hashes else []) - cuts.keys()
    new = amended(made, cuts, keeps)
    assert sorted([(p.line, p.text) for p in new.paragraphs] + [(r.line, r.text) for r in new.removed]) == sorted(
        [(p.line, p.text) for p in made.paragraphs] + [(r.line, r.text) for r in made.removed]
    )
    assert [p.line for p in new.paragraphs] == sorted(p.line for p in new.paragraphs)
    assert not any(hash_of(p.text) in cuts for p in new.paragraphs)
    assert not any(hash_of(r.text) in keeps for r in new.removed)
    assert amended(new, cuts, keeps) == new


@given(st.text(), TEXTS, st.integers(0, 9), st.integers(0, 9))
def test_no_text_at_all_makes_trouble(line: str, others: list[str], kept: int, cuts: int) -> None:
    whole = Article(paragraphs=tuple(Paragraph(t, line=n) for n, t in enumerate([*others, line], 1)))
    known = dict.fromkeys(lines_of(whole), Recurrence(kept, cuts, kept + cuts))
    for line_hash, rule in furniture(whole, known, 3, "X").items():
        assert line_hash in known
        assert rule.startswith("stands in ")


def test_a_line_without_a_place_in_an_original_is_not_moved() -> None:
    came_clean = Article(text="One paragraph here.\n\nAnother paragraph there.")
    assert amended(came_clean, {hash_of("One paragraph here.") or 0: "cut by hand"}, set()) is came_clean
