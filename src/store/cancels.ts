import type { Redis } from "ioredis";
import { keyPrefix } from "./redis.ts";

const channel = `${keyPrefix}:cancel`;

/** Tells every worker that a job is cancelled, in case it is drawing just now. */
export async function announceCancel(redis: Redis, id: string): Promise<void> {
  await redis.publish(channel, id);
}

/** Hears of cancelled jobs; `redis` must be a connection of its own, as subscribing demands. */
export async function hearCancels(redis: Redis, onCancel: (id: string) => void): Promise<void> {
  redis.on("message", (_channel: string, id: string) => onCancel(id));
  await redis.subscribe(channel);
}
