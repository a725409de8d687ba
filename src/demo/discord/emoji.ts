import type { Issue } from "./errors.ts";
import { isObject, type Path, type Rule, shown } from "./form.ts";
import { isSnowflake } from "./snowflake.ts";

const RGI = /^\p{RGI_Emoji}$/v;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;

/** A unicode emoji with or without its variation selector, as Discord takes both. */
export function isUnicodeEmoji(name: string): boolean {
  const bare = name.replaceAll("\u{FE0F}", "");
  return RGI.test(name) || RGI.test(`${bare}\u{FE0F}`) || RGI.test(bare) || PICTOGRAPH.test(bare);
}

export const emojiRule: Rule = (value: unknown, path: Path, issues: Issue[]) => {
  if (!isObject(value)) {
    issues.push({
      path,
      code: "DICT_TYPE_CONVERT",
      message: "Only dictionaries may be used in a DictType",
    });
    return;
  }
  const { id, name } = value;
  if (id !== undefined && id !== null) {
    if (!isSnowflake(id))
      issues.push({
        path: [...path, "id"],
        code: "NUMBER_TYPE_COERCE",
        message: `Value "${shown(id)}" is not snowflake.`,
      });
  } else if (typeof name !== "string" || !isUnicodeEmoji(name)) {
    issues.push({
      path: [...path, "name"],
      code: "COMPONENT_INVALID_EMOJI",
      message: "Invalid emoji",
    });
  }
};
