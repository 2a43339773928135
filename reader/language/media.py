"""Newspapers, agencies and broadcasters named in a text as where something comes from: `according to the Lower Post`.

Here: what calls itself a medium, and the words that make it a source. Not here: agencies' spellings (`agencies`), who
published a text (`cleaning.metadata.outlets`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reader.language.agencies import AGENCIES, agency_named
from reader.language.names import names
from reader.language.names.spelling import is_given


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRESS = _words(
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
_NO_MEDIUM_ALONE = _words("record register leader star standard review libre soir голос сегодня press presse express")
"""Words of these that are a medium only with another one beside them."""
_ALSO = frozenset(
    re.split(
        r"\s*\|",
        """bbc|cnn|nbc|cbs|abc|msnbc|npr|pbs|itv|sky news|fox news|nbc news|cbs news|abc news|bbc news|axios
    |politico|vox|slate|newsweek|forbes|fortune|economist|atlantic|new yorker|spiegel|focus|stern|bild|bild am sonntag
    |ard|zdf|ntv|n-tv|rtl|welt|zeit|handelsblatt|deutschlandfunk|libération|mediapart|médiapart|franceinfo|bfmtv|país
    |mundo|repubblica|rai|nhk|al jazeera|al arabiya|euronews|deutsche welle|коммерсантъ|коммерсант|медуза|рбк
    |українська правда|суспільне|haaretz|ynet|politiken|expressen|nrc|nos|parisien|l'équipe|rzeczpospolita|onet|tvn24
    |gazeta wyborcza|hürriyet|cumhuriyet|kompas|tempo""",
    )
)
"""Media whose names do not say that they are, in small letters and without an article."""
_BEFORE = re.compile(
    r"(?:\b(?:according to|citing|cited by|quoting|quoted by|as told to|told|interview (?:with|to)|reported (?:by|in)"
    r"|reports? (?:by|in|from)|published (?:by|in)|seen by|obtained by|reviewed by"
    r"|laut|nach (?:angaben|informationen)(?: (?:der|des|von))?|berichtete?n?|meldete?|zitiert|unter berufung auf"
    r"|gegenüber|sagte (?:der|dem)|bericht (?:der|des|von)"
    r"|selon|d[’']après|cité par|citant|rapporte|a (?:déclaré|confié|dit) (?:à|au)|révèle|interrogé par"
    r"|según|citado por|citando a|informó|informa|publicó|publica|dijo a|declaró a"
    r"|secondo|riferisce|segundo|de acordo com|conforme|według|podaje|podał[ao]?|informuje|volgens|meldt|enligt"
    r"|по (?:данным|информации|сообщению)|сообщает|сообщил[аи]?|пишет|передаёт|передает|со ссылкой на|рассказал[аи]?"
    r"|за (?:даними|інформацією)|повідомляє|пише|передає|з посиланням на)"
    r"(?:\s(?:the|der|die|das|den|dem|le|la|les|el|il|lo|o|de|del|du|газета|газеты|газету|агентство|агентства|newspaper"
    r"|agency|daily|zeitung|nachrichtenagentur|journal|quotidien|diario|agencia))*\s?(?:l[’'])?[“\"«„‘]?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[”\"»“’]?(?:[’']s)?,?\s(?:(?:has|had|hat|a|newspaper|daily|agency|also|first|exclusively|earlier)\s)*"
    r"(?:reported|reports?|wrote|writes|revealed|disclosed|published|learned|quoted|quotes|said|says|cited"
    r"|berichtete?n?|meldete?n?|schreibt|schrieb|erfuhr|zitiert|rapporte|écrit|révèle|révélé|rapporté|informó|informa"
    r"|publicó|reveló|scrive|riferisce|pisze|podał[ao]?|donosi|сообщает|сообщил[аи]?|пишет|передаёт|передает|повідомляє"
    r"|повідомил[аи]?|пише)\b",
    re.IGNORECASE,
)
_REACH = 60
"""Characters before a name, and behind it, in which the words stand that make it a source."""


_AGENCY = re.compile(rf"\b(?:{'|'.join(sorted(set(AGENCIES.values()), key=len, reverse=True))})\b")
_ARTICLE = re.compile(r"\b(?:Le|La|El|Il|Die|Der|Das) $")
"""An article with a capital is part of the name: `Le Phare`."""
_QUOTED = re.compile(r"(?<=[«„“])[^\W\d_a-z][^\W\d_]{1,30}(?:[ -][^\W\d_]{1,30}){0,3}(?=[»“”])")
"""A name in quotation marks, which may go on in small letters: `газета «Нижний вестник»`."""
_DETERMINER = re.compile(
    r"\b(?:the|an?|der|die|das|den|dem|la|le|les|el|il|lo|o|de|del|du|des|het)\s[“\"«„‘]?$", re.IGNORECASE
)
_SHORT = 4
"""Letters of an agency's name that could be anything, unless they are capitals."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A medium that a text names as where something comes from."""

    name: str
    """As the text has it first."""
    start: int
    end: int
    """Where."""


def cited_media(text: str, language: str | None, also: Collection[str] = ()) -> Iterator[Cited]:
    """The media that a text names as sources, each once, in reading order.

    also: names that are known to be media's, as of those whose articles stand beside this one.
    """
    known = {bare_medium(name) for name in also}
    seen: list[str] = []
    for start, end in _places(text, language):
        name = text[start:end]
        key = bare_medium(name)
        if any(f" {key} " in f" {other} " for other in seen):
            continue  # `the Post` behind `the Lower Post`
        if key not in known and (not _is_medium(name, key) or _may_be_person(key, text[max(0, start - 6) : start])):
            continue
        if _BEFORE.search(text, max(0, start - _REACH), start) or _AFTER.match(text, end):
            seen.append(key)
            article = _ARTICLE.search(text, max(0, start - 4), start)
            yield Cited(text[article.start() if article else start : end], start, end)


def _places(text: str, language: str | None) -> list[tuple[int, int]]:
    """Where names stand, without `l'` and `'s`; those in quotation marks and of agencies wherever they are."""
    found = {match.span() for pattern in (_QUOTED, _AGENCY) for match in pattern.finditer(text)}
    inside = [range(start, end) for start, end in found]
    for name in names(text, language):
        start = name.start + 2 * (name.text[1:2] in ("'", "’"))
        end = name.end - 2 * name.text.endswith(("'s", "’s"))
        if not any(start in one for one in inside):
            found.add((start, end))
    return sorted(found)


def _may_be_person(key: str, before: str) -> bool:
    """Whether it may be a person of such a surname: two words without an article, `Jane Leader`."""
    words = key.split()
    two = len(words) == 2 and words[1] in PRESS and key.isascii() and key not in _ALSO and not agency_named(key)
    return two and not _DETERMINER.search(before)


def bare_medium(name: str) -> str:
    """The name of a medium in small letters and without its article: `The Lower Post` is `lower post`."""
    return re.sub(r"^(?:the|der|die|das|le|la|el|il) |[’']s?$", "", " ".join(name.casefold().split()))


def _is_medium(name: str, key: str) -> bool:
    if agency_named(key):
        return len(name) > _SHORT or name.isupper()  # `Pa` and `Tt` are none
    words = key.split()
    press = not PRESS.isdisjoint((words[0], words[-1])) and not is_given(name.split()[0])
    return key in _ALSO or (press and not (len(words) == 1 and key in _NO_MEDIUM_ALONE))
