import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { loadEnvironment } from "./config.ts";
import { findBrowser } from "./demo/page/browser.ts";
import { findServer, hasProgram, RedisMissingError } from "./store/redis-server.ts";
import { isOldVersion, leastVersion, versionOfProgram } from "./store/redis-version.ts";
import { setup as words } from "./text/host/setup.ts";

/** What can be installed: the Redis that Easel needs, and the browser that the page's tests need. */
type Thing = "redis" | "browser";

type Manager = {
  program: string;
  asRoot: boolean;
  /** What it does first, to know what there is. */
  refresh?: string[];
  /** Each is tried until the thing is there. */
  commands: Record<Thing, string[][]>;
};

const aptInstall = ["apt-get", "install", "-y", "--no-install-recommends"];

/** How each system's package manager installs them, in the order in which they are looked for. */
const managers: Manager[] = [
  {
    program: "apt-get",
    asRoot: true,
    refresh: ["apt-get", "update"],
    commands: {
      redis: [[...aptInstall, "redis-server"]],
      browser: [[...aptInstall, "chromium", "fonts-noto-color-emoji"]],
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

/** What to do where this person may not install anything. */
function remedyOf({ asRoot, refresh, commands }: Manager, thing: Thing): string {
  const say = words[thing];
  if (!asRoot) return say.byHand;
  const install = commands[thing].map((each) => each.join(" ")).join(" || ");
  return say.asRoot(refresh === undefined ? install : `${refresh.join(" ")} && ${install}`);
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
  const remedy = manager === undefined || isRoot ? say.byHand : remedyOf(manager, thing);
  if (manager === undefined || (prefix.length > 0 && !(await hasProgram(path, "sudo")))) {
    console.error(remedy);
    return false;
  }
  const { refresh, commands } = manager;
  for (const command of [...(refresh === undefined ? [] : [refresh]), ...commands[thing]]) {
    if ((await find()) !== undefined) break;
    const whole = [...prefix, ...command];
    console.log(say.installing(whole.join(" ")));
    await run(whole);
  }
  const installed = await find();
  if (installed === undefined) console.error(remedy);
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
  await warnOfOldRedis();
  return isComplete ? 0 : 1;
}

/** Old systems bring one that we are not sure of. */
async function warnOfOldRedis(): Promise<void> {
  const program = await finders.redis();
  const version = program && (await versionOfProgram(program).catch(() => undefined));
  if (version && isOldVersion(version)) console.error(words.redis.old(version, leastVersion));
}

process.exitCode = await setUpAll();
