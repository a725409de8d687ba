import { setTimeout as delay } from "node:timers/promises";
import sharp from "sharp";
import type { Channel, Interaction, User } from "../../../src/demo/discord/start.ts";
import type { Ask } from "../books.ts";
import type { Chance } from "../chance.ts";
import type { Installation } from "./installation.ts";
import type { Chronicle } from "./story.ts";
import { loras, models } from "./webuis.ts";

/** What somebody does, planned before anything begins, so that it does not hang on what happens. */
export type Errand = {
  kind: "draw" | "upscale" | "again";
  who: number;
  where: number;
  count: number;
  options: Record<string, string | number | boolean>;
  withImage: boolean;
  /** Milliseconds until the next. */
  pauseMs: number;
};

type Wish = { model?: string; lora?: string };

/** Of the drawings that last so long that a killed worker's job is taken over meanwhile: 4 to 16 s. */
const longShare = 0.06;

const letters = "abcdefghij";
/** 🎲 needs a result; who has waited so long for one goes without. Milliseconds. */
const resultMs = 5_000;

/** Prompts are told apart by their first words, which no other run has. */
export function planErrands(chance: Chance, seed: number, most?: number): Errand[] {
  const members = chance.between(2, 5);
  const many = most ?? chance.between(4, 10);
  return Array.from({ length: many }, (_, number) =>
    planErrand(chance, `${seed}${letters[number] ?? `-${number}`}`, members),
  );
}

function planErrand(chance: Chance, name: string, members: number): Errand {
  const where = { who: chance.between(0, members - 1), where: chance.between(0, 1) };
  const pauseMs = chance.between(0, 400);
  const kind = chance.pick(["draw", "draw", "draw", "draw", "draw", "draw", "upscale", "again"]);
  if (kind === "again") return { kind, ...where, count: 1, options: {}, withImage: false, pauseMs };
  const hidden = chance.maybe(0.2) ? { private: true } : {};
  if (kind === "upscale") {
    const options = { scale: chance.between(11, 30) / 10, ...hidden };
    return { kind, ...where, count: 1, options, withImage: true, pauseMs };
  }
  const isLong = chance.maybe(longShare);
  const count = isLong ? 1 : chance.between(1, 3);
  const size = isLong ? 512 : chance.pick([128, 128, 128, 256]);
  const withImage = !isLong && chance.maybe(0.2);
  // What is there in one place only, of that place.
  const { model, lora } = chance.pick<[Wish, ...Wish[]]>([
    {},
    { model: models.everywhere[0] },
    { model: models.everywhere[1], lora: chance.maybe(0.5) ? loras.everywhere : loras.somewhere },
    { model: models.somewhere[0], lora: loras.somewhere },
    { model: models.somewhere[1] },
    { lora: loras.everywhere },
  ]);
  const loud = chance.maybe(0.2) ? ", @everyone <@1234>" : "";
  const options = {
    prompt: `tower ${name}, at dusk${loud}`,
    count,
    steps: isLong ? 40 : chance.between(4, 20),
    ...(withImage ? {} : { width: size, height: size }),
    ...(model === undefined ? {} : { model }),
    ...(lora === undefined ? {} : { lora }),
    ...hidden,
  };
  return { kind, ...where, count, options, withImage, pauseMs };
}

let source: Promise<Buffer> | undefined;
const picture = async () =>
  (source ??= sharp({ create: { width: 96, height: 64, channels: 3, background: "#47c" } })
    .png()
    .toBuffer());

/** New members and new places, so that what earlier runs left does not count. */
export async function perform(
  errands: readonly Errand[],
  { discord }: Installation,
  chronicle: Chronicle,
  beside: (place: { user: User; channel: Channel }) => Promise<void> = async () => undefined,
): Promise<void> {
  const channels = ["one", "other"].map((name) =>
    discord.createChannel({ guild: discord.createGuild({ name }), name: "pictures" }),
  );
  const users = ["Ada", "Ben", "Cem", "Dee", "Eli"].map((name) => discord.createUser({ name }));
  const bytes = await picture();
  const doings: Promise<void>[] = [];
  for (const errand of errands) {
    const user = users[errand.who];
    const channel = channels[errand.where];
    if (user === undefined || channel === undefined) continue;
    doings.push(
      errand.kind === "again" ? again({ user, channel }) : ask(errand, { user, channel }),
      beside({ user, channel }),
    );
    await delay(errand.pauseMs);
  }
  await Promise.all(doings);

  function put(interaction: Interaction, rest: Omit<Ask, "interaction">) {
    chronicle.asks.push({ interaction, ...rest });
  }

  async function ask(errand: Errand, place: { user: User; channel: Channel }) {
    const { kind: name, count, options, withImage } = errand;
    const image = withImage ? { image: { bytes, name: "source.png" } } : {};
    const prompt = String(options["prompt"] ?? "").split(",")[0] ?? "";
    try {
      const interaction = discord.command({ ...place, name, options: { ...options, ...image } });
      put(interaction, { prompt, count, hidden: options["private"] === true });
      chronicle.note(
        `${place.user.name}: /${name} ${JSON.stringify(options)}${withImage ? " with a picture" : ""} ${interaction.id}`,
      );
    } catch (error) {
      chronicle.note(`no /${name}: ${String(error)}`);
    }
  }

  /** 🎲 on the first result that anybody can see. */
  async function again({ user, channel }: { user: User; channel: Channel }) {
    const isSeen = ({ interaction, hidden, postedAt }: Ask) =>
      postedAt !== undefined && hidden !== true && interaction.channel === channel;
    const found = await discord
      .waitFor(() => chronicle.asks.find((each) => isSeen(each)), resultMs)
      .catch(() => undefined);
    if (found === undefined) return chronicle.note("no result for 🎲");
    const customId = `again:${found.interaction.id}`;
    const message = discord
      .messages(channel)
      .find((each) => discord.buttonsOf(each).some((button) => button.customId === customId));
    if (message === undefined) return chronicle.note("no button for 🎲");
    const interaction = discord.press({ user, message, customId });
    put(interaction, { prompt: found.prompt, count: found.count, hidden: false });
    chronicle.note(`${user.name}: 🎲 on ${found.interaction.id} ${interaction.id}`);
  }
}
