import { cut, plain } from "../discord/markdown.ts";
import { UserError } from "../errors.ts";
import { decideSetting, type Situation } from "../generation/rules.ts";
import { audit } from "./audit.ts";
import type { Asking, Context } from "./command.ts";

/** What a server decided about words, for one member in one place. */
export type Censor = {
  /**
   * Refuses a text with a banned word, without repeating it; the audit channel hears more. `wrote`: whose text it is.
   * @throws {UserError}
   */
  check(text: string, wrote?: "asker" | "writer"): void;
  /**
   * The text without the words that are left out silently.
   * @throws {UserError} when that leaves nothing.
   */
  drop(text: string): string;
};

/** What is noted of a prompt. Characters. */
const maxNoted = 1_500;

export async function createCensor(
  interaction: Asking,
  situation: Situation,
  context: Context,
): Promise<Censor> {
  const { value: everywhere = [] } = decideSetting("banned_words", situation);
  const { value: elsewhere = [] } = decideSetting("banned_words_sfw", situation);
  const { value: silent = [] } = decideSetting("dropped_words", situation);
  const restricted = elsewhere.length === 0 || (await isAgeRestricted(interaction, context));
  const banned = context.wordLists.of(restricted ? everywhere : [...everywhere, ...elsewhere]);
  const dropped = context.wordLists.of(silent);
  return {
    check(text, wrote = "asker") {
      const found = banned.find(text);
      if (found === undefined) return;
      const parts = [hidden(found.entry), hidden(text)] as const;
      const note = wrote === "asker" ? ("word" as const) : ("written" as const);
      audit(interaction, (words) => words.moderation.audit[note](...parts), context, situation);
      throw new UserError((words) => words.moderation.refused[note]);
    },
    drop(text) {
      const left = dropped.drop(text);
      if (left !== text && left.trim() === "") {
        throw new UserError((words) => words.moderation.refused.nothingLeft);
      }
      return left;
    },
  };
}

/** A thread has the age of its channel; what cannot be found out counts as open to all. */
async function isAgeRestricted(
  { channel }: Asking,
  { places }: Pick<Context, "places">,
): Promise<boolean> {
  if (channel === undefined) return false;
  const parent = "thread_metadata" in channel ? channel.parent_id : undefined;
  if (parent) return places.isAgeRestricted(parent);
  return "nsfw" in channel && channel.nsfw === true;
}

/** For those who want to see it. */
const hidden = (text: string) => `||${cut(plain(text.replace(/\s+/g, " ")), maxNoted)}||`;
