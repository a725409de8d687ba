import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { families, familyOf } from "../../src/backup/families.ts";
import type { Message } from "../../src/demo/discord/start.ts";
import { pngFile } from "../harness/pictures.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";
import { run } from "./program.ts";

let world: World;
let file: string;
let env: Record<string, string>;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.02 }] });
  file = join(world.dataDir, "backup");
  env = { DATA_DIR: world.dataDir };
});
afterAll(async () => world.close());

const bodies = () => world.webui.drawings.map(({ body }) => body);
const ok = { code: 0, errors: "" };
const small = { steps: 2, width: 64, height: 64 };
const history = async () => {
  const { discord, member, channel } = world;
  const asked = discord.command({ user: member, channel, name: "history" });
  return discord.textOf(await world.answer(asked));
};
/** Where the member's own settings are kept. */
const settingsKey = () => `{easel}:settings:me:${world.member.id}`;
const inspect = (message: Message) =>
  world.discord.press({ user: world.member, message, emoji: "📋" });

it("keeps what buttons and /history need while it draws, and nothing that would be done twice", async () => {
  const { discord } = world;
  const image = await pngFile();
  const first = await world.result(world.draw({ ...small, prompt: "a castle", seed: 5 }));
  const painted = await world.result(world.draw({ ...small, prompt: "from a picture", image }));
  await world.answer(inspect(first));
  const running = world.draw({ prompt: "drawn meanwhile", steps: 100, width: 64, height: 64 });
  const waiting = world.draw({ ...small, prompt: "waits meanwhile" });
  await discord.waitFor(() => world.webui.drawings.length === 3);

  const redis = redisIn(world.dataDir);
  const keys = await redis.keysBuffer("*");
  const unknown = keys.filter((key) => !((familyOf(key) ?? "") in families)).map(String);
  expect(unknown).toEqual([]);
  const found = new Set(keys.map((key) => familyOf(key) ?? ""));
  for (const family of ["record", "notes", "end", "history", "input", "generate", "line"]) {
    expect(found).toContain(family);
  }

  await redis.set(settingsKey(), JSON.stringify({ values: { steps: 3 }, roles: {}, version: 1 }));
  expect(await run("backup", [file], env)).toMatchObject(ok);
  await redis.set(settingsKey(), JSON.stringify({ values: { steps: 9 }, roles: {}, version: 1 }));
  const results = await Promise.all([world.result(running), world.result(waiting)]);
  const before = { texts: await history(), drawn: bodies().length };
  const ofJobs = await redis.keys("{easel}:*");
  const gone = ofJobs.filter((key) => families[key.split(":")[1] ?? ""] === "added");
  await redis.unlink(gone);
  expect(await history()).toContain("no pictures of yours");

  const size = { width: 64, height: 64 };
  const newer = await world.result(world.draw({ ...size, prompt: "newer than the backup" }));
  expect(bodies().at(-1)).toMatchObject({ steps: 9 });
  expect(await run("restore", [file], env)).toMatchObject(ok);
  const texts = await history();
  expect(texts).toContain("a castle");
  expect(texts).toContain("from a picture");
  expect(texts).toContain("newer than the backup");
  // The picture that it began with is nowhere else.
  const again = discord.press({ user: world.member, message: painted, emoji: "🎲" });
  await world.result(again);
  expect(bodies().at(-1)).toMatchObject({
    prompt: "from a picture",
    init_images: [expect.any(String)],
  });
  const once = discord.press({ user: world.member, message: first, emoji: "🎲" });
  await world.result(once);
  expect(bodies().at(-1)).toMatchObject({ prompt: "a castle", ...small });

  // The running bot goes by the restored settings.
  const set = await world.result(world.draw({ ...size, prompt: "as it was set" }));
  expect(bodies().at(-1)).toMatchObject({ prompt: "as it was set", steps: 3 });

  // Neither what was drawn nor what waited at the time of the backup is drawn or posted again.
  expect(bodies()).toHaveLength(before.drawn + 4);
  const posted = discord
    .messages(world.channel)
    .filter((message) => message.ephemeralFor === undefined && world.isResult(message));
  expect(posted).toHaveLength(2 + results.length + [newer, set].length + 2);
  const kept = gunzipSync(await readFile(file)).toString();
  expect(kept).toContain("waits meanwhile");
  for (const { token } of [running, waiting]) expect(kept).not.toContain(token);
  redis.disconnect();
});

it("brings it all to an Easel that begins anew, with no bot running at the restore", async () => {
  await world.easel.stop();
  const { discord } = world;
  await rm(join(world.dataDir, "redis"), { recursive: true });
  expect(await run("restore", [file], env)).toMatchObject(ok);
  discord.advance(6_000);
  const drawn = bodies().length;
  await world.start();
  const texts = await history();
  expect(texts).toContain("a castle");
  expect(texts).not.toContain("newer than the backup");
  const [first] = discord.messages(world.channel).filter((message) => world.isResult(message));
  if (first === undefined) throw new Error("no result is there");
  await world.result(discord.press({ user: world.member, message: first, emoji: "🎲" }));
  expect(bodies().at(-1)).toMatchObject({ prompt: "a castle", ...small });
  expect(bodies()).toHaveLength(drawn + 1);
});
