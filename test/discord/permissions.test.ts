import {
  type APIInteraction,
  ChannelType,
  PermissionFlagsBits as Bits,
} from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { mayPostPictures, postability } from "../../src/discord/permissions.ts";

type Place = {
  has?: bigint;
  guild?: boolean;
  type?: ChannelType;
  /** 0 server, 1 the bot's direct messages, 2 other private channels. */
  context?: number;
  owners?: Record<string, string>;
};

/** An interaction as Discord sends it from a place; only what is read of it. */
const from = ({
  has = 0n,
  guild = true,
  type = ChannelType.GuildText,
  context,
  owners = { "0": "1" },
}: Place) =>
  ({
    app_permissions: String(has),
    channel: { type },
    authorizing_integration_owners: owners,
    ...(guild ? { guild_id: "1" } : {}),
    ...(context === undefined ? {} : { context }),
  }) as unknown as APIInteraction;

const text = Bits.ViewChannel | Bits.SendMessages | Bits.AttachFiles;
const thread = Bits.ViewChannel | Bits.SendMessagesInThreads | Bits.AttachFiles;
const threads = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

describe("where a result can be posted", () => {
  test("is a server's channel where the bot sees, writes and attaches", () => {
    expect(postability(from({ has: text }))).toEqual({ missing: [], canPost: true });
  });

  test.each([
    [Bits.SendMessages | Bits.AttachFiles, ["ViewChannel"]],
    [Bits.ViewChannel | Bits.AttachFiles, ["SendMessages"]],
    [Bits.ViewChannel | Bits.SendMessages, ["AttachFiles"]],
    [thread, ["SendMessages"]],
    [0n, ["ViewChannel", "SendMessages", "AttachFiles"]],
  ])("is not a channel where rights are missing, and these are named: %s", (has, missing) => {
    expect(postability(from({ has }))).toEqual({ missing, canPost: false });
  });

  test.each(threads)("is a thread where the bot may write in threads (type %i)", (type) => {
    expect(postability(from({ has: thread, type }))).toEqual({ missing: [], canPost: true });
    expect(postability(from({ has: text, type }))).toEqual({
      missing: ["SendMessagesInThreads"],
      canPost: false,
    });
  });

  test("is anywhere in a server for an administrator", () => {
    for (const type of [ChannelType.GuildText, ...threads]) {
      const place = from({ has: Bits.Administrator, type });
      expect(postability(place)).toEqual({ missing: [], canPost: true });
    }
  });

  test("is a voice channel's chat by the rights of any channel", () => {
    const place = from({ has: text, type: ChannelType.GuildVoice });
    expect(postability(place)).toEqual({ missing: [], canPost: true });
  });

  test("is the bot's own direct messages, whatever the rights say", () => {
    const owners = { "0": "0" };
    expect(postability(from({ guild: false, type: ChannelType.DM, context: 1, owners }))).toEqual({
      missing: [],
      canPost: true,
    });
  });

  test.each([
    ["a group", ChannelType.GroupDM],
    ["two people's direct messages", ChannelType.DM],
  ])("is %s by the interaction alone, since the bot is not there", (_, type) => {
    const owners = { "1": "5" };
    expect(postability(from({ guild: false, type, context: 2, owners }))).toEqual({
      missing: [],
      canPost: false,
    });
  });

  test("is a server that has not installed the bot by the interaction alone", () => {
    const place = { has: 0n, context: 0, owners: { "1": "5" } };
    expect(postability(from(place))).toEqual({ missing: [], canPost: false });
    expect(postability(from({ ...place, has: text }))).toEqual({ missing: [], canPost: false });
  });

  test("is judged by the rights where server and person have installed it", () => {
    const owners = { "0": "1", "1": "5" };
    expect(postability(from({ has: text, owners }))).toEqual({ missing: [], canPost: true });
    expect(postability(from({ has: 0n, owners })).missing).toHaveLength(3);
  });
});

describe("who may have pictures posted", () => {
  const asks = (has: bigint | undefined) =>
    mayPostPictures(
      (has === undefined
        ? {}
        : { member: { permissions: String(has) } }) as unknown as APIInteraction,
    );
  const here = Bits.ViewChannel | Bits.UseApplicationCommands;

  test("is whoever may attach files where they ask, administrators, and anybody in direct messages", () => {
    expect(asks(here | Bits.AttachFiles)).toBe(true);
    expect(asks(here | Bits.Administrator)).toBe(true);
    expect(asks(undefined)).toBe(true);
    expect(asks(here | Bits.SendMessages)).toBe(false);
  });

  test("cannot be told from the permissions of somebody who could not ask here at all", () => {
    expect(asks(0n)).toBe(true);
    expect(asks(Bits.SendMessages)).toBe(true);
  });
});
