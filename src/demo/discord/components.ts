import { emojiRule } from "./emoji.ts";
import type { Issue } from "./errors.ts";
import {
  type Path,
  type Rule,
  all,
  byType,
  choice,
  isObject,
  lengthOf,
  list,
  optional,
  shape,
  snowflake,
  text,
  whole,
  yesNo,
  passed,
  shown,
  listIn,
} from "./form.ts";
import { entitySelects, stringSelect } from "./selects.ts";
import type { Component } from "./world.ts";

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
const MAX_MEDIA = 64;
const MAX_TEXT_BYTES = 10_170;
const BYTES_PER_TEXT = 12;

const customId = text(1, 100);
const numericId = optional(whole(0, 2 ** 31 - 1));
const base = { id: numericId };

const linkOrCustomId: Rule = (value, path, issues) => {
  if (!isObject(value)) return;
  const { style, url, custom_id: id, label, emoji, sku_id: sku } = value;
  const add = (field: string, code: string, message: string) =>
    issues.push({ path: [...path, field], code, message });
  const needed = "This field is required";
  if (style === 5) {
    if (url === undefined || url === null) add("url", "BASE_TYPE_REQUIRED", needed);
    else if (!/^(https?|discord):\/\//.test(shown(url)))
      add(
        "url",
        "URL_TYPE_INVALID_SCHEME",
        `Scheme "${shown(url).split(":")[0]}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
      );
    if (id !== undefined && id !== null)
      add(
        "custom_id",
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      );
  } else if (style === 6) {
    if (sku === undefined) add("sku_id", "BASE_TYPE_REQUIRED", needed);
  } else {
    if (id === undefined || id === null) add("custom_id", "BASE_TYPE_REQUIRED", needed);
    if (url !== undefined && url !== null)
      add(
        "url",
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      );
  }
  if (style !== 6 && (label === undefined || label === null || label === "") && !emoji)
    add(
      "label",
      "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
      "A button must have a label or an emoji",
    );
};

const button = all(
  shape({
    ...base,
    style: choice(1, 2, 3, 4, 5, 6),
    label: optional(text(0, 80)),
    custom_id: optional(customId),
    url: optional(text(1, 512)),
    disabled: optional(yesNo),
    emoji: optional(emojiRule),
    sku_id: optional(snowflake),
  }),
  linkOrCustomId,
);

const rowContents: Rule = (value, path, issues) => {
  if (!isObject(value) || !Array.isArray(value["components"])) return;
  const kinds = listIn(value["components"]).map((one) => (isObject(one) ? one["type"] : undefined));
  if (kinds.length > 1 && kinds.some((kind) => kind !== 2))
    issues.push({
      path: [...path, "components"],
      code: "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
      message: "The specified component exceeds the maximum width",
    });
};

const actionRow = all(
  shape({
    ...base,
    components: list(
      byType({
        2: button,
        3: stringSelect,
        ...entitySelects,
      }),
      1,
      5,
    ),
  }),
  rowContents,
);

/** Checks a `{ url }`: a file of this message, or (if `web`) an address. */
const media =
  (names: ReadonlySet<string>, web: boolean): Rule =>
  (value, path, issues) => {
    shape({ url: text(1, 2048) })(value, path, issues);
    if (!isObject(value) || typeof value["url"] !== "string") return;
    const { url } = value;
    const at = [...path, "url"];
    if (url.startsWith("attachment://")) {
      if (!names.has(url.slice("attachment://".length)))
        issues.push({
          path: at,
          code: "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
          message: "The referenced attachment was not found",
        });
    } else if (!web || !/^https?:\/\/[^/]/.test(url) || !URL.canParse(url))
      issues.push({
        path: at,
        code: "URL_TYPE_INVALID_SCHEME",
        message: `Scheme "${url.split(":")[0]}" is not supported. Scheme must be one of (${web ? "'http', 'https', 'attachment'" : "'attachment'"}).`,
      });
  };

function layoutRules(names: ReadonlySet<string>): Rule {
  const description = optional(text(1, 1024));
  const textDisplay = shape({ ...base, content: text(1, MAX_TEXT) });
  const item = shape({ media: media(names, true), description, spoiler: optional(yesNo) });
  const thumbnail = shape({
    ...base,
    media: media(names, true),
    description,
    spoiler: optional(yesNo),
  });
  const inner: Record<number, Rule> = {
    1: actionRow,
    9: shape({
      ...base,
      components: list(byType({ 10: textDisplay }), 1, 3),
      accessory: byType({ 2: button, 11: thumbnail }),
    }),
    10: textDisplay,
    12: shape({ ...base, items: list(item, 1, 10) }),
    13: shape({ ...base, file: media(names, false), spoiler: optional(yesNo) }),
    14: shape({ ...base, spacing: optional(choice(1, 2)), divider: optional(yesNo) }),
  };
  const container = shape({
    ...base,
    accent_color: optional(whole(0, 0xffffff)),
    spoiler: optional(yesNo),
    components: list(byType(inner), 1, MAX_COMPONENTS),
  });
  return byType({ ...inner, 17: container });
}

/** Every component of a tree, parents before children, in the order they are read. */
export function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...flatten(one.accessory ? [one.accessory] : []),
    ...flatten(one.component ? [one.component] : []),
  ]);
}

/** Notes everything Discord would refuse in a message's components. */
export function checkComponents(
  value: unknown,
  form: { v2: boolean; names: ReadonlySet<string> },
  issues: Issue[],
): void {
  const path: Path = ["components"];
  const before = issues.length;
  if (form.v2) list(layoutRules(form.names), 0, MAX_COMPONENTS)(value, path, issues);
  else list(byType({ 1: actionRow }), 0, 5)(value, path, issues);
  if (issues.length > before || !Array.isArray(value)) return;
  const everything = flatten(passed<Component[]>(value));
  checkIds(everything, issues);
  if (form.v2) checkTotals(everything, issues);
}

function checkIds(everything: Component[], issues: Issue[]): void {
  const seen = new Set<string>();
  for (const { custom_id: id, id: number } of everything) {
    if (id !== undefined && id !== null && seen.has(id))
      issues.push({
        path: ["components"],
        code: "COMPONENT_CUSTOM_ID_DUPLICATED",
        message: "Component custom id cannot be duplicated",
      });
    if (id) seen.add(id);
    if (number && seen.has(`#${number}`))
      issues.push({
        path: ["components"],
        code: "COMPONENT_ID_DUPLICATED",
        message: "Component id cannot be duplicated",
      });
    if (number) seen.add(`#${number}`);
  }
}

function checkTotals(everything: Component[], issues: Issue[]): void {
  const total = sum(textsOf(everything).map(lengthOf));
  if (everything.length > MAX_COMPONENTS)
    issues.push({
      path: ["components"],
      code: "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
      message: `The maximum number of components in a message is ${MAX_COMPONENTS}`,
    });
  if (total > MAX_TEXT)
    issues.push({
      path: ["components"],
      code: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      message: `The total displayable text size must be ${MAX_TEXT} or fewer`,
    });
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const textsOf = (everything: Component[]) =>
  everything.flatMap(({ type, content }) => (type === 10 && content ? [content] : []));

/** Discord answers 500 to these, though every documented limit is kept (api-docs issues 7528, 8554). */
export function breaksDiscord(components: readonly Component[]): boolean {
  const everything = flatten(components);
  const texts = textsOf(everything);
  const bytes = sum(texts.map((one) => Buffer.byteLength(one) + BYTES_PER_TEXT));
  const pictures = everything.map(({ type, items }) =>
    type === 11 ? 1 : Array.isArray(items) ? items.length : 0,
  );
  return bytes > MAX_TEXT_BYTES || sum(pictures) > MAX_MEDIA;
}
