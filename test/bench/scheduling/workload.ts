import { chance } from "./chance.ts";

/** A job as it will be asked for; seconds are what drawing it really takes. */
export type Asked = {
  id: string;
  userId: string;
  guildId: string;
  weight: number;
  guildWeight: number;
  model: string;
  at: number;
  seconds: number;
  /** What it is thought to take. */
  estimate: number;
};

export type Scenario = {
  webuis: number;
  models: number;
  members: number;
  /** Of each member. */
  jobs: number;
  swapSeconds: number;
  /** Drawing takes so long, or anything between the two. */
  seconds: number | readonly [number, number];
  /** Estimates are wrong by up to this factor, both ways. */
  wrongBy: number;
};

export const small: Scenario = {
  webuis: 2,
  models: 4,
  members: 8,
  jobs: 12,
  swapSeconds: 15,
  seconds: 5,
  wrongBy: 1,
};
export const large: Scenario = { ...small, webuis: 8, models: 20, members: 200, jobs: 4 };

const withinSeconds = 60;
const favouriteShare = 0.7;

/** Everything is asked for in the first minute; each member has a favourite model. */
export function createWorkload(scenario: Scenario, seed: number): Asked[] {
  const { models, members, jobs, seconds, wrongBy } = scenario;
  const next = chance(seed);
  const pick = (count: number) => Math.floor(next() * count);
  const [least, most] = typeof seconds === "number" ? [seconds, seconds] : seconds;
  const asked: Asked[] = [];
  for (let member = 0; member < members; member += 1) {
    const favourite = pick(models);
    for (let number = 0; number < jobs; number += 1) {
      const other = (favourite + 1 + pick(models - 1)) % models;
      const takes = least + next() * (most - least);
      asked.push({
        id: `${member}-${number}`,
        userId: `member-${member}`,
        guildId: "guild",
        weight: 1,
        guildWeight: 1,
        at: next() * withinSeconds,
        model: `model-${next() < favouriteShare ? favourite : other}`,
        seconds: takes,
        estimate: takes * wrongBy ** (2 * next() - 1),
      });
    }
  }
  return asked;
}

/** No order can do with less: all drawing, and each model loaded once, spread evenly. */
export function lowerBound({ webuis, swapSeconds }: Scenario, asked: readonly Asked[]): number {
  const drawing = asked.reduce((sum, { seconds }) => sum + seconds, 0);
  const models = new Set(asked.map(({ model }) => model)).size;
  return (drawing + models * swapSeconds) / webuis;
}
