import type * as english from "../en/result.ts";
import { plural } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `нарисовано для ${name}`,
  describedFor: (name) => `описано для ${name}`,
  source: "из картинки",
  from: (mark, url, name) => `[${mark} из картинки](${url}) от ${name}`,
  negative: (prompt) => `Без этого: ${prompt}`,
  size: "Размер",
  seed: "Сид",
  model: "Модель",
  unknownModel: "собственная модель webui",
  page: (page, pages) => `Страница ${page} из ${pages}`,
  upscaled: (scale) =>
    `Увеличено в ${plural(scale, { one: "раз", few: "раза", many: "раз", other: "раза" })}`,
  described: "Что на картинке",
  reencoded: "Картинка была слишком велика для этого канала, поэтому она сжата.",
  removed: (name) => `Удалено: ${name}.`,
};

export const details: typeof english.details = {
  infotext: "Infotext",
  command: "Чтобы нарисовать снова",
  attach: "Приложите исходную картинку и маску, если она была: их нельзя ввести текстом.",
  nothing: "Больше об этом ничего не известно.",
  originals: "Слишком велико для этого канала, поэтому сжато. Как было сделано:",
  link: (url) => `[Оригинал](${url}), на один день и только для вас.`,
  noLinks:
    "Оригинал слишком велик для Discord. Тот, кто держит бота, может включить ссылки на оригиналы (PUBLIC_URL).",
};

export const written: typeof english.written = { from: (words) => `написано из: ${words}` };

export const mail: typeof english.mail = { back: "К сообщению" };
