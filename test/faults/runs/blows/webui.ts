import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../../../../src/demo/webui/start.ts";
import { anyWebui, type Blow, type Scene } from "../blow.ts";

/** Whatever was not met by then is taken back. Milliseconds. */
const meetMs = 6_000;

/** What Easel tries again, and what it says where it does not. */
type Kind = { name: string; faults: readonly [Fault, ...Fault[]]; breaks?: true; words?: RegExp };

const refused = /The webui refused this/;
const pictureless = /an answer without a picture|The webui refused this|not enough memory/;
const again = { error: "RuntimeError", detail: "", body: "", errors: "the device was lost" };
const never = { error: "ValueError", detail: "", body: "", errors: "axes do not match" };

const bad: readonly Kind[] = [
  {
    name: "webui answers 500",
    faults: [{ kind: "error", status: 500, body: again }],
    breaks: true,
  },
  {
    name: "webui answers 500 for good",
    faults: [{ kind: "error", status: 500, body: never }],
    words: refused,
  },
  {
    // A try as well: two of them and a broken connection are three.
    name: "webui answers 503",
    faults: [{ kind: "error", status: 503 }],
    breaks: true,
  },
  {
    name: "webui answers 401",
    faults: [{ kind: "error", status: 401, body: { detail: "Incorrect username or password" } }],
    breaks: true,
  },
  {
    name: "webui is out of memory",
    faults: [{ kind: "out-of-memory" }, { kind: "nans" }],
    words: pictureless,
  },
  {
    name: "webui breaks off",
    faults: [{ kind: "drop" }, { kind: "drop-before" }, { kind: "truncate" }, { kind: "html-502" }],
    breaks: true,
  },
  {
    name: "webui answers nonsense",
    faults: [
      { kind: "nonsense" },
      { kind: "nonsense", body: "<html>Not here</html>", contentType: "text/html" },
      { kind: "empty-images" },
      { kind: "blank-image" },
    ],
    words: pictureless,
  },
  {
    name: "webui is slow",
    faults: [
      { kind: "slow-load", seconds: 4 },
      { kind: "slow-body", ms: 2_500 },
    ],
  },
];

/** One or two requests meet it, at one webui or at all. */
async function lay(scene: Scene, { name, faults, breaks, words }: Kind): Promise<void> {
  const { installation, chance, chronicle, excuses } = scene;
  const fault = chance.pick(faults);
  const times = chance.between(1, 2);
  const webuis = chance.maybe(0.3) ? installation.webuis : [anyWebui(scene)];
  if (words !== undefined) excuses.words.push(words);
  if (breaks) excuses.breaks += times * webuis.length;
  const undo = webuis.flatMap(({ faults: laid }) =>
    Array.from({ length: times }, () => laid.next(fault)),
  );
  chronicle.note(`${name}: ${fault.kind}, ${times} times at ${webuis.length} of them`);
  await delay(meetMs);
  for (const each of undo) each();
}

const goesDown: Blow = {
  name: "webui goes down",
  weight: 3,
  async strike(scene) {
    const { chance, chronicle, excuses, installation } = scene;
    const webuis = chance.maybe(0.3) ? installation.webuis : [anyWebui(scene)];
    excuses.breaks += 1;
    chronicle.note(`${webuis.length} down: ${webuis.map(({ url }) => url.slice(-5)).join(" ")}`);
    await Promise.all(webuis.map((webui) => webui.down()));
    await delay(chance.between(100, 5_000));
    await Promise.all(webuis.map((webui) => webui.up()));
    chronicle.note("up again");
  },
};

async function hang(scene: Scene, ms: number): Promise<void> {
  const { chronicle } = scene;
  const webui = anyWebui(scene);
  const undo = webui.faults.next({ kind: "hang" });
  chronicle.note(`hangs for ${ms} ms: ${webui.url.slice(-5)}`);
  await delay(ms);
  undo();
  webui.faults.release();
  chronicle.note("hangs no more");
}

const hangs: readonly Blow[] = [
  {
    name: "webui hangs",
    weight: 2,
    strike: (scene) => hang(scene, scene.chance.between(500, 5_000)),
  },
  {
    // Beyond WEBUI_TIMEOUT_SECONDS.
    name: "webui hangs too long",
    weight: 1,
    async strike(scene) {
      scene.excuses.words.push(/did not finish in time/);
      await hang(scene, 24_000);
    },
  },
];

export const webuiBlows: readonly Blow[] = [
  goesDown,
  ...hangs,
  ...bad.map((kind): Blow => ({
    name: kind.name,
    weight: 1,
    strike: (scene) => lay(scene, kind),
  })),
];
