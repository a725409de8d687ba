import type { APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import type { Asking, Context } from "../../src/bot/command.ts";
import { dialogFetchMs, recall } from "../../src/bot/recall.ts";
import { UserError } from "../../src/errors.ts";
import type { FetchBounds } from "../../src/discord/attachments.ts";

test("a forgotten result whose picture does not come in time is known by its own words, both tries in one span", async () => {
  const spans: number[] = [];
  const context = {
    records: { get: async () => undefined, notes: async () => ({}) },
    rest: { post: async () => ({ refreshed_urls: [] }) },
    fetchAttachment: async (_url: string, { timeoutMs }: FetchBounds) => {
      spans.push(timeoutMs);
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new UserError((text) => text.refused.attachmentGone);
    },
  } as unknown as Context;
  const message = {
    content: "**a castle**\n-# Seed 7 · Model `x` · Steps 9",
    attachments: [{ url: "https://cdn/1/easel-1-1.png?ex=ffffffff", filename: "easel-1-1.png" }],
    embeds: [],
    author: { username: "Easel" },
  } as unknown as APIMessage;
  const soon = { withinMs: dialogFetchMs };
  const { work } = await recall(message, "1", {} as Asking, context, soon);
  expect(work).toMatchObject({ prompt: "a castle", seed: 7, steps: 9 });
  const [first = 0, second = 0] = spans;
  expect(spans).toHaveLength(2);
  expect(first).toBeLessThanOrEqual(dialogFetchMs);
  expect(second).toBeLessThan(first);
});
