import { WebSocket } from "ws";
import type { StandInDiscord } from "../../src/demo/discord/start.ts";

export type File = [name: string, bytes: Buffer];

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into whatever came back
  body: any;
  headers: Headers;
}

/** Plain requests with the bot's token, so that nothing waits or retries for us. */
export const caller =
  (discord: StandInDiscord) =>
  async (method: string, path: string, body?: unknown, files?: File[]): Promise<Answer> => {
    const headers: Record<string, string> = { authorization: `Bot ${discord.token}` };
    let sent: string | FormData | undefined;
    if (files) {
      sent = new FormData();
      sent.set("payload_json", JSON.stringify(body));
      for (const [index, [name, bytes]] of files.entries())
        sent.set(`files[${index}]`, new Blob([new Uint8Array(bytes)]), name);
    } else if (body !== undefined) {
      sent = typeof body === "string" ? body : JSON.stringify(body);
      headers["content-type"] = "application/json";
    }
    const init = sent === undefined ? { method, headers } : { method, headers, body: sent };
    const response = await fetch(`${discord.apiUrl}/v10${path}`, init);
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  };

interface Payload {
  op: number;
  t: string | null;
  s: number | null;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into whatever the gateway sends
  d: any;
}

/** A bare gateway client: says nothing by itself but the first word, and keeps what it hears. */
export async function connect(
  discord: StandInDiscord,
  first: unknown = { op: 2, d: { token: discord.token, intents: 0, properties: {} } },
  query = "v=10&encoding=json",
) {
  const { body } = await caller(discord)("GET", "/gateway/bot");
  const socket = new WebSocket(`${body.url}/?${query}`);
  const heard: Payload[] = [];
  let code: number | undefined;
  socket.on("message", (data: Buffer) => {
    const payload: Payload = JSON.parse(data.toString("utf8"));
    heard.push(payload);
    if (payload.op === 10) socket.send(JSON.stringify(first));
  });
  socket.on("error", () => {});
  socket.on("close", (given) => {
    code = given;
  });
  await discord.waitFor(() => heard.length >= 2 || code !== undefined);
  return {
    heard,
    closeCode: () => code,
    say: (payload: unknown) => socket.send(JSON.stringify(payload)),
    cut: () => socket.terminate(),
    close: () => socket.close(1000),
  };
}
