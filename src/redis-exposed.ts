import { isLoopback } from "./generation/loopback.ts";
import { readRedisAddress } from "./redis-address.ts";

/**
 * Whether others on the network may reach this Redis without a password. That cannot be known for sure: a socket and this
 * machine's own addresses are taken for private, and so is a name without a dot, as containers have them among themselves.
 * Addresses of a local network are not. Who shows a certificate needs no password.
 */
export function isExposedRedis(url: string): boolean {
  const address = readRedisAddress(url);
  if (typeof address === "string" || address.kind === "socket") return false;
  if (address.tls?.cert !== undefined) return false;
  if (address.kind !== "single") {
    return address.login.password === undefined && address.hosts.some(({ host }) => !isOwn(host));
  }
  const { hostname, password, searchParams } = new URL(address.url);
  const hasPassword = password !== "" || (searchParams.get("password") ?? "") !== "";
  return !hasPassword && !isOwn(hostname.replace(/^\[|\]$/g, ""));
}

const isOwn = (host: string): boolean => isLoopback(host) || /^[^.:]*$/.test(host);
