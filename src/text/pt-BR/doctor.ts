import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "em ordem",
  notSet: "não configurado",
  untried: "configurado; `npm run doctor` faz um teste",
  ping: (milliseconds) => `responde em ${number.format(milliseconds)} ms`,
  checks: {
    discord: "Discord",
    permissions: "Permissões neste canal",
    redis: "Redis",
    persistence: "O Redis guarda o que foi aceito mesmo se cair",
    webui: (name) => `Webui ${name}`,
    writer: "Modelo de linguagem para /prompt",
    queue: "Fila",
  },
  remedies: {
    persistence: "configure appendonly yes e appendfsync always",
    webui: "inicie-a com --api; `npm run doctor` diz mais",
    drained: "afastada por quem cuida do bot; /admin webuis resume volta a dar pedidos a ela",
    noWebui: "inicie um worker e uma webui com --api",
    permissions: (names) =>
      `me faltam estas permissões: ${names.join(", ")}; a moderação pode concedê-las`,
    start: "inicie-a e confira o endereço dela em WEBUI_URLS",
    restart: "reinicie-a e leia o que ela diz na própria janela",
    noWorker: "nenhum worker cuida dela: inicie um",
  },
};
