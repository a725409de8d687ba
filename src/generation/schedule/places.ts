import { estimateSeconds, guessedSecondsPerCost, type Run } from "../estimate.ts";
import type { Standing } from "../forecast.ts";
import type { Ledger, WaitingJob } from "./ledger.ts";
import { fairOrder } from "./order.ts";

/** A job that waits or is being drawn, as far as its place goes. `guildId`: one name for all direct messages. */
export type Place = Standing &
  Pick<WaitingJob, "id" | "userId" | "guildId" | "weight" | "guildWeight" | "arrivedAt">;

/** Seconds that drawing it takes on a webui, without loading a model; a guess before the first run. */
export function drawingSeconds(runs: readonly Run[], standing: Standing, webui = ""): number {
  const { cost, model = "" } = standing;
  const known = estimateSeconds(runs, { webui, model, cost, swapped: false });
  return known ?? cost * guessedSecondsPerCost;
}

/** Those that are being drawn, as far as the ledger knows, and then those that wait, whose turn is next first. */
export function inOrder(places: readonly Place[], ledger: Ledger, runs: readonly Run[]): Place[] {
  const isDrawn = ({ id }: Place) => id in ledger.drawing;
  const waiting = places
    .filter((place) => !isDrawn(place))
    .map((place) => ({
      ...place,
      place,
      model: place.model,
      cost: drawingSeconds(runs, place),
      fitsHere: true,
    }));
  return [...places.filter(isDrawn), ...fairOrder(waiting, ledger).map(({ place }) => place)];
}
