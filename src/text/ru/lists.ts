import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `Сделано в ${program}`,
  nothing: "В этой картинке не записано, как она сделана.",
  picture: (picture, pictures) => `Картинка ${picture} из ${pictures}`,
  choose: "Посмотреть другую картинку",
};

export const history: typeof english.history = {
  title: "Ваши последние картинки",
  nothing: "За последний месяц ваших картинок нет.",
  enlarged: "Увеличенная картинка",
  open: "Перейти",
  hidden: "видно только вам",
};

export const info: typeof english.info = {
  title: "Что здесь есть",
  lists: {
    models: "Модели",
    samplers: "Сэмплеры",
    schedulers: "Планировщики",
    styles: "Стили",
    loras: "Список LoRA",
    upscalers: "Апскейлеры",
    vaes: "Список VAE",
    detailers: "Детейлеры",
    controlTypes: "Типы ControlNet",
    webuis: "Список webui",
  },
  count: (count) => number.format(count),
  searched: (words) => `с «${words}»`,
  choose: "Посмотреть список",
  webui: (webui, kind, up) => `Webui ${webui}: ${kind}, ${up ? "работает" : "недоступен"}`,
};
