import { emojiRule } from "./emoji.ts";
import {
  type Rule,
  all,
  choice,
  isObject,
  list,
  listIn,
  optional,
  shape,
  snowflake,
  text,
  whole,
  yesNo,
} from "./form.ts";
import { menuKinds } from "./resolving.ts";

export const selectOption = shape({
  label: text(1, 100),
  value: text(1, 100),
  description: optional(text(0, 100)),
  default: optional(yesNo),
  emoji: optional(emojiRule),
});

const withinCounts: Rule = (value, path, issues) => {
  if (!isObject(value)) return;
  const least = Number(value["min_values"] ?? 1);
  const most = Number(value["max_values"] ?? 1);
  if (least > most)
    issues.push({
      path: [...path, "min_values"],
      code: "SELECT_COMPONENT_MIN_VALUES_OUT_OF_RANGE",
      message: "min_values must be less than or equal to max_values",
    });
};

export const withinOptions: Rule = (value, path, issues) => {
  if (!isObject(value) || !Array.isArray(value["options"])) return;
  const options = listIn(value["options"]).filter(isObject);
  const seen = new Set<unknown>();
  for (const [index, option] of options.entries()) {
    if (seen.has(option["value"]))
      issues.push({
        path: [...path, "options", index, "value"],
        code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        message: "The specified option value is already used",
      });
    seen.add(option["value"]);
  }
  const most = Number(value["max_values"] ?? 1);
  withinCounts(value, path, issues);
  if (most > options.length && value["max_values"] !== undefined)
    issues.push({
      path: [...path, "max_values"],
      code: "SELECT_COMPONENT_MAX_VALUES_OUT_OF_RANGE",
      message: "max_values must not exceed the number of options",
    });
  if (options.filter((option) => option["default"] === true).length > most)
    issues.push({
      path: [...path, "options"],
      code: "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
      message: "More options are selected by default than may be chosen",
    });
};

const selectBase = {
  id: optional(whole(0, 2 ** 31 - 1)),
  custom_id: text(1, 100),
  placeholder: optional(text(0, 150)),
  min_values: optional(whole(0, 25)),
  max_values: optional(whole(1, 25)),
  disabled: optional(yesNo),
};
export const stringSelect = all(
  shape({ ...selectBase, options: list(selectOption, 1, 25) }),
  withinOptions,
);

/** Chosen from the start, if given: as many as may be chosen. */
const withinDefaults: Rule = (value, path, issues) => {
  if (!isObject(value)) return;
  const count = listIn(value["default_values"]).length;
  const least = Number(value["min_values"] ?? 1);
  const most = Number(value["max_values"] ?? 1);
  if (count > 0 && (count < least || count > most))
    issues.push({
      path: [...path, "default_values"],
      code: "SELECT_COMPONENT_DEFAULT_VALUES_OUT_OF_RANGE",
      message: "The number of default values must be between min_values and max_values",
    });
};

/** Menus of people, roles, both of them, and channels. */
export const entitySelects: Record<number, Rule> = Object.fromEntries(
  Object.entries(menuKinds).map(([type, kinds]) => {
    const preset = shape({ id: snowflake, type: choice(...kinds) });
    const fields = {
      ...selectBase,
      default_values: optional(list(preset, 0, 25)),
      ...(kinds.includes("channel") ? { channel_types: optional(list(whole(0, 16), 0, 20)) } : {}),
    };
    return [type, all(shape(fields), withinCounts, withinDefaults)];
  }),
);
