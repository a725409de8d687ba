import type { Interaction } from "./interactions.ts";
import type { Message, User } from "./world.ts";

/** Something that people's clients show is no longer as it was. */
export type Change =
  | { kind: "message"; message: Message }
  | { kind: "gone"; message: Message }
  | { kind: "interaction"; interaction: Interaction }
  | { kind: "typing"; channelId: string; user: User }
  | { kind: "commands" }
  | { kind: "places" }
  | { kind: "connection" }
  | { kind: "clock" };

export type Watcher = (change: Change) => void;

/** Tells everyone who looks on; one who fails keeps it from nobody else. */
export function createWatching(problems: string[]) {
  const watchers = new Set<Watcher>();
  return {
    watch: (watcher: Watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    tell: (change: Change) => {
      for (const watcher of watchers) {
        try {
          watcher(change);
        } catch (error) {
          problems.push(`watcher: ${String(error)}`);
        }
      }
    },
  };
}
