"""The most frequent short words of many languages, as data.

They tell languages of one script apart (`detection`) and are the stop words of languages without a longer list
(`words`). Not here: any logic.
"""

from __future__ import annotations

_LISTS = {
    "en": """the of and to in a is that for it was on with as at by from be this have are not but had his they he she
        which or an were we their been has would there what will who said if about after its when more than also into
        over i you our out up no could other some""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er
        hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur
        bis mehr durch man sein wurde sei ich wir wenn""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec mais
        son ou l d qu n c s elle ont aux cette été ses leur y comme être nous sa deux même fait entre on après sans où
        était dont""",
    "es": """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin
        sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está porque
        han""",
    "it": """di e il la che in a per un è del non sono da una con si le i ha della anche più al come dei alla nel ma
        lo gli ai su delle o dal nella se questo stato cui tra l dell hanno sulla degli essere ed ci era dalla due""",
    "pt": """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu
        sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois são nas""",
    "nl": """de van het een en in is dat op te zijn met die voor niet aan er om ook als dan maar bij door naar heeft
        uit nog worden wordt ze hij over was tot meer deze hebben kan geen of werd heb had zich zou wel ik haar""",
    "pl": """w i na z do że się nie to jest o jak od po przez a za dla ale są co tym był oraz już tego tylko przed
        jego ma przy czy być który która które było też może być ich tak pod aby jednak roku""",
    "cs": """a se v na je že o s z do i to k ve pro za by ale si po jako podle od jsem které který jeho jsou také jen
        před než už však až která jsme bude byl bylo tak při není může ze této""",
    "sk": """a sa v na je že o s z do aj to k vo pre za by ale si po ako podľa od som ktoré ktorý jeho sú tiež len
        pred než už však až ktorá sme bude bol bolo tak pri nie môže zo tejto""",
    "sl": """in je v na da se za so ki pa z bi tudi po ne pri ali to od bo ni kot še s iz o do ter sta več lahko leta
        ko med vse kar bil bilo samo pred""",
    "hr": """i u je na se da su za s od a koji o što će kako iz ne bi do kao biti ili je li koja nije jer sve već bio
        samo te još prema ali tijekom nakon može tko gdje""",
    "sv": """och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när
        år under också efter eller nu sin där vid mot ska skulle kommer hade mer blev""",
    "da": """og i at det er en til på som af for med den de ikke der har et fra han om men var jeg sig vi også så kan
        blev efter ved siger år hun nu være skal bliver over eller havde ud kun mange meget noget hvad hvem hvor
        hvornår hvordan hvis du dette disse samt""",
    "no": """og i å det er en til på som av for med den de ikke at har et fra han om men var jeg seg vi også så kan
        ble etter ved sier år hun nå være skal blir over eller hadde ut bare mange mye noe hva hvem hvor når hvordan
        hvis du dette disse samt""",
    "fi": """ja on ei että se oli hän mutta ovat myös kun joka tai sen jos niin mukaan kuin sekä ole mitä vain jo olla
        jotka nyt ollut vielä jälkeen voi noin vuoden kanssa sanoo tämän siitä hänen minä tämä""",
    "et": """ja on ei et see oli ta aga ka kui mis või oma siis nii seda ning kes pole selle mida veel ole ainult juba
        olla tema välja pärast võib kuid meie mitte üle""",
    "hu": """a az és hogy nem is egy volt meg de ez csak már mint ha el azt van azonban ki még vagy ezt után szerint
        lehet minden kell között amely aki nagy majd pedig mert lesz más""",
    "ro": """de și în a la care nu că cu o pe din să un este mai au fost pentru se cel ca după sunt prin fi sau dar
        acest ce al lui ale am are fără între această când doar până iar""",
    "tr": """ve bir bu da de için ile olarak çok daha olan gibi en sonra kadar ne o var ama değil olduğunu ise her ya
        göre iki oldu diye yeni ki şey ancak ben dedi etti""",
    "az": """və bu bir də ilə üçün olan o daha ki sonra kimi çox olaraq ən var edib deyil isə hər görə edir olub""",
    "id": """yang dan di dengan untuk dari ini itu dalam pada tidak ke akan juga adalah tersebut bisa telah oleh saat
        ada mereka karena sebagai kepada kata dia sudah atau kami lebih belum tahun para serta bahwa namun seorang
        satu setelah seperti hingga menurut sekitar ketika karena usai jadi sangat""",
    "ms": """yang dan di dengan untuk dari ini itu dalam pada tidak ke akan juga adalah tersebut boleh telah oleh ada
        mereka kerana sebagai kepada kata beliau sudah atau kami lebih belum tahun para serta bahawa namun seorang
        satu selepas seperti hingga menerusi daripada berkata semalam iaitu turut pihak ketika ia hari sebuah
        kerajaan""",
    "vi": """của và các là có được cho trong không với một những người đã này để khi từ đến về ra tại năm theo cũng
        trên nhiều như sẽ vào đó ông phải sau đang""",
    "lt": """ir į kad yra su iš tai bet kaip ar už tik jau buvo po dėl apie jo prie nuo būti ne taip šio pat metų dar
        jis kuris gali iki jie""",
    "lv": """un ir ar ka no par uz arī kas bet tas vai kā to pie nav tiek gan pēc bija var jau lai tika gada viņš
        tikai būt šo savu""",
    "ca": """de la i el que a en els les un per una és amb no del al es més com va han són o seu aquest ha pel dels
        també però ser aquesta sobre als""",
    "sq": """të e në dhe i për me që një nga është ka se më si u do nuk kjo ky por janë duke këtë pas""",
    "sw": """ya na wa kwa ni za katika la kuwa hii huo hiyo alisema kama lakini huyo baada cha wao yake""",
    "af": """die van en in is het wat te nie vir op met dat aan om hy sy by ook as kan was sal word maar""",
    "ru": """и в не на что с по как это к из он но за от у о для так же его был было были которые который также а бы
        только или если уже до во со при ее их она они мы я после этом сообщил более года""",
    "uk": """і в не на що з у за як до про та це від по для його він але які який також було був були або якщо вже
        після щодо так її їх вона вони ми я цього під через року й є""",
    "be": """і ў не на што з у за як да пра гэта ад па для яго ён але якія які таксама было быў былі або калі ўжо
        пасля яе іх яна яны мы я гэтага пад праз""",
    "bg": """и на в да за се от не е с че по са като до си това ще но как която който които при може беше след или са
        към бе ли във му само което той ги има""",
    "sr": """и у је на се да су за од а који о што ће како из не би до као бити или која није јер све већ био само те
        још према али након може""",
    "mk": """и на во да се за од не е со што ќе по како до ги тоа но кои која која има или при може беше најде само ја
        му сите ова""",
    "kk": """және мен бұл үшін бар деп да де бір болып ол еді қазақ жылы осы керек туралы бойынша кейін жоқ""",
    "ar": """في من على أن إلى التي عن مع هذا الذي ما لا كان هذه وقد قال بعد بين أو كما لم ذلك وفي قبل كل خلال حيث غير
        إن وكان ولا""",
    "fa": """و در به از که این را با است برای آن یک تا بر شد می خود کرد شده هم ما نیز ها باید پس وی گفت اما بود های هر
        دو او اگر""",
    "ur": """کے میں کی ہے اور سے کا کو نے کہ پر یہ ہیں اس بھی تو کہا جو ان ایک کر تھا نہیں کیا گیا لیے""",
    "ps": """د په او چې له کې ته يې دی کړي شي سره دا هم نه پر یا وي خو شوي لپاره هغه ده""",
    "he": """של את על לא זה עם הוא כי גם או היא אני אבל כל אם יש אל לאחר אשר בין היה""",
    "hi": """के में की है और से का को ने कि पर यह हैं इस भी तो कहा जो एक कर था नहीं किया गया लिए""",
    "mr": """आणि आहे या च्या ही हे तो ते मध्ये होते असे नाही केली म्हणून आहेत काही""",
    "el": """και το να του η της με που την για από ο τα των στο θα είναι τον οι δεν ότι στη σε στην τη μας""",
    "ja": """の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ
        ない この ため その あっ よう また もの という あり まで られ なる へ か だ これ によって により
        おり より による ず なり""",
    "zh": """的 是 在 了 和 有 不 也 我 他 这 這 就 为 為 与 與 及 等 对 對 将 將 一个 一個 没有 沒有
        我们 我們 他们 他們 以及 进行 進行 表示 已经 已經 可以 自己 这个 這個 因为 因為 如果 但是 其中
        目前 今天""",
    "ko": """이 그 저 것 수 등 및 또 더 한 할 있는 있다 했다 대한 위해 통해 따르면 이날 지난 오는""",
    "th": """ที่ และ การ ใน ของ เป็น มี ได้ ให้ ว่า ไม่ จะ กับ""",
}

COMMON_WORDS: dict[str, frozenset[str]] = {code: frozenset(text.split()) for code, text in _LISTS.items()}
"""ISO 639-1 code -> lower-cased words."""
