import type * as english from "../en/result.ts";
import { number } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `gerado para ${name}`,
  describedFor: (name) => `descrito para ${name}`,
  source: "a partir de uma imagem",
  from: (mark, url, name) => `[${mark} a partir de uma imagem](${url}) de ${name}`,
  negative: (prompt) => `Sem: ${prompt}`,
  size: "Tamanho",
  seed: "Seed",
  model: "Modelo",
  unknownModel: "o da webui",
  page: (page, pages) => `Página ${page} de ${pages}`,
  upscaled: (scale) => `Ampliada ${number.format(scale)} vezes`,
  described: "O que se vê",
  reencoded: "Uma imagem era grande demais para este canal e foi comprimida para caber.",
  removed: (name) => `Removido por ${name}.`,
};

export const details: typeof english.details = {
  infotext: "Infotext",
  command: "Para gerar de novo",
  attach: "Anexe a imagem de que ela partiu, e a máscara, se havia uma: não dá para digitá-las.",
  nothing: "Não se sabe mais nada sobre isto.",
  originals: "Grande demais para este canal, então foi comprimida. Como foi feita:",
  link: (url) => `[O original](${url}), por um dia e só para você.`,
  noLinks:
    "O original é grande demais para o Discord aqui. Quem cuida deste bot pode ativar links para ele (PUBLIC_URL).",
};

export const written: typeof english.written = { from: (words) => `escrito a partir de: ${words}` };

export const mail: typeof english.mail = { back: "Ir para a mensagem" };
