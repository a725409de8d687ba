import { z } from "zod";
import { type ParameterName, parameterNames, parameters } from "./parameters.ts";

/** How a parameter's value is written and read by people. */
export type Kind =
  | "text"
  | "name"
  | "names"
  | "ratio"
  | "integer"
  | "number"
  | "boolean"
  | "choice"
  | "texts"
  | "units"
  | "picture";

/** Type and bounds of a row, read from its schema. */
export type Facts = {
  kind: Kind;
  min?: number | undefined;
  max?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
};

type JsonSchema = {
  type?: string;
  enum?: string[];
  items?: JsonSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
};

/** Made once: flags and completion ask often, and reading a schema is slow. */
const known = new Map(parameterNames.map((parameter) => [parameter, readFacts(parameter)]));

export function factsOf(parameter: ParameterName): Facts {
  return known.get(parameter) ?? readFacts(parameter);
}

function readFacts(parameter: ParameterName): Facts {
  const { schema, ...row } = parameters[parameter];
  // A row's schema is one of JSON's own types: z.toJSONSchema gives a flat object for each.
  const json = z.toJSONSchema(schema) as JsonSchema;
  const suggest = "suggest" in row ? row.suggest : undefined;
  switch (json.type) {
    case "integer":
      return { kind: "integer", min: json.minimum, max: json.maximum };
    case "number":
      return { kind: "number", min: json.minimum, max: json.maximum };
    case "boolean":
      return { kind: "boolean" };
    case "array":
      if (json.items?.type === "object") return { kind: "units" };
      return { kind: suggest === undefined ? "texts" : "names" };
    case "object":
      return { kind: "picture" };
    default: {
      if (json.enum !== undefined) return { kind: "choice" };
      const kind = suggest === "ratios" ? "ratio" : suggest === undefined ? "text" : "name";
      return { kind, minLength: json.minLength, maxLength: json.maxLength };
    }
  }
}
