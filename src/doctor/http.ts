import { once } from "node:events";
import { createServer } from "node:net";
import type { Config } from "../config.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { ask } from "./ask.ts";
import { codeOf, nameOf } from "./failure.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";

/** The port for health and metrics; an Easel that runs has it. */
export async function checkHttp({
  host,
  port,
  publicUrl,
}: Config["http"]): Promise<{ findings: Finding[]; isRunning: boolean }> {
  const { http: say } = words;
  if (port === 0) {
    const unserved = publicUrl === undefined ? [] : [wrong("PUBLIC_URL", say.portOff, say.portOn)];
    return { findings: [told("HTTP_PORT", say.off), ...unserved], isRunning: false };
  }
  const refusal = await tryPort(host, port);
  const isRunning = refusal !== undefined && (await isEasel(`http://${reachable(host)}:${port}`));
  const findings: Finding[] = [];
  if (isRunning) findings.push(fine("HTTP_PORT", say.running));
  else if (refusal === undefined) findings.push(fine("HTTP_PORT", say.free));
  else if (codeOf(refusal) === "EADDRINUSE")
    findings.push(wrong("HTTP_PORT", say.taken(port), say.choose));
  else findings.push(wrong("HTTP_HOST", say.refused(nameOf(refusal)), say.choose));
  if (publicUrl !== undefined) findings.push(await checkPublic(publicUrl, isRunning));
  return { findings, isRunning };
}

/** What keeps us from listening there, if anything does. */
async function tryPort(host: string, port: number): Promise<unknown> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, "listening");
    server.close();
    await once(server, "close");
    return undefined;
  } catch (error) {
    return error;
  }
}

const reachable = (host: string) =>
  host === "0.0.0.0"
    ? "127.0.0.1"
    : host === "::"
      ? "[::1]"
      : host.includes(":")
        ? `[${host}]`
        : host;

async function isEasel(address: string): Promise<boolean> {
  try {
    const { status, text } = await ask(`${address}/healthz`);
    return status === 200 && text === "ok\n";
  } catch {
    return false;
  }
}

/** Nothing else of an Easel has to be seen by others, and a proxy may keep them from the rest. */
async function servesOriginals(address: string): Promise<boolean> {
  try {
    const { status, text } = await ask(`${address}/originals/0/0`);
    return status === 404 && text === "gone\n";
  } catch {
    return false;
  }
}

async function checkPublic(publicUrl: string, isRunning: boolean): Promise<Finding> {
  const { http: say } = words;
  if (!isRunning) return told("PUBLIC_URL", say.unseen);
  return (await servesOriginals(publicUrl))
    ? fine("PUBLIC_URL", en.doctor.fine)
    : wrong("PUBLIC_URL", say.notPublic, say.forward);
}
