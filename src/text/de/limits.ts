import type * as english from "../en/limits.ts";
import { all, number, plural } from "./format.ts";

/** "von höchstens 1 Auftrag", "von höchstens 5 Aufträgen" */
const ofJobs = (most: number) =>
  `von höchstens ${plural(most, { one: "Auftrag", other: "Aufträgen" })}`;
const seconds = (amount: number) => `${number.format(Math.ceil(amount))} s`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `Du wolltest ${number.format(asked)} Bilder auf einmal. Dein Limit hier ist ${number.format(most)}.`,
    steps: (asked, most) =>
      `Du wolltest ${number.format(asked)} Schritte. Dein Limit hier ist ${number.format(most)}.`,
    scale: (asked, most) =>
      `Du wolltest ein ${number.format(asked)}-mal so großes Bild. Dein Limit hier ist ${number.format(most)}-mal.`,
    pixels: (width, height, most) =>
      `Das Bild hätte ${number.format(width)} × ${number.format(height)} = ${number.format(width * height)} Pixel. Dein Limit hier sind ${number.format(most)} Pixel, Hires-Fix eingerechnet.`,
  },
  refused: {
    waiting: (used, most) =>
      `Du hast hier schon ${number.format(used)} ${ofJobs(most)} in der Warteschlange oder in Arbeit. Sobald einer davon fertig oder abgebrochen ist, ist wieder Platz.`,
    hour: (used, most, freeAt) =>
      `Du hast hier in einer Stunde ${number.format(used)} ${ofJobs(most)} gehabt. Der nächste geht ${at(freeAt)}.`,
    cooldown: (pause, freeAt) =>
      `Zwischen zwei Aufträgen muss hier eine Pause von ${seconds(pause)} sein. Sie endet ${at(freeAt)}.`,
    gpu: (used, reserved, most, freeAt) =>
      `Du hast heute ${seconds(used)} von höchstens ${seconds(most)} GPU-Zeit verbraucht${reserved > 0 ? `, und deine wartenden Aufträge brauchen noch etwa ${seconds(reserved)}` : ""}. Wieder frei ist sie ${at(freeAt)}.`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `Das würde etwa ${seconds(own)} dauern. Von höchstens ${seconds(most)} GPU-Zeit hast du heute ${seconds(used)} verbraucht${reserved > 0 ? `, und deine wartenden Aufträge brauchen noch etwa ${seconds(reserved)}` : ""}. Wieder frei ist sie ${at(freeAt)}.`,
    command: (name) => `${name} ist hier für dich abgeschaltet.`,
    roles: (roles) =>
      `Hier können nur Mitglieder mit bestimmten Rollen etwas zeichnen lassen: ${all.format(roles)}.`,
  },
  info: {
    title: "Deine Limits hier",
    none: "keine",
    waiting: (used, most) =>
      `Aufträge, die warten oder gezeichnet werden: ${number.format(used)} von ${number.format(most)}`,
    count: (most) => `Bilder auf einmal: ${number.format(most)}`,
    steps: (most) => `Schritte: ${number.format(most)}`,
    pixels: (most) => `Pixel eines Bildes, Hires-Fix eingerechnet: ${number.format(most)}`,
    scale: (most) => `Vergrößern: ${number.format(most)}-fach`,
    hour: (used, most, freeAt) =>
      `Aufträge in einer Stunde: ${number.format(used)} von ${number.format(most)}${freeAt === undefined ? "" : `, der nächste geht ${at(freeAt)}`}`,
    gpu: (used, reserved, most, freeAt) =>
      `GPU-Zeit heute: ${seconds(used)} von ${seconds(most)}${reserved > 0 ? `, etwa ${seconds(reserved)} mehr für das, was wartet` : ""}; ganz frei ist sie wieder ${at(freeAt)}`,
    cooldown: (pause, freeAt) =>
      `Pause zwischen zwei Aufträgen: ${seconds(pause)}${freeAt === undefined ? "" : `, der nächste geht ${at(freeAt)}`}`,
    share: (share) => `Dein Anteil an der GPU-Zeit: ${number.format(share)} (üblich ist 1)`,
    commands: (names) => `Abgeschaltet: ${all.format(names)}`,
    roles: (roles) => `Zeichnen dürfen Mitglieder mit diesen Rollen: ${all.format(roles)}`,
  },
};
