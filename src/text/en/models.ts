import { families, speeds } from "../names.ts";
import { all, number } from "./format.ts";

/** `/models`, and what is said where models are refused. */
export const models = {
  command: {
    about: "See the models here, and decide how this server draws with them",
    list: "See the models",
    search: "Only what has this in its name",
    info: "See what is known of a model",
    name: "Give a model a name that members read (Manage Server)",
    newName: "The name; nothing for the webui's own",
    hide: "Leave a model out of lists and suggestions (Manage Server)",
    show: "Put a hidden model back into lists and suggestions (Manage Server)",
    default: "Draw with a model where nobody chooses another (Manage Server)",
    scope: "Where (the whole server if not said)",
    profile: "Decide what a model is drawn with where nobody says it (Manage Server)",
    model: "Which model",
    activator: "Activator words of the model, put before the prompt",
    reset: "Forget what was decided for it; what you give beside this is decided instead",
  },
  scopes: { channel: "This channel", server: "This server" },

  title: "Models",
  count: (count: number) => number.format(count),
  searched: (words: string) => `with “${words}”`,
  none: "No webui has reported a model yet.",
  marks: {
    server: "default of this server",
    channel: "default of this channel",
    me: "your own default",
    webui: "the webui's own",
    hidden: "hidden",
    missing: "on no webui just now",
    notAllowed: "not allowed here",
  },

  fields: {
    title: "File",
    hash: "Hash",
    family: "Family",
    webuis: "Webuis",
    default: "Default",
    allowed: "Allowed here",
    hidden: "Hidden",
    activator: "Activator words",
    profile: "Where nobody says it",
  },
  yes: "yes",
  no: "no",
  noHash: "known once it was loaded",
  noFamily: "its name does not tell, so its size is the webui's own",
  noProfile: "the webui's own values",
  own: "this server",
  ofFamily: "its family",

  families,
  speeds,

  named: (title: string, name: string) => `${title} is called ${name} here from now on.`,
  unnamed: (title: string) => `${title} is called by its own name again.`,
  hidden: (name: string) =>
    `${name} is left out of lists and suggestions from now on. Whoever types its name in full can still draw with it: what must not be used is decided by \`/settings set\` with \`allowed_models\`.`,
  shown: (name: string) => `${name} is offered again.`,
  defaultOf: {
    server: (name: string) =>
      `${name} is this server's default from now on. \`/settings reset\` with \`model\` takes that back.`,
    channel: (name: string) =>
      `${name} is this channel's default from now on. \`/settings reset\` with \`model\` takes that back.`,
  },
  defaultNotAllowed:
    "But it is not allowed here (`allowed_models`), so it is not used until it is allowed.",
  profileKept: (name: string, what: string) =>
    `Where nobody says it, ${name} is drawn with from now on: ${what}`,
  profileForgotten: (name: string) => `What was decided for ${name} is forgotten.`,

  audit: {
    named: (title: string, name: string) => `called the model ${title} “${name}”.`,
    unnamed: (title: string) => `gave the model ${title} its own name again.`,
    hidden: (name: string) => `hid the model ${name}.`,
    shown: (name: string) => `put the hidden model ${name} back into the lists.`,
    defaultOf: {
      server: (name: string) => `made the model ${name} this server's default.`,
      channel: (name: string) => `made the model ${name} this channel's default.`,
    },
    profile: (name: string, what: string, anew: boolean) =>
      `decided for the model ${name}${anew ? ", anew" : ""}: ${what}`,
    profileForgotten: (name: string) => `forgot what was decided for the model ${name}.`,
  },

  cannotBeDefault: (name: string) =>
    `${name} is on no webui just now, so it cannot be the default.`,
  nameTaken: (name: string, other: string) => `${name} is what ${other} is called already.`,
  notAllowed: (name: string, allowed: string[], more: number) =>
    allowed.length === 0
      ? `Model \`${name}\` is not allowed here.`
      : `Model \`${name}\` is not allowed here. ${all.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`${number.format(more)} more`] : [])])} ${allowed.length + more === 1 ? "is" : "are"}.`,
  noneAllowedHere: "None of the models that are allowed here is on a webui just now.",
};
