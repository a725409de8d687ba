import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { loadEnvironment } from "./config.ts";
import { findBrowser } from "./demo/page/browser.ts";
import { findServer, hasProgram, RedisMissingError } from "./store/redis-server.ts";
import { setup as words } from "./text/host/setup.ts";

/** What can be installed: the Redis that Easel needs, and the browser that the page's tests need. */
type Thing = "redis" | "browser";

type Manager = {
  program: string;
  asRoot: boolean;
  commands: Record<Thing, string[][]>;
};

const aptInstall = ["apt-get", "install", "-y", "--no-install-recommends"];

/** How each system's package manager installs them, in the order in which they are looked for. */
const managers: Manager[] = [
  {
    program: "apt-get",
    asRoot: true,
    commands: {
      redis: [
        ["apt-get", "update"],
        [...aptInstall, "redis-server"],
      ],
      browser: [
        ["apt-get", "update"],
        [...aptInstall, "chromium", "fonts-noto-color-emoji"],
      ],
    },
  },
  {
    program: "dnf",
    asRoot: true,
    commands: {
      redis: [
        ["dnf", "install", "-y", "redis"],
        ["dnf", "install", "-y", "valkey"],
      ],
      browser: [["dnf", "install", "-y", "chromium", "google-noto-color-emoji-fonts"]],
    },
  },
  {
    program: "pacman",
    asRoot: true,
    commands: {
      redis: [["pacman", "-Sy", "--noconfirm", "--needed", "valkey"]],
      browser: [["pacman", "-Sy", "--noconfirm", "--needed", "chromium", "noto-fonts-emoji"]],
    },
  },
  {
    program: "apk",
    asRoot: true,
    commands: {
      redis: [["apk", "add", "redis"]],
      browser: [["apk", "add", "chromium", "font-noto-emoji"]],
    },
  },
  {
    program: "brew",
    asRoot: false,
    commands: {
      redis: [["brew", "install", "redis"]],
      browser: [["brew", "install", "--cask", "chromium"]],
    },
  },
];

const environment = loadEnvironment();
const path = environment["PATH"] ?? "";

const finders: Record<Thing, () => Promise<string | undefined>> = {
  browser: () => findBrowser(path),
  async redis() {
    try {
      return await findServer(path);
    } catch (error) {
      if (error instanceof RedisMissingError) return undefined;
      throw error;
    }
  },
};

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

/** Installs a thing unless it is there; true when it is there in the end. */
async function setUp(thing: Thing): Promise<boolean> {
  const find = finders[thing];
  const say = words[thing];
  const there = await find();
  if (there !== undefined) {
    console.log(say.there(there));
    return true;
  }
  const manager = await findManager();
  const isRoot = process.getuid?.() === 0;
  const prefix = manager?.asRoot === true && !isRoot ? ["sudo"] : [];
  if (manager === undefined || (prefix.length > 0 && !(await hasProgram(path, "sudo")))) {
    console.error(say.byHand);
    return false;
  }
  for (const command of manager.commands[thing]) {
    if ((await find()) !== undefined) break;
    const whole = [...prefix, ...command];
    console.log(say.installing(whole.join(" ")));
    await run(whole);
  }
  const installed = await find();
  if (installed === undefined) console.error(say.byHand);
  else console.log(say.there(installed));
  return installed !== undefined;
}

function readThings(): Thing[] | undefined {
  try {
    const { values } = parseArgs({ options: { browser: { type: "boolean", default: false } } });
    return values.browser ? ["redis", "browser"] : ["redis"];
  } catch {
    return undefined;
  }
}

/** The exit code says whether everything that was asked for is there in the end. */
async function setUpAll(): Promise<number> {
  const things = readThings();
  if (things === undefined) {
    console.error(words.usage);
    return 1;
  }
  let isComplete = true;
  for (const thing of things) isComplete = (await setUp(thing)) && isComplete;
  return isComplete ? 0 : 1;
}

process.exitCode = await setUpAll();
