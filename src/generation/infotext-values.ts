import { factsOf } from "./facts.ts";
import type { Infotext } from "./infotext.ts";
import { splitLoras } from "./lora-tags.ts";
import { drawingNames, type ParameterName, parameterNames, parameters } from "./parameters.ts";
import type { Values } from "./request.ts";
import { isTextEncoder } from "./text-encoders.ts";

/** What an infotext says in the table's terms. */
export type Recalled = {
  values: Values;
  /** What the table has no row for, in the order of the text: to be shown, not to be sent. */
  others: Map<string, string>;
  /** What has a row and breaks its bounds. */
  dropped: { key: string; value: string }[];
};

/** Our own key: values that the grammar cannot hold, as JSON; `null` takes away what the rest seems to say. */
export const EASEL = "Easel";

/**
 * The key of each parameter in small letters, the most telling first: A1111, reForge and Forge; SD.Next (`hires scale`,
 * `hires strength`, `detailer`, `variation strength`); KoboldCpp (`cfgscale`). stable-diffusion.cpp has A1111's.
 */
const spellings: [ParameterName, readonly string[]][] = [
  ["model", ["model"]],
  ["steps", ["steps"]],
  ["cfg_scale", ["cfg scale", "cfgscale"]],
  ["sampler_name", ["sampler"]],
  ["scheduler", ["schedule type"]],
  ["seed", ["seed"]],
  ["subseed", ["variation seed"]],
  ["subseed_strength", ["variation seed strength", "variation strength"]],
  ["hr_upscaler", ["hires upscaler"]],
  ["hr_scale", ["hires upscale", "hires scale"]],
  ["denoising_strength", ["denoising strength", "hires strength"]],
  ["clip_skip", ["clip skip"]],
  ["vae", ["vae"]],
  ["detailer", ["adetailer model", "detailer", "face restoration"]],
  ["tiling", ["tiling"]],
];

/** How the webuis spell that nobody chose; sending it would be wrong on another webui. */
const unchosen = new Map<ParameterName, RegExp>([
  ["sampler_name", /^(?:none|default|undefined|automatic)$/i],
  ["scheduler", /^(?:automatic|default|undefined)$/i],
  ["clip_skip", /^(?:-1|0)$/],
]);
/** stable-diffusion.cpp and KoboldCpp have this for every model's hash. */
const modelHash = /^(?!8+$)[0-9a-f]{6,64}$/i;

/**
 * Values of the table out of an infotext. Nothing is thrown: what is out of bounds is dropped and listed. A sampler with
 * its scheduler in one name (`DPM++ 2M Karras`) stays one, since it is one on old webuis; `resolveNames` splits it where
 * the webuis have it in two. Styles stay out: the prompt has them already.
 */
export function valuesOf(infotext: Infotext): Recalled {
  const values: Values = {};
  const others = new Map(infotext.parameters);
  const dropped: Recalled["dropped"] = [];
  const keys = new Map([...others.keys()].map((key) => [key.toLowerCase(), key]));
  const keep = (parameter: ParameterName, key: string, text: string) => {
    if (unchosen.get(parameter)?.test(text)) return;
    others.delete(key);
    const value = toValue(parameter, text);
    if (value === undefined) dropped.push({ key, value: text });
    else values[parameter] = value;
  };
  for (const [parameter, known] of spellings) {
    const key = known.map((spelling) => keys.get(spelling)).find((found) => found !== undefined);
    if (key !== undefined) keep(parameter, key, others.get(key) ?? "");
  }
  const hash = others.get("Model hash");
  if (!infotext.parameters.has("Model") && hash !== undefined && modelHash.test(hash)) {
    keep("model", "Model hash", hash);
  }
  takeModule(values, others);
  takeSizes(values, others, dropped);
  const { prompt, lora } = splitLoras(infotext.prompt);
  if (lora.length > 0) values.lora = lora;
  if (prompt !== "") keep("prompt", "Prompt", prompt);
  if (infotext.negativePrompt) keep("negative_prompt", "Negative prompt", infotext.negativePrompt);
  Object.assign(values, readOwn(others.get(EASEL)));
  others.delete(EASEL);
  for (const parameter of parameterNames) {
    if (values[parameter] === undefined) delete values[parameter];
  }
  return { values, others, dropped };
}

/** Forge has VAE and text encoders as `Module 1`, `Module 2`, …; the only one that is no text encoder is taken for a VAE. */
function takeModule(values: Values, others: Map<string, string>): void {
  const modules = [...others].filter(([key]) => /^Module \d+$/.test(key));
  const [vae, another] = modules.filter(([, file]) => !isTextEncoder(file));
  if (vae === undefined || another !== undefined || values.vae !== undefined) return;
  const [key, file] = vae;
  if (toValue("vae", file) === undefined) return;
  values.vae = toValue("vae", file);
  others.delete(key);
}

/** `Size: 512x768`, and A1111's `Hires resize: 1024x1536`, which stands where no scale was chosen. */
function takeSizes(
  values: Values,
  others: Map<string, string>,
  dropped: Recalled["dropped"],
): void {
  const size = others.get("Size");
  if (size === undefined) return;
  others.delete("Size");
  const sides = readSides(size);
  const [width, height] = [toValue("width", sides[0]), toValue("height", sides[1])];
  if (width === undefined || height === undefined) {
    dropped.push({ key: "Size", value: size });
    return;
  }
  Object.assign(values, { width, height });
  const [larger, higher] = readSides(others.get("Hires resize") ?? "").map(Number);
  const scale = Number(larger) / Number(width);
  const kept = scale === Number(higher) / Number(height) && toValue("hr_scale", String(scale));
  if (values.hr_scale !== undefined || kept === false || kept === undefined) return;
  values.hr_scale = kept;
  others.delete("Hires resize");
}

function readSides(size: string): [string, string] {
  const [, width = "", height = ""] = /^(\d{1,6})\s*[x×]\s*(\d{1,6})$/i.exec(size) ?? [];
  return [width, height];
}

/** The text as the parameter's type and within its bounds; else nothing. */
function toValue(parameter: ParameterName, text: string): unknown {
  const { data, success } = parameters[parameter].schema.safeParse(
    toType(factsOf(parameter).kind, text),
  );
  return success ? data : undefined;
}

function toType(kind: string, text: string): unknown {
  if (kind === "integer" || kind === "number") {
    return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
  }
  if (kind !== "boolean") return text;
  return /^true$/i.test(text) || (/^false$/i.test(text) ? false : undefined);
}

/** What stands behind our own key; what is no value of its row is passed over, and a preset is somebody's own. */
function readOwn(text: string | undefined): Values {
  const own: Values = {};
  for (const [name, value] of Object.entries(readJson(text))) {
    const parameter = drawingNames.find((known) => known === name);
    if (parameter === undefined || parameter === "preset" || tellsPicture(parameter)) continue;
    if (value === null) own[parameter] = undefined;
    const { data, success } = parameters[parameter].schema.safeParse(value);
    if (success) own[parameter] = data;
  }
  return own;
}

/** Its pictures are known by their hash: nobody else's words may name one. */
const tellsPicture = (parameter: ParameterName) =>
  ["picture", "units"].includes(factsOf(parameter).kind);

function readJson(text: string | undefined): object {
  try {
    const json: unknown = JSON.parse(text ?? "{}");
    return typeof json === "object" && json !== null ? json : {};
  } catch {
    return {};
  }
}
