import type * as english from "../en/parameters.ts";

export const parameters: typeof english.parameters = {
  prompt: {
    label: "Промпт",
    about: "Что нарисовать; дальше можно указать флаги, например --ar 16:9 --steps 30",
  },
  negative_prompt: { label: "Негативный промпт", about: "Чего на картинке быть не должно" },
  model: { label: "Модель", about: "Чекпоинт, которым рисовать" },
  styles: { label: "Стили", about: "Стили webui через запятую" },
  aspect_ratio: { label: "Соотношение сторон", about: "Ширина к высоте, например 16:9" },
  width: { label: "Ширина", about: "Ширина в пикселях" },
  height: { label: "Высота", about: "Высота в пикселях" },
  count: { label: "Количество", about: "Сколько картинок" },
  steps: { label: "Шаги", about: "Шаги сэмплирования (20, если не указано)" },
  cfg_scale: { label: "CFG", about: "Насколько точно следовать промпту" },
  sampler_name: { label: "Сэмплер", about: "Метод сэмплирования" },
  scheduler: { label: "Планировщик", about: "Расписание шума для сэмплера" },
  seed: {
    label: "Сид",
    about: "Тот же сид рисует ту же картинку; -1 или пусто — новый",
  },
  lora: { label: "LoRA", about: "LoRA в виде имя или имя:вес, через запятую" },
  hr_upscaler: {
    label: "Апскейлер hires",
    about: "Увеличить вторым проходом (hires fix) с этим апскейлером",
  },
  hr_scale: { label: "Увеличение hires", about: "Во сколько раз увеличивает второй проход" },
  denoising_strength: {
    label: "Сила шумоподавления",
    about:
      "Как сильно может измениться исходная картинка или второй проход: 0 — никак, 1 — полностью",
  },
  image: { label: "Картинка", about: "Картинка, с которой начать (img2img)" },
  clip_skip: {
    label: "Clip skip",
    about: "На каком слое, считая с конца, остановить текстовый кодировщик",
  },
  vae: { label: "VAE", about: "VAE для декодирования" },
  detailer: {
    label: "Детейлер",
    about: "Перерисовать лица, руки и тому подобное (ADetailer или восстановление лиц)",
  },
  tiling: { label: "Бесшовность", about: "Сделать картинку, которую можно повторять как плитку" },
  preset: { label: "Пресет", about: "Сохранённый набор параметров" },
  spoiler: { label: "Спойлер", about: "Скрыть картинки, пока на них не нажмут" },
  private: { label: "Только мне", about: "Показать результат только вам" },
  mask: {
    label: "Маска",
    about: "Белое будет перерисовано; или копия картинки, которую вы закрасили",
  },
  resize_mode: { label: "Смена размера", about: "Как привести картинку к другому размеру" },
  inpainting_fill: { label: "Заполнение маски", about: "С чего начинать под маской" },
  mask_blur: { label: "Размытие маски", about: "Насколько мягкий край у маски, в пикселях" },
  inpaint_full_res: {
    label: "Только под маской",
    about: "Рисовать только часть под маской, в полном разрешении",
  },
  inpaint_full_res_padding: {
    label: "Поля вокруг маски",
    about: "Сколько пикселей вокруг маски тоже учитывать",
  },
  inpainting_mask_invert: { label: "Обратить маску", about: "Перерисовать то, что не под маской" },
  extend: {
    label: "Расширить",
    about: "Расширить картинку в эту сторону и дорисовать, что там",
  },
  extend_by: { label: "Расширить на", about: "На сколько пикселей (на четверть, если не указано)" },
  type: {
    label: "Тип ControlNet",
    about: "Что сохранить от картинки: контуры, глубину, позу, ...",
  },
  weight: { label: "Вес ControlNet", about: "Насколько строго сохранять (1, если не указано)" },
  guidance_start: { label: "Начало влияния", about: "С какой доли шагов, от 0 до 1" },
  guidance_end: { label: "Конец влияния", about: "До какой доли шагов, от 0 до 1" },
  control_mode: { label: "Режим ControlNet", about: "Что важнее: промпт или картинка" },
  control: { label: "Контрольные картинки", about: "Картинки, структура которых сохраняется" },
  prompts: { label: "Промпты", about: "Каким стал промпт, для каждой картинки" },
  negative_prompts: {
    label: "Негативные промпты",
    about: "Каким стал негативный промпт, для каждой картинки",
  },
  subseed: { label: "Вариационный сид", about: "Сид для вариации" },
  subseed_strength: { label: "Сила вариации", about: "Как далеко уходит вариация" },
  scale: { label: "Увеличение", about: "Во сколько раз (2, если не указано)" },
  upscaler: { label: "Апскейлер", about: "Чем увеличивать" },
  upscaler_2: { label: "Второй апскейлер", about: "Ещё один, для смешивания" },
  upscaler_2_visibility: {
    label: "Видимость второго апскейлера",
    about: "Насколько виден второй, от 0 до 1",
  },
  gfpgan_visibility: {
    label: "GFPGAN",
    about: "Насколько видны лица, улучшенные GFPGAN, от 0 до 1",
  },
  codeformer_visibility: {
    label: "CodeFormer",
    about: "Насколько видны лица, улучшенные CodeFormer, от 0 до 1",
  },
  codeformer_weight: {
    label: "Вес CodeFormer",
    about: "Насколько CodeFormer верен лицу: 0 — совсем нет, 1 — очень",
  },
  mode: { label: "Режим", about: "Предложение или теги" },
};
