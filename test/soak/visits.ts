import { setTimeout as delay } from "node:timers/promises";
import type { Channel, StandInDiscord, User } from "../../src/demo/discord/start.ts";
import type { Chance } from "../faults/chance.ts";
import type { Chronicle } from "../faults/runs/story.ts";

type Place = { user: User; channel: Channel };
type Visit = (
  discord: StandInDiscord,
  place: Place,
  chronicle: Chronicle,
  chance: Chance,
) => unknown;

const words = ["d", "da", "day", "ink", "a"] as const;
/** Milliseconds in which somebody thinks better of it. */
const regretMs = [50, 1_500] as const;

const command =
  (name: string, options: Record<string, string | number | boolean> = {}): Visit =>
  (discord, place, { others }) =>
    others.add(discord.command({ ...place, name, options }).id);

const complete =
  (name: string, focused: string): Visit =>
  async (discord, place, _, chance) =>
    discord.complete({ ...place, name, focused, value: chance.pick(words) });

const lastResult = (discord: StandInDiscord, channel: Channel) =>
  discord
    .messages(channel)
    .findLast((message) => discord.buttonsOf(message).some(({ emoji }) => emoji === "🎲"));

/** Any member may open the dialog of a result, and see what it was made with. */
const openDialog: Visit = (discord, { user, channel }, { others }) => {
  const message = lastResult(discord, channel);
  const pen =
    message && discord.buttonsOf(message).find(({ customId }) => customId.startsWith("edit:"));
  if (message && pen) others.add(discord.press({ user, message, customId: pen.customId }).id);
};

/** ❌ on whatever of one's own waits or is drawn. */
const cancel: Visit = async (discord, { user }, { asks }, chance) => {
  await delay(chance.between(...regretMs));
  const ask = asks.findLast(({ interaction, postedAt, hidden }) => {
    const message = interaction.responseMessage;
    if (interaction.user !== user || hidden === true || postedAt !== undefined) return false;
    if (message === undefined || message.deleted) return false;
    return discord.buttonsOf(message).some(({ emoji }) => emoji === "❌");
  });
  const message = ask?.interaction.responseMessage;
  if (ask === undefined || message === undefined) return;
  discord.press({ user, message, emoji: "❌" });
  ask.cancelledAt = Date.now();
};

const visits: readonly [Visit, ...Visit[]] = [
  complete("draw", "model"),
  complete("draw", "sampler_name"),
  complete("settings set", "name"),
  command("settings set", { name: "cfg_scale", value: "7", scope: "me" }),
  command("settings reset", { scope: "me" }),
  command("settings view"),
  command("queue"),
  command("history"),
  command("info"),
  openDialog,
  cancel,
];

/** So many things that people do between two errands. */
const most = 8;

export type Visitors = ReturnType<typeof createVisitors>;

/** Answers to these are asked for and not looked at, but what they leave behind is. */
export function createVisitors(discord: StandInDiscord, chance: Chance) {
  const counts = { made: 0, failed: 0 };
  return {
    counts,
    async visit(chronicle: Chronicle, place: Place): Promise<void> {
      const many = chance.between(1, most);
      for (let left = many; left > 0; left -= 1) {
        const visit = chance.pick(visits);
        counts.made += 1;
        try {
          await visit(discord, place, chronicle, chance);
        } catch {
          // The bot was away, or a message has just gone: people try something else.
          counts.failed += 1;
        }
      }
    },
  };
}
