import { authorOf } from "../author.ts";
import type { Component } from "../command.ts";
import { hidePrivate } from "../hide-private.ts";
import { originOf } from "../origin.ts";
import { keepPicture } from "../picture.ts";
import { fetchOf, pictureOn } from "../recall.ts";
import { isPrivate } from "../../discord/shown.ts";
import { submit } from "../submit.ts";
import { orAway } from "../away.ts";

/** ⬆️: one picture enlarged. It needs nothing but the picture. */
export default {
  async press(interaction, { id, args: [number = "1"] }, answer, context) {
    const { message } = interaction;
    const picture = pictureOn(message, Number(number));
    const values = {
      ...(picture.spoiler ? { spoiler: true } : {}),
      ...(isPrivate(message) ? { private: true } : {}),
    };
    await hidePrivate(interaction, { task: "upscale", values }, answer, context);
    const image = await keepPicture(await fetchOf(picture, context), context);
    const known = await orAway(() => context.records.get(id));
    const from = originOf(interaction, authorOf(message, known));
    await submit(interaction, { task: "upscale", values, image, from }, answer, context);
  },
} satisfies Component;
