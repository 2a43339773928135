"""reader.language.sentences: where sentences begin and end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.sentences.splitter import sentences, spans

CASES = [
    # datelines
    ("en", "PORT ALDER, March 3. /NWS/.|The harbour is closed.|Ships wait."),
    ("en", "PORT ALDER. March 3 (Norwire) - The harbour is closed.|Ships wait."),
    ("en", "LONDON (Norwire) - The bank cut rates on Monday.|Shares rose."),
    ("ru", "СТАРГОРОД, 3 марта. /НВС/.|Порт закрыт.|Суда ждут."),
    # initials, titles, companies, places
    ("en", "John F. Marlow met Dr. Ann B. Lee.|They talked."),
    ("en", "He works for Alder Ltd. and Birch Inc. in St. Ives.|She does not."),
    ("en", "The ship left Port Co. on Friday.|It came back."),
    ("en", "She lives in the U.S.|He lives in the U.K. with Sen. Poole."),
    ("en", "The U.S. Senate voted at 5 p.m. Monday.|At 6 p.m.|He left."),
    ("en", "He threatened U.S. Rep. Ann Lee and U.S. Sen. Bo Poole of Alder, S.C. - Dr. Marlow said.|Both left."),
    ("en", "They live in the U.S.|Mr. Marlow does not."),
    ("en", "See fig. 3 and No. 5, e.g. the map.|He said no.|Nobody moved."),
    ("en", "He was born on Jan. 20, 1960.|His sister came in Dec.|She is ill.|Doctors came."),
    ("de", "Der Minister sprach am 12. Juni mit Prof. Dr. Weber, z. B. über Geld usw.|Die Partei schwieg."),
    ("de", "Es kostet 5 Mio. Euro bzw. 3 Prozent.|Das ist viel."),
    ("fr", "M. Dupont, p. ex., est parti avec Mme. Durand.|Ils reviennent."),
    ("es", "La Sra. Ruiz vive en EE. UU. desde 1990.|El Dr. Paz no."),
    ("it", "L'avv. Rossi e il dott. Bianchi parlano.|Il sig. Verdi ascolta."),
    ("pl", "W 2020 r. prof. dr hab. Jan Nowak wydał 5 tys. zł.|Potem wyjechał."),
    ("ru", "В 2020 г. А. И. Петров и др. жили на ул. Мира.|Потом уехали."),
    ("uk", "У 2020 р. проф. І. П. Бондар жив на вул. Миру.|Потім поїхав."),
    ("tr", "Başkan 12. toplantıda Dr. Ali Bey ile konuştu.|Sonra gitti."),
    ("cs", "Dne 3. března 2020 řekl p. Novák, tj. starosta, že ne.|Pak odešel."),
    ("en", "They paid B. Ltd. and C. Corp. in May.|Both were small."),
    ("en", "The play “Ho! What a Storm!” opened in May.|It rained."),
    ("en", "Yahoo! Alder bought it in May.|They were glad."),
    ("en", 'The song "Away! Away! (A Long Road)" was first in June.|It rained.'),
    # numbers, addresses, ellipses
    ("en", "Prices rose 3.5 percent to $1.20 at www.alder.example today.|They fell later."),
    ("en", "Well ... maybe not.|She waited...|Nobody came."),
    ("en", "It was odd.[3]|Nobody knew.12|They left."),
    # quotations
    ("en", "“We came.|We saw.|We left,” he said.|“Why?” Mr. Poole asked.|She shrugged."),
    ("en", 'He said: "We stay.|We wait."|Then he sat.'),
    ("fr", "Il a dit : « Je pars.|Tu restes. »|Puis il est parti."),
    ("de", "Sie rief: „Wir bleiben!“|Dann ging sie."),
    ("zh", "他说：“我来了。|我看见了。”|然后走了。"),
    ("zh", '他说："我来了。|我看见了。"|然后走了。'),
    ("zh", '港口关了。|"没有船。"|大家回家。'),
    ("zh", '他说：“没有船。"|大家回家。'),
    ("ja", "彼は「行く。」と言った。|そして去った。"),
    # brackets
    ("en", "They left (it was late. It rained.) without a word.|(Nobody saw them.)|The end."),
    ("en", "They met twice (nobody had seen the two of them.)|Then he left.|She saw Ann (from Alder Ltd.) Lee."),
    # names of letters, magnitudes before currencies, a Japanese line that goes on
    ("hi", "के. शर्मा और बी. एन. राव आए।|वे गए।"),
    ("id", "Kata Brigjen Pol. Ahmad Rusk di Alder. |Dia pulang."),
    ("lt", "Tai kainavo 70 mln. eur.|Dabar statoma."),
    ("ja", "これは町の\n港です。|船は来ない。"),
    # lists and headings
    ("en", "1. The first point.\n|2. The second point."),
    ("en", "1) bread 2) milk 3) eggs".replace(" 2", "| 2").replace(" 3", "| 3")),
    ("en", "• One thing\n|• Another thing"),
    ("en", "A heading without a stop\n|The text begins here. |It goes on."),
    ("en", "Two paragraphs without a stop\n\n|and one in small letters"),
    ("en", "A line that was broken at some seventy columns, as old mail\nprograms did. |The next one."),
    # a caption or heading that lost its full stop
    ("en", "The driver of the burnt bus at the gate of the yard|The band had left an hour before.|Nobody was hurt."),
    ("en", "The tower (left) was closed in 1962 (file photo by a visitor)|It is open again."),
    ("de", "Das alte Haus am Hafen wird nun doch verkauft|Die Stadt hatte lange gezögert."),
    ("fr", "Un nouveau pont sur la rivière en 2012|Les travaux commencent lundi."),
    ("ru", "Как город теряет свой старый порт|Это видно по пустому причалу."),
    ("en", "She took vitamin A for years and read The Alder Post in early May before work."),
    ("de", "Das wollen wir Ihnen und Ihren Kindern sagen, wenn Sie kommen."),
    # a blank lost in crawling
    ("en", "The talks failed.|Both sides left."),
    ("en", "It ended in March.|Nobody asked."),
    # other scripts
    ("ar", "أغلق الميناء اليوم.|هل يفتح غدا؟|لا أحد يعلم."),
    ("hi", "बंदरगाह बंद है।|डॉ. शर्मा ने कहा कि यह दो हफ़्ते चलेगा।"),
    ("zh", "港口关闭了。|什么时候开放？|没人知道！"),
    ("ko", "항구가 닫혔다.|언제 열릴까?|아무도 모른다."),
    ("hy", "Նավահանգիստը փակ է:|Ոչ ոք չգիտի:"),
    ("am", "ወደቡ ተዘግቷል።|ማንም አያውቅም።"),
    ("km", "កំពង់ផែបានបិទ។|គ្មានអ្នកណាដឹងទេ។"),
    (
        "th",
        "ท่าเรืออัลเดอร์จะปิดเป็นเวลาสองสัปดาห์หลังจากพายุทำลายกำแพงด้านเหนือของท่าเรือเมื่อวันจันทร์|"
        "นายกเทศมนตรีกล่าวว่าการซ่อมแซมจะใช้เงินสิบสองล้าน",
    ),
    ("el", "Γιατί έκλεισε το λιμάνι;|Κανείς δεν ξέρει."),
]


@pytest.mark.parametrize(("language", "marked"), CASES, ids=[f"{c[0]}-{c[1][:25]}" for c in CASES])
def test_sentences_end_where_a_reader_would_end_them(language: str, marked: str) -> None:
    """`|` marks the ends."""
    expected = [piece.strip() for piece in marked.split("|")]
    wide = language in ("zh", "ja", "am", "km")
    text = marked.replace("|", "") if wide or "\n" in marked or "1)" in marked else marked.replace("|", " ")
    assert sentences(text, language) == expected


def test_a_sentence_end_survives_the_loss_of_its_blank() -> None:
    assert sentences("The talks failed.Both sides left.I stayed.") == [
        "The talks failed.",
        "Both sides left.",
        "I stayed.",
    ]
    assert sentences("Write to Ann.Lee@alder.example now.") == ["Write to Ann.Lee@alder.example now."]


def test_the_language_may_be_unknown() -> None:
    assert sentences("One thing. Another thing.", None) == sentences("One thing. Another thing.", "xx")
    assert len(sentences("One thing. Another thing.", None)) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "...", "?!", "word", "\u2028", "🙂"])
def test_texts_without_sentences_do_no_harm(text: str) -> None:
    assert all(s == s.strip() and s in text for s in sentences(text))


FRAGMENTS = 'The mr Mr U.S . ! ? … ( ) " “ ” » 12 1) • a I 。 」 の ال । : ; [2] É /TASS/. -'
PIECES = st.sampled_from([*FRAGMENTS.split(), " ", ". ", "! ", "\n", "\n\n", "\x1b", "\u200f"])


@given(
    st.lists(PIECES, max_size=60).map("".join) | st.text(), st.sampled_from(["en", "de", "zh", "ar", "hy", "xx", ""])
)
@settings(max_examples=300, deadline=None)
def test_spans_are_in_order_and_lose_nothing_but_white_space(text: str, language: str) -> None:
    found = spans(text, language)
    position = 0
    for start, end in found:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
    assert found == spans(text, language)


@given(st.lists(st.text(alphabet="abcD .", min_size=1), min_size=2, max_size=5))
def test_a_blank_line_always_ends_a_sentence(paragraphs: list[str]) -> None:
    for sentence in sentences("\n\n".join(paragraphs)):
        assert "\n\n" not in sentence


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        ". ",
        ".",
        "? ",
        "(",
        "(a. B ",
        "Mr. ",
        "a) b ",
        "「。」",
        "1. ",
        '" ',
        "x.[1] ",
        "\n",
        " ",
        "… ",
        "a.B",
        "The end. ",
    ],
)
@pytest.mark.no_cover
def test_the_time_is_linear_in_the_length(unit: str) -> None:
    """Ten times the text takes nowhere near a hundred times as long."""
    short, long = unit * (20_000 // len(unit)), unit * (200_000 // len(unit))
    assert _seconds(long) < 40 * _seconds(short) + 0.5


def _seconds(text: str) -> float:
    start = time.process_time()
    spans(text)
    return time.process_time() - start


def test_beyond_millions_of_characters_the_plain_rule_holds_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Mr. Poole came. Mr. Velm left.\n\nMr. Berg stayed. Nobody knows why."
    assert sentences(text) == ["Mr. Poole came.", "Mr. Velm left.", "Mr. Berg stayed.", "Nobody knows why."]
    monkeypatch.setattr("reader.language.sentences.splitter.FAR", 20)
    far = sentences(text)
    assert "".join(far).replace(" ", "") == "".join(text.split())
    assert far[-1] == "Mr. Berg stayed. Nobody knows why.", "a short one goes with the next"
