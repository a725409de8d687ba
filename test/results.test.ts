import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction, Message, User } from "../src/demo/discord/start.ts";
import { forgetResultsIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
let ben: User;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.02 }] });
  ben = world.discord.createUser({ name: "Ben" });
});
afterAll(async () => world.close());

const small = { width: 128, height: 128, steps: 2 };
const draw = async (options: object): Promise<Message> =>
  world.result(world.draw({ ...small, ...options } as never));
const bodies = () => world.webui.drawings.map(({ body }) => body);
/** What went to the extras' route. */
const extras = () =>
  world.webui.exchanges
    .filter(({ path }) => path.endsWith("/extra-single-image"))
    .map(({ body }) => body as Record<string, unknown>);
const press = (message: Message, emoji: string, user: User = world.member) =>
  world.discord.press({ user, message, emoji });
/** The private answer to a press. */
const whisper = (interaction: Interaction): Promise<Message> =>
  world.discord.waitFor(
    () =>
      [interaction.responseMessage, ...interaction.followUps].find(
        (each) => each?.ephemeralFor !== undefined && world.discord.textOf(each) !== "",
      ),
    5_000,
  );

describe("🔀 on a result", () => {
  it("varies its one picture: the same seed, a little of another's noise, as many as before", async () => {
    const result = await draw({ prompt: "a pine", seed: 41 });
    const varied = await world.result(press(result, "🔀", ben));
    const body = bodies().at(-1);
    expect(body).toMatchObject({ prompt: "a pine", seed: 41, subseed: expect.any(Number) });
    expect(body?.["subseed_strength"]).toBeGreaterThan(0);
    expect(body?.["subseed_strength"]).toBeLessThan(0.3);
    expect(world.discord.textOf(varied)).toContain("Ben");
    expect(world.discord.textOf(varied)).toContain(result.id);
    const details = world.discord.textOf(await whisper(press(varied, "📋")));
    expect(details).toContain(`--subseed ${String(body?.["subseed"])} --subseed_strength 0.15`);
    // Its parent's noise, mixed anew, would have nothing of it.
    await world.result(press(varied, "🔀"));
    expect(bodies().at(-1)?.["init_images"]).toEqual([
      varied.attachments[0]?.bytes.toString("base64"),
    ]);
  });

  it("varies strongly by the button beside it", async () => {
    const result = await draw({ prompt: "a fir", seed: 7 });
    await world.result(
      world.discord.press({ user: world.member, message: result, label: "Vary strongly" }),
    );
    expect(bodies().at(-1)?.["subseed_strength"]).toBeGreaterThanOrEqual(0.4);
  });

  it("lets one choose among several pictures, each with its own seed", async () => {
    const result = await draw({ prompt: "four oaks", seed: 100, count: 4 });
    const interaction = world.discord.select({
      user: ben,
      message: result,
      customId: menuId(result, "vary"),
      values: ["3:strong"],
    });
    await world.result(interaction);
    expect(bodies().at(-1)).toMatchObject({ seed: 102, n_iter: 4 });
  });
});

function menuId(message: Message, action: string): string {
  const menus = message.components.flatMap((row) => row.components ?? []);
  const id = menus.find((each) => each.type === 3 && each.custom_id?.startsWith(action))?.custom_id;
  if (id === undefined) throw new Error(`no menu for ${action}`);
  return id;
}

describe("⬆️ on a result", () => {
  it("enlarges its picture with a trained upscaler, twice if not said otherwise", async () => {
    const { discord } = world;
    const result = await draw({ prompt: "a larch" });
    const large = await world.result(press(result, "⬆️", ben), 20_000);
    expect(large.attachments[0]).toMatchObject({ width: 256, height: 256 });
    const body = extras().at(-1);
    expect(body).toMatchObject({ upscaling_resize: 2, resize_mode: 0 });
    expect(String(body?.["upscaler_1"])).toMatch(/ESRGAN/);
    expect(Buffer.from(String(body?.["image"]), "base64")).toEqual(result.attachments[0]?.bytes);
    expect(discord.textOf(large)).toContain("Enlarged 2 times");
  });

  it("takes the picture that was chosen of several, and keeps a spoiler one", async () => {
    const result = await draw({ prompt: "two elms", count: 2, spoiler: true });
    const interaction = world.discord.select({
      user: ben,
      message: result,
      customId: menuId(result, "upscale"),
      values: ["2"],
    });
    const large = await world.result(interaction, 20_000);
    const sent = Buffer.from(String(extras().at(-1)?.["image"]), "base64");
    expect(sent).toEqual(result.attachments[1]?.bytes);
    expect(JSON.stringify(large.components)).toContain('"spoiler":true');
  });
});

