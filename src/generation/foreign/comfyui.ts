import {
  findUp,
  type Graph,
  linked,
  type Node,
  readApiGraph,
  readPageGraph,
} from "./comfyui-graph.ts";
import { textsUp } from "./comfyui-texts.ts";
import { type GenerationData, type PictureTexts, fileOf, sizeOf, stemOf, toData } from "./data.ts";
import { isObject, type Json, numberOf, readObject, textOf } from "./json.ts";
import { samplerPairs } from "./samplers.ts";

const models = ["ckpt_name", "unet_name", "model_name", "base_ckpt_name"];
/** A value that comes from further than this is looked for no longer: nodes that give values are few. */
const maxSources = 50;
/** Links over which a later pass comes from an earlier one. */
const passed = ["latent_image", "samples", "latent", "image", "pixels", "optional_latent"];

/** ComfyUI: the graph in `prompt`, else the page's own in `workflow`; read from the sampler back. */
export function readComfyUi(texts: PictureTexts): GenerationData | undefined {
  const prompt = readObject(texts.get("prompt"));
  const workflow = readObject(texts.get("workflow"));
  return (
    (prompt && fromGraph(readApiGraph(prompt))) ??
    (workflow && fromGraph(readPageGraph(workflow))) ??
    fromCivitai(readObject(texts.get("UserComment")))
  );
}

/** Civitai's own generator keeps the graph in the comment of Exif, with the values beside it as JSON in `extraMetadata`. */
function fromCivitai(json: Json | undefined): GenerationData | undefined {
  const said = readObject(json?.["extraMetadata"]);
  if (said === undefined) return json && fromGraph(readApiGraph(json));
  return toData("Civitai", {
    prompt: said["prompt"],
    negative: said["negativePrompt"],
    pairs: [
      ["Steps", said["steps"]],
      ...samplerPairs(said["sampler"]),
      ["CFG scale", said["cfgScale"]],
      ["Seed", said["seed"]],
      ["Size", sizeOf(said["width"], said["height"])],
      ["Clip skip", said["clipSkip"]],
    ],
  });
}

function fromGraph(graph: Graph): GenerationData | undefined {
  const sampler = findSampler(graph);
  if (sampler === undefined) return undefined;
  const guider = linked(graph, sampler, "guider");
  const conditioned = guider ?? sampler;
  const value = (node: Node | undefined, names: readonly string[]) => valueUp(graph, node, names);
  const own = (names: readonly string[]) => ownValue(graph, sampler, names);
  const positive = textsUp(graph, conditioned, "positive");
  const denoise = numberOf(
    own(["denoise"]) ?? value(linked(graph, sampler, "sigmas"), ["denoise"]),
  );
  return toData("ComfyUI", {
    prompt: positive.text,
    negative: textsUp(graph, conditioned, "negative").text,
    loras: lorasUp(graph, conditioned),
    pairs: [
      ["Steps", own(["steps"]) ?? value(linked(graph, sampler, "sigmas"), ["steps"])],
      ...samplerPairs(
        own(["sampler_name"]) ?? value(linked(graph, sampler, "sampler"), ["sampler_name"]),
        own(["scheduler"]) ?? value(linked(graph, sampler, "sigmas"), ["scheduler"]),
      ),
      ["CFG scale", own(["cfg"]) ?? (guider && ownValue(graph, guider, ["cfg"]))],
      ["Distilled CFG Scale", positive.guidance],
      [
        "Seed",
        own(["seed", "noise_seed"]) ?? value(linked(graph, sampler, "noise"), ["noise_seed"]),
      ],
      ["Size", sizeUp(graph, sampler)],
      ["Model", stemOf(findUp(graph, conditioned, modelInputs, (node) => named(node, models)))],
      ["VAE", fileOf([...graph.values()].map((node) => named(node, ["vae_name"])).find(Boolean))],
      ["Denoising strength", denoise === 1 ? undefined : denoise],
      ["Clip skip", clipSkipUp(graph, conditioned)],
    ],
  });
}

