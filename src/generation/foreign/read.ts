import { readA1111 } from "./a1111.ts";
import { readComfyUi } from "./comfyui.ts";
import type { GenerationData, PictureTexts } from "./data.ts";
import { readDrawThings } from "./draw-things.ts";
import { readEasyDiffusion } from "./easy-diffusion.ts";
import { readFooocus } from "./fooocus.ts";
import { readInvokeAi } from "./invokeai.ts";
import { at, readObject } from "./json.ts";
import { readKoboldCpp } from "./koboldcpp.ts";
import { readNovelAi } from "./novelai.ts";
import { readSwarmUi } from "./swarmui.ts";

/** How a picture was made, by the texts in it, whichever program wrote them; the most telling first. Never throws. */
export function readTexts(texts: PictureTexts): GenerationData | undefined {
  return (
    readNovelAi(texts) ??
    readInvokeAi(texts) ??
    readPlain(texts.get("parameters"), true) ??
    readPlain(texts.get("UserComment"), false) ??
    readDrawThings(texts) ??
    readComfyUi(texts) ??
    readEasyDiffusion((name) => texts.get(name))
  );
}

/** Where A1111 keeps its infotext, others keep theirs, or JSON. */
function readPlain(text: string | undefined, certain: boolean): GenerationData | undefined {
  if (text === undefined) return undefined;
  const json = readObject(text);
  if (json === undefined) return readKoboldCpp(text) ?? readA1111(text, certain);
  return readSwarmUi(json) ?? readFooocus(json) ?? readEasyDiffusion((name) => at(json, name));
}
