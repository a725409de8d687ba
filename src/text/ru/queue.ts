import type * as english from "../en/queue.ts";
import { form, number, plural } from "./format.ts";

const jobs = (count: number) =>
  plural(count, { one: "задание", few: "задания", many: "заданий", other: "задания" });

export const queue: typeof english.queue = {
  title: (drawn, waiting) => `Рисуется: ${number.format(drawn)}, ждёт: ${number.format(waiting)}`,
  empty: "Ничего не ждёт и ничего не рисуется.",
  place: (place) => `**${number.format(place)}.**`,
  drawn: "рисуется",
  drawnOn: (webui, kind) => `рисуется на webui ${webui} (${kind})`,
  elsewhere: "кто-то на другом сервере",
  pausedHere: "Рисование для этого сервера на паузе.",
  pausedAll: "Рисование везде на паузе.",
  resumedHere: "Рисование для этого сервера продолжается.",
  resumedAll: "Рисование везде продолжается.",
  cleared: (count) =>
    count === 0
      ? "Здесь ничего не ждёт."
      : `${form(count, { one: "Отменено", few: "Отменены", many: "Отменено", other: "Отменено" })} ${jobs(count)}.`,
};

export const audit: typeof english.audit = {
  cleared: (count) => `Очередь очищена: ${jobs(count)}.`,
  cancelled: (name) => `Отменено задание участника ${name}.`,
  skipped: (name) => `Пропущена картинка в задании участника ${name}.`,
  removed: (name) => `Удалена картинка участника ${name}.`,
  line: (who, where) => `-# ${who}${where === "" ? "" : ` в ${where}`}`,
};
