import { historyMessage } from "../discord/history.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { readAsker, textForAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";

/** A page of the asker's own last pictures, from 1 on. */
export async function historyPage(
  interaction: Asking,
  page: number,
  { history }: Context,
): Promise<Outgoing> {
  const { userId } = readAsker(interaction);
  const entries = await orAway(() => history.list(userId));
  return historyMessage(textForAsker(interaction), entries, page);
}
