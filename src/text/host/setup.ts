/** `npm run setup`. */

export const setup = {
  usage: "Usage: npm run setup, or npm run setup -- --browser",
  redis: {
    there: (file: string) => `Redis is here: ${file}`,
    old: (version: string, least: string) =>
      `It is version ${version}, and Easel is sure of ${least} and later only: better install a newer one (https://packages.redis.io has some), or use the one of docker/compose.yaml.`,
    installing: (command: string) => `No Redis found. Installing one: ${command}`,
    asRoot: (command: string) =>
      `Redis could not be installed here. Have it installed by root: ${command}. Or set REDIS_URL to one that runs.`,
    byHand:
      "Redis could not be installed here: install redis-server or valkey-server yourself, or set REDIS_URL to one that runs.",
  },
  browser: {
    there: (file: string) => `A browser is here: ${file}`,
    installing: (command: string) => `No browser found. Installing one: ${command}`,
    asRoot: (command: string) =>
      `Chromium could not be installed here. Have it installed by root: ${command}. Only tests of the demo's page need it.`,
    byHand:
      "Chromium could not be installed here: install it yourself. Only tests of the demo's page need it.",
  },
};
