import { detailsMessage } from "../../discord/details.ts";
import { picturesOf } from "../../discord/shown.ts";
import { commandOf } from "../../generation/command-of.ts";
import { infotextOf } from "../../generation/infotext-of.ts";
import { toInfotext } from "../../generation/infotext.ts";
import { readPictureText } from "../../generation/picture/metadata.ts";
import { presetOf } from "../../generation/presets.ts";
import { promptsOf } from "../../generation/expand.ts";
import type { GenerationRequest } from "../../generation/request.ts";
import { isDrawing, picturesOf as picturesNeeded } from "../../generation/work.ts";
import { UserError } from "../../errors.ts";
import { textFor } from "../../text/text.ts";
import { readAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import type { Component, Context } from "../command.ts";
import { fetchOf, recall } from "../recall.ts";

/** 📋: how it was made, for whoever asks alone. */
export default {
  async press(interaction, { id }, answer, context) {
    answer.hide();
    const { message } = interaction;
    const { userId, locale } = readAsker(interaction);
    const text = textFor(locale);
    const { work, seeds, sourceGone } = await recall(message, id, interaction, context);
    const notes = await orAway(() => context.records.notes(id));
    const payloads = Object.entries(notes)
      .filter(([name]) => name.startsWith("payload:"))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, json]) => json);
    const written = await infotextIn(picturesOf(message)[0], context);
    const own = isDrawing(work)
      ? toInfotext(
          infotextOf(
            { ...work, ...wordsOf(work) },
            {
              seed: seeds[0] ?? work.seed,
              model: undefined,
              sampler: undefined,
              size: undefined,
            },
          ),
        )
      : undefined;
    const draft = isDrawing(work) ? interaction.id : undefined;
    if (isDrawing(work)) {
      await orAway(() => context.drafts.put(interaction.id, userId, { values: presetOf(work) }));
    }
    const details = {
      id,
      draft,
      infotext: written ?? own,
      command: isDrawing(work) ? commandOf({ ...work, seed: seeds[0] ?? work.seed }) : undefined,
      hasSource: sourceGone || (isDrawing(work) && picturesNeeded(work).length > 0),
      payloads,
      originals: await orAway(() => context.originals.numbers(id)),
    };
    await answer.say(detailsMessage(text, details));
  },
} satisfies Component;

/** What its prompts came to for the first picture; what nobody set is absent. */
function wordsOf(work: GenerationRequest) {
  const { prompt, negative_prompt } = promptsOf(work, 0);
  return { prompt, ...(negative_prompt === undefined ? {} : { negative_prompt }) };
}

/** What the picture itself says, as it stands there. */
async function infotextIn(
  picture: ReturnType<typeof picturesOf>[number] | undefined,
  context: Context,
): Promise<string | undefined> {
  if (picture === undefined) return undefined;
  try {
    return readPictureText(await fetchOf(picture, context));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
