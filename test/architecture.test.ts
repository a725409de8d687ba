import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const root = join(import.meta.dirname, "..");

type Import = { from: string; to: string; typeOnly: boolean };

const files = ["src", "commands"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file}`),
);

const statement =
  /^(?:import|export)\s+(type\s)?[^;]*?from\s+"(\.[^"]+)"|^import\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/gms;

const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(root, from), "utf8").matchAll(statement)].map(
    ([, type, named, bare, lazy]) => ({
      from,
      to: relative(root, normalize(join(root, dirname(from), named ?? bare ?? lazy ?? ""))),
      typeOnly: type !== undefined,
    }),
  ),
);

/** `src/webui/client.ts` belongs to `webui`, `src/jobs.ts` to `jobs`, `commands/draw.ts` to `commands`. */
function partOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  return first === "commands" ? first : second.replace(/\.ts$/, "");
}

/** Who may import whom; every part may import itself. */
const outside = ["generation", "jobs", "errors", "text"];
const adapters = ["discord", "queue", "store", "http", "log", "seldom", "measures"];
const allowed: Record<string, string[]> = {
  generation: ["errors"],
  errors: ["text"],
  jobs: ["generation"],
  discord: outside,
  webui: [...outside, "percent-decoding"],
  queue: outside,
  store: [...outside, "redis-address"],
  http: [...outside, "measures"],
  llm: ["errors", "text", "bounded-json"],
  classifier: ["errors", "generation", "bounded-json"],
  chart: [],
  traces: ["log", "seldom"],
  backup: [...outside, "store", "queue", "config", "stop-signals"],
  doctor: [...outside, "discord", "webui", "store", "classifier", "llm", "config"],
  text: [],
  config: ["text", "percent-decoding", "redis-address", "config-values"],
  "config-values": ["text", "redis-address"],
  log: [],
  seldom: [],
  observed: ["http", "store", "queue", "config", "log", "measures", "text"],
  measures: [],
  "bounded-json": [],
  "stop-signals": [],
  "redis-address": ["percent-decoding"],
  "percent-decoding": [],
  "redis-exposed": ["redis-address", "generation"],
  demo: [],
  worker: [...outside, ...adapters],
  bot: [...outside, ...adapters, "chart"],
  commands: ["generation", "errors", "discord", "bot"],
};
/** Programs: they may import everything, nobody imports them. */
const programs = ["main", "receiver", "setup", "demo", "doctor", "backup", "restore"].map(
  (name) => `src/${name}.ts`,
);

describe("the architecture", () => {
  it("has imports to look at, and a rule for every part", () => {
    expect(imports.length).toBeGreaterThan(100);
    const parts = new Set(files.filter((file) => !programs.includes(file)).map(partOf));
    expect([...parts].filter((part) => !(part in allowed))).toEqual([]);
  });

  it("lets nobody import what the table forbids", () => {
    const broken = imports.filter(({ from, to, typeOnly }) => {
      if (programs.includes(from)) return programs.includes(to);
      const [mine, theirs] = [partOf(from), partOf(to)];
      if (programs.includes(to)) return true;
      if (mine === theirs) return false;
      if (mine === "demo") return to !== "src/generation/infotext.ts";
      if (mine === "commands" && typeOnly)
        return !["store", "queue", ...(allowed[mine] ?? [])].includes(theirs);
      // Words in an error are worded by the reader's language, which is a type to the core.
      if (theirs === "text" && typeOnly) return false;
      return !allowed[mine]?.includes(theirs);
    });
    expect(broken.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("imports no package that only developers install, the stand-ins aside", () => {
    const bare = /^(?:import|export)[^;]*?from\s+"((?:@[\w-]+\/)?[a-z][\w.-]*)[^":]*"/gms;
    const wanted = files
      .filter((file) => !file.startsWith("src/demo/"))
      .flatMap((file) =>
        [...readFileSync(join(root, file), "utf8").matchAll(bare)].map(([, name = ""]) => name),
      );
    expect(wanted).toContain("@discordjs/ws");
    expect([...new Set(wanted)].filter((name) => !(name in packageJson.dependencies))).toEqual([]);
  });

  it("reads the environment in one file only", () => {
    const readers = files.filter((file) =>
      /process\.env|loadEnvFile/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(readers).toEqual(["src/config.ts"]);
  });

  it("names a parameter in the table and the words only, not along the path of a prompt", () => {
    const path = [
      "src/bot/submit.ts",
      "src/queue/producer.ts",
      "src/queue/worker.ts",
      "src/worker/draw.ts",
      "commands/draw.ts",
    ];
    const named = path.filter((file) =>
      /cfg_scale|sampler_name|hr_upscaler|clip_skip/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(named).toEqual([]);
  });

  it("has no class but errors, no enum and no namespace", () => {
    const declares = /^\s*(?:export )?(?:abstract )?(?:class|enum|const enum|namespace) \w+/;
    const found = files.flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .filter((line) => declares.test(line) && !/class \w+ extends \w*Error\b/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});
