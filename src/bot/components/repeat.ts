import { code } from "../../discord/markdown.ts";
import { keepKnown } from "../../generation/keep-known.ts";
import type { Text } from "../../text/en.ts";
import type { Component } from "../command.ts";
import { repeatable } from "../kept.ts";
import { submit } from "../submit.ts";

/** 🎲 "Draw this again": the very same values, its seed among them, but for what only other places have. */
export default {
  async press(interaction, { id }, answer, context) {
    const draft = await repeatable(id, context);
    const { values, unknown } = keepKnown(draft.values, context.webuis.catalogs());
    const missing = unknown.map((name) => ({ name, value: String(draft.values[name]) }));
    const remark = (text: Text) =>
      text.remarks.notHere(
        missing.map(({ name, value }) => `${text.parameters[name].label} ${code(value)}`),
      );
    const remarks = [...(draft.remarks ?? []), ...(missing.length === 0 ? [] : [remark])];
    await submit(interaction, { ...draft, complete: true, values, remarks }, answer, context);
  },
} satisfies Component;
