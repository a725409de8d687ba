import { code } from "../discord/markdown.ts";
import { namesIn } from "../generation/keep-known.ts";
import type { Values } from "../generation/request.ts";
import type { Remark } from "./make-work.ts";

/** What is said of values that no webui here can serve. */
export function notHere(unknown: Values): Remark[] {
  const missing = namesIn(unknown).map((name) => ({ name, value: shown(unknown[name]) }));
  if (missing.length === 0) return [];
  return [
    (text) =>
      text.remarks.notHere(
        missing.map(({ name, value }) => `${text.parameters[name].label} ${code(value)}`),
      ),
  ];
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(", ") : String(value);
