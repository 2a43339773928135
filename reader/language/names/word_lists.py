"""Small lists that tell names from other capitalised words, as data. Not here: any logic."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """president vice prime minister foreign defense defence interior finance justice secretary general spokesman
    spokeswoman spokesperson press chairman chairwoman chair chief chancellor king queen prince princess pope
    cardinal archbishop bishop rabbi imam sheikh sheik ayatollah senator sen rep representative congressman
    congresswoman governor gov mayor judge justice attorney ambassador director commissioner mr mrs ms miss dr prof
    professor sir lady lord dame baroness baron capt captain col colonel gen lt lieutenant maj major sgt sergeant
    cpl officer detective sheriff deputy constable inspector superintendent pc coach manager ceo cfo rev reverend
    father sister brother republican democrat democratic conservative mp mep former acting then advisor adviser aide
    envoy ex late leader speaker premier herr frau präsident bundeskanzler kanzler ministerpräsident außenminister
    monsieur madame président ministre señor señora presidente ministro signor signora presidentka prezydent premier
    minister rzecznik minister presiden menteri perdana datuk dato tan sri tun encik puan президент премьер министр
    глава путін"""
)
"""Before a name, and no part of it."""

ORGANISATIONS = _words(
    """post times journal house department ministry university college school institute party council bank street city
    county court committee commission agency office center centre company corp corporation inc ltd group union
    association foundation fund force forces army navy police service services bureau board club league cup games
    news press tribune herald guardian telegraph gazette daily network television tv radio airlines airways air act
    bill law amendment treaty agreement accord war peace prize award church mosque hospital clinic airport station
    bridge river lake mountain mount sea ocean gulf strait bay island islands beach park square avenue road building
    tower hall palace state states republic kingdom federation nations assembly parliament senate congress cabinet
    administration government security intelligence investigation authority organization organisation society
    alliance coalition front movement brotherhood campaign summit conference festival day week month year north
    south east west northern southern eastern western central plan program programme project system district
    province region valley hills red blue white black green gold sox united rovers angels family center show series"""
)
"""As the last word: an organisation, a place or a thing, not a person."""

CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli
    oktober dezember gmt est edt pst pdt bst cet am pm utc est isnin selasa rabu khamis jumaat sabtu ahad senin
    kamis jumat minggu mac ogos ogo disember januari februari maret agustus"""
)
"""Capitalised in English, but no names."""

OPENERS = _words(
    """the a an this that these those he she it we they you i his her its their our my your and but or nor so yet if
    when while as after before since because although though however meanwhile also still even now then there here
    what who whom whose which where why how not no yes in on at by for from with without to of into over under about
    against between during through despite according earlier later last next one two three four five six seven eight
    nine ten some many most more all both each every another other such only just once all's let's well oh ok okay
    please read more is are was were be been has have had do does did will would can could may might must shall
    should asked speaking although unlike like recent reports officials sources new many several few much
    authorities people police witnesses experts analysts critics supporters scientists researchers today yesterday
    tomorrow tonight additionally moreover furthermore instead thus therefore hence indeed perhaps maybe photo image
    video file update updated published posted image copyright getty reuters ap afp der die das ein eine und aber in
    im am auf mit von zu bei nach für seit er sie es wir ich wie was wenn auch noch nur le la les un une des et mais
    dans en sur pour par avec il elle on nous ce cette el los las una y pero en con por para que su se no lo gli uno
    e ma nel della di da per con o os as um uma mas em no na do da dos das w na z do że i a nie to jest po za od dla
    oraz в на и но по с из за от к о что это как не он она они мы для при после yang dan di ke dari pada ini itu
    untuk dengan kata beliau dia mereka kami tidak bagi sebagai oleh"""
)
"""Words that often begin a sentence and are then capitalised without being names."""

CONNECTORS = _words("of de da do dos del della di du der den van von bin ibn al el la le ter ten för och")
"""Small words inside a name: `Department of Defense`, `Ursula von der Leyen`."""

SUFFIXES = _words("jr sr ii iii iv")

BEFORE_STOP = _words(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt maj cpl rev hon st messrs jr sr vs mt ft no u s d j"
)
"""Abbreviations whose full stop does not end a sentence (any single letter does not, either)."""