/** The first pass: from what is saved, or from any, back as long as there is one before it. */
function findSampler(graph: Graph): Node | undefined {
  const nodes = [...graph.values()];
  const ends = nodes.filter(({ type }) => /^(?:Save|Preview)Image/.test(type));
  const isSampler = (node: Node) => (looksLikeSampler(node) ? node : undefined);
  let found: Node | undefined;
  for (const end of ends) found ??= findUp(graph, end, allInputs, isSampler);
  found ??= nodes.find(looksLikeSampler);
  return found && findFirst(graph, found);
}

function findFirst(graph: Graph, sampler: Node): Node {
  let first = sampler;
  findUp(
    graph,
    sampler,
    () => passed,
    (node) => {
      if (looksLikeSampler(node)) first = node;
      return undefined;
    },
  );
  return first;
}

/** By what goes in, since every collection of nodes has samplers of its own. */
function looksLikeSampler({ type, inputs }: Node): boolean {
  const seeded = inputs.has("seed") || inputs.has("noise_seed") || inputs.has("noise");
  const aimed = inputs.has("positive") || inputs.has("guider") || inputs.has("steps");
  return seeded && aimed && (inputs.has("steps") || /sampler/i.test(type));
}

const allInputs = ({ inputs }: Node) => inputs.keys();
const modelInputs = ({ inputs }: Node) =>
  [...inputs.keys()].filter((input) =>
    /^(?:model|unet|pipe|basic_pipe|sdxl_tuple|any_\d+|\*)?$/.test(input),
  );

function named({ inputs }: Node, names: readonly string[]): string | undefined {
  return names.map((name) => textOf(inputs.get(name))).find((text) => text !== undefined);
}

/** A node's own value under one of the names, or that of the node that is linked there. */
function ownValue(graph: Graph, node: Node, names: readonly string[]): string | undefined {
  const own = named(node, names);
  if (own !== undefined) return own;
  const all = [...names, "value", "int", "float", "number", "string", "text", "Value"];
  const sources = names.map((name) => linked(graph, node, name)).filter((source) => source);
  return sources
    .map((source) => findUp(graph, source, allInputs, (up) => named(up, all), maxSources))
    .find((text) => text !== undefined);
}

function valueUp(graph: Graph, from: Node | undefined, names: readonly string[]) {
  return findUp(
    graph,
    from,
    () => ["sigmas"],
    (node) => ownValue(graph, node, names),
  );
}

/** LoRAs along the model, the first applied first; rgthree's loader holds several as objects. */
function lorasUp(graph: Graph, from: Node) {
  const loras: { name: unknown; weight?: unknown }[] = [];
  findUp(graph, from, modelInputs, (node) => {
    const several = [...node.inputs.values()].filter(isObject).filter((one) => one["on"] === true);
    for (const one of several.reverse())
      loras.unshift({ name: one["lora"], weight: one["strength"] });
    const name = named(node, ["lora_name"]);
    if (name !== undefined) {
      const weight = ownValue(graph, node, ["strength_model", "lora_model_strength"]);
      loras.unshift({ name, weight });
    }
    return undefined;
  });
  return loras.filter(({ name }) => name !== undefined);
}

function sizeUp(graph: Graph, sampler: Node): string | undefined {
  return findUp(
    graph,
    sampler,
    () => passed,
    (node) => {
      const empty = /empty/i.test(node.type) || node.inputs.has("empty_latent_width");
      const width = ownValue(graph, node, ["width", "empty_latent_width"]);
      const height = ownValue(graph, node, ["height", "empty_latent_height"]);
      return empty ? sizeOf(width, height) : undefined;
    },
  );
}

/** ComfyUI counts from the end of the layers, the webui up to it. */
function clipSkipUp(graph: Graph, from: Node): number | undefined {
  const inputs = ["positive", "conditioning", "clip", "conditioning_1", "conditioning_to"];
  const layer = findUp(
    graph,
    from,
    () => inputs,
    (node) => {
      return numberOf(node.inputs.get("stop_at_clip_layer"));
    },
  );
  return layer === undefined || layer >= 0 ? undefined : -layer;
}
