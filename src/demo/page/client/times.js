import { el } from "./dom.js";
import { now } from "./state.js";

const format = (options) => new Intl.DateTimeFormat(undefined, options);
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

const styles = {
  t: format({ timeStyle: "short" }),
  T: format({ timeStyle: "medium" }),
  d: format({ dateStyle: "short" }),
  D: format({ dateStyle: "long" }),
  f: format({ dateStyle: "long", timeStyle: "short" }),
  F: format({ dateStyle: "full", timeStyle: "short" }),
};

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

function since(ms) {
  const seconds = Math.round((ms - now()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return relative.format(Math.trunc(seconds / size), unit);
}

const textOf = (ms, style) => (style === "R" ? since(ms) : (styles[style] ?? styles.f).format(ms));

/** `<t:…:R>` and its like; relative ones keep up with the clock. */
export const timestamp = (ms, style = "f") =>
  el(
    "time",
    {
      class: "timestamp",
      datetime: new Date(ms).toISOString(),
      title: styles.F.format(ms),
      data: { at: ms, style },
    },
    textOf(ms, style),
  );

export function keepTimes() {
  const renew = () => {
    for (const node of document.querySelectorAll('time[data-style="R"]')) {
      const text = textOf(Number(node.dataset.at), "R");
      if (node.textContent !== text) node.textContent = text;
    }
  };
  setInterval(renew, 1000);
  return renew;
}

export const clockTime = (ms) => styles.t.format(ms);
export const longDay = (ms) => styles.D.format(ms);
export const isSameDay = (a, b) => new Date(a).toDateString() === new Date(b).toDateString();
export const fullTime = (ms) => styles.F.format(ms);
