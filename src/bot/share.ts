import { decideSetting, type Situation } from "../generation/rules.ts";
import type { GenerateJob } from "../jobs.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";

/** What a job's author gets of the GPU time while others wait, and what the server gets that they ask in. */
export async function shareOf(
  situation: Situation,
  guildId: string | undefined,
  { shares }: Pick<Context, "shares">,
): Promise<NonNullable<GenerateJob["share"]>> {
  const guildWeight = await orAway(() => shares.of(guildId));
  return { weight: decideSetting("gpu_share", situation).value ?? 1, guildWeight };
}
