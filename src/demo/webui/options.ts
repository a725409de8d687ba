import { toJson, toText } from "./json.ts";
import defaults from "./defaults.json" with { type: "json" };
import { findCheckpoint, modelTitle, type Catalog } from "./catalog.ts";
import { PythonError } from "./errors.ts";
import { configured, load, setOption } from "./models.ts";
import type { Profile } from "./profiles.ts";
import type { Handler, Json, Route, WebuiOptions } from "./types.ts";
import { validate } from "./validate.ts";

export function createSettings(catalog: Catalog, profile: Profile, options: WebuiOptions): Json {
  const settings: Json = { ...structuredClone(defaults.options) };
  for (const [key, value] of Object.entries(settings))
    if (value === null) settings[key] = unset(key);
  const [first] = catalog.checkpoints;
  settings["sd_model_checkpoint"] = first ? modelTitle(first) : null;
  settings["samples_format"] = options.format ?? "png";
  if (profile.forge) {
    settings["forge_preset"] = "sd";
    settings["forge_additional_modules"] = [];
    settings["forge_inference_memory"] = 1024;
    settings["forge_unet_storage_dtype"] = "Automatic";
  }
  if (options.controlNet || profile.forgeExtensions) settings["control_net_unit_count"] = 3;
  if (options.adetailer) settings["ad_max_models"] = 4;
  return settings;
}

/** The dump has no default where it is false; where nothing else is known, that is what stands here. */
function unset(key: string): unknown {
  if (/^(localization|font)$/.test(key)) return "";
  return false;
}

const getOptions: Handler = (_, { settings }) => ({ status: 200, json: settings });

const postOptions: Handler = async (call, world) => {
  const { catalog, profile, settings, saved } = world;
  validate(call.body, {}, profile.pydantic);
  const body = toJson(call.body);
  if (world.options.freezeSettings && Object.keys(body).length > 0)
    throw new PythonError("AssertionError", "changing settings is disabled");
  const name = body["sd_model_checkpoint"];
  if (name !== undefined && name !== null && !findCheckpoint(catalog, name))
    throw new PythonError("RuntimeError", `model '${toText(name)}' not found`);
  const updated: Json[] = [];
  for (const [key, value] of Object.entries(body)) {
    const old = settings[key];
    setOption(world, key, value);
    if (settings[key] !== old) updated.push({ [key]: value });
    const isNewModel = key === "sd_model_checkpoint" && settings[key] !== old;
    if (isNewModel && !profile.forge) await world.lock.run(() => load(world, configured(world)));
  }
  saved.settings = structuredClone(settings);
  return { status: 200, json: profile.sdnext ? { updated } : null };
};

const commandFlags: Handler = (_, { options, profile }) => ({
  status: 200,
  json: {
    ...defaults.flags,
    api: true,
    listen: false,
    port: options.port ?? null,
    api_auth: options.apiAuth ?? null,
    gradio_auth: options.gradioAuth ?? null,
    nowebui: options.nowebui ?? false,
    subpath: options.subpath ?? null,
    freeze_settings: options.freezeSettings ?? false,
    api_server_stop: options.serverStop ?? false,
    ...(profile.sdnext ? { auth: options.apiAuth ?? null } : {}),
  },
});

export const optionRoutes: Route[] = [
  { method: "GET", path: "/sdapi/v1/options", handle: getOptions },
  { method: "POST", path: "/sdapi/v1/options", handle: postOptions, body: true },
  { method: "GET", path: "/sdapi/v1/cmd-flags", handle: commandFlags },
];
