import { type Wire, passed } from "./form.ts";
import { type PickedFile, isPickedFile } from "./people.ts";
import { menuKinds } from "./resolving.ts";
import type { Component } from "./world.ts";

type FieldValue = string | boolean | string[] | PickedFile | PickedFile[];
/** What a person fills in, by custom id; a field left out keeps what the dialog put there. */
export type Fields = Record<string, FieldValue>;

interface Taking {
  upload: (picked: PickedFile) => string;
  /** False: the menu does not offer this person, role or channel. */
  pick: (menu: Component, id: string) => boolean;
}

/** A filled-in dialog as the client sends it; throws where the client would not let it through. */
export function answersOf(components: Component[], fields: Fields, taking: Taking): Wire[] {
  const known = components.flatMap((one) => [one.component, ...(one.components ?? [])]);
  for (const id of Object.keys(fields))
    if (!known.some((one) => one?.custom_id === id))
      throw new Error(`the dialog has no field "${id}"`);
  const answerOf = (field: Component): Wire => ({
    type: field.type,
    id: field.id,
    custom_id: field.custom_id,
    ...valueOf(field, fields[field.custom_id ?? ""], taking),
  });
  return components.map(({ type, id, component, components: row }) => {
    if (type === 18 && component) return { type, id, component: answerOf(component) };
    return type === 1 ? { type, id, components: (row ?? []).map(answerOf) } : { type, id };
  });
}

function valueOf(field: Component, given: FieldValue | undefined, { upload, pick }: Taking): Wire {
  switch (field.type) {
    case 4:
      return { value: written(field, given) };
    case 19: {
      const files = given === undefined ? [] : Array.isArray(given) ? given : [given];
      if (!files.every(isPickedFile)) throw new Error(`"${field.custom_id}" takes files`);
      counted(field, files.length);
      return { values: files.map(upload) };
    }
    case 21: {
      const value = given ?? preset(field)[0] ?? null;
      if (value === null && field["required"] !== false)
        throw new Error(`"${field.custom_id}" is required`);
      if (value !== null) offered(field, [value]);
      return { value };
    }
    case 23:
      return { value: given === undefined ? field["default"] === true : given === true };
    default: {
      const values = given === undefined ? preset(field) : Array.isArray(given) ? given : [given];
      offered(field, values);
      if (field.type in menuKinds)
        for (const value of values)
          if (typeof value !== "string" || !pick(field, value))
            throw new Error(`"${field.custom_id}" does not offer ${JSON.stringify(value)}`);
      counted(field, values.length);
      return { values };
    }
  }
}

function written(field: Component, given: FieldValue | undefined): string {
  const value = given ?? field["value"] ?? "";
  if (typeof value !== "string") throw new Error(`"${field.custom_id}" takes text`);
  const least = Number(field["min_length"] ?? 0);
  const most = Number(field["max_length"] ?? 4000);
  if (value === "" && field["required"] !== false)
    throw new Error(`"${field.custom_id}" is required`);
  if (value !== "" && (value.length < least || value.length > most))
    throw new Error(
      `"${field.custom_id}" takes ${least} to ${most} characters, not ${value.length}`,
    );
  return value;
}

const preset = (field: Component): string[] => [
  ...(field.options ?? []).flatMap((one) => (one.default ? [one.value] : [])),
  ...passed<{ id: string }[]>(field["default_values"] ?? []).map(({ id }) => id),
];

function offered(field: Component, values: unknown[]): void {
  if (!field.options) return;
  for (const value of values)
    if (!field.options.some((one) => one.value === value))
      throw new Error(`"${String(value)}" is not offered by "${field.custom_id}"`);
}

function counted(field: Component, count: number): void {
  if (count === 0 && field["required"] === false) return;
  const least = Number(field["min_values"] ?? 1);
  const most = Number(
    field["max_values"] ?? (field.type === 22 ? (field.options?.length ?? 1) : 1),
  );
  if (count < least || count > most)
    throw new Error(`"${field.custom_id}" takes ${least} to ${most}, not ${count}`);
}
