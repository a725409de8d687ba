import type { Redis } from "ioredis";
import { keyPrefix } from "./redis.ts";

/** What the bot tells the workers at once: a job is cancelled; one picture of it is enough as it is; somebody missed a name, so the lists are wanted anew. */
export type Signals = {
  cancel(id: string): Promise<void>;
  skip(id: string): Promise<void>;
  refresh(): Promise<void>;
};

export type SignalListener = {
  onCancel(id: string): void;
  onSkip(id: string): void;
  onRefresh(): void;
};

const cancelChannel = `${keyPrefix}:cancel`;
const skipChannel = `${keyPrefix}:skip`;
const refreshChannel = `${keyPrefix}:refresh`;

export function createSignals(redis: Redis): Signals {
  return {
    async cancel(id) {
      await redis.publish(cancelChannel, id);
    },
    async skip(id) {
      await redis.publish(skipChannel, id);
    },
    async refresh() {
      await redis.publish(refreshChannel, "");
    },
  };
}

/** `redis` must be a connection of its own, as subscribing demands. */
export async function hearSignals(redis: Redis, listener: SignalListener): Promise<void> {
  redis.on("message", (channel: string, id: string) => {
    if (channel === cancelChannel) listener.onCancel(id);
    if (channel === skipChannel) listener.onSkip(id);
    if (channel === refreshChannel) listener.onRefresh();
  });
  await redis.subscribe(cancelChannel, skipChannel, refreshChannel);
}
