import { setTimeout as delay } from "node:timers/promises";
import type { Catalog } from "../generation/catalog.ts";
import type { Catalogs, WebuiState } from "../store/catalogs.ts";
import type { Signals } from "../store/signals.ts";

/** The webuis as last heard of; read often and without waiting, also while Redis is away. */
export type Webuis = {
  /** Asks again if none was up a moment ago: one may have come. */
  settle(): Promise<void>;
  /** Has the lists read anew and waits for them, for a moment. */
  renew(): Promise<void>;
  catalogs(): Catalog[];
  /** Whether they were heard of at all: until then, that there are none means nothing. */
  areKnown(): boolean;
  /** How many can draw now. */
  up(): number;
  /** Which ones. */
  names(): string[];
  /** All that are known, in the order of their names, in which they are numbered for members. */
  states(): readonly WebuiState[];
  close(): void;
};

const everyMs = 1_000;
/** A member waits for it, within Discord's 3 seconds. */
const renewMs = 1_000;

export async function watchWebuis(
  catalogs: Catalogs,
  signals: Signals,
  onError: (error: unknown) => void,
  /** Others are up than a moment ago. */
  onChange: (names: readonly string[]) => void,
): Promise<Webuis> {
  let states: WebuiState[] = [];
  let areKnown = false;
  const names = () => states.filter(({ up }) => up).map(({ name }) => name);
  let reading: Promise<void> | undefined;
  const read = async () => {
    try {
      const before = names().join();
      states = await catalogs.read();
      areKnown = true;
      if (names().join() !== before) onChange(names());
    } catch (error) {
      onError(error);
    } finally {
      reading = undefined;
    }
  };
  const refresh = () => (reading ??= read());
  await refresh();
  const timer = setInterval(() => void refresh(), everyMs);

  return {
    async settle() {
      if (!states.some(({ up }) => up)) await refresh();
    },
    async renew() {
      const newest = () => Math.max(0, ...states.map(({ catalog }) => catalog.readAt));
      const before = newest();
      await signals.refresh();
      const deadline = Date.now() + renewMs;
      while (newest() === before && Date.now() < deadline) {
        await delay(50);
        await refresh();
      }
    },
    // Those that are up come first: their names and their model are the ones to go by.
    catalogs: () =>
      [...states].sort((a, b) => Number(b.up) - Number(a.up)).map(({ catalog }) => catalog),
    areKnown: () => areKnown,
    up: () => states.filter(({ up }) => up).length,
    names,
    states: () => states,
    close: () => clearInterval(timer),
  };
}
