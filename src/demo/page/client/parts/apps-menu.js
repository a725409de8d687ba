import { act } from "../server.js";
import { state } from "../state.js";
import { say } from "../words.js";
import { echo } from "./echoes.js";
import { openMenu, pointOf } from "./menu.js";
import { openEmoji } from "./reactions.js";

/** The menu of a message or a person: what the bot has registered for it, below "Apps". */
export function openAppsMenu(event, node, { message, user }) {
  const point = pointOf(event, node);
  const type = message ? 3 : 2;
  const commands = (state.offered[state.channel] ?? []).filter((one) => one.type === type);
  const target = message ? { message: message.id } : { user: user.id };
  const entries = [
    ...(message && (message.flags & 64) === 0
      ? [{ label: say("reactions.add"), icon: "☺", act: () => openEmoji(message, point) }]
      : []),
    {
      label: say("apps.copyId"),
      icon: "🆔",
      act: () => void navigator.clipboard?.writeText((message ?? user).id),
    },
    say(commands.length > 0 ? "apps.heading" : "apps.none"),
    ...commands.map(({ name, title = name }) => ({
      label: title,
      icon: "🤖",
      act: () => void use(name, target),
    })),
  ];
  openMenu(point, entries, say(message ? "apps.onMessage" : "apps.onPerson"));
}

async function use(name, target) {
  const channel = state.channel;
  const answer = await act("command", { channel, name, target });
  if (answer) echo({ id: answer.interaction, channel, name });
}
