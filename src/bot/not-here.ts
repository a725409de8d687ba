import { code } from "../discord/markdown.ts";
import type { ParameterName } from "../generation/parameters.ts";
import type { Values } from "../generation/request.ts";
import type { Remark } from "./make-work.ts";

/** What is said of values that no webui here can serve. */
export function notHere(unknown: readonly ParameterName[], values: Values): Remark[] {
  if (unknown.length === 0) return [];
  const missing = unknown.map((name) => ({ name, value: String(values[name]) }));
  return [
    (text) =>
      text.remarks.notHere(
        missing.map(({ name, value }) => `${text.parameters[name].label} ${code(value)}`),
      ),
  ];
}
