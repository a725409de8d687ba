import { BackendError } from "../errors.ts";
import { readAddress } from "./address.ts";
import { answerFailure } from "./failures.ts";
import { type Answer, createHttp, type Http, readText } from "./http.ts";
import { withLogin } from "./login.ts";
import { isOfOneMachine } from "../generation/webui-name.ts";

/** How to reach one webui. */
export type WebuiAddress = {
  /** May hold a user and password for `--api-auth`, and a path. */
  url: string;
  /** `user:password` of gradio's login. */
  login?: string | undefined;
  headers: Record<string, string>;
  /** The machine that we are on, where webuis of several machines are known: its own ones are called after it. */
  machine?: string | undefined;
};

/** One webui, and the plain ways to ask it. */
export type Webui = {
  name: string;
  http: Http;
  /** What must never be shown. */
  secrets: string[];
};

/** Milliseconds for a list, a probe, an interrupt. */
export const shortClock = 10_000;
/** Bytes of an error's body that are read. */
const maxErrorBytes = 64 * 1024;
/** Bytes of a list: LoRAs come with the counts of all their training tags. */
const maxListBytes = 256 * 1024 * 1024;

export function createWebui({ url, login, headers, machine }: WebuiAddress): Webui {
  const address = readAddress(url);
  const secrets = [...address.secrets, ...secretsOf(login, headers)];
  const http = createHttp(address, headers);
  return {
    name:
      machine !== undefined && isOfOneMachine(address.name)
        ? `${machine}/${address.name}`
        : address.name,
    secrets,
    http: login === undefined ? http : withLogin(http, login, secrets),
  };
}

/** Values of headers that are no secret, and would be missed in a sentence. */
const plainWord = /^(?:\d{1,2}|true|false|yes|no|on|off)$/i;

function secretsOf(login: string | undefined, headers: Record<string, string>): string[] {
  const values = [login ?? "", ...Object.values(headers)];
  // `Bearer x`: x alone is the secret too.
  const words = values.flatMap((value) => [value, ...value.split(/[\s:]+/)]);
  return words.filter((word) => word !== "" && !plainWord.test(word));
}

/** The answer to a GET, whatever its status. */
export function get({ http }: Webui, path: string, signal: AbortSignal): Promise<Answer> {
  return http.ask({ method: "GET", path, signal, clock: AbortSignal.timeout(shortClock) });
}

/**
 * What a GET route answers; undefined if there is no such route, which a page in its place tells as well.
 * @throws {BackendError}
 */
export async function getJson(webui: Webui, path: string, signal: AbortSignal): Promise<unknown> {
  const answer = await get(webui, path, signal);
  if (answer.status === 404 || answer.status === 405) {
    await readText(answer, maxErrorBytes);
    return undefined;
  }
  if (!isGood(answer)) throw await failureOf(webui, answer);
  try {
    return JSON.parse(await readText(answer, maxListBytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

export async function failureOf({ secrets }: Webui, answer: Answer): Promise<BackendError> {
  return answerFailure({ ...answer, body: await readText(answer, maxErrorBytes) }, secrets);
}
