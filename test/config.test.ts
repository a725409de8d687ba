import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ConfigError,
  readConfig,
  readRightOnes,
  readStorage,
  roles,
  secretsOf,
  variables,
} from "../src/config.ts";
import { anyText } from "./harness/any-text.ts";
import { startEasel } from "./harness/easel.ts";

/** The variables that guides name, in their order, and what they are where nobody sets them. */
const contract: [name: string, value: string][] = [
  ["DISCORD_TOKEN", ""],
  ["DISCORD_API_URL", "https://discord.com/api"],
  ["DISCORD_GUILD_IDS", ""],
  ["SHARDS", ""],
  ["WEBUI_URLS", "http://127.0.0.1:7860"],
  ["WEBUI_LOGIN", ""],
  ["WEBUI_HEADERS", ""],
  ["WEBUI_TIMEOUT_SECONDS", "600"],
  ["PUT_OFF_SECONDS", "30"],
  ["DISCORD_CDN_ORIGINS", "https://cdn.discordapp.com,https://media.discordapp.net"],
  ["REDIS_URL", ""],
  ["DATA_DIR", "./data"],
  ["SAVE_DIR", ""],
  ["OWNER_IDS", ""],
  ["HTTP_HOST", "127.0.0.1"],
  ["HTTP_PORT", "8080"],
  ["PUBLIC_URL", ""],
  ["PROMPT_LLM_URL", ""],
  ["PROMPT_LLM_KEY", ""],
  ["PROMPT_LLM_MODEL", ""],
  ["CLASSIFIER_URL", ""],
  ["CLASSIFIER_KEY", ""],
  ["CLASSIFIER_THRESHOLD", "0.7"],
  ["CLASSIFIER_TIMEOUT", "10"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", ""],
  ["LOG_LEVEL", "info"],
];
const names = contract.map(([name]) => name);
const token = { DISCORD_TOKEN: "token" };

function problemsOf(
  env: Record<string, string>,
  wanted: readonly (typeof roles)[number][] = roles,
) {
  try {
    readConfig(env, wanted);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("the environment", () => {
  test("has the variables that guides name, and no others", () => {
    expect(Object.keys(variables).sort()).toEqual([...names].sort());
  });

  test("says where everything is kept, to programs that need no token, whatever else is wrong", () => {
    const wrong = { WEBUI_URLS: "nonsense", PATH: "/bin" };
    expect(readStorage(wrong)).toEqual({ redisUrl: undefined, dataDir: "./data", path: "/bin" });
    const set = { ...wrong, REDIS_URL: "rediss://host", DATA_DIR: "/srv" };
    expect(readStorage(set)).toEqual({ redisUrl: "rediss://host", dataDir: "/srv", path: "/bin" });
    expect(() => readStorage({ REDIS_URL: "ftp://host" })).toThrow(ConfigError);
  });

  test("means the same where a variable is left out, empty, blank or its default", () => {
    const sparse = readConfig(token, roles);
    const defaults = Object.fromEntries(contract);
    expect(readConfig({ ...defaults, ...token }, roles)).toEqual(sparse);
    for (const blank of ["", "  "]) {
      const env = Object.fromEntries(names.map((name) => [name, blank]));
      expect(readConfig({ ...env, ...token }, roles)).toEqual(sparse);
    }
  });

  test("becomes a configuration with these defaults", () => {
    expect(readConfig(token, roles)).toEqual({
      discord: {
        token: "token",
        apiUrl: "https://discord.com/api",
        guildIds: [],
        shards: undefined,
        cdnOrigins: ["https://cdn.discordapp.com", "https://media.discordapp.net"],
        ownerIds: [],
      },
      webui: { urls: ["http://127.0.0.1:7860"], login: undefined, headers: {}, timeoutMs: 600_000 },
      boundSeconds: 30,
      redisUrl: undefined,
      dataDir: "./data",
      saveDir: undefined,
      http: { host: "127.0.0.1", port: 8080, publicUrl: undefined },
      promptLlm: { url: undefined, key: undefined, model: undefined },
      classifier: { url: undefined, key: undefined, threshold: 0.7, timeoutMs: 10_000 },
      tracesUrl: undefined,
      logLevel: "info",
      path: "",
    });
  });

  test("is read in every form that a host may write", () => {
    const config = readConfig(
      {
        DISCORD_TOKEN: " token ",
        DISCORD_API_URL: "http://127.0.0.1:1234/api/",
        DISCORD_GUILD_IDS: "123456789012345678, 223456789012345678,",
        SHARDS: "4-7/8",
        WEBUI_URLS: "http://user:pass@gpu:7860, https://gpu2",
        WEBUI_LOGIN: "user:pass:word",
        WEBUI_HEADERS: "X-Key: a:b; Authorization: Bearer x;",
        WEBUI_TIMEOUT_SECONDS: " 30 ",
        DISCORD_CDN_ORIGINS: "http://127.0.0.1:99/files, https://CDN.example",
        REDIS_URL: "rediss://:secret@redis:6380/1",
        HTTP_PORT: "0",
        PUBLIC_URL: "https://easel.example/",
        LOG_LEVEL: "debug",
      },
      ["bot"],
    );
    expect(config).toMatchObject({
      discord: {
        token: "token",
        apiUrl: "http://127.0.0.1:1234/api",
        guildIds: ["123456789012345678", "223456789012345678"],
        shards: { first: 4, last: 7, count: 8 },
        cdnOrigins: ["http://127.0.0.1:99", "https://cdn.example"],
      },
      webui: {
        urls: ["http://user:pass@gpu:7860", "https://gpu2"],
        login: "user:pass:word",
        headers: { "X-Key": "a:b", Authorization: "Bearer x" },
        timeoutMs: 30_000,
      },
      redisUrl: "rediss://:secret@redis:6380/1",
      http: { port: 0, publicUrl: "https://easel.example" },
      logLevel: "debug",
    });
  });

  test.each([
    "redis://localhost",
    "rediss://user:pw@host:1/0",
    "redis://host?family=6",
    "rediss://host?ca=/etc/ca.pem",
    "unix:///run/redis.sock",
    "redis+sentinel://a:26379,b:26379,c/mymaster",
    "redis-sentinel://:pw@[::1]:26379/mymaster/2",
    "rediss+sentinel://a/my%20master?ca=/ca.pem&sentinel_username=u&sentinel_password=p",
    "redis+cluster://user:pw@10.0.0.1:7000,10.0.0.2:7001",
    "redis-cluster://a",
    "rediss-cluster://a/?cert=/c.pem&key=/k.pem",
  ])("admits %s for a Redis", (url) => {
    expect(readConfig({ ...token, REDIS_URL: url }, ["worker"]).redisUrl).toBe(url);
  });

  test.each([
    ["redis://user:hun%21ter@host", ["hun%21ter", "hun!ter", "user:hun%21ter"]],
    ["redis+cluster://:a@b%@host:1,host:2", ["a@b%"]],
    [
      "redis+sentinel://default:pass@a,b/master?sentinel_password=other%2B",
      ["pass", "other%2B", "other+", "default:pass"],
    ],
    ["redis+sentinel://default@a,b/master", []],
  ])("hides the passwords in %s", (url, secrets) => {
    const config = readConfig({ ...token, REDIS_URL: url }, roles);
    expect(new Set(secretsOf(config))).toEqual(new Set(["token", ...secrets]));
  });

  test("hides a password that was not percent-encoded as it must be", () => {
    const config = readConfig(
      {
        ...token,
        WEBUI_URLS: "http://u:50%off@host",
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://u:100%@collector",
      },
      roles,
    );
    expect(secretsOf(config)).toEqual(expect.arrayContaining(["50%off", "u:50%off", "100%"]));
  });
});

const redisForms =
  "must be a redis://, rediss:// or unix:// address, or one of Sentinel (redis+sentinel://) or of a Cluster (redis+cluster://)";
const redisHosts = "must have hosts as `host` or `host:port`, with commas between";
const redisMaster =
  "must end in the name of the master, as in redis+sentinel://host:26379,host:26379/mymaster";
const redisPath =
  "must end after the hosts for a Cluster, and in `/master` or `/master/number` for Sentinel";
const redisOption =
  "has an option behind its `?` that is none of ca, cert, key, and for Sentinel sentinel_username, sentinel_password";
const headerSigns =
  "holds a sign that HTTP does not carry, perhaps a curly quote: leave out what is not part of it";

/** One value for each variable that can be wrong at all. */
const wrong: [name: string, value: string, words: string][] = [
  ["DISCORD_TOKEN", "my token", "must not hold blanks"],
  ["DISCORD_API_URL", "discord.com/api", "must be an http:// or https:// address"],
  ["DISCORD_GUILD_IDS", "my server", "must be Discord ids (15 to 21 digits), with commas"],
  ["SHARDS", "4-8/8", "must be like 0-3/8, the shards 0 to 3 of 8, or 0/8 for one alone"],
  ["WEBUI_URLS", "gpu:7860", "must be http:// or https:// addresses, with commas between"],
  ["WEBUI_LOGIN", "hunter2", "must be user:password"],
  ["WEBUI_HEADERS", "hunter2", "must be `Name: value` lines with `;` between"],
  ["WEBUI_TIMEOUT_SECONDS", "10 minutes", "must be a whole number"],
  ["DISCORD_CDN_ORIGINS", "cdn", "must be http:// or https:// addresses, with commas between"],
  ["REDIS_URL", "hunter2@localhost", redisForms],
  ["OWNER_IDS", "@me", "must be Discord ids (15 to 21 digits), with commas"],
  ["HTTP_PORT", "65536", "must be at most 65535"],
  ["PUBLIC_URL", "ftp://easel", "must be an http:// or https:// address"],
  ["PROMPT_LLM_URL", "llm", "must be an http:// or https:// address"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318", "must be an http:// or https:// address"],
  ["LOG_LEVEL", "loud", "must be one of fatal, error, warn, info, debug, trace, silent"],
];

describe("a wrong environment", () => {
  test.each(wrong)("is refused for %s=%s", (name, value, words) => {
    expect(problemsOf({ ...token, [name]: value })).toEqual([`${name} ${words}`]);
  });

  test.each([
    ["SHARDS", "8", "must be like 0-3/8, the shards 0 to 3 of 8, or 0/8 for one alone"],
    ["SHARDS", "3-2/8", "must be like 0-3/8, the shards 0 to 3 of 8, or 0/8 for one alone"],
    ["WEBUI_URLS", ",", "must hold at least one address"],
    ["WEBUI_TIMEOUT_SECONDS", "0", "must be at least 1"],
    ["WEBUI_TIMEOUT_SECONDS", "1.5", "must be a whole number"],
    ["WEBUI_TIMEOUT_SECONDS", "99999999999999999999", "must be at most 86400"],
    ["CLASSIFIER_THRESHOLD", "0", "must be more than 0 and at most 1"],
    ["CLASSIFIER_THRESHOLD", "-1", "must be more than 0 and at most 1"],
    ["WEBUI_HEADERS", "X-Key: a; Authorization: Bearer “hunter2”", headerSigns],
    ["DISCORD_TOKEN", "“hunter2”", headerSigns],
    ["CLASSIFIER_KEY", "hunter2…", headerSigns],
    ["PROMPT_LLM_KEY", "ключ", headerSigns],
    ["HTTP_PORT", "-1", "must be at least 0"],
    ["HTTP_PORT", "http", "must be a whole number"],
    ["REDIS_URL", "http://localhost", redisForms],
    ["REDIS_URL", "redis://", redisForms],
    ["REDIS_URL", "redis+sentinels://host/master", redisForms],
    ["REDIS_URL", "redis+cluster://a,b c:1", redisHosts],
    ["REDIS_URL", "redis+cluster://a,", redisHosts],
    ["REDIS_URL", "redis+cluster://a:65536", redisHosts],
    ["REDIS_URL", "redis+sentinel://a:0/master", redisHosts],
    ["REDIS_URL", "redis+sentinel://a,b", redisMaster],
    ["REDIS_URL", "redis+sentinel://a,b/", redisMaster],
    ["REDIS_URL", "redis+sentinel://a/master/first", redisPath],
    ["REDIS_URL", "redis+sentinel://a/master/1/2", redisPath],
    ["REDIS_URL", "redis+cluster://a/1", redisPath],
    ["REDIS_URL", "redis+sentinel://a/master?password=hunter2", redisOption],
    ["REDIS_URL", "redis+cluster://a?sentinel_password=hunter2", redisOption],
    ["REDIS_URL", "redis://a?ca=/ca.pem", "has certificates but no TLS: it must begin with rediss"],
    [
      "REDIS_URL",
      "redis+cluster://a?key=/k",
      "has certificates but no TLS: it must begin with rediss",
    ],
  ])("is refused for %s=%s as well", (name, value, words) => {
    expect(problemsOf({ ...token, [name]: value })).toEqual([`${name} ${words}`]);
  });

  test("is refused for all that is wrong with it at once, one line each", () => {
    const problems = problemsOf(Object.fromEntries(wrong));
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(wrong.map(([name]) => name));
    expect(problems.filter((problem) => problem.includes("\n"))).toEqual([]);
  });

  test("without a token says where to get one", () => {
    expect(problemsOf({})).toEqual([
      "DISCORD_TOKEN is required: the bot's token from https://discord.com/developers/applications",
    ]);
  });

  test("without REDIS_URL is refused for some of the shards", () => {
    expect(problemsOf({ ...token, SHARDS: "0/2" })).toEqual([
      "REDIS_URL is required with SHARDS: the processes that share the shards meet in one Redis",
    ]);
    expect(problemsOf({ ...token, SHARDS: "0/2", LOG_LEVEL: "loud" })).toEqual([
      expect.stringContaining("LOG_LEVEL must be"),
      expect.stringContaining("REDIS_URL is required with SHARDS"),
    ]);
    for (const [redis, words] of [
      ["", "is required with SHARDS"],
      ["nonsense", redisForms],
    ] as const) {
      const { config, problems, wrong } = readRightOnes({ SHARDS: "0/2", REDIS_URL: redis });
      expect(problems.slice(1)).toEqual([expect.stringContaining(`REDIS_URL ${words}`)]);
      expect([...wrong.keys()]).toEqual(["DISCORD_TOKEN", "REDIS_URL"]);
      expect(config.discord.shards).toEqual({ first: 0, last: 0, count: 2 });
    }
  });

  test("without REDIS_URL is refused for one role alone, beside whatever else is wrong", () => {
    expect(problemsOf(token)).toEqual([]);
    for (const role of roles) {
      const problems = problemsOf({ LOG_LEVEL: "loud", REDIS_URL: " " }, [role]);
      expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
        "DISCORD_TOKEN",
        "LOG_LEVEL",
        "REDIS_URL",
      ]);
    }
  });

  test("is never repeated in what is said of it", () => {
    const secret = anyText([":", ";", ",", "http://"], 12).map((text) => `§${text}§ `);
    fc.assert(
      fc.property(fc.constantFrom(...names), secret, (name, value) => {
        for (const problem of problemsOf({ ...token, [name]: value })) {
          expect(problem).not.toContain("§");
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe(".env.example", () => {
  test("names every variable in that order with its default, a word of explanation above each", async () => {
    const lines = (await readFile(".env.example", "utf8")).trimEnd().split("\n");
    const first = lines.findIndex((line) => line.startsWith("DISCORD_TOKEN=")) - 1;
    const pairs = lines.slice(first).filter((_, index) => index % 2 === 1);
    const comments = lines.slice(first).filter((_, index) => index % 2 === 0);
    expect(pairs).toEqual(contract.map(([name, value]) => `${name}=${value}`));
    for (const comment of comments) expect(comment).toMatch(/^# \S/);
  });
});

const launch = join(import.meta.dirname, "..", "launch.js");
type Ran = { code?: number; stdout: string; stderr: string };

describe("a start", () => {
  test("with a wrong environment names all of it, without a trace or a value, and exits with 1", async () => {
    const easel = startEasel({ ...Object.fromEntries(wrong), DISCORD_TOKEN: "hunter 3" });
    expect(await easel.ended).toBe(1);
    const output = easel.output();
    for (const [name, , words] of wrong) expect(output).toContain(`${name} ${words}`);
    expect(output).not.toMatch(/^\s+at |node:|Error|hunter/m);
    expect(output.trimEnd().split("\n")).toHaveLength(wrong.length + 1);
  });

  test.each(["main", "setup", "doctor"])(
    "of %s beside a .env that is no file says so, without a trace, and exits with 1",
    async (program) => {
      // As Docker makes one.
      const folder = await mkdtemp(join(tmpdir(), "easel-test-"));
      await mkdir(join(folder, ".env"));
      const ran = promisify(execFile)(process.execPath, [launch, `src/${program}.ts`], {
        cwd: folder,
      });
      const { code, stdout, stderr } = (await ran.catch((error: unknown) => error)) as Ran;
      expect(code).toBe(1);
      expect(`${stdout}${stderr}`).toMatch(
        /^(?:Easel cannot start.*\n {2}|❌ Configuration: )?\.env cannot .*\n(?:1 thing to mend.*\n)?$/,
      );
      await rm(folder, { recursive: true });
    },
  );

  test("without a token says step by step how to get one", async () => {
    const easel = startEasel({ HTTP_PORT: "0" });
    expect(await easel.ended).toBe(1);
    expect(easel.output()).toMatch(/^ {2}1\. Open https:.*^ {2}4\. Run `npm run doctor`/ms);
    expect(problemsOf({ DISCORD_TOKEN: "a b" })).toEqual(["DISCORD_TOKEN must not hold blanks"]);
  });

  test("with a role that is none says how it is used, and exits with 1", async () => {
    const easel = startEasel({ DISCORD_TOKEN: "token" }, ["bots"]);
    expect(await easel.ended).toBe(1);
    expect(easel.output()).toBe("Usage: npm start, npm start -- bot, or npm start -- worker\n");
  });
});
