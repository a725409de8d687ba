import { createHmac, timingSafeEqual } from "node:crypto";

/** A link to a picture that only those have who were given it, for a time. */
export type Linked = { id: string; number: number };

/** Seconds. */
const lifeSeconds = 24 * 3600;

/** Below `base`, which has no slash at its end. `now` in milliseconds since 1970. */
export function toLink(base: string, { id, number }: Linked, secret: string, now: number): string {
  const end = Math.floor(now / 1000) + lifeSeconds;
  return `${base}/originals/${id}/${number}?ends=${end}&sign=${sign(secret, id, number, end)}`;
}

/** What a request's address asks for, if it was signed by us and has not ended. */
export function readLink(address: string, secret: string, now: number): Linked | undefined {
  const url = URL.parse(address, "http://localhost");
  if (url === null) return undefined;
  const [, id, number] = /\/originals\/(\d{1,20})\/(\d{1,2})$/.exec(url.pathname) ?? [];
  const end = Number(url.searchParams.get("ends"));
  if (id === undefined || !Number.isSafeInteger(end) || end * 1000 < now) return undefined;
  const given = Buffer.from(url.searchParams.get("sign") ?? "");
  const right = Buffer.from(sign(secret, id, Number(number), end));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return { id, number: Number(number) };
}

function sign(secret: string, id: string, number: number, end: number): string {
  return createHmac("sha256", secret).update(`${id}/${number}/${end}`).digest("base64url");
}
