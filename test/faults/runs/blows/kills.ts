import { setTimeout as delay } from "node:timers/promises";
import { apart, type Blow, type Scene } from "../blow.ts";

/** A gateway lets the same bot identify only every 5 s. */
const identifyMs = 6_000;
/** For so long after a kill a receiver may still have had an answer that it did not store. Milliseconds. */
const unstoredMs = 50;

/** Until whoever lost Redis has found it again. Milliseconds. */
const reconnectMs = 1_500;

const pause = async ({ chance }: Scene) => delay(chance.maybe(0.5) ? 0 : chance.between(0, 1_000));

const killPrograms = (names: readonly string[], on: Blow["on"], weight: number): Blow => ({
  name: `kill ${names.length > 1 ? "both workers" : names.join("")}`,
  ...(on === undefined ? {} : { on }),
  weight,
  async strike(scene) {
    const { installation, chronicle } = scene;
    const programs = names.map((name) => installation.program(name));
    for (const program of programs) program.kill();
    chronicle.note(`kill -9 ${names.join(", ")}`);
    await pause(scene);
    if (!names.some((name) => name.startsWith("worker"))) installation.discord.advance(identifyMs);
    for (const program of programs) program.start();
    chronicle.note(`${names.join(", ")} started again`);
  },
});

const killRedis = (name: string, on: Blow["on"] & {}): Blow => ({
  name: `kill ${name}`,
  on,
  weight: 3,
  async strike(scene) {
    const { installation, chronicle, excuses } = scene;
    const from = Date.now();
    installation.server.kill();
    chronicle.note(`kill -9 ${name}`);
    await pause(scene);
    await installation.server.start();
    excuses.away.push({ from, to: Date.now() + reconnectMs });
    chronicle.note(`${name} may be there again`);
  },
});

const killReceiver: Blow = {
  name: "kill receiver",
  weight: 3,
  async strike({ installation, chronicle, chance, excuses }) {
    const working = installation.programs.flatMap((program) => program.receiver() ?? []);
    const [first, ...more] = working;
    if (first === undefined) return chronicle.note("no receiver to kill");
    const pid = chance.pick([first, ...more]);
    process.kill(pid, "SIGKILL");
    const now = Date.now();
    chronicle.note(`kill -9 receiver ${pid}`, now);
    excuses.deaf.push({ from: now - unstoredMs, to: now + unstoredMs });
    // What it waited for was broken off, as if a webui had.
    excuses.breaks += 1;
  },
};

export const kills: readonly Blow[] = [
  killPrograms(["process"], ["together"], 5),
  killRedis("private redis", ["together"]),
  killReceiver,
  killPrograms(["worker 1"], apart, 3),
  killPrograms(["worker 2"], apart, 3),
  killPrograms(["worker 1", "worker 2"], apart, 3),
  killPrograms(["bot"], apart, 3),
  killRedis("redis", apart),
];
