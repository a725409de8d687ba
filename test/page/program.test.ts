import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { demo as words } from "../../src/text/host/demo.ts";

const root = join(import.meta.dirname, "..", "..");

/** Of the host's own bot, which the demo is none of; a start with them would fail. */
const ofOwnBot = {
  SHARDS: "0/2",
  WEBUI_LOGIN: "nonsense",
  CLASSIFIER_URL: "nonsense",
  SAVE_DIR: "/nowhere/at/all",
};

/** `npm run demo` with these arguments. */
function startDemo(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["launch.js", "src/demo.ts", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", TMPDIR: process.env["TMPDIR"] ?? "/tmp", ...env },
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, printed: () => printed, ended };
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "the demo prints the address of its page, and ends well at %s",
  async (signal) => {
    const demo = startDemo([], ofOwnBot);
    const address = () => /http:\/\/127\.0\.0\.1:\d+\//.exec(demo.printed())?.[0] ?? "";
    await expect.poll(address, { timeout: 25_000 }).not.toBe("");
    expect(demo.printed().trim()).toBe(words.open(address()));
    const response = await fetch(address());
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("/main.js");
    // As npm passes it on once more.
    demo.child.kill(signal);
    await delay(5);
    demo.child.kill(signal);
    expect(await demo.ended).toBe(0);
    await expect(fetch(address())).rejects.toThrow();
  },
);

test("a wrong argument is answered with how it is used", async () => {
  for (const args of [["--port", "many"], ["--port", "70000"], ["--nothing"]]) {
    const demo = startDemo(args);
    expect(await demo.ended, args.join(" ")).toBe(1);
    expect(demo.printed().trim()).toBe(words.usage);
  }
});

test("a port that is taken is said in one line", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const demo = startDemo(["--port", String(port)]);
  expect(await demo.ended).toBe(1);
  expect(demo.printed().trim()).toBe(words.portTaken(port));
  await new Promise((resolve) => other.close(resolve));
});

test("where nothing can be saved, and where no webui is, is said in one line", async () => {
  const inTheWay = join(root, "README.md");
  const saving = startDemo(["--once", "a mill", "--out", inTheWay]);
  expect(await saving.ended).toBe(1);
  expect(saving.printed().trim()).toBe(words.notSaved(inTheWay, "EEXIST"));
  const url = "http://127.0.0.1:1";
  const drawing = startDemo([], { ...ofOwnBot, WEBUI_LOGIN: "a:b", WEBUI_URLS: url });
  expect(await drawing.ended).toBe(1);
  expect(drawing.printed().trim()).toBe(words.noWebui(url, "down"));
});
