import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readConfig, roles, variables } from "../../src/config.ts";

type Service = {
  image: string;
  build?: { context: string; dockerfile: string };
  pull_policy?: string;
  command?: string | string[];
  environment?: Record<string, string>;
  env_file?: string;
  ports?: string[];
  networks?: string[];
  volumes: string[];
  read_only?: boolean;
  cap_drop?: string[];
  restart?: string;
  stop_grace_period?: string;
  mem_limit?: string;
  profiles?: string[];
};
type Compose = {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, null>;
};
type Scrape = { job_name: string; dns_sd_configs: { names: string[]; port: number }[] };

const read = async <T>(file: string) =>
  parse(await readFile(`docker/${file}`, "utf8"), { merge: true }) as T;
const entry = await read<{ include: unknown[] }>("compose.yaml");
const { services, networks, volumes } = await read<Compose>("services.yaml");
const published = await read<{ services: Record<string, { ports: string[] }> }>("published.yaml");
const { scrape_configs } = await read<{ scrape_configs: Scrape[] }>("prometheus/prometheus.yaml");
const readme = await readFile("README.md", "utf8");

/** What compose makes of a text when `.env` sets nothing of it. */
const withDefaults = (text: string) => text.replace(/\$\{\w+:-([^}]*)\}/g, "$1");
const service = (name: string): Service => {
  const found = services[name];
  if (found === undefined) throw new Error(`there is no service ${name}`);
  return found;
};

describe("the services of compose", () => {
  test("run each part of Easel with variables that it knows, and that are right", () => {
    for (const role of roles) {
      const { command, environment = {}, env_file } = service(role);
      expect(command).toBe(role);
      expect(env_file).toBe(".env");
      for (const name of Object.keys(environment)) expect(variables).toHaveProperty(name);
      const set = Object.entries(environment).map(([name, text]) => [name, withDefaults(text)]);
      const config = readConfig({ DISCORD_TOKEN: "token", ...Object.fromEntries(set) }, [role]);
      expect(config.http).toMatchObject({ host: "0.0.0.0", port: 8080 });
      const { hostname, password } = new URL(config.redisUrl ?? "");
      const { command: flags = [], environment: own = {} } = service(hostname);
      expect(withDefaults(own["REDISCLI_AUTH"] ?? "")).toBe(password);
      expect(withDefaults([flags].flat().join(" "))).toContain(`--requirepass ${password}`);
    }
  });

  test("build one image, and pull only versions that are named", () => {
    const built = Object.values(services).filter(({ build }) => build !== undefined);
    expect(built.length).toBe(1);
    expect(built[0]?.build).toEqual({ context: ".", dockerfile: "docker/Dockerfile" });
    for (const { image, build, pull_policy } of Object.values(services)) {
      if (image === built[0]?.image) expect(build ?? pull_policy).toBeTruthy();
      else expect(image).toMatch(/:v?\d+\.\d+\.\d+/);
    }
  });

  test("keep every job that was accepted, and end in their own time", () => {
    const flags = [service("redis").command].flat().join(" ");
    for (const flag of ["appendonly yes", "appendfsync always", "maxmemory-policy noeviction"])
      expect(flags).toContain(`--${flag}`);
    expect(service("redis").volumes).toContain("redis:/data");
    // Easel takes up to 30 s.
    for (const role of roles)
      expect(Number.parseInt(service(role).stop_grace_period ?? "0", 10)).toBeGreaterThan(30);
  });

  test("write nowhere but to their volumes, and may do no more than they need", () => {
    for (const { read_only, cap_drop, restart, volumes: mounts } of Object.values(services)) {
      expect({ read_only, cap_drop, restart }).toEqual({
        read_only: true,
        cap_drop: ["ALL"],
        restart: "unless-stopped",
      });
      for (const mount of mounts) {
        const [source = "", , mode] = mount.split(":");
        if (source.startsWith(".")) expect(mode).toBe("ro");
        else expect(volumes).toHaveProperty(source);
        if (source.startsWith("./docker/")) expect(existsSync(source), source).toBe(true);
      }
    }
    for (const role of roles) {
      expect(service(role).volumes).toContain("data:/easel/data");
      expect(service(role).mem_limit).toMatch(/^\d+g$/);
    }
  });

  test("are reached from this machine alone, and Redis not even from there", () => {
    const open = Object.entries(services).filter(([, { ports = [] }]) => ports.length > 0);
    expect(open.map(([name]) => name)).toEqual(["grafana"]);
    const ports = [open, Object.entries(published.services)]
      .flat()
      .flatMap(([, { ports: all = [] }]) => all.map(withDefaults));
    expect(ports).toEqual(["127.0.0.1:3000:3000", "127.0.0.1:8080:8080"]);
    const inside = service("redis").networks ?? [];
    expect(inside.map((name) => networks[name])).toEqual([{ internal: true }]);
  });

  test("are watched only where that is wanted, each part of Easel at its port", () => {
    const watching = Object.keys(services).filter((name) => services[name]?.profiles);
    expect(watching).toEqual(["prometheus", "grafana"]);
    const asked = scrape_configs.map(({ job_name, dns_sd_configs }) => [job_name, dns_sd_configs]);
    expect(asked).toEqual(roles.map((role) => [role, [{ names: [role], type: "A", port: 8080 }]]));
  });

  test("take from the .env beside README only what README names", async () => {
    expect(entry.include).toEqual([{ path: "services.yaml", project_directory: ".." }]);
    const text = await readFile("docker/services.yaml", "utf8");
    const names = [...text.matchAll(/\$\{(\w+)/g)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(readme.includes(`\`${name}\``), name).toBe(true);
  });
});
