"""The nouns hold what they promise."""

from datetime import date

from reader.article import Article, Paragraph, Ranking, Sentence


def test_an_article_made_from_text_has_its_paragraphs() -> None:
    assert [p.text for p in Article(text="One.\n\nTwo.").paragraphs] == ["One.", "Two."]


def test_an_article_made_from_paragraphs_has_body_and_subheads_as_its_text() -> None:
    article = Article(
        paragraphs=(
            Paragraph("One."),
            Paragraph("Between", "subhead"),
            Paragraph("A boat", "caption"),
            Paragraph("Two."),
        )
    )
    assert article.text == "One.\n\nBetween\n\nTwo."
    assert [article.text[start:end] for start, end in article.subheads] == ["Between"]


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


def test_a_brief_note_has_a_summary_of_a_sentence_or_two_and_other_texts_one_of_three() -> None:
    def usual(sentences: int, words: int) -> int:
        text = " ".join(["word"] * words)
        return Ranking((Sentence(text, 0, len(text)),) * sentences, tuple(range(sentences)), "news").usual

    assert [usual(n, 25) for n in (1, 4, 5, 6, 7, 40)] == [1, 1, 2, 2, 3, 3]
    assert [usual(n, 5) for n in (10, 17, 26)] == [1, 2, 2], "many short sentences are a brief note, too"
    assert usual(60, 6) == usual(10_000, 20) == 3
    ranking = Ranking(tuple(Sentence(t, 0, 1) for t in "abc"), (1, 0, 2), "news")
    assert ranking.top() == ranking.top(1)


def test_a_summary_within_so_many_words_is_the_longest_one_that_fits() -> None:
    texts = ("one two three", "one two", "one", "one two three four")  # ten words
    ranking = Ranking(tuple(Sentence(text, 0, 1) for text in texts), (1, 3, 2, 0), "news")
    assert [len(ranking.within(words=n).sentences) for n in range(12)] == [1, 1, 1, 1, 1, 1, 2, 3, 3, 3, 4, 4]
    assert [len(ranking.within(percent=n).sentences) for n in (0, 20, 59.9, 60, 70, 99, 100)] == [1, 1, 1, 2, 3, 3, 4]
    assert ranking.within(words=6) == ranking.top(2)
    assert ranking.within(words=6, percent=70) == ranking.within(words=7, percent=60) == ranking.top(2)
    assert ranking.within() == ranking.top(4)
    assert Ranking((), (), "news").within(words=5).sentences == ()
