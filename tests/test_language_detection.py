"""reader.language.detection: the language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.detection import detect

SAMPLES = {
    "en": "The harbour of Port Alder will be closed for two weeks, the mayor said on Monday, after the storm.",
    "de": "Der Hafen von Altenmünde ist für zwei Wochen geschlossen, sagte die Bürgermeisterin am Montag.",
    "fr": "Le port de Valmer sera fermé pendant deux semaines, a déclaré lundi la maire après la tempête.",
    "es": "El puerto de Costamar estará cerrado dos semanas, dijo el lunes la alcaldesa después de la tormenta.",
    "it": "Il porto di Valmare sarà chiuso per due settimane, ha detto lunedì la sindaca dopo la tempesta.",
    "pt": "O porto de Valmar ficará fechado duas semanas, mas não há razão para alarme, disse a presidente da câmara.",
    "nl": "De haven van Oudermonde gaat twee weken dicht, zei de burgemeester maandag, maar het is niet voor lang.",
    "pl": "Port w Starogrodzie będzie zamknięty przez dwa tygodnie, powiedziała w poniedziałek burmistrz po "
    "tym, jak burza się skończyła.",
    "ru": "Порт будет закрыт на две недели, сообщила в понедельник мэр города после шторма, который прошёл по стране.",
    "uk": "Порт буде закритий на два тижні, повідомила в понеділок мерка міста після шторму, який пройшов країною.",
    "tr": "Liman iki hafta boyunca kapalı olacak, dedi belediye başkanı pazartesi günü ve fırtına için daha çok yardım "
    "istedi.",
    "ar": "قال رئيس البلدية يوم الاثنين إن الميناء سيغلق لمدة أسبوعين بعد العاصفة التي ضربت البلاد",
    "zh": "市长周一表示，港口将关闭两周，以便在风暴之后进行维修。",
    "ja": "市長は月曜日、嵐のあと港を二週間閉鎖すると発表した。",
    "ko": "시장은 월요일 폭풍 이후 항구를 두 주 동안 폐쇄한다고 밝혔다.",
    "cs": "Přístav bude na dva týdny uzavřen, řekla v pondělí starostka města po bouři, která se přehnala přes zemi.",
    "sv": "Hamnen kommer att vara stängd i två veckor, sade borgmästaren på måndagen efter stormen.",
    "da": "Havnen bliver lukket i to uger, siger borgmesteren mandag efter stormen, og der er ikke noget at gøre.",
    "no": "Havnen blir stengt i to uker, sier ordføreren mandag etter stormen, og det er ikke noe å gjøre nå.",
    "fi": "Satama on suljettu kaksi viikkoa, mutta pormestari sanoo, että se avataan niin pian kuin voi.",
    "hu": "A kikötő két hétig zárva lesz, mondta hétfőn a polgármester, és hozzátette, hogy nem csak a vihar az oka.",
    "ro": "Portul va fi închis timp de două săptămâni, a declarat luni primarul, după ce furtuna a trecut prin oraș.",
    "el": "Το λιμάνι θα παραμείνει κλειστό για δύο εβδομάδες, δήλωσε τη Δευτέρα η δήμαρχος.",
    "he": "הנמל ייסגר לשבועיים, אמרה ראש העיר ביום שני לאחר הסערה.",
    "fa": "شهردار روز دوشنبه گفت که بندر پس از توفان برای دو هفته بسته خواهد شد و این را به مردم اعلام کرد.",
    "id": "Pelabuhan akan ditutup selama dua minggu, kata wali kota pada Senin karena badai yang akan datang.",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_a_sentence_of_news_is_enough(language: str) -> None:
    assert detect(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", " \n\t ", "12,345.67 — 8/9", "Xzqv", "OK", "!!! ??? …", "\x1b[31m\x00"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect(text) is None


def test_a_foreign_name_or_quotation_does_not_change_the_language() -> None:
    assert detect(SAMPLES["zh"] + "作家よしもと到场。" + SAMPLES["zh"] * 3) == "zh"
    assert detect(SAMPLES["en"] + " «" + SAMPLES["ru"][:30] + "» " + SAMPLES["en"]) == "en"


def test_only_the_beginning_is_read() -> None:
    assert detect(SAMPLES["en"] * 50 + SAMPLES["ru"] * 5_000) == "en"


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    found = detect(text)
    assert found is None or len(found) == 2
