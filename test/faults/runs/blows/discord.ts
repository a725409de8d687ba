import { setTimeout as delay } from "node:timers/promises";
import { permission } from "../../../../src/demo/discord/start.ts";
import { isCallback, isPost } from "../../moment.ts";
import type { Blow, Scene } from "../blow.ts";

type Match = (method: string, path: string) => boolean;
const matches: readonly [Match, ...Match[]] = [isCallback, isPost, () => true];
/** An interaction that is not answered yet says 404 as well. Milliseconds. */
const answeredMs = 150;

async function fail(scene: Scene, statuses: readonly [number, ...number[]]): Promise<void> {
  const { installation, chronicle, chance } = scene;
  const match = chance.pick(matches);
  const status = chance.pick(statuses);
  const times = chance.between(1, 4);
  const how = {
    drop: status !== 429 && chance.maybe(0.3),
    afterwards: status !== 429 && chance.maybe(0.3),
    global: status === 429 && chance.maybe(0.3),
  };
  const wait = status === 429 ? { retryAfterSeconds: 0.4 } : {};
  const mend = installation.discord.faults.fail({ match, status, times, ...how, ...wait });
  const which = ["callbacks", "posts", "everything"][matches.indexOf(match)] ?? "";
  chronicle.note(`discord answers ${status} ${times} times to ${which} ${JSON.stringify(how)}`);
  await delay(chance.between(1_000, 3_000));
  mend();
}

/** One whose author has read that it was taken, and that has not ended. */
function open({ chronicle, chance }: Scene) {
  const found = chronicle.asks.filter(
    ({ acceptedAt = Infinity, postedAt }) =>
      acceptedAt < Date.now() - answeredMs && postedAt === undefined,
  );
  const [first, ...more] = found;
  return first === undefined ? undefined : chance.pick([first, ...more]).interaction;
}

async function killToken(scene: Scene): Promise<void> {
  const { installation, chronicle, chance, excuses } = scene;
  await delay(answeredMs);
  const interaction = open(scene);
  if (interaction === undefined) return chronicle.note("no token to end");
  excuses.deadTokens.add(interaction.id);
  chronicle.note(`the token of ${interaction.id} ends`);
  if (chance.maybe(0.4)) return installation.discord.faults.killToken(interaction);
  const [status, code] = chance.pick([
    [401, 50_027],
    [404, 10_015],
  ] as const);
  const match: Match = (_, path) => path.includes(interaction.token);
  scene.later(installation.discord.faults.fail({ match, status, body: { message: "", code } }));
}

/** Half of the times only for as long as somebody needs to see what they did. */
async function forbid(scene: Scene): Promise<void> {
  const { installation, chronicle, excuses, chance } = scene;
  const { discord } = installation;
  await killToken(scene);
  const channel = chronicle.asks.find(({ interaction }) => excuses.deadTokens.has(interaction.id))
    ?.interaction.channel;
  if (channel === undefined) return;
  const before = channel.botPermissions;
  excuses.elsewhere = true;
  discord.setBotPermissions(channel, before & ~permission.SEND_MESSAGES);
  chronicle.note(`the bot may not send to ${channel.id}`);
  const allow = () => discord.setBotPermissions(channel, before);
  if (chance.maybe(0.5)) return scene.later(allow);
  await delay(2_000);
  allow();
  chronicle.note(`the bot may send to ${channel.id}`);
}

export const discordBlows: readonly Blow[] = [
  { name: "discord 429", weight: 2, strike: (scene) => fail(scene, [429]) },
  { name: "discord 5xx", weight: 2, strike: (scene) => fail(scene, [500, 502, 503]) },
  {
    name: "discord is slow",
    weight: 1,
    async strike({ installation, chronicle, chance }) {
      const ms = chance.between(200, 2_500);
      const mend = installation.discord.faults.slow(chance.pick(matches), ms);
      chronicle.note(`discord takes ${ms} ms`);
      await delay(3_000);
      mend();
    },
  },
  {
    name: "gateway drops",
    weight: 3,
    async strike({ installation, chronicle, chance }) {
      const how = chance.pick(["cut", "reconnect", "invalid session", 4000]);
      installation.discord.faults.dropGateway(how);
      chronicle.note(`gateway: ${how}`);
    },
  },
  { name: "token ends", weight: 2, strike: killToken },
  { name: "channel forbids", weight: 1, strike: forbid },
];
