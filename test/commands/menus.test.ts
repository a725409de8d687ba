import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction, Message, User } from "../../src/demo/discord/start.ts";
import { pngFile } from "../harness/pictures.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
let ben: User;
beforeAll(async () => {
  world = await startWorld();
  ben = world.discord.createUser({ name: "Ben" });
});
afterAll(async () => world.close());

type File = Awaited<ReturnType<typeof pngFile>>;
const infotext = (prompt: string, seed: number) =>
  `${prompt}\nSteps: 2, Sampler: Euler, CFG scale: 5, Seed: ${seed}, Size: 64x64, Version: v1.10.1`;
const says = (...files: File[]): Message =>
  world.discord.say({ user: ben, channel: world.channel, files });
const choose = (name: string, target: Message | User): Interaction =>
  world.discord.command({ user: world.member, channel: world.channel, name, target });
const body = () => world.webui.drawings.at(-1)?.body;
const sentTo = (route: string) =>
  world.webui.exchanges.filter(({ path }) => path.endsWith(route)).at(-1)?.body as
    | Record<string, unknown>
    | undefined;
const menuOf = (message: Message): string =>
  message.components.flatMap((row) => row.components ?? []).find(({ type }) => type === 3)
    ?.custom_id ?? "";
const pick = (message: Message, value: string): Interaction =>
  world.discord.select({
    user: world.member,
    message,
    customId: menuOf(message),
    values: [value],
  });
async function filledIn(dialog: Interaction): Promise<Record<string, unknown>> {
  const modal = await world.discord.waitFor(() => dialog.dialog);
  return Object.fromEntries(
    modal.components.map(({ component }) => [
      String(component?.custom_id),
      component?.["value"] ?? "",
    ]),
  );
}

describe("Image info on a message", () => {
  it("tells what its picture was made with, and draws that again with a link to it", async () => {
    const message = says(await pngFile({ infotext: infotext("a wren", 11) }));
    const answer = await world.answer(choose("Image info", message));
    expect(answer.ephemeralFor).toBe(world.member.id);
    expect(world.discord.textOf(answer)).toContain("a wren");
    const again = world.discord.press({ user: world.member, message: answer, emoji: "🔁" });
    const result = await world.result(again);
    expect(body()).toMatchObject({ prompt: "a wren", seed: 11 });
    expect(result.ephemeralFor).toBeUndefined();
    expect(world.discord.textOf(result)).toContain(message.id);
    expect(world.discord.textOf(result)).toContain("Ben");
  });

  it("lets one choose among several pictures, on the same answer", async () => {
    const files = [pngFile({ infotext: infotext("a robin", 1) }), pngFile({ name: "b.png" })];
    const message = says(
      ...(await Promise.all(files)),
      await pngFile({ infotext: infotext("a rook", 3) }),
    );
    const answer = await world.answer(choose("Image info", message));
    expect(world.discord.textOf(answer)).toContain("a robin");
    pick(answer, "2");
    await world.discord.waitFor(() => world.discord.textOf(answer).includes("does not say"));
    pick(answer, "3");
    await world.discord.waitFor(() => world.discord.textOf(answer).includes("a rook"));
    await world.result(world.discord.press({ user: world.member, message: answer, emoji: "🔁" }));
    expect(body()).toMatchObject({ prompt: "a rook", seed: 3 });
  });

  it("knows our own results also where the CDN took their words away", async () => {
    const { discord } = world;
    discord.faults.stripMetadata = true;
    try {
      const options = { prompt: "two jays", steps: 2, width: 64, height: 64, seed: 70, count: 2 };
      const result = await world.result(world.draw(options));
      const answer = await world.answer(choose("Image info", result));
      expect(discord.textOf(answer)).toContain("**Seed:** 70");
      pick(answer, "2");
      await discord.waitFor(() => discord.textOf(answer).includes("**Seed:** 71"));
      expect(discord.textOf(answer)).toContain("two jays");
    } finally {
      discord.faults.stripMetadata = false;
    }
  });

  it("draws what was hidden hidden, once more as well as from it", async () => {
    const hidden = (...words: string[]) =>
      pngFile({ name: "SPOILER_a.png", ...(words[0] === undefined ? {} : { infotext: words[0] }) });
    const message = says(await hidden(infotext("a wound", 12)));
    const answer = await world.answer(choose("Image info", message));
    const again = world.discord.press({ user: world.member, message: answer, emoji: "🔁" });
    expect(JSON.stringify(await world.result(again))).toContain('"spoiler":true');
    for (const target of [message, says(await hidden())]) {
      const dialog = choose("Remix", target);
      const { flags } = await filledIn(dialog);
      expect(flags).toContain("--spoiler");
      const fields = { prompt: "a scar" };
      const result = await world.result(
        world.discord.submit({ user: world.member, dialog, fields }),
      );
      expect(JSON.stringify(result)).toContain('"spoiler":true');
    }
  });

  it("says that there is no picture", async () => {
    const message = world.discord.say({ user: ben, channel: world.channel, content: "hello" });
    expect(await world.refusal(choose("Image info", message))).toContain("no picture");
  });
});

