import { expect, test } from "vitest";
import { detailsMessage } from "../../src/discord/details.ts";
import { en } from "../../src/text/en.ts";

const nothing = { id: "1", infotext: undefined, payloads: [], originals: [], draft: undefined };

test("a command that has no room in the message stands whole in a file beside it", () => {
  const filesFor = (command: string) =>
    detailsMessage(en, { ...nothing, command, hasSource: false }).files;
  expect(filesFor("/draw prompt: a yew")).toEqual([]);
  for (const long of [`/draw prompt: ${"a yew ".repeat(400)}--seed 4`, "/draw prompt: ```a```"]) {
    expect(filesFor(long)).toMatchObject([{ name: "easel-1-command.txt", data: long }]);
  }
});
