import type { Drawing } from "../generation/backend.ts";
import { readInfotext } from "../generation/infotext.ts";
import { modelStem } from "../generation/names.ts";
import { finalSize } from "../generation/policy.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import type { Text } from "../text/en.ts";

/** What the webui did otherwise than asked and did not say: it falls back silently (webui-api.md, section 0). */
export function remarksOn(
  { pictures, model, sampler, infotexts }: Drawing,
  request: Work,
  text: Text,
  code: (name: string) => string,
): string[] {
  const remarks: string[] = [];
  if (!isDrawing(request)) return remarks;
  const asked = request.sampler_name;
  if (
    asked !== undefined &&
    sampler !== undefined &&
    !sameSampler(asked, sampler, request.scheduler)
  ) {
    remarks.push(text.remarks.otherSampler(code(asked), code(sampler)));
  }
  if (request.model !== undefined && model !== undefined && !sameModel(request.model, model)) {
    remarks.push(text.remarks.otherModel(code(request.model), code(model)));
  }
  const [first] = pictures;
  if (first !== undefined && request.width !== undefined && request.height !== undefined) {
    const wanted = finalSize(request);
    // Webuis cut sides to multiples of 8; where the picture's own size was taken, nobody asked for the rest.
    const least = request.image === undefined ? 1 : 8;
    const off = Math.max(
      Math.abs(first.width - wanted.width),
      Math.abs(first.height - wanted.height),
    );
    if (off >= least) {
      remarks.push(text.remarks.otherSize(sizeOf(wanted), sizeOf(first)));
    }
  }
  const kept = controlledIn(infotexts);
  if (kept !== undefined && kept < (request.control?.length ?? 0)) {
    remarks.push(text.remarks.withoutControl);
  }
  const count = request.count ?? 1;
  if (pictures.length < count) remarks.push(text.remarks.fewer(count, pictures.length));
  return remarks;
}

/**
 * How many pictures ControlNet looked at: what fails within it is logged over there and drawn without (surprise 20).
 * Undefined where the webui says nothing of how it drew.
 */
function controlledIn(infotexts: readonly string[]): number | undefined {
  const [first] = infotexts;
  if (first === undefined) return undefined;
  const keys = [...readInfotext(first).parameters.keys()];
  return keys.filter((key) => /^ControlNet \d+$/.test(key)).length;
}

const sizeOf = ({ width, height }: { width: number; height: number }) => `${width}×${height}`;

/** What webuis write behind a sampler's name (webui-api.md, section 7); anything else there is another sampler. */
const schedulers =
  /^(automatic|uniform|karras|(poly)?exponential|sgm[ _]uniform|kl[ _]optimal|align[ _]your[ _]steps|simple|normal|ddim|beta)$/;

/** Old webuis report the scheduler as part of the sampler's name. */
function sameSampler(asked: string, used: string, scheduler: string | undefined): boolean {
  const [short = "", long = ""] = [asked.toLowerCase(), used.toLowerCase()].sort(
    (a, b) => a.length - b.length,
  );
  if (!long.startsWith(short)) return false;
  const rest = long.slice(short.length);
  const ending = rest.trimStart();
  if (ending === "") return true;
  return rest !== ending && (ending === scheduler?.toLowerCase() || schedulers.test(ending));
}

/** A title may have gained a hash, or lost its folder, since it was chosen. */
function sameModel(asked: string, used: string): boolean {
  const stems = [asked, used].map((name) => modelStem(name).toLowerCase());
  const [a = "", b = ""] = stems;
  return a === b || a.endsWith(`_${b}`) || b.endsWith(`_${a}`);
}
