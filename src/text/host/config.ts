/** What is wrong with a variable of the environment. */

export const config = {
  unreadable:
    ".env cannot be read: it must be a file that this user may read (Docker makes a folder where a file that it is to mount is missing)",
  token: "is required: the bot's token from https://discord.com/developers/applications",
  noBlanks: "must not hold blanks",
  wholeNumber: "must be a whole number",
  atLeast: (least: string) => `must be at least ${least}`,
  atMost: (most: string) => `must be at most ${most}`,
  oneOf: (values: string[]) => `must be one of ${values.join(", ")}`,
  address: "must be an http:// or https:// address",
  share: "must be more than 0 and at most 1",
  addresses: "must be http:// or https:// addresses, with commas between",
  oneAddress: "must hold at least one address",
  ids: "must be Discord ids (15 to 21 digits), with commas",
  shards: "must be like 0-3/8, the shards 0 to 3 of 8, or 0/8 for one alone",
  headerSigns:
    "holds a sign that HTTP does not carry, perhaps a curly quote: leave out what is not part of it",
  headers: "must be `Name: value` lines with `;` between",
  login: "must be user:password",
  redis: {
    form: "must be a redis://, rediss:// or unix:// address, or one of Sentinel (redis+sentinel://) or of a Cluster (redis+cluster://)",
    hosts: "must have hosts as `host` or `host:port`, with commas between",
    master:
      "must end in the name of the master, as in redis+sentinel://host:26379,host:26379/mymaster",
    database:
      "must end after the hosts for a Cluster, and in `/master` or `/master/number` for Sentinel",
    option:
      "has an option behind its `?` that is none of ca, cert, key, and for Sentinel sentinel_username, sentinel_password",
    certificates: "has certificates but no TLS: it must begin with rediss",
  },
  shardsApart: "is required with SHARDS: the processes that share the shards meet in one Redis",
  apart: "is required when bot and worker are started apart: they meet in one Redis",
};
