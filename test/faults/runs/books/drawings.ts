import type { Redis } from "ioredis";
import type { Drawing, StandInWebui } from "../../../../src/demo/webui/start.ts";
import { createRecords } from "../../../../src/store/records.ts";
import type { Ask } from "../../books.ts";
import type { Excuses } from "../excuses.ts";

/** Something that a webui drew in this run, and for whom. */
export type Drawn = { webui: StandInWebui; drawing: Drawing; ask: Ask | undefined };

/** Since the run began: `since` drawings of each webui were there before. */
export async function readDrawn(
  webuis: readonly StandInWebui[],
  since: readonly number[],
  asks: readonly Ask[],
  redis: Redis,
): Promise<Drawn[]> {
  const records = createRecords(redis);
  const seeds = await Promise.all(
    asks.map(async ({ interaction }) => {
      const { request } = (await records.get(interaction.id)) ?? {};
      return Number((request as { seed?: unknown } | undefined)?.seed);
    }),
  );
  const askOf = ({ body }: Drawing) =>
    asks.find(({ prompt, count }, index) => {
      const from = seeds[index] ?? Number.NaN;
      const seed = Number(body["seed"]);
      const isSeed = seed >= from && seed < from + count;
      return isSeed && prompt !== "" && String(body["prompt"]).startsWith(`${prompt},`);
    });
  return webuis
    .flatMap((webui, index) =>
      webui.drawings
        .slice(since[index])
        .map((drawing) => ({ webui, drawing, ask: askOf(drawing) })),
    )
    .sort((a, b) => a.drawing.receivedAt - b.drawing.receivedAt);
}

const pictureOf = ({ drawing: { body } }: Drawn) =>
  `${String(body["prompt"])} / ${String(body["seed"])}`;

/** What was drawn again although a webui answers, or answered, it: all of it counts, `excused` is what nobody could know. */
export type Again = { twice: number; excused: number; problems: string[] };

export function checkAgain(drawn: readonly Drawn[], excuses: Excuses): Again {
  const found: Again = { twice: 0, excused: 0, problems: [] };
  for (const [index, each] of drawn.entries()) {
    const earlier = drawn
      .slice(0, index)
      .find((other) => other.drawing.state === "answered" && pictureOf(other) === pictureOf(each));
    const { receivedAt = 0, answeredAt = 0 } = earlier?.drawing ?? {};
    if (earlier === undefined) continue;
    found.twice += 1;
    // Another kind of webui cuts a drawing into other parts: one that was not whole is of no use to it.
    const isOther = earlier.webui.kind !== each.webui.kind && !isWhole(earlier, drawn);
    const storedBy = Math.max(
      answeredAt,
      ...excuses.away.filter((each) => isDuring(answeredAt, each)).map(({ to }) => to),
    );
    const isUnheard = excuses.deaf.some(({ from, to }) => from <= storedBy && to >= receivedAt);
    if (isOther || isUnheard) found.excused += 1;
    else {
      const after = each.drawing.receivedAt - answeredAt;
      found.problems.push(`${pictureOf(each)}: drawn again ${after} ms after it was answered`);
    }
  }
  return found;
}

const isDuring = (at: number, { from, to }: { from: number; to: number }) =>
  at >= from - 50 && at <= to;

/** Whether that webui has answered with everything that was asked for. */
function isWhole({ webui, ask }: Drawn, drawn: readonly Drawn[]): boolean {
  if (webui.kind !== "koboldcpp") return true;
  const pictures = drawn.filter(
    (each) => each.webui === webui && each.ask === ask && each.drawing.state === "answered",
  );
  return new Set(pictures.map(pictureOf)).size >= (ask?.count ?? 0);
}

/** Every drawing is somebody's, with the seeds that were drawn when it was accepted, and none begins after its post. */
export function checkOwners(drawn: readonly Drawn[]): string[] {
  return drawn.flatMap((each) => {
    const { ask, drawing } = each;
    if (ask === undefined) return [`${pictureOf(each)}: nobody's drawing, or with another seed`];
    const late = drawing.receivedAt - (ask.postedAt ?? Infinity);
    return late > 0 ? [`${ask.interaction.id}: drawn ${late} ms after it was posted`] : [];
  });
}
