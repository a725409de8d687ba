import { Agent, request } from "undici";

/** Milliseconds that an answer may take. */
const patienceMs = 8_000;
const maxBytes = 1024 * 1024;

export type Answered = {
  status: number;
  header(name: string): string | undefined;
  text: string;
};

/** An answer to a plain GET; `anyCertificate` for a look at who is there, with nothing secret sent. */
export async function ask(
  url: string,
  {
    headers = {},
    anyCertificate = false,
  }: { headers?: Record<string, string>; anyCertificate?: boolean } = {},
): Promise<Answered> {
  const dispatcher = new Agent({ connect: { rejectUnauthorized: !anyCertificate } });
  try {
    const answer = await request(url, {
      headers,
      dispatcher,
      signal: AbortSignal.timeout(patienceMs),
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBytes) break;
    }
    return {
      status: answer.statusCode,
      header: (name) => [answer.headers[name] ?? []].flat()[0],
      text: Buffer.concat(chunks).toString("utf8"),
    };
  } finally {
    await dispatcher.destroy();
  }
}
