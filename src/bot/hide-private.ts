import type { Answer } from "../discord/answer.ts";
import { namesOn } from "../generation/parameters.ts";
import type { Asking, Context } from "./command.ts";
import type { Draft } from "./make-work.ts";
import { rulesFor } from "./rules.ts";

/**
 * Hides an answer that will be for its author alone, as far as that can be known by now: a slow one is announced meanwhile, and
 * must not be announced to everyone.
 */
export async function hidePrivate(
  interaction: Asking,
  { task = "draw", values }: Pick<Draft, "task" | "values">,
  answer: Answer,
  context: Context,
): Promise<void> {
  if (values.private === true) answer.hide();
  // A preset that was named may decide otherwise than who named it.
  if (values.private !== undefined || values.preset !== undefined) return;
  if (!namesOn(task).includes("private")) return;
  const { layers } = await rulesFor(interaction, context);
  const decided = layers.findLast((layer) => layer.values.private !== undefined);
  if (decided?.values.private === true) answer.hide();
}