describe("Remix on a message", () => {
  it("opens the dialog with what the picture says", async () => {
    const message = says(await pngFile({ infotext: infotext("a heron", 9) }));
    const dialog = choose("Remix", message);
    expect(await filledIn(dialog)).toMatchObject({ prompt: "a heron", seed: "9" });
    const fields = { prompt: "a stork", seed: "" };
    await world.result(world.discord.submit({ user: world.member, dialog, fields }));
    expect(body()).toMatchObject({ prompt: "a stork", cfg_scale: 5, width: 64 });
    expect(body()).not.toHaveProperty("init_images");
    expect(body()?.["seed"]).not.toBe(9);
  });

  it("opens it empty for a picture that says nothing, and draws from that picture", async () => {
    const file = await pngFile({ colour: "olive", width: 96 });
    const dialog = choose("Remix", says(file));
    expect(await filledIn(dialog)).toMatchObject({ prompt: "" });
    const fields = { prompt: "an olive tree", flags: "--steps 2" };
    const result = await world.result(world.discord.submit({ user: world.member, dialog, fields }));
    expect(body()).toMatchObject({
      prompt: "an olive tree",
      init_images: [file.bytes.toString("base64")],
      width: 96,
    });
    expect(world.discord.textOf(result)).toContain("Ben");
  });

  it("opens it with what we know of a result of ours, its picture to start from included", async () => {
    const image = await pngFile({ colour: "navy" });
    const drawn = await world.result(world.draw({ prompt: "a whale", steps: 2, seed: 4, image }));
    const dialog = choose("Remix", drawn);
    expect(await filledIn(dialog)).toMatchObject({ prompt: "a whale", seed: "4" });
    const fields = { prompt: "a shark" };
    await world.result(world.discord.submit({ user: world.member, dialog, fields }));
    expect(body()).toMatchObject({
      prompt: "a shark",
      init_images: [image.bytes.toString("base64")],
    });
  });

  it("asks which one of several is meant", async () => {
    const message = says(
      await pngFile({ infotext: infotext("one", 1) }),
      await pngFile({ infotext: infotext("two", 2) }),
    );
    const answer = await world.answer(choose("Remix", message));
    expect(answer.ephemeralFor).toBe(world.member.id);
    const dialog = pick(answer, "2");
    expect(await filledIn(dialog)).toMatchObject({ prompt: "two" });
    await world.result(world.discord.submit({ user: world.member, dialog, fields: {} }));
    expect(body()).toMatchObject({ prompt: "two", seed: 2 });
  });
});

describe("Upscale and Describe on a message", () => {
  it("enlarge its picture", async () => {
    const file = await pngFile({ colour: "plum" });
    const result = await world.result(choose("Upscale", says(file)), 20_000);
    expect(sentTo("/extra-single-image")?.["image"]).toBe(file.bytes.toString("base64"));
    expect(result.attachments[0]).toMatchObject({ width: 128 });
  });

  it("describe the one of several that is chosen", async () => {
    const [first, second] = [await pngFile(), await pngFile({ colour: "red" })];
    const answer = await world.answer(choose("Describe", says(first, second)));
    expect(answer.ephemeralFor).toBe(world.member.id);
    const asked = pick(answer, "2:describe");
    await world.discord.waitFor(() =>
      world.discord
        .messages(world.channel)
        .some((each) =>
          world.discord.buttonsOf(each).some(({ customId }) => customId === `draw:${asked.id}`),
        ),
    );
    expect(String(sentTo("/interrogate")?.["image"])).toContain(second.bytes.toString("base64"));
  });
});

describe("Remix avatar on a person", () => {
  const remix = async (person: User) => {
    const dialog = choose("Remix avatar", person);
    await world.discord.waitFor(() => dialog.dialog);
    const fields = { prompt: "as a knight", flags: "--steps 2" };
    await world.result(world.discord.submit({ user: world.member, dialog, fields }));
    const [sent = ""] = (body()?.["init_images"] ?? []) as string[];
    return Buffer.from(sent, "base64");
  };

  it("draws from the person's picture", async () => {
    const { bytes } = await pngFile({ colour: "gold", width: 128, height: 128 });
    expect(await remix(world.discord.createUser({ name: "Cleo", avatar: bytes }))).toEqual(bytes);
  });

  it("draws from the server's own picture of the person, if there is one", async () => {
    const [own, here] = [await pngFile(), await pngFile({ colour: "pink" })];
    const dora = world.discord.createUser({ name: "Dora", avatar: own.bytes });
    world.discord.setGuildAvatar(world.guild, dora, here.bytes);
    expect(await remix(dora)).toEqual(here.bytes);
  });

  it("draws from Discord's picture for those without one", async () => {
    expect((await remix(world.discord.createUser({ name: "Emil" }))).length).toBeGreaterThan(100);
  });
});
