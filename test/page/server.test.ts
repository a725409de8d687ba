import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type StandInDiscord, startDiscord } from "../../src/demo/discord/start.ts";
import { furnish, type PagePlaces } from "../../src/demo/page/places.ts";
import { startPage, type Page } from "../../src/demo/page/start.ts";
import { demo as words } from "../../src/text/host/demo.ts";

let discord: StandInDiscord;
let places: PagePlaces;
let page: Page;

beforeAll(async () => {
  discord = await startDiscord();
  places = await furnish(discord, words.places);
  page = await startPage({ discord, members: places.members, words: words.page });
});

afterAll(async () => {
  await page.close();
  await discord.close();
});

const member = () => places.members[0]?.id ?? "";
const act = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${page.url}do/${name}?member=${member()}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

/** `fetch` normalises paths and sets its own Host; this sends them as they are. */
const statusOf = (path: string, headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { port } = new URL(page.url);
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });

test("the page allows no script, style or picture but its own and the CDN's", async () => {
  const response = await fetch(page.url);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain(`img-src 'self' blob: ${discord.cdnOrigin}`);
  expect(policy).not.toContain("unsafe");
  const html = await response.text();
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style=/);
});

test("nobody outside this computer's own page gets in", async () => {
  expect(await statusOf("/")).toBe(200);
  expect(await statusOf("/", { host: "evil.example" })).toBe(403);
  expect(await statusOf("/events", { origin: "https://evil.example" })).toBe(403);
  expect((await act("say", {}, { origin: "https://evil.example" })).status).toBe(403);
});

test("only the files of the page can be read", async () => {
  expect(await statusOf("/main.js")).toBe(200);
  for (const path of [
    "/../start.ts",
    "/%2e%2e/start.ts",
    "/..%2fstart.ts",
    "/client/main.js",
    "/do/say",
  ])
    expect(await statusOf(path), path).toBe(404);
});

test("every word on the page comes from the words", async () => {
  const response = await fetch(`${page.url}words.json`);
  expect(await response.json()).toEqual(words.page);
});

test("an act that makes no sense is refused, and breaks nothing", async () => {
  expect((await act("toString", {})).status).toBe(404);
  expect((await act("say", "text")).status).toBe(404);
  expect((await act("press", { message: "1", customId: "x" })).status).toBe(409);
  expect((await act("command", { channel: "1", name: "draw" })).status).toBe(409);
  expect((await act("switch", { name: "nothing", on: true })).status).toBe(409);
  const { id: channel } = places.channels.pictures;
  expect((await act("say", { channel, content: "hello" })).status).toBe(200);
  expect(discord.messages(places.channels.pictures).map(({ content }) => content)).toEqual([
    "hello",
  ]);
});

test("files that Discord would not take are refused with a word", async () => {
  const response = await act("say", { channel: "1", content: "x".repeat(26 * 1024 * 1024) });
  expect(response.status).toBe(409);
  expect(await response.json()).toEqual({ why: "Request entity too large" });
});

test("the stream tells a member nothing that is for another alone", async () => {
  const [ada, mo] = places.members;
  if (!ada || !mo) throw new Error("nobody is there");
  discord.say({ user: mo, channel: discord.dm(mo), content: "between us" });
  const response = await fetch(`${page.url}events?member=${ada.id}`);
  const { value } = (await response.body?.getReader().read()) ?? {};
  const first = new TextDecoder().decode(value);
  expect(first).toContain("event: whole");
  expect(first).toContain("hello");
  expect(first).not.toContain("between us");
});
