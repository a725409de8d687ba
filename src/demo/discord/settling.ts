import { flatten } from "./components.ts";
import { type Wire, isObject, passed } from "./form.ts";
import type { Attachment, Component } from "./world.ts";

/** Turns every `attachment://name` into the id of that very file. */
export function bind<T>(attachments: readonly Attachment[], value: T): T {
  if (Array.isArray(value)) return passed(value.map((item) => bind(attachments, item)));
  if (!isObject(value)) return value;
  const { url } = value;
  if (typeof url === "string" && url.startsWith("attachment://")) {
    const file = attachments.findLast(({ filename }) => `attachment://${filename}` === url);
    if (file) return passed({ ...value, attachment_id: file.id });
  }
  return passed(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bind(attachments, item)])),
  );
}

/** Components as Discord keeps them: bound to their files, numbered, defaults filled in. */
export function settle(
  components: readonly Component[],
  attachments: readonly Attachment[],
  nextId: () => string,
): Component[] {
  const media = (value: Wire): Wire => ({ id: nextId(), proxy_url: value["url"], ...value });
  const one = (component: Component): Component => {
    const { components: inner, accessory, items } = component;
    const given = Object.entries(component).filter(([, value]) => value !== null);
    return {
      ...defaultsOf(component.type),
      ...Object.fromEntries(given),
      type: component.type,
      id: component.id ?? 0,
      ...(inner ? { components: inner.map(one) } : {}),
      ...(accessory ? { accessory: one(accessory) } : {}),
      ...(isObject(component["media"]) ? { media: media(component["media"]) } : {}),
      ...(isObject(component["file"]) ? { file: media(component["file"]) } : {}),
      ...(Array.isArray(items)
        ? {
            items: passed<Wire[]>(items).map((item) => ({
              description: item["description"] ?? null,
              spoiler: item["spoiler"] ?? false,
              media: media(passed<Wire>(item["media"])),
            })),
          }
        : {}),
    };
  };
  return numbered(bind(attachments, components).map(one));
}

function defaultsOf(type: number): Wire {
  switch (type) {
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return { min_values: 1, max_values: 1 };
    case 11:
      return { spoiler: false, description: null };
    case 13:
      return { spoiler: false };
    case 14:
      return { spacing: 1, divider: true };
    case 17:
      return { accent_color: null, spoiler: false };
    default:
      return {};
  }
}

/** Gives every component without a number the next free one. */
export function numbered(components: Component[]): Component[] {
  const everything = flatten(components);
  const taken = new Set(everything.map(({ id }) => id));
  let next = 1;
  for (const one of everything) {
    if (one.id) continue;
    while (taken.has(next)) next += 1;
    one.id = next;
    taken.add(next);
  }
  return components;
}
