/** Registers the commands that can be offered, and again whenever that changes. */
export type Offerer = {
  start(register: (body: readonly object[]) => Promise<void>): void;
  close(): void;
};

const everyMs = 1_000;

export function createOfferer(bodyNow: () => readonly object[]): Offerer {
  let offered = "";
  let timer: NodeJS.Timeout | undefined;
  let registering = false;
  return {
    start(register) {
      const offer = async () => {
        const body = bodyNow();
        const text = JSON.stringify(body);
        if (text === offered || registering) return;
        registering = true;
        offered = text;
        await register(body);
        registering = false;
      };
      void offer();
      timer ??= setInterval(() => void offer(), everyMs);
    },
    close: () => clearInterval(timer),
  };
}
