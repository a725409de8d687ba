import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import {
  blankIsAbsent,
  optional,
  withDefault,
  number,
  share,
  address,
  addresses,
  snowflakes,
  shardRange,
  redisAddress,
  headerText,
  webuiHeaders,
  wrongIn,
} from "./config-values.ts";
import { decoded } from "./percent-decoding.ts";
import { secretsOfRedis } from "./redis-address.ts";
import { config as say } from "./text/host/config.ts";

/** The two programs; no argument runs both in one process. */
export const roles = ["bot", "worker"] as const;
export type Role = (typeof roles)[number];

/** Every variable of the environment, by its name. `.env.example` is held to these names by a test. */
export const variables = {
  DISCORD_TOKEN: z.preprocess(
    blankIsAbsent,
    z.string(say.token).trim().regex(/^\S+$/, say.noBlanks).pipe(headerText),
  ),
  DISCORD_API_URL: withDefault(address, "https://discord.com/api"),
  DISCORD_GUILD_IDS: withDefault(snowflakes, ","),
  SHARDS: optional(shardRange),
  WEBUI_URLS: withDefault(addresses, "http://127.0.0.1:7860"),
  WEBUI_LOGIN: optional(z.string().regex(/^[^:]+:.+$/, say.login)),
  WEBUI_HEADERS: withDefault(webuiHeaders, ";"),
  WEBUI_TIMEOUT_SECONDS: withDefault(number(1, 86_400), "600"),
  PUT_OFF_SECONDS: withDefault(number(0, 3_600), "30"),
  DISCORD_CDN_ORIGINS: withDefault(
    addresses.transform((urls) => urls.map((url) => new URL(url).origin)),
    "https://cdn.discordapp.com,https://media.discordapp.net",
  ),
  REDIS_URL: optional(redisAddress),
  DATA_DIR: withDefault(z.string(), "./data"),
  SAVE_DIR: optional(z.string()),
  OWNER_IDS: withDefault(snowflakes, ","),
  HTTP_HOST: withDefault(z.string(), "127.0.0.1"),
  HTTP_PORT: withDefault(number(0, 65_535), "8080"),
  PUBLIC_URL: optional(address),
  PROMPT_LLM_URL: optional(address),
  PROMPT_LLM_KEY: optional(headerText),
  PROMPT_LLM_MODEL: optional(z.string()),
  CLASSIFIER_URL: optional(address),
  CLASSIFIER_KEY: optional(headerText),
  CLASSIFIER_THRESHOLD: withDefault(share, "0.7"),
  CLASSIFIER_TIMEOUT: withDefault(number(1, 600), "10"),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(address),
  LOG_LEVEL: withDefault(
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
    "info",
  ),
} satisfies Record<string, z.ZodType>;

const environment = z.object(variables);

export type Config = ReturnType<typeof toConfig>;

/** A start that cannot work: `problems` names every wrong variable, one line each. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }

  /** Nobody has set one yet: this may be the very first start. */
  get lacksToken(): boolean {
    return this.problems.includes(`DISCORD_TOKEN ${say.token}`);
  }
}

/**
 * Reads the flat environment into the nested configuration.
 * @throws {ConfigError} naming every wrong variable at once; never a variable's value, which may be a secret.
 */
export function readConfig(
  env: Record<string, string | undefined>,
  wanted: readonly Role[],
): Config {
  const { data, error } = environment.safeParse(env);
  const unreadable = wrongOf(error);
  const wrong = new Map([...unreadable, ...missingOf(env, unreadable, wanted)]);
  if (data === undefined || wrong.size > 0) throw new ConfigError(toProblems(wrong));
  return toConfig(data, env);
}

/** What must be there because of what else is asked for. */
function missingOf(
  env: Record<string, string | undefined>,
  unreadable: ReadonlyMap<string, string>,
  wanted: readonly Role[],
): Map<string, string> {
  if (!isBlank(env["REDIS_URL"])) return new Map();
  if (wanted.length < roles.length) return new Map([["REDIS_URL", say.apart]]);
  const isShared = !isBlank(env["SHARDS"]) && !unreadable.has("SHARDS");
  return new Map(isShared ? [["REDIS_URL", say.shardsApart]] : []);
}

