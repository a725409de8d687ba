import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "en ordre",
  notSet: "non configuré",
  untried: "configuré ; `npm run doctor` l’essaie",
  ping: (milliseconds) => `répond en ${number.format(milliseconds)} ms`,
  checks: {
    discord: "Discord",
    permissions: "Permissions dans ce salon",
    redis: "Redis",
    persistence: "Redis conserve ce qui est accepté, même après un plantage",
    webui: (name) => `Webui ${name}`,
    writer: "Modèle de langage pour /prompt",
    queue: "File d’attente",
  },
  remedies: {
    persistence: "règle appendonly yes et appendfsync always",
    webui: "démarre-la avec --api ; `npm run doctor` en dit plus",
    drained: "mise à l’écart par un propriétaire ; /admin webuis resume lui redonne des demandes",
    noWebui: "démarre un worker, et une webui avec --api",
    permissions: (names) => `il me manque : ${names.join(", ")} ; la modération peut me les donner`,
    start: "démarre-la, et vérifie son adresse dans WEBUI_URLS",
    restart: "redémarre-la, et lis ce qu’elle dit dans sa propre fenêtre",
    noWorker: "aucun worker ne s’en occupe : démarres-en un",
  },
};
