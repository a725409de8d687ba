/** What Discord shows of commands before they are used. */

export const commands = {
  draw: { about: "Draw pictures from words" },
  edit: { about: "Repaint a part of a picture, or draw beyond its edges" },
  control: { about: "Draw with the structure of a picture: its edges, depth, pose" },
  upscale: { about: "Make a picture larger, or its faces better" },
  describe: { about: "Put a picture into words or tags" },
  inspect: {
    about: "See what a picture was made with",
    image: "Picture to look at",
  },
  history: { about: "Find your last pictures again" },
  info: {
    about: "See what can be drawn with here",
    list: "Which list",
    search: "Only what has this in its name",
  },
  prompt: {
    about: "Have a fuller prompt written from a few words",
    text: "What you would like to see; flags such as --ar 16:9 may follow",
  },
  stats: {
    about: "See how much is drawn, with what, and when",
    period: "In which time (the last 7 days if not said)",
    of: "By whom",
  },
  queue: {
    about: "See what waits and what is being drawn",
    action: "What to do, for moderators",
    clear: "Clear: cancel everything that waits in this server",
    pause: "Pause: draw nothing for this server until resumed",
    resume: "Resume drawing for this server",
    pause_all: "Pause everything, everywhere (owners of the bot)",
    resume_all: "Resume everything (owners of the bot)",
  },
};

/** Entries of the menus of messages and people. */
export const menus = {
  inspect: "Image info",
  remix: "Remix",
  upscale: "Upscale",
  describe: "Describe",
  remixAvatar: "Remix avatar",
};
