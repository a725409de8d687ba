import { readFileSync } from "node:fs";
import { type Check, createChecks, type Rules, type Schema, type Schemas } from "./schemas.ts";

const methods = ["get", "put", "post", "patch", "delete"] as const;

type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Content = Record<string, { schema?: Schema }>;
type Operation = {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content; $ref?: string }>;
};
type Item = { parameters?: Parameter[] } & { [method in (typeof methods)[number]]?: Operation };
type Document = {
  paths: Record<string, Item>;
  components: { schemas: Schemas; responses?: Operation["responses"] };
};

export type Request = {
  /** Decoded, without the server's prefix and the query. */
  path: string;
  query: URLSearchParams;
  /** Media type of the body. */
  type: string;
  body: unknown;
};

/** What an OpenAPI file says about one operation. */
export type Described = {
  /** `POST /channels/{channel_id}/messages`. */
  name: string;
  checkRequest(request: Request): string[];
  checkAnswer(status: number, answer: unknown): string[];
};

/** An OpenAPI file beside the project, or undefined where it is not. It is never part of the project. */
export function readDocument(name: string): Document | undefined {
  const url = new URL(`../../../shared/specs/${name}`, import.meta.url);
  try {
    // Other people's file: what it does not hold fails when it is used.
    const document: Document = JSON.parse(readFileSync(url, "utf8"));
    return document;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Finds operations by their paths and compiles the checks of each when it is first met. */
export function createOpenapi({ paths, components }: Document, rules: Rules = {}) {
  const toCheck = createChecks(components.schemas, rules);
  const toParameterCheck = createChecks(components.schemas, { coerce: true });
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      const name = `${method.toUpperCase()} ${path}`;
      return operation === undefined ? [] : [{ name, path, parts: path.split("/"), operation }];
    }),
  );
  const described = new Map<string, Described>();

  /** Of several paths that fit, the one with fewer parameters is meant. */
  function find(method: string, path: string): Described | undefined {
    const given = path.split("/");
    const [best] = operations
      .filter(({ name }) => name.startsWith(`${method} `))
      .flatMap((each) => {
        const values = fit(each.parts, given);
        return values === undefined ? [] : [{ ...each, count: Object.keys(values).length }];
      })
      .sort((a, b) => a.count - b.count);
    if (best === undefined) return undefined;
    const { name, operation } = best;
    const found = described.get(name) ?? describe(name, best.path, operation);
    described.set(name, found);
    return found;
  }

  function describe(name: string, path: string, operation: Operation): Described {
    const parameters = [...(paths[path]?.parameters ?? []), ...(operation.parameters ?? [])];
    const where = (place: string) =>
      once(() => parametersCheck(parameters.filter((each) => each.in === place)));
    const [ofPath, ofQuery] = [where("path"), where("query")];
    const { requestBody, responses } = operation;
    const ofBody = byKey((type) => checkOf(requestBody?.content[type]?.schema));
    const ofAnswer = byKey((status) =>
      checkOf(responseOf(status)?.content?.["application/json"]?.schema),
    );
    const responseOf = (status: string) => {
      const found = responses[status] ?? responses[`${status[0]}XX`] ?? responses["default"];
      return found?.$ref === undefined
        ? found
        : components.responses?.[found.$ref.split("/").at(-1) ?? ""];
    };
    const bodyProblems = ({ type, body }: Request) => {
      if (requestBody === undefined) return body === undefined ? [] : ["no body is expected"];
      if (body === undefined) return requestBody.required === true ? ["the body is missing"] : [];
      if (requestBody.content[type] === undefined)
        return [`a body of type ${type} is not expected`];
      return ofBody(type)(body);
    };
    return {
      name,
      checkRequest: (request) => [
        ...ofPath()(fit(path.split("/"), request.path.split("/"))),
        ...ofQuery()(Object.fromEntries(request.query)).map((problem) => `query ${problem}`),
        ...bodyProblems(request),
      ],
      checkAnswer(status, answer) {
        const response = responseOf(String(status));
        if (response === undefined)
          return status < 300 ? [`status ${status} is not described`] : [];
        if (answer === undefined && response.content === undefined) return [];
        return ofAnswer(String(status))(answer);
      },
    };
  }

  const checkOf = (schema: Schema | undefined): Check =>
    schema === undefined ? () => [] : toCheck(schema);
  const parametersCheck = (parameters: Parameter[]): Check =>
    toParameterCheck({
      type: "object",
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
      required: parameters.filter(({ required }) => required === true).map(({ name }) => name),
    });

  return { find, toCheck };
}

export type Openapi = ReturnType<typeof createOpenapi>;

/** The values of a template's parameters, if the path is one of its own. */
function fit(
  template: readonly string[],
  given: readonly string[],
): Record<string, string> | undefined {
  if (template.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const actual = given[index] ?? "";
    if (part.startsWith("{") && actual !== "") values[part.slice(1, -1)] = actual;
    else if (part !== actual) return undefined;
  }
  return values;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function byKey<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
