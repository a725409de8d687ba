import { cleanName } from "./cdn.ts";
import { breaksDiscord, checkComponents } from "./components.ts";
import { checkEmbeds } from "./embeds.ts";
import { ApiError, type Issue, formError, refusal } from "./errors.ts";
import {
  type Rule,
  type Wire,
  isObject,
  list,
  optional,
  shape,
  snowflake,
  text,
  whole,
  yesNo,
  passed,
  shown,
} from "./form.ts";
import { allowedMentions } from "./mentions.ts";
import { type Upload, indexOf } from "./multipart.ts";
import type { Attachment, Component, Message } from "./world.ts";

export const flag = {
  SUPPRESS_EMBEDS: 1 << 2,
  EPHEMERAL: 1 << 6,
  LOADING: 1 << 7,
  SUPPRESS_NOTIFICATIONS: 1 << 12,
  COMPONENTS_V2: 1 << 15,
} as const;

interface AddedFile {
  upload: Upload;
  name: string;
  title?: string;
  description?: string;
}

/** A message as asked for, checked against everything Discord checks. Absent: stays as it is. */
export interface Draft {
  content?: string;
  embeds?: Wire[];
  components?: Component[];
  flags: number;
  kept: Attachment[];
  added: AddedFile[];
  allowed?: Wire;
}

const nonce: Rule = (value, path, issues) => {
  if (typeof value !== "number") text(0, 25)(value, path, issues);
};

const attachmentEntry = shape({
  id: snowflake,
  filename: optional(text(1, 1024)),
  title: optional(text(0, 1024)),
  description: optional(text(0, 1024)),
});

const messageShape = shape({
  content: optional(text(0, 2000)),
  flags: optional(whole(0, 2 ** 31 - 1)),
  tts: optional(yesNo),
  nonce: optional(nonce),
  enforce_nonce: optional(yesNo),
  allowed_mentions: optional(allowedMentions),
  attachments: optional(list(attachmentEntry, 0, 10)),
  sticker_ids: optional(list(snowflake, 0, 3)),
  message_reference: optional(shape({ message_id: snowflake })),
});

/** Checks a message body the way Discord does and answers what it would make of it. */
export function toDraft(
  raw: Wire,
  files: Upload[],
  context: { sizeLimit: number; current?: Message },
): Draft {
  const { current } = context;
  const issues: Issue[] = [];
  messageShape(raw, [], issues);
  if (issues.length > 0) throw formError(issues);
  const wasV2 = ((current?.flags ?? 0) & flag.COMPONENTS_V2) !== 0;
  const asked = Number(raw["flags"] ?? 0);
  const v2 = wasV2 || (asked & flag.COMPONENTS_V2) !== 0;
  if (wasV2 && typeof raw["flags"] === "number" && (asked & flag.COMPONENTS_V2) === 0)
    issues.push({
      path: ["flags"],
      code: "MESSAGE_FLAGS_COMPONENTS_V2_CANNOT_BE_REMOVED",
      message: "MessageFlags.IS_COMPONENTS_V2 cannot be removed once set",
    });
  if (v2) issues.push(...legacyFields(raw, wasV2 ? undefined : current));
  const { kept, added } = attachmentsOf(raw, files, current, issues);
  const names = new Set([
    ...kept.map(({ filename }) => filename),
    ...added.map(({ name }) => name),
  ]);
  if (isSet(raw["components"])) checkComponents(raw["components"], { v2, names }, issues);
  if (isSet(raw["embeds"])) checkEmbeds(raw["embeds"], issues);
  if (issues.length > 0) throw formError(issues);
  if (added.some(({ upload }) => upload.bytes.length > context.sizeLimit)) throw refusal.tooLarge();
  const draft: Draft = { flags: asked, kept, added };
  if (raw["content"] !== undefined) draft.content = passed<string>(raw["content"] ?? "").trim();
  if (raw["embeds"] !== undefined) draft.embeds = passed<Wire[]>(raw["embeds"] ?? []);
  if (raw["components"] !== undefined)
    draft.components = passed<Component[]>(raw["components"] ?? []);
  if (isObject(raw["allowed_mentions"])) draft.allowed = raw["allowed_mentions"];
  if (draft.components && v2 && breaksDiscord(draft.components))
    throw new ApiError(500, 0, "500: Internal Server Error");
  refuseEmpty(draft, current, v2);
  return draft;
}

const isSet = (value: unknown) => value !== undefined && value !== null;

/** Fields of classic messages that must not be there (or must be emptied) beside components v2. */
function legacyFields(raw: Wire, current: Message | undefined): Issue[] {
  const standing = (field: string): unknown =>
    field === "content" ? current?.content : field === "embeds" ? current?.embeds : undefined;
  return ["content", "embeds", "sticker_ids", "poll"].flatMap((field) => {
    const value = raw[field] === undefined ? standing(field) : raw[field];
    const isEmpty = !isSet(value) || value === "" || (Array.isArray(value) && value.length === 0);
    return isEmpty
      ? []
      : [
          {
            path: [field],
            code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
          },
        ];
  });
}

/** Which files stay and which come: entries name an upload by its number or a standing file by its id. */
function attachmentsOf(
  raw: Wire,
  files: Upload[],
  current: Message | undefined,
  issues: Issue[],
): { kept: Attachment[]; added: AddedFile[] } {
  const entries = passed<Wire[] | null | undefined>(raw["attachments"]);
  const uploads = new Map(files.map((file) => [indexOf(file) ?? file.field, file]));
  const kept: Attachment[] = entries === undefined ? (current?.attachments ?? []) : [];
  const added: AddedFile[] = [];
  const used = new Set<string>();
  for (const [index, entry] of (entries ?? []).entries()) {
    const id = shown(entry["id"]);
    const standing = current?.attachments.find((file) => file.id === id);
    const upload = uploads.get(id);
    if (standing) kept.push({ ...standing, ...wordsOf(entry) });
    else if (upload) {
      used.add(id);
      const name = cleanName(
        typeof entry["filename"] === "string" ? entry["filename"] : upload.name,
      );
      added.push({ upload, name, ...wordsOf(entry) });
    } else
      issues.push({
        path: ["attachments", index, "id"],
        code: "ATTACHMENT_NOT_FOUND",
        message: "The referenced attachment was not found",
      });
  }
  for (const [id, upload] of uploads)
    if (!used.has(id)) added.push({ upload, name: cleanName(upload.name) });
  if (kept.length + added.length > 10)
    issues.push({
      path: ["attachments"],
      code: "BASE_TYPE_MAX_LENGTH",
      message: "Must be 10 or fewer in length.",
    });
  return { kept, added };
}

function wordsOf(entry: Wire): { title?: string; description?: string } {
  const { title, description } = entry;
  return {
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof description === "string" ? { description } : {}),
  };
}

function refuseEmpty(draft: Draft, current: Message | undefined, v2: boolean): void {
  const components = draft.components ?? current?.components ?? [];
  const isEmpty = v2
    ? components.length === 0
    : (draft.content ?? current?.content ?? "") === "" &&
      (draft.embeds ?? current?.embeds ?? []).length === 0 &&
      draft.kept.length + draft.added.length === 0;
  if (isEmpty) throw refusal.emptyMessage();
}
