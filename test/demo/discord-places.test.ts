import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { plainPng } from "../../src/demo/discord/image.ts";
import {
  type Channel,
  type Guild,
  type StandInDiscord,
  type User,
  permission,
  startDiscord,
} from "../../src/demo/discord/start.ts";
import { type File, caller } from "./discord-client.ts";

let discord: StandInDiscord;
let call: ReturnType<typeof caller>;
let user: User;
let guild: Guild;
let channel: Channel;

const post = (body: unknown, files?: File[], to: Channel = channel) =>
  call("POST", `/channels/${to.id}/messages`, body, files);
const later = () => discord.advance(6000);
const V2 = 1 << 15;

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

describe("the bot's rights", () => {
  const { VIEW_CHANNEL, SEND_MESSAGES, ATTACH_FILES, READ_MESSAGE_HISTORY } = permission;
  const cases: [string, bigint, boolean, number, number][] = [
    ["nothing: the channel is not there for it", 0n, false, 403, 50001],
    ["seeing alone is not speaking", VIEW_CHANNEL, false, 403, 50013],
    ["speaking needs no more", VIEW_CHANNEL | SEND_MESSAGES, false, 200, 0],
    ["files need their own right", VIEW_CHANNEL | SEND_MESSAGES, true, 403, 50013],
    ["with it they pass", VIEW_CHANNEL | SEND_MESSAGES | ATTACH_FILES, true, 200, 0],
  ];
  test.each(cases)("%s", async (_, rights, withFile, status, code) => {
    discord.setBotPermissions(channel, rights);
    const files: File[] | undefined = withFile ? [["a.png", plainPng(1, 1)]] : undefined;
    const answer = await post({ content: "a" }, files);
    expect([answer.status, answer.body.code ?? 0]).toEqual([status, code]);
  });

  test("a deleted channel is unknown, a foreign guild out of reach", async () => {
    discord.deleteChannel(channel);
    expect(await post({ content: "a" })).toMatchObject({ status: 404, body: { code: 10003 } });
    discord.removeBot(guild);
    expect((await call("GET", `/guilds/${guild.id}`)).body.code).toBe(10004);
  });

  test("its guilds are told a page at a time, by their ids; those it left are not among them", async () => {
    const others = ["Studio", "Attic"].map((name) => discord.createGuild({ name }));
    const left = discord.createGuild({ name: "Left" });
    discord.removeBot(left);
    const [studio, attic] = others;
    const page = async (query: string) => {
      const { body } = await call("GET", `/users/@me/guilds${query}`);
      discord.advance(1_100);
      return body;
    };
    const all = await page("");
    expect(all.map(({ name }: { name: string }) => name)).toEqual(["Gallery", "Studio", "Attic"]);
    expect(all[0]).toMatchObject({ id: guild.id, owner: false, features: [] });
    const ids = async (query: string) => (await page(query)).map(({ id }: { id: string }) => id);
    expect(await ids("?limit=1")).toEqual([guild.id]);
    expect(await ids(`?limit=1&after=${guild.id}`)).toEqual([studio?.id]);
    expect(await ids(`?after=${attic?.id}`)).toEqual([]);
    expect(await ids(`?limit=1&before=${attic?.id}`)).toEqual([studio?.id]);
    expect((await page("?limit=201")).code).toBe(50035);
  });

  test("history without its right is empty", async () => {
    await post({ content: "a" });
    const list = () => call("GET", `/channels/${channel.id}/messages`);
    expect((await list()).body).toHaveLength(1);
    discord.setBotPermissions(channel, VIEW_CHANNEL | SEND_MESSAGES);
    expect((await list()).body).toEqual([]);
    discord.setBotPermissions(channel, READ_MESSAGE_HISTORY);
    expect((await list()).body.code).toBe(50001);
  });

  test("others' messages may be neither edited nor, without a right, deleted", async () => {
    const { id } = discord.say({ user, channel, content: "mine" });
    const path = `/channels/${channel.id}/messages/${id}`;
    expect((await call("PATCH", path, { content: "b" })).body.code).toBe(50005);
    expect((await call("DELETE", path)).body.code).toBe(50013);
    discord.setBotPermissions(channel, channel.botPermissions | permission.MANAGE_MESSAGES);
    expect((await call("DELETE", path)).status).toBe(204);
    expect((await call("GET", path)).body.code).toBe(10008);
  });

  test("a token that is not its own opens nothing", async () => {
    const response = await fetch(`${discord.apiUrl}/v10/users/@me`, {
      headers: { authorization: "Bot nonsense" },
    });
    expect([response.status, await response.json()]).toEqual([
      401,
      { message: "401: Unauthorized", code: 0 },
    ]);
  });
});

