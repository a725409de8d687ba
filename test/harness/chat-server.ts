import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

export type ChatRequest = {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
};

/** An OpenAI-compatible server that answers as it is told to. */
export async function startChatServer() {
  const requests: ChatRequest[] = [];
  let respond: (response: ServerResponse) => void = () => undefined;
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString() || "{}") as Record<string, unknown>;
    const { method = "", url: path = "", headers } = request;
    requests.push({ method, path, headers, body });
    respond(response);
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** What it says from now on. */
    says(content: string) {
      respond = (response) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
      };
    },
    /** Anything else. */
    does(answer: (response: ServerResponse) => void) {
      respond = answer;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
