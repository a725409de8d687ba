import type * as english from "../en/refused.ts";
import { either, form, megapixels, number, plural } from "./format.ts";

// After "не больше", which asks for the genitive.
const characters = (most: number) =>
  plural(most, { one: "символа", few: "символов", many: "символов", other: "символа" });
const entries = (most: number) =>
  plural(most, { one: "записи", few: "записей", many: "записей", other: "записи" });
const inMegapixels = (most: number) =>
  `${megapixels.format(most)} ${form(most, { one: "мегапикселя", few: "мегапикселей", many: "мегапикселей", other: "мегапикселя" })}`;

export const bounds: typeof english.bounds = {
  between: (min, max) => `нужно значение от ${number.format(min)} до ${number.format(max)}`,
  wholeNumber: "нужно целое число",
  ratio: "нужны два числа через двоеточие, например 16:9",
  oneOf: (values) => `нужно ${either.format(values)}`,
  empty: "нужно что-нибудь указать",
  tooLong: (max) => `может быть не больше ${characters(max)}`,
  tooMany: (max) => `может быть не больше ${entries(max)}`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label}: \`${value}\` не подходит, ${why}.`,
  notANumber: (label, value) => `${label}: \`${value}\` не подходит, нужно число.`,
  flagWithoutValue: (flag) => `После ${flag} нужно значение.`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `${label}: \`${typed}\` здесь нет, как и ничего другого.`
      : `${label}: \`${typed}\` здесь нет. Может быть, ${either.format(nearest.map((name) => `\`${name}\``))}?`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)} — слишком много: в картинке может быть не больше ${inMegapixels(max / 1e6)}, считая hires fix.`,
  ratioTooExtreme: (ratio) =>
    `Соотношение сторон \`${ratio}\` слишком крайнее: можно от 1:16 до 16:1.`,
  originalGone: "Оригинал хранился один день, и его больше нет.",
  emptyMask: "Эта маска ничего не отмечает: рисуйте белым или закрасьте копию картинки.",
  otherMaskShape: (width, height) =>
    `Форма этой маски не совпадает с картинкой: нужно ${number.format(width)} × ${number.format(height)} пикселей либо больше или меньше в тех же пропорциях.`,
  maskAndExtend: "Маска и расширение вместе не работают: расширение создаёт свою маску.",
  tooManyUnits: (most) =>
    `Контрольных картинок за раз может быть не больше ${number.format(most)}.`,
  noControl: "Здесь ни на одном webui нет ControlNet.",
  notDrawn: "Это нарисовано не по описанию, поэтому нарисовать заново нельзя.",
  noPictureThere: "В этом сообщении нет картинки.",
  noPicture: "Для этого нужна картинка.",
  cannotDo: {
    upscale: "Здесь ни один webui не умеет увеличивать картинки.",
    caption: "Здесь ни один webui не умеет описывать картинки.",
    tags: "Здесь ни один webui не умеет подбирать теги к картинкам.",
    progress: "Здесь ни один webui не сообщает, сколько уже готово.",
    interrupt: "Здесь ни один webui нельзя прервать.",
    skip: "Здесь ни один webui не умеет пропускать картинки.",
  },
  notAPicture:
    "Этот файл — не картинка, которую я могу прочитать. Подойдут PNG, JPEG, WebP, GIF и AVIF.",
  brokenPicture: "Эта картинка повреждена или неполна.",
  fileTooLarge: (megabytes) =>
    `Этот файл слишком велик: можно не больше ${number.format(megabytes)} МБ.`,
  pictureTooLarge: (size) =>
    `В этой картинке слишком много пикселей: можно не больше ${inMegapixels(size)}.`,
  foreignAddress: "Загружаются только файлы, отправленные в Discord.",
  attachmentGone: "Не удалось получить этот файл из Discord. Прикрепите его ещё раз.",
  cannotPost: (missing) =>
    `Я не могу публиковать здесь картинки. Мне нужны права: ${missing.join(", ")}.`,
  mayNotPost:
    "Вам нельзя публиковать картинки в этом канале (Прикреплять файлы), поэтому здесь для вас ничего не рисуется. С private результат увидите только вы.",
  queueAway:
    "Очередь сейчас недоступна, поэтому ничего не принято. Попробуйте ещё раз через минуту.",
  notYours: (name) => `Это не ваше, владелец: ${name}.`,
  alreadyDrawn: "Отменять поздно: уже нарисовано.",
  noWriter: "Сейчас некому писать промпты. Попробуйте немного позже.",
  noWords: "Нет слов, из которых можно написать промпт.",
  moderatorsOnly: "Это могут делать только те, кому здесь можно управлять сообщениями.",
  noServer: "Здесь нет сервера, поэтому есть только ваши цифры: выберите «Только я».",
  managersOnly: "Это могут делать только те, кому можно управлять этим сервером.",
  ownersOnly: "Это могут делать только владельцы этого бота.",
  alreadyEnded: "Это уже закончилось.",
  tooManyWords: (most) => `Этот список слишком длинный: можно не больше ${entries(most)}.`,
  tooManyPatterns: (most) =>
    `В этом списке слишком много шаблонов: можно не больше ${number.format(most)}.`,
  wordTooLong: (most) =>
    `Запись в этом списке слишком длинная: можно не больше ${characters(most)}.`,
  patternTooLong: (most) =>
    `Шаблон в этом списке слишком длинный: можно не больше ${characters(most)}.`,
  badPattern: (pattern) =>
    `Шаблон \`${pattern}\` не подходит. Нужен шаблон RE2: без обратных ссылок и просмотра вперёд или назад.`,
  patternTooLarge: (pattern) =>
    `Шаблон \`${pattern}\` слишком велик. Сделайте в нём меньше повторений.`,
  patternFitsAll: (pattern) => `Шаблон \`${pattern}\` подошёл бы к любому тексту.`,
  forgotten: "Я уже не помню, как это было нарисовано.",
  sourceForgotten: "Исходной картинки здесь больше нет. Используйте команду ещё раз, с картинкой.",
};
