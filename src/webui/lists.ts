import { type Entry, findModel } from "../generation/names.ts";
import { fileOf, isTextEncoder } from "../generation/text-encoders.ts";

/**
 * The webuis' lists as entries (webui-api.md, section 7). Nothing is taken for granted: an item that is not as
 * expected is left out, a list that is none is empty.
 */
type Row = Record<string, unknown>;

/** Headings between the names, such as `--- NAME ---` and `── Euler ──`. */
const divider = /^\s*[-─—=]{2,}/;

/** stable-diffusion.cpp and KoboldCpp have this for every model's hash. */
const noHash = /^8+$/;

export function models(json: unknown): Entry[] {
  return rows(json).flatMap((row) => {
    const name = text(row["title"]) ?? text(row["model_name"]);
    if (name === undefined) return [];
    const file = text(row["filename"])?.split(/[\\/]/).at(-1);
    const hashes = [text(row["hash"]), text(row["sha256"])].filter(
      (hash) => !noHash.test(hash ?? ""),
    );
    const stem = file?.replace(/\.[^.]+$/, "");
    return [entry(name, [text(row["model_name"]), file, stem, ...hashes])];
  });
}

/** The model that the webui has set as its own, or will load first. */
export function currentModel(models: readonly Entry[], options: unknown): string | undefined {
  const title = isRow(options) ? text(options["sd_model_checkpoint"]) : undefined;
  return title === undefined ? models[0]?.name : findModel(models, title)?.name;
}

export const samplers = (json: unknown): Entry[] => named(json);

export function schedulers(json: unknown): Entry[] {
  return rows(json).flatMap((row) => {
    const [name, label] = [text(row["name"]), text(row["label"])];
    if (name === undefined || isDivider(name, row)) return [];
    const aliased = entry(name, texts(row["aliases"]));
    return [label === undefined || label === name ? aliased : { ...aliased, label }];
  });
}

export const styles = (json: unknown): Entry[] => named(json);

/** By name and alias alone: the metadata of a LoRA can be very large, its path is nobody's business. */
export function loras(json: unknown): Entry[] {
  return rows(json).flatMap((row) => {
    const name = text(row["name"]);
    return name === undefined ? [] : [entry(name, [text(row["alias"])])];
  });
}

export function loraPaths(json: unknown): Map<string, string> {
  const paths = rows(json).map((row) => [text(row["name"]), text(row["path"])]);
  return new Map(
    paths.filter((pair): pair is [string, string] => pair.every((part) => part !== undefined)),
  );
}

export function upscalers(latent: unknown, others: unknown): Entry[] {
  return [...named(latent), ...named(others)].filter(({ name }) => name !== "None");
}

/** "Automatic" and "None" are valid and not listed. */
export function vaes(json: unknown): Entry[] {
  if (!Array.isArray(json)) return [];
  const listed = rows(json).flatMap((row) => text(row["model_name"]) ?? []);
  return [...new Set(["Automatic", "None", ...listed])].map((name) => ({ name }));
}

/** Forge's VAEs and text encoders. */
export function modules(json: unknown): Entry[] {
  return rows(json).flatMap((row) => {
    const name = text(row["model_name"]);
    return name === undefined ? [] : [{ name }];
  });
}

/** The text encoders that somebody chose at the page of a Forge, by name: their paths are nobody's business. */
export function textEncoders(json: unknown, options: unknown): string[] {
  const chosen = isRow(options) ? texts(options["forge_additional_modules"]) : [];
  const paths = new Map(rows(json).map((row) => [text(row["model_name"]), text(row["filename"])]));
  const isEncoder = (file: string) => isTextEncoder(paths.get(file) ?? file);
  return chosen.filter((path) => isTextEncoder(path) || isEncoder(fileOf(path))).map(fileOf);
}

export function restorers(json: unknown): Entry[] {
  return named(json).filter(({ name }) => name !== "None");
}

export function adetailerModels(json: unknown): Entry[] {
  const names = isRow(json) ? texts(json["ad_model"]) : [];
  return names.filter((name) => name !== "None").map((name) => ({ name }));
}

/**
 * The types of ControlNet that can be used: those with a model, or whose preprocessor needs none. "All" is no type.
 */
export function controlTypes(json: unknown): Map<string, { module: string; model: string }> {
  const types = isRow(json) && isRow(json["control_types"]) ? json["control_types"] : {};
  const usable = Object.entries(types).flatMap(([name, value]) => {
    if (name === "All" || !isRow(value)) return [];
    const module = text(value["default_option"]) ?? "none";
    const model = text(value["default_model"]) ?? "None";
    const works = model !== "None" || modelless.test(name);
    return works ? [[name, { module, model }] as const] : [];
  });
  return new Map(usable);
}

/** Reference and Revision need no model of their own (sd-webui-controlnet, its own list of types). */
const modelless = /^(?:reference|revision)$/i;

/** The tasks that wait, which only the page's server tells (webui-api.md, section 6.2). */
export const areTasks = (json: unknown): boolean => isRow(json) && Array.isArray(json["tasks"]);

/** Titles of the scripts, in small letters. */
export function scripts(json: unknown): string[] {
  if (!isRow(json)) return [];
  return [...texts(json["txt2img"]), ...texts(json["img2img"])].map((name) => name.toLowerCase());
}

function named(json: unknown): Entry[] {
  return rows(json).flatMap((row) => {
    const name = text(row["name"]);
    return name === undefined || isDivider(name, row) ? [] : [entry(name, texts(row["aliases"]))];
  });
}

/** It has the look of one, and is not a style with words to it. */
function isDivider(name: string, row: Row): boolean {
  return divider.test(name) && !text(row["prompt"]) && !text(row["negative_prompt"]);
}

function entry(name: string, others: readonly (string | undefined)[]): Entry {
  const aliases = [...new Set(others)].flatMap((alias) => (alias === name ? [] : (alias ?? [])));
  return aliases.length === 0 ? { name } : { name, aliases };
}

function rows(json: unknown): Row[] {
  return Array.isArray(json) ? json.filter(isRow) : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => text(item) !== undefined) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
