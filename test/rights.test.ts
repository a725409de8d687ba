import { afterAll, beforeAll, expect, it } from "vitest";
import type { Interaction, Message } from "../src/demo/discord/start.ts";
import { dump } from "./harness/private-redis.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
let message: Message;
let job: string;

beforeAll(async () => {
  world = await startWorld();
  const asked = world.draw({ prompt: "a mill", steps: 1, width: 64, height: 64 });
  message = await world.result(asked);
  job = asked.id;
  // Its author's list has it a moment after it is there to be seen.
  await world.discord.waitFor(() => world.easel.log().some(({ msg }) => msg === "posted"));
}, 60_000);
afterAll(async () => world.close());

type Options = Record<string, string | boolean>;

/** Everything that decides for others, as a member may send it. */
const commands: [string, Options][] = [
  ...["server", "channel"].flatMap((scope): [string, Options][] => [
    ["settings view", { scope }],
    ["settings set", { scope, name: "steps", value: "9" }],
    ["settings set", { scope, name: "max_steps", value: "9" }],
    ["settings reset", { scope }],
    ["models default", { model: "aurora-xl", scope }],
  ]),
  ["models name", { model: "aurora-xl", name: "Mine" }],
  ["models hide", { model: "aurora-xl" }],
  ["models show", { model: "aurora-xl" }],
  ["models profile", { model: "aurora-xl", activator: "mine" }],
  ["preset save", { name: "Mine", parameters: "--steps 9", scope: "server" }],
  ["preset delete", { name: "Mine", scope: "server" }],
  ...["clear", "pause", "resume", "pause_all", "resume_all"].map((action): [string, Options] => [
    "queue",
    { action },
  ]),
  ["admin webuis state", {}],
  ["admin webuis drain", { webui: "1" }],
  ["admin webuis resume", { webui: "1" }],
  ["admin webuis refresh", {}],
  ["admin webuis options", { webui: "1", name: "samples_format", value: "jpg" }],
  ["admin doctor", {}],
  ["admin errors", {}],
  ["admin announce", { text: "mine" }],
];

/** The same as presses that somebody made up; a value is that of a menu. */
const presses = (): [string, string?][] => [
  ["settings:server:1"],
  ["settings:channel:1"],
  ["setting:server:menu:0", "steps"],
  ["setting:channel:menu:1", "max_steps"],
  ["approve:" + job],
  ["reject:" + job],
  ["erase:100000000000000001"],
  ["option:00000000-0000-0000-0000-000000000000"],
  [`remove:${job}:${world.member.id}`],
  [`remove:${job}:${world.member.id}:list:1`],
];

async function refusal(asked: Interaction): Promise<string> {
  const answer = await world.discord.waitFor(
    () =>
      [asked.responseMessage, ...asked.followUps].find(
        (each) => each !== undefined && world.discord.textOf(each) !== "",
      ),
    10_000,
  );
  expect(answer.ephemeralFor).toBe(asked.user.id);
  return world.discord.textOf(answer);
}

/** All that is stored, but for clocks and what a refusal itself may leave. */
async function stored(): Promise<string[]> {
  const redis = redisIn(world.dataDir);
  const all = [...(await dump(redis)).keys()].filter((key) =>
    /:(?:settings|models|presets|paused|drained|announcement|option-change|record|history):/.test(
      `${key}:`,
    ),
  );
  redis.disconnect();
  return all.sort();
}

it("a member without rights gets a clear private no on every way to decide for others, and nothing changes", async () => {
  const { discord, channel } = world;
  const eve = discord.createUser({ name: "Eve" });
  const before = await stored();
  const no = /may manage|may change|owners of this bot|belongs to|ended already|There is no preset/;
  for (const [name, options] of commands) {
    const asked = discord.command({ user: eve, channel, name, options, force: true });
    expect(await refusal(asked), `/${name} ${JSON.stringify(options)}`).toMatch(no);
  }
  for (const user of [eve.id, discord.owner.id]) {
    for (const name of ["admin export", "admin erase"]) {
      const asked = discord.command({ user: eve, channel, name, options: { user }, force: true });
      expect(await refusal(asked), `/${name}`).toMatch(no);
    }
  }
  for (const [customId, value] of presses()) {
    const pressed =
      value === undefined
        ? discord.press({ user: eve, message, customId, forged: true })
        : discord.select({ user: eve, message, customId, values: [value], forged: true });
    expect(await refusal(pressed), customId).toMatch(no);
  }
  expect(await stored()).toEqual(before);
  expect(message.deleted).toBe(false);
  expect(
    world.webui.exchanges.some(
      ({ method, path }) => method === "POST" && path.endsWith("/options"),
    ),
  ).toBe(false);
}, 60_000);