describe("messages", () => {
  test("with the same enforced nonce are one, for a few minutes", async () => {
    const body = { content: "a", nonce: "job-1", enforce_nonce: true };
    const first = await post(body);
    const again = await post({ ...body, content: "b" });
    expect([again.status, again.body.id, again.body.content]).toEqual([200, first.body.id, "a"]);
    expect((await post({ content: "c", nonce: "job-1" })).body.id).not.toBe(first.body.id);
    discord.advance(3 * 60_000 + 1);
    expect((await post(body)).body.id).not.toBe(first.body.id);
  });

  test("ping exactly whom they may", async () => {
    const bob = discord.createUser({ name: "Bob" });
    const content = `<@${user.id}> <@${bob.id}> @everyone`;
    const cases: [object, string[]][] = [
      [{}, [user.id, bob.id]],
      [{ allowed_mentions: { parse: [] } }, []],
      [{ allowed_mentions: { users: [bob.id] } }, [bob.id]],
      [{ allowed_mentions: { parse: ["users", "everyone"] } }, [user.id, bob.id]],
    ];
    for (const [more, pinged] of cases) {
      const { body } = await post({ content, ...more });
      const message = discord.messages(channel).find(({ id }) => id === body.id);
      expect(message?.mentions).toEqual(pinged);
      expect(message?.mentionsEveryone).toBe(false);
    }
    const { body } = await post({ content: "quiet" });
    later();
    await call("PATCH", `/channels/${channel.id}/messages/${body.id}`, { content });
    expect(discord.messages(channel).at(-1)?.mentions).toEqual([]);
    expect(discord.messages(channel).at(-1)?.editedAt).toBeDefined();
  });

  test("in components v2 list no file that a component shows, and keep their flag", async () => {
    const media = { url: "attachment://a.png" };
    const components = [{ type: 12, items: [{ media }] }];
    const files: File[] = [
      ["a.png", plainPng(3, 1)],
      ["b.png", plainPng(5, 1)],
    ];
    const { body } = await post({ flags: V2, components }, files);
    expect(body.attachments.map(({ filename }: { filename: string }) => filename)).toEqual([
      "b.png",
    ]);
    expect(body.components[0]).toMatchObject({ id: 1, items: [{ media: { width: 3 } }] });
    expect(discord.messages(channel)[0]?.attachments).toHaveLength(2);
    const path = `/channels/${channel.id}/messages/${body.id}`;
    expect((await call("PATCH", path, { flags: 0 })).status).toBe(400);
    expect((await call("PATCH", path, { content: "a" })).status).toBe(400);
    const kept = body.components[0].items[0].media.attachment_id;
    const edited = await call("PATCH", path, { attachments: [{ id: kept }], components });
    expect(edited.status).toBe(200);
    expect(discord.messages(channel)[0]?.attachments.map(({ id }) => id)).toEqual([kept]);
  });

  test("turn to components v2 only with their content taken away", async () => {
    const { body } = await post({ content: "classic" });
    const path = `/channels/${channel.id}/messages/${body.id}`;
    const change = { flags: V2, components: [{ type: 10, content: "new" }] };
    expect((await call("PATCH", path, change)).body.code).toBe(50035);
    expect((await call("PATCH", path, { ...change, content: null, embeds: null })).status).toBe(
      200,
    );
  });

  test("gain files by an edit, unless it says which ones stay", async () => {
    const { body } = await post({}, [["a.png", plainPng(1, 1)]]);
    const path = `/channels/${channel.id}/messages/${body.id}`;
    const names = () => discord.messages(channel)[0]?.attachments.map(({ filename }) => filename);
    await call("PATCH", path, { content: "x" }, [["b.png", plainPng(1, 1)]]);
    expect(names()).toEqual(["a.png", "b.png"]);
    await call("PATCH", path, { attachments: [{ id: "0", description: "c" }] }, [
      ["c c.png", plainPng(1, 1)],
    ]);
    expect(names()).toEqual(["c_c.png"]);
    expect(discord.messages(channel)[0]?.attachments[0]?.description).toBe("c");
  });

  test("are listed newest first, before, after and around another", async () => {
    const ids = [1, 2, 3, 4, 5].map((n) => discord.say({ user, channel, content: `${n}` }).id);
    const list = async (query: string) => {
      const { body } = await call("GET", `/channels/${channel.id}/messages?${query}`);
      return body.map(({ id }: { id: string }) => ids.indexOf(id) + 1);
    };
    expect(await list("limit=2")).toEqual([5, 4]);
    expect(await list(`before=${ids[2]}&limit=1`)).toEqual([2]);
    expect(await list(`after=${ids[2]}`)).toEqual([5, 4]);
    expect(await list(`around=${ids[2]}&limit=3`)).toEqual([4, 3, 2]);
    later();
    expect((await call("GET", `/channels/${channel.id}/messages?limit=101`)).status).toBe(400);
  });

  test("of others are empty for it, unless they mention it", async () => {
    const files = [{ bytes: plainPng(1, 1), name: "a.png" }];
    discord.say({ user, channel, content: "to nobody", files });
    discord.say({ user, channel, content: `hey <@${discord.botUserId}>` });
    const { body } = await call("GET", `/channels/${channel.id}/messages`);
    expect(body[1]).toMatchObject({ content: "", attachments: [] });
    expect(body[0].content).toMatch("hey");
  });

  test("in private stay out of the channel's history and out of the bot's reach there", async () => {
    await call("PUT", `/applications/${discord.applicationId}/commands`, [
      { name: "a", description: "a" },
    ]);
    const asked = discord.command({ user, channel, name: "a" });
    const path = `/interactions/${asked.id}/${asked.token}/callback`;
    await call("POST", path, { type: 4, data: { content: "s", flags: 64 } });
    expect((await call("GET", `/channels/${channel.id}/messages`)).body).toEqual([]);
    const id = asked.responseMessage?.id;
    const message = `/channels/${channel.id}/messages/${id}`;
    expect((await call("PATCH", message, { content: "b" })).body.code).toBe(10008);
    expect((await call("DELETE", message)).body.code).toBe(10008);
    expect(discord.messages(channel)).toHaveLength(1);
  });
});

