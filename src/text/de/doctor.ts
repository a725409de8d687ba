import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "in Ordnung",
  notSet: "nicht eingerichtet",
  untried: "eingerichtet; `npm run doctor` probiert es aus",
  ping: (milliseconds) => `antwortet in ${number.format(milliseconds)} ms`,
  checks: {
    discord: "Discord",
    permissions: "Rechte in diesem Kanal",
    redis: "Redis",
    persistence: "Redis bewahrt Angenommenes über einen Absturz hinweg",
    webui: (name) => `Webui ${name}`,
    writer: "Sprachmodell für /prompt",
    queue: "Warteschlange",
  },
  remedies: {
    persistence: "setze appendonly yes und appendfsync always",
    webui: "starte sie mit --api; `npm run doctor` sagt mehr",
    drained: "von einem Besitzer stillgelegt; /admin webuis resume gibt ihr wieder Aufträge",
    noWebui: "starte einen Worker und eine Webui mit --api",
    permissions: (names) => `mir fehlt: ${names.join(", ")}; ein Moderator kann mir das geben`,
    start: "starte sie und sieh nach, ob ihre Adresse in WEBUI_URLS stimmt",
    restart: "starte sie neu und lies, was sie in ihrem eigenen Fenster sagt",
    noWorker: "kein Worker kümmert sich um sie: starte einen",
  },
};
