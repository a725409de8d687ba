import { decimal, number } from "./format.ts";

/** What is refused by a server's rules, what is noted of that, and how results are reviewed. */

export const moderation = {
  refused: {
    word: "This prompt has something that is not drawn here. Please say it in other words.",
    written: "What was written has something that is not drawn here. Please try other words.",
    nothingLeft: "Nothing that can be drawn here is left of this prompt. Please add to it.",
    banned: "You may not have anything drawn in this server. Its moderators can change that.",
    notHere: "That is no channel of this server that I know.",
    decided: (by: string) => `${by} has decided about this already.`,
  },

  audit: {
    word: (word: string, prompt: string) => `Refused for a banned word, ${word}: ${prompt}`,
    written: (word: string, prompt: string) =>
      `Kept a written prompt back for a banned word, ${word}: ${prompt}`,
    refused: (said: string) => `Refused with these words: ${said}`,
    banned: "Refused: may have nothing drawn here.",
    cannotWrite: (channel: string) =>
      `I cannot write in ${channel}: please let me view it and send messages there, else nothing will be noted.`,
  },

  review: {
    waits: "This is drawn. A moderator will look at it before it is shown.",
    waitsForCheck: "This is drawn. It will be shown as soon as it can be checked.",
    rejected: "A moderator decided not to show this.",
    expired: "Nobody looked at this in time, so it is not shown.",
    unseen: "This is not shown: it did not pass the check that is made here.",
    held: (who: string, where: string) => `**Held for review:** a result of ${who} in ${where}`,
    score: (score: number, label: string) =>
      label === "" ? `Score ${decimal.format(score)}` : `Score ${decimal.format(score)} (${label})`,
    unchecked: "It could not be checked: the classifier does not answer.",
    some: (shown: number, all: number) =>
      `${number.format(shown)} of ${number.format(all)} pictures`,
    decided: {
      approved: (by: string) => `✅ Approved by ${by}.`,
      rejected: (by: string) => `🚫 Rejected by ${by}.`,
      expired: (_by: string) => "Nobody decided about this in time: it was rejected.",
    },
    posted: "To the result",
  },

  emptyPicture:
    "The webui returned an empty picture: its own safety filter may have struck, or its VAE broke down.",
};
