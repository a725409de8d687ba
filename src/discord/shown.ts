import type { APIMessage } from "discord-api-types/v10";
import { EmbedType, MessageFlags } from "discord-api-types/v10";
import { type CustomId, readCustomId } from "./custom-id.ts";

/** A picture that a message shows. `number` is its place among the pictures of its job, from 1 on, if its name says it. */
export type ShownPicture = { url: string; number?: number | undefined; spoiler: boolean };

/** A message, or what a forwarded one holds of another. */
type Showing = Pick<APIMessage, "attachments" | "components" | "embeds">;

type Node = {
  type?: number;
  content?: string;
  components?: Node[];
  items?: { media?: { url?: string }; spoiler?: boolean }[];
  media?: { url?: string };
  accessory?: Node;
  custom_id?: string;
};

/** Every component of a message, those within others too, in the order in which they are read. */
function flatten(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [
    node,
    ...flatten(node.components ?? []),
    ...(node.accessory === undefined ? [] : [node.accessory]),
  ]);
}

const nodesOf = (message: Pick<APIMessage, "components">) =>
  flatten((message.components ?? []) as Node[]);

/** The texts of a message, one below the other. */
export function textOf(message: APIMessage): string {
  const texts = nodesOf(message).flatMap(({ content }) => content ?? []);
  return [message.content, ...texts].filter((text) => text !== "").join("\n");
}

/** The pictures of anybody's message, a forwarded one too: of its galleries, attached, or embedded. */
export function picturesOf(message: APIMessage): ShownPicture[] {
  const forwarded = (message.message_snapshots ?? []).map((snapshot) => snapshot.message);
  const all = [message, ...forwarded].flatMap(picturesIn).filter(({ url }) => url !== "");
  const seen = new Set<string>();
  return all.filter(({ url }) => !seen.has(url) && seen.add(url));
}

function picturesIn(message: Showing): ShownPicture[] {
  const inGalleries = nodesOf(message).flatMap(({ items = [], media }) => [
    ...items.map((item) => shown(item.media?.url, item.spoiler === true)),
    ...(media === undefined ? [] : [shown(media.url, false)]),
  ]);
  const attached = message.attachments
    .filter(({ content_type: type }) => type?.startsWith("image/") ?? true)
    .map(({ url, filename }) => shown(url, filename.startsWith("SPOILER_")));
  // A link to a picture is shown as the thumbnail of an embed that has nothing else.
  const embedded = message.embeds.map(({ type, image, thumbnail }) =>
    shown(image?.url ?? (type === EmbedType.Image ? thumbnail?.url : undefined), false),
  );
  return [...inGalleries, ...attached, ...embedded];
}

function shown(url = "", spoiler: boolean): ShownPicture {
  const number = /easel-\d+-(\d+)\.\w+(?:\?|$)/.exec(url)?.[1];
  return { url, number: number === undefined ? undefined : Number(number), spoiler };
}

/** What its buttons and menus do, in the order in which they stand. */
export function customIdsOf(message: APIMessage): CustomId[] {
  return nodesOf(message).flatMap(({ custom_id: id }) =>
    id === undefined ? [] : readCustomId(id),
  );
}

/** Only one person sees it. */
export function isPrivate({ flags }: APIMessage): boolean {
  return (Number(flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** Whose a result is, as its ❌ says: that stands there as long as the message does. */
export function ownerOf(message: APIMessage): string | undefined {
  return customIdsOf(message).find(({ action }) => action === "remove")?.args[0];
}
