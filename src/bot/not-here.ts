import { code } from "../discord/markdown.ts";
import { namesIn } from "../generation/keep-known.ts";
import type { Values } from "../generation/request.ts";
import type { Remark } from "./make-work.ts";

/** What is said of values that no webui here can serve. */
export const notHere = (unknown: Values): Remark[] => saying("notHere", unknown);

/** What is said of those that only webuis can serve which lack something of the rest. */
export const notThere = (apart: Values): Remark[] => saying("apart", apart);

function saying(what: "notHere" | "apart", values: Values): Remark[] {
  const missing = namesIn(values).map((name) => ({ name, value: shown(values[name]) }));
  if (missing.length === 0) return [];
  return [
    (text) =>
      text.remarks[what](
        missing.map(({ name, value }) => `${text.parameters[name].label} ${code(value)}`),
      ),
  ];
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(", ") : String(value);
