/** Texts without any banned word, many with one inside another word; a line each, parted by "~". */
const table = `
assassin ~ classic art ~ grass field ~ passage ~ glass ~ brass ~ compass ~ embassy ~ ambassador ~ assemble ~ assorted cassette ~ as soon as ~ Asus laptop ~ bass ~ mass ~ pass it on ~ harass ~ lasso ~ assist ~ as sassy as ever
Essex ~ Sussex, Wessex ~ sextant ~ unisex salon sign ~ sextet ~ sexton ~ Middlesex ~ sixty six ~ my friend's ex ~ axes ~ se ex ~ essence
denuded ~ nudge ~ nuder? ~ exuded ~ nuances ~ nu metal ~ snaked ~ unbaked ~ nape ~ baked
gorge ~ gorgeous ~ category ~ allegory ~ Gregor ~ ignore ~ Igor ~ gorilla ~ angora
skill ~ skillet ~ killjoys? ~ Achilles ~ kilt ~ killdeer bird ~ kilo ~ painkillers ~ ill ~ kiln
hello ~ shell ~ Michelle ~ Hellenic ~ seashells ~ he'll ~ she'll be ~ he’ll ~ hel mask ~ hellebore ~ (he:1.1) and she ~ helloween? ~ hell0 ~ h3ll0
title ~ titan ~ titanic ~ petite ~ stitch ~ constitution ~ titmouse ~ titration ~ it it ~ Tito ~ altitude
popcorn ~ corn ~ pornic town ~ adorn ~ unicorn ~ born
cucumber ~ document ~ circumference ~ accumulate ~ cumin ~ cumulus ~ succumb ~ Cumbria ~ scum
Dickens ~ dictionary ~ predict ~ Dickinson ~ dicky bow ~ Benedick
cockpit ~ cockatoo ~ peacock ~ cocktail ~ Hitchcock ~ hancock ~ cockroach ~ woodcock ~ coco
analysis ~ canal ~ analog ~ analyst ~ banal ~ an al dente dish ~ an-al-y-sis ~ canals ~ arsenal
absolute ~ Slutsk ~ resolution ~ lust ~ sluice
shore ~ who represents ~ whorl ~ choreography ~ where
bob ~ boo ~ booby trap ~ baobab ~ good ~ Bob's boat
Scunthorpe ~ grape ~ therapist ~ the rapist? ~ Penistone ~ pen is blue ~ Lightwater ~ Clitheroe ~ shiitake ~ mishits ~ Arsenal
masterpiece, best quality, 8k, 4k, f/1.8, 35mm ~ (masterpiece:1.2), [cat:dog:0.5] ~ {red|blue|green} ~ {2$$a|b|c} ~ <lora:detail:0.8> ~ score_9, score_8_up ~ 1girl, solo, 2boys ~ __colour__ ~ {he|ll} ~ {as|s} ~ A55 ~ Galaxy A55 ~ 455 ~ 717 ~ !!! ~ $$$ ~ @ 5 pm ~ C++ ~ 10:55 ~ 1920x1080 ~ #4a5568 ~ U.S.S.R. ~ a, s, d, f ~ h e l l o ~ c l a s s ~ g r a s s y ~ s.e.x.t.e.t ~ p-a-s-s ~ k.i.l.l.e.r ~ c-l-a-s-s-i-c ~ as-sas-sin ~ the-ra-pist ~ ***
Nacktschnecke? ~ nachts ~ Nachtigall ~ Hellas ~ helle Farben ~ ich aß ~ Fass ~ Gassen ~ Assel ~ Spaß ~ nackig ~ Klasse ~ Tito ~ Titel ~ Sexta ~ Schale ~ Schweiß
calcul ~ culture ~ vehicule ~ véhicule ~ reculer ~ merdeux? ~ classe ~ tasse ~ l'assiette ~ anales? ~ canapé ~ ridicule ~ c'ul? ~ assez
año nuevo ~ los años ~ España ~ mañana ~ mano ~ verano ~ cono ~ órgano ~ hermano ~ matarife ~ matarón? ~ rematar ~ culto ~ desnudez? ~ Pascual
sık sık gülen kız ~ klasik ~ müzik, fizik ~ şık elbise, kış ~ yaşasın ~ çiplakça? ~ kısık ışık
các bạn ở đây ~ lớn lên ở làng nhỏ ~ một cụm hoa đẹp ~ họ và hồ nước ở đó ~ tít mắt cười với bạn ~ đàn ông lớn tuổi ~ thân thể khỏe mạnh
секстет ~ сексуальный? ~ Эссекс ~ сектор ~ кекс ~ скука ~ наука ~ сукно ~ сука́но? ~ рот и нос ~ нахуйня? ~ хутор ~ застрахуй ~ голод ~ головная ~ голубая ~ убитьё? ~ погубить ~ тит ~ сумка ~ кот ~ торт ~ Рассекс? ~ сон ~ красная ассамблея ~ хор ~ ухо
εξήντα ~ σεξουαλικό? ~ γυμναστήριο ~ γυμνάσιο ~ μαλακός ~ μάλαμα ~ ανάλυση ~ τίτλος ~ και το σπίτι ~ γη ~ ΚΑΛΗΜΕΡΑ ~ Ελλάς ~ κόκκος ~ ΤΙΤΑΝ
الجنسية ~ جنسية ~ مجنس ~ جنسين ~ تجانس ~ مقتل ~ قاتل ~ قتال ~ مستقتل ~ عارية? ~ معاريف ~ شعاري ~ عار ~ مدينة جميلة ~ قطة على السطح ~ الأنس ~ جنوب
סקסופון ~ מוסקס? ~ מזין ~ תזין ~ זינוק ~ מגזין ~ ערים ~ עירוני ~ סקר ~ פסק ~ חתול על הגג ~ זיתים ~ מזינים
ヌードル ~ カップヌードル ~ ピエロ ~ ゼロ ~ メロン ~ エロイカ ~ 女性 ~ 性格 ~ 男性 ~ 可能性 ~ 裸足 ~ 赤裸々 ~ 殺風景 ~ 黄色 ~ 景色 ~ 友情 ~ 桜の木の下で ~ 異性 ~ 裸眼
女性肖像 ~ 性格 ~ 理性 ~ 个性 ~ 颜色情调? ~ 彩色 ~ 身体 ~ 一只猫在屋顶上 ~ 情色 ~ 红色 ~ 体重 ~ 黃色情侶裝
섹션 ~ 섹터 ~ 인섹트 ~ 누드러움 ~ 눈동자 ~ 야동초등학교 ~ 야생 동물 ~ 고양이 ~ 누나 ~ 세스 ~ 각시 ~ 드누
रंगीन ~ नंगीन? ~ नगीना ~ चूता ~ चूना ~ सेक्सोफोन ~ सेक ~ बिल्ली ~ संगीत ~ अचूत
หีบ ~ หีบเพลง ~ หมี ~ โป๊ะ ~ โปรด ~ แมวบนหลังคา ~ เซ็กเมนต์ ~ หิน
killed ~ bare feet ~ bare chestnut tree ~ chest ~ skill yourself ~ yourself ~ undo dress ~ un dress code ~ sundress
`;

export const innocents: string[] = table
  .trim()
  .split("\n")
  .flatMap((line) => line.split(" ~ "));
