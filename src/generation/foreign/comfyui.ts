import { findUp, type Graph, linked, readApiGraph, readPageGraph } from "./comfyui-graph.ts";
import { findSampler } from "./comfyui-sampler.ts";
import { textsUp } from "./comfyui-texts.ts";
import {
  clipSkipUp,
  lorasUp,
  modelInputs,
  named,
  ownValue,
  sizeUp,
  valueUp,
} from "./comfyui-values.ts";
import { fileOf, type GenerationData, type PictureTexts, sizeOf, stemOf, toData } from "./data.ts";
import { type Json, numberOf, readObject } from "./json.ts";
import { samplerPairs } from "./samplers.ts";

const models = ["ckpt_name", "unet_name", "model_name", "base_ckpt_name"];

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
  const own = (...names: string[]) => ownValue(graph, sampler, names);
  const given = (input: string, name: string) =>
    valueUp(graph, linked(graph, sampler, input), name);
  const positive = textsUp(graph, conditioned, "positive");
  const denoise = numberOf(own("denoise") ?? given("sigmas", "denoise"));
  return toData("ComfyUI", {
    prompt: positive.text,
    negative: textsUp(graph, conditioned, "negative").text,
    loras: lorasUp(graph, conditioned),
    pairs: [
      ["Steps", own("steps") ?? given("sigmas", "steps")],
      ...samplerPairs(
        own("sampler_name") ?? given("sampler", "sampler_name"),
        own("scheduler") ?? given("sigmas", "scheduler"),
      ),
      ["CFG scale", own("cfg") ?? (guider && ownValue(graph, guider, ["cfg"]))],
      ["Distilled CFG Scale", positive.guidance],
      ["Seed", own("seed", "noise_seed") ?? given("noise", "noise_seed")],
      ["Size", sizeUp(graph, sampler)],
      ["Model", stemOf(findUp(graph, conditioned, modelInputs, (node) => named(node, models)))],
      ["VAE", fileOf([...graph.values()].map((node) => named(node, ["vae_name"])).find(Boolean))],
      ["Denoising strength", denoise === 1 ? undefined : denoise],
      ["Clip skip", clipSkipUp(graph, conditioned)],
    ],
  });
}
