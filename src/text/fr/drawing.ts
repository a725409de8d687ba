import type * as english from "../en/drawing.ts";
import { number, percent, plural } from "./format.ts";

const about = (seconds: number) =>
  seconds < 90
    ? `environ ${number.format(seconds)} s`
    : `environ ${plural(Math.round(seconds / 60), { one: "minute", other: "minutes" })}`;

export const waiting: typeof english.waiting = {
  queued: (ahead, time) =>
    `En file d’attente, ${ahead === 0 ? "en première position" : `${number.format(ahead)} avant toi`}${time === undefined ? "" : `, ${time}`}`,
  seconds: (seconds) => about(seconds),
  webuisDown:
    "Aucune webui n’est joignable pour l’instant. Tes images seront générées dès qu’une sera de retour.",
  paused: "La génération est suspendue ici. Elle reprendra toute seule ensuite.",
  cancelled: (name) => `Annulé par ${name}.`,
};

export const running: typeof english.running = {
  drawing: "Génération",
  loading: "Génération : chargement du modèle",
  busyElsewhere:
    "En première position ; la webui génère encore quelque chose pour quelqu’un d’autre",
  percent: (share) => percent.format(share),
  step: (step, steps) => `étape ${number.format(step)} sur ${number.format(steps)}`,
  picture: (picture, pictures) => `image ${number.format(picture)} sur ${number.format(pictures)}`,
  left: (seconds) => `encore ${about(seconds)}`,
};
