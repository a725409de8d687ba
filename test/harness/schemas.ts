import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import formats from "ajv-formats";

export type Schema = Record<string, unknown>;
export type Schemas = Record<string, Schema>;

/** Complaints about a value; none when it is right. */
export type Check = (value: unknown) => string[];

export type Rules = {
  /** What an OpenAPI file of pydantic 1 does not say: null is as good as absence. */
  nullable?: boolean;
  /** Parameters come as text. */
  coerce?: boolean;
};

/** Compiles checks, and only what they need of the schemas of an OpenAPI file. */
export function createChecks(schemas: Schemas, { nullable = false, coerce = false }: Rules = {}) {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    coerceTypes: coerce ? "array" : false,
    code: { optimize: false },
    inlineRefs: false,
    formats: { snowflake: true, nonce: true, binary: true },
  });
  formats.default(ajv);
  const known = new Set<string>();
  const prepare = createPreparation(schemas, nullable, (name, prepared) => {
    if (known.has(name)) return;
    known.add(name);
    ajv.addSchema(prepared(), name);
  });
  return (schema: Schema): Check => {
    const validate = ajv.compile(prepare(schema));
    return (value) => (validate(value) ? [] : explain(validate.errors ?? []));
  };
}

type Need = (name: string, prepared: () => Schema) => void;
type Prepare = (schema: Schema) => Schema;

/**
 * Makes schemas stricter and their errors shorter, and tells which others they refer to: objects take no keys but
 * their own, and of several alternatives known by their `type` only the one that is meant complains.
 */
function createPreparation(schemas: Schemas, nullable: boolean, need: Need): Prepare {
  const follow = (schema: Schema): Schema => {
    const name = nameOf(schema);
    return name === undefined ? schema : follow(named(name));
  };
  const named = (name: string): Schema => {
    const found = schemas[name];
    if (found === undefined) throw new Error(`there is no schema ${name}`);
    return found;
  };

  const prepare = (schema: Schema, part = false): Schema => {
    const {
      properties,
      additionalProperties,
      items,
      oneOf,
      anyOf,
      allOf,
      $ref: _,
      ...rest
    } = schema;
    const prepared: Schema = { ...rest };
    const name = nameOf(schema);
    if (name !== undefined) {
      // Part of another object: what it does not know the other may.
      if (part) return prepare(named(name), true);
      need(name, () => prepare(named(name)));
      prepared["$ref"] = name;
    }
    if (isSchema(items)) prepared["items"] = prepare(items);
    if (isSchema(additionalProperties))
      prepared["additionalProperties"] = prepare(additionalProperties);
    else if (additionalProperties !== undefined)
      prepared["additionalProperties"] = additionalProperties;
    if (isSchema(properties)) {
      prepared["properties"] = propertiesOf(properties, schema);
      if (additionalProperties === undefined && !part && allOf === undefined)
        prepared["additionalProperties"] = false;
    }
    if (Array.isArray(allOf))
      prepared["allOf"] = schemasIn(allOf).map((each) => prepare(each, true));
    const alternatives = oneOf ?? anyOf;
    if (Array.isArray(alternatives)) {
      const kind = oneOf === undefined ? "anyOf" : "oneOf";
      Object.assign(prepared, alternativesOf(schemasIn(alternatives), kind));
    }
    return prepared;
  };

  const propertiesOf = (properties: Schema, { required }: Schema): Schemas =>
    Object.fromEntries(
      Object.entries(properties).map(([key, value]) => {
        const property = prepare(isSchema(value) ? value : {});
        const isOptional = !Array.isArray(required) || !required.includes(key);
        return [key, nullable && isOptional ? orNull(property) : property];
      }),
    );

  const alternativesOf = (alternatives: Schema[], kind: "oneOf" | "anyOf"): Schema => {
    const values = alternatives.map((each) => each["const"]);
    if (!values.includes(undefined)) return { enum: values };
    const others = alternatives.filter(({ type }) => type !== "null");
    const [first] = others;
    if (others.length < alternatives.length && first !== undefined)
      return orNull(others.length === 1 ? prepare(first) : alternativesOf(others, kind));
    const types = others.map((each) => typesOf(follow(each)));
    const all = types.flat();
    if (types.some(({ length }) => length === 0) || new Set(all).size < all.length)
      return { [kind]: others.map((each) => prepare(each)) };
    return {
      type: "object",
      required: ["type"],
      properties: { type: { enum: all } },
      allOf: others.map((each, index) => ({
        if: { required: ["type"], properties: { type: { enum: types[index] } } },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: prepare(each),
      })),
    };
  };

  return prepare;
}

const orNull = (schema: Schema): Schema => ({ if: { type: "null" }, else: schema });

export const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const schemasIn = (values: unknown[]): Schema[] => values.filter(isSchema);

function nameOf({ $ref }: Schema): string | undefined {
  return typeof $ref === "string" ? $ref.slice($ref.lastIndexOf("/") + 1) : undefined;
}

/** The values of `type` by which an object is known among others. */
function typesOf({ properties }: Schema): unknown[] {
  const type = isSchema(properties) ? properties["type"] : undefined;
  return isSchema(type) && Array.isArray(type["enum"]) ? type["enum"] : [];
}

function explain(errors: readonly ErrorObject[]): string[] {
  const said = errors
    .filter(({ keyword }) => keyword !== "if")
    .map(({ instancePath, message, params }) => {
      // What these hold is untyped: it depends on the keyword.
      const { additionalProperty, allowedValues } = params as Record<string, unknown>;
      const detail = additionalProperty ?? allowedValues;
      return `${instancePath} ${message}${detail === undefined ? "" : ` (${JSON.stringify(detail)})`}`.trim();
    });
  return [...new Set(said)];
}
