import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `Feita com ${program}`,
  nothing: "Esta imagem não diz como foi feita.",
  picture: (picture, pictures) => `Imagem ${picture} de ${pictures}`,
  choose: "Examinar outra imagem",
};

export const history: typeof english.history = {
  title: "Suas últimas imagens",
  nothing: "Não há imagens suas do último mês.",
  enlarged: "Uma imagem ampliada",
  open: "Ir até ela",
  hidden: "só você vê",
};

export const info: typeof english.info = {
  title: "O que há aqui",
  lists: {
    models: "Modelos",
    samplers: "Samplers",
    schedulers: "Schedulers",
    styles: "Estilos",
    loras: "LoRAs",
    upscalers: "Upscalers",
    vaes: "VAEs",
    detailers: "Detailers",
    controlTypes: "Tipos de ControlNet",
    webuis: "Webuis",
  },
  count: (count) => number.format(count),
  searched: (words) => `com “${words}”`,
  choose: "Ver uma lista",
  webui: (webui, kind, up) => `Webui ${webui}: ${kind}, ${up ? "no ar" : "fora do ar"}`,
};
