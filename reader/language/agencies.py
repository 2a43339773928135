"""News agencies and how they are written around the world.

Not here: datelines (`datelines`), outlets (`cleaning.metadata.outlets`).
"""

from __future__ import annotations

import re

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
SIGNATURES = (*sorted(set(AGENCIES.values())), "BBC", "CBS", "CNN", "DPA", "NBC", "NPR")
"""How agencies, and broadcasters that print datelines, sign in brackets behind a place."""
_CORRESPONDENT = re.compile(r"^корр\.\s(\S+).*")


def agency_named(name: str) -> str | None:
    """The agency that goes by this name, if one does: `ИТАР-ТАСС` is TASS, `AP Photo` is not an agency."""
    name = _CORRESPONDENT.sub(r"\1", " ".join(name.lower().split()))
    if name in AGENCIES:
        return AGENCIES[name]
    for piece in re.split(r"\s*[/,+;|]\s*|\s+-\s+|\s+(?:and|und|et|y|e|i|и)\s+", name):
        if piece in AGENCIES:
            return AGENCIES[piece]
    return None
