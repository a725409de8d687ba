import { plural } from "../en/format.ts";

/** `npm run doctor`; names and remedies that Discord shows as well stand in en/doctor.ts. */

export const doctor = {
  usage: "Usage: npm run doctor",
  allFine: "All is in order.",
  toMend: (count: number) =>
    `${plural(count, { one: "thing", other: "things" })} to mend, each marked ❌.`,
  failed: (why: string) => `this check itself failed (${why})`,
  status: (status: number) => `answered with status ${status}`,
  unreachable: (code: string) => `cannot be reached (${code})`,

  configuration: { name: "Configuration", fine: "every variable can be read" },
  discord: {
    away: "look at the internet connection and DISCORD_API_URL, and at https://discordstatus.com",
  },
  clock: {
    name: "Clock",
    fast: (seconds: number) => `is ${seconds} s fast`,
    slow: (seconds: number) => `is ${seconds} s slow`,
    remedy: "have the system set its clock by the network (NTP)",
  },
  token: {
    name: "Token",
    of: (bot: string) => `belongs to the bot ${bot}`,
    unknown: "Discord does not know DISCORD_TOKEN",
    remedy:
      "press Reset Token on the page Bot of https://discord.com/developers/applications, and write what appears into .env",
    missing: "not checked, as DISCORD_TOKEN is missing or wrong",
  },
  application: {
    name: "Application",
    invite: (link: string) => `invite the bot to a server with ${link}`,
    endpoint: {
      words: "Discord sends its commands to an Interactions Endpoint URL, and not to Easel",
      remedy:
        "empty that field on the page General Information of https://discord.com/developers/applications",
    },
    codeGrant: {
      words: "no invitation works, as Requires OAuth2 Code Grant is on",
      remedy: "switch it off on the page Bot of https://discord.com/developers/applications",
    },
  },
  intents: {
    name: "Intents",
    fine: "none that has to be switched on is needed",
    missing: (names: string[]) => `not switched on: ${names.join(", ")}`,
    remedy: "switch them on, on the page Bot of https://discord.com/developers/applications",
  },
  servers: {
    name: "Servers",
    one: (name: string) => `Server ${name}`,
    many: (count: number) => `the bot is in ${plural(count, { one: "server", other: "servers" })}`,
    personal: "the bot is in none; people have added it for themselves",
    none: "the bot is in no server",
    notIn: (id: string) => `the bot is not in ${id}, which DISCORD_GUILD_IDS names`,
    lacking: (names: string[]) => `the bot lacks ${names.join(", ")}`,
    noScope: "commands are not allowed there (the scope applications.commands)",
    invite: (link: string) => `invite it with ${link}`,
    inviteAgain: (link: string) =>
      `have somebody who manages that server open ${link} (nothing is lost by inviting it again)`,
  },
  commands: {
    name: "Commands",
    registered: "all are registered",
    notYet: "not all are registered yet; Easel does that when it starts",
    missing: (names: string[]) => `not registered: ${names.join(", ")}`,
    remedy: "look for `the commands could not be registered` in the log of Easel",
  },
  redis: {
    own: "Easel starts its own",
    version: (how: string, version: string) => `${how}, version ${version}`,
    old: (version: string, least: string) =>
      `version ${version} is older than ${least}, the first that Easel is sure of`,
    update:
      "install a newer one (https://packages.redis.io has some), or use the one of docker/compose.yaml",
    notRunnable: (code: string) => `the server that was found cannot be run (${code})`,
    password: "does not take the user and password of REDIS_URL",
    passwordRemedy:
      "write them as in redis://user:password@host:6379 (`:password` alone without a user)",
    rights: "the user of REDIS_URL has too few rights",
    rightsRemedy: "give it all commands, on all keys and channels that begin with {easel}",
    start: "start it, and look at its address in REDIS_URL",
    forbidden: "it does not let us ask",
    forgets: (appends: string, syncs: string) =>
      `jobs may be lost in a crash (appendonly ${appends}, appendfsync ${syncs})`,
    eviction: "Redis throws nothing away when it is full",
    evicts: (policy: string) => `it may forget jobs (maxmemory-policy ${policy})`,
    noEviction: "set maxmemory-policy noeviction",
    door: "Redis keeps strangers out",
    open: "whoever reaches it on the network gets in without a password",
    lock: "set requirepass, or bind it to 127.0.0.1",
  },
  folder: {
    notAFolder: (path: string) => `${path} is no folder`,
    notWritable: (path: string, code: string) => `nothing can be written to ${path} (${code})`,
    remedy: (variable: string) =>
      `let Easel's user write there, or name another folder in ${variable}`,
  },
  webui: {
    takenOut: "left alone, as an owner took it out with /admin webuis remove",
    extension: (name: string, isThere: boolean) => `${isThere ? "with" : "no"} ${name}`,
    noModel: "it has no model",
    noModelRemedy:
      "put a checkpoint into its folder models/Stable-diffusion, and press the refresh button beside its list",
    nobody: "nobody listens at this address",
    start:
      "start the webui with --api (and with --listen where it is on another machine or in another container), and look at WEBUI_URLS",
    noName: "there is no machine of this name",
    lookAtAddress: "look at the name in WEBUI_URLS",
    certificate: (code: string) => `its certificate is not trusted (${code})`,
    trust: "name the authority that signed it in NODE_EXTRA_CA_CERTS",
    switchOn:
      "add --api to its command line (COMMANDLINE_ARGS in webui-user.bat or webui-user.sh) and start it anew",
    hangs: "it does not answer in time",
    restart: "read what it says in its own window, and start it anew",
    scheme: (scheme: string) => `it speaks ${scheme}`,
    write: (address: string) => `write ${address} in WEBUI_URLS`,
    subPath:
      "look at WEBUI_URLS: a path that the webui was given (--subpath) belongs to its address, as in http://host:7860/path",
    subPathTooMuch: (path: string) => `there is no webui at the path ${path}`,
    gradio: "it asks for gradio's login (--gradio-auth)",
    wrongLogin: "it does not take the user and password of WEBUI_LOGIN",
    setLogin: "write its user:password into WEBUI_LOGIN",
    needsBasic: "it asks for a user and a password, as with --api-auth",
    wrongBasic: "it does not take the user and password in its address",
    setBasic: "write them into WEBUI_URLS, as in http://user:password@host:7860",
    hosted: "what stands before it lets nobody in without a header of its own",
    wrongHeaders: "what stands before it does not take WEBUI_HEADERS",
    setHeaders:
      "write what your host asks for into WEBUI_HEADERS, as in Authorization: Bearer <key>",
  },
  http: {
    off: "health and metrics are off",
    running: "an Easel is running here",
    free: "free",
    taken: (port: number) => `another program has port ${port}`,
    refused: (code: string) => `nothing can listen there (${code})`,
    choose: "name another one in HTTP_HOST and HTTP_PORT, or switch it off with HTTP_PORT=0",
    portOff: "nothing serves it, as HTTP_PORT is 0",
    portOn: "set HTTP_PORT, or leave PUBLIC_URL empty",
    unseen: "can be checked while Easel runs",
    notPublic: "this Easel does not answer there",
    forward:
      "have your proxy hand what is below /originals/ there on to HTTP_HOST and HTTP_PORT, and nothing else",
  },
  writer: {
    key: "look at PROMPT_LLM_KEY",
    address: "look at PROMPT_LLM_URL, which must lead to an OpenAI-compatible server",
    noModel: (model: string) => `it has no model ${model}`,
    model: (names: string[]) => `name one of its own in PROMPT_LLM_MODEL: ${names.join(", ")}`,
  },
  classifier: {
    name: "Classifier",
    unreadable: "its answer cannot be read",
    answers: (score: number) => `gives a grey picture the score ${score}`,
    remedy:
      "look at CLASSIFIER_URL and CLASSIFIER_KEY; pictures are held as long as it does not answer",
  },
};
