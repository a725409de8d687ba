import type { Config } from "../config.ts";
import { intents } from "../discord/gateway.ts";
import { createGatewayRest } from "../discord/rest.ts";
import { webuiName } from "../generation/webui-name.ts";
import { en } from "../text/en.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { checkApplication } from "./application.ts";
import { checkClassifier } from "./classifier.ts";
import { checkDiscord } from "./discord.ts";
import { nameOf } from "./failure.ts";
import { checkFolder } from "./files.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";
import { checkHttp } from "./http.ts";
import { checkLanguageModel } from "./language-model.ts";
import { checkOwnRedis, checkRedis } from "./redis.ts";
import { checkServers } from "./servers.ts";
import { checkWebui } from "./webuis.ts";

/** What there is to look at, as far as the environment can be read. */
export type Patient = {
  config: Config;
  /** What is wrong with each variable. */
  problems: readonly string[];
  /** Names of those variables: what hangs on them is not looked at. */
  isWrong(variable: string): boolean;
  /** Commands that are always offered. */
  commands: readonly string[];
  now(): number;
};

/** Looks at everything at once; what it finds comes in the order in which a host sets things up. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { config, problems, isWrong } = patient;
  const { webui, redisUrl, dataDir, saveDir, path } = config;
  // First: it tells whether an Easel runs, which has its commands registered.
  const http = await checkHttp(config.http);
  const found = await Promise.all([
    guarded(en.doctor.checks.discord, () => lookAtDiscord(patient, http.isRunning)),
    guarded(en.doctor.checks.redis, async () => {
      if (isWrong("REDIS_URL")) return [];
      return redisUrl === undefined ? checkOwnRedis(path) : checkRedis(redisUrl);
    }),
    guarded("DATA_DIR", async () => [await checkFolder("DATA_DIR", dataDir)]),
    guarded("SAVE_DIR", async () =>
      saveDir === undefined ? [] : [await checkFolder("SAVE_DIR", saveDir)],
    ),
    ...(isWrong("WEBUI_URLS") ? [] : webui.urls).map((url) =>
      guarded(en.doctor.checks.webui(webuiName(url)), async () => [
        await checkWebui({ url, login: webui.login, headers: webui.headers }),
      ]),
    ),
    guarded("HTTP_PORT", async () => http.findings),
    guarded("PROMPT_LLM_URL", async () => [await checkLanguageModel(config.promptLlm)]),
    guarded("CLASSIFIER_URL", async () => [await checkClassifier(config.classifier)]),
  ]);
  const { name, fine: inOrder } = words.configuration;
  const environment =
    problems.length === 0 ? [fine(name, inOrder)] : problems.map((each) => wrong(name, each));
  return [...environment, ...found.flat()];
}

/** A check that breaks is no reason to leave out the others. */
async function guarded(name: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [wrong(name, words.failed(nameOf(error)))];
  }
}

async function lookAtDiscord(
  { config: { discord }, isWrong, commands, now }: Patient,
  isRunning: boolean,
): Promise<Finding[]> {
  if (isWrong("DISCORD_API_URL")) return [];
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
    guildIds: discord.guildIds,
    commands,
    isPersonal: installs > 0,
    isRunning,
  });
  return [...findings, ...own, ...servers];
}
