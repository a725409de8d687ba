import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Command } from "../../src/bot/command.ts";
import { loadFolder } from "../../src/bot/load.ts";
import { createOfferer } from "../../src/bot/offer.ts";
import { watchWebuis } from "../../src/bot/webuis.ts";
import type { Catalogs } from "../../src/store/catalogs.ts";
import { catalogOf } from "../generation/sample.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a bot that starts while Redis is away leaves Discord the commands that it has, until it knows what the webuis can do", async () => {
  const commands = await loadFolder<Command>(new URL("../../commands/", import.meta.url));
  let isRedisThere = false;
  const read: Catalogs["read"] = async () => {
    if (!isRedisThere) throw new Error("Redis is away");
    const upscaling = { ...catalogOf(), can: ["upscale" as const] };
    return [{ name: "a", up: true, state: "up", catalog: upscaling }];
  };
  const nothing = () => undefined;
  const webuis = await watchWebuis(
    { read } as Catalogs,
    {} as Parameters<typeof watchWebuis>[1],
    nothing,
    nothing,
  );
  const offerer = createOfferer(commands, () =>
    webuis.areKnown() ? { catalogs: webuis.catalogs(), writesPrompts: false } : undefined,
  );
  const registered: string[][] = [];
  offerer.start(async (body) => {
    registered.push(body.map((each) => String("name" in each && each.name)));
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(registered).toEqual([]);
  isRedisThere = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(registered).toEqual([expect.arrayContaining(["draw", "upscale"])]);
  offerer.close();
  webuis.close();
});
