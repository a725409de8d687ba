import type * as english from "../en/buttons.ts";
import { plural } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "Ещё раз",
  edit: "Изменить и перерисовать",
  vary: "Вариация картинки",
  varyStrong: "Сильная вариация",
  upscale: "Увеличить картинку",
  zoom: "Отдалить или сдвинуть",
  details: "Подробности",
  remove: "Удалить",
  skip: "Следующая картинка",
  draw: "Нарисовать",
  repeat: "Нарисовать это снова",
  remix: "Ремикс",
  original: "Оригинал",
  control: "Ещё одна контрольная картинка",
  approve: "Одобрить",
  reject: "Отклонить",
  preset: "Сохранить как пресет",
  originalOf: (number) => `Оригинал ${number}`,
  picture: (number) => `Картинка ${number}`,
  pictureSubtle: (number) => `Картинка ${number}, слегка`,
  pictureStrong: (number) => `Картинка ${number}, сильно`,
};

export const views: typeof english.views = {
  title: "Заглянуть дальше",
  out15: "Отдалить в 1,5×",
  out20: "Отдалить в 2×",
  square: "Сделать квадратной",
  left: "⬅ Сдвинуть влево",
  right: "Сдвинуть вправо ➡",
  up: "⬆ Сдвинуть вверх",
  down: "Сдвинуть вниз ⬇",
};

export const choose: typeof english.choose = {
  several: (count) =>
    `В этом сообщении ${plural(count, { one: "картинка", few: "картинки", many: "картинок", other: "картинки" })}.`,
  which: "Какую из них?",
};

export const dialog: typeof english.dialog = {
  edit: "Изменить и перерисовать",
  remix: "Ремикс",
  control: "Ещё одна контрольная картинка",
  flags: "Всё остальное, например --steps 30 --ar 16:9",
};
