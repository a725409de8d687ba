import { z } from "zod";
import { emptyLedger, type Ledger } from "../generation/schedule/ledger.ts";

/** What a webui was given last. Times in milliseconds since 1970, by the clock of Redis. */
const laneEntry = z.object({
  /** What it has loaded once it is done with these. */
  model: z.string().optional(),
  /** The jobs that it has, each with when it should be done, and what is loaded before. */
  jobs: z.array(z.object({ id: z.string(), until: z.number(), before: z.string().optional() })),
});
export type LaneEntry = z.infer<typeof laneEntry>;

const account = z.object({ floor: z.number(), times: z.record(z.string(), z.number()) });
const share = z.object({
  userId: z.string(),
  guildId: z.string(),
  weight: z.number(),
  guildWeight: z.number(),
  seconds: z.number(),
});
const ledgerSchema = z.object({
  guilds: account,
  members: z.record(z.string(), account),
  drawing: z.record(z.string(), share),
  putOff: z.record(z.string(), z.number()),
  passed: z.record(z.string(), z.record(z.string(), z.number())),
});

/** What another version wrote counts for nothing. */
function parsed<T extends z.ZodType>(schema: T, json: string): z.infer<T> | undefined {
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** Where it cannot be read, everybody begins anew. */
export const readLedger = (json: string | null): Ledger =>
  (json === null ? undefined : parsed(ledgerSchema, json)) ?? emptyLedger;

export function readLanes(fields: Readonly<Record<string, string>>): Record<string, LaneEntry> {
  const read = Object.entries(fields).flatMap(([webui, json]) => {
    const entry = parsed(laneEntry, json);
    return entry === undefined ? [] : [[webui, entry] as const];
  });
  return Object.fromEntries(read);
}
