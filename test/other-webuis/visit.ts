import sharp from "sharp";
import { loadFolder } from "../../src/bot/load.ts";
import type { Command } from "../../src/bot/command.ts";
import { bodyOf } from "../../src/bot/register.ts";
import type { Interaction, Message, User } from "../../src/demo/discord/start.ts";
import { catalogOf } from "../generation/sample.ts";
import { startWorld } from "../harness/world.ts";
import type { Profile } from "./profiles.ts";

/** What every step on a webui is taken with. */
export type Visit = Awaited<ReturnType<typeof startVisit>>;
/** The world begins after the steps are named. */
export type Step = (profile: Profile, visit: () => Visit) => void;

/** Steps come one after another, while other webuis are visited. */
export const inTurn = { concurrent: false } as const;

type Values = Record<string, unknown>;
const optional = ["Describe", "Upscale", "control", "describe", "upscale"];

/** One world after another: each takes a core for seconds. */
let started: Promise<unknown> = Promise.resolve();

export async function startVisit({ kind, offers }: Profile) {
  const start = () => startWorld({ webuis: [{ kind, secondsPerStep: 0.05 }] });
  const starting = started.then(start);
  started = starting.catch(() => undefined);
  const world = await starting;
  const { discord, webui, channel, member } = world;
  const offered = () => {
    const names = discord.registeredCommands().map(({ name }) => String(name));
    return optional.filter((name) => names.includes(name));
  };
  await discord.waitFor(() => offered().join() === offers.join(), 10_000);

  const use = (name: string, options: object = {}, user: User = member): Interaction =>
    discord.command({ user, channel, name, options: options as never });
  return {
    ...world,
    offered,
    use,
    choose: (name: string, target: Message | User) =>
      discord.command({ user: member, channel, name, target }),
    press: (message: Message, emoji: string) => discord.press({ user: member, message, emoji }),
    /** What a drawing's asking comes to: the message, its words, and what went to the webui for it. */
    async drawn(asked: Interaction) {
      const before = webui.drawings.length;
      const result = await world.result(asked, 20_000);
      const bodies: Values[] = webui.drawings.slice(before).map(({ body }) => body);
      return { result, text: discord.textOf(result), bodies, body: bodies.at(-1) ?? {} };
    },
    sentTo: (route: string) =>
      webui.exchanges
        .filter(({ path }) => path.endsWith(route))
        .map(({ body }) => (typeof body === "string" ? JSON.parse(body) : body) as Values),
    /** The message that an interaction came to, with these words. */
    saying: (asked: Interaction, words: string): Promise<Message> =>
      discord.waitFor(() => {
        const answers = [asked.responseMessage, ...asked.followUps];
        return answers.find((each) => each !== undefined && discord.textOf(each).includes(words));
      }, 10_000),
    /** Opens a dialog, and sends it as it is but for these fields. */
    async fillIn(dialog: Interaction, fields: Record<string, string>) {
      const modal = await discord.waitFor(() => dialog.dialog);
      const shown = Object.fromEntries(
        modal.components.map(({ component }): [string, string] => {
          const value = component?.["value"];
          return [component?.custom_id ?? "", typeof value === "string" ? value : ""];
        }),
      );
      return {
        shown,
        sent: discord.submit({ user: member, dialog, fields: { ...shown, ...fields } }),
      };
    },
    /** All commands stand in the menu, as in a client that has not heard yet which are gone. */
    async showAll() {
      const commands = await loadFolder<Command>(new URL("../../commands/", import.meta.url));
      const body = bodyOf(commands, { catalogs: [catalogOf()], writesPrompts: false });
      await asBot("PUT", `/applications/${discord.applicationId}/commands`, JSON.stringify(body));
    },
    /** A message of the bot from a time when there was more here. */
    async oldMessage(components: object[], bytes: Uint8Array): Promise<Message> {
      const gallery = { type: 12, items: [{ media: { url: "attachment://easel-1-1.png" } }] };
      const attachments = [{ id: 0, filename: "easel-1-1.png" }];
      const row = { type: 1, components };
      const form = new FormData();
      const payload = { flags: 1 << 15, components: [gallery, row], attachments };
      form.set("payload_json", JSON.stringify(payload));
      form.set("files[0]", new Blob([new Uint8Array(bytes)]), "easel-1-1.png");
      const posted = await asBot("POST", `/channels/${channel.id}/messages`, form);
      const { id } = (await posted.json()) as { id: string };
      return discord.waitFor(() => discord.messages(channel).find((each) => each.id === id));
    },
  };

  async function asBot(method: string, route: string, body: string | FormData) {
    const headers = {
      authorization: `Bot ${discord.token}`,
      ...(typeof body === "string" ? { "content-type": "application/json" } : {}),
    };
    const answer = await fetch(`${discord.apiUrl}/v10${route}`, { method, headers, body });
    if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`);
    return answer;
  }
}

export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
export const size = (width: number, height: number) => ({ width, height });

/** A colour of a picture, as three numbers. */
export async function colourAt(picture: Buffer | string, x: number, y: number): Promise<number[]> {
  const bytes = typeof picture === "string" ? Buffer.from(picture, "base64") : picture;
  const { data, info } = await sharp(bytes).toColourspace("srgb").raw().toBuffer({
    resolveWithObject: true,
  });
  const at = (y * info.width + x) * info.channels;
  return info.channels < 3 ? Array(3).fill(data[at]) : [...data.subarray(at, at + 3)];
}
