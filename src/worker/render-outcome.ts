import { failureMessage } from "../discord/failure.ts";
import type { DeliverJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import type { WorkerContext } from "./context.ts";
import { type Rendering, renderResult } from "./render-result.ts";
import { type Judgement, review } from "./review.ts";

/** The result, or words in its place. */
export async function renderOutcome(
  job: DeliverJob,
  known: Judgement | undefined,
  earlier: Record<string, string>,
  context: WorkerContext,
): Promise<Rendering & { shown: boolean }> {
  const { id, request, reply, outcome } = job;
  const text = textFor(reply.locale);
  const say = (words: string) => ({
    render: async ({ mention }: { mention: boolean }) => [
      failureMessage(words, reply.userId, mention),
    ],
    shown: false,
  });
  if (outcome.kind === "failed") return say(outcome.words);
  const drawing = context.readAnswers(await context.answers.read(id), request);
  const judgement = known ?? (await review(job, drawing, earlier, context));
  if (judgement !== "passed" && judgement !== "approved") {
    return say(text.moderation.review[judgement]);
  }
  return { ...(await renderResult(job, drawing, text, context)), shown: true };
}
