import { loadCommands } from "./bot/loaded.ts";
import { ConfigError, loadEnvironment, readRightOnes, secretsOf } from "./config.ts";
import { examine } from "./doctor/examine.ts";
import { type Finding, toLine, wrong as faulty } from "./doctor/finding.ts";
import { withoutSecrets } from "./log.ts";
import { doctor as words } from "./text/host/doctor.ts";
import { textFor } from "./text/text.ts";

/*
 * `npm run doctor`: everything that Easel needs, a line each, with what to do about what is wrong. It changes nothing,
 * and works while Easel runs or not.
 */

/** Names of the commands that are offered whatever the webuis can. */
async function readCommands(): Promise<string[]> {
  const commands = await loadCommands();
  return [...commands.values()]
    .filter(({ isOffered }) => isOffered === undefined)
    .map(
      (command) => command.data(textFor(undefined), { catalogs: [], writesPrompts: false }).name,
    );
}

/** Where not even `.env` can be read, that is all there is to say. */
async function findAll(): Promise<{ findings: Finding[]; secrets: string[] }> {
  let env: ReturnType<typeof loadEnvironment>;
  try {
    env = loadEnvironment();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { name } = words.configuration;
    return { findings: error.problems.map((each) => faulty(name, each)), secrets: [] };
  }
  const { config, problems, wrong } = readRightOnes(env);
  const findings = await examine({
    config,
    problems,
    isWrong: (name) => wrong.has(name),
    commands: await readCommands(),
    now: Date.now,
  });
  return { findings, secrets: secretsOf(config) };
}

async function run(): Promise<void> {
  if (process.argv.length > 2) {
    console.error(words.usage);
    process.exitCode = 1;
    return;
  }
  const { findings, secrets } = await findAll();
  const clean = withoutSecrets(secrets);
  for (const finding of findings) console.log(clean(toLine(finding)));
  const count = findings.filter(({ state }) => state === "wrong").length;
  console.log(count === 0 ? words.allFine : words.toMend(count));
  // What was asked may still keep a connection open.
  process.exit(count === 0 ? 0 : 1);
}

await run();
