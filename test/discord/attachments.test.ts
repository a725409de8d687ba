import { randomBytes } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { fetchAttachment } from "../../src/discord/attachments.ts";
import { refusalFrom } from "../harness/refusal.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A CDN of one answer, and the addresses that it was asked for. */
async function startCdn(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { origin: `http://127.0.0.1:${port}`, asked };
}

const bounds = { maxBytes: 2 * 1024 * 1024, timeoutMs: 5_000 };
const tooLarge = "That file is too large: 2 MB at most.";
const gone = "That file could not be fetched from Discord. Please attach it again.";

describe("a file that a member attached", () => {
  test("is fetched byte for byte, with its signature in the address", async () => {
    const bytes = randomBytes(1024 * 1024);
    const { origin, asked } = await startCdn((_, response) => response.end(bytes));
    const fetched = await fetchAttachment(
      `${origin}/attachments/1/2/a.png?ex=1&hm=2`,
      [origin],
      bounds,
    );
    expect(bytes.equals(fetched)).toBe(true);
    expect(asked).toEqual(["/attachments/1/2/a.png?ex=1&hm=2"]);
  });

  test("may be just as large as the bound", async () => {
    const { origin } = await startCdn((_, response) => response.end(Buffer.alloc(bounds.maxBytes)));
    expect(await fetchAttachment(`${origin}/a`, [origin], bounds)).toHaveLength(bounds.maxBytes);
  });

  test.each([
    (origin: string) => origin.replace("127.0.0.1", "localhost"),
    (origin: string) => origin.replace("http:", "https:"),
    (origin: string) => origin.replace("http://", "http://cdn.discordapp.com@"),
    (origin: string) => `${origin}0`,
    (origin: string) => origin.replace("http://", "//"),
    () => "file:///etc/passwd",
    () => "data:image/png;base64,AAAA",
    () => "not an address",
    () => "",
  ])("is not even asked for at any other origin: %s", async (foreign) => {
    const { origin, asked } = await startCdn((_, response) => response.end("x"));
    const trusted = origin.replace("127.0.0.1", "127.0.0.2");
    const refusal = await refusalFrom(fetchAttachment(`${foreign(origin)}/a`, [trusted], bounds));
    expect(refusal).toBe("Only files uploaded to Discord are fetched.");
    expect(asked).toEqual([]);
  });

  test("is refused by what its header says, without reading it", async () => {
    let sent = 0;
    const { origin } = await startCdn((_, response) => {
      response.writeHead(200, { "content-length": String(10 * bounds.maxBytes) });
      response.flushHeaders();
      const timer = setInterval(() => {
        sent += 1;
        response.write(Buffer.alloc(1024));
      }, 20);
      response.once("close", () => clearInterval(timer));
    });
    expect(await refusalFrom(fetchAttachment(`${origin}/a`, [origin], bounds))).toBe(tooLarge);
    expect(sent).toBeLessThan(50);
  });

  test("is refused as soon as it is larger than its header said, and let go of", async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const { origin } = await startCdn((_, response) => {
      response.once("close", resolve);
      const more = () => {
        while (response.writable && response.write(Buffer.alloc(64 * 1024)));
        response.once("drain", more);
      };
      more();
    });
    expect(await refusalFrom(fetchAttachment(`${origin}/a`, [origin], bounds))).toBe(tooLarge);
    await closed;
  });

  test.each([301, 302, 307, 308])("is not looked for where a %i points", async (status) => {
    const other = await startCdn((_, response) => response.end("secret"));
    const { origin, asked } = await startCdn((_, response) =>
      response.writeHead(status, { location: `${other.origin}/secret` }).end(),
    );
    const origins = [origin, other.origin];
    expect(await refusalFrom(fetchAttachment(`${origin}/a`, origins, bounds))).toBe(gone);
    expect([asked, other.asked]).toEqual([["/a"], []]);
  });

  test.each([204, 403, 404, 500])("is refused as gone at a %i", async (status) => {
    const { origin } = await startCdn((_, response) => response.writeHead(status).end());
    expect(await refusalFrom(fetchAttachment(`${origin}/a`, [origin], bounds))).toBe(gone);
  });

  test("is refused as gone where nobody answers, or not in time, or not to the end", async () => {
    const silent = await startCdn(() => undefined);
    const stuck = await startCdn((_, response) => response.write("half"));
    const broken = await startCdn((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    const hasty = { ...bounds, timeoutMs: 200 };
    for (const { origin } of [silent, stuck]) {
      const start = performance.now();
      expect(await refusalFrom(fetchAttachment(`${origin}/a`, [origin], hasty))).toBe(gone);
      expect(performance.now() - start).toBeLessThan(1_500);
    }
    expect(await refusalFrom(fetchAttachment(`${broken.origin}/a`, [broken.origin], bounds))).toBe(
      gone,
    );
    const nobody = "http://127.0.0.1:1";
    expect(await refusalFrom(fetchAttachment(`${nobody}/a`, [nobody], bounds))).toBe(gone);
  });
});
