import type { Command, Offer } from "./command.ts";
import { bodyInAll, bodyOf } from "./register.ts";

/** Registers the commands that can be offered, and again whenever that changes. */
export type Offerer = {
  start(register: (body: readonly object[]) => Promise<void>): void;
  close(): void;
};

const everyMs = 1_000;

/** All languages say the same, so that one of them tells whether anything changed. */
export function createOfferer(
  commands: ReadonlyMap<string, Command>,
  offerNow: () => Offer,
): Offerer {
  let offered = "";
  let timer: NodeJS.Timeout | undefined;
  let registering = false;
  return {
    start(register) {
      const offer = async () => {
        const now = offerNow();
        const text = JSON.stringify(bodyOf(commands, now));
        if (text === offered || registering) return;
        registering = true;
        offered = text;
        await register(bodyInAll(commands, now));
        registering = false;
      };
      void offer();
      timer ??= setInterval(() => void offer(), everyMs);
    },
    close: () => clearInterval(timer),
  };
}
