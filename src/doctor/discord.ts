import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { type Answered, ask } from "./ask.ts";
import { nameOf } from "./failure.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/** Further off than this, what is said of times is wrong, and TLS may fail. Milliseconds. */
const mostOffMs = 5_000;

/** Whether Discord can be reached, and whether our clock goes as its own. */
export async function checkDiscord(
  apiUrl: string,
  now: () => number,
): Promise<{ findings: Finding[]; isThere: boolean }> {
  const name = en.doctor.checks.discord;
  const startedAt = now();
  try {
    const { status, header } = await askGateway(apiUrl);
    const endedAt = now();
    if (status !== 200 && status !== 401) {
      return { findings: [wrong(name, words.status(status), words.discord.away)], isThere: false };
    }
    const findings = [
      fine(name, en.doctor.ping(endedAt - startedAt)),
      ...checkClock(header("date"), (startedAt + endedAt) / 2),
    ];
    return { findings, isThere: true };
  } catch (error) {
    const why = words.unreachable(nameOf(error));
    return { findings: [wrong(name, why, words.discord.away)], isThere: false };
  }
}

/** A Discord that stands elsewhere may have the bot's route alone, which asks for a token: that it asks is enough. */
async function askGateway(apiUrl: string): Promise<Answered> {
  const answer = await ask(`${apiUrl}/v10/gateway`);
  return answer.status === 404 ? ask(`${apiUrl}/v10/gateway/bot`) : answer;
}

function checkClock(date: string | undefined, ours: number): Finding[] {
  const theirs = Date.parse(date ?? "");
  if (Number.isNaN(theirs)) return [];
  // The header has whole seconds only.
  const offMs = ours - (theirs + 500);
  if (Math.abs(offMs) <= mostOffMs) return [fine(words.clock.name, en.doctor.fine)];
  const seconds = Math.round(Math.abs(offMs) / 1000);
  const off = offMs > 0 ? words.clock.fast(seconds) : words.clock.slow(seconds);
  return [wrong(words.clock.name, off, words.clock.remedy)];
}
