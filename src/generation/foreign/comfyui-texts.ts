import { type Graph, linked, type Node } from "./comfyui-graph.ts";
import { textOf } from "./json.ts";

/** Under these names text encoders take their text; SDXL, SD3 and Flux have one for each of their encoders. */
const encoderTexts = ["text", "text_g", "text_l", "clip_g", "clip_l", "t5xxl", "prompt"];
/** Under these names other nodes hand text on. */
const stringTexts = [...encoderTexts, "string", "value", "populated_text", "wildcard_text"];
const joinedTexts = /^(?:text|string|prompt|input)_?[a-z0-9]$/i;
const notTexts = /^(?:clip|model|vae|image|pixels|mask|control_net|samples|latent.*)$/;
/** Nodes that are asked for conditioning, and for the text of one; more is no prompt. */
const maxAsked = 500;
const maxSources = 20;

type Polarity = "positive" | "negative";
export type Texts = { text: string | undefined; guidance: string | undefined };

/**
 * What conditions a sampler or guider, from there up: the texts of all encoders that lead there, each once, and the
 * guidance of Flux on the way. A node with both polarities (ControlNet) leads on along the one that is asked for.
 */
export function textsUp(graph: Graph, from: Node, polarity: Polarity): Texts {
  const texts = new Set<string>();
  let guidance: string | undefined;
  const seen = new Set<Node>();
  const start = from.inputs.has(polarity) ? polarity : "conditioning";
  if (polarity === "negative" && start !== polarity) return { text: undefined, guidance };
  const first = linked(graph, from, start);
  if (first !== undefined) seen.add(first);
  for (const node of seen) {
    guidance ??= textOf(node.inputs.get("guidance"));
    if (node.type === "ConditioningZeroOut" || seen.size > maxAsked) continue;
    const own = ownTexts(graph, node, polarity);
    for (const text of own) texts.add(text);
    if (own.length > 0) continue;
    for (const input of conditioningInputs(node, polarity)) {
      const next = linked(graph, node, input);
      if (next !== undefined) seen.add(next);
    }
  }
  const text = [...texts].join(", ");
  return { text: textOf(text) ?? textOf(from.inputs.get(polarity)), guidance };
}

function conditioningInputs({ inputs }: Node, polarity: Polarity): string[] {
  if (inputs.has(polarity)) return [polarity];
  return [...inputs.keys()].filter((input) => !notTexts.test(input));
}

/** An efficient loader has the texts of both polarities under their names. */
function ownTexts(graph: Graph, node: Node, polarity: Polarity): string[] {
  const both = textOf(node.inputs.get(polarity));
  if (both !== undefined) return [both];
  return encoderTexts.flatMap((name) => stringOf(graph, node, name) ?? []);
}

/** A text that stands in a node, or comes from nodes that join and hand on texts. */
function stringOf(graph: Graph, node: Node, input: string): string | undefined {
  const own = textOf(node.inputs.get(input));
  if (own !== undefined) return own;
  const source = linked(graph, node, input);
  const seen = new Set(source === undefined ? [] : [source]);
  const found: string[] = [];
  for (const from of seen) {
    const names = [...from.inputs.keys()].filter(
      (name) => stringTexts.includes(name) || joinedTexts.test(name) || name === "",
    );
    for (const name of names) {
      const text = textOf(from.inputs.get(name));
      const next = linked(graph, from, name);
      if (text !== undefined) found.push(text);
      if (next !== undefined && seen.size < maxSources) seen.add(next);
    }
  }
  return textOf(found.join(", "));
}
