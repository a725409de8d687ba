/** What whoever runs Easel reads in the terminal and the log. */

export const start = {
  usage: "Usage: npm start, npm start -- bot, or npm start -- worker",
  cannot: (why: string) => `Easel cannot go on: ${why}`,
  badConfig: "Easel cannot start. In the environment or in .env:",
  /** Below the above, where nobody has given it a token yet. */
  firstToken: [
    "How to get a token, and the bot into a server:",
    "  1. Open https://discord.com/developers/applications and press New Application.",
    "  2. On its page Bot, press Reset Token and copy what appears. No intent has to be switched on.",
    "  3. Copy .env.example to .env, and write the token behind DISCORD_TOKEN= there.",
    "  4. Run `npm run doctor`: it names the link that invites the bot, and says what else is missing.",
    "Without a token, `npm run demo` shows Easel at work.",
  ].join("\n"),
  noServer: "the bot is in no server yet: open this link to invite it",
  noRedis:
    "Easel needs Redis: run `npm run setup` (it installs redis-server), set REDIS_URL, or use docker/compose.yaml.",
  redisFailed: (where: string) => `the private Redis could not be started, see ${where}`,
  redisOld: (version: string, least: string) =>
    `this Redis is version ${version}, and Easel is sure of ${least} and later only. It goes on; should jobs stay where they are, install a newer one (https://packages.redis.io has some), or use the one of docker/compose.yaml.`,
  redisExposed:
    "REDIS_URL has no password, and others on the network may reach that Redis: they could read every prompt and answer in the bot's name. Give it one (requirepass, then redis://:password@host), or let it listen on 127.0.0.1 alone.",
  notServed: (host: string, port: number, code: string) =>
    `HTTP_PORT: nothing can be served on ${host}:${port} (${code}), so this process goes on without health, metrics and links. Of several on one machine each needs an HTTP_PORT of its own, or 0 for none.`,
  wrongToken: "DISCORD_TOKEN is not a token that Discord knows.",
  moreShards:
    "Discord wants the bot's servers on more shards (code 4011): raise the count in SHARDS, in every process that has some of them, or leave SHARDS empty in a single one.",
  gatewayClosed: (code: number) => `Discord closed the gateway for good, with code ${code}.`,
};

export const webui = {
  apiOff: "its API is switched off, it has to be started with --api",
  noApi: "there is no webui API at this address",
};
