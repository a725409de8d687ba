import type * as english from "../en/lists.ts";
import { number } from "./format.ts";

export const inspect: typeof english.inspect = {
  madeWith: (program) => `Faite avec ${program}`,
  nothing: "Cette image ne dit pas comment elle a été faite.",
  picture: (picture, pictures) => `Image ${picture} sur ${pictures}`,
  choose: "Examiner une autre image",
};

export const history: typeof english.history = {
  title: "Tes dernières images",
  nothing: "Il n’y a aucune image de toi au cours du dernier mois.",
  enlarged: "Une image agrandie",
  open: "Y aller",
  hidden: "visible par toi uniquement",
};

export const info: typeof english.info = {
  title: "Ce qu’il y a ici",
  lists: {
    models: "Modèles",
    samplers: "Samplers",
    schedulers: "Schedulers",
    styles: "Styles",
    loras: "LoRA",
    upscalers: "Upscalers",
    vaes: "VAE",
    detailers: "Detailers",
    controlTypes: "Types de ControlNet",
    webuis: "Webuis",
  },
  count: (count) => number.format(count),
  searched: (words) => `avec « ${words} »`,
  choose: "Voir une liste",
  webui: (webui, kind, up) => `Webui ${webui} : ${kind}, ${up ? "en marche" : "injoignable"}`,
};
