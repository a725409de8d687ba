import { either, number } from "./format.ts";

/** Named sets of parameters, and how `/preset` speaks. */

export const presets = {
  command: {
    about: "Save parameters under a name and draw with them",
    save: "Save parameters under a name: typed ones, or those of a result",
    list: "See your presets, those shared here and the server's",
    use: "Draw with a preset",
    delete: "Delete a preset",
    share: "Let everybody in this server use one of your presets",
    name: "Name of the preset",
    newName: "Name under which it can be used",
    parameters:
      "Such as --steps 30 --ar 16:9; words before them are added to every prompt ({prompt})",
    from: "A result of this bot: its link or id; your last picture if nothing is said",
    scope: "For whom: you, or the whole server",
    stop: "No longer share it",
  },

  scopes: { me: "Me", server: "This server" },
  of: (name: string) => `${name}'s`,
  ofServer: "the server's",

  title: "Presets",
  groups: { own: "Yours", shared: "Shared here", server: "The server's" },
  nothing: "There are no presets yet. `/preset save` makes one, and so does 💾 below 📋.",
  line: (name: string, values: string) => `**${name}** · ${values}`,
  lineOf: (name: string, owner: string, values: string) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name: string, values: string) => `**${name}** · shared here · ${values}`,

  dialog: { title: "Save as preset", name: "Name", scope: "For whom" },

  saved: (name: string) => `Preset ${name} is saved. Draw with it: \`/draw\` with \`preset\`.`,
  replaced: (name: string) => `Preset ${name} is saved in the place of the one it had before.`,
  savedServer: (name: string) => `Preset ${name} is saved for the whole server.`,
  replacedServer: (name: string) =>
    `The server's preset ${name} is saved in the place of the one it had before.`,
  deleted: (name: string) => `Preset ${name} is deleted.`,
  deletedServer: (name: string) => `The server's preset ${name} is deleted.`,
  shared: (name: string) => `Everybody in this server can now draw with preset ${name}.`,
  unshared: (name: string) => `Preset ${name} is no longer shared here.`,
  unsharedOf: (name: string, owner: string) =>
    `Preset ${name} of ${owner} is no longer shared here.`,

  refused: {
    unknown: (typed: string, nearest: string[]) =>
      nearest.length === 0
        ? `There is no preset ${typed} here, nor any other.`
        : `There is no preset ${typed} here. Did you mean ${either.format(nearest)}?`,
    notOwn: (typed: string) => `You have no preset ${typed}.`,
    noName: "A preset needs a name that can be seen.",
    longName: (most: number) =>
      `A preset's name may have ${number.format(most)} characters at most.`,
    badName: "A preset's name may not hold flags, mentions or characters that cannot be seen.",
    empty: "There is nothing to save: no parameter was given.",
    tooLong: "That is too much for one preset: its words have to be shorter.",
    nested: "A preset cannot hold another preset.",
    full: (most: number) => `There are ${number.format(most)} presets already: delete one first.`,
    takenBy: (name: string, owner: string) =>
      `${owner} shares a preset ${name} here. Please choose another name.`,
    takenByServer: (name: string) =>
      `The server has a preset ${name} itself. Please save yours under another name first.`,
    notYours: (name: string, owner: string) => `Preset ${name} belongs to ${owner}.`,
    noServer: "There is no server here: only your own presets.",
    noLastPicture:
      "There is no picture of yours to save from. Say `parameters`, such as `--steps 30 --ar 16:9`.",
    noResult:
      "I cannot find a result of mine there. It has to be in this channel, where I may read it, or one of your own.",
  },
};
