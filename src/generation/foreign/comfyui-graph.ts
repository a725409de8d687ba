import { at, isObject, type Json, listOf, textOf } from "./json.ts";

/** A node of ComfyUI: its inputs are values, or links to other nodes. */
export type Node = { type: string; inputs: Map<string, unknown> };
export type Graph = ReadonlyMap<string, Node>;

/** Larger graphs are read as far as this. */
const maxNodes = 5000;
/** A switched off node (muted, bypassed) in the page's own format. */
const switchedOff: readonly unknown[] = [2, 4];

/**
 * The values of a node stand in the page's format as a list without names; these are the names for ComfyUI's own nodes.
 * `""` is the control behind a seed.
 */
const widgets = new Map<string, readonly string[]>(
  Object.entries({
    KSampler: ["seed", "", "steps", "cfg", "sampler_name", "scheduler", "denoise"],
    KSamplerAdvanced: ["add_noise", "noise_seed", "", "steps", "cfg", "sampler_name", "scheduler"],
    SamplerCustom: ["add_noise", "noise_seed", "", "cfg"],
    RandomNoise: ["noise_seed", ""],
    KSamplerSelect: ["sampler_name"],
    BasicScheduler: ["scheduler", "steps", "denoise"],
    CFGGuider: ["cfg"],
    FluxGuidance: ["guidance"],
    CLIPTextEncode: ["text"],
    CLIPTextEncodeFlux: ["clip_l", "t5xxl", "guidance"],
    CLIPTextEncodeSD3: ["clip_l", "clip_g", "t5xxl", "empty_padding"],
    CLIPTextEncodeSDXL: ["width", "height", "", "", "", "", "text_g", "text_l"],
    CLIPSetLastLayer: ["stop_at_clip_layer"],
    CheckpointLoaderSimple: ["ckpt_name"],
    UNETLoader: ["unet_name", "weight_dtype"],
    UnetLoaderGGUF: ["unet_name"],
    VAELoader: ["vae_name"],
    LoraLoader: ["lora_name", "strength_model", "strength_clip"],
    LoraLoaderModelOnly: ["lora_name", "strength_model"],
    EmptyLatentImage: ["width", "height", "batch_size"],
    EmptySD3LatentImage: ["width", "height", "batch_size"],
    PrimitiveNode: ["value", ""],
    PrimitiveInt: ["value", ""],
    PrimitiveString: ["value"],
    PrimitiveStringMultiline: ["value"],
  }),
);

/** The graph as it was sent to be drawn: `{"3": {"class_type": "KSampler", "inputs": {"seed": 1, "model": ["4", 0]}}}`. */
export function readApiGraph(json: Json): Graph {
  const graph = new Map<string, Node>();
  for (const [id, node] of Object.entries(json)) {
    const type = textOf(at(node, "class_type"));
    const inputs = at(node, "inputs");
    if (type !== undefined && isObject(inputs) && graph.size < maxNodes) {
      graph.set(id, { type, inputs: new Map(Object.entries(inputs)) });
    }
  }
  return graph;
}

/** The graph as the page keeps it: nodes with lists of values, and links `[id, from, slot, to, slot, type]` between them. */
export function readPageGraph(json: Json): Graph {
  const graph = new Map<string, Node>();
  const sources = new Map(
    listOf(json["links"]).map((link) => [textOf(at(link, 0)), textOf(at(link, 1))]),
  );
  for (const node of listOf(json["nodes"]).slice(0, maxNodes)) {
    const [id, type] = [textOf(at(node, "id")), textOf(at(node, "type"))];
    if (id === undefined || type === undefined || switchedOff.includes(at(node, "mode"))) continue;
    const inputs = readWidgets(type, at(node, "widgets_values"));
    for (const input of listOf(at(node, "inputs"))) {
      const source = sources.get(textOf(at(input, "link")));
      const name = textOf(at(input, "name")) ?? "";
      if (source !== undefined) inputs.set(name, [source, 0]);
    }
    graph.set(id, { type, inputs });
  }
  return graph;
}

function readWidgets(type: string, values: unknown): Map<string, unknown> {
  if (isObject(values)) return new Map(Object.entries(values));
  const names = widgets.get(type) ?? [];
  const pairs = names.map((name, index): [string, unknown] => [name, at(values, index)]);
  return new Map(pairs.filter(([name, value]) => name !== "" && value !== undefined));
}

/** The node that an input is linked to; nothing where it holds a value. */
export function linked(graph: Graph, node: Node, input: string): Node | undefined {
  const value = node.inputs.get(input);
  const id = Array.isArray(value) && value.length === 2 ? textOf(value[0]) : undefined;
  return id === undefined ? undefined : graph.get(id);
}

/**
 * The first answer that nodes give on the way up from one, nearest first, each asked once, and no more than `most`.
 * `inputs` chooses which links are followed.
 */
export function findUp<T>(
  graph: Graph,
  from: Node | undefined,
  inputs: (node: Node) => Iterable<string>,
  ask: (node: Node) => T | undefined,
  most = maxNodes,
): T | undefined {
  const seen = new Set(from === undefined ? [] : [from]);
  // A set grows while it is walked, and ends since no node enters twice.
  for (const node of seen) {
    const answer = ask(node);
    if (answer !== undefined) return answer;
    for (const input of inputs(node)) {
      const next = linked(graph, node, input);
      if (next !== undefined && seen.size < most) seen.add(next);
    }
  }
  return undefined;
}
