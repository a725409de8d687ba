import { toJson } from "./json.ts";
import { ApiError, PythonError } from "./errors.ts";
import type { Json, World } from "./types.ts";

export interface ScriptArg {
  label: string;
  value: unknown;
  minimum: number | null;
  maximum: number | null;
  step: number | null;
  choices: string[] | null;
}

export interface Script {
  name: string;
  alwayson: boolean;
  on: ("txt2img" | "img2img")[];
  args: ScriptArg[];
}

function arg(label: string, value: unknown, more: Partial<ScriptArg> = {}): ScriptArg {
  return { label, value, minimum: null, maximum: null, step: null, choices: null, ...more };
}

const both: Script["on"] = ["txt2img", "img2img"];
const always = (name: string, args: ScriptArg[] = [], on = both): Script => ({
  name,
  alwayson: true,
  on,
  args,
});
const selectable = (name: string, args: ScriptArg[], on = both): Script => ({
  name,
  alwayson: false,
  on,
  args,
});
const slider = (minimum: number, maximum: number, step: number) => ({ minimum, maximum, step });

export const directions = ["left", "right", "up", "down"];

export function scriptsOf({ options, profile, catalog }: World): Script[] {
  const upscalers = catalog.upscalers;
  return [
    ...(options.adetailer
      ? [
          always("adetailer", [
            arg("Enable ADetailer", false),
            arg("Skip img2img", false),
            arg("", {}),
            arg("", {}),
          ]),
        ]
      : []),
    ...(options.controlNet || profile.forgeExtensions
      ? [always("controlnet", [arg("", {}), arg("", {}), arg("", {})])]
      : []),
    ...(profile.forgeExtensions
      ? [always("never oom integrated", [arg("Enabled for UNet", false)])]
      : []),
    always(
      "soft inpainting",
      [arg("Soft inpainting", false), arg("Schedule bias", 1, slider(0, 8, 0.1))],
      ["img2img"],
    ),
    always("comments"),
    always("extra options"),
    always("hypertile"),
    always("refiner", [
      arg("Refiner", false),
      arg("Checkpoint", ""),
      arg("Switch at", 0.8, slider(0.01, 1, 0.01)),
    ]),
    always("sampler", [
      arg("Sampling steps", 20, slider(1, 150, 1)),
      arg("Sampling method", catalog.samplers[0]?.name ?? "", {
        choices: catalog.samplers.map(({ name }) => name),
      }),
      arg("Schedule type", "Automatic"),
    ]),
    always("seed", [
      arg("Seed", -1),
      arg("Extra", false),
      arg("Variation seed", -1),
      arg("Variation strength", 0, slider(0, 1, 0.01)),
    ]),
    selectable("prompt matrix", [arg("Put variable parts at start of prompt", false)]),
    selectable("prompts from file or textbox", [arg("List of prompt inputs", "")]),
    selectable("x/y/z plot", [arg("X type", "Seed"), arg("X values", "")]),
    selectable(
      "img2img alternative test",
      [arg("Override `Sampling method` to Euler?", true)],
      ["img2img"],
    ),
    selectable(
      "loopback",
      [arg("Loops", 2, slider(1, 32, 1)), arg("Final denoising strength", 0.5, slider(0, 1, 0.01))],
      ["img2img"],
    ),
    selectable(
      "outpainting mk2",
      [
        arg("", "<p>Recommended settings</p>"),
        arg("Pixels to expand", 128, slider(8, 256, 8)),
        arg("Mask blur", 8, slider(0, 64, 1)),
        arg("Outpainting direction", directions, { choices: directions }),
        arg("Fall-off exponent (lower=higher detail)", 1, slider(0, 4, 0.01)),
        arg("Color variation", 0.05, slider(0, 1, 0.01)),
      ],
      ["img2img"],
    ),
    selectable(
      "poor man's outpainting",
      [
        arg("Pixels to expand", 128, slider(8, 256, 8)),
        arg("Mask blur", 4, slider(0, 64, 1)),
        arg("Masked content", "fill", {
          choices: ["fill", "original", "latent noise", "latent nothing"],
        }),
        arg("Outpainting direction", directions, { choices: directions }),
      ],
      ["img2img"],
    ),
    selectable(
      "sd upscale",
      [
        arg("", "<p>Will upscale the image</p>"),
        arg("Tile overlap", 64, slider(0, 256, 16)),
        arg("Upscaler", upscalers[0] ?? "None", { choices: upscalers }),
        arg("Scale Factor", 2, slider(1, 4, 0.05)),
      ],
      ["img2img"],
    ),
  ];
}

export interface ChosenScripts {
  always: Record<string, unknown[] | undefined>;
  selected: { name: string; args: unknown[] } | undefined;
}

/** Checks the scripts of a request before it waits for the lock. */
export function chooseScripts(
  world: World,
  route: "txt2img" | "img2img",
  request: Json,
): ChosenScripts {
  const here = scriptsOf(world).filter(({ on }) => on.includes(route));
  const chosen: ChosenScripts = { always: {}, selected: undefined };
  const name = request["script_name"];
  if (typeof name === "string" && name !== "") {
    const script = here.find((item) => !item.alwayson && item.name === name.toLowerCase());
    if (!script) throw new ApiError(422, `Script '${name}' not found`);
    chosen.selected = { name: script.name, args: withDefaults(script, request["script_args"]) };
  }
  for (const [title, value] of Object.entries(toJson(request["alwayson_scripts"]))) {
    if (title === "") throw new ApiError(422, `always on script ${title} not found`);
    const script = here.find((item) => item.name === title.toLowerCase());
    if (!script) throw new ApiError(422, `Script '${title}' not found`);
    if (!script.alwayson)
      throw new ApiError(422, "Cannot have a selectable script in the always on scripts params");
    if (typeof value !== "object" || value === null)
      throw new PythonError("TypeError", "argument of type 'NoneType' is not iterable");
    if (!("args" in value)) continue;
    if (!Array.isArray(value.args))
      throw new PythonError("TypeError", "object of type 'int' has no len()");
    chosen.always[script.name] = value.args.slice(0, script.args.length);
  }
  return chosen;
}

function withDefaults(script: Script, given: unknown): unknown[] {
  const args = Array.isArray(given) ? given : [];
  return script.args.map(({ value }, i) => (i < args.length ? args[i] : value));
}
