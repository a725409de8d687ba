import {
  type Rule,
  all,
  byType,
  choice,
  decimal,
  isObject,
  list,
  optional,
  shape,
  text,
  whole,
  yesNo,
} from "./form.ts";
import { entitySelects, selectOption, stringSelect, withinOptions } from "./selects.ts";

const base = { id: optional(whole(0, 2 ** 31 - 1)), custom_id: text(1, 100) };

const lengths: Rule = (value, path, issues) => {
  if (!isObject(value)) return;
  const { min_length: least, max_length: most, value: given } = value;
  if (typeof least === "number" && typeof most === "number" && least > most)
    issues.push({
      path: [...path, "min_length"],
      code: "TEXT_INPUT_COMPONENT_MIN_LENGTH_TOO_LARGE",
      message: "min_length must be less than or equal to max_length",
    });
  if (typeof given === "string" && typeof most === "number" && given.length > most)
    issues.push({
      path: [...path, "value"],
      code: "BASE_TYPE_MAX_LENGTH",
      message: `Must be ${most} or fewer in length.`,
    });
};

const textInput = (labelled: boolean) =>
  all(
    shape({
      ...base,
      style: choice(1, 2),
      label: labelled ? text(1, 45) : optional(text(1, 45)),
      value: optional(text(0, 4000)),
      placeholder: optional(text(0, 100)),
      required: optional(yesNo),
      min_length: optional(whole(0, 4000)),
      max_length: optional(whole(1, 4000)),
    }),
    lengths,
  );

const counted = {
  min_values: optional(whole(0, 10)),
  max_values: optional(whole(1, 10)),
  required: optional(yesNo),
};

const inLabel = byType({
  3: all(stringSelect, (value, path, issues) => {
    if (isObject(value) && value["disabled"] === true)
      issues.push({
        path: [...path, "disabled"],
        code: "COMPONENT_DISABLED_IN_MODAL",
        message: "Select menus in modals cannot be disabled",
      });
  }),
  4: textInput(false),
  ...entitySelects,
  19: shape({ ...base, ...counted }),
  21: shape({ ...base, required: optional(yesNo), options: list(selectOption, 2, 10) }),
  22: all(
    shape({ ...base, ...counted, options: list(selectOption, 1, 10) }),
    (value, path, issues) => {
      const most =
        isObject(value) && Array.isArray(value["options"]) ? value["options"].length : 10;
      withinOptions(isObject(value) ? { max_values: most, ...value } : value, path, issues);
    },
  ),
  23: shape({ ...base, default: optional(yesNo) }),
});

const parts = byType({
  1: shape({ components: list(byType({ 4: textInput(true) }), 1, 1) }),
  10: shape({ content: text(1, 4000) }),
  18: shape({
    label: text(1, 45),
    description: optional(text(0, 100)),
    component: inLabel,
  }),
});

const uniqueIds: Rule = (value, path, issues) => {
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isObject(node)) return;
    const { custom_id: id } = node;
    if (id !== undefined && seen.has(id))
      issues.push({
        path,
        code: "COMPONENT_CUSTOM_ID_DUPLICATED",
        message: "Component custom id cannot be duplicated",
      });
    seen.add(id);
    visit(node["components"]);
    visit(node["component"]);
  };
  visit(value);
};

/** The `data` of a dialog, as an answer to an interaction. */
export const modalRule = shape({
  title: text(1, 45),
  custom_id: text(1, 100),
  components: all(list(parts, 1, 5), uniqueIds),
});

/** The `data` of a completion's answer; the values follow the option being completed. */
export const completionRule = (optionType: number): Rule =>
  shape({
    choices: optional(
      list(
        shape({
          name: text(1, 100),
          value: optionType === 3 ? text(0, 100) : optionType === 4 ? whole() : decimal(),
        }),
        0,
        25,
      ),
    ),
  });
