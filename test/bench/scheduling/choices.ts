import { loadingSeconds, type Run } from "../../../src/generation/estimate.ts";
import { chooseNext, type Situation } from "../../../src/generation/schedule/choose.ts";
import {
  emptyLedger,
  type Ledger,
  settle,
  type WaitingJob,
} from "../../../src/generation/schedule/ledger.ts";
import { drawingSeconds, type Place } from "../../../src/generation/schedule/places.ts";
import type { Command } from "./monitor.ts";

/** A job that a webui was really given, and what the rules give it in that situation. */
export type Choice = { at: number; webui: string; id: string; byRule: string | undefined } & Pick<
  Situation,
  "waiting" | "ledger"
>;

type LaneEntry = { model?: string; jobs: { id: string; until: number }[] };

/** All that is known at one moment. */
type State = {
  places: Readonly<Record<string, Omit<Place, "id">>>;
  waiting: readonly string[];
  active: readonly string[];
  ledger: Ledger;
  settled: Readonly<Record<string, string>>;
  lanes: Readonly<Record<string, LaneEntry>>;
  runs: readonly Run[];
};

type Start = { webuis: readonly string[]; loaded: string; runs: readonly Run[] };

/**
 * What was really chosen, told from all that Redis was told. What the scheduler knew of then is put together from the same
 * in another way than it does itself.
 */
export function choicesIn(
  commands: readonly Command[],
  { webuis, loaded, runs }: Start,
  boundSeconds: number,
): Choice[] {
  const lanes = Object.fromEntries(webuis.map((name) => [name, { model: loaded, jobs: [] }]));
  const none = { places: {}, waiting: [], active: [], ledger: emptyLedger, settled: {} };
  let state: State = { ...none, lanes, runs };
  /** When whoever chooses looked last, and what there was to see. */
  let seen = { at: 0, state };
  const choices: Choice[] = [];
  for (const { at, words } of commands) {
    if (words[0] === "time") seen = { at, state };
    const given = givenBy(words);
    if (given !== undefined) {
      const { webui, id } = given;
      const situation = situationOf(seen.state, webui, seen.at, boundSeconds);
      const byRule = chooseNext(situation)?.id;
      choices.push({ at, webui, id, byRule, waiting: situation.waiting, ledger: situation.ledger });
    }
    state = after(state, words);
  }
  return choices;
}

function givenBy([command, key, webui = "", json = ""]: readonly string[]) {
  if (command !== "hset" || key !== "{easel}:lanes") return undefined;
  const id = (JSON.parse(json) as LaneEntry).jobs.at(-1)?.id;
  return id === undefined ? undefined : { webui, id };
}

function after(state: State, words: readonly string[]): State {
  const [command = "", key = "", field = "", value = ""] = words;
  switch (`${command.toLowerCase()} ${key.replace("{easel}:", "")}`) {
    case "hsetnx line":
      return { ...state, places: { ...state.places, [field]: JSON.parse(value) as Place } };
    case "lpush generate:wait":
    case "rpush generate:wait": {
      const id = field.replace("job-", "");
      return { ...state, waiting: [...state.waiting.filter((each) => each !== id), id] };
    }
    case "set ledger":
      return { ...state, ledger: JSON.parse(field) as Ledger };
    case "del ledger":
      return { ...state, ledger: emptyLedger };
    case "hset settled":
      return { ...state, settled: { ...state.settled, [field]: value } };
    case "hdel settled":
      return { ...state, settled: without(state.settled, field) };
    case "hset lanes": {
      const id = givenBy(words)?.id ?? "";
      const lanes = { ...state.lanes, [field]: JSON.parse(value) as LaneEntry };
      const waiting = state.waiting.filter((each) => each !== id);
      return { ...state, lanes, waiting, active: [...state.active, id] };
    }
    case "lrem generate:active":
      return { ...state, active: state.active.filter((id) => value !== `job-${id}`) };
    case "rpush runs":
      return { ...state, runs: [...state.runs, JSON.parse(field) as Run] };
    default:
      return state;
  }
}

function without<T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));
}

function situationOf(
  { places, waiting, active, ledger, settled, lanes, runs }: State,
  webui: string,
  now: number,
  boundSeconds: number,
): Situation {
  const modelAt = (name: string) => lanes[name]?.model;
  const freeIn = (name: string) => {
    const ends = (lanes[name]?.jobs ?? []).filter(({ id }) => active.includes(id));
    const until = Math.max(...ends.map((job) => job.until));
    return ends.length === 0 ? 0 : Math.max(0.001, Math.abs(until - now) / 1000);
  };
  return {
    waiting: waiting.flatMap((id): WaitingJob[] => {
      const place = places[id];
      if (place === undefined) return [];
      const model = place.model?.replace(".safetensors", "");
      return [{ ...place, id, model, cost: drawingSeconds(runs, place, webui), fitsHere: true }];
    }),
    lane: { loaded: modelAt(webui) },
    otherLanes: Object.keys(lanes)
      .filter((name) => name !== webui)
      .map((name) => ({ loaded: modelAt(name), freeInSeconds: freeIn(name), can: () => true })),
    ledger: Object.entries(settled).reduce(
      (now_, [id, seconds]) => settle(now_, id, Number(seconds), waiting.length),
      ledger,
    ),
    swapSeconds: loadingSeconds(runs, webui) ?? 0,
    boundSeconds,
  };
}
