import type { Exchange, Message, StandInDiscord } from "../../../src/demo/discord/start.ts";
import type { Drawing, StandInWebui } from "../../../src/demo/webui/start.ts";
import { isCallback, isPost, type Trigger } from "../moment.ts";
import { type Ask, everyMessage } from "../books.ts";

export type Event = { at: number; what: string };

/** Writes down what reaches the stand-ins, and what people see. */
export function createChronicle(discord: StandInDiscord, hear: (trigger: Trigger) => void) {
  const events: Event[] = [];
  const asks: Ask[] = [];
  /** Interactions that ask for no drawing; answers to them may show buttons of jobs. */
  const others = new Set<string>();
  const note = (what: string, at = Date.now()) => void events.push({ at, what });
  const askOf = (id: string | undefined) => asks.find(({ interaction }) => interaction.id === id);

  /** What its author reads decides what was accepted, whatever the bot was answered. */
  function look(message: Message): void {
    const at = Date.now();
    const text = discord.textOf(message);
    const asked = askOf(message.interactionId);
    if (asked !== undefined && text !== "") {
      if (text.includes("Queued, ")) asked.acceptedAt ??= at;
      else if (/queue is away|went wrong on my side|cannot /.test(text)) asked.refusedAt ??= at;
      else if (isPrivateWord(message, asked, text)) asked.refusedAt ??= at;
    }
    for (const { customId } of discord.buttonsOf(message)) {
      const [, job] = /^again:(\d+)$/.exec(customId) ?? [];
      const posted = askOf(job);
      if (posted !== undefined) posted.postedAt ??= at;
    }
  }
  const unwatch = discord.watch((change) => {
    if (change.kind === "message") look(change.message);
  });

  return {
    events,
    asks,
    /** Everything that stands where somebody drew, except answers to other questions. */
    messages: (of: readonly Ask[] = asks): Message[] => [
      ...everyMessage(discord, of).filter(({ interactionId = "" }) => !others.has(interactionId)),
      ...of.flatMap(removedOf),
    ],
    others,
    note,
    lastAt: () => events.at(-1)?.at ?? 0,
    close: unwatch,
    /** Hears of every request to Discord once it is answered. */
    onDiscord({ method, path, status, body }: Exchange): void {
      if (isCallback(method, path)) hear("a callback is answered");
      if (isPost(method, path)) hear("a post is answered");
      if (/commands|gateway/.test(path)) return;
      const asked = asks.find(({ interaction }) => path.includes(interaction.token));
      const words = JSON.stringify(body ?? "");
      const job = asked?.interaction.id ?? /"(?:again|remove):(\d+)"/.exec(words)?.[1] ?? "";
      const short = path.replace(asked?.interaction.token ?? " ", "…").slice(0, 60);
      note(`discord ${method} ${short} ${status} ${saying(words)} ${job}`);
    },
  };
}

export type Chronicle = ReturnType<typeof createChronicle>;

/** ❌ that comes when the pictures already stand there removes them, which were posted all the same. */
function removedOf({ cancelledAt, interaction: { responseMessage } }: Ask): Message[] {
  const isRemoved = cancelledAt !== undefined && responseMessage?.deleted === true;
  return isRemoved && responseMessage.attachments.length > 0 ? [responseMessage] : [];
}

/** A private answer to what was not asked for privately says no. */
function isPrivateWord(message: Message, { interaction, hidden }: Ask, text: string): boolean {
  if (hidden === true || message.ephemeralFor !== interaction.user.id) return false;
  return !text.includes("❗") && message.attachments.length === 0;
}

function saying(words: string): string {
  const said = ["Queued", "🎲", "❗", "No webui", "away", "went wrong", "Cancelled"];
  return said.filter((each) => words.includes(each)).join(" ");
}

/** Everything that happened in its order, drawings too. */
export function timelineOf(
  events: readonly Event[],
  drawn: readonly { webui: StandInWebui; drawing: Drawing }[],
): string[] {
  const names = [...new Set(drawn.map(({ webui }) => webui))];
  const all = drawn.flatMap(({ webui, drawing }): Event[] => {
    const { body, receivedAt, startedAt, answeredAt, state } = drawing;
    const what = `${String(body["prompt"])} seed ${String(body["seed"])}`;
    const which = `webui ${names.indexOf(webui) + 1} (${webui.url.slice(-5)})`;
    return [
      { at: receivedAt, what: `${which} takes ${what}` },
      ...(startedAt === undefined ? [] : [{ at: startedAt, what: `${which} begins ${what}` }]),
      ...(answeredAt === undefined
        ? []
        : [{ at: answeredAt, what: `${which}: ${state}, ${what}` }]),
    ];
  });
  const start = events[0]?.at ?? 0;
  return [...events, ...all]
    .sort((a, b) => a.at - b.at)
    .map(({ at, what }) => `${String(at - start).padStart(6)} ms  ${what}`);
}
