import type { Attached, ReadOptions } from "../discord/options.ts";
import { flagNames } from "../generation/flag-names.ts";
import { readFlags } from "../generation/flags.ts";
import { liftLoras } from "../generation/lora-tags.ts";
import { namesOn, type ParameterName, parameterNames, type Use } from "../generation/parameters.ts";
import type { Draft } from "./make-work.ts";

/** The options of a command together with the flags in its prompt; where both speak, the option counts. */
export function toDraft({ values, attached }: ReadOptions, use: Use = "draw"): Draft {
  const names = flaggedOn(use);
  const {
    prompt,
    values: flagged,
    unknown,
  } = readFlags(typeof values.prompt === "string" ? values.prompt : "", names);
  const { image, mask }: Partial<Record<ParameterName, Attached>> = attached;
  const doubled = names.filter(
    (name: ParameterName) =>
      name !== "prompt" && values[name] !== undefined && flagged[name] !== undefined,
  );
  return {
    values: liftLoras({ ...flagged, ...values, prompt }),
    image,
    mask,
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

/** Discord's limit leaves a command without options that its drawing has all the same. */
function flaggedOn(use: Use): ParameterName[] {
  const known = new Set([...namesOn(use), ...flagNames]);
  return parameterNames.filter((name) => known.has(name));
}

const code = (flag: string) => `\`${flag.replaceAll("`", "")}\``;
