/** Settings that are not parameters: what each is called, and what it does. */

export const settingNames = {
  max_waiting: {
    label: "Jobs at once",
    about: "How many jobs of a member may wait or run; 0 for no limit",
  },
  max_count: { label: "Pictures per job", about: "Most pictures of one job; 0 for no limit" },
  max_steps: { label: "Maximum steps", about: "Most sampling steps; 0 for no limit" },
  max_pixels: {
    label: "Maximum pixels",
    about: "Most pixels of a finished picture, hires fix included; 0 for no limit",
  },
  max_upscale: {
    label: "Maximum upscaling",
    about: "How many times as large a picture may be made; 0 for no limit",
  },
  max_per_hour: { label: "Jobs per hour", about: "Most jobs of a member an hour; 0 for no limit" },
  gpu_seconds_per_day: {
    label: "GPU seconds per day",
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
    about: "Silently left out of prompts; commas between, /.../ is a pattern",
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
    about: "Have results checked, if the host has a classifier; what it finds waits for moderators",
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
};
