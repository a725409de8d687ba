import { UserError } from "../../errors.ts";
import { plain } from "../../discord/markdown.ts";
import { isModerator, readAsker } from "../asker.ts";
import { audit } from "../audit.ts";
import { orAway } from "../away.ts";
import type { Component } from "../command.ts";

/** ➡️: the picture that is being drawn is left as it is, the next one of the batch begins. */
export default {
  updates: true,
  async press(interaction, { id }, answer, context) {
    const { records, signals } = context;
    const known = await orAway(() => records.get(id));
    const isOwn = known?.userId === readAsker(interaction).userId;
    if (!isOwn && !isModerator(interaction)) {
      throw new UserError((text) =>
        known === undefined ? text.refused.forgotten : text.refused.notYours(plain(known.userName)),
      );
    }
    if ((await orAway(() => records.ending(id))) !== undefined) {
      throw new UserError((text) => text.refused.alreadyEnded);
    }
    await orAway(() => signals.skip(id));
    if (!isOwn && known !== undefined) {
      audit(interaction, (text) => text.audit.skipped(plain(known.userName)), context);
    }
    await answer.acknowledge();
  },
} satisfies Component;
