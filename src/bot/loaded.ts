import { textFor } from "../text/text.ts";
import type { Command, Component } from "./command.ts";
import { loadFolder } from "./load.ts";
import { keyOf } from "./router.ts";

/** Every command, by its type and name, which are the same whatever is offered. */
export async function loadCommands(): Promise<Map<string, Command>> {
  const loaded = await loadFolder<Command>(new URL("../../commands/", import.meta.url));
  const nameOf = (command: Command) =>
    keyOf(command.data(textFor(undefined), { catalogs: [], writesPrompts: false }));
  return new Map([...loaded.values()].map((command) => [nameOf(command), command]));
}

/** Every button, menu and dialog, by the first part of its custom id. */
export const loadComponents = (): Promise<Map<string, Component>> =>
  loadFolder<Component>(new URL("components/", import.meta.url));
