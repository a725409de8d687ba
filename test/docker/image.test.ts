import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join, normalize } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

/** The instructions of the last stage, which is what people run. */
const dockerfile = readFileSync("docker/Dockerfile", "utf8").replaceAll("\\\n", " ");
const last = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
const valuesOf = (instruction: string) =>
  [...last.matchAll(new RegExp(`^${instruction} (.+)$`, "gm"))].map(([, value = ""]) => value);

/** Of this project, not of another stage. */
const copied = valuesOf("COPY")
  .filter((value) => !value.startsWith("--from"))
  .flatMap((value) => value.split(" ").slice(0, -1));
const [, ...rules] = readFileSync(".dockerignore", "utf8").trim().split("\n");
const isUnder = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);

/** Whether a file gets into the image: what the last rule says that fits it, and then a COPY. */
const isInImage = (file: string) =>
  rules.findLast((rule) => isUnder(file, rule.replace("!", "")))?.startsWith("!") === true &&
  copied.some((path) => isUnder(file, path));

const imported =
  /^(?:import|export)\s[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gms;

/** Everything that is loaded from these files on. */
function loadedFrom(files: readonly string[]) {
  const seen = new Set(files);
  const packages = new Set<string>();
  for (const file of seen) {
    const source = readFileSync(file, "utf8");
    for (const [whole, a, b, c] of source.matchAll(imported)) {
      if (/^(?:import|export)\s+type\b/.test(whole)) continue;
      const name = a ?? b ?? c ?? "";
      if (name.startsWith(".")) seen.add(normalize(join(dirname(file), name)));
      else if (!name.startsWith("node:"))
        packages.add(
          name
            .split("/")
            .slice(0, name.startsWith("@") ? 2 : 1)
            .join("/"),
        );
    }
  }
  return { files: [...seen], packages: [...packages] };
}

const programs = ["main", "receiver", "doctor", "backup", "restore"].map(
  (name) => `src/${name}.ts`,
);
const found = globSync(["commands/*.ts", "src/bot/components/*.ts", "src/chart/*.ts"]);

describe("the image", () => {
  test("has everything that its programs load, and of libraries only those that it installs", () => {
    const { files, packages } = loadedFrom([...programs, ...found]);
    expect(files.length).toBeGreaterThan(300);
    for (const file of [...files, "launch.js", "package.json", "docker/health.js"]) {
      expect(existsSync(file), file).toBe(true);
      expect(isInImage(file), file).toBe(true);
    }
    // Only for people at a terminal, and done without where it is not there.
    const needed = packages.filter((name) => name !== "pino-pretty");
    expect(needed.length).toBeGreaterThan(5);
    for (const name of needed) expect(Object.keys(packageJson.dependencies)).toContain(name);
  });

  test("has nothing of the host's, of the tests or of the demo in it", () => {
    for (const file of [
      ".env",
      "data/redis/redis.sock",
      "test/flow.test.ts",
      "src/demo/start.ts",
      "node_modules/zod/index.js",
    ])
      expect(isInImage(file), file).toBe(false);
  });

  test("runs what npm start runs, with the Node that the tests run with", () => {
    const start = packageJson.scripts.start.split(" ");
    expect(valuesOf("ENTRYPOINT").map((value) => JSON.parse(value) as unknown)).toEqual([start]);
    expect(dockerfile).toContain(`ARG NODE_VERSION=${packageJson.devDependencies.node}\n`);
    // Other flags would make what was compiled useless.
    expect(valuesOf("RUN").join("\n")).toContain(
      `${start.slice(0, 2).join(" ")} docker/compile.js`,
    );
  });

  test("is not run as root, writes to one folder, and says how to end it and whether it lives", () => {
    expect(valuesOf("USER")).toEqual(["1000:1000"]);
    expect(valuesOf("VOLUME")).toEqual([join(valuesOf("WORKDIR")[0] ?? "", "data")]);
    expect(valuesOf("STOPSIGNAL")).toEqual(["SIGTERM"]);
    expect(valuesOf("HEALTHCHECK")[0]).toContain('CMD ["node", "docker/health.js"]');
  });
});

describe("whether a container lives", () => {
  let status = 200;
  const server = createServer((request, response) => {
    response.statusCode = request.url === "/healthz" ? status : 404;
    response.end();
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());

  const check = async (env: Record<string, string>) => {
    const { promise, resolve } = Promise.withResolvers<number>();
    execFile(process.execPath, ["docker/health.js"], { env }, (error) =>
      resolve(error === null ? 0 : Number(error.code)),
    );
    return promise;
  };

  test("is what its port says, wherever it listens", async () => {
    const HTTP_PORT = String((server.address() as AddressInfo).port);
    expect(await check({ HTTP_PORT })).toBe(0);
    expect(await check({ HTTP_PORT, HTTP_HOST: "0.0.0.0" })).toBe(0);
    status = 500;
    expect(await check({ HTTP_PORT })).toBe(1);
  });

  test("is no where nobody answers, and not doubted where the port is off", async () => {
    expect(await check({ HTTP_PORT: "1" })).toBe(1);
    expect(await check({ HTTP_PORT: "0" })).toBe(0);
  });
});
