/** Disguises of banned words. Every line: the word, and texts that hold it, parted by "~". */
const table = `
ass: ass ~ ASS ~ Ass! ~ a.s.s ~ a-s-s ~ a_s_s ~ A S S ~ a  s  s ~ @ss ~ a$s ~ @$$ ~ 4ss ~ as5 ~ aSs ~ (ass:1.3) ~ [a]ss ~ as\u200bs ~ àss ~ âṡṡ ~ ａｓｓ
ass: asses on a bench ~ aaasssss ~ big_ass ~ nice-ass ~ a\u0336s\u0336s ~ аss ~ αss ~ аѕѕ ~ ᴀss ~ 𝐚𝐬𝐬 ~ ⒶⓈⓈ ~ 🅰🆂🆂 ~ a*s*s ~ **a**ss ~ ||as||s
sex: sex ~ SEXES ~ s e x ~ s-e-x ~ s. e. x. ~ s/e/x ~ sеx ~ sеx scene ~ s3x ~ 53x ~ $3x ~ s€x ~ séx ~ sëx ~ ＳＥＸ ~ 𝖘𝖊𝖝 ~ 𝓈𝑒𝓍 ~ ˢᵉˣ ~ seeeex ~ sexx ~ s×x? s e × ~ {sex|love} ~ s*x ~ ꜱᴇx
nude: nude ~ NUDES ~ nude_woman ~ nude, girl ~ half-nude ~ nude2 ~ n.u.d.e. ~ n u d e  w o m a n ~ a n u d e woman ~ n u de ~ nu-de ~ nu*de ~ nu.de ~ n|u|d|e ~ n\\u\\d\\e ~ núde ~ ñude ~ nud3 ~ nude!!! ~ "nude" ~ 'nude' ~ (((nude))) ~ [[nude]]
nude: nu\u2060de ~ n\u034fu\u034fd\u034fe ~ \u202anude\u202c ~ \u202eedun\u202c ~ n\u00adu\u00add\u00ade ~ nu\ufe0fde ~ nudе ~ nυde ~ ηude ~ пude ~ nцde ~ nuԁe ~ <i>n</i>ude ~ n<!-- x -->ude ~ n&#117;de ~ n&#x75;de ~ n BREAK u BREAK d BREAK e ~ nude BREAK girl ~ girl AND nude ~ nnuuddee ~ nuude ~ NudeWoman ~ 女nude画 ~ n*de ~ 🇳🇺🇩🇪 ~ nudee ~ nnude ~ n*u*d*e ~ n*ud*e ~ nvde
naked: NAKED ~ n@k3d ~ nak3d ~ n a k e d ~ n.a.k.e.d ~ (na:1.2)ked ~ nаkеd ~ ɴᴀᴋᴇᴅ ~ 𝗻𝗮𝗸𝗲𝗱 ~ naaaaked ~ näkęd ~ nåkëđ ~ na\u200dked ~ n\u0489a\u0489k\u0489e\u0489d ~ Ｎａｋｅｄ ~ n a k e d, girl ~ 1naked
gore: g0re ~ g.o.r.e ~ gоre ~ gοre ~ gór3 ~ 90re ~ gore-fest ~ (gore) ~ GORE ~ g o r e ~ ɢᴏʀᴇ ~ goooore ~ 6ore
kill: ki11 ~ k1ll ~ k!ll ~ k|ll ~ kiIl ~ kіll ~ κill ~ кill ~ K I L L ~ k.i.l.l ~ kiiill ~ kills ~ kíll ~ kıll ~ k-i-l-l ~ kill_him ~ to\tkill ~ k\u2028i\u2028l\u2028l ~ k*ll
hell: h3ll ~ he11 ~ h311 ~ Hell? ~ hell-bent ~ h e l l ~ h€ll ~ һell ~ нell ~ hеll ~ hèll ~ 𝔥𝔢𝔩𝔩 ~ ⓗⓔⓛⓛ ~ hełł ~ heeell ~ go to hell.
tit: t1t ~ t!ts ~ tits ~ T I T S ~ t.i.t ~ t-i-t-s ~ tіt ~ tït ~ 7it ~ ti7 ~ †it
porn: p0rn ~ pоrn ~ рorn ~ p.o.r.n ~ p o r n ~ pórn ~ porn-style ~ pornn ~ ᴘᴏʀɴ ~ pοrn ~ p@rn? porn ~ ₱orn
cum: c.u.m ~ C U M ~ ćum ~ сum ~ cuuum ~ ¢um ~ cúm
dick: d1ck ~ d!ck ~ dісk ~ d.i.c.k ~ dicks ~ ԁick ~ d i c k ~ ÐICK
cock: c0ck ~ сосk ~ c-o-c-k ~ cocks ~ ⓒⓞⓒⓚ ~ cøck ~ c o c k ~ ©ock
anal: @nal ~ an@l ~ 4n4l ~ a.n.a.l ~ аnal ~ änäl ~ a n a l ~ ana1
slut: $lut ~ 5lut ~ sl.ut ~ s-l-u-t ~ śluť ~ sluts ~ s1ut ~ sluuut ~ slvt ~ s*l*u*t
whore: wh0re ~ whоre ~ ԝhore ~ w-h-o-r-e ~ whöre ~ VVhore? whores
boob: b00b ~ b00bs ~ 8oob ~ boobs ~ boooob ~ b.o.o.b ~ ßoob ~ вoob
nsfw: NSFW ~ n.s.f.w. ~ n s f w ~ n$fw
nackt: nàckt ~ n-a-c-k-t ~ NACKT ~ n4ckt ~ nасkt
scheiße: scheisse ~ scheiße ~ Sch€iße ~ s c h e i ß e
titten: t1tten ~ T i t t e n? titten ~ titteeen
merde: m3rde ~ mеrde ~ m.e.r.d.e ~ MERDE! ~ mérde
cul: c.u.l ~ çul ~ CUL ~ сul
coño: coño ~ COÑO ~ c.o.ñ.o ~ con\u0303o
ano: el ano ~ an0 ~ a.n.o
desnuda: desnudá ~ d3snuda ~ desnuda, mujer ~ DESNUDAS
çıplak: çıplak ~ ÇIPLAK ~ cıplak ~ çiplak
lồn: lồn ~ l.ồ.n ~ lon ~ lồ\u200bn
cặc: cặc ~ CẶC ~ cac
khỏa thân: khỏa thân ~ Khỏa  Thân ~ khỏa-thân ~ khoả? khỏathân
секс: секс ~ Секс! ~ с.е.к.с ~ с-е-к-с ~ сeкc ~ сееекс ~ се\u200bкс ~ cekc ~ се́кс ~ с е к с
голая: голая ~ ГОЛАЯ ~ гoлая ~ голааая ~ г-о-л-а-я ~ г.о.л.а.я ~ гол\u00adая
убить: убить ~ у б и т ь ~ yбить ~ убииить ~ у*б*и*т*ь
сука: сука ~ cука ~ сyка ~ cyka ~ с_у_к_а ~ СУКА
хуй: хуй ~ xуй ~ xyй ~ х.у.й ~ ХУЙ
σεξ: σεξ ~ σ.ε.ξ ~ Σεξ ~ σέξ ~ σ ε ξ ~ σεεεξ
γυμνή: γυμνή ~ ΓΥΜΝΗ ~ γυμνὴ ~ γ-υ-μ-ν-ή ~ γuμνή ~ γυ\u200bμνη
μαλάκας: μαλακας ~ Μαλάκας ~ μ α λ α κ α ς ~ mαλάκας
جنس: جنس ~ الجنس ~ والجنس ~ ج.ن.س ~ جـــنس ~ جَنس ~ ﺟﻨﺲ ~ ج ن س ~ جن\u200cس
عاري: عاري ~ عَارِي ~ عارى ~ عـاري ~ ع.ا.ر.ي ~ العاري ~ عاری
قتل: قتل ~ قَتْل ~ القتل ~ ق-ت-ل ~ قـتـل
סקס: סקס ~ ס-ק-ס ~ סֶקס ~ הסקס ~ ס ק ס ~ סק\u200bס
עירום: עירום ~ עֵירוֹם ~ ע.י.ר.ו.ם ~ עירומ ~ העירום
זין: זין ~ זַיִן ~ ז.י.ן
ヌード: ヌード ~ ヌードモデル ~ ヌ.ー.ド ~ ヌ ー ド ~ ぬーど ~ ヌーーード ~ ﾇｰﾄﾞ写真 ~ ヌ\u200bード ~ ヌート\u3099
裸: 裸の少女 ~ 裸 ~ 一个裸女 ~ 「裸」
エロ: エロゲーム ~ エロ画像 ~ エ・ロ ~ ｴﾛ ~ えろ ~ エロい
殺す: 殺す ~ 殺すぞ ~ 殺.す ~ 殺 す
裸体: 裸体 ~ 裸-体 ~ 画一张裸体的女人 ~ 全裸体 ~ 裸\u200b体 ~ 裸*体
色情: 色情 ~ 色情片 ~ 色 情 ~ 色_情 ~ (色情:1.3)
섹스: 섹스 ~ 섹스를 ~ 섹-스 ~ 섹 스 ~ 섹\u200b스 ~ ㅅㅔㄱㅅㅡ ~ 섹스는
누드: 누드 ~ 누드의 ~ 누.드 ~ (누드:1.2) ~ 누드 모델
야동: 야동 ~ 야동을 ~ 야_동 ~ 야동\u2060
नंगी: नंगी ~ नँगी ~ नं\u200dगी ~ नं.गी ~ नंगी, लड़की
सेक्स: सेक्स ~ सेक्स! ~ से-क्स ~ (सेक्स:1.1)
चूत: चूत ~ चू.त ~ चू त
หี: หี ~ หี!
โป๊: โป๊ ~ ผู้หญิงโป๊เปลือย ~ (โป๊:1.4)
เซ็กส์: เซ็กส์ ~ เซ็กส์หมู่ ~ เซ็ก\u200bส์
kill yourself: kill yourself ~ KILL YOURSELF ~ kill-yourself ~ k i l l yourself ~ killyourself ~ kill your\u200bself ~ k1ll, y0urs3lf
bare chest: bare chest ~ bare_chest ~ bare chests ~ b4re ch3st
undress*: undressed ~ UNDRESSING ~ undr3ss ~ un-dressed ~ undresses
`;

export const evasions: [banned: string, text: string][] = table
  .trim()
  .split("\n")
  .flatMap((line): [string, string][] => {
    const [word = "", texts = ""] = line.split(/: (.*)/s);
    return texts.split(" ~ ").map((text) => [word, text]);
  });
