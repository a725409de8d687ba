import { picturesOf } from "../generation/work.ts";
import type { GpuTime } from "../store/quotas.ts";
import type { Context } from "./command.ts";
import type { Asker } from "./asker.ts";
import { cancelAfar } from "./cancel.ts";
import { UserError } from "../errors.ts";
import { rejectHeld } from "./reject-held.ts";

/** One store, as far as it keeps something of single people. */
export type Keeper = {
  /** What it keeps, for a key in the file. */
  name: string;
  exportOf(userId: string): Promise<unknown>;
  forget(userId: string): Promise<void>;
};

type Stores = Pick<
  Context,
  "settings" | "presets" | "history" | "records" | "inputs" | "originals" | "drafts" | "stats"
> & { gpuTime: Pick<GpuTime, "exportOf"> };

/** Those that keep something of people; each new one of that kind belongs here. */
export function createKeepers(stores: Stores): Keeper[] {
  const { settings, presets, history, records, inputs, originals, drafts, stats, gpuTime } = stores;
  const me = (id: string) => ({ scope: "me", id }) as const;
  return [
    {
      name: "settings",
      exportOf: async (userId) => (await settings.get(me(userId))).values,
      forget: (userId) => settings.remove(me(userId)),
    },
    {
      name: "presets",
      exportOf: (userId) => presets.exportOf(userId),
      forget: (userId) => presets.forget(userId),
    },
    {
      name: "pictures",
      exportOf: (userId) => history.list(userId),
      forget: (userId) => history.forget(userId),
    },
    {
      name: "gpuSeconds",
      exportOf: (userId) => gpuTime.exportOf(userId),
      // Who could reset a day's quota by this would; it goes by itself in days, and names nobody.
      forget: async () => undefined,
    },
    {
      name: "drafts",
      exportOf: (userId) => drafts.allOf(userId),
      forget: (userId) => drafts.forget(userId),
    },
    {
      name: "stats",
      exportOf: (userId) => stats.exportOf(userId),
      forget: (userId) => stats.forget(userId),
    },
    {
      name: "jobs",
      async exportOf(userId) {
        const ids = await records.idsOf(userId);
        return Promise.all(
          ids.map(async (id) => ({
            id,
            ...(await records.get(id)),
            notes: await records.notes(id),
          })),
        );
      },
      async forget(userId) {
        for (const id of await records.idsOf(userId)) {
          const [record, notes, ending] = await Promise.all([
            records.get(id),
            records.notes(id),
            records.ending(id),
          ]);
          // What is still being drawn or posted needs its notes to be posted once.
          const isOver = notes["posted"] !== undefined || ending === "cancelled";
          if (!isOver) continue;
          const pictures = record === undefined ? [] : picturesOf(record.request);
          for (const { hash } of pictures) await inputs.remove(hash);
          await originals.remove(id);
          await records.forget(id, userId);
        }
      },
    },
  ];
}

/** Everything that is kept of a person, as JSON. */
export async function exportPerson(userId: string, { keepers }: Context): Promise<Buffer> {
  const parts = await Promise.all(
    keepers.map(async ({ name, exportOf }) => [name, await exportOf(userId)] as const),
  );
  const all = { person: userId, at: new Date().toISOString(), ...Object.fromEntries(parts) };
  return Buffer.from(JSON.stringify(all, null, 2));
}

/** Forgets a person; what waits of theirs is cancelled. Answers how many jobs that were. */
export async function erasePerson(userId: string, by: Asker, context: Context): Promise<number> {
  const { producer, keepers } = context;
  const waiting = (await producer.waiting("generate", mostWaiting)).filter(
    ({ reply }) => reply.userId === userId,
  );
  let cancelled = 0;
  for (const job of waiting) {
    try {
      await cancelAfar(job, by, context);
      cancelled += 1;
    } catch (error) {
      // Drawn in the meantime.
      if (!(error instanceof UserError)) throw error;
    }
  }
  await rejectHeld(userId, by.userName, context);
  for (const { forget } of keepers) await forget(userId);
  return cancelled;
}

const mostWaiting = 10_000;
