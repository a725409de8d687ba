import { describe, expect, it } from "vitest";
import type { Trigger } from "./moment.ts";
import { blows } from "./runs/blows.ts";
import { openInstallation } from "./runs/installation.ts";
import { playRun } from "./runs/run.ts";
import type { Kind } from "./runs/webuis.ts";

type Fall = { blow: string; seed: number; after?: Trigger };

/** `npm run test:faults` makes as many runs as one likes, with other blows too. */
const falls: Record<"together" | "shared", Fall[]> = {
  together: [
    { blow: "kill private redis", seed: 11 },
    { blow: "kill receiver", seed: 12 },
    { blow: "kill process", seed: 7, after: "a drawing is answered" },
  ],
  shared: [
    { blow: "kill bot", seed: 14 },
    { blow: "kill redis", seed: 15 },
    { blow: "kill both workers", seed: 7, after: "a drawing is answered" },
  ],
};

describe.concurrent("kill -9", () => {
  it.each(Object.entries(falls))(
    "loses and doubles nothing, whoever is killed (%s)",
    async (kind, all) => {
      const installation = await openInstallation(kind as Kind, 1);
      try {
        for (const { blow: name, ...fall } of all) {
          const blow = blows.find((each) => each.name === name);
          expect(blow).toBeDefined();
          const { problems, timeline } = await playRun(installation, { ...fall, blow });
          expect(problems, `${name}\n${timeline.join("\n")}`).toEqual([]);
        }
        expect(await installation.stop()).toEqual([]);
      } finally {
        await installation.remove();
      }
    },
    150_000,
  );
});
