import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "en orden",
  notSet: "sin configurar",
  untried: "configurado; `npm run doctor` lo prueba",
  ping: (milliseconds) => `responde en ${number.format(milliseconds)} ms`,
  checks: {
    discord: "Discord",
    permissions: "Permisos en este canal",
    redis: "Redis",
    persistence: "Redis conserva lo aceptado aunque haya un fallo",
    webui: (name) => `Webui ${name}`,
    writer: "Modelo de lenguaje para /prompt",
    queue: "Cola",
  },
  remedies: {
    persistence: "configura appendonly yes y appendfsync always",
    webui: "iníciala con --api; `npm run doctor` da más detalles",
    drained:
      "alguien que gestiona el bot la apartó; /admin webuis resume le vuelve a dar peticiones",
    noWebui: "inicia un worker y una webui con --api",
    permissions: (names) =>
      `me faltan estos permisos: ${names.join(", ")}; la moderación puede dármelos`,
    start: "iníciala y revisa su dirección en WEBUI_URLS",
    restart: "reiníciala y lee lo que dice en su propia ventana",
    noWorker: "ningún worker se ocupa de ella: inicia uno",
  },
};
