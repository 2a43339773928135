"""The words around the names in bylines, in many languages: what stands for `by`, offices, what is no person.

Here: tables only, in lower case. Not here: taking the names out (`metadata.byline`).
"""

from __future__ import annotations

from reader.cleaning.lexicon.words import word_set

BY = (
    "(?:view |see |read )?(?:all |more )?(?:posts|articles|stories|work) by",
    "(?:(?:an? |guest )*(?:words|written|posted|published|submitted|reported|reporting|story|report|text|"
    "authored|created|contributed|article|post|essay|feature|dispatch|contribution|review|interview|column|analysis|"
    "opinion|commentary|exclusive|hosted))?(?: and (?:photos?|reported|video))? ?by",
    "(?:(?:ein|eine) )?(?:kommentar|analyse|gastbeitrag|interview|bericht|artikel|verfasst|geschrieben|erstellt|"
    "eingestellt|veröffentlicht|text|reportage|protokoll)? ?von",
    "(?:écrit|publié|rédigé|propos recueillis|posté|article|texte|mis en ligne)? ?par", "une (?:analyse|chronique) de",
    "(?:escrito|publicado|redactado|elaborado|texto)? ?por", "de", "di", "da", "a cura di", "(?:scritto|pubblicato) da",
    "foto e testo di", "(?:geschreven)? ?door", "(?:skrevet|skriven|text)? ?av", "(?:skrevet)? ?af",
    "(?:diposting|ditulis)? ?oleh", "oprac\\.", "opracował[a]?", "napisał[a]?", "napsal[a]?", "írta", "bởi", "tác giả",
    "γράφε[ιτ]\\w*(?: [οη])?", "του", "της", "написал[а]?", "подготовил[а]?", "מאת", "كتبت?", "بقلم", "โดย",
)  # fmt: skip
"""What a name follows with a blank or a colon; each is a regular expression."""
BY_WITH_COLON = (
    "authors?", "author\\(s\\)", "author/s", "writers?", "text", "words", "autor(?:in|en|a|as|es|ka|zy|e|i)?",
    "aut[eè]urs?", "texto", "testo", "texte", "tekst[iy]?", "redactie", "redakcja", "redazione", "forfatter",
    "författare", "skribent", "journalist", "kirjoittaja", "szerző", "yazan", "yazar", "haber", "muhabir", "penulis",
    "reporter", "theo", "автори?", "авторы", "текст", "συντάκτης", "נכתב על ידי", "نویسنده", "الكاتب", "लेखक", "द्वारा",
    "ผู้เขียน",
)  # fmt: skip
"""What a name follows with a colon."""
NOT_BY = (
    "review(?:ed)?|edit(?:ed|ing|or)?|fact[- ]check(?:ed)?|medically (?:reviewed|approved)|photos?(?:graphs?|graphy)?|"
    "pictures?|images?|illustrat(?:ed|ions?)|video|translat(?:ed|ion)|updated|verified|approved|sponsored|presented|"
    "produced|curated|graphics?|design(?:ed)?|redigert|geprüft|überprüft|fotos?|übersetzt|traduit|traducido|foto"
)
"""Before `by`: somebody else's name follows."""
OFFICES = word_set(
    """editor editors correspondent correspondents reporter reporters writer writers columnist critic chief staff
    producer photographer contributor contributors analyst journalist freelance senior deputy managing assistant
    associate executive director founder co-founder ceo cto president professor manager specialist strategist author
    blogger intern fellow guest special contributing publisher redakteur redakteurin redakteure korrespondent
    korrespondentin reporterin chefredakteur chefredakteurin redaktion volontär volontärin autorin journalistin
    journaliste journalistes correspondant correspondante rédacteur rédactrice rédaction envoyé envoyée corresponsal
    redactor redactora redacción periodista colaborador colaboradora corrispondente inviato inviata redattore redazione
    giornalista repórter redação jornalista correspondente redacteur verslaggever correspondente redactie dziennikarz
    dziennikarka redakcja redaktor journalist reporterka reportér редактор корреспондент обозреватель журналист
    muhabir editör yazarı wartawan toimittaja skribent kommentator journalister politisk engineer developer
    scientist researcher designer entwickler entwicklerin wissenschaftler wissenschaftlerin"""
)
"""Offices: what follows a name and is none."""
OFFICES_END = (
    "redakteur", "redakteurin", "korrespondent", "korrespondentin", "reporterin", "journalistin", "redacteur",
    "reporter", "leiter", "leiterin", "verslaggever", "redaktör", "journalist",
    "medarbetare", "medarbeider", "toimittaja",
)  # fmt: skip
"""How compounds that are offices end: `Wirtschaftsredakteurin`."""
OFFICES_OF_SOMETHING = word_set(
    "editor correspondent reporter writer columnist critic redakteur redakteurin korrespondent"
)
"""Offices that are named after a field: `Transport correspondent`."""
BODIES = word_set(
    """news press post times agency agencies wire service services media network magazine newspaper newspapers daily
    bureau team desk online tv radio television channel group inc ltd llc gmbh ag company corporation university
    institute foundation association center centre department office council committee studio studios labs
    digital journal herald tribune gazette chronicle observer courier guardian telegraph zeitung nachrichten
    presse agentur tageblatt rundschau agence journal agencia periódico diario noticias redacción agenzia
    giornale gazeta агентство новости газета .com contributors"""
)
"""In the names of outlets and other bodies, hardly in those of people."""
NOBODY = word_set(
    """admin administrator webmaster root user guest anonymous unknown none null undefined author authors editor staff
    default test wordpress nobody wpadmin superuser administrador administrateur n/a na contributor writer blog info
    web master newsroom online digital content team redaktion redacción rédaction redazione redakcja name login
    comments share follow subscribe more read menu home search news no written by wordpressadmin"""
)
"""What programs and pages write where nobody is named."""
BETWEEN = word_set("""for at in via on from to with about updated published posted aktualisiert veröffentlicht für aus
    bei pour à dans para en desde w z из для updated: published: last first originally modified min minute minutes read
    this the is was has on | - – — reports berichtet informa email e-mail writes""")
"""Words that end a name."""
PARTICLES = word_set(
    """de da di del della dei van von vom zu zum zur der den die dem des la le les el al bin ibn bint abu du dos das do
    y e ter ten te af av med st st. d' o' mac ul ud und-von 't"""
)
TITLES = word_set("dr dr. prof prof. med. jur. phil. sir dame lord mr mr. mrs mrs. ms ms. rev. ing. dipl.-ing.")
TEAMS = word_set("team staff editors editorial desk redaktion newsroom redacción rédaction redazione redactie redakcja")
"""Of these one is in the names of those who sign together."""
ON_PAGES = word_set(
    """article articles tools version printable print papers products community live week review process sponsor
    launched announces updates gallery photo photos permalink archive archives topics topic tags story stories
    edition issue opinion exclusive breaking interview letters advertisement related recommended popular thema
    themen artikel bericht kommentar foto fotos imagen vídeo video audio podcast episode season part chapter
    game games results guide update aktuelle aktuell meldungen meldung sprache reading time übersetzung liebe
    lieber features top menu images getty previous next search company events event schedule weather traffic
    crime police court election campaign war"""
)
"""Capitalised on pages beside dates, and in no name."""
