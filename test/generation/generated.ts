import * as fc from "fast-check";
import { factsOf } from "../../src/generation/facts.ts";
import {
  drawingNames,
  namesOn,
  type ParameterName,
  rowOf,
  type Use,
} from "../../src/generation/parameters.ts";
import {
  type GenerationRequest,
  generationRequest,
  type Values,
} from "../../src/generation/request.ts";
import { anyText } from "../harness/any-text.ts";

/** What the grammars of prompts and infotexts are made of, and what trips them. */
const pieces = [
  ..."Negative prompt:|Steps: 20|Seed: 1, |, |: |:|\n|\r\n|  |\"|'|\\|{|}|(|)|<lora:ink:0.5>|#".split(
    "|",
  ),
  ..." --steps 30| --| --no |—|–no |--v 6|=|“|”|„|«|»|‘|’|\\--ar|{a$b}|__|<lora:a:1>|Easel: ".split(
    "|",
  ),
  "|",
];
const written = (min: number) =>
  anyText(pieces, 20)
    .map((text) => text.toWellFormed().trim())
    .filter((text) => text.length >= min);
const name = fc.oneof(
  fc.constantFrom("Euler a", "DPM++ 2M Karras", "GFPGAN", "face_yolov8n.pt", "Automatic", "None"),
  written(1),
);
/** An entry of a list that is typed with commas between. */
const entry = written(1)
  .map((text) => text.replaceAll(",", "").trim())
  .filter(Boolean);

const arbitraries: Record<string, (parameter: ParameterName) => fc.Arbitrary<unknown>> = {
  text: (parameter) => written(parameter === "prompt" ? 1 : 0),
  name: () => name,
  names: () => fc.array(entry, { minLength: 1, maxLength: 3 }),
  ratio: () => fc.tuple(fc.nat(9999), fc.nat(9999)).map(([a, b]) => `${a}:${b}`),
  integer: (parameter) => {
    const { min = 0, max = 0 } = factsOf(parameter);
    return fc.integer({ min: Math.max(min, 0), max });
  },
  number: (parameter) => {
    const { min = 0, max = 0 } = factsOf(parameter);
    return fc.oneof(
      fc.integer({ min, max }),
      fc.double({ min, max, noNaN: true }).map((value) => value + 0),
    );
  },
  boolean: () => fc.boolean(),
  picture: () => fc.constant(picture),
  choice: (parameter) => fc.constantFrom(...(rowOf(parameter).choices ?? [])),
  texts: () => fc.array(written(0), { minLength: 1, maxLength: 3 }),
  units: () => fc.array(unit, { minLength: 1, maxLength: 3 }),
};

const picture = { hash: "h", width: 64, height: 64 };
const unit = fc.record(
  { type: name, image: fc.constant(picture), weight: fc.double({ min: 0, max: 2, noNaN: true }) },
  { requiredKeys: ["type", "image"] },
);

function anyValues(
  names: readonly ParameterName[],
  requiredKeys: ParameterName[],
): fc.Arbitrary<Values> {
  const model = names.map((parameter) => {
    const arbitrary = arbitraries[factsOf(parameter).kind];
    if (arbitrary === undefined) throw new Error(`no values for ${parameter}`);
    return [parameter, arbitrary(parameter)];
  });
  return fc.record(Object.fromEntries(model), { requiredKeys });
}

/** Requests with any of a drawing's parameters set to anything that is within bounds. */
export const anyRequest: fc.Arbitrary<GenerationRequest> = anyValues(drawingNames, [
  "prompt",
  "seed",
  "steps",
]).map((values) => generationRequest.parse(values));

/** What somebody may have set with a command, everything within bounds. */
export const anyValuesOn = (use: Use): fc.Arbitrary<Values> =>
  anyValues(namesOn(use), namesOn(use).includes("prompt") ? ["prompt"] : []);