function toConfig(data: z.output<typeof environment>, env: Record<string, string | undefined>) {
  return {
    discord: {
      token: data.DISCORD_TOKEN,
      apiUrl: data.DISCORD_API_URL,
      guildIds: data.DISCORD_GUILD_IDS,
      shards: data.SHARDS,
      cdnOrigins: data.DISCORD_CDN_ORIGINS,
      ownerIds: data.OWNER_IDS,
    },
    webui: {
      urls: data.WEBUI_URLS,
      login: data.WEBUI_LOGIN,
      headers: data.WEBUI_HEADERS,
      timeoutMs: data.WEBUI_TIMEOUT_SECONDS * 1000,
    },
    boundSeconds: data.PUT_OFF_SECONDS,
    redisUrl: data.REDIS_URL,
    dataDir: data.DATA_DIR,
    saveDir: data.SAVE_DIR,
    http: { host: data.HTTP_HOST, port: data.HTTP_PORT, publicUrl: data.PUBLIC_URL },
    promptLlm: {
      url: data.PROMPT_LLM_URL,
      key: data.PROMPT_LLM_KEY,
      model: data.PROMPT_LLM_MODEL,
    },
    classifier: {
      url: data.CLASSIFIER_URL,
      key: data.CLASSIFIER_KEY,
      threshold: data.CLASSIFIER_THRESHOLD,
      timeoutMs: data.CLASSIFIER_TIMEOUT * 1000,
    },
    tracesUrl: data.OTEL_EXPORTER_OTLP_ENDPOINT,
    logLevel: data.LOG_LEVEL,
    path: env["PATH"] ?? "",
  };
}

/** As far as an environment with mistakes can be used: a wrong variable is taken as one that nobody set. */
export function readRightOnes(env: Record<string, string | undefined>) {
  const { error } = environment.safeParse(env);
  const unreadable = wrongOf(error);
  const right = Object.fromEntries(Object.entries(env).filter(([name]) => !unreadable.has(name)));
  // Nobody asks Discord with this: `wrong` tells that there is none.
  const noToken = unreadable.has("DISCORD_TOKEN") ? { DISCORD_TOKEN: "none" } : {};
  const data = environment.parse({ ...right, ...noToken });
  const wrong = new Map([...unreadable, ...missingOf(env, unreadable, roles)]);
  return { config: toConfig(data, env), problems: toProblems(wrong), wrong };
}

/**
 * `.env` (if there is one) and the process's environment, which wins; the only reader of either.
 * @throws {ConfigError}
 */
export function loadEnvironment(): Record<string, string | undefined> {
  for (const [name, value] of Object.entries(readDotEnv())) process.env[name] ??= value;
  return process.env;
}

/** Node's own reader takes a file that may not be read for one that is not there. */
function readDotEnv(): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(".env", "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new ConfigError([say.unreadable]);
  }
}

/** @throws {ConfigError} */
export function loadConfig(wanted: readonly Role[]) {
  return readConfig(loadEnvironment(), wanted);
}

/**
 * Where everything is kept, which is all that some programs need.
 * @throws {ConfigError}
 */
export function readStorage(env: Record<string, string | undefined>) {
  const { data, error } = environment.pick({ REDIS_URL: true, DATA_DIR: true }).safeParse(env);
  if (data === undefined) throw new ConfigError(toProblems(wrongOf(error)));
  return { redisUrl: data.REDIS_URL, dataDir: data.DATA_DIR, path: env["PATH"] ?? "" };
}

export type Storage = ReturnType<typeof readStorage>;

/** @throws {ConfigError} */
export function loadStorage(): Storage {
  return readStorage(loadEnvironment());
}

/** Everything in a configuration that must never be printed. */
export function secretsOf({
  discord,
  webui,
  promptLlm,
  classifier,
  tracesUrl,
  redisUrl,
}: Config): string[] {
  const inAddress = (url: string | undefined) => {
    if (url === undefined || !URL.canParse(url)) return [];
    const { username, password } = new URL(url);
    return [decoded(password), password, username === "" ? "" : `${username}:${password}`];
  };
  return [
    discord.token,
    ...(webui.login === undefined
      ? []
      : [webui.login, webui.login.slice(webui.login.indexOf(":") + 1)]),
    ...Object.values(webui.headers),
    ...webui.urls.flatMap(inAddress),
    ...(redisUrl === undefined ? [] : secretsOfRedis(redisUrl)),
    ...inAddress(promptLlm.url),
    promptLlm.key ?? "",
    ...inAddress(classifier.url),
    classifier.key ?? "",
    ...inAddress(tracesUrl),
  ].filter((secret) => secret !== "");
}

/** Each wrong variable, with what is wrong with it. */
function wrongOf(error: z.ZodError | undefined): Map<string, string> {
  // Of several words on one variable the last is the nearest to its own rule.
  return new Map(
    (error?.issues ?? []).map((issue) => [String(issue.path[0] ?? "environment"), wrongIn(issue)]),
  );
}

const toProblems = (wrong: ReadonlyMap<string, string>): string[] =>
  [...wrong].map(([name, why]) => `${name} ${why}`);

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === "";
}
