import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import { UserError } from "../errors.ts";
import { type Entry, maxChoices } from "../generation/names.ts";
import type { Values } from "../generation/request.ts";
import { readValue } from "../generation/values.ts";
import type { Text } from "../text/en.ts";
import { type Attached, toAttached } from "./options.ts";

/** Another picture whose structure is kept: the file, what of it, and how strongly. */
export function toControlDialog(
  customId: string,
  types: readonly Entry[],
  text: Text,
): APIModalInteractionResponseCallbackData {
  const label = (words: string, component: object) => ({
    type: ComponentType.Label,
    label: words.slice(0, 45),
    component,
  });
  return {
    custom_id: customId,
    title: text.dialog.control,
    // Labels and file uploads are younger than the types of the library.
    components: [
      label(text.parameters.image.label, {
        type: ComponentType.FileUpload,
        custom_id: "image",
        required: true,
      }),
      label(text.parameters.type.label, {
        type: ComponentType.StringSelect,
        custom_id: "type",
        options: types
          .slice(0, maxChoices)
          .map(({ name }) => ({ label: name.slice(0, 100), value: name.slice(0, 100) })),
      }),
      label(text.parameters.weight.label, {
        type: ComponentType.TextInput,
        custom_id: "weight",
        style: TextInputStyle.Short,
        required: false,
        max_length: 6,
      }),
    ] as never,
  };
}

type Filled = { custom_id?: string; value?: string; values?: string[] };

/**
 * Reads it back.
 * @throws {UserError} when there is no picture, or the weight is no number.
 */
export function readControlDialog({ data }: APIModalSubmitInteraction): {
  values: Values;
  image: Attached;
} {
  const filled = new Map<string, Filled>();
  for (const row of data.components as { component?: Filled }[]) {
    const { component } = row;
    if (component?.custom_id !== undefined) filled.set(component.custom_id, component);
  }
  const [fileId = ""] = filled.get("image")?.values ?? [];
  const file = data.resolved?.attachments?.[fileId];
  if (file === undefined) throw new UserError((text) => text.refused.noPicture);
  const [type] = filled.get("type")?.values ?? [];
  const weight = (filled.get("weight")?.value ?? "").trim();
  return {
    values: {
      ...(type === undefined ? {} : { type }),
      ...(weight === "" ? {} : { weight: readValue("weight", weight) }),
    },
    image: toAttached(file),
  };
}