test("direct messages reach those who take them", async () => {
  const open = await call("POST", "/users/@me/channels", { recipient_id: user.id });
  expect(open.body).toMatchObject({ id: discord.dm(user).id, type: 1 });
  expect((await post({ content: "a" }, undefined, discord.dm(user))).status).toBe(200);
  user.acceptsDms = false;
  const refused = await post({ content: "b" }, undefined, discord.dm(user));
  expect(refused).toMatchObject({ status: 403, body: { code: 50007 } });
  expect((await call("POST", "/users/@me/channels", { recipient_id: "1" })).status).toBe(400);
});

describe("limits on requests", () => {
  test("a channel takes five messages in five seconds, another its own five", async () => {
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await post({ content: `${i}` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await post({ content: "a" });
    expect(refused.body).toMatchObject({ global: false, retry_after: expect.any(Number) });
    expect(refused.headers.get("x-ratelimit-scope")).toBe("user");
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const other = discord.createChannel({ guild });
    expect((await post({ content: "a" }, undefined, other)).status).toBe(200);
    expect(discord.rateLimited()).toBe(2);
    discord.advance(5000);
    expect((await post({ content: "a" })).status).toBe(200);
  });

  test("all together may be fifty a second", async () => {
    const places = Array.from({ length: 52 }, () => discord.createChannel({ guild }));
    const all = await Promise.all(places.map((one) => call("GET", `/channels/${one.id}`)));
    const refused = all.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.body.global).toBe(true);
    expect(refused[0]?.headers.get("x-ratelimit-global")).toBe("true");
  });
});

function textChunk(): Buffer {
  const chunk = Buffer.alloc(12 + 5);
  chunk.writeUInt32BE(5, 0);
  chunk.write("tEXta\0abc", 4, "latin1");
  return chunk;
}

describe("the CDN", () => {
  test("gives a file for a day, and again under a refreshed address", async () => {
    const png = plainPng(6, 1);
    const { body } = await post({}, [["a.png", png]]);
    const { url, width, content_type: type } = body.attachments[0];
    expect([width, type]).toEqual([6, "image/png"]);
    const good = await fetch(url);
    expect(Buffer.from(await good.arrayBuffer()).equals(png)).toBe(true);
    expect(good.headers.get("content-type")).toBe("image/png");
    expect((await fetch(url.split("?")[0])).status).toBe(404);
    expect((await fetch(url.replace(/hm=\w/, "hm=_"))).status).toBe(404);
    discord.advance(25 * 60 * 60_000);
    expect((await fetch(url)).status).toBe(404);
    const { body: fresh } = await call("POST", "/attachments/refresh-urls", {
      attachment_urls: [url],
    });
    expect(fresh.refreshed_urls[0].original).toBe(url);
    expect((await fetch(fresh.refreshed_urls[0].refreshed)).status).toBe(200);
    const foreign = { attachment_urls: ["https://example.org/a.png"] };
    expect((await call("POST", "/attachments/refresh-urls", foreign)).status).toBe(400);
  });

  test("may strip what is written in a picture, or lose it", async () => {
    const text = Buffer.concat([
      plainPng(2, 2).subarray(0, 33),
      textChunk(),
      plainPng(2, 2).subarray(33),
    ]);
    const fileOf = async () => (await post({}, [["a.png", text]])).body.attachments[0];
    expect((await fileOf()).size).toBe(text.length);
    discord.faults.stripMetadata = true;
    expect((await fileOf()).size).toBe(plainPng(2, 2).length);
    discord.faults.loseUploads = true;
    expect((await fetch((await fileOf()).url)).status).toBe(404);
  });

  test("has a face for everybody", async () => {
    const face = discord.createUser({ name: "Eve", avatar: plainPng(9, 9) });
    const path = `${discord.cdnOrigin}/avatars/${face.id}/${face.avatar?.hash}.png`;
    expect((await fetch(path)).status).toBe(200);
    expect((await fetch(`${discord.cdnOrigin}/embed/avatars/3.png`)).status).toBe(200);
    expect((await fetch(`${discord.cdnOrigin}/avatars/${user.id}/none.png`)).status).toBe(404);
  });
});

const isPost = (method: string) => method === "POST";

async function fetchStatus(): Promise<number> {
  const response = await fetch(`${discord.apiUrl}/v10/channels/${channel.id}/messages`, {
    method: "POST",
    headers: { authorization: `Bot ${discord.token}` },
    body: JSON.stringify({ content: "a" }),
  });
  await response.text();
  return response.status;
}

describe("faults", () => {
  test("answer badly as often as said, before or after the deed", async () => {
    discord.faults.fail({ match: isPost, status: 502, times: 1 });
    expect(await fetchStatus()).toBe(502);
    expect(discord.messages(channel)).toEqual([]);
    discord.faults.fail({ match: isPost, status: 500, times: 1, afterwards: true });
    expect((await post({ content: "a" })).status).toBe(500);
    expect(discord.messages(channel)).toHaveLength(1);
    discord.faults.fail({
      match: isPost,
      status: 429,
      times: 1,
      retryAfterSeconds: 2,
      global: true,
    });
    const limited = await post({ content: "a" });
    expect(limited.body).toMatchObject({ retry_after: 2, global: true });
    expect(limited.headers.get("x-ratelimit-global")).toBe("true");
    expect((await post({ content: "a" })).status).toBe(200);
  });

  test("break the connection, slow it, and end when taken back", async () => {
    const undo = discord.faults.fail({ match: isPost, status: 0, drop: true, afterwards: true });
    await expect(post({ content: "a" })).rejects.toThrow("fetch failed");
    expect(discord.messages(channel)).toHaveLength(1);
    expect(discord.exchanges.at(-1)?.status).toBe(0);
    undo();
    const fast = discord.faults.slow(isPost, 120);
    const start = performance.now();
    await post({ content: "a" });
    expect(performance.now() - start).toBeGreaterThan(110);
    fast();
  });
});
