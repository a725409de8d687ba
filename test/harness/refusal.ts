import { UserError } from "../../src/errors.ts";
import { en } from "../../src/text/en.ts";

/** What a member would read of a refusal; anything else that is thrown, or nothing, fails the test. */
export function refusalOf(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    return wordsOf(error);
  }
  throw new Error("nothing was refused");
}

export async function refusalFrom(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    return wordsOf(error);
  }
  throw new Error("nothing was refused");
}

function wordsOf(error: unknown): string {
  if (error instanceof UserError) return error.say(en);
  throw error;
}
