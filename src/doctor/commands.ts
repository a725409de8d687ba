import type { REST } from "@discordjs/rest";
import { type APIApplicationCommand, Routes } from "discord-api-types/v10";
import { doctor as words } from "../text/host/doctor.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";
import { isForbidden, refusalOf } from "./refusal.ts";

export type Expected = {
  rest: REST;
  applicationId: string;
  /** Commands that are always offered. */
  commands: readonly string[];
  /** An Easel runs here, which registers them. */
  isRunning: boolean;
};

/** Whether the commands are known in these servers; `everywhere`: for the whole application. */
export async function checkCommands(
  { rest, applicationId, commands, isRunning }: Expected,
  guildIds: readonly string[] | "everywhere",
): Promise<Finding[]> {
  const { commands: say } = words;
  const routes =
    guildIds === "everywhere"
      ? [Routes.applicationCommands(applicationId)]
      : guildIds.map((id) => Routes.applicationGuildCommands(applicationId, id));
  if (routes.length === 0) return [];
  const missing = new Set<string>();
  try {
    for (const route of routes) {
      const known = await readNames(rest, route);
      for (const name of commands) if (!known.has(name)) missing.add(name);
    }
  } catch (error) {
    return [refusalOf(say.name, error)];
  }
  if (missing.size === 0) return [fine(say.name, say.registered)];
  // Only an Easel that runs should have registered them by now.
  const names = [...missing];
  return [isRunning ? wrong(say.name, say.missing(names), say.remedy) : told(say.name, say.notYet)];
}

async function readNames(rest: REST, route: `/${string}`): Promise<Set<string>> {
  try {
    const known = (await rest.get(route)) as APIApplicationCommand[];
    return new Set(known.map(({ name }) => name));
  } catch (error) {
    if (isForbidden(error)) return new Set();
    throw error;
  }
}
