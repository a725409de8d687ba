import { code } from "../../discord/markdown.ts";
import type { Text } from "../../text/en.ts";
import { orAway } from "../away.ts";
import type { Context } from "../command.ts";

type Check = { name: string; isFine: boolean | undefined; words: string };

/** What is in order and what is not, a line each, with what to do about it. */
export async function diagnosis(text: Text, context: Context): Promise<string[]> {
  const { checks } = text.admin;
  const [discord, redis, webuis, queue] = await Promise.all([
    timed(() => context.rest.get("/gateway")),
    checkRedis(text, context),
    checkWebuis(text, context),
    readQueue(context),
  ]);
  const all: Check[] = [
    { name: checks.discord, isFine: true, words: text.admin.ping(discord) },
    ...redis,
    ...webuis,
    { name: checks.queue, isFine: true, words: text.admin.queued(queue.running, queue.waiting) },
    context.writePrompt === undefined
      ? { name: checks.writer, isFine: undefined, words: text.admin.notSet }
      : { name: checks.writer, isFine: true, words: text.admin.fine },
  ];
  return all.map(({ name, isFine, words }) => `${signOf(isFine)} **${name}:** ${words}`);
}

const signOf = (isFine: boolean | undefined) =>
  isFine === undefined ? "▫️" : isFine ? "✅" : "❌";

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await ask();
  return Math.round(performance.now() - startedAt);
}

async function checkRedis(text: Text, { upkeep }: Context): Promise<Check[]> {
  const { checks, remedies } = text.admin;
  const { milliseconds, isDurable } = await orAway(() => upkeep.look());
  const isUnknown = isDurable === undefined;
  return [
    { name: checks.redis, isFine: true, words: text.admin.ping(milliseconds) },
    {
      name: checks.persistence,
      isFine: isDurable,
      words: isUnknown ? text.admin.notSet : isDurable ? text.admin.fine : remedies.persistence,
    },
  ];
}

async function checkWebuis(text: Text, { webuis, drains }: Context): Promise<Check[]> {
  const { checks, remedies } = text.admin;
  const drained = await orAway(() => drains.all());
  const states = webuis.states();
  if (states.length === 0) {
    return [{ name: text.admin.command.webuis, isFine: false, words: remedies.noWebui }];
  }
  return states.map(({ name, up, catalog }) => {
    if (drained.includes(name)) {
      return { name: checks.webui(code(name)), isFine: undefined, words: remedies.drained };
    }
    const { models, loras } = catalog.lists;
    const facts = `${text.kinds[catalog.kind]}, ${text.admin.facts(models.length, loras.length)}`;
    return { name: checks.webui(code(name)), isFine: up, words: up ? facts : remedies.webui };
  });
}

async function readQueue({ producer }: Context): Promise<{ running: number; waiting: number }> {
  const [running, waiting] = await orAway(() =>
    Promise.all([producer.running("generate"), producer.waiting("generate", 10_000)]),
  );
  return { running: running.length, waiting: waiting.length };
}
