import { z } from "zod";
import { drawingNames, type ParameterName, parameters } from "./parameters.ts";
import { checkValue } from "./values.ts";

type Schemas = { [K in ParameterName]: (typeof parameters)[K]["schema"] };
type Decided = "prompt" | "seed" | "steps";
type Shape = { [K in ParameterName]: K extends Decided ? Schemas[K] : z.ZodOptional<Schemas[K]> };

const decided: readonly ParameterName[] = ["prompt", "seed", "steps"];

/** One drawing as somebody asked for it: made from the table, checked, its seed drawn. Absent is what nobody set. */
export const generationRequest = z.strictObject(
  // Object.fromEntries forgets the keys; they are the table's own.
  Object.fromEntries(
    drawingNames.map((name) => {
      const { schema } = parameters[name];
      return [name, decided.includes(name) ? schema : schema.optional()];
    }),
  ) as unknown as Shape,
);
export type GenerationRequest = z.infer<typeof generationRequest>;

/** Values by parameter, before they are a request: only what somebody set, possibly wrong. */
export type Values = Partial<Record<ParameterName, unknown>>;

/** The API's own default of 50 steps is dear; this is the webui's page's default (product.md, section 3). */
export const defaultSteps = 20;

/**
 * A request out of values, the later of which win: `[server's defaults, ..., the person's options]`.
 * `seed` is used where nobody set one.
 * @throws {UserError} naming the first value that is out of bounds.
 */
export function createRequest(layers: readonly Values[], seed: number): GenerationRequest {
  const checked = checkValues(drawingNames, { steps: defaultSteps }, ...layers);
  if (checked.seed === undefined || checked.seed === -1) checked.seed = seed;
  if (checked.prompt === undefined) checkValue("prompt", "");
  if (checked.negative_prompt === "") delete checked.negative_prompt;
  return generationRequest.parse(checked);
}

/**
 * The values of these parameters, the later layers of which win.
 * @throws {UserError} naming the first value that is out of bounds.
 */
export function checkValues(names: readonly ParameterName[], ...layers: readonly Values[]): Values {
  const values: Values = Object.assign({}, ...layers);
  const checked: Values = {};
  for (const name of names) {
    if (values[name] !== undefined) checked[name] = checkValue(name, values[name]);
  }
  return checked;
}
