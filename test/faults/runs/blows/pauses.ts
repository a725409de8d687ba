import { setTimeout as delay } from "node:timers/promises";
import { apart, type Blow, type Scene } from "../blow.ts";

/** Longer than a job's lock (10 s), so that it is taken over meanwhile. Milliseconds. */
const beyondLock = [11_000, 14_000] as const;

function freezer({ installation, chance }: Scene) {
  return installation.kind === "together"
    ? installation.program("process")
    : installation.program(chance.pick(["worker 1", "worker 2"]));
}

async function freezeWorker(scene: Scene, withReceiver: boolean): Promise<void> {
  const { chronicle, chance, excuses } = scene;
  const program = freezer(scene);
  const ms = chance.between(...beyondLock);
  const from = Date.now();
  const goOn = program.freeze(withReceiver);
  const whom = `${program.name}${withReceiver ? " and its receiver" : ""}`;
  chronicle.note(`SIGSTOP ${whom} for ${ms} ms`);
  await delay(ms);
  goOn();
  chronicle.note(`SIGCONT ${whom}`);
  excuses.pauses += ms / 1_000;
  // What reached it shortly before was not stored yet.
  if (withReceiver) excuses.deaf.push({ from: from - 50, to: Date.now() + 50 });
}

export const pauses: readonly Blow[] = [
  { name: "stop worker", weight: 2, strike: (scene) => freezeWorker(scene, false) },
  { name: "stop worker and receiver", weight: 2, strike: (scene) => freezeWorker(scene, true) },
  {
    name: "stop bot",
    on: apart,
    weight: 1,
    async strike({ installation, chronicle }) {
      const goOn = installation.program("bot").freeze(false);
      chronicle.note("SIGSTOP bot");
      await delay(5_000);
      goOn();
      chronicle.note("SIGCONT bot");
    },
  },
  {
    name: "stop redis",
    weight: 2,
    async strike({ installation, chronicle, excuses }) {
      const from = Date.now();
      const goOn = installation.server.freeze();
      chronicle.note("SIGSTOP redis");
      await delay(2_000);
      goOn();
      chronicle.note("SIGCONT redis");
      excuses.pauses += 2;
      excuses.away.push({ from, to: Date.now() + 200 });
    },
  },
];