describe("🖋 on a result", () => {
  it("opens a dialog with what it was made with, and draws what comes back, checked like a command", async () => {
    const { discord } = world;
    const result = await draw({
      prompt: "a *beech*",
      negative_prompt: "fog",
      cfg_scale: 4,
      seed: 5,
    });
    const dialog = press(result, "🖋", ben);
    const modal = await discord.waitFor(() => dialog.dialog);
    expect(dialog.answeredAfterMs).toBeLessThan(3_000);
    const filled = Object.fromEntries(
      modal.components.map(({ component }) => [component?.custom_id, component?.["value"]]),
    );
    expect(filled).toMatchObject({ prompt: "a *beech*", negative_prompt: "fog", seed: "5" });
    expect(filled["flags"]).toContain("--cfg_scale 4");
    const again = discord.submit({
      user: ben,
      dialog,
      fields: {
        prompt: "a birch --n 2",
        negative_prompt: "",
        model: String(filled["model"]),
        seed: "6",
        flags: "--steps 3 --width 64 --height 64",
      },
    });
    const drawn = await world.result(again);
    const body = bodies().at(-1);
    expect(body).toMatchObject({ prompt: "a birch", seed: 6, steps: 3, width: 64, n_iter: 2 });
    expect(body).not.toHaveProperty("negative_prompt");
    expect(body).not.toHaveProperty("cfg_scale");
    expect(discord.textOf(drawn)).toContain("Ben");
  });

  it("refuses privately what a command would refuse", async () => {
    const { discord } = world;
    const result = await draw({ prompt: "an ash" });
    const dialog = press(result, "🖋");
    await discord.waitFor(() => dialog.dialog);
    const fields = {
      prompt: "an ash",
      negative_prompt: "",
      model: "",
      seed: "",
      flags: "--steps 999",
    };
    const refused = discord.submit({ user: world.member, dialog, fields });
    expect(await world.refusal(refused)).toContain("from 1 to 150");
    const wrong = press(result, "🖋");
    await discord.waitFor(() => wrong.dialog);
    const named = { ...fields, flags: "", model: "nowhere" };
    const unknown = discord.submit({ user: world.member, dialog: wrong, fields: named });
    expect(await world.refusal(unknown)).toContain("Did you mean");
  });
});

describe("📋 on a result", () => {
  it("tells whoever asks alone how it was made, what repeats it, and what went to the webui", async () => {
    const { discord } = world;
    const result = await draw({ prompt: "a yew", seed: 12 });
    const details = await whisper(press(result, "📋", ben));
    expect(details.ephemeralFor).toBe(ben.id);
    const text = discord.textOf(details);
    expect(text).toContain("Seed: 12");
    expect(text).toContain("/draw prompt: a yew");
    expect(text).toContain("--seed 12");
    const payload = details.attachments.find(({ filename }) => filename.endsWith(".json"));
    expect(JSON.parse(payload?.bytes.toString() ?? "{}")).toEqual(bodies().at(-1));
  });
});

describe("a result's private twin", () => {
  it("answers its buttons privately, too", async () => {
    const { discord } = world;
    const asked = world.draw({ prompt: "a secret", ...small, private: true });
    const result = await world.result(asked);
    expect(result.ephemeralFor).toBe(world.member.id);
    const again = press(result, "🎲");
    const drawn = await world.result(again);
    expect(drawn.ephemeralFor).toBe(world.member.id);
    expect(discord.textOf(drawn)).not.toContain("discord.com/channels");
    // Emptied, the field says nothing of it.
    const fields = { prompt: "a secret", negative_prompt: "", model: "", seed: "" };
    const submit = async (flags: string) => {
      const dialog = press(drawn, "🖋");
      await discord.waitFor(() => dialog.dialog);
      return discord.submit({ user: world.member, dialog, fields: { ...fields, flags } });
    };
    const emptied = await submit("--width 64 --height 64 --count 11");
    const pages = await discord.waitFor(() => {
      const all = [emptied.responseMessage, ...emptied.followUps];
      const shown = all.filter((each) => (each?.attachments.length ?? 0) > 0);
      return shown.length === 2 && shown;
    }, 10_000);
    expect(pages.map((page) => page?.ephemeralFor)).toEqual([world.member.id, world.member.id]);
    const shown = await world.result(await submit("--width 64 --height 64 --private no"));
    expect(shown.ephemeralFor).toBeUndefined();
  });

  it("is never seen by others, however slow the CDN is, and whenever it turns out to be private", async () => {
    const { discord, channel, member } = world;
    const secret = await world.result(world.draw({ prompt: "a secret", ...small, private: true }));
    const shown = await draw({ prompt: "a poplar", seed: 3 });
    await forgetResultsIn(world.dataDir);
    const options = { scope: "me", name: "private", value: "yes" };
    const cleo = discord.createUser({ name: "Cleo" });
    await whisper(discord.command({ user: cleo, channel, name: "settings set", options }));
    const seen = new Set<string>();
    const stop = discord.watch((change) => {
      if (change.kind !== "message" || change.message.ephemeralFor !== undefined) return;
      const { message } = change;
      if (message.interactionId !== undefined) {
        seen.add(
          `${message.interactionId}:${discord.textOf(message)}${message.attachments.length}`,
        );
      }
    });
    discord.faults.cdnDelayMs = 1_800;
    try {
      // The one is private itself; of the other it is known only once its picture was read back.
      const presses = [press(secret, "⬆️", member), press(shown, "🎲", cleo)] as const;
      const results = await Promise.all(presses.map((each) => world.result(each, 20_000)));
      expect(results.map((each) => each.ephemeralFor)).toEqual([member.id, cleo.id]);
      // "Thinking", for as long as nobody knew.
      expect([...seen].filter((each) => each.startsWith(presses[0].id))).toEqual([]);
      expect([...seen].filter((each) => each.startsWith(presses[1].id))).toEqual([
        `${presses[1].id}:0`,
      ]);
      expect(presses[1].responseMessage?.deleted).toBe(true);
    } finally {
      discord.faults.cdnDelayMs = 0;
      stop();
    }
  });
});
