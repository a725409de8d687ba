import { webuiName } from "../generation/webui-name.ts";
import { decoded } from "../percent-decoding.ts";

/** Where a webui is, and what opens its door. */
export type Address = {
  /** Scheme, host and port: what a pool connects to. */
  origin: string;
  /** What every path begins with (`--subpath`), without a slash at its end. */
  base: string;
  /** For people and logs: `host:port/path`, never credentials. */
  name: string;
  /** Value of the header Authorization, where the address names a user. */
  basic: string | undefined;
  /** The words of the address that nobody may read. */
  secrets: string[];
};

export function readAddress(url: string): Address {
  const { protocol, hostname, port, pathname, username, password } = new URL(url);
  const base = pathname.replace(/\/+$/, "");
  const [user, word] = [decoded(username), decoded(password)];
  const credentials = Buffer.from(`${user}:${word}`).toString("base64");
  const known = username !== "" || password !== "";
  return {
    origin: `${protocol}//${hostname}${port === "" ? "" : `:${port}`}`,
    base,
    name: webuiName(url),
    basic: known ? `Basic ${credentials}` : undefined,
    secrets: known ? [user, word, `${user}:${word}`, credentials] : [],
  };
}
