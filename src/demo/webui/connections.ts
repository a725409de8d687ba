import type { Server } from "node:http";
import {
  createServer as createSocketServer,
  type Server as SocketServer,
  type Socket,
} from "node:net";

export interface Connections {
  listen: (port: number) => Promise<number>;
  close: () => Promise<void>;
}

/**
 * Hands sockets to an HTTP server, so many at a time: stable-diffusion.cpp has 8 threads, one per connection, idle
 * ones included. Idle connections are cut without a word after the keep-alive time.
 */
export function createConnections(http: Server, limit: number, idleSeconds: number): Connections {
  const open = new Set<Socket>();
  const waiting: Socket[] = [];
  let served = 0;
  let listener: SocketServer | undefined;

  const serve = (socket: Socket) => {
    served += 1;
    socket.once("close", () => {
      served -= 1;
      const next = waiting.shift();
      if (next) serve(next);
    });
    http.emit("connection", socket);
  };
  const accept = (socket: Socket) => {
    open.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.on("timeout", () => socket.destroy());
    socket.once("close", () => {
      open.delete(socket);
      if (waiting.includes(socket)) waiting.splice(waiting.indexOf(socket), 1);
    });
    if (served < limit) serve(socket);
    else waiting.push(socket);
  };
  // Node's own keep-alive would announce its time in a header, which uvicorn does not.
  http.keepAliveTimeout = 0;
  http.requestTimeout = 0;
  http.headersTimeout = 0;
  http.on("request", ({ socket }, response) => {
    socket.setTimeout(0);
    response.once("finish", () => {
      socket.setTimeout(idleSeconds * 1000);
    });
  });
  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        listener = createSocketServer(accept);
        listener.once("error", reject);
        listener.listen(port, "127.0.0.1", () => {
          const address = listener?.address();
          resolve(typeof address === "object" && address ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        waiting.length = 0;
        if (!listener) return resolve();
        listener.close(() => resolve());
        listener = undefined;
      }),
  };
}
