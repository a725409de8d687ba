import { code, plain } from "../../discord/markdown.ts";
import type { Trouble } from "../../store/troubles.ts";
import type { Text } from "../../text/en.ts";
import { orAway } from "../away.ts";
import type { Context } from "../command.ts";

/** Of each kind, the newest ones are told with their references. */
const mostEach = 3;
const mostKinds = 12;

/** What went wrong in the last 24 hours, by kind, the most frequent first. */
export async function lastErrors(text: Text, { troubles }: Context): Promise<string[]> {
  const all = await orAway(() => troubles.list());
  if (all.length === 0) return [text.admin.noErrors];
  const kinds = [...Map.groupBy(all, ({ kind }) => kind)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return [
    `**${text.admin.errorsTitle(all.length)}**`,
    ...kinds
      .slice(0, mostKinds)
      .flatMap(([kind, each]) => [
        text.admin.error(plain(kind), each.length, when(each[0])),
        ...each.slice(0, mostEach).map((trouble) => lineOf(trouble, text)),
      ]),
  ];
}

const when = (trouble: Trouble | undefined) => `<t:${Math.round((trouble?.at ?? 0) / 1000)}:R>`;

function lineOf({ id, detail }: Trouble, text: Text): string {
  const words = detail === undefined ? "" : `${plain(detail)} · `;
  return `-# ${words}${text.admin.reference(code(id))}`;
}
