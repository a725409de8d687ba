import { BackendError } from "../errors.ts";
import type { AnswerSink } from "../generation/backend.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import { readAnswers } from "./responses.ts";

/**
 * Whether earlier tries have left all of a drawing, which need not be drawn once more then, whatever kind of webui drew
 * it. Who put it away may not have lived to look at it.
 * @throws {BackendError} where there are no pictures in it.
 */
export async function isFound(request: Work, answers: AnswerSink): Promise<boolean> {
  if (!answers.foreign) {
    if (answers.has(0)) readAnswers(await answers.earlier(), request);
    return false;
  }
  return isWhole(await answers.earlier(), request);
}

function isWhole(parts: Buffer[], request: Work): boolean {
  try {
    const { pictures, caption } = readAnswers(parts, request);
    const asked = isDrawing(request) ? (request.count ?? 1) : 1;
    return caption !== undefined || pictures.length >= asked;
  } catch (error) {
    if (error instanceof BackendError) return false;
    throw error;
  }
}
