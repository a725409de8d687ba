import type { ServerResponse } from "node:http";
import type { Change, User } from "../discord/start.ts";
import {
  type Scene,
  channelsOf,
  toClock,
  toCommands,
  toConnection,
  toPlaces,
  toWhole,
} from "./state.ts";

interface Link {
  response: ServerResponse;
  member: User;
}

/** Tells every open page what its person gets to see, as it happens (server-sent events). */
export function createPushing(scene: Scene) {
  const { discord } = scene;
  const links = new Set<Link>();
  const quiet = setInterval(() => {
    for (const { response } of links) response.write(": still here\n\n");
  }, 15_000);
  quiet.unref();

  const push = ({ response }: Link, event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

  const sees = ({ member }: Link, channelId: string) =>
    channelsOf(discord, member).some(({ id }) => id === channelId);

  function tell(link: Link, change: Change): void {
    switch (change.kind) {
      case "message":
      case "gone": {
        const { message } = change;
        const seen = discord.seenMessage(link.member, message);
        if (seen && sees(link, message.channelId)) push(link, change.kind, seen);
        return;
      }
      case "interaction": {
        const seen = discord.seenInteraction(link.member, change.interaction);
        if (seen) push(link, "interaction", seen);
        return;
      }
      case "typing":
        if (sees(link, change.channelId)) push(link, "typing", { channelId: change.channelId });
        return;
      case "commands":
        return void push(link, "commands", toCommands(scene, link.member));
      case "places":
        return void push(link, "places", {
          ...toPlaces(scene, link.member),
          ...toCommands(scene, link.member),
        });
      case "connection":
        return void push(link, "connection", toConnection(scene));
      case "clock":
        return void push(link, "clock", toClock(scene));
    }
  }

  const stop = discord.watch((change) => {
    for (const link of links) tell(link, change);
  });

  return {
    connect(response: ServerResponse, member: User | undefined): void {
      if (!member) return void response.writeHead(404).end();
      response.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
      });
      const link = { response, member };
      push(link, "whole", toWhole(scene, member));
      links.add(link);
      response.on("close", () => links.delete(link));
    },
    switches: () => {
      for (const link of links) push(link, "switches", { switches: scene.switches.shown() });
    },
    close: () => {
      stop();
      clearInterval(quiet);
      for (const { response } of links) response.end();
    },
  };
}

export type Pushing = ReturnType<typeof createPushing>;
