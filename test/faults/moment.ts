import type { StandInDiscord } from "../../src/demo/discord/start.ts";
import type { StandInWebui } from "../../src/demo/webui/start.ts";
import type { Chance } from "./chance.ts";

/** When a blow falls: some milliseconds after the start, or after something that happens for the nth time. */
export type Moment = { after: Trigger; nth: number; ms: number };
export type Trigger = (typeof triggers)[number];

export const triggers = [
  "the first command",
  "a callback arrives",
  "a callback is answered",
  "a drawing begins",
  "a drawing is answered",
  "a post arrives",
  "a post is answered",
] as const;

/** Most blows fall where something is under way, the others anywhere. */
export function chooseMoment(chance: Chance, asks: number, chosen?: Trigger): Moment {
  const any = chance.pick(triggers);
  const after = chosen ?? any;
  const nth = chance.between(1, asks);
  if (after === "the first command") return { after, nth: 1, ms: chance.between(0, 2_500) };
  const most = after === "a drawing begins" ? 300 : 25;
  return { after, nth, ms: chance.between(0, most) };
}

/** Calls `strike` at that moment, unless put out before. `hear` is to be called whenever a trigger happens. */
export function createFuse({ after, nth, ms }: Moment, strike: () => void) {
  let left = nth;
  let timer: NodeJS.Timeout | undefined;
  return {
    hear(trigger: Trigger): void {
      if (trigger !== after) return;
      left -= 1;
      if (left !== 0) return;
      if (ms === 0) strike();
      else timer = setTimeout(strike, ms);
    },
    putOut(): void {
      left = -1;
      clearTimeout(timer);
    },
  };
}

export type Fuse = ReturnType<typeof createFuse>;

/** Tells of what arrives at Discord and what the webuis begin. */
export function watch(
  discord: StandInDiscord,
  webuis: readonly StandInWebui[],
  hear: (trigger: Trigger) => void,
) {
  // Asked of every request before it is carried out; slows none.
  const unwatch = discord.faults.slow((method, path) => {
    if (isCallback(method, path)) hear("a callback arrives");
    if (isPost(method, path)) hear("a post arrives");
    return false;
  }, 0);
  const known = webuis.map(({ drawings }) => drawings.length);
  const waiting = new Set<StandInWebui["drawings"][number]>();
  const timer = setInterval(() => {
    for (const [index, { drawings }] of webuis.entries()) {
      for (const drawing of drawings.slice(known[index])) waiting.add(drawing);
      known[index] = drawings.length;
    }
    for (const drawing of waiting) {
      if (drawing.startedAt === undefined) continue;
      waiting.delete(drawing);
      hear("a drawing begins");
    }
  }, 4);
  return () => {
    unwatch();
    clearInterval(timer);
  };
}

export const isCallback = (method: string, path: string) =>
  method === "POST" && path.endsWith("/callback");
export const isPost = (method: string, path: string) =>
  (method === "PATCH" && path.endsWith("/messages/@original")) ||
  (method === "POST" && /^\/channels\/\d+\/messages$/.test(path));
