import { createServer } from "node:http";
import type { StandInDiscord, User } from "../discord/start.ts";
import { createActions } from "./actions.ts";
import { loadClient } from "./client-files.ts";
import { createPushing } from "./pushing.ts";
import { createHandler } from "./server.ts";
import { createSwitches, type WebuiControls } from "./switches.ts";

export interface PageOptions {
  discord: StandInDiscord;
  /** The people one can be. */
  members: User[];
  /** Every word on the page, handed on to the browser as it is. */
  words: object;
  /** In which a person's Discord can be; English alone if not said. */
  languages?: readonly string[];
  /** Absent: the webui is a real one, which is nobody's to switch. */
  webui?: WebuiControls | undefined;
  /** 0 or nothing: a free one. */
  port?: number | undefined;
}

/** A page on loopback that looks and works like Discord's client, on top of the stand-in Discord. */
export async function startPage({
  discord,
  members,
  words,
  languages = ["en-US"],
  webui,
  port = 0,
}: PageOptions) {
  const switches = createSwitches(discord, webui, () => pushing.switches());
  const pushing = createPushing({ discord, members, switches, languages });
  const actions = createActions({ discord, switches, languages });
  const server = createServer({ keepAliveTimeout: 60_000 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}/`;
  const files = await loadClient({ words, cdnOrigin: discord.cdnOrigin });
  server.on("request", createHandler({ port: address.port, files, members, pushing, actions }));
  return {
    url,
    async close(): Promise<void> {
      pushing.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

export type Page = Awaited<ReturnType<typeof startPage>>;
