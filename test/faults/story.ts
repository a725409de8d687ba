import type { Exchange, Interaction, StandInDiscord } from "../../src/demo/discord/start.ts";
import type { Drawing, StandInWebui } from "../../src/demo/webui/start.ts";
import type { Victim } from "./setups.ts";

/** One /draw, and what its author read. */
export type Ask = {
  interaction: Interaction;
  prompt: string;
  count: number;
  /** Its author saw "Queued": from then on it must not be lost. */
  acceptedAt?: number;
  /** Its pictures stood in the channel. */
  postedAt?: number;
  /** Its author read that nothing came of it. */
  refusedAt?: number;
};

/** What happened in one run. Times in milliseconds since 1970. */
export type Story = {
  seed: number;
  victim: Victim;
  asks: Ask[];
  killedAt: number;
  accepted: number;
  postedOnce: number;
  lost: number;
  drawnTwice: number;
  /** Of these: the receiver itself was killed, and with it what it had not stored yet. */
  excused: number;
  seconds: number;
  /** Empty when the books are right. */
  problems: string[];
  timeline: string[];
};

export type Event = { at: number; what: string };

/** Writes down what reaches the stand-ins, and who was told what. */
export function createChronicle() {
  const events: Event[] = [];
  const asks: Ask[] = [];
  const note = (what: string, at = Date.now()) => void events.push({ at, what });
  const askOf = (path: string) => asks.find(({ interaction }) => path.includes(interaction.token));

  return {
    asks,
    note,
    lastAt: () => events.at(-1)?.at ?? 0,
    /** Hears of every request to Discord once it is answered. */
    onDiscord({ method, path, status, body }: Exchange): void {
      const at = Date.now();
      const ask = askOf(path);
      const words = JSON.stringify(body ?? "");
      const job = ask?.interaction.id ?? /"(?:again|remove):(\d+)"/.exec(words)?.[1] ?? "";
      const short = path.replace(ask?.interaction.token ?? " ", "…").slice(0, 60);
      if (!/commands|gateway/.test(path)) {
        note(`discord ${method} ${short} ${status} ${saying(words)} ${job}`, at);
      }
      if (status < 200 || status > 299) return;
      const posted = asks.find(({ interaction }) => words.includes(`"again:${interaction.id}"`));
      if (posted !== undefined) posted.postedAt ??= at;
      if (ask === undefined) return;
      if (words.includes("Queued, ")) ask.acceptedAt ??= at;
      else if (/queue is away|went wrong on my side|cannot /.test(words)) ask.refusedAt ??= at;
    },
    timeline(drawings: readonly Drawing[]): string[] {
      const drawn = drawings.flatMap(
        ({ body, receivedAt, startedAt, answeredAt, state }): Event[] => {
          const which = `${String(body["prompt"])} seed ${String(body["seed"])}`;
          return [
            { at: receivedAt, what: `webui takes ${which}` },
            ...(startedAt === undefined ? [] : [{ at: startedAt, what: `webui begins ${which}` }]),
            ...(answeredAt === undefined
              ? []
              : [{ at: answeredAt, what: `webui ${state} ${which}` }]),
          ];
        },
      );
      const start = events[0]?.at ?? 0;
      return [...events, ...drawn]
        .sort((a, b) => a.at - b.at)
        .map(({ at, what }) => `${String(at - start).padStart(6)} ms  ${what}`);
    },
  };
}

function saying(words: string): string {
  const said = ["Queued", "🎲", "❗", "No webui", "away", "went wrong", "Cancelled"];
  return said.filter((each) => words.includes(each)).join(" ");
}

export type Chronicle = ReturnType<typeof createChronicle>;
export type Worlds = { discord: StandInDiscord; webui: StandInWebui; chronicle: Chronicle };
