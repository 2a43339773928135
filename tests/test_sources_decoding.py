"""Encodings: invented news in many languages, each in the encodings that it is really found in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.decoding import decode

TEXTS: dict[tuple[str, ...], str] = {
    ("english", "cp1252", "mac_roman"): (
        "The harbour authority said on Tuesday that the ferry “Marigold” would stay in port "
        "until Friday – a decision that the town’s café owners called “absurd”.\n"
        "Repairs are expected to cost £2.4 million, according to a letter seen by the newspaper."
    ),
    ("german", "cp1252", "iso-8859-15"): (
        "Die Stadt Krähenbüll will ihre älteste Brücke abreißen. Für die Fußgänger soll es "
        "während der Arbeiten eine Fähre geben, sagte Bürgermeisterin Jördis Möhring am "
        "Dienstag.\n"
        "Die Kosten lägen über den zunächst geschätzten zwölf Millionen Euro."
    ),
    ("french", "cp1252", "iso-8859-15"): (
        "Le maire de Valombré a annoncé mercredi la fermeture de l’école élémentaire après la "
        "découverte d’une fuite. « Nous n’avons pas le choix », a-t-il déclaré à la presse.\n"
        "Les élèves seront accueillis à Bréhac dès la rentrée."
    ),
    ("spanish", "cp1252"): (
        "La alcaldesa de Peñafría anunció el miércoles que el mercado cerrará tres días más. «No "
        "había otra opción», señaló ante los periodistas en una sesión extraordinaria.\n"
        "Los vecinos pidieron una explicación pública."
    ),
    ("italian", "cp1252"): (
        "Il sindaco ha detto che la città non può più aspettare: il ponte verrà chiuso già "
        "lunedì. «È una questione di sicurezza», ha spiegato, perché la perizia è arrivata "
        "soltanto giovedì.\n"
        "La società che lo gestisce nega ogni responsabilità."
    ),
    ("portuguese", "cp1252"): (
        "A câmara municipal decidiu na quinta-feira que a estação não será demolida. «É uma "
        "vitória da população», disse a vereadora, que há anos pede a recuperação do edifício.\n"
        "As obras começarão em março e durarão até à primavera."
    ),
    ("swedish", "cp1252"): (
        "Kommunen i Älvsmåla stänger färjan över natten. Beslutet väcker ilska på ön, där många "
        "säger att de inte fått någon förvarning. – Vi får klara oss själva, säger fiskaren "
        "Göran Sjöö.\n"
        "Färjan väntas gå igen på måndag."
    ),
    ("danish", "cp1252"): (
        "Havnen i Sønderskær lukker på onsdag, efter at både færgen og broen blev ramt af "
        "stormen. »Vi må vente på bedre vejr,« siger borgmesteren, som håber på en åbning før "
        "påske.\n"
        "Fiskerne må sejle ud fra nabobyen."
    ),
    ("icelandic", "cp1252"): (
        "Bæjarstjórinn segir að höfnin verði lokuð fram á þriðjudag. Íbúar eyjunnar eru ósáttir "
        "við ákvörðunina og krefjast þess að fá skýringar frá ráðherra.\n"
        "Það er ekki ljóst hvenær ferjan siglir á ný."
    ),
    ("finnish", "cp1252"): (
        "Lautta ei kulje tällä viikolla, kertoo kaupunginjohtaja. Päätös herätti saarella "
        "närkästystä, sillä kauppaan pääsee nyt vain omalla veneellä. Myös koulu pysyy kiinni.\n"
        "Liikenne jatkuu ensi maanantaina, jos sää sallii."
    ),
    ("polish", "cp1250", "iso-8859-2"): (
        "Burmistrz Żelazowic ogłosił we wtorek, że most zostanie zamknięty jeszcze w tym "
        "tygodniu. Mieszkańcy są oburzeni, bo najbliższa przeprawa znajduje się trzydzieści "
        "kilometrów dalej.\n"
        "Pieniądze na remont mają się znaleźć dopiero wiosną, powiedział rzecznik urzędu. Źródła "
        "w ratuszu mówią, że część środków już wydano."
    ),
    ("czech", "cp1250", "iso-8859-2"): (
        "Starosta oznámil v úterý, že most přes řeku bude uzavřen. Lidé se zlobí, protože "
        "nejbližší přívoz je třicet kilometrů daleko a jezdí jen dvakrát denně. Školáci zůstanou "
        "doma.\n"
        "Peníze na opravu město získá až příští rok, řekl mluvčí úřadu. Žádná další zpoždění prý "
        "nehrozí."
    ),
    ("hungarian", "cp1250", "iso-8859-2"): (
        "A polgármester kedden bejelentette, hogy lezárják a folyó fölött átívelő hidat. Az itt "
        "élők dühösek, mert a legközelebbi átkelő harminc kilométerre van. Az őszi ünnepekig nem "
        "lesz változás.\n"
        "A felújítás költségét később közlik, mondta a szóvivő."
    ),
    ("croatian", "cp1250", "iso-8859-2"): (
        "Gradonačelnik je u utorak objavio da će most biti zatvoren još ovaj tjedan. Mještani su "
        "ogorčeni, jer je najbliži prijelaz trideset kilometara dalje. Škole će raditi na "
        "daljinu.\n"
        "Novac za obnovu očekuje se tek sljedeće godine, rekao je glasnogovornik županije."
    ),
    ("romanian", "cp1250", "iso-8859-2"): (
        "Primarul a anunţat marţi că podul va fi închis încă din această săptămână. Locuitorii "
        "sunt nemulţumiţi, pentru că cea mai apropiată trecere se află la treizeci de kilometri.\n"
        "Banii pentru reparaţii vor veni abia la anul, a spus purtătorul de cuvânt."
    ),
    ("russian", "cp1251", "koi8-r", "iso-8859-5", "cp866", "mac_cyrillic"): (
        "Мэр Заречинска сообщил во вторник, что мост через реку закроют уже на этой неделе. "
        "Жители возмущены: ближайшая переправа находится в тридцати километрах.\n"
        "Деньги на ремонт обещают найти только весной, заявил представитель администрации."
    ),
    ("ukrainian", "cp1251", "koi8-u"): (
        "Міський голова повідомив у вівторок, що міст через річку закриють уже цього тижня. "
        "Мешканці обурені: найближча переправа за тридцять кілометрів, а її ще й відкривають "
        "двічі на день.\n"
        "Гроші на ремонт обіцяють знайти лише навесні, сказав речник."
    ),
    ("bulgarian", "cp1251"): (
        "Кметът съобщи във вторник, че мостът над реката ще бъде затворен още тази седмица. "
        "Жителите са възмутени, защото най-близкият брод е на тридесет километра.\n"
        "Пари за ремонта ще има едва през пролетта, каза говорителят на общината."
    ),
    ("greek", "cp1253", "iso-8859-7"): (
        "Ο δήμαρχος ανακοίνωσε την Τρίτη ότι η γέφυρα θα κλείσει μέσα στην εβδομάδα. Οι κάτοικοι "
        "διαμαρτύρονται, γιατί το πλησιέστερο πέρασμα απέχει τριάντα χιλιόμετρα.\n"
        "Τα χρήματα για την επισκευή θα βρεθούν την άνοιξη, είπε ο εκπρόσωπος."
    ),
    ("turkish", "cp1254", "iso-8859-9"): (
        "Belediye başkanı salı günü köprünün bu hafta kapatılacağını açıkladı. Köylüler kızgın, "
        "çünkü en yakın geçit otuz kilometre uzakta. Öğrenciler şimdilik evde kalacak, "
        "öğretmenler de çevrim içi ders verecek.\n"
        "Onarım için para ancak ilkbaharda bulunacak, dedi sözcü."
    ),
    ("hebrew", "cp1255"): (
        "ראש העירייה הודיע ביום שלישי כי הגשר מעל הנהר ייסגר עוד השבוע. התושבים כועסים, משום "
        "שהמעבר הקרוב ביותר נמצא במרחק שלושים קילומטרים.\n"
        "הכסף לשיפוץ יימצא רק באביב, אמר הדובר."
    ),
    ("arabic", "cp1256", "iso-8859-6"): (
        "أعلن رئيس البلدية يوم الثلاثاء أن الجسر فوق النهر سيغلق هذا الأسبوع. السكان غاضبون لأن "
        "أقرب معبر يبعد ثلاثين كيلومترا.\n"
        "وقال المتحدث إن أموال الإصلاح لن تتوفر قبل الربيع."
    ),
    ("lithuanian", "cp1257", "iso-8859-13"): (
        "Meras antradienį pranešė, kad tiltas per upę bus uždarytas jau šią savaitę. Gyventojai "
        "piktinasi, nes artimiausia perkėla yra už trisdešimties kilometrų. Žmonės žada "
        "protestuoti.\n"
        "Pinigų remontui tikimasi tik pavasarį, sakė savivaldybės atstovė."
    ),
    ("latvian", "cp1257"): (
        "Mērs otrdien paziņoja, ka tilts pār upi tiks slēgts jau šonedēļ. Iedzīvotāji ir "
        "sašutuši, jo tuvākā pārceltuve atrodas trīsdesmit kilometru attālumā. Bērni mācīsies "
        "mājās.\n"
        "Naudu remontam sola tikai pavasarī, teica pārstāve."
    ),
    ("thai", "cp874"): (
        "นายกเทศมนตรีประกาศเมื่อวันอังคารว่าสะพานข้ามแม่น้ำจะปิดภายในสัปดาห์นี้ "
        "ชาวบ้านไม่พอใจเพราะท่าข้ามที่ใกล้ที่สุดอยู่ห่างออกไปสามสิบกิโลเมตร\n"
        "เงินซ่อมแซมจะมีในฤดูใบไม้ผลิ โฆษกกล่าว"
    ),
    ("chinese", "gb18030", "gb2312"): (
        "市长星期二宣布，河上的大桥本周内将关闭。居民们十分不满，因为最近的渡口在三十公里以外，每天只开两次。\n"
        "发言人说，维修经费要到明年春天才能落实，学校将暂时停课。"
    ),
    ("taiwanese", "big5"): (
        "市長星期二宣布，河上的大橋本週內將關閉。居民十分不滿，因為最近的渡口在三十公里以外，每天只開兩次。\n"
        "發言人說，維修經費要到明年春天才能落實，學校將暫時停課。"
    ),
    ("japanese", "shift_jis", "euc-jp", "iso-2022-jp"): (
        "市長は火曜日、川にかかる橋を今週中に閉鎖すると発表した。最も近い渡し場は三十キロ先にあり、住民からは不満の声が上がっている。\n"
        "修理の費用は来年の春まで用意できないと、広報担当者は話した。"
    ),
    ("korean", "euc-kr"): (
        "시장은 화요일 강 위의 다리를 이번 주 안에 폐쇄한다고 발표했다. "
        "가장 가까운 나루터가 삼십 킬로미터 떨어져 있어 주민들은 불만을 터뜨리고 있다.\n"
        "수리 비용은 내년 봄에야 마련될 것이라고 대변인은 말했다."
    ),
}
CASES = [(language, encoding, text) for (language, *encodings), text in TEXTS.items() for encoding in encodings]
NAMES = [f"{language}-{encoding}" for language, encoding, _ in CASES]
PAGE = "<html><head><title>News</title></head><body>" + "<div class='menu'><a href='/a'>Home</a></div>\n" * 30


@pytest.mark.parametrize(("language", "encoding", "text"), CASES, ids=NAMES)
def test_legacy_encodings_are_told_by_their_letters(language: str, encoding: str, text: str) -> None:
    for sample in (text, text.partition("\n")[0], text * 20, f"{PAGE}<p>{text}</p></body></html>"):
        data = sample.encode(encoding, "ignore")
        assert decode(data) == data.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_language_is_read_in_every_form_of_unicode(encoding: str) -> None:
    for text in TEXTS.values():
        assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("The café on the corner reopened on Monday.", "cp1252"),
        ("It cost £200 million, ministers said.", "cp1252"),
        ("The “absurd” plan was dropped – at last.", "cp1252"),
        ("Don’t go there, she said.", "cp1252"),
        ("São Paulo, Bogotá and Málaga signed.", "cp1252"),
        ("© 2021 The Fenwick Herald. All rights reserved.", "cp1252"),
        ("Jürgen Müller won the race.", "cp1252"),
        ("Lech Wałęsa spoke in Gdańsk.", "cp1250"),
    ],
)
def test_a_single_foreign_letter_is_enough(raw: str, encoding: str) -> None:
    assert decode(raw.encode(encoding)) == raw


def test_a_page_is_read_as_it_declares() -> None:
    for head in ('<meta charset="{}">', "<meta http-equiv=x content='text/html; charset={}'>", '<?xml encoding="{}"?>'):
        page = head.format("windows-1257").replace("<?xml", '<?xml version="1.0"') + "<p>Šis ir īss.</p>"
        assert decode(page.encode("cp1257")) == page
    page = '<meta charset="ISO-8859-1"><p>“It’s 5 €”</p>'
    assert decode(page.encode("cp1252")) == page, "Latin-1 means Windows-1252, as in every browser"


def test_a_false_declaration_does_no_harm() -> None:
    for name in ("utf-16", "unicode_escape", "rot13", "zip", "no-such-encoding", "idna", "undefined"):
        page = f'<meta charset="{name}"><p>Die Fähre bleibt im Hafen, sagte die Bürgermeisterin.</p>'
        assert decode(page.encode("cp1252")) == page
        assert decode(page.encode("utf-8")) == page
    page = '<meta charset="windows-1251"><p>Die Fähre bleibt.</p>'
    assert decode(page.encode("utf-8")) == page, "valid UTF-8 is UTF-8"


def test_broken_utf8_loses_only_the_bad_bytes() -> None:
    text = "Die Fähre bleibt im Hafen, sagte Bürgermeisterin Möhring. "
    data = (text * 50).encode()
    broken = data[:100] + b"\xff\xfe" + data[100:2000] + b"\xe9" + data[2000:]
    assert decode(broken) == broken.decode("utf-8", "replace")
    assert decode(broken).replace("\ufffd", "") == text * 50
    assert decode(data[:-1] + b"\xc3").endswith("Möhring.\ufffd"), "cut off in the middle of a letter"


def test_line_ends_become_line_feeds_and_marks_vanish() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n\r\nd") == "a\nb\nc\n\nd"
    assert decode("\ufeffa\r\nb".encode("utf-16-be")) == "a\nb"


def test_stray_control_codes_stay_for_cleaning() -> None:
    assert decode(b"a\x00b\x1b[2Jc\x07") == "a\0b\x1b[2Jc\x07"


def test_ascii_is_ascii_whatever_it_looks_like() -> None:
    for data in (b"Use ~{name~} in templates.", b"bold\x1b(B\x1b[m The ferry", b"Price ~{$5} +AOk- &eacute;"):
        assert decode(data) == data.decode("ascii")


@pytest.mark.filterwarnings("error")
def test_letters_in_markup_only_are_read() -> None:
    assert decode("<img alt='Fähre'>Ferry".encode("cp1252")) == "<img alt='Fähre'>Ferry"


def test_the_telling_letters_may_come_late() -> None:
    text = "var a = 1;\n" * 50_000 + "Мэр Заречинска сообщил во вторник, что мост через реку закроют."
    assert decode(text.encode("koi8-r")) == text


def test_large_texts_are_decoded_fast() -> None:
    text = "Мэр Заречинска сообщил, что мост через реку закроют уже на этой неделе. " * 140_000
    data = text.encode("cp1251")  # 10 MB
    start = time.process_time()
    assert decode(data) == text
    assert time.process_time() - start < 3


@given(st.binary(max_size=400))
def test_any_bytes_give_some_text(data: bytes) -> None:
    text = decode(data)
    assert "\r" not in text
    text.encode("utf-8")
    assert decode(data) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0\ufeff"), max_size=200))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if "\x1b" not in text:
        assert decode(text.encode("utf-8")) == text


@pytest.mark.parametrize(
    ("label", "encoding", "word"),
    [
        ("x-cp1250", "cp1250", "Ďáblík"),
        ("iso-ir-110", "iso8859-4", "Õhtuleht ųžęė"),
        ("iso-8859-16", "iso8859-16", "Știri din țară"),
        ("iso-8859-3", "iso8859-3", "Ħobż ġdid"),
        ("windows-949", "cp949", "똠방각하"),
        ("windows-31j", "cp932", "①今日の新聞"),
        ("ISO-8859-1", "cp1252", "“Der Preis: 5 €”"),
    ],
)
def test_a_page_may_call_its_encoding_by_any_name_that_browsers_know(label: str, encoding: str, word: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>{word}</p></body></html>'
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize("label", ["utf-16", "unicode_escape", "x-user-defined", "replacement"])
def test_a_page_that_names_what_it_cannot_be_in_is_read_by_its_letters(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>Die Fähre fährt für Übermüdete früh.</p></body></html>'
    assert decode(page.encode("cp1252")) == page
