"""Small lists that tell names from other capitalised words, as data: titles and offices, calendar words, openers.

Not here: any logic but looking words up.
"""

from __future__ import annotations

import re
from functools import lru_cache


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
    глава archdeacon councillor councilor cllr alderman chaplain chairperson founder cofounder co-founder
    economist historian engineer novelist billionaire footballer striker goalkeeper midfielder landesrat dekan
    landlord landlady barrister shopkeeper groundsman plumber skipper teammate submariner vorsitzender vorsitzende
    abgeordnete abgeordneter senatorin staatsanwalt staatsanwältin trainerin richterin sprecher sprecherin minister
    ministerin chef chefin prüfer prüferin ermittler ermittlerin anwalt anwältin königin pfarrerin zeugin lehrer
    lehrerin arzt ärztin forscher forscherin professorin experte expertin kommissar kommissarin direktor direktorin
    leiter leiterin kapitän maire préfet préfète procureur procureure députée député sénateur sénatrice directeur
    directrice porte-parole juge capitaine commissaire reine pape évêque entraîneur entraîneuse avocat avocate
    professeur docteur alcalde alcaldesa gobernador gobernadora portavoz juez jueza diputado diputada ministra
    presidenta capitán obispo entrenador sindaco sindaca governatore portavoce procuratore giudice deputato deputata
    senatore senatrice allenatore dottore dottoressa professore professoressa avvocato regina capitano prefeito
    prefeita governador governadora porta-voz deputado juiz juíza treinador senhor senhora burmistrz burmistrzyni
    wojewoda posłanka poseł senatorka prokurator sędzia trener trenerka rzeczniczka ministra królowa profesor prezes
    prezeska dyrektor dyrektorka burgemeester woordvoerder woordvoerster officier rechter koning koningin hoogleraar
    mevrouw meneer presidenten statsminister statsministern ministern borgmester borgmästare talsman talesperson
    talskvinna мэр губернатор депутат сенатор прокурор судья тренер спикер пресс-секретарь директор профессор
    капитан король королева папа епископ полковник майор инспектор вице-премьер госпожа господин патриарх
    губернаторка міністр міністерка президентка депутатка прокурорка суддя речник речниця тренерка başkan başkanı
    bakan bakanı cumhurbaşkanı sözcü sözcüsü profesör belediye walikota bupati gubernur jurubicara bapak presidennya"""
)
"""Before a name, and no part of it; in some ten languages."""

_GERMAN_OFFICE = re.compile(
    r"[a-zäöüß]{3}-?(?:chef|minister|präsident|sprecher|kanzler|direktor|leiter|meister|anwalt|rat|trainer|richter"
    r"|führer|forscher|kommissar|inspektor|prüfer|bischof|experte|ermittler|berater|beauftragter?|vorsitzender?"
    r"|vorstand|gründer|intendant|vertreter|kandidat|sekretär|pfleger|wirt|händler|schreiber|verwalter|fahrer|lehrer"
    r"|arbeiter|besitzer|betreiber)"
    r"(?:s|en|in)?$|[a-zäöüß]{3}(?:anwältin|rätin|expertin|beauftragte|vorsitzende|vorständin)$"
)
"""German makes offices of any words: `Vorstandschef`, `Hafenmeisterin`."""


@lru_cache(maxsize=50_000)
def is_title(word: str) -> bool:
    """Whether a word in small letters is a title or an office, and no part of a name it stands before."""
    return word in TITLES or _GERMAN_OFFICE.search(word) is not None


NEVER = _words(
    "god gott dieu dios dio deus бог боже internet internett christmas easter weihnachten ostern noël navidad ramadan"
)
"""Written with a capital, and neither a person nor a place nor an organisation."""

OFFICES = _words(
    """ministry department office bureau committee commission agency council institute secretariat directorate faculty
    school college university centre center centers centres association board chamber academy museum federation union
    society authority court bank fund foundation organisation organization inspectorate league guild institution
    ministerium amt behörde ausschuss verband ministerio ministère ministero ministério departamento instituto
    secretaría comisión consejo ministerstwo departement ministerie kementerian jabatan bakanlığı"""
)
"""With `of` or `for` behind it and a field of work, the name of an office."""

FIELDS = _words(
    """transport transportation energy health education justice defence defense finance trade industry agriculture food
    fisheries fishery forests forestry environment labour labor work pensions culture media sport sports youth
    tourism science technology innovation research economy economic affairs development security safety planning
    works housing water resources mines mining natural climate consumer drug drugs securities exchange customs
    revenue excise immigration citizenship human services social families women children roads harbours ports rail
    railways aviation maritime ocean oceanic atmospheric arts humanities information communications commerce
    business industrial strategy rural urban community local emergency disease control prevention aeronautics space
    plant veterinary standards quality weights measures fire rescue parks wildlife fish records archives heritage
    history languages engineering medicine medical surgeons law order interior infrastructure regional cooperation
    international tropical hygiene verkehr energie umwelt gesundheit bildung forschung landwirtschaft ernährung
    familie arbeit soziales wirtschaft finanzen inneres sicherheit naturschutz klimaschutz bau wohnen
    transportes energía salud educación ciencia cultura deporte agricultura pesca turismo trabajo"""
)
"""What offices are for; with `and` between two of them they are one office."""

FIRM_ENDS = _words(
    """ltd plc inc llc llp corp co company corporation sons son daughters brothers bros partners associates group
    holdings gmbh ag kg sa spa bv nv ab oy limited söhne hijos fils"""
)
"""The end of a firm's name."""

