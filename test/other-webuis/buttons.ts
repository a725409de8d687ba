import { expect, it } from "vitest";
import type { Message } from "../../src/demo/discord/start.ts";
import { base64, colourAt, inTurn, size, type Step } from "./visit.ts";

const small = { steps: 2, width: 64, height: 64 };
/** A step takes a twentieth of a second. */
const large = { width: 512, height: 512 };

function menuId(message: Message, action: string): string {
  const parts = message.components.flatMap((row) => row.components ?? []);
  return parts.find(({ type, custom_id }) => type === 3 && custom_id?.startsWith(action))
    ?.custom_id as string;
}

export const buttons: Step = (profile, visit) => {
  const { offers, inpaints, control, name } = profile;
  const enlarges = offers.includes("upscale");

  it("shows below a result what can be done to it here, and draws it again", inTurn, async () => {
    const { use, drawn, press, fillIn, discord } = visit();
    const first = await drawn(use("draw", { prompt: "a fir", seed: 7, cfg_scale: 4, ...small }));
    const emoji = discord.buttonsOf(first.result).flatMap((each) => each.emoji ?? []);
    const wanted = ["🎲", "🖋", "🔀", ...(enlarges ? ["⬆️"] : []), "🔍", "📋", "❌"];
    expect(emoji).toEqual(wanted);
    const again = await drawn(press(first.result, "🎲"));
    expect(again.body).toEqual({ ...first.body, seed: expect.any(Number) });
    expect(again.body["seed"]).not.toBe(7);
    const dialog = await fillIn(press(first.result, "🖋"), { prompt: "a birch --n 2" });
    expect(dialog.shown).toMatchObject({ prompt: "a fir", seed: "7" });
    const edited = await drawn(dialog.sent);
    expect(edited.body).toMatchObject({ prompt: "a birch", cfg_scale: 4, ...small });
    expect(edited.result.attachments).toHaveLength(2);
    expect(edited.text).toContain("Seed 7–8");
  });

  it("varies a picture into others that are near it", inTurn, async () => {
    const { use, drawn, press, member, discord } = visit();
    const first = await drawn(use("draw", { prompt: "an oak", seed: 41, ...small }));
    const own = first.result.attachments[0]?.bytes ?? Buffer.alloc(0);
    const subtle = await drawn(press(first.result, "🔀"));
    const message = first.result;
    const strong = await drawn(discord.press({ user: member, message, label: "Vary strongly" }));
    for (const { result, body } of [subtle, strong]) {
      expect(body).toMatchObject({ prompt: "an oak", ...small });
      expect(result.attachments).toHaveLength(1);
      expect(result.attachments[0]?.bytes.equals(own)).toBe(false);
    }
    if (inpaints === "fully") {
      expect(subtle.body).toMatchObject({ seed: 41, subseed_strength: 0.15 });
      expect(strong.body).toMatchObject({ seed: 41, subseed_strength: 0.5 });
    } else {
      expect(subtle.body).toMatchObject({ init_images: [base64(own)], denoising_strength: 0.35 });
      expect(strong.body).toMatchObject({ init_images: [base64(own)], denoising_strength: 0.65 });
      expect(subtle.body["seed"]).not.toBe(41);
      expect(subtle.body).not.toHaveProperty("subseed");
    }
    expect(subtle.text).not.toContain("heeds");
    expect(subtle.text).toContain(first.result.id);
  });

  it("lets one choose among several pictures what to vary, enlarge, widen", inTurn, async () => {
    const { use, drawn, sentTo, discord, member } = visit();
    const { result } = await drawn(use("draw", { prompt: "elms", seed: 50, count: 2, ...small }));
    const [, second] = result.attachments;
    const pick = (action: string, value: string) =>
      discord.select({
        user: member,
        message: result,
        customId: menuId(result, action),
        values: [value],
      });
    const varied = await drawn(pick("vary", "2:subtle"));
    expect(varied.result.attachments).toHaveLength(2);
    const near =
      inpaints === "fully" ? { seed: 51 } : { init_images: [base64(second?.bytes ?? Buffer.of())] };
    expect(varied.bodies[0]).toMatchObject(near);
    if (enlarges) {
      const large = await drawn(pick("upscale", "2"));
      expect(large.result.attachments).toMatchObject([size(128, 128)]);
      const { image } = sentTo("/extra-single-image").at(-1) ?? {};
      expect(image).toBe(base64(second?.bytes ?? Buffer.of()));
    } else expect(menuId(result, "upscale")).toBeUndefined();
  });

  it("looks further, by a mask around what was there", inTurn, async () => {
    const { use, drawn, press, saying, discord, member } = visit();
    const options = { prompt: "a lake", steps: 2, width: 128, height: 128 };
    const first = await drawn(use("draw", options));
    const panel = await saying(press(first.result, "🔍"), "Look further");
    expect(panel.ephemeralFor).toBe(member.id);
    const label = "Zoom out 2×";
    const out = await drawn(discord.press({ user: member, message: panel, label }));
    expect(out.body).toMatchObject({ ...options, denoising_strength: 0.8 });
    expect(await colourAt(String(out.body["mask"]), 5, 5)).toEqual([255, 255, 255]);
    expect(await colourAt(String(out.body["mask"]), 64, 64)).toEqual([0, 0, 0]);
    // What was there stays, smaller.
    const [init = ""] = out.body["init_images"] as string[];
    const bytes = out.result.attachments[0]?.bytes ?? Buffer.of();
    expect(await colourAt(bytes, 64, 64)).toEqual(await colourAt(init, 64, 64));
    expect(out.text).not.toContain("heeds");
    expect("mask_blur" in out.body).toBe(inpaints === "fully");
  });

  it("tells what went to the webui, and removes a result", inTurn, async () => {
    const { use, drawn, press, saying, discord } = visit();
    const first = await drawn(use("draw", { prompt: "a yew", seed: 12, ...small }));
    const details = await saying(press(first.result, "📋"), "/draw prompt: a yew");
    expect(discord.textOf(details)).toContain("Seed: 12");
    const sent = details.attachments.find(({ filename }) => filename.endsWith(".json"));
    expect(JSON.parse(sent?.bytes.toString() ?? "{}")).toEqual(first.body);
    press(first.result, "❌");
    await discord.waitFor(() => first.result.deleted);
  });

  it("tells how far it is, skips a picture, is cancelled, as far as can be", inTurn, async () => {
    const { use, drawn, press, answer, discord, webui } = visit();
    const long = control === "always" ? { steps: 150, count: 3 } : { steps: 50, count: 2 };
    const asked = use("draw", { prompt: "regretted", ...long, ...large });
    const running = await answer(asked);
    const says = (words: RegExp) =>
      discord.waitFor(() => words.test(discord.textOf(running)), 20_000);
    await says(control === "always" ? /Drawing[^]*step \d+ of 150 · picture \d of 3/ : /Drawing/);
    const queue = discord.textOf(await answer(use("queue")));
    expect(queue).toContain(`being drawn on webui 1 (${name})`);
    const skips = discord.buttonsOf(running).some(({ emoji }) => emoji === "➡️");
    expect(skips).toBe(control !== "none");
    if (control === "always") {
      press(running, "➡️");
      await discord.waitFor(() => webui.skips() === 1, 10_000);
    }
    press(running, "❌");
    await says(/Cancelled/);
    const next = await drawn(use("draw", { prompt: "the next one", ...small }));
    expect(next.body["prompt"]).toBe("the next one");
    if (control !== "mostly") expect(webui.interrupts()).toBe(control === "always" ? 1 : 0);
    expect(running.attachments).toEqual([]);
    expect(discord.textOf(running)).toContain("Cancelled");
  });
};
