import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type Channel,
  type Guild,
  type StandInDiscord,
  type User,
  startDiscord,
} from "../../src/demo/discord/start.ts";
import { caller } from "./discord-client.ts";

let discord: StandInDiscord;
let call: ReturnType<typeof caller>;
let user: User;
let guild: Guild;
let channel: Channel;

beforeEach(async () => {
  discord = await startDiscord();
  call = caller(discord);
  user = discord.createUser({ name: "Ada" });
  guild = discord.createGuild({ name: "Gallery" });
  channel = discord.createChannel({ guild });
});

afterEach(async () => {
  await discord.close();
  expect(discord.problems).toEqual([]);
});

const path = () => `/applications/${discord.applicationId}/commands`;
const option = (more: object = {}) => ({ type: 3, name: "a", description: "a", ...more });
const long = (language: string) => Object.fromEntries([[language, "x".repeat(100)]]);
const put = (options: object[]) => call("PUT", path(), [{ name: "d", description: "d", options }]);
const cases: [string, object, string][] = [
  ["upper case", { name: "Draw" }, "name"],
  ["a name over 32", { name: "d".repeat(33) }, "name"],
  ["no description", { description: "" }, "description"],
  ["a description over 100", { description: "d".repeat(101) }, "description"],
  [
    "26 options",
    { options: Array.from({ length: 26 }, (_, i) => option({ name: `a${i}` })) },
    "options",
  ],
  [
    "required after optional",
    { options: [option(), option({ name: "b", required: true })] },
    "options",
  ],
  ["the same option twice", { options: [option(), option()] }, "options"],
  [
    "26 choices",
    {
      options: [
        option({
          choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })),
        }),
      ],
    },
    "options",
  ],
  [
    "choices beside completion",
    { options: [option({ autocomplete: true, choices: [{ name: "a", value: "a" }] })] },
    "options",
  ],
  ["an unknown language", { description_localizations: { xx: "a" } }, "description_localizations"],
  [
    "a minimum over the maximum",
    { options: [option({ type: 4, min_value: 3, max_value: 2 })] },
    "options",
  ],
  ["an unknown kind of option", { options: [option({ type: 12 })] }, "options"],
  ["an unknown context", { contexts: [3] }, "contexts"],
];
test.each(cases)("a command with %s is refused", async (_, more, field) => {
  const { status, body } = await call("PUT", path(), [{ name: "draw", description: "d", ...more }]);
  expect([status, body.code]).toEqual([400, 50035]);
  expect(Object.keys(body.errors["0"])).toContain(field);
  expect(discord.registeredCommands()).toEqual([]);
});

test("8000 characters in all are too many, the longest language counting", async () => {
  const many = Array.from({ length: 25 }, (_, i) =>
    option({
      name: `a${i}`,
      choices: Array.from({ length: 3 }, (_, n) => ({
        name: `${n}`.padEnd(100, "n"),
        value: `${n}`,
      })),
      description_localizations: { ...long("de"), ...long("fr") },
    }),
  );
  const { body } = await put(many);
  expect(body.errors["0"]).toMatchObject({
    _errors: [{ code: "APPLICATION_COMMAND_TOO_LARGE" }],
  });
  expect((await put(many.slice(0, 19))).status).toBe(200);
});

test("registering again keeps the ids of commands that stay, and refuses another application's", async () => {
  const body = [{ name: "draw", description: "d" }];
  const first = await call("PUT", path(), body);
  const second = await call("PUT", path(), [...body, { name: "Info", type: 3 }]);
  expect(second.body[0].id).toBe(first.body[0].id);
  expect((await call("GET", path())).body).toHaveLength(2);
  expect((await call("PUT", "/applications/1/commands", body)).body.code).toBe(20012);
  const local = `/applications/${discord.applicationId}/guilds/${guild.id}/commands`;
  expect((await call("PUT", local, body)).body[0].guild_id).toBe(guild.id);
});

test("subcommands and menu entries are offered as registered", async () => {
  const set = { type: 1, name: "set", description: "s", options: [option()] };
  await call("PUT", path(), [
    { name: "settings", description: "s", options: [set] },
    { name: "Image info", type: 3 },
    { name: "Remix avatar", type: 2 },
  ]);
  const nested = discord.command({ user, channel, name: "settings set", options: { a: "x" } });
  expect(nested.payload["data"]).toMatchObject({
    options: [{ type: 1, name: "set", options: [{ name: "a", value: "x" }] }],
  });
  expect(() => discord.command({ user, channel, name: "settings" })).toThrow("subcommand");
  const target = discord.say({ user, channel, content: "look" });
  const info = discord.command({ user, channel, name: "Image info", target });
  expect(info.payload["data"]).toMatchObject({
    target_id: target.id,
    resolved: { messages: { [target.id]: { content: "look" } } },
  });
  const remix = discord.command({ user, channel, name: "Remix avatar", target: user });
  expect(remix.payload["data"]).toMatchObject({ target_id: user.id });
});
