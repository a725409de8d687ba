import { setTimeout as delay } from "node:timers/promises";
import { type APIInteraction, InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import { createChance } from "../faults/chance.ts";
import { deadToken } from "./discord.ts";
import { createMaker, type Made, type Shown, type ShownMessage } from "./interactions.ts";
import { secretWord, setStage } from "./stage.ts";
import { spoil } from "./spoil.ts";

/** What came of so many interactions. */
export type Report = {
  made: Record<string, number>;
  /** First answers of each kind. */
  answers: Record<string, number>;
  problems: string[];
  seconds: number;
};

/** So many at the same time. */
const beside = 48;
/** So many until all is forgotten: queues would grow, as nobody draws. */
const perRound = 1_000;
/** Longer than Discord waits, and than all of our patience, of which a webui that reads its folders anew needs most. Milliseconds. */
const longestMs = 75_000;
/** Of what the bot showed lately, so many. */
const mostShown = 60;
/** Of all, so many are as not even Discord would send them. */
const spoiltShare = 0.15;
/** Pino's. */
const errorLevel = 50;

type Run = {
  count: number;
  seed: number;
  /** Hears after each round how many were sent. */
  onRound?: (done: number, problems: readonly string[]) => void;
};

export async function runFuzz({ count, seed, onRound }: Run): Promise<Report> {
  const stage = await setStage();
  const chance = createChance(seed);
  const shown: Shown = { messages: [stage.result()], dialogs: [] };
  const make = createMaker(stage, chance, shown);
  const report: Report = { made: {}, answers: {}, problems: [], seconds: 0 };
  const startedAt = performance.now();
  const spoilt = new Set<string>();

  const note = (what: string, { interaction, kind }: Made) =>
    report.problems.push(`${what}: ${kind} ${JSON.stringify(interaction).slice(0, 4_000)}`);
  const onLost = (error: unknown) =>
    report.problems.push(`not handled: ${error instanceof Error ? error.stack : String(error)}`);
  process.on("unhandledRejection", onLost);
  process.on("uncaughtException", onLost);

  const send = async (made: Made, isSpoilt: boolean) => {
    const { interaction, kind } = made;
    const token = String(interaction["token"]);
    const ended = stage.route(interaction as unknown as APIInteraction).then(
      () => true,
      (error: unknown) => onLost(error),
    );
    if ((await Promise.race([ended, late()])) === undefined) note("did not end", made);
    const answers = stage.recorder.answersTo(token);
    stage.recorder.forget(token);
    for (const { type, data } of answers) {
      const name = answerName(type, data);
      report.answers[name] = (report.answers[name] ?? 0) + 1;
      const who = interaction["member"] ?? interaction["user"];
      if (JSON.stringify(data ?? {}).includes(secretWord)) note("showed a secret", made);
      if (/\/(?:work|home|src)\/|node_modules|at async/.test(JSON.stringify(data ?? {})))
        note("showed where it runs", made);
      if (data !== undefined && who !== undefined) keep(shown, type, data as ShownMessage);
    }
    if (answers.length > 1) note("was answered twice", made);
    const isMissing = answers.length === 0 && !token.startsWith(deadToken);
    // To a completion that cannot be understood, nothing can be answered, nor while a slow Redis is taken to be away.
    const isAway = stage.complaints.some(
      ({ job, msg }) => job === interaction["id"] && msg === "the queue is away",
    );
    const isExcused = kind === "completion" && (isSpoilt || isAway);
    if (isMissing && !isExcused) note("was not answered", made);
  };
  const makeOne = () => {
    const made = make();
    const isSpoilt = chance.maybe(spoiltShare);
    if (isSpoilt) {
      spoil(made.interaction, chance);
      spoilt.add(String(made.interaction["id"]));
    }
    const kind = isSpoilt ? `${made.kind}, broken` : made.kind;
    report.made[kind] = (report.made[kind] ?? 0) + 1;
    return send(made, isSpoilt);
  };
  try {
    for (let done = 0; done < count; done += perRound) {
      await stage.clear();
      let left = Math.min(perRound, count - done);
      const work = async () => {
        while (left > 0) {
          left -= 1;
          await makeOne();
        }
      };
      await Promise.all(Array.from({ length: beside }, work));
      onRound?.(Math.min(count, done + perRound), report.problems);
    }
    // What was begun beside an answer may still fail.
    await delay(50);
  } finally {
    process.off("unhandledRejection", onLost);
    process.off("uncaughtException", onLost);
    await stage.close();
  }
  // What is broken is a bug of somebody's: it is answered all the same, and the log says so.
  for (const { level, job, msg, err } of stage.complaints) {
    if (level >= errorLevel && !spoilt.has(job ?? ""))
      report.problems.push(`log of ${job}: ${msg}, ${err?.type} ${err?.message} ${err?.stack}`);
  }
  for (const address of stage.recorder.foreign)
    report.problems.push(`fetched from a foreign place: ${address}`);
  report.seconds = (performance.now() - startedAt) / 1000;
  return report;
}

function answerName(type: number, data: { flags?: number } | undefined): string {
  const isPrivate = (Number(data?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return `${InteractionResponseType[type]}${isPrivate ? ", private" : ""}`;
}

async function late(): Promise<undefined> {
  await delay(longestMs, undefined, { ref: false });
}

/** What was shown last is what is pressed next. */
function keep(shown: Shown, type: number, data: ShownMessage): void {
  const list = type === InteractionResponseType.Modal ? shown.dialogs : shown.messages;
  if (type === InteractionResponseType.Modal || (data.components?.length ?? 0) > 0) list.push(data);
  // The result that was there in the beginning stays.
  if (list.length > mostShown) list.splice(1, 1);
}
