import { decoded } from "./percent-decoding.ts";

export type Host = { host: string; port: number };
export type Login = { username?: string; password?: string };
/** Files in PEM form: the authority that signed the servers' certificates, and a certificate of our own with its key. */
export type Certificates = { ca?: string; cert?: string; key?: string };

/** Where Redis is, as `REDIS_URL` says it; with `tls` everything is encrypted. */
export type RedisAddress =
  | { kind: "socket"; path: string }
  | { kind: "single"; url: string; tls?: Certificates }
  | {
      kind: "sentinel";
      hosts: Host[];
      master: string;
      db: number;
      login: Login;
      sentinelLogin: { sentinelUsername?: string; sentinelPassword?: string };
      tls?: Certificates;
    }
  | { kind: "cluster"; hosts: Host[]; login: Login; tls?: Certificates };

/** What is wrong with an address; `text/` has the words. */
export type RedisProblem = "form" | "hosts" | "master" | "database" | "option" | "certificates";

const form =
  /^redis(?<tls>s?)(?:[+-](?<kind>sentinel|cluster))?:\/\/(?:(?<login>[^/?#]*)@)?(?<hosts>[^/?#@]+)(?:\/(?<path>[^?#]*))?(?:\?(?<query>[^#]*))?$/i;

const certificateNames = ["ca", "cert", "key"] as const;
const sentinelNames = ["sentinel_username", "sentinel_password"];
const ports = { sentinel: 26_379, cluster: 6_379 };

/** Reads every form of address, or says what is wrong with it. */
export function readRedisAddress(url: string): RedisAddress | RedisProblem {
  if (/^unix:\/\/\/./.test(url)) return { kind: "socket", path: url.slice("unix://".length) };
  const parts = form.exec(url)?.groups;
  if (parts === undefined) return "form";
  const options = readOptions(parts["query"]);
  const certificates = Object.fromEntries(
    certificateNames.flatMap((name) => (name in options ? [[name, options[name]]] : [])),
  ) as Certificates;
  const isSecure = parts["tls"] !== "";
  if (!isSecure && Object.keys(certificates).length > 0) return "certificates";
  const tls = isSecure ? { tls: certificates } : {};
  const kind = parts["kind"]?.toLowerCase() as keyof typeof ports | undefined;
  if (kind === undefined) return URL.canParse(url) ? { kind: "single", url, ...tls } : "form";

  const known: string[] = [...certificateNames, ...(kind === "sentinel" ? sentinelNames : [])];
  if (Object.keys(options).some((name) => !known.includes(name))) return "option";
  const hosts = readHosts(parts["hosts"] ?? "", ports[kind]);
  if (hosts === undefined) return "hosts";
  const login = readLogin(parts["login"]);
  const path = parts["path"] ?? "";
  if (kind === "cluster") return path === "" ? { kind, hosts, login, ...tls } : "database";

  const [master = "", db = "0", ...rest] = path.split("/");
  if (master === "") return "master";
  if (rest.length > 0 || !/^\d{1,5}$/.test(db)) return "database";
  const { sentinel_username: sentinelUsername, sentinel_password: sentinelPassword } = options;
  const sentinelLogin = {
    ...(sentinelUsername === undefined ? {} : { sentinelUsername }),
    ...(sentinelPassword === undefined ? {} : { sentinelPassword }),
  };
  return { kind, hosts, master: decoded(master), db: Number(db), login, sentinelLogin, ...tls };
}

/** What an address has that must never be printed, in the forms in which it may turn up. */
export function secretsOfRedis(url: string): string[] {
  const { login = "", query } = form.exec(url)?.groups ?? {};
  const at = login.indexOf(":");
  const { password, sentinel_password: sentinelPassword } = rawOptions(query);
  const raw = [at === -1 ? undefined : login.slice(at + 1), password, sentinelPassword];
  const passwords = raw.filter((secret) => secret !== undefined);
  return [...passwords, ...passwords.map(decoded), ...(at > 0 ? [login] : [])];
}

function readHosts(text: string, usual: number): Host[] | undefined {
  const found = text.split(",").map((part): Host | undefined => {
    const { host, bare, port } =
      /^(?:\[(?<host>[\da-f:.]+)\]|(?<bare>[\w.-]+))(?::(?<port>\d{1,5}))?$/i.exec(part.trim())
        ?.groups ?? {};
    const name = host ?? bare;
    const number = port === undefined ? usual : Number(port);
    return name === undefined || number < 1 || number > 65_535
      ? undefined
      : { host: name, port: number };
  });
  return found.every((each) => each !== undefined) ? found : undefined;
}

/** `user:password`, or `:password` for the user that every Redis has. */
function readLogin(text: string | undefined): Login {
  if (text === undefined) return {};
  const at = text.indexOf(":");
  if (at === -1) return toLogin(text, undefined);
  return toLogin(text.slice(0, at), text.slice(at + 1));
}

const toLogin = (username = "", password = ""): Login => ({
  ...(username === "" ? {} : { username: decoded(username) }),
  ...(password === "" ? {} : { password: decoded(password) }),
});

const rawOptions = (query = ""): Record<string, string> =>
  Object.fromEntries(
    query
      .split("&")
      .filter((pair) => pair !== "")
      .map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return [name, value.join("=")];
      }),
  );

const readOptions = (query: string | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rawOptions(query)).map(([name, value]) => [name, decoded(value)]),
  );
