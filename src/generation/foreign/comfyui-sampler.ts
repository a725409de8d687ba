import { findUp, type Graph, type Node } from "./comfyui-graph.ts";

/** Links over which a later pass comes from an earlier one. */
export const passed = ["latent_image", "samples", "latent", "image", "pixels", "optional_latent"];

/** The first pass: from what is saved, or from any, back as long as there is one before it. */
export function findSampler(graph: Graph): Node | undefined {
  const nodes = [...graph.values()];
  const ends = nodes.filter(({ type }) => /^(?:Save|Preview)Image/.test(type));
  const isSampler = (node: Node) => (looksLikeSampler(node) ? node : undefined);
  let found: Node | undefined;
  for (const end of ends) found ??= findUp(graph, end, ({ inputs }) => inputs.keys(), isSampler);
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
