import type { APIMessage } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { customIdsOf, picturesOf } from "../../src/discord/shown.ts";

/** As Discord sends it, in what matters here. */
const messageOf = (fields: object) =>
  ({
    content: "",
    attachments: [],
    embeds: [],
    components: [],
    ...fields,
  }) as unknown as APIMessage;
const cdn = "https://cdn.discordapp.com/attachments/1/2";
const galleryOf = (url: string, spoiler: boolean) => ({
  type: 12,
  items: [{ media: { url }, spoiler }],
});

describe("the pictures of a message", () => {
  it("are found in what it forwards: attached, embedded and in galleries, but none of its buttons", () => {
    const button = { type: 2, style: 2, custom_id: "again:1" };
    const snapshot = {
      type: 0,
      content: "look",
      attachments: [{ url: `${cdn}/a.png`, filename: "SPOILER_a.png", content_type: "image/png" }],
      embeds: [{ type: "rich", image: { url: `${cdn}/b.png` } }],
      components: [galleryOf(`${cdn}/easel-1-2.png`, true), { type: 1, components: [button] }],
    };
    const message = messageOf({
      message_reference: { type: 1, message_id: "3", channel_id: "4" },
      message_snapshots: [{ message: snapshot }],
    });
    expect(picturesOf(message)).toEqual([
      { url: `${cdn}/easel-1-2.png`, number: 2, spoiler: true },
      { url: `${cdn}/a.png`, number: undefined, spoiler: true },
      { url: `${cdn}/b.png`, number: undefined, spoiler: false },
    ]);
    expect(customIdsOf(message)).toEqual([]);
  });

  it("are those that it links to, and not the thumbnail of a page", () => {
    const message = messageOf({
      embeds: [
        { type: "image", url: `${cdn}/a.png`, thumbnail: { url: `${cdn}/a.png` } },
        { type: "article", url: "https://page.example", thumbnail: { url: `${cdn}/b.png` } },
      ],
    });
    expect(picturesOf(message).map(({ url }) => url)).toEqual([`${cdn}/a.png`]);
  });
});
