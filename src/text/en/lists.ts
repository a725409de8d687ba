import { number } from "./format.ts";

/** `/inspect`, `/history` and `/info`. */

export const inspect = {
  madeWith: (program: string) => `Made with ${program}`,
  nothing: "This picture does not say how it was made.",
  picture: (picture: number, pictures: number) => `Picture ${picture} of ${pictures}`,
  choose: "Look at another picture",
};

export const history = {
  title: "Your last pictures",
  nothing: "There are no pictures of yours from the last month.",
  enlarged: "An enlarged picture",
  open: "Go to it",
  hidden: "shown to you only",
};

export const info = {
  title: "What there is here",
  lists: {
    models: "Models",
    samplers: "Samplers",
    schedulers: "Schedulers",
    styles: "Styles",
    loras: "LoRAs",
    upscalers: "Upscalers",
    vaes: "VAEs",
    detailers: "Detailers",
    controlTypes: "ControlNet types",
    webuis: "Webuis",
  },
  count: (count: number) => number.format(count),
  searched: (words: string) => `with “${words}”`,
  choose: "Look at a list",
  webui: (webui: number, kind: string, up: boolean) =>
    `Webui ${webui}: ${kind}, ${up ? "up" : "down"}`,
};
