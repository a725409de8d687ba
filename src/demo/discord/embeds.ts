import type { Issue } from "./errors.ts";
import {
  type Wire,
  isObject,
  lengthOf,
  list,
  optional,
  shape,
  text,
  whole,
  yesNo,
} from "./form.ts";

const link = optional(text(1, 2048, /^(https?|attachment):\/\//));
const picture = optional(shape({ url: link }));

const embed = shape({
  title: optional(text(0, 256)),
  description: optional(text(0, 4096)),
  url: link,
  color: optional(whole(0, 0xffffff)),
  timestamp: optional(text(1, 64, /^\d{4}-\d\d-\d\dT/)),
  author: optional(shape({ name: text(1, 256), url: link, icon_url: link })),
  footer: optional(shape({ text: text(1, 2048), icon_url: link })),
  image: picture,
  thumbnail: picture,
  fields: optional(
    list(shape({ name: text(1, 256), value: text(1, 1024), inline: optional(yesNo) }), 0, 25),
  ),
});

/** An embed as Discord gives it back. */
export const toRich = (one: Wire): Wire => ({
  ...one,
  type: "rich",
  ...(Array.isArray(one["fields"])
    ? { fields: one["fields"].filter(isObject).map((field) => ({ inline: false, ...field })) }
    : {}),
});

const MAX_TOTAL = 6000;

const at = (value: unknown, key: string) => (isObject(value) ? value[key] : undefined);

/** Every text a person reads in an embed, in order. */
export function textsOfEmbed(one: Wire): string[] {
  const fields = Array.isArray(one["fields"]) ? (one["fields"] as unknown[]) : [];
  return [
    at(one["author"], "name"),
    one["title"],
    one["description"],
    ...fields.flatMap((field) => [at(field, "name"), at(field, "value")]),
    at(one["footer"], "text"),
  ].filter((value): value is string => typeof value === "string");
}

export function checkEmbeds(value: unknown, issues: Issue[]): void {
  list(embed, 0, 10)(value, ["embeds"], issues);
  if (!Array.isArray(value)) return;
  const total = value
    .filter(isObject)
    .flatMap(textsOfEmbed)
    .reduce((size, one) => size + lengthOf(one), 0);
  if (total > MAX_TOTAL)
    issues.push({
      path: ["embeds"],
      code: "MAX_EMBED_SIZE_EXCEEDED",
      message: `Embed size exceeds maximum size of ${MAX_TOTAL}`,
    });
}
