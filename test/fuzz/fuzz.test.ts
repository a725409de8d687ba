import { expect, it } from "vitest";
import { runFuzz } from "./run.ts";

it("answers every interaction once, whatever is in it, and shows nobody what is another's alone", async () => {
  const { made, answers, problems } = await runFuzz({ count: 300, seed: 20_261_127 });
  expect(problems).toEqual([]);
  expect(Object.keys(made)).toHaveLength(8);
  // Jobs were taken, people refused, dialogs opened and names completed.
  expect(Object.keys(answers)).toEqual(
    expect.arrayContaining([
      "ChannelMessageWithSource",
      "ChannelMessageWithSource, private",
      "Modal",
      "ApplicationCommandAutocompleteResult",
    ]),
  );
});
