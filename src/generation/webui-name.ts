import { isLoopback } from "./loopback.ts";

/** What people and logs call a webui: `host:port/path` of its address, never credentials. */
export function webuiName(url: string): string {
  const { protocol, hostname, port, pathname } = new URL(url);
  const usual = protocol === "https:" ? "443" : "80";
  return `${hostname}:${port === "" ? usual : port}${pathname.replace(/\/+$/, "")}`;
}

/** An address that is another webui on every machine. */
export function isOfOneMachine(name: string): boolean {
  const [, host = ""] = /^(\[[^\]]*\]|[^:]*):/.exec(name) ?? [];
  return isLoopback(host);
}
