import { readModelsId } from "../../discord/models.ts";
import type { Component } from "../command.ts";
import { modelsPage } from "../models.ts";

/** ◀ ▶ below the models; where the id of a job stands elsewhere, there is the page. */
export default {
  updates: true,
  async press(interaction, { id, args }, answer, context) {
    await answer.replace(await modelsPage(interaction, readModelsId(id, args), context));
  },
} satisfies Component;
