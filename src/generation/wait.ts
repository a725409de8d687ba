/** A webui, when it is done with what it draws, and the model it will have then. */
export type Lane = { webui: string; freeInSeconds: number; model: string | undefined };

/** Something that waits; without a model it is done with whatever is loaded. */
export type Waiting = { model?: string | undefined };

/**
 * Seconds until a drawing begins that stands behind `ahead`: each of these goes to the webui that is free for it first, as
 * the workers take them, and leaves its model there. `secondsOn` is how long a drawing takes on a webui (with `swapped`,
 * when another model is loaded there), nothing where that webui cannot draw it. Nothing if no webui can draw `own`.
 */
export function estimateWait<T extends Waiting>(
  ahead: readonly T[],
  own: T,
  running: readonly Lane[],
  secondsOn: (drawing: T, webui: string, swapped: boolean) => number | undefined,
): number | undefined {
  const lanes = running.map((lane) => ({ ...lane }));
  for (const drawing of ahead) {
    const next = firstFree(lanes, drawing, secondsOn);
    if (next === undefined) continue;
    next.lane.freeInSeconds += next.seconds;
    next.lane.model = drawing.model ?? next.lane.model;
  }
  return firstFree(lanes, own, secondsOn)?.lane.freeInSeconds;
}

function firstFree<T extends Waiting>(
  lanes: readonly Lane[],
  drawing: T,
  secondsOn: (drawing: T, webui: string, swapped: boolean) => number | undefined,
) {
  let first: { lane: Lane; seconds: number } | undefined;
  for (const lane of lanes) {
    if (first !== undefined && lane.freeInSeconds >= first.lane.freeInSeconds) continue;
    const seconds = secondsOn(drawing, lane.webui, isOther(drawing, lane));
    if (seconds !== undefined) first = { lane, seconds };
  }
  return first;
}

/** A model has to be loaded for it; one that is not known may be the right one. */
function isOther({ model }: Waiting, lane: Lane): boolean {
  return model !== undefined && lane.model !== undefined && lane.model !== model;
}
