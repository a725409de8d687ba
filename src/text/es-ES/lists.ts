import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `Hecha con ${program}`,
  nothing: "Esta imagen no dice cómo se hizo.",
  picture: (picture, pictures) => `Imagen ${picture} de ${pictures}`,
  choose: "Examinar otra imagen",
};

export const history: typeof english.history = {
  title: "Tus últimas imágenes",
  nothing: "No hay imágenes tuyas del último mes.",
  enlarged: "Una imagen ampliada",
  open: "Ir a ella",
  hidden: "solo la ves tú",
};

export const info: typeof english.info = {
  title: "Lo que hay aquí",
  lists: {
    models: "Modelos",
    samplers: "Samplers",
    schedulers: "Schedulers",
    styles: "Estilos",
    loras: "LoRA",
    upscalers: "Upscalers",
    vaes: "VAE",
    detailers: "Detailers",
    controlTypes: "Tipos de ControlNet",
    webuis: "Webuis",
  },
  count: (count) => number.format(count),
  searched: (words) => `con «${words}»`,
  choose: "Ver una lista",
  webui: (webui, kind, up) => `Webui ${webui}: ${kind}, ${up ? "en marcha" : "caída"}`,
};
