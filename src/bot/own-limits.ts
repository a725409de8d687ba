import { code, cut } from "../discord/markdown.ts";
import { nextDay } from "../generation/day.ts";
import { type Limits, limitsOf } from "../generation/limits.ts";
import { decideSetting, type Situation } from "../generation/rules.ts";
import type { Used } from "../store/quotas.ts";
import type { Text } from "../text/en.ts";
import { rolesAs, someOf } from "./allowed.ts";
import { readAsker, textForAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { readRules } from "./rules.ts";

/** No command has a longer name. Characters. */
const maxName = 32;

/** The limits that hold for whoever asks where they ask, with what is used of them; a line each. */
export async function ownLimits(interaction: Asking, context: Context): Promise<string[]> {
  const { situation } = await readRules(interaction, context);
  const limits = limitsOf(situation);
  const owner = { userId: readAsker(interaction).userId, guildId: interaction.guild_id };
  const used = await orAway(() => context.quotas.look(owner, limits));
  const text = textForAsker(interaction);
  const lines = [
    ...limitLines(text, limits, used),
    ...shareLines(text, situation),
    ...allowedLines(text, situation),
  ];
  return lines.length === 0 ? [text.limits.info.none] : lines;
}

function limitLines({ limits: { info } }: Text, limits: Limits, used: Used): string[] {
  const { waiting, hour, hourFreeAt, pausedUntil, spent, reserved } = used;
  const line = (most: number, words: (most: number) => string) => (most === 0 ? [] : [words(most)]);
  return [
    ...line(limits.max_waiting, (most) => info.waiting(waiting, most)),
    ...line(limits.max_per_hour, (most) => info.hour(hour, most, hourFreeAt)),
    ...line(limits.cooldown_seconds, (pause) => info.cooldown(pause, pausedUntil)),
    ...line(limits.gpu_seconds_per_day, (most) =>
      info.gpu(spent, reserved, most, nextDay(Date.now())),
    ),
    ...line(limits.max_count, info.count),
    ...line(limits.max_steps, info.steps),
    ...line(limits.max_pixels, info.pixels),
    ...line(limits.max_upscale, info.scale),
  ];
}

/** The usual one says nothing. */
function shareLines({ limits: { info } }: Text, situation: Situation): string[] {
  const { value: share = 1 } = decideSetting("gpu_share", situation);
  return share === 1 ? [] : [info.share(share)];
}

function allowedLines({ limits: { info } }: Text, situation: Situation): string[] {
  const blocked = decideSetting("blocked_commands", situation).value ?? [];
  const roles = decideSetting("allowed_roles", situation).value ?? [];
  return [
    ...(blocked.length === 0
      ? []
      : [info.commands(someOf(blocked.map((name) => code(cut(name, maxName)))))]),
    ...(roles.length === 0 ? [] : [info.roles(rolesAs(roles))]),
  ];
}
