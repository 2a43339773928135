"""Who published an article: names of outlets and agencies, and where a page gives itself away.

Here: agencies and their national forms, a small table of canonical names, and the search for the outlet's name in
titles, copyright lines and furniture. Not here: tags of HTML pages (`metadata`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.cleaning.lexicon.joined_lines import JoinedLines
from reader.cleaning.lexicon.words import word_set

_AGENCIES = """
TASS: tass|itar-tass|тасс|итар-тасс
Reuters: reuters|thomson reuters|рейтер|reuter|路透社
AP: ap|associated press|the associated press|美联社|美聯社
AFP: afp|agence france-presse|agence france presse|афп|法新社
dpa: dpa|deutsche presse-agentur|dpa-afx
UPI: upi|united press international
Interfax: interfax|интерфакс|interfax.ru
Interfax-Ukraine: interfax-ukraine|інтерфакс-україна|интерфакс-украина
RIA Novosti: ria novosti|ria|риа новости|риа
Xinhua: xinhua|新华社|新華社|xinhua news agency
ANSA: ansa
EFE: efe|agencia efe
PAP: pap|polska agencja prasowa
Europa Press: europa press|europapress
Lusa: lusa|agência lusa
Ukrinform: ukrinform|укрінформ|укринформ
UNIAN: unian|унiан|уніан|униан
Kyodo: kyodo|kyodo news|共同|共同社
China News Service: china news service|中新社|中新网|中国新闻社
Jiji: jiji|jiji press|時事
Yonhap: yonhap|연합뉴스
Anadolu: anadolu|aa|anadolu agency|anadolu ajansı
APA: apa|austria presse agentur
SDA: sda|keystone-sda|ats
SID: sid|sport-informations-dienst
ANP: anp
Belga: belga
TT: tt
NTB: ntb
Ritzau: ritzau
STT: stt
ČTK: čtk|ctk
TASR: tasr
MTI: mti
Agerpres: agerpres
BTA: bta|бта
Tanjug: tanjug|танјуг
HINA: hina
PTI: pti|press trust of india
ANI: ani
IANS: ians
UNI: uni
PA: pa|press association|pa media
AAP: aap|australian associated press
CP: the canadian press|canadian press|la presse canadienne
Bernama: bernama
Antara: antara
CNA: cna|central news agency|中央社
IRNA: irna|ایرنا
WAM: wam|وام
SPA: spa|واس
KUNA: kuna|كونا
MENA: mena
Bloomberg: bloomberg
Adnkronos: adnkronos
AGI: agi
epd: epd
KNA: kna
"""

AGENCIES: dict[str, str] = {
    name.strip(): row.split(":", 1)[0]
    for row in _AGENCIES.strip().splitlines()
    for name in row.split(":", 1)[1].split("|")
}
"""How agencies are written, in lower case, to their usual name."""

CANONICAL = {
    "tv-novosti": "RT", "ano tv-novosti": "RT", "russia today": "RT", "british broadcasting corporation": "BBC",
    "bbc news": "BBC",
    "cable news network": "CNN", "the new york times company": "The New York Times", "nytimes": "The New York Times",
    "nytimes.com": "The New York Times", "guardian news & media": "The Guardian",
    "guardian news and media": "The Guardian",
    "nbc universal": "NBC News", "nbcuniversal": "NBC News", "cbs interactive": "CBS News",
    "abc news internet ventures": "ABC News",
    "associated newspapers": "Daily Mail", "telegraph media group": "The Telegraph", "times newspapers": "The Times",
    "dow jones & company": "The Wall Street Journal", "dow jones": "The Wall Street Journal",
    "wp company": "The Washington Post",
    "fox news network": "Fox News", "associated press": "AP", "the associated press": "AP",
    "thomson reuters": "Reuters",
    "tass russian news agency": "TASS", "sz": "Süddeutsche Zeitung", "sz.de": "Süddeutsche Zeitung",
    "faz.net": "F.A.Z.", "nzz": "NZZ",
    "wsj": "The Wall Street Journal", "wapo": "The Washington Post", "nyt": "The New York Times",
    "dw": "Deutsche Welle", "al jazeera media network": "Al Jazeera", "axel springer": "", "news corp": "",
}  # fmt: skip
"""Owners and other spellings, in lower case, to the name an outlet goes by; empty: owner of many, no outlet's name."""

