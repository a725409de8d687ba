import { writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { redisIn } from "../harness/redis.ts";
import { startWorld } from "../harness/world.ts";
import { readKeys } from "./keys.ts";

/*
 * Records what this version leaves in Redis when it is ended in the middle of its work, for the tests of later ones:
 * `node launch.js test/upgrade/record.ts FILE`.
 */

const [file = "data.json"] = process.argv.slice(2);
const world = await startWorld({ webuis: [{ secondsPerStep: 0.01 }] });
const { discord, channel, guild, member } = world;
const small = { width: 64, height: 64, steps: 2 };
const say = async (name: string, options: Record<string, string | number>, user = member) =>
  world.answer(discord.command({ user, channel, name, options }));

const mod = discord.createUser({ name: "Mo" });
discord.makeModerator(guild, mod);
await say("settings set", { scope: "me", name: "steps", value: "7" });
await say("settings set", { scope: "server", name: "max_count", value: "3" }, mod);
await say("settings set", { scope: "server", name: "banned_words", value: "ogre" }, mod);
await say("preset save", { name: "tiny", parameters: "--width 64 --height 64 --cfg_scale 5" });
const drawn = world.draw({ prompt: "drawn before", seed: 42, ...small });
await world.result(drawn);
// What waits where nothing is drawn is put off, and stays so.
await say("queue", { action: "pause" }, mod);
await world.answer(world.draw({ prompt: "paused before", ...small }));
await delay(1_500);
await world.webui.down();
const logged = () => world.easel.log().some(({ msg }) => msg === "webui is down");
await discord.waitFor(logged, 15_000);
const elsewhere = discord.createChannel({
  guild: discord.createGuild({ name: "Other" }),
  name: "o",
});
await world.answer(world.draw({ prompt: "waiting before", count: 2, ...small }, { at: elsewhere }));
await world.answer(world.draw({ prompt: "waiting, too", ...small }, { at: elsewhere }));
await delay(500);
await world.easel.kill();
const redis = redisIn(world.dataDir);
const names = {
  guild: guild.id,
  channel: channel.id,
  member: member.id,
  other: elsewhere.guildId,
  otherChannel: elsewhere.id,
  application: discord.applicationId,
  drawn: drawn.id,
};
const keys = await readKeys(redis);
redis.disconnect();
await writeFile(file, `${JSON.stringify({ names, keys }, null, 1)}\n`);
await world.close();
console.log(`${Object.keys(keys).length} keys`);
