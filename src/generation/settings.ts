import { z } from "zod";
import { type ParameterName, parameterNames, parameters, rowOf } from "./parameters.ts";
import { maxPixels } from "./policy.ts";

/** Where a setting can be made. */
export const scopes = ["me", "channel", "server"] as const;
export type Scope = (typeof scopes)[number];

/** How a setting's value is written and read by people. */
export type SettingKind =
  | "amount"
  | "share"
  | "flag"
  | "words"
  | "roles"
  | "people"
  | "channel"
  | "models"
  | "commands"
  | "language";

type SettingRow = {
  kind: SettingKind;
  schema: z.ZodType;
  on: readonly Scope[];
  /** A role can have one of its own. */
  byRole?: true;
  /** What holds where nobody set it. */
  usual?: unknown;
};

const places: readonly Scope[] = ["channel", "server"];
/** More are not read in a list anyway. */
const list = (entry: z.ZodType<string>, most: number) => z.array(entry).max(most);
/** A pattern may be longer than a word (`words/limits.ts`). */
const word = z.string().trim().min(1).max(300);
const snowflake = z.string().regex(/^\d{15,21}$/);

/** A limit for each member; 0 is none. */
const amount = (schema: z.ZodNumber, usual = 0) =>
  ({ kind: "amount", schema, on: places, byRole: true, usual }) as const satisfies SettingRow;
const whole = (max: number) => z.int().min(0).max(max);
const words = { kind: "words", schema: list(word, 500), on: places } as const satisfies SettingRow;
const flag = (usual: boolean) =>
  ({ kind: "flag", schema: z.boolean(), on: places, usual }) as const satisfies SettingRow;
const roles = (on: readonly Scope[]) =>
  ({ kind: "roles", schema: list(snowflake, 100), on }) as const satisfies SettingRow;

/** Discord's names of the languages that public messages can be in. */
export const languages = [
  "en-US",
  "de",
  "es-ES",
  "fr",
  "pt-BR",
  "ru",
  "ja",
  "ko",
  "zh-CN",
  "zh-TW",
] as const;

/** What members can be kept from using, by command or by a button that does the same. */
export const blockableCommands = [
  "draw",
  "edit",
  "control",
  "upscale",
  "describe",
  "inspect",
  "prompt",
] as const;

/**
 * THE TABLE of what a server decides beside parameters. Amounts are sensible from the first start: a member who has a
 * hundred pictures waiting, or has used the GPU for two hours of a day, leaves it to the others.
 */
export const serverSettings = {
  max_waiting: amount(whole(1_000), 100),
  max_count: amount(whole(25)),
  max_steps: amount(whole(150)),
  /** Of the final picture, hires fix included. */
  max_pixels: amount(whole(maxPixels)),
  /** How many times as large. */
  max_upscale: amount(z.number().min(0).max(8)),
  max_per_hour: amount(whole(10_000)),
  gpu_seconds_per_day: amount(whole(864_000), 7_200),
  cooldown_seconds: amount(whole(86_400)),
  /** Of two who wait, whoever has twice the other's share gets twice the GPU time; no limit. */
  gpu_share: {
    kind: "share",
    schema: z.number().min(0.1).max(10),
    on: ["server"],
    byRole: true,
    usual: 1,
  },
  blocked_commands: { kind: "commands", schema: list(word, 50), on: places, byRole: true },
  banned_words: words,
  /** Where a channel is not age-restricted. */
  banned_words_sfw: words,
  dropped_words: words,
  always_negative: words,
  allowed_models: {
    kind: "models",
    schema: list(z.string().trim().min(1).max(300), 100),
    on: places,
    byRole: true,
  },
  allowed_roles: roles(places),
  banned_roles: roles(["server"]),
  banned_people: { kind: "people", schema: list(snowflake, 500), on: ["server"] },
  forced_spoiler: flag(false),
  spoiler_roles: roles(["server"]),
  /** Where the host has a classifier: what it finds is held for moderators. */
  review: flag(true),
  live_preview: flag(true),
  audit_channel: { kind: "channel", schema: snowflake, on: ["server"] },
  public_language: { kind: "language", schema: z.enum(languages), on: places },
} as const satisfies Record<string, SettingRow>;

export type ServerSetting = keyof typeof serverSettings;
export type ServerValue<N extends ServerSetting> = z.infer<(typeof serverSettings)[N]["schema"]>;
export const serverSettingNames = Object.keys(serverSettings) as ServerSetting[];
export const settingRow = (name: ServerSetting): SettingRow => serverSettings[name];

/** The limits, each an amount. */
export type LimitName = {
  [N in ServerSetting]: (typeof serverSettings)[N]["kind"] extends "amount" ? N : never;
}[ServerSetting];

/** Parameters that may have a default. */
export const defaultNames = parameterNames.filter((name) => rowOf(name).setting === true);

/** Whatever can be set. */
export type SettingName = ParameterName | ServerSetting;
export const settingNames: readonly SettingName[] = [...defaultNames, ...serverSettingNames];

export function isServerSetting(name: string): name is ServerSetting {
  return Object.hasOwn(serverSettings, name);
}

export function isDefault(name: string): name is ParameterName {
  return defaultNames.some((known) => known === name);
}

export const schemaOf = (name: SettingName): z.ZodType =>
  isServerSetting(name) ? serverSettings[name].schema : parameters[name].schema;

/** Where it can be set: parameters everywhere, what a server decides not by members. */
export const scopesOf = (name: SettingName): readonly Scope[] =>
  isServerSetting(name) ? settingRow(name).on : scopes;

export const canBeByRole = (name: SettingName): boolean =>
  isServerSetting(name) && settingRow(name).byRole === true;
