import type { Outgoing } from "../discord/outgoing.ts";
import { postability } from "../discord/permissions.ts";
import { statsMessage } from "../discord/stats.ts";
import { UserError } from "../errors.ts";
import { busiestHour, lastDays, medianWait, sum, type Tally } from "../generation/tally.ts";
import { keepDays, type Whose } from "../store/stats.ts";
import type { Text } from "../text/en.ts";
import { readAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { courseChart, hoursChart, modelsChart, waitsChart } from "./stats-charts.ts";

export const statsPeriods = ["today", "week", "ever"] as const;
export const statsOwners = ["server", "me"] as const;

/** What one wants to see. */
export type StatsView = {
  period: (typeof statsPeriods)[number];
  of: (typeof statsOwners)[number];
};

/**
 * How much was drawn, in words for all times and in charts for one of them.
 * @throws {UserError} where there is no server to ask about.
 */
export async function statsPage(
  interaction: Asking,
  { period, of }: StatsView,
  text: Text,
  { stats, paint }: Context,
): Promise<Outgoing> {
  const whose = whoseOf(interaction, of);
  const now = Date.now();
  const days = lastDays(now, period === "ever" ? keepDays : 7);
  const [today, week, ever, pictures] = await orAway(() =>
    Promise.all([
      stats.during(whose, lastDays(now, 1)),
      stats.during(whose, lastDays(now, 7)),
      stats.ever(whose),
      stats.pictures(whose, days),
    ]),
  );
  const tallies = { today, week, ever };
  const title = text.stats.title[of];
  if (ever.jobs === 0) return statsMessage(text, title, [text.stats.nothing], []);
  const lines = statsPeriods.map(
    (each) => `**${text.stats.periods[each]}:** ${factsOf(text, tallies[each], of).join(" · ")}`,
  );
  const shown = tallies[period];
  if (shown.jobs === 0) {
    return statsMessage(text, title, [...lines, "", text.stats.nothingThen], []);
  }
  const { missing } = postability(interaction);
  if (missing.includes("AttachFiles")) {
    const why = text.refused.cannotPost(missing.map((name) => text.permissions[name]));
    return statsMessage(text, title, [...lines, "", why], []);
  }
  // What is described alone makes no pictures.
  const course =
    shown.pictures === 0
      ? []
      : period === "today"
        ? [hoursChart(text, shown, true)]
        : [
            courseChart(text, { days, pictures }, period === "week"),
            hoursChart(text, shown, false),
          ];
  const charted = [...course, ...modelsChart(text, shown), ...waitsChart(text, shown)];
  const painted = await paint(charted.map(({ chart }) => chart));
  const sections = charted.map(({ heading, legend, alt }, index) => ({
    heading: `${heading} · ${text.stats.periods[period]}`,
    legend,
    alt,
    png: painted[index] ?? Buffer.alloc(0),
  }));
  return statsMessage(text, title, lines, sections);
}

function whoseOf(interaction: Asking, of: StatsView["of"]): Whose {
  if (of === "me") return { of: "person", id: readAsker(interaction).userId };
  const { guild_id: id } = interaction;
  if (id === undefined) throw new UserError((text) => text.refused.noServer);
  return { of: "server", id };
}

function factsOf(text: Text, tally: Tally, of: StatsView["of"]): string[] {
  const { stats } = text;
  const gpu = sum(tally.seconds.values());
  const wait = medianWait(tally);
  const hour = busiestHour(tally);
  return [
    stats.pictures(tally.pictures),
    ...(of === "server" ? [stats.people(tally.people)] : []),
    ...(gpu > 0 ? [stats.gpu(stats.duration(gpu))] : []),
    ...(wait === undefined ? [] : [stats.wait(stats.duration(wait))]),
    ...(hour === undefined ? [] : [stats.busiest(`${String(hour).padStart(2, "0")}:00`)]),
  ];
}
