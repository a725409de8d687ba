import { leastFileBytes } from "../../discord/file-bytes.ts";
import { ComponentType, MessageFlags } from "discord-api-types/v10";
import { textMessage } from "../../discord/message.ts";
import { UserError } from "../../errors.ts";
import { formats, sniffFormat } from "../../generation/picture/format.ts";
import { textFor } from "../../text/text.ts";
import { readAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import type { Component } from "../command.ts";
import { mayKnow } from "../may-know.ts";

/** The picture as the webui made it, for whoever asks alone: the file where Discord takes it here, else a link. */
export default {
  async press(interaction, { id, args: [number = "1"] }, answer, context) {
    answer.hide();
    const text = textFor(readAsker(interaction).locale);
    const [record, bytes] = await orAway(() =>
      Promise.all([context.records.get(id), context.originals.get(id, Number(number))]),
    );
    const isTheirs = record === undefined || mayKnow(record, interaction);
    if (bytes === undefined || !isTheirs)
      throw new UserError((words) => words.refused.originalGone);
    if (bytes.length > (interaction.attachment_size_limit ?? leastFileBytes)) {
      const link = await orAway(() => context.linkTo(id, Number(number)));
      const line = link === undefined ? text.details.noLinks : text.details.link(link);
      await answer.say(textMessage([line]));
      return;
    }
    const name = `easel-${id}-${number}.${formats[sniffFormat(bytes) ?? "png"].extension}`;
    await answer.say({
      body: {
        components: [{ type: ComponentType.File, file: { url: `attachment://${name}` } }],
        attachments: [{ id: 0, filename: name }],
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: { parse: [] },
      },
      files: [{ name, data: bytes }],
    });
  },
} satisfies Component;
