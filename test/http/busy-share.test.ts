import { expect, test } from "vitest";
import { createBusyShares } from "../../src/http/busy-share.ts";
import { routeOf } from "../../src/discord/measured.ts";

test("a webui's busy share is of the last minute, or of as long as it is known", () => {
  let now = 0;
  const busy = createBusyShares(() => now);
  busy.know("a");
  expect([...busy.shares()]).toEqual([["a", 0]]);
  const works = (from: number, until: number) => {
    now = from;
    const rests = busy.begin("a");
    now = until;
    rests();
    return rests;
  };
  const rests = works(6_000, 10_000);
  expect(busy.shares().get("a")).toBeCloseTo(0.4);
  works(40_000, 70_000);
  rests();
  // The first drawing ended a minute ago.
  expect(busy.shares().get("a")).toBeCloseTo(0.5);
  now = 200_000;
  expect(busy.shares().get("a")).toBe(0);
  const ends = busy.begin("a");
  now = 215_000;
  // It works on.
  expect(busy.shares().get("a")).toBeCloseTo(0.25);
  now = 700_000;
  expect(busy.shares().get("a")).toBe(1);
  busy.forget("a");
  ends();
  expect(busy.shares().size).toBe(0);
});

test.each([
  [
    "https://discord.com/api/v10/interactions/123456789012345678/aW50/callback?a=b",
    "/interactions/:id/:token/callback",
  ],
  [
    "https://discord.com/api/v10/webhooks/123456789012345678/aW50.x_y/messages/%40original",
    "/webhooks/:id/:token/messages/@original",
  ],
  [
    "http://127.0.0.1:1/api/v10/channels/123456789012345678/messages/123456789012345679",
    "/channels/:id/messages/:id",
  ],
  [
    "http://h/api/v10/channels/123456789012345678/messages/123456789012345679/reactions/%E2%9D%8C/@me",
    "/channels/:id/messages/:id/reactions/:emoji",
  ],
  ["http://h/v10/gateway/bot", "/gateway/bot"],
])("a route is told without ids and tokens: %s", (url, route) => {
  expect(routeOf(url)).toBe(route);
});
