import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

export type ClassifierRequest = { headers: IncomingMessage["headers"]; body: Buffer };

/** A classifier of pictures that answers as it is told to; before that every picture is fine. */
export async function startClassifierServer() {
  const requests: ClassifierRequest[] = [];
  let respond: (response: ServerResponse) => void = (response) => response.end('{"score":0}');
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push({ headers: request.headers, body: Buffer.concat(chunks) });
    respond(response);
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/check`,
    requests,
    /** What it answers from now on. */
    says(answer: object) {
      respond = (response) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(answer));
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
