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

  function begin(): Promise<string> {
    const begun = logIn(http, login, secrets);
    session = begun;
    // Whoever waits for it hears of it; the next request begins anew.
    begun.catch(() => {
      if (session === begun) session = undefined;
    });
    return begun;
  }

  async function ask(request: Ask): Promise<Answer> {
    const cookies = session ?? begin();
    const answer = await http.ask({ ...request, cookie: await cookies });
    if (answer.status !== 401) return answer;
    await readText(answer, maxErrorBytes);
    // Several requests may have come back so: they share the next login.
    const next = session === undefined || session === cookies ? begin() : session;
    return http.ask({ ...request, cookie: await next });
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
  if (answer.status >= 400) {
    const { fault, detail } = answerFailure({ ...answer, body }, secrets);
    throw new BackendError(fault === "refused" ? "denied" : fault, detail);
  }
  return answer.cookies.map((cookie) => cookie.split(";", 1)[0] ?? "").join("; ");
}