_COMPANY = re.compile(
    r"[\s,]+(?:ltd|limited|inc|llc|l\.l\.c|plc|gmbh(?: & co\.? kg)?|ag|s\.?a|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|co|"
    r"company|corp|corporation|"
    r"pty|oy|ab|as|a/s|sp\. z o\.o|s\.?a\.?s|kg|pvt|pte|e\.v)\b\.?$",
    re.IGNORECASE,
)
_RUSSIAN_COMPANY = re.compile(
    r"(?:[А-ЯІЇ]{2,5}|сетевое издание|газета|издательский дом|редакция газеты)\s[«\"]", re.IGNORECASE
)
"""`АО «…»`: the name is in the quotation marks."""
_OWNER = re.compile(
    r"(?:©|\(c\)|&copy;|copyright)\s*(?:©|\(c\)|copyright)?\s*(?:by\s)?(?:\d{4}(?:\s?[-–—]\s?(?:\d{2,4}|"
    r"present))?,?\s*)?(?:by\s|-\s)?"
    r"(?P<owner>[^\d|.©\n]{2,80}?)(?=[,.|]?\s*(?:\d{4}|all rights|alle rechte|tous droits|todos|tutti|wszelkie|"
    r"все права|$|[.|©]))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„]([^”\"»“]{2,40})[”\"»“]")
_SEPARATOR = re.compile(r"\s+[-–—|·•:»›/<]+\s+|\s*[|｜]\s*|：")
_MARKS = re.compile(r"[\W_]+")
_HOST = re.compile(r"^[\w-]+\.(?:[a-z]{2,4}|[a-z]{2,3}\.[a-z]{2})$", re.IGNORECASE)
_HOLDING = re.compile(
    r"verlag|newspapers|media\b|medien|group|network|holding|publish|druck|interactive|communications|enterprises|gesellschaft",
    re.IGNORECASE,
)
_PRESS = word_set(
    """gazette post times courier zeitung bote nachrichten herald tribune journal diario periódico giornale corriere
    gazeta kurier tageblatt anzeiger rundschau echo observer chronicle star telegraph express mail standard guardian
    independent
    gazzetta figaro monde dépêche presse stampa correo heraldo noticias jornal krant dagblad tidning tidende aftenposten
    вестник известия газета правда голос правда комсомольская gazetesi magazine review record globe sentinel examiner
    mercury bulletin dispatch advertiser enquirer inquirer register argus leader ledger messenger press faro voz crónica
    prensa gaceta tribuna vanguardia provincia gazzettino mattino voix soir libre nouvelles allgemeine tagblatt blatt
    volksblatt abendblatt abendzeitung merkur kreiszeitung nieuwsblad volkskrant bladet avisen dnevnik ведомости
    сегодня вечерний газетата вести"""
)
"""What newspapers call themselves."""
SECTIONS = word_set(
    """news politics world business sport sports culture opinion technology tech health science entertainment local
    national international economy finance lifestyle travel video videos podcast photos home latest breaking
    nachrichten politik welt wirtschaft kultur meinung panorama gesellschaft wissen ratgeber regional lokales aktuell
    ausland inland deutschland actualité actualités monde politique économie société culture santé noticias política
    mundo economía deportes sociedad opinión cultura notícias esportes economia sociedade notizie politica mondo
    cronaca esteri sport nieuws binnenland buitenland wiadomości polityka świat kraj gospodarka новости политика мир
    экономика общество haberler güncel gündem ekonomi spor dünya nyheter nyheder inrikes utrikes sport"""
)
"""Departments, which titles name beside the outlet."""
_COMMON = word_set(
    """copyright rights reserved alle rechte vorbehalten todos derechos reservados tous droits réservés tutti diritti
    riservati verlag media medien group company network holding editorial publishing newspapers limited corporation
    daily online digital contact privacy policy terms subscribe newsletter impressum datenschutz aviso legal"""
)
_PICTURED = re.compile(r"/|\b(?:photos?|fotos?|images?|pictures?)\b|copyright", re.IGNORECASE)
"""Whose the copyright of a picture is, not of the page."""
_RIGHTS = ("©", "copyright", "(c)")
_OFFERS = ("\nget the ", "\ndownload the ", "\nfollow ", "app\n", "privacy policy")
"""Where an outlet's name may stand, in lines in lower case."""
_MENTION = (
    re.compile(r"^(?:get|download) the (?P<name>.{2,40}?) (?:news )?app\b", re.IGNORECASE),
    re.compile(r"^(?P<name>[A-Z][\w.&'-]{0,15}(?: [A-Z][\w.&'-]{0,15}){0,2}?) (?:News )?App$"),
    re.compile(r"\b(?:[Rr]ead|[Ss]ee|the|in) (?P<name>(?:[A-Z][\w.&'-]{0,20} ){1,4}?)[Pp]rivacy [Pp]olicy"),
    re.compile(r"^(?:[Ff]ollow|FOLLOW) (?P<name>[A-Z][\w.&' -]{1,30}?) on [A-Z]\w+"),
)


