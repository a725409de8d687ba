import { request } from "undici";
import { z } from "zod";
import { readBoundedJson } from "../bounded-json.ts";

/** An OpenAI-compatible server (llama.cpp, Ollama, KoboldCpp, ...); its address with or without the final `/v1`. */
export type Endpoint = { url: string; key: string | undefined; model: string | undefined };

export type ChatMessage = { role: "system" | "user"; content: string };

/** What all paths of its API begin with. */
export const apiOf = (url: string): string => `${url.replace(/\/v1$/, "")}/v1`;

/** From the question to the last byte of the answer. Milliseconds. */
const patienceMs = 20_000;
/** Much more than what is asked for. Bytes. */
const maxBytes = 256 * 1024;
/** Enough for a prompt, and for a model that thinks first. */
const maxTokens = 800;

const answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * One answer of a chat (OpenAI API, Create chat completion).
 * @throws {Error} whatever went wrong; it holds neither the key nor a word of the answer.
 */
export async function askChat(
  { url, key, model }: Endpoint,
  messages: readonly ChatMessage[],
): Promise<string> {
  const { statusCode, body } = await request(`${apiOf(url)}/chat/completions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      ...(model === undefined ? {} : { model }),
      messages,
      max_tokens: maxTokens,
      stream: false,
    }),
    signal: AbortSignal.timeout(patienceMs),
  });
  // A body that is let go of says so by an error, which nobody else hears.
  body.on("error", () => undefined);
  if (statusCode !== 200) {
    body.destroy();
    throw new Error(`the language model answered with status ${statusCode}`);
  }
  const tooLong = () => new Error("the language model's answer has no end");
  const parsed = answer.safeParse(await readBoundedJson(body, maxBytes, tooLong));
  const [choice] = parsed.data?.choices ?? [];
  if (choice === undefined) throw new Error("the language model gave no answer that can be read");
  return choice.message.content;
}
