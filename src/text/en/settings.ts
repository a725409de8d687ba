import { language, number } from "./format.ts";
import { settingNames } from "./setting-names.ts";

/** How `/settings` speaks. */

export const settings = {
  names: settingNames,

  command: {
    about: "See and change what holds for you, a channel, the server",
    view: "See what is set, and where each value comes from",
    set: "Set something",
    reset: "Forget what was set",
    scope: "For whom: you, this channel, the whole server",
    name: "What to set",
    value: "To what; in a list, + adds and - takes out: + first, second",
    role: "For members of this role only (limits, share of GPU time, allowed models)",
    resetName: "What to forget; all of it if not said",
  },

  scopes: { me: "For you", channel: "This channel", server: "This server" },
  sources: {
    me: "your own setting",
    channel: "set in this channel",
    server: "set in this server",
    channelRole: (role: string) => `set in this channel for ${role}`,
    serverRole: (role: string) => `set in this server for ${role}`,
    profile: "the model's profile",
    webui: "the webui's own",
    usual: "usual",
  },
  titles: {
    all: "What holds for you here",
    me: "Your own settings",
    channel: "Settings of this channel",
    server: "Settings of this server",
  },
  nothing: "Nothing is set here.",
  unset: "What nobody has set is left to the webui.",
  line: (label: string, value: string, from: string) => `**${label}:** ${value} · ${from}`,
  ofRole: (label: string, role: string) => `${label} for ${role}`,
  plainLine: (label: string, value: string) => `**${label}:** ${value}`,
  missing: "no webui has this now, or none that has the rest, so it is not sent",
  hidden: (count: number) => `${number.format(count)} more, for moderators`,
  changeDefault: "Change a default",
  changeRule: "Change a limit or a rule",
  language,
  none: "none",
  noLimit: "no limit",
  yes: "yes",
  no: "no",
  done: (label: string, value: string, scope: string) => `${scope}: **${label}** is now ${value}.`,
  doneForRole: (label: string, value: string, scope: string, role: string) =>
    `${scope}: **${label}** is now ${value} for ${role}.`,
  forgotten: (label: string, scope: string) => `${scope}: **${label}** is no longer set.`,
  forgottenForRole: (label: string, scope: string, role: string) =>
    `${scope}: **${label}** is no longer set for ${role}.`,
  allForgotten: (scope: string, count: number) =>
    count === 0
      ? `${scope}: nothing was set.`
      : `${scope}: ${number.format(count)} ${count === 1 ? "setting" : "settings"} forgotten.`,
  overruled: (label: string, value: string, from: string) =>
    `For you ${label} is still ${value} here (${from}).`,
  clearHint: "Leave it empty to forget the setting.",
  emptyHint: "Not set. In a list, + adds and - takes out: + first, second",

  refused: {
    unknown: (typed: string, nearest: string[]) =>
      `There is no setting \`${typed}\`. Did you mean ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    notThere: (label: string, scopes: string[]) =>
      `${label} can only be set for: ${scopes.join(", ")}.`,
    noServer: "There is no server here, and there are no channels: only your own settings.",
    notByRole: (label: string) => `${label} cannot be set for a role.`,
    notYesNo: (label: string, typed: string) => `${label} cannot be \`${typed}\`: say yes or no.`,
    notRole: (label: string, typed: string) =>
      `${label} cannot be \`${typed}\`: mention roles, such as @Patron.`,
    notPerson: (label: string, typed: string) => `${label} cannot be \`${typed}\`: mention people.`,
    notChannel: (label: string, typed: string) =>
      `${label} cannot be \`${typed}\`: mention a channel, such as #log.`,
    notCommand: (typed: string) => `There is no command \`${typed}\` that could be blocked.`,
    badAmount: (label: string, value: string, min: string, max: string) =>
      `${label} cannot be \`${value}\`: it must be from ${min} to ${max}.`,
    badList: (label: string) => `${label}: too many entries, or one that is too long.`,
    tooLong: (label: string) => `${label} is too long to be changed here: use /settings set.`,
    notLanguage: (typed: string, known: string[]) =>
      `There is no language \`${typed}\` here: ${known.map(language).join(", ")}.`,
  },
};
