import type { Issue } from "./errors.ts";
import {
  type Rule,
  type Wire,
  choice,
  isObject,
  list,
  optional,
  shape,
  snowflake,
  yesNo,
  listIn,
  shown,
} from "./form.ts";

const rule = shape({
  parse: optional(list(choice("users", "roles", "everyone"), 0, 3)),
  users: optional(list(snowflake, 0, 100)),
  roles: optional(list(snowflake, 0, 100)),
  replied_user: optional(yesNo),
});

/** `parse: ["users"]` beside a list of users is a contradiction Discord refuses. */
export const allowedMentions: Rule = (value, path, issues: Issue[]) => {
  rule(value, path, issues);
  if (!isObject(value)) return;
  const parse = listIn(value["parse"]);
  for (const kind of ["users", "roles"]) {
    const ids = value[kind];
    if (parse.includes(kind) && Array.isArray(ids) && ids.length > 0)
      issues.push({
        path,
        code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      });
  }
};

export interface Pinged {
  users: string[];
  roles: string[];
  everyone: boolean;
}

/** Who is really pinged by these words, under these allowed mentions. */
export function pingedBy(
  words: string,
  allowed: Wire | undefined,
  context: {
    repliedTo?: string | undefined;
    mayMentionEveryone: boolean;
    isPingable: (roleId: string) => boolean;
  },
): Pinged {
  const parse = listIn(allowed?.["parse"]);
  const may = (kind: "users" | "roles", id: string) =>
    allowed === undefined || parse.includes(kind) || listIn(allowed[kind]).map(shown).includes(id);
  const idsIn = (pattern: RegExp) => [
    ...new Set([...words.matchAll(pattern)].map(([, id]) => id ?? "")),
  ];
  const users = idsIn(/<@!?(\d+)>/g).filter((id) => may("users", id));
  const repliedUser = allowed === undefined || allowed["replied_user"] === true;
  if (context.repliedTo !== undefined && repliedUser && !users.includes(context.repliedTo))
    users.push(context.repliedTo);
  return {
    users,
    roles: idsIn(/<@&(\d+)>/g).filter((id) => may("roles", id) && context.isPingable(id)),
    everyone:
      context.mayMentionEveryone &&
      /@(everyone|here)\b/.test(words) &&
      (allowed === undefined || parse.includes("everyone")),
  };
}
