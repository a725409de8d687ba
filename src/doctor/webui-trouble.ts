import { BackendError } from "../errors.ts";
import type { WebuiAddress } from "../webui/webui.ts";
import { readAddress } from "../webui/address.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { webui as clientWords } from "../text/host/start.ts";
import { en } from "../text/en.ts";
import { type Answered, ask } from "./ask.ts";
import { codeOf } from "./failure.ts";

type Diagnosis = { what: string; remedy: string };

const probePath = "/sdapi/v1/samplers";
const nobodyCodes = ["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"];
const noNameCodes = ["ENOTFOUND", "EAI_AGAIN"];
const lateCodes = ["UND_ERR_CONNECT_TIMEOUT", "ETIMEDOUT"];
const certificate = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Why a webui cannot be used, found by a few more looks, none of which sends a password anywhere new. */
export async function diagnose(error: unknown, address: WebuiAddress): Promise<Diagnosis> {
  const { webui: say } = words;
  const code = codeOf(error) ?? "";
  if (nobodyCodes.includes(code)) return { what: say.nobody, remedy: say.start };
  if (noNameCodes.includes(code)) return { what: say.noName, remedy: say.lookAtAddress };
  if (certificate.test(code)) return { what: say.certificate(code), remedy: say.trust };
  const fault = error instanceof BackendError ? error.fault : "timeout";
  const detail = error instanceof BackendError ? error.detail : "";
  if (detail === clientWords.apiOff) return { what: detail, remedy: say.switchOn };
  if (detail === clientWords.noApi) return elsewhere(address);
  if (fault === "denied") return lockedOut(address, detail);
  if (lateCodes.includes(code) || isHung(error)) return { what: say.hangs, remedy: say.restart };
  return (await otherScheme(address)) ?? { what: en.failed[fault](detail), remedy: say.restart };
}

const isHung = (error: unknown): boolean =>
  !(error instanceof BackendError) ||
  error.fault === "timeout" ||
  (error.cause instanceof BackendError && error.cause.fault === "timeout");

/** The answer of whoever is there, if somebody is. */
async function look(...question: Parameters<typeof ask>): Promise<Answered | undefined> {
  try {
    return await ask(...question);
  } catch {
    return undefined;
  }
}

/** `http` where the webui speaks `https`, or the other way round. */
async function otherScheme({ url }: WebuiAddress): Promise<Diagnosis | undefined> {
  const { origin, base } = readAddress(url);
  const other = origin.startsWith("https:")
    ? origin.replace("https:", "http:")
    : origin.replace("http:", "https:");
  const answer = await look(`${other}${base}${probePath}`, { anyCertificate: true });
  if (answer === undefined) return undefined;
  const { protocol } = new URL(other);
  return {
    what: words.webui.scheme(protocol.slice(0, -1)),
    remedy: words.webui.write(`${other}${base}`),
  };
}

/** There is something, but no webui: it may be at the root of the address, or below it. */
async function elsewhere({ url }: WebuiAddress): Promise<Diagnosis> {
  const { webui: say } = words;
  const { origin, base } = readAddress(url);
  const isAtRoot = base !== "" && isApi(await look(`${origin}${probePath}`));
  return isAtRoot
    ? { what: say.subPathTooMuch(base), remedy: say.write(origin) }
    : { what: clientWords.noApi, remedy: say.subPath };
}

const isApi = (answer: Answered | undefined) =>
  answer !== undefined &&
  (answer.status === 401 || (answer.status === 200 && answer.text.startsWith("[")));

/** Which of the doors is locked: gradio's login, `--api-auth`, or what a host put before it. */
async function lockedOut(
  { url, login, headers }: WebuiAddress,
  detail: string,
): Promise<Diagnosis> {
  const { webui: say } = words;
  const { origin, base, basic } = readAddress(url);
  const check = await look(`${origin}${base}/login_check`, { headers });
  if (check !== undefined && isPage(check) && check.status >= 400 && !asksForUser(check)) {
    const hasOwn = Object.keys(headers).length > 0;
    return { what: hasOwn ? say.wrongHeaders : say.hosted, remedy: say.setHeaders };
  }
  const isGradio = check?.status === 401 && !isPage(check);
  if (isGradio && login === undefined) return { what: say.gradio, remedy: say.setLogin };
  if (login !== undefined && /credentials/i.test(detail)) {
    return { what: say.wrongLogin, remedy: say.setLogin };
  }
  if (basic !== undefined) return { what: say.wrongBasic, remedy: say.setBasic };
  return { what: say.needsBasic, remedy: say.setBasic };
}

const isPage = (answer: Answered) => (answer.header("content-type") ?? "").includes("html");

/** A browser would open a window for it. The servers themselves leave this header out. */
const asksForUser = (answer: Answered) => /^basic\b/i.test(answer.header("www-authenticate") ?? "");
