import { remember } from "./people.js";
import { emit, state } from "./state.js";

let events;

/** Opens the stream of what this member sees; the one before is closed. */
export function connect(member) {
  events?.close();
  events = new EventSource(member === "" ? "/events" : `/events?member=${member}`);
  const take = (name, handle) =>
    events.addEventListener(name, ({ data }) => {
      handle(JSON.parse(data));
      emit(name, JSON.parse(data));
    });
  take("whole", ({ messages, now, ...rest }) => {
    messages.forEach(remember);
    Object.assign(state, rest);
    state.ahead = now - Date.now();
    const kept = messages.filter(({ id }) => !state.dismissed.has(id));
    state.messages = new Map(kept.map((message) => [message.id, message]));
    if (!state.channels.some(({ id }) => id === state.channel))
      state.channel = state.channels[0]?.id ?? "";
  });
  take("message", (message) => {
    remember(message);
    if (!state.dismissed.has(message.id)) state.messages.set(message.id, message);
  });
  take("gone", ({ id }) => state.messages.delete(id));
  take("interaction", (interaction) => state.interactions.set(interaction.id, interaction));
  take("typing", () => undefined);
  for (const name of ["places", "commands", "connection", "switches"])
    take(name, (part) => Object.assign(state, part));
  take("clock", ({ now }) => {
    state.ahead = now - Date.now();
  });
  events.addEventListener("error", () => {
    state.connected = false;
    emit("connection");
    emit("lost");
  });
}

/** Does something as the present member. Answers undefined, and tells the page why, where it cannot be done. */
export async function act(name, body, files = [], isQuiet = false) {
  const response = await send(name, body, files).catch(() => undefined);
  if (response?.ok) return response.json();
  if (isQuiet) return undefined;
  const { why } = (await response?.json().catch(() => undefined)) ?? {};
  emit("refused", { why });
  return undefined;
}

function send(name, body, files) {
  const address = `/do/${name}?member=${state.me}`;
  const json = JSON.stringify(body);
  if (files.length === 0)
    return fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: json,
    });
  const form = new FormData();
  form.set("payload_json", json);
  for (const [index, file] of files.entries()) form.set(`files[${index}]`, file, file.name);
  return fetch(address, { method: "POST", body: form });
}

/** Takes the files out of the values, leaving their numbers: files travel beside the JSON. */
export function withoutFiles(values) {
  const files = [];
  const number = (value) =>
    value instanceof File
      ? { file: files.push(value) - 1 }
      : Array.isArray(value)
        ? value.map(number)
        : value;
  const plain = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, number(value)]),
  );
  return { values: plain, files };
}
