import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `Gemacht mit ${program}`,
  nothing: "Dieses Bild verrät nicht, wie es gemacht wurde.",
  picture: (picture, pictures) => `Bild ${picture} von ${pictures}`,
  choose: "Ein anderes Bild ansehen",
};

export const history: typeof english.history = {
  title: "Deine letzten Bilder",
  nothing: "Aus dem letzten Monat gibt es keine Bilder von dir.",
  enlarged: "Ein vergrößertes Bild",
  open: "Dorthin",
  hidden: "nur dir gezeigt",
};

export const info: typeof english.info = {
  title: "Was es hier gibt",
  lists: {
    models: "Modelle",
    samplers: "Sampler",
    schedulers: "Scheduler",
    styles: "Stile",
    loras: "LoRAs",
    upscalers: "Upscaler",
    vaes: "VAEs",
    detailers: "Detailer",
    controlTypes: "ControlNet-Typen",
    webuis: "Webuis",
  },
  count: (count) => number.format(count),
  searched: (words) => `mit „${words}“`,
  choose: "Eine Liste ansehen",
  webui: (webui, kind, up) => `Webui ${webui}: ${kind}, ${up ? "läuft" : "nicht erreichbar"}`,
};
