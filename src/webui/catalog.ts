import { BackendError } from "../errors.ts";
import type { Catalog, WebuiKind } from "../generation/catalog.ts";
import type { Entry } from "../generation/names.ts";
import { abilitiesOf } from "./abilities.ts";
import { dialects } from "./dialect.ts";
import type { WebuiFacts } from "./facts.ts";
import { readText } from "./http.ts";
import * as lists from "./lists.ts";
import { kindOf, readSigns, type Signs } from "./probe.ts";
import { webui as say } from "../text/host/start.ts";
import { get, getJson, isGood, type Webui } from "./webui.ts";

/**
 * Finds out which server it is and everything that can be chosen there.
 * @throws {BackendError} `down` when nothing answers, `denied` when it does not let us in.
 */
export async function readWebui(
  webui: Webui,
  signal: AbortSignal,
): Promise<{ catalog: Catalog; facts: WebuiFacts }> {
  try {
    // Alone and first: a webui that hangs or asks for a login is asked once.
    const samplers = lists.samplers(await needed(webui, "/sdapi/v1/samplers", signal));
    const [signs, models, options, raw] = await Promise.all([
      readSigns(webui, signal),
      needed(webui, "/sdapi/v1/sd-models", signal).then(lists.models),
      needed(webui, "/sdapi/v1/options", signal),
      readRaw(webui, signal),
    ]);
    const scripts = lists.scripts(raw.scripts);
    const kind = kindOf(signs, samplers, scripts);
    const detailers = detailersOf(scripts, raw);
    const model = lists.currentModel(models, options);
    const catalog: Catalog = {
      webui: webui.name,
      kind,
      ...(model === undefined ? {} : { model }),
      lists: { models, samplers, detailers: detailers.entries, ...listsOf(kind, signs, raw) },
      can: abilitiesOf(kind, signs),
      ignores: [...dialects[kind].ignores],
      readAt: Date.now(),
    };
    const facts: WebuiFacts = {
      kind,
      tells: { progress: signs.progress, listsTasks: lists.areTasks(raw.tasks) },
      vaeModules: signs.modules,
      textEncoders: lists.textEncoders(raw.modules, options),
      detailer: detailers.by,
      loraPaths: lists.loraPaths(raw.loras),
      controlTypes: lists.controlTypes(raw.controls),
    };
    return { catalog, facts };
  } catch (error) {
    // Whatever keeps a webui from telling its lists, it is not up, and there was nothing it could break off.
    if (error instanceof BackendError && error.retryable) {
      throw new BackendError("down", error.detail, { cause: error });
    }
    throw error;
  }
}

function listsOf(kind: WebuiKind, signs: Signs, raw: Raw) {
  return {
    schedulers: lists.schedulers(raw.schedulers),
    styles: lists.styles(raw.styles),
    loras: lists.loras(raw.loras),
    hiresUpscalers:
      dialects[kind].hires === false ? [] : lists.upscalers(raw.latent, raw.upscalers),
    vaes: signs.modules ? lists.modules(raw.modules) : lists.vaes(raw.vaes),
    upscalers: abilitiesOf(kind, signs).includes("upscale")
      ? lists.upscalers([], raw.upscalers)
      : [],
    controlTypes: [...lists.controlTypes(raw.controls).keys()].map((name) => ({ name })),
  };
}

/** ADetailer's models where it is installed, else what restores faces. */
function detailersOf(
  scripts: readonly string[],
  raw: Raw,
): { entries: Entry[]; by: WebuiFacts["detailer"] } {
  const models = scripts.includes("adetailer") ? lists.adetailerModels(raw.adetailer) : [];
  if (models.length > 0) return { entries: models, by: "adetailer" };
  const entries = lists.restorers(raw.restorers);
  return { entries, by: entries.length > 0 ? "restorer" : undefined };
}

/** The lists that may be missing, or fail by themselves: then they are undefined. */
const optionalLists = {
  schedulers: "/sdapi/v1/schedulers",
  styles: "/sdapi/v1/prompt-styles",
  loras: "/sdapi/v1/loras",
  latent: "/sdapi/v1/latent-upscale-modes",
  upscalers: "/sdapi/v1/upscalers",
  vaes: "/sdapi/v1/sd-vae",
  modules: "/sdapi/v1/sd-modules",
  scripts: "/sdapi/v1/scripts",
  adetailer: "/adetailer/v1/ad_model",
  restorers: "/sdapi/v1/face-restorers",
  controls: "/controlnet/control_types",
  tasks: "/internal/pending-tasks",
};
type Raw = Record<keyof typeof optionalLists, unknown>;

async function readRaw(webui: Webui, signal: AbortSignal): Promise<Raw> {
  const read = async ([name, path]: [string, string]): Promise<[string, unknown]> => {
    try {
      return [name, await getJson(webui, path, signal)];
    } catch (error) {
      if (error instanceof BackendError) return [name, undefined];
      throw error;
    }
  };
  // The names are those of the table.
  return Object.fromEntries(await Promise.all(Object.entries(optionalLists).map(read))) as Raw;
}

async function needed(webui: Webui, path: string, signal: AbortSignal): Promise<unknown> {
  const json = await getJson(webui, path, signal);
  if (json !== undefined) return json;
  // The page's own routes answer even when the API is off (webui-api.md, section 1).
  const ping = await get(webui, "/internal/ping", signal);
  await readText(ping, 1024);
  throw new BackendError("denied", isGood(ping) ? say.apiOff : say.noApi);
}
