import { flagNames } from "./flag-names.ts";
import { namesOn, type ParameterName, parameterNames } from "./parameters.ts";
import type { GenerationRequest, Values } from "./request.ts";
import { toFlags } from "./to-flags.ts";

export type DrawingCommand = "draw" | "edit" | "control";

/** What `/draw` has no option for, nor its prompt a flag. */
const ofEdit = namesOn("edit").filter((name) => !namesOn("draw").includes(name));

/** The command that draws the same again, but for its pictures: they cannot be typed. Nothing where no single one does. */
export function commandOf(request: GenerationRequest): string | undefined {
  const { control = [], image } = request;
  const [unit, another] = control;
  if (another !== undefined || (unit !== undefined && image !== undefined)) return undefined;
  const values: Values = { ...request, ...unit };
  const isEdit = ofEdit.some((name) => values[name] !== undefined);
  const command = unit !== undefined ? "control" : isEdit ? "edit" : "draw";
  return `/${command} prompt: ${toFlags(values, flaggedOn(command))}`;
}

/** Discord's limit leaves a command without options that its drawing has all the same: they stand in the prompt. */
export function flaggedOn(command: DrawingCommand): ParameterName[] {
  const known = new Set([...namesOn(command), ...flagNames]);
  return parameterNames.filter((name) => known.has(name));
}
