import type { Exchange, Kind } from "../../src/demo/webui/start.ts";
import type { Contract } from "./contracts.ts";
import { createOpenapi, readDocument } from "./openapi.ts";
import { type Additions, additions, probes, scripts } from "./webui-additions.ts";
import { type Check, isSchema, type Schema, type Schemas } from "./schemas.ts";

/** Holds an exchange with a webui to an A1111's own description and our list of what others add. */
export function createWebuiContract(): Contract<Exchange, Kind> | undefined {
  const document = readDocument("webui-openapi.json");
  if (document === undefined) return undefined;
  const openapi = createOpenapi(document, { nullable: true });
  const { schemas } = document.components;
  const kept = new Map<string, Check>();
  const checkOf = (key: string, schema: () => Schema): Check => {
    const check = kept.get(key) ?? openapi.toCheck(schema());
    kept.set(key, check);
    return check;
  };

  /** An unknown option is a KeyError, whatever else the request holds. */
  function checkOptions(options: unknown, added: Additions, kind: Kind | undefined): string[] {
    const check = checkOf(`options ${kind}`, () => {
      const properties = schemas["Options"]?.["properties"];
      const known = isSchema(properties) ? properties : {};
      return { type: "object", properties: { ...known, ...added.options } };
    });
    return check(options).map((problem) => `options ${problem}`);
  }

  return ({ method, path, query, headers, body, status, answer }, kind) => {
    const name = `${method} ${path}`;
    if (method === "GET" && probes.includes(path)) return { name, request: [], answer: () => [] };
    const described = openapi.find(method, path);
    if (described === undefined) return { name, request: ["is not described"], answer: () => [] };
    const type = headers["content-type"]?.split(";")[0] ?? "application/json";
    const sent = read(type, body);
    const added = addedBy(kind);
    const fields = fieldsAt(path, added);
    const [plain, extra] = apart(sent, fields);
    const request = [
      ...described.checkRequest({ path, query: new URLSearchParams(query), type, body: plain }),
      ...checkOf(`${path} ${kind}`, () => ({ type: "object", properties: fields }))(extra),
      ...nullsIn(sent).map((place) => `${place} is null`),
      ...optionsIn(path, sent).flatMap((options) => checkOptions(options, added, kind)),
      ...scriptProblems(sent),
    ];
    // The file's 422 are only FastAPI's own, and other kinds answer otherwise: webui-api.md, sections 3 and 12 to 14.
    const isDescribed = status === 200 && (kind === "a1111" || kind === "reforge");
    return {
      name: described.name,
      request,
      answer: () => (isDescribed ? described.checkAnswer(status, answer) : []),
    };
  };

  function scriptProblems(sent: unknown): string[] {
    const given = isSchema(sent) ? sent["alwayson_scripts"] : undefined;
    if (!isSchema(given)) return [];
    return Object.entries(given).flatMap(([title, value]) => {
      const name = title.toLowerCase();
      const schema = scripts[name];
      if (schema === undefined) return [`alwayson_scripts/${title} is not described`];
      return checkOf(`script ${name}`, () => schema)(value).map((problem) => `${title} ${problem}`);
    });
  }
}

/** `kind` not said: what any of them adds. */
function addedBy(kind: Kind | undefined): Additions {
  if (kind !== undefined) return additions[kind];
  const all = Object.values(additions);
  const merged = (name: keyof Additions): Schemas =>
    Object.assign({}, ...all.map((each) => each[name]));
  return { hires: merged("hires"), fields: merged("fields"), options: merged("options") };
}

function fieldsAt(path: string, { hires, fields }: Additions): Schemas {
  if (path === "/sdapi/v1/txt2img") return { ...fields, ...hires };
  return path === "/sdapi/v1/img2img" ? { ...fields } : {};
}

/** The objects in a request that set a webui's options. */
function optionsIn(path: string, sent: unknown): unknown[] {
  if (path === "/sdapi/v1/options") return sent === undefined ? [] : [sent];
  const override = isSchema(sent) ? sent["override_settings"] : undefined;
  return override === undefined ? [] : [override];
}

/** A stand-in that reads no bodies by itself passes them on as text. */
function read(type: string, body: unknown): unknown {
  if (typeof body !== "string") return body;
  if (type === "application/x-www-form-urlencoded")
    return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function apart(sent: unknown, fields: Schemas): [plain: unknown, extra: Schema] {
  if (!isSchema(sent)) return [sent, {}];
  const [plain, extra]: [Schema, Schema] = [{}, {}];
  for (const [key, value] of Object.entries(sent)) (key in fields ? extra : plain)[key] = value;
  return [plain, extra];
}

/** Where the nulls stand: stable-diffusion.cpp takes none, A1111 fails late on some (webui-api.md, sections 4 and 13). */
function nullsIn(value: unknown, place = ""): string[] {
  if (value === null) return [place === "" ? "the body" : place];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) => nullsIn(each, `${place}/${key}`));
}
