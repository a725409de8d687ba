/** Milliseconds: between two looks, and what a clock may differ from the steady one between them. */
const lookMs = 1_000;
const tolerance = 500;

/** Hears when this machine's clock was set back: what waits until a time by that clock would wait as much longer. */
export function watchClock(onSetBack: () => void): { close(): void } {
  const offset = () => Date.now() - performance.now();
  let before = offset();
  const timer = setInterval(() => {
    const now = offset();
    if (now < before - tolerance) onSetBack();
    before = now;
  }, lookMs);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
