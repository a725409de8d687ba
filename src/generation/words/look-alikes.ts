/** How sure a sign is to be taken for a letter: `alike` in every font, `faint` only beside true ones. */
export type Likeness = { letter: string; by: "alike" | "faint" | "digit" | "sign" };

/** Letters that are Latin ones but do not fall apart into one and its accents: `plain letter: its variants`. */
export const latinVariants = pairs(`
  a ɑᴀɐⱥꬰ  b ʙɓƀᴃƅ  c ᴄƈȼɕↄ  d ᴅđɖɗðᴆ  e ᴇǝəɛɇⱻꬲ  f ꜰƒɟ  g ɡɢɠǥƃ  h ʜħɦɥⱨ  i ıɪɨᵻɩᴉ  j ᴊɉʝȷ  k ᴋƙʞⱪĸ
  l ʟłƚɫɬⱡꞁ  m ᴍɱɯ  n ɴɲŋɳƞ  o ᴏøɵꝋ  p ᴘƥᵽþ  q ʠꝗ  r ʀɹɾɍɽᴙ  s ꜱʂȿƨſ  t ᴛŧƭʈⱦʇ  u ᴜʉʊꭒ  v ᴠʋʌ  w ᴡⱳʍ
  x ꭓ  y ʏƴɏʎ  z ᴢƶȥʐⱬ`);

/** Letters of other alphabets with the shape of a Latin one, whatever the font. Capitals have shapes of their own. */
const sameShape = pairs(`
  a аαΑАⲁꭺᎪꓮ  b ВΒᏴꓐ  c сСϲϹⅽꮯᏟꓚⲥ  d ԁᎠꓓժ  e еЕΕеᎬꓰ  g ԍᏀꓖց  h һНΗᎻꓧհ  i іІιΙӀᎥᏆꓲ  j јЈϳᎫꓙ  k κКΚᏦꓗⲕ
  l ӏᏞꓡ  m МΜᎷꓟⲙ  n ΝꓠոⲚ  o оОοΟօⲟꓳ  p рРρΡᏢꓑⲣ  q ԛԚզ  r ᎡꓣᏒ  s ѕЅᏚꓢ  t ТΤᎢꓔⲧ  u υսꓴ  v νѵᏙꓦ
  w ԝԜᎳꓪ  x хХΧꓫⲭ  y уУΥүҮᎽꓬ  z ΖᏃꓜ`);

/** Letters that only resemble one, or have its shape as capitals, or had it in old inscriptions (v for u). */
const nearShape = pairs(`
  a дΛΔλ  b вбьβъ  d δ  e εєэξΣз  f ғ  h нђћ  k кқ  l ι  m м  n ηпиπИПЛл  o σθфΘΦ  p ք  r гяЯГ  s ς  t тτ  u иμцџv
  v γ  w шωща  x χжҳ  y γч  z ζ`);

const digits = pairs("a 4  b 86  e 3  g 96  i 1  l 1  o 0  q 9  s 5  t 7  z 2  з 3  ч 4  б 6");
const signs = pairs(`
  a @∆₳∀  b ฿₿  c ¢©⊂  d ₫∂  e €∃∈  g ₲  i !¡|  k ₭  l !|£  n ₦∩  o ∅°  p ₱₽  r ®  s $§₴  t +†₮  u ∪  v √∨  w ₩
  x ×  y ¥`);

const likenesses = new Map<string, Likeness[]>();
for (const [by, table] of [
  ["alike", sameShape],
  ["faint", nearShape],
  ["digit", digits],
  ["sign", signs],
] as const) {
  for (const [sign, letters] of table) {
    const known = likenesses.get(sign) ?? [];
    likenesses.set(sign, [...known, ...letters.map((letter) => ({ letter, by }))]);
  }
}

/** The other way round: an entry in Cyrillic or Greek, written with Latin letters. */
const latinFor = new Map<string, Likeness[]>();
for (const [sign, letters] of [...sameShape, ...pairs("k к  t т  m м")]) {
  const own = sign.toLowerCase();
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(own)) continue;
  for (const letter of letters) {
    const known = latinFor.get(letter) ?? [];
    if (known.some((other) => other.letter === own)) continue;
    latinFor.set(letter, [...known, { letter: own, by: own === "н" ? "faint" : "alike" }]);
  }
}

/** What else a sign can be taken for, as it is written: capitals count as capitals. */
export function likenessesOf(sign: string): Likeness[] {
  const latin = likenesses.get(sign) ?? likenesses.get(sign.toLowerCase()) ?? [];
  const letters: Likeness[] = /^[a-z]$/i.test(sign)
    ? [{ letter: sign.toLowerCase(), by: "alike" }]
    : latin.filter(({ by }) => by !== "faint");
  const others = letters.flatMap(({ letter, by }) =>
    (latinFor.get(letter) ?? []).map((other) => (by === "alike" ? other : { ...other, by })),
  );
  return [...latin, ...others.filter(({ letter }) => letter !== sign.toLowerCase())];
}

function pairs(table: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const [...words] = table.trim().split(/\s+/);
  for (let index = 0; index + 1 < words.length; index += 2) {
    for (const sign of words[index + 1] ?? "") {
      found.set(sign, [...(found.get(sign) ?? []), words[index] ?? ""]);
    }
  }
  return found;
}
