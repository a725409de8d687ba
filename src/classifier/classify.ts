import { request } from "undici";
import { z } from "zod";
import { readBoundedJson } from "../bounded-json.ts";
import { ClassifierError } from "../errors.ts";
import type { Classify, Score } from "../generation/classify.ts";

export type Endpoint = { url: string; key: string | undefined; timeoutMs: number };

/** Much more than an answer has. Bytes. */
const maxBytes = 64 * 1024;
/** One that hangs is not asked again for a while: each picture would wait for it. Milliseconds. */
const restMs = 30_000;

const share = z.number().min(0).max(1);
const answer = z.union([
  z.object({ score: share, label: z.string().optional() }),
  z.object({ scores: z.record(z.string(), share) }),
]);

/** Asks an HTTP classifier about pictures: docs/moderators.md says what it is sent and what it may answer. */
export function createClassifier({ url, key, timeoutMs }: Endpoint): Classify {
  let restsUntil = 0;
  return async (bytes, mime) => {
    if (Date.now() < restsUntil) throw new ClassifierError("the classifier is left alone");
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const { statusCode, body } = await request(url, {
        method: "POST",
        headers: {
          "content-type": mime,
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: bytes,
        signal,
      });
      // A body that is let go of says so by an error, which nobody else hears.
      body.on("error", () => undefined);
      if (statusCode !== 200) {
        body.destroy();
        const why = `the classifier answered with status ${statusCode}`;
        throw new ClassifierError(why, { status: statusCode });
      }
      const tooLong = () => new ClassifierError("the classifier's answer has no end");
      return readScore(await readBoundedJson(body, maxBytes, tooLong));
    } catch (cause) {
      if (signal.aborted) restsUntil = Date.now() + restMs;
      if (cause instanceof ClassifierError) throw cause;
      throw new ClassifierError("the classifier cannot be reached", { cause });
    }
  };
}

/** Of several labels the worst. */
function readScore(json: unknown): Score {
  const { data } = answer.safeParse(json);
  if (data === undefined) throw new ClassifierError("the classifier's answer cannot be read");
  if ("score" in data) return { score: data.score, label: data.label ?? "" };
  const [worst] = Object.entries(data.scores).toSorted(([, a], [, b]) => b - a);
  return worst === undefined ? { score: 0, label: "" } : { score: worst[1], label: worst[0] };
}
