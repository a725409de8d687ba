import { number } from "./format.ts";

/** Settings that are not parameters, and how `/settings` speaks. */

export const settings = {
  names: {
    max_waiting: {
      label: "Jobs at once",
      about: "How many jobs of a member may wait or run; 0 for no limit",
    },
    max_count: { label: "Pictures a job", about: "Most pictures of one job; 0 for no limit" },
    max_steps: { label: "Most steps", about: "Most sampling steps; 0 for no limit" },
    max_pixels: {
      label: "Most pixels",
      about: "Most pixels of a finished picture, hires fix included; 0 for no limit",
    },
    max_upscale: {
      label: "Most upscaling",
      about: "How many times as large a picture may be made; 0 for no limit",
    },
    max_per_hour: { label: "Jobs an hour", about: "Most jobs of a member an hour; 0 for no limit" },
    gpu_seconds_per_day: {
      label: "GPU seconds a day",
      about: "Seconds that a member may have the GPU draw each day; 0 for no limit",
    },
    cooldown_seconds: {
      label: "Pause between jobs",
      about: "Seconds until a member may ask for the next job; 0 for none",
    },
    gpu_share: {
      label: "Share of GPU time",
      about: "Of two who wait, one with 2 gets twice the GPU time of one with 1; 0.1 to 10",
    },
    blocked_commands: {
      label: "Blocked commands",
      about: "Commands that are not to be used, with commas between",
    },
    banned_words: {
      label: "Banned words",
      about: "Prompts with one of them are refused; commas between, /.../ is a pattern",
    },
    banned_words_sfw: {
      label: "Banned words, not in age-restricted channels",
      about: "Refused everywhere but in age-restricted channels",
    },
    dropped_words: {
      label: "Dropped words",
      about: "Left out of prompts without a word; commas between, /.../ is a pattern",
    },
    always_negative: {
      label: "Always negative",
      about: "Words that are in every negative prompt",
    },
    allowed_models: {
      label: "Allowed models",
      about: "The only models that may be drawn with, with commas between",
    },
    allowed_roles: {
      label: "Allowed roles",
      about: "The only roles whose members may have anything drawn",
    },
    banned_roles: { label: "Banned roles", about: "Roles whose members may have nothing drawn" },
    banned_people: { label: "Banned people", about: "Members who may have nothing drawn" },
    forced_spoiler: { label: "Forced spoiler", about: "Hide every picture until it is clicked" },
    spoiler_roles: {
      label: "Spoiler roles",
      about: "Roles whose members' pictures are hidden until they are clicked",
    },
    review: {
      label: "Review",
      about:
        "Have results checked, if the host has a classifier; what it finds waits for moderators",
    },
    live_preview: { label: "Live preview", about: "Show pictures while they are drawn" },
    audit_channel: {
      label: "Audit channel",
      about: "Where refusals and what moderators do are noted",
    },
    public_language: {
      label: "Public language",
      about: "The language of messages that everybody sees",
    },
  },

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

  scopes: { me: "Me", channel: "This channel", server: "This server" },
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
  none: "none",
  noLimit: "no limit",
  yes: "yes",
  no: "no",
  done: (label: string, value: string, scope: string) => `${scope}: **${label}** is now ${value}.`,
  doneForRole: (label: string, value: string, scope: string, role: string) =>
    `${scope}: **${label}** is now ${value} for ${role}.`,
  forgotten: (label: string, scope: string) => `${scope}: **${label}** is no longer set.`,
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
    noServer: "There are no server and no channels here: only your own settings.",
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
    notLanguage: (typed: string, known: string[]) =>
      `There is no language \`${typed}\` here: ${known.join(", ")}.`,
  },
};
