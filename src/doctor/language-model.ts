import type { Config } from "../config.ts";
import { apiOf } from "../llm/ask.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { ask } from "./ask.ts";
import { nameOf } from "./failure.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";

/** Whether the language model of `/prompt` is there, lets us in, and has the model that is asked for. */
export async function checkLanguageModel({
  url,
  key,
  model,
}: Config["promptLlm"]): Promise<Finding> {
  const name = en.doctor.checks.writer;
  const { writer: say } = words;
  if (url === undefined) return told(name, en.doctor.notSet);
  try {
    const headers: Record<string, string> =
      key === undefined ? {} : { authorization: `Bearer ${key}` };
    const { status, text } = await ask(`${apiOf(url)}/models`, { headers });
    if (status === 401 || status === 403) return wrong(name, words.status(status), say.key);
    const models = status === 200 ? namesIn(text) : undefined;
    if (models === undefined) return wrong(name, words.status(status), say.address);
    if (model !== undefined && models.length > 0 && !models.includes(model)) {
      return wrong(name, say.noModel(model), say.model(models.slice(0, 5)));
    }
    return fine(name, en.doctor.fine);
  } catch (error) {
    return wrong(name, words.unreachable(nameOf(error)), say.address);
  }
}

/** The models of an OpenAI-compatible server; undefined where the answer is none of its lists. */
function namesIn(text: string): string[] | undefined {
  try {
    const { data } = JSON.parse(text) as { data?: unknown };
    if (!Array.isArray(data)) return undefined;
    return data.flatMap((each: { id?: unknown } | null) =>
      typeof each?.id === "string" ? [each.id] : [],
    );
  } catch {
    return undefined;
  }
}
