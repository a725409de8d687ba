import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { plainPng, sizeOf, stripText } from "./image.ts";
import type { StoredFile, World } from "./world.ts";

const LIFE_SECONDS = 24 * 60 * 60;
const TYPES: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
  mp4: "video/mp4",
  txt: "text/plain; charset=utf-8",
  json: "application/json; charset=utf-8",
  zip: "application/zip",
};

/** Discord's upload names: no spaces, only plain characters. */
export function cleanName(name: string): string {
  const clean = name.replaceAll(/\s+/g, "_").replaceAll(/[^\w.()-]/g, "");
  return /[\w]/.test(clean) ? clean : `unknown${/\.\w+$/.exec(clean)?.[0] ?? ""}`;
}

function typeOf(filename: string, said: string | undefined): string {
  const known = TYPES[/\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? ""];
  if (known) return known;
  return said && said !== "" ? said : "application/octet-stream";
}

/** Takes an upload in, as the CDN would: named, typed, measured, perhaps re-encoded. */
export function storeFile(
  world: World,
  upload: { name: string; bytes: Buffer; contentType?: string | undefined },
  where: { channelId: string; ephemeral: boolean },
): StoredFile {
  const filename = cleanName(upload.name);
  const contentType = typeOf(filename, upload.contentType);
  const bytes = world.faults.stripMetadata ? stripText(upload.bytes) : upload.bytes;
  const size = contentType.startsWith("image/") ? sizeOf(bytes) : undefined;
  const file: StoredFile = {
    id: world.nextId(),
    filename,
    contentType,
    bytes,
    size: bytes.length,
    lost: world.faults.loseUploads,
    ...where,
    ...size,
  };
  world.files.set(file.id, file);
  return file;
}

const pathOf = (file: StoredFile) =>
  `/${file.ephemeral ? "ephemeral-attachments" : "attachments"}/${file.channelId}/${file.id}/${encodeURIComponent(file.filename)}`;

const sign = (world: World, path: string, ex: string, is: string) =>
  createHmac("sha256", world.secret).update(`${path}?ex=${ex}&is=${is}`).digest("hex");

/** The address of a file, good for a day from now. */
export function urlOf(world: World, file: StoredFile): string {
  const seconds = Math.floor(world.now() / 1000);
  const ex = (seconds + LIFE_SECONDS).toString(16);
  const is = seconds.toString(16);
  return `${world.cdnOrigin}${pathOf(file)}?ex=${ex}&is=${is}&hm=${sign(world, pathOf(file), ex, is)}&`;
}

/** The stored file behind an address of ours, whatever its signature; undefined for any other. */
export function fileAt(world: World, url: string): StoredFile | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  const [, id] = /^\/(?:ephemeral-)?attachments\/\d+\/(\d+)\//.exec(pathname) ?? [];
  const file = id === undefined ? undefined : world.files.get(id);
  return file && origin === world.cdnOrigin && pathOf(file) === pathname ? file : undefined;
}

function isValid(world: World, url: URL): boolean {
  const [ex, is, hm] = ["ex", "is", "hm"].map((key) => url.searchParams.get(key) ?? "");
  if (!ex || !is || hm !== sign(world, url.pathname, ex, is)) return false;
  return world.now() < Number.parseInt(ex, 16) * 1000;
}

/** Answers one request to the CDN. */
export function serveFile(world: World, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", world.cdnOrigin);
  const none = () => {
    response.writeHead(404, { "content-type": "text/plain" });
    response.end("This content is no longer available.");
  };
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405).end();
    return;
  }
  const avatar = avatarAt(world, url.pathname);
  if (avatar) {
    give(request, response, avatar, "image/png");
    return;
  }
  const file = fileAt(world, url.href);
  if (!file || file.lost || !isValid(world, url)) none();
  else give(request, response, file.bytes, file.contentType);
}

function avatarAt(world: World, path: string): Buffer | undefined {
  const [, plain] = /^\/embed\/avatars\/(\d)\.png$/.exec(path) ?? [];
  if (plain !== undefined) return plainPng(256, 40 * (Number(plain) + 1));
  const [, guild, member, own] =
    /^\/guilds\/(\d+)\/users\/(\d+)\/avatars\/(\w+)\.(?:png|webp|jpg)$/.exec(path) ?? [];
  const local = world.users.get(member ?? "")?.guildAvatars.get(guild ?? "");
  if (local !== undefined && local.hash === own) return local.bytes;
  const [, id, hash] = /^\/avatars\/(\d+)\/(\w+)\.(?:png|webp|jpg)$/.exec(path) ?? [];
  const avatar = id === undefined ? undefined : world.users.get(id)?.avatar;
  return avatar?.hash === hash ? avatar?.bytes : undefined;
}

function give(request: IncomingMessage, response: ServerResponse, bytes: Buffer, type: string) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  const start = Number(from ?? 0);
  const end = Math.min(to ? Number(to) : bytes.length - 1, bytes.length - 1);
  const part = from === undefined ? bytes : bytes.subarray(start, end + 1);
  response.writeHead(from === undefined ? 200 : 206, {
    "content-type": type,
    "content-length": part.length,
    "accept-ranges": "bytes",
    etag: `"${createHash("md5").update(bytes).digest("hex")}"`,
    ...(from === undefined ? {} : { "content-range": `bytes ${start}-${end}/${bytes.length}` }),
  });
  response.end(request.method === "HEAD" ? undefined : part);
}
