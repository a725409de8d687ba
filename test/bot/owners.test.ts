import { afterAll, beforeAll, expect, test } from "vitest";
import { createOwners } from "../../src/bot/owners.ts";
import { type StandInDiscord, startDiscord, type User } from "../../src/demo/discord/start.ts";
import { createRest } from "../../src/discord/rest.ts";
import { createContracts } from "../harness/contracts.ts";

let discord: StandInDiscord;
let contracts: Awaited<ReturnType<typeof createContracts>>;
beforeAll(async () => {
  contracts = await createContracts();
  discord = await startDiscord({ onExchange: contracts.checkDiscord });
});
afterAll(async () => {
  await discord.close();
  contracts.assertKept();
});

/** Of these, those who own the bot. */
async function ownersAmong(people: readonly User[], named: readonly string[] = []) {
  const rest = createRest(discord.apiUrl, discord.token, () => undefined);
  const owners = createOwners(rest, named);
  const answers = await Promise.all(people.map(({ id }) => owners.has(id)));
  return people.filter((_, index) => answers[index]).map(({ name }) => name);
}

test("the bot is owned by its application's owner, or team without those who have not joined it, or by whom the host names", async () => {
  const [ada, ben, eve] = ["Ada", "Ben", "Eve"].map((name) => discord.createUser({ name }));
  if (!ada || !ben || !eve) throw new Error("three people");
  const { owner } = discord;
  const all = [owner, ada, ben, eve];
  expect(await ownersAmong(all)).toEqual(["host"]);
  discord.formTeam({ members: [ada, ben], invited: [eve] });
  expect(await ownersAmong(all)).toEqual(["Ada", "Ben"]);
  expect(await ownersAmong(all, [eve.id])).toEqual(["Eve"]);
});
