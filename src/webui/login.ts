import { BackendError } from "../errors.ts";
import { answerFailure } from "./failures.ts";
import { type Answer, type Ask, type Http, readText } from "./http.ts";

/** Milliseconds that a login may take. */
const loginClock = 10_000;
const maxErrorBytes = 64 * 1024;

/**
 * The same webui behind gradio's login (webui-api.md, section 2): logs in before the first request, and once more
 * when a 401 tells that the session ended. A server that knows no login goes without.
 */
export function withLogin(http: Http, login: string, secrets: readonly string[]): Http {
  let session: Promise<string> | undefined;

  async function ask(request: Ask): Promise<Answer> {
    const cookies = (session ??= logIn(http, login, secrets));
    const first = await askWith(cookies, request);
    if (first.status !== 401) return first;
    await readText(first, maxErrorBytes);
    // Several requests may have come back so: they share the next login.
    if (session === cookies) session = undefined;
    return askWith((session ??= logIn(http, login, secrets)), request);
  }

  async function askWith(cookies: Promise<string>, request: Ask): Promise<Answer> {
    try {
      return await http.ask({ ...request, cookie: await cookies });
    } catch (error) {
      // A login that failed, or a webui that went away: the next request begins anew.
      if (session === cookies && error instanceof BackendError) session = undefined;
      throw error;
    }
  }

  return { ask, close: () => http.close() };
}

/** Cookies of a new session, as a Cookie header has them; gradio's own name differs by release. */
async function logIn(http: Http, login: string, secrets: readonly string[]): Promise<string> {
  const at = login.indexOf(":");
  const form = new URLSearchParams({
    username: at === -1 ? login : login.slice(0, at),
    password: at === -1 ? "" : login.slice(at + 1),
  });
  const clock = AbortSignal.timeout(loginClock);
  const answer = await http.ask({
    method: "POST",
    path: "/login",
    type: "application/x-www-form-urlencoded",
    body: form.toString(),
    signal: new AbortController().signal,
    clock,
  });
  const body = await readText(answer, maxErrorBytes);
  if (answer.status === 404 || answer.status === 405) return "";
  if (answer.status >= 400) throw answerFailure({ ...answer, body }, secrets);
  return answer.cookies.map((cookie) => cookie.split(";", 1)[0] ?? "").join("; ");
}
