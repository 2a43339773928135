"""The nouns hold what they promise."""

from datetime import date

from reader.article import Article, Paragraph, Ranking, Sentence


def test_an_article_made_from_text_has_its_paragraphs() -> None:
    assert [p.text for p in Article(text="One.\n\nTwo.").paragraphs] == ["One.", "Two."]


def test_an_article_made_from_paragraphs_has_the_body_as_its_text() -> None:
    article = Article(paragraphs=(Paragraph("One."), Paragraph("Between", "subhead"), Paragraph("Two.")))
    assert article.text == "One.\n\nTwo."


def test_a_date_given_by_hand_counts_as_stated() -> None:
    assert Article(text="x", published=date(2024, 5, 3)).published_from == "stated"
    assert Article(text="x").published_from == "unknown"


def test_a_longer_summary_contains_the_shorter_one_in_reading_order() -> None:
    ranking = Ranking(tuple(Sentence(t, 0, 1) for t in "abcd"), (2, 0, 3, 1), "news")
    assert [[s.text for s in ranking.top(n).sentences] for n in range(6)] == [
        [],
        ["c"],
        ["a", "c"],
        ["a", "c", "d"],
        ["a", "b", "c", "d"],
        ["a", "b", "c", "d"],
    ]