_CORRESPONDENT = re.compile(r"^корр\.\s(\S+).*")


def agency_named(name: str) -> str | None:
    """The agency that goes by this name, if one does: `ИТАР-ТАСС` is TASS, `AP Photo` is none."""
    name = _CORRESPONDENT.sub(r"\1", " ".join(name.lower().split()))
    if name in AGENCIES:
        return AGENCIES[name]
    for piece in re.split(r"\s*[/,+;|]\s*|\s+-\s+|\s+(?:and|und|et|y|e|i|и)\s+", name):
        if piece in AGENCIES:
            return AGENCIES[piece]
    return None


def canonical(name: str) -> str | None:
    """One name for each outlet: company forms, quotation marks and a table of owners undone; None when nothing is
    left.
    """
    name = " ".join(name.split())
    quoted = _QUOTED.search(name)
    name = name.strip(" .,;:|-–—©®™\"'“”«»")
    if quoted and (quoted[1].lower() in CANONICAL or _RUSSIAN_COMPANY.match(name)):
        name = quoted[1]
    for _ in range(3):
        shorter = _COMPANY.sub("", name).strip(" .,&")
        if shorter == name:
            break
        name = shorter
    known = CANONICAL.get(name.lower())
    if known is None and quoted:
        known = CANONICAL.get(quoted[1].lower())
    name = name if known is None else known
    return name if 1 < len(name) <= 60 and any(c.isalpha() for c in name) else None


@lru_cache(maxsize=1024)
def bare(name: str) -> str:
    """What spellings of one name have in common."""
    spelled = _MARKS.sub("", name.lower())
    return spelled[3:] if len(spelled) > 5 and spelled.startswith("the") else spelled


def title_parts(title: str) -> list[str]:
    """`Headline - Section | Outlet` in pieces."""
    return [part.strip() for part in _SEPARATOR.split(title) if part and part.strip()]


@lru_cache(maxsize=512)
def owner_in(line: str) -> str | None:
    """The owner that a copyright line names."""
    match = _OWNER.search(line[:300])
    if match is None:
        return None
    owner = re.sub(
        r"^(?:the )?contents? of this.*|^this (?:site|article).*|^(?:and|of|by)\s",
        "",
        match["owner"].strip(),
        flags=re.IGNORECASE,
    )
    return (
        canonical(owner)
        if owner and not re.search(r"rights|reserved|copyright|www|vorbehalten", owner, re.IGNORECASE)
        else None
    )


def outlet_of_text(
    lines: Sequence[str], headline: str | None, furniture: Sequence[str], together: JoinedLines
) -> str | None:
    """The outlet that a page's own words name; None when they leave it open. `lines`: its title and what stands over
    the headline; `together`: the furniture in lower case, of each line as much as one of `LONGEST` has.

    Candidates come from the page's title (its first line, where that says more than the headline), copyright lines,
    and what is offered under the outlet's name (an app, a privacy policy). Each needs company: one place alone proves
    nothing.
    """
    short = [i for i, line in enumerate(furniture) if len(line) <= LONGEST][:_MOST]
    looked_at = frozenset(short)
    votes: dict[str, float] = {}
    names: dict[str, str] = {}

    def vote(name: str | None, weight: float) -> None:
        spelled = bare(name) if name else ""
        if name and len(spelled) > 1 and len(name.split()) <= 6:
            votes[spelled] = votes.get(spelled, 0) + weight
            names.setdefault(spelled, name)

    rights = [furniture[i] for i in together.holding(*_RIGHTS) if i in looked_at]
    title = lines[0] if lines else ""
    parts = title_parts(title)
    enough = {bare(part): _TITLED for part in parts}
    for name, weight in _of_title(title, parts, headline):
        vote(canonical(name), weight)
    for name, weight in _of_masthead([*parts, *lines[1:]], rights):
        vote(canonical(name), weight)
        enough.setdefault(bare(canonical(name) or ""), _OVERHEAD)
    owners: set[str] = set()
    for line in rights:
        owner = owner_in(line)
        if owner and agency_named(owner) is None and not _PICTURED.search(owner):
            vote(owner, _ownership(owner, line))
            owners.add(bare(owner))
    for i in together.holding(*_OFFERS):
        for name in _mentioned(furniture[i]) if i in looked_at else ():
            vote(name, 1)
    for spelled in sorted(votes, key=votes.__getitem__, reverse=True)[:12]:
        holding = together.holding(names[spelled].lower())
        votes[spelled] += _company(
            spelled,
            names[spelled],
            [furniture[i] for i in holding if i in looked_at],
            rights if votes[spelled] > 1 or spelled not in owners else (),
        )
    best = sorted(votes.items(), key=lambda vote: -vote[1])[:2]
    if not best or (len(best) > 1 and best[1][1] > best[0][1] - 0.5):
        return None
    spelled, score = best[0]
    return names[spelled] if score >= enough.get(spelled, _ELSEWHERE) else None


