import { emit, on, state } from "../state.js";

/** Which button or menu of which message waits for an answer, and which messages got none. */
const pending = new Map();
const failed = new Set();
/** What was chosen in menus: it stays to be seen until the message changes. */
const choices = new Map();

export const pendingOf = (messageId) => pending.get(messageId)?.customId;
export const hasFailed = (messageId) => failed.has(messageId);
export const chosenIn = (messageId, customId) => choices.get(messageId)?.[customId];

export function keepChoice(messageId, customId, values) {
  choices.set(messageId, { ...choices.get(messageId), [customId]: values });
}

/** Shows that something was pressed until the bot answers, or three seconds are over. */
export async function wait(message, customId, press) {
  if (pending.has(message.id)) return;
  pending.set(message.id, { customId });
  failed.delete(message.id);
  emit("redraw", message);
  const answer = await press();
  if (!answer) return end(message.id);
  pending.set(message.id, { customId, interaction: answer.interaction });
  const known = state.interactions.get(answer.interaction);
  if (known) settle(known);
}

function end(messageId) {
  pending.delete(messageId);
  const message = state.messages.get(messageId);
  if (message) emit("redraw", message);
}

function settle({ id, state: outcome }) {
  if (outcome === "waiting") return;
  const [messageId] = [...pending].find(([, { interaction }]) => interaction === id) ?? [];
  if (messageId === undefined) return;
  if (outcome === "failed") failed.add(messageId);
  end(messageId);
}

on("interaction", settle);
on("message gone", ({ id }) => choices.delete(id));
on("whole", () => {
  for (const known of [pending, failed, choices]) known.clear();
});
