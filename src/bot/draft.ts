import type { Attached, ReadOptions } from "../discord/options.ts";
import { type DrawingCommand, flaggedOn } from "../generation/command-of.ts";
import { readFlags } from "../generation/flags.ts";
import { liftLoras } from "../generation/lora-tags.ts";
import type { ParameterName } from "../generation/parameters.ts";
import type { Draft } from "./make-work.ts";

/** The options of a command together with the flags in its prompt; where both speak, the option counts. */
export function toDraft(
  { values, attached }: ReadOptions,
  command: DrawingCommand = "draw",
): Draft {
  const names = flaggedOn(command);
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

const code = (flag: string) => `\`${flag.replaceAll("`", "")}\``;