FAMILY_FIRST = _words(
    """li ma he han song
    xi hu wang zhang liu chen yang zhao huang zhou wu xu sun zhu gao lin guo luo liang zheng xie tang deng cao peng
    zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao zhong tan bo mao jia qin feng
    shi hou qiu kong bai cui kim park choi jung jeong kang cho yoon yun jang lim shin kwon hwang ahn song ryu
    bae nam roh noh moon lee ri pak nguyen tran pham hoang phan vu vo dang bui ngo duong"""
)
"""Family names that stand before the given name in Chinese, Korean and Vietnamese."""

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

OPENERS_ABROAD = _words(
    """hätte hat haben wäre wären war waren wird würde wurde wurden kann könnte soll sollte muss müsste darf dürfte
    zudem außerdem dennoch trotzdem dann danach später zuvor inzwischen mittlerweile jetzt heute gestern morgen damit
    dabei doch denn weil während obwohl als ob so zwar sogar bereits schon allerdings jedoch nun hier dort diese
    dieser dieses jeder jede kein keine mein sein ihr ihre seine unser vor unter über zwischen gegen ohne trotz hinter
    neben wegen laut um man alle viele einige erst beim vom zum zur dem den des einer einem einen sagte sagt erklärte
    alors ensuite puis après avant pendant depuis selon malgré toutefois cependant pourtant ainsi aussi enfin hier
    aujourd'hui demain lors si quand comme où qui que pourquoi son sa ses leur leurs notre cette ces cet chaque
    plusieurs tout tous toute mon ne pas est sont était ont a au aux du parmi entre chez sans sous vers voici voilà
    entonces luego después antes durante desde según pese aunque sin embargo así también ayer hoy mañana ahora si
    cuando como donde quién qué este esta estos estas ese esa cada todo todos hay es son fue era había ha han entre
    sobre tras hasta ni allora poi dopo prima durante secondo tuttavia però così anche ieri oggi domani adesso ora
    quando dove chi questo questa questi quello ogni tutti è sono era ha hanno tra fra senza sotto dal dalla nella
    nei sul sulla então depois antes segundo porém contudo assim também ontem hoje amanhã agora quando onde quem
    este esta isso cada todos há é são foi era entre sobre sem pelo pela ao à potem następnie później przed po
    podczas według jednak dlatego również też wczoraj dziś jutro teraz kiedy gdzie kto ten ta te każdy wszyscy jest
    są był była było były przez przy między bez pod nad gdy jeśli choć ponieważ tymczasem natomiast jak czy затем
    потом однако также ранее раньше позже позднее после теперь сейчас сегодня вчера завтра тем тогда при если когда
    хотя пока ещё еще уже там здесь этот эта эти тот та те его её ее их наш все всё всего между поэтому кроме во со
    об под над перед через без у да нет был была было были будет может нужно накануне сначала впрочем кстати ведь
    именно даже только лишь чтобы потому поскольку где кто чем сказал заявил отметил сообщил потім згодом проте
    однак також раніше пізніше після тепер зараз сьогодні вчора завтра коли якщо хоча поки ще вже там тут цей ця ці
    той його її їх наш усі між тому крім під над перед через без був була було були буде може де хто що як із зі від
    до та але або toen daarna later vervolgens echter maar want omdat terwijl hoewel als dus ook nog al hier daar
    deze dit die dat het een de zijn haar hun ons wie wat waar wanneer volgens na voor tijdens tegen zonder gisteren
    vandaag morgen nu heeft had is was waren werd wordt zou kan moet bij naar uit om sedan därefter senare dock men
    eftersom medan om så också nu här där denna detta han hon de vi vem vad när enligt efter före under igår idag
    imorgon har hade är var blev ska kan måste då derefter senere dog fordi mens hvis også nå nu her der denne dette
    hun hvem hva hvad når ifølge før i er har havde hadde blev ble skal må det den sonra daha önce ancak ama fakat
    çünkü bu şu o bir ve ya da ise eğer dün bugün yarın şimdi göre için gibi her kemudian setelah sebelum namun
    tetapi karena ketika jika meskipun juga kini hari kemarin besok selain menurut sementara namun apabila walaupun
    kerana tetapi manakala semalam esok selepas"""
)
"""The same of other languages; only where they do begin a sentence, for some are names elsewhere."""

CONNECTORS = _words("of de da do dos del della di du der den van von bin ibn al el la le ter ten för och")
"""Small words inside a name: `Department of Defense`, `Ursula von der Leyen`."""

SUFFIXES = _words("jr sr ii iii iv")

BEFORE_STOP = _words(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt maj cpl rev hon st messrs jr sr vs mt ft no u s d j"
)
"""Abbreviations whose full stop does not end a sentence (any single letter does not, either)."""
