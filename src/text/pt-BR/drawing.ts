import type * as english from "../en/drawing.ts";
import { number, percent, plural } from "./format.ts";

const about = (seconds: number) =>
  seconds < 90
    ? `cerca de ${number.format(seconds)} s`
    : `cerca de ${plural(Math.round(seconds / 60), { one: "minuto", other: "minutos" })}`;

export const waiting: typeof english.waiting = {
  queued: (ahead, time) =>
    `Na fila, ${ahead === 0 ? "é o próximo" : `${number.format(ahead)} na frente`}${time === undefined ? "" : `, ${time}`}`,
  seconds: (seconds) => about(seconds),
  webuisDown:
    "Não dá para acessar nenhuma webui no momento. Suas imagens serão geradas assim que uma voltar.",
  paused: "A geração está pausada aqui. Ela continua sozinha quando a pausa acabar.",
  cancelled: (name) => `Cancelado por ${name}.`,
};

export const running: typeof english.running = {
  drawing: "Gerando",
  loading: "Gerando: o modelo está sendo carregado",
  busyElsewhere: "É o próximo na webui, que no momento gera algo para outra pessoa",
  percent: (share) => percent.format(share),
  step: (step, steps) => `passo ${number.format(step)} de ${number.format(steps)}`,
  picture: (picture, pictures) => `imagem ${number.format(picture)} de ${number.format(pictures)}`,
  left: (seconds) => `faltam ${about(seconds)}`,
};
