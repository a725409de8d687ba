import { type GenerationData, fileOf, sizeOf, stemOf, toData } from "./data.ts";
import { at, isObject, type Json, listOf, numberOf, textOf } from "./json.ts";
import { samplerPairs } from "./samplers.ts";

/** SwarmUI: JSON in `parameters`, or in the comment of Exif. */
export function readSwarmUi(json: Json): GenerationData | undefined {
  const said = json["sui_image_params"];
  if (!isObject(said)) return undefined;
  const weights = said["loraweights"];
  const larger = numberOf(said["refinerupscale"]) ?? 1;
  const layer = numberOf(said["clipstopatlayer"]);
  const vae = textOf(said["vae"]);
  return toData("SwarmUI", {
    prompt: said["prompt"],
    negative: said["negativeprompt"],
    loras: listOf(said["loras"]).map((name, index) => ({ name, weight: at(weights, index) })),
    pairs: [
      ["Steps", said["steps"]],
      ...samplerPairs(said["sampler"], said["scheduler"]),
      ["CFG scale", said["cfgscale"]],
      ["Distilled CFG Scale", said["fluxguidancescale"]],
      ["Seed", said["seed"]],
      ["Size", sizeOf(said["width"], said["height"])],
      ["Model", stemOf(said["model"])],
      ["VAE", /^(?:automatic|none)$/i.test(vae ?? "") ? undefined : fileOf(vae)],
      ["Clip skip", layer === undefined ? undefined : Math.abs(layer)],
      ["Denoising strength", said["initimagecreativity"] ?? said["refinercontrolpercentage"]],
      ["Hires upscale", larger > 1 ? larger : undefined],
      ["Version", textOf(said["swarm_version"]) && `SwarmUI ${textOf(said["swarm_version"])}`],
    ],
  });
}
