import { keyOf, type Redis } from "./redis.ts";

/** What the host has to say to everyone who waits, for a while. */
export type Announcement = {
  /** An empty text ends it. */
  set(text: string, seconds: number): Promise<void>;
  get(): Promise<string | undefined>;
};

export const announcementFamily = "announcement";
export const announcementKey = keyOf(announcementFamily);

export function createAnnouncement(redis: Redis): Announcement {
  return {
    async set(text, seconds) {
      if (text === "") await redis.del(announcementKey);
      else await redis.set(announcementKey, text, "EX", seconds);
    },
    get: async () => (await redis.get(announcementKey)) ?? undefined,
  };
}
