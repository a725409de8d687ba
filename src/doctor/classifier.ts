import sharp from "sharp";
import { createClassifier } from "../classifier/classify.ts";
import type { Config } from "../config.ts";
import { ClassifierError } from "../errors.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { nameOf } from "./failure.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";

/** Whether the classifier says something about a plain grey picture. */
export async function checkClassifier({
  url,
  key,
  timeoutMs,
}: Config["classifier"]): Promise<Finding> {
  const { name, remedy, answers } = words.classifier;
  if (url === undefined) return told(name, en.doctor.notSet);
  const create = { width: 64, height: 64, channels: 3 as const, background: "#808080" };
  const picture = await sharp({ create }).png().toBuffer();
  try {
    const { score } = await createClassifier({ url, key, timeoutMs })(picture, "image/png");
    return fine(name, answers(score));
  } catch (error) {
    return wrong(name, whyOf(error), remedy);
  }
}

function whyOf(error: unknown): string {
  if (!(error instanceof ClassifierError)) return words.failed(nameOf(error));
  if (error.status !== undefined) return words.status(error.status);
  return error.cause === undefined
    ? words.classifier.unreadable
    : words.unreachable(nameOf(error.cause));
}
