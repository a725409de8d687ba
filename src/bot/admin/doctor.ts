import { type APIInteraction, Routes } from "discord-api-types/v10";
import { code } from "../../discord/markdown.ts";
import { lackingHere } from "../../discord/permissions.ts";
import type { Trouble } from "../../generation/health.ts";
import type { WebuiState } from "../../store/catalogs.ts";
import type { Text } from "../../text/en.ts";
import { signs } from "../../text/names.ts";
import { orAway } from "../away.ts";
import type { Context } from "../command.ts";
import { unseenOf } from "./webuis.ts";

type Check = { name: string; state: keyof typeof signs; words: string };

/** What is in order and what is not, a line each, with what to do about it. */
export async function diagnosis(
  interaction: APIInteraction,
  text: Text,
  context: Context,
): Promise<string[]> {
  const { checks, ...words } = text.doctor;
  const [discord, redis, webuis, queue] = await Promise.all([
    checkDiscord(text, context),
    checkRedis(text, context),
    checkWebuis(text, context),
    readQueue(context),
  ]);
  const all: Check[] = [
    discord,
    ...checkPermissions(interaction, text),
    ...redis,
    { name: checks.queue, state: "fine", words: text.admin.queued(queue.running, queue.waiting) },
    context.writePrompt === undefined
      ? { name: checks.writer, state: "told", words: words.notSet }
      : // To ask it takes longer than this answer may.
        { name: checks.writer, state: "told", words: words.untried },
    // They may be many: what is wrong is not what a message has no room for.
    ...webuis.toSorted((a, b) => Number(b.state === "wrong") - Number(a.state === "wrong")),
  ];
  return all.map((check) => `${signs[check.state]} **${check.name}:** ${check.words}`);
}

/** By the only route that every Discord has. A fault is what is looked for: it fails nothing else. */
async function checkDiscord({ doctor, admin }: Text, { rest }: Context): Promise<Check> {
  const name = doctor.checks.discord;
  const startedAt = performance.now();
  try {
    await rest.get(Routes.gatewayBot());
    return { name, state: "fine", words: doctor.ping(Math.round(performance.now() - startedAt)) };
  } catch {
    return { name, state: "wrong", words: admin.troubles.down };
  }
}

/** Those for the very channel where it is asked. */
function checkPermissions(interaction: APIInteraction, text: Text): Check[] {
  const lacking = lackingHere(interaction);
  if (lacking === undefined) return [];
  const { checks, remedies, fine } = text.doctor;
  const names = lacking.map((name) => text.permissions[name]);
  return [
    names.length === 0
      ? { name: checks.permissions, state: "fine", words: fine }
      : { name: checks.permissions, state: "wrong", words: remedies.permissions(names) },
  ];
}

async function checkRedis(text: Text, { upkeep }: Context): Promise<Check[]> {
  const { checks, remedies, ping, fine, notSet } = text.doctor;
  const { milliseconds, isDurable } = await orAway(() => upkeep.look());
  const persistence = (): Omit<Check, "name"> => {
    if (isDurable === undefined) return { state: "told", words: notSet };
    return isDurable
      ? { state: "fine", words: fine }
      : { state: "wrong", words: remedies.persistence };
  };
  return [
    { name: checks.redis, state: "fine", words: ping(milliseconds) },
    { name: checks.persistence, ...persistence() },
  ];
}

async function checkWebuis(text: Text, { webuis, drains, roster }: Context): Promise<Check[]> {
  const { checks, remedies } = text.doctor;
  const [drained, added] = await orAway(() => Promise.all([drains.all(), roster.all()]));
  const states = webuis.states();
  const unseen = unseenOf(states, added);
  if (states.length + unseen.length === 0) {
    return [{ name: text.admin.command.webuis, state: "wrong", words: remedies.noWebui }];
  }
  const seen = states.map((webui): Check => {
    const name = checks.webui(code(webui.name));
    if (drained.includes(webui.name)) return { name, state: "told", words: remedies.drained };
    if (!webui.up) return { name, state: "wrong", words: whatToDo(webui, text) };
    const { kind, lists } = webui.catalog;
    const facts = text.admin.facts(lists.models.length, lists.loras.length);
    return { name, state: "fine", words: `${text.kinds[kind]}, ${facts}` };
  });
  const away = unseen.map((webui): Check => {
    return { name: checks.webui(code(webui)), state: "wrong", words: remedies.webui };
  });
  return [...seen, ...away];
}

const remedyNames = {
  down: "start",
  denied: "webui",
  hung: "restart",
  broke: "restart",
  busy: "restart",
  memory: "restart",
  nonsense: "restart",
} as const satisfies Record<Trouble, string>;

function whatToDo({ state, trouble }: WebuiState, { admin, doctor: { remedies } }: Text): string {
  if (trouble !== undefined)
    return `${admin.troubles[trouble]} → ${remedies[remedyNames[trouble]]}`;
  // Whoever looks after a webui knows what is wrong with it.
  return state === "down" ? remedies.noWorker : admin.states[state];
}

async function readQueue({ producer }: Context): Promise<{ running: number; waiting: number }> {
  const [running, waiting] = await orAway(() =>
    Promise.all([producer.running("generate"), producer.waiting("generate", 10_000)]),
  );
  return { running: running.length, waiting: waiting.length };
}
