import { expect, it } from "vitest";
import { pngFile } from "../harness/pictures.ts";
import { base64, inTurn, size, type Step, type Visit } from "./visit.ts";

const small = { steps: 2, width: 64, height: 64 };
const caption = /^\*\*(.+)\*\*$/m;

export const pictures: Step = (profile, visit) => {
  const { offers, hasInfotext, name } = profile;
  const enlarges = offers.includes("upscale");
  const describes = offers.includes("describe");

  it.runIf(enlarges)("enlarges a picture by command and by menu", inTurn, async () => {
    const { use, choose, drawn, sentTo, discord, channel, member } = visit();
    const image = await pngFile({ colour: "plum" });
    const options = { image, scale: 3, upscaler: "lanczos", private: true };
    const { result, text } = await drawn(use("upscale", options));
    expect(sentTo("/extra-single-image").at(-1)).toEqual({
      resize_mode: 0,
      upscaling_resize: 3,
      upscaler_1: "Lanczos",
      image: base64(image.bytes),
    });
    expect(result.attachments).toMatchObject([size(192, 192)]);
    expect(result.ephemeralFor).toBe(member.id);
    expect(text).toContain("Enlarged 3 times");
    const message = discord.say({ user: member, channel, files: [image] });
    const large = await drawn(choose("Upscale", message));
    expect(large.result.attachments).toMatchObject([size(128, 128)]);
    expect(sentTo("/extra-single-image").at(-1)).toMatchObject({
      upscaler_1: "R-ESRGAN 4x+",
      image: base64(image.bytes),
    });
  });

  it.runIf(describes)("puts a picture into words by command and by menu", inTurn, async () => {
    const { use, choose, drawn, press, saying, sentTo, discord, channel, member } = visit();
    const image = await pngFile({ colour: "plum" });
    const described = await saying(use("describe", { image }), "described for Ada");
    expect(sentTo("/interrogate").at(-1)).toEqual({ image: base64(image.bytes), model: "clip" });
    const words = caption.exec(discord.textOf(described))?.[1] ?? "";
    expect(words).toMatch(/\w+ \w+/);
    const { body } = await drawn(press(described, "🎨"));
    expect(words.replaceAll("\\", "")).toBe(body["prompt"]);
    const message = discord.say({ user: member, channel, files: [image] });
    await saying(choose("Describe", message), "described for Ada");
    expect(sentTo("/interrogate")).toHaveLength(2);
  });

  it.runIf(describes)("finds tags, or says privately that it cannot", inTurn, async () => {
    const { use, saying, refusal, sentTo, discord } = visit();
    const asked = use("describe", { image: await pngFile(), mode: "tags" });
    if (profile.kind === "koboldcpp") {
      expect(await refusal(asked)).toBe("No webui here can find tags for pictures.");
      expect(sentTo("/interrogate")).toHaveLength(2);
      return;
    }
    const tags = await saying(asked, "described for Ada");
    expect(caption.exec(discord.textOf(tags))?.[1]).toMatch(/^\S.*, /);
    expect(sentTo("/interrogate").at(-1)).toMatchObject({ model: "deepdanbooru" });
  });

  it("says of a result how it was made, and draws that again", inTurn, async () => {
    const { use, choose, drawn, press, answer, discord } = visit();
    const first = await drawn(use("draw", { prompt: "a wren", seed: 11, cfg_scale: 4, ...small }));
    const [file] = first.result.attachments;
    const image = { bytes: file?.bytes ?? Buffer.alloc(0), name: "easel.png" };
    const inspected = await answer(use("inspect", { image }));
    const known = ["a wren", "**Seed:** 11", "**CFG scale:** 4"];
    const text = discord.textOf(inspected);
    if (hasInfotext) {
      for (const words of known) expect(text).toContain(words);
      const { body } = await drawn(press(inspected, "🔁"));
      expect(body).toMatchObject({ prompt: "a wren", seed: 11, cfg_scale: 4, ...small });
    } else expect(text).toContain("does not say how it was made");
    // Of our own results we know it whatever they say themselves.
    const info = await answer(choose("Image info", first.result));
    for (const words of known) expect(discord.textOf(info)).toContain(words);
    const again = await drawn(press(info, "🔁"));
    expect(again.body).toMatchObject({ prompt: "a wren", seed: 11, cfg_scale: 4, ...small });
    expect(again.text).toContain("Seed 11");
  });

  it("remixes a result, and a person's picture", inTurn, async () => {
    const { use, choose, drawn, fillIn, discord } = visit();
    const first = await drawn(use("draw", { prompt: "a heron", seed: 9, ...small }));
    const dialog = await fillIn(choose("Remix", first.result), { prompt: "a stork" });
    expect(dialog.shown).toMatchObject({ prompt: "a heron", seed: "9" });
    expect((await drawn(dialog.sent)).body).toEqual({ ...first.body, prompt: "a stork" });
    const { bytes } = await pngFile({ colour: "gold", width: 128, height: 128 });
    const cleo = discord.createUser({ name: "Cleo", avatar: bytes });
    const fields = { prompt: "as a knight", flags: "--steps 2" };
    const avatar = await fillIn(choose("Remix avatar", cleo), fields);
    expect((await drawn(avatar.sent)).body).toMatchObject({
      prompt: "as a knight",
      init_images: [base64(bytes)],
      ...size(128, 128),
    });
  });

  it("lists one's pictures, and what there is here", inTurn, async () => {
    const { use, drawn, answer, discord } = visit();
    const dan = discord.createUser({ name: "Dan" });
    const first = await drawn(use("draw", { prompt: "an owl", seed: 5, ...small }, dan));
    const history = await answer(use("history", {}, dan));
    expect(discord.textOf(history)).toContain("an owl");
    expect(discord.textOf(history)).toContain(first.result.id);
    const again = await drawn(discord.press({ user: dan, message: history, emoji: "🔁" }));
    expect(again.body).toEqual(first.body);
    const webuis = discord.textOf(await answer(use("info", { list: "webuis" })));
    expect(webuis).toContain(`Webui 1: ${name}, up`);
    await showsAllLists(visit());
  });

  it("says privately what is missing where an old client still offers it", inTurn, async () => {
    const { showAll, oldMessage, use, choose, press, refusal, webui, discord } = visit();
    const before = webui.exchanges.filter(({ method }) => method === "POST").length;
    await showAll();
    const image = await pngFile();
    const old = await oldMessage(
      [
        { type: 2, style: 2, emoji: { name: "⬆️" }, custom_id: "upscale:1:1" },
        { type: 2, style: 2, emoji: { name: "🎛️" }, custom_id: "control:1" },
      ],
      image.bytes,
    );
    if (!enlarges) {
      const no = "No webui here can enlarge pictures.";
      expect(await refusal(use("upscale", { image }))).toBe(no);
      expect(await refusal(choose("Upscale", old))).toBe(no);
      expect(await refusal(press(old, "⬆️"))).toBe(no);
    }
    if (!describes) {
      const no = "No webui here can describe pictures.";
      expect(await refusal(use("describe", { image }))).toBe(no);
      expect(await refusal(choose("Describe", old))).toBe(no);
    }
    if (!offers.includes("control")) {
      const no = "No webui here has ControlNet.";
      expect(await refusal(use("control", { image, prompt: "x", type: "canny" }))).toBe(no);
      expect(await refusal(press(old, "🎛️"))).toBe(no);
    }
    expect(webui.exchanges.filter(({ method }) => method === "POST")).toHaveLength(before);
    expect(discord.problems).toEqual([]);
  });
};

async function showsAllLists({ use, answer, discord }: Visit): Promise<void> {
  for (const [list, first] of [
    ["models", "daybreak-v6"],
    ["samplers", "uler"],
    ["loras", "add-detail"],
  ]) {
    expect(discord.textOf(await answer(use("info", { list })))).toContain(first);
  }
}
