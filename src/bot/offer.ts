import type { Command, Offer } from "./command.ts";
import { bodyInAll, bodyOf } from "./register.ts";

/** Registers the commands that can be offered, and again whenever that changes. */
export type Offerer = {
  start(register: (body: readonly object[]) => Promise<void>): void;
  close(): void;
};

const everyMs = 1_000;

/**
 * All languages say the same, so that one of them tells whether anything changed. While it is not known what can be offered,
 * what Discord has stays: a command that is taken away and comes again is another one, without what servers allowed of it.
 */
export function createOfferer(
  commands: ReadonlyMap<string, Command>,
  offerNow: () => Offer | undefined,
): Offerer {
  let offered = "";
  let timer: NodeJS.Timeout | undefined;
  let registering = false;
  return {
    start(register) {
      const offer = async () => {
        const now = offerNow();
        if (now === undefined) return;
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
