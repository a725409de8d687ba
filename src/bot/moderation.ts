import { setImmediate } from "node:timers/promises";
import type { Decided } from "../generation/decide.ts";
import { withExpandedWords, withWords } from "../generation/always-negative.ts";
import { decideSetting, type Situation } from "../generation/rules.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import { requireAdmission } from "./admission.ts";
import { createCensor } from "./censor.ts";
import type { Asking, Context } from "./command.ts";
import type { Draft } from "./make-work.ts";
import { hasOneOf } from "./member-roles.ts";

/** What a server decided that changes a job, or forbids it. */
export type Moderation = {
  /** Before anything is fetched for it. */
  before(decided: Decided, draft: Draft): Decided;
  /** What its dynamic prompts came to is held to the same. */
  after(work: Work): Promise<Work>;
};

/** @throws {UserError} where whoever asks may have nothing drawn; what comes of it throws for words. */
export async function moderate(
  interaction: Asking,
  situation: Situation,
  context: Context,
): Promise<Moderation> {
  await requireAdmission(interaction, situation, context);
  const censor = await createCensor(interaction, situation, context);
  const clean = (text: string) => {
    censor.check(text);
    const left = censor.drop(text);
    // What is left may have become another word.
    if (left !== text) censor.check(left);
    return left;
  };
  const { value: always = [] } = decideSetting("always_negative", situation);
  return {
    before({ values, from }, { task = "draw" }) {
      const { prompt, negative_prompt: negative } = values;
      const spoiler = isHidden(interaction, situation) ? { spoiler: true } : {};
      if (task !== "draw") return { values: { ...values, ...spoiler }, from };
      // Its names were typed, in the prompt as like as not.
      if (from.lora === "asked" && Array.isArray(values.lora)) censor.check(values.lora.join(", "));
      return {
        values: {
          ...values,
          ...(typeof prompt === "string" ? { prompt: clean(prompt) } : {}),
          ...(always.length > 0 ? { negative_prompt: withWords(negative, always) } : {}),
          ...spoiler,
        },
        from,
      };
    },
    async after(work) {
      if (!isDrawing(work)) return work;
      censor.check(work.prompt);
      const negatives = work.negative_prompts?.map((each) => withExpandedWords(each, always));
      const held = negatives === undefined ? work : { ...work, negative_prompts: negatives };
      if (work.prompts === undefined) return held;
      const prompts: string[] = [];
      for (const prompt of work.prompts) {
        prompts.push(clean(prompt));
        // Long ones take a while together, and others wait as well.
        await setImmediate();
      }
      return { ...held, prompts };
    },
  };
}

function isHidden(interaction: Asking, situation: Situation): boolean {
  if (decideSetting("forced_spoiler", situation).value === true) return true;
  const { value: roles = [] } = decideSetting("spoiler_roles", situation);
  return hasOneOf(interaction, roles);
}
