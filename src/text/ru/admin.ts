import type * as english from "../en/admin.ts";
import { form, number, plural } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "Для тех, кто управляет этим ботом",
    webuis: "Все webui",
    state: "Состояние каждого webui",
    drain: "Больше ничего не давать webui; начатое будет закончено",
    resume: "Снова давать задания webui",
    add: "С этого момента давать задания ещё одному webui",
    url: "Его адрес, например http://192.168.1.7:7860",
    remove: "Ничего не давать webui и забыть его, пока его не добавят снова",
    refresh: "Заново просмотреть папки webui и прочитать их списки",
    options: "Посмотреть или изменить настройки самого webui, для всех, кто им пользуется",
    webui: "Какой webui",
    option: "Какая из его настроек",
    value: "Новое значение; пусто — посмотреть нынешнее",
    share:
      "Посмотреть или изменить долю времени GPU, которую сервер получает, когда ждут несколько",
    server: "Какой сервер (не указан — все, у кого своя доля)",
    shareValue:
      "Двойная доля — вдвое больше времени GPU: от 0,1 до 10, обычно 1; пусто — посмотреть",
    doctor: "Посмотреть, что в порядке, а что нет",
    errors: "Что пошло не так за последние 24 часа",
    announce: "Сообщить что-нибудь всем, кто ждёт",
    text: "Что сообщить; пусто — убрать объявление",
    hours: "На сколько часов (24, если не указано)",
    export: "Всё, что хранится о человеке, одним файлом",
    erase: "Забыть всё о человеке",
    user: "О ком",
    settingsExport: "Всё, что хранится о вас, одним файлом",
    settingsErase: "Забыть всё, что хранится о вас",
  },

  states: {
    up: "работает",
    resting: "пауза, возможно, ещё занят",
    drained: "выведен из работы",
    down: "недоступен",
    elsewhere: "работает",
  },
  troubles: {
    down: "нет связи",
    hung: "не отвечает вовремя",
    broke: "сбой во время рисования",
    busy: "слишком занят",
    memory: "на GPU кончилась память",
    denied: "никого не пускает: проверьте --api и логин",
    nonsense: "в ответах нет картинок",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `: ${trouble}`}`,
  neverReached: (name) => `${name} · добавлен, связи ещё не было`,
  facts: (models, loras) =>
    `${plural(models, { one: "модель", few: "модели", many: "моделей", other: "модели" })}, ${number.format(loras)} LoRA`,
  ownModel: (model) => `его собственная модель: ${model}`,
  drawing: "сейчас рисует",
  seen: (when) => `списки прочитаны ${when}`,
  noWebuis: "Связи пока не было ни с одним webui.",
  drained: (name) => `${name} выведен из работы: закончит начатое и больше ничего не получит.`,
  resumed: (name) => `${name} снова получает задания.`,
  added: (name, facts) => `${name} теперь получает задания: ${facts}.`,
  addedAway: (name) =>
    `${name} добавлен. Он пока не отвечает и получит задания, как только ответит.`,
  removed: (name) =>
    `${name} закончит начатое и будет забыт. Вернуть его можно командой /admin webuis add.`,
  refreshed: (name) => `${name}: папки просмотрены, списки прочитаны.`,
  option: (name, value) => `**${name}**: ${value}.`,
  changed: (name, before, after) =>
    `**${name}**: было ${before}, стало ${after}, для всех, кто пользуется этим webui.`,
  unchanged: (name, value) => `Webui это не принял: **${name}** по-прежнему ${value}.`,
  back: (value) => `Вернуть ${value}`,

  share: (server, share) =>
    `Доля сервера **${server}** во времени GPU, когда ждут несколько серверов: ${number.format(share)} (обычно 1).`,
  sharesUsual: "У всех серверов одинаковая доля времени GPU.",

  queued: (running, waiting) =>
    `рисуется: ${number.format(running)}, ждёт: ${number.format(waiting)}`,

  more: (count) => `и ещё ${number.format(count)}`,

  errorsTitle: (count) =>
    `${plural(count, { one: "ошибка", few: "ошибки", many: "ошибок", other: "ошибки" })} за последние 24 часа`,
  noErrors: "За последние 24 часа ошибок не было.",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)}× · в последний раз ${last}`,
  reference: (id) => `код ${id}`,

  announced: (until) => `Все, кто ждёт, видят это с этой минуты; конец: ${until}.`,
  silent: "Объявлений больше нет.",

  exported:
    "В файле всё, что хранится об этом человеке. То, что было опубликовано, находится в Discord.",
  exportTooLarge:
    "Файл слишком велик, чтобы показать его здесь. Обратитесь к тому, кто держит бота.",
  reallyErase: (name) =>
    `Забыть всё о ${name}? Настройки, пресеты, список картинок, сведения о том, как они нарисованы, статистику; то, что ждёт, будет отменено. Опубликованные картинки останутся в Discord, и кнопки под ними будут опираться на то, что записано в самих картинках.`,
  erase: "Забыть всё",
  erased: (name, cancelled) =>
    `Всё о ${name} забыто.${cancelled === 0 ? "" : ` ${form(cancelled, { one: "Отменено", few: "Отменены", many: "Отменено", other: "Отменено" })} ${plural(cancelled, { one: "задание", few: "задания", many: "заданий", other: "задания" })}.`}`,

  refused: {
    noWebui: (typed) => `Нет webui \`${typed}\`.`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `Меня нет на сервере \`${typed}\`.`
        : `Меня нет на сервере \`${typed}\`. Может быть, ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    severalServers: (typed, ids) =>
      `Серверов с названием \`${typed}\` несколько. Укажите нужный по id: ${ids.join(", ")}.`,
    whichServer: "Какой сервер? Выберите его рядом с долей.",
    notAnAddress: "Это не адрес: он должен начинаться с http:// или https://.",
    isThere: (name) => `${name} уже есть.`,
    noOptions: "У этого webui нет настроек, которые можно посмотреть или изменить отсюда.",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `Настройки \`${typed}\` там нет.`
        : `Настройки \`${typed}\` там нет. Может быть, ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    wrongType: (name, value) => `${name} не может иметь значение \`${value}\`.`,
    noAnswer: "Webui не ответил вовремя. Возможно, он что-то загружает: загляните немного позже.",
    failed: (detail) => `Webui отказался это сделать${detail === "" ? "." : `: ${detail}`}`,
  },
};
