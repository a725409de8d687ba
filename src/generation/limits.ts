import { RuleError } from "../errors.ts";
import type { Decided, Source } from "./decide.ts";
import type { ParameterName } from "./parameters.ts";
import { finalSize, isHires } from "./policy.ts";
import { defaultSteps, type GenerationRequest } from "./request.ts";
import { decideSetting, type Situation } from "./rules.ts";
import { type LimitName, serverSettingNames, settingRow } from "./settings.ts";
import { defaultSize, type Size } from "./size.ts";
import { checkValue } from "./values.ts";
import { defaultScale, isDescription, isDrawing, sizeOf, type Work } from "./work.ts";

/** What holds for one member in one place; 0 is no limit. */
export type Limits = Readonly<Record<LimitName, number>>;

export const limitNames = serverSettingNames.filter(
  (name): name is LimitName => settingRow(name).kind === "amount",
);

export function limitsOf(situation: Situation): Limits {
  const amounts = limitNames.map((name) => [name, decideSetting(name, situation).value ?? 0]);
  // Object.fromEntries forgets the keys; they are all limits there are.
  return Object.fromEntries(amounts) as Limits;
}

/**
 * What somebody asked for now is refused when it is over a limit. What was decided for them is lowered to it instead: a
 * default, or their own setting for other places, must not keep anybody from drawing.
 */
const asked: readonly (Source | undefined)[] = ["asked", "preset"];

type Bound = { limit: LimitName; usual: number; refuse: "count" | "steps" | "scale" };

/** The parameters of each task that a limit bounds, and what holds where nobody says how much. */
const bounds: Record<"draw" | "upscale", Partial<Record<ParameterName, Bound>>> = {
  draw: {
    count: { limit: "max_count", usual: 1, refuse: "count" },
    steps: { limit: "max_steps", usual: defaultSteps, refuse: "steps" },
  },
  upscale: { scale: { limit: "max_upscale", usual: defaultScale, refuse: "scale" } },
};

/**
 * The values within the limits of single parameters. `isRepeated`: of a result that somebody wants once more, so that its
 * pictures may be fewer.
 * @throws {RuleError} naming the first that was asked for and is over its limit.
 */
export function withinLimits(
  decided: Decided,
  task: "draw" | "upscale" | "describe",
  limits: Limits,
  isRepeated = false,
): Decided {
  if (task === "describe") return decided;
  const values = { ...decided.values };
  for (const [key, { limit, usual, refuse }] of Object.entries(bounds[task])) {
    // Object.entries forgets the type of the keys.
    const name = key as ParameterName;
    const most = limits[limit];
    const value = Number(checkValue(name, values[name] ?? usual));
    if (most === 0 || value <= most) continue;
    // Nothing is enlarged less than not at all.
    const isAsked = asked.includes(decided.from[name]) && !(isRepeated && name === "count");
    if (isAsked || most < 1) {
      throw new RuleError((text) => text.limits.over[refuse](value, most));
    }
    values[name] = most;
  }
  return { ...decided, values };
}

/**
 * The same work with a final picture of no more than `most` pixels, hires fix included.
 * @throws {RuleError} when it is larger as somebody asked for it, or by the picture that they gave.
 */
export function withinPixels<W extends Work>(
  work: W,
  { from }: Pick<Decided, "from">,
  most: number,
): W {
  if (most === 0 || isDescription(work) || pixels(sizeOf(work)) <= most) return work;
  const smaller = isDrawing(work) && !isSizeAsked(work, from) ? shrunk(work, most) : work;
  const { width, height } = sizeOf(smaller);
  if (width * height > most) {
    throw new RuleError((text) => text.limits.over.pixels(width, height, most));
  }
  // Only numbers took the place of numbers, or were left out.
  return smaller as W;
}

const pixels = ({ width, height }: Size) => width * height;

const sizeNames = ["width", "height", "hr_scale", "hr_upscaler"] as const;

const isSizeAsked = ({ image }: GenerationRequest, from: Decided["from"]) =>
  image !== undefined || sizeNames.some((name) => asked.includes(from[name]));

/** Enlarged less in the second pass; without one, if that is not enough, and then with shorter sides. */
function shrunk(request: GenerationRequest, most: number): GenerationRequest {
  const { width, height } = { ...defaultSize, ...sidesOf(request) };
  if (isHires(request)) {
    for (let scale = hundredths(Math.sqrt(most / (width * height))); scale > 1; scale -= 0.01) {
      const less = { ...request, hr_scale: hundredths(scale) };
      if (pixels(finalSize(less)) <= most) return less;
    }
  }
  const { hr_scale: _, hr_upscaler: __, ...plain } = request;
  if (width * height <= most) return plain;
  const factor = Math.sqrt(most / (width * height));
  const short = side(Math.min(width, height) * factor);
  const long = side(Math.min(Math.max(width, height) * factor, most / short));
  return width < height
    ? { ...plain, width: short, height: long }
    : { ...plain, width: long, height: short };
}

/** One that suits every webui (webui-api.md, surprise 21), and is not longer. */
const side = (length: number) => Math.max(64, Math.floor(length / 64) * 64);

const hundredths = (value: number) => Math.floor(value * 100 + 1e-6) / 100;

const sidesOf = ({ width, height }: GenerationRequest) => ({
  ...(width === undefined ? {} : { width }),
  ...(height === undefined ? {} : { height }),
});
