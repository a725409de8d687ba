import { RuleError } from "../errors.ts";
import { nextDay } from "../generation/day.ts";
import type { Limits } from "../generation/limits.ts";
import type { GenerateJob } from "../jobs.ts";
import type { Reason, Used } from "../store/quotas.ts";
import type { Text } from "../text/en.ts";
import type { Context } from "./command.ts";

/**
 * Takes one of the job's author's places; `seconds`: what it will take about. It is given back when the job leaves the
 * line.
 * @throws {RuleError} naming the limit that is reached, what is used of it and when it frees.
 */
export async function takePlace(
  { id, reply: { userId, guildId } }: GenerateJob,
  seconds: number,
  limits: Limits,
  { quotas }: Pick<Context, "quotas">,
): Promise<void> {
  const { reason, used } = await quotas.take({ id, userId, guildId, seconds }, limits);
  if (reason === undefined) return;
  const words = refusals[reason];
  throw new RuleError((text) => words(text, limits, used, seconds));
}

type Words = (text: Text, limits: Limits, used: Used, seconds: number) => string;

const refusals: Record<Reason, Words> = {
  waiting: ({ limits: { refused } }, { max_waiting: most }, { waiting }) =>
    refused.waiting(waiting, most),
  hour: ({ limits: { refused } }, { max_per_hour: most }, { hour, hourFreeAt = Date.now() }) =>
    refused.hour(hour, most, hourFreeAt),
  cooldown: ({ limits: { refused } }, { cooldown_seconds: pause }, { pausedUntil = Date.now() }) =>
    refused.cooldown(pause, pausedUntil),
  gpu: ({ limits: { refused } }, { gpu_seconds_per_day: most }, { spent, reserved }) =>
    refused.gpu(spent, reserved, most, nextDay(Date.now())),
  gpuTooMuch: (
    { limits: { refused } },
    { gpu_seconds_per_day: most },
    { spent, reserved },
    seconds,
  ) => refused.gpuTooMuch(seconds, spent, reserved, most, nextDay(Date.now())),
};
