import { findUp, type Graph, linked, type Node } from "./comfyui-graph.ts";
import { passed } from "./comfyui-sampler.ts";
import { sizeOf } from "./data.ts";
import { isObject, numberOf, textOf } from "./json.ts";

/** A value that comes from further than this is looked for no longer: nodes that give values are few. */
const maxSources = 50;

/** Along the model, whichever way it is handed on. */
export const modelInputs = ({ inputs }: Node) =>
  [...inputs.keys()].filter((input) =>
    /^(?:model|unet|pipe|basic_pipe|sdxl_tuple|any_\d+|\*)?$/.test(input),
  );

export function named({ inputs }: Node, names: readonly string[]): string | undefined {
  return names.map((name) => textOf(inputs.get(name))).find((text) => text !== undefined);
}

/** A node's own value under one of the names, or that of the node that is linked there. */
export function ownValue(graph: Graph, node: Node, names: readonly string[]): string | undefined {
  const own = named(node, names);
  if (own !== undefined) return own;
  const all = [...names, "value", "int", "float", "number", "string", "text", "Value"];
  const sources = names.map((name) => linked(graph, node, name)).filter((source) => source);
  return sources
    .map((source) =>
      findUp(
        graph,
        source,
        ({ inputs }) => inputs.keys(),
        (up) => named(up, all),
        maxSources,
      ),
    )
    .find((text) => text !== undefined);
}

/** A value of the node that is linked somewhere, or of those that its sigmas come from. */
export function valueUp(graph: Graph, from: Node | undefined, name: string) {
  return findUp(
    graph,
    from,
    () => ["sigmas"],
    (node) => ownValue(graph, node, [name]),
  );
}

/** LoRAs along the model, the first applied first; rgthree's loader holds several as objects. */
export function lorasUp(graph: Graph, from: Node) {
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

export function sizeUp(graph: Graph, sampler: Node): string | undefined {
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
export function clipSkipUp(graph: Graph, from: Node): number | undefined {
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
