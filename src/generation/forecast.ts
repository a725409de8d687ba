import { estimateSeconds, type Run } from "./estimate.ts";
import { estimateWait } from "./wait.ts";
import { costOf, isDrawing, type Work } from "./work.ts";

/** Work that waits, as far as its place in the line goes. Without a model it is done with whatever is loaded. */
export type Standing = { cost: number; model?: string | undefined };

export function standingOf(work: Work): Standing {
  return { cost: costOf(work), ...(isDrawing(work) ? { model: work.model } : {}) };
}

/** What is known of the webuis that can draw now: the model that each has loaded, if that is known. */
export type Lanes = readonly { webui: string; model: string | undefined }[];

/** Seconds until `own` is finished that stands behind `ahead`; nothing before anything was measured. */
export function forecast(
  ahead: readonly Standing[],
  own: Standing,
  runs: readonly Run[],
  lanes: Lanes,
): number | undefined {
  const secondsOn = ({ cost, model = "" }: Standing, webui: string, swapped: boolean) =>
    estimateSeconds(runs, { webui, model, cost, swapped });
  // Where no webui is there, it is as if the first came back: nobody knows when.
  const there = lanes.length === 0 ? [{ webui: "", model: undefined }] : lanes;
  const free = there.map((lane) => ({ ...lane, freeInSeconds: 0 }));
  const wait = estimateWait(ahead, own, free, secondsOn);
  const drawing = Math.min(
    ...there.map(({ webui, model }) => secondsOn(own, webui, isSwap(own, model)) ?? Infinity),
  );
  return wait === undefined || !Number.isFinite(drawing) ? undefined : wait + drawing;
}

/** Only where it is known that another model is loaded. */
export function isSwap({ model }: Standing, loaded: string | undefined): boolean {
  return model !== undefined && loaded !== undefined && model !== loaded;
}
