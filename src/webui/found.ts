import type { AnswerSink } from "../generation/backend.ts";
import type { Work } from "../generation/work.ts";
import { readAnswers } from "./responses.ts";

/**
 * How many pictures earlier tries have left of a drawing, from its first on, whatever kind of webui drew them: they need
 * not be drawn once more. Who put them away may not have lived to look at them.
 * @throws {BackendError} where there are no pictures in what is left.
 */
export async function countFound(request: Work, { stored, earlier }: AnswerSink): Promise<number> {
  const last = stored.at(-1);
  if (last === undefined) return 0;
  const { pictures, caption } = readAnswers(await earlier(), request);
  if (caption !== undefined) return 1;
  return last.count === undefined ? pictures.length : last.before + last.count;
}
