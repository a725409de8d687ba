import type { Attached, ReadOptions } from "../discord/options.ts";
import { readFlags } from "../generation/flags.ts";
import { type ParameterName, parameterNames } from "../generation/parameters.ts";
import type { Draft } from "./submit.ts";

/** The options of a command together with the flags in its prompt; where both speak, the option counts. */
export function toDraft({ values, attached }: ReadOptions): Draft {
  const {
    prompt,
    values: flagged,
    unknown,
  } = readFlags(typeof values.prompt === "string" ? values.prompt : "");
  const image: Attached | undefined = attached.image;
  const doubled = parameterNames.filter(
    (name: ParameterName) =>
      name !== "prompt" && values[name] !== undefined && flagged[name] !== undefined,
  );
  return {
    values: { ...flagged, ...values, prompt },
    image,
    remarks: [
      ...(unknown.length === 0
        ? []
        : ([(text) => text.remarks.unknownFlags(unknown.map(code))] satisfies Draft["remarks"])),
      ...(doubled.length === 0
        ? []
        : ([
            (text) => text.remarks.optionCounts(doubled.map((name) => text.parameters[name].label)),
          ] satisfies Draft["remarks"])),
    ],
  };
}

const code = (flag: string) => `\`${flag.replaceAll("`", "")}\``;
