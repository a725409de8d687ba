import { chance } from "../bench/scheduling/chance.ts";
import { easel } from "../bench/scheduling/rules.ts";
import { simulate, type Webui } from "../bench/scheduling/simulate.ts";
import type { Asked } from "../bench/scheduling/workload.ts";

/** Two webuis that draw at different paces, scaled down so that a test can wait for them. Seconds. */
export const scale = { perStep: 0.06, overhead: 0.05, swap: 0.9, bound: 4, ahead: 1.5, pace: 1.35 };
export const models = ["alpha", "beta", "gamma"];
const members = 5;
const webuis: Webui[] = [
  { name: "fast", loaded: "alpha" },
  { name: "slow", loaded: "alpha", pace: scale.pace },
];

export type RobustJob = Asked & { steps: number };

/** Which webui is the first to ask, and whether it does so twice before the other one. */
const beginnings = [
  { first: "fast", lateBy: 0 },
  { first: "fast", lateBy: 0.005 },
  { first: "slow", lateBy: 0 },
  { first: "slow", lateBy: 0.005 },
] as const;

/** Who is given what, by webui; both are free at the start. */
function simulatedOrder(
  asked: readonly Asked[],
  { first, lateBy }: (typeof beginnings)[number],
): string[][] {
  const times = { swapSeconds: scale.swap, aheadSeconds: scale.ahead };
  const sorted = first === "fast" ? webuis : webuis.toReversed();
  const asking = sorted.map((webui, at) => ({ ...webui, from: at * lateBy }));
  const { given } = simulate({ webuis: asking, asked, ...times }, easel(scale.bound));
  return webuis.map(({ name }) =>
    given.filter((each) => asking[each.webui]?.name === name).map(({ job }) => job.id),
  );
}

/**
 * The orders that come out where each drawing takes about as long as it says: a busy machine adds some tenths of a
 * second here and there, and says who asks first.
 */
export function likelyOrders(asked: readonly Asked[]): Set<string> {
  const next = chance(1);
  const orders = new Set<string>();
  for (let round = 0; round < 250; round += 1) {
    const about = asked.map((job) => ({
      ...job,
      seconds: Math.max(0.05, job.seconds + 0.3 * (next() - 0.6)),
      // What is measured meanwhile changes what is expected of the others.
      estimate: job.estimate * (1 + 0.1 * next()),
    }));
    for (const beginning of beginnings)
      orders.add(JSON.stringify(simulatedOrder(round === 0 ? asked : about, beginning)));
  }
  return orders;
}

/** As random as any; of those with this many jobs it is one that has few likely orders. */
export const robustWorkload = (): RobustJob[] => workload(20, 102);

function workload(count: number, seed: number): RobustJob[] {
  const next = chance(seed);
  const pick = (most: number) => Math.floor(next() * most);
  return Array.from({ length: count }, (_, index) => {
    const steps = 6 + pick(11);
    const seconds = steps * scale.perStep + scale.overhead;
    return {
      id: String(index).padStart(3, "0"),
      userId: `member-${pick(members)}`,
      guildId: "guild",
      weight: 1,
      guildWeight: 1,
      model: models[pick(models.length)] ?? "alpha",
      at: 0,
      steps,
      seconds,
      estimate: seconds,
    };
  });
}
