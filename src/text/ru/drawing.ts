import type * as english from "../en/drawing.ts";
import { number, percent, plural } from "./format.ts";

const about = (seconds: number) =>
  seconds < 90
    ? `${number.format(seconds)} с`
    : plural(Math.round(seconds / 60), {
        one: "минуту",
        few: "минуты",
        many: "минут",
        other: "минуты",
      });

export const waiting: typeof english.waiting = {
  queued: (ahead, about) =>
    `В очереди, ${ahead === 0 ? "ваше задание следующее" : `впереди: ${number.format(ahead)}`}${about === undefined ? "" : `, ${about}`}`,
  seconds: (seconds) => `примерно через ${about(seconds)}`,
  webuisDown:
    "Сейчас ни один webui не доступен. Картинки будут нарисованы, как только какой-нибудь вернётся.",
  paused: "Рисование здесь на паузе. Когда она закончится, оно продолжится само.",
  cancelled: (name) => `Отменено: ${name}.`,
};

export const running: typeof english.running = {
  drawing: "Рисую",
  loading: "Рисую: загружается модель",
  busyElsewhere: "Следующее в очереди на webui, который сейчас рисует для кого-то ещё",
  percent: (share) => percent.format(share),
  step: (step, steps) => `шаг ${number.format(step)} из ${number.format(steps)}`,
  picture: (picture, pictures) =>
    `картинка ${number.format(picture)} из ${number.format(pictures)}`,
  left: (seconds) => `будет готово примерно через ${about(seconds)}`,
};
