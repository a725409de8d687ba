import type { StandInDiscord } from "../../../src/demo/discord/start.ts";
import { type Exchange, startWebui, type StandInWebui } from "../../../src/demo/webui/start.ts";
import type { Chance } from "../chance.ts";

/** How Easel is run: all in one process, workers apart, or workers apart that share a webui. */
export const kinds = ["together", "apart", "shared"] as const;
export type Kind = (typeof kinds)[number];

export const models = {
  everywhere: ["daybreak-v6.safetensors", "inkwell-v3.safetensors"],
  /** On one webui each. */
  somewhere: ["aurora-xl.safetensors", "paper-cut.safetensors"],
} as const;
export const loras = { everywhere: "add-detail", somewhere: "watercolour-v2" } as const;

/** Lists of webuis by their numbers, one for each worker. */
export function listsOf(kind: Kind, many: number): number[][] {
  const all = Array.from({ length: many }, (_, number) => number);
  const last = many - 1;
  if (kind === "together") return [all];
  return kind === "apart" ? [all.slice(0, last), [last]] : [all, [last]];
}

/** Two or three webuis; some have what the others lack, the last may be of another kind. */
export async function startWebuis(
  chance: Chance,
  onExchange: (webui: StandInWebui, exchange: Exchange) => void,
): Promise<StandInWebui[]> {
  const many = chance.between(2, 3);
  const secondsPerStep = chance.pick([0.1, 0.2, 0.4]);
  const other = chance.pick(["a1111", "a1111", "forge", "sdnext", "koboldcpp", "sdcpp"]);
  const started: StandInWebui[] = [];
  for (let number = 0; number < many; number += 1) {
    const own = models.somewhere[number] ?? [];
    const isLast = number === many - 1;
    const webui: StandInWebui = await startWebui({
      kind: isLast ? other : "a1111",
      secondsPerStep,
      secondsToLoadModel: 0.1,
      pictureNoise: chance.maybe(0.3),
      models: [...models.everywhere, ...[own].flat()].map((name) => ({ name })),
      loras: [loras.everywhere, ...(number === 0 ? [loras.somewhere] : [])].map((name) => ({
        name,
      })),
      onExchange: (exchange) => onExchange(webui, exchange),
    });
    started.push(webui);
  }
  return started;
}

/** What nobody waits for any more is still drawn. */
export const isBusy = ({ drawings }: StandInWebui, since: number) =>
  drawings.slice(since).some(({ state }) => state === "waiting" || state === "drawing");

export type Sides = { discord: StandInDiscord; webuis: readonly StandInWebui[] };
