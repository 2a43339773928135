"""The languages that the tests go through: their codes, and a short invented report in many of them."""

from __future__ import annotations

_ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
CODES = tuple(_ISO_639_1.split())

TEXTS = {
    "en": "The harbour of Velm was closed on Thursday after a storm. The mayor said that the ships would stay outside "
    "until the wind has died down. It was the third storm of the year, and it is not the last.",
    "de": "Der Hafen von Velm ist am Donnerstag nach einem Sturm geschlossen worden. Die Bürgermeisterin sagte, dass "
    "die Schiffe draußen bleiben, bis der Wind nachlässt. Es war der dritte Sturm in diesem Jahr und nicht der letzte.",
    "fr": "Le port de Velm a été fermé jeudi après une tempête. La maire a dit que les navires resteront dehors jusqu'à "
    "ce que le vent tombe. C'était la troisième tempête de l'année et ce n'est pas la dernière.",
    "es": "El puerto de Velm fue cerrado el jueves después de una tormenta. La alcaldesa dijo que los barcos se quedarán "
    "fuera hasta que el viento pare. Es la tercera tormenta del año y no será la última, según la oficina.",
    "it": "Il porto di Velm è stato chiuso giovedì dopo una tempesta. La sindaca ha detto che le navi resteranno fuori "
    "fino a quando il vento non sarà calato. È la terza tempesta dell'anno e non sarà l'ultima della stagione.",
    "pt": "O porto de Velm foi fechado na quinta-feira depois de uma tempestade. A presidente disse que os navios não vão "
    "entrar até que o vento pare. Foi a terceira tempestade do ano e não será a última, segundo os técnicos.",
    "nl": "De haven van Velm is donderdag na een storm gesloten. De burgemeester zei dat de schepen buiten blijven tot de "
    "wind is gaan liggen. Het was de derde storm van het jaar en het is niet de laatste.",
    "pl": "Port w Velmie został zamknięty w czwartek po burzy. Burmistrz powiedziała, że statki nie wejdą do portu, "
    "dopóki wiatr nie ucichnie. To była trzecia burza w tym roku i nie jest to ostatnia z nich.",
    "cs": "Přístav ve Velmu byl ve čtvrtek po bouři uzavřen. Starostka řekla, že lodě zůstanou venku, dokud vítr "
    "nezeslábne. Byla to třetí bouře v tomto roce a podle úřadu není poslední, řekla před novináři.",
    "sk": "Prístav vo Velme bol vo štvrtok po búrke zatvorený. Starostka povedala, že lode zostanú vonku, kým vietor "
    "nezoslabne. Bola to tretia búrka v tomto roku a podľa úradu nie je posledná, ktorá sa ešte očakáva.",
    "sl": "Pristanišče v Velmu je bilo v četrtek po nevihti zaprto. Županja je povedala, da bodo ladje ostale zunaj, "
    "dokler se veter ne poleže. To je bila tretja nevihta v tem letu in ni zadnja, ki jo pričakujejo.",
    "hr": "Luka u Velmu zatvorena je u četvrtak nakon oluje. Gradonačelnica je rekla da će brodovi ostati vani dok se "
    "vjetar ne smiri. Bila je to treća oluja ove godine, a nije ni posljednja koja se očekuje, kaže ured.",
    "sv": "Hamnen i Velm stängdes på torsdagen efter en storm. Borgmästaren sade att fartygen ska stanna utanför tills "
    "vinden har lagt sig. Det var den tredje stormen under året och det är inte den sista som väntas.",
    "da": "Havnen i Velm blev lukket torsdag efter en storm. Borgmesteren sagde, at skibene skal blive udenfor, indtil "
    "vinden har lagt sig. Det var den tredje storm i år, og det er ikke den sidste af dem, som ventes.",
    "no": "Havna i Velm ble stengt torsdag etter en storm. Ordføreren sa at skipene må bli utenfor til vinden har lagt "
    "seg. Det var den tredje stormen i år, og det er ikke den siste av dem som ventes, etter det hun sier.",
    "fi": "Velmin satama suljettiin torstaina myrskyn jälkeen. Pormestari sanoi, että laivat jäävät ulos, kunnes tuuli on "
    "tyyntynyt. Se oli vuoden kolmas myrsky, eikä se ole viimeinen, mutta satama on kunnossa.",
    "et": "Velmi sadam suleti neljapäeval pärast tormi. Linnapea ütles, et laevad jäävad välja, kuni tuul on vaibunud. "
    "See oli aasta kolmas torm ja see ei ole viimane, mis on oodata, kuid sadam on terve.",
    "hu": "A velmi kikötőt csütörtökön egy vihar után lezárták. A polgármester azt mondta, hogy a hajók kint maradnak, "
    "amíg a szél el nem csendesül. Ez volt az év harmadik vihara, és nem is az utolsó, amelyet várnak.",
    "ro": "Portul din Velm a fost închis joi după o furtună. Primarul a spus că navele vor rămâne afară până când vântul "
    "se va potoli. Este a treia furtună din acest an și nu este ultima, potrivit unui raport.",
    "tr": "Velm limanı perşembe günü bir fırtınadan sonra kapatıldı. Belediye başkanı, rüzgâr dinene kadar gemilerin "
    "dışarıda kalacağını söyledi. Bu, yılın üçüncü fırtınası oldu ve son fırtına da değil, dedi.",
    "id": "Pelabuhan Velm ditutup pada hari Kamis setelah badai. Wali kota mengatakan bahwa kapal-kapal akan tetap di "
    "luar sampai angin reda. Ini adalah badai ketiga tahun ini dan tidak akan menjadi yang terakhir.",
    "vi": "Cảng Velm đã đóng cửa vào thứ Năm sau một cơn bão. Thị trưởng nói rằng các con tàu sẽ ở lại bên ngoài cho đến "
    "khi gió lặng. Đây là cơn bão thứ ba trong năm và không phải là cơn bão cuối cùng.",
    "lt": "Velmo uostas ketvirtadienį po audros buvo uždarytas. Merė sakė, kad laivai liks lauke, kol vėjas nurims. Tai "
    "buvo trečia audra šiais metais ir ji nėra paskutinė, kurios dar laukiama, bet uostas yra sveikas.",
    "lv": "Velmas osta ceturtdien pēc vētras tika slēgta. Mēre sacīja, ka kuģi paliks ārā, līdz vējš norims. Tā bija "
    "trešā vētra šogad, un tā nav pēdējā, kas tiek gaidīta, bet osta ir vesela un par to ir prieks.",
    "ca": "El port de Velm es va tancar dijous després d'una tempesta. L'alcaldessa va dir que els vaixells es quedaran "
    "fora fins que el vent amaini. És la tercera tempesta de l'any i no serà l'última, segons l'oficina.",
    "sq": "Porti i Velmit u mbyll të enjten pas një stuhie. Kryetarja e bashkisë tha se anijet do të qëndrojnë jashtë "
    "derisa era të bjerë. Kjo ishte stuhia e tretë e vitit dhe nuk është e fundit që pritet në këtë det.",
    "af": "Die hawe van Velm is Donderdag ná 'n storm gesluit. Die burgemeester het gesê dat die skepe buite sal bly "
    "totdat die wind gaan lê het. Dit was die derde storm van die jaar en dit is nie die laaste nie.",
    "ru": "Порт Вельма был закрыт в четверг после шторма. Мэр сказала, что корабли останутся снаружи, пока ветер не "
    "стихнет. Это был третий шторм за год, и он не последний, который ещё ожидается в этом году.",
    "uk": "Порт Вельма було закрито в четвер після шторму. Міська голова сказала, що кораблі залишаться зовні, доки вітер "
    "не вщухне. Це був третій шторм цього року, і він не останній, який ще очікується.",
    "be": "Порт Вельма быў зачынены ў чацвер пасля шторму. Мэр сказала, што караблі застануцца звонку, пакуль вецер не "
    "сціхне. Гэта быў трэці шторм за год, і ён не апошні, які яшчэ чакаецца ў гэтым годзе.",
    "bg": "Пристанището на Велм беше затворено в четвъртък след буря. Кметицата каза, че корабите ще останат навън, "
    "докато вятърът утихне. Това беше третата буря за годината и не е последната, която се очаква.",
    "sr": "Лука у Велму затворена је у четвртак после олује. Градоначелница је рекла да ће бродови остати напољу док се "
    "ветар не смири. Била је то трећа олуја ове године, а није ни последња која се очекује.",
    "kk": "Велм порты бейсенбі күні дауылдан кейін жабылды. Қала әкімі жел басылғанша кемелер сыртта қалады деп айтты. Бұл "
    "жылдың үшінші дауылы болды және ол соңғы дауыл емес, деп хабарлады порт қызметі.",
    "el": "Το λιμάνι της Βέλμης έκλεισε την Πέμπτη μετά από καταιγίδα. Η δήμαρχος είπε ότι τα πλοία θα μείνουν έξω μέχρι "
    "να πέσει ο άνεμος. Ήταν η τρίτη καταιγίδα της χρονιάς και δεν είναι η τελευταία.",
    "ar": "أغلق ميناء فيلم يوم الخميس بعد عاصفة قوية. وقالت رئيسة البلدية إن السفن ستبقى في الخارج حتى تهدأ الرياح. "
    "وكانت هذه العاصفة الثالثة في هذا العام وليست الأخيرة التي يتوقعها المكتب.",
    "fa": "بندر ولم روز پنجشنبه پس از یک توفان بسته شد. شهردار گفت که کشتی‌ها تا آرام شدن باد بیرون می‌مانند. این سومین "
    "توفان سال بود و آخرین آن هم نیست که در این دریا پیش‌بینی می‌شود.",
    "ur": "ویلم کی بندرگاہ جمعرات کو طوفان کے بعد بند کر دی گئی۔ میئر نے کہا کہ ہوا تھمنے تک جہاز باہر رہیں گے۔ یہ اس سال "
    "کا تیسرا طوفان تھا اور یہ آخری نہیں ہے۔",
    "he": "נמל ולם נסגר ביום חמישי אחרי סערה. ראש העיר אמרה כי האוניות יישארו בחוץ עד שהרוח תשכך. זו הייתה הסערה "
    "השלישית השנה והיא לא האחרונה.",
    "hy": "Վելմի նավահանգիստը փակվեց հինգշաբթի օրը փոթորկից հետո։ Քաղաքապետն ասաց, որ նավերը դրսում կմնան, մինչև քամին "
    "հանդարտվի։ Սա տարվա երրորդ փոթորիկն էր։",
    "ka": "ველმის ნავსადგური ხუთშაბათს ქარიშხლის შემდეგ დაიკეტა. მერმა თქვა, რომ გემები გარეთ დარჩებიან, სანამ ქარი "
    "ჩადგება. ეს წლის მესამე ქარიშხალი იყო.",
    "hi": "वेल्म का बंदरगाह गुरुवार को तूफान के बाद बंद कर दिया गया। मेयर ने कहा कि हवा थमने तक जहाज बाहर ही रहेंगे। यह इस साल का "
    "तीसरा तूफान था और यह आखिरी नहीं है।",
    "mr": "वेल्मचे बंदर गुरुवारी वादळानंतर बंद करण्यात आले. महापौरांनी सांगितले की वारा थांबेपर्यंत जहाजे बाहेरच राहतील. हे या वर्षातील "
    "तिसरे वादळ आहे आणि ते शेवटचे नाही.",
    "bn": "ঝড়ের পর বৃহস্পতিবার ভেল্ম বন্দর বন্ধ করে দেওয়া হয়। মেয়র বলেছেন, বাতাস না থামা পর্যন্ত জাহাজগুলি বাইরে থাকবে। এটি "
    "বছরের তৃতীয় ঝড়।",
    "ta": "புயலுக்குப் பிறகு வெல்ம் துறைமுகம் வியாழக்கிழமை மூடப்பட்டது. காற்று தணியும் வரை கப்பல்கள் வெளியே இருக்கும் என்று மேயர் "
    "கூறினார். இது இந்த ஆண்டின் மூன்றாவது புயல்.",
    "te": "తుఫాను తర్వాత వెల్మ్ ఓడరేవు గురువారం మూసివేయబడింది. గాలి తగ్గే వరకు ఓడలు బయటే ఉంటాయని మేయర్ చెప్పారు. ఇది ఈ సంవత్సరం మూడవ తుఫాను.",
    "th": "ท่าเรือเวล์มปิดเมื่อวันพฤหัสบดีหลังเกิดพายุ นายกเทศมนตรีกล่าวว่าเรือจะอยู่ด้านนอกจนกว่าลมจะสงบ นี่คือพายุลูกที่สามของปีนี้",
    "lo": "ທ່າເຮືອເວລມ໌ປິດໃນວັນພະຫັດຫຼັງຈາກພາຍຸ. ເຈົ້າເມືອງກ່າວວ່າເຮືອຈະຢູ່ຂ້າງນອກຈົນກວ່າລົມຈະສະຫງົບ.",
    "km": "កំពង់ផែវែលត្រូវបានបិទនៅថ្ងៃព្រហស្បតិ៍បន្ទាប់ពីព្យុះ។ អភិបាលក្រុងនិយាយថានាវានឹងនៅខាងក្រៅ។",
    "my": "ဗယ်လ်မ်ဆိပ်ကမ်းကို မုန်တိုင်းပြီးနောက် ကြာသပတေးနေ့တွင် ပိတ်ခဲ့သည်။ သင်္ဘောများ အပြင်တွင် ရှိနေမည်ဟု မြို့တော်ဝန်က ပြောသည်။",
    "ko": "벨름 항구는 폭풍 뒤 목요일에 폐쇄되었다. 시장은 바람이 잦아들 때까지 배들이 밖에 머물 것이라고 말했다. 올해 세 번째 폭풍이었다.",
    "ja": "ベルム港は嵐のあと木曜日に閉鎖された。市長は、風が収まるまで船は沖にとどまると述べた。今年三度目の嵐だった。",
    "zh": "风暴过后，维尔姆港于周四关闭。市长表示，在风停之前，船只将留在港外。这是今年的第三场风暴，也不会是最后一场。",
    "am": "የቬልም ወደብ ከማዕበሉ በኋላ ሐሙስ ዕለት ተዘጋ። ከንቲባዋ ነፋሱ እስኪረጋጋ ድረስ መርከቦቹ ውጭ ይቆያሉ ብለዋል። ይህ የዓመቱ ሦስተኛ ማዕበል ነበር።",
}
"""The harbour of Velm after a storm, in languages that are detected."""
