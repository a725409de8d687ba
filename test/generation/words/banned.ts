/** What a server's moderators might ban, mild ones of many languages; both tables are held against all of it. */
export const banned = [
  ..."ass sex nude naked gore kill hell tit porn cum dick cock anal slut whore boob nsfw".split(
    " ",
  ),
  ..."nackt scheiße titten merde cul ano coño desnuda matar sik çıplak lồn cặc".split(" "),
  ..."секс голая убить сука хуй σεξ γυμνή μαλάκας".split(" "),
  ..."جنس عاري قتل סקס עירום זין".split(" "),
  ..."ヌード 裸 エロ 殺す 裸体 色情 性 섹스 누드 야동".split(" "),
  ..."नंगी सेक्स चूत หี โป๊ เซ็กส์".split(" "),
  "kill yourself",
  "bare chest",
  "khỏa thân",
  "undress*",
];
