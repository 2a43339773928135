"""Abbreviations that are written with a full stop, as data for `sentences`.

`INSIDE`: a sentence practically never ends with these (titles, `e.g.`, `No.` before a number).
`EITHER`: a sentence may end with these (`Inc.`, `etc.`, `mln.`, months), so that the next word decides.
Words are lower-cased, without the last full stop. Not here: any logic.
"""

from __future__ import annotations

_INSIDE = {
    "": """dr prof st n° mt vs cf ca al vol fig figs op ed eds tel nr no art abs pp ext e.g i.e f.e resp rs mr mrs ms
        mme mlle messrs gen col lt sgt capt maj cmdr rev hon sen rep gov""",
    "en": """mr mrs ms messrs dr prof gen col lt sgt cpl capt cmdr maj adm brig rev fr hon rep reps sen sens gov
        govs pres supt det atty st ste mt ft vs viz cf approx no nos vol vols fig figs sec secs ch pp p para art dept
        dist est asst assoc eds trans op cit tel ext e.g i.e f.e btw rs insp const sr br ven msgr amb sec'y pfc spc
        pvt cpl 1st.lt hrs.min cdr lcdr ens lieut comdr gens profs sgts ald mts bldg jct incl""",
    "de": """dr prof hr fr frl dipl ing st sankt bzw ca vgl evtl ggf inkl exkl sog zzgl bspw insb insbes gem lt
        abs art nr tel str bd hg hrsg kath ev geb gest verh verw max min mind z.b z b.z d.h u.a s.o s.u i.d.r o.ä v.a
        z.t z.z z.zt u.u i.a m.e p.a a.d v.chr n.chr bsp abk anm aufl ausg dt engl franz ital lat griech österr
        schweiz russ s hrn gebr inh abt entspr eigtl ehem einschl urspr kap dir verf hbf fam ggfs kgl röm amtl tägl
        jew gegr bearb zit i.v i.j z.hd o.g u.ä""",
    "fr": """m mm mme mmes mlle mlles dr pr me mgr st ste cf env ex art al chap éd fig n no num p pp tél vol av bd
        boul vve ets dépt réf ill suppl paragr collab c.-à-d""",
    "es": """sr sra srta sres sras dr dra d dña don prof lic ing arq gral gob pdte pdta st sto sta av avda cra núm nº
        no núms tel ext art arts párr párrf pág págs p pp cap fig vol ed cía admón aprox ej p.ej depto fco hno hnos mons
        mag excmo excma ilmo ilma rvdo rdo lcdo lcda ldo srtas dto dpto deptos mtro mtra vda ntra cnel tte sgto trad""",
    "it": """sig sig.ra sig.na sigg sig.ri dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen gen col cap ten
        mons don s st ss art artt cap pag pagg p pp fig vol ed tel es cfr ecc.mo dir amm psicol econ spett egr gent n nr
        prof.ri dott.ri ill.mo preg fasc trad cit rev""",
    "pt": """sr sra srta srs dr dra drs prof profa eng arq exmo exma gen cel cap ten sgt d st sto sta av r tel art pág
        págs p pp fig vol ed núm n nº no ex p.ex aprox rev pe ilmo ilma dras trad obs ref próx dir séc""",
    "nl": """dr drs mr mw mevr dhr ir ing prof ds st nr tel blz p art ca bijv d.w.z i.v.m m.b.t o.a t.a.v t.o.v vgl
        zgn aanw resp incl excl max min j.l jl kol kap burg avd alg""",
    "pl": """dr hab prof mgr inż ks gen płk ppłk mjr kpt por ppor abp bp św ul al pl os tel nr str art ust pkt poz ok
        np tzw tj m.in por ww woj pow gm pt pocz zob wg im red oprac tłum bałt lic plut sierż asp bryg nadzw zw lek med
        ref przyp""",
    "ru": """г гг д-р проф акад им ул пр просп пл пер наб обл респ стр рис табл тел гл ст п пп см ср напр т.е т.н т.к
        т.о св гр г-н г-жа ген полк ред изд куб кв тов зам зав адм мкр корп оф инж доц канд чл чл.-корр""",
    "uk": """м с смт вул просп пл пров обл ред проф акад ім стор рис табл тел гл ст п пп див напр т.зв т.е св гр п ген
        кв зам зав доц інж канд""",
    "bg": """г-н г-жа д-р проф доц акад инж арх ул бул пл гр с обл общ стр чл ал т.нар т.е св ген полк напр вж""",
    "be": """г вул пр праф акад ім стар рыс гл арт п г.зн""",
    "sr": """г др проф мр инж ул бр стр тзв тј нпр св ген""",
    "kk": """т.б т.с.с ж жж акад проф обл""",
    "cs": """dr ing mgr bc mudr judr phdr paeddr rndr doc prof sv p pí sl gen plk pplk mjr kpt npor por čl č str tel
        ul nám tř např tzv tj popř resp cca max min odst písm obr tab roč srov viz mj t.č rep""",
    "sk": """dr ing mgr bc mudr judr phdr paeddr rndr doc prof sv p gen plk mjr kpt čl č str tel ul nám napr tzv tj
        t.j resp cca max min ods písm obr tab s r""",
    "sl": """dr mag prof doc inž ing g ga gdč sv ul št str tel npr tj t.i oz gl čl odst gen""",
    "hr": """dr mr sc prof doc ing g gđa gđica sv ul br str tel npr tj tzv odn čl st gen""",
    "sv": """dr prof st s.k t.ex t ex bl.a d.v.s dvs f.d fr.o.m t.o.m m.a.o o.s.v p.g.a kl nr sid tel ca resp jfr
        s.a.s tfn avd kap ev""",
    "da": """dr hr fr frk prof st bl.a d.v.s dvs f.eks fx m.fl nr s ca kl pga pkt stk tlf tel jf inkl ekskl evt red
        vedr h.k.h f.d sct""",
    "no": """dr hr fr prof st bl.a dvs d.v.s f.eks nr s ca kl pga pkt tlf jf inkl ekskl evt red vedr fhv f.o.m
        t.o.m""",
    "fi": """dr prof fil tri esim ks n s nro puh t.s ns mm os v vrt alk toim st kirj""",
    "et": """dr prof nr lk tel s.o s.t nn st sh näit vrd ca pr hr prl lp""",
    "hu": """dr prof ifj id özv szt st stb.pl pl ill ún kb max min tel u ua vö szerk old""",
    "ro": """dl d-l d-na dna dr prof ing av gen col lt cpt mr sf st str bd nr art alin lit pag tel ex p.m.c jud mun
        com sec""",
    "tr": """dr prof doç yrd av sn op uz müh mim st hz nr no sk cad mah apt tel örn bkz vs.ki çev yay haz alb yzb tğm
        gen ord uzm bnb ütğm""",
    "lt": """pan gerb dr prof doc akad kun vysk gen plk kpt mjr g gatv pr al nr str tel pvz t.y vad liet angl žr plg
        apskr r sav mst vyr a.a šv skyr pav""",
    "lv": """dr prof doc akad g-ja gen plkv kpt ģen.lt iela nr lpp tel piem t.i t.s u.c.b sk sal apm st sv k.gr
        red""",
    "el": """κ κα κος δρ καθ αρ τηλ σελ στρ βλ π.χ δηλ λ.χ αγ οδ παρ αρθ""",
    "id": """dr drs dra prof ir h hj kh st jl jln no tel hlm ps tgk bpk pol kompol komjen irjen brigjen purn letjen
        mayjen laksda marsda kol kapten gg""",
    "hi": """रु मि डॉ प्रो श्री पं कि मी सं ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू
        डब्लू एक्स वाई जेड""",
    "mr": """डॉ प्रा श्री पं सौ कु कि मी ए बी सी डी ई एफ जी एच आय जे के एल एम एन ओ पी क्यू आर एस टी यू व्ही डब्ल्यू
        एक्स वाय झेड""",
    "ta": """டாக்டர் திரு பேரா கி மீ மு ரூ நா ஏ பி சி டி ஈ எஃப் எப் ஜி எச் ஐ ஜே கே எல் எம் என் ஓ ஆர் எஸ் யு யூ வி
        ஒய்""",
    "gu": """રૂા રૂ ડૉ ડો પ્રો શ્રી કિ મી એ બી સી ડી ઇ ઈ એફ જી એચ આઇ આઈ જે કે એલ એમ એન ઓ પી ક્યુ આર એસ ટી યુ વી
        ડબલ્યુ એક્સ વાય ઝેડ""",
    "ar": """د م أ ص ت ب""",
    "ur": """ڈاکٹر""",
    "hy": """հ""",
}
_EITHER = {
    "": """inc ltd co corp llc plc jr sr etc u.s u.k e.u u.n u.s.a d.c a.m p.m jan feb mar apr jun jul aug sep sept
        oct nov dec""",
    "en": """inc ltd co corp cos llc llp plc bros jr sr esq etc u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d m.d b.a m.a
        m.b.a d.phil n.y n.j n.c s.c n.d s.d n.h n.m l.a r.i w.va jan feb mar apr jun jul aug sep sept oct nov dec mon
        tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky md mass mich
        minn miss mont neb nev okla ore pa tenn tex va vt wash wis wyo ave blvd rd hwy ed min sec hr hrs ft lb lbs oz
        mi sq dem ind repub cent ad""",
    "de": """usw etc mio mrd tsd std min sek jan feb mär mrz apr jun jul aug sep sept okt nov dez mo di mi do fr sa so
        u.a.m gmbh co kg e.v e.k u jh jhd jhdt str pl allg""",
    "fr": """etc av apr janv févr fév avr juil sept oct nov déc hab env r j.-c inc ltée cie s.a""",
    "es": """etc ee.uu uu ee cía s.a s.l a.m p.m d.c a.c j.c ene feb abr jun jul ago sep sept set oct nov dic hs km kg
        vol d.f c.v""",
    "it": """ecc etc gen feb mar apr mag giu lug ago set sett ott nov dic s.p.a s.r.l a.c d.c u.s az tel sec""",
    "pt": """etc s.a ltda cia eua jan fev mar abr mai jun jul ago set out nov dez a.c d.c h min""",
    "nl": """enz etc e.d jan feb mrt apr jun jul aug sep sept okt nov dec min sec mln mld n.v b.v a.u.b v.chr n.chr
        o.i.d""",
    "pl": """itd itp r w tys mln mld bln gr godz min sek proc st wyd jr sp z o.o s.a n.e p.n.e in ub br kw hab""",
    "ru": """др пр т.д т.п и.т.д тыс млн млрд трлн руб коп долл г гг в вв н.э до.н.э у.е см км кг мин сек час чел янв
        фев мар апр июн июл авг сен сент окт ноя нояб дек м""",
    "uk": """ін т.д т.п тис млн млрд грн коп дол р рр ст н.е хв год січ лют бер квіт трав черв лип серп вер жовт лист
        груд""",
    "bg": """др т.н т.г г в хил млн млрд лв ст мин сек ян фев апр авг септ окт ноем дек""",
    "be": """інш г гг тыс млн млрд руб г.д""",
    "sr": """итд сл г год мил млрд дин хиљ""",
    "kk": """т.б б ж жж млн млрд мың тг см км""",
    "cs": """atd apod tis mil mld kč hod min sek r.o a.s o.s s.r.o spol jr st l n.l př.n.l let m.n.m led ún říj pros
        km kg austr angl am rus něm fr it špan pol slov maď""",
    "sk": """atď apod tis mil mld hod min sek r.o a.s o.s s.r.o spol jr st l n.l pred.n.l""",
    "sl": """itd ipd tis mio mrd ur min sek d.o.o d.d jr""",
    "hr": """itd sl tis mil mlrd kn god st sat min d.o.o d.d jr""",
    "sv": """m.m osv m.fl mfl o.d e.d milj mkr jan feb apr jun jul aug sept okt nov dec jr sr st""",
    "da": """osv m.m m.v mv mio mia kr jan feb mar apr jun jul aug sept okt nov dec jr a/s aps""",
    "no": """osv m.m m.v mv mill mrd kr jan feb mar apr jun jul aug sept okt nov des jr""",
    "fi": """jne ym yms mm milj mrd klo jaa.kk e.kr j.kr oy""",
    "et": """jne jms jpm milj mld kr a aa e.m.a m.a.j""",
    "hu": """stb jan febr márc ápr máj jún júl aug szept okt nov dec mrd m kft rt bt zrt nyrt sz i.e i.sz u jr""",
    "ro": """etc ian feb mart apr iun iul aug sept oct noi dec mil mld r.l s.a s.r.l î.hr d.hr""",
    "tr": """vb vs vd ltd şti a.ş t.c m.ö m.s oca şub haz tem ağu eyl eki kas ara tl""",
    "lt": """mln mlrd tūkst eur lt proc d m mėn val min sek kv kub kt t.t pan ir.kt a vnt cnt ct""",
    "lv": """milj miljd tūkst eiro procenti g gs gadā plkst min sek utt u.c u.tml t.sk kv m""",
    "el": """κ.λπ κλπ κ.ά κ.α π.μ μ.μ μ.χ π.χ εκ δισ ευρ""",
    "id": """dll dsb dst tbk pt cv rp""",
    "hy": """թ դ""",
}

