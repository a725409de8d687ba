import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import { UserError } from "../errors.ts";
import {
  defaultNames,
  type Scope,
  scopes,
  scopesOf,
  serverSettingNames,
  type SettingName,
} from "../generation/settings.ts";
import type { Text } from "../text/en.ts";
import { pageRow, row } from "./buttons.ts";
import { toCustomId } from "./custom-id.ts";
import { fitting } from "./fitting.ts";
import { cut } from "./markdown.ts";
import { message } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";
import { settingAbout, settingLabel, settingValue, typedSetting } from "./setting-words.ts";

/** One scope's settings, or all that holds for whoever asks. */
export const settingsViews = ["all", ...scopes] as const;
export type SettingsView = (typeof settingsViews)[number];

export type SettingLine = {
  name: SettingName;
  value: unknown;
  /** Where it comes from, in words. */
  from?: string;
  /** No webui has it now. */
  missing: boolean;
  /** Whose own it is. */
  role?: string;
};

const perPage = 20;
/** Discord's bounds: options of a menu, an option's description, a label, a label's description. */
const bounds = { options: 25, about: 100, label: 45, description: 100, value: 4000 };

/** A page of settings, from 1 on; the nearest one there is. */
export function settingsMessage(
  text: Text,
  shown: { view: SettingsView; page: number; lines: readonly SettingLine[]; hidden: number },
): Outgoing {
  const { view, lines, hidden } = shown;
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  const page = Math.min(pages, Math.max(1, shown.page));
  const here = lines.slice((page - 1) * perPage, page * perPage);
  const foot = [
    ...(hidden > 0 ? [text.settings.hidden(hidden)] : []),
    ...(view === "all" ? [text.settings.unset] : []),
    ...(pages > 1 ? [text.result.page(page, pages)] : []),
  ].map((line) => `-# ${line}`);
  const body =
    lines.length === 0 ? [text.settings.nothing] : here.map((line) => wordsOf(line, text));
  const head = `**${text.settings.titles[view]}**`;
  const content = [head, ...fitting(body, [head, ...foot]), ...foot].join("\n");
  return message([
    { type: ComponentType.TextDisplay, content },
    ...pageRow(page, pages, (to) => toCustomId("settings", view, to)),
    ...changeMenus(view === "all" ? "me" : view, text),
  ]);
}

function wordsOf({ name, value, from, missing, role }: SettingLine, text: Text): string {
  const plain = settingLabel(name, text);
  const label = role === undefined ? plain : text.settings.ofRole(plain, `<@&${role}>`);
  const words = settingValue(name, value, text);
  const line =
    from === undefined
      ? text.settings.plainLine(label, words)
      : text.settings.line(label, words, from);
  return missing ? `${line} · ⚠️ ${text.settings.missing}` : line;
}

/** Each entry opens a dialog. */
function changeMenus(scope: Scope, text: Text): object[] {
  const groups = [defaultNames, serverSettingNames].map((group: readonly SettingName[]) =>
    group.filter((name) => scopesOf(name).includes(scope)),
  );
  return groups
    .filter((group) => group.length > 0)
    .map((group, index) =>
      row([
        {
          type: ComponentType.StringSelect,
          custom_id: toCustomId("setting", scope, "menu", index),
          placeholder: index === 0 ? text.settings.changeDefault : text.settings.changeRule,
          options: group.slice(0, bounds.options).map((name) => ({
            label: settingLabel(name, text),
            description: cut(settingAbout(name, text), bounds.about),
            value: name,
          })),
        },
      ]),
    );
}

const field = "value";

/**
 * The dialog in which one setting is changed.
 * @throws {UserError} when its text is longer than a dialog can hold.
 */
export function toSettingDialog(
  { scope, name, value }: { scope: Scope; name: SettingName; value: unknown },
  text: Text,
): APIModalInteractionResponseCallbackData {
  const whole = typedSetting(name, value, text.settings);
  if (whole.length > bounds.value && !Array.isArray(value)) {
    throw new UserError((words) => words.settings.refused.tooLong(settingLabel(name, words)));
  }
  // What does not fit is not shown in part: sent back, it would lose the rest. A list can be added to all the same.
  const typed = whole.length > bounds.value ? "+" : whole;
  return {
    custom_id: toCustomId("setting", scope, name),
    title: cut(`${text.settings.scopes[scope]}: ${settingLabel(name, text)}`, bounds.label),
    // Labels around inputs are younger than the types of the library.
    components: [
      {
        type: ComponentType.Label,
        label: cut(settingLabel(name, text), bounds.label),
        description: cut(settingAbout(name, text), bounds.description),
        component: {
          type: ComponentType.TextInput,
          custom_id: field,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: bounds.value,
          placeholder: typed === "" ? text.settings.emptyHint : text.settings.clearHint,
          ...(typed === "" ? {} : { value: typed.toWellFormed() }),
        },
      },
    ] as never,
  };
}

export function readSettingDialog({ data }: APIModalSubmitInteraction): string {
  for (const each of data.components) {
    if (!("component" in each) || !("value" in each.component)) continue;
    if (each.component.custom_id === field) return String(each.component.value).trim();
  }
  return "";
}
