import { createStats } from "../../src/store/stats.ts";
import { redisIn } from "../harness/redis.ts";

const hourMs = 3600 * 1000;
const models = ["dreamscape_v8", "inkwash-xl", "photon_v1", "toybox"];
/** Jobs of the last days, and how they spread over a day that most people spend at work. */
const jobsADay = [21, 16, 24, 19, 38, 57, 26];
const jobsAnHour = [5, 3, 1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 9, 7, 5, 6, 8, 11, 15, 20, 22, 19, 14, 9];
const people = 17;

/** A week in which a community drew, the same at every call. */
export async function drawnBefore(dataDir: string, guildId: string | undefined): Promise<void> {
  const redis = redisIn(dataDir);
  const stats = createStats(redis);
  const hours = jobsAnHour.flatMap((jobs, hour) => Array.from({ length: jobs }, () => hour));
  const today = Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs;
  for (const [index, jobs] of jobsADay.entries()) {
    for (let job = 0; job < jobs; job += 1) {
      const seed = index * 100 + job;
      const chance = (of: number) => ((seed * 2654435761) % 4294967296) % of;
      const hour = hours[(seed * 37) % hours.length] ?? 0;
      await stats.count({
        id: `past-${seed}`,
        userId: `member-${chance(people)}`,
        guildId,
        at: today - (jobsADay.length - 1 - index) * 24 * hourMs + hour * hourMs,
        pictures: 1 + chance(4),
        model: `${models[Math.min(chance(7), chance(models.length))]}.safetensors`,
        drawnMs: 9_000 + chance(23) * 1_000,
        waitedMs: 300 * 1.09 ** chance(61),
      });
    }
  }
  redis.disconnect();
}
