import { keyPrefix, type Redis } from "./redis.ts";

/**
 * What the bot tells the workers at once: a job is cancelled; one picture of it is enough as it is; something is there to draw; the webuis and their
 * lists are to be looked at anew; one of them is asked for something (`chores.ts`).
 */
export type Signals = {
  cancel(id: string): Promise<void>;
  skip(id: string): Promise<void>;
  /** Something waits that could not be taken before. */
  work(): Promise<void>;
  refresh(): Promise<void>;
  chore(json: string): Promise<void>;
};

export type SignalListener = {
  onCancel(id: string): void;
  onSkip(id: string): void;
  onWork(): void;
  onRefresh(): void;
  onChore(json: string): void;
};

const cancelChannel = `${keyPrefix}:cancel`;
const skipChannel = `${keyPrefix}:skip`;
const workChannel = `${keyPrefix}:work`;
const choreChannel = `${keyPrefix}:chore`;
const refreshChannel = `${keyPrefix}:refresh`;

export function createSignals(redis: Redis): Signals {
  return {
    async cancel(id) {
      await redis.publish(cancelChannel, id);
    },
    async skip(id) {
      await redis.publish(skipChannel, id);
    },
    async work() {
      await redis.publish(workChannel, "");
    },
    async refresh() {
      await redis.publish(refreshChannel, "");
    },
    async chore(json) {
      await redis.publish(choreChannel, json);
    },
  };
}

/** `redis` must be a connection of its own, as subscribing demands. */
export async function hearSignals(redis: Redis, listener: SignalListener): Promise<void> {
  redis.on("message", (channel: string, id: string) => {
    if (channel === cancelChannel) listener.onCancel(id);
    if (channel === skipChannel) listener.onSkip(id);
    if (channel === workChannel) listener.onWork();
    if (channel === refreshChannel) listener.onRefresh();
    if (channel === choreChannel) listener.onChore(id);
  });
  await redis.subscribe(cancelChannel, skipChannel, workChannel, refreshChannel, choreChannel);
}
