import type { Decided } from "../generation/decide.ts";
import { checkValue } from "../generation/values.ts";
import type { Draft, Remark } from "./make-work.ts";

/** A result once more by the press of a button: nobody has said its values, as in a command or a dialog. */
export const isRepeated = ({ complete, edited }: Draft) => complete === true && edited !== true;

/** How many pictures at once there may be, where a result had more of them. */
export function remarksOnFewer(draft: Draft, wanted: Decided, within: Decided): Remark[] {
  const [before, most] = [wanted, within].map(({ values }) => values.count);
  if (!isRepeated(draft) || most === before) return [];
  const count = Number(checkValue("count", most));
  return [(text) => text.limits.info.count(count)];
}
