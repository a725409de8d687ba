import { number } from "./format.ts";

/** What is in order and what is not: names of checks and what to do, in Discord and, in English, in the terminal. */

export const doctor = {
  fine: "in order",
  notSet: "not set up",
  untried: "set up; `npm run doctor` tries it",
  ping: (milliseconds: number) => `answers in ${number.format(milliseconds)} ms`,
  checks: {
    discord: "Discord",
    permissions: "Permissions in this channel",
    redis: "Redis",
    persistence: "Redis keeps what is accepted through a crash",
    webui: (name: string) => `Webui ${name}`,
    writer: "Language model for /prompt",
    queue: "Queue",
  },
  remedies: {
    persistence: "set appendonly yes and appendfsync always",
    webui: "start it with --api; `npm run doctor` says more",
    drained: "drained by an owner; /admin webuis resume gives it jobs again",
    noWebui: "start a worker, and a webui with --api",
    permissions: (names: string[]) => `I lack ${names.join(", ")}: a moderator can give them to me`,
    start: "start it, and look at its address in WEBUI_URLS",
    restart: "restart it, and read what it says in its own window",
    noWorker: "no worker looks after it: start one",
  },
};
