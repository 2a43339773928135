"""Month and weekday names of many languages, and names of time zones.

Here: tables only. Not here: finding dates in a text or a feed (cleaning, sources); what a headline says of a day
(`calendar`). Names are lower case, without a full stop at the end; abbreviations stand beside the full forms, inflected
forms too.
"""

from __future__ import annotations

import re

_MONTHS_BY_LANGUAGE = """
en january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|
   november nov|december dec
de januar jänner jan|februar feber feb|märz mär mrz|april apr|mai|juni jun|juli jul|august aug|september sept sep|
   oktober okt|november nov|dezember dez
fr janvier janv|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre sept|octobre oct|novembre nov|
   décembre déc
es enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sep sept|
   octubre oct|noviembre nov|diciembre dic
pt janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|
   novembro nov|dezembro dez
it gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre set sett|
   ottobre ott|novembre nov|dicembre dic
nl januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep|oktober okt|
   november nov|december dec
pl stycznia styczeń sty|lutego luty lut|marca marzec mar|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|
   lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|
   grudnia grudzień gru
ru января январь янв|февраля февраль фев|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл|
   августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя|декабря декабрь дек
uk січня січень січ|лютого лютий лют|березня березень бер|квітня квітень квіт|травня травень трав|червня червень черв|
   липня липень лип|серпня серпень серп|вересня вересень вер|жовтня жовтень жовт|листопада листопад лист|
   грудня грудень груд
tr ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|
   aralık ara
sv januari jan|februari feb|mars|april apr|maj|juni jun|juli jul|augusti aug|september sep|oktober okt|november nov|
   december dec
da januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|august aug|september sep|oktober okt|november nov|
   december dec
no januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|august aug|september sep|oktober okt|november nov|
   desember des
fi tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|maaliskuuta maaliskuu maalis|huhtikuuta huhtikuu huhti|
   toukokuuta toukokuu touko|kesäkuuta kesäkuu kesä kes|heinäkuuta heinäkuu heinä hei|elokuuta elokuu elo|
   syyskuuta syyskuu syys|lokakuuta lokakuu loka lok|marraskuuta marraskuu marras|joulukuuta joulukuu joulu jou
cs ledna leden|února únor|března březen|dubna duben|května květen|června červen|července červenec|srpna srpen|září|
   října říjen|listopadu|prosince prosinec
sk januára január|februára február|marca marec|apríla apríl|mája máj|júna jún|júla júl|augusta|septembra|
   októbra október|novembra|decembra
hu január jan|február feb febr|március márc|április ápr|május máj|június jún|július júl|augusztus aug|
   szeptember szept|október okt|november nov|december dec
ro ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept|octombrie oct|
   noiembrie nov|decembrie dec
el ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ μάρ|απριλίου απρίλιος απρ|
   μαΐου μάιος μαϊ μάι μαΐ|
   ιουνίου ιούνιος ιουν ιούν|ιουλίου ιούλιος ιουλ ιούλ|αυγούστου αύγουστος αυγ αύγ|σεπτεμβρίου σεπτέμβριος σεπ|
   οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε νοέ|δεκεμβρίου δεκέμβριος δεκ
bg януари яну|февруари фев|март|април апр|май|юни|юли|август авг|септември сеп|октомври окт|ноември ное|декември дек
sr januara januar|februara februar|marta mart|aprila|maja|juna jun|jula jul|avgusta avgust|septembra septembar|
   oktobra oktobar|novembra novembar|decembra decembar
hr siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga studenog|prosinca
ar يناير كانون الثاني|فبراير شباط|مارس آذار|أبريل ابريل نيسان|مايو أيار|يونيو حزيران|يوليو تموز|أغسطس اغسطس آب|
   سبتمبر أيلول|أكتوبر اكتوبر|نوفمبر|ديسمبر
fa ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر
he ינואר בינואר|פברואר בפברואר|מרץ במרץ|אפריל באפריל|מאי במאי|יוני ביוני|יולי ביולי|אוגוסט באוגוסט|ספטמבר בספטמבר|
   אוקטובר באוקטובר|נובמבר בנובמבר|דצמבר בדצמבר
hi जनवरी|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर
id januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|agustus agu agt|september sep|oktober okt|
   november nov|desember des
ca gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre
"""

_WEEKDAYS_BY_LANGUAGE = """
en monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun
de montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa|sonntag so
fr lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
es lunes|martes|miércoles|jueves|viernes|sábado|domingo
pt segunda-feira segunda|terça-feira terça|quarta-feira quarta|quinta-feira quinta|sexta-feira sexta|sábado|domingo
it lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
nl maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag
pl poniedziałek|wtorek|środa środę|czwartek|piątek|sobota sobotę|niedziela niedzielę
ru понедельник пн|вторник вт|среда среду ср|четверг чт|пятница пятницу пт|суббота субботу сб|воскресенье вс
uk понеділок|вівторок|середа середу|четвер|п’ятниця п’ятницю|субота суботу|неділя неділю
tr pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar
sv måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag
da mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag
fi maanantai maanantaina|tiistai tiistaina|keskiviikko keskiviikkona|torstai torstaina|perjantai perjantaina|
   lauantai lauantaina|sunnuntai sunnuntaina
"""


def _numbered(table: str, first: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in re.split(r"\n(?=\S)", table.strip()):  # a row goes on in indented lines
        for number, names in enumerate(row.split(" ", 1)[1].split("|"), first):
            for name in names.split():
                found.setdefault(name, number)
    return found


MONTHS = _numbered(_MONTHS_BY_LANGUAGE, 1)
"""Month names and abbreviations to 1..12. `listopada` is November in Polish and October in Croatian: see `AMBIGUOUS`.
"""

for _name in ("الثاني", "كانون"):  # halves of two-word names that fit two months
    MONTHS.pop(_name, None)

THAI_MONTHS = _numbered(
    """th มกราคม ม.ค.|กุมภาพันธ์ ก.พ.|มีนาคม มี.ค.|เมษายน เม.ย.|พฤษภาคม พ.ค.|มิถุนายน มิ.ย.|กรกฎาคม ก.ค.|สิงหาคม ส.ค.|
    กันยายน ก.ย.|ตุลาคม ต.ค.|พฤศจิกายน พ.ย.|ธันวาคม ธ.ค.""",
    1,
)
PERSIAN_MONTHS = _numbered("fa فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند", 1)
"""Those of the Persian calendar, whose year begins in March."""
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The years before the first of an era, in Japan and on Taiwan."""

AMBIGUOUS = {"listopada": {"hr": 10}, "lipnja": {"hr": 6}, "srpnja": {"hr": 7}}
"""What a name means in a language other than the one that `MONTHS` took it from."""

WEEKDAYS = _numbered(_WEEKDAYS_BY_LANGUAGE, 0)
"""Weekday names to 0 (Monday) .. 6, as `date.weekday()` counts."""

ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "sast": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180, "pkt": 300, "wib": 420, "sgt": 480,
    "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "est":
    -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "hst": -600, "akst": -540,
    "akdt": -480, "brt": -180,
}  # fmt: skip
"""Zone names to minutes east of UTC; names used for several zones (IST, CST, ET) are left out: their times stay
naive.
"""
