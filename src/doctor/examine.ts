import type { Config, variables } from "../config.ts";
import { intents } from "../discord/gateway.ts";
import { createGatewayRest } from "../discord/rest.ts";
import { en } from "../text/en.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { checkApplication } from "./application.ts";
import { checkClassifier } from "./classifier.ts";
import { checkDiscord } from "./discord.ts";
import { checkFolder } from "./files.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";
import { guarded } from "./guarded.ts";
import { checkHttp } from "./http.ts";
import { checkLanguageModel } from "./language-model.ts";
import { checkOwnRedis, checkRedis } from "./redis.ts";
import { readRoster } from "./roster.ts";
import { checkServers } from "./servers.ts";
import { checkWebuis } from "./webuis.ts";

type Variable = keyof typeof variables;

/** What there is to look at, as far as the environment can be read. */
export type Patient = {
  config: Config;
  /** What is wrong with each variable. */
  problems: readonly string[];
  /** One of those variables: what hangs on it is not looked at, as what stands in its place is no one's wish. */
  isWrong(variable: Variable): boolean;
  /** Commands that are always offered. */
  commands: readonly string[];
  now(): number;
};

/** Looks at everything at once; what it finds comes in the order in which a host sets things up. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { config, problems, isWrong } = patient;
  const { redisUrl, dataDir, saveDir, path } = config;
  const { checks } = en.doctor;
  /** `hangsOn`: what has to be right for it. */
  const look = async (name: string, hangsOn: Variable[], check: () => Promise<Finding[]>) =>
    hangsOn.some(isWrong) ? [] : guarded(name, check);

  // It tells whether an Easel runs, which has its commands registered.
  let isRunning = false;
  const http = look("HTTP_PORT", ["HTTP_HOST", "HTTP_PORT"], async () => {
    const found = await checkHttp(config.http);
    ({ isRunning } = found);
    return found.findings;
  });
  const found = await Promise.all([
    look(checks.discord, ["DISCORD_API_URL"], async () => {
      await http;
      return lookAtDiscord(patient, isRunning);
    }),
    look(checks.redis, ["REDIS_URL"], async () =>
      redisUrl === undefined ? checkOwnRedis(path) : checkRedis(redisUrl),
    ),
    look("DATA_DIR", ["DATA_DIR"], async () => [await checkFolder("DATA_DIR", dataDir)]),
    look("SAVE_DIR", ["SAVE_DIR"], async () =>
      saveDir === undefined ? [] : [await checkFolder("SAVE_DIR", saveDir)],
    ),
    look(en.admin.command.webuis, ["WEBUI_URLS", "WEBUI_LOGIN", "WEBUI_HEADERS"], async () =>
      checkWebuis(config.webui, isWrong("REDIS_URL") ? new Map() : await readRoster(config)),
    ),
    http,
    look(checks.writer, ["PROMPT_LLM_URL", "PROMPT_LLM_KEY", "PROMPT_LLM_MODEL"], async () => [
      await checkLanguageModel(config.promptLlm),
    ]),
    look(
      words.classifier.name,
      ["CLASSIFIER_URL", "CLASSIFIER_KEY", "CLASSIFIER_TIMEOUT"],
      async () => [await checkClassifier(config.classifier)],
    ),
  ]);
  const { name, fine: inOrder } = words.configuration;
  const environment =
    problems.length === 0 ? [fine(name, inOrder)] : problems.map((each) => wrong(name, each));
  return [...environment, ...found.flat()];
}

async function lookAtDiscord(
  { config: { discord }, isWrong, commands, now }: Patient,
  isRunning: boolean,
): Promise<Finding[]> {
  const { findings, isThere } = await checkDiscord(discord.apiUrl, now);
  if (!isThere) return findings;
  if (isWrong("DISCORD_TOKEN")) return [...findings, told(words.token.name, words.token.missing)];
  const rest = createGatewayRest(discord.apiUrl, discord.token, () => undefined);
  const { findings: own, application } = await checkApplication(rest, intents);
  if (application === undefined) return [...findings, ...own];
  const { id, approximate_user_install_count: installs = 0 } = application;
  const servers = await checkServers({
    rest,
    applicationId: id,
    guildIds: isWrong("DISCORD_GUILD_IDS") ? undefined : discord.guildIds,
    commands,
    isPersonal: installs > 0,
    isRunning,
  });
  return [...findings, ...own, ...servers];
}
