import { readFile } from "node:fs/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  type Interaction,
  type StandInDiscord,
  startDiscord,
} from "../../src/demo/discord/start.ts";
import { startEasel } from "../harness/easel.ts";
import { startPlainWebui } from "./plain-webui.ts";

/** One Easel between a stand-in Discord and webuis that cost nothing, one if not said. */
export async function startBench(
  webuiOptions: Parameters<typeof startPlainWebui>[0],
  many = 1,
  env: Record<string, string> = {},
  /** Before Easel comes. */
  prepare: (discord: StandInDiscord) => void = () => undefined,
) {
  const webui = await startPlainWebui(webuiOptions);
  const webuis = [webui];
  while (webuis.length < many) webuis.push(await startPlainWebui(webuiOptions));
  /** When the post of a job was complete at Discord, by the job's id. */
  const postedAt = new Map<string, number>();
  const edits: number[] = [];
  const discord = await startDiscord({
    onExchange({ method, path, files, status }) {
      const isEdit = method === "PATCH" && path.endsWith("@original") && files.length === 0;
      if (isEdit) edits.push(performance.now());
      if (
        files.length === 0 ||
        status >= 300 ||
        !["PATCH", "POST"].includes(method) ||
        path.includes("callback")
      )
        return;
      const id = /easel-(\d+)-/.exec(files[0]?.name ?? "")?.[1];
      if (id !== undefined && !postedAt.has(id)) postedAt.set(id, performance.now());
    },
  });
  prepare(discord);
  const dataDir = await mkdtemp(join(tmpdir(), "easel-bench-"));
  const guild = discord.createGuild({ name: "Bench" });
  const channel = discord.createChannel({ guild });
  // No member may have all of a bench's jobs waiting.
  const members = ["Ada", "Ben", "Cleo", "Dan"].map((name) => discord.createUser({ name }));
  let asked = 0;
  const easel = startEasel({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_CDN_ORIGINS: discord.cdnOrigin,
    WEBUI_URLS: webuis.map(({ url }) => url).join(","),
    DATA_DIR: dataDir,
    HTTP_PORT: "0",
    LOG_LEVEL: "warn",
    ...env,
  });
  await discord.waitFor(() => discord.registeredCommands().length > 0, 15_000);
  await delay(2_500);
  return {
    discord,
    webui,
    webuis,
    guild,
    channel,
    dataDir,
    postedAt,
    /** When messages without pictures were changed. */
    editTimes: () => edits,
    easel,
    draw: (options: Record<string, string | number> = {}): Interaction =>
      discord.command({
        user: members[asked++ % members.length] ?? discord.owner,
        channel,
        name: "draw",
        options: { prompt: "a castle", ...options },
      }),
    /** Of bot and worker in one process, and of the receiver beside it, 0 while it does not run. In MB. */
    memory: async () => {
      const [receiver] = await receiversOf(easel.pid);
      return {
        now: await megabytes(easel.pid, "VmRSS"),
        peak: await megabytes(easel.pid, "VmHWM"),
        receiverPeak: receiver === undefined ? 0 : await megabytes(receiver, "VmHWM"),
      };
    },
    async close() {
      await easel.stop();
      for (const each of webuis) await each.close();
      await discord.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type Bench = Awaited<ReturnType<typeof startBench>>;
export type { StandInDiscord };

/** Resident memory as the kernel counts it, in MB. */
async function megabytes(pid: number, field: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The kernel's list of the children, without Redis. */
async function receiversOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  const pids = children.trim().split(" ").filter(Boolean).map(Number);
  const lines = await Promise.all(pids.map((child) => readFile(`/proc/${child}/cmdline`, "utf8")));
  return pids.filter((_, index) => lines[index]?.includes("receiver.ts"));
}