LONGEST, _MOST = 300, 3000
"""Longer lines, and more of them, are not looked at."""
_TITLED, _OVERHEAD, _ELSEWHERE = 3.0, 4.0, 4.5
"""So many votes settle a name that stands in the page's title, over the headline, or elsewhere: every page speaks of
companies, sisters and services as well.
"""


def _mentioned(line: str) -> Iterable[str]:
    """The names under which a line offers an app, or what else goes by an outlet's name."""
    matches = (pattern.search(line) for pattern in _MENTION)
    return [name for match in matches if match and (name := canonical(match["name"]))]


def _company(spelled: str, name: str, holding: Sequence[str], rights: Sequence[str]) -> float:
    """What else on the page speaks for, or against, a candidate; `holding`: the lines that its name stands in."""
    score = 0.0
    if any(spelled in bare(line) for line in rights):
        score += 1.5
    elif any(_telling_words(name) & _telling_words(owner_in(line) or "") for line in rights):
        score += 1.0
    if _HOST.search(name):
        score += 1.5
    small = name.lower()
    if len(name.split()) > 1 or "." in name or not name[1:].islower():  # plain words stand everywhere
        around = sum([len(line) > len(name) + 3 for line in holding])
        score += 1.0 * (around >= 2) + 0.5 * (around >= 5)
    score += any(_SEPARATOR.match(line, len(name)) is not None for line in holding if line.startswith(name))
    if all(word in SECTIONS for word in small.split()) or (name[0].islower() and not _HOST.search(name)):
        score -= 3
    return score - (len(name.split()) > 4)


def _ownership(owner: str, line: str) -> float:
    """What a copyright owner is worth as the outlet's name: companies own outlets, newspapers' names name them."""
    if owner in CANONICAL.values():
        return 2.5
    if _HOLDING.search(owner):
        return 0.0
    company = _COMPANY.search(line[: line.find(owner) + len(owner) + 12])
    return 3.0 if _PRESS & set(owner.lower().split()) and not company and 2 <= len(owner.split()) <= 4 else 1.0


@lru_cache(maxsize=512)
def _telling_words(text: str) -> frozenset[str]:
    """The words of a name that few other names have."""
    return frozenset(re.findall(r"[^\W\d_]{4,}", text.lower())) - SECTIONS - _COMMON


def _of_masthead(lines: Sequence[str], rights: Sequence[str]) -> Iterable[tuple[str, float]]:
    """Short capitalised lines above the headline that share a telling word with a copyright line."""
    owners = [owner for owner in map(owner_in, rights) if owner]
    owned = set().union(*map(_telling_words, owners)) if owners else set[str]()
    if not owned:
        return []
    above = JoinedLines([line.lower() for line in lines])
    found = []
    for i in above.holding(*owned):
        name = lines[i].strip("[]| ")
        words = name.split()
        if not 1 <= len(words) <= 5 or len(name) > 50 or not (name[:1].isupper() or name[:1].isdigit()):
            continue
        telling = _telling_words(name)
        if (
            telling & owned
            and (i == 0 or 2 * len(telling & owned) >= len(telling))
            and not any(c in name for c in ".:!?©")
        ):
            found.append((name, 2.0))
    return found


def _of_title(title: str, parts: Sequence[str], headline: str | None) -> Iterable[tuple[str, float]]:
    """The pieces of a page's title that stand beside its headline, and their weight."""
    if len(parts) < 2 or len(title) >= 400 or len(title.split()) < 4:
        return []
    longest = max(parts, key=len)
    spoken = bare(headline or "")
    beside = [part for part in parts if part != longest and bare(part) not in spoken and len(part.split()) <= 5]
    signed = len(spoken) > 20 and bare(longest) == spoken and _like_a_name(parts[-1])
    return [(part, (3.0 if signed else 2.0) if part == parts[-1] else 1.0) for part in beside]


def _like_a_name(name: str) -> bool:
    """Whether the end of a title is more likely an outlet's name than a department's or a topic's."""
    words = name.split()
    return (
        (len(words) > 1 or "." in name or name.isupper())
        and all(word[0].isupper() or word in _SMALL for word in words)
        and not any(c.isdigit() for c in name)
        and not any(word.lower() in SECTIONS for word in words[:1])
    )


_SMALL = frozenset(
    {"of", "the", "and", "&", "de", "del", "la", "le", "di", "da", "do", "der", "und", "et", "il", "van"}
)
