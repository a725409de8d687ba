import { type Wire, isObject, listIn, shown } from "../discord/form.ts";
import type { Upload } from "../discord/multipart.ts";
import type { Message, PickedFile, StandInDiscord, User } from "../discord/start.ts";
import { channelsOf } from "./state.ts";
import type { Switches } from "./switches.ts";

interface Asked {
  member: User;
  body: unknown;
  picked: Upload[];
}

interface Doing {
  member: User;
  body: Wire;
  files: PickedFile[];
}

const fail = (text: string): never => {
  throw new Error(text);
};

/** What a person does on the page, carried out by the stand-in's people. */
export function createActions({
  discord,
  switches,
  languages,
}: {
  discord: StandInDiscord;
  switches: Switches;
  languages: readonly string[];
}) {
  const channelOf = ({ member, body }: Doing) =>
    channelsOf(discord, member).find(({ id }) => id === body["channel"]) ??
    fail("the channel is gone");

  function messageOf({ member }: Doing, id: unknown): Message {
    const all = channelsOf(discord, member).flatMap((channel) => discord.messages(channel));
    return all.find((message) => message.id === id) ?? fail("the message is deleted");
  }

  function targetOf(doing: Doing): Message | User | undefined {
    const { target } = doing.body;
    if (!isObject(target)) return undefined;
    if (target["message"] !== undefined) return messageOf(doing, target["message"]);
    return discord.users().find(({ id }) => id === target["user"]) ?? fail("the person is gone");
  }

  /** Files are sent beside the values, which name them by number. */
  const withFiles = (value: unknown, files: PickedFile[]): unknown => {
    if (Array.isArray(value)) return value.map((one) => withFiles(one, files));
    if (!isObject(value)) return value;
    if (typeof value["file"] === "number") return files[value["file"]];
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, withFiles(one, files)]),
    );
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what does not fit is refused where it is used
  const valuesOf = <T>(value: unknown, files: PickedFile[]) => (withFiles(value, files) ?? {}) as T;

  const actions: Record<string, (doing: Doing) => unknown> = {
    command: (doing) => {
      const { member, body, files } = doing;
      const target = targetOf(doing);
      const { id } = discord.command({
        user: member,
        channel: channelOf(doing),
        name: shown(body["name"]),
        options: valuesOf(body["options"], files),
        ...(target ? { target } : {}),
      });
      return { interaction: id };
    },
    complete: async (doing) => ({
      suggestions: await discord.complete({
        user: doing.member,
        channel: channelOf(doing),
        name: shown(doing.body["name"]),
        focused: shown(doing.body["focused"]),
        value: shown(doing.body["value"]),
        options: valuesOf(doing.body["options"], []),
      }),
    }),
    press: (doing) => {
      const message = messageOf(doing, doing.body["message"]);
      const customId = shown(doing.body["customId"]);
      return { interaction: discord.press({ user: doing.member, message, customId }).id };
    },
    select: (doing) => {
      const message = messageOf(doing, doing.body["message"]);
      const customId = shown(doing.body["customId"]);
      const values = listIn(doing.body["values"]).map(shown);
      return { interaction: discord.select({ user: doing.member, message, customId, values }).id };
    },
    submit: ({ member, body, files }) => {
      const dialog =
        discord.interactions().find(({ id }) => id === body["interaction"]) ??
        fail("the dialog is gone");
      const fields = valuesOf<Parameters<typeof discord.submit>[0]["fields"]>(
        body["fields"],
        files,
      );
      return { interaction: discord.submit({ user: member, dialog, fields }).id };
    },
    say: (doing) => {
      const content = shown(doing.body["content"] ?? "");
      discord.say({ user: doing.member, channel: channelOf(doing), content, files: doing.files });
      return {};
    },
    react: (doing) => {
      const { member, body } = doing;
      const message = messageOf(doing, body["message"]);
      discord.react({
        user: member,
        message,
        emoji: shown(body["emoji"]),
        on: body["on"] === true,
      });
      return {};
    },
    language: ({ member, body }) => {
      const known = languages.find((one) => one === body["locale"]);
      discord.setLocale(member, known ?? fail("there is no such language"));
      return {};
    },
    switch: async ({ body }) => {
      const isKnown = await switches.turn(shown(body["name"]), body["on"] === true);
      return isKnown ? {} : fail("there is no such switch");
    },
  };

  return {
    /** What the client would not let a person do comes back as a refusal. */
    async carryOut(name: string, asked: Asked): Promise<{ status: number; answer: object }> {
      const act = Object.hasOwn(actions, name) ? actions[name] : undefined;
      if (!act || !isObject(asked.body)) return { status: 404, answer: {} };
      const files = asked.picked.map(({ name: file, contentType, bytes }) => ({
        name: file,
        contentType,
        bytes,
      }));
      try {
        const answer = await act({ member: asked.member, body: asked.body, files });
        return { status: 200, answer: isObject(answer) ? answer : {} };
      } catch (error) {
        return { status: 409, answer: { why: error instanceof Error ? error.message : "" } };
      }
    },
  };
}

export type Actions = ReturnType<typeof createActions>;
