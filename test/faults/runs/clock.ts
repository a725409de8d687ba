import { readFileSync, watch } from "node:fs";

/*
 * Loaded before everything else in a program whose clock is to jump: its Date is off by as many milliseconds as the file
 * `CLOCK_FILE` says, from the moment at which that changes. Timers and `performance.now()` go on as they are, as on a
 * machine whose clock is set.
 */
const file = process.env["CLOCK_FILE"] ?? "";
const RealDate = Date;
let offMs = 0;

function read(): void {
  const said = Number(readFileSync(file, "utf8").trim() || Number.NaN);
  // Just being written.
  if (!Number.isNaN(said)) offMs = said;
}

const now = () => RealDate.now() + offMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[], made) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : (Reflect.get(target, name) as unknown)),
});

read();
watch(file, { persistent: false }, read);
