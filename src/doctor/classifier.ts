import sharp from "sharp";
import { createClassifier } from "../classifier/classify.ts";
import type { Config } from "../config.ts";
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
    // Its own words say whether it was the status or the answer; below them stands why the network failed.
    const inner = error instanceof Error && error.cause !== undefined ? nameOf(error.cause) : "";
    return wrong(
      name,
      inner === "" && error instanceof Error ? error.message : words.unreachable(inner),
      remedy,
    );
  }
}
