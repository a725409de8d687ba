import { join } from "node:path";
import { createContext } from "../../src/bot/context.ts";
import { loadCommands, loadComponents } from "../../src/bot/loaded.ts";
import { createRouter } from "../../src/bot/router.ts";
import { resultMessages } from "../../src/discord/message.ts";
import { createLog } from "../../src/log.ts";
import { noMeasures } from "../../src/measures.ts";
import { createCatalogs } from "../../src/store/catalogs.ts";
import { createRecords } from "../../src/store/records.ts";
import { textFor } from "../../src/text/text.ts";
import { catalogOf, requestOf } from "../generation/sample.ts";
import { startRedis } from "../harness/private-redis.ts";
import { startRecorder } from "./discord.ts";
import { makeFiles } from "./files.ts";
import type { ShownMessage } from "./interactions.ts";

/** Everybody and everything that interactions are about. */
export const people = {
  application: "100000000000000001",
  owner: "100000000000000002",
  guild: "100000000000000003",
  channel: "100000000000000004",
  role: "100000000000000005",
};
/** Jobs of somebody who never presses anything: one for all to see, one for nobody else. */
export const jobs = { open: "200000000000000001", secret: "200000000000000002" };
export const author = "100000000000000009";
/** Stands in the prompt that nobody but its author may ever read. */
export const secretWord = "zanzibar";

/** A line of the log that says more than that somebody was refused. */
export type Complaint = {
  level: number;
  job?: string;
  msg: string;
  err?: { type?: string; message?: string; stack?: string };
};

/** The real router on a real Redis, with a Discord that writes down what it is answered. */
export async function setStage() {
  const redis = await startRedis();
  const files = await makeFiles();
  const recorder = await startRecorder(files, people);
  const complaints: Complaint[] = [];
  const log = await createLog("warn", [], {
    write: (line) => void complaints.push(JSON.parse(line) as Complaint),
  });
  const connection = await redis.connect("fail");
  const { context, close } = await createContext({
    redis: connection,
    discord: {
      token: "token",
      apiUrl: recorder.origin,
      guildIds: [],
      cdnOrigins: [recorder.origin],
      ownerIds: [people.owner],
    },
    wildcardsDir: join(redis.dataDir, "wildcards"),
    publicUrl: "https://pictures.example",
    writePrompt: async (words) => `${words}, by night`,
    measures: noMeasures,
    telemetry: undefined,
    log,
    botId: () => people.application,
  });
  const commands = await loadCommands();
  const offer = { catalogs: [catalogOf()], writesPrompts: true };

  return {
    recorder,
    files: Object.keys(files),
    complaints,
    route: createRouter(commands, await loadComponents(), context),
    commands: [...commands.values()].map((command) => command.data(textFor("en-US"), offer)),
    /** All that was asked for so far is forgotten; what was there in the beginning is there again. */
    async clear(): Promise<void> {
      await connection.flushdb();
      const catalogs = createCatalogs(connection);
      const catalog = catalogOf();
      await catalogs.put(catalog);
      await catalogs.say(catalog.webui, { up: true, state: "up" });
      const records = createRecords(connection);
      const whose = { userId: author, userName: "Ada" };
      await records.put(jobs.open, { request: requestOf({ count: 2 }), ...whose });
      const secret = requestOf({ prompt: `a ${secretWord}`, private: true });
      await records.put(jobs.secret, { request: secret, ...whose });
      await context.originals.put(jobs.secret, 1, files["good.png"] ?? Buffer.alloc(0));
      await context.webuis.settle();
    },
    /** A result as the worker posts it, for all to see. */
    result: (id = jobs.open): ShownMessage => {
      const [message] = resultMessages(
        textFor("en-US"),
        {
          id,
          request: requestOf({ count: 2 }),
          userId: author,
          userName: "Ada",
          pictures: [],
          seeds: [5, 6],
          model: "dreamshaper_8",
          size: { width: 64, height: 64 },
          remarks: [],
          canUpscale: true,
        },
        false,
      );
      return (message?.body ?? {}) as ShownMessage;
    },
    async close() {
      await close();
      await recorder.close();
      await redis.close();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof setStage>>;
