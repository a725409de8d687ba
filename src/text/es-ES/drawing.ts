import type * as english from "../en/drawing.ts";
import { number, percent, plural } from "./format.ts";

const about = (seconds: number) =>
  seconds < 90
    ? `alrededor de ${number.format(seconds)} s`
    : `alrededor de ${plural(Math.round(seconds / 60), { one: "minuto", other: "minutos" })}`;

export const waiting: typeof english.waiting = {
  queued: (ahead, time) =>
    `En cola, ${ahead === 0 ? "es la siguiente" : `${number.format(ahead)} por delante`}${time === undefined ? "" : `, ${time}`}`,
  seconds: (seconds) => about(seconds),
  webuisDown:
    "Ahora mismo no se puede acceder a ninguna webui. Tus imágenes se generarán en cuanto vuelva alguna.",
  paused: "La generación está en pausa aquí. Sigue sola en cuanto la pausa termine.",
  cancelled: (name) => `Cancelado por ${name}.`,
};

export const running: typeof english.running = {
  drawing: "Generando",
  loading: "Generando: se está cargando el modelo",
  busyElsewhere: "La siguiente en la webui, que ahora mismo genera algo para otra persona",
  percent: (share) => percent.format(share),
  step: (step, steps) => `paso ${number.format(step)} de ${number.format(steps)}`,
  picture: (picture, pictures) => `imagen ${number.format(picture)} de ${number.format(pictures)}`,
  left: (seconds) => `quedan ${about(seconds)}`,
};
