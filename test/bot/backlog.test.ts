import { expect, it } from "vitest";
import { createBacklog } from "../../src/bot/backlog.ts";

it("takes no more than so many for each key until one of them is done", () => {
  const backlog = createBacklog(2);
  const first = backlog.enter("a");
  expect([first, backlog.enter("a")]).not.toContain(undefined);
  expect(backlog.enter("a")).toBeUndefined();
  expect(backlog.enter("b")).toBeDefined();
  first?.();
  expect(backlog.enter("a")).toBeDefined();
  expect(backlog.enter("a")).toBeUndefined();
});
