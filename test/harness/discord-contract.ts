import type { Exchange } from "../../src/demo/discord/start.ts";
import { createOpenapi, readDocument } from "./openapi.ts";
import { isSchema, type Schema, type Schemas } from "./schemas.ts";
import type { Contract } from "./contracts.ts";

type Correction = {
  /** Where in components.schemas. */
  at: readonly [schema: string, ...place: string[]];
  to: Schema;
  reason: string;
};

const permissions: Omit<Correction, "at"> = {
  to: { type: ["string", "null"], pattern: "^\\d+$" },
  reason:
    "A bit set of 64 bits is a string everywhere in the documentation and in discord-api-types.",
};

/** Where Discord's file, a preview, contradicts Discord's documentation. */
const corrections: Correction[] = [
  {
    at: ["MessageAttachmentRequest", "properties", "id"],
    to: {
      anyOf: [{ $ref: "#/components/schemas/SnowflakeType" }, { type: "integer", minimum: 0 }],
    },
    reason: "For a new file the number n of files[n]: `Snowflake | number` in discord-api-types.",
  },
  {
    at: ["ComponentEmojiForRequest", "properties", "animated"],
    to: { type: "boolean" },
    reason: "Documented for buttons and menus: a partial emoji of id, name and animated.",
  },
  {
    at: ["ApplicationCommandCreateRequest", "properties", "default_member_permissions"],
    ...permissions,
  },
  {
    at: ["ApplicationCommandUpdateRequest", "properties", "default_member_permissions"],
    ...permissions,
  },
  {
    at: ["InnerErrors", "properties", "_errors", "items"],
    to: {
      type: "object",
      properties: { code: { type: "string" }, message: { type: "string" } },
      required: ["code", "message"],
    },
    reason: "The code of a field's error is a word, such as BASE_TYPE_REQUIRED.",
  },
  {
    at: ["RatelimitedResponse"],
    to: {
      type: "object",
      properties: {
        message: { type: "string" },
        retry_after: { type: "number" },
        global: { type: "boolean" },
        code: { type: "integer" },
      },
      required: ["message", "retry_after", "global"],
    },
    reason: "The documentation has `code?`, and the examples go without.",
  },
];

function correct(schemas: Schemas): void {
  for (const { at, to } of corrections) {
    const last = at.at(-1) ?? "";
    const holder = at
      .slice(0, -1)
      .reduce<unknown>((found, name) => (isSchema(found) ? found[name] : undefined), schemas);
    if (!isSchema(holder)) throw new Error(`nothing to correct: ${at.join(".")}`);
    holder[last] = to;
  }
}

/** Holds an exchange with Discord to Discord's own description; undefined where that is not at hand. */
export function createDiscordContract(): Contract<Exchange> | undefined {
  const document = readDocument("discord-openapi.json");
  if (document === undefined) return undefined;
  correct(document.components.schemas);
  const openapi = createOpenapi(document);

  return ({ method, path, query, headers, body, files, status, answer }) => {
    const described = openapi.find(method, path);
    if (described === undefined)
      return { name: `${method} ${path}`, request: ["is not described"], answer: () => [] };
    const type = headers["content-type"]?.split(";")[0] ?? "application/json";
    const request = described.checkRequest({
      path,
      query: new URLSearchParams(query),
      // The description of a form does not name payload_json, which holds what JSON alone would.
      type: type === "multipart/form-data" ? "application/json" : type,
      body,
    });
    const isCut = status === 413;
    return {
      name: described.name,
      request: isCut ? [] : [...request, ...fileProblems(files)],
      // Pages and broken connections stand for what is before Discord.
      answer: () =>
        status === 0 || typeof answer === "string" ? [] : described.checkAnswer(status, answer),
    };
  };
}

const maxFiles = 10;

function fileProblems(files: Exchange["files"]): string[] {
  const misnamed = files.filter(({ field }) => !/^files\[\d+\]$/.test(field));
  return [
    ...misnamed.map(({ field }) => `a file's field is called ${field}, not files[n]`),
    ...(files.length > maxFiles ? [`${files.length} files; ${maxFiles} are taken`] : []),
  ];
}
