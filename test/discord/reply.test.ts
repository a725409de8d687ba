import { DiscordAPIError, type REST } from "@discordjs/rest";
import { expect, test } from "vitest";
import { lateMs, postResult } from "../../src/discord/reply.ts";
import type { Reply } from "../../src/jobs.ts";
import { replyOf } from "../queue/jobs.ts";

type Place = "original" | "channel" | "dm";
/** Discord's code and status, or what something else before it answers. */
const refusals = {
  "no right": [50_013, 403],
  "an archived thread": [50_083, 400],
  "a locked thread": [160_005, 400],
  "a dead token": [50_027, 401],
  "closed direct messages": [50_007, 403],
} as const;
type Refusal = keyof typeof refusals;

const placeOf = (method: string, route: string): Place | undefined => {
  if (method === "PATCH" && route.startsWith("/webhooks")) return "original";
  if (method !== "POST") return undefined;
  return route === "/channels/77/messages" ? "dm" : "channel";
};

/** Delivers one picture where these places refuse it, and says where it was tried. */
async function deliver(values: Partial<Reply>, closed: Partial<Record<Place, Refusal>>) {
  const tried: Place[] = [];
  const ask = (method: string) => async (route: string) => {
    if (route === "/users/@me/channels") return { id: "77" };
    if (method === "GET") return [];
    const place = placeOf(method, route);
    if (place === undefined) return {};
    tried.push(place);
    const refusal = closed[place];
    if (refusal === undefined) return { id: "5" };
    const [code, status] = refusals[refusal];
    throw new DiscordAPIError({ code, message: "" }, code, status, method, route, {});
  };
  const rest = { get: ask("GET"), post: ask("POST"), patch: ask("PATCH"), delete: ask("DELETE") };
  const notes = new Map<string, string>();
  const posted = postResult(
    // Only what a delivery asks of it.
    rest as unknown as REST,
    "9",
    replyOf(values),
    async () => [{ body: {}, files: [] }],
    {
      read: async () => Object.fromEntries(notes),
      note: async (name, value) => void notes.set(name, value),
    },
  );
  const route = await posted.then(
    (each) => each.route,
    (error: Error) => error.name,
  );
  return { route, tried };
}

const late = () => ({ askedAt: Date.now() - lateMs - 60_000 });
const old = () => ({ askedAt: Date.now() - 20 * 60_000 });

test.each<[string, () => Partial<Reply>, Partial<Record<Place, Refusal>>, Place[]]>([
  ["on the waiting message", () => ({}), {}, ["original"]],
  [
    "as a new message where its thread was archived",
    () => ({}),
    { original: "an archived thread" },
    ["original", "channel"],
  ],
  [
    "on the waiting message where it is late, and the bot may not write any more",
    late,
    { channel: "no right" },
    ["channel", "original"],
  ],
  [
    "by direct message where the thread is locked, too",
    late,
    { channel: "a locked thread", original: "an archived thread" },
    ["channel", "original", "dm"],
  ],
  ["by direct message where its token is old", old, { channel: "no right" }, ["channel", "dm"]],
  [
    "by direct message where it is private",
    () => ({ private: true }),
    { original: "a dead token" },
    ["original", "dm"],
  ],
])("a result is posted %s", async (_where, values, closed, expected) => {
  const { route, tried } = await deliver(values(), closed);
  expect(tried).toEqual(expected);
  expect(route).toBe(expected.at(-1));
});

test("a result is given up where every place is closed, each tried once", async () => {
  const closed = {
    original: "a dead token",
    channel: "no right",
    dm: "closed direct messages",
  } as const;
  expect(await deliver({}, closed)).toEqual({
    route: "UndeliverableError",
    tried: ["original", "channel", "dm"],
  });
});
