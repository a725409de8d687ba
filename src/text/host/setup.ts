/** `npm run setup`. */

export const setup = {
  usage: "Usage: npm run setup, or npm run setup -- --browser",
  redis: {
    there: (file: string) => `Redis is here: ${file}`,
    installing: (command: string) => `No Redis found. Installing one: ${command}`,
    byHand:
      "Redis could not be installed here: install redis-server or valkey-server yourself, or set REDIS_URL to one that runs.",
  },
  browser: {
    there: (file: string) => `A browser is here: ${file}`,
    installing: (command: string) => `No browser found. Installing one: ${command}`,
    byHand:
      "Chromium could not be installed here: install it yourself. Only tests of the demo's page need it.",
  },
};
