/** What hears signals and can end: Node's own `process`, but for tests. */
type Process = {
  on(signal: "SIGINT" | "SIGTERM", hear: () => void): unknown;
  exit(code: number): void;
};

/** npm passes a signal on to its child, which the terminal or systemd has sent one already. Milliseconds. */
const echoMs = 2_000;

/** Calls `stop` at the first signal. Of all that follow only a person's own Ctrl-C counts: it means now. */
export function hearStopSignals(
  stop: () => void,
  process: Process,
  now: () => number = () => performance.now(),
): void {
  let heardAt: number | undefined;
  const hear = (isPersons: boolean) => {
    if (heardAt === undefined) {
      heardAt = now();
      stop();
    } else if (isPersons && now() - heardAt > echoMs) {
      process.exit(1);
    }
  };
  process.on("SIGTERM", () => hear(false));
  process.on("SIGINT", () => hear(true));
}
