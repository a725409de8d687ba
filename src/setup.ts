import { spawn } from "node:child_process";
import { loadEnvironment } from "./config.ts";
import { findServer, hasProgram, RedisMissingError } from "./store/redis-server.ts";
import { textFor } from "./text/text.ts";

type Manager = { program: string; commands: string[][]; asRoot: boolean };

/** How each system's package manager installs a Redis, in the order in which they are looked for. */
const managers: Manager[] = [
  {
    program: "apt-get",
    commands: [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "--no-install-recommends", "redis-server"],
    ],
    asRoot: true,
  },
  {
    program: "dnf",
    commands: [
      ["dnf", "install", "-y", "redis"],
      ["dnf", "install", "-y", "valkey"],
    ],
    asRoot: true,
  },
  {
    program: "pacman",
    commands: [["pacman", "-Sy", "--noconfirm", "--needed", "valkey"]],
    asRoot: true,
  },
  { program: "apk", commands: [["apk", "add", "redis"]], asRoot: true },
  { program: "brew", commands: [["brew", "install", "redis"]], asRoot: false },
];

const environment = loadEnvironment();
const path = environment["PATH"] ?? "";
const words = textFor(undefined).setup;

async function findInstalled(): Promise<string | undefined> {
  try {
    return await findServer(path);
  } catch (error) {
    if (error instanceof RedisMissingError) return undefined;
    throw error;
  }
}

async function findManager(): Promise<Manager | undefined> {
  for (const manager of managers) if (await hasProgram(path, manager.program)) return manager;
  return undefined;
}

async function run(command: readonly string[]): Promise<void> {
  const [program = "", ...args] = command;
  const { promise, resolve } = Promise.withResolvers<void>();
  const child = spawn(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...environment, DEBIAN_FRONTEND: "noninteractive" },
  });
  child.once("error", () => resolve());
  child.once("exit", () => resolve());
  await promise;
}

/** Installs `redis-server` unless it is there; the exit code says whether it is there in the end. */
async function setUp(): Promise<number> {
  const there = await findInstalled();
  if (there !== undefined) {
    console.log(words.there(there));
    return 0;
  }
  const manager = await findManager();
  const isRoot = process.getuid?.() === 0;
  const prefix = manager?.asRoot === true && !isRoot ? ["sudo"] : [];
  if (manager === undefined || (prefix.length > 0 && !(await hasProgram(path, "sudo")))) {
    console.error(words.byHand);
    return 1;
  }
  for (const command of manager.commands) {
    if ((await findInstalled()) !== undefined) break;
    const whole = [...prefix, ...command];
    console.log(words.installing(whole.join(" ")));
    await run(whole);
  }
  const installed = await findInstalled();
  if (installed === undefined) console.error(words.byHand);
  else console.log(words.there(installed));
  return installed === undefined ? 1 : 0;
}

process.exitCode = await setUp();