_NUMBERED = """n° no nos nr n nº núm nums art arts arr vol vols fig figs p pp pag pág págs s str sec secs ch cap
    chap para abs ext tel ст рис табл стр гл п"""
_AND_SO_ON = """etc ecc usw itd itp atd apod atď vb vs.ki jne jms osv stb enz dll т.д т.п и.т.д др пр ін інш т.н
    итд ipd κ.λπ m.m m.fl ym yms"""
_ALSO_WORDS = "ill wash mass miss ore pa sun sat wed mon cent ad ed mar mo col fr const op gen min sec"
_ORDINAL_DOT = "de cs sk sl hr sr pl da no fi et hu tr lt lv bs mk hy az is"


def _table(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {code: frozenset(text.split()) for code, text in lists.items()}


INSIDE = _table(_INSIDE)
"""ISO 639-1 code -> abbreviations; "" for any other language."""
EITHER = _table(_EITHER)

NUMBERED = frozenset(_NUMBERED.split())
"""Those of the abbreviations that stand before a number: `No. 5`, but `He said no.`"""
AND_SO_ON = frozenset(_AND_SO_ON.split())
"""Those of the abbreviations after which a capital begins a sentence, except where nouns have capitals."""
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
"""Those of the abbreviations that are English words when in small letters."""
ORDINAL_DOT = frozenset(_ORDINAL_DOT.split())
"""Languages that write an ordinal number with a full stop: `12. Juni`."""
