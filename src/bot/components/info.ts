import { readInfoId } from "../../discord/info.ts";
import type { Component } from "../command.ts";
import { infoPage } from "../info.ts";

/** ◀ ▶ and the menu below a list; where the id of a job stands elsewhere, there is the list. */
export default {
  updates: true,
  async press(interaction, { id, args }, answer, context) {
    await answer.replace(await infoPage(interaction, readInfoId(id, args), context));
  },
} satisfies Component;
