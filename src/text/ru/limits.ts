import type * as english from "../en/limits.ts";
import { all, form, number, plural } from "./format.ts";

const seconds = (amount: number) => `${number.format(Math.ceil(amount))} с`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;
const times = (count: number) =>
  plural(count, { one: "раз", few: "раза", many: "раз", other: "раза" });
/** "из 1 задания", "из 5 заданий" */
const ofJobs = (count: number) =>
  `${number.format(count)} ${form(count, { one: "задания", few: "заданий", many: "заданий", other: "задания" })}`;
const pixels = (count: number) =>
  plural(count, { one: "пиксель", few: "пикселя", many: "пикселей", other: "пикселя" });
const more = (reserved: number) =>
  reserved > 0 ? `, и ещё около ${seconds(reserved)} нужно вашим ждущим заданиям` : "";

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `Запрошено картинок за раз: ${number.format(asked)}. Ваш лимит здесь — ${number.format(most)}.`,
    steps: (asked, most) =>
      `Запрошено шагов: ${number.format(asked)}. Ваш лимит здесь — ${number.format(most)}.`,
    scale: (asked, most) =>
      `Запрошено увеличение в ${times(asked)}. Ваш лимит здесь — в ${times(most)}.`,
    pixels: (width, height, most) =>
      `В картинке было бы ${number.format(width)} × ${number.format(height)} = ${pixels(width * height)}. Ваш лимит здесь — ${pixels(most)}, считая hires fix.`,
  },
  refused: {
    waiting: (used, most) =>
      `Здесь уже ждёт или рисуется ${number.format(used)} из ваших ${ofJobs(most)}. Место появится, как только одно из них будет готово или отменено.`,
    hour: (used, most, freeAt) =>
      `За час здесь использовано ${number.format(used)} из ваших ${ofJobs(most)}. Следующее можно будет дать ${at(freeAt)}.`,
    cooldown: (pause, freeAt) =>
      `Между двумя заданиями здесь нужна пауза: ${seconds(pause)}. Она закончится ${at(freeAt)}.`,
    gpu: (used, reserved, most, freeAt) =>
      `Сегодня использовано ${seconds(used)} из ваших ${seconds(most)} времени GPU${more(reserved)}. Оно снова появится ${at(freeAt)}.`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `На это ушло бы около ${seconds(own)}. Из ваших ${seconds(most)} времени GPU сегодня использовано ${seconds(used)}${more(reserved)}. Оно снова появится ${at(freeAt)}.`,
    command: (name) => `${name}: эта команда для вас здесь отключена.`,
    roles: (roles) =>
      `Рисовать здесь могут только участники с определёнными ролями: ${all.format(roles)}.`,
  },
  info: {
    title: "Ваши лимиты здесь",
    none: "нет",
    waiting: (used, most) =>
      `Задания, которые ждут или рисуются: ${number.format(used)} из ${number.format(most)}`,
    count: (most) => `Картинок за раз: ${number.format(most)}`,
    steps: (most) => `Шагов: ${number.format(most)}`,
    pixels: (most) => `Пикселей в картинке, считая hires fix: ${number.format(most)}`,
    scale: (most) => `Увеличение: в ${times(most)}`,
    hour: (used, most, freeAt) =>
      `Заданий в час: ${number.format(used)} из ${number.format(most)}${freeAt === undefined ? "" : `, следующее можно дать ${at(freeAt)}`}`,
    gpu: (used, reserved, most, freeAt) =>
      `Время GPU сегодня: ${seconds(used)} из ${seconds(most)}${reserved > 0 ? `, ещё около ${seconds(reserved)} нужно тому, что ждёт` : ""}; всё снова свободно ${at(freeAt)}`,
    cooldown: (pause, freeAt) =>
      `Пауза между двумя заданиями: ${seconds(pause)}${freeAt === undefined ? "" : `, следующее можно дать ${at(freeAt)}`}`,
    share: (share) => `Ваша доля времени GPU: ${number.format(share)} (обычно 1)`,
    commands: (names) => `Отключено: ${all.format(names)}`,
    roles: (roles) => `Рисовать могут участники с этими ролями: ${all.format(roles)}`,
  },
};
